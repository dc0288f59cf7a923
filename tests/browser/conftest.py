"""A served demonstration and a phone: skipped with a sentence where Chromium or Playwright is missing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
START_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """A running portal: its address and the passwords of the cast."""

    address: str
    passwords: dict[str, str]


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of its own for the served portal, of the kind that this run tests."""
    own = settings.DATABASES["default"]
    if own["ENGINE"].endswith("sqlite3"):
        yield f"sqlite:///{tmp_path_factory.mktemp('served')}/portal.sqlite3"
        return
    import psycopg2

    name = f"served_{uuid.uuid4().hex[:12]}"
    where = {"host": own["HOST"], "port": own["PORT"], "user": own["USER"], "password": own["PASSWORD"]}
    connection = psycopg2.connect(dbname="postgres", **where)
    connection.autocommit = True
    connection.cursor().execute(f"CREATE DATABASE {name}")
    yield f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{name}"
    connection.cursor().execute(f"DROP DATABASE {name} WITH (FORCE)")
    connection.close()


@pytest.fixture(scope="session")
def served(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration, started by the command of the README on a free port."""
    var = tmp_path_factory.mktemp("var")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ, "PORTAL_ENV": "local", "VAR_DIR": str(var), "MEDIA_ROOT": str(var / "media"),
        "DATABASE_URL": database_url,
    }  # fmt: skip
    command = [sys.executable, "manage.py", "demo", "--articles", "60", "--pictures", "14", "--port", str(port)]
    log = (var / "demo.log").open("w")
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, var / "demo.log")
        lines = (var / "demo-accounts.txt").read_text().splitlines()
        yield Served(address, dict(line.split(" ", 1) for line in lines))
    finally:
        process.terminate()
        process.wait(timeout=20)
        log.close()


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"the demonstration stopped: {log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"the demonstration did not answer within {START_SECONDS} s: {log.read_text()[-2000:]}")


# A module's, not the session's: Playwright leaves an event loop running, in which Django touches no database.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    if not binary:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=binary, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def cookies(served: Served, chromium: Browser) -> Iterator[list[Any]]:
    """The session of the unit's officer, one for all tests of a file: signing in is slow on purpose."""
    page = chromium.new_context().new_page()
    page.goto(f"{served.address}/akun/masuk/?next=/redaksi/")
    page.fill("input[name=login]", "parepare")
    page.fill("input[name=password]", served.passwords["parepare"])
    page.locator("main form button").first.click()
    page.wait_for_url("**/redaksi/")
    yield page.context.cookies()
    page.context.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """phone(width=360, scheme="light"): a fresh page that fails the test on any script or CSP complaint."""
    complaints: list[str] = []
    contexts = []

    def opened(width: int = 360, scheme: Any = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 780}, color_scheme=scheme, locale="id-ID", timezone_id="Asia/Makassar"
        )
        contexts.append(context)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation',"
            " e => console.error('CSP', e.violatedDirective, e.blockedURI))"
        )
        page = context.new_page()
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    # A status that the test asked for is the browser's own line, not a complaint of the page.
    assert [told for told in complaints if "Failed to load resource" not in told] == []


@pytest.fixture
def sign_in(served: Served) -> Callable[[Page, str], None]:
    def sign_in(page: Page, username: str) -> None:
        page.goto(f"{served.address}/akun/masuk/?next=/redaksi/")
        page.fill("input[name=login]", username)
        page.fill("input[name=password]", served.passwords[username])
        page.locator("main form button").first.click()
        page.wait_for_url("**/redaksi/")

    return sign_in
