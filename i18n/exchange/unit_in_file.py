"""What a file of translations says, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass

from i18n.messages import gettext_noop as _

MOST_BYTES = 20 * 1024 * 1024
MOST_UNITS = 20_000


class FileRefused(ValueError):
    """The file as a whole cannot be read. ``message`` is a message id with ``params``."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message % params)
        self.message, self.params = message, params


@dataclass(frozen=True, slots=True)
class UnitInFile:
    """One unit of a file. Fingerprints are those written at the export; ``None`` where the file has none."""

    name: str
    """``catalog.Product/12/name``."""
    text: str
    """The translation; empty where the file has none."""
    source_hash: str | None = None
    target_hash: str | None = None
    approved: bool = False


@dataclass(frozen=True, slots=True)
class TranslationFile:
    source_language: str
    language: str
    units: Sequence[UnitInFile]


def too_large() -> FileRefused:
    return FileRefused(_("The file is larger than %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)


def too_many() -> FileRefused:
    return FileRefused(_("The file has more than %(most)s texts. Send it in parts."), most=MOST_UNITS)
