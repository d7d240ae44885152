"""``productCreate``."""

from typing import Any

from catalog.graphql import errors
from catalog.graphql.access import caller
from catalog.graphql.answers import answer, attributes_input
from catalog.graphql.inputs import product_fields
from catalog.graphql.types.product import Product
from catalog.graphql.types.trade_facts import RestrictionEnum
from catalog.products.create import create_product
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Decimal,
    Field,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class ProductInput(InputObjectType):
    """What is left out stays as it is; null clears it."""

    name = String()
    description = String(description="Plain text, or HTML that is cut down to harmless tags.")
    material = String()
    source_language = LanguageCodeEnum(description="What name, description and material are written in.")
    category = ID()
    product_type = ID()
    hs_code = String(description="6 to 12 digits; dots are ignored.")
    origin_country = String(description="ISO 3166-1 alpha-2.")
    species = List(NonNull(String), description="Scientific names, such as Hevea brasiliensis; at most 12.")
    sample_available = Boolean()
    sample_price = Decimal(description="Of one sample, without tax and freight; null when it has to be agreed.")
    sample_price_currency = String(description="ISO 4217.")
    customizable = Boolean(description="Made to a buyer's measures, colours or drawings.")
    private_label = Boolean(description="Made under a buyer's brand.")
    is_hazardous = Boolean()
    un_number = String(description="Of hazardous goods, four digits.")
    restrictions = List(NonNull(RestrictionEnum))
    attributes = attributes_input()


class ProductCreateInput(ProductInput):
    """A new product."""

    seller = ID(required=True)
    name = String(required=True)


class ProductCreate(Mutation):
    """Create a draft. For managers of the seller."""

    class Arguments:
        input = ProductCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = errors.REFUSED

    product = Field(Product)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = seller_for(info, input["seller"], MemberRole.MANAGER, field="seller")
        fields = {"source_language": seller.source_language, **product_fields(input)}
        product = create_product(seller=seller, by=caller(info), **fields)
        answer(product, input.get("attributes"), caller(info))
        return {"product": product}
