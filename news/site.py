"""Where the portal is, for links in papers and mails that no request asked for."""

from django.conf import settings


def site_of(address: str = "") -> str:
    """Return where the portal is: as asked, or as the settings say; without a slash at the end."""
    if address := address or settings.PORTAL_ADDRESS:
        return address.rstrip("/")
    if settings.CSRF_TRUSTED_ORIGINS:
        return str(settings.CSRF_TRUSTED_ORIGINS[0])
    host = next((name.lstrip(".") for name in settings.ALLOWED_HOSTS if name.strip("*.")), "localhost")
    return f"https://{host}" if settings.PRODUCTION else f"http://{host}:8000"
