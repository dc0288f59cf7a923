"""What a unit needs and what it received: short lists only, a line for each thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from news.desk.choice import chosen
from news.desk.views import desk
from news.goals import today
from news.models import Need, NeedItem, NeedReason
from satker import access
from satker.access import OfficerRequest

AMOUNT = re.compile(r"(?:rp)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:00|-+))?", re.IGNORECASE | re.ASCII)

TWICE = _("This item stands in the list already, for the same reason: change it there.")


class Rupiah(forms.IntegerField):
    """A sum as people type it: 1250000, 1.250.000 or Rp 1.250.000,-"""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    default_error_messages = {"invalid": _("Write whole rupiah, like 1.250.000.")}

    def to_python(self, value: Any) -> int | None:
        text = re.sub(r"\s|\.(?=\s)", "", str(value or ""))
        if not text:
            return 0
        found = AMOUNT.fullmatch(re.sub(r"^rp\.", "rp", text, flags=re.IGNORECASE))
        if not found:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(found[1].replace(".", "")[:20])

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        return f"{value:,}".replace(",", ".") if value else ""


class NeedForm(forms.ModelForm):
    """One line: nothing but choices and numbers."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    estimate = Rupiah(
        label=_("Estimate in rupiah"), required=False, min_value=0, max_value=10**12,
        help_text=_("For all pieces together. Leave it empty if you do not know."),
    )  # fmt: skip

    class Meta:
        model = Need
        fields = ["year", "side", "item", "quantity", "estimate", "reason"]
        widgets = {"quantity": forms.NumberInput(attrs={"inputmode": "numeric"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now, need = today().year, self.instance
        self.fields["year"].choices = [(year, year) for year in sorted({now - 1, now, now + 1, need.year})]  # type: ignore[attr-defined]
        offered = Q(active=True)
        items = NeedItem.objects.filter(offered | Q(pk=need.item_id)).select_related("kind")
        # A line that was written before its item or reason was taken off the list keeps it.
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        self.fields["item"].choices = [("", gettext("Choose"))] + [  # type: ignore[attr-defined]
            (kind.name, [(item.pk, f"{item.name} ({item.counted_in})") for item in of_kind])
            for kind, of_kind in groupby(items, key=lambda item: item.kind)
        ]
        self.fields["reason"].queryset = NeedReason.objects.filter(offered | Q(pk=need.reason_id))  # type: ignore[attr-defined]
        self.fields["reason"].empty_label = gettext("Choose")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        names = ("year", "side", "item", "reason")
        if all(cleaned.get(name) for name in names):
            twins = Need.objects.filter(satker=self.instance.satker, **{name: cleaned[name] for name in names})
            if twins.exclude(pk=self.instance.pk).exists():
                # Tapped twice, or written twice: a figure of the region must not hold it twice.
                raise ValidationError(TWICE)
        return cleaned


@dataclass(frozen=True)
class Side:
    """What is needed, or what was received, with its sum in rupiah."""

    name: str
    lines: list[Need]

    @property
    def rupiah(self) -> int:
        return sum(line.estimate for line in self.lines)


def sides(lines: list[Need]) -> list[Side]:
    """Return both sides of a unit's year, the needed first."""
    return [Side(str(side.label), [line for line in lines if line.side == side]) for side in Need.Side]


@desk
@require_safe
def needs(request: OfficerRequest) -> HttpResponse:
    choice = chosen(request)
    rows = Need.objects.filter(satker=choice.unit, year=choice.year) if choice.unit else Need.objects.none()
    lines = list(rows.select_related("item__kind", "reason"))
    return render(
        request, "desk/needs.html", {"choice": choice, "sides": sides(lines), "lines": lines, "tab": "figures"}
    )


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficerRequest) -> HttpResponse:
    choice = chosen(request)
    if choice.unit is None:
        raise Http404
    need = Need(satker=choice.unit, year=choice.year)
    return _take(request, need, gettext("Add a line"))


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: OfficerRequest, pk: int) -> HttpResponse:
    """Change a line, or delete it; another unit's is a 404."""
    within = Need.objects.filter(access.reach(request.user, access.Action.WRITE, to="satker__"))
    line = get_object_or_404(within.select_related("satker", "item", "reason"), pk=pk)
    if "hapus" in request.POST:
        back = _back(request, line)
        line.delete()
        messages.success(request, gettext("Deleted."))
        return redirect(back)
    return _take(request, line, line.item.name)


def _take(request: OfficerRequest, line: Need, heading: str) -> HttpResponse:
    back = _back(request, line)
    form = NeedForm(request.POST or None, instance=line)
    if request.method == "POST" and form.is_valid():
        line.recorded_by, line.recorded_at = request.user, timezone.now()
        try:
            with transaction.atomic():
                form.save()
        except IntegrityError:
            # The same form sent twice at once: the other one was quicker.
            form.add_error(None, ValidationError(TWICE))
        else:
            messages.success(request, gettext("Saved."))
            return redirect(_back(request, line))
    context = {
        "form": form, "heading": heading, "unit": line.satker, "back": back, "crumb": gettext("Needs"),
        "take_away": gettext("Delete this line") if line.pk else "", "tab": "figures",
    }  # fmt: skip
    return render(request, "desk/entry.html", context, status=422 if form.errors else 200)


def _back(request: OfficerRequest, line: Need) -> str:
    """Return the list that the line stands in."""
    own = line.satker_id == request.user.satker_id
    return reverse("desk:needs", query={**({} if own else {"satker": line.satker.code}), "tahun": line.year})
