"""The data meter: each byte of an officer once, in the right month, seen by nobody else, and cheap."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from PIL import Image

from news import traffic
from news.models import RekapSettings, Traffic
from news.traffic import MeterMiddleware, Sum
from satker.models import Officer
from tests.cast import Units, wita

MARCH, APRIL = dt.date(2026, 3, 1), dt.date(2026, 4, 1)
NOON = wita(2026, 3, 10, 12)
FIELDS = ("officer__username", "month", "up", "down", "photos_original", "photos_sent", "requests")


def rows() -> list[tuple[Any, ...]]:
    traffic.flush()
    return list(Traffic.objects.order_by("officer", "month").values_list(*FIELDS))


def kept(officer: Officer) -> dict[str, int]:
    """Return what this process has counted of an officer and not yet written, all months together."""
    found = [counts for (pk, _month), counts in traffic.forget().items() if pk == officer.pk]
    return {name: sum(counts[name] for counts in found) for name in ("up", "down", "requests")}


def put(officer: Officer, month: dt.date, **counts: int) -> Traffic:
    return Traffic.objects.create(officer=officer, satker=officer.satker, month=month, **counts)


FIRST = len(" HTTP/1.1 200\r\n")


class Session(dict[str, str]):
    accessed = True


def through(officer: Officer, response: Any, method: str = "get", **given: Any) -> Any:
    """Send a response of the desk through the meter alone."""
    request = getattr(RequestFactory(), method)("/redaksi/", **given)
    request.session = Session(_auth_user_id=str(officer.pk))
    return MeterMiddleware(lambda _request: response)(request)


def size(response: Any, body: int) -> int:
    """Return the bytes of a response with a body of that length, without its cookies."""
    heads = [f"{name}: {value}\r\n" for name, value in response.items() if name != "Server-Timing"]
    return FIRST + sum(map(len, heads)) + body


# --- What is counted ------------------------------------------------------------------------------


def test_a_page_counts_as_it_came_and_as_it_left(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    response = client.get("/redaksi/draf/?hal=", headers={"user-agent": "Telepon"})
    heads = f"User-Agent: Telepon\r\nCookie: sessionid={client.cookies['sessionid'].value}\r\n"
    cookies = sum(len(f"{cookie.output()}") for cookie in response.cookies.values())
    assert kept(parepare) == {
        # A first line is as long as an answer's; of each header one byte more or less.
        "up": len("/redaksi/draf/") + len("hal=") + FIRST + len(heads) + len(["User-Agent", "Cookie"]),
        "down": size(response, len(response.content)) + cookies,
        "requests": 1,
    }


def test_what_is_sent_counts_by_its_length(parepare: Officer) -> None:
    through(parepare, HttpResponse(), method="post", data={"title": "x"})
    small = kept(parepare)["up"]
    through(parepare, HttpResponse(), method="post", data={"title": "x" * 10_001})
    assert kept(parepare)["up"] - small == 10_000


@pytest.mark.parametrize("address", ["/redaksi/", "/akun/", "/akun/keamanan/", "/redaksi/999999/"])
def test_desk_and_account_count(address: str, parepare: Officer, client_of: Any) -> None:
    client_of(parepare).get(address)
    assert kept(parepare)["requests"] == 1


def test_administration_counts_and_sign_in_too(regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    client.get("/admin/")
    client.get("/admin/rekap/2026/")
    assert kept(regional)["requests"] == 2
    regional.set_password("rahasia-sekali-2026")
    regional.save()
    Client().post("/akun/masuk/", {"login": "regional", "password": "rahasia-sekali-2026"})
    assert kept(regional)["requests"] == 1


def test_public_pages_and_strangers_are_untouched(parepare: Officer, reader: Client, client_of: Any) -> None:
    """Of an officer who reads the site nothing is counted either, and the session is not even read."""
    for client in (reader, client_of(parepare)):
        for address in ("/", "/berita/", "/satker/", "/tidak-ada/"):
            response = client.get(address)
            assert ("Server-Timing" in response, "Vary" in response) == (False, False)
    for address in ("/redaksi/", "/admin/", "/akun/masuk/"):
        reader.get(address)
    assert traffic.forget() == {}


def test_a_page_asks_the_database_nothing_for_it(
    parepare: Officer, client_of: Any, settings: Any, django_assert_num_queries: Any
) -> None:
    client, meter = client_of(parepare), settings.MIDDLEWARE[0]
    assert meter == "news.traffic.MeterMiddleware"
    with django_assert_num_queries(2):  # session and officer
        assert client.post("/redaksi/data/terukur/", {"down": "5"}).status_code == 204


# --- Any response ---------------------------------------------------------------------------------


def test_a_stream_passes_bit_by_bit_and_counts_as_it_goes(parepare: Officer) -> None:
    made: list[int] = []

    def parts() -> Iterator[bytes]:
        for number in range(3):
            made.append(number)
            yield b"x" * 1000

    response = through(parepare, StreamingHttpResponse(parts()))
    assert (response.streaming, made) == (True, []), "nothing is read ahead"
    stream = iter(response)
    assert (next(stream), made) == (b"x" * 1000, [0])
    assert b"".join(stream) == b"x" * 2000
    assert kept(parepare)["down"] == size(response, 3000)


def test_a_stream_that_breaks_off_counts_what_went(parepare: Officer) -> None:
    closed: list[bool] = []

    def parts() -> Iterator[bytes]:
        try:
            while True:
                yield b"x" * 1000
        finally:
            closed.append(True)

    response = through(parepare, StreamingHttpResponse(parts()))
    stream = iter(response)
    assert [len(next(stream)), len(next(stream))] == [1000, 1000]
    response.close()
    assert (kept(parepare)["down"], closed) == (size(response, 2000), [True])


def test_a_file_is_left_to_the_server_that_sends_it(parepare: Officer, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"abc")
    response = through(parepare, FileResponse(file.open("rb")))
    assert response.file_to_stream is not None, "gunicorn may still hand it to the kernel"
    assert (kept(parepare)["down"], b"".join(response)) == (size(response, 3), b"abc")


def test_an_answer_without_a_body_counts_none(parepare: Officer) -> None:
    response = through(parepare, HttpResponse(b"abc"), method="head")
    assert kept(parepare)["down"] == size(response, 0)


def test_compressed_counts_as_sent_and_says_how_much(parepare: Officer) -> None:
    zipped = HttpResponse(b"z" * 90, headers={"Content-Encoding": "gzip", "Content-Length": "90"})
    response = through(parepare, zipped)
    assert (kept(parepare)["down"], response["Server-Timing"]) == (size(response, 90), "sent;dur=90")


@pytest.mark.parametrize("length", ["", "-5", "abc", "١٢", "9" * 40, "1e9", None])
def test_a_length_that_is_none_counts_as_none_or_as_the_most(length: Any, parepare: Officer) -> None:
    through(parepare, HttpResponse(), method="post", CONTENT_LENGTH=length)
    plain = kept(parepare)["up"]
    through(parepare, HttpResponse(), method="post", CONTENT_LENGTH="999999999999")
    assert kept(parepare)["up"] - plain == traffic.MOST


def test_a_session_that_names_nobody_counts_for_nobody(parepare: Officer) -> None:
    for name in ("", "x", "-1", "9" * 30):
        request = RequestFactory().get("/redaksi/")
        request.session = Session(_auth_user_id=name)  # type: ignore[assignment]
        assert MeterMiddleware(lambda _request: HttpResponse())(request).status_code == 200
    assert traffic.forget() == {}


# --- What is written ------------------------------------------------------------------------------


def test_a_row_for_each_officer_and_month(parepare: Officer, pinrang: Officer) -> None:
    traffic.note(parepare.pk, wita(2026, 3, 31, 23, 59), up=10, down=20, requests=1)
    traffic.note(parepare.pk, wita(2026, 4, 1, 0, 0), up=1, requests=1)
    traffic.note(pinrang.pk, wita(2026, 4, 1, 0, 0), down=7, requests=1)
    traffic.note(pinrang.pk, wita(2026, 4, 1, 0, 1), down=7, requests=1)
    assert rows() == [
        ("parepare", MARCH, 10, 20, 0, 0, 1),
        ("parepare", APRIL, 1, 0, 0, 0, 1),
        ("pinrang", APRIL, 0, 14, 0, 0, 2),
    ]


def test_it_is_written_once_a_minute(parepare: Officer) -> None:
    for second in (0, 30, 59):
        traffic.note(parepare.pk, NOON + dt.timedelta(seconds=second), up=1, requests=1)
    assert Traffic.objects.count() == 0
    traffic.note(parepare.pk, NOON + dt.timedelta(seconds=60), up=1, requests=1)
    assert list(Traffic.objects.values_list("up", "requests")) == [(4, 4)]
    assert traffic.forget() == {}


def test_a_photo_counts_before_and_after(parepare: Officer) -> None:
    traffic.shrunk(parepare, 14_200_000, 700_000)
    traffic.shrunk(parepare, 0, 300_000)  # the browser said nothing
    traffic.shrunk(parepare, -5, -7)
    traffic.shrunk(parepare, 10**30, 1)
    counts = rows()[0][2:]
    assert counts == (0, 0, 14_200_000 + 300_000 + traffic.MOST, 700_000 + 300_000 + 1, 0)


def test_an_upload_counts_its_photo_once(parepare: Officer, client_of: Any, media: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "#0b5d3b").save(out, "JPEG")
    data, client = out.getvalue(), client_of(parepare)
    address = f"/redaksi/foto/unggah/7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d/?dari=0&besar={len(data)}&asal=14200000"
    for _again in range(2):
        client.post(address, data, content_type="application/octet-stream")
    up, _down, *photos, requests = rows()[0][2:]
    assert (photos, requests) == ([14_200_000, len(data)], 2)
    assert up > 2 * len(data), "what is sent again is sent again"


def test_a_page_never_takes_off_more_than_there_is(parepare: Officer) -> None:
    traffic.note(parepare.pk, NOON, down=-5000)
    assert rows() == [("parepare", MARCH, 0, 0, 0, 0, 0)]
    traffic.note(parepare.pk, NOON, down=8000)
    traffic.note(parepare.pk, NOON, down=-3000)
    assert rows() == [("parepare", MARCH, 0, 5000, 0, 0, 0)]


def test_a_month_stays_with_the_unit_where_it_began(parepare: Officer, units: Units) -> None:
    traffic.note(parepare.pk, NOON, up=1)
    traffic.flush()
    Officer.objects.filter(pk=parepare.pk).update(satker=units.pinrang)
    traffic.note(parepare.pk, NOON, up=1)
    traffic.note(parepare.pk, wita(2026, 4, 2, 9), up=1)
    traffic.flush()
    found = Traffic.objects.order_by("month").values_list("month", "satker__code", "up")
    assert list(found) == [(MARCH, "KK-73.72", 2), (APRIL, "KK-73.15", 1)]


def test_what_could_not_be_written_is_kept(parepare: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    traffic.note(parepare.pk, NOON, up=5, requests=1)

    def broken(taken: Any) -> None:
        raise DatabaseError

    with monkeypatch.context() as context:
        context.setattr(traffic, "_write", broken)
        traffic.note(parepare.pk, NOON + dt.timedelta(minutes=5), up=6, requests=1)  # nobody sees an error
    assert rows() == [("parepare", MARCH, 11, 0, 0, 0, 2)]


def test_an_account_that_is_gone_stops_nothing(parepare: Officer) -> None:
    traffic.note(987_654, NOON, up=5, requests=1)
    traffic.note(parepare.pk, NOON, up=5, requests=1)
    assert rows() == [("parepare", MARCH, 5, 0, 0, 0, 1)]


# --- What a page reports --------------------------------------------------------------------------


@pytest.mark.parametrize("told", [0, 123_456, -9_000, 200_000_000])
def test_a_page_reports_what_the_portal_cannot_see(told: int, parepare: Officer, client_of: Any) -> None:
    response = client_of(parepare).post("/redaksi/data/terukur/", {"down": told})
    assert (response.status_code, kept(parepare)["down"]) == (204, told + size(response, 0))


@pytest.mark.parametrize("told", ["", "x", "1.5", "200000001", "-20000001", "9" * 99, "١", "\x00", "+5", " 5"])
def test_nonsense_is_refused_and_counts_nothing(told: str, parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    assert client.post("/redaksi/data/terukur/", {"down": told}).status_code == 422
    assert kept(parepare)["down"] < 2000


def test_another_site_cannot_report(parepare: Officer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(parepare, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert strict.post("/redaksi/data/terukur/", {"down": "5"}).status_code == 403


# --- The officer's own page -----------------------------------------------------------------------


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> dt.date:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_given: dt.date(2026, 4, 20))
    return dt.date(2026, 4, 20)


def cells(html: str, name: str) -> list[str]:
    """Return the figures of a table's row."""
    row = html.split(f'<th scope="row">{name}</th>', 1)[1].split("</tr>", 1)[0]
    return [part.split(">", 1)[1].split("<", 1)[0] for part in row.split("<td")[1:]]


