"""Units from a CSV file: all rows or none, idempotent by code, each refusal with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from satker.models import Kind, Satker

REQUIRED = ("code", "kind", "official_name", "short_name", "byline", "dateline_place")
OPTIONAL = (
    "parent_code", "regency", "receipt_prefix", "publishes_directly", "yearly_target",
    "valid_from", "valid_to", "address", "phone", "email", "website",
)  # fmt: skip
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
YES, NO = {"1", "yes", "ya", "true"}, {"0", "no", "tidak", "false"}


class Refused(Exception):
    """The file is not imported; `problems` says why, a sentence a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Outcome:
    """What an import did, or would do: `lines` is the diff, one unit a line."""

    created: int = 0
    changed: int = 0
    same: int = 0
    absent: int = 0
    lines: list[str] = field(default_factory=list)


def import_units(data: bytes, dry_run: bool = False) -> Outcome:
    """Import units from CSV bytes (UTF-8, header row) and return the diff; raises Refused."""
    rows = list(_rows(data))
    outcome = Outcome()
    try:
        with transaction.atomic():
            _apply(rows, outcome)
            if dry_run:
                transaction.set_rollback(True)
    except _Problems as problems:
        raise Refused(problems.sentences) from None
    return outcome


class _Problems(Exception):
    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences


def _rows(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused([_("Line %(line)d: the file is not UTF-8 text.") % {"line": line}]) from None
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or []]
        reader.fieldnames = header
        _check_header(header)
        for row in reader:
            if None in row or None in row.values():
                raise Refused(
                    [_("Line %(line)d: the number of columns differs from the header.") % {"line": reader.line_num}]
                )
            yield reader.line_num, {name: value.strip() for name, value in row.items()}
    except csv.Error as error:
        raise Refused(
            # The reader stands at the end of the row before the broken one.
            [_("Line %(line)d: not CSV (%(error)s).") % {"line": reader.line_num + 1, "error": error}]
        ) from None


def _check_header(header: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in header]
    unknown = [name for name in header if name not in REQUIRED + OPTIONAL]
    twice = sorted({name for name in header if header.count(name) > 1})
    if missing:
        raise Refused([_("Line 1: the column %(names)s is missing.") % {"names": ", ".join(missing)}])
    if unknown:
        raise Refused([_("Line 1: unknown column %(names)s.") % {"names": ", ".join(unknown)}])
    if twice:
        raise Refused([_("Line 1: the column %(names)s stands there twice.") % {"names": ", ".join(twice)}])


def _apply(rows: list[tuple[int, dict[str, str]]], outcome: Outcome) -> None:
    Satker.lock_tree()  # before any row is read or changed
    kinds = {kind.code: kind for kind in Kind.objects.all()}
    units = {unit.code: unit for unit in Satker.objects.select_related("kind", "parent")}
    problems: list[str] = []
    seen: dict[str, int] = {}
    for line, row in rows:
        if not row["code"]:
            problems.append(_("Line %(line)d: the code is empty.") % {"line": line})
        elif row["code"] in seen:
            problems.append(
                _("Line %(line)d: the code %(code)s stands in line %(first)d already.")
                % {"line": line, "code": row["code"], "first": seen[row["code"]]}
            )
        seen.setdefault(row["code"], line)
    outcome.absent = len(units.keys() - seen.keys())
    for line, row in _parents_first(rows):
        if not row["code"]:
            continue
        try:
            _save(row, kinds, units, outcome)
        except ValidationError as error:
            problems += [_("Line %(line)d: %(reason)s") % {"line": line, "reason": text} for text in _sentences(error)]
    if problems:
        raise _Problems(sorted(problems, key=_line_number))


def _parents_first(rows: list[tuple[int, dict[str, str]]]) -> list[tuple[int, dict[str, str]]]:
    """Order rows so that a parent in the file comes before its children; a circle keeps file order."""
    by_code = {row["code"]: row for _line, row in rows}

    def depth(row: dict[str, str]) -> int:
        steps, above = 0, by_code.get(row.get("parent_code", ""))
        while above is not None and steps <= len(rows):
            steps, above = steps + 1, by_code.get(above.get("parent_code", ""))
        return steps

    return sorted(rows, key=lambda numbered: depth(numbered[1]))


def _save(row: dict[str, str], kinds: dict[str, Kind], units: dict[str, Satker], outcome: Outcome) -> None:
    # A copy, so that a refused row leaves no half-changed parent for the rows after it.
    unit = copy(units.get(row["code"])) or Satker(code=row["code"])
    new = unit.pk is None
    changes = {}
    for name, value in _values(row, kinds, units).items():
        before = getattr(unit, name, None)
        if before != value:
            changes[name] = (before, value)
            setattr(unit, name, value)
    if not new and not changes:
        outcome.same += 1
        return
    unit.full_clean(exclude=["path"])
    unit.save()
    units[unit.code] = unit
    if new:
        outcome.created += 1
        outcome.lines.append(f"+ {unit.code}  {unit.official_name}  ({unit.receipt_prefix})")
    else:
        outcome.changed += 1
        told = "; ".join(f"{name}: {before} -> {after}" for name, (before, after) in changes.items())
        outcome.lines.append(f"~ {unit.code}  {told}")


def _values(row: dict[str, str], kinds: dict[str, Kind], units: dict[str, Satker]) -> dict[str, Any]:
    values: dict[str, Any] = {name: row[name] for name in REQUIRED if name not in {"code", "kind"}}
    for name, cell in row.items():
        if CONTROL.search(cell):
            raise ValidationError(_("%(name)s holds a line break or a control character.") % {"name": name})
    for name in values:
        if not values[name]:
            raise ValidationError(_("%(name)s is empty.") % {"name": name})
    if row["kind"] not in kinds:
        raise ValidationError(
            _("The kind %(kind)s is unknown; known are %(known)s.")
            % {"kind": row["kind"] or "-", "known": ", ".join(sorted(kinds))}
        )
    values["kind"] = kinds[row["kind"]]
    for name in OPTIONAL:
        if name in row:
            values |= _optional(name, row[name], units)
    return values


def _optional(name: str, cell: str, units: dict[str, Satker]) -> dict[str, Any]:
    """Return the model value of one optional cell; {} leaves what is stored."""
    if name == "parent_code":
        if cell and cell not in units:
            raise ValidationError(_("The parent %(code)s is unknown.") % {"code": cell})
        return {"parent": units[cell] if cell else None}
    if name == "publishes_directly":
        if cell.lower() not in YES | NO:
            raise ValidationError(_("%(name)s must be yes or no.") % {"name": name})
        return {name: cell.lower() in YES}
    if name in {"yearly_target", "valid_from", "valid_to"}:
        return {name: _field(name).to_python(cell) if cell else None}
    if name == "receipt_prefix" and not cell:
        return {}
    return {name: cell}


def _field(name: str) -> models.Field[Any, Any]:
    found = Satker._meta.get_field(name)
    assert isinstance(found, models.Field)  # noqa: S101 - narrows the type
    return found


def _sentences(error: ValidationError) -> list[str]:
    if hasattr(error, "error_dict"):
        return [f"{name}: {text}" for name, texts in error.message_dict.items() for text in texts]
    return list(error.messages)


def _line_number(sentence: str) -> int:
    return int("".join(filter(str.isdecimal, sentence.split(":")[0])) or 0)
