"""Every address x role x own or other object, against one table; an address not in it fails.

A row gives the statuses for, in this order: the public, the writer of KUA Bacukiki, the officer of
Kemenag Parepare, the officer of Kemenag Pinrang, the editor of Kemenag Parepare, the regional team.
302 is the way to the sign-in page (401 for what was sent), 403 a page of another role, 404 an object out of reach.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from news import closing as books
from news import previews, removals
from news.desk.views import STEPS
from news.models import (
    Article,
    Category,
    Channel,
    CountingRule,
    LedgerEntry,
    Need,
    NeedItem,
    NeedReason,
    Pack,
    Photo,
    PreviewLink,
    Programme,
    Publication,
    Receipt,
    Revision,
    RosterDay,
    Target,
)
from portal.checks import patterns
from satker import access
from satker.models import Officer
from tests.cast import Units, wita

Statuses = list[int]
EVERYONE = [200] * 6
OFFICERS = [302, 200, 200, 200, 200, 200]
REGIONAL = [302, 403, 403, 403, 403, 200]

# What an address stands for: {draft} and {story} belong to Parepare, {kua_draft} to KUA Bacukiki.
TABLE: dict[str, list[tuple[str, Statuses]]] = {
    "media/<path:path>": [("/media/tidak-ada.jpg", [404] * 6)],
    # The reader's room.
    "": [("/", EVERYONE)],
    "berita/": [("/berita/", EVERYONE)],
    "berita/<id:pk>/": [("/berita/{story}/", [301] * 6), ("/berita/{draft}/", [404] * 6)],
    "berita/<id:pk>/dibaca": [("/berita/{story}/dibaca", [405] * 6)],
    "berita/<id:pk>/hapus-nama/": [
        ("/berita/{story}/hapus-nama/", EVERYONE),
        ("/berita/{withdrawn}/hapus-nama/", EVERYONE),
        ("/berita/{draft}/hapus-nama/", [404] * 6),
    ],
    "berita/<id:pk>/<slug:slug>/": [
        ("/berita/{story}/manasik-di-masjid-raya/", EVERYONE),
        ("/berita/{draft}/rahasia-parepare/", [404] * 6),
        ("/berita/{withdrawn}/manasik-di-masjid-raya/", [410] * 6),
    ],
    "b/<slug:code>": [("/b/PRP-2026-0001", [301] * 6), ("/b/PRP-2026-0099", [404] * 6)],
    "pratinjau/<str:signed>/": [("/pratinjau/{preview}/", EVERYONE), ("/pratinjau/{link}.palsu/", [404] * 6)],
    "satker/": [("/satker/", EVERYONE)],
    "satker/<slug:slug>/": [("/satker/kemenag-parepare/", EVERYONE)],
    "kategori/<slug:slug>/": [("/kategori/layanan/", EVERYONE)],
    "program/": [("/program/", EVERYONE)],
    "program/<slug:slug>/": [("/program/ekoteologi/", EVERYONE)],
    "topik/<slug:slug>/": [("/topik/wakaf/", EVERYONE)],
    "arsip/": [("/arsip/", EVERYONE)],
    "arsip/<year:year>/": [("/arsip/2026/", EVERYONE)],
    "arsip/<year:year>/<dd:month>/": [("/arsip/2026/03/", EVERYONE)],
    "arsip/<year:year>/<dd:month>/<dd:day>/": [("/arsip/2026/03/10/", EVERYONE)],
    # The desk.
    "redaksi/": [("/redaksi/", OFFICERS)],
    "redaksi/manifest.webmanifest": [("/redaksi/manifest.webmanifest", EVERYONE)],
    "redaksi/draf/": [("/redaksi/draf/", OFFICERS)],
    "redaksi/terbit/": [
        ("/redaksi/terbit/", OFFICERS),
        ("/redaksi/terbit/?keadaan=tak-terhitung", OFFICERS),
        ("/redaksi/terbit/?keadaan=tak-terhitung&satker=KUA-73.72.01", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/tinjau/": [("/redaksi/tinjau/", OFFICERS)],
    "redaksi/tinjau/mulai/": [("/redaksi/tinjau/mulai/", [302] * 6)],  # to the first story, or to the empty list
    "redaksi/tinjau/selesai/": [("/redaksi/tinjau/selesai/", OFFICERS)],
    "redaksi/tinjau/terbitkan/": [
        ("/redaksi/tinjau/terbitkan/?berita={waiting}", [302, 302, 302, 302, 200, 200]),  # nothing ticked: to the list
    ],
    "redaksi/tinjau/<id:pk>/": [
        ("/redaksi/tinjau/{waiting}/", [302, 404, 404, 404, 200, 200]),
        ("/redaksi/tinjau/{draft}/", [302, 404, 302, 404, 302, 302]),  # not handed in: on to the next
    ],
    "redaksi/angka/": [
        ("/redaksi/angka/", OFFICERS),
        ("/redaksi/angka/?satker=KUA-73.72.01", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/angka/<year:year>/<dd:month>/": [
        ("/redaksi/angka/2026/03/", OFFICERS),
        ("/redaksi/angka/2026/03/?satker=KUA-73.72.01", [302, 200, 404, 404, 200, 200]),
        ("/redaksi/angka/2026/03/?bentuk=xlsx&satker=KK-73.72", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/angka/2026/03/?bentuk=formulir&satker=KK-73.72", [302, 404, 200, 404, 200, 200]),
    ],
    "redaksi/kebutuhan/": [
        ("/redaksi/kebutuhan/", OFFICERS),
        ("/redaksi/kebutuhan/?satker=KUA-73.72.01", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/kebutuhan/baru/": [("/redaksi/kebutuhan/baru/?satker=KK-73.72", [302, 404, 200, 404, 200, 200])],
    "redaksi/kebutuhan/<id:pk>/": [("/redaksi/kebutuhan/{need}/", [302, 404, 200, 404, 200, 200])],
    "redaksi/publikasi/": [
        ("/redaksi/publikasi/", OFFICERS),
        ("/redaksi/publikasi/?satker=KUA-73.72.01", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/publikasi/baru/": [("/redaksi/publikasi/baru/?satker=KK-73.72", [302, 404, 200, 404, 200, 200])],
    "redaksi/publikasi/<id:pk>/": [("/redaksi/publikasi/{publication}/", [302, 404, 200, 404, 200, 200])],
    "redaksi/sw.js": [("/redaksi/sw.js", EVERYONE)],
    "redaksi/bagikan/": [("/redaksi/bagikan/", EVERYONE)],
    "redaksi/kunci/": [("/redaksi/kunci/", OFFICERS)],
    "redaksi/otomatis/": [("/redaksi/otomatis/", [302, 405, 405, 405, 405, 405])],
    "redaksi/otomatis/<id:pk>/buang/": [("/redaksi/otomatis/1/buang/", [302, 405, 405, 405, 405, 405])],
    "redaksi/foto/": [("/redaksi/foto/", OFFICERS), ("/redaksi/foto/?pilih&q=apel", OFFICERS)],
    "redaksi/foto/<id:pk>/pakai/": [("/redaksi/foto/{photo}/pakai/", [302, 405, 405, 405, 405, 405])],
    "redaksi/foto/<id:pk>/": [("/redaksi/foto/{photo}/", [302, 404, 200, 404, 200, 200])],
    "redaksi/foto/unggah/<uuid:id>/": [("/redaksi/foto/unggah/7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d/", OFFICERS)],
    "redaksi/permintaan/": [("/redaksi/permintaan/", OFFICERS), ("/redaksi/permintaan/?keadaan=dijawab", OFFICERS)],
    "redaksi/permintaan/<id:pk>/": [("/redaksi/permintaan/{removal}/", [302, 404, 200, 404, 200, 200])],
    "redaksi/kabar/": [("/redaksi/kabar/", OFFICERS)],
    "redaksi/kabar/surel/": [("/redaksi/kabar/surel/", OFFICERS)],
    "redaksi/kabar/dibaca/": [("/redaksi/kabar/dibaca/", [302, 405, 405, 405, 405, 405])],
    "redaksi/data/": [("/redaksi/data/", OFFICERS), ("/redaksi/data/?bentuk=csv", OFFICERS)],
    "redaksi/data/terukur/": [("/redaksi/data/terukur/", [302, 405, 405, 405, 405, 405])],
    "redaksi/panduan/": [("/redaksi/panduan/", OFFICERS)],
    "redaksi/tulis/": [
        ("/redaksi/tulis/", [302] * 6),  # officers go on to a form with a token in its address
        ("/redaksi/tulis/?t=7d5b2f1e-3f0c-4d57-9b1e-0d6a6f1b2c3d", OFFICERS),
    ],
    "redaksi/<id:pk>/": [
        ("/redaksi/{draft}/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{kua_draft}/", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/<id:pk>/pratinjau/": [
        ("/redaksi/{draft}/pratinjau/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{kua_draft}/pratinjau/", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/<id:pk>/terhitung/": [
        ("/redaksi/{story}/terhitung/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{draft}/terhitung/", [302, 404, 404, 404, 404, 404]),
    ],
    "redaksi/<id:pk>/tinjau-ulang/": [
        ("/redaksi/{story}/tinjau-ulang/", [302, 404, 302, 404, 302, 302]),  # it counts: back to its receipt
        ("/redaksi/{uncounted}/tinjau-ulang/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{draft}/tinjau-ulang/", [302, 404, 404, 404, 404, 404]),
    ],
    "redaksi/<id:pk>/nilai/": [("/redaksi/{story}/nilai/", [302, 404, 302, 404, 302, 302])],  # on to the story
    "redaksi/<id:pk>/riwayat/": [
        ("/redaksi/{draft}/riwayat/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{kua_draft}/riwayat/", [302, 200, 404, 404, 200, 200]),
    ],
    "redaksi/<id:pk>/riwayat/<id:version>/": [
        ("/redaksi/{draft}/riwayat/1/", [302, 404, 200, 404, 200, 200]),
        ("/redaksi/{kua_draft}/riwayat/1/", [302, 200, 404, 404, 200, 200]),
        ("/redaksi/{draft}/riwayat/9/", [302, 404, 404, 404, 404, 404]),
    ],
    # What is only sent, by POST: refused before anything is looked up.
    "redaksi/<id:pk>/hadir/": [("/redaksi/{draft}/hadir/", [302, 405, 405, 405, 405, 405])],
    "redaksi/<id:pk>/tautan/": [("/redaksi/{draft}/tautan/", [302, 405, 405, 405, 405, 405])],
    "redaksi/<id:pk>/tautan/<id:link>/cabut/": [
        ("/redaksi/{draft}/tautan/{link}/cabut/", [302, 405, 405, 405, 405, 405])
    ],
    "redaksi/<id:pk>/salin/": [("/redaksi/{draft}/salin/", [302, 405, 405, 405, 405, 405])],
    # Sent by POST too; opened, it leads to the story.
    "redaksi/<id:pk>/langkah/<slug:step>/": [
        ("/redaksi/{draft}/langkah/publish/", [302, 404, 302, 404, 302, 302]),
        ("/redaksi/{draft}/langkah/tidak-ada/", [302, 404, 404, 404, 404, 404]),
    ],
    # The yearly tally; the rest of the administration is below.
    "admin/rekap/": [("/admin/rekap/", [302, 403, 403, 403, 403, 302])],
    "admin/rekap/<year:year>/": [("/admin/rekap/2026/", REGIONAL)],
    "admin/rekap/<year:year>/berita/": [("/admin/rekap/2026/berita/", REGIONAL)],
    "admin/rekap/<year:year>/mutu/": [("/admin/rekap/2026/mutu/", REGIONAL)],
    "admin/rekap/<year:year>/nilai/": [("/admin/rekap/2026/nilai/", REGIONAL)],
    "admin/rekap/<year:year>/selisih/": [("/admin/rekap/2025/selisih/", REGIONAL)],
    "admin/rekap/aturan/": [("/admin/rekap/aturan/", REGIONAL)],
    "admin/rekap/aturan/<id:pk>/": [("/admin/rekap/aturan/{rule}/", REGIONAL)],
    "admin/rekap/aturan/<id:pk>/simulasi/<year:year>/": [("/admin/rekap/aturan/{rule}/simulasi/2026/", REGIONAL)],
    "admin/rekap/aturan/<id:pk>/simulasi/<year:year>/berita/": [
        ("/admin/rekap/aturan/{rule}/simulasi/2026/berita/?mana=gugur", REGIONAL),
        ("/admin/rekap/aturan/{rule}/simulasi/2026/berita/?mana=x", [302, 403, 403, 403, 403, 404]),
    ],
    "admin/rekap/tinjau-ulang/": [("/admin/rekap/tinjau-ulang/", REGIONAL)],
    "admin/rekap/tinjau-ulang/<id:pk>/": [("/admin/rekap/tinjau-ulang/1/", [302, 403, 403, 403, 403, 302])],
    "admin/rekap/tutup-buku/<id:pk>/berita-acara.xlsx": [
        ("/admin/rekap/tutup-buku/{closing}/berita-acara.xlsx", REGIONAL)
    ],
    "admin/rekap/semua/": [("/admin/rekap/semua/", REGIONAL)],
    "admin/rekap/<year:year>/sebaran/": [("/admin/rekap/2026/sebaran/", REGIONAL)],
    "admin/rekap/<year:year>/penulis/": [("/admin/rekap/2026/penulis/", REGIONAL)],
    "admin/rekap/<year:year>/penulis/bukti/": [
        ("/admin/rekap/2026/penulis/bukti/?satker=KK-73.72&nama=Wn", REGIONAL),
        ("/admin/rekap/2026/penulis/bukti/", [302, 403, 403, 403, 403, 404]),
    ],
    "admin/rekap/radar/": [("/admin/rekap/radar/", REGIONAL)],
    "admin/rekap/<year:year>/target/": [("/admin/rekap/2026/target/", REGIONAL)],
    "admin/rekap/<year:year>/target/<id:pk>/": [("/admin/rekap/2026/target/{target}/", REGIONAL)],
    "admin/rekap/<year:year>/piket/": [("/admin/rekap/2026/piket/", REGIONAL)],
    "admin/rekap/<year:year>/piket/hari/": [
        ("/admin/rekap/2026/piket/hari/?satker=KK-73.72", REGIONAL),
        ("/admin/rekap/2026/piket/hari/?satker=tidak", [302, 403, 403, 403, 403, 404]),
    ],
    "admin/rekap/<year:year>/piket/<id:pk>/": [("/admin/rekap/2026/piket/{roster_day}/", REGIONAL)],
    "admin/rekap/<year:year>/pembinaan/": [("/admin/rekap/2026/pembinaan/", REGIONAL)],
    "admin/rekap/<year:year>/pembinaan/<id:pk>/": [("/admin/rekap/2026/pembinaan/{unit}/", REGIONAL)],
    "admin/rekap/<year:year>/kebutuhan/": [
        ("/admin/rekap/2026/kebutuhan/", REGIONAL),
        ("/admin/rekap/2026/kebutuhan/?bentuk=xlsx", REGIONAL),
    ],
    "admin/rekap/<year:year>/publikasi/": [
        ("/admin/rekap/2026/publikasi/", REGIONAL),
        ("/admin/rekap/2026/publikasi/?bentuk=csv", REGIONAL),
    ],
    "admin/rekap/<year:year>/publikasi/daftar/": [("/admin/rekap/2026/publikasi/daftar/", REGIONAL)],
    "admin/rekap/<year:year>/data/": [
        ("/admin/rekap/2026/data/", REGIONAL),
        ("/admin/rekap/2026/data/?bentuk=csv", REGIONAL),
    ],
    "admin/rekap/<year:year>/rekap.csv": [("/admin/rekap/2026/rekap.csv", REGIONAL)],
    "admin/rekap/<year:year>/rekap.xlsx": [("/admin/rekap/2026/rekap.xlsx", REGIONAL)],
    "admin/rekap/<year:year>/cetak/": [("/admin/rekap/2026/cetak/", REGIONAL)],
    "admin/rekap/<year:year>/rapor/<path:code>/": [
        ("/admin/rekap/2026/rapor/KK-73.72/", REGIONAL),
        ("/admin/rekap/2026/rapor/tidak-ada/", [302, 403, 403, 403, 403, 404]),
    ],
    "admin/rekap/<year:year>/piagam/": [("/admin/rekap/2026/piagam/", REGIONAL)],
    "admin/rekap/<year:year>/formulir/": [
        ("/admin/rekap/2026/formulir/", REGIONAL),
        ("/admin/rekap/2026/formulir/?bulan=13", [302, 403, 403, 403, 403, 404]),
    ],
    "admin/rekap/<year:year>/layar/": [("/admin/rekap/2026/layar/", REGIONAL)],
    "admin/rekap/paket/": [("/admin/rekap/paket/", REGIONAL)],
    "admin/rekap/paket/<id:pk>/": [("/admin/rekap/paket/{pack}/", REGIONAL)],
    # One that is not ready has no file for anybody.
    "admin/rekap/paket/<id:pk>/unduh/": [("/admin/rekap/paket/{pack}/unduh/", [302, 403, 403, 403, 403, 404])],
    "admin/rekap/<year:year>/tutup/": [("/admin/rekap/2025/tutup/", REGIONAL)],
    "admin/rekap/tutup-buku/<id:pk>/": [("/admin/rekap/tutup-buku/{closing}/", REGIONAL)],
    "admin/rekap/tutup-buku/<id:pk>/kanonik.txt": [("/admin/rekap/tutup-buku/{closing}/kanonik.txt", REGIONAL)],
}

# The addresses of administration and sign-in, each with its rule: what a rule means is tested below.
LISTED = Path(__file__).with_name("addresses.txt")

# The sign-in pages: allauth decides; a page of an account is for whoever signed in, and shows only theirs.
SIGN_IN = re.compile(r"akun/")
# What the public may open of them without an account.
OPEN_TO_ALL = {
    "akun/masuk/", "akun/daftar/", "akun/nonaktif/", "akun/sandi/lupa/", "akun/sandi/lupa/terkirim/",
    "akun/sandi/lupa/1-1/", "akun/sandi/lupa/selesai/", "akun/keamanan/webauthn/login/",
}  # fmt: skip


@pytest.fixture
def objects(
    parepare: Officer, pinrang: Officer, kua: Officer, regional: Officer, write: Any, published: Any, units: Units
) -> dict[str, Any]:
    Programme.objects.create(slug="ekoteologi", name="Ekoteologi", valid_from="2025-03-06")
    Tag.objects.create(name="wakaf", slug="wakaf")
    withdrawn_later = [published(parepare), published(parepare)]
    withdrawn_later[1].withdraw(parepare, "Keliru.")
    assert Category.objects.filter(slug="layanan").exists()
    said = {"capacity": "person", "why": "other", "contact": "saya@contoh.id"}
    CountingRule.objects.create(version=2, name="Kata", starts_on="2026-03-11", min_words=60)
    return {
        "uncounted": published(parepare, at=wita(2026, 3, 11, 9)).pk,
        "story": withdrawn_later[0].pk,
        "removal": removals.ask(withdrawn_later[0], name="Rahasia Pemohon", **said).pk,
        "withdrawn": withdrawn_later[1].pk,
        "draft": write(parepare, title="Rahasia Parepare").pk,
        "kua_draft": write(kua, title="Rahasia KUA").pk,
        "waiting": _handed_in(write(kua, title="Rahasia yang dikirim"), kua),
        "rule": CountingRule.objects.get(version=1).pk,
        "last_year": published(parepare, at=wita(2025, 5, 5, 9)).pk,
        "closing": books.close(regional, 2025, place="Makassar").pk,
        "pack": Pack.objects.create(year=2026, asked_by=regional, asked_at=wita(2026, 3, 10, 12)).pk,
        **_goals(units, regional),
        **_links(write(parepare, title="Untuk kepala kantor"), parepare),
    }


def _handed_in(article: Article, by: Officer) -> int:
    article.submit(by)
    return article.pk


def _links(article: Article, by: Officer) -> dict[str, Any]:
    """Return a preview link that opens, by its number and by what stands in its address."""
    now = timezone.now()
    link = PreviewLink.objects.create(article=article, made_by=by, made_at=now, ends_at=now + dt.timedelta(days=1))
    return {"link": link.pk, "preview": previews.address(link).split("/")[2]}


def _goals(units: Units, regional: Officer) -> dict[str, int]:
    """Return what is expected of Parepare, what it needs and what it published elsewhere."""
    by = {"satker": units.parepare, "recorded_by": regional, "recorded_at": wita(2026, 3, 10, 12)}
    item, reason, channel = NeedItem.objects.all()[0], NeedReason.objects.all()[0], Channel.objects.all()[0]
    post = {"title": "Rahasia kiriman", "url": "https://contoh.example/1", "day": "2026-03-10"}
    since = {"weekday": 0, "since": "2026-01-01"}
    return {
        "unit": units.parepare.pk,
        "photo": Photo.objects.create(satker=units.parepare, stem="foto/x", width=900, height=600, sha256="x").pk,
        "target": Target.objects.create(satker=units.parepare, year=2026, count=40).pk,
        "roster_day": RosterDay.objects.create(satker=units.parepare, **since).pk,
        "need": Need.objects.create(year=2026, item=item, quantity=1, reason=reason, **by).pk,
        "publication": Publication.objects.create(channel=channel, **post, **by).pk,
    }


@pytest.fixture
def clients(
    reader: Client, client_of: Callable[[Officer], Client], kua: Officer, parepare: Officer, pinrang: Officer,
    editor: Officer, regional: Officer,
) -> list[Client]:  # fmt: skip
    return [reader, *map(client_of, (kua, parepare, pinrang, editor, regional))]


def routes() -> Iterator[str]:
    for route, _pattern in patterns():
        yield re.sub(r"[\^$]", "", route)


def test_every_address_is_in_the_table() -> None:
    """A new address of any room fails here until somebody has said who may open it."""
    listed = dict(line.split(" ", 1)[::-1] for line in LISTED.read_text().splitlines())
    # The admin's list of apps comes in no fixed order.
    named = ((re.sub(r"[\^$]|<app_label>[\w|]+", "", route), pattern) for route, pattern in patterns())
    found = {route: access.rule_of(pattern.callback) for route, pattern in named}
    assert {route: rule for route, rule in found.items() if route not in TABLE} == listed


def test_the_table_holds(clients: list[Client], objects: dict[str, int]) -> None:
    rows = [row for listed in TABLE.values() for row in listed]
    found = {address: [client.get(address.format(**objects)).status_code for client in clients] for address, _ in rows}
    assert found == dict(rows)


def test_no_page_tells_an_outsider_of_a_draft(clients: list[Client], objects: dict[str, int]) -> None:
    public, _kua, _parepare, pinrang, _editor, _regional = clients
    addresses = [address.format(**objects) for listed in TABLE.values() for address, _ in listed]
    told = [
        address
        for address in addresses
        for client in (public, pinrang)
        if b"Rahasia" in client.get(address, follow=True).content
    ]
    assert told == []


@pytest.mark.parametrize("step", sorted(STEPS))
def test_no_step_can_be_taken_on_another_units_article(
    step: str, clients: list[Client], objects: dict[str, int]
) -> None:
    public, kua, parepare, pinrang, _editor, _regional = clients

    def everything() -> list[Any]:
        return [list(model.objects.order_by("pk").values()) for model in (Article, Revision, LedgerEntry, Receipt)]

    before = everything()
    outsiders = [
        (public, "draft", 401), (pinrang, "draft", 404), (kua, "draft", 404), (pinrang, "story", 404),
        (kua, "story", 404), (parepare, "kua_draft", 404), (pinrang, "withdrawn", 404),
    ]  # fmt: skip
    found = []
    for client, name, _status in outsiders:
        article = Article.objects.get(pk=objects[name])
        sent = {"version": article.version, "note": "Tidak boleh."}
        found.append(client.post(f"/redaksi/{article.pk}/langkah/{step}/", sent).status_code)
    assert found == [status for _client, _name, status in outsiders]
    assert everything() == before


def test_no_text_can_be_sent_to_another_units_article(clients: list[Client], objects: dict[str, int]) -> None:
    public, kua, parepare, pinrang, _editor, _regional = clients
    before = list(Article.objects.order_by("pk").values())
    sent = {"title": "Direbut", "body": "Direbut", "body_mode": "text", "version": 1, "intent": "save"}
    found = [
        client.post(f"/redaksi/{objects[name]}/", sent).status_code
        for client, name in ((public, "draft"), (pinrang, "draft"), (kua, "draft"), (parepare, "kua_draft"))
    ]
    assert found == [401, 404, 404, 404]
    assert list(Article.objects.order_by("pk").values()) == before


def test_the_whole_administration_is_for_the_regional_team(
    clients: list[Client], objects: dict[str, int], regional: Officer
) -> None:
    public, kua, parepare, pinrang, editor, team = clients
    wrong = []
    for route in routes():
        if not route.startswith("admin/") or route in TABLE:
            continue
        address = "/" + _filled(route)
        statuses = [client.get(address).status_code for client in (public, kua, parepare, pinrang, editor)]
        if statuses != [302, 403, 403, 403, 403]:
            wrong.append((address, statuses))
        # Read-only registers refuse even the regional team their add pages, but never send it to sign in.
        response = team.get(address)
        if response.status_code >= 500 or ("/akun/" in response.get("Location", "") and route != "admin/login/"):
            wrong.append((address, ["regional", response.status_code]))
    assert wrong == []


def _filled(route: str) -> str:
    """Return an address for a route of the administration, with ids that exist nowhere."""
    route = re.sub(r"\(\?P<app_label>(\w+)[^)]*\)", r"\1", route)
    route = re.sub(r"\(\?P<url>[^)]*\)", "tidak-ada", route)
    return re.sub(r"<[^>]+>", "987654", route)


def test_account_pages_need_an_account(reader: Client, parepare: Officer, client_of: Any) -> None:
    signed_in = client_of(parepare)
    wrong = []
    for route in routes():
        if not SIGN_IN.match(route):
            continue
        route = re.sub(r"\(\?P<\w+>[^)]*\)|<[^>]+>", "1", route)
        address = f"/{route}"
        status = reader.get(address).status_code
        if route in OPEN_TO_ALL:
            # Some only lead back to the sign-in page when nothing was begun.
            wrong += [(address, status)] if status not in {200, 302} else []
        elif status != 302:
            wrong.append((address, status))
        if signed_in.get(address).status_code >= 500:
            wrong.append((address, "signed in"))
    assert wrong == []


def test_an_account_that_is_closed_is_out_at_once(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    assert client.get("/redaksi/").status_code == 200
    Officer.objects.filter(pk=parepare.pk).update(is_active=False)
    assert client.get("/redaksi/").status_code == 302
