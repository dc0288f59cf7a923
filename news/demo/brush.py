"""Drawing tools of the illustrations: colour, sky, layers, light and paper grain."""

import math
from functools import cache, lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]
SCALE = 2  # drawn at twice the size, then halved: that is the anti-aliasing


def rgb(code: str) -> Colour:
    """Return the colour of a code such as "0b5d3b"."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """Return the colour t of the way from a (0) to b (1)."""
    return tuple(round(x + (y - x) * t) for x, y in zip(a, b, strict=True))  # type: ignore[return-value]


class Palette:
    """The colours of one picture: a sky of three, distance to nearness, light, ink, accents."""

    def __init__(self, name: str, night: bool, codes: str) -> None:
        self.name = name
        self.night = night
        colours = [rgb(code) for code in codes.split()]
        self.top, self.mid, self.low, self.sun, self.far, self.near, self.ink = colours[:7]
        self.accents = colours[7:]

    def depth(self, t: float) -> Colour:
        """Return the colour of a layer from the horizon (0) to the foreground (1)."""
        return mix(self.far, self.near, t)


#           top    mid    low    sun    far    near   ink    accents ...
PALETTES = (
    Palette("dawn", False, "5b8a9a b9c7b4 f5d9ae fff1cf 9db5ab 1f5a48 14302a c8553d e0a83a f4ead2 3d7a63"),
    Palette("noon", False, "4f93b0 a3cbd0 e9efdc fffbe8 9cc0b8 1f6b4c 17352c d98a2b c24a3a fbf3df 2f7f86"),
    Palette("dusk", False, "3b3f6b b4617a f3b37a ffe2a3 9a6a83 3a2f4f 221c33 e58a4e f2c572 f7e3cf 6f4a78"),
    Palette("leaf", False, "7fb29a c6d9b6 f2ecc9 fff8dc 8fb79a 0b5d3b 0f2d21 b98a1d d9623b fbf7e6 4b8f6a"),
    Palette("ochre", False, "8c9a8a d9c79a f4dfb0 fff0c2 b7a67a 6b4a2b 33241a a8452c 0b5d3b fbeed2 d29a3f"),
    Palette("rain", False, "6c7f88 9fb0b0 d5dcd2 f2f3ea 8fa3a2 2f4f4f 1b2d2f b98a1d a5533f eef0e6 55797a"),
    Palette("night", True, "0f1d3a 21406a 4f7f93 f4ecc8 2f5470 0e2136 081425 f0b95a d9744a f3e6c4 2f6f73"),
    Palette("plum", True, "2a1f45 5e3f72 c07a7d ffe9c0 5a4470 1e1833 120e22 f0a25a e7c77a f6dccb 8a5a86"),
    Palette("sea", False, "2f7d8c 86bdb9 f1e6c8 fff7de 7fb0ae 145a62 0f3138 e2703a d8a93c faf3e0 3e8f86"),
    Palette("rose", False, "7d94ad d8b8b4 f8dfc6 fff3dd b69aa6 5a4258 2c2233 c8553d b98a1d fbeee0 86707f"),
)


class Canvas:
    """A picture in the making; x, y and sizes are fractions of its width and height."""

    def __init__(self, size: tuple[int, int], palette: Palette, rng: Random) -> None:
        self.out = size
        self.w, self.h = size[0] * SCALE, size[1] * SCALE
        # The shorter side keeps things (people, windows) alike in landscape and portrait.
        self.unit = min(self.w, self.h)
        self.sx, self.sy = self.unit / self.w, self.unit / self.h
        self.palette = palette
        self.rng = rng
        self.scarves = 1.0  # share of women who cover their hair
        self.image = Image.new("RGB", (self.w, self.h), palette.low)
        # Blending every pixel costs three times a plain fill, so only sheer shapes pay for it.
        self._solid = ImageDraw.Draw(self.image)
        self._sheer = ImageDraw.Draw(self.image, "RGBA")

    def _pen(self, fill: Colour, alpha: int) -> tuple[ImageDraw.ImageDraw, tuple[int, ...]]:
        return (self._solid, fill) if alpha >= 255 else (self._sheer, (*fill, alpha))

    def local(self, x: float, y: float, points: list[Point]) -> list[Point]:
        """Return points given in short sides, right and up from (x, y), as fractions."""
        return [(x + u * self.sx, y - v * self.sy) for u, v in points]

    def xy(self, points: list[Point]) -> list[Point]:
        return [(x * self.w, y * self.h) for x, y in points]

    def poly(self, points: list[Point], fill: Colour, alpha: int = 255) -> None:
        """Fill a polygon given in fractions."""
        pen, colour = self._pen(fill, alpha)
        pen.polygon(self.xy(points), fill=colour)

    def box(self, x: float, y: float, w: float, h: float, fill: Colour, alpha: int = 255, round_: float = 0) -> None:
        """Fill a rectangle, its corner radius in pixels of the short side's thousandth."""
        area = (x * self.w, y * self.h, (x + w) * self.w, (y + h) * self.h)
        if area[2] <= area[0] or area[3] <= area[1]:
            return
        pen, colour = self._pen(fill, alpha)
        if round_:
            pen.rounded_rectangle(area, radius=round_ * self.unit / 1000, fill=colour)
        else:
            pen.rectangle(area, fill=colour)

    def disc(self, x: float, y: float, r: float, fill: Colour, alpha: int = 255, squash: float = 1) -> None:
        """Fill a disc whose radius is a fraction of the short side."""
        rx, ry = r * self.unit, r * self.unit * squash
        cx, cy = x * self.w, y * self.h
        pen, colour = self._pen(fill, alpha)
        pen.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), fill=colour)

    def line(self, points: list[Point], fill: Colour, width: float, alpha: int = 255) -> None:
        """Draw a line, its width in thousandths of the short side."""
        pixels = max(1, round(width * self.unit / 1000))
        pen, colour = self._pen(fill, alpha)
        # Round joints cost far more than the line itself and show only on thick ones.
        joint = "curve" if pixels > 9 else None
        pen.line(self.xy(points), fill=colour, width=pixels, joint=joint)

    def gradient(self, top: float, bottom: float, *colours: Colour) -> None:
        """Fill a full-width band with an even vertical gradient through the colours."""
        y0, y1 = round(top * self.h), round(bottom * self.h)
        strip = Image.new("RGB", (1, len(colours)))
        strip.putdata(colours)
        height = max(1, y1 - y0)
        # Half a sample of margin each side keeps the end colours at the very edges.
        inner = (0, 0.5, 1, len(colours) - 0.5)
        narrow = strip.resize((1, height), Image.Resampling.BILINEAR, box=inner)
        self.image.paste(narrow.resize((self.w, height)), (0, y0))

    def glow(self, x: float, y: float, r: float, colour: Colour, strength: float) -> None:
        """Lay soft light of the radius (short side = 1) over what is drawn."""
        side = max(2, round(2 * r * self.unit))
        mask = _radial().resize((side, side)).point([round(v * strength) for v in range(256)])
        corner = (round(x * self.w - side / 2), round(y * self.h - side / 2))
        self.image.paste(colour, (*corner, corner[0] + side, corner[1] + side), mask)

    def mist(self, top: float, bottom: float, colour: Colour, strength: float) -> None:
        """Veil a band, clear at its top, densest at its foot."""
        y0, y1 = round(top * self.h), round(bottom * self.h)
        mask = Image.linear_gradient("L").resize((1, max(1, y1 - y0))).resize((self.w, max(1, y1 - y0)))
        mask = mask.point([round(v * strength) for v in range(256)])
        self.image.paste(colour, (0, y0, self.w, y0 + mask.height), mask)

    def finish(self, zoom: float = 1.0) -> Image.Image:
        """Return the picture at its size, zoom of it in view, with a little grain and darker corners."""
        small = self.image.reduce(SCALE) if zoom == 1 else self._close_up(zoom)
        small = ImageChops.multiply(small, _vignette(small.size))
        grain = _grain(self.rng.randrange(4), small.size)
        return ImageChops.overlay(small, grain)

    def _close_up(self, zoom: float) -> Image.Image:
        x = self.rng.uniform(0, 1 - zoom) * self.w
        y = self.rng.uniform(0.35, 0.65) * (1 - zoom) * self.h
        view = (x, y, x + zoom * self.w, y + zoom * self.h)
        return self.image.resize(self.out, Image.Resampling.BILINEAR, box=view)


