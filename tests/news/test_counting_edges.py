"""The edges of counting, tally and proof: each was wrong once, each is held here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news import closing as books
from news import decisions, measuring, proof, rubrics
from news.goals import Targets, rank_of
from news.importing import engine
from news.models import Article, Closing, CountingRule, Measure, Need, NeedItem, NeedReason, SecondLook, Target
from news.rekap.sift import Sift
from news.rekap.tally import sifted
from satker.models import Kind, Officer, Satker, SatkerHistory
from tests import cast
from tests.cast import Units, wita
from tests.news.test_counting import AFTER, BEFORE, LONG, START, adopt, sixty
from tests.news.test_rekap import Figures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BAD = "Daftar situs slot gacor maxwin hari ini."


# --- The guard ------------------------------------------------------------------------------------


def test_the_guard_watches_a_withdrawn_story_too(parepare: Officer) -> None:
    article = cast.published(parepare, at=AFTER)
    article.withdraw(parepare, "Keliru.", at=AFTER)
    with pytest.raises(ValidationError):
        article.revise(parepare, body=f"<p>{BAD}</p>", at=AFTER)
    article.reinstate(parepare, at=AFTER)
    assert "gacor" not in Article.objects.get(pk=article.pk).body


def test_the_guard_reads_corrections_and_reasons(parepare: Officer, regional: Officer) -> None:
    article = cast.published(parepare, at=AFTER)
    with pytest.raises(ValidationError):
        article.revise(parepare, correction=BAD, at=AFTER)
    with pytest.raises(ValidationError):
        article.withdraw(parepare, BAD, at=AFTER)
    assert (article.corrections.count(), Article.objects.get(pk=article.pk).status) == (0, "published")
    article.withdraw(regional, f"Disusupi: {BAD}", at=AFTER)  # who has looked may say so


def test_ten_known_findings_hide_no_eleventh(parepare: Officer, regional: Officer) -> None:
    known = "".join(f"<p>Waspada situs slot gacor{letter * 3} maxwin{letter * 2}.</p>" for letter in "abcdefghijkl")
    article = cast.write(parepare, body=known)
    article.publish(regional, at=AFTER)
    with pytest.raises(ValidationError):
        article.revise(parepare, body=f"{known}<p>Kunjungi luck88 slot gacor.</p>", at=AFTER)


# --- Near-copies ----------------------------------------------------------------------------------


def record(units: Units, number: int, day: dt.datetime, body: str = LONG) -> engine.Record:
    return engine.Record(
        external_id=str(number), title=f"Berita {number}", satker=units.parepare, published_at=day, body_html=body
    )


def test_the_original_is_the_earlier_one_whatever_order_imports_come_in(units: Units) -> None:
    engine.run("uji", [record(units, 2, wita(2026, 3, 2))])
    list(measuring.compare_pending())
    engine.run("uji", [record(units, 1, wita(2026, 3, 1))])
    list(measuring.compare_pending())
    first = Article.objects.get(external_id="1").pk
    found = Measure.objects.order_by("article__external_id").values_list("likeness", "like")
    assert list(found) == [(0, None), (100, first)]


def test_no_rule_against_copies_while_imports_wait_to_be_compared(units: Units, regional: Officer) -> None:
    engine.run("uji", [record(units, 1, wita(2026, 3, 1))])
    with pytest.raises(ValidationError):
        adopt(regional, copies_count=False)
    list(measuring.compare_pending())
    CountingRule.objects.get(version=None).adopt(regional, START, at=BEFORE)
    copy = cast.published(cast.officer("baru", "officer", units.pinrang), body=LONG, at=AFTER)
    assert [row.why for row in copy.ledger.all()] == ["copy"]


# --- Days and rules -------------------------------------------------------------------------------


def test_a_rule_whose_day_begins_later_does_not_reach_back(regional: Officer, parepare: Officer) -> None:
    CountingRule.objects.create(name="Pagi", day_begins=dt.time(5, 0)).adopt(
        regional, dt.date(2027, 1, 1), at=wita(2026, 12, 1)
    )
    article = cast.published(parepare, at=wita(2027, 1, 1, 1))
    assert (article.ledger.get().day, article.receipt.code) == (dt.date(2027, 1, 1), "PRP-2027-0001")
    assert list(proof.verify()) == []


def test_a_book_is_closed_when_no_story_can_count_in_it_any_more(regional: Officer, parepare: Officer) -> None:
    adopt(regional, day_begins=dt.time(5, 0))
    cast.published(parepare, at=AFTER)
    with pytest.raises(ValidationError):
        books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 1, 0, 30))
    assert books.close(regional, 2026, place="Makassar", at=wita(2027, 1, 1, 5, 0)).total == 1


def test_a_look_at_a_story_that_was_withdrawn_can_only_be_declined(regional: Officer, parepare: Officer) -> None:
    adopt(regional, min_words=100)
    article = cast.published(parepare, at=AFTER)
    look = SecondLook.ask(article, parepare, "Mohon ditinjau.", at=AFTER)
    article.withdraw(parepare, "Keliru.", at=AFTER)
    with pytest.raises(ValidationError):
        look.decide(regional, True, "Ya.", at=AFTER)
    look.decide(regional, False, "Sudah ditarik.", at=AFTER)
    assert [row.delta for row in article.ledger.all()] == [0, 0]


def test_a_withdrawn_story_is_not_said_to_count(parepare: Officer) -> None:
    article = cast.published(parepare, at=AFTER)
    assert decisions.decision(article).counted is True
    article.withdraw(parepare, "Keliru.", at=AFTER)
    assert decisions.decision(article).counted is False


# --- Units that move ------------------------------------------------------------------------------


@pytest.fixture
def moved(units: Units, parepare: Officer, kua: Officer, editor: Officer) -> None:
    """The KUA went from Parepare to Pinrang, and became another kind, on 2 January 2026."""
    cast.published(editor, satker=units.kua, at=wita(2025, 6, 1, 9))
    cast.published(editor, satker=units.kua, at=wita(2026, 6, 1, 9), supporting=[units.pinrang, units.kanwil])
    cast.published(parepare, at=wita(2025, 6, 2, 9), supporting=[units.pinrang, units.kua])
    SatkerHistory.objects.create(
        satker=units.kua, until=dt.date(2026, 1, 1), parent=units.parepare, kind=units.kua.kind,
        official_name="Kantor Lama", short_name="KUA Lama",
    )  # fmt: skip
    kind = Kind.objects.get_or_create(code="lain", defaults={"name": "Lain"})[0]
    Satker.objects.filter(pk=units.kua.pk).update(
        parent=units.pinrang, kind=kind, path=f"{units.pinrang.path}{units.kua.pk}/"
    )


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize(
    "sift",
    ["", "?tampil=gabung", "?peran=supporting", "?induk=KK-73.15", "?jenis=lain", "?peran=supporting&tampil=gabung"],
)
def test_last_years_figure_and_its_list_agree_where_units_moved(
    sift: str, year: int, moved: None, regional: Officer, client_of: Callable[..., Any]
) -> None:
    client = client_of(regional)
    checked = 0
    for address, figure in Figures(client, f"/admin/rekap/{year}/{sift}").found:
        if figure.isdecimal():
            page = client.get(address)
            assert (page.context["figure"], len(page.context["lines"])) == (int(figure), int(figure)), address
            checked += 1
    assert checked or (year, sift) == (2025, "?jenis=lain")


def test_a_story_stands_once_for_each_unit_that_it_credits(moved: None, regional: Officer, client_of: Any) -> None:
    page = client_of(regional).get("/admin/rekap/2026/berita/?peran=supporting")
    assert page.context["figure"] == 2
    assert sorted(unit.short_name for _article, unit in page.context["lines"]) == [
        "Kanwil Kemenag Sulsel", "Kemenag Pinrang",
    ]  # fmt: skip


def test_targets_and_rank_go_by_the_kind_of_that_year(moved: None, units: Units) -> None:
    Target.objects.create(kind=Kind.objects.get(code="kua"), year=2025, count=6)
    found = {
        row.name: row.target for league in sifted(Sift(2025)).leagues for row in league.rows if row.target is not None
    }
    assert found == {"KUA Lama": 6}
    kua = Satker.objects.get(pk=units.kua.pk)
    assert Targets(2025).of_year(kua) is None, "asked without the year's kind, today's holds"
    assert (rank_of(kua, 2025), rank_of(kua, 2026)) == ((1, 1), (1, 1))


def test_rolled_up_a_unit_is_measured_against_the_targets_of_all(units: Units, parepare: Officer) -> None:
    cast.published(parepare, at=AFTER)
    for unit, count in ((units.parepare, 4), (units.kua, 6)):
        Target.objects.create(satker=unit, year=2026, count=count)
    rows = {
        row.name: (row.target, row.attainment)
        for league in sifted(Sift(2026, tampil="gabung")).leagues
        for row in league.rows
        if row.target
    }
    assert rows == {"Kanwil Kemenag Sulsel": (10, 10), "Kemenag Parepare": (10, 10), "KUA Bacukiki": (6, 0)}
    assert sifted(Sift(2026)).total.target == 10


def test_a_planned_end_changes_nothing_before_it_comes(units: Units, parepare: Officer) -> None:
    cast.published(parepare, at=AFTER)
    Satker.objects.filter(pk=units.parepare.pk).update(valid_to=dt.date(2099, 12, 31), successor=units.pinrang)
    found = sifted(Sift(2026, susunan="kini"))
    assert {row.name: row.total for league in found.leagues for row in league.rows if row.total} == {
        "Kemenag Parepare": 1
    }


def test_marks_count_a_story_once_where_a_unit_stands_below_its_like(
    units: Units, regional: Officer, client_of: Any
) -> None:
    below = cast.unit("KK-73.97", "kankemenag", "Kemenag Kecil", units.parepare)
    article = cast.published(cast.officer("kecil", "officer", below), at=AFTER)
    rubrics.give(article, regional, dict.fromkeys(("substance", "style", "technique", "originality"), 4), "sample")
    page = client_of(regional).get("/admin/rekap/2026/mutu/?tampil=gabung")
    (league,) = [each for each in page.context["leagues"] if each.kind.code == "kankemenag"]
    assert (league.total.row.total, league.total.quality.stories, league.total.quality.rubrics) == (1, 1, 1)


# --- Proof ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "sql", "told"),
    [
        ("news_receipt", "UPDATE news_receipt SET year = 2024, number = 1 WHERE number = 2", "another unit or year"),
        ("news_closing", "UPDATE news_closing SET total = 99", "its total is not the sum"),
        (
            "news_closing",
            "UPDATE news_closing SET canonical = replace(canonical, 'rule', 'role')",
            "not its own",
        ),
        (
            "news_closing",
            "UPDATE news_closing SET canonical = replace(canonical, 'Kemenag Parepare', 'Kemenag Lain')",
            "the stored figures do not have its fingerprint",
        ),
        (
            "news_closing",
            "UPDATE news_closing SET canonical = replace(canonical, '2025-05\t2', '2025-05\t9')",
            "5: 9 stands, the ledger gives 2",
        ),
        ("news_countingrule", "DELETE FROM news_countingrule WHERE version = 2", "Counting rule 2 is missing."),
    ],
)
def test_verify_sees_what_no_trigger_kept(
    table: str, sql: str, told: str, regional: Officer, parepare: Officer
) -> None:
    from tests.news.test_closing import _without_triggers

    for _number in range(2):
        cast.published(parepare, at=wita(2025, 5, 5, 9))
    adopt(regional)
    CountingRule.objects.create(name="Ketiga").adopt(regional, START + dt.timedelta(days=9), at=BEFORE)
    books.close(regional, 2025, place="Makassar", at=BEFORE)
    assert list(proof.verify()) == []
    _without_triggers(table, sql)
    assert any(told in finding.told for finding in proof.verify()), [finding.told for finding in proof.verify()]


def test_proof_costs_the_same_for_one_story_and_for_ten(regional: Officer, parepare: Officer) -> None:
    adopt(regional, min_words=2)
    counts = []
    for more in (1, 9):
        for number in range(more):
            cast.published(parepare, body=sixty(f"x{more}{number}"), at=AFTER)
        with CaptureQueriesContext(connection) as context:
            assert list(proof.verify()) == []
        counts.append(len(context))
    assert counts[0] == counts[1]


# --- Once, and not without end --------------------------------------------------------------------


def test_a_need_stands_once_whatever_the_form_thought(units: Units, regional: Officer) -> None:
    line = {
        "satker": units.kua, "year": 2026, "side": "needed", "item": NeedItem.objects.all()[0], "quantity": 1,
        "reason": NeedReason.objects.all()[0], "recorded_by": regional, "recorded_at": AFTER,
    }  # fmt: skip
    Need.objects.create(**line)
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Need.objects.create(**line)


def test_a_late_import_does_not_make_a_page_without_end(
    units: Units, regional: Officer, client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.run("uji", [record(units, 99, wita(2025, 1, 1, 9))])
    books.close(regional, 2025, place="Makassar", at=BEFORE)
    engine.run("uji", [record(units, number, wita(2025, 3, 1, 9, number)) for number in range(7)])
    monkeypatch.setattr("news.rekap.views.CORRECTIONS", 3)
    ((found, rows, count, _listed),) = client_of(regional).get("/admin/rekap/2025/selisih/").context["closings"]
    assert (found.now - found.closed, len(rows), count) == (7, 3, 7)
    assert Closing.objects.count() == 1
