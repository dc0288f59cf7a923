"""Datelines and sign-offs that came along with a pasted text, told apart from the text itself.

The portal writes place, unit and writer itself, so a pasted "Pangkep, (Humas Parepare) –" would stand there twice.
What is not understood stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape

from news import html

DASH = r"(?:[-–—~]{1,3}|&#45;)"
OFFICE = (
    r"(?:humas|kemenag|kankemenag|kanwil|kementerian agama|kemenhaj|inmas|hdi|pendis|penmad|bimas|kua|man|mtsn|min|ppid"
    r"|kontributor|tim humas|pokjaluh|penyuluh)"
)
NAME = r"[^\W\d_][^\s()\d,:;.–—\0]*"
PLACE = rf"(?P<place>{NAME}(?: {NAME}){{0,3}}?)"
DATELINE = re.compile(
    rf"\s*(?:\(?kemenag(?: {NAME})?\)?\s*[,–—-]\s*)?{PLACE}\s*(?P<comma>,?)\s*"
    rf"(?:\(\s*(?P<unit>{OFFICE}(?:[ .,/-][^()\0]{{0,60}})?)\)"
    rf"|(?<![^\s,])(?:humas|kemenag|kankemenag)(?: {NAME}){{0,3}}?(?=\s*(?:{DASH}|$)))"
    rf"\s*(?P<end>[.,:]?\s*{DASH}|[.,:])?\s*",
    re.IGNORECASE,
)
BARE = re.compile(rf"\s*{PLACE}\s*,?(?:\s+{DASH}\s*|\s*[–—]\s*|--+\s*)(?=[\"“'(]?(?P<next>\w+))")
# A dateline stands in the first words.
DATELINE_MAX = 160
# Behind "Makassar –" they are the end of a way, as any known place is.
AWAY = {"jakarta", "surabaya", "makkah", "mekah", "madinah", "jeddah", "mina", "arafah", "bali"}

SIGN_OFF = re.compile(r"\s*\(\s*(?P<who>[^()\0]{2,60}?)\s*\)\s*[.*]?\s*$")
WITH_TITLE = re.compile(
    rf"(?:penulis|kontributor|reporter|pewarta)\s*[:/-]?\s+(?P<name>{NAME}(?:[ /.]+{NAME}){{0,5}}\.?)", re.I
)
INITIALS = re.compile(r"[A-Z][a-z]{1,11}|[A-Z]{2}|[a-z]{2,4}")
SHARED_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,11}|[a-z]{2,4}")
NOBODY = {
    "red", "redaksi", "ist", "istimewa", "adv", "selesai", "bersambung", "tamat", "habis", "foto", "sumber", "dok",
    "aamiin", "amin", "alhamdulillah", "wassalam", "humas", "kemenag", "tim", "video", "dkk", "dll", "dsb", "dst",
    "hal", "swt", "saw", "as", "mi", "ma", "mts", "man", "min", "mtsn", "kua", "wita", "wib", "wit", "rp",
    "sd", "smp", "sma", "smk", "tk", "paud", "ra",
}  # fmt: skip
SENTENCE_END = re.compile(r"[.!?…:;][\"”’')\]]*$|[\"”]$")
TOKEN = re.compile(r"<[^>]*>|&#?\w{1,10};|.", re.DOTALL)
TAIL = 1000  # a sign-off stands in the last letters
FIRST = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Lifted:
    """A body without its dateline and sign-off, and what they said: "" where there was none."""

    body: str
    place: str
    writer: str


def lifted(body: str, known_places: Collection[str]) -> Lifted:
    """Return a clean body without the dateline it begins with and the sign-off it ends with.

    `known_places` are the names that make a dateline of a place and a dash alone ("Makassar – Kepala ...").
    """
    rest, place = without_dateline(body, known_places)
    rest, writer = without_sign_off(rest, known_places)
    return Lifted(rest, place, writer)


def _by_name(places: Collection[str]) -> dict[str, str]:
    return {name.casefold(): name for name in places if name}


# --- Datelines ------------------------------------------------------------------------------------


def without_dateline(body: str, known_places: Collection[str]) -> tuple[str, str]:
    """Return a clean body without its dateline, and the place that this named ("": there is none)."""
    first = FIRST.match(body)
    if first is None:
        return body, ""
    letters = list(_letters(first[1], DATELINE_MAX))
    text = "".join(letter for letter, _start, _end in letters)
    found = _dateline(text, _by_name(known_places), whole=len(text) < DATELINE_MAX)
    if found is None:
        return body, ""
    place, length = found
    rest = html.clean(f"<p>{_cut(first[1], letters[:length])}</p>{body[first.end() :]}")
    return (rest, place) if html.words(rest) else (body, "")


def _dateline(text: str, known: dict[str, str], whole: bool) -> tuple[str, int] | None:
    """Return the place that a text begins with and how many letters its dateline has."""
    if (match := DATELINE.match(text)) and _is_name(match["place"], known):
        is_known, end = match["place"].casefold() in known, (match["end"] or "").strip()
        sure = match["unit"] or is_known
        alone = whole and match.end() == len(text) and sure
        # Without a dash a sentence may follow that the office is part of: then it begins with a capital.
        capital = text[match.end() : match.end() + 1]
        dash = end.strip(".,: ") and (sure or match["comma"])
        if alone or dash or (match["unit"] and (end or is_known) and (capital.isupper() or capital in {'"', "“"})):
            return _spelt(match["place"], known), match.end()
    if (match := BARE.match(text)) and match["place"].casefold() in known:
        following = match["next"]
        away = following.casefold() in known or following.casefold() in AWAY
        if not away and (following[0].isupper() or following[0].isdigit()):
            return _spelt(match["place"], known), match.end()
    return None


def _is_name(place: str, known: dict[str, str]) -> bool:
    """Return whether words can be a place: known, or written with capitals."""
    return place.casefold() in known or all(word[0].isupper() for word in place.split())


def _spelt(place: str, known: dict[str, str]) -> str:
    return known.get(place.casefold(), place)


# --- Sign-offs ------------------------------------------------------------------------------------


def without_sign_off(body: str, known_places: Collection[str]) -> tuple[str, str]:
    """Return a clean body without its sign-off, and the writer whom this named ("": there is none)."""
    start = body.rfind("<p>")
    if start < 0 or not body.endswith("</p>"):
        return body, ""
    inner = body[start + 3 : -4]
    tail = _tail(inner)
    letters = list(_letters(inner[tail:]))
    text = "".join(letter for letter, _start, _end in letters)
    found = _sign_off(text, _by_name(known_places), whole=not tail)
    if found is None:
        return body, ""
    writer, at = found
    rest = html.clean(f"{body[:start]}<p>{inner[:tail]}{_cut(inner[tail:], letters[at:])}</p>")
    return (rest, writer) if html.words(rest) else (body, "")


def _sign_off(text: str, known: dict[str, str], whole: bool) -> tuple[str, int] | None:
    """Return the writer that a last paragraph names and where the sign-off begins."""
    if whole and ":" in text and (writer := _titled(text.strip())):
        return writer, 0
    # Brackets hold sixty letters at most, so nothing before the last of them needs a look.
    opened = text.rfind("(")
    begins = len(text[: max(opened, 0)].rstrip())
    match = SIGN_OFF.match(text, begins) if opened >= 0 else None
    # Behind a word they explain it: "Ikatan Dokter Indonesia (IDI)".
    if match is None or (begins and not SENTENCE_END.search(text[max(begins - 4, 0) : begins])):
        return None
    writer = _writer(match["who"], known)
    return (writer, begins) if writer else None


def _writer(who: str, known: dict[str, str]) -> str:
    """Return the writer whom brackets name, or "" if they may say anything else."""
    if titled := _titled(who):
        return titled
    parts = re.split(r"\s*/\s*", who)
    pattern = INITIALS if len(parts) == 1 else SHARED_INITIALS
    people = all(
        pattern.fullmatch(part) and part.casefold() not in NOBODY and part.casefold() not in known for part in parts
    )
    return "/".join(parts) if people and len(parts) <= 4 else ""


def _titled(text: str) -> str:
    """Return the name behind "Penulis", if it is one."""
    match = WITH_TITLE.fullmatch(text)
    return match["name"] if match and all(word[0].isupper() for word in match["name"].split()) else ""


# --- Letters of a paragraph -----------------------------------------------------------------------


def _letters(inner: str, most: int | None = None) -> Iterator[tuple[str, int, int]]:
    """Yield each letter of HTML with its place in it; a line break is one, other tags are none."""
    count = 0
    for token in TOKEN.finditer(inner):
        if token[0].startswith("<") and token[0] != "<br>":
            if token[0].startswith(("<a", "<img")):
                yield "\0", token.start(), token.start()  # matches nothing: a link is never cut
            continue
        yield ("\n" if token[0] == "<br>" else unescape(token[0])[0]), token.start(), token.end()
        count += 1
        if count == most:
            return


def _tail(inner: str) -> int:
    """Return where the last letters of a paragraph begin, outside of tags and entities; 0 for a short one."""
    if len(inner) <= TAIL:
        return 0
    at = len(inner) - TAIL
    if (entity := inner.rfind("&", max(at - 10, 0), at)) >= 0:
        at = entity
    opens, closes = inner.find("<", at), inner.find(">", at)
    return closes + 1 if closes >= 0 and (opens < 0 or closes < opens) else at


def _cut(inner: str, letters: list[tuple[str, int, int]]) -> str:
    """Return HTML without these letters; the tags between them stay, and cleaning drops those that are empty."""
    parts, at = [], 0
    for _letter, start, end in letters:
        parts.append(inner[at:start])
        at = end
    return "".join([*parts, inner[at:]])
