"""What the public reads: public stories and nothing else, at addresses that last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news.models import Article, OldPath, Programme, Receipt
from satker.models import Officer
from tests.cast import Units, wita

Published = Callable[..., Article]


def titles(client: Client, address: str) -> list[str]:
    """Return the titles on a list page, in order."""
    context = client.get(address).context
    return [article.title for article in context["page"].items]


@pytest.fixture
def programme(db: None) -> Programme:
    return Programme.objects.create(slug="ekoteologi", name="Penguatan Ekoteologi", valid_from=dt.date(2025, 3, 6))


def lists(article: Article) -> list[str]:
    """Return the address of every list that a complete story stands in."""
    return [
        "/berita/",
        article.satker.get_absolute_url(),
        "/kategori/layanan/",
        "/program/ekoteologi/",
        "/topik/wakaf/",
        "/arsip/2026/",
        "/arsip/2026/03/",
        "/arsip/2026/03/10/",
    ]


def test_a_story_stands_in_every_list_it_belongs_to(
    reader: Client, parepare: Officer, published: Published, programme: Programme
) -> None:
    article = published(parepare, title="Arsip Wakaf Dipindai", programme=programme, tags=["wakaf"])
    assert [titles(reader, address) for address in lists(article)] == [["Arsip Wakaf Dipindai"]] * 8
    assert "Arsip Wakaf Dipindai" in reader.get("/").content.decode()


@pytest.mark.parametrize("how", ["draft", "in_review", "returned", "scheduled", "withdrawn", "discarded"])
def test_it_shows_nothing_that_is_not_public(
    how: str, reader: Client, parepare: Officer, editor: Officer, write: Any, programme: Programme
) -> None:
    article = write(parepare, title="Rahasia Belum Tayang", programme=programme, tags=["wakaf"])
    now = timezone.now()
    if how == "in_review":
        article.submit(parepare)
    elif how == "returned":
        article.submit(parepare)
        article.return_to_writer(editor, "Lengkapi.")
    elif how == "scheduled":
        article.schedule(parepare, now + dt.timedelta(days=1))
    elif how == "withdrawn":
        article.publish(parepare, at=wita(2026, 3, 10, 12))
        article.withdraw(parepare, "Keliru.")
    elif how == "discarded":
        article.discard(parepare)
    assert [titles(reader, address) for address in lists(article)] == [[]] * 8
    assert "Rahasia" not in reader.get("/").content.decode()
    page = reader.get(article.get_absolute_url())
    assert page.status_code == (410 if how == "withdrawn" else 404)
    assert "Rahasia" not in page.content.decode()


def test_a_withdrawn_story_says_when_and_why_and_keeps_its_number(
    reader: Client, parepare: Officer, published: Published
) -> None:
    article = published(parepare, body="<p>Isi yang keliru.</p>")
    article.withdraw(parepare, "Foto menampilkan anak tanpa izin.", at=wita(2026, 3, 11, 9, 5))
    page = reader.get(article.get_absolute_url()).content.decode()
    assert "Foto menampilkan anak tanpa izin." in page
    assert "Rabu, 11 Maret 2026 09.05 WITA" in page
    assert "PRP-2026-0001" in page
    assert "Isi yang keliru" not in page


def test_the_page_of_a_story_has_all_its_parts(
    reader: Client, parepare: Officer, units: Units, published: Published, programme: Programme
) -> None:
    article = published(
        parepare,
        title="Arsip Wakaf Dipindai",
        lead="Warga dapat memeriksanya daring.",
        body="<p>Sebanyak 1.240 berkas.</p>",
        writer="Wn",
        editor="Tim HDI",
        place="Pangkep",
        programme=programme,
        tags=["wakaf", "layanan daring"],
        supporting=[units.pinrang],
    )
    article.revise(
        parepare, body="<p>Sebanyak 1.204 berkas.</p>", correction="Semula tertulis 1.240; yang benar 1.204."
    )
    page = reader.get(article.get_absolute_url()).content.decode()
    parts = [
        "<h1>Arsip Wakaf Dipindai</h1>",
        "Warga dapat memeriksanya daring.",
        "Pangkep, (Humas Parepare) –",
        "<p>Sebanyak 1.204 berkas.</p>",
        "Selasa, 10 Maret 2026 12.00 WITA",
        "PRP-2026-0001",
        "Semula tertulis 1.240; yang benar 1.204.",
        "Kemenag Pinrang",
        "/topik/layanan-daring/",
        "/program/ekoteologi/",
        "https://wa.me/?text=Arsip%20Wakaf%20Dipindai%0A%0A",
        'rel="canonical" href="http://testserver' + article.get_absolute_url(),
    ]
    assert [part for part in parts if part not in page] == []


def test_addresses_last(reader: Client, parepare: Officer, published: Published) -> None:
    article = published(parepare, title="Judul Lama")
    old = article.get_absolute_url()
    OldPath.objects.create(path="/daerah/judul-lama-2u0lc", article=article)
    article.revise(parepare, title="Judul Baru")
    new = f"/berita/{article.pk}/judul-baru/"

    def to(address: str) -> tuple[int, str]:
        response = reader.get(address)
        return response.status_code, response.get("Location", "")

    assert article.get_absolute_url() == new
    assert [to(old), to(f"/berita/{article.pk}/")] == [(301, new)] * 2
    assert [to("/b/PRP-2026-0001"), to("/b/prp-2026-0001")] == [(301, new)] * 2
    assert [to("/daerah/judul-lama-2u0lc"), to("/daerah/judul-lama-2u0lc/")] == [(301, new)] * 2
    OldPath.objects.create(path="/?p=172", article=article)
    assert [to("/?p=172"), to("/?p=173")] == [(301, new), (200, "")]
    OldPath.objects.create(path="/berita.php?id=17", article=article)
    assert [to("/berita.php?id=17"), to("/berita.php?id=18")] == [(301, new), (404, "")]
    assert to("/daerah/tak-dikenal")[0] == 404


def test_an_old_path_tells_nothing_of_a_draft(reader: Client, parepare: Officer, write: Any) -> None:
    OldPath.objects.create(path="/daerah/rahasia", article=write(parepare, title="Rahasia"))
    assert reader.get("/daerah/rahasia").status_code == 404


PAGES = [
    "/", "/berita/", "/satker/", "/satker/kemenag-parepare/", "/kategori/layanan/", "/program/", "/program/ekoteologi/",
    "/topik/wakaf/", "/arsip/", "/arsip/2026/", "/arsip/2026/03/", "/arsip/2026/03/10/",
]  # fmt: skip


def test_public_pages_may_be_kept_by_any_cache(
    reader: Client, client_of: Any, parepare: Officer, published: Published, programme: Programme
) -> None:
    article = published(parepare, programme=programme, tags=["wakaf"])
    signed_in = client_of(parepare)
    for address in [*PAGES, article.get_absolute_url()]:
        for client in (reader, signed_in):
            page = client.get(address)
            assert page.status_code == 200, address
            told = page["Cache-Control"].split(", ")
            assert sorted(told) == ["max-age=60", "public", "stale-if-error=86400", "stale-while-revalidate=600"]
            assert (page.get("Vary"), page.cookies.output()) == (None, ""), address
        again = reader.get(address, headers={"If-None-Match": page["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


# The number of queries of each page, the same for one story and for three.
QUERIES = {
    "/": 8, "/berita/": 1, "/satker/": 1, "/satker/kemenag-parepare/": 5, "/kategori/layanan/": 2, "/program/": 1,
    "/program/ekoteologi/": 2, "/topik/wakaf/": 2, "/arsip/": 1, "/arsip/2026/": 2, "/arsip/2026/03/": 2,
    "/arsip/2026/03/10/": 1,
}  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_costs_the_same_for_one_story_and_for_three(
    address: str, reader: Client, parepare: Officer, published: Published, programme: Programme,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for count in (1, 2):
        for _each in range(count):
            published(parepare, programme=programme, tags=["wakaf"])
        with django_assert_num_queries(QUERIES[address]):
            reader.get(address)


def test_the_page_of_a_story_costs_the_same_among_three(
    reader: Client, parepare: Officer, pinrang: Officer, published: Published, units: Units,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    article = published(parepare, tags=["wakaf"], supporting=[units.pinrang])
    for _round in range(2):
        with django_assert_num_queries(6):
            reader.get(article.get_absolute_url())
        published(parepare, tags=["wakaf", "haji"])
        published(pinrang, tags=["wakaf", "haji"])


def test_paging_walks_every_story_once_in_both_directions(
    reader: Client, parepare: Officer, published: Published
) -> None:
    for number in range(45):
        published(parepare, title=f"Berita {number}", at=wita(2026, 3, 1) + dt.timedelta(hours=number // 3))
    seen, address = [], "/berita/"
    while True:
        page = reader.get(address).context["page"]
        seen.append([article.title for article in page.items])
        if not page.older:
            break
        address = "/berita/" + page.older
    assert [len(titles) for titles in seen] == [20, 20, 5]
    assert sorted(title for titles in seen for title in titles) == sorted(f"Berita {number}" for number in range(45))
    back = reader.get("/berita/" + page.newer).context["page"]
    assert [article.title for article in back.items] == seen[1]


@pytest.mark.parametrize("address", ["/arsip/1900/01/01/", "/arsip/2099/12/31/"])
def test_the_first_and_the_last_day_have_one_neighbour(address: str, reader: Client, db: None) -> None:
    assert reader.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/berita/?sebelum=x", "/berita/?sesudah=99999999999999999999-1",
        "/arsip/2026/13/", "/arsip/2026/02/30/", "/arsip/1899/", "/berita/999999999999999999/x/",
        "/berita/99999999999999999999999/x/", "/b/XYZ-2026-0001", "/satker/tak-ada/", "/topik/tak-ada/", "/%00/",
        "/a/%ff",
        "/berita/?sebelum=%00",
    ],
)  # fmt: skip
def test_odd_addresses_are_a_helpful_404(address: str, reader: Client, db: None) -> None:
    page = reader.get(address)
    assert page.status_code == 404
    assert "/arsip/" in page.content.decode()


def test_the_year_line_counts_lead_units_only(
    reader: Client, parepare: Officer, units: Units, published: Published
) -> None:
    now = timezone.now()
    published(parepare, at=now, supporting=[units.pinrang, units.kua])
    front = reader.get("/").context["front"]
    assert (front.year.count, front.year.units) == (1, 4)
    assert {place.unit.short_name: place.count for place in front.places} == {
        "Kemenag Parepare": 1,
        "Kemenag Pinrang": 0,
    }
    assert Receipt.objects.count() == 1
