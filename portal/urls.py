"""The site map: three rooms, the sign-in pages, and media where no proxy serves it."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.static import serve

from satker import access

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("redaksi/", include("news.desk.urls")),
    path("akun/", include("satker.accounts.urls")),
    path("", include("news.reader.urls")),
]
if settings.SERVE_MEDIA:
    urlpatterns.insert(
        0, path("media/<path:path>", access.public(serve), {"document_root": settings.MEDIA_ROOT}, name="media")
    )

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
