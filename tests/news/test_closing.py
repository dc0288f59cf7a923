"""Tutup buku: frozen figures never change, what comes later stands beside them, and all can be proved."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import time
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urljoin

import openpyxl
import pytest
from allauth.mfa.totp.internal import auth as totp_auth
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.template.loader import render_to_string
from django.utils import translation

from news import closing as books
from news import proof, triggers
from news.models import Article, Closing, LedgerEntry, Measure, Tally
from satker.models import Officer, Satker
from tests.cast import Units, wita

AFTER = wita(2027, 1, 5, 9)


@pytest.fixture
def year(parepare: Officer, pinrang: Officer, published: Any, units: Units) -> list[Article]:
    return [
        published(parepare, title="Januari", at=wita(2026, 1, 1, 0, 1)),
        published(parepare, title="Maret", at=wita(2026, 3, 10, 9), supporting=[units.pinrang]),
        published(pinrang, title="Desember", at=wita(2026, 12, 31, 23, 59)),
    ]


def close(by: Officer, **more: Any) -> Closing:
    return books.close(by, 2026, **{"place": "Makassar", "at": AFTER, **more})


def test_it_freezes_the_figures_in_the_canonical_form(year: list[Article], regional: Officer) -> None:
    closing = close(regional, officials=[{"name": "Kepala", "position": "Ketua Tim", "nip": "1"}])
    last = year[-1].ledger.get().pk
    assert closing.canonical.splitlines() == [
        "portal-humas rekap 2",
        "period\t2026",
        "rule\t1",
        f"last-entry\t{last}",
        "unit\tKANWIL-73\tkanwil\t\tKantor Kanwil Kemenag Sulsel",
        "unit\tKK-73.15\tkankemenag\tKANWIL-73\tKantor Kemenag Pinrang",
        "unit\tKK-73.72\tkankemenag\tKANWIL-73\tKantor Kemenag Parepare",
        "unit\tKUA-73.72.01\tkua\tKK-73.72\tKantor KUA Bacukiki",
        "count\tKK-73.15\tlead\t2026-12\t1",
        "count\tKK-73.15\tsupporting\t2026-03\t1",
        "count\tKK-73.72\tlead\t2026-01\t1",
        "count\tKK-73.72\tlead\t2026-03\t1",
    ]
    assert closing.sha256 == hashlib.sha256(closing.canonical.encode()).hexdigest()
    assert (closing.total, closing.revision, closing.closed_by) == (3, 1, regional)


def test_what_comes_later_is_a_correction_beside_it(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    closing = close(regional)
    before = books.frozen(closing)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    assert books.figures(closing) == before
    assert books.figures_now(closing) == {key: count for key, count in before.items() if key != ("KK-73.72", "lead", 1)}
    assert [(row.article.title, row.delta, row.day) for row in books.corrections(closing)] == [
        ("Januari", -1, dt.date(2026, 1, 1))
    ]
    page = client_of(regional).get(closing.get_absolute_url())
    assert (page.context["closed"], page.context["now"]) == (3, 2)
    assert "Januari" in page.content.decode()


def test_a_second_closing_needs_a_reason_and_both_stay(
    year: list[Article], regional: Officer, parepare: Officer
) -> None:
    first = close(regional)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    with pytest.raises(ValidationError):
        close(regional, at=wita(2027, 2, 2, 9))
    second = close(regional, at=wita(2027, 2, 2, 9), reason="Satu berita ditarik.")
    kept = list(Closing.objects.order_by("revision").values_list("pk", "revision", "total", "reason"))
    assert kept == [(first.pk, 1, 3, ""), (second.pk, 2, 2, "Satu berita ditarik.")]


@pytest.mark.parametrize(
    ("month", "at"), [(0, wita(2026, 12, 31, 23, 59)), (3, wita(2026, 3, 31, 12)), (12, wita(2026, 6, 1))]
)
def test_a_period_that_goes_on_cannot_be_closed(month: int, at: dt.datetime, regional: Officer) -> None:
    with pytest.raises(ValidationError):
        close(regional, month=month, at=at)
    assert Closing.objects.count() == 0


def test_a_month_counts_its_own_days_only(year: list[Article], regional: Officer) -> None:
    assert close(regional, month=3).total == 1
    assert close(regional, month=2).total == 0
    assert close(regional, month=1).total == 1


def test_only_the_regional_team_closes(year: list[Article], parepare: Officer, editor: Officer) -> None:
    for officer in (parepare, editor):
        with pytest.raises(PermissionDenied):
            close(officer)
    assert Closing.objects.count() == 0


@pytest.mark.parametrize("statement", ["UPDATE news_closing SET total = 99", "DELETE FROM news_closing"])
def test_the_database_refuses_to_touch_a_closing(statement: str, year: list[Article], regional: Officer) -> None:
    close(regional)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Closing.objects.get().total == 3


def test_renaming_a_unit_leaves_the_frozen_figures_alone(year: list[Article], regional: Officer, units: Units) -> None:
    closing = close(regional)
    Satker.objects.filter(pk=units.pinrang.pk).update(official_name="Kantor Baru")
    assert list(proof.verify()) == []
    assert "Kantor Kemenag Pinrang" in Closing.objects.get(pk=closing.pk).canonical


def test_verify_finds_nothing_where_all_is_well(year: list[Article], regional: Officer, parepare: Officer) -> None:
    close(regional)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    out = StringIO()
    call_command("verify_closing", stdout=out)
    call_command("verify_closing", "2026", stdout=out)
    assert out.getvalue().count("\n") == 2


@pytest.mark.parametrize("year", ["99999999", "9999", "0000", "abc", "20x6", "²⁰²⁶", "1899"])
def test_an_impossible_year_is_told_in_a_sentence(year: str, units: Units, english: None) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("verify_closing", year)
    assert str(refused.value) == f"{year} is no year: give one from 1900 to 2099, or none for all."


def _damage(what: str, articles: list[Article]) -> None:
    """Do by hand what no verb does; triggers keep the ledger itself from it."""
    if what == "tally":
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # Constraints that wait would forbid the ALTER; both end with the test's transaction.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE news_tally DISABLE TRIGGER USER")
        Tally.objects.filter(month=3, role="lead").update(count=7)
    elif what == "state":
        Article.objects.filter(pk=articles[0].pk).update(status="withdrawn")
    elif what == "day":
        Article.objects.filter(pk=articles[0].pk).update(first_published_at=wita(2026, 5, 5, 9))
    elif what == "history":
        articles[1].revisions.order_by("-version").first().delete()


@pytest.mark.parametrize("what", ["tally", "state", "day", "history"])
def test_verify_names_each_kind_of_damage(what: str, year: list[Article], regional: Officer, english: None) -> None:
    close(regional)
    _damage(what, year)
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_closing", "2026", stdout=out)
    told = out.getvalue()
    assert {"tally": "Tally KK-73.72 (Lead unit) 2026 3: the ledger gives 1, 7 is kept."}.get(
        what, f"Article {year[what == 'history'].pk}"
    ) in told


def test_the_page_asks_for_the_words_and_then_closes(year: list[Article], regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    sent = {"month": "3", "place": "Makassar", "name1": "Kepala", "position1": "Ketua Tim", "nip1": "19700101"}
    for words in ("ya", "tutup 2026", "tutup april 2026"):
        refused = client.post("/admin/rekap/2026/tutup/", {**sent, "confirmation": words})
        assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["confirmation"])
    assert Closing.objects.count() == 0
    done = client.post("/admin/rekap/2026/tutup/", {**sent, "confirmation": "tutup  maret 2026"})
    closing = Closing.objects.get()
    assert done["Location"] == f"/admin/rekap/tutup-buku/{closing.pk}/"
    assert closing.officials == [{"name": "Kepala", "position": "Ketua Tim", "nip": "19700101"}]
    page = client.get(done["Location"]).content.decode()
    assert closing.sha256 in page and "NIP 19700101" in page
    downloaded = client.get(f"{done['Location']}kanonik.txt").content
    assert hashlib.sha256(downloaded).hexdigest() == closing.sha256


# --- Second factor, workbook, as closed and as now ------------------------------------------------

SECRET = "JBSWY3DPEHPK3PXP"


def code_now() -> str:
    """Return what the app on the phone shows now."""
    counter = next(iter(totp_auth.yield_hotp_counters_from_time()))
    return totp_auth.format_hotp_value(totp_auth.hotp_value(SECRET, counter))


SENT = {"month": "0", "place": "Makassar", "confirmation": "tutup 2026"}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 5 January 2027."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: AFTER)


def test_whoever_has_a_second_factor_gives_it_first(
    year: list[Article], regional: Officer, client_of: Any, clock: None
) -> None:
    totp_auth.TOTP.activate(regional, SECRET)
    client = client_of(regional)
    asked = client.get("/admin/rekap/2026/tutup/")
    assert asked["Location"] == "/akun/keamanan/reauthenticate/?next=%2Fadmin%2Frekap%2F2026%2Ftutup%2F"
    refused = client.post("/admin/rekap/2026/tutup/", {**SENT, "name1": "Kepala"})
    assert (refused.status_code, Closing.objects.count()) == (422, 0)
    assert 'value="Kepala"' in refused.content.decode(), "what was typed stays"
    proved = client.post(asked["Location"], {"code": code_now(), "next": "/admin/rekap/2026/tutup/"})
    assert proved["Location"] == "/admin/rekap/2026/tutup/"
    assert client.get("/admin/rekap/2026/tutup/").status_code == 200
    assert client.post("/admin/rekap/2026/tutup/", SENT).status_code == 302
    assert Closing.objects.get().total == 3


def test_a_proof_of_an_hour_ago_is_none(
    year: list[Article], regional: Officer, client_of: Any, clock: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    totp_auth.TOTP.activate(regional, SECRET)
    client = client_of(regional)
    client.post("/akun/keamanan/reauthenticate/", {"code": code_now()})
    later = time.time() + 3600
    monkeypatch.setattr("satker.accounts.second_factor.time.time", lambda: later)
    assert client.post("/admin/rekap/2026/tutup/", SENT).status_code == 422
    assert Closing.objects.count() == 0


def test_the_minutes_as_a_workbook(year: list[Article], regional: Officer, parepare: Officer, client_of: Any) -> None:
    closing = close(regional, officials=[{"name": "=1+1", "position": "Ketua Tim", "nip": "1970"}])
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    answer = client_of(regional).get(f"/admin/rekap/tutup-buku/{closing.pk}/berita-acara.xlsx")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    minutes, changes = book.worksheets
    cells = [[cell.value for cell in row] for row in minutes.rows]
    assert ["Sidik jari (SHA-256)", closing.sha256] in [row[:2] for row in cells]
    head = next(place for place, row in enumerate(cells) if row[0] == "Satker")
    assert [row[:4] for row in cells[head + 1 : head + 5]] == [
        ["Kanwil Kemenag Sulsel", "Kantor Wilayah", 0, 0],
        ["Kemenag Parepare", "Kantor Kemenag Kabupaten/Kota", 2, 1],
        ["Kemenag Pinrang", "Kantor Kemenag Kabupaten/Kota", 1, 1],
        ["KUA Bacukiki", "Kantor Urusan Agama", 0, 0],
    ]
    first, last = head + 2, head + 5
    assert cells[head + 5][2:] == [f"=SUM({letter}{first}:{letter}{last})" for letter in "CDE"]
    assert cells[head + 7][0] == "Makassar, 5 Januari 2027"
    assert minutes.cell(head + 9, 2).value == "=1+1" and minutes.cell(head + 9, 2).data_type == "s"
    assert [[cell.value for cell in row][1:6] for row in list(changes.rows)[-1:]] == [
        [-1, "Ditarik", "Kemenag Parepare", "Januari", "PRP-2026-0001"]
    ]


def test_each_period_as_closed_and_as_now(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    close(regional)
    close(regional, month=3)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    client = client_of(regional)
    found = client.get("/admin/rekap/2026/selisih/").context["closings"]
    assert [
        (each.closing.month, each.closed, each.now, [(line.unit.code, line.change) for line in each.moved],
         [row.article.title for row in rows])
        for each, rows, _count, _listed in found
    ] == [(0, 3, 2, [("KK-73.72", -1)], ["Januari"]), (3, 1, 1, [], [])]  # fmt: skip
    matrix = client.get("/admin/rekap/2026/").context["matrix"]
    rows = {row.value: (row.frozen, row.total, row.moved) for league in matrix.leagues for row in league.rows}
    assert rows == {
        "KANWIL-73": (0, 0, 0), "KK-73.72": (2, 1, -1), "KK-73.15": (1, 1, 0), "KUA-73.72.01": (0, 0, 0),
    }  # fmt: skip
    assert (matrix.total.frozen, matrix.total.moved) == (3, -1)


BESIDE = ("sebaran", "penulis", "formulir", "target", "mutu")


def test_every_page_of_a_closed_year_says_so(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    client = client_of(regional)
    pages = ["/admin/rekap/semua/", *(f"/admin/rekap/2026/{name}/" for name in BESIDE)]
    assert not any("ditutup dengan" in client.get(page).content.decode() for page in pages)
    march = close(regional, month=3)
    told = f'<a href="{march.get_absolute_url()}">Maret 2026 ditutup dengan 1</a>'
    assert [page for page in pages if told not in client.get(page).content.decode()] == []
    close(regional)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    told = re.compile(r'<a href="/admin/rekap/2026/selisih/">2026 [^<]*\b3\b[^<]*\b2\b[^<]*</a>')
    assert [page for page in pages if not told.search(client.get(page).content.decode())] == []


def test_each_figure_of_a_closed_book_opens_the_stories_that_counted_then(
    year: list[Article], regional: Officer, parepare: Officer, published: Any, client_of: Any
) -> None:
    whole, march = close(regional), close(regional, month=3)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    close(regional, reason="Penarikan")
    client = client_of(regional)
    checked = 0
    for page in ("2026/", "2026/?susunan=kini&tampil=gabung", "2026/selisih/", f"tutup-buku/{whole.pk}/",
                 f"tutup-buku/{march.pk}/"):  # fmt: skip
        address = f"/admin/rekap/{page}"
        html = client.get(address).content.decode()
        for href, figure in re.findall(r'<a href="([^"]*berita/\?[^"]*)">(\d+)</a>', html):
            if "buku=" in href or "2026/?" not in page:
                listed = client.get(urljoin(address, href.replace("&amp;", "&")))
                assert (listed.context["figure"], len(listed.context["lines"])) == (int(figure), int(figure)), href
                checked += 1
    assert checked > 20
    then = client.get(f"/admin/rekap/2026/berita/?satker=KK-73.72&buku={whole.pk}")
    assert [article.title for article, _unit in then.context["lines"]] == ["Maret", "Januari"]
    assert "ditutup" in then.content.decode()
    assert client.get("/admin/rekap/2026/berita/?buku=99").status_code == 404


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("measure", "was never measured"),
        ("receipt", "has been public without a receipt"),
        ("supporting", "credits other supporting units"),
        ("rule", "did not decide as its counting rule says"),
    ],
)
def test_verify_names_what_is_missing_beside_the_ledger(
    damage: str, told: str, year: list[Article], regional: Officer, units: Units, english: None
) -> None:
    if damage == "measure":
        Measure.objects.filter(article=year[1]).delete()
    elif damage == "receipt":
        _without_triggers("news_receipt", "DELETE FROM news_receipt WHERE number = 2")
    elif damage == "supporting":
        year[1].supporting.add(units.kua)
    else:
        _without_triggers("news_countingrule", "UPDATE news_countingrule SET min_words = 500")
    assert [finding.told for finding in proof.verify(2026) if told in finding.told]


def _without_triggers(table: str, sql: str, *values: Any) -> None:
    """Do what the database refuses, as whoever owns the table can."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(sql, values or None)


