"""People come together: a meeting, a market, a wedding."""

import math

from news.demo.brush import Canvas, mix, rgb
from news.demo.figures import cloth, person, seated
from news.demo.props import bush, hills, lamp, open_book, palm, pot, room, sky, sunbeam, tree, window


def rapat(c: Canvas) -> None:
    """People around a table, a chart on the wall."""
    p, rng = c.palette, c.rng
    floor = rng.uniform(0.56, 0.62)
    room(c, floor)
    wide = c.sx < 0.9
    flip = rng.random() < 0.5
    if wide:
        wx = 0.68 if flip else 0.06
        window(c, wx, 0.1, 0.26, 0.3)
        sunbeam(c, wx, 0.1, 0.26, 0.3)
    _chart(c, (0.1 if flip else 0.44) if wide else 0.2, 0.1, 0.46 if wide else 0.6, 0.3 if wide else 0.22)
    pot(c, 0.03 if flip else 0.97, floor + 0.05, 0.3)
    if rng.random() < 0.4:
        _circle(c, floor, wide)
        return
    back = rng.randint(5, 6) if wide else 3
    for k in range(back):
        seated(c, 0.17 + 0.66 * (k + 0.5) / back, floor + 0.08, 0.36, rng)
    wood = mix(rgb("a8764a"), p.mid, 0.2)
    y0, y1 = floor + 0.05, floor + 0.27
    c.poly([(0.17, y0), (0.83, y0), (0.98, y1), (0.02, y1)], mix(wood, p.sun, 0.28))
    c.poly([(0.17, y0), (0.5, y0), (0.3, y1), (0.02, y1)], p.sun, 36)
    c.poly([(0.02, y1), (0.98, y1), (0.98, y1 + 0.03), (0.02, y1 + 0.03)], mix(wood, p.ink, 0.25))
    for k in range(back * 2):
        t = rng.uniform(0.15, 0.8)
        x = 0.5 + (rng.random() - 0.5) * (0.6 + 0.26 * t)
        c.poly(
            c.local(x, y0 + (y1 - y0) * t, [(-0.05, -0.012), (-0.04, 0.022), (0.045, 0.022), (0.05, -0.012)]),
            rng.choice((p.accents[2], mix(p.accents[2], p.top, 0.25))),
        )
        if k % 3 == 0:
            c.box(
                x + 0.07 * c.sx,
                y0 + (y1 - y0) * t - 0.03 * c.sy,
                0.022 * c.sx,
                0.034 * c.sy,
                p.accents[k % 2],
                round_=4,
            )
    front = rng.randint(3, 4) if wide else 2
    for k in range(front):
        x = 0.1 + 0.8 * (k + 0.5) / front
        c.poly(c.local(x, 1.02, [(-0.12, 0), (-0.12, 0.19), (0.12, 0.19), (0.12, 0)]), mix(wood, p.ink, 0.45))
        seated(c, x, 0.97, rng.uniform(0.56, 0.62), rng, back=True)
    if rng.random() < 0.5:
        for x in (0.34, 0.66):
            lamp(c, x, 0.07, 0.045)


def _circle(c: Canvas, floor: float, wide: bool) -> None:
    """People on a carpet in a ring, as village meetings sit."""
    p, rng = c.palette, c.rng
    cx, cy, r = 0.5, floor + 0.24, 0.52 if wide else 0.42
    hue = mix(rng.choice(p.accents[:2]), p.near, 0.25)
    for scale, tone in (
        (1.25, hue),
        (1.16, mix(hue, p.sun, 0.4)),
        (1.1, mix(hue, p.ink, 0.12)),
        (0.62, mix(hue, p.sun, 0.22)),
    ):
        c.disc(cx, cy, r * scale, tone, squash=0.36)
    count = 11 if wide else 8
    ring = [math.tau * (k + 0.5) / count + math.pi / 2 for k in range(count)]
    for a in sorted(ring, key=math.sin):
        x, y = cx + math.cos(a) * r * 1.12 * c.sx, cy + math.sin(a) * r * 0.38 * c.sy
        if abs(math.sin(a) - 1) < 0.2:
            continue  # the gap through which the reader joins the ring
        h = 0.4 + 0.1 * math.sin(a)
        robe = cloth(c, rng)
        c.disc(x, y + 0.035 * c.sy, h * 0.3, mix(robe, p.ink, 0.3), squash=0.32)
        seated(c, x, y + 0.02 * c.sy, h, rng, back=math.sin(a) > 0.35)
    for _ in range(9):
        spot = (cx + rng.uniform(-0.4, 0.4) * r * c.sx, cy + rng.uniform(-0.12, 0.1) * r * c.sy)
        c.disc(*spot, rng.uniform(0.018, 0.03), rng.choice((p.accents[2], p.sun, p.accents[1])), squash=0.45)
    for a in ring[::2]:
        open_book(c, cx + math.cos(a) * r * 0.7 * c.sx, cy + math.sin(a) * r * 0.24 * c.sy, 0.05)


