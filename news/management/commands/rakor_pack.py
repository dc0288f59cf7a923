"""manage.py rakor_pack: all papers of a year in a folder, with the time and the memory that it took."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from news.converters import YEARS
from news.rekap import pack

MB = 1024 * 1024


class Command(BaseCommand):
    help = "Make the Rakor pack of a year: workbook, prints, rapor, certificates, forms."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)
        parser.add_argument("--out", type=Path, required=True, help="the folder for the files; made if it is missing")
        parser.add_argument("--site", default="", help="the portal's address, before the links of stories")

    def handle(self, *, year: int, out: Path, site: str, **options: Any) -> None:
        if not YEARS[0] <= year <= YEARS[1]:
            raise CommandError(_("%(year)d is no year of the portal.") % {"year": year})
        try:
            pack.check(year)
        except pack.Empty as error:
            raise CommandError(str(error)) from error
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{out}: {error.strerror}") from error
        begun = time.monotonic()
        with tqdm(total=1, desc=f"rakor {year}", file=self.stderr, unit="", disable=None) as bar:

            def tell(step: str, done: int, total: int) -> None:
                bar.total = max(total, 1)
                bar.set_postfix_str(step, refresh=False)
                bar.update(done - bar.n)

            made = pack.make(year, out.resolve(), site, tell)
        self._tell(made, time.monotonic() - begun, assumed=not (site or settings.PORTAL_ADDRESS))

    def _tell(self, made: pack.Made, seconds: float, *, assumed: bool) -> None:
        for piece in made.contents():
            self.stdout.write(f"{piece['bytes'] / 1024:>9.0f} KB  {piece['name']}")
        for sentence in made.left_out:
            self.stdout.write(f"! {sentence}")
        if assumed:
            told = _("Links lead to %(site)s; --site or PORTAL_ADDRESS says where else the portal is.")
            self.stdout.write(told % {"site": made.site})
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MB
        self.stdout.write(_("%(seconds).1f s; this process %(own)d MB at most") % {"seconds": seconds, "own": own})
        if held := made.memory.whole:
            told = _("with Chromium %(whole)d MB together, %(files)d MB of it files of the programs")
            self.stdout.write(told % {"whole": held / MB, "files": made.memory.files / MB})
