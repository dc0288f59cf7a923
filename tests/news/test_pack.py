"""The Rakor pack and its pages: complete with and without Chromium, made once, and honest about what is missing."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from pypdf import PdfReader

from news import closing as books
from news import reports
from news.models import Article, Measure, Need, NeedItem, NeedReason, Pack, Photo, PointWeight, Programme, Rubric
from news.rekap import annual, pack, paper
from news.rekap.cards import cards
from news.rekap.sift import Sift
from news.rekap.slides import slides
from news.rekap.tally import matrix
from portal.management.commands import demo
from satker.access import Role
from satker.models import Officer, Satker
from tests.cast import NOON, Units, officer, unit, wita

pytestmark = pytest.mark.usefixtures("english")
State = Pack.State
RULE = "Closed with 4 stories, fingerprint (SHA-256) "


@pytest.fixture(autouse=True)
def private(settings: Any, tmp_path: Path) -> Path:
    """A folder of its own for the packs."""
    folder = tmp_path / "private"
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**settings.STORAGES, "private": backend}
    return folder


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def year(
    parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, units: Units, published: Any
) -> list[Article]:
    """2025 and 2026: three units, four stories that count this year, reads, a photo and a rubric."""
    ekoteologi = Programme.objects.create(slug="ekoteologi", name="Ekoteologi", valid_from="2025-03-06")
    photo = Photo.objects.create(
        satker=units.parepare, stem="foto/2026/03/abc", width=640, height=480, sha256="0", caption="Aula", alt="Orang"
    )
    stories = [
        published(parepare, title="Silam", at=wita(2025, 12, 31, 23, 59)),
        published(parepare, title="Januari", at=wita(2026, 1, 1, 0, 1), programme=ekoteologi, lead_photo=photo),
        published(parepare, title="Maret", at=wita(2026, 3, 10, 9), supporting=[units.pinrang]),
        published(editor, title="Dari KUA", satker=units.kua, at=wita(2026, 3, 11, 9)),
        published(pinrang, title="Pinrang", at=wita(2026, 3, 12, 9)),
        published(pinrang, title="Ditarik", at=wita(2026, 3, 13, 9)),
    ]
    stories[5].withdraw(pinrang, "Keliru.")
    for story, reads in zip(stories, (9, 8, 30, 0, 5, 900), strict=True):
        Measure.objects.filter(article=story).update(reads=reads)
    given = {"origin": "sample", "given_by": regional, "given_at": wita(2026, 5, 1, 9)}
    Rubric.objects.create(article=stories[1], substance=4, style=3, technique=3, originality=4, **given)
    return stories


def ask(by: Officer, **more: Any) -> Pack:
    return Pack.objects.create(**{"year": 2026, "asked_by": by, "asked_at": NOON, **more})


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# --- The rapor --------------------------------------------------------------------------------------


def test_a_rapor_says_what_the_year_was(year: list[Article], units: Units) -> None:
    PointWeight.objects.create(of="stories", weight=2)
    found = {card.node.code: card for card in cards(matrix(2026))}
    parepare = found["KK-73.72"]
    assert (parepare.row.total, parepare.row.rank, len(parepare.league.rows)) == (2, 1, 2)
    assert (parepare.chain, parepare.before) == (["Kanwil Kemenag Sulsel"], [*[0] * 11, 1])
    assert parepare.best and (parepare.best.title, parepare.best.reads) == ("Maret", 30)
    assert parepare.shot and (parepare.shot.title, parepare.shot.code) == ("Januari", "PRP-2026-0001")
    assert (parepare.receipts, parepare.points) == (("PRP-2026-0001", "PRP-2026-0002"), Decimal(4))
    assert (parepare.programmes, parepare.quality.rubric) == ([("Ekoteologi", 1)], Decimal("3.5"))
    pinrang, kua, kanwil = found["KK-73.15"], found["KUA-73.72.01"], found["KANWIL-73"]
    assert pinrang.best and pinrang.best.title == "Pinrang", "what was withdrawn is nobody's best"
    assert (pinrang.row.supporting, pinrang.receipts) == (1, ("PNR-2026-0001", "PNR-2026-0002"))
    assert (kua.best, kua.shot, kua.chain) == (None, None, ["Kanwil Kemenag Sulsel", "Kemenag Parepare"])
    assert (kanwil.best, kanwil.receipts, kanwil.row.total) == (None, None, 0)


def test_the_bars_of_both_years_have_one_scale(year: list[Article]) -> None:
    card = next(card for card in cards(matrix(2026)) if card.node.code == "KK-73.72")
    bars = [(pair.name, pair.now, pair.before, pair.height, pair.height_before) for pair in card.pairs]
    assert [bars[0], bars[1], bars[11]] == [("Jan", 1, 0, 100, 0), ("Feb", 0, 0, 0, 0), ("Dec", 0, 1, 0, 100)]


def test_rapor_pages_cost_the_same_for_4_units_and_for_24(
    year: list[Article], units: Units, django_assert_num_queries: Any
) -> None:
    for more in (0, 20):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
        found = matrix(2026)
        with django_assert_num_queries(24):
            assert len(cards(found)) == 4 + more
        with django_assert_num_queries(24):
            assert [card.node.name for card in cards(found, units.parepare)] == ["Kemenag Parepare"]


def test_the_page_of_a_unit_has_the_same_figures(year: list[Article], regional: Officer, client_of: Any) -> None:
    page = client_of(regional).get("/admin/rekap/2026/rapor/KK-73.72/")
    text = page.content.decode()
    assert page.context["card"].row.rank == 1
    assert all(word in text for word in ("PRP-2026-0002", "Ekoteologi", "/media/foto/2026/03/abc-320.jpg", "Maret"))
    assert "Ditarik" not in text and "Pinrang" not in text


def test_papers_are_found_from_the_pages_beside_them(
    year: list[Article], units: Units, regional: Officer, client_of: Any
) -> None:
    client: Client = client_of(regional)
    ways = client.get("/admin/rekap/2026/").text
    assert all(f'href="/admin/rekap/2026/{name}/"' in ways for name in ("piagam", "formulir"))
    for page in (
        "berita/?satker=KK-73.72",
        "berita/?satker=KK-73.72&bulan=3",
        "target/",
        f"pembinaan/{units.parepare.pk}/",
    ):
        assert 'href="/admin/rekap/2026/rapor/KK-73.72/"' in client.get(f"/admin/rekap/2026/{page}").text, page
    assert "/rapor/" not in client.get("/admin/rekap/2026/berita/").text


def test_a_rapor_of_a_unit_that_was_not_there_is_a_404(year: list[Article], regional: Officer, client_of: Any) -> None:
    Satker.objects.filter(code="KK-73.15").update(valid_from=dt.date(2026, 1, 1))
    assert client_of(regional).get("/admin/rekap/2020/rapor/KK-73.15/").status_code == 404


# --- Certificates, slides ---------------------------------------------------------------------------


def test_only_a_contest_has_winners(
    year: list[Article], units: Units, pinrang: Officer, published: Callable[..., Article]
) -> None:
    def winners() -> list[tuple[str, str, int]]:
        return [(each.name, each.place, each.total) for each in annual.load(2026).winners]

    assert winners() == [("Kantor Kemenag Parepare", "first place", 2)], "nobody wins alone or by coming last"
    published(pinrang, title="Lagi", at=wita(2026, 5, 1, 9))
    tied = ["Kantor Kemenag Parepare", "Kantor Kemenag Pinrang"]
    assert [name for name, place, _total in winners()] == tied
    rivals = [unit(f"KK-{number}", "kankemenag", f"Kemenag Baru{number}", units.kanwil) for number in range(3)]
    team = officer("tim", Role.REGIONAL)
    for number, rival in enumerate(rivals):
        published(team, satker=rival, title=f"Baru {number}", at=wita(2026, 5, 2, 9))
    assert [name for name, _place, _total in winners()] == [*tied, *(rival.official_name for rival in rivals)]
    rivals.append(unit("KK-9", "kankemenag", "Kemenag Baru9", units.kanwil))
    published(team, satker=rivals[-1], at=wita(2026, 5, 2, 9))
    assert [name for name, _place, _total in winners()] == tied, "four share the third rank"


def test_certificates_of_a_closed_year_have_the_figures_as_closed(
    year: list[Article], units: Units, regional: Officer, parepare: Officer, pinrang: Officer, published: Any,
    client_of: Any,
) -> None:  # fmt: skip
    def winners() -> list[tuple[str, int, int]]:
        return [(each.name, each.rank, each.total) for each in annual.load(2026).winners]

    open_ = client_of(regional).get("/admin/rekap/2026/piagam/").content.decode()
    told = "The year is not closed: the figures may still change."
    assert open_.count(f'<p class="print">{told}</p>') == 1
    closing = books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 5, 9))
    for story in year[1:3]:
        story.withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    Satker.objects.filter(pk=units.parepare.pk).update(official_name="Kantor Baru")
    assert matrix(2026).total.total == 2
    assert winners() == [("Kantor Kemenag Parepare", 1, 2)], "the first by the book, whatever became of it since"
    page = client_of(regional).get("/admin/rekap/2026/piagam/").content.decode()
    assert "2 stories in 2026" in page and closing.sha256 in page and told not in page
    books.close(regional, 2026, place="Makassar", reason="Dua berita ditarik.", at=wita(2027, 3, 1, 9))
    assert winners() == [("Kantor Kemenag Pinrang", 1, 1)], "a revision is judged anew"


def test_the_screens_of_the_hall(year: list[Article], units: Units) -> None:
    opening, years, months, *others = slides(annual.load(2026))
    assert (opening.title, opening.big, opening.record) == ("Rekap 2026", "4", True)
    assert opening.note == "stories from 3 of 4 units · +3 against 2025"
    assert [(bar.label, bar.count, bar.best) for bar in years.bars] == [("2025", 1, False), ("2026", 4, True)]
    assert [bar.count for bar in months.bars] == [1, 0, 3, *[0] * 9]
    told = {slide.title: [(line.place, line.name, line.figure) for line in slide.lines] for slide in others}
    assert told == {
        "Kantor Kemenag Kabupaten/Kota": [(1, "Kemenag Parepare", "2"), (2, "Kemenag Pinrang", "1")],
        "Grown most": [(1, "Kemenag Parepare", "+1")],
        "Priority programmes": [(1, "Ekoteologi", "1")],
    }


@pytest.fixture
def moved(year: list[Article], regional: Officer, parepare: Officer) -> list[Article]:
    """2026, closed with four stories of which one was withdrawn since."""
    books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 5, 9))
    year[1].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    return year


def test_the_screens_of_a_closed_year_show_what_was_closed(
    moved: list[Article], regional: Officer, client_of: Any
) -> None:
    opening, years, months, league, *_others = slides(annual.load(2026))
    assert (opening.big, opening.closed) == ("4", "closed 5 January 2027 · now 3")
    assert opening.note == "stories from 3 of 4 units · +3 against 2025"
    assert years.more == months.more == "2026 as it is now: 3, closed with 4"
    assert [(line.place, line.name, line.figure, line.note) for line in league.lines] == [
        (1, "Kemenag Parepare", "2", "+1 · now 1"), (2, "Kemenag Pinrang", "1", ""),
    ]  # fmt: skip
    page = client_of(regional).get("/admin/rekap/2026/layar/").content.decode()
    assert '<p class="closed">closed 5 January 2027 · now 3</p>' in page


def test_where_only_months_are_closed_the_papers_say_so(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    books.close(regional, 2026, month=3, place="Makassar", at=wita(2026, 4, 2, 9))
    year[2].withdraw(parepare, "Keliru.", at=wita(2026, 5, 1, 9))
    opening = slides(annual.load(2026))[0]
    told = "March 2026 closed with 3, now 2"
    assert (opening.big, opening.closed, opening.more) == ("3", "", told)
    for name in ("cetak", "rapor/KK-73.72"):
        assert told in client_of(regional).get(f"/admin/rekap/2026/{name}/").content.decode()


def test_the_papers_of_a_closed_year_say_what_moved_since(
    moved: list[Article], regional: Officer, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client: Client = client_of(regional)
    row = " ".join(client.get("/admin/rekap/2026/rapor/KK-73.72/").content.decode().split())
    assert "<b>closed with 2, now 1</b>" in row
    assert '<span class="no">PRP-2026-0001</span> <span class="story">Januari</span> <b>−1</b>' in row
    assert "Withdrawn, 1 Feb 2027" in row
    assert "closed with" not in client.get("/admin/rekap/2026/rapor/KK-73.15/").content.decode(), "nothing moved there"
    printed = " ".join(client.get("/admin/rekap/2026/cetak/").content.decode().split())
    assert '<td class="sum">2 <span class="soft">(−1)</span></td>' in printed
    assert printed.count('<th scope="col">As closed</th>') == 5
    assert printed.count('class="story"') == 1 and "<p>closed with 4, now 3</p>" in printed
    elsewhere = client.get("/admin/rekap/2026/cetak/?wilayah=Kabupaten+Pinrang").content.decode()
    assert 'class="story"' not in elsewhere, "only what moved the figures shown"
    found = matrix(2026)
    with django_assert_num_queries(24):  # one for what moved, none for photos: no story that counts has one
        cards(found)


def test_paper_has_room_for_so_many_changes(
    moved: list[Article], pinrang: Officer, regional: Officer, published: Any, client_of: Any
) -> None:
    for day in range(1, 29):
        for hour in (9, 10):
            published(pinrang, title=f"Susulan {day}.{hour}", at=wita(2026, 12, day, hour))
    client: Client = client_of(regional)
    printed = client.get("/admin/rekap/2026/cetak/").content.decode()
    assert (printed.count('class="story"'), "and 17 more: see the minutes" in printed) == (40, True)
    card = client.get("/admin/rekap/2026/rapor/KK-73.15/").content.decode()
    assert (card.count('class="story"'), "and 51 more: see the minutes" in card) == (5, True)


def test_the_screens_of_the_hall_do_not_cut_among_equals(
    year: list[Article], units: Units, published: Callable[..., Article]
) -> None:
    team = officer("tim", Role.REGIONAL)

    def league() -> tuple[list[tuple[int, str]], str]:
        (found,) = [slide for slide in slides(annual.load(2026)) if slide.title == "Kantor Kemenag Kabupaten/Kota"]
        return [(line.place, line.name) for line in found.lines], found.more

    for number in range(6):
        rival = unit(f"KK-{number}", "kankemenag", f"Kemenag Baru{number}", units.kanwil)
        published(team, satker=rival, at=wita(2026, 5, 2, 9))
    unit("KK-9", "kankemenag", "Kemenag Diam", units.kanwil)
    tied = [*(f"Kemenag Baru{number}" for number in range(6)), "Kemenag Pinrang"]
    assert league() == ([(1, "Kemenag Parepare"), *((2, name) for name in tied)], "")
    rival = unit("KK-8", "kankemenag", "Kemenag Baru8", units.kanwil)
    published(team, satker=rival, at=wita(2026, 5, 2, 9))
    shown = [(1, "Kemenag Parepare"), *((2, f"Kemenag Baru{number}") for number in range(4))]
    assert league() == (shown, "and 4 more units with the same figure")


@pytest.mark.parametrize(("rated", "named"), [(4, False), (5, True)])
def test_few_rubrics_name_nobody(
    rated: int, named: bool, parepare: Officer, regional: Officer, published: Callable[..., Article]
) -> None:
    stories = [published(parepare, at=wita(2026, 3, day, 9)) for day in range(1, 13)]
    given = {"origin": "sample", "given_by": regional, "given_at": wita(2026, 5, 1, 9)}
    for story in stories[:rated]:
        Rubric.objects.create(article=story, substance=4, style=3, technique=3, originality=4, **given)
    lines = [slide.lines for slide in slides(annual.load(2026)) if slide.title == "Rubric of the editors"]
    assert [(line.name, line.figure, line.note) for each in lines for line in each] == (
        [("Kemenag Parepare", "3,50", "5 stories")] if named else []
    )


def test_the_screens_are_narrowed_like_the_page(
    year: list[Article], units: Units, regional: Officer, client_of: Any
) -> None:
    item = NeedItem.objects.select_related("kind").first()
    assert item
    reason = NeedReason.objects.first()
    for satker, estimate in ((units.parepare, 1000), (units.pinrang, 50)):
        Need.objects.create(
            satker=satker, year=2026, item=item, side="needed", quantity=1, estimate=estimate, reason=reason,
            recorded_by=regional, recorded_at=NOON,
        )  # fmt: skip
    found = {slide.title: slide for slide in slides(annual.load(2026, sift=Sift(2026, induk="KK-73.72")))}
    assert (found["Rekap 2026"].big, found["Rekap 2026"].record) == ("3", False)
    assert [(bar.label, bar.count) for bar in found["Stories per year"].bars] == [("2025", 1), ("2026", 3)]
    assert [line.figure for line in found["What units need"].lines] == ["Rp1,000"]
    assert "Priority programmes" in found
    pinrang = {slide.title: slide for slide in slides(annual.load(2026, sift=Sift(2026, wilayah="Kabupaten Pinrang")))}
    assert [bar.count for bar in pinrang["Stories per year"].bars] == [1]
    assert "Priority programmes" not in pinrang
    supporting = slides(annual.load(2026, sift=Sift(2026, peran="supporting")))
    assert (supporting[0].big, supporting[0].more) == (
        "1", "Quality is left out: its marks are those of the lead unit's stories.",
    )  # fmt: skip
    page = client_of(regional).get("/admin/rekap/2026/layar/?induk=KK-73.72").content.decode()
    assert page.count('<p class="note">Kemenag Parepare and all below</p>') == page.count('<section class="slide')


def test_the_print_is_narrowed_like_the_page(year: list[Article], regional: Officer, client_of: Any) -> None:
    client: Client = client_of(regional)
    ways = client.get("/admin/rekap/2026/?induk=KK-73.72").content.decode()
    for name in ("rekap.xlsx", "rekap.csv", "cetak/", "layar/"):
        assert f'href="/admin/rekap/2026/{name}?induk=KK-73.72"' in ways
    page = client.get("/admin/rekap/2026/cetak/?induk=KK-73.72")
    text = page.content.decode()
    assert page.context["data"].found.total.total == 3
    assert "<b>Kemenag Parepare and all below</b>" in text and "Kemenag Pinrang" not in text
    assert 'href="/admin/rekap/2026/layar/?induk=KK-73.72"' in text
    for name in ("rekap.xlsx", "cetak/", "layar/"):
        assert client.get(f"/admin/rekap/2026/{name}?jenis=tidak").status_code == 404


def test_nothing_and_no_year_before_are_dashes(
    year: list[Article], parepare: Officer, regional: Officer, client_of: Any
) -> None:
    client: Client = client_of(regional)

    def told(address: str, text: str) -> int:
        return client.get(address).content.decode().count(text)

    quiet = '<td class="soft">–</td><th scope="row">Kanwil Kemenag Sulsel</th>'
    assert told("/admin/rekap/2026/cetak/", quiet) == 1
    assert told("/admin/rekap/2026/rapor/KANWIL-73/", "<dd>–</dd>") >= 1
    assert told("/admin/rekap/2026/rapor/KK-73.72/", "2025: 1 (+1)") == 1
    year[0].withdraw(parepare, "Keliru.")
    assert told("/admin/rekap/2026/rapor/KK-73.72/", "2025: –</dd>") == 1
    assert told("/admin/rekap/2026/cetak/", '<td class="soft">–</td><td>–</td>') > 5
    assert [slide.title for slide in slides(annual.load(2026)) if slide.title == "Grown most"] == []


def test_the_minutes_can_be_printed(year: list[Article], regional: Officer, client_of: Any) -> None:
    official = {"name": "Ahmad", "position": "Ketua Tim", "nip": ""}
    closing = books.close(regional, 2026, place="Makassar", officials=[official], at=wita(2027, 1, 5, 9))
    page = client_of(regional).get(closing.get_absolute_url()).content.decode()
    assert '<p class="dated">Makassar, 5 January 2027</p>' in page
    assert "data-print hidden>" in page and "js/print.js" in page and "css/print.css" in page
    for each in page.split(" · ")[1:-1]:
        assert "</p>" not in each, "what parts two links stands between them"
    assert '· <a class="noprint"' not in page


@pytest.mark.parametrize("name", ["cetak", "rapor/KK-73.72", "piagam", "formulir", "layar"])
@pytest.mark.parametrize("year_", [2026, 2019])
def test_each_page_has_one_heading(
    name: str, year_: int, year: list[Article], regional: Officer, client_of: Any
) -> None:
    text = client_of(regional).get(f"/admin/rekap/{year_}/{name}/").content.decode()
    assert text.count("<h1") == 1
    assert "style=" not in text and "<style" not in text


# --- The pack ---------------------------------------------------------------------------------------


def test_without_chromium_the_pages_come_as_html(year: list[Article], no_browser: None, tmp_path: Path) -> None:
    out, told = tmp_path / "rakor", io.StringIO()
    call_command("rakor_pack", "2026", out=out, site="https://berita.example.go.id/", stdout=told, stderr=io.StringIO())
    styles = {"halaman/tokens.css", "halaman/base.css", "halaman/print.css"}
    index = "rapor/INDEKS.txt"
    pages = {
        "halaman/matriks-2026.html", "halaman/rapor-2026-01-single-units.html",
        "halaman/rapor-2026-02-kemenag-parepare.html", "halaman/piagam-2026.html", "halaman/formulir-2026.html",
    }  # fmt: skip
    assert names(out) == {"BACA-INI.txt", index, "rekap-2026.xlsx", "kebutuhan-2026.xlsx", *styles, *pages}
    assert (out / index).read_text(encoding="utf-8").splitlines() == [
        "Kanwil Kemenag Sulsel (KANWIL-73): halaman/rapor-2026-01-single-units.html, page 1",
        "Kemenag Parepare (KK-73.72): halaman/rapor-2026-02-kemenag-parepare.html, page 1",
        "Kemenag Pinrang (KK-73.15): halaman/rapor-2026-01-single-units.html, page 2",
        "KUA Bacukiki (KUA-73.72.01): halaman/rapor-2026-02-kemenag-parepare.html, page 2",
    ]
    read_me = (out / "BACA-INI.txt").read_text(encoding="utf-8")
    assert "No PDF: this server has no Chromium." in read_me
    assert "No minutes of closing: the book of 2026 is not closed." in read_me
    assert all(f"{name}\n" in read_me for name in pages)
    assert "No PDF" in told.getvalue() and " s; this process " in told.getvalue()
    rapor = (out / "halaman" / "rapor-2026-02-kemenag-parepare.html").read_text(encoding="utf-8")
    assert rapor.count('<article class="sheet card"') == 2 and "Kantor KUA Bacukiki" in rapor


def test_a_closed_year_brings_its_minutes(
    year: list[Article], regional: Officer, no_browser: None, tmp_path: Path
) -> None:
    closing = books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 5, 9))
    made = pack.make(2026, tmp_path)
    assert [sentence for sentence in made.left_out if "minutes" in sentence] == []
    assert books.fingerprint((tmp_path / "kanonik-2026.txt").read_text(encoding="utf-8")) == closing.sha256
    assert {"berita-acara-2026.xlsx", "halaman/berita-acara-2026.html"} <= {piece.name for piece in made.pieces}
    assert f"{RULE}{closing.sha256}." in (tmp_path / "BACA-INI.txt").read_text(encoding="utf-8")


def test_every_closing_of_the_year_brings_its_minutes(
    year: list[Article], regional: Officer, pinrang: Officer, no_browser: None, tmp_path: Path
) -> None:
    books.close(regional, 2026, 3, place="Makassar", at=wita(2026, 4, 5, 9))
    books.close(regional, 2025, place="Makassar", at=wita(2026, 4, 5, 9))
    year[4].withdraw(pinrang, "Keliru.", at=wita(2026, 4, 6, 9))
    books.close(regional, 2026, 3, place="Makassar", reason="Satu ditarik.", at=wita(2026, 4, 7, 9))
    made = pack.make(2026, tmp_path)
    minutes = {piece.name: piece.told for piece in made.pieces if piece.name.startswith(("berita", "halaman/berita"))}
    assert minutes == {
        "berita-acara-2026-03.xlsx": "Minutes of closing as a workbook: March 2026",
        "berita-acara-2026-03-revisi-2.xlsx": "Minutes of closing as a workbook: March 2026, revision 2",
        "halaman/berita-acara-2026-03.html": "Minutes of closing: March 2026",
        "halaman/berita-acara-2026-03-revisi-2.html": "Minutes of closing: March 2026, revision 2",
    }
    for closing in books.Closing.objects.filter(year=2026):
        kept = tmp_path / f"kanonik-2026-03{'-revisi-2' if closing.revision == 2 else ''}.txt"
        assert books.fingerprint(kept.read_text(encoding="utf-8")) == closing.sha256
    assert "No minutes of the whole year: the book of 2026 is not closed." in made.left_out


def test_rapor_files_come_by_the_name_of_their_branch(year: list[Article], units: Units) -> None:
    head = unit("KK-A", "kankemenag", "Kemenag Bone", units.kanwil)
    for number in range(16):
        unit(f"KUA-{number:02d}", "kua", f"KUA Ke{number:02d}", head)
    found = [(name, len(cards)) for name, cards in pack.branches(cards(matrix(2026)))]
    assert found == [
        ("single units", 2), ("Kemenag Bone", 17), ("Kemenag Parepare", 2),
    ]  # fmt: skip


def test_a_workbook_of_needs_without_a_line_says_so(year: list[Article], no_browser: None, tmp_path: Path) -> None:
    pack.make(2026, tmp_path)
    found = openpyxl.load_workbook(tmp_path / "kebutuhan-2026.xlsx")
    texts = [[cell for row in sheet.iter_rows(values_only=True) for cell in row if cell] for sheet in found.worksheets]
    assert ["Nothing has been recorded yet." in each for each in texts] == [True, False, True]


def test_the_demonstration_says_its_own_address(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(demo.basehttp, "run", lambda *args, **more: told.append(annual.site_of()))
    monkeypatch.setattr(demo, "get_wsgi_application", lambda: None)
    for given in ("", "https://berita.example.go.id"):
        settings.PORTAL_ADDRESS = given
        demo.Command(stdout=io.StringIO())._serve(8765)
        assert given == settings.PORTAL_ADDRESS
    assert told == ["http://127.0.0.1:8765", "https://berita.example.go.id"]


def test_photos_lie_beside_the_pages(
    year: list[Article], media: Path, no_browser: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (media / "foto/2026/03").mkdir(parents=True)
    (media / "foto/2026/03/abc-320.jpg").write_bytes(b"JPEG")
    folder = tmp_path_factory.mktemp("rakor")
    pack.make(2026, folder)
    (photo,) = (folder / "halaman").glob("foto-*.jpg")
    assert photo.read_bytes() == b"JPEG"
    assert f'src="{photo.name}"' in (folder / "halaman" / "rapor-2026-02-kemenag-parepare.html").read_text()


@pytest.mark.slow
def test_chromium_prints_all_of_it(year: list[Article], tmp_path: Path) -> None:
    if paper.browser() is None:
        pytest.skip("no Chromium on this machine")
    made = pack.make(2026, tmp_path)
    printed = {
        "matriks-2026.pdf", "piagam-2026.pdf", "formulir-2026.pdf", "rapor/rapor-2026-01-single-units.pdf",
        "rapor/rapor-2026-02-kemenag-parepare.pdf",
    }  # fmt: skip
    assert {name for name in names(tmp_path) if name.endswith(".pdf")} == printed
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF-") for name in printed)
    kept = {"halaman/matriks-2026.html", "halaman/tokens.css", "halaman/base.css", "halaman/print.css"}
    assert {name for name in names(tmp_path) if name.startswith("halaman/")} == kept
    assert made.left_out == ["No minutes of closing: the book of 2026 is not closed."]
    if reader := shutil.which("pdfinfo"):
        told = subprocess.run(
            [reader, tmp_path / "rapor/rapor-2026-02-kemenag-parepare.pdf"], capture_output=True, text=True
        )
        assert "Pages:           2" in told.stdout, "a rapor fits on one page"


def test_what_is_printed_in_parts_is_numbered_throughout(
    year: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if paper.browser() is None:
        pytest.skip("no Chromium on this machine")
    monkeypatch.setattr(pack, "ROWS", 1)
    pack.make(2026, tmp_path)
    printed = PdfReader(tmp_path / "matriks-2026.pdf")
    assert printed.metadata and printed.metadata.title == "Matrix and leagues, A4 landscape"
    numbers = [re.findall(r"^\d+$", page.extract_text(), re.M) for page in printed.pages]
    assert [found[0] for found in numbers] == ["1", "2", "3", "4", "5"], "one for the sums, one for each unit"
    found = {name for name in names(tmp_path) if name.startswith("halaman/matriks")}
    assert found == {"halaman/matriks-2026.html"}, "the parts are gone"
    whole = (tmp_path / "halaman/matriks-2026.html").read_text(encoding="utf-8")
    assert whole.count("<table") == 2 + len(matrix(2026).leagues)


def test_no_sheet_has_a_signature_block_alone(tmp_path: Path) -> None:
    if (program := paper.browser()) is None:
        pytest.skip("no Chromium on this machine")
    signed = render_to_string("reports/_signed.html", {"whose": reports.ALL})
    rows = [[_line(number) for number in range(count)] for count in range(30, 60, 2)]
    sheets = [
        format_html(
            '<article class="sheet form-b"><table class="ruled"><tbody>{}</tbody></table>{}</article>',
            format_html_join("", "{}", ((each,) for each in lines)), signed,
        )
        for lines in rows
    ]  # fmt: skip
    paper.print_pdf(program, paper.page(tmp_path, "f.html", "Formulir", sheets), tmp_path / "f.pdf")
    printed = PdfReader(tmp_path / "f.pdf")
    with_hand = [text for page in printed.pages if "NIP" in (text := page.extract_text())]
    assert len(with_hand) == len(sheets) < len(printed.pages)
    assert all(text.count("Baris") >= 2 for text in with_hand), "the last rows come along"
    assert printed.metadata and printed.metadata.title == "Formulir"


def _line(number: int) -> str:
    return format_html("<tr><td>Baris {}</td></tr>", number)


def test_a_large_league_is_cut_and_small_ones_stand_together(
    year: list[Article], units: Units, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
    monkeypatch.setattr(pack, "ROWS", 4)
    cut = [
        [(half.kind.code, len(half.rows), half.total is not None) for half in part]
        for part in pack.halves(matrix(2026).leagues)
    ]
    assert cut == [[("kanwil", 1, True), ("kankemenag", 2, True)], [("kua", 4, False)], [("kua", 1, True)]]


def test_a_browser_that_fails_leaves_the_page_and_says_so(
    year: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "browser", lambda: shutil.which("false"))
    made = pack.make(2026, tmp_path)
    assert "Chromium could not print matriks-2026.pdf. The page itself is in halaman/." in made.left_out
    assert (tmp_path / "halaman" / "matriks-2026.html").exists()


def test_a_browser_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "chromium"
    slow.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(paper, "SECONDS", 0.3)
    seen: list[int] = []
    with pytest.raises(paper.Unprinted, match=r"longer than"):
        paper.print_pdf(str(slow), tmp_path / "x.html", tmp_path / "x.pdf", seen.append)
    until = time.monotonic() + 5  # what is killed takes a moment to be gone
    while paper.memory_of_sessions({seen[0]}) != paper.Memory() and time.monotonic() < until:
        time.sleep(0.05)
    assert paper.memory_of_sessions({seen[0]}) == paper.Memory(), "what it started has gone with it"


def test_a_year_that_is_none_is_refused(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="3026 is no year of the portal"):
        call_command("rakor_pack", "3026", out=tmp_path)


def test_a_year_without_a_story_is_refused(
    year: list[Article], regional: Officer, client_of: Any, tmp_path: Path
) -> None:
    told = "Nothing has been counted in 2019: there is nothing to pack."
    with pytest.raises(CommandError, match=told):
        call_command("rakor_pack", "2019", out=tmp_path / "kosong")
    assert not (tmp_path / "kosong").exists()
    answer = client_of(regional).post("/admin/rekap/paket/", {"tahun": "2019"})
    assert (answer.status_code, told in answer.text, Pack.objects.count()) == (422, True, 0)
    asked = ask(regional, year=2019)
    pack.make_waiting()
    asked.refresh_from_db()
    assert (asked.state, asked.left_out) == (State.FAILED, [told])


@pytest.mark.parametrize(
    ("site", "address", "told"),
    [("", "", "http://localhost:8000"), ("https://a.example", "", ""), ("", "https://b.example", "")],
)
def test_the_pack_says_where_its_links_lead_if_nobody_did(
    site: str, address: str, told: str, year: list[Article], no_browser: None, settings: Any, tmp_path: Path
) -> None:
    settings.PORTAL_ADDRESS, settings.ALLOWED_HOSTS, settings.CSRF_TRUSTED_ORIGINS = address, ["localhost"], []
    out = io.StringIO()
    call_command("rakor_pack", "2026", out=tmp_path, site=site, stdout=out, stderr=io.StringIO())
    sentences = [line for line in out.getvalue().splitlines() if line.startswith("Links lead")]
    wanted = [f"Links lead to {told}; --site or PORTAL_ADDRESS says where else the portal is."] if told else []
    assert sentences == wanted


# --- The button -------------------------------------------------------------------------------------


def test_asking_twice_waits_for_one_pack(year: list[Article], regional: Officer, client_of: Any) -> None:
    client: Client = client_of(regional)
    answers = [client.post("/admin/rekap/paket/", {"tahun": "2026"}) for _each in range(2)]
    (waiting,) = Pack.objects.all()
    assert [answer["Location"] for answer in answers] == [waiting.get_absolute_url()] * 2
    page = client.get(waiting.get_absolute_url())
    assert (page["Refresh"], waiting.state, waiting.asked_by) == ("5", State.WAITING, regional)
    assert client.post("/admin/rekap/paket/", {"tahun": "x"}).status_code == 404


def test_the_clock_makes_it_and_the_team_downloads_it(
    year: list[Article], regional: Officer, client_of: Any, no_browser: None
) -> None:
    asked = ask(regional)
    call_command("tick", stdout=io.StringIO())
    asked.refresh_from_db()
    assert (asked.state, asked.percent, asked.step) == (State.READY, 100, "")
    assert [piece["name"] for piece in asked.contents][:2] == ["kebutuhan-2026.xlsx", "rekap-2026.xlsx"]
    client: Client = client_of(regional)
    page = client.get(asked.get_absolute_url())
    assert "Refresh" not in page and "No PDF" in page.content.decode()
    answer = client.get(f"/admin/rekap/paket/{asked.pk}/unduh/")
    assert answer["Content-Disposition"] == 'attachment; filename="rakor-2026.zip"'
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert {f"rakor-2026/{piece['name']}" for piece in asked.contents} <= set(packed.namelist())
    assert packed.testzip() is None


def test_progress_is_told_at_most_once_a_second(
    year: list[Article], regional: Officer, no_browser: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[dict[str, Any]] = []
    save = pack._save
    monkeypatch.setattr(pack, "_save", lambda asked, **changes: (saved.append(changes), save(asked, **changes)))
    monkeypatch.setattr(pack, "TELL", dt.timedelta(hours=1))
    ask(regional)
    pack.make_waiting()
    assert [sorted(changes) for changes in saved] == [
        ["done", "step", "total"],
        ["step"],
        ["contents", "done", "file", "finished_at", "left_out", "state", "step", "total"],
    ]


def test_one_pack_has_one_maker(year: list[Article], regional: Officer) -> None:
    asked = ask(regional)
    first, second = pack._claim(NOON), pack._claim(NOON + dt.timedelta(minutes=9))
    assert first and (first.pk, first.state, first.seen_at) == (asked.pk, State.WORKING, NOON)
    assert second is None, "the first one was heard of nine minutes ago"


def test_a_maker_that_was_not_heard_of_loses_it(year: list[Article], regional: Officer) -> None:
    ask(regional)
    first = pack._claim(NOON)
    second = pack._claim(NOON + dt.timedelta(minutes=11))
    assert first and second and first.pk == second.pk
    with pytest.raises(pack.Lost):
        pack._save(first, state=State.READY)
    pack._save(second, step="PDF")
    assert Pack.objects.get().step == "PDF"


def test_what_fails_says_so_and_can_be_asked_for_again(
    year: list[Article], regional: Officer, client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **more: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pack, "make", full)
    asked = ask(regional)
    assert pack.make_waiting() == asked.pk
    asked.refresh_from_db()
    sentence = "The files could not be written: No space left on device. Make room, then ask again."
    assert (asked.state, asked.left_out) == (State.FAILED, [sentence])
    client: Client = client_of(regional)
    assert sentence in client.get(asked.get_absolute_url()).content.decode()
    assert client.get(f"/admin/rekap/paket/{asked.pk}/unduh/").status_code == 404
    client.post("/admin/rekap/paket/", {"tahun": "2026"})
    assert Pack.objects.filter(state=State.WAITING).count() == 1
    assert pack.make_waiting() != asked.pk, "what failed is not tried again by itself"


def test_the_newest_three_of_a_year_keep_their_files(regional: Officer) -> None:
    kept = storages["private"]
    made = []
    for number in range(5):
        name = kept.save(f"rakor/{number}.zip", io.BytesIO(b"zip"))
        at = timezone.now() + dt.timedelta(minutes=number)
        made.append(ask(regional, state=State.READY, file=name, finished_at=at, year=2025 if number == 0 else 2026))
    pack._forget_older(2026)
    files = [Pack.objects.get(pk=each.pk).file for each in made]
    assert files == ["rakor/0.zip", "", "rakor/2.zip", "rakor/3.zip", "rakor/4.zip"]
    assert [kept.exists(f"rakor/{number}.zip") for number in range(5)] == [True, False, True, True, True]


def test_the_list_of_packs_costs_the_same_for_1_and_3(
    regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client: Client = client_of(regional)
    for number in (1, 2):
        for _each in range(number):
            ask(regional)
        with django_assert_num_queries(4):
            client.get("/admin/rekap/paket/")
