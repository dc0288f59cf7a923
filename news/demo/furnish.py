"""Fill a portal for a demonstration: registers, a year of stories, and a few in every state."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from django.utils import timezone
from tqdm import tqdm

from news import html
from news.demo import goals, marks, pictures, quota
from news.demo.records import Programme as TellingProgramme
from news.demo.records import Story, Unit
from news.demo.stories import stories
from news.importing import engine
from news.models import Article, Category, Programme
from satker.importing import import_units
from satker.models import Officer, Satker

HERE = Path(__file__).parent
SOURCE = "demo"
PICTURE_SIZE, PORTRAIT_EVERY = (1280, 853), 12
TARGETS = {"kanwil": 60, "kankemenag": 40, "kua": 6}


def registers() -> None:
    """Load units, categories and programmes; what is there already stays as it is."""
    if not Satker.objects.exists():
        import_units((HERE.parent.parent / "satker" / "data" / "satker-sulsel.csv").read_bytes())
        for kind, target in TARGETS.items():
            Satker.objects.filter(kind__code=kind).update(yearly_target=target)
        Satker.objects.filter(code="KUA-73.72.01").update(publishes_directly=False)
    for row in _csv("categories.csv"):
        Category.objects.get_or_create(slug=row["slug"], defaults={"name": row["name"], "order": row["order"]})
    for order, row in enumerate(_csv("programmes.csv"), 1):
        Programme.objects.get_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "aliases": row["aliases"],
                "valid_from": row["valid_from"],
                "valid_to": row["valid_to"] or None,
                "order": order,
            },
        )


def articles(wanted: int, pictured: int, out: Any) -> None:
    """Bring the number of demo stories up to `wanted`, from last year's New Year to now, the newest with pictures."""
    present = Article.objects.filter(source=SOURCE).count()
    if wanted <= present:
        return
    regional = Officer.objects.filter(role=Officer.Role.REGIONAL).order_by("pk").first()
    if regional and not present:
        marks.rule(regional)
    told = _told(wanted - present, seed=73 + present)
    first = len(told) - pictured
    jobs = [
        (story.scene, present + place, place % PORTRAIT_EVERY == 0)
        for place, story in enumerate(told)
        if place >= first
    ]
    with (
        ProcessPoolExecutor(max_workers=2) as pool,
        tqdm(total=len(told), desc="demo", unit=" berita", file=out, disable=None) as bar,
    ):
        records = _records(told, first, pool.map(_drawn, jobs), present)
        engine.run(SOURCE, records, batch=50, after_batch=lambda done: bar.update(done.imported - bar.n))
    if not present:
        _states()
    if regional:
        goals.furnish(regional)
        marks.furnish(regional)
    quota.furnish()


def _told(count: int, seed: int) -> list[Story]:
    units = [
        Unit(unit.code, unit.kind.code, unit.parent.code if unit.parent else "", unit.short_name, unit.byline,
             unit.dateline_place, unit.regency)
        for unit in Satker.objects.filter(code__regex=r"^(KANWIL|KK|KUA)-").select_related("kind", "parent")
    ]  # fmt: skip
    programmes = [
        TellingProgramme(each.slug, each.name, each.valid_from, each.valid_to) for each in Programme.objects.all()
    ]
    end = timezone.localtime()
    # From last New Year but one, so that this year stands beside a whole one.
    start = dt.datetime(end.year - 1, 1, 1, tzinfo=end.tzinfo)
    return stories(count, units, programmes, start, end, seed=seed)


def _drawn(job: tuple[str, int, bool]) -> bytes:
    """Return one picture as JPEG; drawn in a process of its own."""
    scene, seed, portrait = job
    size = PICTURE_SIZE[::-1] if portrait else PICTURE_SIZE
    out = io.BytesIO()
    pictures.draw(scene, seed, size).save(out, "JPEG", quality=92)
    return out.getvalue()


def _records(told: list[Story], first: int, drawn: Iterator[bytes], present: int) -> Iterator[engine.Record]:
    units = {unit.code: unit for unit in Satker.objects.all()}
    categories = {category.slug: category for category in Category.objects.all()}
    programmes = {programme.slug: programme for programme in Programme.objects.all()}
    for place, story in enumerate(told):
        picture = None
        if place >= first:
            picture = engine.Picture(
                upload=io.BytesIO(next(drawn)),
                caption=story.caption,
                alt=story.alt,
                credit=story.credit.removeprefix("Ilustrasi: "),
            )
        yield engine.Record(
            external_id=str(present + place + 1),
            title=story.title,
            satker=units[story.unit_code],
            published_at=story.published,
            lead=story.lead,
            body_text=story.body,
            category=categories[story.category],
            programme=programmes[story.programme] if story.programme else None,
            tags=story.tags,
            writer=story.writer,
            editor=story.editor,
            place=story.place,
            supporting=tuple(units[code] for code in story.supporting),
            picture=picture,
        )


def _states() -> None:
    """Add a story in each state, so that desk and review have something to show."""
    people = {officer.username: officer for officer in Officer.objects.select_related("satker")}
    if not {"parepare", "kua", "editor"} <= people.keys():
        return
    parepare, kua, editor = people["parepare"], people["kua"], people["editor"]
    service = Category.objects.get(slug="layanan")

    def draft(officer: Officer, title: str, lead: str, text: str) -> Article:
        unit = Satker.objects.get(officers=officer)
        return Article.create(
            officer, unit, title=title, lead=lead, body=html.from_text(text), category=service,
            writer=officer.initials, place=unit.dateline_place, tags=["layanan"],
        )  # fmt: skip

    draft(
        parepare,
        "Loket Wakaf Parepare Buka Sampai Malam Setiap Kamis",
        "Warga yang bekerja siang hari kini dapat mengurus berkas wakaf selepas magrib.",
        "Loket wakaf buka pukul 19.00 sampai 21.00 setiap Kamis.\n\n- Bawa fotokopi KTP\n- Bawa surat tanah",
    )
    draft(
        kua,
        "KUA Bacukiki Uji Coba Konsultasi Keluarga Lewat Pesan Singkat",
        "Pasangan muda dapat bertanya kepada penyuluh tanpa datang ke kantor.",
        "Layanan dibuka pada jam kerja. Pertanyaan dijawab paling lambat keesokan harinya.",
    ).submit(kua)
    returned = draft(
        kua,
        "Kelas Baca Al-Qur'an untuk Ibu Rumah Tangga Dibuka di Bacukiki",
        "Kelas berlangsung dua kali sepekan di balai nikah.",
        "Peserta belajar dalam kelompok kecil bersama penyuluh.",
    )
    returned.submit(kua)
    returned.return_to_writer(editor, "Tambahkan jumlah peserta dan jadwalnya, lalu kirim lagi.")
    draft(
        parepare,
        "Jadwal Bimbingan Perkawinan Bulan Depan Diumumkan",
        "Calon pengantin dapat memilih satu dari empat hari.",
        "Bimbingan berlangsung di aula kantor, pukul 08.00 sampai 15.00.",
    ).schedule(parepare, timezone.now() + dt.timedelta(days=1))


def _csv(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
