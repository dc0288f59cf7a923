"""The house style as advice: what could be better about a story, why, and where; it blocks only where compulsory.

The same rules run while the officer writes (static/js/advice.js): rules, sentences and expressions go there as data,
so an expression is written in what Python and browsers both understand: a quotation mark as \\x22, and `\\w` never
inside brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from news import html
from news.models.desk import StyleRule

if TYPE_CHECKING:
    from news.models.article import Article
    from satker.models import Satker

Of = StyleRule.Of
Place = tuple[int, int]

MADRASAH = {"man", "mtsn", "min", "madrasah-swasta"}  # codes of kinds of unit
CAPITALS = 8  # fewer make an acronym
QUOTED_WORDS = 4  # fewer are a word in quotation marks
QUOTES_TOLD = 3
NEAR = 60  # characters before a quotation that may say what it is

# Words for pupils, and those of them that are no children here: adults beside them, offices, days.
PUPILS = "siswa|siswi|murid|santri(?:wan|wati)?|pelajar|peserta didik|anak didik"
SCHOOLS = "paud|ra|tk|tka|tpa|tpq|mi|mts|ma|min|mtsn|man"
GRADED = (
    "lapas|lembaga pemasyarakatan|rutan|rumah tahanan|bapas|pengadilan|imigrasi|ksop|bandara|rumah sakit|rsud|bpjs"
    "|kamar|rawat inap|kereta|tiket"
)

# How Indonesian says that somebody says, with what grammar puts around it: "ujarnya", "menuturkan", "disampaikan".
SAYING = (
    "kata|ata|ujar|tutur|utur|ungkap|jelas|pesan|imbuh|sebut|ebut|papar|apar|terang|erang|tegas|egas|tambah|ambah"
    "|ucap|cetus|tandas|andas|pungkas|mungkas|tukas|ukas|lanjut|sambung|ambung|beber|urai|seru|imbau|himbau|tanya"
    "|jawab|harap|komentar|cerita|kisah|sahut|ahut|timpal|impal|singgung|inggung|ingat|simpul|impul|celetuk|kelakar"
    "|canda|firman|sabda|bunyi|demikian"
)
# These say something only with a syllable before them: "sampai" is "until", "menyampaikan" is not.
SAYING_WITH_PREFIX = (
    "sampai|ampai|nilai|aku|nyata|tekan|ekan|doa|tulis|ulis|lapor|nurut|minta|kenang|saran|aran|puji|muji"
)
PREFIX = "me(?:ng|ny|m|n)?|di|ber|per|ter|pe(?:ng|ny|m|n)?"
PATTERNS: dict[str, tuple[str, str]] = {  # each with its flags
    "word": (html.WORD.pattern, ""),
    "number": (r"^\d{1,2}[.)]\s", "m"),  # of a list that is typed as plain text
    "quote": (r"(^|[\s(\[*_>:/–—-])([\x22“„])([^\x22“”„\n]+)([\x22”])", "m"),
    # A full stop behind a short word with a capital belongs to a title: Dr., H., M.Ag., Kab.
    "break": (r"([A-Z][A-Za-z]{0,3})?[.!?…]{1,5}[\x22”’')\]*_]{0,5}(?:\s+|$)|\n+", ""),
    "saying": (
        rf"(?<!\w)(?:(?:{PREFIX})?(?:{SAYING})|(?:{PREFIX})(?:{SAYING_WITH_PREFIX}))(?:kan|an|i)?(?:nya)?(?!\w)"
        r"|(?<!\w)(?:aku|doa|tulis|sambutan|arahan|amanat|tausiyah|tausiah|ceramah|khotbah|khutbah|laporan)nya(?!\w)",
        "i",
    ),
    # "Amir: “…”", and "“…” (QS. Al-Baqarah: 183)", "“…” – Amir".
    "named": (r"(?:(?<!\w)[A-Z][^\s:]*|\))\s*:\s*[*_]?$", ""),
    "source": (r"^[.,]?\s*(?:\(|[–—-]+\s*)[A-Z]", ""),
    # A theme or a title stands in quotation marks and is not spoken.
    "titled": (
        r"(?<!\w)(?:ber|di|me)?(?:tema|tajuk|judul|nama|slogan|semboyan|moto|motto|tagline|jargon|lagu|buku|materi|topik"
        r"|film|tulisan|spanduk|program|aplikasi|mars|lomba|seminar|webinar)(?:kan)?(?:nya)?(?!\w)[^.!?\x22“”]*$",
        "i",
    ),
    "file": (
        r"^\s*(?:.*\.(?:jpe?g|png|webp|hei[cf]|gif|avif|bmp|tiff?|mp4)\s*$"
        r"|(?:whatsapp (?:image|video)|gambar whatsapp|screen ?shot|tangkapan layar|fb_img|mvimg|pxl|img|dsc[nf]?|vid"
        r"|pic|sam|pano|burst|picture|photo|image|images|foto|gambar|received|inbound|untitled|p)"
        r"[\s\d_.():,-]*\d[\s\d_.():,-]*(?:(?:at|pukul|am|pm|wa|hdr|edit|copy|salinan)[\s\d_.():,-]*)*$"
        r"|screenshot_\S*$|untitled$|[\s\d_.():,-]*\d[\s\d_.():,-]*$)",
        "i",
    ),
    "pupils": (
        rf"(?<!\w)(?:(?:{PUPILS})(?:-(?:{PUPILS}))?(?:nya|ku)?"
        r"|anak (?:yatim|piatu|panti|asuh|sekolah|jalanan|terlantar|usia dini|di bawah umur|tk|paud)"
        r"|anak berkebutuhan khusus|yatim(?: piatu)?|balita"
        r"|anak-anak(?:nya)?(?! (?:muda|bangsa|negeri|perusahaan|buah|panah))"
        r"|kelas (?:[1-9]|1[0-2]|I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?:[ .-]?[A-K])?(?: ?\d)?)(?!\w)",
        "i",
    ),
    "no_pupils": (
        rf"(?<!\w)(?:(?:{GRADED})(?: (?!kelas|{PUPILS})\w+){{0,3}} kelas \w+"
        r"|(?:guru|wali) kelas \w+|kelas \w+ (?:bpjs|rawat inap|rumah sakit)|(?:hari|resolusi) santri(?: nasional)?"
        rf"|(?:mantan|eks|alumni|bekas|wali|orang ?tua|guru|penerimaan|ikatan) (?:{PUPILS})(?:nya)?"
        r"|pelajar (?:islam indonesia|nahdlatul ulama)|r\.?a\.? kartini"
        rf"|(?:guru|kepala|pengawas|operator|bendahara|ustaz|ustadz|ustazah|ustadzah|pengelola|kader|bunda|pendidik"
        rf"|pengajar|tutor|izin|akreditasi)(?: (?!{PUPILS})\w+)? (?:{SCHOOLS}))(?!\w)",
        "i",
    ),
    # Small children's places by their names; TPA alone is a dump, RA alone anybody's initials.
    "places": (
        r"(?<!\w)(?:PAUD|TPQ|TKQ)(?!\w)|(?<!\w)RA (?:[A-Z][a-z]|\d)|(?<!\w)TPA (?:A[a-z]-?|Nur|Darul|Baitu|Masjid|Bab)",
        "",
    ),
    # In a story of a madrasah its own name says that pupils may be in the photo; after a comma MA is a degree.
    "madrasah": (r"(?<!\w)(?<!\.)(?<!, )(?:MIN|MTsN|MTSN|MAN|MTs|MTS|MIS|MAS|MI|MA) (?:\d|[A-Z][a-z])", ""),
    "stock": (
        r"^[\s(]*(?:(?:foto|gambar|sekadar|hanya)[\s:]+)?ill?ustrasi(?!\w)"
        r"|^[\s(]*(?:(?:foto|gambar|dok|dokumentasi|keterangan|caption|ist|istimewa|humas|bersama|kegiatan|acara|pribadi"
        r"|kemenag)[\s.:)/]*)+$",
        "i",
    ),
}  # fmt: skip
_FLAGS = {"": 0, "i": re.IGNORECASE, "m": re.MULTILINE}
_RE = {name: re.compile(pattern, _FLAGS[flags]) for name, (pattern, flags) in PATTERNS.items()}

TOLD: dict[str, Promise] = {
    "title_words": _("Title: {count} words; try {limit} at most."),
    "title_length": _("Title: {count} characters; try {limit} at most."),
    "title_capitals": _("Title: in capitals only; write it as a sentence."),
    "lead_length": _("Lead: {count} characters; try {limit} at most."),
    "lead_missing": _("There is no lead yet."),
    "body_words": _("Text: {count} words; try {limit} at least."),
    "photo": _("There is no photo yet."),
    "photo_caption": _("The photo has no caption yet."),
    "photo_alt": _("It is not said yet what the photo shows."),
    "photo_name": _("“{words}” is the name of a file."),
    "photo_stock": _("“{words}” fits any photo; say who, what and where."),
    "programme": _("No priority programme is chosen yet."),
    "minors": _("“{words}” and a photo: write down the consent, or that no minor can be recognised."),
    "minors_consent": _("A minor is named or shown; the consent is not written down yet."),
    "quote_source": _("Who says this? “{words} …”"),
}


@dataclass(frozen=True)
class Texts:
    """What the rules look at, each text as plain text: a paragraph of the body is a line."""

    title: str = ""
    lead: str = ""
    body: str = ""
    has_photo: bool = False
    caption: str = ""
    alt: str = ""
    programme: bool = False
    madrasah: bool = False  # the lead unit is one
    minors: str = ""  # what the officer says: "none" or "shown"
    consent: str = ""  # what a consent that is written down covers: "name", "photo" or "both"
    minor_photo: bool = False


@dataclass(frozen=True)
class Advice:
    """One piece of advice: the field of the desk's form, what and why, and the characters that it is about."""

    of: str
    field: str
    told: str
    why: str
    place: Place | None
    compulsory: bool


