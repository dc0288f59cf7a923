"""The life of an article: which verb leads where, who may use it, and what it leaves behind."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from news.models import Article, ArticleTag, Correction, LedgerEntry, OutOfTurn, Photo, Receipt, Revision, Stale, Status
from satker.access import Role
from satker.models import Officer
from tests import cast
from tests.cast import NOON, article_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

LATER = NOON + dt.timedelta(hours=1)
TOMORROW = NOON + dt.timedelta(days=1)

VERBS = {
    "revise": lambda article, by, **how: article.revise(by, title="Judul lain", **how),
    "submit": lambda article, by, **how: article.submit(by, **how),
    "recall": lambda article, by, **how: article.recall(by, **how),
    "return": lambda article, by, **how: article.return_to_writer(by, "Tambahkan angka.", **how),
    "hold": lambda article, by, **how: article.hold(by, "Ada tautan judi.", **how),
    "schedule": lambda article, by, **how: article.schedule(by, TOMORROW, **how),
    "unschedule": lambda article, by, **how: article.unschedule(by, **how),
    "publish": lambda article, by, **how: article.publish(by, **how),
    "correct": lambda article, by, **how: article.revise(by, correction="Jumlahnya 120.", **how),
    "withdraw": lambda article, by, **how: article.withdraw(by, "Berita ganda.", **how),
    "reinstate": lambda article, by, **how: article.reinstate(by, **how),
    "discard": lambda article, by, **how: article.discard(by, **how),
    "restore": lambda article, by, **how: article.restore(by, **how),
}

# verb -> {state before: state after}; every pair that is not here is out of turn.
LEADS = {
    "revise": {"draft": "draft", "returned": "returned", "in_review": "in_review", "scheduled": "scheduled",
               "held": "held", "published": "published", "withdrawn": "withdrawn"},
    "submit": {"draft": "in_review", "returned": "in_review"},
    "recall": {"in_review": "draft", "held": "draft"},
    "return": {"in_review": "returned", "held": "returned", "scheduled": "returned"},
    "hold": {"draft": "held", "returned": "held", "in_review": "held", "scheduled": "held"},
    "schedule": {"draft": "scheduled", "returned": "scheduled", "in_review": "scheduled", "scheduled": "scheduled"},
    "unschedule": {"scheduled": "draft"},
    "publish": {"draft": "published", "returned": "published", "in_review": "published", "scheduled": "published",
                "held": "published"},
    "correct": {"published": "published"},
    "withdraw": {"published": "withdrawn"},
    "reinstate": {"withdrawn": "published"},
    "discard": {"draft": "discarded", "returned": "discarded"},
    "restore": {"discarded": "draft"},
}  # fmt: skip


# What the guard holds, the regional team alone lets go.
RELEASE = ("publish", "held")


def all_stored() -> dict[str, Any]:
    """Return every row that a verb may write."""
    models = (Article, ArticleTag, Article.supporting.through, Revision, Correction, Receipt, LedgerEntry)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def last(article: Article) -> tuple[Any, ...]:
    """Return the last line of the article's history."""
    return article.revisions.order_by("version").values_list("version", "verb", "status", "actor", "at", "note").last()


@pytest.mark.parametrize(("verb", "status"), list(itertools.product(VERBS, Status.values)))
def test_the_table_decides(parepare, regional, verb, status):
    article = article_in(Status(status), parepare)
    before, version = all_stored(), article.version
    by = regional if (verb, status) == RELEASE else parepare
    target = LEADS[verb].get(status)
    if target is None:
        with pytest.raises(OutOfTurn) as refused:
            VERBS[verb](article, parepare, at=LATER)
        assert (refused.value.verb, refused.value.status) == (verb, status)
        assert all_stored() == before
        return
    VERBS[verb](article, by, at=LATER)
    stored = Article.objects.get(pk=article.pk)
    note = {
        "return": "Tambahkan angka.",
        "hold": "Ada tautan judi.",
        "correct": "Jumlahnya 120.",
        "withdraw": "Berita ganda.",
    }.get(verb, "")
    assert (stored.status, stored.version, stored.updated_at) == (target, version + 1, LATER)
    assert last(stored) == (version + 1, verb, target, by.pk, LATER, note)


