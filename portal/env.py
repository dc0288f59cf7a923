"""Read typed settings from the environment; nonsense stops the start with the variable's name."""

import os
import secrets
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """Return the variable, or `default`; None as default makes it compulsory."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} must be set in production.")
    return default


def flag(name: str, default: bool = False) -> bool:
    """Return a yes/no variable; anything but 1/0, true/false, yes/no, on/off is refused."""
    value = text(name, "yes" if default else "no").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")


def whole(name: str, default: int | None, low: int, high: int, meaning: str = "") -> int:
    """Return a whole number within low..high; None as default makes it compulsory: `meaning` says what it counts."""
    if default is None and not os.environ.get(name, "").strip():
        raise ImproperlyConfigured(f"{name} must be set in production: a whole number from {low} to {high}, {meaning}.")
    value = text(name, str(default))
    if not value.isdecimal() or not low <= int(value) <= high:
        raise ImproperlyConfigured(f"{name} must be a whole number from {low} to {high}, not {value!r}.")
    return int(value)


def words(name: str, default: str | None = None) -> list[str]:
    """Return a comma-separated variable as a list without blanks."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def choice(name: str, default: str, options: set[str]) -> str:
    """Return a variable that must be one of `options`."""
    value = text(name, default)
    if value not in options:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(sorted(options))}, not {value!r}.")
    return value


def zone(name: str, default: str) -> str:
    """Return the name of a time zone that this system knows."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(f"{name} is not a time zone: {value!r}.") from error
    return value


def origins(name: str) -> list[str]:
    """Return a comma-separated list of origins, each `http(s)://host` with no path."""
    found = words(name, "")
    for origin in found:
        scheme, _, host = origin.partition("://")
        if scheme not in {"http", "https"} or not host or "/" in host:
            raise ImproperlyConfigured(f"{name} needs origins such as https://portal.example, not {origin!r}.")
    return found


def kept_secret(path: Path) -> str:
    """Return the secret kept at `path`, made at random the first time; for local use only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
