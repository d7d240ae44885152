"""Countries in the API. A resolver returns the ISO 3166 code; this type names it."""

from typing import Any

from i18n.formatting import country_name
from marketplace.graphql import ANYONE, Field, ObjectType, String, batch


class CountryDisplay(ObjectType):
    """A country with its name in the language of the request."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    country = Field(String, required=True, description="Its name in the language of the request.")

    @staticmethod
    @batch
    def resolve_code(codes: list[str], info: Any) -> list[str]:
        return codes

    @staticmethod
    @batch
    def resolve_country(codes: list[str], info: Any) -> list[str]:
        return [country_name(code, info.context.language) for code in codes]