@pytest.mark.parametrize("status", Status.values)
def test_each_state_can_be_reached(parepare, status):
    assert Article.objects.get(pk=article_in(Status(status), parepare).pk).status == status


# --- Who ------------------------------------------------------------------------------------------

WRITING = {"submit", "recall", "hold", "discard", "restore"}
PUBLISHING = {"return", "schedule", "unschedule", "publish", "correct", "withdraw", "reinstate"}


def allowed(article: Article, officer: Officer) -> set[tuple[str, str]]:
    """Return the (verb, state) pairs that `officer` may use on `article`, asked of `may` and of the verb itself."""
    told, done = set(), set()
    for verb, status in sorted(pairs(set(LEADS))):
        Article.objects.filter(pk=article.pk).update(
            status=status, first_published_at=NOON, scheduled_for=TOMORROW, withdrawn_at=NOON
        )
        article.refresh_from_db()
        if article.may(officer, verb):
            told.add((verb, status))
        before = all_stored()
        try:
            with transaction.atomic():
                VERBS[verb](article, officer, at=LATER)
                done.add((verb, status))
                raise InterruptedError
        except InterruptedError:
            pass
        except PermissionDenied:
            assert all_stored() == before
    assert told == done
    return done


def pairs(verbs: set[str]) -> set[tuple[str, str]]:
    return {(verb, status) for verb in verbs for status in LEADS[verb]}


MAY_WRITE = pairs(WRITING) | {("revise", "draft"), ("revise", "returned"), ("revise", "held")}
MAY_ALL = pairs(set(LEADS)) - {RELEASE}
MAY_NOTHING: set[tuple[str, str]] = set()


@pytest.mark.parametrize(
    ("role", "posted", "of_parepare", "of_kua"),
    [
        (Role.WRITER, "parepare", MAY_WRITE, MAY_NOTHING),
        (Role.OFFICER, "parepare", MAY_ALL, MAY_NOTHING),
        (Role.EDITOR, "parepare", MAY_ALL, MAY_ALL),
        (Role.OFFICER, "pinrang", MAY_NOTHING, MAY_NOTHING),
        (Role.EDITOR, "pinrang", MAY_NOTHING, MAY_NOTHING),
        (Role.WRITER, "kua", MAY_NOTHING, MAY_WRITE),
        (Role.OFFICER, "kua", MAY_NOTHING, MAY_WRITE),
        (Role.EDITOR, "kua", MAY_NOTHING, MAY_ALL),
        (Role.EDITOR, "kanwil", MAY_ALL, MAY_ALL),
        (Role.REGIONAL, "pinrang", MAY_ALL | {RELEASE}, MAY_ALL | {RELEASE}),
    ],
)
def test_who_may(units, parepare, editor, role, posted, of_parepare, of_kua):
    officer = cast.officer("seat", role, getattr(units, posted))
    assert allowed(cast.write(parepare), officer) == of_parepare
    assert allowed(cast.write(editor, satker=units.kua), officer) == of_kua


@pytest.mark.parametrize("role", Role)
def test_an_officer_who_left_may_nothing(units, parepare, role):
    officer = cast.officer("seat", role, units.parepare, is_active=False)
    article = cast.write(parepare)
    assert allowed(article, officer) == MAY_NOTHING
    with pytest.raises(PermissionDenied):
        cast.write(officer)
    assert Article.objects.count() == 1


