"""Old addresses of imported articles: looked up only when nothing else answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict

from news import removals
from news.models import Article, OldPath

LONGEST = 500


class OldPathMiddleware:
    """Redirect a request that found nothing to the article that had this path before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        article = find(request.path, request.META.get("QUERY_STRING", ""))
        return HttpResponsePermanentRedirect(article.get_absolute_url()) if article else response


def find(path: str, query: str = "") -> Article | None:
    """Return the article that was once at this address (with or without a closing slash), if it may be shown."""
    bare = path.rstrip("/")
    paths = [f"{path}?{query}"] if query else []
    paths += [bare, f"{bare}/"]
    if len(paths[0]) > LONGEST:
        return None
    # A former address that held a name which was taken out is kept as a digest.
    paths += list(map(removals.sealed, paths))
    known = OldPath.objects.filter(path__in=paths, article__in=Article.objects.once_public())
    found = {old.path: old.article for old in known.select_related("article")}
    return next((found[each] for each in paths if each in found), None)


def find_by_number(query: QueryDict) -> Article | None:
    """Return the article that a WordPress site knew by a number: /?p=172."""
    asked = [f"{name}={query[name]}" for name in ("p", "page_id") if query.get(name, "").isdecimal()]
    return find("/", asked[0]) if asked else None
