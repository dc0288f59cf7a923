"""The main job in a real browser on a 360 px phone: publish with a photo, read it, see it counted."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Phone = Callable[..., "Page"]
TITLE = "Warga Parepare Kini Bisa Memeriksa Berkas Wakaf dari Rumah Tanpa Antre di Loket"


def twelve_megapixels() -> bytes:
    """Return a JPEG as a phone takes it: 4000x3000, turned by its EXIF mark, with a position."""
    noise = Image.effect_noise((500, 375), 80).convert("RGB").resize((4000, 3000))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "S", 2: (4.0, 0.0, 30.0), 3: "E", 4: (119.0, 37.0, 12.0)})
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()


def figure_of(page: Page, name: str) -> int:
    """Return the year's figure of a unit in the first table that has it."""
    row = page.locator("table.rekap tr", has=page.locator("th", has_text=re.compile(f"^{name}$"))).last
    return int(row.locator("td.sum").inner_text().replace(".", ""))


def test_publish_with_a_photo_read_it_and_see_it_counted(
    served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    team = phone()
    sign_in(team, "regional")
    team.goto(f"{served.address}/admin/rekap/")
    before = figure_of(team, "Kemenag Parepare")

    page = phone()
    sign_in(page, "parepare")
    page.locator("a[href='/redaksi/tulis/']").first.click()
    page.fill("[name=title]", TITLE)
    page.fill("[name=lead]", "Sebanyak 1.240 berkas sudah dipindai dan dapat dicari lewat laman layanan.")
    page.locator(".editor-turn").click()
    page.fill("[name=body]", "Pemindaian dikerjakan *tiga bulan*.\n\n- Cari nama wakif\n- Cari nomor sertifikat")
    page.set_input_files(
        "[name=photo]", {"name": "IMG_0412.jpg", "mimeType": "image/jpeg", "buffer": twelve_megapixels()}
    )
    page.fill(".shot [data-part=caption]", "Petugas memindai sertifikat wakaf lama.")
    page.fill(".shot [data-part=alt]", "Dua petugas memindai berkas di ruang arsip.")
    page.select_option("[name=category]", label="Zakat & Wakaf")
    page.fill("[name=tags]", "wakaf, layanan daring")
    page.locator("button[value=publish]").click()
    page.wait_for_url("**/terhitung/")
    number = re.search(r"PRP-\d{4}-\d{4}", page.locator(".receipt").inner_text())
    assert number is not None

    public = phone()
    public.goto(served.address)
    public.get_by_role("link", name=TITLE).first.click()
    assert public.locator("h1").inner_text() == TITLE
    assert number[0] in public.locator(".story").inner_text()
    # The photo stands upright: taken lying, marked as turned.
    upright = "(i => i.complete && i.naturalHeight > i.naturalWidth)(document.querySelector('.story img'))"
    assert public.evaluate(upright) is True
    public.goto(f"{served.address}/satker/kemenag-parepare/")
    assert public.get_by_role("link", name=TITLE).count() >= 1
    public.goto(f"{served.address}/b/{number[0]}")
    assert public.locator("h1").inner_text() == TITLE

    team.reload()
    assert figure_of(team, "Kemenag Parepare") == before + 1
    row = team.locator("table.rekap tr", has=team.locator("th", has_text=re.compile("^Kemenag Parepare$"))).last
    row.locator("td.sum a").click()
    assert team.locator("h1").inner_text().startswith(str(before + 1))
    assert team.locator(".behind tbody tr").count() == before + 1
    team.get_by_role("link", name=TITLE).click()
    assert team.locator("h1").inner_text() == TITLE


READER = [
    "/", "/berita/", "/satker/", "/satker/kemenag-parepare/", "/satker/kua-bacukiki/", "/kategori/layanan/",
    "/program/", "/program/layanan-berdampak/", "/arsip/", "/arsip/2026/", "/arsip/2026/11/", "/arsip/2020/01/01/",
    "/tidak-ada/",
    "/akun/masuk/", "/akun/daftar/", "/akun/sandi/lupa/",
]  # fmt: skip
DESK = ["/redaksi/", "/redaksi/tulis/", "/redaksi/draf/", "/redaksi/terbit/", "/redaksi/tinjau/", "/redaksi/angka/"]
TEAM = ["/admin/", "/admin/rekap/", "/admin/rekap/2026/berita/", "/admin/satker/satker/", "/admin/news/article/"]


def hold(page: Page, address: str) -> None:
    """Each page has one heading, fits its width, and names what can be pressed."""
    page.goto(address)
    found = page.evaluate(
        """() => ({
            headings: document.querySelectorAll('h1').length,
            wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
            unnamed: [...document.querySelectorAll('a, button')].filter(e => e.checkVisibility()
                && !e.closest('[aria-hidden]')
                && !(e.innerText || e.ariaLabel || e.title || e.querySelector('img[alt]')?.alt || '').trim()).length,
        })"""
    )
    assert (address, found) == (address, {"headings": 1, "wider": False, "unnamed": 0})


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_kind_of_page_holds_on_a_phone_and_on_a_desk(
    width: int, scheme: str, served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    public = phone(width, scheme)
    for address in READER:
        hold(public, served.address + address)
    public.goto(served.address)
    story = public.locator("main article a[href*='/berita/']").first.get_attribute("href")
    hold(public, f"{served.address}{story}")
    officer = phone(width, scheme)
    sign_in(officer, "parepare")
    for address in DESK:
        hold(officer, served.address + address)
    team = phone(width, scheme)
    sign_in(team, "regional")
    for address in [*DESK, *TEAM]:
        hold(team, served.address + address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_the_main_job(
    scheme: str, served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    public, officer, team = phone(360, scheme), phone(360, scheme), phone(1280, scheme)
    sign_in(officer, "parepare")
    sign_in(team, "regional")
    found = []
    for page, addresses in ((public, READER), (officer, DESK), (team, ["/admin/rekap/", "/admin/rekap/2026/berita/"])):
        for address in addresses:
            page.goto(served.address + address)
            for violation in axe.run(page).response["violations"]:
                nodes = [node["target"] for node in violation["nodes"][:3]]
                found.append((address, violation["id"], nodes))
    assert found == []
