"""People without faces: a few flat shapes, told apart by dress, headwear and posture."""

from random import Random

from news.demo.brush import Canvas, Colour, mix, rgb

SKIN = tuple(rgb(code) for code in ("c68a5e", "b5774c", "a5683f", "d39b6e"))
HAIR = rgb("2a1d1a")
CLOTH = tuple(
    rgb(code)
    for code in (
        "0b5d3b",
        "2f7f86",
        "c8553d",
        "d9a441",
        "6f4a78",
        "3b5b8c",
        "f1e4cb",
        "8fae7e",
        "a8452c",
        "e7b7a0",
        "46627f",
        "b98a1d",
        "dfe6dc",
        "7c3f4f",
    )
)


def cloth(c: Canvas, rng: Random) -> Colour:
    """Return a colour for clothes, drawn towards the picture's light."""
    return mix(rng.choice(CLOTH), c.palette.mid, 0.32 if c.palette.night else 0.12)


def person(
    c: Canvas, x: float, y: float, h: float, rng: Random, pose: str = "stand", woman: bool | None = None
) -> None:
    """Draw one standing person, feet at (x, y), h short sides tall; pose: stand, reach, hold, bend."""
    woman = rng.random() < 0.5 if woman is None else woman
    skin, top = rng.choice(SKIN), cloth(c, rng)
    side = rng.choice((-1, 1))
    c.disc(x, y, h * 0.2, c.palette.ink, 60, squash=0.18)
    if pose == "bend":
        _bent(c, x, y, h, side, woman, skin, top, rng)
        return
    if woman:
        _robe(c, x, y, h, top)
    else:
        _legs(c, x, y, h, mix(c.palette.ink, top, 0.15))
        _shirt(c, x, y, h, top)
    _arms(c, x, y, h, side, pose, skin, mix(top, c.palette.ink, 0.22))
    head(c, x, y - h * 0.9 * c.sy, h, rng, woman, skin, top)


def seated(c: Canvas, x: float, y: float, h: float, rng: Random, back: bool = False, woman: bool | None = None) -> None:
    """Draw a person from the waist up, the waist at (x, y), as if h short sides tall."""
    woman = rng.random() < 0.5 if woman is None else woman
    skin, top = rng.choice(SKIN), cloth(c, rng)
    body = [
        (-0.17, -0.02),
        (-0.165, 0.2),
        (-0.13, 0.3),
        (-0.05, 0.34),
        (0.05, 0.34),
        (0.13, 0.3),
        (0.165, 0.2),
        (0.17, -0.02),
    ]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in body]), top)
    shade = [(0.04, -0.02), (0.07, 0.33), (0.13, 0.3), (0.165, 0.2), (0.17, -0.02)]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in shade]), c.palette.ink, 34)
    head(c, x, y - h * 0.42 * c.sy, h * 1.12, rng, woman, skin, top, back)


def head(
    c: Canvas, x: float, y: float, h: float, rng: Random, woman: bool, skin: Colour, top: Colour, back: bool = False
) -> None:
    """Draw the head centred at (x, y) of a person h short sides tall, with scarf, cap or hair."""
    r = h * 0.072
    if woman and rng.random() >= c.scarves:
        _long_hair(c, x, y, h, skin, back)
        return
    if woman:
        scarf = mix(rng.choice(CLOTH), top, 0.25)
        drape = [(-0.09, 0.03), (-0.13, -0.13), (-0.05, -0.19), (0.06, -0.19), (0.13, -0.12), (0.09, 0.03)]
        c.poly(c.local(x, y, [(u * h, v * h) for u, v in drape]), scarf)
        c.disc(x, y - 0.008 * h * c.sy, r * 1.28, scarf)
        if not back:
            c.disc(x, y + 0.006 * h * c.sy, r * 0.84, skin, squash=1.12)
        return
    c.poly(
        c.local(x, y, [(-0.032 * h, 0), (-0.032 * h, -0.11 * h), (0.032 * h, -0.11 * h), (0.032 * h, 0)]),
        mix(skin, HAIR, 0.2),
    )
    if back:
        c.disc(x, y, r, HAIR, squash=1.1)
    else:
        c.disc(x, y - 0.012 * h * c.sy, r * 1.05, HAIR)
        c.disc(x, y + 0.012 * h * c.sy, r * 0.97, skin, squash=1.1)
    if rng.random() < 0.5:
        cap = [(-0.078, 0.028), (-0.066, 0.098), (0.066, 0.098), (0.078, 0.028)]
        colour = rng.choice((rgb("15191b"), rgb("15191b"), rgb("f1ead8"), rgb("3d1f24")))
        c.poly(c.local(x, y, [(u * h, v * h) for u, v in cap]), colour)