def _told(**about: Any) -> list[str]:
    return [finding.told for finding in proof.verify(**about)]


def test_each_closing_names_the_one_before_it(
    year: list[Article], regional: Officer, parepare: Officer, english: None
) -> None:
    first, second = close(regional, month=1), close(regional, month=3)
    assert [line for line in second.canonical.splitlines() if "previous" in line] == [f"previous\t{first.sha256}"]
    third = close(regional)
    assert books.previous_of(third) == [second.sha256]
    assert _told() == []
    _without_triggers("news_closing", "DELETE FROM news_closing WHERE id = %s", second.pk)
    gone = f"Closing 2026 (1) names an earlier one, {second.short_print}, which is gone."
    assert gone in _told() and gone in _told(year=2025), "whatever year was asked for"
    assert third.sha256 in books.previous_of(close(regional, month=2))


def test_a_chain_begins_beside_closings_that_are_older(year: list[Article], regional: Officer, english: None) -> None:
    for month in (1, 2):
        old = Closing(year=2026, month=month, place="M", closed_at=AFTER, closed_by=regional)
        old.last_entry, old.total = year[-1].ledger.get().pk, int(month == 1)
        old.canonical = books.canonical(old, books.UNCHAINED)
        old.sha256 = books.fingerprint(old.canonical)
        old.save(force_insert=True)
    assert _told() == []
    whole = close(regional)
    january, february = Closing.objects.exclude(pk=whole.pk).order_by("pk")
    assert books.previous_of(whole) == [january.sha256, february.sha256]
    assert _told() == []
    _without_triggers("news_closing", "DELETE FROM news_closing WHERE id = %s", january.pk)
    assert f"Closing 2026 (1) names an earlier one, {january.short_print}, which is gone." in _told()


