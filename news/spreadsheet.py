"""Workbooks for Excel and LibreOffice: text stays text, sums are live formulas.

XlsxWriter by itself would turn a title that begins with "=" into a formula, and drop addresses beyond 65,530 a
sheet; both are switched off. Rows are written downwards and flushed as they come, so that 67,000 of them fit in
little memory: what stands above cannot be written later.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import xlsxwriter
from django.utils import timezone
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME_MAX = 31
WIDE = 720  # pixels of a chart
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LEAF, GOLD, SOFT, TINT = "#0b5d3b", "#87640f", "#5a625d", "#eef3ee"
FORMATS: dict[str, dict[str, Any]] = {
    "": {"valign": "top"},
    "title": {"bold": True, "font_size": 15, "font_color": LEAF},
    "note": {"font_color": SOFT, "italic": True},
    "head": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": TINT},
    "numbers": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": TINT, "align": "right"},
    "number": {"num_format": "#,##0", "valign": "top"},
    "share": {"num_format": "0.0", "valign": "top"},
    "percent": {"num_format": "0%", "valign": "top"},
    "day": {"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"},
    "moment": {"num_format": "dd/mm/yyyy hh:mm", "align": "left", "valign": "top"},
    "rank": {"num_format": "0", "align": "left", "valign": "top"},
    "total": {"bold": True, "top": 1, "num_format": "#,##0"},
    "link": {"font_color": LEAF, "underline": 1},
}


@dataclass(frozen=True)
class Formula:
    """A live formula with the value it has now, for programs that do not reckon."""

    text: str
    value: float
    style: str = "number"


class Sheet:
    """One sheet, written row by row from the top."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self.book, self.sheet, self.name = book, sheet, name
        self.at = 0  # the next row, from 0

    def title(self, text: str, note: str = "") -> None:
        """Write the heading, and a line under it, then leave a row empty."""
        self._write(0, text, "title")
        self.at += 1
        if note:
            self._write(0, note, "note")
            self.at += 1
        self.at += 1

    def text(self, text: str, style: str = "") -> None:
        """Write one line of text in the first column; "" leaves a row empty."""
        if text:
            self._write(0, text, style)
        self.at += 1

    def head(self, names: Sequence[str], freeze: int | None = 1, numbers: Collection[int] = ()) -> None:
        """Write the row of column names, over columns of `numbers` to the right.

        What scrolls lies below it and right of `freeze` columns.
        """
        for column, name in enumerate(names):
            self._write(column, name, "numbers" if column in numbers else "head")
        self.at += 1
        if freeze is not None:
            self.sheet.freeze_panes(self.at, freeze)
            self.sheet.repeat_rows(self.at - 1)

    def row(self, values: Iterable[Any], style: str = "") -> int:
        """Write one row and return its number, from 0. Texts stay texts, whatever they begin with."""
        for column, value in enumerate(values):
            self._write(column, value, style)
        self.at += 1
        return self.at - 1

    def sum_across(self, first: int, last: int, value: float) -> Formula:
        """Return the sum of the columns first..last of the row that is written next."""
        return Formula(f"=SUM({xl_range(self.at, first, self.at, last)})", value)

    def sum_down(self, column: int, first: int, last: int, value: float) -> Formula:
        """Return the sum of a column over the rows first..last."""
        return Formula(f"=SUM({xl_range(first, column, last, column)})", value)

    def link(self, column: int, sheet: Sheet, text: str) -> None:
        """Write, into the row that is written next, a link to the top of another sheet."""
        target = f"internal:'{sheet.name}'!A1"
        self.sheet.write_url(self.at, column, target, self.book.formats["link"], text)

    def rank(self, column: int, place: int) -> None:
        """Write, into the row that is written next, a rank: a number that stands left beside a name; 0 is none."""
        self._write(column, place or None, "rank")

    def bars(
        self, title: str, row: int, names: tuple[int, int, int], first: int, last: int, at: int, wide: int = WIDE
    ) -> None:
        """Draw a native chart: the values of `row` in columns first..last, named by (row, column, column)."""
        chart = self.book.workbook.add_chart({"type": "column"})
        chart.add_series(
            {
                "name": title,
                "categories": [self.name, names[0], names[1], names[0], names[2]],
                "values": [self.name, row, first, row, last],
                "fill": {"color": LEAF},
                "gap": 40,
            }
        )
        self._insert(chart, title, at, 0, wide)

    def columns(
        self, title: str, first: int, last: int, names: int, values: int, at: int, beside: int = 0, wide: int = WIDE
    ) -> None:
        """Draw a native chart of a column `values` over the rows first..last, named by the column `names`.

        It stands at the row `at`, in the column `beside`.
        """
        chart = self.book.workbook.add_chart({"type": "column"})
        chart.add_series(
            {
                "name": title,
                "categories": [self.name, first, names, last, names],
                "values": [self.name, first, values, last, values],
                "fill": {"color": LEAF},
                "gap": 40,
            }
        )
        self._insert(chart, title, at, beside, wide)

    def _insert(self, chart: Any, title: str, at: int, beside: int, wide: int) -> None:
        chart.set_title({"name": title, "name_font": {"size": 11}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#dfddd5"}}})
        chart.set_size({"width": wide, "height": 280})
        self.sheet.insert_chart(at, beside, chart)

    def _write(self, column: int, value: Any, style: str = "") -> None:
        formats, put = self.book.formats, self.sheet
        match value:
            case None | "":
                return
            case Formula():
                put.write_formula(self.at, column, value.text, formats[style or value.style], value.value)
            case bool():
                put.write_boolean(self.at, column, value, formats[style])
            case int():
                put.write_number(self.at, column, value, formats[style or "number"])
            case float() | Decimal():
                put.write_number(self.at, column, float(value), formats[style or "share"])
            case dt.datetime():
                local = timezone.localtime(value).replace(tzinfo=None)
                put.write_datetime(self.at, column, local, formats[style or "moment"])
            case dt.date():
                put.write_datetime(self.at, column, dt.datetime.combine(value, dt.time()), formats[style or "day"])
            case _:
                put.write_string(self.at, column, str(value), formats[style])


class Book:
    """A workbook that is written to a file or stream and closed by `with`."""

    def __init__(self, target: IO[bytes] | Path, title: str) -> None:
        options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False, "in_memory": False}
        self.workbook = xlsxwriter.Workbook(target if not isinstance(target, Path) else str(target), options)
        self.workbook.set_properties({"title": title})
        self.workbook.set_calc_mode("auto")
        self.formats = {name: self.workbook.add_format(look) for name, look in FORMATS.items()}
        self._names: set[str] = set()

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.workbook.close()

    def sheet(self, name: str, widths: Sequence[float] = (), landscape: bool = True) -> Sheet:
        """Add a sheet for A4; the name is cut to what Excel takes and told apart from the others."""
        made = self.workbook.add_worksheet(self._name(name))
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        if landscape:
            made.set_landscape()
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        return Sheet(self, made, made.get_name())

    def _name(self, name: str) -> str:
        plain = " ".join(NOT_IN_NAMES.sub(" ", name).split()) or "-"
        found, number = plain[:NAME_MAX].rstrip(), 1
        while found.casefold() in self._names or found.casefold() == "history":
            number += 1
            tail = f" {number}"
            found = plain[: NAME_MAX - len(tail)].rstrip() + tail
        self._names.add(found.casefold())
        return found


def cell(row: int, column: int) -> str:
    """Return the name of a cell counted from 0: (0, 1) is B1."""
    return xl_rowcol_to_cell(row, column)


def csv_cell(value: Any) -> Any:
    """Return a value that no spreadsheet takes for a formula when it reads CSV."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value