@cache
def _radial() -> Image.Image:
    """A soft white dot: full in the middle, nothing at the rim."""
    falloff = [round(255 * (max(0.0, 1 - v / 181) ** 2)) for v in range(256)]
    return Image.radial_gradient("L").point(falloff)


@lru_cache(maxsize=4)
def _vignette(size: tuple[int, int]) -> Image.Image:
    dark = Image.radial_gradient("L").resize((256, 256)).crop((24, 24, 232, 232)).resize(size)
    return Image.merge("RGB", [dark.point([255 - max(0, v - 120) // 5 for v in range(256)])] * 3)


@lru_cache(maxsize=8)
def _grain(variant: int, size: tuple[int, int]) -> Image.Image:
    """Mid-grey paper noise; four sheets serve all pictures, as drawing it is slow."""
    fine = Image.frombytes("L", (640, 640), Random(variant).randbytes(640 * 640))
    fine = fine.filter(ImageFilter.GaussianBlur(0.7)).point([128 + (v - 128) // 9 for v in range(256)])
    sheet = Image.new("L", size, 128)
    for x in range(0, size[0], 640):
        for y in range(0, size[1], 640):
            sheet.paste(fine, (x, y))
    return Image.merge("RGB", [sheet] * 3)


def ridge(rng: Random, height: float, rough: float, steps: int = 7) -> list[Point]:
    """Return a smooth random skyline from left to right around the height, y downwards."""
    phases = [(rng.uniform(0, math.tau), rng.uniform(0.6, 1.3)) for _ in range(4)]
    count = 24 * steps
    points = []
    for i in range(count + 1):
        x = -0.02 + 1.04 * i / count
        y = sum(
            math.sin(x * math.tau * (k + 0.7) * stretch + phase) / (k + 1.2)
            for k, (phase, stretch) in enumerate(phases)
        )
        points.append((x, height + rough * y * 0.5))
    return points


def ground(points: list[Point]) -> list[Point]:
    """Return the skyline closed along the picture's foot."""
    return [*points, (1.03, 1.02), (-0.03, 1.02)]


def height_at(points: list[Point], x: float) -> float:
    """Return the skyline's y at x."""
    return min(points, key=lambda p: abs(p[0] - x))[1]