def _long_hair(c: Canvas, x: float, y: float, h: float, skin: Colour, back: bool) -> None:
    r = h * 0.072
    fall = [(-0.075, 0.03), (-0.088, -0.11), (0.088, -0.11), (0.075, 0.03)]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in fall]), HAIR)
    c.disc(x, y - 0.012 * h * c.sy, r * 1.14, HAIR)
    if not back:
        c.poly(
            c.local(x, y, [(-0.03 * h, 0), (-0.03 * h, -0.11 * h), (0.03 * h, -0.11 * h), (0.03 * h, 0)]),
            mix(skin, HAIR, 0.15),
        )
        c.disc(x, y + 0.016 * h * c.sy, r * 0.86, skin, squash=1.1)


def farmer_hat(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """Draw a wide woven hat over a head centred at (x, y)."""
    c.poly(c.local(x, y, [(-0.19 * h, 0.02 * h), (0, 0.15 * h), (0.19 * h, 0.02 * h)]), colour)
    c.poly(c.local(x, y, [(0, 0.15 * h), (0.19 * h, 0.02 * h), (0.03 * h, 0.02 * h)]), mix(colour, c.palette.ink, 0.25))


def _robe(c: Canvas, x: float, y: float, h: float, top: Colour) -> None:
    shape = [
        (-0.17, 0),
        (-0.12, 0.45),
        (-0.115, 0.72),
        (-0.08, 0.8),
        (0.08, 0.8),
        (0.115, 0.72),
        (0.12, 0.45),
        (0.17, 0),
    ]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in shape]), top)
    fold = [(0.03, 0), (0.05, 0.8), (0.08, 0.8), (0.115, 0.72), (0.12, 0.45), (0.17, 0)]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in fold]), c.palette.ink, 36)


def _legs(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    for side in (-1, 1):
        leg = [(0.01, 0.46), (0.105, 0.46), (0.09, 0.02), (0.11, 0), (0.025, 0)]
        c.poly(c.local(x, y, [(u * h * side, v * h) for u, v in leg]), colour)


def _shirt(c: Canvas, x: float, y: float, h: float, top: Colour) -> None:
    shape = [(-0.12, 0.4), (-0.135, 0.72), (-0.08, 0.8), (0.08, 0.8), (0.135, 0.72), (0.12, 0.4)]
    c.poly(c.local(x, y, [(u * h, v * h) for u, v in shape]), top)
    c.poly(
        c.local(
            x,
            y,
            [(0.04 * h, 0.4 * h), (0.05 * h, 0.8 * h), (0.08 * h, 0.8 * h), (0.135 * h, 0.72 * h), (0.12 * h, 0.4 * h)],
        ),
        c.palette.ink,
        36,
    )


def _arms(c: Canvas, x: float, y: float, h: float, side: int, pose: str, skin: Colour, sleeve: Colour) -> None:
    elbow, hand = {
        "stand": ((0.155, 0.58), (0.15, 0.42)),
        "reach": ((0.22, 0.72), (0.33, 0.86)),
        "hold": ((0.17, 0.56), (0.07, 0.56)),
    }[pose]
    for s in (side, -side):
        if s != side and pose == "reach":
            elbow, hand = (0.155, 0.58), (0.15, 0.42)
        joints = [(0.115 * s * h, 0.74 * h), (elbow[0] * s * h, elbow[1] * h), (hand[0] * s * h, hand[1] * h)]
        points = c.local(x, y, joints)
        c.line(points, sleeve, 62 * h)
        c.disc(*points[0], 0.03 * h, sleeve)
        c.disc(*points[2], 0.03 * h, skin)


def _bent(
    c: Canvas, x: float, y: float, h: float, side: int, woman: bool, skin: Colour, top: Colour, rng: Random
) -> None:
    low = mix(c.palette.ink, top, 0.35 if woman else 0.12)
    hips = [(-0.1, 0), (-0.13, 0.4), (-0.06, 0.5), (0.1, 0.46), (0.09, 0)]
    c.poly(c.local(x, y, [(u * h * side, v * h) for u, v in hips]), low)
    back = [(-0.1, 0.4), (-0.07, 0.52), (0.18, 0.68), (0.3, 0.62), (0.27, 0.5), (0.08, 0.38)]
    c.poly(c.local(x, y, [(u * h * side, v * h) for u, v in back]), top)
    arm = c.local(x, y, [(0.24 * h * side, 0.56 * h), (0.3 * h * side, 0.34 * h), (0.34 * h * side, 0.14 * h)])
    c.line(arm, mix(top, c.palette.ink, 0.22), 58 * h)
    c.disc(*arm[2], 0.03 * h, skin)
    centre = c.local(x, y, [(0.35 * h * side, 0.66 * h)])[0]
    head(c, *centre, h, rng, woman, skin, top)
