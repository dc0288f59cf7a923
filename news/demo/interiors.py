"""Rooms at work: class, counter, library, archive."""

import math

from news.demo.brush import Canvas, Colour, mix, rgb
from news.demo.figures import cloth, person, seated
from news.demo.props import books, lamp, open_book, pile, pot, room, sunbeam, window


def kelas(c: Canvas) -> None:
    """A classroom seen from the back rows."""
    rng = c.rng
    floor = rng.uniform(0.6, 0.66)
    room(c, floor)
    left = rng.random() < 0.5
    wide = c.sx < 0.9
    if wide:
        wx = 0.05 if left else 0.77
        window(c, wx, 0.13, 0.18, 0.34)
        sunbeam(c, wx, 0.13, 0.18, 0.34)
    bx, bw = ((0.3, 0.56) if left else (0.14, 0.56)) if wide else (0.1, 0.8)
    _board(c, bx, 0.12, bw, 0.34)
    _bunting(c, 0.055)
    tx = bx + bw * (0.9 if left else 0.1)
    person(c, tx, floor + 0.07, 0.46, rng, "reach")
    pot(c, 0.96 if left else 0.04, floor + 0.06, 0.17)
    if rng.random() < 0.42:
        _groups(c, floor, 3 if wide else 2)
    else:
        _desk_rows(c, floor, wide)


def _groups(c: Canvas, floor: float, count: int) -> None:
    """Pupils around shared tables, books open between them."""
    p, rng = c.palette, c.rng
    for k in range(count):
        x, y = (
            (k + 0.5) / count + rng.uniform(-0.03, 0.03),
            floor + (0.16 if k % 2 else 0.24) + rng.uniform(-0.02, 0.02),
        )
        for du in (-0.17, 0, 0.17):
            seated(c, x + du * c.sx, y - 0.02, 0.34, rng)
        wood = mix(rng.choice((rgb("b5824f"), p.accents[0], p.accents[3])), p.low, 0.35)
        c.disc(x, y + 0.05 * c.sy, 0.3, mix(wood, p.ink, 0.35), squash=0.3)
        c.disc(x, y + 0.03 * c.sy, 0.3, mix(wood, p.sun, 0.15), squash=0.3)
        for du, dv in ((-0.15, 0.0), (0.02, -0.03), (0.17, 0.01)):
            open_book(c, x + du * c.sx, y + (0.03 - dv) * c.sy, 0.07)
        for du in (-0.15, 0.15):
            seated(c, x + du * c.sx, y + 0.24 * c.sy, 0.42, rng, back=True)


def _desk_rows(c: Canvas, floor: float, wide: bool) -> None:
    p, rng = c.palette, c.rng
    for row, (y, h) in enumerate(((floor + 0.13, 0.32), (floor + 0.3, 0.44))):
        count = round((5 - row) * min(1.0, 0.85 / c.sx * 0.9)) if wide else 3 - row
        for k in range(count):
            x = (k + 0.5) / count + (0.04 if row else -0.02) + rng.uniform(-0.015, 0.015)
            seated(c, x, y + 0.05, h, rng, back=True)
        desk = mix(rgb("b5824f"), p.mid, 0.25)
        for k in range(count):
            x, w = (k + 0.5) / count + (0.04 if row else -0.02), h * 0.62
            c.poly(
                c.local(
                    x, y + 0.045, [(-w / 2, 0), (-w / 2 * 0.94, 0.04 * h * 2), (w / 2 * 0.94, 0.04 * h * 2), (w / 2, 0)]
                ),
                mix(desk, p.sun, 0.18),
            )
            c.poly(c.local(x, y + 0.045, [(-w / 2, 0), (w / 2, 0), (w / 2, -0.05 * h), (-w / 2, -0.05 * h)]), desk)
            chair = mix(desk, p.ink, 0.25)
            c.poly(
                c.local(
                    x, y + 0.16 * h + 0.05, [(-w * 0.27, 0), (-w * 0.27, 0.34 * h), (w * 0.27, 0.34 * h), (w * 0.27, 0)]
                ),
                chair,
            )
            c.poly(
                c.local(
                    x,
                    y + 0.16 * h + 0.05,
                    [(-w * 0.21, 0.06 * h), (-w * 0.21, 0.28 * h), (w * 0.21, 0.28 * h), (w * 0.21, 0.06 * h)],
                ),
                mix(chair, p.sun, 0.16),
            )


