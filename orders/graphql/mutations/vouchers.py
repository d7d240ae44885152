"""Vouchers: ``voucherCreate``, ``-Update``, ``-Delete``, ``voucherChannelListingUpdate`` and
``voucherCodeBulkDelete``."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.errors import REFUSED
from catalog.graphql.inputs import channel_of_id, each_once
from catalog.models import Category, Collection, Product
from i18n.formatting import country_name
from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)
from orders.graphql.types.voucher import DiscountValueTypeEnum, Voucher, VoucherTypeEnum
from orders.graphql.voucher_access import keeper_of, own_voucher
from orders.vouchers.fields import MOST_NAMED, VoucherFields, Worth
from orders.vouchers.voucher import ValueType, VoucherType
from orders.vouchers.write import (
    MOST_CODES,
    add_codes,
    create_voucher,
    delete_voucher,
    list_voucher,
    update_voucher,
)

CODES = ("TOO_MANY",)
_MOST_COUNTRIES = 250


class VoucherInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    type = VoucherTypeEnum()
    discount_value_type = DiscountValueTypeEnum()
    is_active = Boolean()
    start_date = DateTime()
    end_date = DateTime()
    usage_limit = Int(description="Orders in all; null: any number.")
    limit_per_customer = Int(description="Orders of one buyer; null: any number.")
    apply_once_per_customer = Boolean(description="The same as limitPerCustomer 1.")
    single_use = Boolean(description="Each code is good for one order.")
    min_checkout_items_quantity = Int()
    countries = List(NonNull(String), description="ISO 3166-1 alpha-2; empty: anywhere.")
    products = List(NonNull(ID), description="The list replaces the earlier one.")
    categories = List(NonNull(ID), description="With everything below them.")
    collections = List(NonNull(ID))
    add_codes = List(NonNull(String), description="Further codes.")


class VoucherCreateInput(VoucherInput):
    """A new voucher."""

    seller = ID(description="Whose it is and who bears it; null: the marketplace's own, for staff.")


class VoucherCreate(Mutation):
    """Make a voucher; without a code it gets one. It is worth nothing before it has a channel listing."""

    class Arguments:
        input = VoucherCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED
        creates = True

    voucher = Field(Voucher)

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        seller = keeper_of(info, input.get("seller"))
        codes = _codes(input.get("add_codes"))
        voucher = create_voucher(seller=seller, codes=codes, now=info.context.now, **_fields(input))
        return {"voucher": voucher}


class VoucherUpdate(Mutation):
    """Change a voucher. Orders that used it keep what they got."""

    class Arguments:
        id = ID(required=True)
        input = VoucherInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    voucher = Field(Voucher)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        voucher = update_voucher(voucher=own_voucher(info, id), **_fields(input))
        if input.get("add_codes"):
            add_codes(voucher=voucher, codes=_codes(input["add_codes"]))
        return {"voucher": voucher}


class VoucherDelete(Mutation):
    """Delete a voucher. One that orders used is ended instead and stays as their history."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    deleted = Field(Boolean, description="False: it was used, and is ended.")

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"deleted": delete_voucher(voucher=own_voucher(info, id))}


class VoucherChannelListingAddInput(InputObjectType):
    """What it takes off in a market."""

    channel_id = ID(required=True)
    discount_value = Decimal(required=True, description="Per cent, or an amount of the market's currency.")
    min_amount_spent = Decimal()


class VoucherChannelListingInput(InputObjectType):
    """Markets that are not named stay as they are."""

    add_channels = List(NonNull(VoucherChannelListingAddInput))
    remove_channels = List(NonNull(ID))


class VoucherChannelListingUpdate(Mutation):
    """What a voucher is worth in markets."""

    class Arguments:
        id = ID(required=True)
        input = VoucherChannelListingInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    voucher = Field(Voucher)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        voucher = own_voucher(info, id)
        added, removed = input.get("add_channels") or [], input.get("remove_channels") or []
        each_once([*(each["channel_id"] for each in added), *removed], field="channels")
        worths = [
            Worth(
                channel_of_id(each["channel_id"], field="add_channels"),
                each["discount_value"],
                each.get("min_amount_spent"),
            )
            for each in added
        ]
        gone = [channel_of_id(each, field="remove_channels") for each in removed]
        return {"voucher": list_voucher(voucher=voucher, worths=worths, removed=gone)}


class VoucherCodeBulkDelete(Mutation):
    """End codes of a voucher; what orders used stays in their history."""

    class Arguments:
        id = ID(required=True, description="The voucher.")
        codes = List(NonNull(String), required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = CODES
        known_errors = REFUSED

    voucher = Field(Voucher)

    @classmethod
    def perform(cls, info: Any, *, id: str, codes: list[str]) -> dict[str, Any]:
        voucher = own_voucher(info, id)
        voucher.codes.filter(code__in=_codes(codes)).update(is_active=False)
        return {"voucher": voucher}


def _codes(given: Sequence[str] | None) -> list[str]:
    if len(given or ()) > MOST_CODES:
        raise InputError(_("At most %(limit)s."), field="codes", code="TOO_MANY", params={"limit": MOST_CODES})
    return [bounded(code, "codes", 100) for code in given or ()]


_RENAMED = {
    "name": "name",
    "is_active": "is_active",
    "start_date": "starts_at",
    "end_date": "ends_at",
    "usage_limit": "usage_limit",
    "limit_per_customer": "limit_per_customer",
    "single_use": "single_use",
    "min_checkout_items_quantity": "minimum_quantity",
}
_NULLABLE = {"end_date", "usage_limit", "limit_per_customer", "min_checkout_items_quantity"}
_NAMED: dict[str, Any] = {"products": Product, "categories": Category, "collections": Collection}


def _fields(input: Any) -> VoucherFields:
    given: dict[str, Any] = {
        own: input[name]
        for name, own in _RENAMED.items()
        if name in input and (name in _NULLABLE or input[name] is not None)
    }
    if input.get("apply_once_per_customer") is not None:
        given["limit_per_customer"] = 1 if input["apply_once_per_customer"] else None
    if input.get("type"):
        given["type"] = VoucherType(_value(input["type"]))
    if input.get("discount_value_type"):
        given["value_type"] = ValueType(_value(input["discount_value_type"]))
    if input.get("countries") is not None:
        given["countries"] = _countries(input["countries"])
    for name, model in _NAMED.items():
        if input.get(name) is not None:
            given[name] = _rows(model, input[name], name)
    return given  # type: ignore[return-value]  # the keys are those of VoucherFields


def _countries(given: Sequence[str]) -> list[str]:
    codes = [code.strip().upper() for code in given[: _MOST_COUNTRIES + 1]]
    for index, code in enumerate(codes):
        if index >= _MOST_COUNTRIES or len(code) != 2 or not code.isalpha() or country_name(code, "en") == code:
            raise InputError(_("This is not a country."), field="countries", code="INVALID", index=index)
    return codes


def _rows(model: Any, ids: Sequence[str], field: str) -> list[Any]:
    if len(ids) > MOST_NAMED:
        raise InputError(_("At most %(limit)s."), field=field, code="TOO_MANY", params={"limit": MOST_NAMED})
    keys = [integer_key(each, model.__name__, field=field) for each in ids]
    found = model.objects.in_bulk(set(keys))
    for index, key in enumerate(keys):
        if key not in found:
            raise InputError(_("There is nothing of this id."), field=field, code="NOT_FOUND", index=index)
    return [found[key] for key in dict.fromkeys(keys)]


def _value(given: Any) -> str:
    return str(getattr(given, "value", given))
