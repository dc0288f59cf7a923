"""The house style: what it says of a story, and when it blocks."""

from __future__ import annotations

import datetime as dt
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from news import advice, html
from news.advice import Advice, Texts
from news.models import Article, Photo, Programme, Status, StyleRule
from satker.models import Officer
from tests.cast import NOON, Units
from tests.news.test_desk import jpeg, only, story

pytestmark = pytest.mark.usefixtures("english")
GIVEN = json.loads((Path(__file__).parent / "advice_samples.json").read_text())
RULES = [StyleRule(**rule) for rule in GIVEN["rules"]]
SAMPLES: dict[str, Any] = GIVEN["samples"]


def expected(sample: dict[str, Any]) -> list[Advice]:
    by_name = {rule.of: rule for rule in RULES}
    return [
        Advice(of, field, told, by_name[of].why, tuple(place) if place else None, by_name[of].compulsory)
        for of, field, told, place in sample["advice"]
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample(name: str) -> None:
    sample = SAMPLES[name]
    assert advice.look(Texts(**sample["texts"]), RULES) == expected(sample)


def test_a_stored_text_gets_the_advice_that_it_got_while_it_was_typed() -> None:
    differing = []
    for name, sample in SAMPLES.items():
        typed = Texts(**sample["texts"])
        stored = replace(typed, body=html.lines(html.from_text(typed.body)))
        both = [[replace(each, place=None) for each in advice.look(texts, RULES)] for texts in (typed, stored)]
        if both[0] != both[1]:
            differing.append(name)
    assert differing == []


def test_a_rule_without_its_limit_says_nothing() -> None:
    counting = [StyleRule(of=of) for of in ("title_words", "title_length", "lead_length", "body_words")]
    assert advice.look(Texts(title="Judul " * 90, lead="Teras " * 90, body="Teks."), counting) == []


@pytest.mark.parametrize(
    "piece", ['"', '"a b ', 'kata "Kita harus jaga kota ini." ', ".", "“a b c d e”\n", "A.", "me", "Amir: ", '\n"']
)
def test_a_huge_text_costs_little(piece: str) -> None:
    texts = Texts(title="Judul", body=piece * (200_000 // len(piece)))
    # The processor's time, the least of three: other work beside it is not the rules' fault.
    spent = []
    for _round in range(3):
        began = time.process_time()
        advice.look(texts, RULES)
        spent.append(time.process_time() - began)
    assert min(spent) < 0.2


# --- At the desk ----------------------------------------------------------------------------------


@pytest.fixture
def rule(db: None) -> Any:
    """rule("programme", limit=..., compulsory=True): the only rule in use."""

    def rule(of: str, **fields: Any) -> None:
        StyleRule.objects.update(active=False)
        StyleRule.objects.update_or_create(of=of, defaults={"active": True, "why": "We count it.", **fields})

    return rule


def told(response: Any) -> list[tuple[str, str]]:
    return [(each.field, each.told) for each in response.context["advice"]]


def test_an_empty_page_gets_no_advice_and_a_saved_story_does(parepare: Officer, client_of: Any, rule: Any) -> None:
    rule("programme")
    client = client_of(parepare)
    assert told(client.get("/redaksi/tulis/", follow=True)) == []
    response = client.post("/redaksi/tulis/", story(), follow=True)
    assert told(response) == [("programme", "No priority programme is chosen yet.")]
    page = response.content.decode()
    assert '<a href="#id_programme">No priority programme is chosen yet.</a>' in page and "We count it." in page


def test_a_preview_leads_from_the_advice_to_the_field(parepare: Officer, client_of: Any, write: Any, rule: Any) -> None:
    rule("programme")
    article = write(parepare)
    page = client_of(parepare).get(reverse("desk:preview", args=[article.pk])).content.decode()
    assert f'<a href="/redaksi/{article.pk}/#id_programme">No priority programme is chosen yet.</a>' in page


def test_what_was_refused_gets_advice_on_what_was_sent(
    parepare: Officer, client_of: Any, rule: Any, media: Path
) -> None:
    rule("photo_name")
    sent = story(title="", photo=jpeg(), photo_caption="IMG_2024.jpg", photo_alt="Petugas.")
    response = client_of(parepare).post("/redaksi/tulis/", sent)
    assert (response.status_code, told(response)) == (
        422, [(f"caption_{Photo.objects.get().pk}", "“IMG_2024.jpg” is the name of a file.")],
    )  # fmt: skip


def test_advice_without_weight_blocks_nothing(parepare: Officer, client_of: Any, rule: Any) -> None:
    rule("programme")
    client_of(parepare).post("/redaksi/tulis/", story(intent="publish"))
    assert only().status == Status.PUBLISHED


@pytest.mark.parametrize("intent", ["publish", "schedule", "submit"])
def test_a_compulsory_rule_keeps_a_story_from_readers_with_a_sentence_at_its_field(
    intent: str, kua: Officer, parepare: Officer, client_of: Any, rule: Any
) -> None:
    rule("programme", compulsory=True)
    sent = story(intent=intent, scheduled_for="2099-01-01T08:00" if intent == "schedule" else "")
    response = client_of(kua if intent == "submit" else parepare).post("/redaksi/tulis/", sent, follow=True)
    assert (only().status, only().title) == (Status.DRAFT, sent["title"])
    assert response.context["form"].errors == {"programme": ["No priority programme is chosen yet. We count it."]}


def test_a_compulsory_rule_lets_a_draft_be_saved(parepare: Officer, client_of: Any, rule: Any) -> None:
    rule("title_length", limit=5, compulsory=True)
    response = client_of(parepare).post("/redaksi/tulis/", story(), follow=True)
    assert (only().status, told(response)) == (Status.DRAFT, [("title", "Title: 42 characters; try 5 at most.")])


def test_a_publish_button_elsewhere_says_it_too(parepare: Officer, client_of: Any, write: Any, rule: Any) -> None:
    rule("lead_missing", compulsory=True)
    article = write(parepare)
    address = reverse("desk:step", args=[article.pk, "publish"])
    response = client_of(parepare).post(address, {"version": article.version}, follow=True)
    assert [str(message) for message in response.context["messages"]] == ["There is no lead yet. We count it."]
    assert only().status == Status.DRAFT


def test_the_clock_publishes_what_was_scheduled_before_the_rule(parepare: Officer, write: Any, rule: Any) -> None:
    article = write(parepare)
    article.schedule(parepare, NOON + dt.timedelta(days=1), at=NOON)
    rule("programme", compulsory=True)
    assert article.go_live(at=NOON + dt.timedelta(days=2))
    assert only().status == Status.PUBLISHED


def test_a_rule_does_not_reach_back_to_what_is_public(parepare: Officer, published: Any, rule: Any) -> None:
    article = published(parepare)
    rule("programme", compulsory=True)
    article.revise(parepare, title="Manasik di Masjid Agung", correction="Bukan Masjid Raya.")
    article.withdraw(parepare, "Berita ganda.")
    article.reinstate(parepare)
    assert (only().title, only().status) == ("Manasik di Masjid Agung", Status.PUBLISHED)


@pytest.mark.parametrize("state", [Status.PUBLISHED, Status.SCHEDULED])
def test_a_change_of_a_public_text_may_not_break_a_compulsory_rule(
    state: Status, parepare: Officer, write: Any, rule: Any
) -> None:
    rule("programme", compulsory=True)
    programme = Programme.objects.create(slug="eko", name="Ekoteologi", valid_from=dt.date(2025, 3, 6))
    article: Article = write(parepare, programme=programme)
    if state == Status.PUBLISHED:
        article.publish(parepare, at=NOON)
    else:
        article.schedule(parepare, NOON + dt.timedelta(days=1), at=NOON)
    with pytest.raises(ValidationError) as refused:
        article.revise(parepare, programme=None, at=NOON)
    assert refused.value.message_dict == {"programme": ["No priority programme is chosen yet. We count it."]}
    assert (only().programme, only().status) == (programme, state)


def test_two_rules_of_one_field_are_one_text(parepare: Officer, write: Any, rule: Any) -> None:
    rule("title_length", limit=5, compulsory=True)
    StyleRule.objects.update_or_create(
        of="title_words", defaults={"active": True, "limit": 2, "compulsory": True, "why": ""}
    )
    article = write(parepare)
    assert article.missing_for_publication() == {
        "title": "Title: 22 characters; try 5 at most. We count it. Title: 4 words; try 2 at most."
    }
    assert article.missing_for_publication(styled=False) == {}


def test_what_is_missing_anyway_keeps_its_own_sentence(units: Units, parepare: Officer, write: Any, rule: Any) -> None:
    rule("body_words", limit=9, compulsory=True)
    assert write(parepare, body="").missing_for_publication() == {"body": "Write the text of the story."}


# --- In the administration ------------------------------------------------------------------------


def test_the_regional_team_changes_a_rule_and_neither_adds_nor_deletes_one(regional: Officer, client_of: Any) -> None:
    client = client_of(regional)
    kept, _new = StyleRule.objects.get_or_create(of="programme")
    change = reverse("admin:news_stylerule_change", args=[kept.pk])
    sent = {"limit": "", "why": "Direkap setiap tahun.", "compulsory": "on", "active": "on", "of": "photo"}
    assert client.post(change, sent).status_code == 302
    kept.refresh_from_db()
    assert (kept.of, kept.why, kept.compulsory, kept.active) == ("programme", "Direkap setiap tahun.", True, True)
    refused = [reverse("admin:news_stylerule_add"), reverse("admin:news_stylerule_delete", args=[kept.pk])]
    assert [client.post(address, sent).status_code for address in refused] == [403, 403]
    assert StyleRule.objects.filter(pk=kept.pk).exists()
