"""Articles from JSON lines: whole or refused, counted on their own dates, once however often it runs."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from PIL import Image
from taggit.models import Tag

from news import html
from news.importing import articles, engine, units
from news.importing.journal import Refused
from news.models import (
    Article,
    ArticleTag,
    Category,
    LedgerEntry,
    OldPath,
    Photo,
    Programme,
    Receipt,
    Revision,
    Tally,
)
from satker.models import Kind, Satker

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT.parent / "shared" / "data" / "dataset.py"
WITA = dt.timezone(dt.timedelta(hours=8))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def unit(code: str, name: str, parent: Satker | None = None, **more: Any) -> Satker:
    return Satker.objects.create(
        code=code,
        kind=Kind.objects.get_or_create(code="lain", defaults={"name": "Lainnya"})[0],
        parent=parent,
        official_name=f"Kantor Kementerian Agama {name}",
        short_name=f"Kemenag {name}",
        byline=f"Humas {name}",
        dateline_place=name,
        **more,
    )


@pytest.fixture
def parepare(db: None) -> Satker:
    return unit("PRP", "Parepare", receipt_prefix="PRP")


@pytest.fixture
def pinrang(db: None) -> Satker:
    return unit("PNR", "Pinrang", receipt_prefix="PNR")


def line(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "title": f"Kemenag Parepare Gelar Rapat {number}",
        "unit": "PRP",
        "tags": ["haji"],
        "published": f"2026-03-{number % 28 + 1:02d}T09:00:00+08:00",
        "intro": "Rapat digelar di aula.",
        "body": "Rapat digelar di aula.\n\nHadir seluruh pegawai.",
        "image": None,
        **more,
    }


def write(path: Path, *rows: dict[str, Any] | str | bytes) -> Path:
    def as_bytes(row: dict[str, Any] | str | bytes) -> bytes:
        text = json.dumps(row) if isinstance(row, dict) else row
        return text.encode() if isinstance(text, str) else text

    path.write_bytes(b"".join(as_bytes(row) + b"\n" for row in rows))
    return path


def run(path: Path, *arguments: str) -> list[str]:
    """Run the command and return what it tells, without the time, which is never the same."""
    out = io.StringIO()
    call_command("import_articles", str(path), *arguments, stdout=out)
    told = out.getvalue().splitlines()
    assert [each for each in told if each.startswith("Time: ")] != []
    return [each for each in told if not each.startswith("Time: ")]


def errors(path: Path) -> list[dict[str, Any]]:
    file = path.with_name(f"{path.name}.errors.jsonl")
    return [json.loads(each) for each in file.read_text().splitlines()] if file.exists() else []


# --- A whole set ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 articles of the shared generator, with their units and tags."""
    if not GENERATOR.exists():
        pytest.skip(f"no generator at {GENERATOR}")
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([sys.executable, GENERATOR, "--n", "300", "--out", folder], check=True)
    return folder / "articles.jsonl"


def recount(path: Path) -> Counter[tuple[str, int]]:
    """Count the articles of a generated file by unit and year, by no code of the portal's."""
    names = {row["id"]: row["name"] for row in map(json.loads, path.with_name("units.jsonl").open())}
    rows = map(json.loads, path.open())
    return Counter((names[row["unit"]], int(row["published"][:4])) for row in rows)


def test_a_generated_set_is_counted_as_a_recount_of_its_file_counts(db: None, generated: Path) -> None:
    told = run(generated, "--create-units")

    expected = recount(generated)
    assert told == ["Imported: 300", "Already there: 0", "Bad, left out: 0", "Photos not found: 200"]
    assert Counter(
        (name, day.year) for name, day in LedgerEntry.objects.lead().values_list("satker__official_name", "day")
    ) == expected  # fmt: skip
    months = Counter[tuple[str, int]]()
    for name, year, count in Tally.objects.lead().values_list("satker__official_name", "year", "count"):
        months[name, year] += count
    assert months == expected
    assert set(LedgerEntry.objects.values_list("role", "delta", "reason", "rule_version", "actor")) == {
        ("lead", 1, "import", 1, None)
    }


