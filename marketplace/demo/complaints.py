"""A return that waits for its seller, and a dispute that waits for the operator."""

from decimal import Decimal
from pathlib import Path

import resvg_py
from django.utils import timezone

from i18n.money import Money
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from orders.attachments.store import CleanFile, cleaned
from orders.disputes.answer import answer_dispute
from orders.disputes.dispute import DisputeReason
from orders.disputes.move_dispute import Said
from orders.disputes.open_dispute import open_dispute
from orders.disputes.settle import escalate_dispute
from orders.lifecycle.by import By, Role
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.request_return import Wanted, request_return
from orders.returns.return_request import ReturnReason, ReturnWish

PICTURES = Path(__file__).with_name("pictures")


def complain(sellers: dict[str, SettledSeller], people: People) -> int:
    """About boards and a coffee table of the furniture maker; returns how many there are."""
    maker = sellers["moc-an"]
    buyer, owner, now = By(Role.BUYER, people.buyer), By(Role.SELLER, maker.owner), timezone.now()
    boards, table = _part(maker, "thot-go"), _part(maker, "ban-tra")
    cracked = "Van drie planken is de rand gebarsten. Foto's zijn bijgevoegd."
    wanted = Wanted({boards.lines.get().pk: 3}, ReturnReason.DAMAGED, ReturnWish.EXCHANGE, cracked, [_photo("thot-go")])
    request_return(seller_order_id=boards.pk, wanted=wanted, by=buyer, now=now)
    lighter = Said("Het blad is lichter dan op de foto's; wij vragen een deel van de prijs terug.", [_photo("ban-tra")])
    dispute = open_dispute(
        seller_order_id=table.pk,
        reason=DisputeReason.NOT_AS_DESCRIBED,
        claimed=Money(Decimal("60.00"), table.currency),
        said=lighter,
        by=buyer,
        now=now,
    )
    offered = Money(Decimal("20.00"), table.currency)
    natural = Said("Gỗ tự nhiên có vân và màu khác nhau, trang sản phẩm có ghi. Chúng tôi xin bớt 20 €.")
    answer_dispute(dispute_id=dispute.pk, said=natural, offered=offered, by=owner, now=now)
    escalate_dispute(dispute_id=dispute.pk, said=Said("Daar kunnen wij niet mee akkoord gaan."), by=buyer, now=now)
    return 2


def _part(maker: SettledSeller, product: str) -> SellerOrder:
    """The latest one with this product that went to the buyer who has an account."""
    skus = [each["sku"] for row in maker.data["products"] if row["key"] == product for each in row["variants"]]
    rows = SellerOrder.objects.filter(seller=maker.seller, order__user__isnull=False, fulfillments__isnull=False)
    return rows.filter(lines__sku__in=skus).order_by("-created_at")[0]


def _photo(key: str) -> CleanFile:
    drawn = resvg_py.svg_to_bytes(svg_string=(PICTURES / f"{key}.svg").read_text(encoding="utf-8"), width=600)
    return cleaned(f"{key}.png", bytes(drawn))