def test_officers_see_their_own_twelve_months(
    parepare: Officer, pinrang: Officer, editor: Officer, today: dt.date, client_of: Any
) -> None:
    put(parepare, dt.date(2025, 4, 1), up=9_000_000)  # thirteen months ago
    put(parepare, dt.date(2025, 5, 1), up=1_000_000, down=2_500_000)
    put(parepare, APRIL, up=3_000_000, down=40_000_000, photos_original=85_200_000, photos_sent=2_600_000)
    put(pinrang, APRIL, up=777_000_000)
    put(editor, APRIL, up=888_000_000)
    html = client_of(parepare).get("/redaksi/data/").content.decode()
    assert cells(html, "Mei 2025") == ["1,0", "2,5", "3,5", "0"]
    assert cells(html, "Apr 2026") == ["3,0", "40,0", "43,0", "82,6"]
    assert "Apr 2025" not in html
    assert [word for word in ("85,2 MB → 2,6 MB", "125,6 MB") if word not in html] == []
    assert [word for word in ("777", "888", "9,0", "Rp") if word in html] == []


def test_money_is_shown_once_a_price_is_set(parepare: Officer, today: dt.date, client_of: Any) -> None:
    put(parepare, MARCH, down=1_000_000_000)
    put(parepare, APRIL, down=500_000_000)
    client = client_of(parepare)
    assert "Rp" not in client.get("/redaksi/data/").content.decode()
    RekapSettings.objects.update_or_create(pk=1, defaults={"data_price": 10_001})
    html = client.get("/redaksi/data/").content.decode()
    assert [word for word in ("Rp5.001", "Rp15.002", "Rp10.001") if word not in html] == []


