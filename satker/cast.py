"""The cast of the demonstration: one account for each role, with passwords made at random."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from satker.access import Role
from satker.models import Officer, Satker

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Part:
    username: str
    name: str
    initials: str
    role: Role
    unit: str


PARTS = [
    Part("parepare", "Wening", "Wn", Role.OFFICER, "KK-73.72"),
    Part("pinrang", "Naswa", "Nas", Role.OFFICER, "KK-73.15"),
    Part("kua", "Lila", "Lil", Role.WRITER, "KUA-73.72.01"),
    Part("editor", "Hajar", "Hjr", Role.EDITOR, "KK-73.72"),
    Part("regional", "Tim Humas Wilayah", "Tim", Role.REGIONAL, "KANWIL-73"),
]


@dataclass(frozen=True)
class Account:
    username: str
    password: str
    told: str


def sign_up(kept: Path) -> list[Account]:
    """Make the accounts that are missing and return all, with the passwords kept in the file `kept`."""
    known = _read(kept)
    accounts = []
    for part in PARTS:
        unit = Satker.objects.get(code=part.unit)
        officer = Officer.objects.filter(username=part.username).first()
        password = known.get(part.username) if officer else None
        if officer is None:
            password = "-".join("".join(secrets.choice(ALPHABET) for _letter in range(5)) for _group in range(3))
            officer = Officer.objects.create_user(
                part.username, password, name=part.name, initials=part.initials, role=part.role, satker=unit
            )
        told = f"{officer.get_role_display()} ({unit.short_name})"
        accounts.append(Account(part.username, password or "?", told))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text("".join(f"{account.username} {account.password}\n" for account in accounts))
    return accounts


def _read(kept: Path) -> dict[str, str]:
    if not kept.exists():
        return {}
    return dict(line.split(" ", 1) for line in kept.read_text().splitlines() if " " in line)