def _board(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    p, rng = c.palette, c.rng
    c.box(
        x - 0.012 * c.sx, y - 0.012 * c.sy, w + 0.024 * c.sx, h + 0.024 * c.sy, mix(rgb("8a5a34"), p.mid, 0.2), round_=6
    )
    c.box(x, y, w, h, mix(rgb("1f4f40"), p.near, 0.3))
    chalk = mix(p.accents[2], p.sun, 0.4)
    for k in range(rng.randint(4, 6)):
        c.line(
            [(x + w * 0.07, y + h * (0.16 + 0.12 * k)), (x + w * rng.uniform(0.25, 0.46), y + h * (0.16 + 0.12 * k))],
            chalk,
            4,
            190,
        )
    cx, cy, r = x + w * 0.68, y + h * 0.5, 0.09
    kind = rng.randrange(3)
    if kind == 0:
        for k in range(3):
            c.disc(cx + (k - 1) * 0.07 * c.sx, cy, r * 0.55, rng.choice(p.accents[:2]) if k == 1 else chalk, 120)
    elif kind == 1:
        for k in range(5):
            tall = rng.uniform(0.2, 0.62) * h
            c.box(
                cx - 0.13 * c.sx + k * 0.055 * c.sx,
                y + h * 0.82 - tall,
                0.036 * c.sx,
                tall,
                mix(chalk, p.accents[k % 2], 0.4),
                210,
            )
    else:
        c.line(c.local(cx, cy, [(-r * 1.3, -r), (0, r * 1.1), (r * 1.3, -r), (-r * 1.3, -r)]), chalk, 5, 220)
        c.disc(cx, cy + 0.02, r * 0.42, p.accents[1], 150)


def _bunting(c: Canvas, y: float) -> None:
    for k in range(24):
        x = k / 23
        dip = y + 0.02 * math.sin(x * math.pi * 3) ** 2
        hue = c.palette.accents[k % 3]
        c.poly(c.local(x, dip, [(-0.018, 0), (0.018, 0), (0, -0.04)]), mix(hue, c.palette.low, 0.2))


def loket(c: Canvas) -> None:
    """Officers behind a service counter, citizens before it."""
    p, rng = c.palette, c.rng
    floor = rng.uniform(0.74, 0.79)
    room(c, floor)
    green = mix(rng.choice((rgb("0b5d3b"), p.near, p.accents[3])), p.mid, 0.15)
    c.box(0, 0.0, 1, 0.1, mix(green, p.ink, 0.1))
    c.box(0, 0.1, 1, 0.012, p.accents[1])
    desks = (2 if rng.random() < 0.4 else 3) if c.sx < 0.9 else 2
    window(c, *((0.04, 0.2, 0.15, 0.26) if c.sx < 0.9 else (0.04, 0.2, 0.2, 0.16)))
    top, height = floor - 0.2, 0.22
    turn = rng.choice((-1, 1))
    for k in range(desks):
        x = (k + 0.62) / (desks + 0.25)
        _number_screen(c, x, 0.16, k)
        seated(c, x, top + 0.03, 0.48, rng)
        _monitor(c, x + 0.17 * c.sx * turn, top, 0.11)
    wood = mix(rgb("a8764a"), p.mid, 0.22)
    c.box(0, top + 0.015, 1, height, mix(green, p.low, 0.2))
    for k in range(14):
        c.box(k / 14, top + 0.04, 0.004, height - 0.05, mix(green, p.ink, 0.2), 130)
    c.box(-0.01, top, 1.02, 0.034, mix(wood, p.sun, 0.25))
    c.box(-0.01, top + 0.03, 1.02, 0.01, mix(wood, p.ink, 0.25))
    for k in range(desks):
        x = (k + 0.62) / (desks + 0.25)
        c.box(x - 0.09 * c.sx, top - 0.004, 0.07 * c.sx, 0.012, p.accents[2])
        c.box(x + 0.03 * c.sx, top - 0.012, 0.05 * c.sx, 0.02, p.accents[k % 2])
    # Citizens stand aside of the officers so that both sides of the talk are seen.
    for k in range(rng.randint(desks, desks + 1)):
        x = (k % desks + 0.62) / (desks + 0.25) - turn * (0.2 if k < desks else 0.36) * c.sx
        _visitor(c, min(max(x, 0.05), 0.93), floor + rng.uniform(0.1, 0.17), rng.uniform(0.5, 0.58))
    pot(c, 0.965, floor + 0.1, 0.28)
    if rng.random() < 0.5:
        lamp(c, rng.uniform(0.3, 0.7), 0.15, 0.045)


def _visitor(c: Canvas, x: float, y: float, h: float) -> None:
    """A citizen seen from behind, so that no face is missing."""
    rng = c.rng
    c.disc(x, y, h * 0.22, c.palette.ink, 60, squash=0.16)
    woman = rng.random() < 0.5
    low, hem = mix(c.palette.ink, cloth(c, rng), 0.4 if woman else 0.2), 0.16 if woman else 0.11
    c.poly(c.local(x, y, [(-0.12 * h, 0.5 * h), (0.12 * h, 0.5 * h), (hem * h, 0), (-hem * h, 0)]), low)
    if not woman:
        c.line(c.local(x, y, [(0, 0.4 * h), (0, 0)]), c.palette.ink, 6, 120)
    seated(c, x, y - 0.42 * h * c.sy, h * 0.98, rng, back=True, woman=woman)


def _number_screen(c: Canvas, x: float, y: float, k: int) -> None:
    p = c.palette
    c.box(x - 0.075 * c.sx, y, 0.15 * c.sx, 0.085 * c.sy, p.ink, round_=8)
    for i in range(3):
        c.box(
            x + (-0.052 + 0.038 * i) * c.sx,
            y + 0.018 * c.sy,
            0.026 * c.sx,
            0.05 * c.sy,
            mix(p.accents[1], p.sun, 0.2 + 0.2 * ((i + k) % 2)),
            round_=5,
        )


def _monitor(c: Canvas, x: float, y: float, s: float) -> None:
    dark = mix(c.palette.ink, c.palette.mid, 0.2)
    c.box(x - 0.012 * c.sx, y - 0.04 * c.sy, 0.024 * c.sx, 0.05 * c.sy, dark)
    c.box(x - s * 0.7 * c.sx, y - s * 1.15 * c.sy, s * 1.4 * c.sx, s * 0.9 * c.sy, dark, round_=8)


def perpustakaan(c: Canvas) -> None:
    """Walls of books and readers at a table."""
    p, rng = c.palette, c.rng
    floor = rng.uniform(0.7, 0.76)
    room(c, floor)
    wood = mix(mix(rgb("7a4f2f"), p.near, 0.3), p.mid, 0.15)
    gap = rng.choice((None, 0.5, 0.18, 0.82)) if c.sx < 0.9 else None
    shelves = [(0.0, 1.0)] if gap is None else [(0.0, gap - 0.11), (gap + 0.11, 1.0)]
    if gap is not None:
        window(c, gap - 0.085, 0.1, 0.17, 0.42)
        sunbeam(c, gap - 0.085, 0.1, 0.17, 0.42)
    rows = rng.randint(4, 5) if c.sx < 0.9 else 6
    for x0, x1 in shelves:
        _bookcase(c, x0, x1, floor, rows, wood)
    for x in (0.3, 0.7) if c.sx < 0.9 else (0.5,):
        lamp(c, x + rng.uniform(-0.05, 0.05), rng.uniform(0.2, 0.3), 0.055)
    if rng.random() < 0.6:
        x = rng.choice((0.1, 0.9))
        person(c, x, floor + 0.08, 0.45, rng, "reach")
    count = rng.randint(3, 4) if c.sx < 0.9 else 2
    table = floor + 0.13
    for k in range(count):
        x = (k + 0.8) / (count + 0.6) + rng.uniform(-0.02, 0.02)
        seated(c, x, table + 0.015, rng.uniform(0.42, 0.5), rng)
    c.box(0.06, table, 0.88, 0.035, mix(wood, p.sun, 0.35), round_=6)
    c.box(0.06, table + 0.03, 0.88, 0.014, mix(wood, p.ink, 0.3))
    for x in (0.1, 0.88):
        c.box(x, table + 0.04, 0.02, 0.2, mix(wood, p.ink, 0.2))
    for k in range(count):
        open_book(c, (k + 0.8) / (count + 0.6), table + 0.006, 0.1)
    pile(c, rng.uniform(0.2, 0.8), table, rng.randint(2, 4))


def _bookcase(c: Canvas, x0: float, x1: float, floor: float, rows: int, wood: Colour) -> None:
    p = c.palette
    c.box(x0, 0.03, x1 - x0, floor - 0.03, mix(wood, p.ink, 0.45))
    step = (floor - 0.05) / rows
    bays = max(1, round((x1 - x0) / c.sx / 0.42))
    for b in range(bays):
        left, right = x0 + (x1 - x0) * b / bays, x0 + (x1 - x0) * (b + 1) / bays
        for r in range(rows):
            books(c, left + 0.012 * c.sx, 0.05 + step * (r + 1) - 0.008, right - left - 0.024 * c.sx, step * 0.9)
            c.box(left, 0.05 + step * (r + 1) - 0.008, right - left, 0.012, wood)
        c.box(left - 0.006 * c.sx, 0.03, 0.014 * c.sx, floor - 0.03, mix(wood, p.sun, 0.12))
    c.box(x0, 0.02, x1 - x0, 0.022, mix(wood, p.sun, 0.15))


def arsip(c: Canvas) -> None:
    """Shelves of folders and boxes, a clerk at work."""
    p, rng = c.palette, c.rng
    floor = rng.uniform(0.76, 0.82)
    room(c, floor)
    steel = mix(p.depth(0.55), p.mid, 0.35)
    bays = rng.randint(3, 4) if c.sx < 0.9 else 2
    rows = rng.randint(4, 5) if c.sx < 0.9 else 6
    for b in range(bays):
        _rack(c, b / bays + 0.012, 1 / bays - 0.024, floor + 0.01, rows, steel)
    for x in (0.25, 0.75) if c.sx < 0.9 else (0.5,):
        lamp(c, x, 0.09, 0.05)
    dx = rng.choice((0.26, 0.7))
    table = floor + 0.06
    person(c, 0.9 if dx < 0.5 else 0.1, floor + 0.12, 0.5, rng, rng.choice(("reach", "hold")))
    seated(c, dx, table + 0.03, 0.5, rng)
    wood = mix(rgb("b5824f"), p.mid, 0.2)
    w = 0.62 * c.sx
    c.box(dx - w / 2, table, w, 0.03, mix(wood, p.sun, 0.25))
    c.box(dx - w / 2 + 0.02, table + 0.03, w - 0.04, 0.22, mix(wood, p.ink, 0.18))
    side = 1 if dx < 0.5 else -1
    _monitor(c, dx + side * 0.2 * c.sx, table + 0.01, 0.13)
    c.glow(dx - side * 0.16 * c.sx, table - 0.02, 0.14, p.sun, 0.5)
    pile(c, dx - side * 0.2 * c.sx, table, 4)
    open_book(c, dx, table + 0.004, 0.1)


def _rack(c: Canvas, x: float, w: float, floor: float, rows: int, steel: Colour) -> None:
    p, rng = c.palette, c.rng
    c.box(x, 0.05, w, floor - 0.05, mix(steel, p.ink, 0.5))
    step = (floor - 0.06) / rows
    for r in range(rows):
        y = 0.06 + step * (r + 1) - 0.012
        at = x + 0.01 * c.sx
        while at < x + w - 0.05 * c.sx:
            if rng.random() < 0.42:
                size = min(rng.uniform(0.09, 0.14) * c.sx, x + w - 0.01 * c.sx - at)
                hue = mix(rgb("c9a06a"), p.mid, rng.uniform(0.1, 0.35))
                c.box(at, y - step * 0.7, size * 0.95, step * 0.7, hue)
                c.box(at, y - step * 0.7, size * 0.95, step * 0.12, mix(hue, p.ink, 0.16))
                c.box(at + size * 0.28, y - step * 0.42, size * 0.4, step * 0.2, p.accents[2])
                at += size
            else:
                hue = mix(rng.choice((*p.accents, p.near)), p.low, 0.15)
                for _ in range(rng.randint(3, 6)):
                    if at > x + w - 0.04 * c.sx:
                        break
                    c.box(at, y - step * 0.78, 0.027 * c.sx, step * 0.78, hue)
                    c.box(at + 0.006 * c.sx, y - step * 0.6, 0.014 * c.sx, step * 0.26, p.accents[2])
                    at += 0.029 * c.sx
        c.box(x, y, w, 0.014, mix(steel, p.sun, 0.2))
    for edge in (x - 0.004, x + w - 0.006):
        c.box(edge, 0.04, 0.012 * c.sx, floor - 0.03, steel)
