"""Tab, line and server are killed at random moments while officers write and publish: nothing lost, nothing twice.

    python -m pytest tests/faults --faults 100

Each round writes one story with a photo on a phone; somewhere on the way the tab is closed, the line is cut, or the
server gets SIGKILL and is started again. What stood there for the length of a pause must be found again, the story
must be public once in the end, with all its words and its photo; and the proof of all figures must hold.
"""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import ROOT, _wait_for
from tests.browser.test_thin_line import WARM, photo, take

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.slow
PAUSE = 600  # milliseconds: the editor's and the keeper's together, with something over
SENTENCES = (
    "Apel pagi dipimpin kepala kantor.",
    "Seluruh pegawai hadir di halaman.",
    "Amanat dibacakan sampai selesai.",
)
CAPTION, ALT = "Barisan pegawai di halaman.", "Pegawai berbaris."


@dataclass
class Server:
    """The demonstration, killed and started again on the same data."""

    var: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    kills: int = field(default=0)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        url = f"sqlite:///{self.var / 'portal.sqlite3'}"
        return {**os.environ, "PORTAL_ENV": "local", "VAR_DIR": str(self.var), "MEDIA_ROOT": str(self.var / "media"),
                "DATABASE_URL": url}  # fmt: skip

    def start(self) -> None:
        command = [sys.executable, "manage.py", "demo", "--articles", "20", "--pictures", "2", "--port", str(self.port)]
        with (self.var / "demo.log").open("a") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        _wait_for(self.address, self.process, self.var / "demo.log")

    def kill(self) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.kills += 1


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Server(tmp_path, port)
    made.start()
    yield made
    made.kill()