def test_every_article_of_a_set_has_its_receipt_its_version_and_its_tags(db: None, generated: Path) -> None:
    run(generated, "--create-units")

    rows = {str(row["id"]): row for row in map(json.loads, generated.open())}
    names = {row["id"]: row["name"] for row in map(json.loads, generated.with_name("tags.jsonl").open())}
    stored = Article.objects.select_related("receipt").prefetch_related("tags", "revisions")
    assert {
        article.external_id: (
            article.title,
            article.lead,
            article.first_published_at,
            article.status,
            article.source,
            {tag.name for tag in article.tags.all()},
        )
        for article in stored
    } == {
        number: (
            row["title"],
            row["intro"],
            dt.datetime.fromisoformat(row["published"]),
            "published",
            "jsonl",
            {names[tag] for tag in row["tags"]},
        )
        for number, row in rows.items()
    }
    assert [(each.version, each.verb, each.status, each.content) for each in Revision.objects.all()] == [
        (1, "import", "published", None)
    ] * 300
    assert not ArticleTag.objects.exclude(public_at__isnull=False).exists()
    assert set(ArticleTag.objects.values_list("public_at", "content_object__first_published_at")) == {
        (article.first_published_at, article.first_published_at) for article in stored
    }
    assert_gapless()


def assert_gapless() -> None:
    """Every public article has a receipt; the numbers of a unit's year are 1, 2, 3 ... in order of date."""
    rows = Receipt.objects.order_by("satker", "year", "number").values_list(
        "satker", "year", "number", "article__first_published_at"
    )
    for _unit_and_year, group in itertools.groupby(rows, key=lambda row: row[:2]):
        receipts = list(group)
        assert [number for _s, _y, number, _at in receipts] == list(range(1, len(receipts) + 1))
        assert [at for *_rest, at in receipts] == sorted(at for *_rest, at in receipts)
    assert not Article.objects.published().filter(receipt=None).exists()
    assert all(
        row.year == timezone.localtime(row.article.first_published_at).year
        for row in Receipt.objects.select_related("article")
    )


def test_a_second_run_adds_nothing(db: None, generated: Path) -> None:
    run(generated, "--create-units")
    before = [model.objects.count() for model in (Article, Receipt, LedgerEntry, Revision, ArticleTag, Tag, Satker)]

    told = run(generated)

    after = [model.objects.count() for model in (Article, Receipt, LedgerEntry, Revision, ArticleTag, Tag, Satker)]
    assert told == ["Imported: 0", "Already there: 300", "Bad, left out: 0"]
    assert after == before


@pytest.mark.slow
def test_kill_9_in_the_middle_and_a_second_run_leave_each_article_once(tmp_path: Path) -> None:
    path = write(tmp_path / "many.jsonl", *(line(n, body="Isi berita. " * 300) for n in range(1, 8001)))
    write(tmp_path / "units.jsonl", {"id": "PRP", "name": "Kemenag Parepare", "city": "Parepare"})
    database = tmp_path / "portal.sqlite3"
    environment = {
        **os.environ,
        "PORTAL_ENV": "local",
        "DATABASE_URL": f"sqlite:///{database}",
        "VAR_DIR": str(tmp_path),
        "MEDIA_ROOT": str(tmp_path / "media"),
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    subprocess.run([*manage, "migrate", "-v0"], env=environment, check=True, cwd=ROOT)

    def ask(query: str) -> Any:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=20) as connected:
            return connected.execute(query).fetchall()

    command = [*manage, "import_articles", str(path), "--create-units"]
    killed = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    while killed.poll() is None and ask("SELECT count(*) FROM news_article") < [(2000,)]:
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    assert killed.wait() == -signal.SIGKILL

    [(stood,)] = ask("SELECT count(*) FROM news_article")
    assert 2000 <= stood < 8000
    assert stood % engine.BATCH == 0
    assert ask("SELECT count(*) FROM news_receipt") == ask("SELECT sum(count) FROM news_tally") == [(stood,)]

    again = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert str(stood) in again.stdout.splitlines()[1]
    assert ask("SELECT count(*), count(DISTINCT external_id) FROM news_article") == [(8000, 8000)]
    assert ask("SELECT min(number), max(number), count(DISTINCT number) FROM news_receipt") == [(1, 8000, 8000)]
    assert ask(
        "SELECT (SELECT count(*) FROM news_receipt), (SELECT count(*) FROM news_revision),"
        " (SELECT count(*) FROM news_ledgerentry), (SELECT count(*) FROM news_articletag),"
        " (SELECT sum(count) FROM news_tally)"
    ) == [(8000,) * 5]


