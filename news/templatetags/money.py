"""Sums of money as the ministry writes them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def rupiah(amount: int | None) -> str:
    """Return a sum in rupiah: Rp1.250.000."""
    return f"Rp{amount or 0:,}".replace(",", ".")
