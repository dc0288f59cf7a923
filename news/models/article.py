"""The article and its verbs: every change of state or text goes through one of them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import ItemBase, Tag

from news import advice, holding, html, ledger, measuring, notices, photos
from news.models.photo import Photo
from news.models.states import KEEPING, TRANSITIONS, OutOfTurn, Stale, Status, Verb
from news.models.taxonomy import Category, Programme, tags_named
from news.querysets import ArticleQuerySet, TaggingQuerySet
from news.words import slug_of
from satker import access
from satker.models import Satker

if TYPE_CHECKING:
    from satker.models import Officer

TITLE_MAX = 150


class ArticleTag(ItemBase):
    """A tag on an article, with the time it became public, so that a tag's page reads its own index."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="taggings")
    content_object = models.ForeignKey("news.Article", models.CASCADE, related_name="taggings")
    public_at = models.DateTimeField(null=True, editable=False)

    objects = TaggingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("tag", "content_object", name="tag_once")]
        indexes = [models.Index(fields=["tag", "-public_at", "-content_object"], name="tag_newest")]


def _check_valid(satker: Satker, at: dt.datetime) -> None:
    if not satker.is_valid_on(ledger.calendar_day(at)):
        told = gettext("%(unit)s has ended: nothing more can be published for it. Ask the regional team.")
        raise ValidationError({"satker": told % {"unit": satker.short_name}})


def _sentences(found: Iterable[advice.Advice]) -> dict[str, str]:
    """Return what advice says, and why, as one text for each field."""
    told: dict[str, list[str]] = {}
    for each in found:
        told.setdefault(each.field, []).append(f"{each.told} {each.why}".strip())
    return {field: " ".join(texts) for field, texts in told.items()}


