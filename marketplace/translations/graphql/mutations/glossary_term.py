"""``glossaryTermCreate``, ``glossaryTermUpdate`` and ``glossaryTermDelete``."""

from typing import Any

from i18n.glossary.term import GlossaryTerm as TermRow
from i18n.glossary.terms import TermFields, create_term, delete_term, update_term
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    String,
    integer_key,
)
from marketplace.translations.graphql import errors
from marketplace.translations.graphql.access import scope_for, scope_of_owner
from marketplace.translations.graphql.types.term import GlossaryRuleEnum, GlossaryTerm


class GlossaryTermInput(InputObjectType):
    """A word and what becomes of it in translations."""

    source_language = LanguageCodeEnum(required=True, description="The language of the term.")
    term = String(required=True)
    rule = GlossaryRuleEnum(required=True)
    language = LanguageCodeEnum(description="With USE: the language of the fixed translation.")
    target = String(description="With USE: the fixed translation.")
    match_case = Boolean(description="Whether capitals make it another word.")
    note = String()


def fields_of(input: Any) -> TermFields:
    return TermFields(
        source_language=str(input["source_language"]),
        term=input["term"],
        rule=str(input["rule"]),
        language=str(input.get("language") or ""),
        target=input.get("target") or "",
        match_case=bool(input.get("match_case")),
        note=input.get("note") or "",
    )


def own_term(info: Any, id: str) -> TermRow:
    """The term, for a caller who may write that glossary. Raises NOT_FOUND or `PermissionDenied`."""
    missing = _("You have no such term.")
    row = TermRow.objects.filter(pk=integer_key(id, "GlossaryTerm")).first()
    if row is None:
        raise InputError(missing, field="id", code="NOT_FOUND")
    if not row.owner_id and not info.context.actor.is_staff:
        raise InputError(missing, field="id", code="NOT_FOUND")
    scope_of_owner(info, row.owner_id, missing=missing)
    return row


class GlossaryTermCreate(Mutation):
    """Add a term. For managers of the seller; without a seller, for staff."""

    class Arguments:
        seller = ID()
        input = GlossaryTermInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.TERM

    term = Field(GlossaryTerm)

    @classmethod
    def perform(cls, info: Any, *, input: Any, seller: str | None = None) -> dict[str, Any]:
        scope = scope_for(info, seller)
        return {"term": create_term(owner_id=scope.owner_id, fields=fields_of(input))}


class GlossaryTermUpdate(Mutation):
    """Replace what a term says. For managers of the seller, or staff."""

    class Arguments:
        id = ID(required=True)
        input = GlossaryTermInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.TERM

    term = Field(GlossaryTerm)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"term": update_term(term=own_term(info, id), fields=fields_of(input))}


class GlossaryTermDelete(Mutation):
    """Take a term out; translations stay as they are. For managers of the seller, or staff."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_term(term=own_term(info, id))
        return {}
