"""Which versions of EPCIS and of its vocabulary are spoken, and whether a caller can hear one of them.

EPCIS 2.0, 12.7: a caller names the lowest and highest version it takes; what is sent says which one it is.
"""

from __future__ import annotations

from collections.abc import Mapping

EPCIS = "2.0.0"
CBV = "2.0.0"
_NEWEST = {"epcis": EPCIS, "cbv": CBV}
ANSWERED = {"GS1-EPCIS-Version": EPCIS, "GS1-CBV-Version": CBV}
"""Headers of every answer with a body."""
ANNOUNCED = {
    **ANSWERED,
    "GS1-EPCIS-Min": EPCIS, "GS1-EPCIS-Max": EPCIS, "GS1-CBV-Min": CBV, "GS1-CBV-Max": CBV,
    "GS1-EPC-Format": "No_Preference, Always_GS1_Digital_Link, Always_EPC_URN, Never_Translates",
}  # fmt: skip
"""Headers by which OPTIONS tells what can be had."""
_LONGEST = 40


class NoSuchVersion(Exception):
    """The caller takes no version that is spoken here, or says it in no way that could be read."""

    def __init__(self, header: str, value: str) -> None:
        super().__init__(f"{header}: {value[:_LONGEST]!r} leaves out {EPCIS}, which is what is spoken here")
        self.header = header
        self.value = value


def require_known_versions(headers: Mapping[str, str]) -> None:
    """Raises `NoSuchVersion`. ``headers``' names are in small letters."""
    for subject, newest in _NEWEST.items():
        spoken = _numbers(newest)
        for bound in ("min", "max", "version"):
            header = f"gs1-{subject}-{bound}"
            given = headers.get(header, "").strip()
            if given and not _allows(bound, _read(header, given), spoken):
                raise NoSuchVersion(header, given)


def _allows(bound: str, given: tuple[int, ...], spoken: tuple[int, ...]) -> bool:
    if bound == "min":
        return given <= spoken
    same = spoken[: len(given)] == given
    return same if bound == "version" else given >= spoken or same


def _read(header: str, given: str) -> tuple[int, ...]:
    parts = given.split(".")
    if len(given) > _LONGEST or not all(part.isascii() and part.isdecimal() for part in parts):
        raise NoSuchVersion(header, given)
    return _numbers(given)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
