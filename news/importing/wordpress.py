"""The text of a WordPress post as HTML with paragraphs of its own, ready for the sanitiser.

WordPress keeps blank lines and makes paragraphs of them when it shows a post; its shortcodes stand
in brackets. Both have to be resolved before cleaning, which would drop the line ends for good.
Every step runs in time linear in the text: an export is somebody else's file.
"""

from __future__ import annotations

import re

# Elements that stand on their own; around them a text is cut into paragraphs.
BLOCKS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|iframe|li|main|nav|noscript|object|ol|p|pre|script|section|style|summary|svg|table|tbody|td"
    "|template|tfoot|th|thead|tr|ul|video|audio|math|textarea|title"
)
BLOCK_TAG = re.compile(rf"(</?(?:{BLOCKS})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
TAG_NAME = re.compile(r"</?([a-z1-6]+)", re.IGNORECASE)
# Inside these a blank line makes no paragraph.
KEPT = {"script", "style", "svg", "math", "template", "noscript", "textarea", "title", "iframe", "object"}
TABLES = {"table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl"}
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

SHORTCODE = re.compile(r"(\[?)\[(/?)([A-Za-z][\w-]{1,40})((?:[\s=][^\[\]<>]*(?:<[^<>]*>[^\[\]<>]*){0,20})?)/?\](\]?)")
CLOSING = re.compile(r"\[/([A-Za-z][\w-]{1,40})\]")
CAPTION = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
# Known without attributes and without an end.
SHORTCODES = {
    "caption",
    "wp_caption",
    "gallery",
    "embed",
    "audio",
    "video",
    "playlist",
    "contact-form",
    "contact-form-7",
}

PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
EMPTY_LINK = re.compile(r"<a\b[^<>]*>\s*</a>", re.IGNORECASE)
OWN_LINE_LINK = re.compile(r"^[ \t]*(https?://[^\s<>\"']+)[ \t]*$", re.MULTILINE)


def to_html(text: str) -> str:
    """Return the content of a post as HTML with paragraphs, without shortcodes and comments."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_comments(text)
    text = _without_shortcodes(text)
    # Pictures stay behind on the old site, and so do the links that held nothing else.
    text = EMPTY_LINK.sub("", PICTURE.sub("", text))
    # An address on a line of its own is something embedded: a film, a post elsewhere.
    text = OWN_LINE_LINK.sub(r'<a href="\1">\1</a>', text)
    return _with_paragraphs(text)


def _without_comments(text: str) -> str:
    """Drop comments (<!--more-->, the marks of the block editor); an open one ends with the text."""
    first, *rest = text.split("<!--")
    return first + "".join(piece.partition("-->")[2] for piece in rest)


def _without_shortcodes(text: str) -> str:
    """Drop shortcodes but keep what stands between their ends, and captions; "[sic]" stays."""
    if "[" not in text:
        return text
    closed = set(CLOSING.findall(text))

    def replaced(code: re.Match[str]) -> str:
        before, slash, name, attributes, after = code.groups()
        if before and after:
            return code[0][1:-1]  # written twice to be shown
        if name not in closed and name not in SHORTCODES and "=" not in attributes:
            return code[0]
        if name not in {"caption", "wp_caption"}:
            return before + after
        caption = None if slash else CAPTION.search(attributes)
        told = (caption[1] or caption[2]) if caption else ""
        return f"{before}\n\n{told}\n\n{after}"

    return SHORTCODE.sub(replaced, text)


def _with_paragraphs(text: str) -> str:
    """Make paragraphs of what blank lines part, outside and inside blocks."""
    out = []
    inside: list[str] = []
    for place, piece in enumerate(BLOCK_TAG.split(text)):
        if place % 2:
            _enter_or_leave(piece, inside)
            out.append(piece)
        elif piece.strip():
            out.append(_paragraphs(piece, inside))
    return "".join(out)


def _enter_or_leave(tag: str, inside: list[str]) -> None:
    match = TAG_NAME.match(tag)
    name = match[1].lower() if match else ""
    if tag.endswith("/>") or name == "hr":
        return
    if not tag.startswith("</"):
        inside.append(name)
    elif name in inside[-8:]:
        while inside.pop() != name:
            pass


def _paragraphs(text: str, inside: list[str]) -> str:
    around = inside[-1] if inside else ""
    if around in KEPT or around in TABLES:
        return text
    if around == "pre":
        return text.strip("\n").replace("\n", "<br>")
    if around == "p":
        return BLANK_LINES.sub("</p><p>", text)
    parts = BLANK_LINES.split(text.strip())
    if around and len(parts) == 1:
        return text
    return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in parts if part.strip())
