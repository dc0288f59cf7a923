"""A year of data traffic for the cast of the demonstration."""

from __future__ import annotations

import random

from django.utils import timezone

from news.models import Traffic
from news.traffic import months_of
from satker.models import Officer

SEED = 73
MEGABYTE = 10**6


def furnish() -> None:
    """Give each officer the data of twelve months, once: photos small, without shrinking large."""
    chance, rows = random.Random(SEED), []
    for officer in Officer.objects.order_by("pk"):
        for month, _sum in months_of(officer, timezone.localdate(), 12):
            photos = chance.randint(6, 34) * MEGABYTE
            rows.append(
                Traffic(
                    officer=officer,
                    satker_id=officer.satker_id,
                    month=month,
                    up=photos + chance.randint(1, 4) * MEGABYTE,
                    down=chance.randint(12, 70) * MEGABYTE,
                    photos_original=photos * 9 + chance.randint(0, 40) * MEGABYTE,
                    photos_sent=photos,
                    requests=chance.randint(300, 2400),
                )
            )
    Traffic.objects.bulk_create(rows, ignore_conflicts=True)
