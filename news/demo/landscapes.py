"""Open-air scenes: fields, coast, mountains, trees, boats, gardens."""

import math
from itertools import pairwise

from news.demo.brush import Canvas, Colour, ground, height_at, mix, rgb, ridge
from news.demo.figures import farmer_hat, person
from news.demo.props import (
    birds,
    bush,
    grass,
    hills,
    palm,
    pine,
    sky,
    soil,
    sprout,
    tree,
    water,
)

ROWS = 11  # of the vegetable garden


def sawah(c: Canvas) -> None:
    """Paddy terraces under hills, with farmers at work."""
    p, rng = c.palette, c.rng
    horizon = rng.uniform(0.36, 0.5)
    sky(c, horizon)
    hills(c, horizon, rng.randint(2, 4), rng.uniform(0.1, 0.2), 0.55)
    field = [
        mix(p.near, rgb("9bb34f"), 0.62),
        mix(p.near, rgb("d9b94e"), 0.6),
        mix(p.near, rgb("5f9a4a"), 0.6),
        mix(p.mid, p.low, 0.5),
    ]
    count = rng.randint(6, 8)
    for i in range(count):
        t = i / count
        y = horizon + (1 - horizon) * t**1.5
        line = ridge(rng, y + 0.01, 0.02 + 0.07 * t)
        colour = mix(p.depth(0.45), rng.choice(field), 0.45 + 0.5 * t)
        bund = [(x, v - 0.004 - 0.008 * t) for x, v in line]
        c.poly(ground(bund), mix(p.near, p.ink, 0.2))
        c.poly(ground(line), colour)
        _rice_rows(c, line, t, mix(colour, p.sun, 0.3))
        if 0 < i < count - 1 and rng.random() < 0.55:
            x = rng.uniform(0.08, 0.92)
            palm(c, x, height_at(line, x), 0.08 + 0.2 * t, p.depth(0.6 + 0.3 * t))
        if i == count - 3:
            _hut(c, rng.uniform(0.12, 0.85), line)
        if i >= count - 2:
            for _ in range(rng.randint(1, 2)):
                x, h = rng.uniform(0.12, 0.88), 0.14 + 0.13 * t
                foot = height_at(line, x) + 0.05 * t
                person(c, x, foot, h, rng, rng.choice(("hold", "stand", "reach")), woman=False)
                farmer_hat(c, x, foot - h * 0.95 * c.sy, h, mix(rgb("d9b777"), p.mid, 0.15))
    bank = ridge(rng, 0.965, 0.05)
    c.poly(ground(bank), mix(mix(p.near, rgb("5f8a3f"), 0.4), p.ink, 0.3))
    grass(c, 0.95, mix(p.near, rgb("6fa04a"), 0.4), 90)


def _rice_rows(c: Canvas, line: list[tuple[float, float]], t: float, colour: Colour) -> None:
    for k in range(4 + round(6 * t)):
        shift = 0.008 + 0.024 * k * (0.4 + t)
        points = [(x, y + shift + 0.003 * math.sin(x * 40 + k)) for x, y in line[::7]]
        c.line(points, colour, 1.4 + 2.4 * t, 78)


def _hut(c: Canvas, x: float, line: list[tuple[float, float]]) -> None:
    y, s = height_at(line, x), 0.09
    wood = mix(c.palette.ink, c.palette.accents[0], 0.3)
    for u in (-0.7, 0.7):
        c.line(c.local(x, y, [(u * s, 0), (u * s, s)]), wood, 6)
    c.poly(c.local(x, y, [(-0.8 * s, 0.4 * s), (0.8 * s, 0.4 * s), (0.8 * s, 0.52 * s), (-0.8 * s, 0.52 * s)]), wood)
    c.poly(c.local(x, y, [(-1.1 * s, s), (0, 1.75 * s), (1.1 * s, s)]), mix(rgb("b98a4d"), c.palette.mid, 0.25))
    c.poly(c.local(x, y, [(0, 1.75 * s), (1.1 * s, s), (0.25 * s, s)]), mix(rgb("8a6236"), c.palette.mid, 0.2))


