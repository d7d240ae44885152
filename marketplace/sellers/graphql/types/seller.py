"""Sellers in the API: what buyers see, and what only their members and staff do."""

from typing import Any

from i18n.graphql.localized import localized_texts, localized_type, stored_translations, translation_type
from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay, language_argument
from marketplace.accounts.addresses.vietnam import REGION
from marketplace.accounts.graphql.types.address import Address
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    DateTime,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.addresses import addresses_of
from marketplace.sellers.graphql.access import member_or
from marketplace.sellers.graphql.types.enums import CraftEnum, EntityType, SellerStatus, TaxResidence
from marketplace.sellers.graphql.types.image import Image, Picture
from marketplace.sellers.graphql.types.invitation import SellerInvitation
from marketplace.sellers.graphql.types.member import SellerMember, SellerStatusChange
from marketplace.sellers.graphql.types.responsible_person import ResponsiblePerson
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import ResponsiblePerson as PersonRow
from marketplace.sellers.models import Seller as SellerRow
from marketplace.sellers.models import SellerInvitation as InvitationRow
from marketplace.sellers.models import SellerMember as MemberRow
from marketplace.sellers.models import SellerStatusChange as ChangeRow
from marketplace.sellers.translate import FIELDS

PRIVATE = member_or(Permission.SELLERS_MANAGE, get=lambda seller: seller.pk)
OWNED = member_or(Permission.SELLERS_MANAGE, get=lambda seller: seller.pk, role=MemberRole.OWNER)
SellerLocalized = localized_type("SellerLocalized", required=["name"], optional=["tagline", "story"])
SellerTranslation = translation_type("SellerTranslation", FIELDS)


class Seller(ObjectType):
    """An enterprise, household business or individual of Bình Dương."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True, description="The trade name, in the seller's language.")
    legal_name = Field(String, required=True)
    status = Field(SellerStatus, required=True)
    entity_type = Field(EntityType, required=True)
    craft = Field(CraftEnum, required=True)
    source_language = Field(LanguageDisplay, required=True, description="What the seller writes in.")
    localized = Field(SellerLocalized, required=True, language_code=language_argument())
    translations = Field(NonNull(List(NonNull(SellerTranslation))), access=PRIVATE)
    logo = Field(Image)
    region = Field(String, required=True, description="Bình Dương.")
    city = Field(String, required=True, description="The province or city under the central government.")
    city_area = Field(String, required=True, description="The ward or commune.")
    former_district = Field(String, description="The district of Bình Dương it lay in until 2025-06-30.")
    country = Field(CountryDisplay, required=True)
    website_url = Field(String)
    founded_year = Field(Int)
    is_verified = Field(Boolean, required=True, description="Staff have checked and approved it.")
    approved_at = Field(DateTime)
    tax_code = Field(String, access=PRIVATE)
    tax_residence = Field(TaxResidence, access=PRIVATE, description="Decides what is withheld from persons.")
    address = Field(Address, access=PRIVATE)
    email = Field(String, access=PRIVATE)
    phone = Field(String, access=PRIVATE)
    members = Field(List(NonNull(SellerMember)), access=PRIVATE)
    invitations = Field(List(NonNull(SellerInvitation)), access=OWNED, description="Not answered yet.")
    history = Field(List(NonNull(SellerStatusChange)), access=PRIVATE)

    responsible_people = Field(
        List(NonNull(ResponsiblePerson)),
        access=PRIVATE,
        description="Who may answer for its goods in the European Union.",
    )

    resolve_responsible_people = related_list(
        lambda info: PersonRow.objects.filter(removed_at__isnull=True).order_by("-is_default", "pk"), by="seller_id"
    )
    resolve_localized = localized_texts(SellerRow.SUBJECT, FIELDS)
    resolve_translations = stored_translations(SellerRow.SUBJECT, FIELDS)
    resolve_is_verified = attribute("is_approved")
    resolve_address = related("address")
    resolve_invitations = related_list(lambda info: InvitationRow.objects.order_by("pk"), by="seller_id")
    resolve_members = related_list(lambda info: MemberRow.objects.order_by("pk"), by="seller_id")
    resolve_history = related_list(lambda info: ChangeRow.objects.order_by("pk"), by="seller_id")

    @staticmethod
    @batch
    def resolve_logo(sellers: list[SellerRow], info: Any) -> list[Picture | None]:
        return [Picture(seller.logo.url, seller.name) if seller.logo else None for seller in sellers]

    @staticmethod
    @batch
    def resolve_region(sellers: list[SellerRow], info: Any) -> list[str]:
        return [REGION] * len(sellers)

    @staticmethod
    @batch
    def resolve_city(sellers: list[SellerRow], info: Any) -> list[str]:
        return [address.city or address.country_area for address in addresses_of(sellers)]

    @staticmethod
    @batch
    def resolve_city_area(sellers: list[SellerRow], info: Any) -> list[str]:
        return [address.city_area for address in addresses_of(sellers)]

    @staticmethod
    @batch
    def resolve_country(sellers: list[SellerRow], info: Any) -> list[str]:
        return [address.country for address in addresses_of(sellers)]

    @staticmethod
    @batch
    def resolve_former_district(sellers: list[SellerRow], info: Any) -> list[str | None]:
        return [seller.former_district or None for seller in sellers]

    @staticmethod
    @batch
    def resolve_website_url(sellers: list[SellerRow], info: Any) -> list[str | None]:
        return [seller.website_url or None for seller in sellers]


SellerCountableConnection = connection_type(Seller)
