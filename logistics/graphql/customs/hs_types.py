"""Help with classifying goods, in the API."""

from typing import Any

from catalog.products.classification.hs_code_change import HsCodeChange as ChangeRow
from i18n.graphql.types.language import LanguageDisplay
from logistics.customs.hs.find import HsHeading
from marketplace.accounts.models import User
from marketplace.graphql import (
    ANYONE,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    batch,
    related,
)
from marketplace.graphql.engine.protocol import BATCH

OF_ONES_OWN_PRODUCT = Rule("reaching it through a product of a seller one works for, or as staff", lambda _c, _p: True)
_load_people = getattr(related("by"), BATCH)


class HsAncestor(ObjectType):
    """A chapter or heading that a code lies in."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True)

    @staticmethod
    @batch
    def resolve_code(pairs: list[tuple[str, str]], info: Any) -> list[str]:
        return [code for code, _name in pairs]

    @staticmethod
    @batch
    def resolve_name(pairs: list[tuple[str, str]], info: Any) -> list[str]:
        return [name for _code, name in pairs]


class HsCode(ObjectType):
    """A code of the Harmonized System of 2, 4 or 6 digits. Help with finding it, not a ruling."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True)
    language = Field(LanguageDisplay, required=True, description="Of the name; another where this one has none.")
    path = Field(List(NonNull(HsAncestor)), required=True, size=2, description="From the chapter down.")
    is_specific = Field(Boolean, required=True, description="Six digits: enough to state of a product.")

    @staticmethod
    def resolve_path(heading: HsHeading, info: Any) -> list[tuple[str, str]]:
        return list(heading.path)

    @staticmethod
    def resolve_is_specific(heading: HsHeading, info: Any) -> bool:
        return len(heading.code) == 6


class HsCodeSuggestion(ObjectType):
    """A code that similar products here carry, or that the words of the nomenclature speak for."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    hs_code = Field(HsCode, required=True)
    products = Field(Int, required=True, description="Similar products here that carry it; 0: only its words fit.")
    sellers = Field(Int, required=True)
    same_category = Field(Boolean, required=True)
    shared_words = Field(List(NonNull(String)), required=True, size=4)

    @staticmethod
    def resolve_hs_code(suggestion: Any, info: Any) -> HsHeading:
        found: HsHeading = suggestion.heading
        return found

    @staticmethod
    def resolve_shared_words(suggestion: Any, info: Any) -> list[str]:
        return list(suggestion.shared_words)


class HsCodeChange(ObjectType):
    """That a product got another code."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    before = Field(String, description="Null: it had none.")
    after = Field(String, description="Null: it lost it.")
    at = Field(DateTime, required=True)
    by = Field(String, description="Who changed it, by name; null for an import in the background.")

    @staticmethod
    def resolve_before(change: ChangeRow, info: Any) -> str | None:
        return change.before or None

    @staticmethod
    def resolve_after(change: ChangeRow, info: Any) -> str | None:
        return change.after or None

    @staticmethod
    @batch
    def resolve_by(changes: list[ChangeRow], info: Any) -> list[str | None]:
        people: list[User | None] = _load_people(changes, info)
        return [person.full_name or None if person else None for person in people]
