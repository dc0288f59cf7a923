"""Old addresses of imported articles: looked up only when nothing else answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict

from news.models import Article, OldPath


class OldPathMiddleware:
    """Redirect a request that found nothing to the article that had this path before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        article = find(request.path) if len(request.path) <= 500 else None
        return HttpResponsePermanentRedirect(article.get_absolute_url()) if article else response


def find(path: str) -> Article | None:
    """Return the article that was once at `path` (with or without a closing slash) and may still be shown."""
    bare = path.rstrip("/")
    known = OldPath.objects.filter(path__in=[bare, f"{bare}/"], article__first_published_at__isnull=False)
    old = known.select_related("article").first()
    return old.article if old else None


def find_by_number(query: QueryDict) -> Article | None:
    """Return the article that a WordPress site knew by a number: /?p=172."""
    asked = [f"/?{name}={query[name]}" for name in ("p", "page_id") if query.get(name, "").isdecimal()]
    return find(asked[0]) if asked and len(asked[0]) <= 30 else None
