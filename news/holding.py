"""When the guard keeps an article for a human: all that it says, looked through before readers may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from news import guard, html
from news.photos import WORDS

if TYPE_CHECKING:
    from news.models.article import Article
    from satker.models import Officer


def reasons(article: Article, by: Officer | None) -> str:
    """Return why the article waits for the regional team, a sentence a line; "" lets it pass.

    What the regional team publishes itself has been seen by a human.
    """
    if by is not None and by.is_regional:
        return ""
    return "\n".join(finding.told for finding in _findings(article))


def added(article: Article, before: dict[str, object], words: str = "") -> list[str]:
    """Return what a change of a public text, or `words` beside it, brought in that the guard would have held."""
    hosts = settings.GUARD_KNOWN_HOSTS
    known = {
        finding.words
        for finding in guard.findings(_texts_of(before), guard.links_of(str(before["body"])), hosts, most=None)
    }
    return [finding.told for finding in _findings(article, most=None) if finding.words not in known] + in_words(words)


def in_words(text: str) -> list[str]:
    """Return what the guard finds in a correction or a reason, which readers see too."""
    return [finding.told for finding in guard.findings([text])]


def _findings(article: Article, most: int | None = guard.MOST) -> list[guard.Finding]:
    content = article.content()
    return guard.findings(_texts_of(content), guard.links_of(article.body), settings.GUARD_KNOWN_HOSTS, most=most)


def _texts_of(content: dict[str, object]) -> list[str]:
    photo = content["photo"] or {}
    assert isinstance(photo, dict) and isinstance(content["tags"], list)  # noqa: S101 - narrows the types
    texts = [content[name] for name in ("title", "lead", "writer", "editor", "place")]
    gallery: Any = content["gallery"]
    words = [each[name] for each in (photo, *gallery) for name in WORDS if each]
    return [*map(str, texts), html.plain(str(content["body"])), *map(str, words), *content["tags"]]
