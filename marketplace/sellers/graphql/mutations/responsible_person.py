"""``responsiblePersonCreate``, ``responsiblePersonUpdate`` and ``responsiblePersonDelete``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    Mutation,
    PermissionDenied,
    String,
    integer_key,
)
from marketplace.sellers.graphql import errors
from marketplace.sellers.graphql.access import is_member, seller_for
from marketplace.sellers.graphql.types.responsible_person import ResponsiblePerson
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import ResponsiblePerson as PersonRow
from marketplace.sellers.responsible_people import (
    add_responsible_person,
    remove_responsible_person,
    update_responsible_person,
)


class ResponsiblePersonInput(InputObjectType):
    """Somebody in a member state of the European Union, with postal and electronic address."""

    name = String(required=True)
    email = String(required=True)
    website_url = String()
    address = AddressInput(required=True)
    is_default = Boolean(description="For every product of the seller that names nobody else; the first always is.")


class ResponsiblePersonCreate(Mutation):
    """Name who answers for the seller's goods within the European Union. For managers."""

    class Arguments:
        seller = ID(required=True)
        input = ResponsiblePersonInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.PROFILE
        error_codes = errors.PROFILE_CODES

    responsible_person = Field(ResponsiblePerson)

    @classmethod
    def perform(cls, info: Any, *, seller: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        return {"responsible_person": add_responsible_person(seller=owner, **_values(input))}


class ResponsiblePersonUpdate(Mutation):
    """Change who answers for goods. For managers."""

    class Arguments:
        id = ID(required=True)
        input = ResponsiblePersonInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = errors.PROFILE
        error_codes = errors.PROFILE_CODES

    responsible_person = Field(ResponsiblePerson)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"responsible_person": update_responsible_person(person=own_person(info, id), **_values(input))}


class ResponsiblePersonDelete(Mutation):
    """Take somebody out of use. For managers."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    responsible_person = Field(ResponsiblePerson)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        person = own_person(info, id)
        remove_responsible_person(person=person)
        return {"responsible_person": person}


def own_person(info: Any, global_id: str, *, field: str = "id") -> PersonRow:
    """The person of an id, for managers of the seller. Raises `InputError` NOT_FOUND or `PermissionDenied`."""
    key = integer_key(global_id, "ResponsiblePerson", field=field)
    person = PersonRow.objects.filter(pk=key, removed_at__isnull=True).select_related("address").first()
    if person is None or not is_member(info.context, person.seller_id):
        raise InputError(_("You have no such responsible person."), field=field, code="NOT_FOUND")
    if not is_member(info.context, person.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("Your role in this seller does not include this."))
    return person


def _values(given: Any) -> dict[str, Any]:
    return {
        "name": given["name"],
        "email": given["email"],
        "website_url": given.get("website_url") or "",
        "address": to_address_data(given["address"]),
        "is_default": bool(given.get("is_default")),
    }
