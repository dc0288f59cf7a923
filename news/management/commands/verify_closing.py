"""manage.py verify_closing [YEAR]: recompute every figure; name what differs, and fail if anything does."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news import proof
from news.converters import YEARS
from news.models import Closing


class Command(BaseCommand):
    help = "Recompute closings, tallies and receipts from ledger and history; exit non-zero naming any difference."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", nargs="?")

    def handle(self, *, year: str | None, **options: Any) -> None:
        self._verify(_year(year) if year else None)

    def _verify(self, year: int | None) -> None:
        count = 0
        for count, finding in enumerate(proof.verify(year), 1):  # noqa: B007 - the last number is told
            self.stdout.write(finding.told)
        if count:
            told = ngettext("%(count)d difference was found.", "%(count)d differences were found.", count)
            raise CommandError(told % {"count": count})
        closings = Closing.objects.filter(**({"year": year} if year else {})).count()
        self.stdout.write(_("All figures are as they must be; closings checked: %(count)d.") % {"count": closings})


def _year(text: str) -> int:
    """Return the year that was typed; one that no calendar of the portal has is told in a sentence."""
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0
    if not YEARS[0] <= year <= YEARS[1]:
        told = _("%(year)s is no year: give one from %(first)d to %(last)d, or none for all.")
        raise CommandError(told % {"year": text, "first": YEARS[0], "last": YEARS[1]})
    return year
