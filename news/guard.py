"""What a story is held for before it becomes public: an advertisement for gambling, in whatever letters.

It only names what it sees, in words that a person can judge and release: it blocks nothing, deletes nothing and
knows no database. All of it is linear in the length of the text, because officers paste what they like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import groupby, islice
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from news.words import one_line

WORDS_MAX = 80
MOST = 10  # a page full of advertisements needs no longer list


@dataclass(frozen=True)
class Finding:
    """One reason to let a person look first: `kind` is "gambling", "letters" or "link"."""

    kind: str
    words: str

    @property
    def told(self) -> str:
        """The reason as a sentence in the reader's language, naming the words."""
        # On one line, with nothing invisible: the words may be hostile, and the sentence stands in a page.
        words = {"words": one_line(self.words)}
        if self.kind == "gambling":
            return _("This reads like an advertisement for online gambling: “%(words)s”.") % words
        if self.kind == "letters":
            return _("These letters are disguised (styled, invisible or of another script): “%(words)s”.") % words
        return _("It is not clear where this link leads: “%(words)s”.") % words


# --- Letters as they are read ---------------------------------------------------------------------

LOOKALIKES = dict(
    zip(
        "авекмнорстухіјѕԁԛԝяипгьбзэчёєѵһ" "αβγεζηικλμνοπρστυχωϲѡ"
        "ᗩᗷᑕᗪᖴᕼᒍᒪᗰᑎᑭᑫᖇᔕᑌᐯᗯ᙭ᘔᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ",
        "abekmhopctyxijsdqwrunrbb3e4eevh" "abyeznikaynonpotuxwcw"
        "abcdfhjlmnpqrsuvwxzabcdehjklmprstvwyzabcdefghijklmnoprstuvwxyz",
        strict=True,
    )
)  # fmt: skip
NAMED = re.compile(r"(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN"
                   r" CAPITAL LETTER)(?: DOTLESS| SCRIPT| TURNED| OPEN)? ([A-Z])\b")  # fmt: skip
DRESSED = ("<wide>", "<circle>", "<square>")  # besides <font>, whose digits count too
RAISED = ("<super>", "<sub>")
FOREIGN = ("GREEK", "CYRILLIC", "COPTIC", "ARMENIAN")
# Nobody here writes these scripts but to make Latin letters of them.
BORROWED = ("CANADIAN", "CHEROKEE", "LISU", "NEGATIVE", "LATIN LETTER SMALL CAPITAL")
# Signs in their own right, honest in any message: information, and the blood groups of a donor drive.
EMBLEMS = "ℹⓂ🅰🅱🅾🅿🆎"
# Marks that transliteration puts on letters, composed or not; the others only draw over the letter.
HONEST_MARKS = re.compile("[\u0300-\u0304\u0306-\u030c\u030f\u0311-\u0315\u031b\u0323-\u0331\u0483-\u0487\u20e3]")


@lru_cache(maxsize=8192)
def _letter(char: str) -> str:
    """Return the small letters or digits a sign is read as; nothing if it is not seen, a space if it is neither."""
    if char.isascii():
        return char.lower()
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return ""
    plain = "".join(LOOKALIKES.get(part, part) for part in unicodedata.normalize("NFKD", char).casefold())
    if kept := "".join(part for part in plain if part.isascii() and part.isalnum()):
        return kept
    if named := NAMED.match(unicodedata.name(char, "")):
        return named[1].lower()
    return str(unicodedata.digit(char, " ")) if unicodedata.category(char) == "No" else " "


@lru_cache(maxsize=8192)
def _class(char: str) -> str:
    """Return what kind of sign this is: l(etter), d(igit), s(tyled), r(aised), f(oreign), m(ark), z(ero width)."""
    category, name = unicodedata.category(char), unicodedata.name(char, "")
    if char.isspace():
        return " "
    if category == "Cf":
        # Soft hyphens come honestly, out of PDFs; what turns the reading round does not.
        return {"\u00ad": ".", "\u202e": "o"}.get(char, "z")
    if name.startswith("VARIATION SELECTOR"):
        return "z"
    if category in {"Mn", "Me"}:
        return "m" if name.startswith("COMBINING") and not HONEST_MARKS.match(char) else "."
    dress, read = unicodedata.decomposition(char).split(" ")[0], _letter(char)
    if name.startswith(FOREIGN):
        return "f"
    if len(read) != 1 or read == " " or char in EMBLEMS:
        return "."
    if dress == "<font>" or (read.isalpha() and (dress in DRESSED or name.startswith(BORROWED))):
        return "s"
    if dress in RAISED:
        return "r" if read.isalpha() else "."
    return "d" if read.isdecimal() else "l" if name.startswith("LATIN") else "."


