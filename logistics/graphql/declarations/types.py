"""A customs declaration in the API: what is said of the goods, and which papers can be made from it."""

from typing import Any

from i18n import money
from i18n.graphql.types.language import LanguageCodeEnum
from i18n.graphql.types.money import Money
from i18n.graphql.types.weight import Weight
from i18n.messages import gettext
from i18n.today import day_here
from logistics.consignment import Party
from logistics.customs.declaration import facts
from logistics.customs.declaration.declaration import DeclaredLine
from logistics.customs.declaration.gaps import gaps_for
from logistics.customs.declaration.issue_papers import PREFIXES
from logistics.customs.declaration.postal_form import fits_cn22
from logistics.customs.documents import document
from logistics.graphql.declarations.view import DeclarationView, PaperView
from logistics.graphql.through import THROUGH_ITS_ORDER
from logistics.graphql.types.shipment_document import DocumentKind, ShipmentDocument
from marketplace.graphql import (
    ID,
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
    String,
)

CustomsPurpose = Enum.from_enum(facts.Purpose, name="CustomsPurpose", description="Why goods cross the border.")
CustomsNumberKind = Enum.from_enum(
    facts.NumberKind, name="CustomsNumberKind", description="Numbers that customs, banks and carriers ask for."
)


class CustomsParty(ObjectType):
    """Somebody a declaration names."""

    class Meta:
        access = THROUGH_ITS_ORDER

    name = Field(String, required=True)
    company = Field(String, required=True)
    street = Field(List(NonNull(String)), required=True)
    city = Field(String, required=True)
    region = Field(String, required=True)
    postal_code = Field(String, required=True)
    country = Field(String, required=True, description="ISO 3166-1 alpha-2.")
    tax_id = Field(String, required=True)

    @staticmethod
    def resolve_street(party: Party, info: Any) -> list[str]:
        return list(party.street)


class CustomsStage(ObjectType):
    """A stretch of the way."""

    class Meta:
        access = THROUGH_ITS_ORDER

    mode = Field(String, required=True, description="TRUCK, BARGE, RAIL, VESSEL, AIR, LAST_MILE or PARCEL.")
    from_place = Field(String, required=True)
    to_place = Field(String, required=True)
    carrier = Field(String, required=True)
    vehicle = Field(String, required=True)
    voyage = Field(String, required=True)
    document = Field(String, required=True, description="Number of the bill of lading or waybill.")


class CustomsContainer(ObjectType):
    """A container of the consignment."""

    class Meta:
        access = THROUGH_ITS_ORDER

    number = Field(String, required=True, description="ISO 6346.")
    seal = Field(String, required=True)
    tare = Field(Weight)

    @staticmethod
    def resolve_tare(container: facts.Container, info: Any) -> int | None:
        return container.tare_g or None


class CustomsReference(ObjectType):
    """A number and what it is."""

    class Meta:
        access = THROUGH_ITS_ORDER

    kind = Field(CustomsNumberKind, required=True)
    number = Field(String, required=True)


class CustomsPlant(ObjectType):
    """Plant material in a line of goods, as form PPQ 505 asks."""

    class Meta:
        access = THROUGH_ITS_ORDER

    genus = Field(String, required=True)
    species = Field(String, required=True)
    country = Field(String, required=True, description="Of harvest; empty when nobody has said.")
    quantity = Field(Decimal, required=True)
    unit = Field(String, required=True, description="kg, m2 or m3.")
    article = Field(String, required=True)
    recycled_percent = Field(Decimal, required=True)


class CustomsDangerousGoods(ObjectType):
    """Dangerous goods as the UN model regulations name them."""

    class Meta:
        access = THROUGH_ITS_ORDER

    un_number = Field(String, required=True)
    shipping_name = Field(String, required=True)
    hazard_class = Field(String, required=True)
    packing_group = Field(String, required=True, description="I, II, III or empty.")
    package = Field(String, required=True)
    flash_point_celsius = Field(Decimal)
    marine_pollutant = Field(Boolean, required=True)

    @staticmethod
    def resolve_packing_group(goods: facts.DangerousGoods, info: Any) -> str:
        return goods.packing_group.value

    @staticmethod
    def resolve_flash_point_celsius(goods: facts.DangerousGoods, info: Any) -> Any:
        return goods.flash_point_c


