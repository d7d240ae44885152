"""Arguments as the verbs want them."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import InputObjectType, List, NonNull, String


def given(values: Any) -> dict[str, Any]:
    """The fields that were filled, languages as their codes."""
    filled = {name: value for name, value in values.items() if value is not None}
    if "source_language" in filled:
        filled["source_language"] = str(filled["source_language"])
    return filled


class ExhibitorInput(InputObjectType):
    """What is left out stays as it is, or empty at first."""

    name = String()
    country = String(description="ISO 3166-1 alpha-2; VN when left out.")
    tax_code = String()
    website_url = String()
    email = String()
    phone = String()
    description = String()
    source_language = LanguageCodeEnum(description="Of name and description; VI when left out.")
    categories = List(NonNull(String))
