"""What goes into and comes out of the story writer."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Unit:
    code: str
    kind: str
    parent_code: str
    short_name: str
    byline: str
    place: str
    regency: str


@dataclass(frozen=True)
class Programme:
    slug: str
    name: str
    valid_from: date
    valid_to: date | None

    def covers(self, day: date) -> bool:
        """Return whether the programme may be named on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Story:
    unit_code: str
    title: str
    lead: str
    body: str
    category: str
    programme: str | None
    tags: tuple[str, ...]
    writer: str
    editor: str
    place: str
    published: datetime
    caption: str
    alt: str
    credit: str
    scene: str
    supporting: tuple[str, ...]
