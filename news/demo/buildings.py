"""Scenes with architecture: Torajan houses, a city, a public office."""

import math

from news.demo.brush import Canvas, Colour, ground, height_at, mix, rgb, ridge
from news.demo.figures import person
from news.demo.props import bush, grass, hills, sky, tree
from news.demo.worship import mosque

# Where the houses stand (x) and how large they are, the farthest first.
WIDE_VILLAGES = (
    ((0.14, 0.2), (0.88, 0.22), (0.5, 0.42)),
    ((0.86, 0.15), (0.73, 0.22), (0.3, 0.46)),
    ((0.1, 0.14), (0.24, 0.2), (0.68, 0.47)),
    ((0.12, 0.19), (0.38, 0.21), (0.64, 0.2), (0.89, 0.22)),
    ((0.3, 0.33), (0.76, 0.36)),
)
TALL_VILLAGES = (((0.16, 0.2), (0.6, 0.36)), ((0.84, 0.2), (0.4, 0.37)), ((0.5, 0.4),))


def tongkonan(c: Canvas) -> None:
    """A row of Torajan houses with their boat-shaped roofs."""
    p, rng = c.palette, c.rng
    c.scarves = 0.3  # Toraja is mostly Christian
    base = rng.uniform(0.72, 0.8)
    sky(c, base - 0.18)
    hills(c, base - 0.12, rng.randint(3, 4), rng.uniform(0.18, 0.28), 0.55)
    line = ridge(rng, base - 0.06, 0.04)
    c.poly(ground(line), mix(p.depth(0.6), rgb("6f9a4e"), 0.4))
    for _ in range(9):
        x = rng.random()
        tree(c, x, height_at(line, x) + 0.01, rng.uniform(0.12, 0.24), p.depth(0.68))
    yard = mix(mix(p.low, rgb("a9794d"), 0.45), p.mid, 0.2)
    c.gradient(base, 1, mix(yard, p.low, 0.25), yard, mix(yard, p.near, 0.3))
    for x, s in rng.choice(WIDE_VILLAGES if c.sx < 0.9 else TALL_VILLAGES):
        x = x if rng.random() < 0.9 else x + 0.02
        _clan_house(c, x, base + 0.02 + 0.2 * (s - 0.26), s * rng.uniform(0.95, 1.05))
    for _ in range(rng.randint(4, 6)):
        y = rng.uniform(base + 0.08, 0.96)
        person(c, rng.uniform(0.08, 0.92), y, 0.09 + 0.4 * (y - base), rng)
    grass(c, 0.94, mix(p.near, p.ink, 0.1), 60)


def _clan_house(c: Canvas, x: float, y: float, s: float) -> None:
    p = c.palette
    wood = mix(p.ink, rgb("6b3a22"), 0.55)
    for k in range(-3, 4):
        u = k * 0.15 * s
        c.poly(
            c.local(x, y, [(u - 0.025 * s, 0), (u - 0.025 * s, 0.4 * s), (u + 0.025 * s, 0.4 * s), (u + 0.025 * s, 0)]),
            wood,
        )
    c.poly(
        c.local(x, y, [(-0.56 * s, 0.38 * s), (-0.62 * s, 0.82 * s), (0.62 * s, 0.82 * s), (0.56 * s, 0.38 * s)]),
        mix(rgb("7a2f22"), p.mid, 0.14),
    )
    bands = (rgb("d9a441"), rgb("f1e4cb"), rgb("1f1a18"))
    for k in range(9):
        u = (-0.5 + k * 0.125) * s
        for j, hue in enumerate(bands):
            v = (0.45 + 0.12 * j) * s
            c.poly(
                c.local(x, y, [(u - 0.035 * s, v), (u, v + 0.045 * s), (u + 0.035 * s, v), (u, v - 0.045 * s)]),
                mix(hue, p.mid, 0.15),
            )
    c.line(c.local(x, y, [(-0.57 * s, 0.39 * s), (0.57 * s, 0.39 * s)]), p.accents[1], 16 * s)
    _saddle_roof(c, x, y, s)


