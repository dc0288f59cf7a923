"""Notices: whoever a step concerns is told with it, in the desk and by e-mail if asked for; nobody of an own deed."""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

from news import mailing, notices
from news.clock import publish_due
from news.models import Article, CountingRule, LedgerEntry, Notice, NoticeMail, SecondLook, Status
from satker import access
from satker.access import Action, Role
from satker.models import Officer
from tests import cast
from tests.cast import NOON, Units, wita

pytestmark = pytest.mark.usefixtures("english")

MINUTE = dt.timedelta(minutes=1)
BAD = "smtp-menolak@contoh.example"


def told() -> list[tuple[str, str, str | None, str]]:
    """Return (officer, kind, actor, words) of every notice, in order."""
    rows = Notice.objects.order_by("at", "officer__username", "pk")
    return list(rows.values_list("officer__username", "kind", "actor__username", "words"))


# --- Who is told of what --------------------------------------------------------------------------


def test_a_story_handed_in_is_told_to_all_who_may_publish_it_and_to_nobody_else(
    kua: Officer, parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, units: Units, write: Any
) -> None:
    cast.officer("editor-pinrang", Role.EDITOR, units.pinrang)
    cast.officer("bekas", Role.EDITOR, units.parepare, is_active=False)
    write(kua).submit(kua, at=NOON)
    assert told() == [("editor", "handed_in", "kua", ""), ("regional", "handed_in", "kua", "")]


def test_who_may_publish_is_asked_of_all_at_once_as_of_one(
    kua: Officer, parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, units: Units
) -> None:
    cast.officer("petugas-kua", Role.OFFICER, units.kua)
    cast.officer("bekas", Role.REGIONAL, is_active=False)
    everybody = list(Officer.objects.select_related("satker").order_by("pk"))
    for action in Action:
        for unit in units:
            found = list(Officer.objects.filter(access.who_may(action, unit)).order_by("pk"))
            assert found == [each for each in everybody if access.may(each, action, unit)], (action, unit)


def test_the_writer_is_told_that_a_story_came_back_with_the_note(kua: Officer, editor: Officer, write: Any) -> None:
    article = write(kua)
    article.submit(kua, at=NOON)
    article.return_to_writer(editor, "Tambahkan jumlah peserta.", at=NOON + MINUTE)
    assert told()[1:] == [("kua", "returned", "editor", "Tambahkan jumlah peserta.")]


def test_nobody_is_told_of_the_own_deeds(parepare: Officer, write: Any) -> None:
    article = write(parepare)
    article.publish(parepare, at=NOON)
    article.withdraw(parepare, "Berita ganda.", at=NOON)
    article.reinstate(parepare, at=NOON)
    assert told() == []


def test_an_own_deed_costs_no_query(parepare: Officer, write: Any, django_assert_num_queries: Any) -> None:
    article = write(parepare)
    with django_assert_num_queries(0):
        notices.tell(article, "publish", parepare, NOON)  # type: ignore[arg-type]


def test_what_an_editor_publishes_and_somebody_withdraws_is_told(
    kua: Officer, editor: Officer, regional: Officer, write: Any
) -> None:
    article = write(kua)
    article.publish(editor, at=NOON)
    article.withdraw(regional, "Berita ganda.", at=NOON + MINUTE)
    assert told() == [("kua", "published", "editor", ""), ("kua", "withdrawn", "regional", "Berita ganda.")]


def test_what_the_clock_publishes_is_told_to_who_scheduled_it(parepare: Officer, write: Any) -> None:
    article = write(parepare)
    article.schedule(parepare, NOON + MINUTE, at=NOON)
    assert told() == []
    publish_due(NOON + MINUTE)
    assert told() == [("parepare", "published", None, "")]


def test_the_guard_holds_by_itself_and_tells_whoever_pressed_the_button(parepare: Officer, write: Any) -> None:
    article = write(parepare, body="<p>Daftar slot gacor maxwin di sini, judi online terpercaya.</p>")
    article.publish(parepare, at=NOON)
    assert article.status == Status.HELD
    [(who, kind, actor, words)] = told()
    assert (who, kind, actor) == ("parepare", "held", None)
    assert words == article.revisions.get(verb="hold").note


