"""Queries and mutations about the origin of goods."""

from typing import Any

from catalog.graphql.access import reviewable_products
from catalog.models import Product, ProductVariant
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.customs.origin.agreement import Agreement, agreements
from logistics.customs.origin.assess_product import assess_product, bill_of
from logistics.customs.origin.assessment import Assessment
from logistics.customs.origin.materials import BillOfMaterials as BillRow
from logistics.graphql.origin.bom_update import BomUpdate
from logistics.graphql.origin.types import BillOfMaterials, OriginAgreement, OriginAssessment
from marketplace.graphql import ANYONE, ID, SIGNED_IN, Field, InputError, List, NonNull, ObjectType, String, integer_key


class OriginQueries(ObjectType):
    """Where goods originate in the sense of trade agreements."""

    origin_agreements = Field(
        List(NonNull(OriginAgreement)),
        required=True,
        access=ANYONE,
        description="The trade agreements whose rules of origin are on record.",
    )
    bill_of_materials = Field(
        BillOfMaterials,
        product=ID(required=True),
        variant=ID(),
        access=SIGNED_IN,
        description="What a product is made of, for its seller's people and staff; a variant's own where it has one.",
    )
    origin_assessment = Field(
        OriginAssessment,
        product=ID(required=True),
        agreement=String(required=True, description="A code of `originAgreements`."),
        variant=ID(),
        access=SIGNED_IN,
        cost=5,
        description="Null for a product one has nothing to do with, and for an agreement not on record.",
    )
    origin_assessments = Field(
        List(NonNull(OriginAssessment)),
        required=True,
        size=10,
        product=ID(required=True),
        variant=ID(),
        access=SIGNED_IN,
        cost=20,
        description="Under every agreement, side by side; empty for a product one has nothing to do with.",
    )

    @staticmethod
    def resolve_origin_agreements(root: Any, info: Any) -> list[Agreement]:
        return list(agreements().values())

    @staticmethod
    def resolve_bill_of_materials(root: Any, info: Any, product: str, variant: str | None = None) -> BillRow | None:
        found = _product(info, product)
        return bill_of(found, _variant(found, variant)) if found else None

    @staticmethod
    def resolve_origin_assessment(
        root: Any, info: Any, product: str, agreement: str, variant: str | None = None
    ) -> Assessment | None:
        known = agreements().get(agreement)
        found = _assessed(info, product, variant, [known]) if known else []
        return found[0] if found else None

    @staticmethod
    def resolve_origin_assessments(root: Any, info: Any, product: str, variant: str | None = None) -> list[Assessment]:
        return _assessed(info, product, variant, list(agreements().values()))


class OriginMutations(ObjectType):
    """Keeping what products are made of."""

    bom_update = BomUpdate.Field()


def _assessed(info: Any, product: str, variant: str | None, under: list[Agreement]) -> list[Assessment]:
    found = _product(info, product)
    if found is None:
        return []
    return assess_product(
        product=found,
        variant=_variant(found, variant),
        under=under,
        on=day_here(info.context.now),
        language=info.context.language,
    )


def _product(info: Any, global_id: str) -> Product | None:
    return reviewable_products(info).filter(pk=integer_key(global_id, "Product", field="product")).first()


def _variant(product: Product, global_id: str | None) -> ProductVariant | None:
    if global_id is None:
        return None
    key = integer_key(global_id, "ProductVariant", field="variant")
    found = ProductVariant.objects.current().filter(pk=key, product=product).first()
    if found is None:
        raise InputError(_("You have no such variant."), field="variant", code="NOT_FOUND")
    return found
