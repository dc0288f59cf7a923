"""From a template to paper: pages that stand alone, and the system's Chromium that turns them into PDF."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from pypdf import PdfWriter

# The shell prints with half the memory of the whole browser.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
STYLES = ("tokens.css", "base.css", "print.css")
SECONDS = 120
PAUSE = 0.1
# Reads files only: no network, and nothing of anybody's profile.
FLAGS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
    "--disable-sync", "--disable-component-update", "--disable-default-apps", "--mute-audio", "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-dev-shm-usage", "--js-flags=--lite-mode",
)  # fmt: skip


# Joining would lose the tags for screen readers, and they cost as much as the page; the HTML beside has them all.
UNTAGGED = ("--disable-pdf-tagging",)


class Unprinted(Exception):
    """A page could not become a PDF; the message is a sentence for people."""


def browser() -> str | None:
    """Return the program that prints, None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def sheet(part: str, context: dict[str, Any]) -> SafeString:
    """Return one or more sheets of paper as HTML."""
    return render_to_string(f"rekap/paper/{part}.html", {**context, "portal_name": settings.PORTAL_NAME})


def page(folder: Path, name: str, title: str, sheets: Iterable[SafeString]) -> Path:
    """Write sheets as a page that stands alone, with its styles beside it, and return its file."""
    for style in STYLES:
        if found := finders.find(f"css/{style}"):
            shutil.copyfile(found, folder / style)
    target = folder / name
    told = {"sheets": sheets, "title": title, "styles": STYLES}
    target.write_text(render_to_string("rekap/paper/alone.html", told), encoding="utf-8")
    return target


def print_joined(
    program: str, sources: Sequence[Path], target: Path, title: str, waiting: Callable[[int], None] = lambda pid: None
) -> None:
    """Print files one after the other into one PDF of that title, its pages numbered throughout.

    A browser needs memory for all pages that it prints at once; this way it needs it for those of one file. Raises
    as print_pdf does.
    """
    with tempfile.TemporaryDirectory(prefix="rakor-") as folder, PdfWriter() as joined:
        printed = Path(folder) / target.name
        for source in sources:
            _begin_after(source, len(joined.pages))
            print_pdf(program, source, printed, waiting, UNTAGGED)
            joined.append(printed)
        joined.add_metadata({"/Title": title})
        joined.compress_identical_objects()  # each file brings the fonts again
        joined.write(target)


def _begin_after(source: Path, pages: int) -> None:
    """Let the numbers of a file's pages go on after so many; how many there will be is not known yet."""
    rules = (
        "@page { @bottom-right { content: counter(page); } } "
        f"@page :first {{ counter-increment: page {pages + 1}; }}"
    )
    html = source.read_text(encoding="utf-8")
    source.write_text(html.replace("</head>", f"<style>{rules}</style></head>", 1), encoding="utf-8")


def print_pdf(
    program: str,
    source: Path,
    target: Path,
    waiting: Callable[[int], None] = lambda pid: None,
    more: Sequence[str] = (),
) -> None:
    """Print one file to PDF; `waiting` is called with the process id while it works.

    Raises Unprinted when it takes too long, fails, or leaves no file.
    """
    with tempfile.TemporaryDirectory(prefix="rakor-", ignore_cleanup_errors=True) as profile:
        # Chromium refuses to put root into its sandbox; the page is our own and reads no network.
        alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [
            program,
            *FLAGS,
            *more,
            *alone,
            f"--user-data-dir={profile}",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        silent, known = subprocess.DEVNULL, _environment(profile)
        # A session of its own, so that all its processes can be ended with it.
        process = subprocess.Popen(command, stdout=silent, stderr=silent, start_new_session=True, env=known)
        try:
            _wait(process, waiting)
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if process.returncode or not target.exists() or not target.stat().st_size:
        raise Unprinted(_("Chromium could not print %(name)s.") % {"name": target.name})


def _environment(profile: str) -> dict[str, str]:
    """Return what Chromium gets to know: paths, nothing of the portal's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "FONTCONFIG_PATH") if name in os.environ}
    return {**kept, "HOME": profile, "XDG_CONFIG_HOME": profile, "XDG_CACHE_HOME": profile}


def _wait(process: subprocess.Popen[bytes], waiting: Callable[[int], None]) -> None:
    ends = time.monotonic() + SECONDS
    while process.poll() is None:
        if time.monotonic() > ends:
            raise Unprinted(_("Chromium took longer than %(seconds)d seconds.") % {"seconds": SECONDS})
        waiting(process.pid)
        # Not a sleep: a pack prints eighty times, and each of them would last to the end of its pause.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PAUSE)


@dataclass(frozen=True)
class Memory:
    """Bytes held by processes, what they share counted once; `files` is what can be read from disk again."""

    whole: int = 0
    files: int = 0

    def __add__(self, other: Memory) -> Memory:
        return Memory(self.whole + other.whole, self.files + other.files)


def memory_of(pid: int) -> Memory:
    """Return what a process holds, nothing where the system does not tell."""
    with contextlib.suppress(OSError, ValueError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
        told = {name: int(value.split()[0]) * 1024 for name, value in (line.split(":") for line in lines)}
        return Memory(told.get("Pss", 0), told.get("Pss_File", 0))
    return Memory()


def memory_of_sessions(sessions: Container[int]) -> Memory:
    """Return what all processes of these sessions hold together."""
    held = Memory()
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            if int((entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[3]) in sessions:
                held += memory_of(int(entry.name))
    return held
