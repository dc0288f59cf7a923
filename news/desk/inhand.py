"""What an officer has in hand, for the front page of the desk: a few of each, along an index, however many there be."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from news.models import Article, Revision, Status
from news.models.states import Verb
from satker.models import Officer

SHOWN = 3


@dataclass(frozen=True)
class InHand:
    """The officer's own returned stories (each with its `note`) and drafts, what is scheduled, the last receipts."""

    returned: list[Article]
    drafts: list[Article]
    scheduled: list[Article]  # within reach, the next first
    receipts: list[Article]  # of the own unit, of all units for the regional team; the newest first

    @property
    def shown(self) -> list[Article]:
        return [*self.returned, *self.drafts, *self.scheduled, *self.receipts]


def of(officer: Officer) -> InHand:
    """Return what the officer has in hand; four queries."""
    within = Article.objects.editable_by(officer).filter(first_published_at__isnull=True).for_desk()
    mine = within.filter(created_by=officer)
    returns = Revision.objects.filter(article=OuterRef("pk"), verb=Verb.RETURN).order_by("-version")
    public = Article.objects.published()
    if not officer.is_regional:
        public = public.filter(satker=officer.satker)
    return InHand(
        list(mine.filter(status=Status.RETURNED).annotate(note=Subquery(returns.values("note")[:1]))[:SHOWN]),
        list(mine.filter(status=Status.DRAFT)[:SHOWN]),
        list(within.filter(status=Status.SCHEDULED).order_by("scheduled_for", "pk")[:SHOWN]),
        list(public.for_desk().newest()[:SHOWN]),
    )
