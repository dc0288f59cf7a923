"""Two small things at the door: a header that Django does not send, and requests that cannot be meant."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse

from portal import errors

POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class PermissionsPolicyMiddleware:
    """Tell browsers that no page of this portal uses camera, microphone or position."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Permissions-Policy"] = POLICY
        return response


class NulMiddleware:
    """Answer an address with a NUL in it with a 404, a cookie with a 400: PostgreSQL refuses to look such text up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.not_found(request, Http404())
        if any("\x00" in value for value in request.COOKIES.values()):  # unquoted: "\000" is one
            return errors.bad_request(request, BadRequest())
        return self.get_response(request)
