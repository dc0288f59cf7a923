"""The second factor, asked again before a step that cannot be taken back."""

from __future__ import annotations

import time
from urllib.parse import urlencode

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.urls import reverse

from satker.access import OfficerRequest

CODES = {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}


def way_to_prove(request: OfficerRequest) -> str:
    """Return the address at which the signed-in officer gives the second factor, leading back to this page.

    "" when it was given within the last minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT), or when none is enrolled.
    """
    enrolled = set(Authenticator.objects.filter(user=request.user.pk).values_list("type", flat=True))
    if not enrolled - {Authenticator.Type.RECOVERY_CODES}:
        return ""
    fresh = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    if any(record.get("method") == "mfa" and record.get("at", 0) > fresh for record in records):
        return ""
    page = "mfa_reauthenticate" if enrolled & CODES else "mfa_reauthenticate_webauthn"
    return f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}"
