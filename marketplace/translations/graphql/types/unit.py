"""Units of translation in the API: original and translation side by side, with what helps to translate."""

import enum
from typing import Any

from i18n.glossary.check import terms_in
from i18n.glossary.term import GlossaryTerm as TermRow
from i18n.glossary.terms import terms_for
from i18n.graphql.types.language import LanguageDisplay
from i18n.graphql.types.localized_text import TextSource, TranslationStateEnum
from i18n.markup.tokens import words
from i18n.memory.suggest import Suggestion, suggest
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.subjects import Markup
from i18n.units.find import Wanted, count_units, find_units
from i18n.units.unit import Position, Unit
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    BadCursor,
    Boolean,
    DateTime,
    Enum,
    Field,
    Float,
    Int,
    List,
    NonNull,
    ObjectType,
    Page,
    String,
    batch,
    connection_type,
    to_global_id,
)
from marketplace.graphql.connections.cursor import decode, encode
from marketplace.graphql.connections.window import BadPagination, read_slice
from marketplace.translations.graphql.types.term import GlossaryTerm
from marketplace.translations.graphql.types.translator import names_of

MarkupEnum = Enum.from_enum(
    enum.StrEnum("TextMarkup", {name: name for name in Markup.__members__}),
    description="What may stand in a text: one line, several, or formatted text (HTML of a few harmless tags).",
)


class MemorySuggestion(ObjectType):
    """How a sentence of this text was translated before, in a text of the same seller or of the marketplace."""

    class Meta:
        access = SIGNED_IN

    sentence = Field(String, required=True, description="The sentence of this text that it is for.")
    source_text = Field(String, required=True)
    target_text = Field(String, required=True)
    score = Field(Float, required=True, description="From 0.7 to 1; 1 is the same sentence.")
    is_exact = Field(Boolean, required=True)
    is_own = Field(Boolean, required=True, description="From the seller's own texts, not the marketplace's.")

    @staticmethod
    @batch
    def resolve_is_exact(rows: list[Suggestion], info: Any) -> list[bool]:
        return [row.score >= 1 for row in rows]


