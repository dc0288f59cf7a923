"""Import the articles of a WordPress export: resumable, counted on their original dates."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.importing import engine, wxr
from news.importing.journal import Journal, Refused
from satker.models import Satker


class Command(BaseCommand):
    help = (
        "Import the posts of a WordPress export (WXR) as articles of one unit. What was not public there "
        "becomes a draft. May be stopped and started again: what is there already is passed over."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.xml")
        parser.add_argument("--satker", required=True, metavar="CODE", help="the code of the unit they belong to")
        parser.add_argument("--pages", action="store_true", help="import pages as articles, too")
        parser.add_argument("--errors", type=Path, help="where bad items go; else <FILE>.errors.jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(_("There is no file %(file)s.") % {"file": path})
        satker = Satker.objects.filter(code=options["satker"]).first()
        if satker is None:
            raise CommandError(_("No unit has the code %(name)s.") % {"name": options["satker"]})
        journal = Journal(path, options["errors"])
        export = wxr.Export(journal, satker, options["pages"])
        broken = ""
        with journal.open():
            try:
                source, records = export.read()
                engine.run(source, records, outcome=journal.outcome, after_batch=journal.after_batch)
            except Refused as refusal:
                broken = str(refusal)
        if broken and journal.nothing_done:
            raise CommandError(broken)
        for line in [*journal.summary(), *export.summary()]:
            self.stdout.write(line)
        if broken:
            self.stderr.write(broken)
            self.stderr.write(_("What stands before that place is imported. Mend the file and run this again."))
        if journal.nothing_done:
            raise CommandError(_("Nothing could be imported."))
