"""What units need and received: recorded in the desk by short lists, summed for the Rakor."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.test import Client

from news.models import Article, Need, NeedItem, NeedKind, NeedReason
from news.rekap.needs import Amount, Wanted, needs
from news.templatetags.money import rupiah
from satker.models import Officer, Satker
from satker.structure import Structure
from tests.cast import NOON, Units, unit, wita

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.usefixtures("at_noon")]
DESK, REKAP = "/redaksi/kebutuhan/", "/admin/rekap/2026/kebutuhan/"
DAY = dt.timedelta(days=1)
Recorded = Callable[..., Need]


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is NOON."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


@pytest.fixture
def lists(db: None) -> None:
    """Two kinds of need with an item or two, and a reason; what the portal came with is put aside."""
    NeedItem.objects.all().delete()
    NeedKind.objects.all().delete()
    NeedReason.objects.all().delete()
    gear = NeedKind.objects.create(slug="alat", name="Alat", order=1)
    quota = NeedKind.objects.create(slug="kuota", name="Kuota", order=2)
    NeedItem.objects.create(kind=gear, name="Ponsel", counted_in="buah", order=1)
    NeedItem.objects.create(kind=gear, name="Tripod", counted_in="buah", order=2)
    NeedItem.objects.create(kind=quota, name="Paket data", counted_in="GB")
    NeedReason.objects.create(name="Rusak")


@pytest.fixture
def recorded(lists: None, regional: Officer) -> Recorded:
    """recorded(unit, item, quantity, rupiah, **more): one line of a unit's 2026."""

    def record(satker: Satker, item: str, quantity: int, estimate: int, **more: Any) -> Need:
        return Need.objects.create(
            satker=satker, item=NeedItem.objects.get(name=item), quantity=quantity, estimate=estimate,
            reason=NeedReason.objects.get(), recorded_by=regional, recorded_at=NOON, **{"year": 2026, **more},
        )  # fmt: skip

    return record


def form(**more: Any) -> dict[str, Any]:
    """Return what the form sends: a telephone, for 2026."""
    ids = {"item": NeedItem.objects.get(name="Ponsel").pk, "reason": NeedReason.objects.get().pk}
    return {"year": 2026, "side": "needed", "quantity": 2, "estimate": "7.000.000", **ids, **more}


def shown(response: Any) -> dict[str, list[tuple[str, int, int]]]:
    sides = response.context["sides"]
    return {side.name: [(line.item.name, line.quantity, line.estimate) for line in side.lines] for side in sides}


@pytest.mark.parametrize(("amount", "text"), [(0, "Rp0"), (None, "Rp0"), (950, "Rp950"), (1_250_000, "Rp1.250.000")])
def test_rupiah_are_written_with_points(amount: int | None, text: str) -> None:
    assert rupiah(amount) == text


# --- The desk -------------------------------------------------------------------------------------


def test_a_writer_records_changes_and_deletes_what_the_unit_needs(lists: None, kua: Officer, client_of: Any) -> None:
    client = client_of(kua)
    assert client.post(f"{DESK}baru/", form())["Location"] == f"{DESK}?tahun=2026"
    need = Need.objects.get()
    assert (need.satker, need.year, need.side, need.item.name, need.quantity, need.estimate, need.reason.name) == (
        kua.satker, 2026, "needed", "Ponsel", 2, 7_000_000, "Rusak",
    )  # fmt: skip
    assert (need.recorded_by, need.recorded_at) == (kua, NOON)
    assert shown(client.get(DESK)) == {"Needed": [("Ponsel", 2, 7_000_000)], "Received": []}
    assert 'value="7.000.000"' in client.get(f"{DESK}{need.pk}/").content.decode()
    sent = form(side="received", quantity=1, estimate="Rp 3.500.000,-", year=2025)
    assert client.post(f"{DESK}{need.pk}/", sent)["Location"] == f"{DESK}?tahun=2025"
    assert shown(client.get(DESK)) == {"Needed": [], "Received": []}
    assert shown(client.get(f"{DESK}?tahun=2025")) == {"Needed": [], "Received": [("Ponsel", 1, 3_500_000)]}
    assert client.post(f"{DESK}{need.pk}/", {"hapus": "1"})["Location"] == f"{DESK}?tahun=2025"
    assert not Need.objects.exists()


