"""The minute clock: what is due goes live, in order, and one that cannot holds up no other."""

from __future__ import annotations

import datetime as dt
import io
import logging

import pytest
from django.core.management import call_command
from django.utils import timezone

from news.clock import publish_due
from news.models import Article, Receipt, Revision, Status
from tests import cast
from tests.cast import NOON

pytestmark = pytest.mark.django_db

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def scheduled(units, parepare):
    """scheduled(title, minutes): an article that goes live so many minutes after NOON."""

    def make(title: str, minutes: int, **content: object) -> Article:
        article = cast.write(parepare, title, **content)
        article.schedule(parepare, NOON + minutes * MINUTE, at=NOON - MINUTE)
        return article

    return make


def numbers() -> dict[str, str]:
    return {receipt.article.title: receipt.code for receipt in Receipt.objects.select_related("article")}


def test_it_publishes_what_is_due_in_the_order_of_the_schedule(scheduled, parepare):
    second, first, later = scheduled("kedua", 2), scheduled("pertama", 1), scheduled("nanti", 3)
    cast.write(parepare, "konsep")
    at = NOON + 2 * MINUTE + dt.timedelta(seconds=7)
    assert publish_due(at) == [first.pk, second.pk]
    assert numbers() == {"pertama": "PRP-2026-0001", "kedua": "PRP-2026-0002"}
    assert set(Article.objects.values_list("title", "status", "first_published_at")) == {
        ("pertama", "published", at),
        ("kedua", "published", at),
        ("nanti", "scheduled", None),
        ("konsep", "draft", None),
    }
    assert publish_due(at) == []
    assert publish_due(NOON + 3 * MINUTE) == [later.pk]


def test_what_was_taken_out_of_the_schedule_stays_out(scheduled, parepare):
    article = scheduled("ditunda", 1)
    read_by_the_clock = Article.objects.get(pk=article.pk)
    article.unschedule(parepare, at=NOON)
    assert read_by_the_clock.go_live(NOON + MINUTE) is False
    assert (Article.objects.get(pk=article.pk).status, numbers()) == (Status.DRAFT, {})


def test_what_was_moved_to_later_waits(scheduled, parepare):
    article = scheduled("dipindah", 1)
    read_by_the_clock = Article.objects.get(pk=article.pk)
    article.schedule(parepare, NOON + 9 * MINUTE, at=NOON)
    assert read_by_the_clock.go_live(NOON + MINUTE) is False
    assert read_by_the_clock.go_live(NOON + 9 * MINUTE) is True


def test_one_that_lacks_something_holds_up_no_other(scheduled, caplog):
    broken, sound = scheduled("tanpa isi", 1), scheduled("lengkap", 2)
    Article.objects.filter(pk=broken.pk).update(body="")
    with caplog.at_level(logging.ERROR, "news.clock"):
        assert publish_due(NOON + 5 * MINUTE) == [sound.pk]
    assert [record.args[0] for record in caplog.records] == [broken.pk]
    assert Article.objects.get(pk=broken.pk).status == Status.SCHEDULED
    assert Revision.objects.filter(article=broken).latest("version").verb == "schedule"


def test_one_that_the_database_refuses_holds_up_no_other(scheduled, units, parepare, pinrang):
    """Whatever goes wrong with one (here a number that is taken), the minute goes on with the next."""
    cast.published(pinrang)
    other = cast.write(pinrang, "lengkap")
    other.schedule(pinrang, NOON + 2 * MINUTE, at=NOON)
    scheduled("nomor terpakai", 1)
    type(units.pinrang).objects.filter(pk=units.pinrang.pk).update(receipt_prefix="PINR")
    type(units.parepare).objects.filter(pk=units.parepare.pk).update(receipt_prefix="PNR")
    assert other.pk in publish_due(NOON + 5 * MINUTE)


def test_the_command_says_what_went_live(scheduled, english):
    scheduled("pertama", 1)
    Article.objects.update(scheduled_for=timezone.now() - MINUTE)
    out = io.StringIO()
    call_command("tick", stdout=out)
    call_command("tick", stdout=out)
    assert out.getvalue() == "1 article went live.\n"
