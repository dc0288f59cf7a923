"""Things that many scenes share: sky, hills, trees, windows, lamps, potted plants."""

import math

from news.demo.brush import Canvas, Colour, Point, ground, mix, rgb, ridge


def sky(c: Canvas, horizon: float) -> Point:
    """Paint the sky down to the horizon and return where the sun or moon stands."""
    p, rng = c.palette, c.rng
    c.gradient(0, horizon + 0.02, p.top, mix(p.top, p.mid, 0.7), p.mid, mix(p.mid, p.low, 0.7), p.low)
    x, y = rng.uniform(0.16, 0.84), horizon * rng.uniform(0.28, 0.82)
    if p.night:
        stars(c, horizon)
    c.glow(x, y, rng.uniform(0.5, 0.75), p.sun, 0.6)
    r = rng.uniform(0.045, 0.085)
    if p.night and rng.random() < 0.6:
        crescent(c, x, y, r)
    else:
        c.disc(x, y, r, p.sun)
    for _ in range(rng.randint(1, 4)):
        cloud(c, rng.uniform(0, 1), horizon * rng.uniform(0.1, 0.75), rng.uniform(0.1, 0.26))
    if not p.night and rng.random() < 0.6:
        birds(c, rng.uniform(0.15, 0.8), horizon * rng.uniform(0.25, 0.6))
    return x, y


def crescent(c: Canvas, x: float, y: float, r: float) -> None:
    """Draw a young moon, tilted as it hangs near the equator."""
    turn = c.rng.uniform(-0.9, -0.3)
    rim = [math.pi * (0.5 + i / 24) for i in range(25)]
    outer = [(math.cos(a), math.sin(a)) for a in rim]
    inner = [(math.cos(a) * 0.55, math.sin(a)) for a in rim]
    turned = [
        (r * (u * math.cos(turn) + v * math.sin(turn)), r * (v * math.cos(turn) - u * math.sin(turn)))
        for u, v in outer + inner[::-1]
    ]
    c.poly(c.local(x, y, turned), c.palette.sun)


def stars(c: Canvas, horizon: float) -> None:
    for _ in range(90):
        c.disc(
            c.rng.random(),
            c.rng.random() * horizon * 0.8,
            c.rng.uniform(0.0008, 0.002),
            c.palette.sun,
            c.rng.randint(90, 220),
        )


def cloud(c: Canvas, x: float, y: float, s: float) -> None:
    """Lay a long flat cloud of half-width s short sides."""
    colour = mix(c.palette.low, c.palette.sun, 0.4)
    for _ in range(c.rng.randint(3, 5)):
        w, off = s * c.rng.uniform(0.5, 1), s * c.rng.uniform(-0.7, 0.7)
        top = y + c.rng.uniform(-0.012, 0.012)
        c.box(x + (off - w) * c.sx, top, 2 * w * c.sx, 0.016 * c.sy, colour, 70, round_=8)


def birds(c: Canvas, x: float, y: float) -> None:
    for _ in range(c.rng.randint(3, 7)):
        bx, by, s = x + c.rng.uniform(-0.12, 0.12), y + c.rng.uniform(-0.06, 0.06), c.rng.uniform(0.008, 0.017)
        wing = [(-s, s * 0.5), (-s * 0.4, s * 0.65), (0, 0), (s * 0.4, s * 0.65), (s, s * 0.5)]
        c.line(c.local(bx, by, wing), c.palette.ink, 2.2, 170)


def hills(c: Canvas, horizon: float, layers: int, rise: float = 0.1, near: float = 0.5) -> list[Point]:
    """Draw hill layers behind the horizon with haze between them; return the last skyline."""
    skyline: list[Point] = []
    for i in range(layers):
        t = (i + 1) / layers
        skyline = ridge(c.rng, horizon - rise * (1 - t * 0.75), rise * c.rng.uniform(0.5, 0.9))
        c.poly(ground(skyline), c.palette.depth(t * near))
        c.mist(horizon - rise * 0.8, horizon + 0.02, mix(c.palette.low, c.palette.far, 0.3), 0.28)
    return skyline


