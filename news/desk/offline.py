"""What the desk needs to open and send without a line: its service worker, and a fresh token for forms."""

from __future__ import annotations

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from news.desk.views import desk
from satker import access
from satker.access import OfficerRequest

WORKER = "js/sw.js"


@access.public
@require_safe
def worker(request: OfficerRequest) -> HttpResponse | FileResponse:
    """The service worker, at an address within the desk: it may look after no other pages."""
    found = finders.find(WORKER)
    if found is None and not staticfiles_storage.exists(WORKER):
        raise Http404
    with open(found, "rb") if found else staticfiles_storage.open(WORKER) as file:  # noqa: PTH123
        response = HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@csrf_exempt
@access.public
@never_cache
def shared(request: HttpRequest) -> HttpResponse:
    """Where other apps share photos to: the service worker takes them, and without it this says what to do."""
    return render(request, "desk/shared.html", status=200 if request.method != "POST" else 503)


@desk
@require_safe
def key(request: OfficerRequest) -> HttpResponse:
    """A token for the forms of this sign-in; a script that sends what waited has an old one."""
    return JsonResponse({"token": get_token(request)})
