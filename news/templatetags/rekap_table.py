"""The rows of the yearly tally as HTML.

A page of 338 units has 7,000 figures, each a link. As template nodes they took 0.5 s of CPU, as formatted strings they
take a tenth of it; everything still goes through Django's escaping.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from news.templatetags.portal_words import grouped, grouped_or_dash, signed

register = template.Library()

NOTHING = format_html('<td class="zero">{}</td>', 0)
UNKNOWN = format_html('<td class="was">{}</td>', "–")


@register.simple_tag
def tally_rows(rows: Iterable[Any], listed: str, listed_before: str, columns: str) -> SafeString:
    """Return the <tr> of each row; `columns` names what is shown beside months and sums: rank target support frozen=1.

    The number is the id of the closing that froze them.
    """
    shown = _shown(columns)
    return format_html_join("\n", "<tr>{}</tr>", ((_row(row, listed, listed_before, shown),) for row in rows))


@register.simple_tag
def tally_total(row: Any, listed: str, listed_before: str, columns: str, label: str) -> SafeString:
    """Return the <tr> of the sum, which carries `label`."""
    shown = _shown(columns)
    head = format_html('{}<th scope="row"><span>{}</span></th>', _blank("rank" in shown), label)
    return format_html("<tr>{}{}</tr>", head, _figures(row, listed, listed_before, shown))


def _shown(columns: str) -> dict[str, str]:
    return dict(word.partition("=")[::2] for word in columns.split())


def _row(row: Any, listed: str, listed_before: str, shown: dict[str, str]) -> SafeString:
    rank = format_html('<td class="was">{}</td>', row.rank or "–") if "rank" in shown else ""
    head = format_html('<th scope="row"><a href="{}{}" title="{}">{}</a></th>', listed, row.own, row.name, row.name)
    return format_html("{}{}{}", rank, head, _figures(row, listed, listed_before, shown))


def _figures(row: Any, listed: str, listed_before: str, shown: dict[str, str]) -> SafeString:
    own = f"{listed}{row.own}"
    parts = [
        format_html_join(
            "",
            "{}",
            (
                (
                    format_html('<td class="heat{}"><a href="{}&amp;bulan={}">{}</a></td>', cell.heat, own, cell.month,
                                grouped(cell.count))
                    if cell.count
                    else NOTHING,
                )
                for cell in row.cells()
            ),
        ),
        _link("sum", own, row.total),
        _link("was", f"{listed_before}{row.own}" if listed_before else "", row.before),
        _change(row.change),
    ]  # fmt: skip
    if "target" in shown:
        reached = "–" if row.attainment is None else f"{row.attainment}%"
        parts.append(
            format_html('<td class="was">{}</td><td class="was">{}</td>', grouped_or_dash(row.target), reached)
        )
    if "support" in shown:
        parts.append(_link("was", f"{own}&peran=supporting", row.supporting))
    if "frozen" in shown:
        moved = format_html(' <a class="{}" href="selisih/">{}</a>', _direction(row.moved), signed(row.moved))
        count = format_html('<a href="{}&buku={}">{}</a>', own, shown["frozen"], grouped(row.frozen))
        parts.append(
            format_html('<td class="was pair">{}{}</td>', count if row.frozen else 0, moved if row.moved else "")
        )
    return format_html_join("", "{}", ((part,) for part in parts))


def _change(change: int | None) -> SafeString:
    return UNKNOWN if change is None else format_html('<td class="{}">{}</td>', _direction(change), signed(change))


def _link(look: str, address: str, count: int | None) -> SafeString:
    if count is None:
        return UNKNOWN
    if not count:
        return NOTHING
    if not address:
        return format_html('<td class="{}">{}</td>', look, grouped(count))
    return format_html('<td class="{}"><a href="{}">{}</a></td>', look, address, grouped(count))


def _direction(change: int) -> str:
    return "up" if change > 0 else "down" if change < 0 else "was"


def _blank(wanted: bool) -> SafeString | str:
    return format_html("<td>{}</td>", "") if wanted else ""
