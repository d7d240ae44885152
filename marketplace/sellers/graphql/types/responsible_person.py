"""Who answers for goods within the European Union, in the API."""

from typing import Any

from django.db.models import prefetch_related_objects

from i18n.addresses import format_address
from marketplace.accounts.graphql.types.address import Address
from marketplace.graphql import ANYONE, ID, Boolean, Field, List, NonNull, ObjectType, String, batch, related
from marketplace.sellers.graphql.access import member
from marketplace.sellers.models import ResponsiblePerson as PersonRow


class ResponsiblePerson(ObjectType):
    """Public by law wherever the goods are offered to consumers in the Union."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    name = Field(String, required=True)
    address_lines = Field(NonNull(List(NonNull(String))), description="As the post office wants them.")
    email = Field(String, required=True)
    website_url = Field(String)
    address = Field(Address, access=member(lambda person: person.seller_id), description="For the form.")
    is_default = Field(Boolean, access=member(lambda person: person.seller_id))

    resolve_address = related("address")

    @staticmethod
    @batch
    def resolve_address_lines(people: list[PersonRow], info: Any) -> list[list[str]]:
        prefetch_related_objects(people, "address")
        return [format_address(person.address.as_data().as_dict(), info.context.language) for person in people]

    @staticmethod
    @batch
    def resolve_website_url(people: list[PersonRow], info: Any) -> list[str | None]:
        return [person.website_url or None for person in people]