def test_a_story_nobody_made_is_its_units(units: Units, parepare: Officer, pinrang: Officer, regional: Officer) -> None:
    cast.officer("kedua", Role.WRITER, units.parepare)
    cast.officer("bekas", Role.OFFICER, units.parepare, is_active=False)
    article = cast.published(parepare)
    Article.objects.filter(pk=article.pk).update(created_by=None)
    Article.objects.get().withdraw(regional, "Keliru.", at=NOON)
    assert [row[0] for row in told()] == ["kedua", "parepare"]


def test_a_story_of_somebody_who_moved_on_is_its_units(
    units: Units, parepare: Officer, pinrang: Officer, regional: Officer
) -> None:
    article = cast.published(parepare)
    Officer.objects.filter(pk=parepare.pk).update(satker=units.pinrang)
    Officer.objects.filter(pk=pinrang.pk).update(satker=units.parepare)
    Article.objects.get(pk=article.pk).withdraw(regional, "Keliru.", at=NOON)
    assert [row[0] for row in told()] == ["pinrang"]


@pytest.mark.parametrize(("granted", "kind"), [(True, "granted"), (False, "declined")])
def test_the_answer_to_a_second_look_is_told_to_who_asked_and_whose_story_it_is(
    granted: bool, kind: str, parepare: Officer, editor: Officer, regional: Officer
) -> None:
    CountingRule.objects.create(version=2, name="Kata", starts_on="2026-03-10", min_words=60)
    article = cast.published(parepare)
    look = SecondLook.ask(article, editor, "Ada tabel.", at=NOON)
    look.decide(regional, granted, "Sudah dibaca.", at=NOON)
    assert told() == [
        ("editor", kind, "regional", "Sudah dibaca."), ("parepare", kind, "regional", "Sudah dibaca."),
    ]  # fmt: skip


def test_what_cannot_go_live_is_told_once_for_each_time_it_is_scheduled(
    kua: Officer, editor: Officer, write: Any
) -> None:
    article = write(kua)
    article.schedule(editor, NOON + MINUTE, at=NOON)
    Article.objects.filter(pk=article.pk).update(body="")
    for minute in (1, 2, 3):
        publish_due(NOON + minute * MINUTE)
    told_once = [(who, "stuck", None, "Write the text of the story.") for who in ("editor", "kua")]
    assert told() == told_once
    article.refresh_from_db()
    Article.objects.filter(pk=article.pk).update(body="<p>Ada.</p>")
    article.schedule(editor, NOON + 9 * MINUTE, at=NOON + 5 * MINUTE)
    Article.objects.filter(pk=article.pk).update(body="")
    publish_due(NOON + 9 * MINUTE)
    assert told() == told_once * 2


def test_a_verb_that_is_undone_tells_nobody(kua: Officer, editor: Officer, write: Any) -> None:
    article = write(kua)

    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        article.publish(editor, at=NOON)
        assert told() != []
        raise Undone
    assert (told(), LedgerEntry.objects.count()) == ([], 0)


# --- In the desk ----------------------------------------------------------------------------------


def returned(kua: Officer, editor: Officer, title: str = "Manasik", at: dt.datetime = NOON) -> Article:
    article = cast.write(kua, title=title)
    article.submit(kua, at=at)
    article.return_to_writer(editor, "Tambahkan <jumlah> peserta.", at=at)
    return article


def bell(client: Any) -> int:
    return int(str(client.get("/redaksi/draf/").wsgi_request.unread))


def test_the_page_tells_what_happened_and_opening_the_story_marks_it_read(
    kua: Officer, editor: Officer, client_of: Any
) -> None:
    article, other = returned(kua, editor), returned(kua, editor, "Wakaf", NOON + MINUTE)
    client = client_of(kua)
    page = client.get("/redaksi/kabar/")
    assert [(line.sentence, line.notice.words, line.address) for line in page.context["lines"]] == [
        ("Editor returned this story:", "Tambahkan <jumlah> peserta.", f"/redaksi/{each.pk}/")
        for each in (other, article)
    ]
    assert "Tambahkan &lt;jumlah&gt; peserta." in page.text
    assert bell(client) == 2
    assert "<b>1<" in client.get(f"/redaksi/{article.pk}/").text
    unread = Notice.objects.filter(officer=kua, read_at=None)
    assert [each.article for each in unread] == [other]
    client.get(f"/redaksi/{other.pk}/pratinjau/")
    assert bell(client) == 0


