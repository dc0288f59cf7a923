"""Which visits count as a read: people who are not officers, told apart for half an hour and never kept."""

from __future__ import annotations

import re

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from news import reads
from news.models import Article
from satker import access

# Programs that run scripts say what they are. Cubot, whose name would pass for one, makes telephones.
PROGRAM = re.compile(
    r"(?<!cu)bot(?![a-z])|crawl|spider|slurp|preview|facebookexternalhit|whatsapp/|lighthouse|headless|phantom"
    r"|monitor|curl|wget|python|java/|go-http|okhttp|https?://",
    re.IGNORECASE,
)


# Nobody signs in to read: there is no token to send, and nothing that another site could do with an officer's name.
@access.public
@csrf_exempt
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Count that a public story was read; the answer is the same whether it counts or not."""
    agent = request.headers.get("User-Agent", "")
    if _is_a_reader(request, agent) and Article.objects.published().filter(pk=pk).exists():
        address = str(get_adapter().get_client_ip(request))
        reads.note(pk, f"{address} {agent}", place=address)
    return HttpResponse(status=204)


def _is_a_reader(request: HttpRequest, agent: str) -> bool:
    """Return whether a person may sit there who is not an officer: only officers have a session."""
    return bool(agent) and not PROGRAM.search(agent) and settings.SESSION_COOKIE_NAME not in request.COOKIES
