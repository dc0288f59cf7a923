"""Several photos of one story: sent piece by piece or with the form, ordered, described, kept in the history."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageDraw

from news import images, photos
from news.clock import sweep
from news.models import Article, Photo, Upload, UploadPart
from satker.models import Officer
from tests import cast
from tests.cast import Units
from tests.news.test_desk import card, only, story

pytestmark = pytest.mark.usefixtures("english", "media")
Published = Callable[..., Article]
ID = uuid.UUID("7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d")


def picture(seed: int = 1, size: tuple[int, int] = (640, 480), quality: int = 80) -> bytes:
    """Return a JPEG of a few blocks, another one for each seed."""
    image = Image.new("RGB", size, (seed * 53 % 256, 120, 90))
    draw = ImageDraw.Draw(image)
    for block in range(24):
        x, y = (block * 97 + seed * 31) % 100 / 100 * size[0], (block * 57 + seed * 71) % 100 / 100 * size[1]
        draw.rectangle((x, y, x + size[0] / 5, y + size[1] / 6), fill=(block * 10, seed * 40 % 256, 255 - block * 9))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def files(*seeds: int) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"IMG_{seed}.jpg", picture(seed), "image/jpeg") for seed in seeds]


def send(client: Client, data: bytes, start: int, end: int, id: uuid.UUID = ID, **query: object) -> Any:
    words = "&".join(f"{name}={value}" for name, value in {"dari": start, "besar": len(data), **query}.items())
    return client.post(f"/redaksi/foto/unggah/{id}/?{words}", data[start:end], content_type="application/octet-stream")


def sent(client: Client, data: bytes, id: uuid.UUID) -> Photo:
    return Photo.objects.get(pk=send(client, data, 0, len(data), id).json()["photo"]["id"])


# --- With the form --------------------------------------------------------------------------------


def test_several_photos_come_with_one_form_and_the_first_leads(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2, 3), photo_caption="Pertama.", photo_alt="Loket."))
    article = only()
    assert article.lead_photo is not None
    assert (article.lead_photo.caption, article.lead_photo.alt) == ("Pertama.", "Loket.")
    assert [photo.sha256 for photo in photos.of(article)] == [
        images.hashlib.sha256(picture(seed)).hexdigest() for seed in (1, 2, 3)
    ]
    assert article.content()["gallery"] == [
        {"id": photo.pk, "caption": "", "alt": "", "credit": ""} for photo in photos.gallery(article)
    ]


def test_photos_are_reordered_described_and_taken_out(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2, 3)))
    article = only()
    one, two, three = photos.of(article)
    change = {
        "photos": f"{two.pk},{one.pk},{three.pk}", f"out_{one.pk}": "on",
        f"alt_{two.pk}": "Dua.", f"caption_{two.pk}": "Kedua.", f"alt_{three.pk}": "Tiga.",
    }  # fmt: skip
    client.post(f"/redaksi/{article.pk}/", story(version=article.version, **change))
    article = only()
    assert [(photo.pk, photo.alt) for photo in photos.of(article)] == [(two.pk, "Dua."), (three.pk, "Tiga.")]
    client.post(
        f"/redaksi/{article.pk}/",
        story(version=article.version, photos=f"{two.pk},{three.pk}", photo_first=str(three.pk)),
    )
    assert [photo.pk for photo in photos.of(only())] == [three.pk, two.pk]


def test_without_a_script_places_are_written_beside_the_photos(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2, 3)))
    article = only()
    one, two, three = photos.of(article)
    page = client.get(f"/redaksi/{article.pk}/").content.decode()
    named_in = [f'name="place_{photo.pk}" value="{place}"' in page for place, photo in enumerate((one, two, three), 1)]
    assert all(named_in)
    places = {f"place_{one.pk}": "3", f"place_{two.pk}": "x", f"place_{three.pk}": "1"}
    named = f"{one.pk},{two.pk},{three.pk}"
    client.post(f"/redaksi/{article.pk}/", story(version=article.version, photos=named, **places))
    assert [photo.pk for photo in photos.of(only())] == [three.pk, one.pk, two.pk]


def test_one_bad_file_among_good_ones_is_named_and_the_others_are_kept(parepare: Officer, client_of: Any) -> None:
    bad = SimpleUploadedFile("catatan.jpg", b"not a photo", "image/jpeg")
    response = client_of(parepare).post("/redaksi/tulis/", story(photo=[*files(1), bad, *files(2)]))
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, ["photo"])
    assert form.errors["photo"][0].startswith("catatan.jpg: This file is not a sound")
    assert form.tray.named == ",".join(str(photo.pk) for photo in Photo.objects.order_by("pk"))
    assert (Photo.objects.count(), len(form.cards())) == (2, 2)


def test_fifty_photos_at_once_get_a_sentence_and_twelve_are_kept(parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).post("/redaksi/tulis/", story(body="Teks saya.", photo=files(*range(1, 51))))
    form = response.context["form"]
    assert form.errors["photo"] == ["A story has at most 12 photos: the others were left out."]
    assert (Photo.objects.count(), "Teks saya." in response.content.decode()) == (12, True)


def test_every_photo_says_what_it_shows_before_readers_see_it(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2), photo_caption="Satu.", photo_alt="Satu."))
    article = only()
    assert article.missing_for_publication() == {"gallery": "Say what this photo shows, too."}
    page = client.get(f"/redaksi/{article.pk}/?kurang").context["form"]
    second = photos.gallery(article)[0]
    assert list(page.errors) == [f"alt_{second.pk}"]
    article.revise(parepare, gallery=[(second, {"alt": "Dua."})])
    article.publish(parepare)
    with pytest.raises(ValidationError):
        article.revise(parepare, gallery=[(second, {"alt": ""})])


def test_readers_see_all_photos_with_their_words(
    parepare: Officer, published: Published, reader: Client, client_of: Any, django_assert_num_queries: Any
) -> None:
    article = published(parepare)
    with django_assert_num_queries(6):
        plain = reader.get(article.get_absolute_url()).content.decode()
    assert 'class="gallery"' not in plain
    row = sent(client_of(parepare), picture(1), ID)
    other = sent(client_of(parepare), picture(2), uuid.uuid4())
    article.revise(parepare, gallery=[(row, {"alt": "Satu.", "caption": "Baris."}), (other, {"alt": "Dua."})])
    html = reader.get(article.get_absolute_url()).content.decode()
    assert [html.count(word) for word in ('class="gallery"', 'alt="Satu."', 'alt="Dua."', "Baris.")] == [1, 1, 1, 1]


def test_the_guard_reads_the_words_of_every_photo(parepare: Officer, published: Published, client_of: Any) -> None:
    article = published(parepare)
    row = sent(client_of(parepare), picture(), ID)
    with pytest.raises(ValidationError):
        article.revise(parepare, gallery=[(row, {"alt": "Daftar situs slot gacor maxwin hari ini."})])
    assert article.gallery.count() == 0


def test_another_storys_photo_cannot_be_shown(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2)))
    taken = photos.gallery(only())[0]
    client.post("/redaksi/tulis/", story(title="Lain", **card(taken, caption="Milik saya.")))
    other = Article.objects.get(title="Lain")
    taken.refresh_from_db()
    assert (photos.of(other), taken.caption) == ([], "")
    with pytest.raises(PermissionDenied):
        other.revise(parepare, gallery=[(taken, {})])


def test_the_other_ones_photos_are_taken_over_and_ones_own_are_kept(
    parepare: Officer, editor: Officer, client_of: Any
) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1)))
    article = only()
    mine = story(version=article.version, **card(photos.of(article)[0]))
    client_of(editor).post(f"/redaksi/{article.pk}/", {**mine, "photo": files(2)})
    both = [photo.pk for photo in photos.of(only())]
    response = client.post(f"/redaksi/{article.pk}/", {**mine, "title": "Judul saya"})
    form = response.context["form"]
    assert (response.status_code, response.context["differing"]) == (409, [])
    assert (form.tray.named, form["title"].value()) == (",".join(map(str, both)), "Judul saya")
    response = client.post(f"/redaksi/{article.pk}/", {**mine, "photo": files(3)})
    assert (response.status_code, response.context["differing"]) == (409, ["Photos"])


def test_an_old_version_comes_back_with_its_photos(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2)))
    article = only()
    began, kept = article.version, [photo.pk for photo in photos.of(article)]
    article.revise(parepare, lead_photo=None, gallery=[])
    page = client.get(f"/redaksi/{article.pk}/riwayat/{article.version}/").content.decode()
    assert "More photos" in page
    client.post(f"/redaksi/{article.pk}/riwayat/{began}/", {"version": article.version})
    assert [photo.pk for photo in photos.of(only())] == kept


def test_a_photo_of_a_gallery_is_not_swept_up(parepare: Officer, client_of: Any, media: Path) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=files(1, 2)))
    Photo.objects.update(pending=True)
    assert sweep(timezone.now() + dt.timedelta(hours=25)) == 0


def test_files_go_with_their_last_row(parepare: Officer, client_of: Any, media: Path) -> None:
    row = sent(client_of(parepare), picture(), ID)
    again = row.again(caption="Lain")
    row.remove()
    assert all((media / name).exists() for name in again.file_names())
    again.remove()
    assert not list(media.rglob("*.jpg"))


# --- Piece by piece -------------------------------------------------------------------------------


def test_a_photo_comes_in_pieces_and_is_made_once(parepare: Officer, client_of: Any) -> None:
    client, data = client_of(parepare), picture(quality=95)
    half = len(data) // 2
    assert send(client, data, 0, half, asal=9_000_000).json() == {"until": half}
    assert client.get(f"/redaksi/foto/unggah/{ID}/").json() == {"until": half}
    assert send(client, data, 0, half).json() == {"until": half}, "sent again, it is not doubled"
    assert send(client, data, half + 9, len(data)).json() == {"until": half}, "a gap is not closed"
    whole = send(client, data, half, len(data)).json()
    photo = Photo.objects.get()
    assert whole["photo"] == {
        "id": photo.pk, "src": photo.middle_url, "width": 640, "height": 480, "focus": photo.focus,
    }  # fmt: skip
    assert send(client, data, half, len(data)).json() == whole
    assert (Photo.objects.count(), UploadPart.objects.count()) == (1, 0)
    assert (photo.pending, photo.uploaded_by, photo.satker) == (True, parepare, parepare.satker)
    upload = Upload.objects.get()
    assert (upload.size, upload.original) == (len(data), 9_000_000)


def test_an_upload_belongs_to_its_officer(parepare: Officer, pinrang: Officer, client_of: Any) -> None:
    data = picture()
    send(client_of(parepare), data, 0, 100)
    other = client_of(pinrang)
    assert other.get(f"/redaksi/foto/unggah/{ID}/").json() == {"until": 0}
    assert send(other, data, 100, len(data)).status_code == 409
    assert Photo.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "status"),
    [("dari=0&besar=30000000", 422), ("dari=0", 400), ("dari=x&besar=10", 400), ("dari=0&besar=3", 400),
     ("dari=0&besar=99999999999999999999", 400)],
)  # fmt: skip
def test_what_cannot_be_an_upload_gets_a_sentence(query: str, status: int, parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).post(
        f"/redaksi/foto/unggah/{ID}/?{query}", b"0123456789", content_type="application/octet-stream"
    )
    assert (response.status_code, list(response.json())) == (status, ["error"])


def test_what_arrives_and_is_no_photo_is_refused_and_forgotten(parepare: Officer, client_of: Any) -> None:
    response = send(client_of(parepare), b"GIF89a not really", 0, 17)
    assert (response.status_code, "sound JPEG" in response.json()["error"]) == (422, True)
    assert (Upload.objects.count(), Photo.objects.count()) == (0, 0)


def test_a_truncated_photo_gets_a_sentence(parepare: Officer, client_of: Any) -> None:
    data = picture()[:-2000]
    assert send(client_of(parepare), data, 0, len(data)).status_code == 422


def test_an_upload_without_end_is_swept_up(parepare: Officer, client_of: Any) -> None:
    send(client_of(parepare), picture(), 0, 100)
    sweep(timezone.now() + dt.timedelta(hours=25))
    assert (Upload.objects.count(), UploadPart.objects.count()) == (0, 0)


def test_a_signed_out_browser_is_told_so(parepare: Officer, reader: Client) -> None:
    assert send(reader, picture(), 0, 100).status_code == 401


def test_the_same_photo_is_recognised_even_when_it_was_made_smaller(
    parepare: Officer, pinrang: Officer, units: Units, client_of: Any
) -> None:
    client = client_of(parepare)
    first = sent(client, picture(1, (1600, 1200), 92), ID)
    cast.published(
        parepare, "Apel pagi", lead_photo=first, photo_words={"caption": "Apel.", "alt": "Pegawai berbaris."}
    )
    smaller = picture(1, (800, 600), 70)
    told = send(client, smaller, 0, len(smaller), uuid.uuid4()).json()["known"]
    assert (told["caption"], told["alt"]) == ("Apel.", "Pegawai berbaris.")
    assert told["told"].endswith("for “Apel pagi”.")
    other = picture(2)
    assert send(client, other, 0, len(other), uuid.uuid4()).json()["known"] is None
    elsewhere = send(client_of(pinrang), smaller, 0, len(smaller), uuid.uuid4()).json()
    assert elsewhere["known"] is None, "another unit's pictures are its own"


def test_looks_tell_pictures_apart() -> None:
    looks = [images.look_of(Image.open(io.BytesIO(picture(seed)))) for seed in range(1, 21)]
    assert [images.is_alike(looks[0], look) for look in looks] == [True] + [False] * 19
    flat = images.look_of(Image.new("RGB", (64, 64), "white"))
    assert not images.is_alike(flat, flat), "a blank page looks like any other"
