"""manage.py import_satker FILE [--dry-run]: units from CSV, all rows or none."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from satker.importing import Refused, import_units


class Command(BaseCommand):
    help = "Import units from a CSV file: idempotent by code, all rows or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="print the diff and change nothing")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        try:
            outcome = import_units(file.read_bytes(), dry_run=dry_run)
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be read: %(error)s") % {"file": file, "error": error.strerror}
            ) from None
        except Refused as refused:
            told = "\n".join(refused.problems)
            raise CommandError(told + "\n" + _("Nothing was changed.")) from None
        for line in outcome.lines:
            self.stdout.write(line)
        self.stdout.write(
            _("%(created)d new, %(changed)d changed, %(same)d the same, %(absent)d not in the file.")
            % {"created": outcome.created, "changed": outcome.changed, "same": outcome.same, "absent": outcome.absent}
        )
        if dry_run:
            self.stdout.write(_("Dry run: nothing was changed."))