def pesisir(c: Canvas) -> None:
    """A beach with palms leaning over it and the sea beyond."""
    p, rng = c.palette, c.rng
    horizon = rng.uniform(0.42, 0.54)
    sun = sky(c, horizon)
    if rng.random() < 0.7:
        hills(c, horizon, rng.randint(1, 2), rng.uniform(0.04, 0.1), 0.4)
    water(c, horizon, sun)
    for _ in range(rng.randint(1, 3)):
        small_boat(c, rng.uniform(0.15, 0.85), horizon + rng.uniform(0.04, 0.14), rng.uniform(0.04, 0.08))
    flip = rng.random() < 0.5
    sand = mix(rgb("ecd9ab"), p.low, 0.4) if not p.night else mix(p.mid, p.low, 0.35)
    for k, (lift, colour) in enumerate(((0.035, p.accents[2]), (0.018, mix(sand, p.near, 0.3)), (0, sand))):
        shore = []
        for i in range(40):
            x = -0.02 + 1.04 * i / 39
            y = 0.74 + 0.16 * (x if flip else 1 - x) + 0.02 * math.sin(x * 9 + k * 0.5) - lift
            shore.append((x, y))
        c.poly(ground(shore), colour, 200 if k == 0 else 255)
    for _ in range(rng.randint(2, 4)):
        x = rng.uniform(0.15, 0.85)
        person(c, x, 0.87 + rng.uniform(0, 0.07), rng.uniform(0.13, 0.2), rng, rng.choice(("stand", "hold", "reach")))
    edge = 0.9 if flip else 0.1
    for k in range(rng.randint(2, 4)):
        x = edge + rng.uniform(-0.1, 0.1)
        lean = (-1 if flip else 1) * rng.uniform(0.1, 0.42)
        palm(c, x, 0.93 + 0.03 * k, rng.uniform(0.5, 0.78), mix(p.near, p.ink, 0.35), lean)
    bush(c, edge, 0.99, 0.16, mix(p.near, p.ink, 0.2))
    grass(c, 0.95, mix(p.near, p.ink, 0.2), 70)


def small_boat(c: Canvas, x: float, y: float, s: float) -> None:
    """Draw a small sailing boat far away, s short sides long."""
    hull = mix(c.palette.ink, c.palette.accents[0], c.rng.uniform(0, 0.4))
    c.poly(
        c.local(x, y, [(-s * 0.6, s * 0.14), (-s * 0.4, -s * 0.05), (s * 0.4, -s * 0.05), (s * 0.62, s * 0.18)]), hull
    )
    side = c.rng.choice((-1, 1))
    sail = mix(c.rng.choice(c.palette.accents), c.palette.sun, 0.3)
    c.poly(c.local(x, y, [(0, s * 0.2), (0, s * 1.15), (side * s * 0.5, s * 0.3)]), sail)
    c.line(c.local(x, y, [(0, 0), (0, s * 1.15)]), hull, 2)


def pegunungan(c: Canvas) -> None:
    """Mountain layers in haze behind a dark wood."""
    p, rng = c.palette, c.rng
    horizon = rng.uniform(0.5, 0.62)
    sky(c, horizon)
    layers = rng.randint(5, 7)
    peak = rng.uniform(0.14, 0.26)
    for i in range(layers):
        t = i / (layers - 1)
        base = horizon - peak * (1 - t) + 0.42 * t
        line = _crags(c, base, 0.17 * (1 - t * 0.6))
        c.poly(ground(line), p.depth(t * 0.92))
        c.mist(base, min(1, base + 0.24), mix(p.low, p.far, 0.25 + 0.3 * t), 0.62 * (1 - t * 0.6))
        if t > 0.45:
            for _ in range(round(26 * t)):
                x = rng.random()
                pine(
                    c,
                    x,
                    height_at(line, x) + 0.012,
                    rng.uniform(0.05, 0.1) * (0.5 + t),
                    p.depth(min(1, t * 0.95 + 0.05)),
                )
    if rng.random() < 0.7:
        _village(c, rng.uniform(0.2, 0.8), 0.84)
    front = ridge(rng, 0.93, 0.07)
    c.poly(ground(front), mix(p.near, p.ink, 0.55))
    for _ in range(rng.randint(9, 15)):
        x = rng.choice((rng.uniform(-0.02, 0.3), rng.uniform(0.7, 1.02)))
        pine(c, x, height_at(front, x) + 0.03, rng.uniform(0.16, 0.36), mix(p.near, p.ink, rng.uniform(0.5, 0.75)))


