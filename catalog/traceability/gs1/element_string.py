"""Element strings: as people read them, ``(01)09501101530003(10)ABC``, and as scanners give them."""

from __future__ import annotations

from catalog.traceability.gs1.application_identifier import application_identifiers
from catalog.traceability.gs1.message import Element, message_problems
from catalog.traceability.gs1.problem import BadGS1, Problem

SEPARATOR = "\x1d"
"""What scanners give for FNC1."""
LONGEST = 2000


def read_bracketed(text: str) -> list[Element]:
    """``(01)…(10)…``; a bracket inside a value is written ``\\(``. Raises `BadGS1` for anything that breaks a rule."""
    if len(text) > LONGEST or not text.startswith("("):
        raise BadGS1(Problem("NO_ELEMENT_STRING", detail=text[:40]))
    elements: list[Element] = []
    for piece in text[1:].replace("\\(", SEPARATOR).split("("):
        ai, closed, value = piece.partition(")")
        if not closed:
            raise BadGS1(Problem("NO_ELEMENT_STRING", detail=piece[:40]))
        elements.append((ai, value.replace(SEPARATOR, "(")))
    return _sound(elements)


def read_scanned(text: str) -> list[Element]:
    """What a scanner gives, with or without its symbology identifier (``]C1``, ``]d2``, ``]Q3``, ``]e0``)."""
    if len(text) > LONGEST:
        raise BadGS1(Problem("NO_ELEMENT_STRING", detail=text[:40]))
    rest = text[3:] if text[:3] in ("]C1", "]d2", "]Q3", "]e0") else text
    rest = rest.removeprefix(SEPARATOR)
    elements: list[Element] = []
    while rest:
        ai = next((rest[:size] for size in (2, 3, 4) if rest[:size] in application_identifiers()), None)
        if ai is None:
            raise BadGS1(Problem("UNKNOWN_AI", detail=rest[:4]))
        value, rest = _cut(ai, rest[len(ai) :])
        elements.append((ai, value))
    return _sound(elements)


def bracketed(elements: list[Element]) -> str:
    return "".join(f"({ai}){value.replace('(', chr(92) + '(')}" for ai, value in elements)


def scanned(elements: list[Element]) -> str:
    """What a symbol holds after its first FNC1: what has a given length first, then the rest with separators."""
    known = application_identifiers()
    ordered = sorted(elements, key=lambda element: not known[element[0]].is_fixed)
    text = "".join(f"{ai}{value}{'' if known[ai].is_fixed else SEPARATOR}" for ai, value in ordered)
    return text.removesuffix(SEPARATOR)


def _cut(ai: str, rest: str) -> Element:
    identifier = application_identifiers()[ai]
    if not identifier.is_fixed:
        value, _separator, after = rest.partition(SEPARATOR)
        return value, after
    value, after = rest[: identifier.most], rest[identifier.most :]
    return value, after.removeprefix(SEPARATOR)


def _sound(elements: list[Element]) -> list[Element]:
    problems = message_problems(elements)
    if not elements or problems:
        raise BadGS1(*(problems or [Problem("NO_ELEMENT_STRING")]))
    return elements
