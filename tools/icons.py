"""Draw the app icons of the desk from static/icons/mark.svg with the system's Chromium; their files are committed.

    python tools/icons.py

A maskable icon is cut into any shape by the telephone: its ground fills the square, and the sign stays within the
middle circle of 80 %.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ICONS = Path(__file__).resolve().parents[1] / "static" / "icons"
SIZES = (192, 512)
SIGN = 0.86  # of the maskable square: the corners of the letter stay in the circle
PAGE = '<body style="margin:0">{}</body>'


def draw(svg: str, size: int, target: Path) -> None:
    """Write an SVG as a PNG of `size` pixels, with no more colours than it has."""
    chromium = shutil.which("chromium") or sys.exit("Chromium is not installed.")
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "icon.html"), Path(folder, "icon.png")
        page.write_text(
            PAGE.format(svg.replace("<svg ", f'<svg width="{size}" height="{size}" style="display:block" '))
        )
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--default-background-color=00000000", f"--window-size={size},{size}", f"--screenshot={shot}"]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True)
        with Image.open(shot) as drawn:
            drawn.crop((0, 0, size, size)).quantize(64).save(target, optimize=True)


def main() -> None:
    svg = (ICONS / "mark.svg").read_text()
    ground, sign = re.fullmatch(r"(.*?)<rect[^>]*/>(.*)</svg>\s*", svg).groups()
    edge = 32 * (1 - SIGN) / 2
    whole = re.search(r'<rect[^>]*fill="(#\w+)"', svg)[1]
    maskable = f'{ground}<path fill="{whole}" d="M0 0h32v32H0z"/>'
    maskable += f'<g transform="translate({edge:.2f} {edge:.2f}) scale({SIGN})">{sign}</g></svg>'
    for size in SIZES:
        draw(svg, size, ICONS / f"app-{size}.png")
        draw(maskable, size, ICONS / f"app-maskable-{size}.png")


if __name__ == "__main__":
    main()
