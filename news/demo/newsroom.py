"""Who writes, how much, about what, and when: the uneven life of real offices."""

from bisect import bisect
from collections import deque
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from itertools import accumulate
from random import Random

from news.demo.frame import Frame
from news.demo.language import hijri_month
from news.demo.records import Unit
from news.demo.words import INLAND, WRITERS

# Offices that the demo tour shows always rank among the busiest.
SHOWN = ("KK-73.72", "KK-73.15")
KIND_WEIGHT = {"kanwil": 16.0, "kankemenag": 10.0, "kua": 0.4}
SILENT_SHARE = {"kua": 0.15}
OUT_OF_OFFICE = {(1, 1): 0.15, (5, 1): 0.2, (8, 17): 0.3, (12, 25): 0.15}
FRESH_CATEGORIES = (
    "kerukunan",
    "layanan",
    "pendidikan",
    "bimas",
    "zakat-wakaf",
    "pengumuman",
    "organisasi",
    "haji-umrah",
    "layanan",
    "pendidikan",
    "bimas",
    "kerukunan",
)


class Newsroom:
    """All units with their output, their writers and the frames each has not used lately."""

    def __init__(self, units: Sequence[Unit], frames: Sequence[Frame], rng: Random) -> None:
        self.units = tuple(units)
        self.rng = rng
        self.children: dict[str, tuple[Unit, ...]] = {}
        for unit in units:
            self.children[unit.parent_code] = (*self.children.get(unit.parent_code, ()), unit)
        weights = _weights(self.units, rng)
        self.active = tuple(u for u in self.units if weights[u.code] > 0)
        self.weights = weights
        self._steps = list(accumulate(weights[u.code] for u in self.active))
        self._writers = {u.code: rng.sample(WRITERS, rng.randint(1, 4)) for u in self.units}
        self._editors = {u.code: _editor(rng) for u in self.units}
        self._frames = frames
        self._bags: dict[str, list[Frame]] = {}
        self._recent: deque[str] = deque(maxlen=18)

    def unit(self) -> Unit:
        """Return a unit, busy ones more often."""
        return self.active[bisect(self._steps, self.rng.random() * self._steps[-1] * (1 - 1e-12))]

    def front_units(self, count: int) -> list[Unit]:
        """Return units for the newest stories, all different while there are enough."""
        offices = [u for u in self.active if u.kind == "kankemenag"]
        offices.sort(key=lambda u: (u.code not in SHOWN, -self.weights[u.code]))
        rest = [u for u in self.active if u.kind != "kankemenag"]
        rest.sort(key=lambda u: -self.weights[u.code])
        chosen = (offices[: count - count // 3] + rest + offices[count:])[:count]
        self.rng.shuffle(chosen)
        while len(chosen) < count:
            chosen.append(self.unit())
        return chosen

    def frames(self, unit: Unit, moment: datetime, category: str = "") -> list[Frame]:
        """Return frames for the unit, best first: in season, not used lately, of the category."""
        if unit.code not in self._bags:
            self._bags[unit.code] = self._shuffled(unit)
        usable = [f for f in self._bags[unit.code] if in_season(f, moment)]
        seasonal = self.rng.random() < 0.3
        usable.sort(
            key=lambda f: (
                bool(category) and f.category != category,
                f.key in self._recent,
                not (seasonal and f.season),
            )
        )
        return usable

    def used(self, unit: Unit, frame: Frame) -> None:
        """Send the frame to the back of the unit's pile."""
        bag = self._bags[unit.code]
        bag.remove(frame)
        bag.append(frame)
        self._recent.append(frame.key)

    def byline(self, unit: Unit) -> tuple[str, str]:
        """Return the initials of writer and editor as printed."""
        writers = self._writers[unit.code]
        writer = self.rng.choice(writers)
        if len(writers) > 1 and self.rng.random() < 0.08:
            writer = "/".join(self.rng.sample(writers, 2))
        return writer, self._editors[unit.code]

    def partners(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that took part, mostly none."""
        if self.rng.random() >= 0.06:
            return ()
        near = self.children.get(unit.code) or self.children.get(unit.parent_code, ())
        others = [u for u in near if u.code != unit.code]
        count = min(len(others), self.rng.choice((1, 1, 1, 2, 2, 3)))
        return tuple(self.rng.sample(others, count))

    def _shuffled(self, unit: Unit) -> list[Frame]:
        inland = any(word in f"{unit.regency} {unit.place}" for word in INLAND)
        bag = [f for f in self._frames if f.fits(unit.kind) and not (f.coastal and inland)]
        self.rng.shuffle(bag)
        return bag


def in_season(frame: Frame, moment: datetime) -> bool:
    """Return whether the story makes sense in this month."""
    if not frame.season:
        return True
    if frame.season == "ramadan":
        return hijri_month(moment.date()) == 9
    if frame.season == "kurban":
        return hijri_month(moment.date()) == 11
    if frame.season == "murid-baru":
        return 4 <= moment.month <= 6
    if frame.season == "hujan":
        return moment.month in (11, 12, 1, 2, 3)
    return True


def schedule(n: int, start: datetime, end: datetime, rng: Random) -> list[datetime]:
    """Return n moments in [start, end), oldest first, the last twelve close to the end."""
    fresh = _fresh(min(12, n), n, start, end, rng)
    limit = fresh[0] if fresh else end
    days = [start.date() + timedelta(days=i) for i in range((limit.date() - start.date()).days + 1)]
    steps = list(accumulate(_day_weight(day.weekday(), (day.month, day.day), rng) for day in days))
    earlier: list[datetime] = []
    while len(earlier) < n - len(fresh):
        day = days[min(bisect(steps, rng.random() * steps[-1]), len(days) - 1)]
        moment = datetime.combine(day, _office_time(rng), tzinfo=end.tzinfo)
        # A period shorter than a working day may hold no office hours at all.
        if not start <= moment < limit:
            if len(days) > 2:
                continue
            moment = start + (limit - start) * rng.random()
        earlier.append(moment.replace(microsecond=0))
    return sorted(max(moment, start) for moment in earlier) + fresh


def _fresh(count: int, n: int, start: datetime, end: datetime, rng: Random) -> list[datetime]:
    span = max(1.0, (end - start).days * 5 / 7)
    gap = min(40.0, max(2.0, 9 * 60 * span / max(n, 1)))
    since_seven = (end.hour - 7) * 60 + end.minute
    if since_seven > 60:
        gap = min(gap, since_seven / 13)
    moments: list[datetime] = []
    moment = end
    for _ in range(count):
        moment -= timedelta(minutes=gap * rng.uniform(0.4, 1.3), seconds=rng.randint(5, 59))
        if moment.hour < 7:
            moment = (moment - timedelta(days=1)).replace(hour=17, minute=rng.randint(5, 50))
        moments.append(max(start, moment.replace(microsecond=0)))
    return moments[::-1]


def _day_weight(weekday: int, month_day: tuple[int, int], rng: Random) -> float:
    weight = (1.0, 1.0, 1.0, 1.0, 0.9, 0.22, 0.12)[weekday] * rng.uniform(0.8, 1.2)
    burst = 1.6 if rng.random() < 0.05 else 1.0
    return weight * burst * OUT_OF_OFFICE.get(month_day, 1.0)


def _office_time(rng: Random) -> time:
    part = rng.random()
    if part < 0.56:
        minute = int(min(max(rng.gauss(9 * 60 + 20, 48), 7 * 60 + 10), 11 * 60 + 20))
    elif part < 0.95:
        minute = rng.randint(11 * 60, 16 * 60 + 30)
    else:
        minute = rng.randint(16 * 60 + 30, 21 * 60)
    return time(minute // 60, minute % 60, rng.randint(0, 59))


def _weights(units: Sequence[Unit], rng: Random) -> dict[str, float]:
    weights: dict[str, float] = {}
    for kind in sorted({u.kind for u in units}):
        codes = [u.code for u in units if u.kind == kind]
        rng.shuffle(codes)
        codes.sort(key=lambda code: code not in SHOWN)
        # The shown pair leads but does not tower over the next offices.
        silent = int(len(codes) * SILENT_SHARE.get(kind, 0.0))
        shares = [1 / (rank + 5) ** 0.8 for rank in range(len(codes))]
        scale = KIND_WEIGHT.get(kind, 0.8) * len(codes) / sum(shares)
        for rank, code in enumerate(codes):
            weights[code] = 0.0 if rank >= len(codes) - silent else shares[rank] * scale
    return weights


def _editor(rng: Random) -> str:
    return rng.choice(("Tim Humas", "Tim Humas", "Tim HDI", "Tim Redaksi", rng.choice(WRITERS)))