def test_the_own_csv_is_in_bytes(parepare: Officer, pinrang: Officer, today: dt.date, client_of: Any) -> None:
    put(parepare, APRIL, up=3, down=4, photos_original=10, photos_sent=1, requests=2)
    put(pinrang, APRIL, up=777)
    response = client_of(parepare).get("/redaksi/data/?bentuk=csv")
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert (len(lines), lines[-2:]) == (
        14, [["April 2026", "3", "4", "7", "10", "1", "2"], ["Jumlah", "3", "4", "7", "10", "1", "2"]],
    )  # fmt: skip
    assert client_of(parepare).get("/redaksi/data/?bentuk=pdf").status_code == 404


def test_the_own_page_costs_the_same_for_one_month_and_for_twelve(
    parepare: Officer, today: dt.date, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(parepare)
    for months in ([1], range(2, 5)):
        for month in months:
            put(parepare, dt.date(2026, month, 1), up=month)
        with django_assert_num_queries(6):
            client.get("/redaksi/data/")


def test_somebody_elses_figures_have_no_address(parepare: Officer, pinrang: Officer, client_of: Any) -> None:
    put(pinrang, APRIL, up=777_000_000)
    for words in (f"officer={pinrang.pk}", "satker=KK-73.15", "petugas=pinrang"):
        assert "777" not in client_of(parepare).get(f"/redaksi/data/?{words}").content.decode()
    for officer in (parepare, pinrang):
        assert client_of(officer).get("/admin/rekap/2026/data/").status_code == 403
        assert client_of(officer).get("/admin/rekap/2026/data/?bentuk=csv").status_code == 403


# --- The regional team's page ---------------------------------------------------------------------


@pytest.fixture
def moved(parepare: Officer, editor: Officer, kua: Officer, pinrang: Officer, regional: Officer) -> None:
    put(parepare, MARCH, up=1_000_000, down=2_000_000, photos_original=50_000_000, photos_sent=1_000_000, requests=3)
    put(editor, MARCH, down=500_000)
    put(editor, APRIL, up=4_000_000)
    put(kua, MARCH, down=7_000_000)
    put(pinrang, MARCH, down=9_000_000)
    put(pinrang, dt.date(2025, 3, 1), down=111_000_000)
    put(regional, MARCH, down=20_000_000)


def told(client: Client, query: str = "", year: int = 2026) -> list[list[str]]:
    """Return the CSV without its head, of each row the name of unit and officer, March, April and the sums."""
    response = client.get(f"/admin/rekap/{year}/data/?bentuk=csv{query}")
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    return [[line[1], line[3], line[6], line[7], *line[16:]] for line in lines[1:]]


@pytest.mark.usefixtures("moved")
def test_the_regional_team_sees_all_by_unit_and_officer(regional: Officer, client_of: Any) -> None:
    assert told(client_of(regional)) == [
        ["Kemenag Parepare", "Editor", "500000", "4000000", "4000000", "500000", "4500000", "0", "0"],
        ["Kemenag Parepare", "Parepare", "3000000", "0", "1000000", "2000000", "3000000", "50000000", "1000000"],
        ["Kemenag Pinrang", "Pinrang", "9000000", "0", "0", "9000000", "9000000", "0", "0"],
        ["KUA Bacukiki", "Kua", "7000000", "0", "0", "7000000", "7000000", "0", "0"],
        ["Tim wilayah", "Regional", "20000000", "0", "0", "20000000", "20000000", "0", "0"],
        ["Jumlah", "", "39500000", "4000000", "5000000", "38500000", "43500000", "50000000", "1000000"],
    ]


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("&jenis=kua", ["Kua"]),
        ("&induk=KK-73.72", ["Editor", "Parepare", "Kua"]),
        ("&induk=KK-73.72&jenis=kankemenag", ["Editor", "Parepare"]),
        ("&wilayah=Kabupaten+Pinrang", ["Pinrang"]),
    ],
)
def test_it_filters_by_kind_branch_and_place(query: str, names: list[str], regional: Officer, client_of: Any) -> None:
    assert [line[1] for line in told(client_of(regional), query)[:-1]] == names