class TranslationUnit(ObjectType):
    """One text of one record, and its translation into one language."""

    class Meta:
        access = SIGNED_IN
        id_from = "id"

    id = Field(ID, required=True)
    kind = Field(String, required=True, description="Such as catalog.Product.")
    kind_label = Field(String, required=True)
    field = Field(String, required=True, description="Such as description.")
    field_label = Field(String, required=True)
    record_name = Field(String, required=True, description="What people know the record by.")
    product_id = Field(ID, description="The product it belongs to, where it belongs to one.")
    markup = Field(MarkupEnum, required=True)
    longest = Field(Int, required=True, description="Characters that fit.")
    source_language = Field(LanguageDisplay, required=True)
    source_text = Field(String, required=True)
    source_hash = Field(String, required=True, description="Give it back with a translation, to be told of changes.")
    language = Field(LanguageDisplay, required=True)
    text = Field(String, required=True, description="Empty where there is no translation.")
    target_hash = Field(String, required=True, description="Of the translation; empty where there is none.")
    state = Field(TranslationStateEnum, required=True)
    source = Field(TextSource, description="Who or what wrote the translation.")
    translated_by = Field(String, required=True, description="A colleague's name, or the engine's.")
    reviewed_at = Field(DateTime)
    updated_at = Field(DateTime)
    glossary = Field(NonNull(List(NonNull(GlossaryTerm))), description="Terms that stand in the original.")
    suggestions = Field(NonNull(List(NonNull(MemorySuggestion))), description="Best first, three a sentence.")

    @staticmethod
    @batch
    def resolve_kind(units: list[Unit], info: Any) -> list[str]:
        return [unit.id.kind for unit in units]

    @staticmethod
    @batch
    def resolve_kind_label(units: list[Unit], info: Any) -> list[str]:
        return [gettext(info.context.language, unit.subject.label) for unit in units]

    @staticmethod
    @batch
    def resolve_field(units: list[Unit], info: Any) -> list[str]:
        return [unit.id.field for unit in units]

    @staticmethod
    @batch
    def resolve_field_label(units: list[Unit], info: Any) -> list[str]:
        return [gettext(info.context.language, unit.field.label) for unit in units]

    @staticmethod
    @batch
    def resolve_record_name(units: list[Unit], info: Any) -> list[str]:
        return [" · ".join(unit.names) for unit in units]

    @staticmethod
    @batch
    def resolve_product_id(units: list[Unit], info: Any) -> list[str | None]:
        return [to_global_id("Product", unit.parent) if unit.parent else None for unit in units]

    @staticmethod
    @batch
    def resolve_markup(units: list[Unit], info: Any) -> list[str]:
        return [unit.field.markup.value for unit in units]

    @staticmethod
    @batch
    def resolve_longest(units: list[Unit], info: Any) -> list[int]:
        return [unit.field.longest for unit in units]

    @staticmethod
    @batch
    def resolve_source(units: list[Unit], info: Any) -> list[str | None]:
        return [unit.translation.source if unit.translation else None for unit in units]

    @staticmethod
    @batch
    def resolve_translated_by(units: list[Unit], info: Any) -> list[str]:
        return names_of([unit.translation.translator if unit.translation else "" for unit in units])

    @staticmethod
    @batch
    def resolve_reviewed_at(units: list[Unit], info: Any) -> list[Any]:
        return [unit.translation.reviewed_at if unit.translation else None for unit in units]

    @staticmethod
    @batch
    def resolve_updated_at(units: list[Unit], info: Any) -> list[Any]:
        return [unit.translation.updated_at if unit.translation else None for unit in units]

    @staticmethod
    @batch
    def resolve_glossary(units: list[Unit], info: Any) -> list[list[TermRow]]:
        terms = {key: terms_for(*key) for key in {_pair(unit) for unit in units}}
        return [terms_in(terms[_pair(unit)], words(unit.source_text, unit.field.markup)) for unit in units]

    @staticmethod
    @batch
    def resolve_suggestions(units: list[Unit], info: Any) -> list[list[Suggestion]]:
        return suggest(units)


def _pair(unit: Unit) -> tuple[int, str, str]:
    return unit.owner_id, unit.source_language, unit.language


TranslationUnitConnection = connection_type(TranslationUnit)


class UnitPage(Page):
    """Units after a position; work that is done falls out of the list without moving what comes next."""

    @property
    def edges(self) -> list[dict[str, Any]]:
        return [{"node": unit, "cursor": encode(list(unit.position))} for unit in self.items]

    @property
    def page_info(self) -> dict[str, Any]:
        cursors = [edge["cursor"] for edge in self.edges] or [None]
        return {
            "has_next_page": bool(self.has_next),
            "has_previous_page": self.offset > 0,
            "start_cursor": cursors[0],
            "end_cursor": cursors[-1],
        }

    @property
    def total_count(self) -> int | None:
        return count_units(self.extra["wanted"])


def page_of_units(wanted: Wanted, **arguments: Any) -> UnitPage:
    """The page that ``first`` and ``after`` ask for; the list is read forwards only."""
    asked = read_slice(**arguments)
    if asked.backward or asked.before:
        raise BadPagination(_("This list is read forwards, with first and after."))
    found = find_units(wanted, limit=asked.size + 1, after=_position(asked.after) if asked.after else None)
    has_next = len(found) > asked.size
    return UnitPage(
        items=found[: asked.size], offset=1 if asked.after else 0, has_next=has_next, extra={"wanted": wanted}
    )


def _position(cursor: str) -> Position:
    rank, number, key, place = decode(cursor, 4)
    if not isinstance(rank, int) or not isinstance(number, int) or not isinstance(place, int):
        raise BadCursor
    if not isinstance(key, str) or len(key) > 40 or not -(2**63) <= number < 2**63 or max(rank, place) > 1000:
        raise BadCursor
    return rank, number, key, place