# What a rule finds: the field, the key of its sentence, what stands in it, and the place.
Found = tuple[str, str, dict[str, Any], Place | None]


def rules(**only: bool) -> list[StyleRule]:
    """Return the rules in use, in their order; one query."""
    return list(StyleRule.objects.filter(active=True, **only))


def look(texts: Texts, given: Iterable[StyleRule]) -> list[Advice]:
    """Return what the rules have to say of a story; nothing while neither title nor text is begun."""
    if not texts.title.strip() and not texts.body.strip():
        return []
    return [
        Advice(rule.of, field, str(TOLD[key]).format(**values), rule.why, place, rule.compulsory)
        for rule in given
        for field, key, values, place in CHECKS[rule.of](texts, rule.limit)
    ]


def compulsory(article: Article) -> list[Advice]:
    """Return the advice that keeps an article from readers; one query where no rule is compulsory."""
    given = rules(compulsory=True)
    return look(texts_of(article, given), given) if given else []


def texts_of(article: Article, given: Iterable[StyleRule]) -> Texts:
    """Return a stored article as these rules look at it; one or two queries more for the rule on children."""
    photo = article.lead_photo
    asked = any(rule.of == Of.MINORS for rule in given)
    consent = getattr(article, "consent", None) if asked else None
    return Texts(
        title=article.title,
        lead=article.lead,
        body=html.lines(article.body),
        has_photo=photo is not None,
        caption=photo.caption if photo else "",
        alt=photo.alt if photo else "",
        programme=article.programme_id is not None,
        madrasah=asked and is_madrasah(article.satker),
        minors=consent.mark if consent else "",
        consent=consent.covered if consent else "",
        minor_photo=photo is not None and photo.minor,
    )