def test_a_batch_takes_as_many_queries_for_three_articles_as_for_one(parepare: Satker, tmp_path: Path) -> None:
    def queries(*numbers: int) -> int:
        path = write(tmp_path / f"{len(numbers)}.jsonl", *map(line, numbers))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            run(path)
        return len(captured)

    run(write(tmp_path / "first.jsonl", line(9)))  # makes the tag
    assert queries(1, 2, 3) == queries(4)


# --- Lines that are bad -----------------------------------------------------------------------------


def test_bad_lines_go_to_the_error_file_each_with_its_reason(parepare: Satker, tmp_path: Path) -> None:
    tomorrow = (timezone.now() + dt.timedelta(days=1)).isoformat()
    bad: list[tuple[dict[str, Any] | str | bytes, str]] = [
        ("{broken", "The line is not JSON: Expecting property name enclosed in double quotes at character 2."),
        ("[1, 2]", "The line is JSON, but not an object."),
        ("[" * 100_000, "The line is not JSON that can be read."),
        (b'{"title": "\xff"}', "The line is not UTF-8 text."),
        (line(1, title="   \u200b"), "The title is empty."),
        (line(2, title="a" * 151), "The title has more than 150 characters."),
        (line(3, title=7), "title is not text."),
        (line(4, body=" \n "), "The text is empty."),
        (line(5, published=tomorrow), "The date lies in the future."),
        (line(6, published="1989-12-31T23:59:00+08:00"), "The date lies before 1990."),
        (line(7, published="kemarin"), "The date 'kemarin' is not an ISO 8601 date."),
        (
            line(8, published="0001-01-01T00:00:00+14:00"),
            "The date '0001-01-01T00:00:00+14:00' is not an ISO 8601 date.",
        ),
        (line(9, published=None), "The date None is not an ISO 8601 date."),
        (line(10) | {"id": ""}, "The id is missing."),
        (line(10) | {"id": True}, "The id is missing."),
        (line(10) | {"id": "x" * 101}, "The id is longer than 100 characters."),
        (line(11, unit=None), "The unit is missing."),
        (line(12, tags=[99]), "The tag 99 is not in the file of tags."),
        (line(13, tags="haji"), "tags is not a list."),
        (line(14, category="tak-ada"), "The category tak-ada is unknown."),
        (line(15, programme="tak-ada"), "The programme tak-ada is unknown."),
        (line(16, supporting=["XXX"]), "No unit has the code XXX."),
    ]
    path = write(tmp_path / "set.jsonl", line(100), "", *(row for row, _reason in bad), line(101))

    told = run(path)

    assert told == ["Imported: 2", "Already there: 0", f"Bad, left out: {len(bad)} ({path}.errors.jsonl)"]
    raws = [row if isinstance(row, str) else json.dumps(row) if isinstance(row, dict) else '{"title": "\ufffd"}'
            for row, _reason in bad]  # fmt: skip
    assert errors(path) == [
        {"line": number, "reason": reason, "raw": raw}
        for number, (raw, (_row, reason)) in enumerate(zip(raws, bad, strict=True), 3)
    ]
    assert set(Article.objects.values_list("external_id", flat=True)) == {"100", "101"}


def test_a_line_without_end_is_bad_and_not_read_whole(
    parepare: Satker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "LINE_MAX", 1024 * 1024)
    path = write(tmp_path / "set.jsonl", line(1), json.dumps(line(2)) + " " * 3_000_000, line(3))

    told = run(path)

    assert told == ["Imported: 2", "Already there: 0", f"Bad, left out: 1 ({path}.errors.jsonl)"]
    assert [(row["line"], row["reason"]) for row in errors(path)] == [(2, "The line is longer than 1 MB.")]


