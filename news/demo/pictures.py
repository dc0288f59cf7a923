"""Flat editorial illustrations, drawn rather than photographed so that no demo shows a real person."""

from collections.abc import Callable
from random import Random

from PIL import Image, ImageOps

from news.demo import buildings, gatherings, interiors, landscapes, worship
from news.demo.brush import PALETTES, Canvas

PAINTERS: dict[str, Callable[[Canvas], None]] = {
    "sawah": landscapes.sawah,
    "pesisir": landscapes.pesisir,
    "pegunungan": landscapes.pegunungan,
    "pohon": landscapes.pohon,
    "perahu": landscapes.perahu,
    "kebun": landscapes.kebun,
    "masjid": worship.masjid,
    "tongkonan": buildings.tongkonan,
    "kota": buildings.kota,
    "kantor": buildings.kantor,
    "kerukunan": worship.kerukunan,
    "kelas": interiors.kelas,
    "loket": interiors.loket,
    "perpustakaan": interiors.perpustakaan,
    "rapat": gatherings.rapat,
    "arsip": interiors.arsip,
    "pasar": gatherings.pasar,
    "pelaminan": gatherings.pelaminan,
}
SCENES: tuple[str, ...] = tuple(PAINTERS)
# Scenes full enough to be looked at from nearer.
CLOSE = frozenset({"sawah", "kebun", "kelas", "loket", "perpustakaan", "rapat", "arsip", "pasar"})
# Work in the fields, lessons and counters belong to daylight.
DAY_ONLY = frozenset({"sawah", "pohon", "kebun", "pasar", "kelas", "loket", "kantor", "arsip"})


def draw(scene: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """Return the scene as an RGB picture of the size in pixels, the same for a seed."""
    rng = Random(f"{scene}-{seed}")
    palettes = [p for p in PALETTES if not (p.night and scene in DAY_ONLY)]
    canvas = Canvas(size, palettes[seed % len(palettes)] if rng.random() < 0.5 else rng.choice(palettes), rng)
    PAINTERS[scene](canvas)
    picture = canvas.finish(rng.choice((1.0, 1.0, 0.88, 0.78)) if scene in CLOSE else 1.0)
    return ImageOps.mirror(picture) if rng.random() < 0.5 else picture
