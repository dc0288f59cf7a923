"""The first counting rule, the short lists of channels and needs, and a measure for what was public before."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from news import html

BEGINNING = dt.date(1900, 1, 1)
CHANNELS = [
    ("facebook", "Facebook", "social"),
    ("instagram", "Instagram", "social"),
    ("tiktok", "TikTok", "social"),
    ("youtube", "YouTube", "social"),
    ("x", "X (Twitter)", "social"),
    ("website", "Website satker", "web"),
    ("media-online", "Media online", "press"),
    ("media-cetak", "Media cetak", "press"),
]
NEEDS = [
    ("pelatihan", "Pelatihan", [("Pelatihan menulis berita", "orang"), ("Pelatihan foto dan video", "orang"),
     ("Pelatihan desain infografis", "orang"), ("Pelatihan media sosial", "orang")]),
    ("peralatan", "Peralatan", [("Ponsel", "buah"), ("Kamera", "buah"), ("Komputer jinjing", "buah"),
     ("Tripod", "buah"), ("Mikrofon", "buah"), ("Lampu", "buah"), ("Gimbal", "buah")]),
    ("perjalanan", "Biaya perjalanan liputan", [("Liputan dalam kabupaten/kota", "kali"),
     ("Liputan luar kabupaten/kota", "kali"), ("Liputan pulau dan pegunungan", "kali")]),
    ("kuota", "Kuota data", [("Paket data bulanan", "GB"), ("Internet kantor", "bulan")]),
]  # fmt: skip
REASONS = [
    "Belum punya", "Rusak", "Sudah usang", "Jumlahnya kurang", "Petugas baru", "Wilayah sulit dijangkau",
    "Belum pernah dilatih", "Memakai biaya sendiri",
]  # fmt: skip
BATCH = 1000


def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    def model(name: str) -> Any:
        return apps.get_model("news", name)

    model("CountingRule").objects.get_or_create(
        version=1, defaults={"name": "Setiap berita dihitung sekali", "starts_on": BEGINNING}
    )
    for order, (slug, name, group) in enumerate(CHANNELS, 1):
        model("Channel").objects.get_or_create(slug=slug, defaults={"name": name, "group": group, "order": order})
    for order, (slug, name, items) in enumerate(NEEDS, 1):
        kind, _made = model("NeedKind").objects.get_or_create(slug=slug, defaults={"name": name, "order": order})
        for place, (item, counted_in) in enumerate(items, 1):
            model("NeedItem").objects.get_or_create(
                kind=kind, name=item, defaults={"counted_in": counted_in, "order": place}
            )
    for order, name in enumerate(REASONS, 1):
        model("NeedReason").objects.get_or_create(name=name, defaults={"order": order})
    for measures in _measures(model):
        model("Measure").objects.bulk_create(measures, ignore_conflicts=True)


def _measures(model: Any) -> Iterator[list[Any]]:
    articles = model("Article").objects.filter(first_published_at__isnull=False, measure=None)
    fields = ("pk", "body", "lead_photo__caption", "lead_photo__alt")
    last = 0
    while rows := list(articles.filter(pk__gt=last).order_by("pk").values_list(*fields)[:BATCH]):
        yield [
            model("Measure")(article_id=pk, words=html.words(body), photo=bool(caption and alt))
            for pk, body, caption, alt in rows
        ]
        last = rows[-1][0]


class Migration(migrations.Migration):
    dependencies = [("news", "0004_rekap")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
