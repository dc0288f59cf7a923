"""The tree of units: paths, moves, circles, prefixes."""

import datetime as dt
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from satker import prefixes
from satker.models import Satker
from tests import cast
from tests.satker.test_importing import seconds

pytestmark = pytest.mark.django_db


def paths() -> dict[str, str]:
    """Return {code: path}, with each id replaced by its code."""
    codes = {str(unit.pk): unit.code for unit in Satker.objects.all()}
    return {unit.code: " > ".join(codes[pk] for pk in unit.path.strip("/").split("/")) for unit in Satker.objects.all()}


@pytest.fixture
def chain(units: cast.Units) -> list[Satker]:
    """A line of seven units, each below the one before."""
    line = [cast.unit("L0", "lain", "Garis Nol")]
    for depth, name in enumerate(["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam"], 1):
        line.append(cast.unit(f"L{depth}", "lain", f"Garis {name}", line[-1]))
    return line


def test_it_keeps_the_way_from_the_root(units):
    assert paths() == {
        "KANWIL-73": "KANWIL-73",
        "KK-73.72": "KANWIL-73 > KK-73.72",
        "KK-73.15": "KANWIL-73 > KK-73.15",
        "KUA-73.72.01": "KANWIL-73 > KK-73.72 > KUA-73.72.01",
    }
    assert [unit.depth for unit in units] == [0, 1, 2, 1]
    assert units.kua.ancestor_ids() == [units.kanwil.pk, units.parepare.pk]
    assert units.kanwil.ancestor_ids() == []


def test_it_takes_all_below_along_when_it_moves(units):
    cast.unit("LAIN-1", "lain", "Rumah Moderasi", units.kua)
    units.parepare.parent = units.pinrang
    units.parepare.save()
    assert paths() == {
        "KANWIL-73": "KANWIL-73",
        "KK-73.15": "KANWIL-73 > KK-73.15",
        "KK-73.72": "KANWIL-73 > KK-73.15 > KK-73.72",
        "KUA-73.72.01": "KANWIL-73 > KK-73.15 > KK-73.72 > KUA-73.72.01",
        "LAIN-1": "KANWIL-73 > KK-73.15 > KK-73.72 > KUA-73.72.01 > LAIN-1",
    }


def test_it_becomes_a_root_and_comes_back(units):
    units.parepare.parent = None
    units.parepare.save()
    alone = {code: path for code, path in paths().items() if path.startswith("KK-73.72")}
    assert alone == {"KK-73.72": "KK-73.72", "KUA-73.72.01": "KK-73.72 > KUA-73.72.01"}
    units.parepare.parent = units.kanwil
    units.parepare.save()
    assert paths()["KUA-73.72.01"] == "KANWIL-73 > KK-73.72 > KUA-73.72.01"


def test_it_does_not_move_units_whose_number_begins_alike(units):
    """Unit 1 moves; unit 11, whose path begins with the same characters, stays."""
    short = Satker(pk=90001, code="A", kind=units.kua.kind, short_name="Alfa", parent=units.kanwil)
    longer = Satker(pk=900011, code="B", kind=units.kua.kind, short_name="Beta", parent=units.kanwil)
    short.save()
    longer.save()
    short.parent = units.pinrang
    short.save()
    assert (paths()["A"], paths()["B"]) == ("KANWIL-73 > KK-73.15 > A", "KANWIL-73 > B")
    assert [unit.code for unit in Satker.objects.below(short)] == ["A"]


def test_a_copy_read_before_a_move_does_not_undo_it(units):
    """Somebody saves the form of a unit that was opened before its parent moved."""
    opened_before = Satker.objects.get(pk=units.kua.pk)
    units.parepare.parent = units.pinrang
    units.parepare.save()
    opened_before.phone = "0421-21000"
    opened_before.save()
    assert paths()["KUA-73.72.01"] == "KANWIL-73 > KK-73.15 > KK-73.72 > KUA-73.72.01"


@pytest.mark.parametrize("depth", range(7))
def test_it_refuses_a_circle_at_any_depth(chain, depth):
    before = paths()
    top = Satker.objects.get(code="L0")
    top.parent = chain[depth]
    with pytest.raises(ValidationError) as refused:
        top.save()
    assert list(refused.value.message_dict) == ["parent"]
    assert paths() == before
    assert Satker.objects.get(code="L0").parent is None


def test_a_circle_that_a_hand_left_holds_nobody_up(chain):
    """L0 and L1 stand above each other: L2 below them is saved, and each of the two can be put right."""
    Satker.objects.filter(code="L0").update(parent=chain[1])
    with seconds(10):
        below = Satker.objects.get(code="L2")
        below.clean()
        below.save()
        with pytest.raises(ValidationError):
            Satker.objects.get(code="L1").save()
        top = Satker.objects.get(code="L0")
        top.parent = None
        top.save()
        Satker.objects.get(code="L1").save()
    assert paths()["L1"] == "L0 > L1"


def test_a_parent_read_before_it_moved_hides_no_circle(chain):
    top, parent = Satker.objects.get(code="L0"), Satker.objects.get(code="L6")
    parent.parent = None
    top.parent = parent  # as if L6 stood alone
    with pytest.raises(ValidationError):
        top.save()


def test_a_copy_read_before_a_move_takes_all_below_back(units):
    opened_before = Satker.objects.get(pk=units.parepare.pk)
    units.parepare.parent = units.pinrang
    units.parepare.save()
    opened_before.save()  # with its parent as it was
    assert paths()["KUA-73.72.01"] == "KANWIL-73 > KK-73.72 > KUA-73.72.01"