STYLED_MIN = 3
DISGUISES = [
    re.compile(r"r{3,}"),  # a word in superscript; one raised letter may be an ayn
    re.compile(r"(?:[lds]m++){3,}"),  # letters struck through or underlined one by one
    re.compile(r"(?<![ld])(?:[ld]{1,3}+z++){3,}[ld]"),  # nothing, between letter and letter
    re.compile(r"(?<![lfs])(?=[lfs]{3})(?:l++[fs]|[fs]++l)"),  # two alphabets in one word
    re.compile(r"o"),  # read backwards
]


def _disguised(text: str) -> Iterator[Finding]:
    """Find letters that are made to look like others."""
    if text.isascii():
        return
    classes = "".join(map(_class, text))
    places = [disguise.search(classes) for disguise in DISGUISES]
    if classes.count("s") >= STYLED_MIN:
        # A word of them, or the first where they are strewn about.
        places.append(re.search(r"s(?:.?s){2,}", classes) or re.search("s", classes))
    yield from (Finding("letters", _word_at(text, *place.span())) for place in places if place)


def _word_at(text: str, start: int, end: int) -> str:
    """Return the place in the text, widened to whole words where they are not endless."""
    half = WORDS_MAX // 2
    start -= len(re.split(r"\s", text[max(0, start - half) : start])[-1])
    end += len(re.split(r"\s", text[end : end + half])[0])
    return text[start : min(end, start + WORDS_MAX)].strip()


# A digit on its own beside a letter stands for a letter (g4c0r); two or more are a number (slot88).
LEET = re.compile(r"(?<![0-9])[0134578](?![0-9])(?:(?<=[a-z].)|(?=[a-z]))|(?<=[a-z])[@$!](?=[a-z])")
LETTER_OF = dict(zip("0134578@$!", "oieastbasi", strict=True))
# i, l and 1 look the same in too many ways: one letter for all of them, here and in the lists below.
ONE_STROKE = str.maketrans("l", "i")


def _read(letters: str) -> str:
    """Return folded letters as they are read aloud, each in its place."""
    return LEET.sub(lambda sign: LETTER_OF[sign[0]], letters).translate(ONE_STROKE)


class _Folded(NamedTuple):
    """A text in plain small letters, the same as read aloud, and for each letter where it stands in the text."""

    text: str
    letters: str
    read: str
    at: Sequence[int]

    def words(self, start: int, end: int) -> str:
        """Return what was written there, at most 80 characters."""
        first, last = self.at[start], self.at[end - 1]
        return self.text[first : min(last + 1, first + WORDS_MAX)].strip()


def _folded(text: str) -> _Folded:
    if text.isascii():
        return _Folded(text, text.lower(), _read(text.lower()), range(len(text)))
    folded = [(letter, at) for at, char in enumerate(text) for letter in _letter(char)]
    letters = "".join(letter for letter, _at in folded)
    return _Folded(text, letters, _read(letters), [at for _letter, at in folded])


# --- Phrases and words ----------------------------------------------------------------------------

# These hold a story alone. "a|b" are alternatives; words may be glued together or kept apart by signs.
PHRASES = """
slot gacor|dana|pulsa|gopay|ovo|qris|thailand|kamboja|maxwin|terpercaya|terbaik|resmi
situs|agen|bandar|akun|info|pola|room|link gacor|maxwin|jackpot
situs|agen|akun|pola|link slot|togel|toto
situs|agen|bandar judi terpercaya|resmi|terbaik|gacor|bola
situs|agen|bandar judi online terpercaya|resmi|terbaik|gacor
gacor hari|malam|pagi|siang|sore ini
maxwin
mekswin
rtp live|slot|gacor
bocoran slot|rtp|pola|admin|togel|hk|sgp
scatter hitam|naga|emas
mahjong ways|wins
gates|gate of olympus
starlight princess
sweet bonanza
wild bandito
pragmatic play
pg soft
joker gaming
togel|toto|prediksi|keluaran|pengeluaran|result|paito sgp|hk|sdy|sidney|sydney|hongkong|singapore|macau
data sgp|hk|sdy|sidney|togel
prediksi|keluaran|pengeluaran|angka togel|toto
toto macau|slot|togel|gelap
live draw|casino
bandar|domino qq
pkv games|game|qq
sbobet
maxbet
mix parlay
casino|kasino|poker online terpercaya|resmi|terbaik
free bet|chip|spin
buy spin
bonus new member
bonus deposit|depo|rollingan|cashback|referral
akun pro|vip thailand|kamboja|slot|gacor
server thailand|kamboja
deposit|depo|wd pulsa|qris|gopay|receh
deposit|depo tanpa potongan
minimal|minim|min depo|wd
gampang|mudah|auto|pasti|jamin|langsung|sering|lancar jp|jepe|wd|wede|jackpot|scatter
gampang menang
anti rungkad|rungkat
"""
# Gambling's own words, which stories against it use too: they count together, or beside a link to a stranger.
HINTS = """
gacor gachor gacir jackpot jakpot jekpot jepe jepei jepey jeipe wede wedey hoki cuan togel casino kasino poker scatter
scater sceter scter sketer buyspin rungkad withdraw parlay
"""
# Everybody's words, which say something only in the company of those. A JP is also an hour's lesson, a WD a vice-dean.
COMPANY = """
slot selot spin skater rtp zeus olympus taruhan toto prediksi daftar bonus depo deposit jp wd main maen mainkan bermain
menang kemenangan kalah situs modal saldo member login link pola receh sultan server pulsa petir untung keberuntungan
hadiah game gampang auto profit promo
"""
ALTOGETHER = 3
NEAR = 160  # letters: two or three sentences

