"""Say how a variant is sold beyond the shelf, and when to warn."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction

from catalog.products.changed import product_changed
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from catalog.stock.allocate import announce
from catalog.stock.policy import PLENTY, StockMode, StockPolicy
from i18n.messages import gettext_noop as _


class PolicyFields(TypedDict, total=False):
    mode: str
    most_promised: int | None
    available_from: date | None
    low_threshold: int | None


def set_stock_policy(*, variant: ProductVariant, **fields: Unpack[PolicyFields]) -> StockPolicy:
    """Change what is given. Raises `Refused`: a pre-order needs its day and its limit, numbers have bounds.

    Orders that wait already keep their promise, whatever the limit becomes.
    """
    with transaction.atomic():
        policy, _made = StockPolicy.objects.select_for_update().get_or_create(variant=variant)
        for name, value in fields.items():
            setattr(policy, name, value)
        problems = _problems(policy)
        if problems:
            raise Refused(*problems)
        if policy.mode == StockMode.IN_STOCK:
            policy.most_promised = policy.available_from = None
        elif policy.mode == StockMode.MADE_TO_ORDER:
            policy.available_from = None
        policy.save()
        product_changed(variant.product_id)
        announce([variant.pk])
    return policy


def _problems(policy: StockPolicy) -> list[Problem]:
    problems = []
    if policy.mode not in StockMode.values:
        problems.append(Problem("mode", "INVALID", _("This is not a way of selling.")))
    for name in ("most_promised", "low_threshold"):
        value = getattr(policy, name)
        if value is not None and not 0 <= value <= PLENTY:
            message = _("This must be between %(least)s and %(most)s.")
            problems.append(Problem(name, "INVALID", message, {"least": 0, "most": PLENTY}))
    if policy.mode == StockMode.PRE_ORDER:
        if policy.available_from is None:
            problems.append(Problem("available_from", "REQUIRED", _("Say from which day the pieces will be there.")))
        if policy.most_promised is None:
            problems.append(Problem("most_promised", "REQUIRED", _("Say how many pieces may be ordered ahead.")))
    return problems
