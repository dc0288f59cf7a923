"""What a page reports of its own data in a real browser: each byte the portal did not see, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from django.conf import settings

from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# What crossed the line under /static/ and /media/, by the browser's own count.
FETCHED = """() => performance.getEntriesByType("resource")
  .filter(({ name }) => /^\\/(static|media)\\//.test(new URL(name).pathname))
  .reduce((sum, { transferSize }) => sum + transferSize, 0)"""


# The reports as they went out: of a page that is going, the driver itself sees no request.
NOTED = """const send = navigator.sendBeacon.bind(navigator);
navigator.sendBeacon = (address, body) => {
  const taken = send(address, body);
  localStorage.sent = `${localStorage.sent ?? ""}${taken ? body : "refused"} `;
  return taken;
}"""


@pytest.fixture
def page(phone: Callable[..., Page], cookies: list[Any]) -> Page:
    """A signed-in phone that notes the reports of its pages."""
    page = phone()
    page.context.add_cookies(cookies)
    page.context.add_init_script(NOTED)
    return page


@pytest.fixture
def alone(page: Page) -> Page:
    """The phone without a service worker, which would fetch files of its own."""
    page.context.add_init_script("navigator.serviceWorker.register = () => new Promise(() => {})")
    return page


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def told(page: Page) -> list[int]:
    """Return the bytes that were reported."""
    sent = page.evaluate("localStorage.sent ?? ''").split()
    return [int(parse_qs(body)["down"][0]) for body in sent]


def test_a_first_visit_reports_its_files_once(served: Served, page: Page) -> None:
    """The form's own files, then those that the service worker fetched: all of them, and later visits nothing."""
    opened(page, f"{served.address}/redaksi/draf/")
    first = page.evaluate(FETCHED)
    page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 500)))")
    for name in ("terbit", "tulis", "angka", "tulis", "terbit"):
        opened(page, f"{served.address}/redaksi/{name}/")
    files = ("js/editor.js", "css/editor.css", "js/advice.js", "js/photos.js", "js/keep.js")
    sizes = [(settings.BASE_DIR / "static" / name).stat().st_size for name in files]
    waiting = int(page.evaluate("sessionStorage.getItem('meter')"))
    assert first + sum(sizes) <= sum(told(page)) + waiting <= first + sum(sizes) + 30_000, told(page)


def test_the_portal_takes_the_report(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/tulis/")
    opened(page, f"{served.address}/redaksi/")
    form = {name: value[0] for name, value in parse_qs(page.evaluate("localStorage.sent").strip()).items()}
    answers = [page.request.post(f"{served.address}/redaksi/data/terukur/", form=form).status]
    form["csrfmiddlewaretoken"] = "x" * 64
    answers.append(page.request.post(f"{served.address}/redaksi/data/terukur/", form=form).status)
    assert answers == [204, 403]


def test_what_a_proxy_compressed_is_taken_off(served: Served, alone: Page) -> None:
    def by_proxy(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "Server-Timing": "sent;dur=990000"})

    opened(alone, f"{served.address}/redaksi/draf/")
    alone.route("**/redaksi/terbit/", by_proxy)
    opened(alone, f"{served.address}/redaksi/terbit/")
    alone.evaluate("sessionStorage.clear()")
    body = alone.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    files = alone.evaluate(FETCHED)
    opened(alone, f"{served.address}/redaksi/")
    assert told(alone)[-1] == body - 990_000 + files


def test_small_change_waits_until_it_is_worth_a_report(served: Served, alone: Page) -> None:
    opened(alone, f"{served.address}/redaksi/draf/")
    opened(alone, f"{served.address}/redaksi/")
    before = told(alone)
    alone.evaluate("sessionStorage.setItem('meter', 49000)")
    opened(alone, f"{served.address}/redaksi/draf/")
    assert (told(alone), alone.evaluate("sessionStorage.getItem('meter')")) == (before, "49000")
    alone.evaluate("sessionStorage.setItem('meter', 51000)")
    opened(alone, f"{served.address}/redaksi/")
    assert (told(alone), alone.evaluate("sessionStorage.getItem('meter')")) == ([*before, 51_000], "0")


def test_the_figures_are_on_the_officers_page(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/angka/")
    page.locator('a[href="/redaksi/data/"]').click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
