"""Children in this story: the part of the form that readers never see, and its line in the history."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from news.models import Article, Consent, ConsentChange, Photo
from news.words import one_line

# The fields of the form beside those of the consent.
NAMES = {"mark": "minors", **{name: f"minors_{name}" for name in Consent.FIELDS if name != "mark"}}
SAID = {
    "": _("nothing is said"),
    Consent.Mark.NONE: _("no minor or vulnerable person can be recognised"),
    Consent.Mark.SHOWN: _("a minor or a vulnerable person is named or shown"),
}
PARTS = {
    "given_by": _("who gave consent"),
    "relation": _("the relation"),
    "given_on": _("the day of the consent"),
    "kept_at": _("where it is kept"),
    "covers": _("what it covers"),
    "photo": _("the mark of the photo"),
}


class _Line(forms.CharField):
    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class MinorsPart(forms.Form):
    """The fields of "Children in this story"; a story form has them beside its own."""

    minors = forms.ChoiceField(
        label=_("Minors and vulnerable persons"),
        required=False,
        choices=[("", gettext_lazy("Not said yet")), *Consent.Mark.choices],
        help_text=_("Vulnerable: whoever cannot decide for themselves, such as some persons with a disability."),
    )
    minors_photo = forms.BooleanField(label=_("The photo shows a minor"), required=False)
    minors_given_by = _Line(label=_("Consent given by"), max_length=160, required=False)
    minors_relation = forms.ChoiceField(
        label=_("Relation"), required=False, choices=[("", gettext_lazy("Choose")), *Consent.Relation.choices]
    )
    minors_given_on = forms.DateField(
        label=_("Given on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
    )
    minors_kept_at = _Line(
        label=_("Where the paper is kept"),
        max_length=160,
        required=False,
        help_text=_("For example: the folder “Persetujuan 2026” of the administration."),
    )
    minors_covers = forms.ChoiceField(
        label=_("For"), required=False, choices=[("", gettext_lazy("Choose")), *Consent.Covers.choices]
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("minors_given_on")
        if day and not 2000 <= day.year <= timezone.localdate().year:
            self.add_error("minors_given_on", _("This is no day on which consent can have been given."))
        elif day and day > timezone.localdate():
            self.add_error("minors_given_on", _("This day has not come yet."))
        written = [name for field, name in NAMES.items() if field != "mark" and cleaned.get(name)]
        if cleaned.get("minors") == Consent.Mark.NONE and (written or cleaned.get("minors_photo")):
            told = _("You say that nobody can be recognised, and write of a minor below. Choose one.")
            self.add_error("minors", ValidationError(told))
        elif written or cleaned.get("minors_photo"):
            cleaned["minors"] = Consent.Mark.SHOWN
        return cleaned

    @property
    def minors_open(self) -> bool:
        """Whether the section is shown open: something stands in it, or is wrong with it."""
        names = [*NAMES.values(), "minors_photo"]
        return any(self[name].value() or self[name].errors for name in names)

    def minors_said(self, photo: Photo | None) -> dict[str, Any]:
        """Return the cleaned values as `Consent.note` takes them."""
        said = {field: self.cleaned_data[name] for field, name in NAMES.items()}
        return {**said, "photo": photo, "shown": self.cleaned_data["minors_photo"]}

    def minors_differ(self, article: Article) -> bool:
        """Return whether the form says something else of minors than what is stored."""
        stored = initial(article)
        photo = article.lead_photo is not None and self.cleaned_data["minors_photo"] != stored["minors_photo"]
        return photo or any(self.cleaned_data[name] != stored[name] for name in NAMES.values())


def initial(article: Article) -> dict[str, Any]:
    """Return what the section of a stored story begins with; one query."""
    consent = Consent.objects.filter(article=article).first() or Consent()
    photo = article.lead_photo
    fields = {name: getattr(consent, field) for field, name in NAMES.items()}
    return {**fields, "minors_photo": photo.minor if photo else False}


def words(change: ConsentChange) -> tuple[str, str]:
    """Return a change of what is said of minors as a line of the history: what happened, and a note."""
    parts = [str(PARTS[part]) for part in change.parts if part in PARTS]
    said = gettext("Minors: %(said)s.") % {"said": SAID[change.mark]}
    return gettext("note on minors changed"), " ".join(
        [said, *([f"{', '.join(parts).capitalize()}."] if parts else [])]
    )
