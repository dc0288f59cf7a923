"""The desk on a thin, broken line: what was typed and taken is found again, and arrives once."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw

from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Phone = Callable[..., Any]
TEXT = "Sebanyak 1.240 berkas wakaf sudah dipindai dan dapat dicari lewat laman layanan."
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
FIRST, EDITOR, NEXT, WHOLE = 40_000, 120_000, 10_000, 1_000_000  # bytes; the figures


def photo(size: tuple[int, int] = (4000, 3000), seed: int = 1) -> bytes:
    """Return a JPEG with grain and shapes, as a camera makes it."""
    image = Image.effect_noise(size, 22).convert("RGB")
    draw = ImageDraw.Draw(image)
    for number in range(30):
        x, y = number * 977 * seed % size[0], number * 571 * seed % size[1]
        draw.ellipse((x, y, x + size[0] // 6, y + size[1] // 6), fill=(number * 8, 255 - number * 7, number * 53 % 256))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def take(page: Page, *photos: bytes) -> None:
    files: Any = [{"name": f"IMG_{n}.jpg", "mimeType": "image/jpeg", "buffer": each} for n, each in enumerate(photos)]
    page.set_input_files("[name=photo]", files)


@pytest.fixture
def officer(served: Served, phone: Phone, cookies: list[Any]) -> Page:
    """The officer's phone, at the first page of the desk, which works without a line by now."""
    page: Page = phone()
    page.context.add_cookies(cookies)
    page.goto(f"{served.address}/redaksi/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.evaluate(WARM)
    return page


WARM = """async () => {
  for (let tries = 0; tries < 100; tries++) {
    const pages = await caches.open("redaksi-pages-1");
    if (await pages.match("/redaksi/tulis/")) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}"""


def reopened(page: Page) -> Page:
    """Kill the tab and open the desk anew."""
    context, address = page.context, re.sub(r"(/redaksi/).*", r"\1", page.url)
    page.close()
    again = context.new_page()
    again.goto(address)
    return again


def published(page: Page, served: Served, title: str) -> int:
    """Return how many public stories carry a title."""
    page.goto(f"{served.address}/redaksi/terbit/")
    return page.locator("main .cards .headline", has_text=title).count()


class Meter:
    """Bytes that went over the line, both ways, and taps."""

    def __init__(self, page: Page) -> None:
        self.down = self.up = self.taps = 0
        self.page, self.session = page, page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", self._down)
        self.session.on("Network.requestWillBeSentExtraInfo", self._up)

    def _down(self, told: dict[str, Any]) -> None:
        self.down += int(told["encodedDataLength"])

    def _up(self, told: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in told["headers"].items()}
        self.up += sum(len(name) + len(value) + 4 for name, value in headers.items())
        self.up += 120 + int(headers.get("content-length", "0"))

    def tap(self, where: Any) -> None:
        self.taps += 1
        where.click()


def test_from_home_to_published_over_a_slow_line_that_breaks(officer: Page, served: Served) -> None:
    """A 360 px phone, slow 3G; the line is cut while the photo travels, the tab is killed: 12 taps, nothing lost."""
    page, title = officer, "Arsip Wakaf Selesai Dipindai dari Lantai Dua"
    meter = Meter(page)
    meter.session.send("Network.emulateNetworkConditions", SLOW_3G)
    meter.tap(page.locator("a.btn[href='/redaksi/tulis/']"))
    meter.tap(page.locator("[name=title]"))
    page.keyboard.type(title)
    meter.tap(page.locator(".ProseMirror"))
    page.keyboard.type(TEXT)
    meter.taps += 2  # the choice of files, and the photo in it
    take(page, photo())
    page.locator(".shot").wait_for()
    page.context.set_offline(True)
    meter.tap(page.locator(".shot [data-part=caption]"))
    page.keyboard.type("Petugas memindai berkas wakaf.")
    meter.tap(page.locator(".shot [data-part=alt]"))
    page.keyboard.type("Dua petugas di depan pemindai.")
    page.wait_for_timeout(1500)

    page = reopened(page)
    meter.taps += 1
    page.locator("[data-waiting] li a").click()
    page.locator("[data-part=kept]:not([hidden])").wait_for()
    assert page.input_value("[name=title]") == title
    assert page.locator(".ProseMirror").inner_text().strip() == TEXT
    words = [page.input_value(f".shot [data-part={name}]") for name in ("caption", "alt")]
    assert words == ["Petugas memindai berkas wakaf.", "Dua petugas di depan pemindai."]
    assert page.evaluate("document.querySelector('.shot img').naturalWidth") == 1920

    meter.taps += 2  # the list of categories, and one of it
    page.select_option("[name=category]", label="Zakat & Wakaf")
    page.context.set_offline(False)
    meter.taps += 1
    page.locator("button[value=publish]").click()
    page.wait_for_url("**/terhitung/", timeout=60_000)
    assert meter.taps <= 12
    assert published(page, served, title) == 1


def test_a_story_with_a_photo_of_12_megapixels_costs_less_than_a_megabyte(officer: Page, served: Served) -> None:
    page, title = officer, "Satu Foto Besar di Paket Data Kecil"
    meter = Meter(page)
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    original = photo()
    take(page, original)
    page.locator(".shot[data-photo]").wait_for()
    told = page.locator(".shot [data-part=told]").inner_text()
    page.fill(".shot [data-part=caption]", "Petugas memindai berkas.")
    page.fill(".shot [data-part=alt]", "Dua petugas.")
    page.select_option("[name=category]", label="Zakat & Wakaf")
    page.locator("button[value=publish]").click()
    page.wait_for_url("**/terhitung/")
    page.wait_for_load_state("networkidle")
    assert len(original) > 2_500_000
    assert re.search(r"\d,\d MB → 0,\d MB", told)
    assert 100_000 < meter.up < WHOLE
    assert meter.up + meter.down < WHOLE


def test_what_waits_is_sent_though_its_tab_was_closed(officer: Page, served: Served) -> None:
    page, title = officer, "Menunggu Jaringan di Saku"
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    page.select_option("[name=category]", label="Zakat & Wakaf")
    page.context.set_offline(True)
    page.locator("button[value=publish]").click()
    page.locator("[data-part=kept]:not([hidden])").wait_for()
    again = page.context.new_page()
    page.goto("about:blank")  # left as by hand: the page hears that it goes
    page.close()
    again.context.set_offline(False)
    again.goto(f"{served.address}/redaksi/")
    again.locator("[data-part=sent] a").wait_for()
    assert "Terkirim" in again.locator("[data-part=sent]").inner_text()
    assert published(again, served, title) == 1


def test_looking_at_what_waits_does_not_take_it_out_of_the_queue(officer: Page, served: Served) -> None:
    page, title = officer, "Dibuka Lagi Sebelum Terkirim"
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    page.select_option("[name=category]", label="Zakat & Wakaf")
    page.context.set_offline(True)
    page.locator("button[value=publish]").click()
    page.locator("[data-part=kept]:not([hidden])").wait_for()
    page.reload()
    page.locator("[data-part=kept]:not([hidden])").wait_for()
    assert page.input_value("[name=title]") == title
    page.wait_for_timeout(1000)
    page.context.set_offline(False)
    page.wait_for_url("**/terhitung/", timeout=60_000)
    assert published(page, served, title) == 1


def test_the_enter_key_in_a_line_saves_and_schedules_nothing(officer: Page, served: Served) -> None:
    page = officer
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", "Tombol Enter di ponsel")
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    page.locator("[name=tags]").press("Enter")
    page.wait_for_url(re.compile(r"/redaksi/\d+/$"))
    assert page.input_value("[name=title]") == "Tombol Enter di ponsel"


def test_an_expired_sign_in_loses_nothing(officer: Page, served: Served, cookies: list[Any]) -> None:
    page, title = officer, "Masuk Lagi Tanpa Kehilangan"
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    page.context.clear_cookies()
    page.locator("button[value=save]").click()
    page.locator("[data-part=kept] a[target=_blank]").wait_for()
    assert page.input_value("[name=title]") == title
    page.context.add_cookies(cookies)
    page.locator("button[value=save]").click()
    page.wait_for_url(re.compile(r"/redaksi/\d+/$"))
    assert page.input_value("[name=title]") == title


def test_two_taps_and_a_lost_answer_make_one_story(officer: Page, served: Served) -> None:
    page, title = officer, "Sekali Saja Walau Diketuk Dua Kali"
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", title)
    page.locator(".ProseMirror").click()
    page.keyboard.type(TEXT)
    page.select_option("[name=category]", label="Zakat & Wakaf")
    answers: list[int] = []

    def lose(route: Any) -> None:
        response = route.fetch()
        answers.append(response.status)
        route.abort("connectionreset") if len(answers) == 1 else route.fulfill(response=response)

    page.context.route(
        "**/redaksi/tulis/", lambda route: lose(route) if route.request.method == "POST" else route.continue_()
    )
    page.locator("button[value=publish]").dblclick()
    page.locator("[data-part=kept]:not([hidden])").wait_for()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_url("**/terhitung/", timeout=40_000)
    assert answers == [200, 200], "it went twice and came back once"
    assert published(page, served, title) == 1


def test_a_second_device_offers_the_newer_text_and_shows_the_difference(
    officer: Page, served: Served, phone: Phone, cookies: list[Any]
) -> None:
    page = officer
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", "Dua perangkat satu berita")
    page.locator(".ProseMirror").click()
    page.keyboard.type("Kalimat pertama.")
    page.locator("button[value=save]").click()
    page.wait_for_url(re.compile(r"/redaksi/\d+/$"))
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Kalimat kedua belum disimpan.")
    page.wait_for_timeout(1200)
    with page.expect_response("**/otomatis/**"):
        page.evaluate(HIDDEN)
    other = phone(1280)
    other.context.add_cookies(cookies)
    other.goto(page.url)
    notice = other.locator("[data-part=unsaved]")
    notice.locator("summary").click()
    assert "Kalimat kedua belum disimpan." in notice.locator("ins").inner_text()
    notice.locator("a.btn").click()
    assert "Kalimat kedua belum disimpan." in other.locator(".ProseMirror").inner_text()
    other.locator("button[value=save]").click()
    other.wait_for_load_state("networkidle")
    other.goto(page.url)
    assert other.locator("[data-part=unsaved]").count() == 0


def test_what_another_app_shares_comes_into_a_new_story(officer: Page, served: Served) -> None:
    page = officer
    page.evaluate(SHARE, {"text": "Apel pagi di halaman kantor.", "photos": [list(photo((900, 600)))]})
    page.wait_for_url("**/redaksi/tulis/?t=*&bagi=1")
    page.locator(".shot[data-photo]").wait_for()
    assert page.locator(".ProseMirror").inner_text().strip() == "Apel pagi di halaman kantor."
    page.reload()
    page.locator(".shot[data-photo]").wait_for()
    page.wait_for_timeout(1000)
    assert page.locator(".shot").count() == 1, "shared once, and found again as it was"
    assert page.locator(".ProseMirror").inner_text().strip() == "Apel pagi di halaman kantor."


SHARE = """({ text, photos }) => {
  const form = document.createElement("form");
  [form.method, form.enctype, form.action] = ["post", "multipart/form-data", "/redaksi/bagikan/"];
  form.innerHTML = '<input name="text"><input type="file" name="photo" multiple>';
  const files = new DataTransfer();
  for (const bytes of photos) files.items.add(new File([new Uint8Array(bytes)], "WA0001.jpg", { type: "image/jpeg" }));
  form.elements.text.value = text;
  form.elements.photo.files = files.files;
  document.body.append(form);
  form.submit();
}"""


def test_a_picture_of_the_unit_is_taken_once_more(officer: Page, served: Served) -> None:
    page = officer
    page.goto(f"{served.address}/redaksi/tulis/")
    page.locator("[data-part=library]").click()
    picker = page.locator("dialog.picker")
    picker.locator("[data-use]").first.wait_for()
    picker.locator("[data-use]").first.click()
    page.locator(".shot[data-photo]").wait_for()
    picker.wait_for(state="detached")
    assert page.input_value(".shot [data-part=alt]")
    page.fill("[name=title]", "Foto lama dipakai lagi")
    page.locator("button[value=save]").click()
    page.wait_for_url(re.compile(r"/redaksi/\d+/$"))
    assert page.locator(".shot[data-photo]").count() == 1


def test_signing_out_leaves_nothing_behind(officer: Page, served: Served) -> None:
    page = officer
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=title]", "Rahasia di ponsel bersama")
    page.wait_for_timeout(1200)
    page.goto(f"{served.address}/redaksi/")
    page.locator("[data-waiting] li").wait_for()
    answers = [False, True]
    page.on("dialog", lambda asked: asked.accept() if answers.pop(0) else asked.dismiss())
    page.locator(".deskhead form button").click()
    page.wait_for_timeout(800)
    assert (len(answers), page.locator("[data-waiting] li").count()) == (1, 1), "asked, and left as it is"
    page.locator(".deskhead form button").click()
    page.wait_for_url(f"{served.address}/")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate(KEPT) == 0


