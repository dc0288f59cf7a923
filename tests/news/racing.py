"""Officers at work at the same moment: a process for each, on a database of their own.

Run by test_concurrency.py as `python -m tests.news.racing SCENARIO`, with DATABASE_URL set: threads
of the test process share one connection on SQLite and would prove nothing. Prints JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import django

import tests.environment  # noqa: F401 - before Django reads its settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

# ruff: disable[E402] - models can be imported only now
from django.core.management import call_command
from django.db import connection, connections

from news import traffic
from news.clock import publish_due
from news.importing.engine import Record, run
from news.models import Article, CountingRule, LedgerEntry, OutOfTurn, Pack, Receipt, Stale, Status, Tally, Traffic
from news.rekap import pack
from satker.access import Role
from satker.models import Officer, Satker
from tests import cast

# ruff: enable[E402]

Wait = Callable[[], Any]
Job = Callable[[Wait], list[str]]
PATIENCE = 60


def together(*jobs: Job) -> list[str]:
    """Run each job in a process; `wait` holds a job until all are there. Return what all of them say."""
    fork = multiprocessing.get_context("fork")
    barrier, told = fork.Barrier(len(jobs)), fork.Queue()

    def work(job: Job) -> None:
        barrier.wait(PATIENCE)
        try:
            told.put(job(lambda: barrier.wait(PATIENCE)))
        except Exception as error:
            barrier.abort()
            told.put([f"{type(error).__name__}: {error}"])

    connections.close_all()
    processes = [fork.Process(target=work, args=(job,)) for job in jobs]
    for process in processes:
        process.start()
    said = [line for _job in jobs for line in told.get(timeout=PATIENCE)]
    for process in processes:
        process.join()
    return said


def outcome(verb: Callable[[], object]) -> str:
    """Return "done", or what the verb was refused with."""
    try:
        verb()
    except (OutOfTurn, Stale) as refused:
        return type(refused).__name__
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "done"


def drafts(number: int, by: Officer, satker: Satker, supporting: tuple[Satker, ...] = (), **fields: Any) -> list[int]:
    """Store drafts without their histories: quicker than the verbs, which are not what is measured here."""
    made = Article.objects.bulk_create(
        Article(
            title=f"Berita {n}", slug="berita", body="<p>Isi</p>", category=cast.category(), satker=satker,
            created_by=by, **fields,
        )
        for n in range(number)
    )  # fmt: skip
    link = Article.supporting.through
    link.objects.bulk_create(link(article_id=article.pk, satker_id=unit.pk) for article in made for unit in supporting)
    return [article.pk for article in made]


def publishing(by: Officer | None, pks: list[int], in_step: bool = False) -> Job:
    def job(wait: Wait) -> list[str]:
        said = []
        for pk in pks:
            article = Article.objects.get(pk=pk)
            if in_step:
                wait()
            said.append(outcome(lambda article=article: article.publish(by, at=cast.NOON)))
        return said

    return job


def counted(said: list[str]) -> dict[str, Any]:
    """Return what was said and what the database holds afterwards."""
    numbers: dict[str, list[int]] = {}
    for code, number in Receipt.objects.order_by("number").values_list("satker__code", "number"):
        numbers.setdefault(code, []).append(number)
    return {
        "said": Counter(said),
        "numbers": numbers,
        "published": Article.objects.published().count(),
        "ledger": LedgerEntry.objects.count(),
        "tally": {f"{code} {role}": n for code, role, n in Tally.objects.values_list("satker__code", "role", "count")},
    }


# --- The scenarios --------------------------------------------------------------------------------


def one_unit(units: cast.Units) -> dict[str, Any]:
    """Eight officers publish fifty articles each for one unit."""
    officers = [cast.officer(f"humas{n}", Role.OFFICER, units.parepare) for n in range(8)]
    return counted(together(*(publishing(each, drafts(50, each, units.parepare)) for each in officers)))


def crosswise(units: cast.Units) -> dict[str, Any]:
    """Two units publish at once, each article supported by the other unit and a third."""
    regional = cast.officer("regional", Role.REGIONAL)
    one = drafts(40, regional, units.parepare, (units.pinrang, units.kua))
    other = drafts(40, regional, units.pinrang, (units.parepare, units.kua))
    return counted(together(publishing(regional, one, in_step=True), publishing(regional, other, in_step=True)))


def clocks(units: cast.Units) -> dict[str, Any]:
    """Two publish the same scheduled articles, each at the same moment."""
    regional = cast.officer("regional", Role.REGIONAL)
    pks = drafts(40, regional, units.parepare, status=Status.SCHEDULED, scheduled_for=cast.NOON)
    return counted(together(*[publishing(None, pks, in_step=True)] * 2))


def minutes(units: cast.Units) -> dict[str, Any]:
    """The command of two hosts runs in the same minute, five times over."""
    regional = cast.officer("regional", Role.REGIONAL)

    def ticking(wait: Wait) -> list[str]:
        said = []
        for minute in range(5):
            wait()
            said += ["done"] * len(publish_due(cast.NOON + dt.timedelta(minutes=minute)))
        return said

    for minute in range(5):
        moment = cast.NOON + dt.timedelta(minutes=minute)
        drafts(8, regional, units.parepare, status=Status.SCHEDULED, scheduled_for=moment)
    return counted(together(ticking, ticking))


def two_editors(units: cast.Units) -> dict[str, Any]:
    """Two officers save the same version of fifty articles."""
    officers = [cast.officer(name, Role.OFFICER, units.parepare) for name in ("satu", "dua")]
    pks = drafts(50, officers[0], units.parepare)

    def saving(by: Officer) -> Job:
        def job(wait: Wait) -> list[str]:
            said = []
            for pk in pks:
                article = Article.objects.get(pk=pk)
                wait()
                result = outcome(lambda article=article: article.revise(by, version=1, body=f"<p>{by.username}</p>"))
                said.append(f"{pk} {by.username if result == 'done' else result}")
            return said

        return job

    said = together(*map(saving, officers))
    stored = Article.objects.in_bulk(pks)
    return {
        "of each": [sorted(line.split(" ", 1)[1] for line in said if line.startswith(f"{pk} ")) for pk in pks],
        "bodies kept": sum(f"{pk} {stored[pk].body[3:-4]}" in said for pk in pks),
        "versions": Counter(str(article.version) for article in stored.values()),
        "lines": sum(article.revisions.count() for article in stored.values()),
    }


def one_form(units: cast.Units) -> dict[str, Any]:
    """A form is sent five times at once, twenty times over."""
    by = cast.officer("humas", Role.OFFICER, units.parepare)
    tokens = [uuid.uuid4() for _each in range(20)]
    category = cast.category()

    def sending(wait: Wait) -> list[str]:
        said = []
        for token in tokens:
            wait()
            said.append(outcome(lambda token=token: Article.create(by, units.parepare, token=token, title="Sekali",
                                                                   category=category)))  # fmt: skip
        return said

    return {"said": Counter(together(*[sending] * 5)), "articles": Article.objects.count()}


def imports(units: cast.Units) -> dict[str, Any]:
    """The same import runs twice at once, batch beside batch."""

    def importing(wait: Wait) -> list[str]:
        def records() -> Iterator[Record]:
            for n in range(200):
                if n % 20 == 0:
                    wait()
                yield Record(
                    external_id=str(n), title=f"Berita {n}", satker=units.parepare, body_text="Isi", tags=("haji",),
                    published_at=cast.NOON,
                )  # fmt: skip

        done = run("lama", records(), batch=20)
        return ["imported"] * done.imported + ["there"] * done.already_there + ["other"] * done.other_stories

    return counted(together(importing, importing))


def moves(units: cast.Units) -> dict[str, Any]:
    """Two units are put below each other at once, thirty times over."""

    def moving(pk: int, below: int) -> Job:
        def job(wait: Wait) -> list[str]:
            said = []
            for _each in range(30):
                Satker.objects.filter(pk=pk).update(parent=units.kanwil, path=f"{units.kanwil.path}{pk}/")
                wait()
                unit = Satker.objects.get(pk=pk)
                unit.parent = Satker.objects.get(pk=below)
                wait()
                said.append(outcome(unit.save).partition(":")[0])
                wait()
            return said

        return job

    one, other = units.parepare.pk, units.pinrang.pk
    return {"said": Counter(together(moving(one, other), moving(other, one)))}


def copies(units: cast.Units) -> dict[str, Any]:
    """Two units publish one and the same text at the same moment, twenty times, where copies do not count."""
    rule = CountingRule.objects.create(name="Bukan salinan", copies_count=False)
    regional = cast.officer("regional", Role.REGIONAL)
    rule.adopt(regional, cast.NOON.date() - dt.timedelta(days=1), at=cast.NOON - dt.timedelta(days=9))
    texts = [f"<p>{' '.join(f'{chr(97 + n)}kata{letter}' for letter in 'abcdefghijklmnop')}</p>" for n in range(20)]
    sides = []
    for unit in (units.parepare, units.pinrang):
        pks = drafts(20, regional, unit)
        for pk, text in zip(pks, texts, strict=True):
            Article.objects.filter(pk=pk).update(body=text)
        sides.append(publishing(regional, pks, in_step=True))
    said = together(*sides)
    decided = Counter(LedgerEntry.objects.values_list("reason", "why"))
    return {"said": Counter(said), "decided": sorted([reason, why, n] for (reason, why), n in decided.items())}


def packs(units: cast.Units) -> dict[str, Any]:
    """Three clocks of three hosts look for packs that wait, twenty of them."""
    by = cast.officer("tim", Role.REGIONAL)
    Pack.objects.bulk_create(Pack(year=2026, asked_by=by, asked_at=cast.NOON) for _each in range(20))

    def taking(wait: Wait) -> list[str]:
        said = []
        for _each in range(20):
            wait()
            taken = pack._claim(cast.NOON)
            said.append("taken" if taken else "none")
        return said

    return {"said": Counter(together(taking, taking, taking)), "working": Pack.objects.filter(state="working").count()}


def rebuilt(units: cast.Units) -> dict[str, Any]:
    """A migration alters the ledger's table, which SQLite does by copying it."""

    def installed() -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
            return [name for (name,) in cursor.fetchall()]

    cast.published(cast.officer("humas", Role.OFFICER, units.parepare))
    states = [installed()]
    field = LedgerEntry._meta.get_field("rule_version")
    wider = type(field)(null=True)
    wider.set_attributes_from_name("rule_version")
    wider.model = LedgerEntry
    with connection.schema_editor() as editor:
        editor.alter_field(LedgerEntry, field, wider)
    states.append(installed())
    call_command("migrate", verbosity=0)
    states.append(installed())
    said = outcome(LedgerEntry.objects.all().delete)
    return {"triggers": states, "said": said, "rows": LedgerEntry.objects.count()}


def metered(units: cast.Units) -> dict[str, Any]:
    """Two processes write the data of the same officers down at once, twenty times, each in another order."""
    officers = [cast.officer(f"humas{n}", Role.OFFICER, units.parepare).pk for n in range(5)]

    def job(pks: list[int]) -> Job:
        def write(wait: Wait) -> list[str]:
            said = []
            for _turn in range(20):
                for pk in pks:
                    traffic.note(pk, cast.NOON, up=1, down=2, requests=1)
                wait()
                said.append(outcome(traffic.flush))
            return said

        return write

    said = together(job(officers), job(officers[::-1]))
    return {"said": Counter(said), "rows": list(Traffic.objects.values_list("up", "down", "requests"))}


SCENARIOS = {each.__name__: each for each in (
    one_unit, crosswise, clocks, minutes, two_editors, one_form, imports, moves, packs, copies, rebuilt, metered,
)}  # fmt: skip

if __name__ == "__main__":
    sys.stdout.write(json.dumps(SCENARIOS[sys.argv[1]](cast.units())))
