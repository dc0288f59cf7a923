"""The editor in a real browser: what is typed, pasted, composed and sent is what the server stores."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from news import html
from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Phone = Callable[..., "Page"]
SAMPLES = {file.stem: json.loads(file.read_text()) for file in sorted((Path(__file__).parent / "paste").glob("*.json"))}
# Longer than the pause after which the text area follows.
FOLLOWED = 260
MOVES = re.compile(r"\^.*(Arrow|Home|End)")


@pytest.fixture
def desk(served: Served, phone: Phone, cookies: list[Any]) -> Callable[..., Page]:
    """desk("/redaksi/tulis/", width=360): a signed-in page with the editor."""

    def desk(address: str = "/redaksi/tulis/", **like: Any) -> Page:
        page = phone(**like)
        page.context.add_cookies(cookies)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.context.add_init_script(
            """addEventListener("copy", event => {
                if (!window.copied) return;
                for (const [kind, value] of Object.entries(window.copied))
                    if (value) event.clipboardData.setData(kind, value);
                window.copied = null;
                event.preventDefault();
                event.stopImmediatePropagation();
            }, true)"""
        )
        page.goto(served.address + address)
        return page

    return desk


def stored(page: Page) -> str:
    """Return what the form would send; whoever leaves the page need not wait for the pause."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.input_value("[name=body_mode]") == "html"
    return page.input_value("[name=body]")


def start(page: Page, *keys: str) -> None:
    """Empty the editor, then type; "^Control+b" is a key."""
    page.locator(".editor-text").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    write(page, *keys)


def write(page: Page, *keys: str) -> None:
    for key in keys:
        if key.startswith("^"):
            page.keyboard.press(key[1:])
            if MOVES.match(key):
                # The browser tells where the cursor is a moment later; no person presses two keys within it.
                page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 5)))")
        else:
            page.keyboard.type(key)


def paste(page: Page, text: str = "", markup: str = "") -> None:
    """Paste as a person does: through the clipboard, with two keys."""
    page.evaluate("copied => { window.copied = copied }", {"text/html": markup, "text/plain": text})
    page.keyboard.press("Control+c")
    page.keyboard.press("Control+v")


def says(page: Page, name: str) -> str:
    """Return the sentence in the page's own language."""
    return str(page.evaluate("name => document.querySelector('[data-editor]').dataset['say' + name]", name))


def told(page: Page) -> str:
    return page.locator(".editor-note p").first.inner_text() if page.locator(".editor-note p").count() else ""


# --- Paste ----------------------------------------------------------------------------------------


def test_each_sample_from_the_clipboard_comes_out_clean(desk: Callable[..., Page]) -> None:
    page = desk(width=1280)
    sentences = {says(page, "Photos"): "photos", says(page, "Prefixes"): "prefixes", "": ""}
    found = {}
    for name, sample in SAMPLES.items():
        start(page)
        paste(page, sample["text"], sample["html"])
        body = stored(page)
        found[name] = {"html": sample["html"], "text": sample["text"], "body": body, "says": sentences[told(page)]}
        count = page.locator(".editor-count").inner_text()
        assert (name, html.clean(body), int(re.sub(r"\D", "", count))) == (name, body, html.words(body))
        if "bare" in sample:
            page.locator(".editor-note button").click()
            found[name]["bare"] = stored(page)
            page.locator(".editor-note button").click()
            assert stored(page) == body, "undo gives the names and times back"
    assert len(found) >= 24
    assert found == SAMPLES


def test_no_word_of_a_paste_is_lost(desk: Callable[..., Page]) -> None:
    """Every word of the plain text is in the story: of text, of WhatsApp, of a document."""
    page = desk(width=1280)
    for name, sample in SAMPLES.items():
        if not sample["text"] or name in {"emoji-and-invisible"}:
            continue
        words = re.findall(r"[^\W\d_]{3,}", sample["text"])
        assert (name, [word for word in words if word not in html.plain(sample["body"])]) == (name, [])
    start(page, "Awal  akhir", *["^ArrowLeft"] * 6)
    paste(page, "di tengah")
    assert stored(page) == "<p>Awal di tengah akhir</p>"