@pytest.mark.parametrize(("typed", "kept"), [
    ("", 0), ("0", 0), ("7000000", 7_000_000), ("7.000.000", 7_000_000), ("Rp7.000.000", 7_000_000),
    ("rp. 7.000.000,00", 7_000_000), ("Rp 7.000.000,-", 7_000_000), (" 7 000 000 ", 7_000_000),
])  # fmt: skip
def test_a_sum_is_understood_as_people_type_it(
    typed: str, kept: int, lists: None, parepare: Officer, client_of: Any
) -> None:
    client_of(parepare).post(f"{DESK}baru/", form(estimate=typed))
    assert list(Need.objects.values_list("estimate", flat=True)) == [kept]


@pytest.mark.parametrize(("wrong", "field", "sentence"), [
    ({"estimate": "tujuh juta"}, "estimate", "Write whole rupiah, like 1.250.000."),
    ({"estimate": "7.5"}, "estimate", "Write whole rupiah, like 1.250.000."),
    ({"estimate": "1,5"}, "estimate", "Write whole rupiah, like 1.250.000."),
    ({"estimate": "-5"}, "estimate", "Write whole rupiah, like 1.250.000."),
    ({"estimate": "9" * 300}, "estimate", "Ensure this value is less than or equal to 1000000000000."),
    ({"quantity": "0"}, "quantity", "Ensure this value is greater than or equal to 1."),
    ({"quantity": "100001"}, "quantity", "Ensure this value is less than or equal to 100000."),
    ({"item": ""}, "item", "This field is required."),
    ({"item": "99999"}, "item", "Select a valid choice. That choice is not one of the available choices."),
    ({"reason": "x"}, "reason", "Select a valid choice. That choice is not one of the available choices."),
    ({"year": "1999"}, "year", "Select a valid choice. 1999 is not one of the available choices."),
    ({"side": "lost"}, "side", "Select a valid choice. lost is not one of the available choices."),
])  # fmt: skip
def test_a_wrong_line_is_refused_in_a_sentence(
    wrong: dict[str, str], field: str, sentence: str, lists: None, parepare: Officer, client_of: Any
) -> None:
    response = client_of(parepare).post(f"{DESK}baru/", form(**wrong))
    assert (response.status_code, dict(response.context["form"].errors)) == (422, {field: [sentence]})
    assert not Need.objects.exists()


