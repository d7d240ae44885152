"""The carriers the marketplace knows, and what each can do."""

from collections.abc import Callable, Sequence
from typing import Any

from i18n.messages import gettext
from logistics import carrier as port
from logistics.carriers.registry import carriers
from marketplace.graphql import ANYONE, Boolean, Enum, Field, List, NonNull, ObjectType, String, batch

CarrierCapability = Enum.from_enum(port.Capability, description="What may be asked of a carrier.")
CarrierAddressForm = Enum.from_enum(
    port.AddressForm,
    description=(
        "How it takes an address within Vietnam. VN_2025: ward and province; VN_PRE_2025: ward, district and province "
        "as before 2025-07-01; ANY: as it is written."
    ),
)
CarrierLabelFormat = Enum.from_enum(port.LabelFormat, description="What its labels are.")


class CarrierAccountField(ObjectType):
    """Something a carrier wants to know before it works for somebody."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    label = Field(String, required=True, description="In the language of the request.")
    is_secret = Field(Boolean, required=True)
    is_required = Field(Boolean, required=True)
    has_lines = Field(Boolean, required=True, description="A key of several lines.")

    @staticmethod
    @batch
    def resolve_label(fields: Sequence[port.AccountField], info: Any) -> list[str]:
        return [gettext(info.context.language, field.label) for field in fields]

    @staticmethod
    @batch
    def resolve_is_secret(fields: Sequence[port.AccountField], info: Any) -> list[bool]:
        return [field.secret for field in fields]

    @staticmethod
    @batch
    def resolve_is_required(fields: Sequence[port.AccountField], info: Any) -> list[bool]:
        return [field.required for field in fields]


class Carrier(ObjectType):
    """Who carries it."""

    class Meta:
        access = ANYONE

    code = Field(String, required=True)
    name = Field(String, required=True)
    capabilities = Field(NonNull(List(NonNull(CarrierCapability))), size=6)
    account_fields = Field(
        NonNull(List(NonNull(CarrierAccountField))), size=4, description="Empty: it works without an account."
    )
    address_form = Field(CarrierAddressForm, required=True)
    label_formats = Field(NonNull(List(NonNull(CarrierLabelFormat))), size=3)

    @staticmethod
    @batch
    def resolve_name(rows: Sequence[dict[str, str]], info: Any) -> list[str]:
        """The name somebody wrote, for a carrier the marketplace has no connection to."""
        named = _each(rows, lambda carrier: gettext(info.context.language, carrier.name), "")
        return [row.get("name") or name or row["code"] for row, name in zip(rows, named, strict=True)]

    @staticmethod
    @batch
    def resolve_capabilities(rows: Sequence[dict[str, str]], info: Any) -> list[list[port.Capability]]:
        return _each(rows, lambda carrier: sorted(carrier.capabilities), [])

    @staticmethod
    @batch
    def resolve_account_fields(rows: Sequence[dict[str, str]], info: Any) -> list[list[port.AccountField]]:
        return _each(rows, lambda carrier: list(carrier.account_fields), [])

    @staticmethod
    @batch
    def resolve_address_form(rows: Sequence[dict[str, str]], info: Any) -> list[port.AddressForm]:
        return _each(rows, lambda carrier: carrier.address_form, port.AddressForm.ANY)

    @staticmethod
    @batch
    def resolve_label_formats(rows: Sequence[dict[str, str]], info: Any) -> list[list[port.LabelFormat]]:
        return _each(rows, lambda carrier: list(carrier.label_formats), [])


def _each(rows: Sequence[dict[str, str]], read: Callable[[port.Carrier], Any], missing: Any) -> list[Any]:
    """Of each carrier by its code; ``missing`` for one that is not here any more."""
    known = carriers()
    return [read(known[row["code"]]) if row["code"] in known else missing for row in rows]
