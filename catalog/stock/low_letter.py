"""The letter to a seller whose goods run low."""

from catalog.events import StockRanLow
from catalog.stock.policy import StockPolicy
from i18n.messages import gettext_noop as _
from marketplace.accounts.mail.write import LetterText, write_to
from marketplace.sellers.membership import owners_of

RAN_LOW = LetterText(
    kind="STOCK_RAN_LOW",
    subject=_("%(sku)s is running low"),
    body=_(
        "Hello %(name)s,\n\n"
        "of %(product)s, SKU %(sku)s, %(left)s pieces are free, and you wanted to be told at %(threshold)s.\n\n"
        "We write again only after it has been filled up. You find the stock at your desk, under Stock."
    ),
)


def mail_low_stock(event: StockRanLow) -> None:
    """Reaction: to every owner, in the owner's language; nothing if it was filled up or is no longer watched."""
    rows = StockPolicy.objects.filter(low_since__isnull=False, variant__archived_at__isnull=True)
    policy = rows.select_related("variant__product").filter(variant_id=event.variant_id).first()
    if policy is None:
        return
    variant = policy.variant
    for owner in owners_of([variant.seller_id]):
        write_to(
            owner,
            RAN_LOW,
            sku=variant.sku,
            product=variant.product.name,
            left=event.left,
            threshold=policy.low_threshold,
        )
