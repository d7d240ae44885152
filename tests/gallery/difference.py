"""How much two pictures of a page differ to an eye: by blocks, so that edges of letters do not count."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.float64]
Blocks = npt.NDArray[np.bool_]

WIDTH = 480
"""Both are shrunk to this; a pixel of it is several of the screen."""
BLOCK = 6
"""Pixels of the shrunk picture on a block's side: about 16 on a desk's screen."""
NOTICED = 9.0
"""Mean difference of a block, of 255, from which it counts as another. Compression and smoothing stay well below."""
ALLOWED = 0.004
"""The share of blocks that may be others."""


@dataclass(frozen=True, slots=True)
class Difference:
    share: float
    """Of the blocks of the larger picture, those that are others."""
    marked: Image.Image
    """The newer picture, pale, with the blocks that are others in red."""

    @property
    def is_a_change(self) -> bool:
        return self.share > ALLOWED


def compare(before: Image.Image, after: Image.Image) -> Difference:
    old, new = _shrunk(before), _shrunk(after)
    height = max(old.shape[0], new.shape[0])
    old, new = _padded(old, height), _padded(new, height)
    blocks = _block_means(np.abs(old - new).max(axis=2)) >= NOTICED
    return Difference(float(blocks.mean()), _marked(new, blocks))


def _shrunk(picture: Image.Image) -> Pixels:
    height = -(-picture.height * WIDTH // picture.width // BLOCK) * BLOCK
    return np.asarray(picture.convert("RGB").resize((WIDTH, height), Image.Resampling.BOX), dtype=np.float64)


def _padded(pixels: Pixels, height: int) -> Pixels:
    """What only one of them shows differs from nothing, which is black."""
    return np.pad(pixels, ((0, height - pixels.shape[0]), (0, 0), (0, 0)))


def _block_means(
    pixels: Pixels,
) -> Pixels:
    rows, columns = pixels.shape[0] // BLOCK, pixels.shape[1] // BLOCK
    means: Pixels = pixels.reshape(rows, BLOCK, columns, BLOCK).mean(axis=(1, 3))
    return means


def _marked(pixels: Pixels, blocks: Blocks) -> Image.Image:
    pale = 255 - (255 - pixels) * 0.4
    red = np.kron(blocks, np.ones((BLOCK, BLOCK), dtype=bool))
    pale[red] = pale[red] * 0.4 + np.array([200.0, 0.0, 0.0]) * 0.6
    return Image.fromarray(pale.astype(np.uint8))
