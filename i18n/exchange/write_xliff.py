"""An XLIFF 2.1 document (OASIS Standard, core and metadata modules) of units of one pair of languages.

A ``<file>`` per kind of record, a ``<unit>`` per text, one ``<segment>`` each, for the translator's own tool cuts
sentences better than we would. The metadata module carries the fingerprints of original and translation, by which an
import sees what has changed meanwhile.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.sax.saxutils import quoteattr

from i18n.exchange.inline import InlineWriter, plain_text
from i18n.glossary.check import terms_in
from i18n.glossary.term import GlossaryRule, GlossaryTerm
from i18n.markup.tokens import words
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.subjects import subject_of
from i18n.translation_state import TranslationState
from i18n.units.unit import Unit

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
STATES = {
    TranslationState.MISSING: "initial",
    TranslationState.STALE: "initial",
    TranslationState.MACHINE: "translated",
    TranslationState.IMPORTED: "translated",
    TranslationState.HUMAN: "translated",
    TranslationState.REVIEWED: "reviewed",
}


def write_xliff(
    units: Iterable[Unit], *, source_language: str, language: str, reader: str, terms: Sequence[GlossaryTerm] = ()
) -> bytes:
    """The document in UTF-8; notes are in the language of ``reader``."""
    by_kind: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        by_kind[unit.id.kind].append(unit)
    translate: Translate = lambda message, **params: gettext(reader, message, **params)  # noqa: E731
    files = (
        f'<file id="f{number}" original={quoteattr(kind)}>'
        f"<notes><note>{plain_text(translate(subject_of(kind).label))}</note></notes>"
        f"{''.join(_unit(unit, f'u{place}', translate, terms) for place, unit in enumerate(some, 1))}</file>"
        for number, (kind, some) in enumerate(by_kind.items(), 1)
    )
    head = (
        f'<xliff xmlns="{CORE}" xmlns:mda="{METADATA}" version="2.1"'
        f" srcLang={quoteattr(source_language)} trgLang={quoteattr(language)}>"
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{"".join(files)}</xliff>\n'.encode()


Translate = Callable[..., str]


def _unit(unit: Unit, id: str, translate: Translate, terms: Sequence[GlossaryTerm]) -> str:
    met = terms_in(terms, words(unit.source_text, unit.field.markup))
    writer = InlineWriter(unit.field.markup, [term.term for term in met if term.rule == GlossaryRule.KEEP])
    source = writer.write(unit.source_text, mark_names=True)
    target = writer.write(unit.text) if unit.text else ""
    state = STATES[unit.state]
    aside = f' subState="bdm:{unit.state.lower()}"' if unit.state != TranslationState.REVIEWED else ""
    written = f"<target>{target}</target>" if target else ""
    return (
        f'<unit id="{id}" name={quoteattr(str(unit.id))} xml:space="preserve">{_metadata(unit)}'
        f"<notes>{''.join(_notes(unit, met, translate))}</notes>{writer.original_data()}"
        f'<segment id="s1" state="{state}"{aside}><source>{source}</source>{written}</segment></unit>\n'
    )


def _metadata(unit: Unit) -> str:
    rows = (("sourceHash", unit.source_hash), ("targetHash", unit.target_hash))
    metas = "".join(f'<mda:meta type="{name}">{value}</mda:meta>' for name, value in rows)
    return f'<mda:metadata><mda:metaGroup category="fingerprints">{metas}</mda:metaGroup></mda:metadata>'


def _notes(unit: Unit, met: Sequence[GlossaryTerm], translate: Translate) -> Iterator[str]:
    yield _note("context", " · ".join([*unit.names[:2], translate(unit.field.label)]))
    yield _note("length", translate(_("At most %(limit)s characters."), limit=unit.field.longest))
    for term in met:
        keep = term.rule == GlossaryRule.KEEP
        message = _("Keep “%(term)s” as it is.") if keep else _("The glossary translates “%(term)s” as “%(required)s”.")
        yield _note("glossary", translate(message, term=term.term, required=term.required))
        if term.note:
            yield _note("glossary", term.note)


def _note(category: str, text: str) -> str:
    return f'<note category="{category}">{plain_text(text)}</note>'
