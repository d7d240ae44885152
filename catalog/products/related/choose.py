"""Choose which products are shown beside a product."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.products.changed import products_changed
from catalog.products.product import Product
from catalog.products.related.related_product import RelatedProduct
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Choice:
    product: Product
    both_ways: bool = False


def choose_related(*, product: Product, choices: Sequence[Choice]) -> None:
    """Show these beside the product, in this order, and nothing else. All are of its own seller. Raises `Refused`."""
    _refuse_wrong(product, choices)
    with transaction.atomic():
        before = set(product.related_choices.values_list("related_id", flat=True))
        RelatedProduct.objects.filter(product=product).delete()
        RelatedProduct.objects.bulk_create(
            RelatedProduct(product=product, related=choice.product, both_ways=choice.both_ways, sort_order=position)
            for position, choice in enumerate(choices)
        )
        products_changed({product.pk} | before | {choice.product.pk for choice in choices})


def _refuse_wrong(product: Product, choices: Sequence[Choice]) -> None:
    chosen = [choice.product.pk for choice in choices]
    if len(chosen) > MOST_RELATED:
        message = _("At most %(most)s related products.")
        raise Refused(Problem("related", "INVALID", message, {"most": MOST_RELATED}))
    for index, choice in enumerate(choices):
        if choice.product.seller_id != product.seller_id:
            raise Refused(Problem("related", "NOT_FOUND", _("You have no such product."), index=index))
        if choice.product.pk == product.pk or chosen.count(choice.product.pk) > 1:
            message = _("Name each related product once, and not the product itself.")
            raise Refused(Problem("related", "INVALID", message, index=index))
