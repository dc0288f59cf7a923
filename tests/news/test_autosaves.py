"""What was typed and not saved: kept without a version, found on another device, forgotten once it is saved."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news.clock import forget_autosaves
from news.desk.autosaves import KEPT
from news.models import Article, Autosave
from satker.models import Officer
from tests.news.test_desk import only, story

pytestmark = pytest.mark.usefixtures("english")


def keep(client: Client, article: Article | None = None, **fields: Any) -> Any:
    sent = {name: value for name, value in story(**fields).items() if name != "intent"}
    return client.post(f"/redaksi/otomatis/{f'?naskah={article.pk}' if article else ''}", sent)


def test_a_form_is_kept_and_found_by_its_token(parepare: Officer, client_of: Any) -> None:
    client, token = client_of(parepare), str(uuid.uuid4())
    assert keep(client, token=token, title="Baru separuh", body="Alinea").status_code == 204
    assert keep(client, token=token, title="Sudah penuh", body="Alinea", tags="haji").status_code == 204
    assert (Article.objects.count(), Autosave.objects.count()) == (0, 1)
    home = client.get("/redaksi/").content.decode()
    assert f'href="/redaksi/tulis/?t={token}"' in home and "Sudah penuh" in home
    form = client.get(f"/redaksi/tulis/?t={token}").context["form"]
    assert [form[name].value() for name in ("title", "body", "tags")] == ["Sudah penuh", "Alinea", "haji"]
    client.post("/redaksi/tulis/", story(token=token, title="Sudah penuh"))
    assert (only().title, Autosave.objects.count()) == ("Sudah penuh", 0)


def test_typing_over_a_saved_story_makes_no_version_and_shows_the_difference(
    parepare: Officer, write: Any, client_of: Any
) -> None:
    article = write(parepare, title="Judul tersimpan", body="<p>Satu dua tiga.</p>")
    client = client_of(parepare)
    keep(client, article, title="Judul tersimpan", lead="", body="Satu dua empat.", version=article.version)
    assert (only().version, only().revisions.count()) == (article.version, 1)
    page = client.get(f"/redaksi/{article.pk}/")
    assert page.context["form"]["body"].value() == "Satu dua tiga."
    ((label, pieces),) = page.context["unsaved_texts"]
    assert (label, [(piece.kind, piece.words) for piece in pieces]) == (
        "Text", [("same", "Satu dua"), ("removed", "tiga."), ("added", "empat.")],
    )  # fmt: skip
    form = client.get(f"/redaksi/{article.pk}/?otomatis").context["form"]
    assert (form["body"].value(), str(form["version"].value())) == ("Satu dua empat.", str(article.version))
    client.post(f"/redaksi/{article.pk}/", story(version=article.version))
    assert Autosave.objects.count() == 0


def test_typed_html_is_cleaned_before_it_is_shown(parepare: Officer, write: Any, client_of: Any) -> None:
    article, client = write(parepare), client_of(parepare)
    keep(client, article, body="<p>Halo <img src=x onerror=alert(1)><script>alert(2)</script></p>", body_mode="html")
    html = client.get(f"/redaksi/{article.pk}/").content.decode()
    assert "onerror=" not in html and "<script>alert" not in html


def test_it_can_be_thrown_away_by_its_officer_alone(
    parepare: Officer, editor: Officer, write: Any, client_of: Any
) -> None:
    article = write(parepare)
    keep(client_of(parepare), article, title="Lain")
    found = Autosave.objects.get()
    client_of(editor).post(f"/redaksi/otomatis/{found.pk}/buang/")
    assert Autosave.objects.count() == 1
    assert "unsaved" not in client_of(editor).get(f"/redaksi/{article.pk}/").content.decode()
    response = client_of(parepare).post(f"/redaksi/otomatis/{found.pk}/buang/")
    assert (response["Location"], Autosave.objects.count()) == (f"/redaksi/{article.pk}/", 0)


def test_nobody_types_over_another_units_story(pinrang: Officer, parepare: Officer, write: Any, client_of: Any) -> None:
    assert keep(client_of(pinrang), write(parepare), title="Lain").status_code == 404
    assert Autosave.objects.count() == 0


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("", {"token": "x"}), ("?naskah=x", {"token": ""}), ("", {f"f{n}": "x" for n in range(200)}),
        ("", {"n" * 80: "x"}),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused(address: str, fields: dict[str, str], parepare: Officer, client_of: Any) -> None:
    sent = {"title": "Judul", "token": str(uuid.uuid4()), **fields}
    assert client_of(parepare).post(f"/redaksi/otomatis/{address}", sent).status_code == 400


def test_an_emptied_form_is_forgotten(parepare: Officer, client_of: Any) -> None:
    client, token = client_of(parepare), str(uuid.uuid4())
    keep(client, token=token, title="Judul")
    keep(client, token=token, title=" ", lead="", body="")
    assert Autosave.objects.count() == 0


def test_the_newest_thirty_stay(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    for number in range(KEPT + 3):
        keep(client, title=f"Judul {number}", token=str(uuid.uuid4()))
    titles = {found.title for found in Autosave.objects.all()}
    assert titles == {f"Judul {number}" for number in range(3, KEPT + 3)}
    assert forget_autosaves(timezone.now() + dt.timedelta(days=91)) == KEPT


def test_a_script_is_told_where_to_go_on(parepare: Officer, client_of: Any) -> None:
    client, asked = client_of(parepare), {"HTTP_ACCEPT": "application/json"}
    made = client.post("/redaksi/tulis/", story(), **asked)
    assert made.json() == {"to": f"/redaksi/{only().pk}/"}
    wrong = client.post("/redaksi/tulis/", story(title=""), **asked)
    assert (wrong.status_code, wrong.json()) == (422, {"to": ""})


def test_a_change_that_was_saved_before_is_no_conflict(parepare: Officer, write: Any, client_of: Any) -> None:
    article, client = write(parepare), client_of(parepare)
    sent = story(version=article.version, intent="save")
    first, again = (client.post(f"/redaksi/{article.pk}/", sent) for _twice in range(2))
    assert (first.status_code, again.status_code) == (302, 302)
    assert only().version == article.version + 1
    other = client.post(f"/redaksi/{article.pk}/", {**sent, "title": "Judul lain"})
    assert other.status_code == 409


def test_the_worker_looks_after_the_desk_alone(client: Client, parepare: Officer, client_of: Any) -> None:
    response = client.get("/redaksi/sw.js")
    assert (response["Content-Type"], response["Cache-Control"]) == ("text/javascript; charset=utf-8", "no-cache")
    assert client_of(parepare).get("/redaksi/kunci/").json()["token"]
