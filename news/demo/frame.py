"""The shape of a story frame: facts, titles, leads and a body with open slots."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

KUA = frozenset({"kua"})
OFFICE = frozenset({"kankemenag"})
UPPER = frozenset({"kankemenag", "kanwil"})
LOCAL = frozenset({"kua", "kankemenag"})
ANY: frozenset[str] = frozenset()

# Programmes change every few years: each theme names its slugs of every period.
NIKAH = ("revitalisasi-kua", "layanan-berdampak")
DIGITAL = ("transformasi-digital", "digitalisasi-tata-kelola")
RUKUN = ("kerukunan-umat-beragama", "moderasi-beragama", "kerukunan-cinta-kemanusiaan")
ALAM = ("ekoteologi",)
SEKOLAH = ("pendidikan-unggul",)
PESANTREN = ("kemandirian-pesantren", "pemberdayaan-pesantren")
EKONOMI = ("ekonomi-umat",)
HAJI = ("sukses-haji",)

Facts = dict[str, int | str]


@dataclass(frozen=True, eq=False)
class Frame:
    """One kind of story; its text holds {slots}, [a|b] choices and '?' before optional paragraphs."""

    key: str
    kinds: frozenset[str]
    category: str
    programmes: tuple[str, ...]
    theme: str
    tags: tuple[str, ...]
    pictures: tuple[tuple[str, str], ...]
    facts: Callable[[Random], Facts]
    titles: str
    leads: str
    body: str
    season: str = ""
    coastal: bool = False

    @cached_property
    def title_list(self) -> list[str]:
        return self.titles.strip().split("\n")

    @cached_property
    def lead_list(self) -> list[str]:
        return [fold(block) for block in self.leads.strip().split("\n\n")]

    @cached_property
    def paragraphs(self) -> list[str]:
        return [fold(block) for block in self.body.strip().split("\n\n")]

    def fits(self, kind: str) -> bool:
        """Return whether a unit of this kind may run the story."""
        return not self.kinds or kind in self.kinds


def fold(block: str) -> str:
    """Return a source block as one line, list lines kept apart."""
    text = ""
    for line in block.strip().split("\n"):
        text += ("\n" if line.startswith("- ") else " ") + line if text else line
    return text
