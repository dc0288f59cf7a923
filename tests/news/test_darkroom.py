"""Cropping, focus and blurring: on a copy, for whom it is, and so that what was blurred is gone."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from PIL import Image

from news import photos
from news.clock import sweep
from news.desk.darkroom import around
from news.models import Photo
from satker.models import Officer
from tests import cast
from tests.news.test_desk import card, only, story
from tests.news.test_photos import files, picture, sent

pytestmark = pytest.mark.usefixtures("english", "media")
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def photo(parepare: Officer, client_of: Any) -> Photo:
    return sent(client_of(parepare), picture(1, (1200, 900)), uuid.uuid4())


def edit(client: Client, photo: Photo, **asked: object) -> Any:
    return client.post(f"/redaksi/foto/{photo.pk}/", {"focus_x": 50, "focus_y": 30, **asked}, **JSON)


def master(photo: Photo) -> Image.Image:
    with default_storage.open(f"{photo.stem}.jpg") as kept:
        return Image.open(io.BytesIO(kept.read()))


def test_a_new_focus_is_a_new_row_of_the_same_files(photo: Photo, parepare: Officer, client_of: Any) -> None:
    told = edit(client_of(parepare), photo, focus_x=80, focus_y=20).json()["photo"]
    made = Photo.objects.get(pk=told["id"])
    assert (made.stem, made.focus, made.pending, made.uploaded_by) == (photo.stem, "fx8 fy2", True, parepare)
    assert (told["src"], Photo.objects.count()) == (photo.middle_url, 2)


def test_a_cropped_photo_is_what_lies_within_the_frame(photo: Photo, parepare: Officer, client_of: Any) -> None:
    asked = {"crop": "250,100,500,444", "focus_x": 50, "focus_y": 10}
    made = Photo.objects.get(pk=edit(client_of(parepare), photo, **asked).json()["photo"]["id"])
    assert (made.width, made.height, made.focus) == (600, 400, "fx5 fy0")
    whole = master(photo).crop((300, 90, 900, 490)).resize((30, 20))
    differ = [abs(a - b) for a, b in zip(whole.tobytes(), master(made).resize((30, 20)).tobytes(), strict=True)]
    assert max(differ) < 16
    assert master(photo).size == (1200, 900), "the old one is as it was"


def test_what_is_blurred_cannot_be_seen_again(parepare: Officer, client_of: Any) -> None:
    grain = io.BytesIO()
    Image.effect_noise((600, 450), 90).convert("RGB").resize((1200, 900)).save(grain, "JPEG", quality=60)
    photo = sent(client_of(parepare), grain.getvalue(), uuid.uuid4())
    made = Photo.objects.get(pk=edit(client_of(parepare), photo, blurs="100,100,200,200").json()["photo"]["id"])
    part, rest = (120, 90, 360, 270), (400, 300, 1200, 900)
    before, after = master(photo).convert("L"), master(made).convert("L")
    assert made.blurred_from == photo.pk
    contrast = [_contrast(image.crop(part)) for image in (before, after)]
    assert contrast[1] < contrast[0] / 20
    assert _contrast(after.crop(rest)) > _contrast(before.crop(rest)) * 0.9


def _contrast(image: Image.Image) -> int:
    """Return how much neighbours differ, all together."""
    data, width = image.tobytes(), image.width
    return sum(abs(one - other) for row in range(image.height) for one, other in
               zip(data[row * width :][: width - 1], data[row * width + 1 :][: width - 1], strict=True))  # fmt: skip


def test_a_blurred_photo_takes_the_place_of_the_old_one_whose_files_go(
    parepare: Officer, client_of: Any, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2), photo_alt="Satu.", photo_caption="Satu."))
    article = only()
    lead, second = photos.of(article)
    page = f"/redaksi/foto/{lead.pk}/?naskah={article.pk}"
    assert client.get(page).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(page, {"focus_x": 50, "focus_y": 30, "blurs": "100,100,200,200"})
    assert response["Location"] == f"/redaksi/{article.pk}/"
    new, other = photos.of(only())
    assert (new.alt, new.blurred_from, other) == ("Satu.", lead.pk, second)
    assert not Photo.objects.filter(pk=lead.pk).exists()
    assert not any((media / name).exists() for name in lead.file_names())
    assert all((media / name).exists() for name in [*new.file_names(), *other.file_names()])


def test_the_lead_photo_of_a_new_story_can_be_blurred_before_it_is_saved(
    photo: Photo, parepare: Officer, client_of: Any, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(parepare)
    made = Photo.objects.get(pk=edit(client, photo, blurs="100,100,200,200").json()["photo"]["id"])
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/redaksi/tulis/", story(**card(made, alt="Apel.", caption="Apel."))).status_code == 302
    assert (only().lead_photo, Photo.objects.filter(pk=photo.pk).exists()) == (made, False)
    assert not any((media / name).exists() for name in photo.file_names())


def test_no_saved_version_brings_back_what_was_blurred(
    parepare: Officer, client_of: Any, django_capture_on_commit_callbacks: Any
) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1), photo_alt="Satu.", photo_caption="Satu."))
    article, began = only(), only().version
    lead = photos.of(article)[0]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            f"/redaksi/foto/{lead.pk}/?naskah={article.pk}", {"focus_x": 5, "focus_y": 5, "blurs": "0,0,500,500"}
        )
    blurred = photos.of(only())[0]
    client.post(f"/redaksi/{article.pk}/riwayat/{began}/", {"version": only().version})
    assert photos.of(only()) == [blurred]


def test_another_storys_picture_stays_when_a_copy_of_it_is_blurred(
    photo: Photo, parepare: Officer, client_of: Any, media: Path
) -> None:
    cast.published(parepare, lead_photo=photo, photo_words={"alt": "Apel.", "caption": "Apel."})
    made = Photo.objects.get(pk=edit(client_of(parepare), photo, blurs="0,0,500,500").json()["photo"]["id"])
    cast.write(parepare, title="Lain", lead_photo=made)
    sweep(timezone.now() + dt.timedelta(hours=25))
    assert all((media / name).exists() for name in photo.file_names())


def test_the_form_leads_to_the_page_of_a_photo_without_a_script(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1)))
    article = only()
    lead = photos.of(article)[0]
    sent_back = story(version=article.version, photos=str(lead.pk), intent=f"photo-{lead.pk}")
    response = client.post(f"/redaksi/{article.pk}/", sent_back)
    assert response["Location"] == f"/redaksi/foto/{lead.pk}/?naskah={article.pk}"


@pytest.mark.parametrize(
    ("size", "focus", "part"),
    [
        ((1200, 900), (50, 50), (0.0, 1 / 18, 1.0, 8 / 9)),
        ((1200, 900), (50, 0), (0.0, 0.0, 1.0, 8 / 9)),
        ((2000, 1000), (100, 50), (0.25, 0.0, 0.75, 1.0)),
        ((1500, 1000), (10, 10), None),
    ],
)
def test_the_frame_of_3_to_2_keeps_the_focus(
    size: tuple[int, int], focus: tuple[int, int], part: tuple[float, ...] | None
) -> None:
    found = around(Photo(width=size[0], height=size[1]), *focus)
    assert found == (pytest.approx(part) if part else None)


@pytest.mark.parametrize(
    "asked",
    [{"crop": "1,2,3"}, {"crop": "a,b,c,d"}, {"blurs": "0,0,0,10"}, {"focus_x": 101}, {"focus_y": ""},
     {"blurs": "1,1,9,9\n" * 41}, {"crop": "0,0,10,10"}, {"blurs": "99999,1,1,1"}],
)  # fmt: skip
def test_odd_wishes_get_a_sentence(asked: dict[str, str], photo: Photo, parepare: Officer, client_of: Any) -> None:
    response = edit(client_of(parepare), photo, **asked)
    assert (response.status_code, bool(response.json()["error"])) == (422, True)
    assert Photo.objects.count() == 1


def test_odd_addresses_are_a_404(photo: Photo, parepare: Officer, write: Any, client_of: Any) -> None:
    client, other = client_of(parepare), write(parepare)
    for query in ("?naskah=x", "?naskah=999", f"?naskah={other.pk}"):
        assert client.get(f"/redaksi/foto/{photo.pk}/{query}").status_code == 404
