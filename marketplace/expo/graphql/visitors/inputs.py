"""What visitors type, in the API."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.expo.graphql.visitors.types import ConsentPurposeEnum, VisitorKindEnum
from marketplace.graphql import ID, InputObjectType, List, NonNull, String, integer_key


class VisitorInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    firm = String()
    job_title = String()
    country = String(description="ISO 3166-1 alpha-2.")
    language_code = LanguageCodeEnum(description="Of letters and badge.")
    timezone = String(description="Of the IANA time zone database.")
    kind = VisitorKindEnum()
    interests = List(NonNull(ID), description="Categories of the catalogue, at most 20.")
    consents = List(
        NonNull(ConsentPurposeEnum), description="Everything that is agreed to from now on; the rest is taken back."
    )


class VisitorRegisterInput(VisitorInput):
    """A new registration; name, country and email are needed."""

    email = String(required=True)


def visitor_values(given: Any) -> dict[str, Any]:
    """The columns that were filled, the consents left out."""
    values = {name: value for name, value in given.items() if value is not None and name != "consents"}
    if "language_code" in values:
        values["language"] = str(values.pop("language_code"))
    if "kind" in values:
        values["kind"] = str(values["kind"])
    if "interests" in values:
        values["interests"] = tuple(integer_key(one, "Category", field="interests") for one in values["interests"])
    return values


def purposes(given: Any) -> list[str] | None:
    """``None`` when nothing was said about consents."""
    chosen = given.get("consents")
    return None if chosen is None else [str(purpose) for purpose in chosen]
