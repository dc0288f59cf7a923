"""Links to a story before it is public, for somebody without an account: signed, ending, taken back at will."""

from __future__ import annotations

import datetime as dt

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from news import holding
from news.models import Article, PreviewLink, Status

DAYS = (1, 3, 7)

# The end stands in the row, where it can be taken back; the address of a link is always the same one.
# With a dot between: at a colon some messengers end a link.
_signer = Signer(salt="news.previews", sep=".")


def opens(link: PreviewLink, at: dt.datetime) -> bool:
    """Return whether this link opens anything at `at`."""
    return link.revoked_at is None and link.ends_at > at


def address(link: PreviewLink) -> str:
    """Return the path that opens this link."""
    return reverse("reader:preview", args=[_signer.sign(str(link.pk))])


def signed(text: str) -> PreviewLink | None:
    """Return the link whose address ends in `text`, with its article; None for what this portal did not sign."""
    try:
        pk = int(_signer.unsign(text))
    except (BadSignature, ValueError):
        return None
    return PreviewLink.objects.filter(pk=pk).first()


def may_show(article: Article) -> bool:
    """Return whether a link may show this article: not what was put aside, nor what the guard would hold.

    Otherwise a stolen account had a place on the portal for what the guard keeps from readers.
    """
    if article.was_public or article.status in {Status.HELD, Status.DISCARDED}:
        return False
    return not holding.reasons(article, None)
