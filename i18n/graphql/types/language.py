"""Languages in the API. A resolver returns a language's code; these types show it."""

import enum
from typing import Any

from i18n.languages import LANGUAGES
from i18n.languages import language as language_of
from marketplace.graphql import ANYONE, Argument, Enum, Field, ObjectType, String, batch

LanguageCode = enum.StrEnum(  # type: ignore[misc]  # the members are what locale/ holds
    "LanguageCode", {code.upper().replace("-", "_"): code for code in LANGUAGES}
)
LanguageCodeEnum = Enum.from_enum(
    LanguageCode, name="LanguageCodeEnum", description="The languages that the marketplace speaks."
)


class LanguageDisplay(ObjectType):
    """A language with its own name."""

    class Meta:
        access = ANYONE

    code = Field(LanguageCodeEnum, required=True, description="The language.")
    language = Field(String, required=True, description="Its name in itself, such as Tiếng Việt.")

    @staticmethod
    @batch
    def resolve_code(codes: list[str], info: Any) -> list[str]:
        return codes

    @staticmethod
    @batch
    def resolve_language(codes: list[str], info: Any) -> list[str]:
        return [language_of(code).own_name for code in codes]


def language_argument(*, required: bool = False) -> Argument:
    """The argument ``languageCode``; left out, it is the language of the request."""
    return Argument(LanguageCodeEnum, required=required, description="Defaults to the language of the request.")