def _chart(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    p, rng = c.palette, c.rng
    c.box(x - 0.01 * c.sx, y - 0.01 * c.sy, w + 0.02 * c.sx, h + 0.02 * c.sy, mix(p.ink, p.mid, 0.3), round_=6)
    c.box(x, y, w, h, mix(p.accents[2], p.sun, 0.4))
    if rng.random() < 0.5:
        for k in range(6):
            tall = h * rng.uniform(0.2, 0.68)
            c.box(x + w * (0.1 + 0.14 * k), y + h * 0.86 - tall, w * 0.09, tall, p.accents[k % 2] if k % 3 else p.near)
    else:
        level, points = rng.uniform(0.6, 0.7), []
        for k in range(7):
            level -= rng.uniform(-0.04, 0.13)
            points.append((x + w * (0.1 + 0.13 * k), y + h * max(0.16, level)))
        c.line(points, p.accents[0], 7)
        for point in points:
            c.disc(*point, 0.011, p.near)
    c.line([(x + w * 0.07, y + h * 0.12), (x + w * 0.07, y + h * 0.87), (x + w * 0.94, y + h * 0.87)], p.ink, 3)


def pasar(c: Canvas) -> None:
    """Market stalls under striped cloth."""
    p, rng = c.palette, c.rng
    base = rng.uniform(0.8, 0.86)
    sky(c, 0.5)
    hills(c, 0.5, 2, 0.12, 0.35)
    for _ in range(9):
        tree(c, rng.random(), 0.56, rng.uniform(0.1, 0.2), p.depth(0.5))
    earth = mix(mix(p.low, rgb("b08a5e"), 0.4), p.mid, 0.2)
    c.gradient(0.52, 1, mix(earth, p.far, 0.35), earth, mix(earth, p.near, 0.3))
    for k in range(4):
        _stall(c, 0.1 + 0.28 * k + rng.uniform(-0.04, 0.04), 0.66, 0.15)
    count = 3 if c.sx < 0.9 else 2
    for k in range(count):
        _stall(c, (k + 0.5) / count + rng.uniform(-0.02, 0.02), base, 0.34)
    for _ in range(rng.randint(3, 4)):
        y = rng.uniform(base + 0.07, 0.98)
        x = rng.uniform(0.08, 0.92)
        person(c, x, y, rng.uniform(0.36, 0.42), rng, rng.choice(("hold", "stand", "reach")))
        c.box(x + 0.05 * c.sx, y - 0.16 * c.sy, 0.07 * c.sx, 0.055 * c.sy, mix(rgb("c9a06a"), p.mid, 0.1), round_=8)


def _stall(c: Canvas, x: float, y: float, s: float) -> None:
    p, rng = c.palette, c.rng
    post = mix(p.ink, rgb("6b4a2b"), 0.5)
    c.disc(x, y + 0.005, s * 0.7, p.ink, 60, squash=0.1)
    for u in (-0.58, 0.58):
        c.line(c.local(x, y, [(u * s, 0), (u * s, 1.16 * s)]), post, 16 * s)
    seated(c, x + rng.uniform(-0.15, 0.15) * s * c.sx, y - 0.42 * s * c.sy, s * 0.98, rng)
    stripes = rng.choice(((0, 2), (1, 2), (3, 2), (0, 1)))
    for k in range(8):
        u0, u1 = (-0.72 + 0.18 * k) * s, (-0.54 + 0.18 * k) * s
        hue = mix(p.accents[stripes[k % 2]], p.mid, 0.08)
        c.poly(c.local(x, y, [(u0, 1.06 * s), (u0 * 0.82, 1.42 * s), (u1 * 0.82, 1.42 * s), (u1, 1.06 * s)]), hue)
        centre = c.local(x, y, [((u0 + u1) / 2, 1.06 * s)])[0]
        c.disc(*centre, 0.09 * s, hue, squash=0.75)
    crate = mix(rgb("a8764a"), p.mid, 0.2)
    c.poly(c.local(x, y, [(-0.64 * s, 0), (-0.64 * s, 0.42 * s), (0.64 * s, 0.42 * s), (0.64 * s, 0)]), crate)
    for v in (0.1, 0.21, 0.32):
        c.line(c.local(x, y, [(-0.64 * s, v * s), (0.64 * s, v * s)]), mix(crate, p.ink, 0.3), 7 * s)
    fruit = [rgb(code) for code in ("d9622b", "c0392b", "e2b23c", "7fa845", "f0d27a", "8a3f5c", "4f8a3f")]
    for b in range(4):
        hue = mix(rng.choice(fruit), p.mid, 0.14)
        for _ in range(13):
            centre = c.local(
                x, y, [((-0.47 + 0.31 * b + rng.uniform(-0.12, 0.12)) * s, (0.45 + rng.uniform(0, 0.1)) * s)]
            )[0]
            c.disc(*centre, 0.046 * s, mix(hue, p.sun, rng.uniform(0, 0.22)))
        c.poly(
            c.local(
                x,
                y,
                [
                    ((-0.62 + 0.31 * b) * s, 0.34 * s),
                    ((-0.63 + 0.31 * b) * s, 0.47 * s),
                    ((-0.33 + 0.31 * b) * s, 0.47 * s),
                    ((-0.34 + 0.31 * b) * s, 0.34 * s),
                ],
            ),
            mix(crate, p.sun, 0.25),
        )


def pelaminan(c: Canvas) -> None:
    """A couple under an arch of flowers, guests before them."""
    p, rng = c.palette, c.rng
    floor = rng.uniform(0.76, 0.8)
    outdoors = rng.random() < 0.5
    if outdoors:
        sky(c, 0.62)
        hills(c, 0.62, 2, 0.12, 0.4)
        lawn = mix(mix(p.near, rgb("7fae5a"), 0.6), p.low, 0.3)
        c.gradient(0.63, 1, mix(lawn, p.low, 0.3), lawn, mix(lawn, p.ink, 0.2))
        for x in (0.04, 0.95):
            palm(c, x, 0.76, 0.5, p.depth(0.8))
    else:
        room(c, floor)
        _drapes(c, floor)
    x = 0.5
    s = 0.62 if c.sx < 0.9 else 0.56
    c.box(x - 0.52 * s * c.sx * 1.6, floor - 0.01, s * c.sx * 1.66, 0.05, mix(p.accents[2], p.mid, 0.2), round_=4)
    c.glow(x, floor - 0.3 * c.sy, 0.55, p.sun, 0.45)
    _flower_arch(c, x, floor, s)
    for side, woman in ((-1, False), (1, True)):
        person(c, x + side * 0.1 * c.sx, floor + 0.012, 0.44 if woman else 0.47, rng, "hold", woman)
    for side in (-1, 1):
        bush(c, x + side * 0.42 * c.sx, floor + 0.01, 0.07, mix(p.near, rgb("4f9a55"), 0.4))
        for _ in range(14):
            c.disc(
                x + (side * 0.42 + rng.uniform(-0.09, 0.09)) * c.sx,
                floor - rng.uniform(-0.01, 0.06) * c.sy,
                rng.uniform(0.01, 0.02),
                rng.choice((*p.accents[:3], p.sun)),
            )
    count = rng.randint(5, 6) if c.sx < 0.9 else 3
    for k in range(count):
        seated(
            c,
            (k + 0.5) / count + rng.uniform(-0.02, 0.02),
            1.0 + rng.uniform(0, 0.02),
            rng.uniform(0.4, 0.48),
            rng,
            back=True,
        )
    for _ in range(26):
        c.disc(rng.random(), rng.uniform(0, 0.4), rng.uniform(0.004, 0.012), p.sun, rng.randint(50, 140))


def _drapes(c: Canvas, floor: float) -> None:
    p = c.palette
    hue = mix(c.rng.choice(p.accents), p.low, 0.5)
    for k in range(16):
        shade = mix(hue, p.ink, 0.04 + 0.09 * (k % 2))
        c.box(k / 16, 0, 1 / 16 + 0.002, floor - 0.01, shade)
    for k in range(5):
        centre = (k + 0.5) / 5
        swag = [(centre + 0.11 * math.cos(a), 0.16 * math.sin(a)) for a in (math.pi * i / 12 for i in range(13))]
        c.poly(swag, mix(hue, p.sun, 0.35))


def _flower_arch(c: Canvas, x: float, y: float, s: float) -> None:
    p, rng = c.palette, c.rng
    path = [(-0.5, v / 10) for v in range(8)]
    path += [(-0.5 * math.cos(a), 0.75 + 0.32 * math.sin(a)) for a in (math.pi * i / 18 for i in range(19))]
    path += [(0.5, v / 10) for v in range(7, -1, -1)]
    c.line(c.local(x, y, [(u * s, v * s) for u, v in path]), mix(p.accents[2], p.near, 0.3), 22 * s)
    green = mix(p.near, rgb("4f9a55"), 0.45)
    for u, v in path[4:-4]:
        for _ in range(4):
            centre = c.local(x, y, [((u + rng.uniform(-0.06, 0.06)) * s, (v + rng.uniform(-0.05, 0.05)) * s)])[0]
            c.disc(*centre, rng.uniform(0.014, 0.028) * s * 1.6, mix(green, p.sun, rng.uniform(0, 0.2)))
    for u, v in path[4:-4]:
        for _ in range(4):
            centre = c.local(x, y, [((u + rng.uniform(-0.07, 0.07)) * s, (v + rng.uniform(-0.06, 0.06)) * s)])[0]
            c.disc(*centre, rng.uniform(0.012, 0.03) * s * 1.4, mix(rng.choice((*p.accents[:3], p.sun)), p.low, 0.15))
