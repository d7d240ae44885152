"""Which commission rule counts for a line."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Q

from catalog.models import Category
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payouts.commission.rule import CommissionRule


def rules_for(part: SellerOrder, lines: Sequence[OrderLine]) -> dict[int, CommissionRule | None]:
    """The rule of each line by its id, as of the day of the order: ``commission.rule`` says which outweighs which."""
    candidates = _candidates(part.order, part.seller_id, part.order.created_at.date())
    paths = _category_paths(lines) if any(rule.category_id for rule in candidates) else {}
    return {line.pk: choose(candidates, paths.get(line.pk, ())) for line in lines}


def choose(candidates: Sequence[CommissionRule], category_path: Sequence[int]) -> CommissionRule | None:
    """``category_path`` runs from the line's own category to its root; the candidates fit seller, channel and day."""
    nearness = {category_id: -distance for distance, category_id in enumerate(category_path)}
    fitting = [rule for rule in candidates if rule.category_id is None or rule.category_id in nearness]
    return max(fitting, key=lambda rule: _weight(rule, nearness), default=None)


def _weight(rule: CommissionRule, nearness: Mapping[int, int]) -> tuple[int, int, date, int]:
    names = 8 * (rule.seller_id is not None) + 4 * (rule.category_id is not None) + 2 * (rule.channel_id is not None)
    near = nearness[rule.category_id] if rule.category_id is not None else 0
    return names, near, rule.effective_from, rule.pk


def _candidates(order: Order, seller_id: int, on: date) -> list[CommissionRule]:
    return list(
        CommissionRule.objects.counting_on(on).filter(
            Q(seller=None) | Q(seller=seller_id),
            Q(channel=None) | Q(channel=order.channel_id),
            Q(currency="") | Q(currency=order.currency),
        )
    )


def _category_paths(lines: Sequence[OrderLine]) -> dict[int, list[int]]:
    own = dict(
        OrderLine.objects.filter(pk__in=[line.pk for line in lines]).values_list("pk", "variant__product__category_id")
    )
    parents = dict(Category.objects.values_list("pk", "parent_id"))
    return {line_id: _upwards(category_id, parents) for line_id, category_id in own.items()}


def _upwards(category_id: int | None, parents: Mapping[int, int | None]) -> list[int]:
    path: list[int] = []
    while category_id is not None and category_id not in path:
        path.append(category_id)
        category_id = parents.get(category_id)
    return path
