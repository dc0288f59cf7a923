"""The administration: who gets in, what it costs, and what it can never do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse
from taggit.models import Tag

from news.admin import FirstRows
from news.models import (
    Article,
    Category,
    Channel,
    Correction,
    DayOff,
    LedgerEntry,
    Need,
    NeedItem,
    NeedKind,
    NeedReason,
    OldPath,
    Photo,
    PointWeight,
    Programme,
    Publication,
    Receipt,
    RekapSettings,
    Revision,
    StoryTemplate,
    StyleRule,
)
from satker.access import Role
from satker.models import Kind, Officer, Satker
from tests import cast

pytestmark = pytest.mark.usefixtures("english")
PASSWORD = "kopi-susu-di-losari"
REGISTERS = [Article, Photo, Receipt, LedgerEntry, Revision, Correction, OldPath]


@pytest.fixture
def team(regional: Officer) -> Client:
    """The regional team's browser."""
    client = Client()
    regional.set_password(PASSWORD)
    regional.save()
    client.post(reverse("account_login"), {"login": "regional", "password": PASSWORD})
    return client


def page(model: type[Model], name: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def words(response: HttpResponse) -> str:
    """Return what a page says, without its tags."""
    main = response.content.decode().split("<main", 1)[1]
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", main, flags=re.DOTALL).split())


def photo(satker: Satker, number: int = 1) -> Photo:
    return Photo.objects.create(
        satker=satker, stem=f"2026/03/foto{number}", width=1600, height=1200, sha256="0" * 64, caption=f"Foto {number}"
    )


def make(model: type[Model], number: int, by: Officer) -> None:
    """Make one more row of a model, with all that its list shows."""
    kind, unit = Kind.objects.get_or_create(code="man", defaults={"name": "Madrasah"})[0], by.satker
    assert unit is not None
    if model is Kind:
        Kind.objects.create(code=f"jenis{number}", name=f"Jenis {number}")
    elif model is Satker:
        cast.unit(f"MAN-{number}", kind.code, f"MAN {number}", unit)
    elif model is Officer:
        cast.officer(f"humas{number}", Role.OFFICER, cast.unit(f"MIN-{number}", "min", f"MIN {number}", unit))
    elif model is Category:
        Category.objects.create(slug=f"rubrik-{number}", name=f"Rubrik {number}")
    elif model is Programme:
        Programme.objects.create(slug=f"p-{number}", name=f"Program {number}", valid_from=dt.date(2022, 1, 1))
    elif model is Tag:
        Tag.objects.create(name=f"topik {number}")
    elif model is Channel:
        Channel.objects.create(slug=f"kanal-{number}", name=f"Kanal {number}", group="social")
    elif model is NeedKind:
        NeedKind.objects.create(slug=f"jenis-{number}", name=f"Jenis {number}")
    elif model is NeedItem:
        need_kind = NeedKind.objects.create(slug=f"jenis-{number}", name=f"Jenis {number}")
        NeedItem.objects.create(kind=need_kind, name=f"Barang {number}", counted_in="buah")
    elif model is NeedReason:
        NeedReason.objects.create(name=f"Alasan {number}")
    elif model is StoryTemplate:
        StoryTemplate.objects.create(name=f"Awal {number}", satker=unit)
    elif model is DayOff:
        DayOff.objects.create(day=dt.date(2026, 1, number), name="Libur")
    elif model is PointWeight:
        PointWeight.objects.create(of=PointWeight.Of.values[number], weight=1)
    elif model is Photo:
        photo(cast.unit(f"KUA-{number}", "kua", f"KUA {number}", unit), number)
    else:
        writer = cast.officer(f"w{number}", Role.OFFICER, cast.unit(f"MTS-{number}", "mtsn", f"MTsN {number}", unit))
        article = cast.published(writer, f"Berita {number}")
        if model is Correction:
            article.revise(writer, correction=f"Ralat {number}")
        if model is OldPath:
            OldPath.objects.create(path=f"/lama/{number}", article=article)


# --- Who gets in ----------------------------------------------------------------------------------


def test_the_door_is_the_portals_own(db: None, reader: Client) -> None:
    response = reader.get(reverse("admin:index"))
    assert (response.status_code, response["Location"]) == (302, "/akun/masuk/?next=%2Fadmin%2F")


@pytest.mark.parametrize("model", list(admin.site._registry))
def test_it_is_closed_to_officers(
    parepare: Officer, editor: Officer, client_of: Callable[[Officer], Client], model: type[Model]
) -> None:
    for officer in (parepare, editor):
        for address in (page(model, "changelist"), page(model, "add"), page(model, "change", parepare.pk)):
            assert client_of(officer).get(address).status_code == 403
            assert client_of(officer).post(address, {"name": "x"}).status_code == 403


def test_rights_addresses_and_secrets_have_no_lists_of_their_own() -> None:
    names = {model._meta.label for model in admin.site._registry}
    assert names == {
        "satker.Kind", "satker.Satker", "satker.Officer", "taggit.Tag", "news.Category", "news.Programme",
        "news.Article", "news.Photo", "news.Receipt", "news.LedgerEntry", "news.Revision", "news.Correction",
        "news.OldPath", "news.RekapSettings", "news.PointWeight", "news.Channel", "news.NeedKind", "news.NeedItem",
        "news.NeedReason", "news.DayOff", "news.StoryTemplate", "news.StyleRule",
    }  # fmt: skip
    with pytest.raises(NoReverseMatch):
        reverse("admin:taggit_tag_merge_tags")


def test_its_head_leads_to_the_other_rooms(team: Client) -> None:
    html = team.get(reverse("admin:index")).content.decode()
    for name in ("reader:home", "desk:home", "account_home"):
        assert f'href="{reverse(name)}"' in html
    assert f'action="{reverse("account_logout")}"' in html


# --- What a list costs ----------------------------------------------------------------------------

# Session, officer, the rows' count, the rows; a small table is counted in full too, and each filter
# that names rows of another model asks for them.
COSTS = {
    Kind: 5, Satker: 7, Officer: 6, Category: 5, Programme: 5, Tag: 4, Article: 7, Photo: 5, Receipt: 5,
    LedgerEntry: 5, Revision: 4, Correction: 4, OldPath: 4, Channel: 5, NeedKind: 5, NeedItem: 6, NeedReason: 5,
    DayOff: 5, PointWeight: 5, StoryTemplate: 6,
}  # fmt: skip
ONE_ROW = {RekapSettings}
FIXED_ROWS = {StyleRule}


@pytest.mark.parametrize("model", COSTS)
def test_a_list_costs_the_same_for_one_row_and_for_three(
    parepare: Officer, team: Client, django_assert_num_queries: Any, model: type[Model]
) -> None:
    assert set(COSTS) | ONE_ROW | FIXED_ROWS == set(admin.site._registry)
    make(model, 1, parepare)
    team.get(page(model, "changelist"))
    with django_assert_num_queries(COSTS[model]):
        one = team.get(page(model, "changelist"))
    make(model, 2, parepare)
    make(model, 3, parepare)
    with django_assert_num_queries(COSTS[model]):
        three = team.get(page(model, "changelist"))
    assert len(three.context["cl"].result_list) >= len(one.context["cl"].result_list) + 2


def test_a_register_counts_no_further_than_it_lists(
    parepare: Officer, team: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(FirstRows, "LIMIT", 2)
    monkeypatch.setattr(admin.site._registry[Article], "list_per_page", 1)
    for number in range(3):
        make(Article, number, parepare)
    with django_assert_num_queries(COSTS[Article]) as asked:
        response = team.get(page(Article, "changelist"))
    assert [article.title for article in response.context["cl"].result_list] == ["Berita 2"]
    assert response.context["cl"].paginator.num_pages == 2
    assert "The newest 2. Search or filter for older ones." in words(response)
    counts = [query["sql"] for query in asked.captured_queries if "COUNT(" in query["sql"]]
    assert counts and all("LIMIT 2" in count for count in counts)


@pytest.mark.parametrize("model", REGISTERS)
def test_a_register_is_searched_by_receipt_number_and_by_article(
    parepare: Officer, pinrang: Officer, team: Client, model: type[Model]
) -> None:
    articles = []
    for number, officer in enumerate([pinrang, parepare], 1):
        lead_photo = photo(officer.satker, number)
        Photo.objects.filter(pk=lead_photo.pk).update(alt="Jemaah duduk bersila.")
        lead_photo.refresh_from_db()
        article = cast.published(officer, "Berita kedua", lead_photo=lead_photo)
        article.revise(officer, correction="Ralat kedua.")
        OldPath.objects.create(path=f"/lama/{number}", article=article)
        articles.append(article)
    article = articles[1]
    assert article.receipt.code == "PRP-2026-0001"
    reached = f"{admin.site._registry[model].to_article}pk"  # type: ignore[attr-defined]
    rows = list(model._default_manager.filter(**{reached: article.pk}).order_by("-pk"))
    assert rows and len(rows) < model._default_manager.count()

    def found(term: str) -> list[Model]:
        return list(team.get(page(model, "changelist"), {"q": term}).context["cl"].result_list)

    terms = ("PRP-2026-0001", " prp-2026-0001 ", str(article.pk), f" {article.pk} ")
    assert [found(term) for term in terms] == [rows] * 4
    assert [found(term) for term in ("PRP-2026-0009", "999999", "9" * 30, "kedua", "%", "/lama/")] == [[]] * 6


def test_an_old_path_is_found_as_it_stands(parepare: Officer, team: Client) -> None:
    article = cast.published(parepare)
    [_one, two] = [OldPath.objects.create(path=path, article=article) for path in ("/lama", "/lama/2?p=1")]
    found = team.get(page(OldPath, "changelist"), {"q": "/lama/2?p=1"}).context["cl"].result_list
    assert list(found) == [two]


# --- What is only read ----------------------------------------------------------------------------


@pytest.mark.parametrize("model", REGISTERS)
def test_a_register_is_only_read(parepare: Officer, team: Client, model: type[Model]) -> None:
    article = cast.published(parepare)
    article.revise(parepare, correction="Jumlah peserta 120.")
    OldPath.objects.create(path="/lama", article=article)
    photo(parepare.satker)
    row = model._default_manager.order_by("pk")[0]
    before = list(model._default_manager.order_by("pk").values())

    shown = team.get(page(model, "change", row.pk))
    assert shown.status_code == 200
    form = re.sub(r'<form id="logout-form".*?</form>', "", shown.content.decode(), flags=re.DOTALL)
    assert re.findall(r"<(?:input|select|textarea)[^>]*>", form.replace("'", '"')) == re.findall(
        r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>', form
    )
    forged = {"status": "draft", "title": "x", "number": 99, "delta": -1, "text": "x", "post": "yes"}
    assert team.post(page(model, "change", row.pk), forged).status_code == 403
    assert team.post(page(model, "add"), forged).status_code == 403
    assert team.post(page(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert team.get(page(model, "delete", row.pk)).status_code == 403
    action = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    team.post(page(model, "changelist"), action)
    assert list(model._default_manager.order_by("pk").values()) == before


def test_an_article_is_shown_with_its_history(
    parepare: Officer, units: cast.Units, team: Client, django_assert_num_queries: Any
) -> None:
    article = cast.published(parepare, supporting=[units.kanwil], tags=["haji"], lead_photo=None)
    article.revise(parepare, correction="Jumlah peserta 120.")
    article.withdraw(parepare, "Berita ganda.")
    response = team.get(page(Article, "change", article.pk))
    text = words(response)
    for each in ("PRP-2026-0001", "Kanwil Kemenag Sulsel", "haji", "Jumlah peserta 120.", "Berita ganda.", "−1", "+1"):
        assert each in text
    assert [revision.version for revision in response.context["revisions"]] == [4, 3, 2, 1]
    assert [row.delta for row in response.context["ledger"]] == [-1, -1, 1, 1]
    assert f'href="{reverse("desk:article", args=[article.pk])}"' in response.content.decode()
    assert f'href="{article.get_absolute_url()}"' in response.content.decode()


def test_an_articles_history_is_bounded(
    parepare: Officer, team: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    article = cast.write(parepare)
    team.get(page(Article, "change", article.pk))
    with django_assert_num_queries(12):
        team.get(page(Article, "change", article.pk))
    for number in range(60):
        article.revise(parepare, title=f"Judul {number}")
    with django_assert_num_queries(12):
        response = team.get(page(Article, "change", article.pk))
    assert len(response.context["revisions"]) == 50


def test_a_draft_has_no_link_to_the_site(parepare: Officer, team: Client) -> None:
    article = cast.write(parepare)
    html = team.get(page(Article, "change", article.pk)).content.decode()
    assert f'href="{article.get_absolute_url()}"' not in html


@pytest.mark.parametrize("key", ["999999", "abc", "1_2F2", "99999999999999999999"])
@pytest.mark.parametrize("model", [Article, Officer, Receipt])
def test_what_does_not_exist_is_said_so(team: Client, model: type[Model], key: str) -> None:
    response = team.get(page(model, "change", key), follow=True)
    assert "Perhaps it was deleted?" in words(response)


def test_a_photo_is_shown_small_and_keeps_its_place(parepare: Officer, team: Client) -> None:
    photo(parepare.satker)
    html = team.get(page(Photo, "changelist")).content.decode()
    tag = re.search(r'<img class="thumb"[^>]*>', html)
    assert tag and re.sub(r"\s+", " ", tag[0]) == (
        '<img class="thumb" src="/media/2026/03/foto1-320.jpg" width="320" height="240" alt="" loading="lazy">'
    )


ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_text_of_others_stays_text(parepare: Officer, team: Client) -> None:
    Satker.objects.filter(pk=parepare.satker_id).update(short_name=ATTACK[:80], official_name=ATTACK, byline=ATTACK)
    Officer.objects.filter(pk=parepare.pk).update(name=ATTACK)
    Category.objects.create(slug="x", name=ATTACK)
    Tag.objects.create(name=ATTACK)
    Photo.objects.filter(pk=photo(parepare.satker).pk).update(caption=ATTACK, alt=ATTACK, credit=ATTACK)
    parepare.refresh_from_db()
    article = cast.published(parepare, ATTACK, lead=ATTACK, writer=ATTACK, tags=[ATTACK[:40]])
    article.revise(parepare, correction=ATTACK)
    article.withdraw(parepare, ATTACK)
    OldPath.objects.create(path=f"/{ATTACK}", article=article)
    for model in admin.site._registry:
        rows = model._default_manager.order_by("-pk")[:1]
        for address in (page(model, "changelist"), *(page(model, "change", row.pk) for row in rows),
                        *(page(model, "history", row.pk) for row in rows)):  # fmt: skip
            html = team.get(address).content.decode()
            assert "<script>alert" not in html and "<img src=x" not in html, address


# --- What is in use stays -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["satker", "officer", "category", "programme", "tag", "kind"])
@pytest.mark.parametrize("how", ["one", "many"])
def test_what_is_in_use_is_not_deleted_and_a_sentence_says_so(
    parepare: Officer, team: Client, name: str, how: str
) -> None:
    programme = Programme.objects.create(slug="rkua", name="Revitalisasi KUA", valid_from=dt.date(2022, 1, 1))
    article = cast.published(parepare, programme=programme, tags=["haji"])
    thing = {
        "satker": article.satker, "officer": parepare, "category": article.category, "programme": programme,
        "tag": Tag.objects.get(), "kind": article.satker.kind,
    }[name]  # fmt: skip
    if how == "one":
        address, post = page(type(thing), "delete", thing.pk), {"post": "yes"}
    else:
        address = page(type(thing), "changelist")
        post = {"action": "delete_selected", "_selected_action": [thing.pk], "post": "yes"}
    response = team.post(address, post)
    assert response.status_code == 200
    assert "would require deleting the following protected related objects" in words(response)
    assert type(thing)._default_manager.filter(pk=thing.pk).exists()
    assert (Receipt.objects.count(), LedgerEntry.objects.count(), Revision.objects.count()) == (1, 1, 2)


def test_a_unit_that_supports_a_draft_is_in_use(parepare: Officer, team: Client, units: cast.Units) -> None:
    draft = cast.write(parepare, supporting=[units.pinrang])
    response = team.post(page(Satker, "delete", units.pinrang.pk), {"post": "yes"})
    assert "protected related objects" in words(response)
    assert list(draft.supporting.all()) == [units.pinrang]


def test_what_nobody_uses_can_go(team: Client, units: cast.Units) -> None:
    kind = Kind.objects.create(code="baru", name="Baru")
    things = [
        cast.unit("MIN-1", "min", "MIN 1"), kind, Category.objects.create(slug="x", name="X"),
        Tag.objects.create(name="spam"), cast.officer("keliru", Role.OFFICER, units.pinrang),
        Programme.objects.create(slug="p", name="P", valid_from=dt.date(2022, 1, 1)),
    ]  # fmt: skip
    for thing in things:
        response = team.post(page(type(thing), "delete", thing.pk), {"post": "yes"})
        assert response.status_code == 302
        assert not type(thing)._default_manager.filter(pk=thing.pk).exists()


def test_an_officer_in_the_administrations_log_is_not_deleted(team: Client, units: cast.Units) -> None:
    colleague = cast.officer("rekan", Role.REGIONAL)
    LogEntry.objects.create(user=colleague, action_flag=2, object_repr="Kemenag Pinrang", change_message="")
    response = team.post(page(Officer, "delete", colleague.pk), {"post": "yes"})
    assert "protected related objects" in words(response)
    assert (Officer.objects.filter(pk=colleague.pk).count(), LogEntry.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["channel", "kind", "item", "reason"])
def test_a_short_list_keeps_what_is_in_use(parepare: Officer, team: Client, name: str) -> None:
    item, reason, channel = NeedItem.objects.all()[0], NeedReason.objects.all()[0], Channel.objects.all()[0]
    by = {"satker": parepare.satker, "recorded_by": parepare, "recorded_at": cast.NOON}
    Need.objects.create(year=2026, item=item, quantity=1, reason=reason, **by)
    Publication.objects.create(channel=channel, title="P", url="https://contoh.example/1", day="2026-01-01", **by)
    thing = {"channel": channel, "kind": item.kind, "item": item, "reason": reason}[name]
    response = team.post(page(type(thing), "delete", thing.pk), {"post": "yes"})
    assert "would require deleting the following protected related objects" in words(response)
    assert type(thing)._default_manager.filter(pk=thing.pk).exists()


# --- The tally's settings -------------------------------------------------------------------------


def test_the_settings_of_the_tally_are_one_row(team: Client) -> None:
    form = {"hide_ranking": "on", "read_often": "50", "copy_percent": "80", "quiet_days": "7"}
    index = team.get(reverse("admin:index")).content.decode()
    assert (page(RekapSettings, "changelist") in index, page(RekapSettings, "add") in index) == (True, False)
    assert team.post(page(RekapSettings, "change", 1), form)["Location"] == page(RekapSettings, "changelist")
    settings = RekapSettings.load()
    assert (settings.pk, settings.hide_ranking, settings.read_often, settings.quiet_days) == (1, True, 50, 7)
    assert team.get(page(RekapSettings, "add")).status_code == 403
    assert team.post(page(RekapSettings, "add"), form).status_code == 403
    assert team.post(page(RekapSettings, "delete", 1), {"post": "yes"}).status_code == 403
    wrong = team.post(page(RekapSettings, "change", 1), {**form, "copy_percent": "20"})
    assert list(wrong.context["adminform"].form.errors) == ["copy_percent"]
    assert team.post(page(RekapSettings, "change", 1), {**form, "quiet_days": "21"}).status_code == 302
    assert [each.quiet_days for each in RekapSettings.objects.all()] == [21]


# --- Units and subjects ---------------------------------------------------------------------------


def fields_of(form: Any) -> dict[str, Any]:
    """Return what a browser sends when the form is sent as it stands."""
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def test_a_unit_is_made_and_its_tree_follows(team: Client, units: cast.Units) -> None:
    form = {
        "code": "KUA-9", "kind": units.kua.kind_id, "parent": units.pinrang.pk, "official_name": "KUA Kecamatan Watang",
        "short_name": "KUA Watang", "byline": "Humas Pinrang", "dateline_place": "Pinrang",
        "publishes_directly": "on", "path": "/666/",
    }  # fmt: skip
    assert team.post(page(Satker, "add"), form).status_code == 302
    unit = Satker.objects.get(code="KUA-9")
    assert (unit.path, unit.slug) == (f"/{units.kanwil.pk}/{units.pinrang.pk}/{unit.pk}/", "kua-watang")
    assert unit.receipt_prefix


def test_a_unit_below_itself_is_refused_in_a_sentence(team: Client, units: cast.Units) -> None:
    address = page(Satker, "change", units.parepare.pk)
    form = fields_of(team.get(address).context["adminform"].form)
    response = team.post(address, {**form, "parent": units.kua.pk})
    assert response.context["adminform"].form.errors == {"parent": ["A unit cannot stand below itself."]}
    response = team.post(address, {**form, "valid_from": "2026-02-01", "valid_to": "2026-01-01"})
    assert response.context["adminform"].form.non_field_errors() == ["The unit ends before it begins."]


def test_an_address_is_permanent(team: Client, units: cast.Units, parepare: Officer) -> None:
    programme = Programme.objects.create(slug="rkua", name="Revitalisasi KUA", valid_from=dt.date(2022, 1, 1))
    for thing in (units.pinrang, cast.category(), programme):
        before = thing.slug
        address = page(type(thing), "change", thing.pk)
        form = fields_of(team.get(address).context["adminform"].form)
        assert team.post(address, {**form, "slug": "lain"}).status_code == 302
        thing.refresh_from_db()
        assert thing.slug == before


def test_units_are_looked_up_while_typing(team: Client, units: cast.Units) -> None:
    asked = {"term": "parep", "app_label": "satker", "model_name": "officer", "field_name": "satker"}
    found = team.get(reverse("admin:autocomplete"), asked).json()
    assert found["results"] == [{"id": str(units.parepare.pk), "text": "Kemenag Parepare"}]


@pytest.mark.parametrize("value", ["99999999999999999999999999", "abc", "1.5", "9" * 5000, "-1", ""])
@pytest.mark.parametrize(("model", "name"), [(Satker, "parent"), (Satker, "kind"), (Officer, "satker")])
def test_what_can_be_no_unit_is_not_chosen(team: Client, model: type[Model], name: str, value: str) -> None:
    for response in (team.get(page(model, "add"), {name: value}), team.post(page(model, "add"), {name: value})):
        assert response.status_code == 200
        assert "selected>" not in str(response.context["adminform"].form[name]).replace('value="" selected>', "")


def test_a_form_begins_with_the_unit_one_came_from(team: Client, units: cast.Units) -> None:
    form = team.get(page(Officer, "add"), {"satker": units.pinrang.pk}).context["adminform"].form
    assert f'<option value="{units.pinrang.pk}" selected>Kemenag Pinrang</option>' in str(form["satker"])


# --- Officers -------------------------------------------------------------------------------------


def new_officer(units: cast.Units, **more: Any) -> dict[str, Any]:
    return {
        "username": "humas.baru", "name": "Orang Baru", "initials": "", "email": "", "satker": units.pinrang.pk,
        "role": "officer", "password1": "", "password2": "", **more,
    }  # fmt: skip


def test_an_officer_is_made_with_a_password(team: Client, units: cast.Units) -> None:
    form = new_officer(units, password1=PASSWORD, password2=PASSWORD, email="Baru@Pinrang.TEST", is_staff="on")
    assert team.post(page(Officer, "add"), form)["Location"] == page(Officer, "changelist")
    officer = Officer.objects.get(username="humas.baru")
    assert officer.check_password(PASSWORD)
    assert (officer.email, officer.is_active, officer.role) == ("baru@pinrang.test", True, "officer")
    assert Client().post(
        reverse("account_login"), {"login": "baru@pinrang.test", "password": PASSWORD}
    ).status_code == 302  # fmt: skip


def test_an_officer_without_a_password_gets_a_link(team: Client, units: cast.Units) -> None:
    response = team.post(page(Officer, "add"), new_officer(units))
    officer = Officer.objects.get(username="humas.baru")
    way_in = reverse("admin:satker_officer_way_in", args=[officer.pk])
    assert response["Location"] == way_in
    assert not officer.has_usable_password()

    assert team.get(way_in)["Location"].startswith(reverse("account_reauthenticate"))
    team.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert team.get(way_in).context["link"] == ""
    link = team.post(way_in, {"link": "1"}).context["link"]
    assert link.startswith("http://testserver/akun/sandi/lupa/")
    assert [entry.get_change_message() for entry in LogEntry.objects.filter(action_flag=2)] == [
        "Made a link for a new password."
    ]

    phone = Client()
    form_page = phone.get(link.removeprefix("http://testserver"), follow=True)
    new = {"password1": "teh-hangat-di-bira", "password2": "teh-hangat-di-bira"}
    assert "Your password is saved" in phone.post(form_page.request["PATH_INFO"], new, follow=True).content.decode()
    officer.refresh_from_db()
    assert officer.check_password("teh-hangat-di-bira")
    assert "This link no longer works" in Client().get(link).content.decode()


@pytest.mark.parametrize(("wrong", "field", "sentence"), [
    ({"username": "PAREPARE"}, "__all__", "This user name is taken."),
    ({"email": "HUMAS@parepare.test"}, "__all__", "Another account uses this e-mail address."),
    ({"satker": ""}, "__all__", "Choose the unit: only the regional team works without one."),
    ({"username": "nama dengan spasi"}, "username", None),
    ({"password1": PASSWORD}, "password2", "The two passwords differ."),
    ({"password2": PASSWORD}, "password2", "The two passwords differ."),
    ({"password1": "pendek", "password2": "pendek"}, "password1", None),
    ({"password1": "humas.baru.1", "password2": "humas.baru.1"}, "password1", None),
    ({"role": "kepala"}, "role", None),
])  # fmt: skip
def test_a_wrong_officer_is_refused_in_a_sentence(
    parepare: Officer, team: Client, units: cast.Units, wrong: dict[str, str], field: str, sentence: str | None
) -> None:
    Officer.objects.filter(pk=parepare.pk).update(email="humas@parepare.test")
    before = Officer.objects.count()
    response = team.post(page(Officer, "add"), new_officer(units, **wrong))
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert list(errors) == [field]
    if sentence:
        assert errors[field] == [sentence]
    assert Officer.objects.count() == before


def test_nobody_locks_themself_out(team: Client, regional: Officer) -> None:
    address = page(Officer, "change", regional.pk)
    form = fields_of(team.get(address).context["adminform"].form)
    assert {"role", "is_active", "password"}.isdisjoint(form)
    assert team.post(address, {**form, "name": "Nama Baru", "role": "writer"}).status_code == 302
    regional.refresh_from_db()
    assert (regional.name, regional.role, regional.is_active) == ("Nama Baru", "regional", True)
    assert team.post(page(Officer, "delete", regional.pk), {"post": "yes"}).status_code == 403
    action = {"action": "delete_selected", "_selected_action": [regional.pk], "post": "yes"}
    assert team.post(page(Officer, "changelist"), action).status_code in {200, 403}
    assert Officer.objects.filter(pk=regional.pk).exists()


def test_a_colleague_can_be_closed_and_moved(parepare: Officer, team: Client, units: cast.Units) -> None:
    address = page(Officer, "change", parepare.pk)
    form = fields_of(team.get(address).context["adminform"].form)
    form.pop("is_active")
    hacked = {"password": "md5$x$y", "joined_at_0": "2001-01-01", "last_login": ""}
    before = Officer.objects.get(pk=parepare.pk)
    assert team.post(address, {**form, "satker": units.pinrang.pk, **hacked}).status_code == 302
    parepare.refresh_from_db()
    assert (parepare.is_active, parepare.satker, parepare.password) == (False, units.pinrang, before.password)
    assert parepare.joined_at == before.joined_at


def test_a_new_address_takes_the_place_of_the_old(parepare: Officer, team: Client) -> None:
    Officer.objects.filter(pk=parepare.pk).update(email="lama@parepare.test")
    EmailAddress.objects.create(user=parepare, email="lama@parepare.test", verified=True, primary=True)
    address = page(Officer, "change", parepare.pk)
    form = fields_of(team.get(address).context["adminform"].form)
    team.post(address, {**form, "email": "Baru@Parepare.TEST"})
    parepare.refresh_from_db()
    assert parepare.email == "baru@parepare.test"
    assert not EmailAddress.objects.exists()


def test_a_lost_second_factor_is_taken_off_and_noted(parepare: Officer, team: Client, regional: Officer) -> None:
    Authenticator.objects.create(user=parepare, type="totp", data={"secret": "x"})
    Authenticator.objects.create(user=regional, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    team.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    way_in = reverse("admin:satker_officer_way_in", args=[parepare.pk])
    response = team.post(way_in, {"second_factor": "1"})
    assert "The password alone opens this account again." in words(response)
    assert [each.user for each in Authenticator.objects.all()] == [regional]
    assert [entry.get_change_message() for entry in LogEntry.objects.all()] == ["Took off the second factor."]


def test_ones_own_way_in_is_not_opened_here(parepare: Officer, team: Client, regional: Officer) -> None:
    team.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    Officer.objects.filter(pk=parepare.pk).update(is_active=False)
    for officer in (regional, parepare):
        address = reverse("admin:satker_officer_way_in", args=[officer.pk])
        assert team.get(address).status_code == 404
        assert team.post(address, {"link": "1"}).status_code == 404


def test_the_way_in_is_closed_to_officers(
    parepare: Officer, pinrang: Officer, client_of: Callable[[Officer], Client]
) -> None:
    address = reverse("admin:satker_officer_way_in", args=[pinrang.pk])
    assert client_of(parepare).get(address).status_code == 403
    assert client_of(parepare).post(address, {"link": "1"}).status_code == 403


# --- All pages ------------------------------------------------------------------------------------


def test_every_page_keeps_the_policy_and_has_one_headline(parepare: Officer, team: Client) -> None:
    cast.published(parepare)
    photo(parepare.satker)
    Programme.objects.create(slug="p", name="P", valid_from=dt.date(2022, 1, 1))
    addresses = [reverse("admin:index"), reverse("admin:password_change"), reverse("admin:app_list", args=["news"])]
    for model in admin.site._registry:
        addresses.append(page(model, "changelist"))
        for row in model._default_manager.all()[:1]:
            addresses += [page(model, "change", row.pk), page(model, "history", row.pk)]
    for model in (DayOff, PointWeight):
        make(model, 1, parepare)
    for model in (Kind, Satker, Officer, Category, Programme, Channel, NeedItem, NeedKind, NeedReason, DayOff):
        addresses += [page(model, "add"), page(model, "delete", model._default_manager.order_by("-pk")[0].pk)]
    for address in addresses:
        response = team.get(address)
        assert response.status_code in {200, 403}, address
        html = response.content.decode()
        assert re.findall(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", html) == [], address
        assert [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "json" not in tag] == []
        assert html.count("<h1") == 1, address
        assert "unsafe" not in response["Content-Security-Policy"], address
