"""manage.py tick: what is due this minute; run it each minute, on as many hosts as you like."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from news.clock import publish_due, sweep


class Command(BaseCommand):
    help = "Publish the scheduled articles whose time has come. Run it each minute."

    def handle(self, *args: Any, **options: Any) -> None:
        count = len(publish_due())
        sweep()
        if count or options["verbosity"] > 1:
            told = ngettext("%(count)d article went live.", "%(count)d articles went live.", count)
            self.stdout.write(told % {"count": count})
