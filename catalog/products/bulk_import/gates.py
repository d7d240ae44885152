"""Published products stay publishable: a row that would leave one short of what its market requires is refused.

The batch's form of `catalog.products.publish.hold_gates`: what a product lacked before is no reason to refuse.
"""

import copy
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalog.products.listing import ProductChannelListing
from catalog.products.missing_to_publish import PublishGap, missing_of_each
from catalog.products.product import Product
from catalog.refusal import Problem
from marketplace.channels.models import Channel

if TYPE_CHECKING:
    from catalog.products.bulk_import.evaluate import Step


def hold_gates(steps: Sequence["Step"]) -> None:
    """Add to the plans what their changes would break; as many queries as there are markets and requirements."""
    changed = {step.product.pk: step.product for step in steps if step.product is not None and step.plan.product}
    if not changed:
        return
    after = _as_they_will_be(steps, changed)
    listings = ProductChannelListing.objects.filter(product_id__in=changed, is_published=True)
    published: dict[Channel, list[int]] = defaultdict(list)
    for listing in listings.select_related("channel").order_by("channel_id", "product_id"):
        published[listing.channel].append(listing.product_id)
    for channel, ids in published.items():
        was = missing_of_each([changed[pk] for pk in ids], channel)
        becomes = missing_of_each([after[pk] for pk in ids], channel)
        new = {pk: _new(old, now) for pk, old, now in zip(ids, was, becomes, strict=True)}
        for step in steps:
            if step.product is not None and step.plan.product:
                step.plan.problems += [
                    Problem(gap.field, gap.code, gap.message, gap.params) for gap in new.get(step.product.pk, ())
                ]


def _as_they_will_be(steps: Sequence["Step"], changed: dict[int, Product]) -> dict[int, Product]:
    after = {pk: copy.copy(product) for pk, product in changed.items()}
    for step in steps:
        if step.product is not None:
            for name, value in step.plan.product.items():
                setattr(after[step.product.pk], name, value)
    return after


def _new(was: Sequence[PublishGap], becomes: Sequence[PublishGap]) -> list[PublishGap]:
    known = {gap.code for gap in was}
    return [gap for gap in becomes if gap.blocking and gap.code not in known]
