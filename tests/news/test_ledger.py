"""What counts, when, for whom: receipts, ledger and tally, against a recount in plain Python."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news import ledger
from news.models import Article, LedgerEntry, OutOfTurn, Receipt, Revision, Status, Tally
from satker.access import Role
from satker.models import Satker
from tests import cast
from tests.cast import NOON, article_in, wita

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 3, 10)


def rows(article: Article | None = None) -> list[tuple[Any, ...]]:
    """Return the ledger as (code of the unit, role, day, delta, reason)."""
    entries = LedgerEntry.objects.order_by("pk").filter(**({"article": article} if article else {}))
    return list(entries.values_list("satker__code", "role", "day", "delta", "reason"))


def tallies() -> dict[tuple[str, str, int, int], int]:
    """Return the tally as {(code, role, year, month): count}, without zeros."""
    found = Tally.objects.exclude(count=0).values_list("satker__code", "role", "year", "month", "count")
    return {tuple(key): count for *key, count in found}


def receipts() -> list[str]:
    return list(Receipt.objects.order_by("satker__code", "year", "number").values_list("code", flat=True))


# --- One article ----------------------------------------------------------------------------------


def test_the_first_publication_is_numbered_and_counted(parepare):
    article = article_in(Status.PUBLISHED, parepare)
    receipt = article.receipt
    assert (receipt.code, receipt.satker, receipt.year, receipt.number, receipt.issued_at) == (
        "PRP-2026-0001", parepare.satker, 2026, 1, NOON,
    )  # fmt: skip
    assert rows() == [("KK-73.72", "lead", TODAY, 1, "first_publication")]
    entry = article.ledger.get()
    assert (entry.rule_version, entry.actor, entry.recorded_at) == (1, parepare, NOON)
    assert tallies() == {("KK-73.72", "lead", 2026, 3): 1}


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PUBLISHED, Status.WITHDRAWN}))
def test_what_was_never_public_counts_nowhere(units, parepare, status):
    article_in(status, parepare, supporting=[units.pinrang])
    assert (rows(), tallies(), receipts()) == ([], {}, [])


def test_a_withdrawal_stops_counting_on_the_day_of_publication(parepare):
    article = article_in(Status.PUBLISHED, parepare)
    article.withdraw(parepare, "Berita ganda.", at=wita(2027, 2, 1, 8))
    assert rows() == [
        ("KK-73.72", "lead", TODAY, 1, "first_publication"),
        ("KK-73.72", "lead", TODAY, -1, "withdrawal"),
    ]
    assert (tallies(), receipts()) == ({}, ["PRP-2026-0001"])


def test_a_reinstatement_counts_again_under_the_same_number(units, parepare):
    article = article_in(Status.PUBLISHED, parepare, supporting=[units.pinrang])
    article.withdraw(parepare, "Berita ganda.", at=wita(2027, 2, 1, 8))
    article.reinstate(parepare, at=wita(2027, 2, 2, 8))
    assert rows()[2:] == [
        ("KK-73.72", "lead", TODAY, -1, "withdrawal"),
        ("KK-73.15", "supporting", TODAY, -1, "withdrawal"),
        ("KK-73.72", "lead", TODAY, 1, "reinstatement"),
        ("KK-73.15", "supporting", TODAY, 1, "reinstatement"),
    ]
    assert tallies() == {("KK-73.72", "lead", 2026, 3): 1, ("KK-73.15", "supporting", 2026, 3): 1}
    assert receipts() == ["PRP-2026-0001"]


def test_supporting_units_are_credited_apart_and_never_added(units, parepare):
    article_in(Status.PUBLISHED, parepare, supporting=[units.pinrang, units.kua, units.parepare])
    assert sorted(rows()) == [
        ("KK-73.15", "supporting", TODAY, 1, "first_publication"),
        ("KK-73.72", "lead", TODAY, 1, "first_publication"),
        ("KUA-73.72.01", "supporting", TODAY, 1, "first_publication"),
    ]
    assert Tally.objects.lead().total() == 1
    assert LedgerEntry.objects.lead().aggregate(total=Sum("delta")) == {"total": 1}
    assert LedgerEntry.objects.lead().of(units.pinrang).count() == 0
    assert Tally.objects.lead().per_month() == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert Tally.objects.lead().per_regency() == {"Kota Parepare": 1}


def test_a_unit_does_not_support_itself_however_it_was_written(units, parepare):
    article = cast.write(parepare)
    article.supporting.add(units.parepare, units.pinrang)
    article.publish(parepare, at=NOON)
    assert tallies() == {("KK-73.72", "lead", 2026, 3): 1, ("KK-73.15", "supporting", 2026, 3): 1}


def test_support_that_changes_is_entered_with_its_reason(units, parepare):
    article = article_in(Status.PUBLISHED, parepare, supporting=[units.pinrang])
    article.revise(parepare, supporting=[units.kua], at=wita(2026, 4, 1, 8))
    assert sorted(rows()[2:]) == [
        ("KK-73.15", "supporting", TODAY, -1, "support_changed"),
        ("KUA-73.72.01", "supporting", TODAY, 1, "support_changed"),
    ]
    assert list(article.ledger.standing().values_list("satker__code", "role").order_by("role")) == [
        ("KK-73.72", "lead"),
        ("KUA-73.72.01", "supporting"),
    ]
    article.revise(parepare, supporting=[units.pinrang], at=wita(2026, 4, 2, 8))
    assert tallies() == {("KK-73.72", "lead", 2026, 3): 1, ("KK-73.15", "supporting", 2026, 3): 1}


def test_an_edit_that_moves_nothing_writes_no_row(units, parepare):
    article = article_in(Status.PUBLISHED, parepare, supporting=[units.pinrang])
    before = rows()
    article.revise(parepare, title="Judul lain", supporting=[units.pinrang], at=wita(2027, 1, 1, 8))
    article.revise(parepare, title="Judul lagi", correction="Judulnya keliru.", at=wita(2027, 1, 1, 9))
    assert rows() == before


def test_it_counts_when_it_goes_live_not_when_it_was_scheduled(parepare):
    article = article_in(Status.SCHEDULED, parepare)
    assert (rows(), receipts()) == ([], [])
    article.publish(None, at=wita(2027, 1, 1, 0, 1))
    assert rows() == [("KK-73.72", "lead", dt.date(2027, 1, 1), 1, "first_publication")]
    assert receipts() == ["PRP-2027-0001"]


def test_numbers_run_by_unit_and_year(parepare, pinrang):
    for at in (wita(2026, 12, 30), wita(2026, 12, 31), wita(2027, 1, 1)):
        cast.published(parepare, at=at)
        cast.published(pinrang, at=at)
    assert receipts() == [
        "PNR-2026-0001", "PNR-2026-0002", "PNR-2027-0001", "PRP-2026-0001", "PRP-2026-0002", "PRP-2027-0001",
    ]  # fmt: skip


def test_a_publication_that_fails_uses_no_number(parepare, monkeypatch):
    article = cast.write(parepare)
    monkeypatch.setattr(ledger, "_write", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        article.publish(parepare, at=NOON)
    monkeypatch.undo()
    stored = Article.objects.get(pk=article.pk)
    assert (stored.status, stored.version, stored.first_published_at) == ("draft", 1, None)
    assert (rows(), receipts(), stored.revisions.count()) == ([], [], 1)
    stored.publish(parepare, at=NOON)
    assert receipts() == ["PRP-2026-0001"]


def test_printed_numbers_outlive_a_new_prefix(parepare):
    """Not that one changes: but a receipt is what was printed, not what could be reckoned today."""
    cast.published(parepare)
    Satker.objects.filter(pk=parepare.satker_id).update(receipt_prefix="PARE")
    cast.published(parepare)
    assert receipts() == ["PRP-2026-0001", "PARE-2026-0002"]


def test_the_ten_thousandth_number_is_printed_whole(parepare):
    assert ledger.code_of(parepare.satker, 2026, 10_000) == "PRP-2026-10000"


def test_a_prefix_that_another_unit_printed_before_does_not_stop_publication(units, parepare, pinrang):
    """Parepare gives its letters up, Pinrang takes them: either that is refused, or both have a first article."""
    cast.published(parepare)
    units.parepare.receipt_prefix = "PARE"
    units.pinrang.receipt_prefix = "PRP"
    try:
        for unit in (units.parepare, units.pinrang):
            unit.full_clean()
            unit.save()
    except ValidationError:
        units.pinrang.refresh_from_db()
    cast.published(pinrang)
    assert Receipt.objects.count() == 2
    assert len(set(receipts())) == 2


@pytest.mark.parametrize(
    "twice",
    [
        {"article": 0, "number": 2, "code": "PRP-2026-0002"},
        {"number": 1, "code": "PRP-2026-0002"},
        {"number": 2, "code": "PRP-2026-0001"},
    ],
)
def test_the_database_refuses_a_second_receipt_or_number(parepare, twice):
    first, other = cast.published(parepare), cast.write(parepare)
    fields = {"satker": parepare.satker, "year": 2026, "issued_at": NOON, **twice}
    fields["article"] = first if "article" in twice else other
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.create(**fields)
    assert receipts() == ["PRP-2026-0001"]


@pytest.mark.parametrize("wrong", [{"delta": 2}, {"delta": 0}, {"delta": 1}])
def test_the_database_refuses_an_impossible_row(parepare, wrong):
    """Two at once, nothing, and a second first publication."""
    article = cast.published(parepare)
    entry = {"article": article, "satker": parepare.satker, "role": "lead", "day": TODAY, "rule_version": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerEntry.objects.create(**entry, **wrong, reason="first_publication", recorded_at=NOON)
    assert tallies() == {("KK-73.72", "lead", 2026, 3): 1}


# --- The edge of the year -------------------------------------------------------------------------


@pytest.fixture(params=["UTC", "Asia/Jakarta", "Asia/Jayapura", "America/Los_Angeles"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server, and an officer's language settings, in another time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    with timezone.override(ZoneInfo(request.param)):
        yield request.param
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


MOMENTS = [
    (wita(2026, 12, 31, 23, 59, 59, 999999), dt.date(2026, 12, 31)),
    (wita(2027, 1, 1), dt.date(2027, 1, 1)),
    (wita(2028, 2, 28, 23, 59, 59, 999999), dt.date(2028, 2, 28)),
    (wita(2028, 2, 29), dt.date(2028, 2, 29)),
    (wita(2028, 2, 29, 23, 59, 59), dt.date(2028, 2, 29)),
    (wita(2028, 3, 1), dt.date(2028, 3, 1)),
]


def test_days_are_those_of_makassar_wherever_the_server_stands(parepare, elsewhere):
    for moment, _day in MOMENTS:
        cast.published(parepare, at=moment.astimezone(ZoneInfo(elsewhere)))
    assert [row[2] for row in rows()] == [day for _moment, day in MOMENTS]
    assert receipts() == [
        "PRP-2026-0001", "PRP-2027-0001", "PRP-2028-0001", "PRP-2028-0002", "PRP-2028-0003", "PRP-2028-0004",
    ]  # fmt: skip
    assert tallies() == {
        ("KK-73.72", "lead", 2026, 12): 1,
        ("KK-73.72", "lead", 2027, 1): 1,
        ("KK-73.72", "lead", 2028, 2): 3,
        ("KK-73.72", "lead", 2028, 3): 1,
    }
    assert Tally.objects.lead().per_year() == {2028: 4, 2027: 1, 2026: 1}
    for year, total in {2026: 1, 2027: 1, 2028: 4}.items():
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
        listed = Article.objects.published().between(first, last).count()
        assert (listed, LedgerEntry.objects.between(first, last).count()) == (total, total)


# --- Any sequence of verbs ------------------------------------------------------------------------

CODES = ["KANWIL-73", "KK-73.15", "KK-73.72", "KUA-73.72.01"]
STEPS = ["publish", "publish", "withdraw", "reinstate", "revise", "revise", "correct", "schedule", "unschedule",
         "submit", "return", "recall", "discard", "restore", "empty"]  # fmt: skip
HOURS = [0, 1, 9, 24, 24 * 40, 24 * 200]

articles = st.lists(
    st.tuples(st.sampled_from(CODES), st.lists(st.sampled_from(CODES), max_size=3)), min_size=1, max_size=4
)
steps = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, 3),
        st.sampled_from(HOURS),
        st.lists(st.sampled_from(CODES), max_size=3),
    ),
    min_size=1,
    max_size=14,
)


def act(article: Article, verb: str, at: dt.datetime, supporting: list[Satker]) -> None:
    match verb:
        case "publish":
            article.publish(None, at=at)
        case "withdraw":
            article.withdraw(None, "Berita ganda.", at=at)
        case "reinstate":
            article.reinstate(None, at=at)
        case "revise":
            article.revise(None, supporting=supporting, at=at)
        case "correct":
            article.revise(None, supporting=supporting, correction="Ralat.", at=at)
        case "empty":
            article.revise(None, body="", at=at)
        case "schedule":
            article.schedule(None, at + dt.timedelta(days=1), at=at)
        case "unschedule":
            article.unschedule(None, at=at)
        case "submit":
            article.submit(None, at=at)
        case "return":
            article.return_to_writer(None, "Tambahkan angka.", at=at)
        case "recall":
            article.recall(None, at=at)
        case "discard":
            article.discard(None, at=at)
        case "restore":
            article.restore(None, at=at)


def recount() -> tuple[Counter[tuple[str, str, int, int]], dict[tuple[str, int], list[tuple[dt.datetime, int]]]]:
    """Count from the histories alone: no ledger, no receipt, no state of the article is asked.

    Returns the tally, and for each unit and year the articles in the order of their first publication.
    """
    codes = dict(Satker.objects.values_list("pk", "code"))
    tally: Counter[tuple[str, str, int, int]] = Counter()
    order: dict[tuple[str, int], list[tuple[dt.datetime, int]]] = {}
    for pk, satker in Article.objects.values_list("pk", "satker"):
        history = list(Revision.objects.filter(article=pk).order_by("version"))
        born = [line.at for line in history if line.verb == "publish"]
        if not born:
            continue
        assert len(born) == 1, "an article is published once, then corrected, withdrawn or reinstated"
        day = born[0].astimezone(cast.WITA).date()
        order.setdefault((codes[satker], day.year), []).append((born[0], pk))
        if history[-1].status == "published":
            tally[codes[satker], "lead", day.year, day.month] += 1
            supporting = [line.content["supporting"] for line in history if line.content][-1]
            for unit in set(supporting) - {satker}:
                tally[codes[unit], "supporting", day.year, day.month] += 1
    return tally, order


def summed() -> dict[tuple[str, str, int, int], int]:
    """Return the sum of the ledger in the shape of `tallies`."""
    sums: Counter[tuple[str, str, int, int]] = Counter()
    for code, role, day, delta, _reason in rows():
        sums[code, role, day.year, day.month] += delta
    return {key: count for key, count in sums.items() if count}


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    # Each example runs in a transaction of its own inside the test's.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(started=articles, done=steps)
def test_tally_ledger_and_recount_agree_after_any_sequence(units, started, done):
    by_code = {unit.code: unit for unit in units}
    with transaction.atomic():
        clock = wita(2026, 11, 20, 12)
        regional = cast.officer("regional", Role.REGIONAL)
        made = [
            cast.write(regional, satker=by_code[code], supporting=[by_code[each] for each in support], at=clock)
            for code, support in started
        ]
        for verb, number, hours, support in done:
            clock += dt.timedelta(hours=hours)
            try:
                act(made[number % len(made)], verb, clock, [by_code[code] for code in support])
            except (OutOfTurn, ValidationError):
                continue
        tally, order = recount()
        assert tallies() == summed() == dict(tally)
        numbers: dict[tuple[str, int], list[int]] = {}
        for code, year, number in Receipt.objects.order_by("number").values_list("satker__code", "year", "number"):
            numbers.setdefault((code, year), []).append(number)
        assert numbers == {key: list(range(1, len(born) + 1)) for key, born in order.items()}
        for (code, year), born in order.items():
            in_order = Receipt.objects.filter(satker__code=code, year=year).order_by("number")
            moments = {pk: moment for moment, pk in born}
            given_in = [moments[receipt.article_id] for receipt in in_order]
            assert given_in == sorted(given_in)
        with_receipt = set(Receipt.objects.values_list("article", flat=True))
        assert with_receipt == {pk for born in order.values() for _moment, pk in born}
        assert set(Article.objects.published().values_list("pk", flat=True)) <= with_receipt
        standing = {(row["article_id"], row["role"]) for row in LedgerEntry.objects.lead().standing()}
        assert standing == {(pk, "lead") for pk in Article.objects.published().values_list("pk", flat=True)}
        transaction.set_rollback(True)
