"""Accounts: one name each, a unit for everyone but the regional team."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from satker.access import Role
from satker.models import Officer
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_user_name_exists_once_however_it_is_written(parepare):
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.officer("PAREPARE", Role.OFFICER, parepare.satker)


def test_an_address_exists_once_however_it_is_written(units):
    cast.officer("a", Role.OFFICER, units.parepare, email="humas@kemenag.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.officer("b", Role.OFFICER, units.parepare, email="Humas@Kemenag.example")


def test_many_have_no_address(units):
    names = ["a", "b", "c"]
    assert [cast.officer(name, Role.OFFICER, units.parepare).email for name in names] == ["", "", ""]


@pytest.mark.parametrize("role", [Role.WRITER, Role.OFFICER, Role.EDITOR])
def test_only_the_regional_team_works_without_a_unit(db, role):
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.officer("nowhere", role)
    assert cast.officer("everywhere", Role.REGIONAL).satker is None


def test_a_superuser_is_one_of_the_regional_team(db):
    made = Officer.objects.create_superuser("root", "rahasia-sekali-9", name="Root")
    assert (made.role, made.is_staff, made.is_regional) == (Role.REGIONAL, True, True)


def test_it_signs_in_by_a_name_in_any_case(db):
    cast.officer("regional", Role.REGIONAL, password="rahasia-sekali-9")
    assert authenticate(username="Regional", password="rahasia-sekali-9").username == "regional"
    assert authenticate(username="regional", password="rahasia-sekali-8") is None


def test_only_the_regional_team_enters_the_administration(parepare, kua, editor, regional):
    assert [officer.is_staff for officer in (parepare, kua, editor, regional)] == [False, False, False, True]
    assert [officer.has_perm("news.change_article") for officer in (parepare, kua, editor, regional)] == [
        False, False, False, True,
    ]  # fmt: skip


def test_an_address_is_kept_in_small_letters(parepare):
    parepare.email = "Humas.Parepare@Example.GO.ID"
    parepare.save()
    assert Officer.objects.get(pk=parepare.pk).email == "humas.parepare@example.go.id"
