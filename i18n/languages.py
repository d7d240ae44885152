"""The languages the marketplace speaks: one folder of ``locale/`` each, found by looking."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

LOCALE_DIR = Path(__file__).parent / "locale"
DEFAULT_LANGUAGE = "en"
LAST_RESORT = ("en", "vi")
"""Every chain ends here: what foreign buyers can read, then what the sellers wrote."""


class UnknownLanguage(LookupError):
    """There is no folder for this language code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code!r} is not one of the marketplace's languages")
        self.code = code


@dataclass(frozen=True, slots=True)
class Language:
    """What ``locale/<code>/language.toml`` says about a language."""

    code: str
    """BCP 47, for example ``zh-Hans``."""
    own_name: str
    script: str
    """ISO 15924, for example ``Latn``."""
    direction: Literal["ltr", "rtl"]
    fallback: tuple[str, ...]
    locale: str
    """CLDR's name of it, for Babel: ``zh_Hans_CN``."""
    position: int
    """Place in a list of languages for people to choose from."""


def _read(folder: Path) -> Language:
    stated = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    return Language(
        code=folder.name,
        own_name=stated["own_name"],
        script=stated["script"],
        direction=stated["direction"],
        fallback=tuple(stated["fallback"]),
        locale=stated["locale"],
        position=stated["position"],
    )


def discover(locale_dir: Path) -> Mapping[str, Language]:
    """All languages of a folder by code, in the order people see them."""
    found = [_read(path.parent) for path in locale_dir.glob("*/language.toml")]
    found.sort(key=lambda language: (language.position, language.code))
    return MappingProxyType({language.code: language for language in found})


LANGUAGES = discover(LOCALE_DIR)


def language(code: str) -> Language:
    """The language of a code; raises ``UnknownLanguage``."""
    try:
        return LANGUAGES[code]
    except KeyError:
        raise UnknownLanguage(code) from None


@cache
def fallback_chain(code: str) -> tuple[str, ...]:
    """The languages to try in turn for a reader of ``code``: nl -> nl, en, vi. Ends in en and vi."""
    return tuple(dict.fromkeys((code, *language(code).fallback, *LAST_RESORT)))


_LONGEST_HEADER = 1000
_RANGE = re.compile(
    r"\s*(?P<tag>\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*(?P<q>0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?",
    re.ASCII,
)


def negotiate(accept_language_header: str | None) -> str:
    """The best of our languages for an ``Accept-Language`` header (RFC 9110 §12.5.4, lookup as in RFC 4647 §3.4).

    Higher quality wins, then earlier in the header. A tag is shortened from the right until one of
    ours is met (``nl-BE`` -> ``nl``); a bare or regional tag means our variant of that language
    (``zh``, ``zh-CN`` -> ``zh-Hans``). Nonsense in the header is passed over; with nothing left, English.
    """
    refused: set[str] = set()
    wanted: list[tuple[float, str]] = []
    for part in (accept_language_header or "")[:_LONGEST_HEADER].split(","):
        met = _RANGE.fullmatch(part)
        code = _nearest(met["tag"]) if met else None
        if met is None or code is None:
            continue
        quality = float(met["q"] or 1)
        if quality == 0:
            refused.add(code)
        else:
            wanted.append((quality, code))
    acceptable = [(quality, code) for quality, code in wanted if code not in refused]
    return max(acceptable, key=lambda pair: pair[0], default=(0.0, DEFAULT_LANGUAGE))[1]


def _nearest(tag: str) -> str | None:
    if tag == "*":
        return DEFAULT_LANGUAGE
    by_tag = {code.lower(): code for code in LANGUAGES}
    subtags = tag.lower().split("-")
    for length in range(len(subtags), 0, -1):
        exact = by_tag.get("-".join(subtags[:length]))
        if exact:
            return exact
    return next((code for code in LANGUAGES if code.lower().split("-")[0] == subtags[0]), None)