def test_a_closing_that_was_put_between_others_is_named(year: list[Article], regional: Officer, english: None) -> None:
    close(regional, month=1)
    late = close(regional, month=2)
    close(regional)
    _without_triggers("news_closing", "UPDATE news_closing SET id = id + 5 WHERE id = %s", late.pk)
    assert "Closing 2026 (1) does not name January 2026 (1), which stands before it." in _told()


def test_a_revision_that_is_gone_is_named(
    year: list[Article], regional: Officer, parepare: Officer, english: None
) -> None:
    close(regional)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    close(regional, reason="Penarikan.", at=wita(2027, 2, 2, 9))
    _without_triggers("news_closing", "DELETE FROM news_closing WHERE revision = 1")
    assert "Closing 2026 (1) is gone." in _told()


@pytest.mark.parametrize(
    ("table", "sql", "told"),
    [
        ("receipt", "UPDATE news_receipt SET code = 'PNR-2026-0009' WHERE code = 'PRP-2026-0002'",
         "Receipt PNR-2026-0009: it should be PRP-2026-0002."),
        ("receipt", "UPDATE news_receipt SET issued_at = '2026-05-05 00:00:00+00:00' WHERE code = 'PRP-2026-0002'",
         "Article {1}: its number was not given when it became public."),
        ("ledgerentry", "UPDATE news_ledgerentry SET recorded_at = '2026-06-01 00:00:00+00:00' WHERE id = {first}",
         "Ledger row {second} was recorded earlier than a row above it."),
        ("ledgerentry", "UPDATE news_ledgerentry SET recorded_at = '2025-12-01 00:00:00+00:00' WHERE id = {last}",
         "Ledger row {last} was recorded before its story was public."),
        ("ledgerentry", "DELETE FROM news_ledgerentry WHERE reason IN ('withdrawal', 'reinstatement')",
         "Article {0}: ledger and history tell of other withdrawals."),
    ],
)  # fmt: skip
def test_verify_names_what_went_around_the_verbs(
    table: str, sql: str, told: str, year: list[Article], parepare: Officer, english: None
) -> None:
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 1, 2, 9))
    year[0].reinstate(parepare, at=wita(2027, 1, 3, 9))
    rows = list(LedgerEntry.objects.order_by("pk").values_list("pk", flat=True))
    names = {"first": rows[0], "second": rows[1], "last": year[2].ledger.get().pk}
    assert _told() == []
    _without_triggers(f"news_{table}", sql.format(**names))
    assert told.format(*(article.pk for article in year), **names) in _told()