def palm(c: Canvas, x: float, y: float, h: float, colour: Colour, lean: float | None = None) -> None:
    """Draw a coconut palm, its foot at (x, y), h short sides tall."""
    lean = c.rng.uniform(-0.25, 0.25) if lean is None else lean
    trunk = [(lean * h * (t / 8) ** 1.8, h * t / 8) for t in range(9)]
    left = [(u - 0.022 * h * (1 - i * 0.06), v) for i, (u, v) in enumerate(trunk)]
    right = [(u + 0.022 * h * (1 - i * 0.09), v) for i, (u, v) in enumerate(trunk)]
    c.poly(c.local(x, y, left + right[::-1]), mix(colour, c.palette.accents[0], 0.12))
    tip_u, tip_v = trunk[-1]
    for k in range(9):
        angle = math.pi * (-0.18 + 1.36 * k / 8) + c.rng.uniform(-0.12, 0.12)
        _frond(
            c,
            x,
            y,
            tip_u,
            tip_v,
            h * c.rng.uniform(0.36, 0.48),
            angle,
            mix(colour, c.palette.depth(0.6), (k % 3) * 0.18),
        )
    for k in range(3):
        nut = c.local(x, y, [(tip_u + (k - 1) * 0.03 * h, tip_v - 0.03 * h)])[0]
        c.disc(*nut, 0.022 * h, mix(colour, c.palette.accents[1], 0.25))


def _frond(c: Canvas, x: float, y: float, u: float, v: float, s: float, angle: float, colour: Colour) -> None:
    upper, lower = [], []
    for i in range(9):
        t = i / 8
        cu, cv = u + math.cos(angle) * s * t, v + math.sin(angle) * s * t * 0.8 - s * 0.55 * t * t
        width = s * 0.11 * math.sin(math.pi * min(1, t * 0.92 + 0.06))
        upper.append((cu, cv + width * 0.35))
        lower.append((cu, cv - width * (1.1 if i % 2 else 0.75)))
    c.poly(c.local(x, y, upper + lower[::-1]), colour)


def tree(c: Canvas, x: float, y: float, h: float, colour: Colour, wide: float = 1.0) -> None:
    """Draw a leafy tree, its foot at (x, y), h short sides tall."""
    rng = c.rng
    bark = mix(c.palette.ink, c.palette.accents[0], 0.2)
    trunk = [(-0.05, 0), (-0.028, 0.5), (-0.12, 0.66), (-0.02, 0.6), (0.1, 0.7), (0.03, 0.5), (0.055, 0)]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in trunk]), bark)
    # Leaves far from the trunk would float: the spread is cut off.
    spread = [min(max(rng.gauss(0, 0.16), -0.28), 0.28) * wide for _ in range(16)]
    blobs = [(u, rng.uniform(0.5, 0.88), rng.uniform(0.1, 0.19)) for u in spread]
    blobs.append((0, 0.72, 0.26))
    light = mix(colour, c.palette.sun, 0.22)
    for dark_to_light, lift, shrink in (
        (mix(colour, c.palette.ink, 0.25), -0.02, 1.0),
        (colour, 0.02, 0.86),
        (light, 0.07, 0.42),
    ):
        for u, v, r in blobs:
            centre = c.local(x, y, [((u - lift * 0.6) * h, (v + lift) * h)])[0]
            c.disc(*centre, r * h * shrink, dark_to_light)


