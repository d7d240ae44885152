"""What single values of an event must look like. Each check answers what is wrong as a fact, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from catalog.traceability.epcis.namespaces import expanded
from catalog.traceability.epcis.validate.measured import ALERTS, MEASURED
from catalog.traceability.epcis.vocabulary import UnknownWord, expand

Prefixes = Mapping[str, str]
Check = Callable[[Any, Prefixes], str]
LONGEST_URI = 400
LONGEST_ID = 512
LONGEST_WORD = 200
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_OFFSET = re.compile(r"[+-]((0\d|1[0-3]):[0-5]\d|14:00)", re.ASCII)
_UOM = re.compile(r"[A-Z0-9]{2,3}")
_HEX = re.compile(r"[A-Fa-f0-9]+")
_OF_THE_STANDARD = ("urn:epcglobal:cbv", "http://ns.gs1.org/cbv/", "https://ns.gs1.org/cbv/")
_OF_THE_WEB_VOCABULARY = re.compile(r"https?://(www\.)?gs1\.org/voc/")
_MOST = 10**15


def uri(value: Any, prefixes: Prefixes, *, longest: int = LONGEST_URI) -> str:
    if not isinstance(value, str) or not _URI.fullmatch(value):
        return "is no URI"
    return "is longer than an identifier may be" if len(expanded(value, prefixes)) > longest else ""


def event_id(value: Any, prefixes: Prefixes) -> str:
    return uri(value, prefixes, longest=LONGEST_ID)


def uris(value: Any, prefixes: Prefixes) -> str:
    listed = value if isinstance(value, list) else [value]
    return next((fact for one in listed if (fact := uri(one, prefixes))), "")


def time(value: Any, prefixes: Prefixes) -> str:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return "is no moment with its zone (2026-11-22T08:30:00+07:00)"
    try:
        moment = datetime.fromisoformat(value)
        moment.astimezone(tz=None)
    except (ValueError, OverflowError):
        return "is a moment that never was"
    return "" if 1 < moment.year < 9999 else "is a moment out of all bounds"


def offset(value: Any, prefixes: Prefixes) -> str:
    return "" if isinstance(value, str) and _OFFSET.fullmatch(value) else "is no offset (+07:00)"


def action(value: Any, prefixes: Prefixes) -> str:
    return "" if value in ("ADD", "OBSERVE", "DELETE") and isinstance(value, str) else "is no action"


def number(value: Any, prefixes: Prefixes) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "is no number"
    return "" if abs(value) < _MOST else "is too great a number"


def amount(value: Any, prefixes: Prefixes) -> str:
    return number(value, prefixes) or ("is less than nothing" if value < 0 else "")


def truth(value: Any, prefixes: Prefixes) -> str:
    return "" if isinstance(value, bool) else "is neither true nor false"


def text(value: Any, prefixes: Prefixes) -> str:
    return "" if isinstance(value, str) else "is no text"


def unit(value: Any, prefixes: Prefixes) -> str:
    return "" if isinstance(value, str) and _UOM.fullmatch(value) else "is no unit of UN/ECE Recommendation 20"


def hexadecimal(value: Any, prefixes: Prefixes) -> str:
    return "" if isinstance(value, str) and _HEX.fullmatch(value) else "is not hexadecimal"


def word(kind: str) -> Check:
    """Of the vocabulary, bare; or a URI of somebody's own, short or in full."""

    def check(value: Any, prefixes: Prefixes) -> str:
        if not isinstance(value, str) or value.startswith(_OF_THE_STANDARD):
            return "is a word of the vocabulary that JSON writes bare" if isinstance(value, str) else "is no word"
        try:
            full = expand(kind, expanded(value, prefixes))
        except UnknownWord:
            return "is no word of the Core Business Vocabulary, and no URI"
        return _own_word(value, full, prefixes) if ":" in value else ""

    return check


def measured(value: Any, prefixes: Prefixes) -> str:
    return _of_the_web_vocabulary(value, MEASURED, prefixes)


def alert(value: Any, prefixes: Prefixes) -> str:
    return _of_the_web_vocabulary(value, ALERTS, prefixes)


def _of_the_web_vocabulary(value: Any, words: frozenset[str], prefixes: Prefixes) -> str:
    if not isinstance(value, str):
        return "is no word"
    if value in words:
        return ""
    if _OF_THE_WEB_VOCABULARY.match(value):
        return "is a word of the vocabulary that JSON writes bare"
    if value.startswith("gs1:"):
        return "" if value.removeprefix("gs1:") in words else "is no word of GS1's web vocabulary"
    return _own_word(value, expanded(value, prefixes), prefixes) if ":" in value else "is no standard word, and no URI"


def _own_word(value: str, full: str, prefixes: Prefixes) -> str:
    if not _URI.fullmatch(full):
        return "is no URI"
    if len(full) > LONGEST_WORD:
        return "is longer than a word may be"
    return "" if is_defined(value, prefixes) else "begins with a prefix that the context does not define"


def is_defined(name: str, prefixes: Prefixes) -> bool:
    """Whether a name is a URI in full, or one whose prefix is known."""
    prefix = name.partition(":")[0]
    return prefix in prefixes or prefix.lower() in ("http", "https", "urn")
