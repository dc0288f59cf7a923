"""Counting rules as data: what they let count, that they never reach back, and the way to a second look."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction

from news import html, ledger, likeness, measuring, proof
from news.importing import engine
from news.models import (
    Article,
    Band,
    CountingRule,
    LedgerEntry,
    Measure,
    OutOfTurn,
    Photo,
    Receipt,
    SecondLook,
    Status,
    Tally,
)
from news.rekap.simulator import replay
from satker.models import Officer
from tests import cast
from tests.cast import Units, wita

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def sixty(stem: str) -> str:
    """Return a text of sixty words of its own."""
    return "<p>" + " ".join(f"{stem}{one}{two}" for one in "bcdfgk" for two in "aeioubcdfg") + "</p>"


LONG, OTHER = sixty("kata"), sixty("lain")
SHORT = "<p>Hanya lima kata di sini.</p>"
BEFORE, START, AFTER = wita(2026, 3, 1, 9), dt.date(2026, 4, 1), wita(2026, 4, 2, 9)


def adopt(regional: Officer, **fields: Any) -> CountingRule:
    """Put a rule in force from 1 April 2026."""
    rule = CountingRule.objects.create(name="Baru", made_by=regional, **fields)
    rule.adopt(regional, START, at=BEFORE)
    return rule


def rows(article: Article) -> list[tuple[Any, ...]]:
    return list(article.ledger.order_by("pk").values_list("satker__code", "role", "day", "delta", "reason", "why"))


def photo_of(units: Units, **words: str) -> Photo:
    return Photo.objects.create(satker=units.parepare, stem=f"foto/{words}", width=9, height=9, sha256="0", **words)


# --- What a rule lets count -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "body", "words", "why"),
    [
        ({"min_words": 60}, LONG, None, ""),
        ({"min_words": 61}, LONG, None, "words"),
        ({"needs_photo": True}, LONG, {"caption": "Jemaah", "alt": "Jemaah duduk"}, ""),
        ({"needs_photo": True}, LONG, None, "photo"),
        ({"min_words": 10, "needs_photo": True}, SHORT, None, "words photo"),
        ({"copies_count": False}, OTHER, None, ""),
        ({"copies_count": False}, LONG, None, "copy"),
        ({"copies_count": False, "copy_percent": 100}, LONG + "<p>Dan sebuah alinea lain lagi.</p>", None, ""),
    ],
)
def test_the_rule_of_the_day_decides(
    fields: dict[str, Any], body: str, words: dict[str, str] | None, why: str,
    regional: Officer, parepare: Officer, pinrang: Officer, units: Units,
) -> None:  # fmt: skip
    cast.published(pinrang, "Asli", body=LONG, at=BEFORE)
    rule = adopt(regional, **fields)
    photo = photo_of(units, **words) if words else None
    article = cast.published(parepare, "Baru", body=body, at=AFTER, lead_photo=photo)
    day = dt.date(2026, 4, 2)
    wanted = (0, "not_counted", why) if why else (1, "first_publication", "")
    assert rows(article) == [("KK-73.72", "lead", day, *wanted)]
    assert {row.rule_version for row in article.ledger.all()} == {rule.version} == {2}
    assert article.receipt.code == "PRP-2026-0001", "the number is given whether it counts or not"
    assert Tally.objects.lead().filter(month=4).total() == (0 if why else 1)
    assert list(proof.verify()) == []


def test_a_rule_never_reaches_back(regional: Officer, parepare: Officer, units: Units) -> None:
    early = cast.published(parepare, body=SHORT, at=BEFORE, supporting=[units.pinrang])
    adopt(regional, min_words=100, credits_supporting=False)
    early.withdraw(parepare, "Keliru.", at=AFTER)
    early.reinstate(parepare, at=AFTER)
    assert {row.rule_version for row in early.ledger.all()} == {1}
    assert sum(row.delta for row in early.ledger.all()) == 2, "lead and supporting, as rule 1 says"
    assert list(proof.verify(2026)) == []


def test_a_story_that_is_not_counted_stays_so_whatever_is_done_to_it(regional: Officer, parepare: Officer) -> None:
    adopt(regional, min_words=60)
    article = cast.published(parepare, body=SHORT, at=AFTER)
    article.revise(parepare, body=LONG, at=AFTER)
    article.withdraw(parepare, "Keliru.", at=AFTER)
    article.reinstate(parepare, at=AFTER)
    assert [row[3:5] for row in rows(article)] == [(0, "not_counted")]
    assert list(proof.verify()) == []


def test_supporting_units_are_credited_only_where_the_rule_says(
    regional: Officer, parepare: Officer, units: Units
) -> None:
    adopt(regional, credits_supporting=False)
    article = cast.published(parepare, at=AFTER, supporting=[units.pinrang])
    assert [row[:2] for row in rows(article)] == [("KK-73.72", "lead")]
    assert list(proof.verify()) == []


@pytest.mark.parametrize(("days", "counts"), [(29, 0), (30, 0), (31, 1)])
def test_a_late_withdrawal_may_keep_its_count(days: int, counts: int, regional: Officer, parepare: Officer) -> None:
    adopt(regional, withdrawn_within=30)
    article = cast.published(parepare, at=AFTER)
    article.withdraw(parepare, "Keliru.", at=AFTER + dt.timedelta(days=days))
    assert Tally.objects.lead().total() == counts
    assert list(proof.verify()) == []


def test_the_day_may_begin_later(regional: Officer, parepare: Officer) -> None:
    rule = adopt(regional, day_begins=dt.time(4, 0))
    assert rule.day_of(wita(2027, 1, 1, 3, 59)) == dt.date(2026, 12, 31)
    late = cast.published(parepare, at=wita(2027, 1, 1, 3, 59))
    new = cast.published(parepare, at=wita(2027, 1, 1, 4, 0))
    assert [row[2] for row in rows(late) + rows(new)] == [dt.date(2026, 12, 31), dt.date(2027, 1, 1)]
    assert [late.receipt.code, new.receipt.code] == ["PRP-2026-0001", "PRP-2027-0001"]
    assert [list(proof.verify(year)) for year in (2026, 2027, None)] == [[], [], []]


def test_an_import_is_counted_by_the_rule_of_its_day(regional: Officer, units: Units, english: None) -> None:
    adopt(regional, min_words=60, copies_count=False)

    def record(number: int, day: dt.datetime, body: str) -> engine.Record:
        return engine.Record(
            external_id=str(number), title=f"Berita {number}", satker=units.parepare, published_at=day,
            body_html=body, supporting=(units.pinrang,),
        )  # fmt: skip

    engine.run("uji", [
        record(1, BEFORE, SHORT), record(2, wita(2026, 4, 2, 8), SHORT), record(3, wita(2026, 4, 3, 8), LONG),
        record(4, wita(2026, 4, 4, 8), LONG),
    ])  # fmt: skip
    found = LedgerEntry.objects.order_by("article", "role").values_list(
        "article__external_id", "role", "delta", "reason", "why", "rule_version"
    )
    assert list(found) == [
        ("1", "lead", 1, "import", "", 1), ("1", "supporting", 1, "import", "", 1),
        ("2", "lead", 0, "not_counted", "words copy", 2),
        ("3", "lead", 1, "import", "", 2), ("3", "supporting", 1, "import", "", 2),
        ("4", "lead", 0, "not_counted", "copy", 2),
    ]  # fmt: skip
    assert Receipt.objects.count() == 4
    assert list(proof.verify()) == []


# --- How a rule comes into force ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("starts_on", "told"),
    [
        (dt.date(2026, 3, 1), "Choose a day to come: what is counted already stays as it is."),
        (dt.date(2026, 2, 1), "Choose a day to come: what is counted already stays as it is."),
    ],
)
def test_it_starts_on_a_day_to_come(starts_on: dt.date, told: str, regional: Officer) -> None:
    rule = CountingRule.objects.create(name="Baru")
    with pytest.raises(ValidationError) as refused:
        rule.adopt(regional, starts_on, at=BEFORE)
    assert refused.value.message_dict == {"starts_on": [told]}
    assert CountingRule.objects.get(pk=rule.pk).version is None


def test_two_rules_do_not_start_on_one_day(regional: Officer) -> None:
    adopt(regional)
    second = CountingRule.objects.create(name="Kedua")
    for day in (START, START - dt.timedelta(days=1)):
        with pytest.raises(ValidationError):
            second.adopt(regional, day, at=BEFORE)
    second.adopt(regional, START + dt.timedelta(days=1), at=BEFORE)
    assert list(CountingRule.objects.adopted().values_list("version", "name")) == [
        (3, "Kedua"), (2, "Baru"), (1, "Setiap berita dihitung sekali"),
    ]  # fmt: skip


def test_it_starts_within_a_year(regional: Officer) -> None:
    rule = CountingRule.objects.create(name="Baru")
    for day in (dt.date(9999, 12, 31), dt.date(2027, 3, 2)):
        with pytest.raises(ValidationError) as refused:
            rule.adopt(regional, day, at=BEFORE)
        assert refused.value.message_dict == {"starts_on": ["A rule is adopted at most one year ahead."]}
    rule.adopt(regional, dt.date(2027, 3, 1), at=BEFORE)
    leap = CountingRule.objects.create(name="Kabisat")
    with pytest.raises(ValidationError):
        leap.adopt(regional, dt.date(2029, 3, 2), at=wita(2028, 2, 29, 9))
    leap.adopt(regional, dt.date(2029, 3, 1), at=wita(2028, 2, 29, 9))


def test_a_rule_that_has_not_started_is_called_off(regional: Officer, parepare: Officer) -> None:
    rule = adopt(regional, min_words=60, needs_photo=True, withdrawn_within=30, day_begins=dt.time(4))
    stale = CountingRule.objects.get(pk=rule.pk)
    said = rule.sentences()
    with pytest.raises(PermissionDenied):
        rule.call_off(parepare, at=BEFORE)
    rule.call_off(regional, at=wita(2026, 3, 31, 23, 59))
    found = CountingRule.objects.get(pk=rule.pk)
    assert (found.name, found.made_by, found.sentences()) == ("Baru", regional, said)
    assert (found.version, found.starts_on, found.adopted_by, found.adopted_at) == (None, None, None, None)
    assert (rule.version, list(proof.verify())) == (None, [])
    with pytest.raises(ValidationError):
        stale.call_off(regional, at=BEFORE)  # somebody else was quicker
    cast.published(parepare, body=SHORT, at=AFTER)
    assert Tally.objects.lead().total() == 1
    found.adopt(regional, dt.date(2026, 4, 5), at=wita(2026, 4, 3))
    assert (found.version, list(proof.verify())) == (2, [])


def test_what_has_started_or_is_followed_by_another_rule_is_not_called_off(regional: Officer) -> None:
    first = CountingRule.objects.get(version=1)
    rule = adopt(regional)
    draft = CountingRule.objects.create(name="Kedua")
    told = "Only the latest rule is called off, and only before its first day."
    for each, at in ((first, BEFORE), (draft, BEFORE), (rule, wita(2026, 4, 1, 0))):
        with pytest.raises(ValidationError) as refused:
            each.call_off(regional, at=at)
        assert refused.value.messages == [told]
    draft.adopt(regional, START + dt.timedelta(days=1), at=BEFORE)
    with pytest.raises(ValidationError):
        rule.call_off(regional, at=BEFORE)
    draft.call_off(regional, at=BEFORE)
    rule.call_off(regional, at=BEFORE)
    assert list(CountingRule.objects.values_list("version", "pk").order_by("pk")) == [
        (1, first.pk), (None, rule.pk), (None, draft.pk),
    ]  # fmt: skip


def test_only_the_regional_team_adopts(parepare: Officer, editor: Officer) -> None:
    rule = CountingRule.objects.create(name="Baru")
    for officer in (parepare, editor):
        with pytest.raises(PermissionDenied):
            rule.adopt(officer, START, at=BEFORE)


def test_the_database_refuses_to_change_an_adopted_rule(regional: Officer) -> None:
    rule = adopt(regional)
    for statement in ("UPDATE news_countingrule SET min_words = 9", "UPDATE news_countingrule SET version = NULL"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    draft = CountingRule.objects.create(name="Rancangan")
    CountingRule.objects.filter(pk=draft.pk).update(min_words=9)
    assert set(CountingRule.objects.values_list("pk", "min_words").filter(pk__in=[rule.pk, draft.pk])) == {
        (rule.pk, 0), (draft.pk, 9),
    }  # fmt: skip


# --- Second looks ---------------------------------------------------------------------------------


@pytest.fixture
def uncounted(regional: Officer, parepare: Officer, units: Units) -> Article:
    adopt(regional, min_words=60)
    return cast.published(parepare, body=SHORT, at=AFTER, supporting=[units.pinrang])


def test_a_granted_look_counts_the_story_on_its_own_day(
    uncounted: Article, regional: Officer, parepare: Officer
) -> None:
    look = SecondLook.ask(uncounted, parepare, " Ini pengumuman resmi. ", at=AFTER)
    look.decide(regional, True, "Pengumuman memang pendek.", at=wita(2026, 5, 1))
    day = dt.date(2026, 4, 2)
    assert rows(uncounted) == [
        ("KK-73.72", "lead", day, 0, "not_counted", "words"),
        ("KK-73.72", "lead", day, 1, "look_granted", "Pengumuman memang pendek."),
        ("KK-73.15", "supporting", day, 1, "look_granted", "Pengumuman memang pendek."),
    ]
    stored = SecondLook.objects.get()
    assert (stored.words, stored.granted, stored.entry.reason) == ("Ini pengumuman resmi.", True, "look_granted")
    assert Tally.objects.lead().per_month()[3] == 1
    uncounted.withdraw(parepare, "Keliru.", at=wita(2026, 6, 1))
    assert Tally.objects.lead().total() == 0
    uncounted.reinstate(parepare, at=wita(2026, 6, 2))
    assert Tally.objects.lead().total() == 1
    assert list(proof.verify()) == []


def test_a_declined_look_is_a_row_too(uncounted: Article, regional: Officer, parepare: Officer) -> None:
    look = SecondLook.ask(uncounted, parepare, "Mohon ditinjau.", at=AFTER)
    look.decide(regional, False, "Terlalu pendek.", at=AFTER)
    assert [row[3:] for row in rows(uncounted)] == [
        (0, "not_counted", "words"),
        (0, "look_declined", "Terlalu pendek."),
    ]
    assert Tally.objects.lead().total() == 0
    with pytest.raises(ValidationError):
        look.decide(regional, True, "Berubah pikiran.", at=AFTER)
    assert list(proof.verify()) == []


def test_who_asks_and_who_answers(
    uncounted: Article, regional: Officer, parepare: Officer, pinrang: Officer, editor: Officer
) -> None:
    with pytest.raises(PermissionDenied):
        SecondLook.ask(uncounted, pinrang, "Bukan milik saya.", at=AFTER)
    look = SecondLook.ask(uncounted, editor, "Mohon ditinjau.", at=AFTER)
    for officer in (parepare, editor):
        with pytest.raises(PermissionDenied):
            look.decide(officer, True, "Ya.", at=AFTER)
    with pytest.raises(ValidationError):
        SecondLook.ask(uncounted, parepare, "Sekali lagi.", at=AFTER)
    assert SecondLook.objects.count() == 1


def test_there_is_nothing_to_ask_of_a_story_that_counts(parepare: Officer) -> None:
    for article in (cast.published(parepare), cast.write(parepare)):
        with pytest.raises(ValidationError):
            SecondLook.ask(article, parepare, "Mohon ditinjau.")
    assert SecondLook.objects.count() == 0


# --- The simulator --------------------------------------------------------------------------------


def test_a_replay_tells_what_adoption_would_have_counted(
    regional: Officer, parepare: Officer, pinrang: Officer, units: Units
) -> None:
    """The same stories, once under rule 1 and replayed, once really counted by the rule."""
    cast.published(pinrang, "Asli", body=LONG, at=wita(2026, 1, 5, 9))
    cast.published(pinrang, "Salinan", body=LONG, at=wita(2026, 2, 5, 9), supporting=[units.parepare])
    cast.published(parepare, "Pendek", body=SHORT, at=wita(2026, 2, 6, 9), supporting=[units.pinrang])
    cast.published(parepare, "Panjang", body=OTHER, at=wita(2026, 3, 1, 2), supporting=[units.pinrang])
    cast.published(parepare, "Ditarik", body=sixty("tarik"), at=wita(2026, 3, 2, 9)).withdraw(
        parepare, "Keliru.", at=wita(2026, 5, 2, 9)
    )
    draft = CountingRule.objects.create(
        name="Ketat", min_words=50, copies_count=False, withdrawn_within=30, day_begins=dt.time(3, 0)
    )
    before = list(LedgerEntry.objects.order_by("pk").values())
    found = replay(draft, 2026)
    assert (found.now, found.then) == (
        [1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    )  # fmt: skip
    assert [(each.unit.code, each.now, each.then, dict(each.failing)) for each in found.effects] == [
        ("KK-73.72", 2, 2, {"words": 1}), ("KK-73.15", 2, 1, {"copy": 1}),
    ]  # fmt: skip
    assert [effect.unit.code for effect in found.changed] == ["KK-73.15"]
    assert (found.supporting_now, found.supporting_then) == (3, 1)
    assert list(LedgerEntry.objects.order_by("pk").values()) == before, "a trial changes nothing"


# --- Near-copies ----------------------------------------------------------------------------------


def test_likeness_is_the_share_of_common_shingles() -> None:
    one = likeness.shingles("satu dua tiga empat lima")
    assert likeness.likeness(one, one) == 100
    assert likeness.likeness(one, likeness.shingles("SATU, dua tiga: empat lima!")) == 100
    assert likeness.likeness(one, likeness.shingles("satu dua tiga empat enam")) == 33
    assert likeness.likeness(one, likeness.shingles("")) == 0
    assert likeness.keys(set()) == []


@pytest.mark.parametrize("kept", [100, 95, 90, 85])
def test_a_near_copy_is_found_by_its_keys(kept: int) -> None:
    words = [f"w{number}" for number in range(300)]
    copy = [word if place % 100 < kept else f"x{place}" for place, word in enumerate(words)]
    one, two = likeness.shingles(" ".join(words)), likeness.shingles(" ".join(copy))
    assert likeness.likeness(one, two) >= kept - 20
    assert set(likeness.keys(one)) & set(likeness.keys(two))


def test_the_earlier_story_is_the_original(parepare: Officer, pinrang: Officer) -> None:
    first = cast.published(pinrang, body=LONG, at=wita(2026, 3, 2, 9))
    second = cast.published(parepare, body=LONG + "<p>Tambahan.</p>", at=wita(2026, 3, 3, 9))
    third = cast.published(parepare, body=OTHER, at=wita(2026, 3, 4, 9))
    found = Measure.objects.order_by("pk").values_list("article", "words", "likeness", "like")
    assert list(found) == [
        (first.pk, 60, 0, None), (second.pk, html.words(second.body), 98, first.pk), (third.pk, 60, 0, None),
    ]  # fmt: skip


def test_an_import_is_compared_later_in_the_order_of_its_dates(units: Units) -> None:
    engine.run("uji", [
        engine.Record(external_id=str(number), title=f"B {number}", satker=units.parepare, body_html=body,
                      published_at=wita(2026, 3, number, 9))
        for number, body in ((1, LONG), (2, LONG), (3, OTHER))
    ])  # fmt: skip
    assert (measuring.pending(), Band.objects.count()) == (3, 0)
    assert list(measuring.compare_pending(2)) == [2]
    assert list(measuring.compare_pending()) == [1]
    assert list(measuring.compare_pending()) == []
    first = Article.objects.get(external_id="1").pk
    assert list(Measure.objects.order_by("pk").values_list("likeness", "like")) == [(0, None), (100, first), (0, None)]
    assert Band.objects.count() == 24


# --- The guard ------------------------------------------------------------------------------------

BAD = "<p>Daftar slot gacor maxwin hari ini.</p>"


def test_the_guard_holds_and_the_regional_team_lets_go(parepare: Officer, regional: Officer) -> None:
    article = cast.write(parepare, body=BAD)
    article.publish(parepare, at=AFTER)
    assert (article.status, article.first_published_at, article.ledger.count()) == (Status.HELD, None, 0)
    line = article.revisions.get(verb="hold")
    assert (line.actor, "slot gacor" in line.note) == (parepare, True)
    assert list(Article.objects.held()) == [article]
    with pytest.raises(PermissionDenied):
        article.publish(parepare, at=AFTER)
    article.publish(regional, at=AFTER)
    assert (article.status, article.receipt.code) == (Status.PUBLISHED, "PRP-2026-0001")


def test_the_guard_looks_at_what_is_scheduled(parepare: Officer) -> None:
    article = cast.write(parepare, body=BAD)
    article.schedule(parepare, AFTER, at=BEFORE)
    assert (article.status, article.scheduled_for) == (Status.HELD, None)
    with pytest.raises(OutOfTurn):
        article.schedule(parepare, AFTER, at=BEFORE)


def test_a_public_text_cannot_be_turned_into_an_advertisement(parepare: Officer, regional: Officer) -> None:
    article = cast.published(parepare, at=AFTER)
    with pytest.raises(ValidationError) as refused:
        article.revise(parepare, body=BAD, at=AFTER)
    assert refused.value.message_dict["body"][0] == "Not saved: this change has to be made by the regional team."
    assert "gacor" not in Article.objects.get(pk=article.pk).body
    article.revise(regional, body=BAD, at=AFTER)
    article.revise(parepare, body=BAD, lead="Tambahan.", at=AFTER)  # what stands already is no news
    assert Article.objects.get(pk=article.pk).lead == "Tambahan."


def test_is_counted_asks_the_ledger(parepare: Officer, uncounted: Article) -> None:
    assert ledger.is_counted(uncounted) is False
    assert ledger.is_counted(cast.published(parepare, body=LONG, at=AFTER)) is True
