"""What the catalogue refuses, as errors of mutations."""

from collections.abc import Callable
from typing import Any

from catalog.products.gates.gates import GATES as REQUIRED
from catalog.products.publish import NotPublishable
from catalog.products.review import WrongApproval
from catalog.products.takedown.steps import TakedownOver
from catalog.refusal import Refused
from catalog.stock.errors import BelowAllocated, ForeignWarehouse, NotThere, WarehouseClosed
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, String, UserErrors

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]
GATES = tuple(REQUIRED)
"""What a market requires of a product (see `catalog.products.gates`)."""
CHANNEL = {
    "channel": String(description="With a market's requirement: the slug of the market."),
    "legal_basis": String(description="With a market's requirement: the law it stands in."),
}


def _refused(refusal: Refused) -> UserErrors:
    return UserErrors(
        InputError(problem.message, field=problem.field, code=problem.code, params=problem.params, index=problem.index)
        for problem in refusal.problems
    )


def _not_publishable(refusal: NotPublishable) -> UserErrors:
    return UserErrors(
        InputError(
            gap.message,
            field=gap.field,
            code=gap.code,
            params=gap.params,
            channel=refusal.channel.slug,
            legal_basis=gap.legal_basis,
        )
        for gap in refusal.gaps
    )


def _wrong_approval(refusal: WrongApproval) -> InputError:
    message = _("The product's approval has moved on. Load the page again to see what is possible now.")
    return InputError(message, field="id", code="WRONG_STATE")


def _below(refusal: BelowAllocated) -> InputError:
    message = _("The stock cannot be set below what orders hold: %(allocated)s.")
    return InputError(message, field="quantity", code="BELOW_ALLOCATED", params={"allocated": refusal.allocated})


def _foreign(refusal: ForeignWarehouse) -> InputError:
    return InputError(_("You have no such warehouse."), field="warehouse", code="NOT_FOUND")


def _closed(refusal: WarehouseClosed) -> InputError:
    return InputError(_("This warehouse is closed."), field="warehouse", code="WAREHOUSE_CLOSED")


def _not_there(refusal: NotThere) -> InputError:
    message = _("Only %(free)s pieces there are free.")
    return InputError(message, field="quantity", code="INSUFFICIENT_STOCK", params={"free": refusal.free})


def _over(refusal: TakedownOver) -> InputError:
    message = _("This takedown has moved on. Load the page again to see what is possible now.")
    return InputError(message, field="id", code="WRONG_STATE")


REFUSED: Known = {Refused: _refused}
GATED: Known = {NotPublishable: _not_publishable, **REFUSED}
REVIEW: Known = {WrongApproval: _wrong_approval, **REFUSED}
TAKEDOWN: Known = {TakedownOver: _over, **REFUSED}
STOCK: Known = {
    BelowAllocated: _below,
    ForeignWarehouse: _foreign,
    WarehouseClosed: _closed,
    NotThere: _not_there,
    **REFUSED,
}
STOCK_CODES = ("BELOW_ALLOCATED", "WAREHOUSE_CLOSED", "INSUFFICIENT_STOCK")