def test_nobody_starts_an_article_for_a_unit_out_of_reach(units, parepare, pinrang, kua, editor, regional):
    def started(by: Officer) -> list[str]:
        done = []
        for unit in units:
            with suppress(PermissionDenied):
                done.append(cast.write(by, satker=unit).satker.code)
        return done

    assert started(parepare) == ["KK-73.72"]
    assert started(pinrang) == ["KK-73.15"]
    assert started(kua) == ["KUA-73.72.01"]
    assert started(editor) == ["KK-73.72", "KUA-73.72.01"]
    assert started(regional) == [unit.code for unit in units]


# --- Two at once, twice the same ------------------------------------------------------------------


@pytest.mark.parametrize("verb", VERBS)
def test_a_stale_copy_changes_nothing(parepare, editor, verb):
    """Every verb, not the text form alone: a button on an old page acts on a text that nobody saw."""
    article = article_in(Status(next(iter(LEADS[verb]))), parepare)
    read = article.version
    Article.objects.filter(pk=article.pk).update(version=read + 1, title="Yang disimpan rekan")
    before = all_stored()
    with pytest.raises(Stale) as refused:
        VERBS[verb](article, parepare, version=read, at=LATER)
    assert (refused.value.read, refused.value.current) == (read, read + 1)
    assert all_stored() == before
    assert Article.objects.get(pk=article.pk).title == "Yang disimpan rekan"


def test_the_version_that_was_read_is_enough(parepare):
    article = cast.write(parepare)
    article.revise(parepare, version=1, title="Kedua", at=LATER)
    article.revise(parepare, version=2, title="Ketiga", at=LATER)
    assert list(article.revisions.order_by("version").values_list("version", "content__title")) == [
        (1, "Manasik di Masjid Raya"),
        (2, "Kedua"),
        (3, "Ketiga"),
    ]


def test_the_same_form_sent_twice_is_one_article(parepare):
    token = uuid.uuid4()
    first = cast.write(parepare, token=token)
    before = all_stored()
    assert cast.write(parepare, "Judul lain", token=token) == first
    assert all_stored() == before
    assert cast.write(parepare, token=uuid.uuid4()) != first


def test_a_token_does_not_open_another_officers_article(parepare, pinrang):
    token = uuid.uuid4()
    cast.write(parepare, "Rahasia Parepare", token=token)
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.write(pinrang, token=token)
    assert list(Article.objects.editable_by(pinrang)) == []


# --- What each verb asks and leaves ---------------------------------------------------------------


def test_a_draft_is_kept_as_it_was_handed_over(units, parepare):
    article = cast.write(
        parepare, "Jum'at Bersih", tags=["haji", "manasik"], supporting=[units.pinrang, units.parepare],
        body="<p>Isi <script>alert(1)</script>berita</p>", writer="Wn.", place="Bacukiki",
    )  # fmt: skip
    stored = Article.objects.get(pk=article.pk)
    assert (stored.slug, stored.status, stored.version, stored.created_by) == ("jumat-bersih", "draft", 1, parepare)
    expected = {
        "title": "Jum'at Bersih", "lead": "", "body": "<p>Isi berita</p>", "category": cast.category().pk,
        "programme": None, "lead_photo": None, "photo": None, "gallery": [], "writer": "Wn.", "editor": "",
        "place": "Bacukiki", "tags": ["haji", "manasik"], "supporting": [units.pinrang.pk],
    }  # fmt: skip
    assert stored.content() == expected
    assert stored.revisions.get().content == expected
    assert stored.dateline == "Bacukiki, (Humas Parepare)"


def test_no_verb_writes_what_is_not_content(parepare, pinrang):
    for name, value in {"status": "published", "satker": pinrang.satker, "first_published_at": NOON}.items():
        with pytest.raises(TypeError, match=name):
            cast.write(parepare).revise(parepare, **{name: value})
    assert set(Article.objects.values_list("status", "satker")) == {("draft", parepare.satker_id)}


@pytest.fixture
def photo(units, parepare) -> Photo:
    return Photo.objects.create(satker=units.parepare, stem="foto/x", width=9, height=9, sha256="0", caption="", alt="")