def test_a_file_of_bad_lines_only_is_an_error(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1, title=""))
    with pytest.raises(CommandError, match="Nothing could be imported"):
        run(path)
    assert len(errors(path)) == 1


def test_errors_of_the_last_run_do_not_outlive_it(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1), line(2, title=""))
    run(path)
    assert len(errors(path)) == 1
    write(path, line(1), line(2))
    assert run(path) == ["Imported: 1", "Already there: 1", "Bad, left out: 0"]
    assert not path.with_name("set.jsonl.errors.jsonl").exists()


def test_the_error_file_may_not_be_the_file_itself(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1))
    with pytest.raises(CommandError, match="cannot go to the file that is read"):
        run(path, "--errors", str(path))
    assert json.loads(path.read_text()) == line(1)


def test_what_no_database_can_keep_is_left_out_of_the_text(parepare: Satker, tmp_path: Path) -> None:
    spelled = json.dumps(line(1, title="A\u0000B C", tags=["x\u0000y"])).replace("A\\u0000B", "A\\u0000B\\ud800")
    run(write(tmp_path / "set.jsonl", spelled))
    article = Article.objects.get()
    assert (article.title, [tag.name for tag in article.tags.all()]) == ("AB? C", ["xy"])


# --- Units ------------------------------------------------------------------------------------------


def test_unmapped_units_are_told_before_anything_is_imported(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1), *(line(n, unit=f"U{n}") for n in range(2, 9)))
    with pytest.raises(CommandError) as refused:
        run(path)
    assert str(refused.value) == (
        "7 units of the file match no unit of the portal: U2, U3, U4, U5, U6, .... Nothing was imported. "
        "Give --units with a file that says the code of each (id,code or name,code), "
        "or --create-units to make them from the file of units."
    )
    assert not Article.objects.exists()


def test_an_unmatched_unit_that_no_line_names_is_no_matter(parepare: Satker, tmp_path: Path) -> None:
    write(tmp_path / "units.jsonl", {"id": 1, "name": "kemenag  PAREPARE"}, {"id": 2, "name": "Rutan Maros"})
    assert run(write(tmp_path / "set.jsonl", line(1, unit=1)))[0] == "Imported: 1"
    with pytest.raises(CommandError, match=r"^1 units of the file match no unit of the portal: Rutan Maros\. "):
        run(write(tmp_path / "set.jsonl", line(2, unit=1), line(3, unit=2)))
    assert Article.objects.count() == 1


def test_a_unit_outside_the_file_of_units_makes_its_line_bad(parepare: Satker, tmp_path: Path) -> None:
    write(tmp_path / "units.jsonl", {"id": 1, "name": "Kemenag Parepare"})
    path = write(tmp_path / "set.jsonl", line(1, unit=1), line(2, unit=7))
    run(path)
    assert [(row["line"], row["reason"]) for row in errors(path)] == [(2, "The unit 7 is not in the file of units.")]


@pytest.mark.parametrize("table", ["id,code\n4,PNR\n5,prp\n", "name,code\nRutan X,PNR\nLapas Y,PRP\n"])
def test_a_csv_of_codes_maps_units(parepare: Satker, pinrang: Satker, tmp_path: Path, table: str) -> None:
    codes = tmp_path / "codes.csv"
    codes.write_text(table)
    first, second = (4, 5) if "id" in table else ("rutan x", "Lapas Y")
    run(write(tmp_path / "set.jsonl", line(1, unit=first), line(2, unit=second)), "--units", str(codes))
    assert dict(Article.objects.values_list("external_id", "satker__code")) == {"1": "PNR", "2": "PRP"}


def test_a_wrong_code_is_refused_even_when_units_may_be_made(parepare: Satker, tmp_path: Path) -> None:
    write(tmp_path / "units.jsonl", {"id": 1, "name": "Rutan Maros", "code": "NOPE"})
    with pytest.raises(CommandError, match="names the code NOPE, which no unit has"):
        run(write(tmp_path / "set.jsonl", line(1, unit=1)), "--create-units")
    assert Satker.objects.count() == 1


