"""The account pages that are the portal's own; all else about signing in is allauth's."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.views import PasswordResetView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from qrcode.main import QRCode  # type: ignore[import-untyped]

from satker import access
from satker.accounts.adapter import sends_mail
from satker.accounts.forms import EmailForm
from satker.models import Officer


@access.desk
@never_cache
def home(request: access.OfficerRequest) -> HttpResponse:
    officer = request.user
    shown = {"officer": officer, "unit": officer.satker, "second_factor": is_mfa_enabled(officer)}
    return render(request, "account/home.html", shown)


@access.desk
@never_cache
@reauthentication_required
def email(request: access.OfficerRequest) -> HttpResponse:
    # Not request.user itself: a refused address must not show up elsewhere on the page.
    form = EmailForm(request.POST or None, instance=Officer.objects.get(pk=request.user.pk))
    if form.is_valid():
        form.save()
        messages.success(request, _("Your e-mail address is saved."))
        return redirect("account_email")
    return render(request, "account/email.html", {"form": form, "sends_mail": sends_mail()})


class PasswordReset(PasswordResetView):
    """allauth's page; a portal without a mail server says there who makes the link."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not sends_mail():
            return render(request, "account/password_reset_by_hand.html")
        return super().dispatch(request, *args, **kwargs)


password_reset = PasswordReset.as_view()
password_reset.access = access.Rule.SIGN_IN


class ActivateTOTP(ActivateTOTPView):
    """allauth's page; its QR code is a data: picture, which our policy refuses, so we draw it."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        return {**context, "qr": drawn(context["totp_url"])}


activate_totp = ActivateTOTP.as_view()
activate_totp.access = access.Rule.SIGN_IN


def drawn(text: str) -> dict[str, object]:
    """Return the QR code of `text` as the path of an SVG and its size in modules."""
    code = QRCode()
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"size": len(rows), "path": path}
