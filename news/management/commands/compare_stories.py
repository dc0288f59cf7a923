"""manage.py compare_stories: compare imported stories with what was published before them, with a progress bar."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from news import measuring


class Command(BaseCommand):
    help = "Compare imported stories with earlier ones (near-copies). The minute clock does the same, bit by bit."

    def handle(self, **options: Any) -> None:
        waiting = measuring.pending()
        with tqdm(total=waiting, unit=" berita", file=self.stderr, disable=None) as bar:
            for done in measuring.compare_pending(waiting):
                bar.update(done - bar.n)
        self.stdout.write(_("Compared: %(count)d.") % {"count": waiting})
