"""What happens by the minute clock, with nobody at the keyboard."""

from __future__ import annotations

import datetime as dt
import logging

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils import timezone

from news import mailing, measuring, notices, removals
from news.models import Article, Autosave, Photo, Presence, Upload

logger = logging.getLogger(__name__)
PENDING_FOR = dt.timedelta(hours=24)
PRESENT_FOR = dt.timedelta(days=1)
UNSAVED_FOR = dt.timedelta(days=90)


def minute() -> list[int]:
    """Do all that is due, safe on several hosts at once; return the ids of the articles that went live."""
    live = publish_due()
    sweep()
    forget_presences()
    forget_autosaves()
    removals.forget()
    notices.sweep()
    mailing.send_due()
    for _done in measuring.compare_pending():
        pass
    return live


def publish_due(at: dt.datetime | None = None) -> list[int]:
    """Publish the scheduled articles whose time has come at `at` and return their ids.

    Safe on several hosts at once: each article is locked and looked at again before it goes live.
    An article that cannot go live stays scheduled, is named in the log, and holds up no other.
    """
    live = []
    for pk in Article.objects.due(at or timezone.now()).order_by("scheduled_for", "pk").values_list("pk", flat=True):
        try:
            # Each at its own moment: after a long silence there may be many, and others publish meanwhile.
            if Article.objects.get(pk=pk).go_live(at or timezone.now()):
                live.append(pk)
        except ValidationError as error:
            logger.error("Article %s cannot go live: %s", pk, "; ".join(error.messages))
            _tell_stuck(pk, at or timezone.now(), "\n".join(error.messages))
        except DatabaseError:
            logger.exception("Article %s cannot go live", pk)
            _tell_stuck(pk, at or timezone.now(), "")
    return live


def _tell_stuck(pk: int, at: dt.datetime, why: str) -> None:
    """Tell the officers of an article that cannot go live; what goes wrong with that holds up no other either."""
    try:
        notices.stuck(Article.objects.get(pk=pk), at, why)
    except DatabaseError:
        logger.exception("Nobody could be told of article %s", pk)


def sweep(at: dt.datetime | None = None) -> int:
    """Delete photos that were sent a day ago and never came into a story, and what did not arrive; return how many."""
    late = Photo.objects.filter(pending=True, uploaded_at__lt=(at or timezone.now()) - PENDING_FOR)
    photos = list(late.filter(leading=None, shown_in=None)[:500])
    Upload.objects.filter(began_at__lt=(at or timezone.now()) - PENDING_FOR).delete()
    for photo in photos:
        photo.remove()
    return len(photos)


def forget_autosaves(at: dt.datetime | None = None) -> int:
    """Delete what was typed ninety days ago and never saved; return how many rows that were."""
    return Autosave.objects.filter(at__lt=(at or timezone.now()) - UNSAVED_FOR).delete()[0]


def forget_presences(at: dt.datetime | None = None) -> int:
    """Delete who was at a story more than a day ago; return how many rows that were."""
    gone = Presence.objects.filter(seen_at__lt=(at or timezone.now()) - PRESENT_FOR)
    return gone.delete()[0]
