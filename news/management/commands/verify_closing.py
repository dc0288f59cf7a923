"""manage.py verify_closing [YEAR]: recompute every figure; name what differs, and fail if anything does."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from news import proof
from news.models import Closing


class Command(BaseCommand):
    help = "Recompute closings, tallies and receipts from ledger and history; exit non-zero naming any difference."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int, nargs="?")

    def handle(self, *, year: int | None, **options: Any) -> None:
        count = 0
        for count, finding in enumerate(proof.verify(year), 1):  # noqa: B007 - the last number is told
            self.stdout.write(finding.told)
        if count:
            told = ngettext("%(count)d difference.", "%(count)d differences.", count)
            raise CommandError(told % {"count": count})
        closings = Closing.objects.filter(**({"year": year} if year else {})).count()
        self.stdout.write(_("All figures are as they must be; closings checked: %(count)d.") % {"count": closings})
