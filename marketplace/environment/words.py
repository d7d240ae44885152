"""Plain values: numbers, seconds, words with commas, header names, networks."""

import ipaddress
import re
from collections.abc import Mapping

_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")


def port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise ValueError(f"PORT must be a number from 1 to 65535, not {text!r}")
    return int(text)


def count(name: str, variables: Mapping[str, str], default: str) -> int:
    text = variables.get(name) or default
    if not text.isdigit():
        raise ValueError(f"{name} must be a whole number, not {text!r}")
    return int(text)


def seconds(name: str, text: str) -> float:
    if not text.replace(".", "", 1).isdecimal() or not text.isascii() or not 0 < float(text) <= 30:
        raise ValueError(f"{name} must be seconds from above 0 to 30, not {text!r}")
    return float(text)


def header(name: str, text: str | None) -> str | None:
    if text is not None and not _HEADER.fullmatch(text):
        raise ValueError(f"{name} must be the name of a header in letters, digits and hyphens, not {text!r}")
    return text


def words(name: str, variables: Mapping[str, str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(word.strip() for word in variables.get(name, "").split(",") if word.strip()) or default


def networks(name: str, variables: Mapping[str, str], default: tuple[str, ...] = ()) -> tuple[str, ...]:
    found = words(name, variables, default)
    for text in found:
        try:
            ipaddress.ip_network(text, strict=False)
        except ValueError as wrong:
            raise ValueError(f"{name} must hold addresses or networks as 10.0.0.0/8, not {text!r}") from wrong
    return found
