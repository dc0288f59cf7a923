"""What the committed editor promises without a browser: its size, its words, and that it comes from nowhere else."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from news.desk import editor
from news.html import TAGS

ROOT: Path = settings.BASE_DIR
BUNDLE = ROOT / "static/js/editor.js"
SOURCES = sorted((ROOT / "static/editor").glob("*.js"))
LOCK = json.loads((ROOT / "package-lock.json").read_text())


def source() -> str:
    return "\n".join(file.read_text() for file in SOURCES)


def test_the_editor_is_75_kb_or_less():
    assert len(gzip.compress(BUNDLE.read_bytes(), 9)) <= 75_000


def test_the_editor_and_its_lock_name_no_place():
    """Nothing is loaded from elsewhere: the addresses in the bundle are names and patterns, never imports."""
    bundle = BUNDLE.read_text()
    assert re.findall(r"""\bimport\b|\bfrom\s*["'`][./h]""", bundle) == []
    # The name of SVG, and the end of a remark.
    assert set(re.findall(r"https?://[\w.]+", bundle)) == {"http://www.w3.org", "https://prosemirror.net"}
    assert "://" not in (ROOT / "package-lock.json").read_text()
    assert not [name for name, package in LOCK["packages"].items() if name and "integrity" not in package]
    assert (ROOT / ".npmrc").read_text().splitlines()[0] == "omit-lockfile-registry-resolved=true"


def test_the_editor_sets_no_style_and_runs_no_text():
    assert re.findall(r"setAttribute\(\s*[\"']style|\beval\(|new Function|\.innerHTML\s*=", source()) == []


def test_the_editor_holds_the_tags_of_the_server_and_no_other():
    schema = (ROOT / "static/editor/schema.js").read_text()
    nodes = schema[schema.index("nodes: {") : schema.index("marks: {")]
    marks = schema[schema.index("marks: {") :]
    names = {*re.findall(r"^    (\w+): ", nodes, re.MULTILINE), *re.findall(r"^    (\w+): ", marks, re.MULTILINE)}
    assert names - {"doc", "text"} == TAGS


def test_each_word_of_the_editor_is_said_and_used():
    used = set(re.findall(r"\bsay\.(\w+)", source()))
    # Looked up by name: the buttons, and what plain text cannot hold.
    commands = (ROOT / "static/editor/commands.js").read_text()
    buttons = commands[commands.index("export const COMMANDS") :].split("};")[0]
    used |= set(re.findall(r"^  (\w+): \{", buttons, re.MULTILINE))
    used |= {f"cannot{what}" for what in re.findall(r'found = "(\w+)"', source())}
    said = {re.sub(r"-(\w)", lambda letter: letter[1].upper(), name) for name in editor.SAYS}
    assert said == used


@pytest.mark.django_db
def test_the_text_area_says_it_all_in_the_page_and_works_without(parepare, client_of):
    page = client_of(parepare).get("/redaksi/tulis/", follow=True).content.decode()
    area = re.search(r'<textarea name="body"[^>]*>', page)
    assert area
    assert area[0].count("data-say-") == len(editor.SAYS)
    assert "data-editor" in area[0]
    assert "hidden" not in area[0]
    assert page.count('<script type="module" src="/static/js/editor.js"></script>') == 1
