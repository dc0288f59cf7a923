"""How allauth is bent to a closed portal: no sign-up, one address an officer, limits per account."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from satker.models import Officer


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _("Too many failed attempts. Wait 15 minutes, then try again."),
        "username_password_mismatch": _("User name or password is wrong."),
        "email_password_mismatch": _("E-mail address or password is wrong."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failures by account: by name or by address, an officer has the same five."""
        name = credentials.get("email") or credentials.get("username") or ""
        officer = Officer.objects.filter(Q(username__iexact=name) | ~Q(email="") & Q(email__iexact=name)).first()
        return f"officer:{officer.pk}" if officer else super()._get_login_attempts_cache_key(request, **credentials)


def sends_mail() -> bool:
    """Return whether mail goes anywhere; without a mail server the regional team makes the links."""
    return settings.EMAIL_BACKEND != "django.core.mail.backends.dummy.EmailBackend"


def forget_other_addresses(officer: Officer) -> None:
    """Drop what allauth remembers of the officer's former addresses, which would still open the account."""
    EmailAddress.objects.filter(user=officer).exclude(email=officer.email).delete()
