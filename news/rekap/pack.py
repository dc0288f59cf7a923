"""The Rakor pack: all papers of a year in one folder, made by a command, or by the minute clock for the button.

Chromium prints while the workbook is written: two cores, two hands. Without Chromium the pages come as HTML.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage, storages
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

from news import closing as books
from news import reports
from news.goals import today
from news.images import widths_of
from news.models import Closing, Pack, Photo, Receipt, Tally
from news.rekap import annual, book, paper
from news.rekap.cards import Card
from news.rekap.closing import write_minutes
from news.rekap.needs import Wanted, needs
from news.rekap.needs import write as write_needs
from news.rekap.tally import League, Row
from news.spreadsheet import Book
from news.templatetags.portal_words import full_time
from satker.models import Kind
from satker.structure import Structure

logger = logging.getLogger(__name__)

# Each page that Chromium prints costs it some megabytes until it ends: so many at once, then it starts anew. Two at
# once would take 480 MB together instead of 360, for an eighth of the time (docs/measured.md).
CARDS = 6
ROWS = 36  # of the matrix: a page full
PRINT = 4000  # how many stories take as long as one such print
TELL = dt.timedelta(seconds=1)
LOST = dt.timedelta(minutes=10)
KEPT = 3
CORRECTIONS = 500  # on paper; the workbook has all
Tell = Callable[[str, int, int], None]  # the step in words, work done, all work


@dataclass(frozen=True)
class Piece:
    """One file of the pack: its path inside, and what it is in a sentence."""

    name: str
    told: str


@dataclass
class Made:
    """What was made, what was left out and why, and the memory that it took at most."""

    folder: Path
    pieces: list[Piece] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    site: str = ""  # where the links of stories lead
    memory: paper.Memory = field(default_factory=paper.Memory)  # Chromium's and our own at the same moment

    def contents(self) -> list[dict[str, Any]]:
        """Return the files with their sizes, as a pack keeps them."""
        return [
            {"name": piece.name, "bytes": (self.folder / piece.name).stat().st_size, "told": piece.told}
            for piece in self.pieces
        ]


class Empty(Exception):
    """Nothing counts in the year, so there is nothing to print; the message is a sentence for people."""


def check(year: int) -> None:
    """Raise Empty for a year without a row in the ledger."""
    if not Tally.objects.filter(year=year).exists():
        raise Empty(_("Nothing has been counted in %(year)d: there is nothing to pack.") % {"year": year})


def make(year: int, folder: Path, site: str = "", tell: Tell = lambda step, done, total: None) -> Made:
    """Make the pack of a year in a folder that is there, and return what it holds; raises Empty without a story."""
    check(year)
    return _Maker(year, folder, site, tell).run()


@dataclass(frozen=True)
class _Print:
    """One page to print: the page, its parts if it is too much at once, the PDF that it becomes, and what it is."""

    page: Path
    parts: list[Path]
    target: Path
    told: str


class _Maker:
    def __init__(self, year: int, folder: Path, site: str, tell: Tell) -> None:
        self.year, self.folder, self.tell = year, folder, tell
        self.pages = folder / "halaman"
        self.pages.mkdir(exist_ok=True)
        self.program = paper.browser()
        self.data = annual.load(year, site, source=self._photo)
        self.made = Made(folder, site=self.data.site)
        closings = Closing.objects.filter(year=year).select_related("closed_by").order_by("month", "revision")
        self.minutes = [books.difference(closing) for closing in closings]
        self.places: dict[str, list[Card]] = {}  # the rapor pages by the name of their file
        self.language = translation.get_language()
        self.done, self.total = 0, 0
        self.sessions: set[int] = set()  # of Chromium, those that have ended too: they hold nothing

    def run(self) -> Made:
        self.advance(_("Pages"), 0)
        program, prints = self.program, self._prints()
        stories, printed = Receipt.objects.filter(year=self.year).count(), sum(map(_weight, prints))
        self.total = stories + book.WEIGHT * len(self.data.cards) + (printed if program else 0)
        with ThreadPoolExecutor(1) as hand:
            printing = {hand.submit(self._print, program, each): each for each in prints} if program else {}
            try:
                self._workbooks()
                self._finish(printing)
            except BaseException:
                hand.shutdown(wait=False, cancel_futures=True)
                raise
        if not program:
            self.made.left_out.append(
                _("No PDF: this server has no Chromium. The same pages are in halaman/ and print from any browser.")
            )
            self.made.pieces += [Piece(self._inside(each.page), each.told) for each in prints]
        self._index()
        self._read_me()
        return self.made

    def advance(self, step: str, work: int) -> None:
        """Tell how far it is."""
        self.done += work
        self.tell(step, min(self.done, self.total), self.total)

    def _inside(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    # --- Workbooks --------------------------------------------------------------------------------

    def _workbooks(self) -> None:
        data, year = self.data, self.year
        book.write(self._file(f"rekap-{year}.xlsx", _("The workbook: all figures, each unit, all stories")), data,
                   whole=True, told=self.advance)  # fmt: skip
        with Book(self._file(f"kebutuhan-{year}.xlsx", _("What units need and received")), _("Needs")) as needed:
            write_needs(needed, needs(year, Wanted(), Structure(year), every_line=True))
        for found in self.minutes:
            closing, name = found.closing, _name_of(found.closing)
            # Not within an f-string, where the collector of messages does not look.
            told = _("Minutes of closing as a workbook") + f": {_told_of(closing)}"
            write_minutes(self._file(f"berita-acara-{name}.xlsx", told), found)
            told = _("The figures as fingerprinted: sha256sum gives the fingerprint") + f": {_told_of(closing)}"
            self._file(f"kanonik-{name}.txt", told).write_bytes(closing.canonical.encode())
        if not data.closing:
            told = _("No minutes of closing: the book of %(year)d is not closed.")
            if self.minutes:
                told = _("No minutes of the whole year: the book of %(year)d is not closed.")
            self.made.left_out.append(told % {"year": year})

    def _file(self, name: str, told: str) -> Path:
        self.made.pieces.append(Piece(name, told))
        return self.folder / name

    # --- Pages ------------------------------------------------------------------------------------

    def _photo(self, photo: Photo) -> str:
        """Lay the smallest rendition of a photo beside the pages and return its name, "" if it is gone."""
        name = f"foto-{photo.pk}.jpg"
        try:
            with default_storage.open(f"{photo.stem}-{widths_of(photo.width)[0]}.jpg") as kept:
                (self.pages / name).write_bytes(kept.read())
        except OSError:
            return ""
        return name

    def _prints(self) -> list[_Print]:
        """Write all pages and return what is to be printed."""
        data, year = self.data, self.year
        found = [self._matrix()]
        found += [self._cards(number, branch, cards) for number, (branch, cards) in enumerate(branches(data.cards), 1)]
        if data.winners:
            sheets = [paper.sheet("_certificates", awards(data))]
            found.append(self._page(f"piagam-{year}", _("Certificates for the winners"), sheets))
        else:
            self.made.left_out.append(_("No certificates: no league has a winner yet."))
        sheets = [paper.sheet("_forms", {"reports": [form]}) for form in forms(year)]
        found.append(self._page(f"formulir-{year}", _("Recap forms of all units together"), sheets, CARDS))
        for each in self.minutes:
            minutes = {"closing": each.closing, "found": each, "corrections": each.corrections[:CORRECTIONS]}
            minutes["printed_at"] = self.data.made_at
            told = f"{_('Minutes of closing')}: {_told_of(each.closing)}"
            found.append(self._page(f"berita-acara-{_name_of(each.closing)}", told, [paper.sheet("_minutes", minutes)]))
        return found

    def _matrix(self) -> _Print:
        whole = {"data": self.data, "leagues": self.data.found.leagues, "first": True, "last": True}
        name, told = f"matriks-{self.year}", _("Matrix and leagues, A4 landscape")
        made = self._page(name, told, [paper.sheet("_matrix", whole)])
        cut = [[], *halves(self.data.found.leagues)]
        sheets = [
            paper.sheet("_matrix", {**whole, "leagues": leagues, "first": place == 0, "last": place == len(cut) - 1})
            for place, leagues in enumerate(cut)
        ]
        return replace(made, parts=self._parts(name, told, sheets, 1))

    def _page(self, name: str, told: str, sheets: list[SafeString], each: int = 0, within: str = "") -> _Print:
        """Write a page of sheets, and its parts if it has more sheets than are printed at once."""
        page = paper.page(self.pages, f"{name}.html", told, sheets)
        (self.folder / within).mkdir(exist_ok=True)
        parts = self._parts(name, told, sheets, each) if each and len(sheets) > each else []
        return _Print(page, parts, self.folder / within / f"{name}.pdf", told)

    def _parts(self, name: str, told: str, sheets: list[SafeString], each: int) -> list[Path]:
        if not self.program:
            return []
        return [
            paper.page(self.pages, f"{name}-{place}.html", told, sheets[at : at + each])
            for place, at in enumerate(range(0, len(sheets), each))
        ]

    def _cards(self, number: int, branch: str, cards: list[Card]) -> _Print:
        told = _("Rapor of %(count)d units: %(branch)s") % {"count": len(cards), "branch": branch}
        name = f"rapor-{self.year}-{number:02d}-{slugify(branch)}"
        self.places[name] = cards
        sheets = [paper.sheet("_card", {"card": card, **_beside(self.data)}) for card in cards]
        return self._page(name, told, sheets, CARDS, "rapor")

    # --- Printing ---------------------------------------------------------------------------------

    def _print(self, program: str, each: _Print) -> None:
        """Print one page; in the other thread, which asks no database."""

        def waiting(pid: int) -> None:
            self.sessions.add(pid)
            held = paper.memory_of_sessions(self.sessions) + paper.memory_of(os.getpid())
            self.made.memory = max(self.made.memory, held, key=lambda memory: memory.whole)

        with translation.override(self.language):  # each thread has its own
            if each.parts:
                paper.print_joined(program, each.parts, each.target, each.told, waiting)
            else:
                paper.print_pdf(program, each.page, each.target, waiting)

    def _finish(self, printing: dict[Future[None], _Print]) -> None:
        """Wait for the prints, and tell meanwhile that somebody is still at work."""
        open_ = set(printing)
        while open_:
            ready, open_ = wait(open_, timeout=TELL.total_seconds(), return_when=FIRST_COMPLETED)
            self.advance(_("PDF"), sum(_weight(printing[future]) for future in ready))
        for future, each in printing.items():
            for part in each.parts:
                part.unlink()
            error = future.exception()
            if isinstance(error, paper.Unprinted | OSError):
                self.made.left_out.append(_("%(error)s The page itself is in halaman/.") % {"error": error})
                self.made.pieces.append(Piece(self._inside(each.page), each.told))
            elif error:
                raise error
            else:
                self.made.pieces.append(Piece(self._inside(each.target), each.told))
                self._tidy(each)

    def _tidy(self, each: _Print) -> None:
        """Keep the matrix as a page too; of the others the PDF is enough."""
        if each.page.stem.startswith("matriks"):
            self.made.pieces.append(Piece(self._inside(each.page), each.told))
        else:
            each.page.unlink()

    # --- What is inside ---------------------------------------------------------------------------

    def _index(self) -> None:
        """Say which file holds the rapor of which unit, and on which page: one page for each, by name."""
        papers = [Path(piece.name) for piece in self.made.pieces if piece.name.endswith((".pdf", ".html"))]
        files = {path.stem: path.as_posix() for path in papers}
        lines = [
            _("%(unit)s: %(file)s, page %(page)d")
            % {"unit": f"{card.node.name} ({card.node.code})", "file": files[name], "page": page}
            for name, cards in self.places.items()
            for page, card in enumerate(cards, 1)
        ]
        (self.folder / "rapor").mkdir(exist_ok=True)
        text = "\n".join(sorted(lines, key=str.casefold)) + "\n"
        target = self._file("rapor/INDEKS.txt", _("Which file holds the rapor of which unit"))
        target.write_text(text, encoding="utf-8", newline="\r\n")

    def _read_me(self) -> None:
        named = {Path(piece.name).name for piece in self.made.pieces}
        if not any(name.startswith("rapor") and name.endswith(".html") for name in named):
            for photo in self.pages.glob("foto-*.jpg"):
                photo.unlink()
        self.made.pieces.sort(key=lambda piece: ("/" in piece.name, piece.name))
        self._file("BACA-INI.txt", _("What is inside"))
        text = "\n".join(_told(self.data, self.made)) + "\n"
        (self.folder / "BACA-INI.txt").write_text(text, encoding="utf-8", newline="\r\n")


def _weight(each: _Print) -> int:
    return PRINT * max(len(each.parts), 1)


@dataclass(frozen=True)
class Half:
    """Some rows of a league; its sum where they are the last."""

    kind: Kind
    rows: list[Row]
    total: Row | None


def halves(leagues: Iterable[League]) -> list[list[Half]]:
    """Return the leagues in parts of 36 rows at most: small ones together, a large one over several."""
    parts: list[list[Half]] = []
    room = 0
    for league in leagues:
        count = len(league.rows)
        for at in range(0, count, ROWS):
            rows = league.rows[at : at + ROWS]
            if len(rows) > room:
                parts.append([])
                room = ROWS
            room -= len(rows)
            parts[-1].append(Half(league.kind, rows, league.total if at + ROWS >= count else None))
    return parts


def branches(cards: list[Card]) -> Iterator[tuple[str, list[Card]]]:
    """Yield the rapor pages by branch, an office with all below it.

    Units that stand alone come first, then the branches by name.
    """
    found: dict[str, list[Card]] = {}
    for card in cards:
        # The chain begins with the root; who stands right below it heads a branch.
        head = card.chain[1] if len(card.chain) > 1 else card.node.name
        found.setdefault(head, []).append(card)
    alone = [card for branch in found.values() if len(branch) == 1 for card in branch]
    if alone:
        yield alone[0].node.name if len(alone) == 1 else _("single units"), alone
    yield from sorted((name, branch) for name, branch in found.items() if len(branch) > 1)


def _name_of(closing: Closing) -> str:
    """Return the period of a closing as its files are named: 2026, 2026-03, 2026-03-revisi-2."""
    month = f"-{closing.month:02d}" if closing.month else ""
    return f"{closing.year}{month}" + (f"-revisi-{closing.revision}" if closing.revision > 1 else "")


def _told_of(closing: Closing) -> str:
    revision = f", {_('revision')} {closing.revision}" if closing.revision > 1 else ""
    return closing.period + revision


def _beside(data: annual.Year) -> dict[str, Any]:
    return {
        "formula": data.formula,
        "closing": data.closing,
        "months": data.found.closed_months,
        "made_at": data.made_at,
    }


def awards(data: annual.Year) -> dict[str, Any]:
    """Return what the certificates of a year need."""
    officials = data.closing.officials if data.closing else []
    return {
        "winners": data.winners, "giver": data.giver, "year": data.year, "officials": officials, "place": data.place,
        "closing": data.closing,
    }  # fmt: skip


CHANNELS, QUARTER, MONTH = "reports/_channels.html", "reports/_quarter.html", "reports/_month.html"


def forms(year: int) -> list[tuple[str, Any]]:
    """Return the recap forms of all units of the months and quarters that have begun, with their templates."""
    now = today()
    last = 12 if year < now.year else now.month if year == now.year else 0
    if not last:
        return []
    return [
        (CHANNELS, reports.channels(year, last)),
        *((QUARTER, reports.quarter(year, quarter)) for quarter in range(1, (last + 2) // 3 + 1)),
        *((MONTH, reports.month(year, month)) for month in range(1, last + 1)),
    ]


def _told(data: annual.Year, made: Made) -> Iterator[str]:
    yield f"{_('Rakor pack')} {data.year}: {settings.PORTAL_NAME}"
    yield _("Figures as of %(moment)s.") % {"moment": full_time(data.made_at)}
    if data.closing:
        yield _("Closed with %(total)d stories, fingerprint (SHA-256) %(print)s.") % {
            "total": data.closing.total,
            "print": data.closing.sha256,
        }
    yield ""
    for piece in made.pieces:
        yield f"{piece.name}\n    {piece.told}"
    yield ""
    yield _("Left out:") if made.left_out else _("Nothing was left out.")
    for sentence in made.left_out:
        yield f"- {sentence}"
    yield ""
    for rule in data.rules:
        yield f"{rule}: {' '.join(rule.sentences())}"


# --- The button -------------------------------------------------------------------------------------


class Lost(Exception):
    """Another worker has taken this pack over: nobody heard of us for ten minutes."""


def ask(year: int, by: Any) -> Pack:
    """Return the pack of a year that is being made, or ask for a new one."""
    waiting = Pack.objects.filter(year=year, state__in=[Pack.State.WAITING, Pack.State.WORKING])
    return waiting.first() or Pack.objects.create(year=year, asked_by=by, asked_at=timezone.now())


def make_waiting(at: dt.datetime | None = None) -> int | None:
    """Make one pack that was asked for, and return its id; None when none waits. Safe on several hosts at once."""
    pack = _claim(at or timezone.now())
    if pack is None:
        return None
    try:
        _make(pack)
    except Lost:
        logger.warning("Pack %s was taken over by another worker", pack.pk)
    except Exception as error:
        logger.exception("Pack %s failed", pack.pk)
        with contextlib.suppress(Lost):
            _save(pack, state=Pack.State.FAILED, left_out=[_sentence(error)], finished_at=timezone.now())
    return pack.pk


def _claim(now: dt.datetime) -> Pack | None:
    """Take one pack that waits, or whose worker has not been heard of; the update itself decides who gets it."""
    free = Q(state=Pack.State.WAITING) | Q(state=Pack.State.WORKING, seen_at__lt=now - LOST)
    for pk in Pack.objects.filter(free).order_by("asked_at", "pk").values_list("pk", flat=True):
        taken = Pack.objects.filter(free, pk=pk).update(
            state=Pack.State.WORKING, started_at=now, seen_at=now, done=0, total=0, step=""
        )
        if taken:
            return Pack.objects.get(pk=pk)
    return None


def _save(pack: Pack, **changes: Any) -> None:
    """Write changes as long as the pack is ours; raises Lost when another worker has it."""
    ours = Pack.objects.filter(pk=pack.pk, state=Pack.State.WORKING, started_at=pack.started_at)
    if not ours.update(seen_at=timezone.now(), **changes):
        raise Lost


def _make(pack: Pack) -> None:
    told_at = timezone.now() - TELL

    def tell(step: str, done: int, total: int) -> None:
        nonlocal told_at
        if timezone.now() - told_at >= TELL:
            told_at = timezone.now()
            _save(pack, step=step[:120], done=done, total=total)

    with tempfile.TemporaryDirectory(prefix="rakor-", ignore_cleanup_errors=True) as name:
        folder = Path(name) / f"rakor-{pack.year}"
        folder.mkdir()
        made = make(pack.year, folder, tell=tell)
        contents = made.contents()
        packed = _zip(folder, Path(name) / "rakor.zip")
        _save(pack, step=_("Packing"))
        with packed.open("rb") as file:
            kept = storages["private"].save(f"rakor/rakor-{pack.year}-{pack.pk}.zip", File(file))
    try:
        _save(
            pack, state=Pack.State.READY, file=kept, contents=contents, left_out=made.left_out, step="",
            done=1, total=1, finished_at=timezone.now(),
        )  # fmt: skip
    except Lost:
        storages["private"].delete(kept)
        raise
    _forget_older(pack.year)


def _zip(folder: Path, target: Path) -> Path:
    """Pack a folder with its name; workbooks and PDFs are compressed already."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, path.relative_to(folder.parent))
    return target


def _forget_older(year: int) -> None:
    """Keep the files of the newest three packs of a year; the lines of the others stay without theirs."""
    ready = Pack.objects.filter(year=year, state=Pack.State.READY).exclude(file="").order_by("-finished_at", "-pk")
    for old in ready[KEPT:]:
        storages["private"].delete(old.file)
        Pack.objects.filter(pk=old.pk).update(file="")


def _sentence(error: Exception) -> str:
    if isinstance(error, Empty):
        return str(error)
    if isinstance(error, OSError):
        return _("The files could not be written: %(error)s. Make room, then ask again.") % {"error": error.strerror}
    return _("The pack could not be made; the log of the server says why. Ask again, or tell who runs the server.")
