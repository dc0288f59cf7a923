"""Fills the {slots} of one story: its unit, its days, its facts, and words drawn once and kept."""

from datetime import date, datetime, timedelta
from random import Random

from news.demo.frame import Facts
from news.demo.language import MONTHS, Number, long_date, short_date
from news.demo.records import Unit
from news.demo.words import LISTS

# The role as first named, and how the text points back to it.
ROLES = {
    "kua": (
        ("Kepala {unit}", "kepala KUA itu"),
        ("penghulu {unit}", "penghulu itu"),
        ("petugas layanan {unit}", "petugas itu"),
    ),
    "kankemenag": (
        ("koordinator program {unit}", "koordinator itu"),
        ("ketua tim layanan {unit}", "ketua tim itu"),
        ("penanggung jawab kegiatan {unit}", "penanggung jawab itu"),
    ),
}
OTHER_ROLES = (
    ("koordinator kegiatan {unit}", "koordinator itu"),
    ("penanggung jawab kegiatan {unit}", "penanggung jawab itu"),
)
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


class Slots(dict[str, object]):
    """A mapping for str.format_map whose words are drawn on first use and then stay."""

    def __init__(self, unit: Unit, children: tuple[Unit, ...], moment: datetime, rng: Random) -> None:
        super().__init__(_unit_words(unit), **_day_words(moment, rng))
        self._rng = rng
        role, self.role_again = rng.choice(ROLES.get(unit.kind, OTHER_ROLES))
        self["jubir"] = role.format_map(self)
        child = rng.choice(children).short_name if children else f"satu unit di {self['wilayah']}"
        self["anak"] = bare(child)

    def add(self, facts: Facts) -> None:
        """Take the frame's facts, whole numbers in print form."""
        for name, fact in facts.items():
            self[name] = Number(fact) if isinstance(fact, int) else fact

    def __missing__(self, key: str) -> str:
        base = key.rstrip("0123456789")
        taken = set(self.values())
        word = self._rng.choice(LISTS[base])
        while word in taken:
            word = self._rng.choice(LISTS[base])
        self[key] = word
        return word


def bare(name: str) -> str:
    """Return a unit's name without the bracket that only tells namesakes apart."""
    return name.split(" (")[0]


def region(unit: Unit) -> str:
    """Return the area a unit serves, as running text names it."""
    if unit.kind == "kua":
        return f"Kecamatan {bare(unit.place)}"
    if unit.kind == "kanwil":
        return unit.short_name.rpartition("Kemenag ")[2] or unit.place
    return unit.regency or unit.place


def _unit_words(unit: Unit) -> dict[str, object]:
    area = region(unit)
    place = area if unit.kind == "kanwil" else bare(unit.place)
    return {"unit": bare(unit.short_name), "tempat": place, "wilayah": area}


def _day_words(moment: datetime, rng: Random) -> dict[str, object]:
    day = moment.date()
    offset = moment.utcoffset() or timedelta()
    event = day if moment.hour >= 11 else _workday(day, -1)
    opens = _workday(day, rng.randint(3, 9))
    closes = _workday(day, rng.randint(16, 32))
    month_ago = day.replace(day=1) - timedelta(days=1)
    month = MONTHS[month_ago.month - 1]
    return {
        "zona": ZONES.get(offset.seconds // 3600, ""),
        "hari": short_date(event),
        "mulai": long_date(opens),
        "mulai_singkat": _day_month(opens),
        "batas": long_date(closes),
        "batas_singkat": _day_month(closes),
        "bulan": month if month_ago.year == day.year else f"{month} {month_ago.year}",
    }


def _workday(day: date, days: int) -> date:
    step = 1 if days > 0 else -1
    day += timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def _day_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