def test_whoever_else_opens_the_story_marks_nothing_of_mine(kua: Officer, editor: Officer, client_of: Any) -> None:
    article = returned(kua, editor)
    client_of(editor).get(f"/redaksi/{article.pk}/")
    assert (bell(client_of(kua)), bell(client_of(editor))) == (1, 0)


def test_all_is_marked_as_read_at_once_and_only_mine(
    kua: Officer, editor: Officer, regional: Officer, client_of: Any
) -> None:
    for number in range(3):
        returned(kua, editor, f"Berita {number}")
    client = client_of(kua)
    assert client.post("/redaksi/kabar/dibaca/")["Location"] == "/redaksi/kabar/"
    assert (bell(client), bell(client_of(editor)), bell(client_of(regional))) == (0, 3, 3)
    assert "dibaca" not in client.get("/redaksi/kabar/").text


def test_a_unit_that_an_officer_left_tells_no_more(kua: Officer, editor: Officer, units: Units, client_of: Any) -> None:
    returned(kua, editor, "Rahasia KUA")
    client = client_of(kua)
    assert "Rahasia KUA" in client.get("/redaksi/kabar/").text
    Officer.objects.filter(pk=kua.pk).update(satker=units.pinrang)
    page = client.get("/redaksi/kabar/")
    assert (page.context["lines"], "Rahasia KUA" in page.text, bell(client)) == ([], False, 0)


def test_notices_are_turned_page_by_page(kua: Officer, editor: Officer, client_of: Any) -> None:
    made = [returned(kua, editor, f"Berita {number}", NOON + number * MINUTE).pk for number in range(23)]
    client = client_of(kua)
    first = client.get("/redaksi/kabar/")
    second = client.get("/redaksi/kabar/" + first.context["page"].older)
    found = [line.notice.article_id for page in (first, second) for line in page.context["lines"]]
    assert found == made[::-1]
    assert client.get("/redaksi/kabar/?sebelum=99999999999999999-1").status_code in {200, 404}
    assert client.get("/redaksi/kabar/?sebelum=1-x").status_code == 404


