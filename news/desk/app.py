"""The desk as an app on the telephone: what its home screen is told."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from satker import access

# --leaf and --paper of static/css/tokens.css; made by tools/icons.py.
LEAF, PAPER = "#0b5d3b", "#fbfaf7"
ICONS = [("icons/app-192.png", 192, "any"), ("icons/app-512.png", 512, "any"),
         ("icons/app-maskable-192.png", 192, "maskable"), ("icons/app-maskable-512.png", 512, "maskable")]  # fmt: skip


# Public, as browsers fetch it without the session; it tells what the sign-in page tells too.
@access.public
@cache_control(public=True, max_age=24 * 60 * 60)
@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """The web app manifest of the desk."""
    return JsonResponse(_manifest(), content_type="application/manifest+json")


def _manifest() -> dict[str, Any]:
    home = reverse("desk:home")
    return {
        "id": home,
        "name": f"{_('Desk')} {settings.PORTAL_NAME}",
        "short_name": _("Desk"),
        "description": _("Write and publish the stories of your unit."),
        "lang": get_language(),
        "dir": "ltr",
        "start_url": home,
        "scope": home,
        "display": "standalone",
        "theme_color": LEAF,
        "background_color": PAPER,
        "icons": [
            {"src": static(name), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for name, size, purpose in ICONS
        ],
        # The service worker answers; see static/js/sw.js.
        "share_target": {
            "action": reverse("desk:shared"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{"name": "photo", "accept": ["image/*"]}],
            },
        },
        "shortcuts": [
            {
                "name": _("Write a story"),
                "url": reverse("desk:compose"),
                "icons": [{"src": static(ICONS[0][0]), "sizes": "192x192", "type": "image/png"}],
            }
        ],
    }