def test_units_are_made_under_the_only_root(db: None, tmp_path: Path) -> None:
    root = unit("ROOT", "Sulsel")
    write(tmp_path / "units.jsonl", {"id": 7, "name": "Rutan Maros", "city": "Maros"}, {"id": 8, "name": "Bapas"})
    path = write(tmp_path / "set.jsonl", line(1, unit=7))

    assert run(path, "--create-units")[0] == "Imported: 1"

    assert list(
        Satker.objects.exclude(code="ROOT")
        .order_by("code")
        .values_list("code", "kind__code", "parent", "official_name", "short_name", "byline", "dateline_place")
    ) == [
        ("IMP-7", "lain", root.pk, "Rutan Maros", "Rutan Maros", "Humas Maros", "Maros"),
        ("IMP-8", "lain", root.pk, "Bapas", "Bapas", "Humas Bapas", "Bapas"),
    ]
    assert run(path, "--create-units") == ["Imported: 0", "Already there: 1", "Bad, left out: 0"]
    assert Satker.objects.count() == 3


def test_namesakes_match_nobody(db: None, tmp_path: Path) -> None:
    for code in ("A", "B"):
        unit(code, "Bone")
    units_file = write(tmp_path / "units.jsonl", {"id": 1, "name": "Kemenag Bone"})
    with pytest.raises(Refused):
        units.load(units_file, create=False, used=lambda: {1})


# --- Dates and numbers --------------------------------------------------------------------------------


def test_days_and_years_are_those_of_the_portals_time_zone(parepare: Satker, tmp_path: Path) -> None:
    path = write(
        tmp_path / "set.jsonl",
        line(1, published="2025-12-31T16:30:00Z"),  # half past midnight on New Year's Day in Makassar
        line(2, published="2025-12-31T23:30:00"),  # no zone: the portal's
        line(3, published="2025-12-31"),
    )
    run(path)
    assert list(
        LedgerEntry.objects.order_by("article__external_id").values_list("article__external_id", "day")
    ) == [("1", dt.date(2026, 1, 1)), ("2", dt.date(2025, 12, 31)), ("3", dt.date(2025, 12, 31))]  # fmt: skip
    assert dict(Receipt.objects.values_list("article__external_id", "code")) == {
        "1": "PRP-2026-0001",
        "2": "PRP-2025-0002",
        "3": "PRP-2025-0001",
    }
    assert Article.objects.get(external_id="2").first_published_at == dt.datetime(2025, 12, 31, 23, 30, tzinfo=WITA)


def test_numbers_go_on_from_the_last_one_given(parepare: Satker, pinrang: Satker, tmp_path: Path) -> None:
    run(write(tmp_path / "a.jsonl", line(3), line(1), line(2, unit="PNR")))
    run(write(tmp_path / "b.jsonl", line(5), line(4, published="2025-05-01T08:00:00+08:00")))
    assert set(Receipt.objects.values_list("article__source", "article__external_id", "code")) == {
        ("jsonl", "1", "PRP-2026-0001"),
        ("jsonl", "3", "PRP-2026-0002"),
        ("jsonl", "2", "PNR-2026-0001"),
        ("jsonl", "5", "PRP-2026-0003"),
        ("jsonl", "4", "PRP-2025-0001"),
    }


def test_a_renamed_file_adds_nothing(parepare: Satker, tmp_path: Path) -> None:
    run(write(tmp_path / "articles.jsonl", line(1), line(2)))
    again = run(write(tmp_path / "articles (1).jsonl", line(1), line(2)))
    assert again == ["Imported: 0", "Already there: 2", "Bad, left out: 0"]


def test_the_same_id_twice_in_a_file_is_one_article(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1), line(1), line(2))
    assert run(path) == ["Imported: 2", "Already there: 1", "Bad, left out: 0"]


