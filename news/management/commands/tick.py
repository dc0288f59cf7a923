"""manage.py tick: what is due this minute; run it each minute, on as many hosts as you like."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from news import clock
from news.rekap.pack import make_waiting


class Command(BaseCommand):
    help = "Do what is due: publish what is scheduled, send mails, compare imports, make packs. Run it each minute."

    def handle(self, *args: Any, **options: Any) -> None:
        count = len(clock.minute())
        if count or options["verbosity"] > 1:
            told = ngettext("%(count)d article went live.", "%(count)d articles went live.", count)
            self.stdout.write(told % {"count": count})
        # Last: it takes a minute, and what is due does not wait for it.
        make_waiting()