# A story that warns of gambling may use loose words as it likes.
GAMBLING = "judi judol perjudian togel slot"
WARNINGS = """
berantas memberantas pemberantasan diberantas bahaya bahayanya cegah mencegah pencegahan jauhi menjauhi dijauhi
tolak menolak haram perangi memerangi hindari menghindari dosa larang larangan melarang dilarang blokir memblokir
diblokir pemblokiran korban pecandu kecanduan stop lawan melawan dampak tangkal menangkal ditangkap pelaku terjerat
edukasi penyuluh penyuluhan polisi pidana waspada waspadai mewaspadai
"""

PART, NO_MORE, GAP = r"(?<![a-z0-9])", r"(?![a-z0-9])", "[^a-z0-9]{0,3}"


def _stretched(word: str) -> str:
    """Return a pattern of a word with letters drawn out (gacorrr); a single first one keeps the search fast."""
    word = word.translate(ONE_STROKE)
    return word[0] + "".join(f"{letter}+" for letter in word[1:])


def _any(words: str) -> str:
    return "|".join(map(_stretched, words.split()))


def _phrase(line: str) -> str:
    return GAP.join(f"(?:{_any(part.replace('|', ' '))})" for part in line.split())


STRONG = re.compile(rf"{PART}(?:{'|'.join(map(_phrase, PHRASES.strip().splitlines()))})(?:n[iy]a)?(?![a-z])")
WARNED_OF, WARNING = (re.compile(rf"{PART}(?:{_any(words)}){NO_MORE}") for words in (GAMBLING, WARNINGS))

# --- Names of houses: known by their shape, because they change every week ------------------------

# Numbers that bring luck, and some that houses have made their own.
PAIRS = "77|88|99|69"
THREES = "|".join(3 * digit for digit in "123456789") + "|1[2368]8|[238]88|[23]28|[23]38|303|365|234|500|505|707|855"
ENDINGS = (
    "toto|slot|hoki|togel|poker|gacor|casino|maxwin|(?<=[a-z]{4})(?:jitu|qq|wd|rtp|gaming)|(?<=[a-z]{5})(?:bet|win)"
)
# Units, things and files that honestly wear a number glued to their name.
NUMBERED = """
sdn sdi sdit smp smpn smpit sma sman smk smkn mtsn mtss mis mas upt uptd spf kma pma pmk kloter upg jkg juz ayat surah
surat pasal bab kelas ruang kamar blok jalan nomor tahun angkatan batch edisi volume covid milad harlah halaman
lampiran aksi alumni reuni wiro grup regu tim kafilah peserta usia umur pukul formasi gelombang level tipe versi boeing
airbus img image foto photo pic gambar dsc dscn dscf vid video scan file dok dokumen screenshot kuhp permen perda
perpres inpres keppres telp telepon whatsapp posko saf shaf islam studio radio channel seri gugus film bioskop usg
"""
# Words and names that end as houses do.
ALIKE = """
alphabet jerembet kesambet menyabet merembet elisabet elizabet sumartoto hartoto martoto maskawin pascakawin passwd
"""
HONEST = frozenset(f"{NUMBERED}{ALIKE}".translate(ONE_STROKE).split())

