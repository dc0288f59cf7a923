"""The desk: from the first word to the receipt, and nothing lost on the way."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from news.clock import publish_due, sweep
from news.models import Article, LedgerEntry, Photo, Programme, Receipt, Status
from satker.models import Officer
from tests.cast import Units, category


def jpeg(size: tuple[int, int] = (1200, 800)) -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", size, "seagreen").save(out, "JPEG")
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")


def card(photo: Photo, **words: str) -> dict[str, str]:
    """Return what the form sends for a photo that it shows already, as the only one."""
    return {"photos": str(photo.pk), **{f"{name}_{photo.pk}": text for name, text in words.items()}}


def story(**fields: Any) -> dict[str, Any]:
    """Return what the form sends for a complete story."""
    return {
        "title": "Antrean Nikah Kini Bisa Dipesan dari Rumah",
        "lead": "Warga memilih hari lewat telepon.",
        "body": "Alinea *pertama*.\n\n- satu\n- dua",
        "body_mode": "text",
        "category": category().pk,
        "tags": "Layanan, #Nikah",
        "place": "Parepare",
        "writer": "Wn",
        "token": str(uuid.uuid4()),
        "intent": "save",
        **fields,
    }


def only() -> Article:
    return Article.objects.get()


def test_an_officer_publishes_and_gets_the_receipt(
    parepare: Officer, client_of: Any, units: Units, media: Path
) -> None:
    programme = Programme.objects.create(slug="eko", name="Ekoteologi", valid_from=dt.date(2025, 3, 6))
    client = client_of(parepare)
    sent = story(
        intent="publish", photo=jpeg(), photo_caption="Loket layanan.", photo_alt="Petugas di loket.",
        photo_credit="Humas", programme=programme.pk, supporting="KUA Bacukiki, kemenag pinrang", editor="Tim",
    )  # fmt: skip
    response = client.post("/redaksi/tulis/", sent)
    article = only()
    assert response["Location"] == f"/redaksi/{article.pk}/terhitung/"
    page = client.get(response["Location"]).content.decode()
    assert "PRP-" in page and Receipt.objects.get().code in page
    photo = article.lead_photo
    assert photo is not None
    assert {
        "title": article.title, "body": article.body, "status": article.status, "satker": article.satker,
        "tags": sorted(article.tags.names()), "supporting": set(article.supporting.all()),
        "photo": (photo.caption, photo.alt, photo.credit, photo.width, photo.height, photo.satker),
        "people": (article.writer, article.editor, article.created_by), "programme": article.programme,
    } == {
        "title": "Antrean Nikah Kini Bisa Dipesan dari Rumah",
        "body": "<p>Alinea <strong>pertama</strong>.</p><ul><li>satu</li><li>dua</li></ul>",
        "status": Status.PUBLISHED, "satker": units.parepare, "tags": ["layanan", "nikah"],
        "supporting": {units.kua, units.pinrang},
        "photo": ("Loket layanan.", "Petugas di loket.", "Humas", 1200, 800, units.parepare),
        "people": ("Wn", "Tim", parepare), "programme": programme,
    }  # fmt: skip
    assert sorted(LedgerEntry.objects.values_list("satker__short_name", "role", "delta")) == [
        ("KUA Bacukiki", "supporting", 1), ("Kemenag Parepare", "lead", 1), ("Kemenag Pinrang", "supporting", 1),
    ]  # fmt: skip
    assert sorted(path.name.partition("-")[2] for path in media.rglob("*.*")) == [
        "", "1200.avif", "1200.jpg", "320.avif", "320.jpg", "640.avif", "640.jpg",
    ]  # fmt: skip


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(
    parepare: Officer, client_of: Any, media: Path
) -> None:
    client = client_of(parepare)
    response = client.post(
        "/redaksi/tulis/", story(title="", photo=jpeg(), tags="a,b,c,d,e,f,g,h,i", body="Teks saya.")
    )
    form = response.context["form"]
    assert (response.status_code, sorted(form.errors)) == (422, ["tags", "title"])
    page = response.content.decode()
    assert "Teks saya." in page
    kept = Photo.objects.get()
    assert f'name="photos" value="{kept.pk}"' in page
    client.post("/redaksi/tulis/", story(**card(kept, alt="Alt.", caption="Keterangan.")))
    assert only().lead_photo == kept


def test_an_incomplete_story_stays_a_draft_when_it_cannot_be_published(parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).post("/redaksi/tulis/", story(intent="publish", body="", category=""), follow=True)
    assert [address for address, _status in response.redirect_chain] == [f"/redaksi/{only().pk}/?kurang"]
    assert sorted(response.context["form"].errors) == ["body", "category"]
    assert (only().status, Receipt.objects.count()) == (Status.DRAFT, 0)


@pytest.mark.parametrize("name", ["bukan-foto.jpg", "gambar.svg"])
def test_a_file_that_is_no_photo_gets_a_sentence(name: str, parepare: Officer, client_of: Any, media: Path) -> None:
    bad = SimpleUploadedFile(name, b"<svg onload=alert(1)>", "image/jpeg")
    response = client_of(parepare).post("/redaksi/tulis/", story(photo=bad, body="Teks saya."))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["photo"]
    assert "Teks saya." in response.content.decode()
    assert (Article.objects.count(), Photo.objects.count(), list(media.rglob("*.*"))) == (0, 0, [])


def test_a_form_sent_twice_makes_one_story(parepare: Officer, client_of: Any) -> None:
    client, sent = client_of(parepare), story(intent="publish")
    first, second = client.post("/redaksi/tulis/", sent), client.post("/redaksi/tulis/", sent)
    assert (Article.objects.count(), Receipt.objects.count()) == (1, 1)
    assert first["Location"] == f"/redaksi/{only().pk}/terhitung/"
    assert second["Location"] in {f"/redaksi/{only().pk}/terhitung/", f"/redaksi/{only().pk}/"}


def test_the_second_saver_sees_both_texts_and_loses_nothing(
    parepare: Officer, editor: Officer, client_of: Any, write: Any
) -> None:
    article = write(parepare, title="Judul Asal", body="<p>Teks asal.</p>")
    mine = story(title="Judul Saya", body="Teks saya.", version=article.version)
    client_of(editor).post(
        f"/redaksi/{article.pk}/", story(title="Judul Editor", body="Teks editor.", version=article.version)
    )
    client = client_of(parepare)
    response = client.post(f"/redaksi/{article.pk}/", mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert [
        text for text in ("Judul Saya", "Teks saya.", "Judul Editor", "<p>Teks editor.</p>") if text not in page
    ] == []
    article.refresh_from_db()
    assert article.title == "Judul Editor"
    again = response.context["form"]["version"].value()
    assert client.post(f"/redaksi/{article.pk}/", {**mine, "version": again}).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.body) == ("Judul Saya", "<p>Teks saya.</p>")
    kept = [line.content["title"] for line in article.revisions.order_by("version") if line.content]
    assert kept == ["Judul Asal", "Judul Editor", "Judul Saya"]


def test_going_back_and_sending_a_newer_text_loses_neither(parepare: Officer, client_of: Any) -> None:
    client, sent = client_of(parepare), story(intent="preview", body="Teks pertama.")
    client.post("/redaksi/tulis/", sent)
    client.post("/redaksi/tulis/", {**sent, "intent": "publish", "body": "Teks kedua."})
    article = only()
    assert (article.status, article.body) == (Status.PUBLISHED, "<p>Teks kedua.</p>")
    kept = [line.content["body"] for line in article.revisions.order_by("version") if line.content]
    assert kept == ["<p>Teks pertama.</p>", "<p>Teks kedua.</p>"]
    late = client.post("/redaksi/tulis/", {**sent, "intent": "save", "body": "Teks ketiga."})
    assert late.status_code == 409
    assert "Teks kedua." in late.content.decode() and "Teks ketiga." in late.content.decode()


def test_coming_back_to_a_form_leads_to_the_story_it_made(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    address = client.get("/redaksi/tulis/")["Location"]
    token = client.get(address).context["form"]["token"].value()
    client.post("/redaksi/tulis/", story(intent="publish", token=token))
    assert client.get(address)["Location"] == f"/redaksi/{only().pk}/"


def test_a_form_with_a_photo_sent_twice_makes_one_story_with_one_photo(
    parepare: Officer, client_of: Any, media: Path
) -> None:
    client = client_of(parepare)
    sent = story(intent="publish", photo_caption="Loket.", photo_alt="Petugas.")
    answers = [client.post("/redaksi/tulis/", {**sent, "photo": jpeg()})["Location"] for _twice in range(2)]
    assert answers == [f"/redaksi/{only().pk}/terhitung/"] * 2
    assert (Photo.objects.count(), Receipt.objects.count()) == (1, 1)


def test_what_only_the_first_saver_changed_is_taken_over(
    parepare: Officer, editor: Officer, units: Units, client_of: Any, write: Any, media: Path
) -> None:
    article = write(parepare, title="Judul Asal", body="<p>Teks asal.</p>", tags=["layanan", "nikah"], writer="Wn",
                    place="Parepare", lead="Warga memilih hari lewat telepon.")  # fmt: skip
    asal = story(title="Judul Asal", body="Teks asal.", version=article.version)
    client_of(editor).post(
        f"/redaksi/{article.pk}/",
        {**asal, "photo": jpeg(), "photo_alt": "Alt.", "tags": "layanan, nikah, kua", "supporting": "KUA Bacukiki"},
    )
    client = client_of(parepare)
    response = client.post(f"/redaksi/{article.pk}/", {**asal, "title": "Judul Saya"})
    assert (response.status_code, response.context["differing"]) == (409, [])
    again = {bound.name: bound.value() or "" for bound in response.context["form"] if bound.name != "photo"}
    assert client.post(f"/redaksi/{article.pk}/", {**again, "intent": "save"}).status_code == 302
    article = only()
    assert (article.title, sorted(article.tags.names()), list(article.supporting.all())) == (
        "Judul Saya", ["kua", "layanan", "nikah"], [units.kua],
    )  # fmt: skip
    assert article.lead_photo is not None and article.lead_photo.alt == "Alt."


def test_the_words_of_another_storys_photo_cannot_be_changed(
    kua: Officer, editor: Officer, units: Units, client_of: Any, media: Path
) -> None:
    client_of(editor).post(
        "/redaksi/tulis/",
        story(intent="publish", satker=units.kua.pk, photo=jpeg(), photo_alt="Alt.", photo_caption="Keterangan."),
    )
    photo = Photo.objects.get()
    client_of(kua).post("/redaksi/tulis/", story(title="Lain", **card(photo, caption="SLOT GACOR")))
    photo.refresh_from_db()
    assert (photo.caption, photo.alt) == ("Keterangan.", "Alt.")
    assert Article.objects.get(title="Lain").lead_photo is None


def test_a_tag_may_have_spaces_signs_and_any_script(parepare: Officer, client_of: Any, reader: Client) -> None:
    client_of(parepare).post("/redaksi/tulis/", story(intent="publish", tags="manasik haji, الحج, !!!, c++, jum'at"))
    article = only()
    assert sorted(article.tags.names()) == sorted(["manasik haji", "الحج", "!!!", "c++", "jum'at"])
    assert reader.get(article.get_absolute_url()).status_code == 200
    assert [reader.get(f"/topik/{tag.slug}/").status_code for tag in article.tags.all()] == [200] * 5
    client_of(parepare).post(f"/redaksi/{article.pk}/", story(tags="manasik haji", version=article.version))
    form = client_of(parepare).get(f"/redaksi/{article.pk}/").context["form"]
    assert form["tags"].value() == "manasik haji"


def test_saving_a_scheduled_story_with_another_time_moves_it(parepare: Officer, client_of: Any, write: Any) -> None:
    article = write(parepare)
    now = timezone.localtime().replace(second=0, microsecond=0)
    article.schedule(parepare, now + dt.timedelta(days=1))
    later = now + dt.timedelta(days=2)
    sent = story(version=article.version, scheduled_for=later.strftime("%Y-%m-%dT%H:%M"))
    client_of(parepare).post(f"/redaksi/{article.pk}/", sent)
    assert (only().status, only().scheduled_for) == (Status.SCHEDULED, later)


def test_a_unit_that_has_ended_publishes_nothing_more(parepare: Officer, units: Units, client_of: Any) -> None:
    units.parepare.valid_to = dt.date(2020, 1, 1)
    units.parepare.save()
    response = client_of(parepare).post("/redaksi/tulis/", story(intent="publish", body="Teks saya."))
    assert (response.status_code, Article.objects.count()) == (422, 0)
    assert "Teks saya." in response.content.decode()


def test_photos_that_never_came_into_a_story_are_swept_up(parepare: Officer, client_of: Any, media: Path) -> None:
    client = client_of(parepare)
    client.post("/redaksi/tulis/", story(photo=jpeg(), title=""))
    client.post("/redaksi/tulis/", story(photo=jpeg((640, 480)), photo_alt="Alt.", photo_caption="Ket."))
    later = timezone.now() + dt.timedelta(hours=25)
    assert (sweep(), sweep(later), sweep(later)) == (0, 1, 0)
    assert list(Photo.objects.all()) == [only().lead_photo]
    assert sorted(path.name for path in media.rglob("*.*")) == sorted(
        name.rpartition("/")[2] for name in only().lead_photo.file_names()
    )


def test_a_save_that_comes_too_late_shows_all_that_was_typed(parepare: Officer, client_of: Any, write: Any) -> None:
    article = write(parepare)
    article.discard(parepare)
    response = client_of(parepare).post(f"/redaksi/{article.pk}/", story(title="Judul Saya", lead="Teras saya."))
    page = response.content.decode()
    assert response.status_code == 409
    assert [text for text in ("Judul Saya", "Teras saya.", "Alinea *pertama*.") if text not in page] == []


def test_a_writer_hands_in_and_an_editor_returns_and_publishes(kua: Officer, editor: Officer, client_of: Any) -> None:
    writer, reviewer = client_of(kua), client_of(editor)
    assert 'value="publish"' not in writer.get("/redaksi/tulis/", follow=True).content.decode()
    writer.post("/redaksi/tulis/", story(intent="submit"))
    article = only()
    assert [each.pk for each in reviewer.get("/redaksi/tinjau/").context["page"].items] == [article.pk]
    reviewer.post(f"/redaksi/{article.pk}/langkah/return/", {"version": article.version, "note": "Tambah jadwal."})
    assert "Tambah jadwal." in writer.get(f"/redaksi/{article.pk}/").content.decode()
    article.refresh_from_db()
    writer.post(f"/redaksi/{article.pk}/", story(intent="submit", version=article.version))
    article.refresh_from_db()
    response = reviewer.post(f"/redaksi/{article.pk}/langkah/publish/", {"version": article.version})
    article.refresh_from_db()
    assert (response["Location"], article.status) == (f"/redaksi/{article.pk}/terhitung/", Status.PUBLISHED)
    assert article.receipt.satker == kua.satker


def test_a_writer_cannot_publish_by_any_door(kua: Officer, client_of: Any, write: Any) -> None:
    client = client_of(kua)
    client.post("/redaksi/tulis/", story(intent="publish"))
    article = only()
    client.post(f"/redaksi/{article.pk}/", story(intent="publish", version=article.version))
    article.refresh_from_db()
    client.post(f"/redaksi/{article.pk}/langkah/publish/", {"version": article.version})
    client.post(
        f"/redaksi/{article.pk}/",
        story(intent="schedule", version=article.version, scheduled_for="2030-01-01T08:00"),
    )
    article.refresh_from_db()
    assert (article.status, Receipt.objects.count(), LedgerEntry.objects.count()) == (Status.DRAFT, 0, 0)


def test_fields_that_the_form_does_not_have_are_ignored(parepare: Officer, units: Units, client_of: Any) -> None:
    client_of(parepare).post(
        "/redaksi/tulis/",
        story(satker=units.pinrang.pk, status="published", first_published_at="2020-01-01", created_by=1, number=99),
    )
    article = only()
    assert (article.satker, article.status, article.first_published_at, article.created_by) == (
        units.parepare, Status.DRAFT, None, parepare,
    )  # fmt: skip


def test_a_photo_of_another_unit_cannot_be_taken(
    parepare: Officer, pinrang: Officer, client_of: Any, media: Path
) -> None:
    client_of(pinrang).post("/redaksi/tulis/", story(photo=jpeg(), title=""))
    client_of(parepare).post("/redaksi/tulis/", story(**card(Photo.objects.get())))
    assert only().lead_photo is None


def test_a_scheduled_story_goes_live_by_the_clock_and_is_counted_then(parepare: Officer, client_of: Any) -> None:
    later = timezone.localtime() + dt.timedelta(hours=2)
    client_of(parepare).post(
        "/redaksi/tulis/", story(intent="schedule", scheduled_for=later.strftime("%Y-%m-%dT%H:%M"))
    )
    article = only()
    assert (article.status, publish_due(), LedgerEntry.objects.count()) == (Status.SCHEDULED, [], 0)
    live = later + dt.timedelta(minutes=1)
    assert (publish_due(live), publish_due(live)) == ([article.pk], [])
    article.refresh_from_db()
    assert (article.status, article.first_published_at, LedgerEntry.objects.count()) == (Status.PUBLISHED, live, 1)


def test_a_time_that_has_passed_is_refused(parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).post("/redaksi/tulis/", story(intent="schedule", scheduled_for="2020-01-01T08:00"))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["scheduled_for"])


def test_a_correction_of_a_published_story_is_public_and_dated(
    parepare: Officer, client_of: Any, published: Any, reader: Client
) -> None:
    article = published(parepare)
    client_of(parepare).post(
        f"/redaksi/{article.pk}/", story(version=article.version, correction="Semula 1.420; yang benar 1.240.")
    )
    assert "Semula 1.420; yang benar 1.240." in reader.get(only().get_absolute_url()).content.decode()
    assert [line.verb for line in article.revisions.order_by("version")] == ["create", "publish", "correct"]


def test_a_story_with_more_than_plain_text_can_hold_is_edited_without_loss(
    parepare: Officer, client_of: Any, write: Any
) -> None:
    table = "<p>Jadwal</p><table><tbody><tr><td>Senin</td></tr></tbody></table>"
    article = write(parepare, body=table)
    form = client_of(parepare).get(f"/redaksi/{article.pk}/").context["form"]
    assert (form["body_mode"].value(), form["body"].value()) == ("html", table)
    client_of(parepare).post(
        f"/redaksi/{article.pk}/", story(body=table + "<script>x</script>", body_mode="html", version=article.version)
    )
    article.refresh_from_db()
    assert article.body == table


def test_the_counter_stays_in_sight(parepare: Officer, client_of: Any, published: Any, units: Units) -> None:
    now = timezone.now()
    units.parepare.yearly_target = 520
    units.parepare.save()
    parepare.satker.refresh_from_db()
    published(parepare, at=now)
    published(parepare, at=now - dt.timedelta(days=366 + 370))
    goal = client_of(parepare).get("/redaksi/").context["goal"]
    assert (goal.unit, goal.count, goal.target, goal.today, goal.before, goal.silent_days) == (
        units.parepare, 1, 520, 1, 0, 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "queries"),
    # Session, officer with unit and the unread notices first; what a page adds is the same for one story and for three.
    [
        ("/redaksi/", 20),
        ("/redaksi/draf/", 5),
        ("/redaksi/terbit/", 5),
        ("/redaksi/tinjau/", 7),
        ("/redaksi/angka/", 24),
    ],
)
def test_a_list_of_the_desk_costs_the_same_for_one_story_and_for_three(
    address: str, queries: int, editor: Officer, kua: Officer, write: Any, published: Any, client_of: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    client = client_of(editor)
    for count in (1, 2):
        for _each in range(count):
            write(editor)
            published(editor)
            write(kua).submit(kua)
        with django_assert_num_queries(queries):
            client.get(address)


def test_history_names_every_step(kua: Officer, editor: Officer, client_of: Any, write: Any) -> None:
    article = write(kua)
    article.submit(kua)
    article.return_to_writer(editor, "Perlu foto.")
    told = client_of(editor).get(f"/redaksi/{article.pk}/riwayat/").context["lines"]
    assert [(each.line.verb, each.line.actor, each.line.note) for each in told] == [
        ("return", editor, "Perlu foto."), ("submit", kua, ""), ("create", kua, ""),
    ]  # fmt: skip


def test_withdrawing_without_a_reason_keeps_the_story(parepare: Officer, client_of: Any, published: Any) -> None:
    article = published(parepare)
    response = client_of(parepare).post(f"/redaksi/{article.pk}/langkah/withdraw/", {"version": article.version})
    article.refresh_from_db()
    assert (response.status_code, article.status) == (422, Status.PUBLISHED)


def test_characters_that_no_database_takes_are_dropped(parepare: Officer, client_of: Any) -> None:
    client_of(parepare).post("/redaksi/tulis/", story(title="Ju\x00dul\u202e", body="Te\x00ks", writer="W\u200bn"))
    assert (only().title, only().body, only().writer) == ("Judul", "<p>Teks</p>", "Wn")
