"""System checks that keep a dangerous or forgotten piece from starting."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from satker import access
from satker.accounts.adapter import sends_mail


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield (route, pattern) for every address of the site."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield route, entry


@register(Tags.urls)
def every_view_has_a_rule(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """portal.E001: a view nobody declared a rule for does not start."""
    return [
        Error(
            f"The view of /{route} has no access rule.",
            hint="Decorate it with access.public, access.desk or access.regional (satker/access.py).",
            id="portal.E001",
        )
        for route, pattern in patterns()
        if access.rule_of(pattern.callback) is None
    ]


@register(Tags.security, deploy=True)
def production_is_production(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """portal.E002, portal.W003, portal.W004: a public portal runs as production, on PostgreSQL, and sends mail."""
    found: list[CheckMessage] = []
    if not settings.PRODUCTION:
        found.append(
            Error("This is the local portal.", hint="Set PORTAL_ENV=production.", id="portal.E002"),
        )
    if connection.vendor == "sqlite":
        found.append(
            Warning(
                "The database is SQLite: one host, one disk.",
                hint="Use PostgreSQL (DATABASE_URL) for more than one host.",
                id="portal.W003",
            )
        )
    if not sends_mail():
        found.append(Warning("Password mails are not sent.", hint="Set EMAIL_HOST.", id="portal.W004"))
    return found
