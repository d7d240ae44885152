"""What is wrong with a translation before it is stored: the same for the desk, files and machines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from i18n.glossary.check import violations
from i18n.glossary.term import GlossaryTerm
from i18n.glossary.terms import terms_for
from i18n.markup.tokens import codes, words
from i18n.messages import gettext_noop as _
from i18n.units.unit import Unit

Terms = Callable[[str, str], Sequence[GlossaryTerm]]
"""The glossary for a source and a target language."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem that refuses a translation, or a warning that comes with it. ``message`` is a message id."""

    code: str
    message: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """The text as it would be stored, with what is wrong and what to look at."""

    text: str
    problems: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()


def glossary_of(owner_id: int) -> Terms:
    """The owner's glossary, read once per pair of languages."""
    return cache(lambda source, target: terms_for(owner_id, source, target))


def check_unit(unit: Unit, text: str, terms: Terms) -> Checked:
    """Clean the text and hold it against its field, the codes of the original and the glossary."""
    if len(text) > 2 * unit.field.longest + 1000:
        return Checked("", (_too_long(unit),))
    clean = unit.field.clean(text)
    if not clean:
        return Checked("")
    problems = [_too_long(unit)] if len(clean) > unit.field.longest else []
    warnings = _lost_codes(unit, clean)
    markup = unit.field.markup
    for broken in violations(
        terms(unit.source_language, unit.language), words(unit.source_text, markup), words(clean, markup)
    ):
        params = {"term": broken.term, "required": broken.required}
        if broken.refuses:
            problems.append(
                Remark("GLOSSARY", _("The name “%(term)s” must stand in the translation as it is."), params)
            )
        else:
            message = _("The glossary translates “%(term)s” as “%(required)s”.")
            warnings.append(Remark("GLOSSARY", message, params))
    return Checked(clean, tuple(problems), tuple(warnings))


def _too_long(unit: Unit) -> Remark:
    message = _("This text is too long: at most %(longest)s characters.")
    return Remark("TOO_LONG", message, {"longest": unit.field.longest})


def _lost_codes(unit: Unit, text: str) -> list[Remark]:
    lost = codes(unit.source_text, unit.field.markup) - codes(text, unit.field.markup)
    if not lost:
        return []
    names = ", ".join(sorted(lost))
    return [Remark("CODES", _("Formatting of the original is missing: %(codes)s"), {"codes": names[:200]})]
