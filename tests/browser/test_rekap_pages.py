"""Every page of the rekap room in a browser: one heading, no sideways scroll at 360 px, nothing for axe to find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Served
from tests.browser.test_main_job import Phone, hold

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
YEAR = dt.datetime.now(dt.timezone(dt.timedelta(hours=8))).year
OF_THE_YEAR = [
    "", "?tampil=gabung&jenis=kankemenag", "?peran=supporting", "mutu/", "nilai/", "berita/?bulan=3", "sebaran/",
    "penulis/", "target/", "piket/", "pembinaan/", "kebutuhan/", "publikasi/", "publikasi/daftar/", "tutup/", "cetak/",
    "rapor/KK-73.72/", "piagam/", "formulir/", "layar/",
]  # fmt: skip
PAGES = [
    *(f"/admin/rekap/{YEAR}/{page}" for page in OF_THE_YEAR),
    *(f"/admin/rekap/{YEAR - 1}/{page}" for page in ("", "selisih/")),
    "/admin/", "/admin/rekap/semua/", "/admin/rekap/radar/", "/admin/rekap/aturan/", "/admin/rekap/aturan/4/",
    f"/admin/rekap/aturan/4/simulasi/{YEAR}/", "/admin/rekap/tinjau-ulang/", "/admin/rekap/tutup-buku/1/",
    f"/admin/rekap/aturan/4/simulasi/{YEAR}/berita/?mana=kini", f"/admin/rekap/{YEAR}/tutup/?bulan=1",
    f"/admin/rekap/{YEAR}/kebutuhan/?sisi=needed", f"/admin/rekap/{YEAR - 1}/layar/", f"/admin/rekap/{YEAR - 1}/cetak/",
    "/admin/rekap/paket/",
]  # fmt: skip
DESK = ["/redaksi/angka/", f"/redaksi/angka/{YEAR}/03/", "/redaksi/kebutuhan/", "/redaksi/publikasi/"]


def test_every_page_of_the_room_holds_and_axe_finds_nothing(
    served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    team, officer = phone(), phone()
    sign_in(team, "regional")
    sign_in(officer, "parepare")
    found = {}
    for page, addresses in ((team, PAGES), (officer, DESK)):
        for address in addresses:
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                hold(page, served.address + address)
                if broken := axe.run(page).response["violations"]:
                    found[address, scheme] = [
                        (each["id"], [node["html"][:120] for node in each["nodes"][:2]]) for each in broken
                    ]
    assert not found, found


def test_a_pack_is_asked_for_made_and_downloaded(
    served: Served, phone: Phone, sign_in: Callable[[Page, str], None]
) -> None:
    page = phone(1280)
    sign_in(page, "regional")
    page.goto(f"{served.address}/admin/rekap/paket/")
    page.select_option("select[name=tahun]", str(YEAR - 1))
    page.locator("main form button").first.click()
    # The demonstration's clock ticks each twenty seconds; the page comes again by itself.
    page.get_by_role("link", name="Unduh").wait_for(timeout=90_000)
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh").click()
    assert download.value.suggested_filename == f"rakor-{YEAR - 1}.zip"
