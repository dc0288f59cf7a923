"""Targets, a roster, needs, publications and notes for the demonstration: drawn by chance, the same each time."""

from __future__ import annotations

import datetime as dt
import random

from django.utils import timezone

from news.goals import today
from news.models import (
    Channel,
    CoachingNote,
    DayOff,
    Need,
    NeedItem,
    NeedReason,
    PointWeight,
    Programme,
    Publication,
    RosterDay,
    Target,
)
from news.querysets import start_of
from satker.models import Kind, Officer, Satker

SEED = 73
TARGETS = {"kanwil": (50, 60), "kankemenag": (36, 40), "kua": (5, 6)}  # last year's and this year's
OWN_TARGET = ("KK-73.72", 52)
WEEK = {"kanwil": (0, 1, 2, 3, 4), "kankemenag": (0, 2, 4), "kua": (1,)}  # Monday is 0
OWN_DAYS = ("KK-73.71", (0, 1, 2, 3))
DAYS_OFF = [
    (1, 1, "Tahun Baru Masehi"), (5, 1, "Hari Buruh"), (6, 1, "Hari Lahir Pancasila"), (8, 17, "Hari Kemerdekaan"),
    (12, 25, "Hari Natal"),
]  # fmt: skip
POINTS = {
    "stories": "1", "photo": "0.25", "original": "0.5", "programme": "0.25", "publications": "0.2", "withdrawn": "-1",
}  # fmt: skip
PRICES = {"orang": 1_500_000, "buah": 3_500_000, "kali": 400_000, "GB": 5_000, "bulan": 350_000}
TOPICS = [
    "Jadwal Bimbingan Perkawinan Pekan Ini", "Cara Mendaftar Haji Lewat Ponsel", "Layanan Wakaf Sampai Sore",
    "Lomba Azan Anak Tingkat Kecamatan", "Kelas Baca Al-Qur'an untuk Lansia", "Sertifikat Halal Gratis bagi UMKM",
    "Gerakan Menanam Seribu Pohon", "Dialog Kerukunan di Balai Desa", "Manasik untuk Calon Jemaah",
    "Perpustakaan Masjid Kini Buka Malam", "Penyuluh Berkunjung ke Rumah Tahanan", "Doa Bersama Menyambut Panen",
]  # fmt: skip
FORMS = ["Video singkat", "Infografis", "Foto kegiatan", "Siaran langsung", "Kutipan hari ini"]
PRESS = ["Kabar Pesisir", "Warta Lontara", "Suara Bukit"]
NOTES = [
    "Tiga pekan ini berita layanan sudah bertambah, terima kasih. Lengkapi keterangan foto: siapa, apa, di mana.",
    "Hari Rabu masih sering kosong. Coba siapkan satu berita layanan pada hari Selasa dan jadwalkan.",
]
NOTES_FOR = "KK-73.72"
NEEDY, PUBLISHING = 20, 40


def furnish(regional: Officer) -> None:
    """Add what is missing; each register that holds anything already stays as it is."""
    chance = random.Random(SEED)
    _targets()
    _roster()
    _points()
    _notes(regional)
    _needs(regional, chance)
    _publications(regional, chance)


def _targets() -> None:
    if Target.objects.exists():
        return
    year = today().year
    rows = [
        Target(kind=kind, year=year - 1 + step, count=count)
        for kind in Kind.objects.filter(code__in=TARGETS)
        for step, count in enumerate(TARGETS[kind.code])
    ]
    code, count = OWN_TARGET
    rows += [Target(satker=unit, year=year, count=count) for unit in Satker.objects.filter(code=code)]
    Target.objects.bulk_create(rows)


def _roster() -> None:
    year = today().year
    if not RosterDay.objects.exists():
        since = dt.date(year - 1, 1, 1)
        rows = [
            RosterDay(kind=kind, weekday=day, since=since)
            for kind in Kind.objects.filter(code__in=WEEK)
            for day in WEEK[kind.code]
        ]
        code, days = OWN_DAYS
        since = dt.date(year, 1, 1)
        rows += [
            RosterDay(satker=unit, weekday=day, since=since)
            for unit in Satker.objects.filter(code=code)
            for day in days
        ]
        RosterDay.objects.bulk_create(rows)
    if not DayOff.objects.exists():
        DayOff.objects.bulk_create(
            DayOff(day=dt.date(each, month, day), name=name)
            for each in (year - 1, year)
            for month, day, name in DAYS_OFF
        )


def _points() -> None:
    if not PointWeight.objects.exists():
        PointWeight.objects.bulk_create(PointWeight(of=of, weight=weight) for of, weight in POINTS.items())


def _notes(regional: Officer) -> None:
    unit = Satker.objects.filter(code=NOTES_FOR).first()
    if unit is None or CoachingNote.objects.exists():
        return
    now = timezone.now()
    CoachingNote.objects.bulk_create(
        CoachingNote(satker=unit, text=text, written_by=regional, written_at=now - dt.timedelta(days=10 * age + 3))
        for age, text in enumerate(NOTES)
    )


def _units(chance: random.Random, count: int) -> list[Satker]:
    """Return the offices, which are always there, and others by chance."""
    heads = list(Satker.objects.filter(code__startswith="KK-").order_by("code")[: count // 2])
    others = list(Satker.objects.exclude(pk__in=[unit.pk for unit in heads]).order_by("code"))
    return heads + chance.sample(others, min(count - len(heads), len(others)))


def _needs(regional: Officer, chance: random.Random) -> None:
    items, reasons = list(NeedItem.objects.filter(active=True)), list(NeedReason.objects.filter(active=True))
    if Need.objects.exists() or not items or not reasons:
        return
    now, year, rows = timezone.now(), today().year, []
    for unit in _units(chance, NEEDY):
        for item in chance.sample(items, min(chance.randint(2, 5), len(items))):
            quantity = chance.randint(10, 60) if item.counted_in == "GB" else chance.randint(1, 4)
            price = PRICES.get(item.counted_in, 500_000)
            sides = [Need.Side.NEEDED, Need.Side.RECEIVED] if chance.random() < 0.3 else [Need.Side.NEEDED]
            for side in sides:
                given = max(1, quantity // 2) if side == Need.Side.RECEIVED else quantity
                rows.append(
                    Need(satker=unit, year=year, side=side, item=item, quantity=given, estimate=given * price,
                         reason=chance.choice(reasons), recorded_by=regional, recorded_at=now)
                )  # fmt: skip
    Need.objects.bulk_create(rows)


def _publications(regional: Officer, chance: random.Random) -> None:
    channels = list(Channel.objects.filter(active=True))
    if Publication.objects.exists() or not channels:
        return
    day, rows = today(), []
    programmes = list(Programme.objects.valid_on(day))
    for unit in _units(chance, PUBLISHING):
        for number in range(1, chance.randint(4, 30)):
            channel, published = chance.choice(channels), day - dt.timedelta(days=chance.randint(0, 200))
            rows.append(
                Publication(
                    satker=unit,
                    channel=channel,
                    title=f"{chance.choice(FORMS)}: {chance.choice(TOPICS)}",
                    url=f"https://contoh.example/{channel.slug}/{unit.slug}/{number}",
                    day=published,
                    medium=chance.choice(PRESS) if channel.group == Channel.Group.PRESS else "",
                    programme=chance.choice(programmes) if programmes and chance.random() < 0.2 else None,
                    recorded_by=regional,
                    recorded_at=start_of(published) + dt.timedelta(hours=14),
                )
            )
    Publication.objects.bulk_create(rows)
