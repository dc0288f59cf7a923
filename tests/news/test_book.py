"""The workbook of a year: the figures of the screen, live sums, and texts that stay text."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from news import closing as books
from news.models import Article, CountingRule, Measure, PointWeight, Programme, Rubric, Target
from news.rekap import annual, book
from news.rekap.sift import Sift
from news.spreadsheet import Book
from satker.models import Officer
from tests.cast import Units, unit, wita

pytestmark = pytest.mark.usefixtures("english")
SITE = "https://berita.example.go.id"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@pytest.fixture
def year(
    parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, units: Units, published: Any
) -> dict[str, Article]:
    """2025 and 2026: three units publish; one story is withdrawn, one is too short to count."""
    PointWeight.objects.create(of="stories", weight=2)
    Target.objects.create(satker=units.parepare, year=2026, count=4)
    ekoteologi = Programme.objects.create(slug="ekoteologi", name="Ekoteologi", valid_from="2025-03-06")
    stories = {
        "before": published(parepare, title="Silam", at=wita(2025, 12, 31, 23, 59)),
        "formula": published(parepare, title="=1+1", at=wita(2026, 1, 1, 0, 1), programme=ekoteologi, writer="+Wn"),
        "march": published(parepare, title="Maret", at=wita(2026, 3, 10, 9), supporting=[units.pinrang]),
        "kua": published(editor, title="Dari KUA", satker=units.kua, at=wita(2026, 3, 11, 9)),
        "pinrang": published(pinrang, title="https://contoh.example", at=wita(2026, 3, 12, 9)),
        "withdrawn": published(pinrang, title="Ditarik", at=wita(2026, 3, 13, 9)),
    }
    stories["withdrawn"].withdraw(pinrang, "Keliru.")
    CountingRule.objects.create(version=2, name="Kata", starts_on="2026-04-01", min_words=60)
    stories["short"] = published(pinrang, title="Pendek", at=wita(2026, 4, 2, 9))
    Measure.objects.filter(article=stories["march"]).update(reads=120)
    given = {"origin": "sample", "given_by": regional, "given_at": wita(2026, 5, 1, 9)}
    Rubric.objects.create(article=stories["kua"], substance=4, style=3, technique=3, originality=4, **given)
    return stories


def written(whole: bool, **asked: Any) -> openpyxl.Workbook:
    out = io.BytesIO()
    book.write(out, annual.load(2026, SITE, sift=Sift(2026, **asked)), whole=whole)
    return openpyxl.load_workbook(out)


def rows(sheet: Any) -> list[list[Any]]:
    """Return the cells of a sheet, without empty ones at the end of a row and empty rows."""
    found = [[cell.value for cell in line] for line in sheet.iter_rows()]
    while_empty = [
        line[: max((at for at, value in enumerate(line, 1) if value is not None), default=0)] for line in found
    ]
    return [line for line in while_empty if line]


def test_the_sheets_of_the_pack_and_of_the_page(year: Any) -> None:
    short = ["Summary", "Matrix", "Leagues", "Branches", "Quality", "Programmes"]
    units = ["Kanwil Kemenag Sulsel", "Kemenag Parepare", "Kemenag Pinrang", "KUA Bacukiki"]
    assert written(whole=False).sheetnames == short
    assert written(whole=True).sheetnames == [*short, "Stories", *units]


def test_the_matrix_has_live_sums_across_and_down(year: Any) -> None:
    sheet = written(whole=True)["Matrix"]
    zero = [0] * 12

    def line(number: int, *values: Any) -> list[Any]:
        return [*values, f"=SUM(D{number}:O{number})"]

    assert rows(sheet) == [
        ["Matrix 2026"],
        ["Stories of lead units, by the month they count in; sums are live formulas."],
        ["Code", "Unit", "Kind", *MONTHS, "Total", "2025", "Difference"],
        [*line(5, "KANWIL-73", "Kanwil Kemenag Sulsel", "Kantor Wilayah", *zero), 0, "=P5-Q5"],
        [*line(6, "KK-73.72", "Kemenag Parepare", "Kantor Kemenag Kabupaten/Kota", 1, 0, 1, *[0] * 9), 1, "=P6-Q6"],
        [*line(7, "KK-73.15", "Kemenag Pinrang", "Kantor Kemenag Kabupaten/Kota", 0, 0, 1, *[0] * 9), 0, "=P7-Q7"],
        [*line(8, "KUA-73.72.01", "KUA Bacukiki", "Kantor Urusan Agama", 0, 0, 1, *[0] * 9), 0, "=P8-Q8"],
        [None, "Total", None, *(f"=SUM({c}5:{c}8)" for c in "DEFGHIJKLMNOPQ"), "=P9-Q9"],
    ]
    assert sheet["B6"].hyperlink.location == "'Kemenag Parepare'!A1"


def test_formulas_carry_the_value_that_they_have_now(year: Any) -> None:
    out = io.BytesIO()
    book.write(out, annual.load(2026, SITE), whole=False)
    sheet = openpyxl.load_workbook(out, data_only=True)["Matrix"]
    assert [cell.value for cell in sheet[9]][3:] == [1, 0, 3, *[0] * 9, 4, 1, 3]


def test_a_closed_year_stands_beside_what_it_is_now(
    year: dict[str, Article], regional: Officer, parepare: Officer
) -> None:
    books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 5, 9))
    year["march"].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    books.close(regional, 2026, month=3, place="Makassar", at=wita(2027, 2, 2, 9))
    found = written(whole=False)
    assert ["March 2026 closed with 2, now 2"] in rows(found["Summary"])
    matrix_ = rows(found["Matrix"])
    assert [(line[1], line[18]) for line in matrix_[3:]] == [
        ("Kanwil Kemenag Sulsel", 0), ("Kemenag Parepare", 2), ("Kemenag Pinrang", 1), ("KUA Bacukiki", 1),
        ("Total", "=SUM(S5:S8)"),
    ]  # fmt: skip
    assert matrix_[2][18] == "As closed"
    assert [line[8] for line in rows(found["Leagues"])[7:11]] == ["As closed", 2, 1, "=SUM(I11:I12)"]
    told = rows(found["Differences"])
    assert told[:3] == [
        ["Differences"], ["closed with 4, now 3"], ["Recorded", "Change", "Reason", "Unit", "Story", "Number"],
    ]  # fmt: skip
    assert [line[1:] for line in told[3:]] == [
        [-1, "Withdrawn", "Kemenag Parepare", "Maret", "PRP-2026-0002"], ["=SUM(B5)"],
    ]  # fmt: skip


def test_leagues_show_rank_target_and_attainment(year: Any) -> None:
    assert rows(written(whole=False)["Leagues"])[7:11] == [
        ["Rank", "Unit", "Stories", "2025", "Difference", "Target", "Attainment", "Took part"],
        [1, "Kemenag Parepare", 2, 1, "=C11-D11", 4, "=C11/F11", 0],
        [2, "Kemenag Pinrang", 1, 0, "=C12-D12", None, None, 1],
        [None, "Total", "=SUM(C11:C12)", "=SUM(D11:D12)", "=SUM(E11:E12)"],
    ]


def test_the_heads_of_number_columns_stand_right_and_fit(year: Any) -> None:
    sheet = written(whole=False)["Leagues"]
    (head,) = [row for row in sheet.iter_rows() if row[0].value == "Rank" and row[0].row > 8][:1]
    assert [cell.alignment.horizontal for cell in head] == [None, None, *["right"] * 6]
    assert sheet.column_dimensions["A"].width > len("Peringkat")


def test_a_unit_that_published_nothing_has_no_rank(year: Any) -> None:
    found = written(whole=True)
    first = next(row for row in found["Leagues"].iter_rows(values_only=True) if row[1] == "Kanwil Kemenag Sulsel")
    assert first[:3] == (None, "Kanwil Kemenag Sulsel", 0)
    assert ["Rank", "– / 1"] in rows(found["Kanwil Kemenag Sulsel"])


def test_without_a_year_before_nothing_is_compared(year: dict[str, Article], parepare: Officer) -> None:
    year["before"].withdraw(parepare, "Keliru.")
    found = written(whole=True)
    assert [line for line in rows(found["Summary"]) if line[0] in {"2025", "Difference"}] == [["2025"], ["Difference"]]
    sheet = found["Matrix"]
    assert [[cell.value for cell in line[16:18]] for line in sheet.iter_rows(min_row=5)] == [[None, None]] * 5
    assert rows(found["Leagues"])[8][:5] == [1, "Kemenag Parepare", 2, None, None]
    assert ["2025"] in rows(found["Kemenag Parepare"])
    assert rows(found["Branches"])[3][13:] == ["=SUM(B5:M5)"]


def test_the_workbook_is_narrowed_like_the_page(year: Any, regional: Officer, client_of: Any) -> None:
    response = client_of(regional).get("/admin/rekap/2026/rekap.xlsx?induk=KK-73.72")
    found = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    scope = "Kemenag Parepare and all below"
    assert [sheet["A1"].value.endswith(f": {scope}") for sheet in found.worksheets] == [True] * 6
    summary = rows(found["Summary"])
    assert [line for line in summary if line[0] in {"Stories", "2025", "2026", "Units"}] == [
        ["Stories", 3], ["2025", 1], ["Units", 2], ["Stories", "=SUM(C12:N12)", 1, 0, 2, *[0] * 9], ["2025", 1],
        ["2026", 3],
    ]  # fmt: skip
    names = ["Kemenag Parepare", "KUA Bacukiki"]
    assert [line[1] for line in rows(found["Matrix"])[3:-1]] == names
    assert [line[0] for line in rows(found["Quality"])[3:]] == [*names, "Total"]
    assert rows(found["Programmes"])[-1] == ["Kemenag Parepare", 1, "=SUM(B9)"]


def test_programmes_of_other_units_are_left_out(year: Any) -> None:
    found = rows(written(whole=False, jenis="kua")["Programmes"])
    assert found[2:] == [["Programme", *MONTHS, "Total"]]


def test_with_all_below_it_totals_are_no_sums_of_rows(year: Any) -> None:
    found = written(whole=False, tampil="gabung")
    matrix = rows(found["Matrix"])
    assert "A unit below another stands in both rows, and once in the totals." in matrix[1][0]
    by_name = {line[1]: line for line in matrix[3:]}
    assert by_name["Kanwil Kemenag Sulsel"][3:6] == [1, 0, 3]
    assert by_name["Total"][3:] == [1, 0, 3, *[0] * 9, 4, 1, "=P9-Q9"]
    quality = {line[0]: line[2] for line in rows(found["Quality"])[3:]}
    assert quality == {
        "Kanwil Kemenag Sulsel": 4, "Kemenag Parepare": 3, "Kemenag Pinrang": 1, "KUA Bacukiki": 1,
    }  # fmt: skip
    assert rows(found["Branches"])[2:] == [["Left out: each row of the matrix has all below its unit already."]]
    assert rows(found["Programmes"])[-2:] == [
        ["Kanwil Kemenag Sulsel", 1, "=SUM(B9)"], ["Kemenag Parepare", 1, "=SUM(B10)"],
    ]  # fmt: skip


def test_where_units_took_part_quality_is_left_out(year: Any, units: Units) -> None:
    Target.objects.create(satker=units.pinrang, year=2026, count=4)
    found = written(whole=False, peran="supporting")
    assert rows(found["Summary"])[2] == ["Stories", 1]
    assert rows(found["Matrix"])[1][0].startswith("Stories in which units took part")
    assert rows(found["Quality"])[2:] == [["Quality is left out: its marks are those of the lead unit's stories."]]
    (pinrang,) = [line for line in rows(found["Leagues"]) if line[1:2] == ["Kemenag Pinrang"]]
    assert pinrang[2:4] == [1, 0] and pinrang[5:] == [None, None, 1], "its target is about what it leads"


def test_the_chart_of_the_years_stands_on_the_first_page(year: Any) -> None:
    sheet = written(whole=False)["Summary"]
    rows_ = [(chart.anchor._from.row, chart.anchor.to.row) for chart in sheet._charts]
    assert len(rows_) == 2 and rows_[0] == rows_[1] and rows_[0][1] < 30


def test_branches_and_programmes(year: Any) -> None:
    found = written(whole=False)
    assert [line[0] for line in rows(found["Branches"])[2:]] == ["Branch", "Kanwil Kemenag Sulsel", "Kemenag Parepare"]
    assert rows(found["Programmes"])[2:] == [
        ["Programme", *MONTHS, "Total"],
        ["Ekoteologi", 1, *[0] * 11, "=SUM(B5:M5)"],
        ["Total", *(f"=SUM({c}5)" for c in "BCDEFGHIJKLMN")],
        ["Unit", "Ekoteologi", "Total"],
        ["Kemenag Parepare", 1, "=SUM(B9)"],
    ]


def test_quality_stands_beside_the_count_with_the_formula(year: Any) -> None:
    found = rows(written(whole=False)["Quality"])
    assert found[1] == ["Points: 2 × story."]
    by_name = {line[0]: dict(zip(found[2], line, strict=False)) for line in found[3:]}
    kua, pinrang = by_name["KUA Bacukiki"], by_name["Kemenag Pinrang"]
    assert (kua["Stories"], kua["Rubric (1 to 4)"], kua["Rubrics"], kua["Points"]) == (1, 3.5, 1, 2)
    assert (pinrang["Stories"], pinrang["Withdrawn"], pinrang["Not counted by the rule"]) == (1, 1, 1)
    assert by_name["Kemenag Parepare"]["On a programme"] == 1


def test_the_summary_says_what_is_counted_and_the_fingerprint(year: Any, regional: Officer) -> None:
    closing = books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 5, 9))
    found = rows(written(whole=False)["Summary"])
    texts = [line[0] for line in found]
    named = {"Stories", "2025", "Difference", "Units that published", "Units"}
    assert [line for line in found if line[0] in named][:5] == [
        ["Stories", 4], ["2025", 1], ["Difference", "=B4-B5"], ["Units that published", 3], ["Units", 4],
    ]  # fmt: skip
    rules = [text for text in texts if text and text.startswith("Counting rule")]
    assert [rule.rpartition(" ")[0] for rule in rules][1:] == ["Counting rule 2."]
    assert "It has 60 words or more." in texts
    assert ["Fingerprint (SHA-256)", closing.sha256] in found
    assert [line for line in found if line[0] in {"2025", "2026"}][1:] == [["2025", 1], ["2026", 4]]


def test_a_unit_has_a_sheet_of_its_own(year: Any, units: Units) -> None:
    sheet = written(whole=True)["Kemenag Parepare"]
    found = rows(sheet)
    assert found[:5] == [
        ["Kantor Kemenag Parepare"],
        ["Kanwil Kemenag Sulsel"],
        [None, *MONTHS, "Total"],
        ["2026", 1, 0, 1, *[0] * 9, "=SUM(B5:M5)"],
        ["2025", *[0] * 11, 1, "=SUM(B6:M6)"],
    ]
    assert found[8:11] == [["Receipts", "PRP-2026-0001 – PRP-2026-0002"], ["Target", 4], ["Attainment", "=N5/B27"]]
    assert found[-3:] == [["Best-read story"], ["Maret"], ["PRP-2026-0002", 120, "times read"]]
    assert len(sheet._charts) == 1


def test_every_story_of_the_year_is_a_line_of_text(year: dict[str, Article]) -> None:
    sheet = written(whole=True)["Stories"]
    links = {name: f"{SITE}{article.get_absolute_url()}" for name, article in year.items()}
    ways = [
        (line[0], line[1].date(), line[2], line[3], line[4], line[5], line[7], line[8], line[9])
        for line in rows(sheet)[3:]
    ]
    short = "The rule asks for 60 words or more; this story has 5."
    assert ways == [
        ("PRP-2026-0001", dt.date(2026, 1, 1), "Kemenag Parepare", "=1+1", "+Wn", "Ekoteologi", 5, "counts",
         links["formula"]),
        ("PRP-2026-0002", dt.date(2026, 3, 10), "Kemenag Parepare", "Maret", None, None, 5, "counts", links["march"]),
        ("BCK-2026-0001", dt.date(2026, 3, 11), "KUA Bacukiki", "Dari KUA", None, None, 5, "counts", links["kua"]),
        ("PNR-2026-0001", dt.date(2026, 3, 12), "Kemenag Pinrang", "https://contoh.example", None, None, 5, "counts",
         links["pinrang"]),
        ("PNR-2026-0002", dt.date(2026, 3, 13), "Kemenag Pinrang", "Ditarik", None, None, 5, "withdrawn",
         links["withdrawn"]),
        ("PNR-2026-0003", dt.date(2026, 4, 2), "Kemenag Pinrang", "Pendek", None, None, 5, short, links["short"]),
    ]  # fmt: skip
    cells = [cell for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} <= {"s", "inlineStr"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []


def test_stories_come_in_pieces_without_a_gap(year: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [line for chunk in book.stories(2026, SITE, timezone.now()) for line in chunk]
    monkeypatch.setattr(book, "CHUNK", 2)
    pieces = list(book.stories(2026, SITE, timezone.now()))
    assert [len(chunk) for chunk in pieces] == [2, 2, 2]
    assert [line for chunk in pieces for line in chunk] == whole


def test_66_000_links_stay_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 65,530 links a sheet Excel drops them; as text none is lost."""

    def many(year: int, site: str, until: dt.datetime) -> Iterator[list[list[Any]]]:
        for start in range(0, 66_000, 1000):
            yield [[f"PRP-{number}", "=1+1", f"{site}/berita/{number}/"] for number in range(start, start + 1000)]

    monkeypatch.setattr(book, "stories", many)
    target = tmp_path / "besar.xlsx"
    told = []
    with Book(target, "Besar") as made:
        data = annual.Year(annual.Matrix(2026, [], [], annual.Row(""), []), SITE)
        book._stories(made.sheet("Stories"), data, lambda step, done: told.append(done))
    (sheet,) = openpyxl.load_workbook(target, read_only=True).worksheets
    last = list(sheet.iter_rows(min_row=66_000, values_only=True))[-1]
    assert last[:3] == ("PRP-65999", "=1+1", f"{SITE}/berita/65999/")
    assert sum(told) == 66_000


def test_the_page_gives_the_workbook(year: Any, regional: Officer, client_of: Any) -> None:
    response = client_of(regional).get("/admin/rekap/2026/rekap.xlsx")
    assert response["Content-Disposition"] == 'attachment; filename="rekap-2026.xlsx"'
    found = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert found.sheetnames[1] == "Matrix"
    assert found["Matrix"]["B6"].hyperlink is None, "there is no sheet of the unit to lead to"


def test_it_costs_the_same_for_4_units_and_for_24(
    year: Any, units: Units, regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client: Client = client_of(regional)
    for more in (0, 20):
        for number in range(more):
            unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
        with django_assert_num_queries(22):
            client.get("/admin/rekap/2026/rekap.xlsx")