def _crags(c: Canvas, base: float, rough: float) -> list[tuple[float, float]]:
    """A sharper skyline: midpoint displacement between random peaks."""
    heights = [c.rng.uniform(-0.5, 0.5) for _ in range(6)]
    spread = 0.42
    for _ in range(5):
        between = [(a + b) / 2 + c.rng.uniform(-spread, spread) * 0.5 for a, b in pairwise(heights)]
        heights = [v for pair in zip(heights, between, strict=False) for v in pair] + heights[-1:]
        spread *= 0.52
    last = len(heights) - 1
    return [(-0.02 + 1.04 * i / last, base + rough * v) for i, v in enumerate(heights)]


def _village(c: Canvas, x: float, y: float) -> None:
    p = c.palette
    for _ in range(c.rng.randint(5, 9)):
        hx, hy, s = x + c.rng.uniform(-0.13, 0.13), y + c.rng.uniform(-0.03, 0.03), c.rng.uniform(0.022, 0.036)
        wall = mix(p.low, p.far, 0.4)
        c.poly(c.local(hx, hy, [(-s, 0), (-s, s), (s, s), (s, 0)]), wall)
        c.poly(
            c.local(hx, hy, [(-s * 1.25, s), (0, s * 1.8), (s * 1.25, s)]),
            mix(c.rng.choice(p.accents[:2]), p.near, 0.35),
        )
        c.poly(
            c.local(hx, hy, [(-s * 0.3, s * 0.25), (-s * 0.3, s * 0.75), (s * 0.2, s * 0.75), (s * 0.2, s * 0.25)]),
            p.sun,
        )


def pohon(c: Canvas) -> None:
    """People planting seedlings in open land beside a great tree."""
    p, rng = c.palette, c.rng
    horizon = rng.uniform(0.42, 0.54)
    sky(c, horizon)
    hills(c, horizon, rng.randint(2, 3), rng.uniform(0.08, 0.16), 0.5)
    leaf = mix(p.near, rgb("4f9a55"), 0.5)
    for k in range(3):
        line = ridge(rng, horizon + 0.03 + 0.1 * k, 0.05)
        c.poly(ground(line), mix(mix(p.depth(0.55), leaf, 0.55), p.low, 0.34 - 0.12 * k))
        for _ in range(5 if k == 0 else 0):
            x = rng.random()
            tree(c, x, height_at(line, x) + 0.01, rng.uniform(0.07, 0.13), p.depth(0.62))
    left = rng.random() < 0.5
    tx = rng.uniform(0.12, 0.24) if left else rng.uniform(0.76, 0.88)
    foot = horizon + 0.24
    c.disc(tx, foot + 0.005, 0.3, p.ink, 46, squash=0.12)
    tree(c, tx, foot, rng.uniform(0.6, 0.74), leaf, wide=1.15)
    c.poly(ground(ridge(rng, 0.8, 0.05)), mix(mix(p.near, rgb("7d9a45"), 0.45), p.low, 0.08))
    grass(c, 0.72, mix(p.near, rgb("6fa04a"), 0.4), 150)
    span = (0.34, 0.95) if left else (0.05, 0.66)
    fresh = mix(leaf, rgb("a9c95a"), 0.6)
    people = max(3, round(rng.randint(4, 6) * min(1, 0.75 / c.sx)))
    for k in range(people):
        x = span[0] + (span[1] - span[0]) * (k + rng.uniform(0.4, 0.6)) / people
        y = rng.uniform(0.8, 0.94)
        s = 0.19 + 0.13 * (y - 0.7)
        soil(c, x + 0.1 * c.sx, y + 0.004, 0.045)
        sprout(c, x + 0.1 * c.sx, y, rng.uniform(0.07, 0.1), fresh)
        person(c, x, y, s * 1.25, rng, rng.choice(("bend", "bend", "hold", "stand")))
    for _ in range(7):
        x, y = rng.uniform(*span), rng.uniform(0.78, 0.98)
        soil(c, x, y + 0.003, 0.03)
        sprout(c, x, y, rng.uniform(0.05, 0.085), fresh)