@pytest.mark.parametrize("code", ["A&B", "A+B", "A#B", "A B", "A\n", "Ä1", "A%2F"])
def test_a_code_is_made_of_plain_letters(units, code):
    units.kua.code = code
    with pytest.raises(ValidationError) as refused:
        units.kua.full_clean()
    assert list(refused.value.message_dict) == ["code"]


@pytest.mark.parametrize("code", ["KK-73.99", "IMP-17", "KUA_1/2"])
def test_codes_as_they_are_given_are_fine(units, code):
    cast.unit(code, "kua", "KUA Baru", units.parepare).full_clean()


def test_the_code_of_a_unit_stays_what_it_is(units):
    """Closed figures name the unit by it."""
    units.kua.code = "KUA-BARU"
    with pytest.raises(ValidationError) as refused:
        units.kua.save()
    assert list(refused.value.message_dict) == ["code"]
    assert Satker.objects.get(pk=units.kua.pk).code == "KUA-73.72.01"


def test_the_database_refuses_a_unit_above_itself(units):
    with pytest.raises(IntegrityError), transaction.atomic():
        Satker.objects.filter(pk=units.kua.pk).update(parent_id=units.kua.pk)


def test_below_is_the_unit_and_all_under_it(units):
    assert {unit.code for unit in Satker.objects.below(units.parepare)} == {"KK-73.72", "KUA-73.72.01"}
    assert {unit.code for unit in Satker.objects.below(units.kua)} == {"KUA-73.72.01"}
    assert Satker.objects.below(units.kanwil).count() == 4


def test_it_is_valid_from_its_first_to_its_last_day(units):
    first, last = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
    units.kua.valid_from, units.kua.valid_to = first, last
    units.kua.save()
    days = [dt.date(2025, 12, 31), first, last, dt.date(2026, 7, 1)]
    assert [units.kua.is_valid_on(day) for day in days] == [False, True, True, False]
    assert [Satker.objects.valid_on(day).filter(pk=units.kua.pk).exists() for day in days] == [
        False, True, True, False,
    ]  # fmt: skip
    assert Satker.objects.valid_between(last, dt.date(2027, 1, 1)).filter(pk=units.kua.pk).exists()


def test_the_database_refuses_a_unit_that_ends_before_it_begins(units):
    units.kua.valid_from, units.kua.valid_to = dt.date(2026, 2, 2), dt.date(2026, 2, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        units.kua.save()


def test_one_unit_heads_each_regency(units):
    assert [unit.code for unit in Satker.objects.heading_regency()] == ["KK-73.72", "KK-73.15"]


# --- Prefixes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("short_name", "prefix"),
    [
        ("Kemenag Parepare", "PRP"),
        ("Kemenag Pinrang", "PNR"),
        ("Kemenag Gowa", "GOW"),
        ("KUA Bacukiki", "BCK"),
        ("Kanwil Kemenag Sulsel", "SLS"),
        ("MAN 2 Parepare", "PRP"),
        ("MAN 2", "MN2"),
    ],
)
def test_it_knows_the_letters_of(short_name, prefix):
    assert prefixes.derive(short_name, set()) == prefix


def test_the_prefix_of_a_taken_name_is_the_next_telling_one():
    taken: set[str] = set()
    for _each in range(300):
        prefix = prefixes.derive("Kemenag Gowa", taken)
        assert prefix not in taken
        assert len(prefix) <= 6
        taken.add(prefix)


@pytest.mark.parametrize("short_name", ["MAN 1 Parepare", "MIN 2 Bone", "U", "KUA", "1", "العربية", "Kemenag"])
def test_every_prefix_begins_with_a_letter(short_name, units):
    made = cast.unit("X", "lain", short_name)
    Satker.objects.get(pk=made.pk).full_clean(exclude=["slug"])


@pytest.mark.parametrize("short_name", ["العربية", "Kemenag Parepare", "U"])
def test_every_unit_has_an_address(short_name, units):
    made = [cast.unit(code, "lain", short_name) for code in ("X-1", "X-2")]
    assert all(made_one.get_absolute_url().startswith("/satker/") for made_one in made)
    assert len({made_one.slug for made_one in made}) == 2


def test_it_keeps_its_prefix_and_address_when_renamed(units):
    units.parepare.short_name = "Kemenag Kota Bandar Madani"
    units.parepare.save()
    stored = Satker.objects.get(pk=units.parepare.pk)
    assert (stored.receipt_prefix, stored.slug) == ("PRP", "kemenag-parepare")


def test_no_two_units_share_a_prefix(units):
    again = cast.unit("KK-2", "kankemenag", "Kemenag Parepare", units.kanwil)
    assert (again.receipt_prefix, again.slug) != ("PRP", "kemenag-parepare")
    with pytest.raises(IntegrityError), transaction.atomic():
        cast.unit("KK-3", "kankemenag", "Kemenag Tiruan", units.kanwil, receipt_prefix="PRP")


def test_a_prefix_once_given_stays(units):
    units.parepare.receipt_prefix = "PAR"
    with pytest.raises(ValidationError) as refused:
        units.parepare.save()
    assert list(refused.value.message_dict) == ["receipt_prefix"]
    assert Satker.objects.get(pk=units.parepare.pk).receipt_prefix == "PRP"


def test_an_emptied_prefix_is_not_made_anew(units):
    units.parepare.receipt_prefix, units.parepare.short_name = "", "Kemenag Bandar Madani"
    with suppress(ValidationError):
        units.parepare.save()
    assert Satker.objects.get(pk=units.parepare.pk).receipt_prefix == "PRP"


def test_a_name_without_latin_letters_still_gets_an_address(units):
    first, second = (cast.unit(f"PP-{number}", "pontren", "معهد", units.kanwil) for number in (1, 2))
    assert [first.slug, second.slug] == ["satker", "satker-pp-2"]
