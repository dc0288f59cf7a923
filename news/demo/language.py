"""Small rules of Indonesian print: numbers, headlines, sentence starts, dates."""

import re
from datetime import date
from random import Random


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a string; long word lists read better as running text."""
    return tuple(text.split())


UNITS = listed("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas")
DAYS = listed("Senin Selasa Rabu Kamis Jumat Sabtu Minggu")
MONTHS = listed("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember")
# Words that Indonesian papers leave in lower case inside a headline.
SMALL_WORDS = frozenset(
    listed(
        "di ke dari dan yang untuk dengan pada bagi atau agar oleh sebagai serta hingga sampai karena "
        "tentang terhadap dalam demi tanpa lewat per jika sejak selama sebelum setelah saat"
    )
)
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_DIGIT_START = re.compile(r"(^|[.!?] |\.” )(?=\d)")
_SENTENCE_START = re.compile(r"(?:^|[.!?] |\.” )“?[a-z]")


def spell(n: int) -> str:
    """Return 0..99 in Indonesian words, anything larger in dotted digits."""
    if n < 12:
        return UNITS[n]
    if n < 20:
        return f"{UNITS[n - 10]} belas"
    if n < 100:
        tens, ones = divmod(n, 10)
        return f"{UNITS[tens]} puluh" + (f" {UNITS[ones]}" if ones else "")
    return dotted(n)


def dotted(n: int) -> str:
    """Return n with the Indonesian thousands dot: 1240 -> "1.240"."""
    return f"{n:,}".replace(",", ".")


class Number(int):
    """An int that prints as papers do: words below ten, `d` forces digits, `k` forces words."""

    def __format__(self, spec: str) -> str:
        if spec == "k" or (spec == "" and self < 10):
            return spell(int(self))
        return dotted(int(self))


def spin(text: str, rng: Random) -> str:
    """Return text with each [one|other] choice made; choices do not nest."""
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), text)


def headline(text: str) -> str:
    """Return text in the title case of Indonesian papers, abbreviations untouched."""
    words = text.split()
    before = [":", *words]
    return " ".join(_headline_word(word, before[i][-1] in ":?!") for i, word in enumerate(words))


def _headline_word(word: str, first: bool) -> str:
    if word.lower() in SMALL_WORDS and not first:
        return word.lower()
    # Reduplication keeps a capital on both halves: "Sama-Sama".
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def sentences(paragraph: str) -> str:
    """Return the paragraph with each sentence opened by a capital, never by a figure."""
    paragraph = _DIGIT_START.sub(r"\1Sebanyak ", paragraph)
    return _SENTENCE_START.sub(lambda found: found[0][:-1] + found[0][-1].upper(), paragraph)


def short_date(day: date) -> str:
    """Return the newspaper form "Rabu (6/7/2022)"."""
    return f"{DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"


def long_date(day: date) -> str:
    """Return the long form "Senin, 8 Januari 2024"."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def hijri_month(day: date) -> int:
    """Return the month 1..12 of the tabular Islamic calendar, true to a day or two."""
    days = day.toordinal() - date(622, 7, 19).toordinal()
    in_cycle = days % 10631
    year_day = in_cycle - (in_cycle * 30 // 10631) * 10631 // 30
    return min(12, int(year_day / 29.53) + 1)