def refused(path: Path, *arguments: str) -> tuple[str, list[str]]:
    """Run the command, which has to end with an error, and return the error and what was told before."""
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_articles", str(path), *arguments, stdout=out)
    return str(error.value), [each for each in out.getvalue().splitlines() if not each.startswith("Time: ")]


@pytest.mark.parametrize(
    "other", [{"title": "Berita Situs Lain"}, {"published": "2026-03-02T09:00:01+08:00"}], ids=["title", "date"]
)
def test_a_known_id_with_another_story_is_no_quiet_success(
    parepare: Satker, tmp_path: Path, other: dict[str, Any]
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    run(write(tmp_path / "a" / "articles.jsonl", line(1), line(2)))
    path = write(tmp_path / "b" / "articles.jsonl", line(1, **other), line(2), line(3))
    assert refused(path) == (
        "1 ids of the source jsonl are known with another title or date. "
        "If this file comes from another site, give that one a name of its own: --source NAME.",
        ["Imported: 1", "Already there: 1", "Id known, but another title or date, left out: 1", "Bad, left out: 0"],
    )
    assert run(path, "--source", "b")[0] == "Imported: 3"


def test_the_same_id_with_two_stories_in_a_file_is_told(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1), line(1, title="Lain"), line(2))
    _error, told = refused(path)
    assert told == [
        "Imported: 2", "Already there: 0", "Id known, but another title or date, left out: 1", "Bad, left out: 0",
    ]  # fmt: skip
    assert Article.objects.get(external_id="1").title == "Kemenag Parepare Gelar Rapat 1"


def test_a_title_that_was_mended_here_is_the_same_story(parepare: Satker, tmp_path: Path) -> None:
    long = "Kemenag Parepare " * 9
    path = write(tmp_path / "set.jsonl", line(1), line(2, title=long[:149]))
    run(path)
    Article.objects.filter(external_id="1").update(title="Dibetulkan", version=2)
    assert run(path) == ["Imported: 0", "Already there: 2", "Bad, left out: 0"]


def test_eight_tags_stay_and_the_rest_is_told(parepare: Satker, tmp_path: Path) -> None:
    tags = [f"tanda {n}" for n in range(10)]
    path = write(tmp_path / "set.jsonl", line(1, tags=tags), line(2, tags=tags[:9]))
    assert run(path) == [
        "Imported: 2", "Already there: 0", "Bad, left out: 0", "Tags beyond eight an article, left out: 3",
    ]  # fmt: skip
    for article in Article.objects.all():
        assert sorted(article.tags.values_list("name", flat=True)) == tags[:8]
    assert Tag.objects.count() == 8
    assert run(path) == ["Imported: 0", "Already there: 2", "Bad, left out: 0"]


def test_every_tag_has_an_address_of_plain_letters(parepare: Satker, tmp_path: Path) -> None:
    Tag.objects.create(name="lain", slug="zakat-fitrah")
    names = ["حج", "زكاة", "c++", "zakat fitrah", "jum'at"]
    run(write(tmp_path / "set.jsonl", line(1, tags=names)))
    slugs = dict(Tag.objects.exclude(name="lain").values_list("name", "slug"))
    assert sorted(slugs) == sorted(names)
    assert len(set(slugs.values())) == 5
    assert all(re.fullmatch("[a-z0-9-]+", slug) for slug in slugs.values()), slugs


@pytest.mark.parametrize(
    "path", ["/berita/1/x/", "/satker/kemenag-parepare/", "/arsip/2026/", "/berita/", "/admin/x?y=1", "/satker/a/?b=1"]
)
def test_an_old_address_that_is_one_of_ours_is_told_and_not_kept(parepare: Satker, tmp_path: Path, path: str) -> None:
    told = run(write(tmp_path / "set.jsonl", line(1, old_path=f"https://lama.example{path}")))
    assert told[-1] == "Old addresses not kept, the portal has a page of its own there: 1"
    assert not OldPath.objects.exists()


@pytest.mark.parametrize("path", ["/?p=12", "/2026/03/rapat/", "/berita/rapat/", "/index.php?id=7"])
def test_any_other_old_address_is_kept(parepare: Satker, tmp_path: Path, path: str) -> None:
    assert len(run(write(tmp_path / "set.jsonl", line(1, old_path=f"https://lama.example{path}")))) == 3
    assert [old.path for old in OldPath.objects.all()] == [path]


