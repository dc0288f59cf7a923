"""A mosque by itself, and houses of worship side by side."""

import math

from news.demo.brush import Canvas, Colour, Point, ground, mix, rgb, ridge
from news.demo.figures import person
from news.demo.props import bush, grass, hills, palm, sky, tree, water


def masjid(c: Canvas) -> None:
    """A domed mosque with a minaret, people walking towards it."""
    p, rng = c.palette, c.rng
    base = rng.uniform(0.7, 0.78)
    sun = sky(c, base - 0.1)
    hills(c, base - 0.04, rng.randint(1, 3), rng.uniform(0.08, 0.16), 0.35)
    for _ in range(10):
        tree(c, rng.random(), base + 0.005, rng.uniform(0.1, 0.2), p.depth(0.5))
    pool = rng.random() < 0.4
    if pool:
        water(c, base, sun)
    else:
        stone = mix(p.low, p.depth(0.5), 0.4)
        c.gradient(base, 1, mix(stone, p.mid, 0.3), stone, mix(stone, p.near, 0.35))
        _paving(c, base, mix(stone, p.near, 0.3))
    x = rng.uniform(0.42, 0.6)
    wall = mix(p.accents[2], p.mid, 0.15) if not p.night else mix(p.mid, p.low, 0.35)
    roof = rng.choice((rgb("0b5d3b"), p.accents[1], p.accents[3], p.near))
    mosque(
        c,
        x,
        base,
        rng.uniform(0.46, 0.56) * min(1.0, 0.84 / c.sx),
        wall,
        mix(roof, p.mid, 0.12),
        twin=rng.random() < 0.5,
    )
    if pool:
        c.box(0, base - 0.004, 1, 0.014, mix(wall, p.near, 0.4))
        c.box(0, 0.93, 1, 0.1, mix(p.low, p.near, 0.45))
    edge = rng.choice((0.07, 0.93))
    palm(c, edge, 0.96, rng.uniform(0.5, 0.68), mix(p.near, p.ink, 0.3), 0.18 if edge < 0.5 else -0.18)
    bush(c, edge, 0.99, 0.13, mix(p.near, p.ink, 0.2))
    low = 0.94 if pool else base + 0.06
    for _ in range(rng.randint(4, 7)):
        y = rng.uniform(low, 0.97)
        person(c, rng.uniform(0.16, 0.84), y, 0.1 + 0.32 * (y - base), rng)


def _paving(c: Canvas, top: float, colour: Colour) -> None:
    for k in range(-14, 15):
        c.line([(0.5 + k * 0.04, top), (0.5 + k * 0.24, 1.0)], colour, 1.6, 110)
    for k in range(1, 7):
        y = top + (1 - top) * (k / 7) ** 1.8
        c.line([(0, y), (1, y)], colour, 1.6, 110)


def mosque(c: Canvas, x: float, y: float, s: float, wall: Colour, roof: Colour, twin: bool = False) -> None:
    """Draw a mosque, s short sides high at its main dome, standing on (x, y), one minaret or twin."""
    p = c.palette
    for side in (-1, 1) if twin else (1 if x < 0.5 else -1,):
        _minaret(c, x + side * s * 0.98 * c.sx, y, s * 1.25, wall, roof)
    _block(c, x, y, s * 1.6, s * 0.36, wall)
    for side in (-1, 1):
        dome(c, x + side * s * 0.55 * c.sx, y - s * 0.36 * c.sy, s * 0.17, roof)
    _block(c, x, y, s * 0.86, s * 0.5, mix(wall, p.sun, 0.16))
    c.poly(
        c.local(x, y, [(-0.24 * s, 0.5 * s), (-0.24 * s, 0.58 * s), (0.24 * s, 0.58 * s), (0.24 * s, 0.5 * s)]), wall
    )
    dome(c, x, y - s * 0.57 * c.sy, s * 0.3, roof)
    glass = mix(p.sun, p.accents[1], 0.25) if p.night else mix(p.near, p.top, 0.45)
    for k in (-3, -2, 2, 3):
        _arch(c, x + k * 0.22 * s * c.sx, y - 0.06 * s * c.sy, 0.1 * s, 0.22 * s, glass)
    for k in (-1, 0, 1):
        _arch(
            c,
            x + k * 0.25 * s * c.sx,
            y,
            (0.19 if k == 0 else 0.14) * s,
            (0.37 if k == 0 else 0.3) * s,
            mix(glass, p.ink, 0.15),
        )


