"""The desk on the home screen: one manifest, in the portal's own colours, with icons that are there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from satker.models import Officer


@pytest.fixture
def manifest(reader: Client) -> dict[str, Any]:
    return reader.get("/redaksi/manifest.webmanifest").json()


def test_it_says_what_the_app_is(manifest: dict[str, Any], settings: Any) -> None:
    own = {name: manifest[name] for name in manifest if name not in {"icons", "shortcuts", "description"}}
    assert own == {
        "id": "/redaksi/", "name": f"Redaksi {settings.PORTAL_NAME}", "short_name": "Redaksi", "lang": "id",
        "dir": "ltr", "start_url": "/redaksi/", "scope": "/redaksi/", "display": "standalone",
        "theme_color": "#0b5d3b", "background_color": "#fbfaf7", "share_target": SHARE,
    }  # fmt: skip
    assert [(each["name"], each["url"]) for each in manifest["shortcuts"]] == [("Tulis berita", "/redaksi/tulis/")]


SHARE = {
    "action": "/redaksi/bagikan/", "method": "POST", "enctype": "multipart/form-data",
    "params": {
        "title": "title", "text": "text", "url": "url", "files": [{"name": "photo", "accept": ["image/*"]}],
    },
}  # fmt: skip


def test_its_colours_are_the_tokens(manifest: dict[str, Any]) -> None:
    tokens = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    light = dict(re.findall(r"--(\w+): (#\w+)", tokens.split("prefers-color-scheme")[0]))
    assert (manifest["theme_color"], manifest["background_color"]) == (light["leaf"], light["paper"])


def test_its_icons_are_there_in_the_sizes_it_says(manifest: dict[str, Any]) -> None:
    found = []
    for icon in manifest["icons"]:
        file = finders.find(icon["src"].removeprefix("/static/"))
        with Image.open(file) as picture:
            corner = picture.convert("RGBA").getpixel((0, 0))
            found.append((icon["purpose"], icon["sizes"], f"{picture.width}x{picture.height}", picture.format))
        # A maskable icon has no corners of its own, the other one shows the ground through them.
        assert corner[3] == (255 if icon["purpose"] == "maskable" else 0)
    assert found == [
        ("any", "192x192", "192x192", "PNG"), ("any", "512x512", "512x512", "PNG"),
        ("maskable", "192x192", "192x192", "PNG"), ("maskable", "512x512", "512x512", "PNG"),
    ]  # fmt: skip


def test_anybody_may_fetch_it_and_nobody_is_known_by_it(parepare: Officer, reader: Client, client_of: Any) -> None:
    """Browsers fetch it without the session."""
    answers = [client.get("/redaksi/manifest.webmanifest") for client in (reader, client_of(parepare))]
    assert answers[0].content == answers[1].content
    for answer in answers:
        assert answer["Content-Type"] == "application/manifest+json"
        assert answer["Cache-Control"] == "public, max-age=86400"
        assert ("Vary" in answer, answer.cookies) == (False, {})
    assert reader.post("/redaksi/manifest.webmanifest").status_code == 405


def test_the_policy_lets_it_in_and_the_desk_names_it(parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).get("/redaksi/")
    assert "manifest-src 'self'" in response["Content-Security-Policy"]
    assert '<link rel="manifest" href="/redaksi/manifest.webmanifest">' in response.content.decode()
