"""The house style in a real browser: the same advice as the server gives, while the story is written."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.utils import translation

from news import advice, html
from news.models import StyleRule
from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
NEWS = Path(__file__).parents[1] / "news"
GIVEN = json.loads((NEWS / "advice_samples.json").read_text())
MINORS = json.loads((NEWS / "minors_samples.json").read_text())
SAMPLES: dict[str, Any] = GIVEN["samples"]
SCRIPT: Path = settings.BASE_DIR / "static" / "js" / "advice.js"
# Longer than the pauses after which the editor's text area and then the advice follow.
FOLLOWED = 1300


@pytest.fixture
def compose(served: Served, phone: Callable[..., Page], cookies: list[Any]) -> Page:
    page = phone()
    page.context.add_cookies(cookies)
    page.goto(f"{served.address}/redaksi/tulis/")
    return page


def in_page(page: Page, expression: str, value: Any) -> Any:
    """Evaluate with the module that the page itself has loaded; `expression` is a function of (module, value)."""
    source = "document.querySelector('script[src*=\"js/advice\"]').src"
    return page.evaluate(f"async value => ({expression})(await import({source}), value)", value)


def units_of(text: str, place: tuple[int, int] | None) -> list[int] | None:
    """Return a range of letters as the browser counts them: an emoji has two units there."""
    return [len(text[:at].encode("utf-16-le")) // 2 for at in place] if place else None


def as_there(texts: dict[str, Any], found: list[advice.Advice]) -> list[dict[str, Any]]:
    names = {"photo_caption": "caption", "photo_alt": "alt"}
    return [
        {**vars(each), "place": units_of(texts.get(names.get(each.field, each.field), ""), each.place)}
        for each in found
    ]


def told(page: Page) -> list[str]:
    page.wait_for_timeout(FOLLOWED)
    return [row.inner_text() for row in page.locator(".advice li a").all()]


def selected(page: Page) -> str:
    return str(
        page.evaluate(
            "() => { const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd) }"
        )
    )


@pytest.mark.parametrize("given", [GIVEN, MINORS], ids=["advice", "minors"])
def test_browser_and_server_agree_on_each_sample(given: dict[str, Any], compose: Page) -> None:
    rules = [StyleRule(**rule) for rule in given["rules"]]
    with translation.override("en"):
        data = advice.as_data(rules)
        here = {
            name: as_there(sample["texts"], advice.look(advice.Texts(**sample["texts"]), rules))
            for name, sample in given["samples"].items()
        }
    blank = vars(advice.Texts())
    all_texts = {name: {**blank, **sample["texts"]} for name, sample in given["samples"].items()}
    there = in_page(
        compose,
        "(module, [texts, data]) =>"
        " Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, module.look(each, data)]))",
        [all_texts, data],
    )
    assert len(here) >= 40
    assert there == here


def test_both_read_the_same_lines_out_of_a_stored_text(compose: Page) -> None:
    bodies = [html.from_text(sample["texts"].get("body", "")) for sample in SAMPLES.values()]
    bodies += [
        html.clean(body)
        for body in (
            "<p>Satu <strong>d</strong>ua<br>tiga &amp; &lt;empat&gt;</p><h2>Judul</h2><ul><li>a</li><li>b</li></ul>",
            "<table><tr><th>No</th><td>1</td></tr><tr><td>2</td><td>3</td></tr></table><p>&nbsp;Akhir&nbsp; kata</p>",
            "<blockquote><p>Kutipan</p></blockquote><hr><p>Akhir &copy; &#8211; &quot;x&quot;</p>",
        )
    ]
    there = in_page(compose, "(module, bodies) => bodies.map(module.lines)", bodies)
    assert there == [html.lines(body) for body in bodies]


def test_advice_follows_while_a_story_is_written_and_shows_the_place(compose: Page) -> None:
    page = compose
    page.get_by_role("button", name="teks biasa").click()
    assert page.locator(".advice").is_hidden()
    title = "Kepala Kemenag Parepare Serahkan Bantuan Buku Nikah kepada 40 Pasangan di Bacukiki"
    page.fill("[name=title]", title)
    page.fill("[name=lead]", "Warga memilih hari.")
    page.fill("[name=body]", 'Acara ramai.\n\n"Kita harus menjaga kerukunan di kota ini."\n\nAcara usai.')
    first = told(page)
    page.locator(".advice a", has_text="82").click()
    assert selected(page) == title[70:]
    page.locator(".advice a", has_text="Kita harus").click()
    assert selected(page) == '"Kita harus menjaga kerukunan di kota ini."'
    page.fill("[name=title]", "Bantuan Buku Nikah untuk 40 Pasangan")
    page.select_option("[name=programme]", index=1)
    second = told(page)
    assert [text for text in second if text not in first] == []
    assert len(first) - len(second) == 2
    assert page.locator(".advice h2 b").inner_text() == str(len(second))


def test_a_reminder_of_minors_comes_and_goes_with_what_is_said_of_them(compose: Page) -> None:
    page = compose
    page.get_by_role("button", name="teks biasa").click()
    page.fill("[name=title]", "Siswa Parepare Juara")
    one = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    page.set_input_files("[name=photo]", {"name": "a.png", "mimeType": "image/png", "buffer": base64.b64decode(one)})

    def reminded() -> list[str]:
        return [text for text in told(page) if "Siswa" in text]

    assert len(reminded()) == 1
    page.locator(".advice a", has_text="Siswa").click()
    assert selected(page) == "Siswa"
    page.locator("#anak summary").click()
    page.select_option("[name=minors]", "none")
    assert reminded() == []


def test_advice_reads_what_the_editor_writes(compose: Page) -> None:
    page = compose
    page.locator(".editor-text").focus()
    page.keyboard.type("Satu dua tiga.")
    page.keyboard.press("Enter")
    page.keyboard.type("Empat lima.")
    line = next(text for text in told(page) if "150" in text)
    assert " 5 " in line
    page.locator(".advice a", has_text="150").click()
    assert page.evaluate("() => document.activeElement.matches('.editor-text')")


def test_the_script_is_small() -> None:
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 3 * 1024
