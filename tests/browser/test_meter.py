"""What a page reports of its own data in a real browser: each byte the portal did not see, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest

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


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


def told(page: Page) -> list[int]:
    """Return the bytes that were reported."""
    sent = page.evaluate("localStorage.sent ?? ''").split()
    return [int(parse_qs(body)["down"][0]) for body in sent]


def test_a_first_visit_reports_its_files_once(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/tulis/")
    fetched = page.evaluate(FETCHED)
    assert fetched > 100_000
    for name in ("draf", "terbit", "angka"):
        opened(page, f"{served.address}/redaksi/{name}/")
    # Locally nothing compresses pages on the way: there is nothing to take off.
    assert told(page) == [fetched], "the other pages' files came from the cache"


def test_the_portal_takes_the_report(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/tulis/")
    opened(page, f"{served.address}/redaksi/")
    form = {name: value[0] for name, value in parse_qs(page.evaluate("localStorage.sent").strip()).items()}
    answers = [page.request.post(f"{served.address}/redaksi/data/terukur/", form=form).status]
    form["csrfmiddlewaretoken"] = "x" * 64
    answers.append(page.request.post(f"{served.address}/redaksi/data/terukur/", form=form).status)
    assert answers == [204, 403]


def test_what_a_proxy_compressed_is_taken_off(served: Served, page: Page) -> None:
    def by_proxy(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "Server-Timing": "sent;dur=990000"})

    opened(page, f"{served.address}/redaksi/draf/")
    page.route("**/redaksi/terbit/", by_proxy)
    opened(page, f"{served.address}/redaksi/terbit/")
    page.evaluate("sessionStorage.clear()")
    body = page.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    files = page.evaluate(FETCHED)
    opened(page, f"{served.address}/redaksi/")
    assert told(page)[-1] == body - 990_000 + files


def test_small_change_waits_until_it_is_worth_a_report(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/draf/")
    opened(page, f"{served.address}/redaksi/")
    before = told(page)
    page.evaluate("sessionStorage.setItem('meter', 49000)")
    opened(page, f"{served.address}/redaksi/draf/")
    assert (told(page), page.evaluate("sessionStorage.getItem('meter')")) == (before, "49000")
    page.evaluate("sessionStorage.setItem('meter', 51000)")
    opened(page, f"{served.address}/redaksi/")
    assert (told(page), page.evaluate("sessionStorage.getItem('meter')")) == ([*before, 51_000], "0")


def test_the_figures_are_on_the_officers_page(served: Served, page: Page) -> None:
    opened(page, f"{served.address}/redaksi/angka/")
    page.locator('a[href="/redaksi/data/"]').click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
