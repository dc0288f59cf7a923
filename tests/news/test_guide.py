"""The guide for officers: one text, shown safely, and nothing it names is missing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client
from django.urls import resolve
from PIL import Image

from news.desk.guide import SOURCE, Block, Picture, Span, guide, read, spans
from satker.models import Officer

MOST_BYTES = 60_000


def shown(text: str) -> str:
    page = {"guide": read(text), "user": Officer(name="Wening")}
    return render_to_string("desk/guide.html", page).split('<div class="guide"')[1].split("</main>")[0]


# --- The guide itself -----------------------------------------------------------------------------


def test_each_picture_is_there_small_and_used() -> None:
    text = SOURCE.read_text()
    named = re.findall(r"!\[(.+?)\]\((.+?)\)", text)
    files = [SOURCE.parent / path for _alt, path in named]
    assert [file.name for file in files if not file.is_file() or file.stat().st_size > MOST_BYTES] == []
    widths = {file.name: Image.open(file).width for file in files}
    assert {name: width for name, width in widths.items() if width != 360} == {}
    folder = settings.BASE_DIR / "docs" / "pictures" / "humas"
    assert sorted(file.name for file in files) == sorted(file.name for file in folder.iterdir()), "none lies unused"


def test_each_address_of_the_desk_leads_somewhere() -> None:
    named = set(re.findall(r"`(/[^`]*)`", SOURCE.read_text()))
    assert len(named) > 5
    # Raises Resolver404 for one that leads nowhere.
    assert {resolve(address).namespace for address in named} == {"desk"}


def test_the_picture_on_the_page_is_the_one_in_the_folder() -> None:
    pictures = [block.picture for part in guide().parts for block in part.blocks if block.picture]
    assert len(pictures) > 10
    for picture in pictures:
        with Image.open(finders.find(picture.address.removeprefix("/static/"))) as drawn:
            assert drawn.size == (picture.width, picture.height)


def test_all_of_the_text_is_on_the_page(parepare: Officer, client_of: Any) -> None:
    """Nothing is lost between the source and the page, and no mark of the source is left over."""
    html = client_of(parepare).get("/redaksi/panduan/").content.decode().split('<div class="guide"')[1]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    source = re.sub(r"<!--.*?-->", "", SOURCE.read_text(), flags=re.DOTALL)
    wanted = re.sub(r"!\[.*\]\(.*\)|[#*`]|(?m:^ *(?:-|[0-9]+\.) )", "", source).split()
    letters = re.sub(r"\W", "", words.lower())
    lost = [word for word in wanted if re.sub(r"\W", "", word.lower()) not in letters]
    assert lost == []
    plain = re.sub(r"<code>.*?</code>", "", html)
    assert [mark for mark in ("**", "![", "](", "##", "&lt;!--", "&lt;") if mark in plain] == []


def test_each_section_begins_with_what_one_wants_and_is_in_the_list() -> None:
    found = guide()
    assert len({part.slug for part in found.parts}) == len(found.parts)
    html = render_to_string("desk/guide.html", {"guide": found, "user": Officer(name="Wening")})
    for part in found.parts:
        assert html.count(f'href="#{part.slug}"') == 1
        assert html.count(f'<h2 id="{part.slug}">') == 1
        assert part.blocks
    assert html.count("<h1") == 1


def test_home_and_writing_lead_to_it(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    assert 'href="/redaksi/panduan/"' in client.get("/redaksi/").content.decode()
    slug = re.search(r'href="/redaksi/panduan/#([\w-]+)"', client.get("/redaksi/tulis/", follow=True).content.decode())
    assert slug
    assert slug[1] in {part.slug for part in guide().parts}


def test_the_page_is_for_officers_and_asks_the_database_no_more_than_who_that_is(
    parepare: Officer, reader: Client, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    with django_assert_num_queries(4):  # session, officer, unit, unread
        client.get("/redaksi/panduan/")
    assert reader.get("/redaksi/panduan/").status_code == 302


# --- What the text may hold -----------------------------------------------------------------------


def test_it_reads_headings_lists_and_paragraphs() -> None:
    found = read(
        "# Judul\n\nSatu\nbaris.\n\n## Saya mau X\n\n1. Satu\n   lanjut\n2. Dua\n\n- a\n- b\n\n### Kecil?\n\nYa.\n"
    )
    assert (found.title, found.intro) == ("Judul", [Block("p", [[Span("Satu baris.")]])])
    assert [(part.title, part.slug) for part in found.parts] == [("Saya mau X", "saya-mau-x")]
    assert found.parts[0].blocks == [
        Block("ol", [[Span("Satu lanjut")], [Span("Dua")]]),
        Block("ul", [[Span("a")], [Span("b")]]),
        Block("h3", [[Span("Kecil?")]]),
        Block("p", [[Span("Ya.")]]),
    ]


def test_a_heading_ends_the_paragraph_before_it() -> None:
    assert [block.kind for block in read("## A\nSatu\n### B\nDua").parts[0].blocks] == ["p", "h3", "p"]


def test_a_picture_has_its_size() -> None:
    block = read("## A\n\n![Halaman masuk](pictures/humas/masuk.png)").parts[0].blocks[0]
    with Image.open(SOURCE.parent / "pictures/humas/masuk.png") as drawn:
        assert block.picture == Picture("/static/panduan/masuk.png", "Halaman masuk", *drawn.size)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a **b** c", [Span("a "), Span("b", "strong"), Span(" c")]),
        ("*b*, c", [Span("b", "em"), Span(", c")]),
        ("`*tebal*` dan `_x_`", [Span("*tebal*", "code"), Span(" dan "), Span("_x_", "code")]),
        ("2*3*4 = 24", [Span("2*3*4 = 24")]),
        ("`/redaksi/`", [Span("/redaksi/", "code", "/redaksi/")]),
        ("[situs](https://a.example/)", [Span("situs", "link", "https://a.example/")]),
        ("[x](#y)", [Span("x", "link", "#y")]),
        ("[x](javascript:alert)", [Span("x", "link")]),
        ("[x](//evil.example)", [Span("x", "link")]),
        ("[x](data:text/html,y)", [Span("x", "link")]),
    ],
)
def test_a_line_is_read_into_pieces(line: str, found: list[Span]) -> None:
    assert spans(line) == found


def test_mark_up_in_the_text_is_text() -> None:
    html = shown(
        "# <b>Judul</b>\n\n<script>alert(1)</script> **<i>x</i>** `<u>`\n\n## A<img src=x onerror=alert(1)>\n\n"
        '1. [<s>](#")\n\n<!-- diam -->'
    )
    assert [tag for tag in ("<script>", "<b>", "<i>", "<u>", "<img", "<s>", "diam") if tag in html] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert 'href="#&quot;"' in html
