"""The one door through which the text of an article comes in, and its plain-text form.

`clean` is the only place that decides what HTML may be stored; nothing touches the string after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from html.parser import HTMLParser

import nh3
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

TAGS = {
    "p", "h2", "h3", "strong", "em", "a", "ul", "ol", "li", "blockquote", "figure", "figcaption", "img", "br", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
# Let in by the first pass only, and then renamed: dropping them would glue words together.
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"} | dict.fromkeys(
    ("div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "pre", "center", "dt", "dd",
     "details", "summary", "fieldset", "legend", "form"), "p",
)  # fmt: skip
OLD_NAME = re.compile(f"<(/?)({'|'.join(RENAMED)})>")
# "*" is named because nh3 would let in lang and title everywhere without it.
ATTRIBUTES = {"*": set(), "a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}
REL = "noopener noreferrer nofollow ugc"

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u2028\u2029]")
ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
EMPTY = re.compile(r"<(p|h2|h3|strong|em|li|blockquote|figcaption|figure|ul|ol)>(?:\s|&nbsp;|<br>)*</\1>")
NO_SOURCE = re.compile(r'<img(?: (?!src=)\w+="[^"]*")*>')
NO_HREF = re.compile(r'<a rel="[^"]*">(.*?)</a>', re.DOTALL)
BLANK = re.compile(r"(?:\s|&nbsp;|<br>)*")
MARK_UP = re.compile(r"(<[^>]+>)")
VOID = ("<br", "<hr", "<img")
BLOCK = re.compile(r"<(?:p|h2|h3|ul|ol|blockquote|figure|table|hr)[\s>]")


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if ABSOLUTE.match(value) else None
    if name == "src":
        return value if re.fullmatch(re.escape(settings.MEDIA_URL) + r"[\w./-]+", value) and ".." not in value else None
    if name in {"width", "height"}:
        return value if value.isdecimal() and 1 < int(value) < 20000 else None
    return value


def _cleaner(tags: set[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        clean_content_tags={"script", "style", "noscript", "template", "iframe", "svg", "math", "title", "textarea"},
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=REL,
    )


# Built once: an import cleans a hundred thousand texts, and building costs more than cleaning.
FIRST_PASS, LATER_PASS = _cleaner(TAGS | RENAMED.keys()), _cleaner(TAGS)


def _pruned(text: str) -> str:
    """Return canonical HTML without the parts that hold nothing, and without what entities smuggled in."""
    text = NO_HREF.sub(r"\1", NO_SOURCE.sub("", CONTROLS.sub("", text)))
    return (_without_empty(text) if EMPTY.search(text) else text).strip()


def _without_empty(text: str) -> str:
    """Drop what EMPTY finds and all that it leaves empty: one walk, however deep it is nested."""
    out: list[str] = []
    opened: list[int] = []
    for part in MARK_UP.split(text):
        out.append(part)
        if part.startswith("</"):
            start = opened.pop()
            inside = (out[index] for index in range(start + 1, len(out) - 1))
            if EMPTY.match(out[start] + part) and all(map(BLANK.fullmatch, inside)):
                del out[start:]
        elif part.startswith("<") and not part.startswith(VOID):
            opened.append(len(out) - 1)
    return "".join(out)


def clean(text: str) -> str:
    """Return `text` as HTML with only the tags of a news story: safe to show, and stable when cleaned again."""
    text = CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = FIRST_PASS.clean(text)
    text = OLD_NAME.sub(lambda tag: f"<{tag[1]}{RENAMED[tag[2]]}>", text)
    for _round in range(6):
        before = text
        text = LATER_PASS.clean(_pruned(text))
        if text == before:
            break
    return text


def shown(body: str) -> SafeString:
    """Return a stored body for a template; bodies are clean on the way in, so this is the one mark_safe."""
    return mark_safe(body)  # noqa: S308 - the sanitiser's own door


# --- Plain text in: blank lines, WhatsApp marks ---------------------------------------------------

BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
ITALIC = re.compile(r"(?<![\w_/])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")
LINK = re.compile(r"(?<![\w\"'=])https?://[^\s<>\"]+[^\s<>\".,;:!?)\]*_]")
BULLET, NUMBER = re.compile(r"[-•·]\s+(.*)"), re.compile(r"\d{1,2}[.)]\s+(.*)")


def _inline(line: str) -> str:
    if "://" not in line:
        return _marks(line)
    parts, end = [], 0
    for link in LINK.finditer(line):
        parts += [_marks(line[end : link.start()]), f'<a href="{escape(link[0])}">{escape(link[0], quote=False)}</a>']
        end = link.end()
    return "".join([*parts, _marks(line[end:])])


def _marks(text: str) -> str:
    text = escape(text, quote=False)
    # Asking for the mark first is what keeps an import fast: the expressions look at every letter.
    if "*" in text:
        text = BOLD.sub(r"<strong>\1</strong>", text)
    return ITALIC.sub(r"<em>\1</em>", text) if "_" in text else text


def _list(lines: list[str], mark: re.Pattern[str], tag: str) -> str | None:
    items = [mark.fullmatch(line) for line in lines]
    if not all(items):
        return None
    return f"<{tag}>" + "".join(f"<li>{_inline(item[1])}</li>" for item in items if item) + f"</{tag}>"


def _block(lines: list[str]) -> str:
    first = lines[0]
    if len(lines) == 1 and first.startswith("### "):
        return f"<h3>{_inline(first[4:])}</h3>"
    if len(lines) == 1 and first.startswith("## "):
        return f"<h2>{_inline(first[3:])}</h2>"
    if all(line.startswith(">") for line in lines):
        return f"<blockquote><p>{'<br>'.join(_inline(line[1:].strip()) for line in lines)}</p></blockquote>"
    for mark, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        if (found := _list(lines, mark, tag)) is not None:
            return found
    return f"<p>{'<br>'.join(_inline(line) for line in lines)}</p>"


def from_text(text: str) -> str:
    """Return typed text as clean HTML: a blank line ends a paragraph, *tebal* and _miring_ as in WhatsApp.

    Lines with "- " or "1. " make lists, "> " a quotation, "## " a heading; addresses become links.
    """
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    lines = ([line.strip() for line in block.split("\n") if line.strip()] for block in blocks)
    return clean("".join(_block(block) for block in lines if block))


# --- And out again ------------------------------------------------------------------------------


class _TextOf(HTMLParser):
    """Write canonical HTML back as typed text; what cannot be typed shows as a difference."""

    MARK = {"strong": "*", "em": "_"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lists: list[list[int | None]] = []
        self.quoting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.MARK:
            self.out.append(self.MARK[tag])
        elif tag == "br":
            self.out.append("\n> " if self.quoting else "\n")
        elif tag in {"ul", "ol"}:
            self.lists.append([0 if tag == "ol" else None])
        elif tag == "li" and self.lists:
            number = self.lists[-1][0]
            self.lists[-1][0] = None if number is None else number + 1
            self.out.append("- " if number is None else f"{number + 1}. ")
        elif tag in {"h2", "h3"}:
            self.out.append("## " if tag == "h2" else "### ")
        elif tag == "blockquote":
            self.quoting = True
            self.out.append("> ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.MARK:
            self.out.append(self.MARK[tag])
        elif tag == "li":
            self.out.append("\n")
        elif tag in {"ul", "ol"}:
            self.lists.pop()
            self.out.append("\n")
        elif tag in {"p", "h2", "h3"} and not self.quoting:
            self.out.append("\n\n")
        elif tag == "blockquote":
            self.quoting = False
            self.out.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.out.append(data)


def to_text(body: str) -> str | None:
    """Return the typed text that `from_text` turns into exactly this body, or None where there is none."""
    parser = _TextOf()
    try:
        parser.feed(body)
        parser.close()
    except IndexError:
        return None
    text = "".join(parser.out).strip()
    return text if from_text(text) == body else None


WORD = re.compile(r"\w+(?:[-'\u2019.,]\w+)*")
INLINE_TAG, ANY_TAG = re.compile(r"</?(?:strong|em|a)\b[^>]*>"), re.compile(r"<[^>]+>")


def plain(body: str) -> str:
    """Return the words of a body without any mark-up, on one line."""
    return " ".join(unescape(ANY_TAG.sub(" ", INLINE_TAG.sub("", body))).split())


LINE_END = re.compile(r"<(?:br|hr)>|</(?:p|h2|h3|li|blockquote|figcaption|tr)>")


def lines(body: str) -> str:
    """Return the words of a body without any mark-up, a line for each paragraph."""
    bare = ANY_TAG.sub(" ", INLINE_TAG.sub("", LINE_END.sub("\n", body)))
    return "\n".join(line for part in unescape(bare).split("\n") if (line := " ".join(part.split())))


@lru_cache(maxsize=256)
def words(body: str) -> int:
    """Return how many words a body has."""
    return len(WORD.findall(plain(body)))


def has_blocks(text: str) -> bool:
    """Return whether HTML has paragraphs of its own, so that blank lines need not make them."""
    return bool(BLOCK.search(text))
