"""Two texts, word by word: what stayed, what came, what went. Pure: pieces go out, and a template escapes them."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Literal

BREAK = "\n\n"  # between paragraphs, and a token of its own
# difflib takes its time by how often words meet their like: past these bounds whole paragraphs are shown.
MOST_WORDS, MOST_MEETINGS = 3000, 60_000
# Where less than this share stays, the rest is chance ("yang", "dan"): it reads better as one whole.
LEAST_KEPT = 0.25
# What stayed is shown so many words around a change, and in full up to the double.
AROUND = 24

Kind = Literal["same", "added", "removed", "left_out"]
Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Piece:
    """A run of words; of those `left_out` nothing is shown."""

    kind: Kind
    words: str


def pieces(before: str, after: str) -> list[Piece]:
    """Return the way from one text to the other; an empty line parts paragraphs. Equal texts give no piece."""
    old, new = _paragraphs(before), _paragraphs(after)
    if old == new:
        return []
    if len(old) <= 1 and len(new) <= 1:
        runs = _word_by_word(" ".join(old).split(), " ".join(new).split())
    else:
        runs = _compared(old, new)
    return _short(list(_joined(runs)))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split(BREAK) if each.strip()]


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    """Yield runs of words: paragraphs first, and the words of those that differ."""
    for tag, a, b, c, d in _opcodes(old, new):
        if tag == "equal":
            yield "same", _words(old[a:b])
        elif max(_count(old[a:b]), _count(new[c:d])) <= MOST_WORDS:
            yield from _word_by_word(_words(old[a:b]), _words(new[c:d]))
        else:  # too many at once: each paragraph with the one in its place
            for was, now in zip_longest(old[a:b], new[c:d]):
                yield from _word_by_word(_words([was] if was else []), _words([now] if now else []))


def _count(paragraphs: list[str]) -> int:
    return sum(each.count(" ") + 2 for each in paragraphs)


def _word_by_word(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    found = _opcodes(old, new)
    kept = sum(b - a for tag, a, b, _c, _d in found if tag == "equal")
    if kept < LEAST_KEPT * min(len(old), len(new)):
        found = [("replace", 0, len(old), 0, len(new))]
    for tag, a, b, c, d in found:
        if tag == "equal":
            yield "same", old[a:b]
        else:
            yield "removed", old[a:b]
            yield "added", new[c:d]


def _words(paragraphs: list[str]) -> list[str]:
    return [word for each in paragraphs for word in (*each.split(" "), BREAK)]


def _opcodes(old: list[str], new: list[str]) -> list[Opcode]:
    """Return difflib's opcodes; one "replace" where they would take too long. Equal ends cost nothing."""
    start, end = 0, 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    found: list[Opcode] = [("equal", 0, start, 0, start)] if start else []
    for tag, i, j, k, m in _middle(a, b):
        found.append((tag, i + start, j + start, k + start, m + start))
    if end:
        found.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return found


def _middle(old: list[str], new: list[str]) -> Sequence[Opcode]:
    theirs = Counter(new)
    meetings = sum(count * theirs[word] for word, count in Counter(old).items())
    if max(len(old), len(new)) > MOST_WORDS or meetings > MOST_MEETINGS:
        return [("replace", 0, len(old), 0, len(new))]
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _joined(runs: Iterator[tuple[Kind, list[str]]]) -> Iterator[Piece]:
    """Join neighbours of one kind; what went stands before what came."""
    same: list[str] = []
    removed: list[str] = []
    added: list[str] = []
    for kind, words in runs:
        if kind == "same":
            if words and (removed or added):
                yield from _told(same, removed, added)
                same, removed, added = [], [], []
            same += words
        else:
            (removed if kind == "removed" else added).extend(words)
    yield from _told(same, removed, added)


def _told(same: list[str], removed: list[str], added: list[str]) -> Iterator[Piece]:
    parts: list[tuple[Kind, list[str]]] = [("same", same), ("removed", removed), ("added", added)]
    yield from (Piece(kind, " ".join(words)) for kind, words in parts if words)


def _short(found: list[Piece]) -> list[Piece]:
    """Leave out what stayed far from any change."""
    short: list[Piece] = []
    for index, piece in enumerate(found):
        if index == len(found) - 1:
            piece = Piece(piece.kind, piece.words.rstrip())
        words = piece.words.split(" ")
        if piece.kind != "same" or len(words) <= 2 * AROUND:
            short += [piece] if piece.words else []
            continue
        head = words[:AROUND] if index else []
        tail = words[-AROUND:] if index < len(found) - 1 else []
        middle = " ".join(words[len(head) : len(words) - len(tail)])
        parts: list[tuple[Kind, str]] = [("same", " ".join(head)), ("left_out", middle), ("same", " ".join(tail))]
        short += [Piece(kind, text) for kind, text in parts if text]
    return short


# --- The words of a body, with what marks them ----------------------------------------------------


class _Written(HTMLParser):
    """Write clean HTML as lines in which no change hides: marks, the address of a link, the cells of a table."""

    MARK = {"strong": "*", "em": "_"}
    BEGINS = {"h2": "## ", "h3": "### ", "li": "- ", "blockquote": "> ", "hr": "---"}
    BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table", "tr", "hr"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in self.BLOCKS:
            self.out.append(BREAK)
        if tag == "a":
            self.links.append(named.get("href") or "")
        elif tag == "img":
            self.out.append(f"[{named.get('alt') or ''} {named.get('src') or ''}]")
        elif tag == "br":
            self.out.append(" ")
        self.out.append(self.BEGINS.get(tag) or self.MARK.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.out.append(" | ")
        elif tag == "a" and self.links:
            self.out.append(f" <{self.links.pop()}>")
        self.out.append(BREAK if tag in self.BLOCKS else self.MARK.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self.out.append(data.replace("\n", " "))


def written(body: str) -> str:
    """Return a clean body as text for `pieces`, with its marks and the addresses of its links."""
    parser = _Written()
    parser.feed(body)
    parser.close()
    return "".join(parser.out)
