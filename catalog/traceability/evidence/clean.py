"""A photo or paper as it is given, made ready to keep: bounded, checked by its content, without what it gives away.

The moment and place that a camera writes into a photo are read first (EXIF 2.32, tags 36867, 36881 and the GPS
directory), for the seller's own record; then the picture is written anew without them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image

from catalog.products.clean_file import PDF, clean_file

_EXIF_DIRECTORY, _GPS_DIRECTORY = 0x8769, 0x8825
_TAKEN, _TAKEN_OFFSET = 0x9003, 0x9011
_SIX_PLACES = Decimal("0.000001")
_BROKEN = (OSError, ValueError, SyntaxError, KeyError, TypeError, IndexError, ZeroDivisionError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class CleanEvidence:
    """``content`` is what is kept; a coordinate is there with the other or not at all."""

    content: bytes
    file_type: str
    sha256: str
    original_sha256: str
    taken_at: datetime | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    @property
    def is_photo(self) -> bool:
        return self.file_type != PDF


def clean_evidence(
    content: bytes,
    *,
    taken_at: datetime | None = None,
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
) -> CleanEvidence:
    """What the giver says of moment and place goes before what the photo says. Raises `catalog.refusal.Refused`."""
    kept, file_type = clean_file(content)
    seen_at, seen_where = (None, None) if file_type == PDF else told_by_photo(content)
    where = (latitude, longitude) if latitude is not None and longitude is not None else seen_where
    return CleanEvidence(
        content=kept,
        file_type=file_type,
        sha256=hashlib.sha256(kept).hexdigest(),
        original_sha256=hashlib.sha256(content).hexdigest(),
        taken_at=taken_at or seen_at,
        latitude=where[0].quantize(_SIX_PLACES) if where else None,
        longitude=where[1].quantize(_SIX_PLACES) if where else None,
    )


def told_by_photo(content: bytes) -> tuple[datetime | None, tuple[Decimal, Decimal] | None]:
    """Moment (only with its offset from UTC: a clock without one could be anywhere) and latitude, longitude."""
    try:
        with Image.open(BytesIO(content)) as picture:
            exif = picture.getexif()
            return _moment(exif.get_ifd(_EXIF_DIRECTORY)), _place(exif.get_ifd(_GPS_DIRECTORY))
    except _BROKEN:
        return None, None  # a photo with broken metadata is a photo without any


def _moment(directory: dict[int, Any]) -> datetime | None:
    taken, offset = directory.get(_TAKEN), directory.get(_TAKEN_OFFSET)
    if not isinstance(taken, str) or not isinstance(offset, str):
        return None
    try:
        return datetime.strptime(f"{taken.strip()} {offset.strip()}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        return None


def _place(directory: dict[int, Any]) -> tuple[Decimal, Decimal] | None:
    if not all(tag in directory for tag in (1, 2, 3, 4)):
        return None
    latitude = _degrees(directory[2], negative=directory[1] == "S")
    longitude = _degrees(directory[4], negative=directory[3] == "W")
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _degrees(parts: Any, *, negative: bool) -> Decimal:
    degrees, minutes, seconds = (Decimal(str(float(part))) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if negative else value