class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit's base hides the taggings
    # What it says.
    title = models.CharField(_("title"), max_length=TITLE_MAX)
    slug = models.SlugField(max_length=80, editable=False)
    lead = models.TextField(_("lead"), max_length=500, blank=True)
    body = models.TextField(_("text"), blank=True)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("category")
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("programme")
    )
    tags = TaggableManager(_("tags"), through=ArticleTag, blank=True, help_text=_("Separate with commas."))
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="leading", verbose_name=_("lead photo")
    )
    gallery = models.ManyToManyField(
        Photo, through="news.GalleryPhoto", related_name="shown_in", blank=True, verbose_name=_("more photos")
    )
    # Who made it, as printed.
    satker = models.ForeignKey(Satker, models.PROTECT, related_name="articles", verbose_name=_("lead unit"))
    supporting = models.ManyToManyField(
        Satker, related_name="supported", blank=True, verbose_name=_("supporting units")
    )
    writer = models.CharField(_("writer"), max_length=120, blank=True)
    editor = models.CharField(_("editor"), max_length=120, blank=True)
    place = models.CharField(_("dateline place"), max_length=80, blank=True)
    # Where it stands.
    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    scheduled_for = models.DateTimeField(_("scheduled for"), null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawn_reason = models.CharField(_("reason for withdrawal"), max_length=300, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="articles",
        verbose_name=_("created by"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    # A form is sent once, however often it is tapped.
    token = models.UUIDField(null=True, unique=True, editable=False)
    # Where an imported article comes from.
    source = models.CharField(_("imported from"), max_length=40, blank=True, editable=False)
    external_id = models.CharField(_("number there"), max_length=100, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # The public's lists and the desk's, each along one index. None but the partial ones begins with the
        # state: SQLite, which keeps no statistics unasked, would take it for the better choice and sort.
        indexes = [
            models.Index(fields=["-first_published_at", "-id"], name="article_newest"),
            models.Index(fields=["satker", "-first_published_at", "-id"], name="article_of_satker"),
            models.Index(fields=["category", "-first_published_at", "-id"], name="article_of_category"),
            models.Index(fields=["programme", "-first_published_at", "-id"], name="article_of_programme"),
            models.Index(fields=["-updated_at", "-id"], name="article_desk"),
            models.Index(fields=["satker", "-updated_at", "-id"], name="article_desk_of_satker"),
            models.Index(
                fields=["status", "-updated_at", "-id"],
                condition=Q(first_published_at__isnull=True),
                name="article_in_work",
            ),
            # Small, and what an officer's front page asks for: without it a unit's drafts are found by its whole past.
            models.Index(
                fields=["satker", "status", "-updated_at", "-id"],
                condition=Q(first_published_at__isnull=True),
                name="article_in_work_of_satker",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=["published", "withdrawn"]) | Q(first_published_at__isnull=False),
                name="article_public_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(status="scheduled") | Q(scheduled_for__isnull=False), name="article_scheduled_has_date"
            ),
            models.UniqueConstraint(
                "source", "external_id", condition=~Q(external_id=""), name="article_imported_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reader:article", args=[self.pk, self.slug])

    # --- Predicates -------------------------------------------------------------------------------

    @property
    def is_public(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def was_public(self) -> bool:
        return self.first_published_at is not None

    @property
    def dateline(self) -> str:
        """The words before the text: "Pangkep, (Humas Parepare)"."""
        return f"{self.place or self.satker.dateline_place}, ({self.satker.byline})"

    def may(self, officer: Officer, verb: Verb) -> bool:
        """Return whether `officer` may do `verb` to this article now."""
        if verb in KEEPING:
            action = KEEPING[verb].get(Status(self.status))
        else:
            turn = TRANSITIONS[verb]
            action = turn.action if self.status in turn.sources else None
            if verb == Verb.PUBLISH and self.status == Status.HELD and not officer.is_regional:
                return False
        return action is not None and access.may(officer, action, self.satker)

    def content(self) -> dict[str, Any]:
        """Return all that a saved version keeps, as JSON values; pictures and units by id."""
        return {
            "title": self.title, "lead": self.lead, "body": self.body,
            "category": self.category_id, "programme": self.programme_id, "lead_photo": self.lead_photo_id,
            "photo": (
                {"caption": self.lead_photo.caption, "alt": self.lead_photo.alt, "credit": self.lead_photo.credit}
                if self.lead_photo
                else None
            ),
            "gallery": photos.gallery_content(self),
            "writer": self.writer, "editor": self.editor, "place": self.place,
            "tags": sorted(self.tags.values_list("name", flat=True)),
            "supporting": sorted(self.supporting.values_list("pk", flat=True)),
        }  # fmt: skip

    def missing_for_publication(self, *, styled: bool = True) -> dict[str, str]:
        """Return a sentence for each field that still keeps the article from readers.

        `styled` adds the compulsory rules of the house style. They speak to a person who hands in, schedules or
        publishes, and can mend what they find. A rule never reaches back: the clock publishes what was scheduled
        before there was the rule, imports come in as they were, a withdrawn story can be reinstated, and a change
        of a public or scheduled text may leave what was there, only add nothing (`_check_style_kept`).
        """
        missing: dict[str, str] = {}
        if not self.title.strip():
            missing["title"] = gettext("Write a title.")
        if not html.words(self.body):
            missing["body"] = gettext("Write the text of the story.")
        if self.category_id is None:
            missing["category"] = gettext("Choose a category.")
        if self.lead_photo and not self.lead_photo.alt:
            missing["photo_alt"] = gettext("Say what the photo shows, for readers who cannot see it.")
        if self.lead_photo and not self.lead_photo.caption:
            missing["photo_caption"] = gettext("Write a caption for the photo.")
        if count := len(photos.without_words(self)):
            told = ngettext("Say what this photo shows, too.", "Say of %(count)d more photos what they show.", count)
            missing["gallery"] = told % {"count": count}
        if styled:
            for field, told in _sentences(advice.compulsory(self)).items():
                missing.setdefault(field, told)
        return missing

    # --- Verbs ------------------------------------------------------------------------------------

    CONTENT_FIELDS = ("title", "lead", "body", "category", "programme", "lead_photo", "writer", "editor", "place")

    @classmethod
    def create(
        cls,
        by: Officer,
        satker: Satker,
        *,
        token: uuid.UUID | None = None,
        at: dt.datetime | None = None,
        tags: Iterable[str] = (),
        supporting: Iterable[Satker] = (),
        photo_words: dict[str, str] | None = None,
        gallery: photos.Gallery | None = None,
        **content: Any,
    ) -> Article:
        """Start a draft for `satker`; the same token gives the article it gave before.

        Raises PermissionDenied, and ValidationError for a unit that has ended or a text too long.
        """
        if not access.may(by, access.Action.WRITE, satker):
            raise PermissionDenied
        _check_valid(satker, at or timezone.now())
        named = tags_named(tags)
        try:
            with transaction.atomic():
                article = cls(satker=satker, created_by=by, token=token)
                article.created_at = article.updated_at = at or timezone.now()
                article._fill(content, photo_words)
                article.save(force_insert=True)
                article._set_parts(named, supporting, gallery)
                article._record(Verb.CREATE, by, article.created_at, with_content=True)
        except IntegrityError:
            # The same form, sent twice, perhaps at the same moment: the first one made it.
            known = cls.objects.filter(token=token, created_by=by).first() if token else None
            if known is None:
                raise
            return known
        return article

    def revise(
        self,
        by: Officer | None,
        *,
        version: int | None = None,
        at: dt.datetime | None = None,
        tags: Iterable[str] | None = None,
        supporting: Iterable[Satker] | None = None,
        photo_words: dict[str, str] | None = None,
        gallery: photos.Gallery | None = None,
        correction: str = "",
        **content: Any,
    ) -> None:
        """Save a new version of the text; on a public article `correction` adds a dated *Ralat*.

        Raises Stale when `version` is not the stored one, OutOfTurn, PermissionDenied, and
        ValidationError when a public article would lose what publication needs.
        """
        at = at or timezone.now()
        verb = Verb.CORRECT if correction else Verb.REVISE
        named = None if tags is None else tags_named(tags)
        with transaction.atomic():
            self._begin(verb, by, version)
            self._keep_first_text()
            before = self.content()
            seen = by is not None and self.status in {Status.PUBLISHED, Status.SCHEDULED}
            stood = {each.of for each in advice.compulsory(self)} if seen else set()
            self._fill(content, photo_words)
            self._set_parts(named, supporting, gallery)
            if self.status in {Status.PUBLISHED, Status.SCHEDULED}:
                self._check_complete()
            if seen:
                self._check_style_kept(stood)
            if self.was_public or self.status == Status.SCHEDULED:
                self._check_guarded(by, before, correction)
            self._save(*self.CONTENT_FIELDS, "slug", at=at)
            if correction:
                self.corrections.create(text=correction, at=at, actor=by)
            self._record(verb, by, at, note=correction, with_content=True)
            self._settle("support_changed", by, at)

    def remove_name(
        self,
        by: Officer | None,
        correction: str,
        *,
        version: int | None = None,
        at: dt.datetime | None = None,
        tags: list[Tag] | None = None,
        withdrawn_reason: str = "",
        **content: Any,
    ) -> None:
        """Save a version without a person's name, with a dated *Ralat*: what `news.removals` has made of the text.

        Nothing else may stand in its way: neither the house style nor what an imported story lacks.
        """
        at = at or timezone.now()
        with transaction.atomic():
            self._begin(Verb.REMOVE_NAME, by, version)
            self._keep_first_text()
            self._fill(content, None)
            self.withdrawn_reason = withdrawn_reason
            self._check_lengths(["withdrawn_reason"])
            self._save(*self.CONTENT_FIELDS, "slug", "withdrawn_reason", at=at)
            self._set_parts(tags, None, None)
            self.corrections.create(text=correction, at=at, actor=by)
            self._record(Verb.REMOVE_NAME, by, at, with_content=True)
            self._show_tags()

    def submit(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Hand the article in for review."""
        self._step(Verb.SUBMIT, by, version, at, complete=True)

    def recall(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Take the article back from review."""
        self._step(Verb.RECALL, by, version, at)

    def return_to_writer(
        self, by: Officer | None, note: str, *, version: int | None = None, at: dt.datetime | None = None
    ) -> None:
        """Give the article back to its writer, with a note that says why."""
        self._step(Verb.RETURN, by, version, at, note=note, scheduled_for=None)

    def hold(self, by: Officer | None, note: str, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Keep the article from readers until the regional team has looked at it; the note says why."""
        self._step(Verb.HOLD, by, version, at, note=note, scheduled_for=None)

    def schedule(
        self, by: Officer | None, moment: dt.datetime, *, version: int | None = None, at: dt.datetime | None = None
    ) -> None:
        """Let the clock publish the article at `moment`; a moment that has passed is a ValidationError.

        The guard may hold the article instead, as in `publish`.
        """
        at = at or timezone.now()
        if moment <= at:
            raise ValidationError({"scheduled_for": gettext("This time has passed. Choose a later one.")})
        with transaction.atomic():
            self._begin(Verb.SCHEDULE, by, version)
            if not self._is_held(by, at):
                self._step(Verb.SCHEDULE, by, None, at, complete=True, scheduled_for=moment)

    def unschedule(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Take the article out of the schedule; it is a draft again."""
        self._step(Verb.UNSCHEDULE, by, version, at, scheduled_for=None)

    def publish(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Make the article public; the first time it gets its receipt and is counted, all or nothing.

        The guard may hold it instead, until the regional team publishes it: the state then says HELD.
        """
        at = at or timezone.now()
        with transaction.atomic():
            self._begin(Verb.PUBLISH, by, version)
            if by is None or not self._is_held(by, at):
                self._publish(by, at)

    def go_live(self, at: dt.datetime | None = None) -> bool:
        """Publish the article if it is scheduled and due; False when someone was there before the clock."""
        at = at or timezone.now()
        with transaction.atomic():
            self._lock()
            if self.status != Status.SCHEDULED or self.scheduled_for is None or self.scheduled_for > at:
                return False
            self._publish(None, at)
        return True

    def withdraw(
        self, by: Officer | None, reason: str, *, version: int | None = None, at: dt.datetime | None = None
    ) -> None:
        """Take the article from readers; its address keeps answering with `reason` and the date."""
        at = at or timezone.now()
        if not reason.strip():
            raise ValidationError({"reason": gettext("Say why the article is withdrawn: readers will see it.")})
        if by is not None and not by.is_regional and (found := holding.in_words(reason)):
            raise ValidationError({"reason": found})
        self._step(Verb.WITHDRAW, by, version, at, note=reason, withdrawn_at=at, withdrawn_reason=reason.strip())

    def reinstate(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Give a withdrawn article back to readers; number and counting day stay what they were."""
        self._step(Verb.REINSTATE, by, version, at, complete=True, withdrawn_at=None, withdrawn_reason="")

    def discard(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Put a draft aside; `restore` brings it back."""
        self._step(Verb.DISCARD, by, version, at)

    def restore(self, by: Officer | None, *, version: int | None = None, at: dt.datetime | None = None) -> None:
        """Bring a discarded draft back."""
        self._step(Verb.RESTORE, by, version, at)

    # --- How a verb is done -----------------------------------------------------------------------

    LEDGER_REASON = {Verb.WITHDRAW: "withdrawal", Verb.REINSTATE: "reinstatement"}

    def _step(
        self,
        verb: Verb,
        by: Officer | None,
        version: int | None,
        at: dt.datetime | None,
        *,
        note: str = "",
        complete: bool = False,
        **fields: Any,
    ) -> None:
        at = at or timezone.now()
        with transaction.atomic():
            self._begin(verb, by, version)
            if complete:
                self._check_complete(by if verb == Verb.SUBMIT else None)
            self.status = TRANSITIONS[verb].target
            for name, value in fields.items():
                setattr(self, name, value)
            self._check_lengths(fields)
            self._save("status", *fields, at=at)
            self._record(verb, by, at, note=note)
            if verb in self.LEDGER_REASON:
                self._settle(self.LEDGER_REASON[verb], by, at)

    def _is_held(self, by: Officer | None, at: dt.datetime) -> bool:
        """Hold the article if the guard finds something that a human must see; it lacks nothing by then."""
        self._check_complete(by)
        if note := holding.reasons(self, by):
            self._step(Verb.HOLD, by, None, at, note=note, scheduled_for=None)
        return bool(note)

    def _publish(self, by: Officer | None, at: dt.datetime) -> None:
        self._check_complete()
        _check_valid(self.satker, at)
        self.status, self.scheduled_for, self.first_published_at = Status.PUBLISHED, None, at
        self._save("status", "scheduled_for", "first_published_at", at=at)
        if not ledger.rule_of(at).copies_count:
            measuring.one_at_a_time()
        measuring.measure(self)
        ledger.publish(self, by, at)
        self._record(Verb.PUBLISH, by, at)
        self._show_tags()

    def _lock(self) -> None:
        self.refresh_from_db(from_queryset=Article.objects.select_for_update(of=("self",)))

    def _begin(self, verb: Verb, by: Officer | None, version: int | None) -> None:
        """Lock and re-read the stored row, then check version, turn and right against it."""
        self._lock()
        if version is not None and version != self.version:
            raise Stale(version, self.version)
        sources = KEEPING[verb] if verb in KEEPING else TRANSITIONS[verb].sources
        if self.status not in sources:
            raise OutOfTurn(verb, self.status)
        if by is not None and not self.may(by, verb):
            raise PermissionDenied

    def _check_complete(self, by: Officer | None = None) -> None:
        """Refuse what lacks something; `by` is the person to whom the house style speaks."""
        if missing := self.missing_for_publication(styled=by is not None):
            raise ValidationError(missing)

    def _check_style_kept(self, stood: set[str]) -> None:
        """Refuse a change that breaks a compulsory rule of the house style which the text kept until now."""
        if added := [each for each in advice.compulsory(self) if each.of not in stood]:
            raise ValidationError(_sentences(added))

    def _check_guarded(self, by: Officer | None, before: dict[str, Any], words: str = "") -> None:
        """Refuse a change of what readers see or may see again, and words beside it, that the guard would have held."""
        if by is not None and not by.is_regional and (found := holding.added(self, before, words)):
            told = gettext("Not saved: this change has to be made by the regional team.")
            raise ValidationError({"body": [told, *found]})

    def _fill(self, content: dict[str, Any], photo_words: dict[str, str] | None) -> None:
        unknown = content.keys() - set(self.CONTENT_FIELDS)
        if unknown:
            raise TypeError(f"not content of an article: {', '.join(sorted(unknown))}")
        for name, value in content.items():
            setattr(self, name, html.clean(value) if name == "body" else value)
        self._check_lengths(content)
        self.slug = slug_of(self.title)
        if self.lead_photo:
            photos.take(self, self.lead_photo, photo_words or {})

    def _keep_first_text(self) -> None:
        """Put the text of an imported article into its history before it is changed for the first time."""
        if self.source and not self.revisions.filter(content__isnull=False).exists():
            self.revisions.filter(version=self.version).update(content=self.content())

    def _check_lengths(self, names: Iterable[str]) -> None:
        """Refuse what is too long for its field: SQLite would keep it, PostgreSQL would not."""
        for name in names:
            most, value = self._meta.get_field(name).max_length, getattr(self, name)  # type: ignore[union-attr]
            if most and isinstance(value, str) and len(value) > most:
                told = gettext("At most %(most)d characters: these are %(count)d.") % {
                    "most": most,
                    "count": len(value),
                }
                raise ValidationError({name: told})

    def _save(self, *fields: str, at: dt.datetime) -> None:
        self.version += 1
        self.updated_at = at
        self.save(update_fields=[*fields, "version", "updated_at"])

    def _set_parts(
        self, tags: list[Tag] | None, supporting: Iterable[Satker] | None, gallery: photos.Gallery | None
    ) -> None:
        if tags is not None:
            self.tags.set(tags)
        if supporting is not None:
            self.supporting.set(unit for unit in supporting if unit.pk != self.satker_id)
        if gallery is not None:
            photos.set_gallery(self, gallery)

    def _record(
        self, verb: Verb, by: Officer | None, at: dt.datetime, note: str = "", with_content: bool = False
    ) -> None:
        content = self.content() if with_content else None
        self.revisions.create(
            version=self.version, verb=verb, status=self.status, actor=by, at=at, note=note, content=content
        )
        notices.tell(self, verb, by, at, note)

    def _settle(self, reason: str, by: Officer | None, at: dt.datetime) -> None:
        """Bring ledger and tag pages in line with what readers may now see."""
        self._show_tags()
        ledger.settle(self, ledger.Reason(reason), by, at)

    def _show_tags(self) -> None:
        public_at = self.first_published_at if self.is_public else None
        self.taggings.exclude(public_at=public_at).update(public_at=public_at)
