"""Words that templates say: times as people say them, counts, the stored text of a story."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from django import template
from django.conf import settings
from django.utils import formats, timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from news import html

register = template.Library()


@register.filter
def when(moment: dt.datetime | None) -> str:
    """Return a moment as a list says it: "14.05 WITA", "yesterday 16.20", "8 Januari 14.05"."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    today, clock = timezone.localdate(), local.strftime("%H.%M")
    if local.date() == today:
        return f"{clock} {settings.TIME_ZONE_LABEL}"
    if local.date() == today - dt.timedelta(days=1):
        return _("yesterday %(clock)s") % {"clock": clock}
    if local.year == today.year:
        return f"{formats.date_format(local, 'j F')} {clock}"
    return formats.date_format(local, "j F Y")


@register.filter
def full_time(moment: dt.datetime) -> str:
    """Return a moment in full: "Senin, 8 Januari 2024 14.05 WITA"."""
    local = timezone.localtime(moment)
    return f"{formats.date_format(local, 'l, j F Y')} {local:%H.%M} {settings.TIME_ZONE_LABEL}"


@register.filter
def grouped(number: int | None) -> str:
    """Return a whole number with its thousands apart: 67.214."""
    # Not number_format: a page of the tally has thousands of figures, and this is eight times as fast.
    return f"{number or 0:,}".replace(",", formats.get_format("THOUSAND_SEPARATOR"))


@register.filter
def grouped_or_dash(number: int | None) -> str:
    """Return a whole number with its thousands apart, a dash for none."""
    return "–" if number is None else grouped(number)


@register.filter
def signed(number: int) -> str:
    """Return a difference with its sign: +1.204, −15, 0."""
    sign = "+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else ""
    return f"{sign}{grouped(abs(number))}"


@register.filter
def signed_percent(share: float) -> str:
    """Return a change in per cent with its sign: +11,3%, −0,4%."""
    sign = "+" if share > 0 else "\N{MINUS SIGN}" if share < 0 else ""
    return f"{sign}{formats.number_format(round(abs(share), 1), decimal_pos=1)}%"


@register.filter
def story(body: str) -> SafeString:
    """Return a stored body, cleaned on its way in."""
    return html.shown(body)


@register.filter
def plain(body: str) -> str:
    """Return the words of a body without mark-up."""
    return html.plain(body)


@register.simple_tag
def share_text(title: str, address: str) -> str:
    """Return title, a blank line and the address, quoted for a link."""
    read_on = _("Read on:")
    return quote(f"{title}\n\n{read_on} {address}", safe="")
