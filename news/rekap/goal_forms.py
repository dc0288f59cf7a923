"""What the regional team types: targets, roster days, days off, coaching notes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.models import CoachingNote, DayOff, RosterDay, Target
from satker.models import Kind, Satker

# What is expected of units lies in these years; anything else is a slip of the finger.
YEARS = (2000, 2099)


def in_our_time(day: dt.date) -> None:
    """Refuse a day that nobody can mean."""
    if not YEARS[0] <= day.year <= YEARS[1]:
        told = gettext("Choose a day in the years %(first)d to %(last)d.")
        raise ValidationError(told % {"first": YEARS[0], "last": YEARS[1]})


class Since(forms.ModelForm):
    """The days from and until which a row of the roster holds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].validators.append(in_our_time)


class Day(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ForUnitOrKindForm(forms.ModelForm):
    """Of a unit or of a kind; the rules of the database are sentences here."""

    # What the form does not ask and its rules need all the same: Django leaves out a constraint otherwise.
    fixed: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = Kind.objects.all()  # type: ignore[attr-defined]
        self.fields["kind"].empty_label = gettext("– no kind –")  # type: ignore[attr-defined]
        self.fields["satker"].queryset = Satker.objects.order_by("kind__order", "short_name")  # type: ignore[attr-defined]
        self.fields["satker"].empty_label = gettext("– no single unit –")  # type: ignore[attr-defined]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - self.fixed  # type: ignore[misc]

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if said := self.non_field_errors():
            # The model's own check and the database's rule say the same.
            self.errors[NON_FIELD_ERRORS] = self.error_class([*dict.fromkeys(map(str, said))], error_class="nonfield")


class TargetForm(ForUnitOrKindForm):
    """One target of the year that the page is about."""

    fixed = frozenset({"year"})

    class Meta:
        model = Target
        fields = ["month", "kind", "satker", "count"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not YEARS[0] <= self.instance.year <= YEARS[1]:
            told = gettext("Targets are set for the years %(first)d to %(last)d.")
            raise ValidationError(told % {"first": YEARS[0], "last": YEARS[1]})
        return cleaned


class RosterForm(Since, ForUnitOrKindForm):
    """Weekdays on which a unit, or each unit of a kind, owes a story: a row for each of them."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Weekdays"), coerce=int, choices=list(WEEKDAYS.items()), widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = RosterDay
        fields = ["kind", "satker", "since", "until"]
        widgets = {"since": Day(), "until": Day()}
        help_texts = {"until": _("Empty: until further notice.")}

    field_order = ["kind", "satker", "weekdays", "since", "until"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        kind, satker = cleaned.get("kind"), cleaned.get("satker")
        if since and (kind or satker):
            days = set(cleaned.get("weekdays", []))
            if taken := [day for day in overlapping(kind, satker, since, until) if day in days]:
                names = ", ".join(str(WEEKDAYS[day]) for day in sorted(set(taken)))
                raise ValidationError(gettext("It owes a story on these days already: %(days)s.") % {"days": names})
        return cleaned

    def save(self, commit: bool = True) -> RosterDay:
        """Add a row for each weekday and return the last one."""
        data = self.cleaned_data
        rows = [
            RosterDay(kind=data["kind"], satker=data["satker"], weekday=day, since=data["since"], until=data["until"])
            for day in data["weekdays"]
        ]
        return RosterDay.objects.bulk_create(rows)[-1]


def overlapping(kind: Kind | None, satker: Satker | None, since: dt.date, until: dt.date | None) -> list[int]:
    """Return the weekdays that a unit or kind owes already at some time in since..until."""
    rows = RosterDay.objects.filter(Q(until=None) | Q(until__gte=since), kind=kind, satker=satker)
    if until:
        rows = rows.filter(since__lte=until)
    return list(rows.values_list("weekday", flat=True))


class RosterDayForm(Since):
    """The time in which one row holds: this is how it is ended."""

    class Meta:
        model = RosterDay
        fields = ["since", "until"]
        widgets = {"since": Day(), "until": Day()}
        help_texts = {"until": _("Empty: until further notice.")}


class DayOffForm(forms.ModelForm):
    class Meta:
        model = DayOff
        fields = ["day", "name"]
        widgets = {"day": Day()}
        error_messages = {"day": {"unique": _("This day is off already.")}}


class NoteForm(forms.ModelForm):
    class Meta:
        model = CoachingNote
        fields = ["text"]
        help_texts = {"text": _("At most 2,000 characters.")}
        error_messages = {
            "text": {"max_length": _("A note has at most 2,000 characters; this one has %(show_value)d.")}
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