WHAT_IS_MISSING = {
    "title": ["Write a title."],
    "body": ["Write the text of the story."],
    "category": ["Choose a category."],
    "photo_alt": ["Say what the photo shows, for readers who cannot see it."],
    "photo_caption": ["Write a caption for the photo."],
}


@pytest.mark.parametrize("verb", ["submit", "schedule", "publish"])
def test_it_says_all_that_is_missing_at_once(parepare, photo, verb):
    article = cast.write(parepare, " ", body="<p>&nbsp;</p><hr>", category=None, lead_photo=photo)
    before = all_stored()
    with pytest.raises(ValidationError) as refused:
        VERBS[verb](article, parepare, at=LATER)
    assert refused.value.message_dict == WHAT_IS_MISSING
    assert all_stored() == before


@pytest.mark.parametrize(
    ("status", "correction"),
    [(Status.PUBLISHED, ""), (Status.PUBLISHED, "Judulnya keliru."), (Status.SCHEDULED, "")],
)
def test_what_readers_see_cannot_be_emptied(parepare, photo, status, correction):
    article = article_in(status, parepare)
    before = all_stored()
    with pytest.raises(ValidationError) as refused:
        article.revise(
            parepare, title="", body="<p></p>", category=None, lead_photo=photo, correction=correction, at=LATER
        )
    assert refused.value.message_dict == WHAT_IS_MISSING
    assert all_stored() == before


def test_a_draft_may_be_emptied(parepare):
    article = cast.write(parepare)
    article.revise(parepare, title="", body="", category=None, at=LATER)
    assert (article.title, article.body, article.slug) == ("", "", "berita")


def test_a_withdrawn_article_whose_photo_lost_its_words_stays_withdrawn(parepare, photo):
    article = article_in(Status.WITHDRAWN, parepare)
    Article.objects.filter(pk=article.pk).update(lead_photo=photo)
    with pytest.raises(ValidationError) as refused:
        article.reinstate(parepare, at=LATER)
    assert list(refused.value.message_dict) == ["photo_alt", "photo_caption"]
    assert Article.objects.get(pk=article.pk).status == "withdrawn"


@pytest.mark.parametrize("late", [dt.timedelta(0), dt.timedelta(microseconds=1), dt.timedelta(days=400)])
def test_nothing_is_scheduled_for_a_moment_that_passed(parepare, late):
    article = cast.write(parepare)
    before = all_stored()
    with pytest.raises(ValidationError) as refused:
        article.schedule(parepare, NOON - late, at=NOON)
    assert refused.value.message_dict == {"scheduled_for": ["This time has passed. Choose a later one."]}
    assert all_stored() == before


def test_it_is_due_when_its_time_has_come(parepare):
    article_in(Status.DRAFT, parepare)
    article = article_in(Status.SCHEDULED, parepare)
    assert list(Article.objects.due(TOMORROW - dt.timedelta(microseconds=1))) == []
    assert list(Article.objects.due(TOMORROW)) == [article]
    article.publish(None, at=TOMORROW)
    assert list(Article.objects.due(TOMORROW)) == []
    assert (article.scheduled_for, article.first_published_at) == (None, TOMORROW)


def test_the_clock_acts_for_nobody(parepare):
    article = article_in(Status.SCHEDULED, parepare)
    article.publish(None, at=TOMORROW)
    assert last(article) == (3, "publish", "published", None, TOMORROW, "")
    assert article.ledger.get().actor is None