def test_a_picture_alone_goes_to_the_photos(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "Teks")
    page.evaluate(
        """async () => {
            const data = new DataTransfer(), canvas = document.createElement("canvas");
            const drawn = await new Promise((done) => canvas.toBlob(done, "image/png"));
            data.items.add(new File([drawn], "foto.png", { type: "image/png" }));
            data.items.add(new File(["x"], "rusak.png", { type: "image/png" }));
            const more = { clipboardData: data, bubbles: true, cancelable: true };
            document.querySelector(".editor-text").dispatchEvent(new ClipboardEvent("paste", more));
        }"""
    )
    page.locator(".shot[data-photo]").wait_for()
    assert page.locator("[data-part=refused]").inner_text().startswith("rusak.png: ")
    assert stored(page) == "<p>Teks</p>"
    write(page, "^Control+a")
    paste(page, "", "<img src='https://a.example/b.png' alt='x'>")
    assert (told(page), stored(page)) == (says(page, "Photos"), "<p>Teks</p>")


def test_a_copy_within_the_editor_keeps_what_it_is(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "## Judul\n*tebal* isi\n- satu\ndua", "^Control+a", "^Control+c", "^ArrowRight", "^Enter", "^Enter")
    write(page, "^Control+v")
    whole = "<h2>Judul</h2><p><strong>tebal</strong> isi</p><ul><li>satu</li><li>dua</li></ul>"
    assert stored(page) == whole + whole


def test_twenty_thousand_words_are_pasted_within_two_seconds(desk: Callable[..., Page]) -> None:
    page = desk()
    paragraph = " ".join(f"kata{place}" for place in range(40))
    start(page)
    page.evaluate("copied => { window.copied = copied }", {"text/plain": "\n\n".join([paragraph] * 500)})
    page.keyboard.press("Control+c")
    begun = time.monotonic()
    page.keyboard.press("Control+v")
    while len(page.input_value("[name=body]")) < 100_000:
        assert time.monotonic() - begun < 10
    took = time.monotonic() - begun
    assert html.words(page.input_value("[name=body]")) == 20_000
    assert took < 2, f"{took:.2f} s"
    begun = time.monotonic()
    write(page, "^Control+End", " tambahan kata")
    assert time.monotonic() - begun < 1
    assert html.words(stored(page)) == 20_002


# --- Typing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360])
def test_what_is_typed_is_what_is_stored(width: int, desk: Callable[..., Page]) -> None:
    page = desk(width=width)
    link = '<a href="https://a.example/b" rel="noopener noreferrer nofollow ugc">https://a.example/b</a>'
    cases = {
        # As in WhatsApp.
        ("a *b c* d",): "<p>a <strong>b c</strong> d</p>",
        ("_b_ c, 2*3*4 dan a_b_c",): "<p><em>b</em> c, 2*3*4 dan a_b_c</p>",
        ("*b*", "^Control+z"): "<p>*b*</p>",
        ("- a\nb\n\nc",): "<ul><li>a</li><li>b</li></ul><p>c</p>",
        ("1. a\nb\n\nc",): "<ol><li>a</li><li>b</li></ol><p>c</p>",
        ("## a\nb",): "<h2>a</h2><p>b</p>",
        ("### a\n> b\n\nc",): "<h3>a</h3><blockquote><p>b</p></blockquote><p>c</p>",
        ("lihat https://a.example/b ya",): f"<p>lihat {link} ya</p>",
        # Keys.
        ("a ", "^Control+b", "b", "^Control+b", " ", "^Control+i", "c"): "<p>a <strong>b</strong> <em>c</em></p>",
        ("a", "^Control+Alt+2"): "<h2>a</h2>",
        ("a", "^Control+Alt+3", "^Control+Alt+3"): "<p>a</p>",
        ("a", "^Control+Shift+8"): "<ul><li>a</li></ul>",
        ("a", "^Control+Shift+8", "^Control+Shift+7"): "<ol><li>a</li></ol>",
        ("a", "^Control+Shift+8", "^Control+Shift+8"): "<p>a</p>",
        ("## a", "^Control+Shift+8"): "<ul><li>a</li></ul>",
        ("- a", "^Control+Alt+2"): "<h2>a</h2>",
        ("a", "^Control+Shift+9"): "<blockquote><p>a</p></blockquote>",
        ("a", "^Control+Shift+9", "^Control+Shift+9"): "<p>a</p>",
        ("a", "^Shift+Enter", "b"): "<p>a<br>b</p>",
        ("a", "^Control+b", "^Control+z", "^Control+y"): "<p>a</p>",
        # Enter and Backspace at the ends of lists and titles.
        ("- a\nb", "^Home", "^Backspace"): "<ul><li>a</li></ul><p>b</p>",
        ("- a\nb", "^Home", "^Backspace", "^Backspace"): "<ul><li>ab</li></ul>",
        ("- a", "^Home", "^Backspace"): "<p>a</p>",
        ("## a", "^Home", "^Backspace"): "<p>a</p>",
        ("## ab", "^ArrowLeft", "^Enter"): "<h2>a</h2><h2>b</h2>",
        ("> a", "^Home", "^Backspace"): "<p>a</p>",
        ("- a\n\n- b",): "<ul><li>a</li></ul><ul><li>b</li></ul>",
        ("a\nb", "^Home", "^Backspace"): "<p>ab</p>",
        ("a\nb", "^Control+Home", "^Delete", "^Delete"): "<p>b</p>",
        ("👩‍🏫 ka\u200dta 🇮🇩", "^Backspace"): "<p>👩‍🏫 ka\u200dta </p>",
    }
    found = {}
    for keys in cases:
        page.evaluate("document.querySelector('[data-editor]').dispatchEvent(new Event('change'))")
        start(page, *keys)
        found[keys] = stored(page)
        assert html.clean(found[keys]) == found[keys]
    assert found == cases


