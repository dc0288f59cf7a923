"""The counting rules on screen: drafts, adoption, the simulator, and the answers to second looks."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from copy import copy
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from news import decisions
from news.models import Article, CountingRule, SecondLook, Tally
from news.paging import Window, whole_number
from news.rekap.sift import SUPPORTING
from news.rekap.simulator import FATES, REASONS, replay
from satker import access
from satker.access import OfficerRequest
from satker.models import Satker

WORD = "BERLAKU"
ANSWERED = 50
PAGE = 100
MOST_PAGES = 10_000


class RuleForm(forms.ModelForm):
    """What a draft says; it starts from the rule in force."""

    class Meta:
        model = CountingRule
        fields = [
            "name", "min_words", "needs_photo", "copies_count", "copy_percent", "credits_supporting",
            "withdrawn_within", "day_begins",
        ]  # fmt: skip
        widgets = {"day_begins": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}


class AdoptForm(forms.Form):
    """The first day of a rule, and a word that nobody types by mistake."""

    # What the draft said when the page was opened: nobody adopts a text that they have not seen.
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    starts_on = forms.DateField(label=_("In force from"), widget=forms.DateInput(attrs={"type": "date"}))
    confirmation = forms.CharField(label=_("Confirmation"), max_length=40)

    def __init__(self, data: Any, rule: CountingRule) -> None:
        super().__init__(data, initial={"seen": _print_of(rule)})
        self.rule = rule
        self.fields["confirmation"].help_text = gettext("Type %(words)s.") % {"words": WORD}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("seen") != _print_of(self.rule):
            raise ValidationError(gettext("The draft has changed since you opened it. Read it again, then adopt."))
        return cleaned

    def clean_confirmation(self) -> str:
        typed = str(self.cleaned_data["confirmation"]).strip().upper()
        if typed != WORD:
            raise ValidationError(gettext("Type %(words)s.") % {"words": WORD})
        return typed


def _print_of(rule: CountingRule) -> str:
    """Return a fingerprint of what a draft says."""
    said = [str(getattr(rule, name)) for name in RuleForm.Meta.fields]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


class AnswerForm(forms.Form):
    """The answer to a second look, with its reason."""

    granted = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("yes", _("It counts")), ("no", _("It does not count"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


@access.regional
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: OfficerRequest) -> HttpResponse:
    """All rules, the one in force marked, and a form for a new draft."""
    in_force = CountingRule.objects.in_force_on(timezone.localdate())
    form = RuleForm(request.POST or None, initial={**_as_initial(in_force), "name": ""})
    if request.method == "POST" and form.is_valid():
        rule = form.save(commit=False)
        rule.made_by = request.user
        rule.save()
        messages.success(request, gettext("The draft is kept. Try it on a year before you adopt it."))
        return redirect(rule)
    listed = list(CountingRule.objects.select_related("adopted_by", "made_by"))
    context = {
        "form": form,
        "in_force": in_force,
        "adopted": [rule for rule in listed if rule.version],
        "drafts": [rule for rule in listed if not rule.version],
        "tab": "rules",
        "looks": SecondLook.objects.filter(granted=None).count(),
    }
    return render(request, "rekap/rules.html", context, status=422 if form.errors else 200)


def _as_initial(rule: CountingRule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in RuleForm.Meta.fields}


@access.regional
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: OfficerRequest, pk: int) -> HttpResponse:
    """One rule; a draft can be changed, tried, adopted or dropped, and called off before its first day."""
    found = get_object_or_404(CountingRule.objects.select_related("adopted_by", "made_by"), pk=pk)
    draft = found.version is None
    sent = request.POST if request.method == "POST" and draft else None
    intent = request.POST.get("intent", "")
    form = RuleForm(sent if intent == "save" else None, instance=found) if draft else None
    adopt = AdoptForm(sent if intent == "adopt" else None, copy(found)) if draft else None
    if request.method == "POST" and draft and (done := _changed(request, found, intent, form, adopt)):
        return done
    if request.method == "POST" and intent == "call_off" and (done := _called_off(request, found)):
        return done
    wrong = request.method == "POST"
    years = sorted(set(Tally.objects.values_list("year", flat=True).distinct().order_by()), reverse=True)
    context = {
        "rule": found,
        "form": form,
        "adopt": adopt,
        "tab": "rules",
        "simulated": years,
        "can_call_off": not draft and found.can_be_called_off(),
    }
    return render(request, "rekap/rule.html", context, status=422 if wrong else 200)


def _called_off(request: OfficerRequest, found: CountingRule) -> HttpResponse | None:
    """Make a draft of an adopted rule that has not started; None where that is not to be had."""
    try:
        found.call_off(request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    messages.success(request, gettext("Called off: the rule is a draft again."))
    return redirect(found)


def _changed(
    request: OfficerRequest, found: CountingRule, intent: str, form: RuleForm | None, adopt: AdoptForm | None
) -> HttpResponse | None:
    """Do what the pressed button says; None shows the page again with what is wrong."""
    if intent == "drop":
        CountingRule.objects.filter(pk=found.pk, version=None).delete()
        messages.success(request, gettext("The draft is gone."))
        return redirect("admin:rekap:rules")
    if intent == "save" and form and form.is_valid():
        with transaction.atomic():
            # Adopted in the meantime, it is no draft any more.
            if not CountingRule.objects.select_for_update().filter(pk=found.pk, version=None).exists():
                form.add_error(None, gettext("This rule is adopted already."))
                return None
            form.save()
        messages.success(request, gettext("Saved."))
        return redirect(found)
    if intent == "adopt" and adopt and adopt.is_valid():
        try:
            found.adopt(request.user, adopt.cleaned_data["starts_on"])
        except ValidationError as error:
            adopt.add_error(None if not hasattr(error, "error_dict") else "starts_on", error.messages)
            return None
        messages.success(request, gettext("Adopted."))
        return redirect(found)
    return None


@access.regional
@never_cache
@require_safe
def simulate(request: OfficerRequest, pk: int, year: int) -> HttpResponse:
    """A year under this rule, unit by unit."""
    found = replay(get_object_or_404(CountingRule, pk=pk), year)
    return render(
        request,
        "rekap/simulate.html",
        {
            "replay": found,
            "rule": found.rule,
            "year": year,
            "tab": "rules",
            "months": [str(MONTHS_3[month]).capitalize() for month in range(1, 13)],
            "listed": "berita/?",
        },
    )


@access.regional
@never_cache
@require_safe
def simulated(request: OfficerRequest, pk: int, year: int) -> HttpResponse:
    """The stories behind one figure of a trial: what counts, would count, falls or comes in, of a unit or a month."""
    rule = get_object_or_404(CountingRule, pk=pk)
    which, reason = _known(request, "mana", FATES), _known(request, "alasan", REASONS)
    code = request.GET.get("satker", "")
    unit = get_object_or_404(Satker, code=code) if code else None
    month, turn = whole_number(request.GET, "bulan", 12), whole_number(request.GET, "hal", MOST_PAGES) or 1
    role = _known(request, "peran", {SUPPORTING})
    trial = replay(rule, year)
    # (article, the unit that is credited or None, why it falls) of each row.
    found: list[tuple[int, int | None, tuple[str, ...]]] = (
        [(article, satker, ()) for article, satker in trial.credits]
        if role
        else [(fate.pk, None, fate.failings) for fate in trial.listed(which, reason, unit.pk if unit else 0, month)]
    )
    shown = found[PAGE * (turn - 1) : PAGE * turn]
    if turn > 1 and not shown:
        raise Http404
    stories = Article.objects.select_related("satker", "receipt").defer("body").in_bulk([row[0] for row in shown])
    units = Satker.objects.in_bulk([row[1] for row in shown if row[1]]) if role else {}
    words = {"mana": which, "alasan": reason, "satker": code, "bulan": month, "peran": role}

    def at(number: int) -> str:
        return "?" + urlencode({word: value for word, value in {**words, "hal": number}.items() if value})

    older, newer = at(turn + 1) if PAGE * turn < len(found) else "", at(turn - 1) if turn > 1 else ""
    lines = [(stories[pk], units.get(credited or 0), [FALLS[each] for each in falls]) for pk, credited, falls in shown]
    told = [unit.short_name if unit else gettext("All units"), f"{MONTHS[month]} {year}" if month else str(year)]
    context = {"rule": rule, "year": year, "tab": "rules", "figure": len(found), "lines": lines}
    about = [*told, *_about(which, reason), *([gettext("as supporting unit")] if role else [])]
    context |= {"page": Window(lines, older, newer), "about": about}
    return render(request, "rekap/simulated.html", context)


def _known(request: OfficerRequest, name: str, known: Container[str]) -> str:
    value = request.GET.get(name, "")
    if value and value not in known:
        raise Http404
    return value


FALLS = {"words": _("too short"), "photo": _("photo without words or none"), "copy": _("near-copy")}
WHICH = {
    "kini": _("counted as now"),
    "nanti": _("counted under this rule"),
    "gugur": _("would no longer count"),
    "masuk": _("would count in addition"),
}


def _about(which: str, reason: str) -> list[str]:
    return [str(told) for told in (WHICH.get(which), FALLS.get(REASONS.get(reason, ""))) if told]


@access.regional
@never_cache
@require_safe
def looks(request: OfficerRequest) -> HttpResponse:
    """The second looks that wait for an answer, the oldest first, and those answered lately."""
    return render(request, "rekap/looks.html", _looks())


def _looks(wrong: AnswerForm | None = None, pk: int = 0) -> dict[str, Any]:
    listed = SecondLook.objects.select_related("article__satker", "article__receipt", "asked_by", "answered_by")
    listed = listed.defer("article__body")
    asked = list(listed.filter(granted=None).order_by("asked_at", "pk"))
    told = decisions.decisions(look.article for look in asked)
    waiting = [
        (look, told[look.article_id], wrong if look.pk == pk else AnswerForm(auto_id=f"look{look.pk}_%s"))
        for look in asked
    ]
    answered = listed.filter(granted__isnull=False).order_by("-answered_at", "-pk")[:ANSWERED]
    return {"waiting": waiting, "answered": answered, "tab": "rules"}


@access.regional
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: OfficerRequest, pk: int) -> HttpResponse:
    """Answer one second look; either way the answer is a ledger row. Opened, it leads to the list."""
    if request.method != "POST":
        return redirect("admin:rekap:looks")
    look = get_object_or_404(SecondLook.objects.select_related("article"), pk=pk)
    form = AnswerForm(request.POST, auto_id=f"look{pk}_%s")
    if form.is_valid():
        try:
            look.decide(request.user, form.cleaned_data["granted"], form.cleaned_data["answer"])
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, gettext("Answered. The unit sees it at the story."))
        return redirect("admin:rekap:looks")
    return render(request, "rekap/looks.html", _looks(form, pk), status=422)