START, END = r"(?<![a-z0-9@_])", r"(?![a-z0-9@])"  # an at sign makes it somebody's account or mail address
NUMBERED_NAME = re.compile(rf"{START}(?:([a-z]{{4,20}})(?<!ke)(?:{PAIRS})|([a-z]{{3,20}})(?:{THREES}|4d)){END}")
ENDING_NAME = re.compile(
    rf"{START}(?=[a-z]{{5,24}}[0-9]{{0,4}}{END})([a-z]{{3,}}(?:{ENDINGS.translate(ONE_STROKE)}))[0-9]{{0,4}}{END}"
)
BEGINNING_NAME = re.compile(
    rf"{START}((?:{_any('slot togel gacor')})(?!n[iy]a|iah|kah|kan|an|er|t)[a-z0-9]{{2,20}}){END}"
)
# 77-7, 7.7/7, seven seven seven: a lucky number behind a name, in a form that is read aloud.
SPLIT_NUMBER = re.compile(r"(?<![a-z])([a-z]{3,20}) ?([6-9])(?:\2[-/_]|[-./_]\2[-./_])\2(?![0-9])")
SPOKEN_NUMBER = re.compile(rf"{PART}(tujuh|delapan|sembilan)(?:{GAP}\1){{2}}{NO_MORE}")


def _is_honest(name: str) -> bool:
    return name.translate(ONE_STROKE) in HONEST


def _names(letters: str, read: str) -> Iterator[tuple[int, int]]:
    """Find what is shaped like the name of a gambling house: luck88, lucktoto, l/uck77-7."""
    shapes = ((NUMBERED_NAME, letters), (ENDING_NAME, read), (BEGINNING_NAME, read), (SPLIT_NUMBER, letters))
    for shape, text in shapes:
        for name in shape.finditer(text):
            if not _is_honest(name[1] or name[2]):
                yield name.span()
    yield from (number.span() for number in SPOKEN_NUMBER.finditer(letters))


# --- Words taken apart: g.a.c.o.r, S L O T, HO KI -------------------------------------------------

CHUNK, BETWEEN = rf"[a-z0-9]{{1,2}}{NO_MORE}", "[^a-z0-9]{1,3}"
APART = re.compile(rf"{PART}{CHUNK}(?:{BETWEEN}{CHUNK})++(?:{BETWEEN}(?:hoki|slot|toto|togel|bet|win){NO_MORE})?")
TAKEN_APART = re.compile("slot|gacor|togel|hoki|toto|maxwin|jackpot|scatter|sbobet|casino|kasino".translate(ONE_STROKE))
# Letter by letter even a short name or an unlucky number is no accident; a year has four digits.
SPELLED_NAME = re.compile(r"([a-z]{5,20})(?<!ke)[0-9]{2,3}|[a-z]{3,20}(?:win|bet|qq|wd)")


def _apart(letters: str) -> Iterator[tuple[int, int]]:
    """Find what nobody writes in pieces but to hide it."""
    for run in APART.finditer(letters):
        chunks = re.findall("[a-z0-9]+", run[0])
        if re.fullmatch("[0-9]{2}", chunks[-1]):
            chunks.pop()  # "MI, MA, RA 77": a number that only counts
        if len(chunks) > 2:
            single = ["".join(group) for size, group in groupby(chunks, len) if size == 1]
            if any(map(_hides, ["".join(chunks), *single])) or any(map(_spells, single)):
                yield run.span()


def _hides(joined: str) -> bool:
    read = _read(joined)
    return bool(TAKEN_APART.search(read) or STRONG.search(read)) or any(_names(joined, read))


def _spells(joined: str) -> bool:
    name = SPELLED_NAME.fullmatch(joined)
    return name is not None and not _is_honest(name[1] or "")


# --- Loose words ----------------------------------------------------------------------------------

LOOSE = re.compile(
    rf"{PART}(?:(?P<hint>{_any(HINTS)}|{_phrase('link alternatif')})|{_any(COMPANY)})(?:n[iy]a)?{NO_MORE}"
    rf"|{START}(?P<house>[a-z]{{5,20}})[0-9]{{2,3}}{END}"
)


def _loose(folded: _Folded, beside_a_stranger: bool) -> Iterator[Finding]:
    """Find where loose words crowd: three different ones, or one of gambling's own beside an unknown link."""
    near: deque[tuple[int, str, str | None]] = deque(maxlen=2 * ALTOGETHER)
    for word in LOOSE.finditer(folded.read):
        if word["house"] and _is_honest(word["house"]):
            continue
        near.append((word.start(), _squeezed(word[0]), word.lastgroup))
        while word.end() - near[0][0] > NEAR:
            near.popleft()
        kinds = {kind for _start, _name, kind in near}
        if kinds != {None} and _crowded({name for _start, name, _kind in near}, kinds, beside_a_stranger):
            yield Finding("gambling", folded.words(near[0][0], word.end()))
            return