def perahu(c: Canvas) -> None:
    """Outrigger boats on a bright sea."""
    rng = c.rng
    horizon = rng.uniform(0.4, 0.56)
    sun = sky(c, horizon)
    hills(c, horizon, rng.randint(1, 3), rng.uniform(0.05, 0.12), 0.4)
    water(c, horizon, sun)
    for _ in range(rng.randint(2, 4)):
        small_boat(c, rng.uniform(0.1, 0.9), horizon + rng.uniform(0.015, 0.06), rng.uniform(0.03, 0.055))
    boats = rng.randint(1, 2) if c.sx < 0.9 else 1
    for k in range(boats):
        x = rng.uniform(0.32, 0.68) if boats == 1 else 0.3 + 0.42 * k + rng.uniform(-0.06, 0.06)
        _outrigger(
            c, x, rng.uniform(0.68, 0.8) - 0.07 * k, rng.uniform(0.5, 0.62) if boats == 1 else rng.uniform(0.32, 0.4)
        )
    birds(c, rng.uniform(0.2, 0.8), horizon * 0.6)


def _outrigger(c: Canvas, x: float, y: float, s: float) -> None:
    p, rng = c.palette, c.rng
    hull, trim = mix(p.ink, rng.choice(p.accents), 0.35), rng.choice((p.accents[0], p.accents[1]))
    shade = [(-0.5 * s, -0.02 * s), (0.5 * s, -0.02 * s), (0.36 * s, -0.2 * s), (-0.36 * s, -0.2 * s)]
    c.poly(c.local(x, y, shade), mix(p.near, p.ink, 0.5), 70)
    mast = c.local(x, y, [(0.02 * s, 0), (0.02 * s, 0.95 * s)])
    side = rng.choice((-1, 1))
    sail = mix(rng.choice((p.accents[0], p.accents[1], p.accents[2])), p.sun, 0.2)
    c.poly(
        c.local(
            x, y, [(0.03 * s, 0.2 * s), (0.03 * s, 0.94 * s), (side * 0.25 * s, 0.7 * s), (side * 0.44 * s, 0.2 * s)]
        ),
        sail,
    )
    c.poly(
        c.local(x, y, [(0.03 * s, 0.2 * s), (0.03 * s, 0.94 * s), (side * 0.12 * s, 0.2 * s)]), mix(sail, p.ink, 0.16)
    )
    c.line(mast, p.ink, 9 * s)
    for k in (-1, 0, 1):
        person(
            c,
            x + k * 0.17 * s * c.sx,
            y - 0.02 * c.sy * s,
            0.24 * s,
            rng,
            rng.choice(("stand", "hold", "reach")),
            woman=False,
        )
    body = [
        (-0.6 * s, 0.17 * s),
        (-0.42 * s, 0.05 * s),
        (0.42 * s, 0.05 * s),
        (0.62 * s, 0.2 * s),
        (0.42 * s, -0.07 * s),
        (-0.38 * s, -0.07 * s),
    ]
    c.poly(c.local(x, y, body), hull)
    c.line(
        c.local(x, y, [(-0.6 * s, 0.17 * s), (-0.42 * s, 0.05 * s), (0.42 * s, 0.05 * s), (0.62 * s, 0.2 * s)]),
        trim,
        14 * s,
    )
    for u in (-0.25, 0.25):
        c.line(c.local(x, y, [(u * s, 0.04 * s), ((u + 0.02) * s, -0.14 * s)]), mix(p.ink, p.accents[1], 0.3), 9 * s)
    c.line(
        c.local(x, y, [(-0.46 * s, -0.12 * s), (-0.4 * s, -0.145 * s), (0.42 * s, -0.145 * s), (0.48 * s, -0.11 * s)]),
        mix(p.ink, p.accents[1], 0.45),
        17 * s,
    )
    for k in range(7):
        w = rng.uniform(0.1, 0.35) * s * c.sx
        c.box(x + rng.uniform(-0.5, 0.4) * s * c.sx, y + (0.1 + 0.04 * k) * s * c.sy, w, 0.004, p.low, 80, round_=3)


