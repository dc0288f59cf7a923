"""The words for sets of units, each defined once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from satker import access

if TYPE_CHECKING:
    from satker.models import Officer, Satker


class SatkerQuerySet(models.QuerySet["Satker"]):
    def valid_on(self, day: dt.date) -> SatkerQuerySet:
        """Return the units that exist on `day`."""
        return self.valid_between(day, day)

    def valid_between(self, first: dt.date, last: dt.date) -> SatkerQuerySet:
        """Return the units that exist on at least one day of first..last."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=last),
            Q(valid_to=None) | Q(valid_to__gte=first),
        )

    def within_reach_of(self, officer: Officer, action: access.Action = access.Action.WRITE) -> SatkerQuerySet:
        """Return the units on which `officer` may do `action`."""
        return self.filter(access.reach(officer, action))

    def below(self, satker: Satker) -> SatkerQuerySet:
        """Return the unit itself and all units under it, at any depth."""
        return self.filter(path__startswith=satker.path)

    def heading_regency(self) -> SatkerQuerySet:
        """Return the topmost unit of each regency, by name."""
        return self.exclude(regency="").exclude(parent__regency=F("regency")).order_by("dateline_place")
