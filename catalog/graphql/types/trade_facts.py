"""What trade across a border needs to know of a product, in the API. `Product` inherits these fields."""

from typing import Any

from catalog.models import Product as ProductRow
from catalog.products.restriction import Restriction
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.money import Money
from marketplace.graphql import ANYONE, Boolean, Enum, Field, List, NonNull, ObjectType, String, attribute, batch

RestrictionEnum = Enum.from_enum(
    Restriction,
    name="ProductRestriction",
    description=(
        "Why a product may need a permit, a certificate or a refusal somewhere: protected species, timber whose legal "
        "harvest is shown, dual use, food, food contact, plants, animal origin, cosmetics and so on."
    ),
)


class TradeFacts(ObjectType):
    """As the seller states them."""

    class Meta:
        access = ANYONE

    hs_code = Field(String, description="All digits the seller knows: the six of hsSubheading, then national ones.")
    hs_subheading = Field(String, description="The six digits of the Harmonized System that all countries share.")
    hs_national_extension = Field(String, description="What the country of origin adds to them.")
    origin_country = Field(CountryDisplay, required=True)
    species = Field(NonNull(List(NonNull(String))), description="Scientific names of wood, plants and animals.")
    sample_available = Field(Boolean, required=True)
    sample_price = Field(Money, description="Of one sample without tax and freight; null when it has to be agreed.")
    customizable = Field(Boolean, required=True, description="Made to a buyer's measures, colours or drawings.")
    private_label = Field(Boolean, required=True, description="Made under a buyer's brand.")
    is_hazardous = Field(Boolean, required=True)
    un_number = Field(String, description="Of dangerous goods, four digits.")
    restrictions = Field(NonNull(List(NonNull(RestrictionEnum))))

    resolve_species = attribute("species_names")

    @staticmethod
    @batch
    def resolve_hs_code(products: list[ProductRow], info: Any) -> list[str | None]:
        return [product.hs_code or None for product in products]

    @staticmethod
    @batch
    def resolve_hs_subheading(products: list[ProductRow], info: Any) -> list[str | None]:
        return [product.hs_subheading or None for product in products]

    @staticmethod
    @batch
    def resolve_hs_national_extension(products: list[ProductRow], info: Any) -> list[str | None]:
        return [product.hs_national_extension or None for product in products]

    @staticmethod
    @batch
    def resolve_un_number(products: list[ProductRow], info: Any) -> list[str | None]:
        return [product.un_number or None for product in products]

    @staticmethod
    @batch
    def resolve_restrictions(products: list[ProductRow], info: Any) -> list[list[str]]:
        return [[code for code in product.restrictions if code in Restriction.values] for product in products]
