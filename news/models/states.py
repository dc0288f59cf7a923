"""The life of an article as one table: which verb leads from where to where, and who may use it."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from satker.access import Action


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    RETURNED = "returned", _("Returned")
    IN_REVIEW = "in_review", _("In review")
    HELD = "held", _("Held")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Discarded")


class Verb(StrEnum):
    CREATE = "create"
    REVISE = "revise"
    SUBMIT = "submit"
    RECALL = "recall"
    RETURN = "return"
    HOLD = "hold"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REINSTATE = "reinstate"
    DISCARD = "discard"
    RESTORE = "restore"
    IMPORT = "import"
    REMOVE_NAME = "remove_name"


@dataclass(frozen=True)
class Transition:
    sources: frozenset[Status]
    target: Status
    action: Action


def _from(*sources: Status, to: Status, by: Action) -> Transition:
    return Transition(frozenset(sources), to, by)


UNPUBLISHED = (Status.DRAFT, Status.RETURNED, Status.IN_REVIEW, Status.SCHEDULED)

TRANSITIONS: dict[Verb, Transition] = {
    Verb.SUBMIT: _from(Status.DRAFT, Status.RETURNED, to=Status.IN_REVIEW, by=Action.WRITE),
    Verb.RECALL: _from(Status.IN_REVIEW, Status.HELD, to=Status.DRAFT, by=Action.WRITE),
    Verb.RETURN: _from(Status.IN_REVIEW, Status.HELD, Status.SCHEDULED, to=Status.RETURNED, by=Action.PUBLISH),
    # Not a button: what an officer publishes or schedules, the guard may hold.
    Verb.HOLD: _from(*UNPUBLISHED, to=Status.HELD, by=Action.WRITE),
    Verb.SCHEDULE: _from(*UNPUBLISHED, to=Status.SCHEDULED, by=Action.PUBLISH),
    Verb.UNSCHEDULE: _from(Status.SCHEDULED, to=Status.DRAFT, by=Action.PUBLISH),
    # What the guard holds is released by the regional team (Article.may).
    Verb.PUBLISH: _from(*UNPUBLISHED, Status.HELD, to=Status.PUBLISHED, by=Action.PUBLISH),
    Verb.CORRECT: _from(Status.PUBLISHED, to=Status.PUBLISHED, by=Action.PUBLISH),
    Verb.WITHDRAW: _from(Status.PUBLISHED, to=Status.WITHDRAWN, by=Action.PUBLISH),
    Verb.REINSTATE: _from(Status.WITHDRAWN, to=Status.PUBLISHED, by=Action.PUBLISH),
    Verb.DISCARD: _from(Status.DRAFT, Status.RETURNED, to=Status.DISCARDED, by=Action.WRITE),
    Verb.RESTORE: _from(Status.DISCARDED, to=Status.DRAFT, by=Action.WRITE),
}

# Changing the text keeps the state; what readers see or will see needs the right to publish.
REVISING: dict[Status, Action] = {
    Status.DRAFT: Action.WRITE,
    Status.RETURNED: Action.WRITE,
    Status.IN_REVIEW: Action.PUBLISH,
    Status.HELD: Action.WRITE,
    Status.SCHEDULED: Action.PUBLISH,
    Status.PUBLISHED: Action.PUBLISH,
    # So that what was withdrawn can be mended before it is reinstated.
    Status.WITHDRAWN: Action.PUBLISH,
}

# A name is taken out of what readers see, or see again once it is reinstated.
REMOVING = {Status.PUBLISHED: Action.PUBLISH, Status.WITHDRAWN: Action.PUBLISH}
# The verbs that keep the state, each with the states in which it may be used.
KEEPING = {Verb.REVISE: REVISING, Verb.REMOVE_NAME: REMOVING}


class OutOfTurn(Exception):
    """The verb does not lead on from the article's present state."""

    def __init__(self, verb: Verb, status: str) -> None:
        super().__init__(f"{verb} is out of turn: the article is {status}")
        self.verb, self.status = verb, status


class Stale(Exception):
    """Somebody else saved this article since the caller read it; nothing was changed."""

    def __init__(self, read: int, current: int) -> None:
        super().__init__(f"version {read} was read, version {current} is stored")
        self.read, self.current = read, current
