"""Photos on the way in: upright, without a trace of where or who, or refused with a sentence."""

from __future__ import annotations

import hashlib
import io
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageStat
from PIL.PngImagePlugin import PngInfo

from news import images
from news.images import Stored, store, widths_of

pytestmark = [
    pytest.mark.usefixtures("english", "media"),
    pytest.mark.filterwarnings("ignore::UserWarning"),  # Pillow's remarks on what it is given
]

BROKEN = "This file is not a sound JPEG, PNG or WebP photo. Open it on your phone, save it again, and retry."
TOO_MANY = "The photo has more than 40 megapixels. Make it smaller and choose it again."
HARMFUL = "This JPEG is built in a harmful way. Save it again as an ordinary photo."


def picture(width: int = 1600, height: int = 1200, mode: str = "RGB") -> Image.Image:
    """Return a picture whose four corners differ: red and green above, blue and white below."""
    image = Image.new("RGB", (width, height), "grey")
    draw = ImageDraw.Draw(image)
    for x, y, colour in ((0, 0, "red"), (1, 0, "lime"), (0, 1, "blue"), (1, 1, "white")):
        draw.rectangle((x * width // 2, y * height // 2, (x + 1) * width // 2, (y + 1) * height // 2), fill=colour)
    return image.convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def stored(data: bytes) -> Stored:
    return store(io.BytesIO(data))


def refused(data: bytes) -> list[str]:
    """Return the sentences with which `data` is refused."""
    with pytest.raises(ValidationError) as error:
        stored(data)
    return error.value.messages


def files_of(folder: Path, photo: Stored) -> dict[str, Path]:
    """Return every file under `folder`, by what stands after the stem."""
    return {
        str(path.relative_to(folder)).removeprefix(photo.stem): path for path in folder.rglob("*") if path.is_file()
    }


def corners(image: Image.Image) -> list[str]:
    """Return the colours of the corners: above left and right, below left and right."""
    names = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (1, 1, 1): "white", (0, 0, 0): "black"}
    width, height = image.size
    spots = [(width // 8, height // 8), (width * 7 // 8, height // 8)]
    spots += [(x, height - 1 - y) for x, y in spots]
    return [names[tuple(round(band / 255) for band in image.convert("RGB").getpixel(spot))] for spot in spots]


UPRIGHT = ["red", "lime", "blue", "white"]


# --- What is written ------------------------------------------------------------------------------


def test_it_writes_a_master_and_three_widths_in_two_formats(media):
    data = encoded(picture(3200, 2400))
    photo = stored(data)
    assert (photo.width, photo.height, photo.sha256) == (2560, 1920, hashlib.sha256(data).hexdigest())
    sizes = {}
    for name, path in files_of(media, photo).items():
        with Image.open(path) as image:
            sizes[name] = (image.format, image.size, image.mode, corners(image))
    assert sizes == {
        ".jpg": ("JPEG", (2560, 1920), "RGB", UPRIGHT),
        "-1280.jpg": ("JPEG", (1280, 960), "RGB", UPRIGHT),
        "-1280.avif": ("AVIF", (1280, 960), "RGB", UPRIGHT),
        "-640.jpg": ("JPEG", (640, 480), "RGB", UPRIGHT),
        "-640.avif": ("AVIF", (640, 480), "RGB", UPRIGHT),
        "-320.jpg": ("JPEG", (320, 240), "RGB", UPRIGHT),
        "-320.avif": ("AVIF", (320, 240), "RGB", UPRIGHT),
    }


@pytest.mark.parametrize(
    ("size", "master", "widths"),
    [
        ((1, 1), (1, 1), [1]),
        ((319, 200), (319, 200), [319]),
        ((320, 200), (320, 200), [320]),
        ((700, 500), (700, 500), [320, 640, 700]),
        ((900, 1600), (900, 1600), [320, 640, 900]),
        ((2000, 5000), (1024, 2560), [320, 640, 1024]),
        ((5000, 2000), (2560, 1024), [320, 640, 1280]),
        ((6000, 2), (2560, 1), [320, 640, 1280]),
        ((2, 6000), (1, 2560), [1]),
    ],
)
def test_sizes_follow_the_master_and_nothing_is_enlarged(media, size, master, widths):
    photo = stored(encoded(picture(*size)))
    assert (photo.width, photo.height) == master
    assert widths_of(photo.width) == widths
    files = files_of(media, photo)
    assert set(files) == {".jpg"} | {f"-{width}.{ending}" for width in widths for ending in ("jpg", "avif")}
    for width in widths:
        with Image.open(files[f"-{width}.jpg"]) as image:
            assert image.size == (width, max(1, round(master[1] * width / master[0])))


def test_two_uploads_of_the_same_photo_do_not_share_files(media):
    data = encoded(picture(40, 30))
    one, other = stored(data), stored(data)
    assert one.stem != other.stem
    assert one.sha256 == other.sha256
    assert len(list(media.rglob("*.jpg"))) == 4


@pytest.mark.parametrize(
    ("colour", "tone"),
    [("black", 0), ("white", 63), ("red", 48), ("lime", 12), ("blue", 3), ((70, 130, 200), 0b011011)],
)
def test_its_tone_is_its_mean_colour(colour, tone):
    assert stored(encoded(Image.new("RGB", (64, 48), colour), "PNG")).tone == tone


# --- What phones and cameras send -----------------------------------------------------------------


def test_nine_orientations_come_out_as_one_upright_picture(media, corpus):
    shown = []
    for file in sorted(corpus("exif", "orientation").glob("*.jpg")):
        photo = stored(file.read_bytes())
        assert photo.height > photo.width, file.name
        for ending in ("jpg", "avif"):
            with Image.open(media / f"{photo.stem}-320.{ending}") as image:
                shown.append(image.convert("RGB").resize((30, 40)))
    assert len(shown) == 18
    distances = [max(ImageStat.Stat(ImageChops.difference(shown[0], each)).mean) for each in shown]
    assert max(distances) < 6, distances
    turned = shown[0].transpose(Image.Transpose.ROTATE_180)
    assert max(ImageStat.Stat(ImageChops.difference(shown[0], turned)).mean) > 20, "the measure tells them apart"


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_is_applied_once(media, turn):
    """Built here, so that it holds without the corpus."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = picture(400, 300)
    if turn in undo:
        image = image.transpose(Image.Transpose(undo[turn]))
    exif = Image.Exif()
    exif[0x0112] = turn
    photo = stored(encoded(image, exif=exif))
    assert (photo.width, photo.height) == (400, 300)
    with Image.open(media / f"{photo.stem}.jpg") as master:
        assert corners(master) == UPRIGHT
        assert dict(master.getexif()) == {}


def traces(path: Path) -> list[str]:
    """Return what a file still tells beside its pixels."""
    with Image.open(path) as image:
        found = [key for key in image.info if key not in {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                                          "progressive", "progression", "timestamps", "duration",
                                                          "loop", "background"}]  # fmt: skip
        exif = dict(image.getexif()) | dict(image.getexif().get_ifd(0x8825))
    data = path.read_bytes()
    if path.suffix == ".jpg":
        # APP1..APP15 and comments; APP0 is the JFIF header.
        found += [
            f"marker {marker:x}" for marker in (*range(0xE1, 0xF0), 0xFE) if bytes([0xFF, marker]) in header(data)
        ]
    found += [word.decode() for word in (b"Exif\0", b"<x:xmp", b"<?xpacket", b"ICC_PROFILE", b"SECRET") if word in data]
    return found + [f"exif {key:x}" for key in exif]


def header(data: bytes) -> bytes:
    """Return the two bytes of each marker of a JPEG before its first scan."""
    found, place = b"", 2
    while data[place : place + 2] != b"\xff\xda":
        found += data[place : place + 2]
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return found


def with_everything() -> dict[str, bytes]:
    """Return photos that carry a place, a name, a comment and a profile, in each format."""
    exif = Image.Exif()
    exif[0x013B] = "SECRET photographer"
    exif.get_ifd(0x8825).update({1: "S", 2: (4.0, 1.0, 30.0), 3: "E", 4: (119.0, 37.0, 0.0)})
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0SECRET comment"
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image, xmp = picture(400, 300), b"<x:xmpmeta>SECRET</x:xmpmeta>"
    text = PngInfo()
    text.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>SECRET</x:xmpmeta>")
    text.add_text("Comment", "SECRET")
    return {
        "JPEG": encoded(image, "JPEG", exif=exif, icc_profile=icc, comment=b"SECRET", xmp=xmp),
        "PNG": encoded(image, "PNG", exif=exif, icc_profile=icc, pnginfo=text),
        "WEBP": encoded(image, "WEBP", exif=exif, icc_profile=icc, xmp=xmp),
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_no_place_name_or_comment_leaves_with_the_photo(media, kind, tmp_path_factory):
    data = with_everything()[kind]
    original = tmp_path_factory.mktemp("sent") / "photo"
    original.write_bytes(data)
    assert b"SECRET" in data
    assert traces(original), "the measure finds what the original tells"
    photo = stored(data)
    names = [".jpg", "-320.jpg", "-320.avif", "-400.jpg", "-400.avif"]
    assert {name: traces(path) for name, path in files_of(media, photo).items()} == {name: [] for name in names}


def test_the_photos_of_the_corpus_tell_no_place(media, corpus):
    folder = corpus("exif")
    originals = sorted((folder / "gps").glob("*.jpg")) + [
        path for path in sorted((folder / "xss-in-metadata").iterdir()) if path.suffix != ".svg"
    ]
    assert all(Image.open(path).getexif().get_ifd(0x8825) for path in originals if path.parent.name == "gps")
    accepted = 0
    for path in originals:
        try:
            stored(path.read_bytes())
            accepted += 1
        except ValidationError:
            assert path.parent.name != "gps"
    assert accepted >= 4
    written = [path for path in media.rglob("*") if path.is_file()]
    assert {path.name: found for path in written if (found := traces(path))} == {}
    assert [path for path in written if b"alert(" in path.read_bytes() or b"<script" in path.read_bytes()] == []


def animated(kind: str) -> bytes:
    frames = [picture(60, 40), Image.new("RGB", (60, 40), "black")]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, lossless=True)


def on_nothing() -> Image.Image:
    """Return a picture whose lower half is transparent, over hidden black."""
    image = picture(80, 60, "RGBA")
    image.paste((0, 0, 0, 0), (0, 30, 80, 60))
    return image


def sixteen_bits() -> bytes:
    """Return a grey PNG of 16 bits a pixel: dark left, light right."""
    rows = b"".join(b"\0" + struct.pack(">40H", *[200] * 20, *[65000] * 20) for _row in range(30))
    return png(40, 30, rows, depth=16, colour=0)


def png(width: int, height: int, rows: bytes, depth: int = 8, colour: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


BELOW_WHITE = ["red", "lime", "white", "white"]
UNUSUAL: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "grey": (lambda: encoded(picture(80, 60, "L").point(lambda v: 255 * (v > 140)), "PNG"), ["black", "white"] * 2),
    "16 bits": (sixteen_bits, ["black", "white"] * 2),
    "CMYK": (lambda: encoded(picture(80, 60, "CMYK")), UPRIGHT),
    "progressive": (lambda: encoded(picture(800, 600), progressive=True), UPRIGHT),
    "palette": (lambda: encoded(picture(80, 60, "P"), "PNG"), UPRIGHT),
    "transparent": (lambda: encoded(on_nothing(), "PNG"), BELOW_WHITE),
    "transparent WebP": (lambda: encoded(on_nothing(), "WEBP", lossless=True), BELOW_WHITE),
    "palette with transparency": (lambda: encoded(on_nothing().quantize(8), "PNG"), BELOW_WHITE),
    "grey with transparency": (
        lambda: encoded(Image.merge("LA", (Image.new("L", (80, 60)), Image.new("L", (80, 60)))), "PNG"),
        ["white"] * 4,
    ),
    "one bit": (lambda: encoded(Image.new("1", (80, 60), 1), "PNG"), ["white"] * 4),
    "animated PNG": (lambda: animated("PNG"), UPRIGHT),
    "animated WebP": (lambda: animated("WEBP"), UPRIGHT),
    "with a broken profile": (lambda: encoded(picture(80, 60), icc_profile=b"nonsense"), UPRIGHT),
    "two pictures in one": (
        lambda: encoded(picture(80, 60), "MPO", save_all=True, append_images=[picture(80, 60)]), UPRIGHT,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", UNUSUAL)
def test_it_accepts(media, what):
    make, expected = UNUSUAL[what]
    photo = stored(make())
    for ending in (".jpg", f"-{widths_of(photo.width)[-1]}.avif"):
        with Image.open(media / f"{photo.stem}{ending}") as image:
            assert (image.mode, corners(image)) == ("RGB", expected)


def test_colours_are_those_of_the_profile(media):
    """The profile says that what is stored as red means blue: on the portal it is blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"?XYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"?XYZ", b"bXYZ", 1)
    assert swapped != profile
    for icc, colour in ((profile, (200, 60, 60)), (swapped, (60, 60, 200))):
        photo = stored(encoded(Image.new("RGB", (40, 30), (200, 60, 60)), "PNG", icc_profile=icc))
        with Image.open(media / f"{photo.stem}.jpg") as image:
            assert all(abs(a - b) < 8 for a, b in zip(image.getpixel((20, 15)), colour, strict=True))


# --- What is refused ------------------------------------------------------------------------------


def one_more_scan(data: bytes, times: int) -> bytes:
    """Return a JPEG whose last scan is repeated `times` times."""
    start = data.rindex(b"\xff\xda")
    return data[:-2] + data[start:-2] * times + data[-2:]


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "The photo is empty. Choose it again."),
    "SVG": (lambda: SVG, BROKEN),
    "HTML": (lambda: b"<!doctype html><script>alert(1)</script>", BROKEN),
    "HTML behind a GIF header": (lambda: b"GIF89a/*<script>alert(1)</script>*/", BROKEN),
    "HTML behind a JPEG header": (lambda: b"\xff\xd8\xff\xe0<script>alert(1)</script>", BROKEN),
    "a GIF": (lambda: encoded(picture(40, 30), "GIF"), BROKEN),
    "a TIFF": (lambda: encoded(picture(40, 30), "TIFF"), BROKEN),
    "a BMP": (lambda: encoded(picture(40, 30), "BMP"), BROKEN),
    "an EPS": (lambda: encoded(picture(40, 30), "EPS"), BROKEN),
    "a PDF": (lambda: encoded(picture(40, 30), "PDF"), BROKEN),
    "a JPEG cut off": (lambda: encoded(picture())[:-4000], BROKEN),
    "a JPEG cut in its header": (lambda: encoded(picture())[:100], BROKEN),
    "a PNG cut off": (lambda: encoded(picture(), "PNG")[:-1000], BROKEN),
    "a WebP cut off": (lambda: encoded(picture(), "WEBP")[:-100], BROKEN),
    "41 megapixels": (lambda: png(8200, 5000, b""), TOO_MANY),
    "49 megapixels, 48 kB": (lambda: png(7000, 7000, bytes(7000 * (3 * 7000 + 1))), TOO_MANY),
    "108 megapixels": (lambda: png(12000, 9000, b""), TOO_MANY),
    "900 megapixels": (lambda: png(30000, 30000, b""), TOO_MANY),
    "a JPEG of 31 scans": (lambda: one_more_scan(encoded(picture(), progressive=True), 25), HARMFUL),
    "a text chunk that unpacks to 60 MB": (
        lambda: with_chunk(encoded(picture(40, 30), "PNG"), b"zTXt", b"k\0\0" + zlib.compress(bytes(60_000_000), 9)),
        BROKEN,
    ),
}


def with_chunk(data: bytes, name: bytes, content: bytes) -> bytes:
    """Return a PNG with one more chunk behind its header."""
    chunk = struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return data[:33] + chunk + data[33:]


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses(media, what):
    make, sentence = REFUSED[what]
    data = make()
    started = time.monotonic()
    assert refused(data) == [sentence]
    assert time.monotonic() - started < 2
    assert list(media.rglob("*")) == [], "nothing is left behind"


def test_a_file_of_more_than_25_megabytes_is_not_even_read(media):
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= images.MAX_BYTES + 1
            self.given += size
            return bytes(size)

    endless = Endless()
    with pytest.raises(ValidationError) as error:
        store(endless)
    assert error.value.messages == ["The photo is larger than 25 MB. Choose a smaller one."]
    assert endless.given == images.MAX_BYTES + 1


def test_scans_are_counted_in_a_file_of_two_pictures_too(media):
    """A phone's double picture is a JPEG under another name; so may be an attack."""
    many = one_more_scan(encoded(picture(), progressive=True), 40)
    double = encoded(picture(80, 60), "MPO", save_all=True, append_images=[picture(80, 60)])
    place = double.index(b"\xff\xe2")
    length = 2 + int.from_bytes(double[place + 2 : place + 4])
    disguised = many[:2] + double[place : place + length] + many[2:]
    assert Image.open(io.BytesIO(disguised)).format == "MPO"
    assert refused(disguised) == [HARMFUL]


def test_an_ordinary_progressive_photo_has_few_scans():
    assert encoded(picture(), progressive=True).count(b"\xff\xda") == 10


# --- Corpora --------------------------------------------------------------------------------------


@pytest.fixture
def timed() -> Callable[[Path], tuple[bool, float]]:
    """timed(path): whether it was accepted, and the seconds it took; any other error fails the test."""

    def run(path: Path) -> tuple[bool, float]:
        started = time.monotonic()
        try:
            stored(path.read_bytes())
        except ValidationError as error:
            assert error.messages[0] in {BROKEN, TOO_MANY, HARMFUL, "The photo is empty. Choose it again."}
            return False, time.monotonic() - started
        return True, time.monotonic() - started

    return run


def pictures(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in {".md", ""})


@pytest.mark.slow
def test_the_png_suite_is_accepted_but_for_its_corrupt_files(corpus, timed):
    results = {path.name: timed(path) for path in pictures(corpus("images", "pngsuite"))}
    assert len(results) == 175
    # A wrong checksum of the pixels: Pillow decodes it, and what is written is sound.
    lenient = {"xcsn0g01.png"}
    corrupt = {name for name in results if name.startswith("x")} - lenient
    assert {name for name, (accepted, _took) in results.items() if not accepted} == corrupt
    assert max(took for _accepted, took in results.values()) < 10


@pytest.mark.slow
def test_no_broken_file_crashes_or_lasts(corpus, timed):
    results = {path.name: timed(path) for path in pictures(corpus("images", "pillow"))}
    assert len(results) > 100
    assert {name: took for name, (_accepted, took) in results.items() if took > 10} == {}
    assert any(accepted for accepted, _took in results.values())


def test_the_svg_files_of_the_corpus_are_refused(corpus, timed):
    drawings = sorted((corpus("exif") / "xss-in-metadata").glob("*.svg"))
    assert len(drawings) >= 6
    assert [path.name for path in drawings if timed(path)[0]] == []
