"""What is decided at the desk: counted or not and why, the second look, and what is held for the regional team."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.utils import timezone

from news.decisions import decision, decisions
from news.models import Article, Category, CoachingNote, CountingRule, Measure, Programme, Rubric, SecondLook, Status
from satker.models import Officer
from tests.cast import NOON, Units, wita
from tests.news.test_desk import story

LONG = "<p>" + "Petugas loket melayani warga sejak pagi hari ini. " * 12 + "</p>"  # 96 words
OTHER = "<p>" + "Penyuluh menyapa jemaah di masjid raya kota lama sore itu. " * 10 + "</p>"


@pytest.fixture
def strict(units: Units) -> CountingRule:
    """A rule of 60 words, a photo, and no near-copies, in force since the first of March 2026."""
    return CountingRule.objects.create(
        version=2, name="Ketat", starts_on=dt.date(2026, 3, 1), min_words=60, needs_photo=True, copies_count=False
    )


@pytest.fixture
def wordy(units: Units) -> CountingRule:
    """A rule of 60 words and nothing else."""
    return CountingRule.objects.create(version=2, name="Kata", starts_on=dt.date(2026, 3, 1), min_words=60)


SHORT_SAID = "The rule asks for 60 words or more; this story has 5."
PHOTO_SAID = "The rule asks for a lead photo with caption and description; this story had none."


# --- The decision ---------------------------------------------------------------------------------


def test_each_reason_is_a_sentence_with_what_is_asked_and_what_the_story_has(
    strict: CountingRule, parepare: Officer, pinrang: Officer, published: Any, english: None
) -> None:
    first = published(pinrang, title="100 % Layanan", body=LONG, at=wita(2026, 3, 10, 9))
    short, copy = published(parepare), published(parepare, body=LONG)
    copied = (
        "The rule asks that less than 70% of the wording be shared with an earlier story; "
        "this story shares 100% with “100 % Layanan”."
    )
    assert [
        (found.counted, found.sentences, found.like, found.look)
        for found in map(decision, (short, copy, first))
    ] == [
        (False, [SHORT_SAID, PHOTO_SAID], None, None),
        (False, [PHOTO_SAID, copied], first, None),
        (False, [PHOTO_SAID], None, None),
    ]  # fmt: skip


def test_a_counted_story_has_no_reasons_and_costs_one_query(
    parepare: Officer, published: Any, django_assert_num_queries: Any
) -> None:
    article = published(parepare)
    with django_assert_num_queries(1):
        found = decision(article)
    assert (found.counted, found.sentences, found.look, found.may_ask) == (True, [], None, False)


def test_decisions_cost_two_queries_for_one_story_and_for_three(
    wordy: CountingRule, parepare: Officer, published: Any, regional: Officer, english: None,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    stories = [published(parepare, body=body) for body in ("<p>Satu dua.</p>", LONG, OTHER, "<p>Tiga empat.</p>")]
    for short in (stories[0], stories[3]):
        SecondLook.ask(short, parepare, "Penting.")
    for some in (stories[:1], stories):
        with django_assert_num_queries(2):
            found = decisions(some)
        assert [found[each.pk].counted for each in some] == [False, True, True, False][: len(some)]
    assert [look.words for look in found[stories[3].pk].looks] == ["Penting."]


def test_a_granted_look_lets_it_count_and_keeps_the_reasons(
    wordy: CountingRule, parepare: Officer, regional: Officer, published: Any, english: None
) -> None:
    article = published(parepare)
    look = SecondLook.ask(article, parepare, "Layanan darurat.")
    assert decision(article).may_ask is False
    look.decide(regional, True, "Benar.")
    found = decision(article)
    assert (found.counted, found.sentences, found.look, found.may_ask) == (True, [SHORT_SAID], look, False)


def test_after_two_declined_looks_nothing_more_can_be_asked(
    wordy: CountingRule, parepare: Officer, regional: Officer, published: Any
) -> None:
    article = published(parepare)
    asked = []
    for _twice in range(2):
        asked.append(decision(article).may_ask)
        SecondLook.ask(article, parepare, "Mohon.").decide(regional, False, "Tetap.")
    assert [*asked, decision(article).may_ask] == [True, True, False]


# --- On the desk ----------------------------------------------------------------------------------


def test_the_receipt_says_plainly_that_it_does_not_count(
    strict: CountingRule, parepare: Officer, pinrang: Officer, client_of: Any, published: Any, english: None
) -> None:
    earlier = published(pinrang, title="Lebih Dulu", body=LONG, at=wita(2026, 3, 10, 9))
    article = published(parepare, body=LONG)
    text = client_of(parepare).get(f"/redaksi/{article.pk}/terhitung/").content.decode()
    assert f'Published with number <span class="no">{article.receipt.code}</span>, not counted' in text
    assert [each for each in ("Counted: no.", "Published and counted") if each in text] == []
    assert PHOTO_SAID in text
    assert f'href="{earlier.get_absolute_url()}"' in text
    assert f'href="/redaksi/{article.pk}/tinjau-ulang/"' in text


def test_a_counted_story_offers_no_second_look(
    wordy: CountingRule, parepare: Officer, client_of: Any, published: Any
) -> None:
    article = published(parepare, body=LONG)
    client = client_of(parepare)
    assert (
        f"/redaksi/{article.pk}/tinjau-ulang/" not in client.get(f"/redaksi/{article.pk}/terhitung/").content.decode()
    )
    assert client.get(f"/redaksi/{article.pk}/tinjau-ulang/")["Location"] == f"/redaksi/{article.pk}/terhitung/"
    answer = client.post(f"/redaksi/{article.pk}/tinjau-ulang/", {"words": "Tetap saja."})
    assert (answer.status_code, SecondLook.objects.count()) == (302, 0)


def test_a_second_look_is_asked_for_answered_and_shown(
    wordy: CountingRule, parepare: Officer, regional: Officer, client_of: Any, published: Any
) -> None:
    article = published(parepare)
    client, address = client_of(parepare), f"/redaksi/{article.pk}/tinjau-ulang/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"words": " Layanan darurat. "})["Location"] == f"/redaksi/{article.pk}/terhitung/"
    look = SecondLook.objects.get()
    assert (look.article, look.words, look.asked_by, look.granted) == (article, "Layanan darurat.", parepare, None)
    page = client.get(f"/redaksi/{article.pk}/terhitung/").content.decode()
    assert ("Layanan darurat." in page, address in page) == (True, False)
    # Asked for already: nothing is asked twice.
    assert (client.get(address).status_code, client.post(address, {"words": "Lagi."}).status_code) == (302, 302)
    look.decide(regional, False, "Tiga kalimat bukan berita.")
    page = client.get(f"/redaksi/{article.pk}/terhitung/").content.decode()
    assert ("Tiga kalimat bukan berita." in page, address in page, SecondLook.objects.count()) == (True, True, 1)


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_a_second_look_needs_words_and_not_too_many(
    words: str, wordy: CountingRule, parepare: Officer, client_of: Any, published: Any
) -> None:
    article = published(parepare)
    response = client_of(parepare).post(f"/redaksi/{article.pk}/tinjau-ulang/", {"words": words})
    assert (response.status_code, list(response.context["form"].errors), SecondLook.objects.count()) == (
        422, ["words"], 0,
    )  # fmt: skip


def test_a_withdrawn_story_is_not_looked_at_again(
    wordy: CountingRule, parepare: Officer, client_of: Any, published: Any
) -> None:
    article = published(parepare)
    article.withdraw(parepare, "Keliru.")
    client = client_of(parepare)
    assert client.post(f"/redaksi/{article.pk}/tinjau-ulang/", {"words": "Mohon."}).status_code == 302
    assert SecondLook.objects.count() == 0
    assert (
        f"/redaksi/{article.pk}/tinjau-ulang/" not in client.get(f"/redaksi/{article.pk}/terhitung/").content.decode()
    )


def test_another_unit_sees_neither_reasons_nor_words(
    wordy: CountingRule, parepare: Officer, pinrang: Officer, client_of: Any, published: Any
) -> None:
    article = published(parepare)
    SecondLook.ask(article, parepare, "Rahasia Parepare.")
    client = client_of(pinrang)
    assert [
        client.get(f"/redaksi/{article.pk}/{page}").status_code
        for page in ("", "terhitung/", "tinjau-ulang/", "riwayat/")
    ] == [404] * 4
    assert client.post(f"/redaksi/{article.pk}/tinjau-ulang/", {"words": "Saya."}).status_code == 404
    assert SecondLook.objects.count() == 1


def test_the_page_of_the_story_and_its_history_tell_the_decision(
    wordy: CountingRule, parepare: Officer, kua: Officer, editor: Officer, regional: Officer, client_of: Any, write: Any
) -> None:
    article = write(kua)
    article.submit(kua, at=NOON)
    article.publish(editor, at=NOON)
    SecondLook.ask(article, kua, "Layanan.", at=NOON + dt.timedelta(hours=1)).decide(
        regional, True, "Benar.", at=NOON + dt.timedelta(hours=2)
    )
    client = client_of(kua)
    assert "Benar." in client.get(f"/redaksi/{article.pk}/").content.decode()
    told = client.get(f"/redaksi/{article.pk}/riwayat/").context["lines"]
    assert [(str(each.line.actor), each.line.note) for each in told[:3]] == [
        ("Regional", "Benar."), ("Kua", "Layanan."), (told[2].line.actor, told[2].line.note),
    ]  # fmt: skip
    assert "60" in told[2].line.note
    assert [getattr(each.line, "verb", "") for each in told] == ["", "", "", "publish", "submit", "create"]


# --- Held -----------------------------------------------------------------------------------------

HOSTILE = "<p>Daftar sekarang di situs slot gacor maxwin, bonus new member, deposit pulsa.</p>"


def test_what_the_guard_holds_leads_to_the_reason_and_not_to_a_receipt(parepare: Officer, client_of: Any) -> None:
    client = client_of(parepare)
    sent = story(intent="publish", body="Daftar di situs slot gacor maxwin, bonus new member, deposit pulsa.")
    response = client.post("/redaksi/tulis/", sent, follow=True)
    article = Article.objects.get()
    assert (article.status, response.redirect_chain) == (Status.HELD, [(f"/redaksi/{article.pk}/", 302)])
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]
    note = article.revisions.get(verb="hold").note.splitlines()[0]
    assert response.context["sent_back"].line.note.startswith(note)
    assert 'class="state held"' in response.content.decode()
    # Tapped twice: the same place, nothing more.
    again = client.post("/redaksi/tulis/", sent)
    article.refresh_from_db()
    assert (again["Location"], article.status) == (f"/redaksi/{article.pk}/", Status.HELD)


def test_a_schedule_that_comes_out_held_says_so(parepare: Officer, client_of: Any) -> None:
    later = timezone.localtime() + dt.timedelta(hours=2)
    sent = story(
        intent="schedule", body="Situs slot gacor maxwin, bonus new member, deposit pulsa.",
        scheduled_for=later.strftime("%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    response = client_of(parepare).post("/redaksi/tulis/", sent, follow=True)
    article = Article.objects.get()
    assert (article.status, article.scheduled_for) == (Status.HELD, None)
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]


def test_the_button_that_publishes_may_lead_to_held(parepare: Officer, client_of: Any, write: Any) -> None:
    article = write(parepare, body=HOSTILE)
    response = client_of(parepare).post(f"/redaksi/{article.pk}/langkah/publish/", {"version": article.version})
    article.refresh_from_db()
    assert (response["Location"], article.status) == (f"/redaksi/{article.pk}/", Status.HELD)


def test_the_regional_team_releases_what_is_held(
    parepare: Officer, regional: Officer, client_of: Any, write: Any
) -> None:
    article = write(parepare)
    article.hold(parepare, "Ada tautan judi.")
    own = client_of(parepare)
    assert own.post(f"/redaksi/{article.pk}/langkah/publish/", {"version": article.version}).status_code == 403
    response = client_of(regional).post(f"/redaksi/{article.pk}/langkah/publish/", {"version": article.version})
    article.refresh_from_db()
    assert (response["Location"], article.status) == (f"/redaksi/{article.pk}/terhitung/", Status.PUBLISHED)


def test_a_held_story_can_be_mended_and_stays_held(parepare: Officer, client_of: Any, write: Any) -> None:
    article = write(parepare)
    article.hold(parepare, "Ada tautan judi.")
    client = client_of(parepare)
    page = client.get(f"/redaksi/{article.pk}/")
    assert "Ada tautan judi." in page.content.decode()
    for intent in ("save", "publish"):
        client.post(f"/redaksi/{article.pk}/", story(intent=intent, title="Diperbaiki", version=article.version))
        article.refresh_from_db()
        assert (article.title, article.status) == ("Diperbaiki", Status.HELD)


def test_held_stories_are_listed_for_their_unit_and_for_the_regional_team(
    parepare: Officer, pinrang: Officer, editor: Officer, regional: Officer, client_of: Any, write: Any
) -> None:
    mine, other = write(parepare, title="Ditahan Parepare"), write(pinrang, title="Ditahan Pinrang")
    for article, by in ((mine, parepare), (other, pinrang)):
        article.hold(by, "Ada tautan judi.")
    write(parepare, title="Draf")
    titles = {
        (name, address): sorted(each.title for each in client_of(officer).get(address).context["page"].items)
        for name, officer in (("parepare", parepare), ("editor", editor), ("regional", regional))
        for address in ("/redaksi/draf/", "/redaksi/tinjau/?keadaan=held")
    }
    both = ["Ditahan Parepare", "Ditahan Pinrang"]
    assert titles == {
        ("parepare", "/redaksi/draf/"): ["Ditahan Parepare", "Draf"],
        ("parepare", "/redaksi/tinjau/?keadaan=held"): [],
        ("editor", "/redaksi/draf/"): ["Ditahan Parepare", "Draf"],
        ("editor", "/redaksi/tinjau/?keadaan=held"): [],
        ("regional", "/redaksi/draf/"): [*both, "Draf"],
        ("regional", "/redaksi/tinjau/?keadaan=held"): both,
    }


# --- Found again ----------------------------------------------------------------------------------

WITHOUT = "/redaksi/terbit/?keadaan=tak-terhitung"


@pytest.fixture
def several(
    wordy: CountingRule, parepare: Officer, pinrang: Officer, kua: Officer, editor: Officer, regional: Officer,
    published: Any,
) -> None:  # fmt: skip
    """Stories that count and that do not: of two years and three units, one of them looked at twice, one let in."""
    published(parepare, title="Panjang", body=LONG)
    published(parepare, title="Pendek")
    published(parepare, title="Tahun depan", at=wita(2027, 1, 5, 9))
    published(parepare, title="Ditarik").withdraw(parepare, "Keliru.")
    published(pinrang, title="Rahasia Pinrang")
    published(editor, title="Dari KUA", satker=kua.satker)
    for title, granted in (("Diterima", True), ("Ditolak", False)):
        article = published(parepare, title=title)
        look = SecondLook.ask(article, parepare, "Penting.")
        look.decide(regional, granted, "Sudah dilihat.")


def test_each_officer_finds_the_stories_that_do_not_count(
    several: None, parepare: Officer, kua: Officer, editor: Officer, client_of: Any
) -> None:
    own = ["Ditolak", "Pendek", "Tahun depan"]
    for officer, wanted in ((parepare, own), (kua, ["Dari KUA"]), (editor, ["Dari KUA", *own])):
        found = client_of(officer).get(WITHOUT).context["page"].items
        assert sorted(article.title for article in found) == wanted
    client = client_of(editor)
    for more, wanted in (("&satker=KK-73.72", own), ("&satker=KK-73.72&tahun=2026", own[:2]), ("&tahun=2025", [])):
        assert sorted(article.title for article in client.get(WITHOUT + more).context["page"].items) == wanted
    for odd in ("&satker=KK-73.15", "&satker=x", "&tahun=26", "&tahun=x"):
        assert client.get(WITHOUT + odd).status_code == 404


def test_the_figure_opens_the_stories_behind_it(
    several: None, parepare: Officer, editor: Officer, client_of: Any
) -> None:
    for officer, code, wanted in ((parepare, "KK-73.72", 2), (editor, "KUA-73.72.01", 1)):
        client = client_of(officer)
        page = client.get(f"/redaksi/angka/?tahun=2026&satker={code}")
        listed = f"{page.context['figures'].marked}tak-terhitung"
        assert (page.context["figures"].quality.not_counted, listed) == (
            wanted, f"/redaksi/terbit/?satker={code}&tahun=2026&keadaan=tak-terhitung",
        )  # fmt: skip
        assert f'<a href="{listed.replace("&", "&amp;")}">{wanted}</a>' in page.text
        assert len(client.get(listed).context["page"].items) == wanted


def test_each_mark_of_the_unit_opens_the_stories_behind_it(
    several: None, regional: Officer, parepare: Officer, client_of: Any
) -> None:
    story = Article.objects.get(title="Panjang")
    story.revise(parepare, correction="Jumlahnya 120.")
    Category.objects.update(is_service=True)
    Article.objects.filter(pk=story.pk).update(
        programme=Programme.objects.create(slug="eko", name="Ekoteologi", valid_from=dt.date(2025, 1, 1))
    )
    Measure.objects.filter(article=story).update(photo=True, reads=1000)
    marks = {"substance": 4, "style": 3, "technique": 3, "originality": 4}
    Rubric.objects.create(article=story, origin="sample", given_by=regional, given_at=story.created_at, **marks)
    client = client_of(parepare)
    page = client.get("/redaksi/angka/?tahun=2026&satker=KK-73.72")
    links = re.findall(r'href="(/redaksi/terbit/[^"]*keadaan=([a-z-]+))">(\d+)', page.text)
    assert {mark for _address, mark, _figure in links} == {
        "foto", "asli", "layanan", "program", "dibaca", "ralat", "tak-terhitung", "rubrik",
    }  # fmt: skip
    for address, mark, figure in links:
        listed = client.get(address.replace("&amp;", "&"))
        assert len(listed.context["page"].items) == int(figure), mark
    assert "dengan rubrik" in listed.text, "the last one says what it lists"


def test_the_published_list_says_which_stories_do_not_count(
    several: None, parepare: Officer, client_of: Any, english: None
) -> None:
    client = client_of(parepare)
    page = client.get("/redaksi/terbit/")
    assert {article.title: (article.uncounted, article.refused) for article in page.context["page"].items} == {
        "Panjang": (False, False), "Pendek": (True, False), "Tahun depan": (True, False), "Ditarik": (False, False),
        "Diterima": (False, False), "Ditolak": (True, True),
    }  # fmt: skip
    assert page.text.count("Published · not counted") == 3
    story = Article.objects.get(title="Ditolak")
    found = {client.get(f"/redaksi/{story.pk}/{end}").context["decision"].refused for end in ("", "terhitung/")}
    assert found == {True}


def test_the_desk_tells_what_the_regional_team_said_lately(
    several: None, parepare: Officer, pinrang: Officer, editor: Officer, kua: Officer, regional: Officer,
    client_of: Any, english: None,
) -> None:  # fmt: skip
    now = timezone.now()
    for officer, text, days in (
        (parepare, "Perbaiki keterangan foto.", 13), (parepare, "Catatan lama", 15), (pinrang, "Rahasia Pinrang", 1),
    ):  # fmt: skip
        CoachingNote.objects.create(
            satker=officer.satker, text=text, written_by=regional, written_at=now - dt.timedelta(days=days)
        )
    page = client_of(parepare).get("/redaksi/")
    told = page.context["lately"]
    assert [(look.article.title, look.granted) for look in told.looks] == [("Ditolak", False), ("Diterima", True)]
    assert [note.text for note in told.notes] == ["Perbaiki keterangan foto."]
    for words in ("Second look: it counts.", "Second look: it does not count.", "Perbaiki keterangan foto."):
        assert words in page.text
    assert ("Catatan lama" in page.text, "Rahasia" in page.text) == (False, False)
    SecondLook.objects.update(answered_at=now - dt.timedelta(days=15))
    found = {officer: client_of(officer).get("/redaksi/").context["lately"] for officer in (editor, kua, regional)}
    assert {officer: (each.looks, [note.text for note in each.notes]) for officer, each in found.items()} == {
        editor: ([], ["Perbaiki keterangan foto."]), kua: ([], []), regional: ([], []),
    }  # fmt: skip