def test_an_id_that_no_code_can_hold_makes_one_that_can(db: None, tmp_path: Path) -> None:
    unit("KANWIL", "Kanwil")
    units_file = write(tmp_path / "units.jsonl", {"id": "A&B #1", "name": "Kemenag Anu", "city": "Anu"})
    run(write(tmp_path / "set.jsonl", line(1, unit="A&B #1")), "--units", str(units_file), "--create-units")
    made = Article.objects.get().satker
    assert made.code == "IMP-A-B-1"
    made.full_clean()


def test_two_sources_may_use_the_same_ids(parepare: Satker, tmp_path: Path) -> None:
    path = write(tmp_path / "set.jsonl", line(1))
    run(path, "--source", "satu")
    run(path, "--source", "dua")
    assert set(Article.objects.values_list("source", "external_id")) == {("satu", "1"), ("dua", "1")}


# --- What an article brings ---------------------------------------------------------------------------


def test_all_that_our_own_exports_carry_comes_in(parepare: Satker, pinrang: Satker, tmp_path: Path) -> None:
    category = Category.objects.create(slug="haji-umrah", name="Haji dan Umrah")
    programme = Programme.objects.create(slug="sukses-haji", name="Sukses Haji", valid_from=dt.date(2025, 1, 1))
    path = write(
        tmp_path / "set.jsonl",
        line(
            1,
            lead="Teras <b>berita</b>",
            category="haji-umrah",
            programme="sukses-haji",
            tags=["#Haji", "haji", "Manasik  Haji"],
            writer="Wahyuni",
            editor="Bahri",
            place="Pangkep",
            supporting=["PNR", "PRP"],
            old_path="https://lama.example/2026/rapat-1/",
        ),
    )

    run(path)

    article = Article.objects.get()
    assert (article.lead, article.category, article.programme, article.writer, article.editor, article.place) == (
        "Teras <b>berita</b>", category, programme, "Wahyuni", "Bahri", "Pangkep",
    )  # fmt: skip
    assert sorted(tag.name for tag in article.tags.all()) == ["haji", "manasik haji"]
    assert list(article.supporting.all()) == [pinrang]
    assert set(LedgerEntry.objects.values_list("satker__code", "role")) == {("PRP", "lead"), ("PNR", "supporting")}
    assert Tally.objects.lead().total() == 1
    assert list(OldPath.objects.values_list("path", "article")) == [("/2026/rapat-1/", article.pk)]
    assert article.slug == "kemenag-parepare-gelar-rapat-1"


def test_mark_up_in_typed_text_is_shown_as_typed(parepare: Satker, tmp_path: Path) -> None:
    body = "Awal <script>alert(1)</script>\n\n*Tebal* <img src=x onerror=alert(1)>"
    run(write(tmp_path / "set.jsonl", line(1, body=body)))
    assert Article.objects.get().body == (
        "<p>Awal &lt;script&gt;alert(1)&lt;/script&gt;</p>"
        "<p><strong>Tebal</strong> &lt;img src=x onerror=alert(1)&gt;</p>"
    )


def test_a_tag_meets_the_one_that_is_there(parepare: Satker, tmp_path: Path) -> None:
    Tag.objects.create(name="Haji", slug="haji")
    Tag.objects.create(name="lain", slug="zakat")
    run(write(tmp_path / "set.jsonl", line(1, tags=["haji", "zakat"])))
    assert sorted(Article.objects.get().tags.values_list("name", flat=True)) == ["Haji", "zakat"]
    assert Tag.objects.count() == 3


