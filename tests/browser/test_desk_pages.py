"""Every page of the desk on a 360 px phone, light and dark: axe finds nothing, nothing scrolls sideways, keys do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Served
from tests.browser.test_rekap_pages import hold
from tests.browser.test_thin_line import photo, take

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Phone = Callable[..., Any]
PAGES = [
    "", "draf/", "terbit/", "tinjau/", "tinjau/mulai/", "tulis/", "foto/", "kabar/", "kabar/surel/", "data/",
    "panduan/", "permintaan/", "publikasi/baru/", "kebutuhan/baru/", "bagikan/",
]  # fmt: skip


def test_axe_finds_nothing_on_any_page_of_the_desk(
    served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = phone()
    sign_in(page, "editor")
    page.goto(f"{served.address}/redaksi/terbit/")
    own = str(page.locator("main ul.cards a[href^='/redaksi/']").first.get_attribute("href"))
    found: dict[Any, Any] = {}
    for address in [*(f"/redaksi/{name}" for name in PAGES), own, f"{own}riwayat/", f"{own}pratinjau/"]:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            hold(page, served.address + address)
            if broken := axe.run(page).response["violations"]:
                found[address, scheme] = _told(broken)
    assert not found, found


def _told(broken: list[dict[str, Any]]) -> list[Any]:
    return [(each["id"], [node["html"][:120] for node in each["nodes"][:2]]) for each in broken]


def test_a_photo_is_edited_with_keys_alone_and_axe_finds_nothing(
    served: Served, phone: Phone, cookies: list[Any]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = phone()
    page.context.add_cookies(cookies)
    page.goto(f"{served.address}/redaksi/tulis/")
    take(page, photo((1200, 900)), photo((900, 1200), seed=2))
    page.locator(".shot[data-photo]").nth(1).wait_for()
    first = page.input_value("[name=photos]")
    page.locator(".shot [data-part=later]").first.press("Enter")
    assert page.input_value("[name=photos]") == ",".join(reversed(first.split(",")))
    page.locator(".shot [data-part=edit]").first.press("Enter")
    page.locator("dialog.darkroom [data-mode=blur]").press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    assert axe.run(page).response["violations"] == []
    page.locator("dialog [data-part=save]").press("Enter")
    page.locator("dialog.darkroom").wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.part") == "edit"
    assert page.input_value("[name=photos]").split(",")[1] == first.split(",")[0]
    assert page.input_value("[name=photos]").split(",")[0] not in first.split(",")
    page.emulate_media(color_scheme="dark")
    assert axe.run(page).response["violations"] == []