def _saddle_roof(c: Canvas, x: float, y: float, s: float) -> None:
    """The ridge sags in the middle and its ends rise far out over the gables."""
    p = c.palette
    steps = [i / 20 for i in range(21)]
    upper = [((-1.12 + 2.24 * t) * s, (1.02 + 0.52 * abs(2 * t - 1) ** 2.1) * s) for t in steps]
    lower = [((-0.78 + 1.56 * t) * s, (0.76 + 0.2 * abs(2 * t - 1) ** 2.4) * s) for t in steps]
    thatch = mix(rgb("4a3328"), p.mid, 0.16)
    c.poly(c.local(x, y, upper + lower[::-1]), thatch)
    for k in (0.25, 0.5, 0.75):
        layer = [(a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k) for a, b in zip(upper, lower, strict=True)]
        c.line(c.local(x, y, layer), mix(thatch, p.sun, 0.22), 7 * s, 150)
    c.line(c.local(x, y, upper), mix(p.accents[1], p.mid, 0.15), 16 * s)
    for side in (0, -1):
        c.line(c.local(x, y, [upper[side], lower[side]]), mix(p.ink, p.accents[0], 0.35), 14 * s)


def kota(c: Canvas) -> None:
    """A city skyline with lit windows, trees along the road in front."""
    p, rng = c.palette, c.rng
    c.scarves = 0.7
    base = rng.uniform(0.76, 0.82)
    sky(c, base)
    hills(c, base - 0.16, 2, rng.uniform(0.08, 0.16), 0.3)
    for layer in range(3):
        t = 0.25 + 0.3 * layer
        x = -0.04
        while x < 1.02:
            w = rng.uniform(0.05, 0.12) * c.sx * 1.5
            h = rng.uniform(0.12, 0.42) * (1.12 - 0.28 * layer)
            _tower(c, x, base, w, h, mix(p.depth(t), rng.choice(p.accents), 0.06 + 0.1 * layer), layer)
            x += w * rng.uniform(0.8, 1.25)
        c.mist(base - 0.3, base, mix(p.low, p.far, 0.35), 0.3 * (2 - layer))
    mosque(
        c, rng.choice((0.24, 0.74)), base + 0.01, rng.uniform(0.17, 0.23), mix(p.accents[2], p.mid, 0.3), p.depth(0.8)
    )
    road = mix(mix(p.depth(0.85), rgb("4d5258"), 0.6), p.ink, 0.15)
    c.gradient(base, 1, mix(road, p.low, 0.16), road)
    for k in range(-2, 12):
        c.poly(
            [(k * 0.12, 0.925), (k * 0.12 + 0.05, 0.925), (k * 0.12 + 0.045, 0.933), (k * 0.12 - 0.005, 0.933)],
            p.sun,
            150,
        )
    for k in range(9):
        tree(
            c, k / 8 + rng.uniform(-0.04, 0.04), base + 0.03, rng.uniform(0.12, 0.19), mix(p.near, rgb("3f7a4a"), 0.35)
        )
    c.box(0, base + 0.022, 1, 0.03, mix(p.low, p.depth(0.6), 0.5))
    for _ in range(rng.randint(5, 9)):
        person(c, rng.random(), base + 0.045, rng.uniform(0.1, 0.12), rng)
    for k in range(rng.randint(1, 3)):
        _minibus(c, rng.uniform(0.1, 0.9), 0.9 + 0.05 * k, 0.1 + 0.02 * k)


