"""Publications in other media: recorded by their link, once, and counted beside the stories."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.db import IntegrityError
from django.test import Client

from news.desk.publications import PublicationForm, one_link
from news.models import Article, Channel, Programme, Publication
from news.rekap.publications import publications
from satker.models import Officer, Satker
from tests.cast import NOON, Units, unit, wita

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.usefixtures("at_noon")]
DESK, REKAP = "/redaksi/publikasi/", "/admin/rekap/2026/publikasi/"
TODAY = dt.date(2026, 3, 10)
Recorded = Callable[..., Publication]
Published = Callable[..., Article]


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is NOON."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


@pytest.fixture
def channels(db: None) -> None:
    """Three channels; what the portal came with is put aside."""
    Channel.objects.all().delete()
    for order, (slug, name, group) in enumerate(
        [("ig", "Instagram", "social"), ("yt", "YouTube", "social"), ("koran", "Media cetak", "press")]
    ):
        Channel.objects.create(slug=slug, name=name, group=group, order=order)


@pytest.fixture
def recorded(channels: None, regional: Officer) -> Recorded:
    """recorded(unit, channel, day, **more): one publication with a link of its own."""

    def record(satker: Satker, channel: str = "ig", day: dt.date = TODAY, **more: Any) -> Publication:
        number = Publication.objects.count() + 1
        defaults = {"title": f"Kiriman {number}", "url": f"https://contoh.example/{number}"}
        return Publication.objects.create(
            satker=satker, channel=Channel.objects.get(slug=channel), day=day, recorded_by=regional, recorded_at=NOON,
            **{**defaults, **more},
        )  # fmt: skip

    return record


def form(**more: Any) -> dict[str, Any]:
    """Return what the form sends: a post of today."""
    return {
        "url": "https://contoh.example/p/1", "channel": Channel.objects.get(slug="ig").pk, "title": "Manasik haji",
        "day": "2026-03-10", "medium": "", "summary": "", "programme": "", "story": "", **more,
    }  # fmt: skip


def titles(response: Any) -> list[str]:
    return [each.title for each in response.context["items"]]


# --- The desk -------------------------------------------------------------------------------------


def test_a_writer_records_changes_and_takes_back(
    channels: None, kua: Officer, parepare: Officer, published: Published, client_of: Any
) -> None:
    story = published(parepare)
    client = client_of(kua)
    sent = form(title="Manasik  haji\u200b", summary="Ringkas.", story="prp-2026-0001")
    assert client.post(f"{DESK}baru/", sent)["Location"] == f"{DESK}?tahun=2026&bulan=3"
    kept = Publication.objects.get()
    assert (kept.satker, kept.channel.slug, kept.title, kept.url, kept.day, kept.summary, kept.article) == (
        kua.satker, "ig", "Manasik haji", "https://contoh.example/p/1", TODAY, "Ringkas.", story,
    )  # fmt: skip
    assert (kept.recorded_by, kept.recorded_at, kept.removed_at) == (kua, NOON, None)
    assert titles(client.get(DESK)) == ["Manasik haji"]

    page = client.get(f"{DESK}{kept.pk}/").content.decode()
    assert 'value="PRP-2026-0001"' in page and 'value="2026-03-10"' in page
    changed = client.post(f"{DESK}{kept.pk}/", form(title="Manasik", day="2026-02-28"))
    assert changed["Location"] == f"{DESK}?tahun=2026&bulan=2"
    kept.refresh_from_db()
    assert (kept.title, kept.day, kept.article) == ("Manasik", dt.date(2026, 2, 28), None)

    assert client.post(f"{DESK}{kept.pk}/", {"hapus": "1"})["Location"] == f"{DESK}?tahun=2026&bulan=2"
    kept.refresh_from_db()
    assert (kept.removed_at, titles(client.get(f"{DESK}?bulan=2"))) == (NOON, [])
    assert client.get(f"{DESK}{kept.pk}/").status_code == 404
    assert client.post(f"{DESK}baru/", form()).status_code == 302, "what was taken back may come again"


@pytest.mark.parametrize(("wrong", "field", "sentence"), [
    ({"url": ""}, "url", "This field is required."),
    ({"url": "javascript:alert(1)"}, "url", "Write a link that begins with https:// or http://."),
    ({"url": "ftp://contoh.example/1"}, "url", "Write a link that begins with https:// or http://."),
    ({"url": "data:text/html,x"}, "url", "Write a link that begins with https:// or http://."),
    ({"url": "bukan tautan"}, "url", "Write a link that begins with https:// or http://."),
    ({"url": f"https://contoh.example/{'x' * 480}"}, "url",
     "Ensure this value has at most 500 characters (it has 503)."),
    ({"day": "2026-03-11"}, "day", "This day has not come yet."),
    ({"day": "0026-03-10"}, "day", "Check the year."),
    ({"title": " \u200b "}, "title", "This field is required."),
    ({"story": "PRP-2026-0099"}, "story", "No published story has this number or address."),
    ({"story": "PRP-2026-0002"}, "story", "No published story has this number or address."),
    ({"story": "https://lain.example/berita/{story}/x/"}, "story", "No published story has this number or address."),
    ({"story": "/berita/{draft}/"}, "story", "No published story has this number or address."),
    ({"story": "/berita/99999999999999999999/"}, "story", "No published story has this number or address."),
    ({"channel": "99"}, "channel", "Select a valid choice. That choice is not one of the available choices."),
    ({"channel": "koran"}, "medium", "Write the name of the medium."),
])  # fmt: skip
def test_a_wrong_publication_is_refused_in_a_sentence(
    wrong: dict[str, Any], field: str, sentence: str, channels: None, parepare: Officer, published: Published,
    write: Any, client_of: Any,
) -> None:  # fmt: skip
    ids = {"story": published(parepare).pk, "draft": write(parepare).pk}
    published(parepare).withdraw(parepare, "Keliru.")  # PRP-2026-0002
    if wrong.get("channel") == "koran":
        wrong = {"channel": Channel.objects.get(slug="koran").pk}
    wrong = {name: value.format(**ids) if isinstance(value, str) else value for name, value in wrong.items()}
    response = client_of(parepare).post(f"{DESK}baru/", form(**wrong))
    assert (response.status_code, dict(response.context["form"].errors)) == (422, {field: [sentence]})
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    "typed", ["PRP-2026-0001", "/b/PRP-2026-0001", "http://testserver/b/prp-2026-0001", "/berita/{pk}/",
              "http://testserver/berita/{pk}/manasik-di-masjid-raya/"],
)  # fmt: skip
def test_a_story_is_named_by_its_number_or_its_address(
    typed: str, channels: None, parepare: Officer, published: Published, client_of: Any
) -> None:
    story = published(parepare)
    client_of(parepare).post(f"{DESK}baru/", form(story=typed.format(pk=story.pk)))
    assert Publication.objects.get().article == story


def test_a_story_that_was_withdrawn_since_stays(
    recorded: Recorded, parepare: Officer, published: Published, client_of: Any
) -> None:
    story = published(parepare)
    kept = recorded(parepare.satker, article=story)
    story.withdraw(parepare, "Keliru.")
    client_of(parepare).post(f"{DESK}{kept.pk}/", form(title="Diubah", story="PRP-2026-0001"))
    kept.refresh_from_db()
    assert (kept.title, kept.article) == ("Diubah", story)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HTTPS://Contoh.Example/P/1", "https://contoh.example/P/1"),
        ("https://contoh.example/p/1?igsh=abc&utm_source=x#komentar", "https://contoh.example/p/1"),
        ("https://contoh.example/w?v=a%20b&si=x", "https://contoh.example/w?v=a+b"),
        ("https://contoh.example/w?v=a%20b&n=", "https://contoh.example/w?v=a%20b&n="),
    ],
)
def test_a_post_has_one_link_whoever_shares_it(typed: str, kept: str) -> None:
    assert one_link(typed) == kept


def test_a_link_is_recorded_once_a_unit(channels: None, parepare: Officer, pinrang: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post(f"{DESK}baru/", form())
    again = client.post(f"{DESK}baru/", form(url="https://CONTOH.example/p/1?igsh=x", title="Lagi"))
    assert (again.status_code, again.context["form"].non_field_errors()) == (422, ["This link is recorded already."])
    client.post(f"{DESK}baru/", form(url="https://contoh.example/p/2", title="Kedua"))
    second = Publication.objects.get(title="Kedua")
    moved = client.post(f"{DESK}{second.pk}/", form(title="Kedua"))
    assert moved.context["form"].non_field_errors() == ["This link is recorded already."]
    assert client_of(pinrang).post(f"{DESK}baru/", form()).status_code == 302, "another unit may share the same post"
    assert Publication.objects.count() == 3


def test_two_senders_at_once_get_one_publication(
    channels: None, parepare: Officer, client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(parepare)

    def late(form: PublicationForm, commit: bool = True) -> Publication:
        raise IntegrityError("UNIQUE constraint failed")

    monkeypatch.setattr(PublicationForm, "save", late)
    response = client.post(f"{DESK}baru/", form())
    assert response.context["form"].non_field_errors() == ["This link is recorded already."]


def test_programmes_and_channels_on_offer_are_those_in_force(
    recorded: Recorded, parepare: Officer, client_of: Any
) -> None:
    old = Programme.objects.create(slug="lama", name="Lama", valid_from="2020-01-01", valid_to="2024-12-31")
    Programme.objects.create(slug="kini", name="Kini", valid_from="2025-01-01")
    kept = recorded(parepare.satker, "yt", programme=old)
    Channel.objects.filter(slug="yt").update(active=False)
    client = client_of(parepare)

    def offered(address: str) -> list[list[str]]:
        fields = client.get(address).context["form"].fields
        return [[text for _pk, text in fields[name].choices] for name in ("programme", "channel")]

    assert offered(f"{DESK}baru/") == [["none", "Kini"], ["Choose", "Instagram", "Media cetak"]]
    assert offered(f"{DESK}{kept.pk}/") == [["none", "Kini", "Lama"], ["Choose", "Instagram", "YouTube", "Media cetak"]]


def test_the_list_counts_each_month_and_opens_the_last_one(
    recorded: Recorded, units: Units, parepare: Officer, client_of: Any
) -> None:
    recorded(units.parepare, title="Januari", day=dt.date(2026, 1, 31))
    recorded(units.parepare, title="Februari", day=dt.date(2026, 2, 1))
    recorded(units.parepare, title="Ditarik", day=dt.date(2026, 3, 1), removed_at=NOON)
    recorded(units.parepare, title="Silam", day=dt.date(2025, 12, 31))
    recorded(units.pinrang, title="Rahasia Pinrang", day=dt.date(2026, 2, 1))
    client = client_of(parepare)
    response = client.get(DESK)
    assert [count for _number, _short, count in response.context["months"]] == [1, 1, *[0] * 10]
    assert (response.context["total"], titles(response)) == (2, ["Februari"])
    assert titles(client.get(f"{DESK}?bulan=1")) == ["Januari"]
    assert titles(client.get(f"{DESK}?tahun=2025")) == ["Silam"]
    assert [client.get(DESK + query).status_code for query in ("?bulan=13", "?bulan=x", "?tahun=1")] == [404] * 3


def test_another_units_publications_are_not_there(
    recorded: Recorded, units: Units, kua: Officer, parepare: Officer, pinrang: Officer, reader: Client, client_of: Any
) -> None:
    theirs, below = recorded(units.pinrang), recorded(units.kua)
    before = list(Publication.objects.order_by("pk").values())
    for officer, kept in ((parepare, theirs), (parepare, below), (kua, theirs), (pinrang, below)):
        client = client_of(officer)
        assert client.get(f"{DESK}{kept.pk}/").status_code == 404
        assert client.post(f"{DESK}{kept.pk}/", form()).status_code == 404
        assert client.post(f"{DESK}{kept.pk}/", {"hapus": "1"}).status_code == 404
        for address in (f"{DESK}?satker={kept.satker.code}", f"{DESK}baru/?satker={kept.satker.code}"):
            assert client.get(address).status_code == 404
            assert client.post(address, form()).status_code in {404, 405}
    assert reader.post(f"{DESK}{theirs.pk}/", form()).status_code == 401
    assert list(Publication.objects.order_by("pk").values()) == before
    assert titles(client_of(parepare).get(DESK)) == []


def test_an_editor_records_for_a_unit_below(recorded: Recorded, units: Units, editor: Officer, client_of: Any) -> None:
    below, theirs = recorded(units.kua), recorded(units.pinrang)
    client = client_of(editor)
    assert [each.code for each in client.get(DESK).context["choice"].units] == ["KK-73.72", "KUA-73.72.01"]
    assert titles(client.get(f"{DESK}?satker=KUA-73.72.01")) == ["Kiriman 1"]
    assert client.post(f"{DESK}baru/?satker=KUA-73.72.01", form())["Location"] == (
        f"{DESK}?satker=KUA-73.72.01&tahun=2026&bulan=3"
    )
    assert [each.title for each in units.kua.publications.order_by("pk")] == ["Kiriman 1", "Manasik haji"]
    assert [client.get(f"{DESK}{each.pk}/").status_code for each in (below, theirs)] == [200, 404]


def test_the_regional_team_chooses_a_unit_first(
    recorded: Recorded, units: Units, regional: Officer, client_of: Any
) -> None:
    recorded(units.pinrang)
    client = client_of(regional)
    assert "Choose a unit first." in client.get(DESK).content.decode()
    assert client.get(f"{DESK}baru/").status_code == 404
    assert titles(client.get(f"{DESK}?satker=KK-73.15")) == ["Kiriman 1"]


def test_the_desks_list_costs_the_same_for_1_and_for_3(
    recorded: Recorded, parepare: Officer, published: Published, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    for _number in range(2):
        recorded(parepare.satker, article=published(parepare))
        with django_assert_num_queries(6):  # session, officer, unit, months, list, unread
            client.get(DESK)
        recorded(parepare.satker, "yt", article=published(parepare))


# --- The region -----------------------------------------------------------------------------------


@pytest.fixture
def year(recorded: Recorded, units: Units, parepare: Officer, published: Published) -> None:
    """Two units publish in three months; one publication is taken back, one is of last year."""
    recorded(units.parepare, "ig", dt.date(2026, 1, 1), article=published(parepare))
    recorded(units.parepare, "ig", dt.date(2026, 3, 5))
    recorded(units.parepare, "yt", dt.date(2026, 3, 6), removed_at=NOON)
    recorded(units.kua, "koran", dt.date(2026, 3, 7), medium="Kabar Pesisir")
    recorded(units.kua, "ig", dt.date(2025, 12, 31))


def test_what_was_not_taken_back_is_counted_by_channel_month_and_unit(year: None) -> None:
    report = publications(2026)
    zero = [0] * 12
    march, both = [0, 0, 1, *zero[3:]], [1, 0, 1, *zero[3:]]
    assert [(line.channel.slug, [cell.count for cell in line.cells], line.total) for line in report.channels] == [
        ("ig", both, 2), ("yt", zero, 0), ("koran", march, 1),
    ]  # fmt: skip
    assert [cell.count for cell in report.months] == [1, 0, 2, *zero[3:]]
    assert {
        league.kind.code: [(line.unit.name, [cell.count for cell in line.cells], line.total) for line in league.lines]
        for league in report.leagues
    } == {
        "kanwil": [("Kanwil Kemenag Sulsel", [0, 0, 0], 0)],
        "kankemenag": [("Kemenag Parepare", [2, 0, 0], 2), ("Kemenag Pinrang", [0, 0, 0], 0)],
        "kua": [("KUA Bacukiki", [0, 0, 1], 1)],
    }
    assert (report.total, report.active, report.units) == (3, 2, 4)


def test_the_units_that_recorded_any_are_shown_alone(year: None, regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    assert '<a href="?hanya=mencatat#satker">2</a>' in client.get(REKAP).text
    page = client.get(f"{REKAP}?hanya=mencatat")
    assert [line.unit.name for league in page.context["leagues"] for line in league.lines] == [
        "Kemenag Parepare", "KUA Bacukiki",
    ]  # fmt: skip
    assert client.get(f"{REKAP}?hanya=x").status_code == 404


def test_a_channel_that_is_no_longer_offered_keeps_its_column_while_it_counts(year: None) -> None:
    Channel.objects.update(active=False)
    assert [line.channel.slug for line in publications(2026).channels] == ["ig", "koran"]


def test_every_figure_opens_exactly_the_publications_behind_it(year: None, regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    page = client.get(REKAP).content.decode()
    figures = re.findall(r'href="(/admin/rekap/2026/publikasi/daftar/\?[^"]*)">([\d.]+)<', page)
    assert len(figures) > 12
    for address, figure in figures:
        behind = client.get(address.replace("&amp;", "&"))
        assert (behind.context["figure"], len(behind.context["turn"].items)) == (int(figure), int(figure)), address


@pytest.mark.parametrize(
    "sift",
    ["", "?jenis=kankemenag", "?wilayah=Kota+Parepare", "?tampil=gabung", "?susunan=kini", "?induk=KK-73.72",
     "?susunan=kini&tampil=gabung&induk=KANWIL-73"],
)  # fmt: skip
def test_the_quality_table_leads_to_the_publications_it_counts(
    sift: str, year: None, units: Units, regional: Officer, client_of: Any
) -> None:
    ended = {"valid_to": dt.date(2026, 2, 28), "successor": units.parepare}
    Satker.objects.filter(pk=units.kua.pk).update(**ended)
    client = client_of(regional)
    page = client.get(f"/admin/rekap/2026/mutu/{sift}").content.decode()
    figures = re.findall(r'href="\.\./(publikasi/daftar/\?[^"]*)">([\d.]+)<', page)
    assert len(figures) >= 2
    for address, figure in figures:
        behind = client.get(f"/admin/rekap/2026/{address.replace('&amp;', '&')}")
        assert (behind.context["figure"], len(behind.context["turn"].items)) == (int(figure), int(figure)), address


def test_the_list_names_what_it_shows(year: None, regional: Officer, client_of: Any) -> None:
    page = client_of(regional).get(f"{REKAP}daftar/?satker=KK-73.72&kanal=ig&bulan=1")
    assert [each.title for each in page.context["turn"].items] == ["Kiriman 1"]
    assert (page.context["names"], page.context["period"]) == (["Kemenag Parepare", "Instagram"], "January 2026")
    assert "PRP-2026-0001" in page.content.decode()


def test_the_csv_says_what_the_screen_says(year: None, units: Units, regional: Officer, client_of: Any) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(short_name="=1+1")
    response = client_of(regional).get(f"{REKAP}?bentuk=csv")
    assert response["Content-Disposition"] == 'attachment; filename="publikasi-2026.csv"'
    office = "Kantor Kemenag Kabupaten/Kota"
    assert list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")))) == [
        ["code", "unit", "kind", "Instagram", "YouTube", "Media cetak", "total"],
        ["KANWIL-73", "Kanwil Kemenag Sulsel", "Kantor Wilayah", "0", "0", "0", "0"],
        ["KK-73.72", "Kemenag Parepare", office, "2", "0", "0", "2"],
        ["KK-73.15", "'=1+1", office, "0", "0", "0", "0"],
        ["KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", "0", "0", "1", "1"],
        ["", "Total", "", "2", "0", "1", "3"],
    ]


def test_the_xlsx_says_it_too(year: None, regional: Officer, client_of: Any) -> None:
    Publication.objects.filter(title="Kiriman 2").update(title='=HYPERLINK("x")')
    response = client_of(regional).get(f"{REKAP}?bentuk=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(response.content), data_only=True)
    assert book.sheetnames == ["Channel by month", "Unit by channel", "Publications"]

    def rows(name: str) -> list[list[Any]]:
        return [list(row) for row in book[name].iter_rows(min_row=4, values_only=True)]

    zero = [0] * 9
    assert rows("Channel by month") == [
        ["Instagram", 1, 0, 1, *zero, 2], ["YouTube", 0, 0, 0, *zero, 0], ["Media cetak", 0, 0, 1, *zero, 1],
        ["Total", 1, 0, 2, *zero, 3],
    ]  # fmt: skip
    assert [row[1:] for row in rows("Unit by channel")] == [
        ["Kanwil Kemenag Sulsel", "Kantor Wilayah", 0, 0, 0, 0],
        ["Kemenag Parepare", "Kantor Kemenag Kabupaten/Kota", 2, 0, 0, 2],
        ["Kemenag Pinrang", "Kantor Kemenag Kabupaten/Kota", 0, 0, 0, 0],
        ["KUA Bacukiki", "Kantor Urusan Agama", 0, 0, 1, 1],
        ["Total", None, 2, 0, 1, 3],
    ]
    assert [(row[0].date(), *row[1:6], row[8]) for row in rows("Publications")] == [
        (dt.date(2026, 1, 1), "Kemenag Parepare", "Instagram", "Kiriman 1", "https://contoh.example/1", None,
         "PRP-2026-0001"),
        (dt.date(2026, 3, 5), "Kemenag Parepare", "Instagram", '=HYPERLINK("x")', "https://contoh.example/2", None,
         None),
        (dt.date(2026, 3, 7), "KUA Bacukiki", "Media cetak", "Kiriman 4", "https://contoh.example/4", "Kabar Pesisir",
         None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "query",
    ["?bentuk=pdf", "daftar/?satker=tidak", "daftar/?kanal=tidak", "daftar/?bulan=13", "daftar/?jenis=tidak",
     "daftar/?sebelum=x", "daftar/?satker=%00"],
)  # fmt: skip
def test_odd_questions_are_a_404(query: str, year: None, regional: Officer, client_of: Any) -> None:
    assert client_of(regional).get(REKAP + query).status_code == 404


def test_only_the_regional_team_sees_the_region(year: None, parepare: Officer, editor: Officer, client_of: Any) -> None:
    addresses = (REKAP, f"{REKAP}daftar/", f"{REKAP}?bentuk=csv")
    found = [client_of(officer).get(address).status_code for officer in (parepare, editor) for address in addresses]
    assert found == [403] * 6


@pytest.mark.parametrize(("address", "queries"), [(REKAP, 7), (f"{REKAP}daftar/", 5)])
def test_the_register_costs_the_same_for_4_units_and_for_40(
    address: str, queries: int, year: None, recorded: Recorded, units: Units, regional: Officer, client_of: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    client = client_of(regional)
    for more in (0, 36):
        for number in range(more):
            recorded(unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang), day=wita(2026, 2, 1, 9).date())
        with django_assert_num_queries(queries):
            client.get(address)
