"""``exhibitorCreate``, ``exhibitorUpdate``, ``exhibitorTranslate``, ``exhibitorLinkSeller``, ``exhibitorDelete``."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitors import (
    FIELDS,
    ExhibitorEntry,
    create_exhibitor,
    delete_exhibitor,
    link_seller,
    translate_exhibitor,
    update_exhibitor,
)
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, exhibitor_of, expo_of
from marketplace.expo.graphql.types.exhibitor import Exhibitor
from marketplace.graphql import ID, Field, InputError, InputObjectType, List, Mutation, NonNull, String, integer_key
from marketplace.sellers.models import Seller


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


class ExhibitorTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    name = String()
    description = String()


def _plain(given: Any) -> dict[str, Any]:
    values = {name: value for name, value in given.items() if value is not None}
    if "source_language" in values:
        values["source_language"] = str(values["source_language"])
    return values


class ExhibitorCreate(Mutation):
    """Write down an exhibitor."""

    class Arguments:
        expo_id = ID(required=True)
        input = ExhibitorInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        entry = ExhibitorEntry(**{"name": "", **_plain(input)})
        return {"exhibitor": create_exhibitor(expo=expo_of(info, expo_id, "expo_id"), entry=entry)}


class ExhibitorUpdate(Mutation):
    """Change an exhibitor."""

    class Arguments:
        id = ID(required=True)
        input = ExhibitorInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"exhibitor": update_exhibitor(exhibitor=exhibitor_of(info, id), changes=_plain(input))}


class ExhibitorTranslate(Mutation):
    """Store an exhibitor's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = ExhibitorTranslationInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, id)
        given = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_exhibitor(exhibitor=exhibitor, language=str(language_code), texts_given=given, by=caller(info))
        return {"exhibitor": exhibitor}


class ExhibitorLinkSeller(Mutation):
    """Say that an exhibitor is an approved seller of the marketplace, or with null that it is none."""

    class Arguments:
        id = ID(required=True)
        seller_id = ID()

    class Meta:
        access = STAFF

    exhibitor = Field(Exhibitor)

    @classmethod
    def perform(cls, info: Any, *, id: str, seller_id: str | None = None) -> dict[str, Any]:
        exhibitor = exhibitor_of(info, id)
        return {"exhibitor": link_seller(exhibitor=exhibitor, seller=_approved(seller_id) if seller_id else None)}


def _approved(global_id: str) -> Seller:
    key = integer_key(global_id, "Seller", field="seller_id")
    seller = Seller.objects.approved().filter(pk=key).first()
    if seller is None:
        raise InputError(_("There is no such seller."), field="seller_id", code="NOT_FOUND")
    return seller


class ExhibitorDelete(Mutation):
    """Take an exhibitor out of the directory; its booths become free."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_exhibitor(exhibitor=exhibitor_of(info, id))
        return {}
