"""Who may do what where: one object and a list are never of two minds."""

import itertools

import pytest

from news.models import Article, Status
from satker import access
from satker.access import Action, Role
from satker.models import Officer, Satker
from tests import cast

pytestmark = pytest.mark.django_db

OWN, BELOW, NONE = {"KK-73.72"}, {"KK-73.72", "KUA-73.72.01"}, set()
ALL = {"KANWIL-73", "KK-73.72", "KK-73.15", "KUA-73.72.01"}

# role, posted at, action -> the units where it is allowed.
MATRIX = {
    (Role.WRITER, "KK-73.72", Action.WRITE): OWN,
    (Role.WRITER, "KK-73.72", Action.PUBLISH): NONE,
    (Role.OFFICER, "KK-73.72", Action.WRITE): OWN,
    (Role.OFFICER, "KK-73.72", Action.PUBLISH): OWN,
    (Role.EDITOR, "KK-73.72", Action.WRITE): BELOW,
    (Role.EDITOR, "KK-73.72", Action.PUBLISH): BELOW,
    (Role.REGIONAL, "KK-73.72", Action.WRITE): ALL,
    (Role.REGIONAL, "KK-73.72", Action.PUBLISH): ALL,
    # A unit set to review: only its own editor, those above and the regional team publish.
    (Role.WRITER, "KUA-73.72.01", Action.WRITE): {"KUA-73.72.01"},
    (Role.WRITER, "KUA-73.72.01", Action.PUBLISH): NONE,
    (Role.OFFICER, "KUA-73.72.01", Action.WRITE): {"KUA-73.72.01"},
    (Role.OFFICER, "KUA-73.72.01", Action.PUBLISH): NONE,
    (Role.EDITOR, "KUA-73.72.01", Action.WRITE): {"KUA-73.72.01"},
    (Role.EDITOR, "KUA-73.72.01", Action.PUBLISH): {"KUA-73.72.01"},
    (Role.REGIONAL, "KUA-73.72.01", Action.WRITE): ALL,
    (Role.REGIONAL, "KUA-73.72.01", Action.PUBLISH): ALL,
    # Without a unit.
    (Role.REGIONAL, None, Action.WRITE): ALL,
    (Role.REGIONAL, None, Action.PUBLISH): ALL,
}


def seat(role: Role, code: str | None, **more: object) -> Officer:
    return cast.officer("seat", role, Satker.objects.get(code=code) if code else None, **more)


@pytest.mark.parametrize(("role", "code", "action"), MATRIX)
def test_it_allows_exactly(units, role, code, action):
    officer = seat(role, code)
    assert {unit.code for unit in Satker.objects.within_reach_of(officer, action)} == MATRIX[role, code, action]
    assert {unit.code for unit in Satker.objects.all() if access.may(officer, action, unit)} == MATRIX[
        role, code, action
    ]


@pytest.mark.parametrize(("role", "action", "active"), list(itertools.product(Role, Action, [True, False])))
def test_one_unit_and_the_list_agree_everywhere(units, role, action, active):
    """Every role at every unit of the tree, asked about every unit of the tree."""
    officer = seat(role, "KANWIL-73", is_active=active)
    for home in units:
        officer.satker = home
        reached = {unit.pk for unit in Satker.objects.within_reach_of(officer, action)}
        assert reached == {unit.pk for unit in units if access.may(officer, action, unit)}
        assert active or not reached


def test_an_officer_who_left_may_nothing(units):
    for role, code, action in MATRIX:
        officer = seat(role, code, is_active=False)
        assert list(Satker.objects.within_reach_of(officer, action)) == []
        assert not any(access.may(officer, action, unit) for unit in units)
        assert (officer.is_regional, officer.is_staff, officer.has_perm("x"), officer.has_module_perms("x")) == (
            False, False, False, False,
        )  # fmt: skip
        officer.delete()


def test_a_neighbour_whose_number_begins_alike_is_out_of_reach(units):
    near = Satker(pk=int(f"{units.parepare.pk}0"), code="N", kind=units.kua.kind, short_name="Near")
    near.parent = units.kanwil
    near.save()
    officer = seat(Role.EDITOR, "KK-73.72")
    assert {unit.code for unit in Satker.objects.within_reach_of(officer)} == BELOW
    assert not access.may(officer, Action.WRITE, near)


@pytest.fixture
def drafts(units, parepare, pinrang, kua) -> dict[str, Article]:
    """A draft and an article in review of each of three units."""
    made = {}
    for officer in (parepare, pinrang, kua):
        for status in (Status.DRAFT, Status.IN_REVIEW):
            title = f"{status} of {officer.username}"
            made[title] = cast.article_in(status, officer, title=title)
    return made


def test_it_hides_other_units_drafts(drafts, parepare, pinrang, kua, editor, regional):
    def titles(officer: Officer) -> list[str]:
        return sorted(article.title for article in Article.objects.editable_by(officer))

    assert titles(parepare) == ["draft of parepare", "in_review of parepare"]
    assert titles(pinrang) == ["draft of pinrang", "in_review of pinrang"]
    assert titles(kua) == ["draft of kua", "in_review of kua"]
    assert titles(editor) == [
        "draft of kua", "draft of parepare", "in_review of kua", "in_review of parepare",
    ]  # fmt: skip
    assert titles(regional) == sorted(drafts)


def test_only_those_who_decide_see_what_waits(drafts, parepare, pinrang, kua, editor, regional):
    def titles(officer: Officer) -> list[str]:
        return sorted(article.title for article in Article.objects.reviewable_by(officer))

    assert titles(parepare) == ["in_review of parepare"]
    assert titles(pinrang) == ["in_review of pinrang"]
    assert titles(kua) == []
    assert titles(editor) == ["in_review of kua", "in_review of parepare"]
    assert titles(regional) == ["in_review of kua", "in_review of parepare", "in_review of pinrang"]


def test_an_officer_who_left_sees_no_draft(drafts, parepare, regional):
    for officer in (parepare, regional):
        officer.is_active = False
        officer.save()
        assert list(Article.objects.editable_by(officer)) == []
        assert list(Article.objects.reviewable_by(officer)) == []
