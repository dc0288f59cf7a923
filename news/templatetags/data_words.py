"""Amounts of data as people buy them."""

from __future__ import annotations

from django import template
from django.utils import formats

register = template.Library()
MEGABYTE = 10**6


@register.filter
def megabytes(count: int | None) -> str:
    """Return bytes as MB with one digit behind the comma: 14,2; what is less than that is not shown as nothing."""
    point, group = formats.get_format("DECIMAL_SEPARATOR"), formats.get_format("THOUSAND_SEPARATOR")
    if not count:
        return "0"
    if abs(count) < MEGABYTE // 20:
        return f"<0{point}1"
    whole, _dot, tenth = f"{count / MEGABYTE:,.1f}".partition(".")
    return f"{whole.replace(',', group)}{point}{tenth}"
