"""The glossary in the API."""

from typing import Any

from i18n.glossary.term import GlossaryRule
from i18n.glossary.term import GlossaryTerm as TermRow
from i18n.graphql.types.language import LanguageDisplay
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    ObjectType,
    String,
    batch,
    connection_type,
)

GlossaryRuleEnum = Enum.from_enum(
    GlossaryRule,
    name="GlossaryRule",
    description="KEEP: a name that no translation changes; one without it is refused. USE: one translation only.",
)


class GlossaryTerm(ObjectType):
    """A word of an owner's glossary."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    source_language = Field(LanguageDisplay, required=True)
    term = Field(String, required=True)
    rule = Field(GlossaryRuleEnum, required=True)
    language = Field(LanguageDisplay, description="Of the fixed translation; null for a name, kept in every language.")
    target = Field(String, required=True, description="The fixed translation; empty for a name.")
    required = Field(String, required=True, description="What has to stand in a translation.")
    match_case = Field(Boolean, required=True)
    note = Field(String, required=True)
    updated_at = Field(DateTime, required=True)

    @staticmethod
    @batch
    def resolve_language(rows: list[TermRow], info: Any) -> list[str | None]:
        return [row.language or None for row in rows]


GlossaryTermConnection = connection_type(GlossaryTerm)
