"""Addresses, single lines and tags, as the house writes them."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from news.words import one_line, slug_of, tag_of

LONG = "Kepala Kantor Kementerian Agama Kota Parepare membuka manasik haji tingkat kota tahun 2026"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Manasik Haji 2026", "manasik-haji-2026"),
        ("Jum'at Bersih", "jumat-bersih"),
        ("Jum\u2019at, Ma\u2018arif, Syafi`i, Ka\u02bcbah, Qur\u00b4an", "jumat-maarif-syafii-kabah-quran"),
        ("  MTsN 1 -- Parepare!!! ", "mtsn-1-parepare"),
        ("50% & 100%", "50-100"),
        ("Café Ñoño", "cafe-nono"),
        ("../../admin/?next=//x", "adminnextx"),
        ("السلام عليكم", "berita"),
        ("🕋🕋", "berita"),
        ("???", "berita"),
        ("", "berita"),
        (LONG, "kepala-kantor-kementerian-agama-kota-parepare-membuka-manasik-haji-tingkat-kota"),
        ("x" * 200, "x" * 80),
        (f"{'x' * 79} y", "x" * 79),
        (f"{'x' * 80} y", "x" * 80),
        (f"{'x' * 40} {'y' * 39}", f"{'x' * 40}-{'y' * 39}"),
        (f"{'x' * 40} {'y' * 40}", "x" * 40),
    ],
)
def test_the_address_of_a_title(title, slug):
    assert slug_of(title) == slug


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_every_title_has_an_address(title):
    slug = slug_of(title)
    assert re.fullmatch(r"[a-z0-9_-]{1,80}", slug)
    assert slug_of(slug) == slug


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  dua   kata ", "dua kata"),
        ("satu\ndua\ttiga\r\nempat", "satu dua tiga empat"),
        ("satu\u00a0dua\u2003tiga\u3000empat\u2028lima", "satu dua tiga empat lima"),
        ("terba\u202elik", "terbalik"),
        ("\u200bju\u00addul\ufeff\u2060", "judul"),
        ("a\x00b\x1b[31mc\x7f\x85", "ab[31mc"),
        ("cafe\u0301", "caf\u00e9"),
        ("keluarga 👨\u200d👩\u200d👧", "keluarga 👨\u200d👩\u200d👧"),
        ("ﷺ", "ﷺ"),
        ("", ""),
    ],
)
def test_a_line_holds_nothing_unseen(text, line):
    assert one_line(text) == line


@settings(deadline=None, derandomize=True)
@given(st.text(max_size=80))
def test_a_line_stays_as_it_is(text):
    line = one_line(text)
    assert one_line(line) == line
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]|  |^ | $", line)


@pytest.mark.parametrize(
    "twin",
    ["Manasik Haji", "#manasik haji", "# manasik haji", "MANASIK  HAJI", "manasik\u00a0haji", "ｍａｎａｓｉｋ ｈａｊｉ",
     "mana\u200bsik haji", "mana\u200dsik haji", "manasik\u00ad haji", "manasik haji\ufe0f", "\u202emanasik haji",
     "𝗺𝗮𝗻𝗮𝘀𝗶𝗸 𝗵𝗮𝗷𝗶", " manasik\nhaji "],
)  # fmt: skip
def test_twins_are_one_tag(twin):
    assert tag_of(twin) == "manasik haji"


@pytest.mark.parametrize(
    ("text", "tag"), [("", ""), ("#", ""), ("  # ", ""), ("x" * 60, "x" * 40), ("x" * 39 + " yz", "x" * 39)]
)
def test_a_tag_is_short(text, tag):
    assert tag_of(text) == tag


def test_naughty_strings_make_sound_words(corpus: Callable[..., Path]):
    strings = json.loads((corpus("unicode") / "blns.json").read_text())
    assert len(strings) > 400
    for text in strings:
        assert re.fullmatch(r"[a-z0-9_-]{1,80}", slug_of(text))
        assert one_line(one_line(text)) == one_line(text)
        assert len(tag_of(text)) <= 40


@pytest.mark.parametrize("piece", ["<a", "&", "(", " ", "-", "\u200b", "a-", "\u0301", "ﷺ"])
def test_a_megabyte_takes_no_second(piece):
    text = (piece * 1_000_000)[:1_000_000]
    for make in (slug_of, one_line, tag_of):
        started = time.process_time()
        make(text)
        assert time.process_time() - started < 1, make.__name__
