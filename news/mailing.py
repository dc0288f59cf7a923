"""What officers are told by e-mail: sent by the minute clock, never by a page, one mail for all that waits for one."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from news import notices
from news.models import Notice, NoticeMail
from news.site import site_of
from satker.accounts.adapter import sends_mail
from satker.models import Officer

logger = logging.getLogger(__name__)
BATCH, MOST = 100, 50  # officers in one minute, notices in one mail
AGAIN_AFTER, GIVEN_UP_AFTER = dt.timedelta(minutes=15), dt.timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One notice as a mail tells it, with the address of its story."""

    sentence: str
    title: str
    words: str
    address: str


def send_due(at: dt.datetime | None = None) -> int:
    """Send what waits to whoever wants mail and return how many mails went out; nothing without a mail server.

    Safe on several hosts at once: who takes an officer's notices moves them on before sending, so what fails, or is
    cut off, comes up again later.
    """
    at = at or timezone.now()
    if not sends_mail():
        return 0
    _give_up(at)
    waiting = list(Notice.objects.to_mail(at).order_by().values_list("officer", flat=True).distinct()[:BATCH])
    connection = get_connection()
    sent = 0
    try:
        for officer in Officer.objects.filter(pk__in=waiting).select_related("satker").order_by("pk"):
            if not _opens(connection):
                break
            sent += _send(officer, at, connection)
    finally:
        _close(connection)
    return sent


def _opens(connection: BaseEmailBackend) -> bool:
    try:
        connection.open()
    except OSError as error:
        # Nobody's notices were taken yet: all of them come up again in a minute.
        logger.warning("The mail server does not answer: %s", error)
        return False
    return True


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError as error:
        logger.warning("The mail server hung up: %s", error)


def _send(officer: Officer, at: dt.datetime, connection: BaseEmailBackend) -> bool:
    taken = _take(officer, at)
    numbers = [notice.pk for notice in taken]
    told = _wanted(officer, taken)
    if told:
        try:
            connection.send_messages([_message(officer, told)])
        except Exception as error:
            # Whatever is wrong with one address, the others get theirs.
            logger.warning("No mail could be sent to officer %s: %s", officer.pk, error)
            _close(connection)
            return False
    Notice.objects.filter(pk__in=[notice.pk for notice in told]).update(mailed_at=at)
    Notice.objects.filter(pk__in=numbers).update(mail_due_at=None)
    return bool(told)


def _take(officer: Officer, at: dt.datetime) -> list[Notice]:
    """Return what waits for the officer, put off until later for every other host."""
    with transaction.atomic():
        rows = Notice.objects.to_mail(at).filter(officer=officer).select_for_update(skip_locked=True)
        numbers = list(rows.order_by("at", "pk").values_list("pk", flat=True)[:MOST])
        Notice.objects.filter(pk__in=numbers).update(mail_due_at=at + AGAIN_AFTER)
    taken = Notice.objects.filter(pk__in=numbers).select_related("article__satker", "actor")
    return list(taken.defer("article__body").order_by("at", "pk"))


def _wanted(officer: Officer, taken: list[Notice]) -> list[Notice]:
    """Return what the officer still wants by mail, may see, and has not read in the desk meanwhile."""
    choice = NoticeMail.objects.filter(officer=officer).first()
    if choice is None or not officer.email:
        return []
    within = set(
        Notice.objects.to(officer).unread().filter(pk__in=[each.pk for each in taken]).values_list("pk", flat=True)
    )
    return [each for each in taken if each.pk in within and getattr(choice, NoticeMail.CHOICE[Notice.Kind(each.kind)])]


def _message(officer: Officer, told: list[Notice]) -> EmailMessage:
    site = site_of()
    with translation.override(settings.LANGUAGE_CODE):
        lines = [
            Line(
                notices.sentence(each), each.article.title, each.words,
                site + reverse("desk:article", args=[each.article_id]),
            )
            for each in told
        ]  # fmt: skip
        context = {"officer": officer, "lines": lines, "choice": site + reverse("desk:notice_mail")}
        body = render_to_string("desk/notices.txt", {**context, "portal_name": settings.PORTAL_NAME})
        subject = _subject(lines)
    return EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [officer.email])


def _subject(lines: list[Line]) -> str:
    if len(lines) == 1:
        what = f"{lines[0].sentence} {lines[0].title}"
    else:
        what = ngettext("%(count)d notice", "%(count)d notices", len(lines)) % {"count": len(lines)}
    # On one line, whatever a title holds.
    return " ".join(f"[{settings.PORTAL_NAME}] {what}".split())


def _give_up(at: dt.datetime) -> None:
    """Take out of the queue what could not be sent for a day, and name it in the log."""
    late = Notice.objects.filter(mail_due_at__isnull=False, at__lt=at - GIVEN_UP_AFTER)
    numbers = list(late.order_by("pk").values_list("pk", flat=True)[:1000])
    if numbers and Notice.objects.filter(pk__in=numbers, mail_due_at__isnull=False).update(mail_due_at=None):
        logger.error("Gave up mailing after a day: notices %s", ", ".join(map(str, numbers)))
