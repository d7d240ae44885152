"""The letter to a seller whose goods run low."""

from catalog.events import StockRanLow
from catalog.products.variant import ProductVariant
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import Letter, write_to
from marketplace.sellers.membership import owners_of

RAN_LOW = Letter(
    subject=_("%(sku)s is running low"),
    body=_(
        "Hello %(name)s,\n\n"
        "of %(product)s, SKU %(sku)s, %(left)s pieces are free, and you wanted to be told at %(threshold)s.\n\n"
        "We write again only after it has been filled up. You find the stock at your desk, under Stock."
    ),
)


def mail_low_stock(event: StockRanLow) -> None:
    """Reaction: to every owner, in the owner's language; nothing if it was filled up or is no longer watched."""
    rows = ProductVariant.objects.current().select_related("product", "stock_policy")
    variant = rows.filter(pk=event.variant_id, stock_policy__low_since__isnull=False).first()
    if variant is None:
        return
    for owner in owners_of([variant.seller_id]):
        write_to(
            owner,
            RAN_LOW,
            sku=variant.sku,
            product=variant.product.name,
            left=event.left,
            threshold=variant.stock_policy.low_threshold,
        )
