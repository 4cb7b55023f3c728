"""PNG files a third the size: a figure has few colours, so 256 of them show it."""

from pathlib import Path

import numpy as np
from PIL import Image

COLOURS = 256
COMPRESSION = 6  # 9 saves a twentieth more and takes ten times as long


def write(pixels: np.ndarray, path: Path, dpi: float) -> None:
    """Write `pixels` (height, width, RGB or RGBA, opaque) as a PNG with a palette; the same pixels give the same bytes."""
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    reduced(picture).save(path, format="png", compress_level=COMPRESSION, dpi=(dpi, dpi))


def reduced(picture: Image.Image) -> Image.Image:
    """The picture in at most COLOURS colours, without dithering.

    Each colour of the palette is the commonest of those it stands for, so that surfaces keep theirs
    to the value; only pixels on the edges of letters and lines move, by a few of 255 steps.
    """
    few = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    colours = [colour for _, colour in sorted(picture.getcolors(picture.width * picture.height))]
    place = np.zeros(1 << 24, dtype=np.uint8)  # by colour, where in the palette it went
    place[_keys(np.asarray(picture))] = np.asarray(few)
    palette = np.array(few.getpalette(), dtype=np.uint8).reshape(-1, 3)
    for at, colour in zip(place[_keys(np.array(colours))], colours, strict=True):
        palette[at] = colour  # rarest first, so that the commonest stays
    few.putpalette(palette.tobytes())
    return few


def _keys(colours: np.ndarray) -> np.ndarray:
    """Colours (…, RGB) as one number each."""
    return colours.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)
