"""What the person at the keyboard sees of an import: the bar, the error file, the summary."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from tqdm import tqdm

from news.importing.engine import Outcome

RAW_MAX = 100_000


class Bad(Exception):
    """One line or item cannot be imported; the text is a sentence that says why."""


class Refused(Exception):
    """The file is not imported, or no further; the text says why, and where."""


class Journal:
    """The progress bar and the error file of one run."""

    def __init__(self, path: Path, errors: Path | None = None) -> None:
        self.path = path
        self.errors = errors or path.with_name(f"{path.name}.errors.jsonl")
        self.outcome = Outcome()
        self.bad = 0
        self._file: IO[str] | None = None
        self._bar: tqdm[Any] | None = None
        self._begun = time.monotonic()

    @contextmanager
    def open(self) -> Iterator[Journal]:
        """Show the bar (not where nobody looks) and keep the error file while the import runs."""
        self._begun = time.monotonic()
        if self.errors.resolve() == self.path.resolve():
            raise Refused(_("The bad lines cannot go to the file that is read."))
        # Each run reads the file from its start and finds the same bad lines again.
        self.errors.unlink(missing_ok=True)
        self._bar = tqdm(total=self.path.stat().st_size, unit="B", unit_scale=True, disable=None, file=sys.stderr)
        try:
            with self._bar:
                yield self
        finally:
            if self._file:
                self._file.close()

    def moved(self, size: int) -> None:
        """Note that `size` more bytes were read."""
        if self._bar is not None:
            self._bar.update(size)

    def after_batch(self, outcome: Outcome) -> None:
        """Show how many articles there are by now, and how many a second."""
        if self._bar is not None:
            self._bar.set_postfix_str(f"{outcome.imported} ({self.rate():.0f}/s)")

    def refuse(self, place: dict[str, Any], reason: str, raw: str) -> None:
        """Write a bad line or item to the error file."""
        self.bad += 1
        if self._file is None:
            try:
                self._file = self.errors.open("w", encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                raise Refused(
                    _("Bad lines cannot be written to %(file)s (%(error)s). Name another file with --errors.")
                    % {"file": self.errors, "error": error.strerror}
                ) from error
        row = {**place, "reason": reason, "raw": raw[:RAW_MAX]}
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self._file.flush()

    def seconds(self) -> float:
        return time.monotonic() - self._begun

    def rate(self) -> float:
        """Return the articles imported in a second."""
        return self.outcome.imported / max(self.seconds(), 0.001)

    @property
    def nothing_done(self) -> bool:
        done = self.outcome
        return not (done.imported or done.already_there or done.other_stories)

    def summary(self) -> list[str]:
        """Return what every import tells at its end, a line each."""
        done = self.outcome
        lines = [_("Imported: %(count)d") % {"count": done.imported}]
        if done.drafts:
            lines.append(_("Of these kept as drafts: %(count)d") % {"count": done.drafts})
        lines.append(_("Already there: %(count)d") % {"count": done.already_there})
        if done.other_stories:
            lines.append(_("Id known, but another title or date, left out: %(count)d") % {"count": done.other_stories})
        bad = _("Bad, left out: %(count)d") % {"count": self.bad}
        lines.append(f"{bad} ({self.errors})" if self.bad else bad)
        if done.pictures:
            lines.append(_("Photos: %(count)d") % {"count": done.pictures})
        if done.missing_pictures:
            lines.append(_("Photos not found: %(count)d") % {"count": done.missing_pictures})
        lines += [
            _("Photos left out: %(count)d - %(reason)s") % {"count": count, "reason": reason}
            for reason, count in sorted(done.refused_pictures.items())
        ]
        if done.tags_over:
            lines.append(_("Tags beyond eight an article, left out: %(count)d") % {"count": done.tags_over})
        if done.own_paths:
            told = _("Old addresses not kept, the portal has a page of its own there: %(count)d")
            lines.append(told % {"count": done.own_paths})
        if done.taken_paths:
            lines.append(_("Old addresses left out, held by another article: %(count)d") % {"count": done.taken_paths})
        lines.append(
            _("Time: %(seconds).1f s, %(rate).0f articles a second") % {"seconds": self.seconds(), "rate": self.rate()}
        )
        return lines