HIDDEN = """() => {
  Object.defineProperty(document, "hidden", { value: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
KEPT = """() => new Promise((done) => {
  const asked = indexedDB.open("redaksi");
  asked.onsuccess = () => {
    const counted = asked.result.transaction("texts").objectStore("texts").count();
    counted.onsuccess = () => done(counted.result);
  };
})"""


def packed(page: Page, address: str) -> tuple[int, int]:
    """Return how many bytes a page costs, compressed as servers do, with all its files and without them."""
    bodies: list[tuple[str, int]] = []

    def weigh(response: Any) -> None:
        if response.status == 200 and response.request.service_worker is None:
            bodies.append((response.url, len(gzip.compress(response.body(), 9)) + 400))

    page.on("response", weigh)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", weigh)
    whole = {url: size for url, size in bodies if "/sw.js" not in url}
    return sum(whole.values()), sum(size for url, size in whole.items() if "/static/" not in url)


def test_the_desk_is_light(served: Served, phone: Phone, cookies: list[Any]) -> None:
    """The first visit with all files, the next ones without those that a browser keeps."""
    found = {}
    for name in ("draf", "tulis"):
        page = phone()
        page.context.add_cookies(cookies)
        found[name] = packed(page, f"{served.address}/redaksi/{name}/")
    assert found["draf"][0] < FIRST and found["tulis"][0] < EDITOR, found
    assert max(later for _first, later in found.values()) < NEXT, found
