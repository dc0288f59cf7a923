"""Units from CSV: all rows or none, the same file twice changes nothing, each refusal names its line."""

from __future__ import annotations

import io
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

import satker
from satker.importing import Outcome, Refused, import_units
from satker.models import Kind, Satker
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

SULSEL = Path(satker.__file__).parent / "data" / "satker-sulsel.csv"
HEAD = "code,kind,parent_code,official_name,short_name,byline,dateline_place"
BARRU = "KK-73.11,kankemenag,KANWIL-73,Kantor Kemenag Barru,Kemenag Barru,Humas Barru,Barru"
MAN = "MAN-1,man,KK-73.11,MAN 1 Barru,MAN 1 Barru,Humas MAN 1 Barru,Barru"


def csv(*lines: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *lines, ""]).encode()


def stored() -> list[dict[str, Any]]:
    """Return every column of every unit."""
    return list(Satker.objects.order_by("pk").values())


@contextmanager
def seconds(limit: int) -> Iterator[None]:
    """Raise TimeoutError in what takes longer than `limit` seconds."""

    def stop(*_args: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_it_adds_changes_and_counts_the_rest(units):
    outcome = import_units(
        csv(
            BARRU,
            "KK-73.15,kankemenag,KANWIL-73,Kantor Kemenag Pinrang,Kemenag Pinrang,Humas Pinrang,Watang Sawitto",
            "KK-73.72,kankemenag,KANWIL-73,Kantor Kemenag Parepare,Kemenag Parepare,Humas Parepare,Parepare",
        )
    )
    assert outcome == Outcome(
        created=1,
        changed=1,
        same=1,
        absent=2,
        lines=[
            "+ KK-73.11  Kantor Kemenag Barru  (BRR)",
            "~ KK-73.15  dateline_place: Pinrang -> Watang Sawitto",
        ],
    )
    barru = Satker.objects.get(code="KK-73.11")
    assert (barru.parent, barru.kind.code, barru.byline) == (units.kanwil, "kankemenag", "Humas Barru")
    assert Satker.objects.get(code="KK-73.15").dateline_place == "Watang Sawitto"
    assert Satker.objects.count() == 5, "a unit that is not in the file stays"


def test_the_same_file_twice_changes_nothing(units):
    import_units(csv(BARRU, MAN))
    before = stored()
    assert import_units(csv(BARRU, MAN)) == Outcome(same=2, absent=4)
    assert stored() == before


def test_a_dry_run_tells_the_same_and_changes_nothing(units):
    before = stored()
    told = import_units(csv(BARRU, MAN), dry_run=True)
    assert stored() == before
    assert told == import_units(csv(BARRU, MAN))
    assert stored() != before


def test_a_child_may_stand_before_its_parent(units):
    assert import_units(csv(MAN, BARRU)).created == 2
    assert Satker.objects.get(code="MAN-1").ancestor_ids() == [
        units.kanwil.pk,
        Satker.objects.get(code="KK-73.11").pk,
    ]


def test_it_moves_units_that_change_places(units):
    """The KUA becomes the parent of the office that it stood under."""
    rows = [
        "KK-73.72,kankemenag,KUA-73.72.01,Kantor Kemenag Parepare,Kemenag Parepare,Humas Parepare,Parepare",
        "KUA-73.72.01,kua,KANWIL-73,Kantor KUA Bacukiki,KUA Bacukiki,Humas Bacukiki,Bacukiki",
    ]
    assert import_units(csv(*rows)).changed == 2
    assert Satker.objects.get(code="KK-73.72").ancestor_ids() == [units.kanwil.pk, units.kua.pk]


def test_an_empty_prefix_keeps_the_one_it_has(units):
    outcome = import_units(csv(f"{BARRU},", MAN + ",MNB", head=HEAD + ",receipt_prefix"))
    assert [unit.receipt_prefix for unit in Satker.objects.filter(code__in=["KK-73.11", "MAN-1"]).order_by("code")] == [
        "BRR", "MNB",
    ]  # fmt: skip
    assert outcome.created == 2
    assert import_units(csv(f"{BARRU},", head=HEAD + ",receipt_prefix")).same == 1


def test_it_reads_all_optional_columns(units):
    import_units(
        csv(
            f"{BARRU},Kabupaten Barru,ya,120,2020-01-01,,Jl. Jenderal Sudirman 12,0427-1,humas@barru.example,"
            "https://barru.example",
            head=f"{HEAD},regency,publishes_directly,yearly_target,valid_from,valid_to,address,phone,email,website",
        )
    )
    barru = Satker.objects.values(
        "regency", "publishes_directly", "yearly_target", "valid_to", "address", "phone", "email", "website"
    ).get(code="KK-73.11")
    assert barru == {
        "regency": "Kabupaten Barru", "publishes_directly": True, "yearly_target": 120, "valid_to": None,
        "address": "Jl. Jenderal Sudirman 12", "phone": "0427-1", "email": "humas@barru.example",
        "website": "https://barru.example",
    }  # fmt: skip


def test_a_byte_order_mark_and_windows_lines_are_read(units):
    assert import_units(b"\xef\xbb\xbf" + csv(BARRU).replace(b"\n", b"\r\n")).created == 1


KNOWN = "balai, bidang, kankemenag, kanwil, kua, lain, madrasah-swasta, man, min, mtsn, pontren"

REFUSALS = {
    "an unknown kind": (
        csv(BARRU, MAN.replace(",man,", ",pesantren,")),
        [f"Line 3: The kind pesantren is unknown; known are {KNOWN}."],
    ),
    "no kind": (csv(BARRU.replace("kankemenag", "")), [f"Line 2: The kind - is unknown; known are {KNOWN}."]),
    "a code twice": (csv(BARRU, MAN, BARRU), ["Line 4: the code KK-73.11 stands in line 2 already."]),
    "an empty code": (csv(BARRU, MAN.replace("MAN-1,", ",", 1)), ["Line 3: the code is empty."]),
    "an unknown parent": (csv(MAN), ["Line 2: The parent KK-73.11 is unknown."]),
    "an empty name": (csv(BARRU.replace("Kemenag Barru,Humas", ",Humas")), ["Line 2: short_name is empty."]),
    "several at once": (
        csv(BARRU, MAN.replace(",man,", ",x,").replace("Humas MAN 1 Barru", ""), ",man,,A,B,C,D"),
        ["Line 3: byline is empty.", "Line 4: the code is empty."],
    ),
    "a unit under itself": (
        csv("KK-73.72,kankemenag,KK-73.72,Kantor Kemenag Parepare,Kemenag Parepare,Humas Parepare,Parepare"),
        ["Line 2: parent: A unit cannot stand below itself."],
    ),
    "a unit under its child": (
        csv("KK-73.72,kankemenag,KUA-73.72.01,Kantor Kemenag Parepare,Kemenag Parepare,Humas Parepare,Parepare"),
        ["Line 2: parent: A unit cannot stand below itself."],
    ),
    "two new units under each other": (
        csv(BARRU.replace("KANWIL-73", "MAN-1"), MAN),
        ["Line 2: The parent MAN-1 is unknown.", "Line 3: The parent KK-73.11 is unknown."],
    ),
    "a name too long": (
        csv(BARRU.replace("Kemenag Barru,Humas", "x" * 81 + ",Humas")),
        ["Line 2: short_name: Ensure this value has at most 80 characters (it has 81)."],
    ),
    "a prefix in small letters": (
        csv(BARRU + ",brr", head=HEAD + ",receipt_prefix"),
        ["Line 2: receipt_prefix: Use 2 to 6 capital letters or digits."],
    ),
    "another unit's prefix": (
        csv(BARRU + ",PRP", head=HEAD + ",receipt_prefix"),
        ["Line 2: receipt_prefix: Unit with this Receipt prefix already exists."],
    ),
    "neither yes nor no": (
        csv(BARRU + ",mungkin", head=HEAD + ",publishes_directly"),
        ["Line 2: publishes_directly must be yes or no."],
    ),
    "a target that is no number": (
        csv(BARRU + ",banyak", head=HEAD + ",yearly_target"),
        ["Line 2: “banyak” value must be an integer."],
    ),
    "a day that does not exist": (
        csv(BARRU + ",2026-02-30", head=HEAD + ",valid_from"),
        ["Line 2: “2026-02-30” value has the correct format (YYYY-MM-DD) but it is an invalid date."],
    ),
    "an end before the beginning": (
        csv(BARRU + ",2026-02-02,2026-02-01", head=HEAD + ",valid_from,valid_to"),
        ["Line 2: __all__: The unit ends before it begins."],
    ),
    "a mail address that is none": (
        csv(BARRU + ",humas", head=HEAD + ",email"),
        ["Line 2: email: Enter a valid email address."],
    ),
    "a script for a website": (
        csv(BARRU + ",javascript:alert(1)", head=HEAD + ",website"),
        ["Line 2: website: Enter a valid URL."],
    ),
    "a cell too few": (csv(BARRU, "MAN-1,man"), ["Line 3: the number of columns differs from the header."]),
    "a cell too many": (csv(BARRU, MAN + ",x"), ["Line 3: the number of columns differs from the header."]),
    "a missing column": (
        csv(BARRU, head=HEAD.replace("byline", "phone")),
        ["Line 1: the column byline is missing."],
    ),
    "an unknown column": (csv(BARRU + ",1", head=HEAD + ",status"), ["Line 1: unknown column status."]),
    "a column twice": (csv(BARRU + ",X", head=HEAD + ",code"), ["Line 1: the column code stands there twice."]),
    "an empty file": (
        b"",
        ["Line 1: the column code, kind, official_name, short_name, byline, dateline_place is missing."],
    ),
    "another encoding": (csv(BARRU, MAN).replace(b"MAN 1", b"M\xc4N 1"), ["Line 3: the file is not UTF-8 text."]),
    "a workbook": (b"PK\x03\x04\x14\x00\xff\xfe\x00", ["Line 1: the file is not UTF-8 text."]),
    "a quote without end": (csv(BARRU, '"MAN-1,man'), ["Line 3: not CSV (unexpected end of data)."]),
    "a null character": (
        csv(BARRU.replace("Humas Barru", "Humas\0Barru")),
        ["Line 2: byline holds a line break or a control character."],
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_it_refuses_with_the_line_and_changes_nothing(units, case):
    data, reasons = REFUSALS[case]
    before = stored()
    with pytest.raises(Refused) as refused:
        import_units(data)
    assert refused.value.problems == reasons
    assert stored() == before


def test_a_circle_among_stored_units_is_refused_and_ends(db):
    """C hangs on the circle of A and B without being part of it: walking up from C must stop."""
    for code in "ABC":
        cast.unit(code, "lain", f"Unit {code}")
    before = stored()
    rows = [
        f"{code},lain,{parent},Kantor {code},Unit {code},Humas {code},{code}" for code, parent in ["AB", "BA", "CA"]
    ]
    with seconds(10), pytest.raises(Refused) as refused:
        import_units(csv(*rows))
    assert "Line 3: parent: A unit cannot stand below itself." in refused.value.problems
    assert stored() == before


@pytest.mark.slow
def test_it_imports_south_sulawesi(db):
    data = SULSEL.read_bytes()
    first = import_units(data)
    assert (first.created, first.changed, first.same, first.absent) == (338, 0, 0, 0)
    units = {unit.code: unit for unit in Satker.objects.select_related("kind")}
    assert len({unit.receipt_prefix for unit in units.values()}) == 338
    assert (units["KK-73.72"].receipt_prefix, units["KK-73.15"].receipt_prefix) == ("PRP", "PNR")
    assert units["KUA-73.72.01"].ancestor_ids() == [units["KANWIL-73"].pk, units["KK-73.72"].pk]
    assert [unit.code for unit in units.values() if unit.depth == 0] == ["KANWIL-73"]
    before = stored()
    assert import_units(data) == Outcome(same=338)
    assert stored() == before
    assert all(re.fullmatch("[A-Z][A-Z0-9]{1,5}", unit.receipt_prefix) for unit in units.values())


def test_the_command_prints_the_diff(units, tmp_path):
    file = tmp_path / "units.csv"
    file.write_bytes(csv(BARRU))
    before = stored()

    def run(**options: object) -> str:
        out = io.StringIO()
        call_command("import_satker", str(file), stdout=out, **options)
        return out.getvalue()

    diff = "+ KK-73.11  Kantor Kemenag Barru  (BRR)\n1 new, 0 changed, 0 the same, 4 not in the file.\n"
    assert run(dry_run=True) == diff + "Dry run: nothing was changed.\n"
    assert stored() == before
    assert run() == diff
    assert Satker.objects.count() == 5


def test_the_command_says_why_it_refuses(units, tmp_path):
    file = tmp_path / "units.csv"
    file.write_bytes(csv(MAN))
    with pytest.raises(CommandError, match=r"^Line 2: The parent KK-73\.11 is unknown\.\nNothing was changed\.$"):
        call_command("import_satker", str(file))
    with pytest.raises(CommandError, match=r"cannot be read: No such file or directory$"):
        call_command("import_satker", str(tmp_path / "none.csv"))


def test_the_known_kinds_are_rows(units):
    """A kind that the regional team adds is known at once."""
    Kind.objects.create(code="pesantren", name="Pesantren Negeri")
    assert import_units(csv(BARRU, MAN.replace(",man,", ",pesantren,"))).created == 2