@lru_cache(maxsize=1024)
def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _crowded(names: set[str], kinds: set[str | None], beside_a_stranger: bool) -> bool:
    if "hint" in kinds and beside_a_stranger:
        return True
    # A name with any number glued to it may be a house: it counts for two, but no link makes it one.
    return bool(kinds & {"hint", "house"}) and len(names) + ("house" in kinds) >= ALTOGETHER


# --- Links ----------------------------------------------------------------------------------------

ANCHOR = re.compile(r'<a (?:\w{1,9}="[^"<>]*" )?href="(https?://[^"<>]*)"', re.IGNORECASE)
SHORTENERS = """
bit.ly s.id tinyurl.com t.co goo.gl is.gd v.gd ow.ly cutt.ly rb.gy shorturl.at t.ly tiny.cc rebrand.ly buff.ly adf.ly
shorte.st short.io tny.im bl.ink dub.sh u.to clck.ru gg.gg kutt.it shorturl.asia l.ead.me
"""
# 10.0.0.1, and what browsers take for it: 167772161, 0x0a.1.
NUMERIC_HOST = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
GAMBLING_HOST = re.compile(
    rf"(?:{_any('slot togel gacor maxwin casino kasino poker sbobet jackpot dominoqq bandarqq')})"
    rf"|(?<![a-z])(?:{_any('judi judionline judibola judislot rtp')})(?![a-z])"
)


def links_of(body: str) -> list[str]:
    """Return the http and https addresses of a stored body, each once, in their order."""
    return list(dict.fromkeys(unescape(address) for address in ANCHOR.findall(body)))


def _host(link: str) -> str:
    """Return the host a browser would go to, without www; nothing where that cannot be told."""
    try:
        parts = urlsplit(link.strip().replace("\\", "/"))
        # A name before the host is there to be taken for it: https://kemenag.go.id@elsewhere.
        host = "" if "@" in parts.netloc else (parts.hostname or "").rstrip(".")
        host = host.encode().decode("idna") if "xn--" in host else host
    except ValueError:
        return ""
    return unicodedata.normalize("NFKC", host).lower().removeprefix("www.")


def _unaccounted(link: str, host: str) -> bool:
    """Whether an unknown link hides where it goes, or its own address reads like gambling."""
    if not host or ":" in host or NUMERIC_HOST.fullmatch(host) or host in SHORTENERS.split():
        return True
    name, path = _folded(host), _folded(unquote(link.replace("\\", "/").partition("//")[2].partition("/")[2]))
    return bool(GAMBLING_HOST.search(name.read)) or any(_advertised(name)) or any(_advertised(path))


# --- All together ---------------------------------------------------------------------------------


def findings(
    texts: Iterable[str], links: Iterable[str] = (), known_hosts: Collection[str] = (), most: int | None = MOST
) -> list[Finding]:
    """Return why a person should look first, at most `most` reasons (None: all): none for an ordinary story.

    `texts` are title, lead, plain body, captions, alternative texts, tags and names of files; `links` the outgoing
    addresses of the body, of which those to exactly one of `known_hosts` are trusted.
    """
    known = {host.lower().removeprefix("www.") for host in known_hosts}
    hosts = ((link, _host(link)) for link in links)
    strangers = [(link, host) for link, host in hosts if not host or host not in known]
    found: dict[Finding, None] = {}
    for finding in _all(texts, strangers, most):
        found[finding] = None
        if len(found) == most:
            break
    return list(found)


def _all(texts: Iterable[str], strangers: list[tuple[str, str]], most: int | None) -> Iterator[Finding]:
    every = [_folded(text) for text in texts]
    excused = _warns(every)
    for folded in every:
        advertised = [Finding("gambling", folded.words(*place)) for place in islice(_advertised(folded), most)]
        yield from advertised
        if not advertised and not excused:
            yield from _loose(folded, bool(strangers))
        yield from _disguised(folded.text)
    yield from (Finding("link", link[:WORDS_MAX]) for link, host in strangers if _unaccounted(link, host))


def _advertised(folded: _Folded) -> Iterator[tuple[int, int]]:
    """Find what holds a story alone, warning or not."""
    yield from (phrase.span() for phrase in STRONG.finditer(folded.read))
    yield from _names(folded.letters, folded.read)
    yield from _apart(folded.letters)


def _warns(every: list[_Folded]) -> bool:
    """Whether a story speaks against gambling; that never excuses what holds alone."""
    return all(any(said.search(folded.read) for folded in every) for said in (WARNED_OF, WARNING))
