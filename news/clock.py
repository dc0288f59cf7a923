"""What happens by the minute clock, with nobody at the keyboard."""

from __future__ import annotations

import datetime as dt
import logging

from django.core.exceptions import ValidationError
from django.utils import timezone

from news.models import Article

logger = logging.getLogger(__name__)
AT_ONCE = 200


def publish_due(at: dt.datetime | None = None) -> list[int]:
    """Publish the scheduled articles whose time has come at `at` and return their ids.

    Safe on several hosts at once: each article is locked and looked at again before it goes live.
    An article that lacks something stays scheduled and is named in the log.
    """
    at = at or timezone.now()
    live = []
    for article in Article.objects.due(at).order_by("scheduled_for", "pk")[:AT_ONCE]:
        try:
            if article.go_live(at):
                live.append(article.pk)
        except ValidationError as error:
            logger.error("Article %s cannot go live: %s", article.pk, "; ".join(error.messages))
    return live
