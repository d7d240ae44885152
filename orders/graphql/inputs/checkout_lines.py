"""Lines as they are put into a basket."""

from collections.abc import Sequence
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, InputError, InputObjectType, Int, integer_key
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.lines import MOST_LINES, TooMuch, Wanted


class CheckoutLineInput(InputObjectType):
    """So many of a variant."""

    variant_id = ID(required=True)
    quantity = Int(required=True)


class CheckoutLineUpdateInput(InputObjectType):
    """How many there shall be of a line or of a variant; 0 takes it out."""

    line_id = ID()
    variant_id = ID()
    quantity = Int(required=True)


def wanted_lines(lines: Sequence[Any]) -> list[Wanted]:
    """What is to be added; raises ``TooMuch`` and `InputError`."""
    if len(lines) > MOST_LINES:
        raise TooMuch(MOST_LINES)
    return [
        Wanted(integer_key(line["variant_id"], "ProductVariant", field="lines"), _quantity(line["quantity"], index, 1))
        for index, line in enumerate(lines)
    ]


def wanted_updates(lines: Sequence[Any], *, checkout_id: Any) -> list[Wanted]:
    """What quantities are to be set, by line or by variant; a line of another basket is none."""
    if len(lines) > MOST_LINES:
        raise TooMuch(MOST_LINES)
    variants = dict(CheckoutLine.objects.filter(checkout_id=checkout_id).values_list("pk", "variant_id"))
    return [
        Wanted(_variant_id(line, variants, index), _quantity(line["quantity"], index, 0))
        for index, line in enumerate(lines)
    ]


def _variant_id(line: Any, variants: dict[int, int], index: int) -> int:
    if line.get("line_id"):
        variant_id = variants.get(integer_key(line["line_id"], "CheckoutLine", field="lines"))
        if variant_id is None:
            raise InputError(_("There is no such line."), field="lines", code="NOT_FOUND", index=index)
        return variant_id
    if line.get("variant_id"):
        return integer_key(line["variant_id"], "ProductVariant", field="lines")
    raise InputError(_("Name the line or the variant."), field="lines", code="REQUIRED", index=index)


def _quantity(quantity: int, index: int, least: int) -> int:
    if quantity < least:
        message = _("A quantity is at least %(least)s.")
        raise InputError(message, field="lines", code="INVALID", index=index, params={"least": least})
    return quantity
