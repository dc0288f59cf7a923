"""Rules, simulator, second looks and the sample of marks, as the regional team uses them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news.models import Article, CountingRule, LedgerEntry, Rubric, SecondLook
from satker.models import Officer
from tests import cast
from tests.cast import Units, wita

RULE = {"name": "Minimal 100 kata", "min_words": "100", "copies_count": "on", "copy_percent": "70",
        "credits_supporting": "on", "withdrawn_within": "", "day_begins": "00:00"}  # fmt: skip


@pytest.fixture
def team(regional: Officer, client_of: Any) -> Client:
    return client_of(regional)


def test_a_draft_is_written_changed_tried_and_adopted(team: Client, regional: Officer, parepare: Officer) -> None:
    cast.published(parepare, at=wita(2026, 3, 1, 9))
    made = team.post("/admin/rekap/aturan/", RULE)
    rule = CountingRule.objects.get(version=None)
    assert (made["Location"], rule.made_by, rule.min_words) == (f"/admin/rekap/aturan/{rule.pk}/", regional, 100)
    team.post(made["Location"], {**RULE, "min_words": "50", "intent": "save"})
    tried = team.get(f"{made['Location']}simulasi/2026/").context["replay"]
    assert (tried.total_now, tried.total_then, dict(tried.failing)) == (1, 0, {"words": 1})
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    seen = team.get(made["Location"]).context["adopt"]["seen"].value()
    sent = {"seen": seen, "starts_on": tomorrow, "intent": "adopt"}
    refused = team.post(made["Location"], {**sent, "confirmation": "ya"})
    assert (refused.status_code, list(refused.context["adopt"].errors)) == (422, ["confirmation"])
    past = team.post(made["Location"], {**sent, "starts_on": "2026-01-01", "confirmation": "berlaku"})
    assert (past.status_code, list(past.context["adopt"].errors)) == (422, ["starts_on"])
    CountingRule.objects.filter(pk=rule.pk).update(min_words=500)
    other = team.post(made["Location"], {**sent, "confirmation": "berlaku"})
    assert other.status_code == 422, "nobody adopts a text that they have not seen"
    CountingRule.objects.filter(pk=rule.pk).update(min_words=50)
    team.post(made["Location"], {**sent, "confirmation": "berlaku"})
    rule.refresh_from_db()
    assert (rule.version, rule.starts_on, rule.min_words, rule.adopted_by) == (2, tomorrow, 50, regional)
    # What is adopted is changed by no form.
    for sent in ({**RULE, "min_words": "1", "intent": "save"}, {"intent": "drop"}):
        assert team.post(made["Location"], sent).status_code == 422
    assert CountingRule.objects.get(pk=rule.pk).min_words == 50


def test_each_figure_of_a_trial_opens_the_stories_behind_it(
    team: Client, regional: Officer, parepare: Officer, pinrang: Officer, units: Units
) -> None:
    """Short and long, with a copy, one withdrawn, one granted by a second look, one beyond the year."""
    words = "Kepala kantor membuka manasik haji di aula bersama para penyuluh dan calon jemaah dari semua kecamatan"
    long = f"<p>{words}. {words} pada hari kedua. {words} sampai petang. {words} dan ditutup dengan doa.</p>"
    cast.published(parepare, "Pendek", at=wita(2026, 3, 1, 9))
    cast.published(parepare, "Panjang", body=long, at=wita(2026, 4, 1, 9), supporting=[units.pinrang])
    cast.published(pinrang, "Salinan", body=long, at=wita(2026, 4, 2, 9))
    cast.published(pinrang, "Ditarik", at=wita(2026, 4, 3, 9)).withdraw(pinrang, "Keliru.", at=wita(2026, 6, 3, 9))
    cast.published(pinrang, "Dini hari", body=long + "<p>lain</p>", at=wita(2026, 1, 1, 2, 0))
    cast.published(pinrang, "Larut", body=f"{long}<p>lagi pula</p>", at=wita(2027, 1, 1, 2, 0))
    rule = CountingRule.objects.create(
        name="Coba", min_words=50, copies_count=False, copy_percent=70, withdrawn_within=30, day_begins=dt.time(4),
        needs_photo=True,
    )  # fmt: skip
    for changes, least in (({}, 12), ({"min_words": 0, "needs_photo": False}, 10), ({"copies_count": True}, 10)):
        CountingRule.objects.filter(pk=rule.pk).update(**changes)
        here = f"/admin/rekap/aturan/{rule.pk}/simulasi/2026/"
        links = re.findall(r'href="(berita/\?[^"]*)">(\d+)</a>', team.get(here).text)
        for href, figure in links:
            page = team.get(here + href.replace("&amp;", "&"))
            assert (page.context["figure"], len(page.context["lines"])) == (int(figure), int(figure)), href
        assert len(links) > least
    assert '<a href="/admin/rekap/2026/berita/?peran=supporting">1</a>' in team.get(here).text
    credits = team.get(f"{here}berita/?peran=supporting")
    assert [(line[0].title, line[1]) for line in credits.context["lines"]] == [("Panjang", units.pinrang)]
    assert "Larut" in team.get(f"{here}berita/?mana=masuk").text
    assert "Dini hari" in team.get(f"{here}berita/?mana=gugur").text
    for odd in ("mana=x", "alasan=x", "satker=tidak", "bulan=13", "hal=2", "hal=x"):
        assert team.get(f"{here}berita/?{odd}").status_code == 404


def test_an_adopted_rule_is_called_off_on_its_page(
    team: Client, regional: Officer, parepare: Officer, english: None
) -> None:
    cast.published(parepare, at=wita(2026, 3, 1, 9))
    today = timezone.localdate()
    rule = CountingRule.objects.create(name="Jauh", min_words=50)
    here = f"/admin/rekap/aturan/{rule.pk}/"
    assert f'href="{here}simulasi/2026/">See first what it would do to 2026</a>' in team.get(here).text
    seen = team.get(here).context["adopt"].initial["seen"]
    sent = {"starts_on": "9999-12-31", "confirmation": "berlaku", "intent": "adopt", "seen": seen}
    far = team.post(here, sent)
    assert (far.status_code, far.context["adopt"].errors["starts_on"]) == (
        422, ["A rule is adopted at most one year ahead."],
    )  # fmt: skip
    assert team.post(here, {"intent": "call_off"}).status_code == 422  # a draft
    rule.adopt(regional, today + dt.timedelta(days=9))
    assert 'value="call_off"' in team.get(here).text
    assert team.post(here, {"intent": "call_off"})["Location"] == here
    rule.refresh_from_db()
    assert (rule.version, rule.min_words, team.get(here).context["can_call_off"]) == (None, 50, False)
    first = f"/admin/rekap/aturan/{CountingRule.objects.get(version=1).pk}/"
    assert 'value="call_off"' not in team.get(first).text
    refused = team.post(first, {"intent": "call_off"})
    assert (refused.status_code, "before its first day" in refused.text) == (422, True)
    assert list(CountingRule.objects.adopted().values_list("version", flat=True)) == [1]


def test_a_draft_can_be_dropped(team: Client) -> None:
    team.post("/admin/rekap/aturan/", RULE)
    rule = CountingRule.objects.get(version=None)
    assert team.post(f"/admin/rekap/aturan/{rule.pk}/", {"intent": "drop"})["Location"] == "/admin/rekap/aturan/"
    assert list(CountingRule.objects.values_list("version", flat=True)) == [1]


@pytest.mark.parametrize(
    ("field", "value"), [("copy_percent", "20"), ("min_words", "-1"), ("day_begins", "25:00"), ("name", "")]
)
def test_nonsense_in_a_draft_is_told_and_kept(field: str, value: str, team: Client) -> None:
    answer = team.post("/admin/rekap/aturan/", {**RULE, field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert CountingRule.objects.count() == 1


@pytest.fixture
def look(regional: Officer, parepare: Officer) -> SecondLook:
    CountingRule.objects.create(name="Baru", min_words=100).adopt(regional, dt.date(2026, 4, 1), at=wita(2026, 3, 1))
    article = cast.published(parepare, title="Pengumuman", at=wita(2026, 4, 2, 9))
    return SecondLook.ask(article, parepare, "Ini pengumuman resmi.", at=wita(2026, 4, 3))


def test_a_second_look_is_answered_on_its_page(look: SecondLook, team: Client, english: None) -> None:
    page = team.get("/admin/rekap/tinjau-ulang/")
    ((shown, told, _form),) = page.context["waiting"]
    assert (shown, told.counted, len(told.sentences)) == (look, False, 1)
    refused = team.post(f"/admin/rekap/tinjau-ulang/{look.pk}/", {"granted": "yes", "answer": " "})
    assert (refused.status_code, LedgerEntry.objects.filter(delta=1).count()) == (422, 0)
    assert refused.context["waiting"][0][2].errors.keys() == {"answer"}
    team.post(f"/admin/rekap/tinjau-ulang/{look.pk}/", {"granted": "yes", "answer": "Pengumuman memang pendek."})
    assert list(LedgerEntry.objects.order_by("pk").values_list("delta", "reason")) == [
        (0, "not_counted"), (1, "look_granted"),
    ]  # fmt: skip
    again = team.post(f"/admin/rekap/tinjau-ulang/{look.pk}/", {"granted": "no", "answer": "Tidak."})
    assert (again["Location"], LedgerEntry.objects.count()) == ("/admin/rekap/tinjau-ulang/", 2)
    page = team.get("/admin/rekap/tinjau-ulang/")
    assert (page.context["waiting"], [each.pk for each in page.context["answered"]]) == ([], [look.pk])


def test_officers_answer_nothing(look: SecondLook, parepare: Officer, editor: Officer, client_of: Any) -> None:
    for officer in (parepare, editor):
        sent = {"granted": "yes", "answer": "Ya."}
        assert client_of(officer).post(f"/admin/rekap/tinjau-ulang/{look.pk}/", sent).status_code == 403
    assert SecondLook.objects.get().granted is None


# --- Marks by sample ------------------------------------------------------------------------------

MARKS = {"substance": "4", "style": "3", "technique": "2", "originality": "1"}


def test_the_sample_comes_from_the_unit_with_the_fewest_marks(
    team: Client, regional: Officer, parepare: Officer, pinrang: Officer, units: Units
) -> None:
    for _number in range(3):
        cast.published(parepare, at=wita(2026, 3, 1, 9))
    cast.published(pinrang, at=wita(2026, 3, 2, 9))
    cast.published(regional, "Milik tim", units.kua, at=wita(2026, 3, 2, 9))  # nobody marks their own
    cast.published(pinrang, at=wita(2025, 3, 2, 9))
    drawn = []
    for _turn in range(4):
        article = team.get("/admin/rekap/2026/nilai/").context["article"]
        drawn.append(article.satker.code)
        assert team.post("/admin/rekap/2026/nilai/", {**MARKS, "article": article.pk}).status_code == 302
    assert drawn == ["KK-73.72", "KK-73.15", "KK-73.72", "KK-73.72"]
    page = team.get("/admin/rekap/2026/nilai/")
    assert (page.context["article"], page.context["given"]) == (None, 4)
    assert set(Rubric.objects.values_list("substance", "style", "technique", "originality", "origin", "given_by")) == {
        (4, 3, 2, 1, "sample", regional.pk)
    }


def test_a_story_can_be_passed_over_and_a_missing_mark_is_told(team: Client, parepare: Officer) -> None:
    first, second = (cast.published(parepare, at=wita(2026, 3, 1, 9)) for _number in range(2))
    assert team.get(f"/admin/rekap/2026/nilai/?lewat={first.pk}").context["article"] == second
    refused = team.post("/admin/rekap/2026/nilai/", {**MARKS, "style": "5", "article": second.pk})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["style"])
    assert refused.context["article"] == second
    for odd in ("x", "9" * 30, "-1"):
        assert team.post("/admin/rekap/2026/nilai/", {**MARKS, "article": odd}).status_code == 422
    assert Rubric.objects.count() == 0


def test_a_draft_is_no_story_to_mark(team: Client, parepare: Officer) -> None:
    draft = cast.write(parepare)
    assert team.post("/admin/rekap/2026/nilai/", {**MARKS, "article": draft.pk}).status_code == 404
    assert (Rubric.objects.count(), Article.objects.count()) == (0, 1)
