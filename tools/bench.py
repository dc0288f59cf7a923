"""Measure each kind of page in this process on the database at hand: queries, and CPU against a bare view.

    python tools/bench.py [--rounds 20]

CPU is this process's own (on SQLite that includes the database), in milliseconds a request, and as a
multiple of a view that answers eleven bytes with no middleware through the same test client.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("PORTAL_ENV", "local")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django
from django.conf import settings

django.setup()
settings.ALLOWED_HOSTS = ["*"]

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import path

from news.models import Article, Tally
from satker.access import Role
from satker.models import Officer, Satker


def cpu(work: Callable[[], object], rounds: int) -> float:
    """Return the CPU milliseconds of one call, the least of three series."""
    work()
    series = []
    for _each in range(3):
        began = time.process_time()
        for _round in range(rounds):
            work()
        series.append(1000 * (time.process_time() - began) / rounds)
    return min(series)


urlpatterns = [path("", lambda request: HttpResponse("hello world"))]


def pages() -> dict[str, str]:
    """Return an address for each kind of page, the fullest unit's and tag's among them."""
    newest = Article.objects.published().newest().select_related("satker").prefetch_related("tags")
    story = newest.first()
    middle = newest[Article.objects.published().count() // 2]
    fullest = Tally.objects.lead().order_by("-count").values_list("satker", flat=True).first()
    unit = Satker.objects.get(pk=fullest)
    deep = Article.objects.published().filter(satker=unit).newest()[4000:4001].first() or middle
    micros = int(deep.first_published_at.timestamp() * 1_000_000)
    year = story.first_published_at.year
    return {
        "home": "/",
        "article": story.get_absolute_url(),
        "article, old": middle.get_absolute_url(),
        "all news": "/berita/",
        "unit, page 1": unit.get_absolute_url(),
        "unit, page 200": f"{unit.get_absolute_url()}?sebelum={micros}-{deep.pk}",
        "tag": f"/topik/{story.tags.all()[0].slug}/",
        "units": "/satker/",
        "archive": "/arsip/",
        "archive, year": f"/arsip/{year}/",
        "archive, month": f"/arsip/{year}/06/",
        "rekap": f"/admin/rekap/{year}/",
        "rekap, a month's list": f"/admin/rekap/{year}/berita/?satker={unit.code}&bulan=6",
        "rekap, the year's list": f"/admin/rekap/{year}/berita/?",
        "desk": "/redaksi/",
        "desk, published": "/redaksi/terbit/",
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    officer = Officer.objects.filter(role=Role.REGIONAL).first() or Officer.objects.create_user(
        "bench", None, name="Bench", role=Role.REGIONAL
    )
    client = Client()
    client.force_login(officer, backend=settings.AUTHENTICATION_BACKENDS[0])
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]):
        plain = Client()
        bare = cpu(lambda: plain.get("/"), rounds * 10)
    lines = [f"{'page':<24}{'queries':>8}{'CPU ms':>9}{'x bare':>8}{'bytes':>9}"]
    for name, address in pages().items():
        with CaptureQueriesContext(connection) as context:
            response = client.get(address)
            queries = len(context)
        if response.status_code != 200:
            raise SystemExit(f"{address} answered {response.status_code}")
        spent = cpu(lambda address=address: client.get(address), rounds)
        lines.append(f"{name:<24}{queries:>8}{spent:>9.1f}{spent / bare:>8.0f}{len(response.content):>9}")
    lines.append(f"{Article.objects.count()} articles, {connection.vendor}; a bare view {bare:.2f} ms")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