def is_madrasah(unit: Satker) -> bool:
    """Return whether a unit is a school of the ministry, by its kind."""
    return unit.kind.code in MADRASAH


def as_data(given: Iterable[StyleRule]) -> dict[str, Any]:
    """Return rules, sentences and expressions for static/js/advice.js."""
    return {
        "rules": [
            {"of": rule.of, "limit": rule.limit, "why": rule.why, "compulsory": rule.compulsory} for rule in given
        ],
        "told": {key: str(sentence) for key, sentence in TOLD.items()},
        # Browsers know \w of ASCII only.
        "patterns": {
            name: [pattern.replace(r"\w", r"[\p{L}\p{N}_]"), flags] for name, (pattern, flags) in PATTERNS.items()
        },
    }


# --- The rules ------------------------------------------------------------------------------------


def _title_words(texts: Texts, limit: int | None) -> Iterator[Found]:
    words = list(_RE["word"].finditer(texts.title))
    if limit is not None and len(words) > limit:
        yield "title", "title_words", {"count": len(words), "limit": limit}, (words[limit].start(), len(texts.title))


def _title_length(texts: Texts, limit: int | None) -> Iterator[Found]:
    yield from _too_long("title", texts.title, limit)


def _lead_length(texts: Texts, limit: int | None) -> Iterator[Found]:
    yield from _too_long("lead", texts.lead, limit)


def _too_long(field: str, text: str, limit: int | None) -> Iterator[Found]:
    if limit is not None and len(text) > limit:
        yield field, f"{field}_length", {"count": len(text), "limit": limit}, (limit, len(text))


def _title_capitals(texts: Texts, limit: int | None) -> Iterator[Found]:
    title = texts.title
    if sum(map(str.isupper, title)) >= CAPITALS and not any(map(str.islower, title)):
        yield "title", "title_capitals", {}, (0, len(title))