def _tower(c: Canvas, x: float, base: float, w: float, h: float, colour: Colour, layer: int) -> None:
    p, rng = c.palette, c.rng
    c.box(x, base - h, w, h + 0.01, colour)
    c.box(x + w * 0.7, base - h, w * 0.3, h + 0.01, p.ink, 26)
    if rng.random() < 0.3:
        c.box(x + w * 0.3, base - h - 0.02, w * 0.25, 0.022, colour)
    cols, rows = max(2, round(w / c.sx / 0.026)), max(2, round(h / c.sy / 0.034))
    lit, dark = mix(p.sun, p.accents[1], 0.3), mix(colour, p.ink, 0.22)
    share = (0.5 if p.night else 0.22) * (0.4 + 0.3 * layer)
    for i in range(cols):
        for j in range(rows):
            hue = lit if rng.random() < share else dark
            c.box(x + w * (i + 0.25) / cols, base - h * (j + 0.8) / rows, w * 0.5 / cols, h * 0.42 / rows, hue, 215)


def _minibus(c: Canvas, x: float, y: float, s: float) -> None:
    p, hue = c.palette, c.rng.choice((rgb("2f7f86"), rgb("c8553d"), rgb("d9a441"), rgb("f1e4cb")))
    hue = mix(hue, p.mid, 0.2)
    c.disc(x, y, s * 0.75, p.ink, 70, squash=0.1)
    c.poly(
        c.local(
            x,
            y,
            [
                (-0.7 * s, 0.1 * s),
                (-0.7 * s, 0.58 * s),
                (-0.58 * s, 0.66 * s),
                (0.42 * s, 0.66 * s),
                (0.6 * s, 0.4 * s),
                (0.72 * s, 0.34 * s),
                (0.72 * s, 0.1 * s),
            ],
        ),
        hue,
    )
    for u in (-0.58, -0.28, 0.02):
        c.poly(
            c.local(
                x, y, [(u * s, 0.36 * s), (u * s, 0.58 * s), ((u + 0.24) * s, 0.58 * s), ((u + 0.24) * s, 0.36 * s)]
            ),
            mix(p.top, p.sun, 0.35),
        )
    c.poly(
        c.local(x, y, [(0.32 * s, 0.36 * s), (0.32 * s, 0.58 * s), (0.41 * s, 0.58 * s), (0.53 * s, 0.38 * s)]),
        mix(p.top, p.sun, 0.45),
    )
    for u in (-0.4, 0.42):
        centre = c.local(x, y, [(u * s, 0.09 * s)])[0]
        c.disc(*centre, 0.12 * s, p.ink)
        c.disc(*centre, 0.05 * s, p.low)


def kantor(c: Canvas) -> None:
    """A public office with a flag, shade trees and a ramp to its door."""
    p, rng = c.palette, c.rng
    base = rng.uniform(0.72, 0.78)
    sky(c, base - 0.08)
    hills(c, base - 0.04, 2, rng.uniform(0.08, 0.16), 0.35)
    for _ in range(12):
        tree(c, rng.random(), base + 0.005, rng.uniform(0.14, 0.28), p.depth(0.52))
    lawn = mix(mix(p.near, rgb("7fae5a"), 0.6), p.low, 0.25)
    c.gradient(base, 1, mix(lawn, p.low, 0.25), lawn, mix(lawn, p.ink, 0.22))
    x, w = rng.uniform(0.44, 0.56), rng.uniform(0.92, 1.08) * min(1.0, 0.8 / c.sx)
    h = rng.uniform(0.3, 0.36)
    wall = mix(mix(p.accents[2], rng.choice(p.accents), 0.1), p.mid, 0.12 if not p.night else 0.5)
    _office(
        c,
        x,
        base + 0.02,
        w,
        h,
        wall,
        mix(rng.choice((rgb("a8452c"), rgb("0b5d3b"), p.accents[0], p.accents[3])), p.mid, 0.14),
    )
    path = mix(p.low, p.depth(0.4), 0.25)
    c.poly(
        [(x - 0.06 * c.sx, base + 0.02), (x + 0.06 * c.sx, base + 0.02), (x + 0.3 * c.sx, 1), (x - 0.22 * c.sx, 1)],
        path,
    )
    side = rng.choice((-1, 1))
    _flag(c, x + side * 0.3 * c.sx, base + 0.07, 0.5)
    tree(c, 0.06 if side > 0 else 0.94, base + 0.12, rng.uniform(0.5, 0.6), mix(p.near, rgb("3f8a4a"), 0.4))
    for _ in range(7):
        bush(
            c,
            rng.choice((rng.uniform(0.0, x - 0.2 * c.sx), rng.uniform(x + 0.2 * c.sx, 1.0))),
            base + 0.045,
            0.05,
            mix(p.near, rgb("4f9a55"), 0.45),
        )
    for _ in range(rng.randint(4, 7)):
        y = rng.uniform(base + 0.06, 0.95)
        person(c, x + rng.uniform(-0.3, 0.3) * c.sx, y, 0.12 + 0.36 * (y - base), rng)


