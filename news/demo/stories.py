"""A year of invented articles, spread over units and days as real offices write them."""

from collections.abc import Sequence
from datetime import datetime
from random import Random

from news.demo.frame import Frame
from news.demo.frames import FRAMES
from news.demo.language import headline, sentences, spin
from news.demo.newsroom import FRESH_CATEGORIES, Newsroom, schedule
from news.demo.records import Programme, Story, Unit
from news.demo.slots import Slots, bare
from news.demo.themes import THEMES, TOGETHER
from news.demo.words import SCENE_ALT

__all__ = ["Programme", "Story", "Unit", "stories"]

TITLE_LENGTH = range(48, 121)
LEAD_LENGTH = range(120, 261)
MOST_PARAGRAPHS = 9
FEWEST_WORDS = 165
TRIES = 400


def stories(
    n: int,
    units: Sequence[Unit],
    programmes: Sequence[Programme],
    start: datetime,
    end: datetime,
    seed: int = 73,
) -> list[Story]:
    """Return exactly n stories, oldest first, in [start, end), with distinct titles, the same for a seed."""
    rng = Random(seed)
    newsroom = Newsroom(units, FRAMES, rng)
    moments = schedule(n, start, end, rng)
    front = newsroom.front_units(min(12, n))
    titles: set[str] = set()
    told = []
    for i, moment in enumerate(moments):
        rank = n - 1 - i
        unit = front[rank] if rank < len(front) else newsroom.unit()
        category = FRESH_CATEGORIES[rank] if rank < len(front) else ""
        told.append(_tell(newsroom, unit, programmes, moment, category, titles))
    return told


def _tell(
    newsroom: Newsroom,
    unit: Unit,
    programmes: Sequence[Programme],
    moment: datetime,
    category: str,
    titles: set[str],
) -> Story:
    rng = newsroom.rng
    frame, slots, title = _headlined(newsroom, unit, moment, category, titles)
    newsroom.used(unit, frame)
    partners = () if frame.category == "pengumuman" else newsroom.partners(unit)
    lead = _lead(frame, slots, rng)
    body = _body(frame, slots, partners, rng)
    writer, editor = newsroom.byline(unit)
    scene, caption = _scene(frame, unit, rng)
    return Story(
        unit_code=unit.code,
        title=title,
        lead=lead,
        body=body,
        category=frame.category,
        programme=_programme(frame, programmes, moment, rng),
        tags=_tags(frame, slots, rng),
        writer=writer,
        editor=editor,
        place=unit.place,
        published=moment,
        caption=f"Ilustrasi: {caption.format_map(slots)}.",
        alt=f"{SCENE_ALT[scene]}.",
        credit=f"Ilustrasi: {unit.byline}",
        scene=scene,
        supporting=tuple(u.code for u in partners),
    )


def _headlined(
    newsroom: Newsroom, unit: Unit, moment: datetime, category: str, titles: set[str]
) -> tuple[Frame, Slots, str]:
    frames = newsroom.frames(unit, moment, category)
    for attempt in range(TRIES):
        # A frame gets a few draws; then the next one is likelier to give a new title.
        frame = frames[attempt // 8 % len(frames)]
        slots = Slots(unit, newsroom.children.get(unit.code, ()), moment, newsroom.rng)
        slots.add(frame.facts(newsroom.rng))
        title = headline(newsroom.rng.choice(frame.title_list).format_map(slots))
        if len(title) in TITLE_LENGTH and title.casefold() not in titles:
            titles.add(title.casefold())
            return frame, slots, title
    raise ValueError(f"no distinct title left for {unit.code} after {TRIES} draws")


def _lead(frame: Frame, slots: Slots, rng: Random) -> str:
    leads = [_fill(text, slots, rng) for text in rng.sample(frame.lead_list, len(frame.lead_list))]
    return next((lead for lead in leads if len(lead) in LEAD_LENGTH), leads[0])


def _body(frame: Frame, slots: Slots, partners: Sequence[Unit], rng: Random) -> str:
    chosen = _chosen(frame, MOST_PARAGRAPHS - bool(partners), rng)
    if partners:
        names = _and_list([bare(u.short_name) for u in partners])
        chosen.insert(_before_closing(chosen), rng.choice(TOGETHER).replace("{mitra}", names))
    filled = [_fill(text, slots, rng) for text in chosen]
    theme = THEMES[frame.theme]
    # Two paragraphs that any frame could carry are enough; a third would show the seams.
    for i, extra in enumerate(rng.sample(theme, min(3, len(theme)))):
        wanted = i < 2 and (_words(filled) < FEWEST_WORDS or rng.random() < 0.75)
        if len(filled) < MOST_PARAGRAPHS and (wanted or _words(filled) < 155):
            filled.insert(_before_closing(filled), _fill(extra, slots, rng))
    return _point_back("\n\n".join(filled), slots)


def _chosen(frame: Frame, most: int, rng: Random) -> list[str]:
    """Return the frame's paragraphs in order, some of its optional ones left out."""
    optional = [i for i, p in enumerate(frame.paragraphs) if p[0] == "?"]
    room = most - len(frame.paragraphs) + len(optional)
    short = _words([p for p in frame.paragraphs if p[0] != "?"]) < FEWEST_WORDS
    wanted = len(optional) if short or rng.random() < 0.5 else rng.randint(0, len(optional))
    kept = rng.sample(optional, max(0, min(wanted, room)))
    return [p.lstrip("?") for i, p in enumerate(frame.paragraphs) if p[0] != "?" or i in kept]


def _point_back(body: str, slots: Slots) -> str:
    """Name the speaker in full once; papers then say "petugas itu"."""
    role = str(slots["jubir"])
    first, found, rest = body.partition(role)
    capital = role[0].upper() + role[1:]
    if not found or capital in first:
        first, found, rest = body.partition(capital)
    again = slots.role_again
    rest = rest.replace(capital, again[0].upper() + again[1:]).replace(role, again)
    return first + found + rest


def _before_closing(paragraphs: Sequence[str]) -> int:
    """Return where to insert before the last paragraph without parting a list from its heading."""
    place = len(paragraphs) - 1
    while place > 1 and _announces(paragraphs[place - 1]):
        place -= 1
    return place


def _announces(paragraph: str) -> bool:
    return paragraph.endswith((":", ":*")) or paragraph.startswith("## ")


def _fill(text: str, slots: Slots, rng: Random) -> str:
    filled = spin(text, rng).format_map(slots)
    return filled if filled.startswith(("- ", "## ")) else sentences(filled)


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(p.split()) for p in paragraphs)


def _and_list(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _scene(frame: Frame, unit: Unit, rng: Random) -> tuple[str, str]:
    # The curved roofs belong to Toraja alone.
    if "Toraja" in unit.regency and rng.random() < 0.25:
        return "tongkonan", "rumah adat di {tempat}, tempat kegiatan warga berlangsung"
    return rng.choice(frame.pictures)


def _programme(frame: Frame, programmes: Sequence[Programme], moment: datetime, rng: Random) -> str | None:
    day = moment.date()
    valid = [p.slug for p in programmes if p.slug in frame.programmes and p.covers(day)]
    # One story in eight stays without a programme, as officers forget or nothing fits.
    return rng.choice(valid) if valid and rng.random() < 0.88 else None


def _tags(frame: Frame, slots: Slots, rng: Random) -> tuple[str, ...]:
    tags = rng.sample(frame.tags, rng.randint(2, 3))
    if rng.random() < 0.4:
        tags.append(str(slots["tempat"]).lower())
    return tuple(dict.fromkeys(tags))