def _lead_missing(texts: Texts, limit: int | None) -> Iterator[Found]:
    if not texts.lead.strip():
        yield "lead", "lead_missing", {}, None


def _body_words(texts: Texts, limit: int | None) -> Iterator[Found]:
    count = len(_RE["word"].findall(_RE["number"].sub("", texts.body)))
    if limit is not None and count < limit:
        yield "body", "body_words", {"count": count, "limit": limit}, None


def _photo(texts: Texts, limit: int | None) -> Iterator[Found]:
    if not texts.has_photo:
        yield "photo", "photo", {}, None
        return
    for field, words in (("photo_caption", texts.caption), ("photo_alt", texts.alt)):
        if not words.strip():
            yield field, field, {}, None


def _photo_name(texts: Texts, limit: int | None) -> Iterator[Found]:
    if not texts.has_photo:
        return
    for field, words in (("photo_caption", texts.caption), ("photo_alt", texts.alt)):
        for name, key in (("file", "photo_name"), ("stock", "photo_stock")):
            if _RE[name].search(words):
                yield field, key, {"words": words}, (0, len(words))
                break


def _programme(texts: Texts, limit: int | None) -> Iterator[Found]:
    if not texts.programme:
        yield "programme", "programme", {}, None


def _minors(texts: Texts, limit: int | None) -> Iterator[Found]:
    """Find pupils beside a photo while neither a consent nor "nobody can be recognised" is written down."""
    if texts.minors == "none" or (texts.consent and not (texts.has_photo and texts.consent == "name")):
        return
    if texts.minors == "shown" or (texts.has_photo and texts.minor_photo):
        yield "minors_given_by", "minors_consent", {}, None
        return
    if not texts.has_photo:
        return
    names = ["pupils", "places", *(["madrasah"] if texts.madrasah else [])]
    for field in ("title", "lead", "body", "photo_caption", "photo_alt"):
        text = getattr(texts, field.removeprefix("photo_"))
        bare = _RE["no_pupils"].sub(lambda each: "x" * len(each[0]), text)
        found = [match for name in names if (match := _RE[name].search(bare))]
        if found:
            first = min(found, key=lambda match: match.start())
            yield field, "minors", {"words": first[0]}, first.span()
            return


def _quote_source(texts: Texts, limit: int | None) -> Iterator[Found]:
    """Find quotations without a verb of saying in their sentence or one beside it, and no name either."""
    body = texts.body
    quotes = [quote for quote in _RE["quote"].finditer(body) if len(_RE["word"].findall(quote[3])) >= QUOTED_WORDS]
    if not quotes:
        return
    bare = _RE["quote"].sub(_masked, body)
    ends = [each.end() for each in _RE["break"].finditer(bare) if not (each[1] and each[0].rstrip() == f"{each[1]}.")]
    ends.append(len(bare) + 1)
    starts = [0, *ends]
    said = [bool(_RE["saying"].search(bare[start:end])) for start, end in zip(starts[:-1], ends, strict=True)]
    at = told = 0
    for quote in quotes:
        start, end = quote.start(2), quote.end()
        while ends[at] <= start:
            at += 1
        before, after = bare[max(start - NEAR, starts[at]) : start], bare[end : end + NEAR]
        named = _RE["named"].search(before) or _RE["source"].search(after) or _RE["titled"].search(before)
        if not named and not any(said[max(at - 1, 0) : at + 2]):
            yield "body", "quote_source", {"words": " ".join(quote[3].split()[:5])}, (start, end)
            told += 1
        if told == QUOTES_TOLD:
            return


def _masked(quote: re.Match[str]) -> str:
    """Return a quotation of the same length that says nothing, but ends a sentence where it did."""
    words = quote[3]
    return quote[1] + quote[2] + "x" * (len(words) - 1) + (words[-1] if words[-1] in ".!?…" else "x") + quote[4]


CHECKS: dict[str, Callable[[Texts, int | None], Iterator[Found]]] = {
    Of.TITLE_WORDS: _title_words,
    Of.TITLE_LENGTH: _title_length,
    Of.TITLE_CAPITALS: _title_capitals,
    Of.LEAD_LENGTH: _lead_length,
    Of.LEAD_MISSING: _lead_missing,
    Of.BODY_WORDS: _body_words,
    Of.PHOTO: _photo,
    Of.PHOTO_NAME: _photo_name,
    Of.PROGRAMME: _programme,
    Of.QUOTE_SOURCE: _quote_source,
    Of.MINORS: _minors,
}
