"""Chromium finds nothing that keeps the desk from being installed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_desk_can_be_installed(served: Served, phone: Callable[..., Page], cookies: list[Any]) -> None:
    page = phone()
    page.context.add_cookies(cookies)
    page.goto(f"{served.address}/redaksi/")
    wire = page.context.new_cdp_session(page)
    found = wire.send("Page.getAppManifest")
    assert (found["url"], found["errors"]) == (f"{served.address}/redaksi/manifest.webmanifest", [])
    assert json.loads(found["data"])["start_url"] == "/redaksi/"
    faults = [each["errorId"] for each in wire.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    # The test's own window keeps nothing, so it installs nothing: that is all that may stand in the way.
    assert set(faults) <= {"in-incognito"}
    page.goto(f"{served.address}/")
    assert wire.send("Page.getAppManifest")["url"] == "", "readers are offered no app"
