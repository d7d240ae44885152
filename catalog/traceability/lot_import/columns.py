"""What the columns of a seller's sheet mean: known by their headers, in any of our languages."""

from __future__ import annotations

import re
from functools import cache

from catalog.traceability.lot_import.words import HEADERS, OTHER_HEADERS
from catalog.traceability.step_kind import STAGES, StepKind
from catalog.traceability.templates.template import stage_kinds
from catalog.traceability.templates.words import FIELDS
from catalog.traceability.templates.words import STAGES as STAGE_TITLES
from i18n.languages import LANGUAGES
from i18n.messages import gettext
from i18n.text import fold

MEASURE = "measure."
_SIGNS = re.compile(r"[*_/,.;:]")


def meaning_of(header: str) -> str | None:
    """A column's name, ``measure.<field>`` for what a template asks for, or ``None`` for what is not used."""
    return _meanings().get(plain(header.partition("(")[0])) or _meanings().get(plain(header))


def stage_of(text: str) -> tuple[StepKind, str] | None:
    """The kind, and the stage of a template if it is one, that a cell names."""
    return _stages().get(plain(text))


def plain(text: str) -> str:
    """Folded words with single spaces between."""
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


@cache
def _meanings() -> dict[str, str]:
    found: dict[str, str] = {}
    for field, message in FIELDS.items():
        found |= {plain(gettext(language, message).partition("(")[0]): MEASURE + field for language in LANGUAGES}
        found[plain(field)] = MEASURE + field
    for name, message in HEADERS.items():
        found |= {plain(gettext(language, message)): name for language in LANGUAGES}
        found |= {plain(name): name} | {plain(other): name for other in OTHER_HEADERS.get(name, ())}
    return found


@cache
def _stages() -> dict[str, tuple[StepKind, str]]:
    """Templates' titles go before the words for kinds, which are wider."""
    found: dict[str, tuple[StepKind, str]] = {}
    for kind in StepKind:
        names = (str(kind.value), STAGES[kind].vietnamese, *(gettext(language, kind.label) for language in LANGUAGES))
        found |= {plain(name): (kind, "") for name in names}
    for stage, kind in stage_kinds().items():
        names = (stage, *(gettext(language, STAGE_TITLES[stage]) for language in LANGUAGES))
        found |= {plain(name): (kind, stage) for name in names}
    return found