def pine(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """Draw a slim conifer."""
    for k in range(4):
        base, tip, w = 0.1 + 0.2 * k, 0.48 + 0.18 * k, 0.2 - 0.04 * k
        c.poly(c.local(x, y, [(-w * h, base * h), (0, tip * h), (w * h, base * h)]), colour)
    c.poly(c.local(x, y, [(-0.02 * h, 0), (-0.02 * h, 0.15 * h), (0.02 * h, 0.15 * h), (0.02 * h, 0)]), colour)


def bush(c: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    for _ in range(6):
        c.disc(
            x + c.rng.uniform(-s, s) * c.sx,
            y - c.rng.uniform(0, s * 0.4) * c.sy,
            s * c.rng.uniform(0.35, 0.6),
            mix(colour, c.palette.sun, c.rng.uniform(0, 0.16)),
        )


def grass(c: Canvas, top: float, colour: Colour, count: int = 130) -> None:
    """Scatter blades from the line to the foot of the picture, larger when nearer."""
    for _ in range(count):
        t = c.rng.random()
        x, y, s = c.rng.random(), top + (1.03 - top) * t, 0.012 + 0.03 * t
        lean = c.rng.uniform(-0.5, 0.5) * s
        blade = [(-s * 0.1, 0), (lean, s), (s * 0.1, 0)]
        c.poly(c.local(x, y, blade), mix(colour, c.palette.sun, c.rng.uniform(0, 0.35)), 150)


def sprout(c: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """Draw a seedling with a pair of leaves and a stake."""
    c.line(
        c.local(x, y, [(0.12 * s, 0), (0.12 * s, 1.1 * s)]), mix(c.palette.ink, c.palette.accents[1], 0.5), 4 * s * 10
    )
    c.line(c.local(x, y, [(0, 0), (0, 0.7 * s)]), mix(colour, c.palette.ink, 0.3), 5 * s * 10)
    for side in (-1, 1):
        for v in (0.45, 0.7):
            leaf = [
                (0, v * s),
                (side * 0.2 * s, (v + 0.22) * s),
                (side * 0.42 * s, (v + 0.16) * s),
                (side * 0.24 * s, (v - 0.02) * s),
            ]
            c.poly(c.local(x, y, leaf), mix(colour, c.palette.sun, 0.1 if side < 0 else 0.25))


def soil(c: Canvas, x: float, y: float, s: float) -> None:
    c.disc(x, y, s, mix(c.palette.ink, c.palette.accents[0], 0.25), squash=0.3)


def room(c: Canvas, floor: float) -> None:
    """Paint a wall and a floor."""
    p = c.palette
    wall = mix(mix(p.low, p.accents[2], 0.55), p.mid, c.rng.uniform(0.05, 0.4))
    if p.night:
        wall = mix(wall, p.mid, 0.35)
    c.gradient(0, floor, mix(wall, p.top, 0.14), wall, mix(wall, p.sun, 0.25))
    base = mix(mix(p.near, p.accents[0], 0.35), p.low, c.rng.uniform(0.25, 0.5))
    c.gradient(floor, 1, mix(base, p.ink, 0.1), base, mix(base, p.ink, 0.25))
    c.box(0, floor - 0.012, 1, 0.014, mix(wall, p.near, 0.45))


def window(c: Canvas, x: float, y: float, w: float, h: float, arch: bool = False) -> None:
    """Draw a window with a small landscape in it, its light falling into the room."""
    p = c.palette
    frame = mix(p.accents[2], p.near, 0.25)
    c.box(x - 0.012 * c.sx, y - 0.012 * c.sy, w + 0.024 * c.sx, h + 0.024 * c.sy, frame, round_=6)
    for i in range(24):
        c.box(x, y + h * i / 24, w, h / 24 + 0.002, mix(p.top, p.low, i / 23))
    c.disc(x + w * c.rng.uniform(0.2, 0.8), y + h * c.rng.uniform(0.2, 0.5), 0.03, p.sun)
    for t in (0.3, 0.55, 0.8):
        base = y + h * (0.62 + t * 0.25)
        bumps = [(x + w * i / 12, base - h * 0.09 * math.sin(i * 0.9 + t * 20)) for i in range(13)]
        c.poly([*bumps, (x + w, y + h), (x, y + h)], p.depth(t * 0.7))
    for i in range(1, 3):
        c.box(x + w * i / 3 - 0.003 * c.sx, y, 0.006 * c.sx, h, frame)
    c.box(x, y + h * 0.5 - 0.003 * c.sy, w, 0.006 * c.sy, frame)
    c.box(x - 0.02 * c.sx, y + h + 0.01 * c.sy, w + 0.04 * c.sx, 0.018 * c.sy, mix(frame, p.ink, 0.15))


def sunbeam(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Let a window's light fall slanting over the room."""
    drop = c.rng.uniform(0.3, 0.55)
    slant = c.rng.choice((-1, 1)) * c.rng.uniform(0.15, 0.35)
    c.poly([(x, y), (x + w, y), (x + w + slant, y + h + drop), (x + slant, y + h + drop)], c.palette.sun, 34)


def pot(c: Canvas, x: float, y: float, s: float) -> None:
    """Draw a potted plant, its foot at (x, y)."""
    leafy = mix(c.palette.near, rgb("3d8a5c"), 0.6)
    for k in range(9):
        angle = math.pi * (0.12 + 0.76 * k / 8)
        tip = (math.cos(angle) * s * 0.42, s * 0.36 + math.sin(angle) * s * 0.62)
        side = (tip[0] * 0.45 + 0.07 * s, s * 0.36 + (tip[1] - s * 0.36) * 0.6)
        other = (tip[0] * 0.45 - 0.07 * s, side[1])
        c.poly(c.local(x, y, [(0, s * 0.34), side, tip, other]), mix(leafy, c.palette.sun, (k % 3) * 0.12))
    c.poly(
        c.local(x, y, [(-0.17 * s, 0.36 * s), (0.17 * s, 0.36 * s), (0.12 * s, 0), (-0.12 * s, 0)]),
        c.palette.accents[0],
    )


def lamp(c: Canvas, x: float, y: float, s: float) -> None:
    """Hang a lamp whose shade ends at y."""
    c.line([(x, -0.01), (x, y - s * c.sy)], c.palette.ink, 3)
    c.glow(x, y, s * 5, c.palette.sun, 0.4)
    c.poly(c.local(x, y, [(-s, 0), (-s * 0.4, s), (s * 0.4, s), (s, 0)]), c.rng.choice(c.palette.accents[:2]))
    c.disc(x, y, s * 0.3, c.palette.sun, squash=0.5)


def books(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Fill a shelf board of width w, standing books up to h tall, feet at y (fractions)."""
    p, rng = c.palette, c.rng
    hues = [*p.accents, p.near, mix(p.near, p.mid, 0.5), p.top, mix(p.low, p.accents[0], 0.3)]
    at = x
    while at < x + w - 0.006 * c.sx:
        thick = rng.uniform(0.009, 0.024) * c.sx
        if at + thick > x + w:
            break
        if rng.random() < 0.05:
            at += thick * 1.6
            continue
        tall = h * rng.uniform(0.66, 0.95)
        hue = mix(rng.choice(hues), p.low, rng.uniform(0, 0.25))
        c.box(at, y - tall, thick * 0.93, tall, hue)
        band = mix(hue, p.sun, 0.45)
        c.box(at, y - tall * rng.uniform(0.72, 0.86), thick * 0.93, tall * 0.05, band)
        if rng.random() < 0.5:
            c.box(at, y - tall * 0.22, thick * 0.93, tall * 0.035, band)
        at += thick


def water(c: Canvas, top: float, sun: Point) -> None:
    """Paint water from the line down, the sky in it and the light's path on it."""
    p, rng = c.palette, c.rng
    c.gradient(
        top, 1, mix(p.low, p.mid, 0.35), mix(p.mid, p.top, 0.45), mix(p.top, p.near, 0.35), mix(p.near, p.top, 0.3)
    )
    for _ in range(150):
        t = rng.random() ** 0.8
        y = top + (1 - top) * t
        near_path = rng.random() < 0.5
        x = rng.gauss(sun[0], 0.02 + 0.08 * t) if near_path else rng.random()
        w = rng.uniform(0.01, 0.05) * (0.5 + 1.6 * t)
        colour = p.sun if near_path else mix(p.low, p.sun, 0.3)
        c.box(x - w / 2, y, w, 0.0022 + 0.004 * t, colour, 130 if near_path else 46, round_=3)


def open_book(c: Canvas, x: float, y: float, s: float) -> None:
    """Draw a book lying open."""
    page = mix(c.palette.accents[2], c.palette.sun, 0.5)
    for side in (-1, 1):
        c.poly(
            c.local(x, y, [(0, 0.08 * s), (side * 0.75 * s, 0.42 * s), (side * 0.85 * s, 0.16 * s), (0, -0.22 * s)]),
            mix(page, c.palette.ink, 0.0 if side < 0 else 0.1),
        )


def pile(c: Canvas, x: float, y: float, count: int) -> None:
    """Stack some books on (x, y)."""
    for k in range(count):
        w = 0.11 - 0.012 * k
        hue = mix(c.palette.accents[k % len(c.palette.accents)], c.palette.low, 0.15)
        c.box(
            x - w / 2 * c.sx + c.rng.uniform(-0.01, 0.01),
            y - 0.022 * (k + 1) * c.sy,
            w * c.sx,
            0.02 * c.sy,
            hue,
            round_=3,
        )