@pytest.mark.parametrize("table", triggers.APPEND_ONLY)
def test_verify_names_guards_that_are_missing(table: str, units: Units, english: None) -> None:
    assert triggers.missing() == []
    _without_triggers(table, "SELECT 1")
    assert triggers.missing() and all(name.startswith(table) for name in triggers.missing())
    told = "The database lacks its guard %s: run manage.py migrate."
    assert set(_told()) == {told % name for name in triggers.missing()}
    triggers.install()
    if connection.vendor == "sqlite":  # on PostgreSQL it is only switched off, which no migrate undoes
        assert triggers.missing() == []


def test_the_last_sentence_counts_the_differences(year: list[Article], english: None) -> None:
    _damage("tally", year)
    out = StringIO()
    with pytest.raises(CommandError, match=r"^\d+ differences? (was|were) found\.$"):
        call_command("verify_closing", stdout=out)
    with translation.override("id"):
        assert "KK-73.72 (Satker utama) 2026 3" in " ".join(_told())


def test_the_form_shows_first_what_would_be_frozen(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any, clock: None
) -> None:
    client = client_of(regional)
    assert client.get("/admin/rekap/2026/tutup/").context["preview"] is None
    found = client.get("/admin/rekap/2026/tutup/?bulan=0").context["preview"]
    assert (found.total, found.kinds, found.units, found.last, found.corrections) == (
        3, [("Kantor Kemenag Kabupaten/Kota", 2, 3)], 4, None, 0,
    )  # fmt: skip
    march = close(regional, month=3)
    year[1].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    page = client.get("/admin/rekap/2026/tutup/?bulan=3")
    found = page.context["preview"]
    assert (found.total, found.kinds, found.active, found.last, found.corrections) == (0, [], 0, march, 2)
    assert '<option value="3" selected>' in page.text.split('<form class="form narrow"')[1]
    refused = client.post("/admin/rekap/2026/tutup/", {"month": "3", "confirmation": "ya"})
    assert (refused.status_code, refused.context["preview"].last) == (422, march)
    for odd in ("13", "x", "-1"):
        assert client.get(f"/admin/rekap/2026/tutup/?bulan={odd}").status_code == 404
    assert client.post("/admin/rekap/2026/tutup/", {"month": "x"}).context["preview"] is None


