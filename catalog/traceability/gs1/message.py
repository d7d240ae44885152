"""``message_problems``: whether application identifiers belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.traceability.gs1.application_identifier import application_identifiers, fits
from catalog.traceability.gs1.problem import Problem
from catalog.traceability.gs1.value import value_problems

Element = tuple[str, str]
"""An application identifier and its value."""


def message_problems(elements: Sequence[Element]) -> list[Problem]:
    """Everything wrong with the values, with what stands twice, what is missing and what excludes each other."""
    problems = [problem for ai, value in elements for problem in value_problems(ai, value)]
    return [*problems, *_twice(elements), *_company(elements)]


def _twice(elements: Sequence[Element]) -> Iterator[Problem]:
    """The same identifier may stand on several carriers of one thing, with the same value only."""
    seen: dict[str, str] = {}
    for ai, value in elements:
        if seen.setdefault(ai, value) != value:
            yield Problem("TWICE", ai, value)


def _company(elements: Sequence[Element]) -> Iterator[Problem]:
    present = {ai for ai, _value in elements}
    for ai in sorted(present):
        identifier = application_identifiers().get(ai)
        if identifier is None:
            continue
        for group in identifier.requires:
            if not any(all(_is_there(pattern, present, ai) for pattern in one) for one in group):
                yield Problem("REQUIRES", ai, " or ".join("+".join(one) for one in group))
        for pattern in identifier.excludes:
            for other in sorted(present - {ai}):
                if fits(pattern, other):
                    yield Problem("EXCLUDES", ai, other)


def _is_there(pattern: str, present: set[str], besides: str) -> bool:
    return any(fits(pattern, other) for other in present if other != besides)