@pytest.mark.usefixtures("moved")
def test_the_page_has_the_same_figures(regional: Officer, client_of: Any) -> None:
    html = client_of(regional).get("/admin/rekap/2026/data/").content.decode()
    for word in ("43,5 MB", "49,0 MB", "50,0 → 1,0", "92,5"):
        assert word in html
    assert "111,0" not in html
    assert "111,0 MB" in client_of(regional).get("/admin/rekap/2025/data/").content.decode()


@pytest.mark.parametrize(
    "query", ["?jenis=tidak", "?induk=tidak", "?bentuk=xlsx", "?jenis=%00", "?induk=" + "9" * 300, "?bulan=99"]
)
def test_what_means_nothing_is_not_found(query: str, regional: Officer, client_of: Any) -> None:
    assert client_of(regional).get(f"/admin/rekap/2026/data/{query}").status_code == 404


@pytest.mark.usefixtures("moved")
def test_a_name_is_no_formula(parepare: Officer, regional: Officer, client_of: Any) -> None:
    Officer.objects.filter(pk=parepare.pk).update(name='=HYPERLINK("http://x")')
    names = [line[1] for line in told(client_of(regional))]
    assert '\'=HYPERLINK("http://x")' in names


def test_the_page_costs_the_same_for_one_officer_and_for_four(
    parepare: Officer, editor: Officer, kua: Officer, pinrang: Officer, regional: Officer, client_of: Any,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    client = client_of(regional)
    for officers in ([parepare], [editor, kua, pinrang]):
        for officer in officers:
            put(officer, MARCH, up=1)
            put(officer, APRIL, up=1)
        with django_assert_num_queries(7):
            client.get("/admin/rekap/2026/data/")


def test_sums_add() -> None:
    first, second = Sum(1, 2, 30, 4, 5), Sum(10, 20, 300, 40, 50)
    both = first + second
    assert both == Sum(11, 22, 330, 44, 55)
    assert (both.together, both.saved, both.unshrunk, both.price(10**9)) == (33, 286, 319, 33)