def test_a_month_of_a_closed_year_is_marked(
    year: list[Article], regional: Officer, client_of: Any, clock: None
) -> None:
    close(regional, month=1)
    close(regional)
    choices = dict(client_of(regional).get("/admin/rekap/2026/tutup/").context["form"].fields["month"].choices)
    marks = {month: str(told).partition("(")[2].rstrip(")") for month, told in choices.items()}
    with translation.override("id"):
        covered = translation.gettext("its year is closed")
    assert (marks[0], marks[1], marks[2]) == ("sudah ditutup", "sudah ditutup", covered)


def test_minutes_printed_later_part_what_was_signed_from_what_changed(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    closing = close(regional, officials=[{"name": "Kepala", "position": "Ketua Tim", "nip": "1"}])
    client = client_of(regional)
    year[0].withdraw(parepare, "Keliru.", at=wita(2027, 2, 1, 9))
    found = books.difference(closing)
    told = {"closing": closing, "found": found, "corrections": list(found.corrections), "printed_at": wita(2027, 3, 1)}
    paper = render_to_string("rekap/paper/_minutes.html", told)
    for html in (paper, client.get(closing.get_absolute_url()).text):
        signed, annex = html.split('<section class="annex"')
        assert "PRP-2026-0001" in annex and "PRP-2026-0001" not in signed
        assert 0 < signed.index('class="dated printed"') < signed.index("Kepala")
    assert "1 Maret 2027" in paper


def test_only_what_is_over_is_offered_with_its_count(
    year: list[Article], regional: Officer, client_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(regional, month=1)
    monkeypatch.setattr("news.goals.today", lambda: dt.date(2026, 3, 15))
    page = client_of(regional).get("/admin/rekap/2026/tutup/")
    assert page.context["form"].fields["month"].choices == [
        ("", "Pilih periode"), (1, "Januari 2026: 1 berita (sudah ditutup)"), (2, "Februari 2026: 0 berita"),
    ]  # fmt: skip


def test_an_empty_year_and_an_unchanged_one_are_not_closed(year: list[Article], regional: Officer) -> None:
    with pytest.raises(ValidationError):
        books.close(regional, 1990, place="Makassar", at=AFTER)
    close(regional)
    with pytest.raises(ValidationError):
        close(regional, at=wita(2027, 2, 2, 9), reason="Terketuk dua kali.")
    assert Closing.objects.count() == 1


def test_a_closed_month_is_told_where_it_matters(
    year: list[Article], regional: Officer, parepare: Officer, client_of: Any
) -> None:
    close(regional, month=3)
    year[1].withdraw(parepare, "Keliru.", at=wita(2026, 5, 1, 9))
    matrix = client_of(regional).get("/admin/rekap/2026/").context["matrix"]
    assert [(closing.month, closing.total, now) for closing, now in matrix.closed_months] == [(3, 1, 0)]
    desk = client_of(parepare)
    closed = desk.get("/redaksi/angka/?tahun=2026").context["closed"]
    assert [(each.period, each.closed, each.now) for each in closed] == [("Maret 2026", 1, 0)]
    done = desk.post(f"/redaksi/{year[1].pk}/langkah/reinstate/", {"version": year[1].version}, follow=True)
    assert [str(message) for message in done.context["messages"]][1:] == [
        "Maret 2026 sudah ditutup: perubahan ini tercatat sebagai ralat bertanggal di samping angkanya."
    ]
