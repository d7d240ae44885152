"""Who answers for the goods, as an offer to consumers has to say (Regulation (EU) 2023/988, article 19(a))."""

from typing import Any

from i18n.addresses import format_address
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, String, attribute, batch
from marketplace.sellers.addresses import addresses_of
from marketplace.sellers.models import Seller


class Manufacturer(ObjectType):
    """The seller as a manufacturer; its business address is public by law."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    address = Field(NonNull(List(NonNull(String))), description="Lines as the post office wants them.")
    email = Field(String, required=True)

    resolve_name = attribute("legal_name")

    @staticmethod
    @batch
    def resolve_address(sellers: list[Seller], info: Any) -> list[list[str]]:
        language = info.context.language
        return [format_address(address.as_data().as_dict(), language) for address in addresses_of(sellers)]
