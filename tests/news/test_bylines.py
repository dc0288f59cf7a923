"""Pasted datelines and sign-offs: moved into their fields, and nothing else is touched."""

from __future__ import annotations

import time
from typing import Any

import pytest

from news import html
from news.bylines import Lifted, lifted
from news.models import Article
from satker.models import Officer
from tests.cast import Units
from tests.news.test_desk import only, story

PLACES = {"Parepare", "Pangkep", "Makassar", "Bone", "Barru", "Gowa", "Tana Toraja", "Pangkajene dan Kepulauan"}
MOVED = [
    ("<p>Pangkep, (Humas Parepare) – Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Pangkep", "")),
    ("<p>Makassar (Humas Gowa). Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>Bone, Kemenag Barru — Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Bone", "")),
    ("<p>Makassar (Kemenag) --- Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    (
        "<p><strong>Pangkep, (Humas Parepare) –</strong> Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Pangkep", ""),
    ),
    (
        "<p><strong>Pangkep, (Humas Parepare)</strong> – Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Pangkep", ""),
    ),
    (
        "<p><em><strong>Pangkep</strong></em>, (Humas Parepare) – Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Pangkep", ""),
    ),
    (
        "<p>Kemenag, Makassar (Humas Gowa) – Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", ""),
    ),
    ("<p>Makassar (Humas Gowa)</p><p>Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>Makassar (Humas Gowa)<br>Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>MAKASSAR (Humas Gowa) - Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    (
        "<p>Tana Toraja (Humas Tator) - Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Tana Toraja", ""),
    ),
    ("<p>Makassar – Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>Makassar - Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    (
        "<p>Sungguminasa (Humas Gowa). Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Sungguminasa", ""),
    ),
    ("<p>Sidrap,(Humas Sidrap)-Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Sidrap", "")),
    ("<p>Makassar (Humas Gowa) Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    (
        "<p>Pangkajene dan Kepulauan (Humas Pangkep) – Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Pangkajene dan Kepulauan", ""),
    ),
    ("<p>Makassar, (Inmas) – “Kepala Kantor hadir.”</p>", Lifted("<p>“Kepala Kantor hadir.”</p>", "Makassar", "")),
    ("<p>Bone &#8211; Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Bone", "")),
    ("<p>Makassar (MAN 2 Makassar) – Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>Makassar (KUA Panakkukang), Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    (
        "<p><strong>PAREPARE (Kemenag Parepare)</strong>&nbsp;– Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Parepare", ""),
    ),
    (
        "<p>Makassar (Humas &amp; Protokol Gowa) – Kepala Kantor hadir.</p>",
        Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", ""),
    ),
    ("<p>Makassar (Kontributor) – Kepala Kantor hadir.</p>", Lifted("<p>Kepala Kantor hadir.</p>", "Makassar", "")),
    ("<p>Kepala Kantor hadir. (Wn)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn")),
    ("<p>Kepala Kantor hadir.</p><p>(Nas/OH)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Nas/OH")),
    ("<p>Kepala Kantor hadir. (Hjr/Um/Lil)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Hjr/Um/Lil")),
    ("<p>Kepala Kantor hadir.</p><p>(Penulis Pujiati)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Pujiati")),
    ("<p>Kepala Kantor hadir.</p><p><strong>(Wn)</strong></p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn")),
    ("<p>Kepala Kantor hadir. <em>(Wn).</em></p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn")),
    ("<p>Kepala Kantor hadir. (wn)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "wn")),
    ("<p>Kepala Kantor hadir.(Wn)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn")),
    ("<p>Kepala Kantor hadir. (Penulis: Andi Pujiati)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Andi Pujiati")),
    ("<p>Kepala Kantor hadir.</p><p>Penulis: Pujiati</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Pujiati")),
    ("<p>“Kepala Kantor hadir.” (Nas)</p>", Lifted("<p>“Kepala Kantor hadir.”</p>", "", "Nas")),
    ("<p>Kepala Kantor hadir.<br>(Wn)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn")),
    ("<p>Kepala Kantor hadir. (NAS/OH)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "NAS/OH")),
    ("<p>Kepala Kantor hadir. (WN)</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "WN")),
    ("<p>Kepala Kantor hadir.</p><p>( Wn / Nas )</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Wn/Nas")),
    ("<p>Kepala Kantor hadir.</p><p>Penulis: Buku</p>", Lifted("<p>Kepala Kantor hadir.</p>", "", "Buku")),
]
STAYS = [
    "<p>Parepare menjadi tuan rumah. Kepala Kantor hadir.</p>",
    "<p>Makassar – Parepare berjarak 155 km. Kepala Kantor hadir.</p>",
    "<p>Kepala Kantor Kemenag Barru – H. Amir – hadir. Kepala Kantor hadir.</p>",
    "<p>Parepare (Kemenag) menggelar rapat. Kepala Kantor hadir.</p>",
    "<p>Makassar-Jakarta ditempuh dua jam. Kepala Kantor hadir.</p>",
    "<p>Makassar – Jakarta ditempuh dua jam. Kepala Kantor hadir.</p>",
    "<p>Rapat Humas</p><p>Kepala Kantor hadir.</p>",
    "<p>Humas Parepare – Kepala Kantor hadir.</p>",
    "<p>Bone (12/3) – Kepala Kantor hadir.</p>",
    "<p>Makassar – kota daeng – ramai. Kepala Kantor hadir.</p>",
    "<h2>Makassar (Humas Gowa) –</h2><p>Kepala Kantor hadir.</p>",
    '<p><a href="https://x.id">Makassar</a> (Humas Gowa) – Kepala Kantor hadir.</p>',
    "<p>Ikatan Dokter (IDI) – Kepala Kantor hadir.</p>",
    "<ul><li>Makassar (Humas Gowa) – Kepala Kantor hadir.</li></ul>",
    "<p>MAN 1 Bone (Humas) – Kepala Kantor hadir.</p>",
    "<p>Bulan suci, Kemenag hadir – Kepala Kantor hadir.</p>",
    "<p>Dr. Amir (Kemenag) hadir. Kepala Kantor hadir.</p>",
    "<p>Senin (Humas Gowa melaporkan) hujan. Kepala Kantor hadir.</p>",
    "<p>Kepala Kantor hadir.</p><p>Kontributor : Wahyu, S.Pd</p>",
    "<p>Kepala Kantor hadir. Ikatan Dokter Indonesia (IDI)</p>",
    "<p>Kepala Kantor hadir. Ikatan Dokter Indonesia (IDI).</p>",
    "<p>Petugas (PPIH) berangkat. Kepala Kantor hadir.</p>",
    "<p>Kepala Kantor hadir. (12/3)</p>",
    "<p>Kepala Kantor hadir. Jemaah tertua (77 tahun).</p>",
    "<p>Kepala Kantor hadir. (Aamiin)</p>",
    "<p>Kepala Kantor hadir. (IDI)</p>",
    "<p>Kepala Kantor hadir. (QS. Al-Baqarah: 183)</p>",
    "<p>Kepala Kantor hadir. (Gowa)</p>",
    "<p>Kepala Kantor hadir. (Humas)</p>",
    "<p>Kepala Kantor hadir. (red)</p>",
    "<p>Kepala Kantor hadir. (MTs/MA)</p>",
    "<p>(Wn)</p>",
    "<p>Kepala Kantor hadir. (Wn)</p><p>Selesai.</p>",
    "<ul><li>Kepala Kantor hadir. (Wn)</li></ul>",
    "<p>Kepala Kantor hadir. (lihat tabel)</p>",
    '<p>Kepala Kantor hadir. <a href="https://x.id/">(Wn)</a></p>',
    "<p>Kepala Kantor hadir. Penulis: Pujiati</p>",
    "<p>Kepala Kantor hadir. (Rp 5.000)</p>",
    "<p>Penulis Pujiati hadir di acara itu.</p>",
    "<p>Kepala Kantor hadir.</p><p>Penulis Pujiati hadir</p>",
    "<p>Kepala Kantor hadir.</p><p>Penulis: Pujiati hadir</p>",
]


