"""What an officer types: checked field by field, and kept whatever is wrong with the rest."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.forms.utils import ErrorDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news import bylines, html, photos, rubrics
from news.desk import editor, minors
from news.desk.tray import LABELS, Card, Files, Line, Tray, fields_of, pictures, words_in
from news.models import Article, Category, Consent, Photo, Programme, Rubric, Status
from news.models.article import TITLE_MAX
from news.models.quality import MARKS
from news.models.taxonomy import tags_named
from news.photos import WORDS
from news.words import TAG_MAX, TAGS_MAX, one_line, tag_of
from satker.models import Officer, Satker

BODY_MAX = 200_000


class Text(forms.CharField):
    """Text of several lines; a NUL, which no database takes, is dropped without a word."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\x00", "")


class StoryForm(minors.MinorsPart):
    """A story as the desk shows it; `save` hands it to the article's verbs."""

    # Before the photo, which is kept for this unit.
    satker = forms.ModelChoiceField(Satker.objects.none(), label=_("For the unit"), required=False)
    title = Line(label=_("Title"), max_length=TITLE_MAX, widget=forms.Textarea(attrs={"rows": 2}))
    lead = Line(
        label=_("Lead"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences that tell the whole story."),
    )
    body = Text(
        label=_("Text"),
        max_length=BODY_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, **editor.ATTRIBUTES}),
    )
    body_mode = forms.ChoiceField(choices=[("text", ""), ("html", "")], widget=forms.HiddenInput, initial="text")
    photo = Files(
        label=_("Photos"),
        required=False,
        help_text=_("JPEG, PNG or WebP, at most 25 MB each. Position and camera data are removed."),
    )
    photos = forms.CharField(required=False, max_length=600, widget=forms.HiddenInput)
    photo_first = forms.CharField(required=False, max_length=20)
    # The words of the first photo chosen here, which has no card yet.
    photo_caption = Line(label=LABELS["caption"], max_length=300, required=False)
    photo_alt = Line(
        label=LABELS["alt"],
        max_length=300,
        required=False,
        help_text=_("For readers who cannot see it: who does what, where."),
    )
    photo_credit = Line(label=LABELS["credit"], max_length=120, required=False)
    category = forms.ModelChoiceField(Category.objects.all(), label=_("Category"), required=False)
    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Priority programme"), required=False)
    tags = Line(label=_("Tags"), max_length=400, required=False, help_text=_("Separate with commas, eight at most."))
    place = Line(label=_("Place of the event"), max_length=80, required=False)
    writer = Line(label=_("Writer"), max_length=120, required=False)
    editor = Line(label=_("Editor"), max_length=120, required=False)
    supporting = Line(
        label=_("Supporting units"),
        max_length=600,
        required=False,
        help_text=_("Short names with commas: KUA Bacukiki, Kemenag Pinrang. They are named, the story counts once."),
    )
    correction = Text(
        label=_("Correction (Ralat)"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Fill this in when facts change: what was wrong, what is right. Readers see it with the date."),
    )
    scheduled_for = forms.DateTimeField(
        label=_("Publish at"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    token = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, officer: Officer, article: Article | None = None, **kwargs: Any) -> None:
        self.officer, self.article = officer, article
        self.intent = "save"
        self.moved: list[str] = []  # fields that took a pasted dateline or sign-off
        self.unit = article.satker if article else officer.satker
        self.story_photos = photos.of(article) if article else []
        kwargs["initial"] = {**self._initial(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        chosen = article.programme_id if article else None
        day = timezone.localdate(article.first_published_at) if article and article.first_published_at else None
        in_force = Programme.objects.valid_on(day or timezone.localdate())
        self.fields["programme"].queryset = (  # type: ignore[attr-defined]
            Programme.objects.filter(Q(pk__in=in_force) | Q(pk=chosen)) if chosen else in_force
        )
        self._lay_out()
        self._choose_unit()
        if article is None or article.status != Status.PUBLISHED:
            del self.fields["correction"]

    # --- What the form begins with -------------------------------------------------------------

    def _initial(self) -> dict[str, Any]:
        article = self.article
        if article is None:
            return {
                "token": uuid.uuid4(),
                "place": self.unit.dateline_place if self.unit else "",
                "writer": self.officer.initials,
                "satker": self.unit,
            }
        text = html.to_text(article.body)
        shown = self.story_photos
        return {
            **{name: getattr(article, name) for name in ("title", "lead", "category", "programme")},
            **{name: getattr(article, name) for name in ("place", "writer", "editor", "version", "scheduled_for")},
            "body": article.body if text is None else text,
            "body_mode": "html" if text is None else "text",
            "photos": ",".join(str(photo.pk) for photo in shown),
            **{name: words for photo in shown for name, words in words_in(photo).items()},
            "tags": ", ".join(sorted(tag.name for tag in article.tags.all())),
            "supporting": ", ".join(sorted(_written(article.supporting.all()))),
            **minors.initial(article),
        }

    def _lay_out(self) -> None:
        """Lay out the photos that the form names, each with the fields of its words."""
        named = (self.data.get("photos") if self.is_bound else self.initial.get("photos")) or ""
        self.tray = Tray(self.officer, self.story_photos, str(named))
        if self.is_bound:
            self.tray.order_by({name: str(self.data[name]) for name in self.data if name.startswith("place_")})
        if self.is_bound and (first := self.data.get("photo_first")):
            self.tray.lead_with(str(first))
        for photo in self.tray.photos:
            self.fields.update(fields_of(photo))

    @property
    def shown_photos(self) -> list[Photo]:
        """The photos that stay, the first one leads."""
        return [photo for photo in self.tray.photos if not self[f"out_{photo.pk}"].value()]

    def cards(self) -> list[Card]:
        """Return the photos with the fields of their words."""
        lead = next(iter(self.shown_photos), None)
        return [
            Card(photo, photo == lead, **{name: self[f"{name}_{photo.pk}"] for name in (*WORDS, "out")})
            for photo in self.tray.photos
        ]

    def field_of(self, name: str) -> str:
        """Return the field in which the words of a photo are written, for what speaks of the lead photo's."""
        kind = name.removeprefix("photo_")
        shown = self.shown_photos
        if name == "gallery":
            return next((f"alt_{each.pk}" for each in shown[1:] if not self[f"alt_{each.pk}"].value()), "photo")
        return f"{kind}_{shown[0].pk}" if shown and kind in WORDS and name != kind else name

    def _choose_unit(self) -> None:
        """Let those who write for several units choose one for a new story; all others have theirs."""
        field = self.fields["satker"]
        reach = Satker.objects.within_reach_of(self.officer).valid_on(timezone.localdate())
        if self.article is None and self.officer.role in {Officer.Role.EDITOR, Officer.Role.REGIONAL}:
            field.queryset = reach.select_related("kind")  # type: ignore[attr-defined]
            field.required = True
        else:
            del self.fields["satker"]

    # --- Checks --------------------------------------------------------------------------------

    def clean_body(self) -> str:
        text = self.cleaned_data["body"]
        return html.clean(text) if self.data.get("body_mode") == "html" else html.from_text(text)

    def clean_photo(self) -> list[Photo]:
        """Keep sound photos at once: another field's error must not lose them."""
        uploads = self.cleaned_data["photo"]
        if not uploads:
            return []
        unit = self.cleaned_data.get("satker") or self.unit
        if unit is None:
            raise ValidationError(_("Choose the unit first."))
        new, wrong = self.tray.keep(uploads, unit)
        self._retype(photos=self.tray.named)
        for sentence in wrong:
            self.add_error("photo", sentence)
        return new

    def _retype(self, **typed: str) -> None:
        """Let the form show other values than were sent."""
        self.data = {**{name: self.data[name] for name in self.data}, **typed}

    def _lay_out_new(self, cleaned: dict[str, Any]) -> None:
        """Give each photo that came with this form a card; the words beside the choice of files are the first one's."""
        for photo in self.tray.photos:
            if f"alt_{photo.pk}" in self.fields:
                continue
            self.fields.update(fields_of(photo))
            words = {f"{name}_{photo.pk}": cleaned.get(f"photo_{name}", "") for name in WORDS}
            cleaned.update(words, **{f"out_{photo.pk}": False})
            empty = {f"photo_{name}": "" for name in WORDS}
            cleaned.update(empty)
            self._retype(**words, **empty)

    def clean_tags(self) -> list[str]:
        typed = [tag.strip() for tag in self.cleaned_data["tags"].split(",") if tag.strip()]
        tags = list(dict.fromkeys(tag for tag in map(tag_of, typed) if tag))
        # An imported story may have more, and can still be mended.
        most = max(TAGS_MAX, self.article.tags.count() if self.article else 0)
        if len(tags) > most:
            raise ValidationError(
                _("%(most)d tags at most: you wrote %(count)d."), params={"most": most, "count": len(tags)}
            )
        if long := [tag for tag in typed if len(tag) > TAG_MAX]:
            raise ValidationError(
                _("This tag is longer than %(most)d characters: %(tag)s"), params={"most": TAG_MAX, "tag": long[0]}
            )
        return tags

    def clean_supporting(self) -> list[Satker]:
        names = [name.strip() for name in self.cleaned_data["supporting"].split(",") if name.strip()]
        if not names:
            return []
        wanted = {name.casefold(): name for name in names}
        units = Satker.objects.annotate(low_name=Lower("short_name"), low_code=Lower("code")).filter(
            Q(low_name__in=wanted) | Q(low_code__in=wanted)
        )
        found: list[Satker] = list(units)
        by_name = Counter(unit.short_name.casefold() for unit in found)
        codes = {unit.code.casefold() for unit in found}
        if twice := [wanted[low] for low, count in by_name.items() if count > 1 and low in wanted and low not in codes]:
            raise ValidationError(
                _("More than one unit is called %(names)s. Write the code in place of the name."),
                params={"names": ", ".join(twice)},
            )
        known = {unit.short_name.casefold() for unit in found} | {unit.code.casefold() for unit in found}
        if unknown := [name for low, name in wanted.items() if low not in known]:
            raise ValidationError(
                _("No unit is called %(names)s. Write the short name as in the list of units."),
                params={"names": ", ".join(unknown)},
            )
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._lay_out_new(cleaned)
        if self.intent == "schedule" and not cleaned.get("scheduled_for") and "scheduled_for" not in self.errors:
            self.add_error("scheduled_for", _("Choose the day and the time."))
        if cleaned.get("body"):
            self._lift_bylines(cleaned)
        return cleaned

    def _lift_bylines(self, cleaned: dict[str, Any]) -> None:
        """Move a pasted dateline and sign-off from the text to their fields, unless those say something else."""
        unit = cleaned.get("satker") or self.unit
        began = [self.officer, self.article.created_by if self.article else None]
        defaults = {
            "place": {"", unit.dateline_place if unit else ""},
            "writer": {"", *(officer.initials for officer in began if officer)},
        }
        known = _places()
        for name, lift in (("place", bylines.without_dateline), ("writer", bylines.without_sign_off)):
            rest, found = lift(cleaned["body"], known)
            may = {found.casefold(), *(default.casefold() for default in defaults[name])}
            if found and len(found) <= (self.fields[name].max_length or 0) and cleaned.get(name, "").casefold() in may:  # type: ignore[attr-defined]
                cleaned["body"], cleaned[name] = rest, found
                self.moved.append(name)

    # --- Hand over -----------------------------------------------------------------------------

    def content(self) -> dict[str, Any]:
        """Return the cleaned values as the article's verbs take them."""
        data = self.cleaned_data
        shown = [(photo, {name: data.get(f"{name}_{photo.pk}", "") for name in WORDS}) for photo in self.shown_photos]
        names = ("title", "lead", "body", "category", "programme", "place", "writer", "editor", "tags", "supporting")
        return {
            **{name: data[name] for name in names},
            "lead_photo": shown[0][0] if shown else None,
            "photo_words": shown[0][1] if shown else None,
            "gallery": shown[1:],
        }

    # --- Two texts of one story ----------------------------------------------------------------

    # The fields of the form that make up one part of an article's content.
    PARTS = {
        **{name: (name,) for name in ("title", "lead", "category", "programme", "writer", "editor", "place")},
        "body": ("body", "body_mode"),
        "tags": ("tags",),
        "supporting": ("supporting",),
    }

    def sent(self) -> dict[str, Any]:
        """Return what was sent in the shape of `Article.content()`."""
        content = self.content()
        photo, category, programme = (content[name] for name in ("lead_photo", "category", "programme"))
        return {
            **{name: content[name] for name in ("title", "lead", "body", "writer", "editor", "place")},
            "category": category.pk if category else None,
            "programme": programme.pk if programme else None,
            "lead_photo": photo.pk if photo else None,
            "photo": content["photo_words"],
            "gallery": [{"id": each.pk, **words} for each, words in content["gallery"]],
            "tags": sorted(content["tags"]),
            "supporting": sorted(unit.pk for unit in content["supporting"]),
        }

    def merge(self, stored: Article, base: dict[str, Any] | None) -> list[str]:
        """Take over what the other one changed and this officer left alone; return the labels of what both changed.

        `base` is the content that this officer began from; without it nothing can be taken over.
        """
        mine, theirs = self.sent(), stored.content()
        form = StoryForm(officer=self.officer, article=stored)
        data = {name: self.data[name] for name in self.data} | {"version": str(stored.version)}
        differing: list[str] = []
        for part, names in self.PARTS.items():
            if mine[part] == theirs[part]:
                continue
            if base is not None and mine[part] == base.get(part):
                data |= {name: self._as_typed(form.initial.get(name)) for name in names}
            elif base is None or theirs[part] != base.get(part):
                differing += [
                    str(self.fields[name].label or "") for name in names if not self.fields[name].widget.is_hidden
                ]
        if pictures(mine) != pictures(theirs):
            if base is not None and pictures(mine) == pictures(base):
                data |= {"photo_first": "", **{name: form.initial[name] for name in form.photo_fields}}
            elif base is None or pictures(theirs) != pictures(base):
                differing.append(str(self.fields["photo"].label))
        self.data, self.article, self.story_photos = data, stored, form.story_photos
        self._lay_out()
        return differing

    @property
    def photo_fields(self) -> list[str]:
        """The names of the fields that say which photos the story has, and with which words."""
        return ["photos", *(name for photo in self.tray.photos for name in words_in(photo))]

    @staticmethod
    def _as_typed(value: Any) -> str:
        return str(getattr(value, "pk", value) if value is not None else "")

    def save(self) -> Article:
        """Create or revise the article, with what is said of minors in it; raises what the verbs raise."""
        tags_named(self.cleaned_data["tags"])  # before the transaction, as the verbs want it
        with transaction.atomic():
            return self._save()

    def _save(self) -> Article:
        if self.article is None:
            unit = cast(Satker, self.cleaned_data.get("satker") or self.unit)
            self.article = Article.create(self.officer, unit, token=self.cleaned_data["token"], **self.content())
            Consent.note(self.article, self.officer, **self.minors_said(self.article.lead_photo))
        else:
            # First, so that a compulsory rule finds it.
            Consent.note(self.article, self.officer, **self.minors_said(self.content()["lead_photo"]))
            self.article.revise(
                self.officer,
                version=self.cleaned_data["version"],
                correction=self.cleaned_data.get("correction", ""),
                **self.content(),
            )
        return self.article

    def show_missing_unbound(self, missing: dict[str, list[str]]) -> None:
        """The same for a form that shows a saved article and was not itself sent."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        self.show_missing(missing)

    def show_missing(self, missing: dict[str, list[str]]) -> None:
        """Put the sentences of a verb that was refused beside the fields they speak of."""
        for name, sentences in missing.items():
            for sentence in sentences:
                field = self.field_of(name)
                self.add_error(field if field in self.fields else None, sentence)


def _places() -> set[str]:
    """Return the names of places that units are at; one query."""
    rows = Satker.objects.values_list("dateline_place", "regency").distinct()
    return {name.removeprefix("Kota ").removeprefix("Kabupaten ") for row in rows for name in row if name}


def _written(units: Iterable[Satker]) -> list[str]:
    """Return units as they are typed: the short name, or the code where the name could mean another."""
    units = list(units)
    names = [unit.short_name for unit in units]
    shared = Counter(Satker.objects.filter(short_name__in=names).values_list("short_name", flat=True)) if names else {}
    return [unit.code if shared[unit.short_name] > 1 or "," in unit.short_name else unit.short_name for unit in units]


class StepForm(forms.Form):
    """A button of an article: the version that was looked at, and a note where the step needs one."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1)
    note = forms.CharField(max_length=300, required=False, strip=True)

    NEEDS_NOTE = {"return": _("Say what the writer should change."), "withdraw": _("Say why the story is withdrawn.")}

    def __init__(self, *args: Any, step: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step

    def clean_note(self) -> str:
        note = one_line(self.cleaned_data["note"])
        if self.step in self.NEEDS_NOTE and not note:
            raise ValidationError(gettext(str(self.NEEDS_NOTE[self.step])))
        return note


class SecondLookForm(forms.Form):
    """The words with which a unit asks that a story be looked at again."""

    words = Text(
        label=_("Why should it count?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("At most 500 characters. The regional team reads them, and answers in writing."),
    )


class RubricForm(forms.Form):
    """The four marks of a story; those that it has are chosen already."""

    def __init__(self, *args: Any, given: Rubric | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Rubric.INDICATORS:
            self.fields[name] = forms.TypedChoiceField(
                label=rubrics.name_of(name),
                choices=MARKS,
                coerce=int,
                widget=forms.RadioSelect,
                initial=getattr(given, name, None),
            )