def _block(c: Canvas, x: float, y: float, w: float, h: float, wall: Colour) -> None:
    p = c.palette
    c.poly(c.local(x, y, [(-w / 2, 0), (-w / 2, h), (w / 2, h), (w / 2, 0)]), wall)
    c.poly(c.local(x, y, [(w * 0.18, 0), (w * 0.18, h), (w / 2, h), (w / 2, 0)]), p.ink, 22)
    c.poly(
        c.local(x, y, [(-w * 0.52, h), (-w * 0.52, h * 1.05), (w * 0.52, h * 1.05), (w * 0.52, h)]),
        mix(wall, p.near, 0.3),
    )


def dome(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    """Draw an onion dome of radius r on (x, y) with a finial."""
    outline = []
    for i in range(41):
        a = math.pi * i / 40
        u = math.cos(a) * r * (1 + 0.1 * math.sin(a) * abs(math.cos(a)) * 2)
        v = math.sin(a) * r * 0.95 + r * 0.4 * max(0.0, math.sin(a)) ** 8
        outline.append((u, v))
    c.poly(c.local(x, y, outline), colour)
    shade = [(u, v) for u, v in outline if u > r * 0.25]
    c.poly(c.local(x, y, [(r * 0.25, 0), *shade, (r * 0.1, r * 1.3)]), c.palette.ink, 36)
    gold = c.palette.accents[1]
    c.line(c.local(x, y, [(0, r * 1.3), (0, r * 1.75)]), gold, 16 * r)
    c.disc(*c.local(x, y, [(0, r * 1.78)])[0], r * 0.09, gold)


def _minaret(c: Canvas, x: float, y: float, h: float, wall: Colour, roof: Colour) -> None:
    w = h * 0.085
    c.poly(c.local(x, y, [(-w * 0.62, 0), (-w * 0.45, h * 0.86), (w * 0.45, h * 0.86), (w * 0.62, 0)]), wall)
    c.poly(c.local(x, y, [(w * 0.12, 0), (w * 0.1, h * 0.86), (w * 0.45, h * 0.86), (w * 0.62, 0)]), c.palette.ink, 28)
    for v in (0.5, 0.8):
        c.poly(
            c.local(
                x, y, [(-w * 0.8, h * v), (-w * 0.8, h * v + w * 0.35), (w * 0.8, h * v + w * 0.35), (w * 0.8, h * v)]
            ),
            mix(wall, c.palette.near, 0.35),
        )
    dome(c, x, y - h * 0.86 * c.sy, w * 0.55, roof)


def _arch(c: Canvas, x: float, y: float, w: float, h: float, colour: Colour) -> None:
    top = [(w / 2 * math.cos(a), h - w / 2 + w * 0.62 * math.sin(a)) for a in (math.pi * i / 14 for i in range(15))]
    c.poly(c.local(x, y, [(w / 2, 0), *top, (-w / 2, 0)]), colour)


def kerukunan(c: Canvas) -> None:
    """Mosque, church and pura on one skyline, people walking together."""
    p, rng = c.palette, c.rng
    base = rng.uniform(0.68, 0.75)
    sky(c, base - 0.06)
    hills(c, base - 0.03, rng.randint(2, 3), rng.uniform(0.1, 0.2), 0.4)
    for _ in range(12):
        tree(c, rng.random(), base + 0.01, rng.uniform(0.08, 0.16), p.depth(0.5))
    near = mix(mix(p.near, rgb("6fa05a"), 0.5), p.low, 0.3)
    c.poly(ground(ridge(rng, base + 0.005, 0.02)), near)
    wall = mix(p.accents[2], p.mid, 0.18 if not p.night else 0.55)
    scale = min(1.0, 0.86 / c.sx)
    places = [0.17, 0.5, 0.83]
    rng.shuffle(places)
    mosque(c, places[0], base + 0.02, 0.27 * scale, wall, mix(rgb("0b5d3b"), p.mid, 0.18))
    _church(c, places[1], base + 0.02, 0.3 * scale, mix(wall, p.sun, 0.2), mix(p.accents[0], p.mid, 0.15))
    _pura(c, places[2], base + 0.02, 0.3 * scale, mix(p.accents[0], wall, 0.55), mix(p.ink, p.near, 0.4))
    c.poly(ground(ridge(rng, base + 0.12, 0.03)), mix(near, p.near, 0.28))
    c.poly([(0.42, base + 0.11), (0.58, base + 0.11), (0.86, 1.02), (0.14, 1.02)], mix(p.low, p.depth(0.4), 0.3))
    grass(c, base + 0.12, near, 90)
    c.scarves = 0.5
    count = rng.randint(5, 7) if c.sx < 0.9 else 4
    for k in range(count):
        x = 0.5 + (k - (count - 1) / 2) * 0.115 * c.sx * 1.25
        person(
            c,
            x,
            0.92 + rng.uniform(-0.025, 0.025),
            rng.uniform(0.21, 0.27),
            rng,
            rng.choice(("stand", "stand", "hold", "reach")),
        )


def _church(c: Canvas, x: float, y: float, s: float, wall: Colour, roof: Colour) -> None:
    p = c.palette
    c.poly(c.local(x, y, [(-0.5 * s, 0), (-0.5 * s, 0.55 * s), (0.5 * s, 0.55 * s), (0.5 * s, 0)]), wall)
    c.poly(c.local(x, y, [(-0.58 * s, 0.53 * s), (0, 0.98 * s), (0.58 * s, 0.53 * s)]), roof)
    c.poly(
        c.local(x, y, [(-0.17 * s, 0), (-0.17 * s, 1.05 * s), (0.17 * s, 1.05 * s), (0.17 * s, 0)]),
        mix(wall, p.sun, 0.25),
    )
    c.poly(c.local(x, y, [(-0.21 * s, 1.04 * s), (0, 1.6 * s), (0.21 * s, 1.04 * s)]), roof)
    c.poly(c.local(x, y, [(0, 1.6 * s), (0.21 * s, 1.04 * s), (0.05 * s, 1.04 * s)]), p.ink, 40)
    c.line(c.local(x, y, [(0, 1.56 * s), (0, 1.8 * s)]), p.accents[1], 16 * s)
    c.line(c.local(x, y, [(-0.065 * s, 1.73 * s), (0.065 * s, 1.73 * s)]), p.accents[1], 16 * s)
    glass = mix(p.sun, p.accents[1], 0.3) if p.night else mix(p.top, p.near, 0.3)
    for u, w, h in ((-0.34, 0.1, 0.26), (0.34, 0.1, 0.26)):
        _arch(c, x + u * s * c.sx, y - 0.13 * s * c.sy, w * s, h * s, glass)
    _arch(c, x, y, 0.17 * s, 0.32 * s, mix(p.near, p.ink, 0.2))
    c.disc(x, y - 0.78 * s * c.sy, 0.07 * s, glass)


def _pura(c: Canvas, x: float, y: float, s: float, stone: Colour, roof: Colour) -> None:
    """A tiered meru between the halves of a split gate."""
    p = c.palette
    c.poly(c.local(x, y, [(-0.22 * s, 0), (-0.18 * s, 0.3 * s), (0.18 * s, 0.3 * s), (0.22 * s, 0)]), stone)
    for k in range(5):
        w, v = (0.4 - 0.062 * k) * s, (0.3 + 0.23 * k) * s
        c.poly(
            c.local(x, y, [(-w * 0.35, v), (-w * 0.35, v + 0.12 * s), (w * 0.35, v + 0.12 * s), (w * 0.35, v)]),
            mix(stone, p.accents[1], 0.3),
        )
        c.poly(
            c.local(x, y, [(-w, v + 0.09 * s), (-w * 0.3, v + 0.24 * s), (w * 0.3, v + 0.24 * s), (w, v + 0.09 * s)]),
            mix(roof, p.sun, 0.05 * k),
        )
    for side in (-1, 1):
        steps: list[Point] = [(side * 0.34 * s, 0), (side * 0.34 * s, 0.78 * s)]
        for k in range(5):
            steps += [
                (side * (0.4 + 0.07 * k) * s, (0.66 - 0.15 * k) * s),
                (side * (0.4 + 0.07 * k) * s, (0.56 - 0.15 * k) * s),
            ]
        c.poly(c.local(x, y, [*steps, (side * 0.7 * s, 0)]), mix(stone, p.ink, 0.12 if side > 0 else 0.04))