@pytest.mark.parametrize(("pasted", "found"), MOVED)
def test_it_is_lifted_out_of_the_text(pasted: str, found: Lifted) -> None:
    assert lifted(html.clean(pasted), PLACES) == found
    assert lifted(found.body, PLACES) == Lifted(found.body, "", "")


@pytest.mark.parametrize("pasted", STAYS)
def test_what_only_looks_like_it_stays(pasted: str) -> None:
    body = html.clean(pasted)
    assert lifted(body, PLACES) == Lifted(body, "", "")


def test_both_ends_of_one_text() -> None:
    body = (
        "<p><strong>Pangkep, (Humas Parepare) –</strong> Manasik <em>dibuka</em>.</p><h2>Jadwal</h2><p>Senin. (Wn)</p>"
    )
    assert lifted(body, PLACES) == Lifted(
        "<p>Manasik <em>dibuka</em>.</p><h2>Jadwal</h2><p>Senin.</p>", "Pangkep", "Wn"
    )


def test_a_sign_off_behind_a_long_paragraph_leaves_marks_and_signs_whole() -> None:
    long = '<strong>Amir</strong> &amp; <a href="https://x.id/?a=1&amp;b=2">Budi</a> hadir. ' * 60
    body = html.clean(f"<p>{long}(Nas/OH)</p>")
    assert lifted(body, PLACES) == Lifted(html.clean(f"<p>{long.strip()}</p>"), "", "Nas/OH")


