"""What every template may say about the portal itself; nothing here touches the session."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def portal(request: HttpRequest) -> dict[str, object]:
    """Return the portal's name, its time zone's label and today in its time zone."""
    return {
        "portal_name": settings.PORTAL_NAME,
        "portal_tagline": settings.PORTAL_TAGLINE,
        "tz_label": settings.TIME_ZONE_LABEL,
        "today": timezone.localdate(),
    }