def test_photos_beside_the_file_come_along(parepare: Satker, tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "images").mkdir()
    Image.new("RGB", (400, 300), "teal").save(tmp_path / "images" / "satu.jpg")
    (tmp_path / "images" / "rusak.jpg").write_bytes(b"not a picture")
    (tmp_path / "rahasia.jpg").write_bytes(b"outside")
    path = write(
        tmp_path / "set.jsonl",
        line(1, image="satu.jpg", image_caption="Suasana rapat.", image_alt="Pegawai duduk", image_credit="Ilham"),
        line(2, image="rusak.jpg"),
        line(3, image="tiada.jpg"),
        line(4, image="../rahasia.jpg"),
    )

    told = run(path)

    assert told == [
        "Imported: 4",
        "Already there: 0",
        "Bad, left out: 0",
        "Photos: 1",
        "Photos not found: 2",
        "Photos left out: 1 - This file is not a sound JPEG, PNG or WebP photo. Open it on your phone, save it again, "
        "and retry.",
    ]
    photo = Photo.objects.get()
    assert Article.objects.get(external_id="1").lead_photo == photo
    assert (photo.satker, photo.caption, photo.alt, photo.credit, photo.width) == (
        parepare, "Suasana rapat.", "Pegawai duduk", "Ilham", 400,
    )  # fmt: skip
    files = {str(file.relative_to(settings.MEDIA_ROOT)) for file in settings.MEDIA_ROOT.rglob("*.*")}
    assert files == set(photo.file_names())
    run(path)
    assert Photo.objects.count() == 1


# --- The engine ---------------------------------------------------------------------------------------


def record(number: int, satker: Satker, **more: Any) -> engine.Record:
    fields = {
        "external_id": str(number),
        "title": f"Judul {number}",
        "satker": satker,
        "published_at": dt.datetime(2026, 3, 1, number, tzinfo=WITA),
        "body_html": "<p>Isi.</p>",
    }
    return engine.Record(**{**fields, **more})


def test_what_came_before_a_readers_failure_stays(parepare: Satker) -> None:
    def failing() -> Iterator[engine.Record]:
        yield record(1, parepare)
        yield record(2, parepare)
        raise Refused("broken")

    outcome = engine.Outcome()
    with pytest.raises(Refused):
        engine.run("demo", failing(), outcome=outcome)
    assert (outcome.imported, Article.objects.count()) == (2, 2)


def test_the_engine_stores_no_future_and_no_nameless_record(parepare: Satker) -> None:
    for wrong in ({"published_at": timezone.now() + dt.timedelta(hours=1)}, {"external_id": ""}):
        with pytest.raises(ValueError):
            engine.run("demo", [record(1, parepare), record(2, parepare, **wrong)])
    assert not Article.objects.exists()


def test_the_engine_cleans_every_body_and_fits_every_line(parepare: Satker) -> None:
    long = "kata " * 200
    hostile = '<p onclick="x()">Isi <script>alert(1)</script><b>tebal</b></p>'
    engine.run("demo", [record(1, parepare, title=long, lead=long, writer=long, place=long, body_html=hostile)])
    article = Article.objects.get()
    assert article.body == html.clean(article.body) == "<p>Isi <strong>tebal</strong></p>"
    assert article.title == "kata " * 29 + "kata\u2026"
    assert max(map(len, (article.title, article.slug))) <= 150
    assert (len(article.lead) <= 500, len(article.writer) <= 120, len(article.place) <= 80) == (True,) * 3


def test_a_draft_counts_nowhere(parepare: Satker) -> None:
    outcome = engine.run("demo", [record(1, parepare, published_at=None, tags=("haji",))])
    assert (outcome.public, outcome.drafts) == (0, 1)
    assert list(Article.objects.values_list("status", "first_published_at")) == [("draft", None)]
    assert (Receipt.objects.count(), LedgerEntry.objects.count(), Tally.objects.count()) == (0, 0, 0)
    assert list(ArticleTag.objects.values_list("public_at", flat=True)) == [None]


def test_photos_of_a_batch_that_fails_are_taken_away_again(
    parepare: Satker, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(picture, "JPEG")
    picture.seek(0)

    def fail(*arguments: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(engine, "_store", fail)
    with pytest.raises(RuntimeError):
        engine.run("demo", [record(1, parepare, picture=engine.Picture(upload=picture))])
    assert list(settings.MEDIA_ROOT.rglob("*.*")) == []