def kebun(c: Canvas) -> None:
    """Vegetable rows running to the horizon, tended by a few people."""
    p, rng = c.palette, c.rng
    horizon = rng.uniform(0.38, 0.48)
    sky(c, horizon)
    hills(c, horizon, rng.randint(2, 3), rng.uniform(0.1, 0.18), 0.55)
    earth = mix(mix(p.near, rgb("7a5233"), 0.6), p.low, 0.12)
    c.gradient(horizon + 0.01, 1, mix(earth, p.low, 0.35), earth, mix(earth, p.ink, 0.2))
    for _ in range(9):
        tree(c, rng.random(), horizon + 0.02, rng.uniform(0.06, 0.14), p.depth(0.6))
    centre = rng.uniform(0.3, 0.7)
    _furrows(c, horizon, centre, earth)
    greens = [mix(p.near, rgb(code), 0.65) for code in ("5fa04e", "7fb04f", "3f8a55", "a3b84f")]
    hues = [rng.choice(greens) for _ in range(ROWS + 1)]
    steps = 26
    # Row after row from the back, so that nearer plants cover farther ones.
    for step in range(steps):
        t = (step / (steps - 1)) ** 1.7
        y = horizon + 0.03 + (1.04 - horizon) * t
        for k, hue in enumerate(hues):
            x = _row_x(centre, k, t)
            if -0.08 < x < 1.08:
                _plant(c, x + rng.uniform(-0.004, 0.004), y, 0.006 + 0.042 * t, hue)
    _shelter(c, rng.choice((0.14, 0.84)), horizon + 0.09)
    for _ in range(rng.randint(3, 4)):
        t = rng.uniform(0.25, 0.6)
        y = horizon + (1 - horizon) * t
        pose = rng.choice(("bend", "hold", "bend", "stand"))
        person(c, rng.uniform(0.12, 0.88), y + 0.08, 0.13 + 0.26 * t, rng, pose)


def _row_x(centre: float, k: float, t: float) -> float:
    return centre + (k - ROWS / 2) / ROWS * (1.25 + 1.35 * t)


def _furrows(c: Canvas, horizon: float, centre: float, earth: Colour) -> None:
    for k in range(ROWS + 1):
        strip = [(_row_x(centre, k - 0.3, 0), horizon + 0.02), (_row_x(centre, k + 0.3, 0), horizon + 0.02)]
        strip += [(_row_x(centre, k + 0.3, 1), 1.04), (_row_x(centre, k - 0.3, 1), 1.04)]
        c.poly(strip, mix(earth, c.palette.sun, 0.16 if k % 2 else 0.24))


def _plant(c: Canvas, x: float, y: float, s: float, hue: Colour) -> None:
    c.disc(x, y + s * 0.3 * c.sy, s * 1.05, c.palette.ink, 60, squash=0.35)
    for du, dv, r, light in ((-0.5, 0.1, 0.6, 0.0), (0.5, 0.1, 0.6, 0.1), (0, 0.35, 0.62, 0.22), (0, 0.02, 0.5, 0.34)):
        c.disc(x + du * s * c.sx, y - dv * s * c.sy, r * s, mix(hue, c.palette.sun, light), squash=0.85)


def _shelter(c: Canvas, x: float, y: float) -> None:
    s = 0.11
    c.poly(c.local(x, y, [(-s, 0), (-s, s), (s, s), (s, 0)]), mix(c.palette.accents[2], c.palette.far, 0.35))
    c.poly(
        c.local(x, y, [(-s * 1.2, s), (-s * 0.6, s * 1.6), (s * 0.6, s * 1.6), (s * 1.2, s)]),
        mix(c.palette.accents[0], c.palette.mid, 0.25),
    )
    c.poly(
        c.local(x, y, [(-s * 0.25, 0), (-s * 0.25, s * 0.7), (s * 0.2, s * 0.7), (s * 0.2, 0)]),
        mix(c.palette.near, c.palette.ink, 0.3),
    )