class CustomsLine(ObjectType):
    """A line of goods; gross weights of all lines add up to what was weighed."""

    class Meta:
        access = THROUGH_ITS_ORDER

    number = Field(Int, required=True)
    description = Field(String, required=True)
    description_english = Field(String, required=True)
    sku = Field(String, required=True)
    hs_code = Field(String, required=True)
    origin_country = Field(String, required=True)
    quantity = Field(Int, required=True)
    unit_value = Field(Money, required=True)
    value = Field(Money, required=True)
    net_weight = Field(Weight, required=True)
    gross_weight = Field(Weight, required=True)
    plants = Field(List(NonNull(CustomsPlant)), required=True)
    dangerous_goods = Field(CustomsDangerousGoods)

    @staticmethod
    def resolve_description(line: DeclaredLine, info: Any) -> str:
        return line.item.description

    @staticmethod
    def resolve_description_english(line: DeclaredLine, info: Any) -> str:
        return line.description_en

    @staticmethod
    def resolve_sku(line: DeclaredLine, info: Any) -> str:
        return line.item.sku

    @staticmethod
    def resolve_hs_code(line: DeclaredLine, info: Any) -> str:
        return line.item.hs_code

    @staticmethod
    def resolve_origin_country(line: DeclaredLine, info: Any) -> str:
        return line.item.origin

    @staticmethod
    def resolve_quantity(line: DeclaredLine, info: Any) -> int:
        return line.item.quantity

    @staticmethod
    def resolve_unit_value(line: DeclaredLine, info: Any) -> money.Money:
        return line.item.unit_value

    @staticmethod
    def resolve_net_weight(line: DeclaredLine, info: Any) -> int:
        return line.net_weight_g

    @staticmethod
    def resolve_gross_weight(line: DeclaredLine, info: Any) -> int:
        return line.gross_weight_g

    @staticmethod
    def resolve_plants(line: DeclaredLine, info: Any) -> list[facts.Plant]:
        return list(line.facts.plants)

    @staticmethod
    def resolve_dangerous_goods(line: DeclaredLine, info: Any) -> facts.DangerousGoods | None:
        return line.facts.dangerous


class CustomsOriginStatement(ObjectType):
    """What the exporter declares about origin."""

    class Meta:
        access = THROUGH_ITS_ORDER

    agreement = Field(String, required=True)
    text = Field(String, required=True)
    place = Field(String, required=True)
    date = Field(Date, required=True)
    signatory = Field(String, required=True)
    reason = Field(String, required=True, description="The exporter's own, where no assessment says that it is met.")

    @staticmethod
    def resolve_date(statement: facts.OriginStatement, info: Any) -> Any:
        return statement.on


class CustomsPaper(ObjectType):
    """A kind of paper: whether it can be made, and the one in force."""

    class Meta:
        access = THROUGH_ITS_ORDER

    kind = Field(DocumentKind, required=True)
    missing = Field(List(NonNull(String)), required=True, description="What is to be declared first, for people.")
    document = Field(ShipmentDocument, description="Made from the declaration in force.")
    for_buyer = Field(Boolean, required=True, description="The buyer can open it too.")


class CustomsDeclaration(ObjectType):
    """The one declaration that every paper of a shipment is made from."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    seller_id = Field(ID, required=True, description="Whose goods they are: the id of a `Seller`.")
    version = Field(Int, required=True)
    created_at = Field(DateTime, required=True)
    created_by = Field(String, description="Who declared it; null: made together with the shipment.")
    language = Field(LanguageCodeEnum, required=True, description="The buyer's: papers are in it and in English.")
    purpose = Field(CustomsPurpose, required=True)
    importer = Field(CustomsParty, description="Importer of record, where that is not the buyer.")
    buyer = Field(CustomsParty, required=True)
    incoterm = Field(String, required=True)
    named_place = Field(String, required=True)
    lines = Field(List(NonNull(CustomsLine)), required=True, size=5)
    stages = Field(List(NonNull(CustomsStage)), required=True)
    containers = Field(List(NonNull(CustomsContainer)), required=True)
    references = Field(List(NonNull(CustomsReference)), required=True)
    marks = Field(String, required=True)
    invoice_number = Field(String, required=True)
    emergency_phone = Field(String, required=True)
    origin_statement = Field(CustomsOriginStatement)
    goods = Field(Money, required=True)
    freight = Field(Money)
    insurance = Field(Money)
    total = Field(Money, required=True)
    net_weight = Field(Weight, required=True)
    gross_weight = Field(Weight, required=True)
    package_count = Field(Int, required=True)
    postal_form = Field(DocumentKind, required=True, description="CN22 or CN23: which of them a parcel by post takes.")
    papers = Field(List(NonNull(CustomsPaper)), required=True, size=10)
    documents = Field(
        List(NonNull(ShipmentDocument)), required=True, size=10, description="Everything issued, all versions."
    )

    @staticmethod
    def resolve_id(view: DeclarationView, info: Any) -> str:
        return view.global_id

    @staticmethod
    def resolve_references(view: DeclarationView, info: Any) -> list[facts.Reference]:
        return list(view.facts.references)

    @staticmethod
    def resolve_stages(view: DeclarationView, info: Any) -> list[facts.Stage]:
        return list(view.facts.stages)

    @staticmethod
    def resolve_containers(view: DeclarationView, info: Any) -> list[facts.Container]:
        return list(view.facts.containers)

    @staticmethod
    def resolve_lines(view: DeclarationView, info: Any) -> list[DeclaredLine]:
        return list(view.declared.lines)

    @staticmethod
    def resolve_postal_form(view: DeclarationView, info: Any) -> str:
        small = fits_cn22(view.declared, on=day_here(info.context.now))
        return document.DocumentKind.CN22 if small else document.DocumentKind.CN23

    @staticmethod
    def resolve_papers(view: DeclarationView, info: Any) -> list[PaperView]:
        today, language = day_here(info.context.now), info.context.language
        return [
            PaperView(
                kind,
                [gettext(language, gap.message, **gap.params) for gap in gaps_for(kind, view.declared, on=today)],
                view.in_force(kind),
            )
            for kind in PREFIXES
        ]

    @staticmethod
    def resolve_documents(view: DeclarationView, info: Any) -> list[document.Document]:
        return view.documents