@pytest.mark.parametrize("piece", ["a ", "(", "<strong>a</strong> ", "Makassar (Humas ", "-", "&amp;", "A.", "<br>"])
def test_a_huge_text_costs_little(piece: str) -> None:
    body = f"<p>Makassar {piece * (200_000 // len(piece))} (Wn</p>"
    began = time.perf_counter()
    assert lifted(body, PLACES) == Lifted(body, "", "")
    assert time.perf_counter() - began < 0.5


# --- At the desk ----------------------------------------------------------------------------------

PASTED = "Pangkep, (Humas Parepare) – Manasik dibuka.\n\nJemaah berangkat Senin. (Nas/OH)"
LEFT = "<p>Manasik dibuka.</p><p>Jemaah berangkat Senin.</p>"


def kept(article: Article) -> tuple[str, str, str]:
    return article.body, article.place, article.writer


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("fields", "stored", "told"),
    [
        (
            {"place": "Parepare", "writer": "Wn"},
            (LEFT, "Pangkep", "Nas/OH"),
            ["Dateline and initials were moved from the text to their fields.", "Draft saved."],
        ),
        (
            {"place": "", "writer": ""},
            (LEFT, "Pangkep", "Nas/OH"),
            ["Dateline and initials were moved from the text to their fields.", "Draft saved."],
        ),
        (
            {"place": "Barru", "writer": "nas/oh"},
            (f"<p>Pangkep, (Humas Parepare) – {LEFT[3:]}", "Barru", "Nas/OH"),
            ["The initials were moved from the text to their field.", "Draft saved."],
        ),
        (
            {"place": "pangkep", "writer": "Pujiati"},
            (LEFT[:-4] + " (Nas/OH)</p>", "Pangkep", "Pujiati"),
            ["The dateline was moved from the text to its field.", "Draft saved."],
        ),
        (
            {"body": "Manasik dibuka.", "writer": "Pujiati"},
            ("<p>Manasik dibuka.</p>", "Parepare", "Pujiati"),
            ["Draft saved."],
        ),
    ],
)
def test_the_desk_moves_them_where_nothing_else_was_written(
    fields: dict[str, str], stored: tuple[str, str, str], told: list[str], parepare: Officer, client_of: Any
) -> None:
    parepare.initials = "Wn"
    parepare.save()
    response = client_of(parepare).post("/redaksi/tulis/", story(**{"body": PASTED, **fields}), follow=True)
    assert (kept(only()), [str(message) for message in response.context["messages"]]) == (stored, told)


def test_the_writers_initials_are_a_default_for_the_editor_too(
    kua: Officer, editor: Officer, units: Units, client_of: Any, write: Any
) -> None:
    kua.initials = "Wn"
    kua.save()
    article = write(kua, writer="Wn", place="Bacukiki")
    client_of(editor).post(f"/redaksi/{article.pk}/", story(body=PASTED, version=article.version, writer="Wn"))
    assert kept(only())[2] == "Nas/OH"


def test_other_doors_leave_a_text_as_it_is(parepare: Officer, write: Any) -> None:
    body = html.from_text(PASTED)
    article = write(parepare, body=body)
    article.revise(parepare, body=body)
    assert kept(only()) == (body, "", "")