def test_what_was_tapped_twice_is_recorded_once(lists: None, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    client.post(f"{DESK}baru/", form())
    again = client.post(f"{DESK}baru/", form(quantity=9))
    assert again.context["form"].non_field_errors() == [
        "This item stands in the list already, for the same reason: change it there."
    ]
    assert client.post(f"{DESK}baru/", form(side="received")).status_code == 302
    assert list(Need.objects.order_by("pk").values_list("side", "quantity")) == [("needed", 2), ("received", 2)]


def test_an_item_that_is_no_longer_offered_stays_where_it_is(
    recorded: Recorded, parepare: Officer, client_of: Any
) -> None:
    line = recorded(parepare.satker, "Tripod", 1, 0)
    NeedItem.objects.filter(name="Tripod").update(active=False)
    client = client_of(parepare)
    assert "Tripod (buah)" not in client.get(f"{DESK}baru/").content.decode()
    assert client.post(f"{DESK}baru/", form(item=line.item_id)).status_code == 422
    assert client.post(f"{DESK}{line.pk}/", form(item=line.item_id, quantity=5)).status_code == 302
    line.refresh_from_db()
    assert (line.item.name, line.quantity) == ("Tripod", 5)


def test_items_are_offered_by_kind(lists: None, parepare: Officer, client_of: Any) -> None:
    choices = client_of(parepare).get(f"{DESK}baru/").context["form"].fields["item"].choices
    assert [(name, [text for _pk, text in of_kind]) for name, of_kind in list(choices)[1:]] == [
        ("Alat", ["Ponsel (buah)", "Tripod (buah)"]), ("Kuota", ["Paket data (GB)"]),
    ]  # fmt: skip


def test_another_units_needs_are_not_there(
    recorded: Recorded, units: Units, kua: Officer, parepare: Officer, pinrang: Officer, reader: Client, client_of: Any
) -> None:
    theirs, below = recorded(units.pinrang, "Ponsel", 3, 9), recorded(units.kua, "Ponsel", 4, 9)
    before = list(Need.objects.order_by("pk").values())
    for officer, line in ((parepare, theirs), (parepare, below), (kua, theirs), (pinrang, below)):
        client = client_of(officer)
        assert client.get(f"{DESK}{line.pk}/").status_code == 404
        assert client.post(f"{DESK}{line.pk}/", form(quantity=99)).status_code == 404
        assert client.post(f"{DESK}{line.pk}/", {"hapus": "1"}).status_code == 404
        for address in (f"{DESK}?satker={line.satker.code}", f"{DESK}baru/?satker={line.satker.code}"):
            assert client.get(address).status_code == 404
            assert client.post(address, form()).status_code in {404, 405}
    assert reader.post(f"{DESK}{theirs.pk}/", form()).status_code == 401
    assert list(Need.objects.order_by("pk").values()) == before
    assert shown(client_of(parepare).get(DESK)) == {"Needed": [], "Received": []}


def test_an_editor_chooses_a_unit_below_and_no_other(
    recorded: Recorded, units: Units, editor: Officer, client_of: Any
) -> None:
    below, theirs = recorded(units.kua, "Ponsel", 4, 9), recorded(units.pinrang, "Ponsel", 3, 9)
    client = client_of(editor)
    assert [each.code for each in client.get(DESK).context["choice"].units] == ["KK-73.72", "KUA-73.72.01"]
    assert shown(client.get(f"{DESK}?satker=KUA-73.72.01"))["Needed"] == [("Ponsel", 4, 9)]
    sent = form(item=NeedItem.objects.get(name="Tripod").pk)
    assert client.post(f"{DESK}baru/?satker=KUA-73.72.01&tahun=2026", sent)["Location"] == (
        f"{DESK}?satker=KUA-73.72.01&tahun=2026"
    )
    assert list(units.kua.needs.order_by("pk").values_list("item__name", flat=True)) == ["Ponsel", "Tripod"]
    assert client.get(f"{DESK}{below.pk}/").status_code == 200
    assert client.get(f"{DESK}{theirs.pk}/").status_code == 404
    assert client.get(f"{DESK}?satker=KK-73.15").status_code == 404


def test_the_regional_team_chooses_a_unit_first(
    recorded: Recorded, units: Units, regional: Officer, client_of: Any
) -> None:
    recorded(units.pinrang, "Ponsel", 3, 9)
    client = client_of(regional)
    assert "Choose a unit first." in client.get(DESK).content.decode()
    assert client.get(f"{DESK}baru/").status_code == 404
    assert shown(client.get(f"{DESK}?satker=KK-73.15"))["Needed"] == [("Ponsel", 3, 9)]


@pytest.mark.parametrize("query", ["?tahun=x", "?tahun=1899", "?tahun=20260", "?tahun=٢٠٢٦", "?satker=%00"])
def test_odd_questions_are_a_404(query: str, units: Units, parepare: Officer, editor: Officer, client_of: Any) -> None:
    assert [client_of(officer).get(DESK + query).status_code for officer in (parepare, editor)] == [404, 404]


def test_the_desks_list_costs_the_same_for_1_line_and_for_3(
    recorded: Recorded, parepare: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    recorded(parepare.satker, "Ponsel", 3, 9)
    for item in ("Tripod", "Paket data"):
        with django_assert_num_queries(5):  # session, officer, unit, lines, unread
            client.get(DESK)
        recorded(parepare.satker, item, 1, 1)


# --- The region -----------------------------------------------------------------------------------


@pytest.fixture
def year(
    recorded: Recorded, units: Units, parepare: Officer, pinrang: Officer, editor: Officer,
    published: Callable[..., Article],
) -> None:  # fmt: skip
    """Three units told their needs, two of them publish; last year's are not this year's."""
    recorded(units.parepare, "Ponsel", 2, 7_000_000)
    recorded(units.parepare, "Ponsel", 1, 3_500_000, side="received")
    recorded(units.kua, "Ponsel", 1, 3_000_000)
    recorded(units.kua, "Paket data", 20, 100_000)
    recorded(units.pinrang, "Tripod", 4, 1_000_000)
    recorded(units.pinrang, "Tripod", 99, 99_000_000, year=2025)
    published(parepare, at=wita(2026, 1, 2, 9))
    published(editor, satker=units.kua, at=wita(2026, 3, 1, 9), supporting=[units.pinrang])
    published(pinrang, at=wita(2025, 3, 1, 9))


def told(wanted: Wanted, **more: Any) -> dict[str, Any]:
    report = needs(2026, wanted, Structure(2026), **more)
    return {
        "groups": {
            group.kind.slug: [(line.item.name, line.needed, line.received) for line in group.items]
            for group in report.groups
        },
        "branches": [
            (line.unit.name, line.units, line.output, line.per_kind, line.received) for line in report.branches
        ],
        "units": [(line.unit.name, line.output, line.per_kind, line.received) for line in report.units],
        "lines": [(line.satker.short_name, line.side, line.item.name) for line in report.lines],
        "sums": (report.needed, report.received, report.silent),
    }


def test_needs_are_summed_by_item_branch_and_unit_beside_output(year: None) -> None:
    assert told(Wanted()) == {
        "groups": {
            "alat": [
                ("Ponsel", Amount(2, 3, 10_000_000), Amount(1, 1, 3_500_000)),
                ("Tripod", Amount(1, 4, 1_000_000), Amount()),
            ],
            "kuota": [("Paket data", Amount(1, 20, 100_000), Amount())],
        },
        "branches": [
            ("Kanwil Kemenag Sulsel", 4, 2, [11_000_000, 100_000], 3_500_000),
            ("Kemenag Parepare", 2, 2, [10_000_000, 100_000], 3_500_000),
        ],
        "units": [
            ("Kemenag Parepare", 1, [7_000_000, 0], 3_500_000),
            ("Kemenag Pinrang", 0, [1_000_000, 0], 0),
            ("KUA Bacukiki", 1, [3_000_000, 100_000], 0),
        ],
        "lines": [],
        "sums": (11_100_000, 3_500_000, 1),
    }


def test_needs_are_narrowed(year: None) -> None:
    by_kind = told(Wanted(butuh="kuota"))
    assert (by_kind["groups"], by_kind["units"]) == (
        {"kuota": [("Paket data", Amount(1, 20, 100_000), Amount())]}, [("KUA Bacukiki", 1, [100_000], 0)],
    )  # fmt: skip
    branch = told(Wanted(induk="KK-73.72"))
    assert branch["branches"] == [("Kemenag Parepare", 2, 2, [10_000_000, 100_000], 3_500_000)]
    assert [name for name, *_rest in branch["units"]] == ["Kemenag Parepare", "KUA Bacukiki"]
    of_kind = told(Wanted(jenis="kua"))
    assert of_kind["branches"] == [
        ("Kanwil Kemenag Sulsel", 1, 1, [3_000_000, 100_000], 0),
        ("Kemenag Parepare", 1, 1, [3_000_000, 100_000], 0),
    ]
    one = told(Wanted(satker="KUA-73.72.01"))
    assert (one["branches"], one["sums"]) == ([], (3_100_000, 0, 0))
    assert one["lines"] == [("KUA Bacukiki", "needed", "Ponsel"), ("KUA Bacukiki", "needed", "Paket data")]
    phones = told(Wanted(butir=NeedItem.objects.get(name="Ponsel").pk))
    assert phones["lines"] == [
        ("Kemenag Parepare", "needed", "Ponsel"), ("Kemenag Parepare", "received", "Ponsel"),
        ("KUA Bacukiki", "needed", "Ponsel"),
    ]  # fmt: skip
    assert phones["sums"] == (10_000_000, 3_500_000, 2)


@pytest.mark.parametrize("query", ["", "?jenis=kua", "?induk=KK-73.72", "?butuh=alat", "?sisi=received"])
def test_each_sum_opens_the_lines_behind_it(query: str, year: None, regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    figures = re.findall(r'href="(\?[^"]*sisi=[^"]*)#rincian">([^<]+)</a>', client.get(REKAP + query).text)
    assert len(figures) > 5
    for address, figure in figures:
        page = client.get(REKAP + address.replace("&amp;", "&"))
        lines, number = page.context["lines"], int(re.sub(r"[^\d]", "", figure))
        told = sum(line.estimate for line in lines) if "Rp" in figure else sum(line.quantity for line in lines)
        assert told == number, address
        sums = (page.context["rupiah_of_lines"], page.context["quantity_of_lines"])
        assert number in sums and len({line.side for line in lines}) == 1, address


def test_the_output_of_a_branch_opens_its_stories(year: None, regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    page = client.get(REKAP).content.decode()
    assert 'href="/admin/rekap/2026/berita/?induk=KK-73.72">2</a>' in page
    behind = client.get("/admin/rekap/2026/berita/?induk=KK-73.72")
    assert behind.context["figure"] == 2
    assert "Rp11.100.000" in page


def test_the_xlsx_says_what_the_screen_says(year: None, units: Units, regional: Officer, client_of: Any) -> None:
    Satker.objects.filter(pk=units.pinrang.pk).update(short_name="=1+1")
    response = client_of(regional).get(f"{REKAP}?bentuk=xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="kebutuhan-2026.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(response.content), data_only=True)
    assert book.sheetnames == ["Summary by kind", "By branch", "Details"]

    def rows(name: str) -> list[list[Any]]:
        return [list(row) for row in book[name].iter_rows(min_row=5, values_only=True)]

    assert rows("Summary by kind") == [
        ["Alat", "Ponsel", "buah", 3, 10_000_000, 1, 3_500_000],
        ["Alat", "Tripod", "buah", 4, 1_000_000, 0, 0],
        ["Kuota", "Paket data", "GB", 20, 100_000, 0, 0],
        ["Total", None, None, None, 11_100_000, None, 3_500_000],
    ]
    assert rows("By branch") == [
        ["Kanwil Kemenag Sulsel", 4, 2, 4, 11_000_000, 100_000, 11_100_000, 3_500_000],
        ["Kemenag Parepare", 2, 2, 3, 10_000_000, 100_000, 10_100_000, 3_500_000],
    ]
    office = "Kantor Kemenag Kabupaten/Kota"
    assert rows("Details") == [
        ["KK-73.15", "=1+1", office, "Needed", "Alat", "Tripod", 4, "buah", 1_000_000, "Rusak"],
        ["KK-73.72", "Kemenag Parepare", office, "Needed", "Alat", "Ponsel", 2, "buah", 7_000_000, "Rusak"],
        ["KK-73.72", "Kemenag Parepare", office, "Received", "Alat", "Ponsel", 1, "buah", 3_500_000, "Rusak"],
        ["KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", "Needed", "Alat", "Ponsel", 1, "buah", 3_000_000,
         "Rusak"],
        ["KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", "Needed", "Kuota", "Paket data", 20, "GB", 100_000,
         "Rusak"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "query",
    ["?butuh=tidak", "?induk=tidak", "?jenis=tidak", "?satker=tidak", "?butir=x", "?butir=999", "?bentuk=pdf",
     "?induk=%00"],
)  # fmt: skip
def test_odd_questions_about_the_region_are_a_404(query: str, year: None, regional: Officer, client_of: Any) -> None:
    assert client_of(regional).get(REKAP + query).status_code == 404


def test_only_the_regional_team_sees_the_region(year: None, parepare: Officer, editor: Officer, client_of: Any) -> None:
    assert [client_of(officer).get(REKAP).status_code for officer in (parepare, editor)] == [403, 403]


def test_the_regions_needs_cost_the_same_for_4_units_and_for_40(
    year: None, recorded: Recorded, units: Units, regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(regional)
    for more in (0, 36):
        for number in range(more):
            recorded(unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang), "Ponsel", 1, 5)
        # Session, officer; units, kinds and history; tallies, kinds of need, items, needs.
        with django_assert_num_queries(9):
            client.get(REKAP)