def _office(c: Canvas, x: float, y: float, w: float, h: float, wall: Colour, roof: Colour) -> None:
    p = c.palette
    glass, edge = (mix(p.sun, p.accents[1], 0.2) if p.night else mix(p.top, p.low, 0.35)), mix(wall, p.near, 0.35)
    c.poly(c.local(x, y, [(-w / 2, 0), (-w / 2, h), (w / 2, h), (w / 2, 0)]), wall)
    count = c.rng.choice((8, 10))
    for row in (0.14, 0.58):
        for k in range(count):
            u = -w / 2 + w * (k + 0.25) / count
            if row < 0.5 and abs(u + w * 0.25 / count) < w * 0.11:
                continue
            size = (w * 0.5 / count, h * 0.27)
            c.poly(
                c.local(
                    x,
                    y,
                    [(u, h * row), (u, h * row + size[1]), (u + size[0], h * row + size[1]), (u + size[0], h * row)],
                ),
                glass,
            )
            c.poly(
                c.local(x, y, [(u, h * row), (u, h * row + size[1]), (u + size[0] * 0.5, h * row + size[1])]), p.sun, 60
            )
    c.poly(c.local(x, y, [(-w / 2, h * 0.47), (-w / 2, h * 0.52), (w / 2, h * 0.52), (w / 2, h * 0.47)]), edge)
    c.poly(c.local(x, y, [(-w * 0.55, h), (-w * 0.42, h * 1.42), (w * 0.42, h * 1.42), (w * 0.55, h)]), roof)
    c.poly(c.local(x, y, [(w * 0.1, h), (w * 0.14, h * 1.42), (w * 0.42, h * 1.42), (w * 0.55, h)]), p.ink, 30)
    c.poly(
        c.local(x, y, [(-w * 0.13, 0), (-w * 0.13, h * 0.56), (w * 0.13, h * 0.56), (w * 0.13, 0)]),
        mix(wall, p.sun, 0.3),
    )
    c.poly(c.local(x, y, [(-w * 0.16, h * 0.54), (0, h * 0.84), (w * 0.16, h * 0.54)]), mix(roof, p.sun, 0.12))
    c.poly(
        c.local(x, y, [(-w * 0.055, 0), (-w * 0.055, h * 0.4), (w * 0.055, h * 0.4), (w * 0.055, 0)]),
        mix(p.near, p.ink, 0.2),
    )
    for u in (-0.115, 0.095):
        c.poly(c.local(x, y, [(u * w, 0), (u * w, h * 0.54), ((u + 0.02) * w, h * 0.54), ((u + 0.02) * w, 0)]), edge)


def _flag(c: Canvas, x: float, y: float, h: float) -> None:
    c.line(c.local(x, y, [(0, 0), (0, h)]), mix(c.palette.low, c.palette.ink, 0.35), 6)
    for hue, top in ((rgb("c4322b"), 0.0), (rgb("f7f3ea"), 0.06)):
        wave = [(u / 10 * 0.19, -top - 0.008 * math.sin(u * 0.75)) for u in range(11)]
        strip = [(u, h + v) for u, v in wave] + [(u, h + v - 0.06) for u, v in wave[::-1]]
        c.poly(c.local(x, y, strip), mix(hue, c.palette.mid, 0.12))
