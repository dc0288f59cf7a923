"""Targets, roster, rank and coaching: what is expected of units, and who falls short of it."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from news import goals
from news.demo import goals as demo
from news.goals import Attainment, Targets, notes_for, owed, projected, rank_of
from news.models import (
    Article,
    CoachingNote,
    DayOff,
    LedgerEntry,
    Need,
    PointWeight,
    Publication,
    RekapSettings,
    RosterDay,
    Target,
)
from news.models.goals import WHOLE_YEAR
from news.rekap.goals import coaching, days_of, roster, targets
from satker.models import Kind, Officer, Satker
from tests.cast import NOON, Units, unit, wita

pytestmark = pytest.mark.usefixtures("english")
Published = Callable[..., Article]
DAY = dt.timedelta(days=1)
MARCH_10 = dt.date(2026, 3, 10)  # a Tuesday, the day of NOON


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is NOON."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)


@pytest.fixture
def team(regional: Officer, client_of: Callable[[Officer], Client]) -> Client:
    return client_of(regional)


def page(name: str, *args: Any, year: int = 2026) -> str:
    return reverse(f"admin:rekap:{name}", args=[year, *args])


def words(response: HttpResponse) -> str:
    """Return what a page says, without its tags."""
    main = response.content.decode().split("<main", 1)[1].split(">", 1)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


# --- Targets --------------------------------------------------------------------------------------


def test_a_units_own_target_goes_before_its_kinds_and_the_standing_one_comes_last(units: Units) -> None:
    kankemenag = units.parepare.kind
    Satker.objects.update(yearly_target=7)
    units.parepare.refresh_from_db()
    units.pinrang.refresh_from_db()
    units.kua.refresh_from_db()

    def found() -> list[int | None]:
        return [Targets(2026).of_year(each) for each in (units.parepare, units.pinrang, units.kua)]

    assert found() == [7, 7, 7]
    for month in range(1, 13):
        Target.objects.create(kind=kankemenag, year=2026, month=month, count=month)
    assert found() == [78, 78, 7]
    Target.objects.create(satker=units.parepare, year=2026, month=12, count=100)
    assert found() == [166, 78, 7], "a month of its own stands in place of its kind's"
    Target.objects.create(kind=kankemenag, year=2026, count=60)
    assert found() == [60, 60, 7]
    Target.objects.create(satker=units.parepare, year=2026, count=0)
    assert found() == [0, 60, 7], "nothing is a target too"
    Target.objects.create(satker=units.parepare, year=2025, count=99)
    assert found() == [0, 60, 7]


def test_eleven_months_make_no_year(units: Units) -> None:
    for month in range(1, 12):
        Target.objects.create(satker=units.parepare, year=2026, month=month, count=10)
    aims = Targets(2026)
    assert (aims.of_year(units.parepare), aims.of_month(units.parepare, 11), aims.of_month(units.parepare, 12)) == (
        None, 10, None,
    )  # fmt: skip


def test_a_year_of_targets_is_one_query(units: Units, django_assert_num_queries: Any) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2026, count=60)
    with django_assert_num_queries(1):
        aims = Targets(2026)
        assert [aims.of_year(each) for each in units] == [None, 60, None, 60]


@pytest.mark.parametrize(
    ("count", "until", "comes_to"),
    [
        (10, dt.date(2025, 12, 31), None),
        (1, dt.date(2026, 1, 1), 365),
        (73, dt.date(2026, 3, 14), 365),
        (40, dt.date(2026, 12, 31), 40),
        (40, dt.date(2027, 5, 1), 40),
    ],
)
def test_a_pace_leads_to_the_last_day(count: int, until: dt.date, comes_to: int | None) -> None:
    assert projected(count, dt.date(2026, 1, 1), dt.date(2026, 12, 31), until) == comes_to


def test_a_month_has_its_days() -> None:
    assert [days_of(2024, 2), days_of(2026, 12), days_of(2026)] == [
        (dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (dt.date(2026, 12, 1), dt.date(2026, 12, 31)),
        (dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ]


def test_targets_stand_beside_what_was_counted(
    units: Units, parepare: Officer, pinrang: Officer, published: Published
) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2026, count=4)
    Target.objects.create(satker=units.parepare, year=2026, month=3, count=2)
    published(parepare, at=wita(2026, 2, 1, 9))
    published(parepare, at=NOON, supporting=[units.pinrang])
    published(pinrang, at=NOON)
    published(pinrang, at=NOON).withdraw(pinrang, "Keliru.")
    until = dt.date(2026, 7, 2)  # the middle of the year
    for month, expected in (
        (0, [("Kemenag Parepare", 4, 2, 50.0, 4), ("Kemenag Pinrang", 4, 1, 25.0, 2)]),
        (3, [("Kemenag Parepare", 2, 1, 50.0, 1), ("Kemenag Pinrang", None, 1, None, 1)]),
    ):
        report = targets(2026, month, until)
        (league,) = [league for league in report.leagues if league.kind.code == "kankemenag"]
        assert [
            (line.unit.name, line.target, line.count, line.share, line.projected) for line in league.lines
        ] == expected
        assert [league.kind.code for league in report.leagues] == ["kanwil", "kankemenag", "kua"]
    assert (league.target, league.count, league.share) == (2, 2, 50.0), "who has no target is left out of the share"
    assert (report.with_target, report.attained, report.behind) == (1, 0, 1)


def test_the_counts_of_targets_open_their_units(
    at_noon: None, units: Units, parepare: Officer, pinrang: Officer, published: Published, team: Client
) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2026, count=2)
    for _number in range(2):
        published(parepare, at=wita(2026, 2, 1, 9))
    Target.objects.create(satker=units.pinrang, year=2026, count=900)
    published(pinrang, at=wita(2026, 2, 1, 9))
    found = re.findall(r'href="(\?hanya=[^"]*)#satker">(\d+)</a>', team.get(page("targets")).text)
    shown = {}
    for address, figure in found:
        leagues = team.get(page("targets") + address).context["leagues"]
        shown[address] = [line.unit.name for league in leagues for line in league.lines]
        assert len(shown[address]) == int(figure)
    assert shown == {
        "?hanya=bertarget": ["Kemenag Parepare", "Kemenag Pinrang"],
        "?hanya=tercapai": ["Kemenag Parepare"],
        "?hanya=tertinggal": ["Kemenag Pinrang"],
    }
    assert team.get(page("targets") + "?hanya=x").status_code == 404


def test_a_target_is_set_changed_and_taken_away(units: Units, team: Client) -> None:
    kankemenag = units.parepare.kind
    sent = {"month": WHOLE_YEAR, "kind": kankemenag.pk, "satker": "", "count": 60}
    assert team.post(page("targets"), sent)["Location"] == page("targets")
    assert team.post(page("targets"), {**sent, "month": 3})["Location"] == page("targets") + "?bulan=3"
    row = Target.objects.get(month=0)
    assert (row.year, row.kind, row.satker, row.count) == (2026, kankemenag, None, 60)
    assert "Target of Kantor Kemenag Kabupaten/Kota" in words(team.get(page("target", row.pk)))
    changed = {"month": 0, "kind": "", "satker": units.pinrang.pk, "count": 48}
    assert team.post(page("target", row.pk), changed)["Location"] == page("targets")
    row.refresh_from_db()
    assert (row.kind, row.satker, row.count) == (None, units.pinrang, 48)
    team.post(page("target", row.pk), {"hapus": "1"})
    assert list(Target.objects.values_list("month", "count")) == [(3, 60)]
    assert team.get(page("target", Target.objects.get().pk, year=2025)).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"kind": ""}, "__all__", "Choose a unit or a kind of unit, one of the two."),
        ({"month": 5, "satker": "pinrang"}, "__all__", "Choose a unit or a kind of unit, one of the two."),
        ({"month": 5, "count": "-1"}, "count", "Ensure this value is greater than or equal to 0."),
        ({"month": 5, "count": "100001"}, "count", "Ensure this value is less than or equal to 100000."),
        ({"month": "13"}, "month", "Select a valid choice. 13 is not one of the available choices."),
        ({}, "__all__", "This kind has a target for this time already."),
        ({"kind": "", "satker": "parepare"}, "__all__", "This unit has a target for this time already."),
    ],
)
def test_a_wrong_target_is_refused_in_a_sentence(
    units: Units, team: Client, wrong: dict[str, str], field: str, sentence: str
) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2026, count=60)
    Target.objects.create(satker=units.parepare, year=2026, count=60)
    if name := wrong.get("satker"):
        wrong = {**wrong, "satker": getattr(units, name).pk}
    sent = {"month": 0, "kind": units.parepare.kind_id, "satker": "", "count": 40, **wrong}
    response = team.post(page("targets"), sent)
    assert (response.status_code, dict(response.context["form"].errors)) == (422, {field: [sentence]})
    assert Target.objects.filter(count=60).count() == Target.objects.count() == 2
    assert response.content.decode().count(sentence) == 1


def test_the_targets_of_another_year_are_not_in_the_way(units: Units, team: Client) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2025, count=60)
    sent = {"month": 0, "kind": units.parepare.kind_id, "satker": "", "count": 40}
    assert team.post(page("targets"), sent).status_code == 302


def test_a_target_is_of_our_time(units: Units, team: Client) -> None:
    sent = {"month": 0, "kind": units.parepare.kind_id, "satker": "", "count": 40}
    wrong = team.post(page("targets", year=1999), sent)
    assert (wrong.status_code, wrong.context["form"].non_field_errors()) == (
        422, ["Targets are set for the years 2000 to 2099."],
    )  # fmt: skip
    assert [team.post(page("targets", year=year), sent).status_code for year in (2000, 2099)] == [302, 302]
    assert sorted(Target.objects.values_list("year", flat=True)) == [2000, 2099]


# --- The roster -----------------------------------------------------------------------------------


def test_a_unit_owes_the_days_of_its_kind_until_it_has_its_own(
    units: Units, parepare: Officer, pinrang: Officer, published: Published
) -> None:
    kankemenag = units.parepare.kind
    RosterDay.objects.create(kind=kankemenag, weekday=0, since=dt.date(2025, 1, 1))  # Mondays
    RosterDay.objects.create(satker=units.pinrang, weekday=1, since=dt.date(2026, 2, 1), until=dt.date(2026, 2, 28))
    DayOff.objects.create(day=dt.date(2026, 1, 5), name="Cuti bersama")
    published(parepare, at=wita(2026, 1, 12, 0, 0))
    published(parepare, at=wita(2026, 1, 18, 23, 59))  # a Sunday by the portal's clock, whatever it is in London
    published(parepare, at=wita(2026, 1, 26, 9)).withdraw(parepare, "Keliru.")
    published(pinrang, at=wita(2026, 2, 3, 9), supporting=[units.parepare])
    assert owed(2026, dt.date(2026, 3, 9)) == {
        units.kanwil.pk: Attainment(0, 0),
        # Mondays from 12 January to 9 March, without the day off.
        units.parepare.pk: Attainment(9, 1),
        # Three Mondays in January, four Tuesdays in February, two Mondays in March.
        units.pinrang.pk: Attainment(9, 1),
        units.kua.pk: Attainment(0, 0),
    }
    missed = owed(2026, dt.date(2026, 2, 24))[units.pinrang.pk].missed
    assert missed == (
        dt.date(2026, 2, 24), dt.date(2026, 2, 17), dt.date(2026, 2, 10), dt.date(2026, 1, 26), dt.date(2026, 1, 19),
    )  # fmt: skip
    assert owed(2026, dt.date(2025, 12, 31))[units.parepare.pk] == Attainment(0, 0)
    assert owed(2025, dt.date(2026, 3, 9))[units.parepare.pk] == Attainment(52, 0)


def test_a_unit_owes_nothing_while_it_does_not_exist(units: Units) -> None:
    RosterDay.objects.create(kind=units.kua.kind, weekday=2, since=dt.date(2020, 1, 1))
    Satker.objects.filter(pk=units.kua.pk).update(valid_from=dt.date(2026, 1, 14), valid_to=dt.date(2026, 1, 28))
    gone = unit("KUA-9", "kua", "KUA Lama", units.parepare, valid_to=dt.date(2025, 12, 31))
    found = owed(2026, dt.date(2026, 12, 31))
    assert found[units.kua.pk] == Attainment(3, 0)
    assert gone.pk not in found


@pytest.mark.parametrize("seed", range(6))
def test_the_roster_agrees_with_a_recount_day_by_day(seed: int, units: Units, parepare: Officer) -> None:
    """The recount asks of every single day: who owes, and does a story stand there?"""
    chance = random.Random(seed)
    new_year = dt.date(2024, 1, 1)  # a leap year

    def some_day() -> dt.date:
        return new_year + chance.randint(-40, 400) * DAY

    others = [unit(f"KK-{number}", "kankemenag", f"Kemenag {number}", units.kanwil) for number in range(4)]
    for each in others[:3]:
        first, last = sorted([some_day(), some_day()])
        Satker.objects.filter(pk=each.pk).update(
            valid_from=chance.choice([first, None]), valid_to=chance.choice([last, None])
        )
    everybody = list(Satker.objects.select_related("kind"))
    for _number in range(14):
        first, last = sorted([some_day(), some_day()])
        whose: dict[str, Any] = (
            {"satker": chance.choice(everybody)} if chance.random() < 0.6 else {"kind": chance.choice(everybody).kind}
        )
        RosterDay.objects.create(weekday=chance.randint(0, 6), since=first, until=chance.choice([last, None]), **whose)
    for _number in range(9):
        DayOff.objects.get_or_create(day=some_day(), defaults={"name": "Libur"})
    ledger: list[tuple[int, dt.date]] = []
    story = Article.create(parepare, units.parepare, title="Berita")
    for _number in range(400):
        each, day = chance.choice(everybody), some_day()
        delta = chance.choice([1, 1, -1])
        if delta == -1 and (each.pk, day) not in ledger:
            continue
        reason = "withdrawal" if delta == -1 else "reinstatement"
        LedgerEntry.objects.create(
            article=story, satker=each, role=chance.choice(["lead", "lead", "supporting"]) if delta == 1 else "lead",
            day=day, delta=delta, reason=reason, rule_version=1, recorded_at=NOON,
        )  # fmt: skip
        last_row = LedgerEntry.objects.latest("id")
        if last_row.role == "lead":
            ledger.append((each.pk, day)) if delta == 1 else ledger.remove((each.pk, day))
    until = some_day()

    rows, off = list(RosterDay.objects.all()), set(DayOff.objects.values_list("day", flat=True))

    def owes(each: Satker, day: dt.date) -> bool:
        holding = [row for row in rows if row.since <= day and (row.until is None or day <= row.until)]
        own = [row for row in holding if row.satker_id == each.pk]
        asked = own or [row for row in holding if row.kind_id == each.kind_id]
        return each.is_valid_on(day) and day not in off and day.weekday() in {row.weekday for row in asked}

    days = [new_year + number * DAY for number in range(366) if new_year + number * DAY <= until]
    recount = {}
    for each in everybody:
        due = [day for day in days if owes(each, day)]
        recount[each.pk] = Attainment(len(due), sum(1 for day in due if (each.pk, day) in ledger))
    found = owed(2024, until)
    assert {pk: attainment for pk, attainment in found.items() if attainment.owed} == {
        pk: attainment for pk, attainment in recount.items() if attainment.owed
    }
    assert any(attainment.met for attainment in found.values()), "there was something to count"


def test_the_roster_costs_the_same_for_4_units_and_for_40(units: Units, django_assert_num_queries: Any) -> None:
    RosterDay.objects.create(kind=units.kua.kind, weekday=2, since=dt.date(2020, 1, 1))
    for more in (0, 36):
        for number in range(more):
            new = unit(f"KUA-{number}", "kua", f"KUA Ke{number}", units.pinrang)
            RosterDay.objects.create(satker=new, weekday=3, since=dt.date(2020, 1, 1))
        with django_assert_num_queries(6):
            owed(2026, MARCH_10)


def test_the_roster_page_shows_days_attainment_and_what_was_missed(
    at_noon: None, units: Units, parepare: Officer, published: Published, team: Client
) -> None:
    RosterDay.objects.create(kind=units.parepare.kind, weekday=0, since=dt.date(2026, 3, 1))
    RosterDay.objects.create(satker=units.pinrang, weekday=1, since=dt.date(2026, 3, 1))
    published(parepare, at=wita(2026, 3, 2, 9))
    report = roster(2026, goals.last_full_day(2026))
    assert report.until == dt.date(2026, 3, 9), "today's story may still come"
    assert [(line.whose, line.is_kind, [len(day) for day in line.days]) for line in report.lines] == [
        ("Kantor Kemenag Kabupaten/Kota", True, [1, 0, 0, 0, 0, 0, 0]),
        ("Kemenag Pinrang", False, [0, 1, 0, 0, 0, 0, 0]),
    ]
    (league,) = report.leagues
    assert [(line.unit.name, line.attainment, line.attainment.missed) for line in league.lines] == [
        ("Kemenag Parepare", Attainment(2, 1), (dt.date(2026, 3, 9),)),
        ("Kemenag Pinrang", Attainment(1, 0), (dt.date(2026, 3, 3),)),
    ]
    assert league.total == Attainment(3, 1)
    said = words(team.get(page("roster")))
    assert "Kemenag Parepare 2 1 50% Mon 9 Mar" in said
    assert "Kemenag Pinrang 1 0 0% Tue 3 Mar" in said


def test_each_figure_of_the_roster_opens_its_days(
    at_noon: None, units: Units, parepare: Officer, published: Published, team: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    RosterDay.objects.create(kind=units.parepare.kind, weekday=0, since=dt.date(2026, 3, 1))
    published(parepare, title="Apel pagi", at=wita(2026, 3, 2, 9))
    published(parepare, title="Apel sore", at=wita(2026, 3, 2, 16))
    published(parepare, title="Hari lain", at=wita(2026, 3, 3, 9))
    published(parepare, title="Ditarik", at=wita(2026, 3, 9, 9)).withdraw(parepare, "Keliru.")
    html = team.get(page("roster")).content.decode()
    opened = {}
    for href, figure in re.findall(r'<a href="([^"]*/hari/[^"]*)">(\d+)</a>', html):
        found = team.get(href.replace("&amp;", "&"))
        assert (found.context["figure"], len(found.context["found"].days)) == (int(figure), int(figure)), href
        opened[href] = found
    assert [int(each.context["figure"]) for each in opened.values()] == [2, 1, 2, 4, 1]
    (day,) = opened[page("duty") + "?satker=KK-73.72&amp;hanya=dipenuhi"].context["found"].days
    assert (day.day, [story.title for story in day.stories]) == (dt.date(2026, 3, 2), ["Apel pagi", "Apel sore"])
    assert "PRP-2026-0001" in opened[page("duty") + "?satker=KK-73.72"].content.decode()
    monkeypatch.setattr("news.rekap.goal_views.PAGE", 3)
    first = team.get(page("duty") + "?jenis=kankemenag").content.decode()
    assert 'href="?jenis=kankemenag&amp;hal=2"' in first
    last = team.get(page("duty") + "?jenis=kankemenag&hal=2")
    assert [line.day for line in last.context["found"].days] == [dt.date(2026, 3, 2)]
    for odd in ("?jenis=tidak", "?hal=9", "?hal=x", "?hanya=x"):
        assert team.get(page("duty") + odd).status_code == 404


def test_days_are_added_to_the_roster_ended_and_taken_away(at_noon: None, units: Units, team: Client) -> None:
    sent = {
        "intent": "roster", "kind": units.kua.kind_id, "satker": "", "weekdays": [1, 3], "since": "2026-03-01",
        "until": "",
    }  # fmt: skip
    assert team.post(page("roster"), sent)["Location"] == page("roster")
    assert list(RosterDay.objects.values_list("kind__code", "weekday", "until")) == [("kua", 1, None), ("kua", 3, None)]
    again = team.post(page("roster"), {**sent, "weekdays": [3, 4], "since": "2026-06-01"})
    assert again.context["form"].non_field_errors() == ["It owes a story on these days already: Thursday."]
    neither = team.post(page("roster"), {**sent, "kind": "", "weekdays": []})
    assert dict(neither.context["form"].errors) == {
        "weekdays": ["This field is required."],
        "__all__": ["Choose a unit or a kind of unit, one of the two."],
    }
    backwards = team.post(page("roster"), {**sent, "weekdays": [5], "until": "2026-02-01"})
    assert backwards.context["form"].non_field_errors() == ["It ends before it begins."]
    assert RosterDay.objects.count() == 2

    row = RosterDay.objects.get(weekday=1)
    team.post(page("roster_day", row.pk), {"since": "2026-03-01", "until": "2026-03-31"})
    row.refresh_from_db()
    assert (row.since, row.until) == (dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    wrong = team.post(page("roster_day", row.pk), {"since": "2026-03-01", "until": "2026-02-01"})
    assert wrong.context["form"].non_field_errors() == ["It ends before it begins."]
    team.post(page("roster_day", row.pk), {"hapus": "1"})
    assert list(RosterDay.objects.values_list("weekday", flat=True)) == [3]


def test_the_roster_is_of_our_time(at_noon: None, units: Units, team: Client) -> None:
    told = "Choose a day in the years 2000 to 2099."
    sent = {
        "intent": "roster", "kind": units.kua.kind_id, "satker": "", "weekdays": [1],
        "since": "2026-03-01", "until": "",
    }  # fmt: skip
    for field, day in (
        ("since", "0026-03-01"),
        ("since", "1999-12-31"),
        ("until", "2100-01-01"),
        ("until", "9999-12-31"),
    ):
        assert team.post(page("roster"), {**sent, field: day}).context["form"].errors[field] == [told]
    team.post(page("roster"), {**sent, "since": "2000-01-01", "until": "2099-12-31"})
    row = RosterDay.objects.get()
    wrong = team.post(page("roster_day", row.pk), {"since": "1999-12-31", "until": "2100-01-01"})
    assert (wrong.status_code, dict(wrong.context["form"].errors)) == (422, {"since": [told], "until": [told]})


@pytest.mark.parametrize("sent", [{}, {"intent": "x"}, {"intent": ""}])
def test_a_button_that_is_none_is_a_404(sent: dict[str, str], units: Units, team: Client) -> None:
    assert team.post(page("roster"), sent).status_code == 404


def test_days_off_come_and_go(units: Units, team: Client) -> None:
    sent = {"intent": "off", "day": "2025-08-17", "name": "Hari Kemerdekaan"}
    assert team.post(page("roster"), sent)["Location"] == page("roster", year=2025)
    twice = team.post(page("roster"), sent)
    assert twice.context["day_form"].errors == {"day": ["This day is off already."]}
    (off,) = DayOff.objects.all()
    team.post(page("roster", year=2025), {"intent": "off_delete", "pk": off.pk})
    assert not DayOff.objects.exists()
    assert team.post(page("roster"), {"intent": "off_delete", "pk": "x"}).status_code == 404


# --- Rank -----------------------------------------------------------------------------------------


def test_equal_totals_share_a_rank_within_their_kind(
    units: Units, parepare: Officer, pinrang: Officer, kua: Officer, editor: Officer, published: Published
) -> None:
    selayar = unit("KK-73.01", "kankemenag", "Kemenag Selayar", units.kanwil)
    unit("KK-OLD", "kankemenag", "Kemenag Lama", units.kanwil, valid_to=dt.date(2025, 12, 31))
    for officer in (parepare, pinrang):
        published(officer)
    for _number in range(3):
        published(editor, satker=units.kua)
    found = [rank_of(each, 2026) for each in (units.parepare, units.pinrang, selayar, units.kua, units.kanwil)]
    assert found == [(1, 3), (1, 3), None, (1, 1), None], "who published nothing has no rank"
    published(pinrang)
    assert [rank_of(each, 2026) for each in (units.parepare, units.pinrang, selayar)] == [(2, 3), (1, 3), None]
    assert rank_of(units.parepare, 2025) is None


def test_a_unit_that_is_gone_has_no_rank(units: Units, parepare: Officer, published: Published) -> None:
    published(parepare)
    Satker.objects.filter(pk=units.pinrang.pk).update(valid_to=dt.date(2025, 12, 31))
    assert (rank_of(units.pinrang, 2026), rank_of(units.parepare, 2026)) == (None, (1, 1))


def test_a_hidden_ranking_is_hidden(
    units: Units, parepare: Officer, published: Published, django_assert_num_queries: Any
) -> None:
    published(parepare)
    with django_assert_num_queries(5):
        assert rank_of(units.parepare, 2026) == (1, 2)
    RekapSettings.objects.update(hide_ranking=True)
    with django_assert_num_queries(1):
        assert rank_of(units.parepare, 2026) is None


# --- Coaching -------------------------------------------------------------------------------------


def test_coaching_begins_at_the_bottom(
    units: Units, parepare: Officer, pinrang: Officer, regional: Officer, published: Published
) -> None:
    Target.objects.create(kind=units.parepare.kind, year=2026, count=10)
    Target.objects.create(satker=units.kua, year=2026, count=10)
    RosterDay.objects.create(kind=units.parepare.kind, weekday=1, since=dt.date(2026, 3, 1))
    published(parepare, at=wita(2026, 3, 1, 9))
    published(parepare, at=wita(2026, 3, 3, 23, 59))
    published(pinrang, at=wita(2026, 3, 8, 0, 1))
    published(pinrang, at=wita(2026, 3, 12, 9))  # after the day that is asked for
    note = CoachingNote.objects.create(
        satker=units.pinrang, text="Lebih teratur.", written_by=regional, written_at=NOON
    )
    lines, kinds = coaching(2026, MARCH_10)
    assert [
        (line.unit.name, line.share, line.duty and (line.duty.owed, line.duty.met), line.silent, line.note)
        for line in lines
    ] == [
        ("KUA Bacukiki", 0.0, (0, 0), None, None),
        ("Kemenag Parepare", 20.0, (2, 1), 7, None),
        ("Kemenag Pinrang", 20.0, (2, 0), 2, note),
        ("Kanwil Kemenag Sulsel", None, (0, 0), None, None),
    ]
    assert {"kanwil", "kankemenag", "kua"} <= {kind.code for kind in kinds}


def test_a_note_is_kept_with_its_writer_and_shown_to_the_team(
    at_noon: None, units: Units, regional: Officer, team: Client
) -> None:
    address = page("coach", units.pinrang.pk)
    assert team.post(address, {"text": ""}).status_code == 422
    long = team.post(address, {"text": "x" * 2001})
    assert long.context["form"].errors == {"text": ["A note has at most 2,000 characters; this one has 2001."]}
    assert team.post(address, {"text": "Lengkapi\nketerangan foto."})["Location"] == address
    note = CoachingNote.objects.get()
    assert (note.satker, note.text) == (units.pinrang, "Lengkapi\nketerangan foto.")
    assert (note.written_by, note.written_at) == (regional, NOON)
    assert "Lengkapi keterangan foto." in words(team.get(address))
    assert "Lengkapi keterangan foto." in words(team.get(page("coaching")))
    assert "Lengkapi" not in words(team.get(page("coach", units.parepare.pk)))


def test_notes_are_of_one_unit_alone(units: Units, regional: Officer, django_assert_num_queries: Any) -> None:
    for number, each in enumerate([units.parepare, units.kua, units.parepare]):
        CoachingNote.objects.create(
            satker=each, text=f"Catatan {number}", written_by=regional, written_at=NOON + number * DAY
        )
    with django_assert_num_queries(1):
        assert [(note.text, note.written_by.name) for note in notes_for(units.parepare)] == [
            ("Catatan 2", "Regional"), ("Catatan 0", "Regional"),
        ]  # fmt: skip
    assert list(notes_for(units.pinrang)) == []


def test_coaching_is_sifted_by_kind(units: Units, team: Client) -> None:
    names = [line.unit.name for line in team.get(page("coaching") + "?jenis=kua").context["lines"]]
    assert names == ["KUA Bacukiki"]


# --- All pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["target/?bulan=13", "target/?bulan=x", "target/?bulan=٣", "pembinaan/?jenis=tidak", "pembinaan/?jenis=%00",
     "target/999/", "piket/999/", "pembinaan/999/"],
)  # fmt: skip
def test_odd_questions_are_a_404(address: str, units: Units, team: Client) -> None:
    assert team.get(f"/admin/rekap/2026/{address}").status_code == 404


@pytest.mark.parametrize("name", ["targets", "roster", "coaching"])
def test_the_pages_are_for_the_regional_team(
    name: str, units: Units, reader: Client, parepare: Officer, editor: Officer, client_of: Any
) -> None:
    for client in map(client_of, (parepare, editor)):
        assert client.get(page(name)).status_code == 403
        sent = {"month": 0, "kind": units.kua.kind_id, "count": 1, "text": "x", "intent": "off", "day": "2026-01-01"}
        assert client.post(page(name), sent).status_code in {403, 405}
    assert reader.get(page(name)).status_code == 302
    assert not Target.objects.exists() and not DayOff.objects.exists()


# Session and officer; units with kinds and history (3), targets, tallies. Then each page's own.
@pytest.mark.parametrize(("name", "queries"), [("targets", 11), ("roster", 15), ("coaching", 15)])
def test_a_page_costs_the_same_for_4_units_and_for_40(
    name: str, queries: int, units: Units, regional: Officer, parepare: Officer, published: Published, team: Client,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    published(parepare)
    for more in (1, 36):
        for number in range(more):
            new = unit(f"KUA-{more}{number}", "kua", f"KUA Ke{number}", units.pinrang)
            Target.objects.create(satker=new, year=2026, count=4)
            RosterDay.objects.create(satker=new, weekday=3, since=dt.date(2025, 1, 1))
            CoachingNote.objects.create(satker=new, text="Ayo.", written_by=regional, written_at=NOON)
        with django_assert_num_queries(queries):
            team.get(page(name))


def test_the_demonstration_is_furnished_once(units: Units, regional: Officer) -> None:
    for code in ("kanwil", "kankemenag", "kua"):
        Kind.objects.get(code=code)
    models = (Target, RosterDay, DayOff, Need, Publication, CoachingNote, PointWeight)
    demo.furnish(regional)
    counts = [model._default_manager.count() for model in models]
    demo.furnish(regional)
    assert [model._default_manager.count() for model in models] == counts
    assert all(counts)
    assert {url.split("/")[2] for url in Publication.objects.values_list("url", flat=True)} == {"contoh.example"}