@pytest.mark.parametrize(("address", "queries"), [("/redaksi/kabar/", 5), ("/redaksi/kabar/surel/", 5)])
def test_a_page_costs_the_same_for_one_notice_and_for_many(
    address: str, queries: int, kua: Officer, editor: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    client = client_of(editor)
    for more in (1, 12):
        for number in range(more):
            cast.write(kua, title=f"Berita {number}").submit(kua)
        with django_assert_num_queries(queries):
            client.get(address)


def test_the_count_ends_at_a_hundred_and_follows_an_index(
    kua: Officer, editor: Officer, regional: Officer, client_of: Any, django_assert_num_queries: Any
) -> None:
    article = cast.write(kua)
    row = {"article": article, "kind": Notice.Kind.HANDED_IN, "actor": kua, "at": NOON}
    Notice.objects.bulk_create(Notice(officer=who, **row) for who in (editor, regional) for _each in range(5000))
    with django_assert_num_queries(1):
        assert notices.unread(editor) == 100
    assert "99+" in client_of(editor).get("/redaksi/kabar/").text
    plan = Notice.objects.to(regional).unread().order_by()[:100].explain()
    assert "notice_unread" in plan


def test_pages_that_show_no_count_do_not_ask_for_it(parepare: Officer, client_of: Any, write: Any) -> None:
    client, article = client_of(parepare), write(parepare)

    def counted(method: str, address: str, sent: dict[str, Any] | None = None) -> bool:
        with CaptureCounts() as found:
            getattr(client, method)(address, sent)
        return bool(found)

    assert counted("get", "/redaksi/draf/")
    assert not counted("post", f"/redaksi/{article.pk}/hadir/")
    assert not counted("get", f"/redaksi/{article.pk}/pratinjau/")
    assert not counted("post", f"/redaksi/{article.pk}/langkah/submit/", {"version": article.version})


class CaptureCounts(list[str]):
    """The queries that count notices while this is open."""

    def __enter__(self) -> CaptureCounts:
        self.wrapping = connection.execute_wrapper(self._note)
        self.wrapping.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.wrapping.__exit__(*error)

    def _note(self, execute: Any, sql: str, *rest: Any) -> Any:
        if "COUNT(" in sql and "news_notice" in sql:
            self.append(sql)
        return execute(sql, *rest)


# --- What is old ----------------------------------------------------------------------------------


def test_what_was_read_goes_after_three_months_and_what_nobody_read_after_a_year(
    kua: Officer, editor: Officer, write: Any
) -> None:
    article, now = write(kua), wita(2026, 12, 1, 9)
    for days, read in ((89, True), (91, True), (91, False), (364, False), (366, False)):
        at = now - dt.timedelta(days=days)
        Notice.objects.create(
            officer=editor,
            article=article,
            kind="handed_in",
            words=f"{days} {read}",
            at=at,
            read_at=at if read else None,
        )
    assert notices.sweep(now) == 2
    assert sorted(Notice.objects.values_list("words", flat=True)) == ["364 False", "89 True", "91 False"]
    assert notices.sweep(now) == 0


# --- By e-mail ------------------------------------------------------------------------------------


@pytest.fixture
def choosing(kua: Officer, editor: Officer, regional: Officer) -> None:
    """All three have an address; the writer and the editor want a mail of each kind, the team of none."""
    for officer in (kua, editor, regional):
        officer.email = f"{officer.username}@contoh.example"
        officer.save()
    every = dict.fromkeys(("returned", "published", "stopped", "answered", "handed_in"), True)
    for officer in (kua, editor):
        NoticeMail.objects.create(officer=officer, **every)


def test_whoever_chose_it_gets_one_mail_for_all_that_waits(
    choosing: None, kua: Officer, editor: Officer, settings: Any
) -> None:
    settings.PORTAL_ADDRESS = "https://portal.example/"
    first = returned(kua, editor, "Manasik")
    second = cast.write(kua, title="Wakaf")
    second.submit(kua, at=NOON)
    assert mail.outbox == []
    assert mailing.send_due(NOON + MINUTE) == 2
    to_writer, to_editor = (
        next(message for message in mail.outbox if message.to == [f"{name}@contoh.example"])
        for name in ("kua", "editor")
    )
    # In the language of the portal, whatever the clock's own is.
    assert to_writer.subject == f"[{settings.PORTAL_NAME}] Dikembalikan oleh Editor: Manasik"
    assert "Tambahkan <jumlah> peserta." in to_writer.body
    assert f"https://portal.example/redaksi/{first.pk}/\n" in to_writer.body
    assert "https://portal.example/redaksi/kabar/surel/" in to_writer.body
    assert [f"/redaksi/{each.pk}/" in to_editor.body for each in (first, second)] == [True, True]
    assert mailing.send_due(NOON + 60 * MINUTE) == 0
    assert Notice.objects.filter(mailed_at=None).values_list("officer__username", flat=True).distinct().get() == (
        "regional"
    )


def test_what_was_read_or_is_not_wanted_any_more_needs_no_mail(
    choosing: None, kua: Officer, editor: Officer, client_of: Any
) -> None:
    article = returned(kua, editor)
    client_of(kua).get(f"/redaksi/{article.pk}/")
    NoticeMail.objects.filter(officer=editor).update(handed_in=False)
    assert (mailing.send_due(NOON + MINUTE), Notice.objects.filter(mail_due_at__isnull=False).count()) == (0, 0)


def test_who_left_the_unit_or_the_portal_gets_no_mail(
    choosing: None, kua: Officer, editor: Officer, units: Units
) -> None:
    returned(kua, editor)
    Officer.objects.filter(pk=kua.pk).update(satker=units.pinrang)
    Officer.objects.filter(pk=editor.pk).update(is_active=False)
    assert mailing.send_due(NOON + MINUTE) == 0


def test_without_a_mail_server_nothing_is_sent_and_nothing_lost(
    choosing: None, kua: Officer, editor: Officer, settings: Any
) -> None:
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.dummy.EmailBackend"
    returned(kua, editor)
    assert mailing.send_due(NOON + MINUTE) == 0
    settings.EMAIL_BACKEND = kept
    assert mailing.send_due(NOON + 2 * MINUTE) == 2


class Refusing(EmailBackend):
    """A mail server that takes no mail for one address."""

    def send_messages(self, messages: Any) -> int:
        if any(BAD in message.to for message in messages):
            raise smtplib.SMTPRecipientsRefused({BAD: (550, b"no such user")})
        return super().send_messages(messages)


class Dead(EmailBackend):
    """A mail server that does not answer."""

    def open(self) -> bool:
        raise ConnectionRefusedError


def test_one_bad_address_stops_nobody_and_is_given_up_after_a_day(
    choosing: None, kua: Officer, editor: Officer, settings: Any, caplog: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    Officer.objects.filter(pk=kua.pk).update(email=BAD)
    returned(kua, editor)
    waiting = Notice.objects.filter(mail_due_at__isnull=False)
    assert mailing.send_due(NOON) == 1
    assert [message.to for message in mail.outbox] == [["editor@contoh.example"]]
    # Tried again a quarter of an hour later, and not before.
    assert [(each.officer, each.mail_due_at) for each in waiting] == [(kua, NOON + 15 * MINUTE)]
    mailing.send_due(NOON + 14 * MINUTE)
    assert waiting.get().mail_due_at == NOON + 15 * MINUTE
    mailing.send_due(NOON + 15 * MINUTE)
    assert waiting.get().mail_due_at == NOON + 30 * MINUTE
    number = waiting.get().pk
    caplog.clear()
    with caplog.at_level(logging.ERROR, "news.mailing"):
        mailing.send_due(NOON + dt.timedelta(days=1, minutes=1))
    assert caplog.messages == [f"Gave up mailing after a day: notices {number}"]
    assert (waiting.all().count(), Notice.objects.get(pk=number).mailed_at) == (0, None)


def test_a_server_that_does_not_answer_leaves_all_in_the_queue(
    choosing: None, kua: Officer, editor: Officer, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Dead"
    returned(kua, editor)
    due = list(Notice.objects.order_by("pk").values_list("mail_due_at", flat=True))
    assert mailing.send_due(NOON + MINUTE) == 0
    assert list(Notice.objects.order_by("pk").values_list("mail_due_at", flat=True)) == due


def test_the_choice_is_kept_and_only_reviewers_are_asked_of_what_is_handed_in(
    kua: Officer, editor: Officer, client_of: Any
) -> None:
    for officer in (kua, editor):
        client = client_of(officer)
        client.post("/redaksi/kabar/surel/", {"returned": "on", "handed_in": "on"})
        client.post("/redaksi/kabar/surel/", {"published": "on", "handed_in": "on", "officer": "1"})
    kept = NoticeMail.objects.order_by("officer__username").values_list(
        "officer__username", "returned", "published", "stopped", "answered", "handed_in"
    )
    assert list(kept) == [("editor", False, True, False, False, True), ("kua", False, True, False, False, False)]


def test_the_page_of_mails_says_what_is_missing(kua: Officer, client_of: Any, settings: Any) -> None:
    client = client_of(kua)
    assert "/akun/" in client.get("/redaksi/kabar/surel/").text
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert client.get("/redaksi/kabar/surel/").context["sends_mail"] is False


def test_the_minute_sends_and_sweeps(choosing: None, kua: Officer, editor: Officer) -> None:
    from news.clock import minute

    returned(kua, editor, at=timezone.now())
    old = timezone.now() - dt.timedelta(days=100)
    Notice.objects.create(officer=kua, article=Article.objects.get(), kind="returned", at=old, read_at=old)
    minute()
    assert len(mail.outbox) == 2
    assert not Notice.objects.filter(at=old).exists()