def test_a_correction_adds_a_dated_ralat(parepare, editor):
    article = article_in(Status.PUBLISHED, parepare)
    article.revise(editor, title="Manasik diikuti 120 orang", correction="Jumlahnya 120, bukan 210.", at=LATER)
    assert list(article.corrections.values_list("text", "at", "actor")) == [
        ("Jumlahnya 120, bukan 210.", LATER, editor.pk)
    ]
    article.revise(editor, title="Manasik diikuti 120 jemaah", at=TOMORROW)
    assert article.corrections.count() == 1, "a small edit leaves no Ralat"
    assert Article.objects.get().first_published_at == NOON


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_it_withdraws_with_a_reason_only(parepare, reason):
    article = article_in(Status.PUBLISHED, parepare)
    before = all_stored()
    with pytest.raises(ValidationError) as refused:
        article.withdraw(parepare, reason, at=LATER)
    assert refused.value.message_dict == {"reason": ["Say why the article is withdrawn: readers will see it."]}
    assert all_stored() == before


def test_a_withdrawn_article_tells_why_and_since_when(parepare):
    article = article_in(Status.PUBLISHED, parepare)
    article.withdraw(parepare, " Berita ganda. ", at=LATER)
    stored = Article.objects.get()
    assert (stored.withdrawn_reason, stored.withdrawn_at) == ("Berita ganda.", LATER)
    assert list(Article.objects.published()) == []
    stored.reinstate(parepare, at=TOMORROW)
    stored = Article.objects.get()
    assert (stored.withdrawn_reason, stored.withdrawn_at, stored.first_published_at) == ("", None, NOON)
    assert list(Article.objects.published()) == [stored]


def test_only_what_is_published_is_public(parepare):
    for status in Status:
        article_in(status, parepare, title=status.value)
    assert [article.title for article in Article.objects.published()] == ["published"]


def test_a_tag_shows_what_is_public(parepare):
    article = article_in(Status.DRAFT, parepare, tags=["haji"])

    def shown() -> list[dt.datetime | None]:
        return list(ArticleTag.objects.order_by("pk").values_list("public_at", flat=True))

    assert shown() == [None]
    article.publish(parepare, at=NOON)
    assert shown() == [NOON]
    article.revise(parepare, tags=["haji", "manasik"], at=LATER)
    assert shown() == [NOON, NOON]
    article.withdraw(parepare, "Berita ganda.", at=LATER)
    assert shown() == [None, None]
    article.reinstate(parepare, at=TOMORROW)
    assert shown() == [NOON, NOON]


def test_tags_are_kept_once_however_they_are_written(parepare):
    cast.write(parepare, tags=["haji"])
    assert cast.write(parepare, tags=["Haji"]).content()["tags"] == ["haji"]


def test_nothing_that_was_saved_can_be_deleted(parepare):
    article = article_in(Status.PUBLISHED, parepare)
    with pytest.raises(Exception, match="protected"), transaction.atomic():
        article.delete()
    with pytest.raises(Exception, match="protected"), transaction.atomic():
        cast.write(parepare).delete()


@pytest.mark.parametrize(
    "impossible",
    [
        {"status": "published", "first_published_at": None},
        {"status": "withdrawn", "first_published_at": None},
        {"status": "scheduled", "scheduled_for": None},
    ],
)
def test_the_database_refuses_a_state_without_its_date(parepare, impossible):
    article = cast.write(parepare)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**impossible)


def test_the_text_of_an_imported_story_is_kept_before_its_first_change(parepare):
    article = cast.published(parepare, body="<p>Teks asal.</p>")
    article.revisions.update(content=None)
    Article.objects.filter(pk=article.pk).update(source="lama", external_id="1")
    article.revise(parepare, body="<p>Teks baru.</p>")
    kept = article.revisions.filter(content__isnull=False).order_by("version")
    assert [line.content["body"] for line in kept] == ["<p>Teks asal.</p>", "<p>Teks baru.</p>"]


def test_what_was_withdrawn_can_be_mended_and_shown_again(parepare):
    article = cast.published(parepare)
    article.withdraw(parepare, "Kategori keliru.")
    Article.objects.filter(pk=article.pk).update(category=None)
    with pytest.raises(ValidationError):
        article.reinstate(parepare)
    article.revise(parepare, category=cast.category())
    article.reinstate(parepare)
    assert (article.status, article.ledger.count()) == (Status.PUBLISHED, 3)
