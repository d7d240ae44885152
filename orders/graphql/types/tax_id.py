"""Tax and customs numbers of buyers in the API. The parents are `TaxId`."""

from typing import Any

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import ANYONE, Enum, Field, ObjectType, String
from orders.checkout.tax_id import TaxId as TaxIdValue
from orders.checkout.tax_id import TaxIdKind

TaxIdKindEnum = Enum.from_enum(TaxIdKind, name="TaxIdKind", description="Which authority gave the number.")
NAMES = {
    TaxIdKind.EU_VAT: _("VAT number"),
    TaxIdKind.EORI: _("EORI number"),
    TaxIdKind.VN_MST: _("Vietnamese tax code"),
    TaxIdKind.KR_BRN: _("Korean business registration number"),
    TaxIdKind.JP_CN: _("Japanese corporate number"),
    TaxIdKind.GB_VAT: _("British VAT number"),
    TaxIdKind.CH_UID: _("Swiss UID"),
    TaxIdKind.NO_MVA: _("Norwegian VAT number"),
    TaxIdKind.US_EIN: _("Employer identification number"),
    TaxIdKind.AU_ABN: _("Australian business number"),
    TaxIdKind.CN_USCC: _("Chinese unified social credit code"),
    TaxIdKind.TW_UBN: _("Taiwanese uniform number"),
}


class TaxId(ObjectType):
    """A number that is printed on the papers."""

    class Meta:
        access = ANYONE

    kind = Field(TaxIdKindEnum, required=True)
    kind_display = Field(String, required=True, description="What it is called, in the language of the request.")
    number = Field(String, required=True)

    @staticmethod
    def resolve_kind_display(each: TaxIdValue, info: Any) -> str:
        return gettext(info.context.language, NAMES[each.kind])


class TaxIdChoice(ObjectType):
    """A kind of number that buyers of a country have. The parents are the kinds."""

    class Meta:
        access = ANYONE

    kind = Field(TaxIdKindEnum, required=True)
    kind_display = Field(String, required=True, description="What it is called, in the language of the request.")

    @staticmethod
    def resolve_kind(kind: TaxIdKind, info: Any) -> TaxIdKind:
        return kind

    @staticmethod
    def resolve_kind_display(kind: TaxIdKind, info: Any) -> str:
        return gettext(info.context.language, NAMES[kind])
