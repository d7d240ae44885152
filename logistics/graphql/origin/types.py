"""Origin of goods in the API: what a product is made of, and what that means under each agreement."""

from decimal import Decimal as Number
from typing import Any

from i18n import money
from i18n.graphql.types.money import Money
from i18n.graphql.types.weight import Weight
from logistics.customs.origin import agreement, assessment
from logistics.customs.origin import materials as rows
from marketplace.graphql import (
    ANYONE,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    Rule,
    String,
    related_list,
)

OF_ONES_OWN_PRODUCT = Rule("reaching it through a product of a seller one works for, or as staff", lambda _c, _p: True)

OriginOutcome = Enum.from_enum(
    assessment.Outcome, name="OriginOutcome", description="Whether a rule of origin is met, as far as it is known."
)


class OriginAgreement(ObjectType):
    """A trade agreement of Vietnam and its proof of origin."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True)
    countries = Field(List(NonNull(String)), required=True, description="ISO 3166-1 alpha-2, Vietnam among them.")
    price_basis = Field(String, required=True, description="EXW or FOB: the price that shares are of.")
    certificate_form = Field(String, required=True)
    certificate_legal_basis = Field(String, required=True)
    own_statement_up_to = Field(Money, description="Value up to which an exporter declares origin on the invoice.")
    own_statement_basis = Field(String)

    @staticmethod
    def resolve_countries(row: agreement.Agreement, info: Any) -> list[str]:
        return sorted(row.parties)

    @staticmethod
    def resolve_price_basis(row: agreement.Agreement, info: Any) -> str:
        return row.price

    @staticmethod
    def resolve_certificate_form(row: agreement.Agreement, info: Any) -> str:
        return row.certificate.form

    @staticmethod
    def resolve_certificate_legal_basis(row: agreement.Agreement, info: Any) -> str:
        return row.certificate.legal_basis

    @staticmethod
    def resolve_own_statement_up_to(row: agreement.Agreement, info: Any) -> money.Money | None:
        return row.certificate.own_statement_up_to

    @staticmethod
    def resolve_own_statement_basis(row: agreement.Agreement, info: Any) -> str | None:
        return row.certificate.own_statement_basis or None


class OriginStep(ObjectType):
    """One thing that was looked at."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    text = Field(String, required=True, description="In the language of the request.")
    outcome = Field(OriginOutcome, required=True)
    way = Field(Int, required=True, description="The alternative it belongs to; 0: to none.")


class OriginWay(ObjectType):
    """One alternative of the rule."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    number = Field(Int, required=True)
    rule = Field(String, required=True, description="CTH, RVC-BD 40, MAXNOM 70 and the like.")
    outcome = Field(OriginOutcome, required=True)


class OriginAssessment(ObjectType):
    """Whether a product would originate under an agreement. An estimate: it warns and never claims."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    agreement = Field(OriginAgreement, required=True)
    outcome = Field(OriginOutcome, required=True)
    hs_code = Field(String, required=True)
    as_of = Field(Date, required=True)
    ways = Field(List(NonNull(OriginWay)), required=True, size=3, description="One that is met is enough.")
    steps = Field(List(NonNull(OriginStep)), required=True, size=20)
    missing = Field(List(NonNull(String)), required=True, description="What has to be known first, for people.")
    warnings = Field(List(NonNull(String)), required=True)
    proofs = Field(List(NonNull(String)), required=True, description="Which proof of origin is given by whom.")
    build_down = Field(Decimal, description="Regional value content in percent, build-down.")
    build_up = Field(Decimal, description="Regional value content in percent, build-up.")
    checked = Field(Boolean, required=True, description="The rule was compared with the text of the agreement.")
    legal_basis = Field(String)
    effective_from = Field(Date)
    source = Field(String)
    source_date = Field(Date)

    @staticmethod
    def resolve_ways(row: assessment.Assessment, info: Any) -> list[assessment.Way]:
        return list(row.ways)

    @staticmethod
    def resolve_steps(row: assessment.Assessment, info: Any) -> list[assessment.Step]:
        return list(row.steps)

    @staticmethod
    def resolve_missing(row: assessment.Assessment, info: Any) -> list[str]:
        return list(row.missing)

    @staticmethod
    def resolve_warnings(row: assessment.Assessment, info: Any) -> list[str]:
        return list(row.warnings)

    @staticmethod
    def resolve_proofs(row: assessment.Assessment, info: Any) -> list[str]:
        return list(row.proofs)

    @staticmethod
    def resolve_legal_basis(row: assessment.Assessment, info: Any) -> str | None:
        return row.since.legal_basis if row.since else None

    @staticmethod
    def resolve_effective_from(row: assessment.Assessment, info: Any) -> Any:
        return row.since.effective_from if row.since else None

    @staticmethod
    def resolve_source(row: assessment.Assessment, info: Any) -> str | None:
        return row.since.source if row.since else None

    @staticmethod
    def resolve_source_date(row: assessment.Assessment, info: Any) -> Any:
        return row.since.source_date if row.since else None


class BillMaterial(ObjectType):
    """A material of one piece of a product."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    name = Field(String, required=True)
    hs_code = Field(String)
    origin_country = Field(String, description="Null when nobody knows it.")
    value = Field(Money, required=True)
    weight = Field(Weight)
    supplier = Field(String, required=True)
    declared = Field(Boolean, required=True, description="Its supplier has declared its origin in writing.")

    @staticmethod
    def resolve_hs_code(row: rows.BillMaterial, info: Any) -> str | None:
        return row.hs_code or None

    @staticmethod
    def resolve_origin_country(row: rows.BillMaterial, info: Any) -> str | None:
        return row.origin_country or None

    @staticmethod
    def resolve_value(row: rows.BillMaterial, info: Any) -> money.Money:
        return money.Money(row.value_amount, row.value_currency)

    @staticmethod
    def resolve_weight(row: rows.BillMaterial, info: Any) -> int | None:
        return row.weight_g or None


class BillOfMaterials(ObjectType):
    """What one piece of a product is made of: a trade secret."""

    class Meta:
        access = OF_ONES_OWN_PRODUCT

    currency = Field(String, required=True, description="ISO 4217; of the prices, and of the assessment.")
    ex_works = Field(Money, description="Price of a piece at the maker's gate.")
    free_on_board = Field(Money)
    materials = Field(List(NonNull(BillMaterial)), required=True, size=20)
    is_of_variant = Field(Boolean, required=True, description="False: of all variants without a bill of their own.")
    updated_at = Field(DateTime, required=True)

    resolve_materials = related_list(lambda _info: rows.BillMaterial.objects.order_by("position"), by="bill_id")

    @staticmethod
    def resolve_ex_works(row: rows.BillOfMaterials, info: Any) -> money.Money | None:
        return _price(row.ex_works, row.currency)

    @staticmethod
    def resolve_free_on_board(row: rows.BillOfMaterials, info: Any) -> money.Money | None:
        return _price(row.free_on_board, row.currency)

    @staticmethod
    def resolve_is_of_variant(row: rows.BillOfMaterials, info: Any) -> bool:
        return row.variant_id is not None


def _price(amount: Number | None, currency: str) -> money.Money | None:
    return None if amount is None else money.Money(amount, currency)
