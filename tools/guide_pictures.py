"""Take the pictures of the guide for officers from a running demonstration, as a phone of 360 px shows it.

    python manage.py demo --port 8001 &
    python tools/guide_pictures.py http://127.0.0.1:8001 var/demo-accounts.txt

It writes docs/pictures/humas/*.png, each under 60 KB, and leaves two drafts in the demonstration.
"""

import io
import re
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "humas"
WIDTH, TALL, MOST = 360, 620, 60_000
COPIED = """[08.15, 3/1/2026] Wening: *Kemenag Parepare* membuka loket wakaf sampai malam.
[08.16, 3/1/2026] Wening: "Warga bisa datang sepulang kerja," kata Kepala Seksi, _Kasmawati_."""
PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
# What sticks to an edge of the screen would cover what is shown.
BARE = """document.querySelectorAll(".bar, .sticky").forEach((bar) => { bar.style.display = "none"; });
document.querySelectorAll(".editor-strip").forEach((strip) => { strip.style.position = "static"; });"""
BODY = "Loket wakaf Kemenag Parepare kini buka sampai pukul 20.00 setiap Kamis."


class Camera:
    """A phone in which the officer of Parepare works."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")

    def sign_in(self, password: str) -> None:
        self.open("/akun/masuk/?next=/redaksi/")
        self.take("masuk")
        self.page.fill("input[name=login]", "parepare")
        self.page.fill("input[name=password]", password)
        self.page.locator("main form button").first.click()
        self.page.wait_for_url("**/redaksi/")

    def take(self, name: str, at: Locator | None = None, above: int = 12, tall: int = TALL) -> None:
        """Keep what stands from `at` (or the top) downwards, in few colours."""
        if at:
            self.page.evaluate(BARE)
        top = max(0, at.bounding_box()["y"] + self.page.evaluate("scrollY") - above) if at else 0
        whole = self.page.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": top, "width": WIDTH, "height": min(tall, whole - top)}
        shot = self.page.screenshot(clip=clip, full_page=True)
        file = OUT / f"{name}.png"
        with Image.open(io.BytesIO(shot)) as picture:
            picture.convert("RGB").quantize(48, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size > MOST:
            sys.exit(f"{file.name} is larger than {MOST} bytes.")


def photo(camera: Camera) -> bytes:
    """Return a picture of the demonstration, as large as a camera makes it."""
    camera.open("/berita/")
    address = camera.page.locator("img").first.evaluate("(picture) => picture.currentSrc || picture.src")
    with Image.open(io.BytesIO(camera.page.request.get(address).body())) as picture:
        out = io.BytesIO()
        picture.convert("RGB").resize((4032, 2688)).save(out, "JPEG", quality=100, subsampling=0)
    camera.open("/redaksi/tulis/")
    return out.getvalue()


def write(camera: Camera) -> None:
    page = camera.page
    camera.open("/redaksi/tulis/")
    camera.take("contoh", page.locator(".beginnings"), tall=360)
    camera.open("/redaksi/tulis/")
    page.fill("[name=title]", "Loket Wakaf Parepare Buka Sampai Malam")
    page.fill("[name=lead]", "Warga yang bekerja kini dapat mengurus wakaf sepulang kerja, setiap Kamis.")
    page.locator(".editor-text").fill(BODY)
    camera.take("tulis", page.locator("label", has_text="Judul").first, tall=780)
    camera.open("/redaksi/tulis/")
    page.locator(".editor-text").evaluate(PASTE, COPIED)
    camera.take("tempel", page.locator(".editor"), above=60, tall=560)
    camera.open("/redaksi/tulis/")
    page.locator("input[type=file]").first.set_input_files(
        {"name": "IMG_20260103.jpg", "mimeType": "image/jpeg", "buffer": photo(camera)}
    )
    page.locator(".shot img").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(4000)
    camera.take("foto", page.locator(".tray").first, tall=780)
    camera.open("/redaksi/tulis/")
    page.fill("[name=title]", "Loket Wakaf Parepare Buka Sampai Malam Setiap Kamis untuk Warga yang Bekerja")
    page.fill("[name=lead]", "Warga yang bekerja kini dapat mengurus wakaf sepulang kerja.")
    page.wait_for_timeout(1500)
    camera.take("saran", page.locator(".advice"), tall=420)
    page.locator("#anak summary").click()
    camera.take("anak", page.locator("#anak"), tall=TALL)
    page.locator("summary", has_text="Terbitkan nanti").click()
    camera.take("jadwal", page.locator("summary", has_text="Terbitkan nanti"), tall=230)


def look_back(camera: Camera) -> None:
    page = camera.page
    for title in ("Loket Wakaf Buka Malam", "Loket Wakaf Parepare Buka Sampai Malam"):
        if title.startswith("Loket Wakaf Buka"):
            camera.open("/redaksi/tulis/")
        page.fill("[name=title]", title)
        page.locator("button[name=intent][value=save]").first.click()
        page.wait_for_url(re.compile(r"/redaksi/[0-9]+/"))
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
    draft = page.url.removeprefix(camera.address).split("?")[0]
    camera.open(f"{draft}riwayat/2/")
    camera.take("riwayat", tall=560)
    camera.open("/redaksi/terbit/")
    story = page.locator(".cards a").first.get_attribute("href")
    camera.open(f"{story}terhitung/")
    camera.take("terhitung", tall=TALL)
    camera.open(story)
    camera.take("ralat", page.locator("[name=ralat], [name=correction]").locator("xpath=.."), tall=300)


def around(camera: Camera) -> None:
    camera.open("/redaksi/")
    camera.take("beranda")
    for name, path in (("angka", "angka/"), ("publikasi", "publikasi/baru/"), ("kebutuhan", "kebutuhan/baru/")):
        camera.open(f"/redaksi/{path}")
        camera.take(name, camera.page.locator("h1"))
    camera.open("/redaksi/data/")
    camera.take("kuota", camera.page.locator("h1"))


def main(address: str, accounts: str) -> None:
    passwords = dict(line.split(" ", 1) for line in Path(accounts).read_text().splitlines() if " " in line)
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        # Dates and file buttons are Indonesian only where Chromium has that language (chromium-l10n).
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--lang=id"]
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments, env={"LANGUAGE": "id"}
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": 780}, locale="id-ID", timezone_id="Asia/Makassar")
        camera = Camera(page, address.rstrip("/"))
        camera.sign_in(passwords["parepare"])
        for part in (around, look_back, write):
            part(camera)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
