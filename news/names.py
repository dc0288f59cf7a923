"""A person's name in texts: found whatever its capitals, accents and spacing, and replaced; the rest is as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import unquote

from news import html
from news.words import APOSTROPHES, UNSEEN, one_line

Span = tuple[int, int]

SHORT = 4  # letters; a full stop behind so short a word may belong to a name: Muh. Fauzi
GLUED = 8  # letters; a name so long is also found written in one word, as in a tag: ahmadfauzi
SUFFIX = "(?P<tail>'?s|-?(?:nya|ku|mu)|lah|kah|pun)?"  # what Indonesian and English put behind a name
WITHIN = re.compile(r"</?(?:strong|em|a)\b[^>]*>")
ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#39);|.", re.DOTALL)
ATTRIBUTE = re.compile(r'\b(alt|href)="([^"]*)"')
BREAK = "\x01"


def words_of(name: str) -> list[str]:
    """Return the words of a name as they are looked for: lower case, without accents, apostrophes and signs."""
    return re.findall(r"[^\W_]+", _folded(one_line(name))[0].replace("'", ""))


class Names:
    """A few spellings of one name."""

    def __init__(self, spellings: Iterable[str]) -> None:
        known = {tuple(words) for spelling in spellings if (words := words_of(spelling))}
        # The longest first: "Ahmad Fauzi" is one place, not two.
        ordered = sorted(known, key=lambda words: (-sum(map(len, words)), words))
        self._strict, self._loose = (
            re.compile(f"(?<![^\\W_])(?P<name>{pattern}){SUFFIX}(?![^\\W_])") if ordered else None
            for pattern in ("|".join(_pattern(words, loose) for words in ordered) for loose in (False, True))
        )

    def is_in(self, text: str) -> bool:
        """Return whether an address or a tag holds the name, whatever stands between its words."""
        return bool(self._loose and self._loose.search(_folded(unquote(text))[0]))

    def spans(self, text: str) -> list[Span]:
        """Return the places of the name in a plain text."""
        return [(start, end) for start, end, _tail in self._found(text)]

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        if self._strict is None:
            return []
        folded, at = _folded(text)
        found = []
        for match in self._strict.finditer(folded):
            end = at[match.end("name") - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            found.append((at[match.start("name")], end, match["tail"] or ""))
        return found

    def replaced(self, text: str, by: str) -> tuple[str, int]:
        """Return a plain text with `by` in each place of the name, and the number of places."""
        found = self._found(text)
        for start, end, tail in reversed(found):
            text = text[:start] + _joined(by, tail) + text[end:]
        return text, len(found)

    def replaced_in_html(self, body: str, by: str) -> tuple[str, int]:
        """Return a stored body with `by` in each place of the name, and the number of places.

        A name that a tag runs through is found too; a link whose address holds the name becomes plain words.
        """
        letters, at = _letters(body)
        found, out = self._found(letters), body
        for start, end, tail in reversed(found):
            first, last = at[start][0], at[end - 1][1]
            kept = "".join(re.findall(r"<[^>]+>", body[first:last]))
            out = out[:first] + escape(_joined(by, tail), quote=False) + kept + out[last:]
        count = len(found)

        def attribute(match: re.Match[str]) -> str:
            nonlocal count
            name, value = match[1], unescape(match[2])
            if name == "alt":
                new, places = self.replaced(value, by)
                count += places
                return f'alt="{escape(new)}"'
            if not self.is_in(value):
                return match[0]
            count += 1
            return ""

        out = html.MARK_UP.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), out)
        return (html.clean(out) if count else body), count


def _joined(by: str, tail: str) -> str:
    """Return the replacement as what follows it wants: A.F.-nya."""
    return f"{by}-" if tail[:1].isalpha() else by


def _pattern(words: tuple[str, ...], loose: bool) -> str:
    parts = []
    for index, word in enumerate(words):
        parts.append("'?".join(map(re.escape, word)))
        if index < len(words) - 1:
            signs = r"[\s._+-]" if loose or len(word) <= SHORT else r"[\s_-]"
            parts.append(f"{signs}*" if sum(map(len, words)) >= GLUED else f"{signs}+")
    return "".join(parts)


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text as names are looked for, and for each letter of it the place in the text."""
    out: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text):
        if letter == "\u00ad" or (UNSEEN.match(letter) and not letter.isspace() and letter != BREAK):
            continue
        plain = "'" if APOSTROPHES.match(letter) else unicodedata.normalize("NFKD", letter).casefold()
        for each in plain:
            if not unicodedata.combining(each):
                out.append(each)
                at.append(place)
    return "".join(out), at


def _letters(body: str) -> tuple[str, list[Span]]:
    """Return the letters of a body, and the place of each; a tag within a paragraph is none, another one a break."""
    letters: list[str] = []
    at: list[Span] = []
    place = 0
    for part in html.MARK_UP.split(body):
        if part.startswith("<"):
            if not WITHIN.fullmatch(part):
                letters.append("\n" if part == "<br>" else BREAK)
                at.append((place, place + len(part)))
        else:
            for each in ENTITY.finditer(part):
                letters.append(unescape(each[0]))
                at.append((place + each.start(), place + each.end()))
        place += len(part)
    return "".join(letters), at
