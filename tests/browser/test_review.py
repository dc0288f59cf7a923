"""Review by keyboard in a real browser: each key presses what has a button, and none while somebody types."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
ONE = re.compile(r"/redaksi/tinjau/\d+/")


def hand_in(page: Page, address: str, title: str) -> None:
    page.goto(f"{address}/redaksi/tulis/")
    page.locator(".editor-turn").wait_for()
    # The plain text that was chosen once stays chosen.
    if page.locator("[name=body]").is_hidden():
        page.locator(".editor-turn").click()
    page.fill("[name=title]", title)
    page.fill("[name=body]", "Sebanyak 120 calon jemaah hadir di masjid raya.")
    page.select_option("[name=category]", index=1)
    page.locator("button[value=submit]").click()
    page.wait_for_url(re.compile(r"/redaksi/\d+/$"))


def position(page: Page) -> tuple[int, int]:
    found = re.search(r"(\d+)\D+(\d+)", page.locator(".place strong").inner_text())
    assert found is not None
    return int(found[1]), int(found[2])


def test_an_editor_reviews_with_keys(served: Served, phone: Callable[..., Page], sign_in: Callable[..., None]) -> None:
    writer = phone()
    sign_in(writer, "kua")
    for title in ("Layanan Nikah Dibuka Sabtu", "Wakaf Tanah untuk Madrasah"):
        hand_in(writer, served.address, title)

    page = phone(width=1280)
    sign_in(page, "editor")
    page.goto(f"{served.address}/redaksi/tinjau/")
    page.locator("a[href='/redaksi/tinjau/mulai/']").click()
    page.wait_for_url(ONE)
    first = page.locator("h1").inner_text()
    assert position(page) == (1, 3)
    assert page.locator("[data-keys]").is_visible()

    page.keyboard.press("j")
    page.wait_for_function("title => document.querySelector('h1').innerText !== title", arg=first)
    assert (page.locator("h1").inner_text(), position(page)) == ("Layanan Nikah Dibuka Sabtu", (2, 3))
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("title => document.querySelector('h1').innerText === title", arg=first)

    # Typed into the note, the keys are letters, and the letter that led there is none of them.
    page.keyboard.press("r")
    page.keyboard.type("jk p")
    assert page.locator("#note").input_value() == "jk p"
    assert page.locator("h1").inner_text() == first
    page.keyboard.press("Escape")

    page.keyboard.press("p")
    page.wait_for_url("**?sudah=1-0-0")
    assert (page.locator("h1").inner_text(), position(page)) == ("Layanan Nikah Dibuka Sabtu", (2, 3))
    # On a link Enter is the link's own.
    page.locator(".place a[rel=next]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('h1').innerText.startsWith('Wakaf')")
    assert position(page) == (3, 3)
    page.keyboard.press("k")
    page.wait_for_function("document.querySelector('h1').innerText.startsWith('Layanan')")
    page.keyboard.press("Enter")
    page.wait_for_url("**?sudah=2-0-0")
    page.keyboard.press("r")
    page.keyboard.type("Tambahkan foto.")
    page.locator("form:has(#note) button").click()
    page.wait_for_url("**/selesai/?sudah=2-1-0")

    writer.goto(f"{served.address}/redaksi/kabar/")
    told = writer.locator(".told li").all_inner_texts()
    assert len([text for text in told if "Wakaf Tanah" in text and "Tambahkan foto." in text]) == 1
    assert len([text for text in told if "Layanan Nikah" in text]) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_reviewing_fits_the_screen_and_the_thumb(
    width: int, served: Served, phone: Callable[..., Page], sign_in: Callable[..., None]
) -> None:
    writer = phone()
    sign_in(writer, "kua")
    hand_in(writer, served.address, f"Kepala KUA Bacukiki Serahkan Buku Nikah kepada 40 Pasangan di Kecamatan {width}")
    page = phone(width=width)
    sign_in(page, "editor")
    for address in ("/redaksi/tinjau/", "/redaksi/tinjau/mulai/", "/redaksi/kabar/", "/redaksi/kabar/surel/"):
        page.goto(served.address + address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator("h1").count() == 1
        small = page.evaluate(
            "[...document.querySelectorAll('main .btn, .place a, .tick input, .bell')]"
            ".filter(e => e.checkVisibility() && (e.closest('label') || e).getBoundingClientRect().height < 44)"
            ".map(e => e.outerHTML)"
        )
        assert small == [], address
