"""The administration of the regional team: one AdminSite, signed in through the portal's own page."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.rekap.glance import glance
from satker import access


class PortalAdminSite(AdminSite):
    site_header = _("Regional team")
    site_title = _("Regional team")
    index_title = _("Administration")
    index_template = "admin/portal_index.html"

    def has_permission(self, request: HttpRequest) -> bool:
        return bool(getattr(request.user, "is_regional", False))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [path("rekap/", include("news.rekap.urls")), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> TemplateResponse:
        """Show the year at a glance and what waits, then the registers."""
        return super().index(request, {"glance": glance(timezone.localdate()), **(extra_context or {})})

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Send to the portal's sign-in, which has the limits and the second factor."""
        return access.to_sign_in(request.GET.get("next") or reverse("admin:index"))

    login.access = access.Rule.REGIONAL  # type: ignore[attr-defined]
