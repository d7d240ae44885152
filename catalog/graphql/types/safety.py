"""What a buyer is told for safety's sake, in the API. `Product` inherits these fields."""

from typing import Any

from catalog.models import Product as ProductRow
from catalog.products.answerable import responsible_people
from marketplace.graphql import ANYONE, Boolean, Field, ObjectType, String, batch
from marketplace.sellers.graphql.types.responsible_person import ResponsiblePerson
from marketplace.sellers.models import ResponsiblePerson as PersonRow


class SafetyOfProduct(ObjectType):
    """Warnings, and who answers for the goods within the European Union."""

    class Meta:
        access = ANYONE

    warnings = Field(
        String,
        required=True,
        description="Warnings and safety information, as the seller wrote them; see localized. Text with line breaks.",
    )
    needs_no_warnings = Field(
        Boolean, required=True, description="The seller declares that there is nothing to warn of."
    )
    responsible_person = Field(
        ResponsiblePerson,
        description="Who answers for the goods within the European Union (Regulation (EU) 2023/988, article 16).",
    )
    has_own_responsible_person = Field(
        Boolean, required=True, description="Somebody else than the one for the seller's other products."
    )

    @staticmethod
    @batch
    def resolve_responsible_person(products: list[ProductRow], info: Any) -> list[PersonRow | None]:
        return responsible_people(products)

    @staticmethod
    @batch
    def resolve_has_own_responsible_person(products: list[ProductRow], info: Any) -> list[bool]:
        people = responsible_people(products)
        return [
            person is not None and product.responsible_person_id == person.pk
            for product, person in zip(products, people, strict=True)
        ]