@pytest.fixture
def context(server: Server) -> Iterator[BrowserContext]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--headless", "--no-sandbox"])
        context = browser.new_context(viewport={"width": 360, "height": 780}, locale="id-ID")
        passwords = dict(line.split(" ", 1) for line in (server.var / "demo-accounts.txt").read_text().splitlines())
        context.set_default_timeout(8000)
        page = context.new_page()
        page.goto(f"{server.address}/akun/masuk/?next=/redaksi/")
        page.fill("input[name=login]", "parepare")
        page.fill("input[name=password]", passwords["parepare"])
        page.locator("main form button").first.click()
        page.wait_for_url("**/redaksi/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.evaluate(WARM)
        page.close()
        yield context
        browser.close()


class Round:
    """One story on its way, and what must be found again by now."""

    def __init__(self, context: BrowserContext, server: Server, number: int, rng: random.Random) -> None:
        self.context, self.server, self.rng = context, server, rng
        self.title = f"Apel Pagi Bersama ke-{number}"
        self.kept: dict[str, Any] = {"sentences": 0}
        self.sent = False
        self.page: Page = context.new_page()

    def go(self, address: str) -> None:
        """Open an address; a page that is just leaving by itself may be in the way."""
        for _try in range(5):
            try:
                self.page.goto(address)
            except playwright.Error:
                self.page.wait_for_timeout(500)
            else:
                return
        pytest.fail(f"{address} did not open")

    # --- Steps --------------------------------------------------------------------------------

    def steps(self) -> list[Any]:
        return [self.write_title, *[self.write_sentence] * 3, self.add_photo, self.describe, self.choose, self.publish]

    def pause(self, **kept: Any) -> None:
        self.page.wait_for_timeout(PAUSE)
        self.kept.update(kept)

    def write_title(self) -> None:
        self.page.fill("[name=title]", self.title)
        self.pause(title=self.title)

    def write_sentence(self) -> None:
        done = self.kept["sentences"]
        self.page.locator(".ProseMirror").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(("" if done == 0 else " ") + SENTENCES[done])
        self.pause(sentences=done + 1)

    def add_photo(self) -> None:
        take(self.page, photo((1200, 900), seed=self.rng.randrange(1, 99)))
        self.page.locator(".shot").wait_for()
        self.pause(photo=True)

    def describe(self) -> None:
        self.page.fill(".shot [data-part=caption]", CAPTION)
        self.page.fill(".shot [data-part=alt]", ALT)
        self.pause(described=True)

    def choose(self) -> None:
        self.page.select_option("[name=category]", index=1)
        self.pause(chosen=True)

    def publish(self) -> None:
        self.sent = True
        self.page.locator("button[value=publish]").click()
        self.page.wait_for_timeout(self.rng.randrange(0, 1500))

    # --- After the fault ----------------------------------------------------------------------

    def check(self) -> None:
        """Everything that stood there for a pause stands there again."""
        found = {"title": self.page.input_value("[name=title]"), "body": self.page.locator(".ProseMirror").inner_text()}
        assert found["title"] == self.kept.get("title", found["title"])
        for sentence in SENTENCES[: self.kept["sentences"]]:
            assert found["body"].count(sentence) == 1, found
        if self.kept.get("photo"):
            assert self.page.locator(".shot").count() == 1
        if self.kept.get("described"):
            words = [self.page.input_value(f".shot [data-part={name}]") for name in ("caption", "alt")]
            assert words == [CAPTION, ALT]

    def finish(self) -> None:
        """Write what is still missing and publish."""
        if not self.page.input_value("[name=title]"):
            self.write_title()
        body = self.page.locator(".ProseMirror").inner_text()
        # A sentence that was cut in the middle of its typing is begun anew.
        whole = [sentence for sentence in SENTENCES if sentence in body]
        if " ".join(body.split()) != " ".join(whole):
            self.page.locator(".ProseMirror").click()
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(" ".join(whole) or SENTENCES[0])
            whole = whole or [SENTENCES[0]]
        self.kept["sentences"] = len(whole)
        while self.kept["sentences"] < len(SENTENCES):
            self.write_sentence()
        if not self.page.locator(".shot").count():
            self.add_photo()
        self.describe()
        self.choose()
        self.page.locator("button[value=publish]").click()

    def public(self) -> list[str]:
        """Return the addresses of the public stories with this title."""
        self.go(f"{self.server.address}/redaksi/terbit/")
        rows = self.page.locator("main ul.cards:not([data-waiting] ul) a", has_text=re.compile(rf"{self.title}\b"))
        return [str(rows.nth(place).get_attribute("href")) for place in range(rows.count())]


def interrupted(story: Round, kind: str) -> None:
    """Go through the steps; the tab, the line or the server dies somewhere on the way."""
    rng, steps = story.rng, story.steps()
    story.page.goto(f"{story.server.address}/redaksi/tulis/")
    story.address = story.page.url  # type: ignore[attr-defined]
    timer = threading.Timer(rng.uniform(0.2, 7.0), story.server.kill) if kind == "server" else None
    cut = rng.randrange(len(steps) + 1)
    if timer:
        timer.start()
    try:
        for place, step in enumerate(steps):
            if place == cut and kind == "tab":
                return
            if place == cut and kind == "line":
                story.context.set_offline(True)
            step()
    finally:
        if timer:
            timer.join()
        if kind == "tab" or rng.random() < 0.5:
            story.page.close()
            story.page = story.context.new_page()


def recovered(story: Round, kind: str) -> None:
    """Bring back what died, find the text, and publish it if it is not yet."""
    if kind == "server":
        story.server.start()
    story.context.set_offline(False)
    page = story.page
    for _try in range(30):
        if story.public():
            return
        story.go(f"{story.server.address}/redaksi/")
        page.wait_for_timeout(700)
        row = page.locator("[data-waiting] li a", has_text=re.compile(rf"{story.title}\b|Berita tanpa judul"))
        if story.sent and row.count() and "menunggu" in row.first.inner_text():
            page.evaluate("dispatchEvent(new Event('online'))")
            page.wait_for_timeout(1500)
            continue
        story.go(story.address)  # type: ignore[attr-defined]
        page.wait_for_timeout(900)
        if not page.locator("form.compose").count():
            continue
        story.check()
        try:
            story.finish()
        except playwright.Error:
            continue  # what was queued went by itself, and the page with it
        page.wait_for_timeout(2500)
    pytest.fail(f"{story.title} was never published")


def test_random_kills_lose_nothing_and_double_nothing(
    server: Server, context: BrowserContext, pytestconfig: pytest.Config
) -> None:
    rounds, seed = int(pytestconfig.getoption("--faults")), 20260124
    rng = random.Random(seed)
    for number in range(1, rounds + 1):
        kind = ("tab", "line", "server")[number % 3]
        story = Round(context, server, number, rng)
        interrupted(story, kind)
        recovered(story, kind)
        (address,) = story.public()
        story.go(f"{server.address}{address}")
        story.page.goto(
            server.address + str(story.page.locator("main a[href^='/berita/']").first.get_attribute("href"))
        )
        shown = story.page.locator("article.story").inner_text()
        assert [shown.count(sentence) for sentence in SENTENCES] == [1, 1, 1], (number, kind)
        assert story.page.locator("article.story figure img").count() == 1, (number, kind)
        story.page.close()
    proved = subprocess.run(
        [sys.executable, "manage.py", "verify_closing"],
        cwd=ROOT,
        env=server.environment,
        capture_output=True,
        text=True,
    )
    assert proved.returncode == 0, proved.stdout + proved.stderr
    assert server.kills >= rounds // 3
