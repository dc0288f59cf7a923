"""Who else is at a story: told, and no lock. The version check guards the text."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext

from news.models import Article, Presence
from satker.models import Officer

# A page in sight tells so each 30 seconds (static/js/presence.js); two may be lost on the way.
AWAY_AFTER = dt.timedelta(seconds=90)
NAMED = 3


def tell(article: Article, officer: Officer, at: dt.datetime) -> str:
    """Note that the officer is at this story, and return who else is, in a sentence; two queries."""
    Presence.objects.bulk_create(
        [Presence(article=article, officer=officer, seen_at=at)],
        update_conflicts=True,
        unique_fields=["article", "officer"],
        update_fields=["seen_at"],
    )
    here = Presence.objects.filter(article=article, seen_at__gt=at - AWAY_AFTER).exclude(officer=officer)
    others = list(here.select_related("officer").order_by("-seen_at")[:NAMED])
    if not others:
        return ""
    return gettext("%(names)s is editing this story (last seen %(clock)s).") % {
        "names": ", ".join(str(each.officer) for each in others),
        "clock": f"{timezone.localtime(others[0].seen_at):%H.%M}",
    }