def test_the_text_area_follows_and_says_so(desk: Callable[..., Page]) -> None:
    """An autosave can listen to the text area; and put back what it kept."""
    page = desk()
    page.evaluate(
        "() => { window.heard = 0;"
        " document.addEventListener('input', event => { window.heard += event.target.name === 'body' }) }"
    )
    before = page.evaluate("Object.keys(window).length")
    assert (page.input_value("[name=body]"), page.input_value("[name=body_mode]")) == ("", "text"), "untouched"
    write(page, "^Control+End")
    page.locator(".editor-text").focus()
    write(page, "Satu")
    assert (page.input_value("[name=body]"), page.evaluate("window.heard")) == ("", 0), "not at each letter"
    page.wait_for_timeout(FOLLOWED)
    assert (page.input_value("[name=body]"), page.evaluate("window.heard")) == ("<p>Satu</p>", 1)
    page.evaluate(
        """() => {
            const area = document.querySelector("[name=body]");
            document.querySelector("[name=body_mode]").value = "html";
            area.value = "<h2 style='color:red' onclick='x()'>Dari draf</h2><p>lama</p>";
            area.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    write(page, "^Control+End", "!")
    assert stored(page) == "<h2>Dari draf</h2><p>lama!</p>"
    assert page.evaluate("Object.keys(window).length") == before, "nothing global"


def test_a_phone_keyboard_composes(desk: Callable[..., Page]) -> None:
    """As Gboard does: each word is composed, corrected, replaced, and ended by a space."""
    page = desk()
    keyboard = page.context.new_cdp_session(page)

    def compose(*states: str, end: str, **more: Any) -> None:
        for state in states:
            keyboard.send("Input.imeSetComposition", {"text": state, **at(state), **more})
        keyboard.send("Input.insertText", {"text": end})
        # The marks are looked for in the turn after the word has ended; no thumb is quicker than that turn.
        page.evaluate("new Promise(done => setTimeout(done))")

    def at(state: str) -> dict[str, int]:
        return {"selectionStart": len(state), "selectionEnd": len(state)}

    start(page)
    compose("k", "ke", "kem", end="kementerian")
    # The suggestion replaces what stands there already.
    more = {"replacementStart": 0, "replacementEnd": 11}
    compose("Kementerian", end="Kementerian", **more)
    compose("", end=" ")
    compose("a", "ag", "agama", end="Agama 🕌")
    assert stored(page) == "<p>Kementerian Agama 🕌</p>"
    write(page, "^Enter")
    compose("H", "Ha", "Hal", "Halo", end="Halo")
    compose("", end=" ")
    compose("d", "du", "dun", "duni", "dunia", end="dunia")
    assert stored(page) == "<p>Kementerian Agama 🕌</p><p>Halo dunia</p>"
    # A mark that is typed by composing takes effect as well.
    write(page, "^Enter")
    compose("*", end="*")
    compose("t", "te", "tebal", end="tebal")
    compose("*", end="*")
    keyboard.send("Input.insertText", {"text": " ya"})
    assert stored(page).endswith("<p><strong>tebal</strong> ya</p>")
    # Bold is kept through a composed word.
    write(page, "^Enter", "^Control+b")
    compose("k", "ku", "kuat", end="kuat")
    write(page, "^Control+b")
    compose("", end=" ")
    compose("l", "lalu", end="lalu")
    assert stored(page).endswith("<p><strong>kuat</strong> lalu</p>")


# --- Plain text and back ---------------------------------------------------------------------------

TYPED = [
    "Satu alinea.",
    "Satu\ndua\n\n\n\ntiga",
    "*tebal* dan _miring_ dan *_dua_*, 2*3*4, a_b_c, *tak selesai",
    "## Judul\n\n### Kecil\n\nisi",
    "- a\n- b\n\n1. c\n2) d\n\n• e",
    "> kutip\n> lanjut\n\nsesudah",
    "Lihat https://a.example/b?c=1&d=2. Juga (https://a.example) dan xhttps://tidak.example/",
    'Tanda <b> & "petik" \u201cmiring\u201d',
    "- a\nbukan daftar",
    "Emoji 👩‍🏫 dan أهلا",
]


def test_plain_text_and_back_is_what_the_server_makes_of_it(desk: Callable[..., Page]) -> None:
    page = desk()
    turn = page.locator(".editor-turn")
    turn.click()
    area = page.locator("[name=body]")
    found = {}
    for text in TYPED:
        area.fill(text)
        count = int(re.sub(r"\D", "", page.locator(".editor-count").inner_text()))
        turn.click()
        body = stored(page)
        turn.click()
        back, mode = page.input_value("[name=body]"), page.input_value("[name=body_mode]")
        found[text] = (body, back, mode, count)
    made = {text: html.from_text(text) for text in TYPED}
    assert found == {text: (body, html.to_text(body), "text", html.words(body)) for text, body in made.items()}


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>", "CannotTable"),
        ('<p>lihat <a href="https://a.example/">ini</a></p>', "CannotLink"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "CannotOther"),
    ],
)
def test_what_plain_text_cannot_hold_stays_and_is_named(body: str, what: str, desk: Callable[..., Page]) -> None:
    page = desk()
    start(page)
    paste(page, "", body)
    before = stored(page)
    page.locator(".editor-turn").click()
    assert told(page) == says(page, "Cannot").replace("{what}", says(page, what))
    assert (stored(page), page.locator("[name=body]").is_visible()) == (before, False)


def test_an_error_and_a_conflict_show_the_text_again_in_the_same_mode(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "Isi *tebal*.")
    page.locator("button[value=save]").click()
    page.wait_for_selector(".errors.missing")
    assert page.locator(".editor-text").inner_html() == "<p>Isi <strong>tebal</strong>.</p>"
    page.locator(".errors.missing a").first.click()
    page.fill("[name=title]", "Naskah yang disunting dari dua telepon sekaligus")
    page.locator("button[value=save]").click()
    page.wait_for_url(re.compile(r"/redaksi/\d+/"))
    address = re.search(r"/redaksi/\d+/", page.url)
    assert address
    other = desk(address[0])
    page.reload()
    for one, words in ((other, "Kedua"), (page, "Pertama")):
        assert one.locator(".editor-text").inner_html() == "<p>Isi <strong>tebal</strong>.</p>"
        one.locator(".editor-text").focus()
        write(one, "^Control+End", f" {words}.")
        one.locator("button[value=save]").click()
        one.wait_for_load_state()
    assert "Kedua" in page.locator(".stored .text").inner_text()
    assert stored(page) == "<p>Isi <strong>tebal</strong>. Pertama.</p>"
    # And as plain text, where that was chosen.
    page.locator(".editor-turn").click()
    page.fill("[name=title]", "")
    page.locator("button[value=save]").click()
    page.wait_for_selector(".errors.missing")
    assert (page.input_value("[name=body_mode]"), page.input_value("[name=body]")) == ("text", "Isi *tebal*. Pertama.")
    assert page.locator("[name=body]").is_visible()
    page.locator(".editor-turn").click()
    assert stored(page) == "<p>Isi <strong>tebal</strong>. Pertama.</p>"


def test_without_the_editor_the_text_area_works(desk: Callable[..., Page], served: Served) -> None:
    page = desk()
    page.route("**/editor.js", lambda route: route.abort())
    page.reload()
    page.fill("[name=body]", "Tanpa alat *tetap* bisa.")
    page.locator("button[value=save]").click()
    page.wait_for_selector(".errors.missing")
    assert page.input_value("[name=body]") == "Tanpa alat *tetap* bisa."
    page.unroute("**/editor.js")
    # A browser that lacks something: the start fails, and nothing is lost.
    page.add_init_script(
        "document.createElementNS = () => { throw new Error('old') };"
        "addEventListener('error', event => { window.failed = event.message; event.preventDefault() })"
    )
    page.goto(f"{served.address}/redaksi/tulis/")
    page.fill("[name=body]", "Tetap bisa.")
    assert page.locator(".editor").count() == 0
    assert "old" in page.evaluate("window.failed")


# --- Tools ----------------------------------------------------------------------------------------


def test_the_tools_work_by_thumb_and_by_keyboard(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "kata", "^Control+a")
    tools = page.locator(".editor-tools button")
    sizes = [tools.nth(place).bounding_box() for place in range(tools.count())]
    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in sizes)
    bold = page.locator("[data-does=bold]")
    bold.click()
    assert (stored(page), bold.get_attribute("aria-pressed")) == ("<p><strong>kata</strong></p>", "true")
    write(page, "^Alt+F10", "^ArrowRight", "^Enter", "^Alt+F10", "^End", "^ArrowRight", "^End", "^ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.does") == "undo"
    assert page.locator(".editor-tools [tabindex='0']").count() == 1, "one stop for the Tab key"
    assert stored(page) == "<p><strong><em>kata</em></strong></p>"
    write(page, "^Escape")
    assert page.evaluate("document.activeElement.role") == "textbox"
    write(page, "^Tab")
    assert page.evaluate("document.activeElement.className") == "editor-turn", "no trap"
    page.locator("label[for=id_body]").click()
    assert page.evaluate("document.activeElement.role") == "textbox"


def test_a_link_is_asked_for_and_checked(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "lihat jadwal", "^Shift+Home")
    write(page, "^ArrowRight", *["^Shift+ArrowLeft"] * 6, "^Control+k")
    field = page.locator("#editor-link")
    for wrong in ("javascript:alert(1)", "jadwal", "/redaksi/", "data:text/html,x", ""):
        field.fill(wrong)
        write(page, "^Enter")
        assert page.locator("#editor-link-error").inner_text() == says(page, "LinkWrong"), wrong
    field.fill("layanan.example.go.id/jadwal")
    write(page, "^Enter")
    rel = 'rel="noopener noreferrer nofollow ugc"'
    assert stored(page) == f'<p>lihat <a href="https://layanan.example.go.id/jadwal" {rel}>jadwal</a></p>'
    write(page, "^ArrowLeft", "^Control+k")
    assert field.input_value() == "https://layanan.example.go.id/jadwal"
    field.fill("humas@example.go.id")
    write(page, "^Enter")
    assert stored(page) == f'<p>lihat <a href="mailto:humas@example.go.id" {rel}>jadwal</a></p>'
    page.locator("[data-does=link]").click()
    page.locator(".editor-choices button").nth(1).click()
    assert stored(page) == "<p>lihat jadwal</p>"
    write(page, "^Control+End", " ", "^Control+k")
    field.fill("+62 411 000 000")
    page.fill("#editor-link-words", "telepon")
    write(page, "^Enter", ".")
    assert stored(page) == f'<p>lihat jadwal <a href="tel:+62411000000" {rel}>telepon</a>.</p>'
    write(page, "^Control+k", "^Escape")
    assert page.evaluate("document.activeElement.role") == "textbox"


def test_the_tools_stay_above_the_phones_keyboard(desk: Callable[..., Page]) -> None:
    page = desk()
    start(page, "baris\n" * 40, "^Control+Home")
    bottom = "document.querySelector('.editor-tools').getBoundingClientRect().bottom"
    bar = page.evaluate("document.querySelector('.actions.sticky').getBoundingClientRect().top")
    assert page.evaluate(bottom) == pytest.approx(bar, abs=1)
    page.evaluate(
        """() => {
            Object.defineProperty(visualViewport, "height", { value: 440, configurable: true });
            visualViewport.dispatchEvent(new Event("resize"));
        }"""
    )
    assert page.evaluate(bottom) == pytest.approx(440, abs=1)
    write(page, "x")
    page.wait_for_timeout(50)
    caret = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    assert caret <= 440 - 48, "the line that is written is in sight"
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_one_writes(scheme: str, desk: Callable[..., Page]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = desk(scheme=scheme)
    found = []

    def look(where: str) -> None:
        for violation in axe.run(page).response["violations"]:
            found.append((where, violation["id"], [node["target"] for node in violation["nodes"][:3]]))

    start(page)
    paste(page, SAMPLES["whatsapp-web-messages"]["text"])
    look("editor with its bar")
    write(page, "^Control+k", "^Enter")
    look("link")
    write(page, "^Escape")
    paste(page, "", SAMPLES["word-table"]["html"])
    look("table")
    start(page, "teks")
    page.locator(".editor-turn").click()
    look("plain text")
    assert found == []
