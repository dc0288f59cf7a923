"""Import articles from JSON lines: resumable, counted on their original dates."""

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.importing import articles, engine, units
from news.importing.journal import Journal, Refused


class Command(BaseCommand):
    help = (
        "Import articles from a file of JSON lines. May be stopped and started again: "
        "what is there already is passed over. Bad lines go to <FILE>.errors.jsonl."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument("--units", type=Path, help="its units, JSON lines or CSV; else units.jsonl beside FILE")
        parser.add_argument("--create-units", action="store_true", help="make the units that match none of ours")
        parser.add_argument("--tags", type=Path, help="its tags, JSON lines; else tags.jsonl beside FILE")
        parser.add_argument("--images", type=Path, help="the folder of its photos; else images/ beside FILE")
        parser.add_argument(
            "--source", default="jsonl", help="the name under which ids are remembered: another for each site"
        )
        parser.add_argument("--errors", type=Path, help="where bad lines go; else <FILE>.errors.jsonl")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(_("There is no file %(file)s.") % {"file": path})
        for name in ("units", "tags", "images"):
            if options[name] and not options[name].exists():
                raise CommandError(_("There is no file %(file)s.") % {"file": options[name]})
        # Not the file's name: the same articles in a renamed file would count twice.
        source = options["source"]
        if len(source) > engine.SOURCE_MAX:
            raise CommandError(_("The source has more than %(limit)d characters.") % {"limit": engine.SOURCE_MAX})
        journal = Journal(path, options["errors"])
        try:
            reader = articles.Reader(
                journal,
                units.load(
                    options["units"] or _beside(path, "units.jsonl"),
                    options["create_units"],
                    lambda: articles.used_units(path),
                ),
                articles.load_tags(options["tags"] or _beside(path, "tags.jsonl")),
                options["images"] or path.with_name("images"),
            )
            with journal.open():
                engine.run(source, reader.records(), outcome=journal.outcome, after_batch=journal.after_batch)
        except Refused as error:
            raise CommandError(str(error)) from error
        for line in journal.summary():
            self.stdout.write(line)
        if journal.outcome.other_stories:
            raise CommandError(
                _(
                    "%(count)d ids of the source %(source)s are known with another title or date. "
                    "If this file comes from another site, give that one a name of its own: --source NAME."
                )
                % {"count": journal.outcome.other_stories, "source": source}
            )
        if journal.nothing_done:
            raise CommandError(_("Nothing could be imported."))


def _beside(path: Path, name: str) -> Path | None:
    found = path.with_name(name)
    return found if found.exists() else None
