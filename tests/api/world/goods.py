"""Two houses with goods in every state, and what others say of them."""

from typing import Any

from catalog.favorites.keep import keep_favorite
from catalog.products.review import reject_product
from catalog.reviews.report_abuse import report_review
from catalog.traceability.portals.connection import set_connection
from catalog.traceability.step_kind import StepKind
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller
from marketplace.sellers.reinstate import reinstate_seller
from marketplace.sellers.suspend import suspend_seller
from tests.api.catalogue import describe, make_house_rows, suggest
from tests.api.world.on_its_way import subscribe
from tests.cast import Cast, House
from tests.factories.catalog import make_category, make_media, make_product
from tests.factories.declarations import make_bill, make_material
from tests.factories.epcis import make_capture_job
from tests.factories.labels import make_company_prefix, make_item_identifier, make_label_run, make_series
from tests.factories.lot_materials import make_lot_materials
from tests.factories.orders import make_chair
from tests.factories.recalls import make_balance_alarm, make_recalled
from tests.factories.reputation import make_certificate, make_invitation, make_review
from tests.factories.shoppers import make_shoppers
from tests.factories.trace_entry import make_lot_import, make_material_batch, make_proposal
from tests.factories.traceability import (
    give_gtin,
    make_code,
    make_link_target,
    make_lot,
    make_party,
    make_place,
    make_step,
    make_submission,
)


def goods(house: House, facts: dict[str, Any], name: str) -> dict[str, Any]:
    seller: Seller = house.seller
    category = make_category()
    suggest(category, facts["attribute"])
    kind = {"category": category, "product_type": facts["product_type"]}
    product = make_product(seller=seller, slug=f"ghe-{name}", **kind)
    media = make_media(product)
    variant = make_chair(facts["channel"], product=product, sku=f"GHE-{name}")
    describe(product, variant)
    draft = make_product(seller=seller, slug=f"nhap-{name}", approval="DRAFT")
    pending = make_product(seller=seller, slug=f"cho-{name}", approval="PENDING")
    make_bill(product, materials=[make_material(supplier=f"Xưởng kín {name}"), make_material(name="Keo")])
    subscribe(seller.pk, f"Hãng kín {name}")
    lot = make_lot(give_gtin(variant))
    link_target = make_link_target(lot)
    make_step(lot, kind=StepKind.RECEIVING)
    place, party = make_place(seller, name=f"Xưởng kín {name}"), make_party(seller, name=f"Bạn hàng kín {name}")
    step = make_step(lot, place_ref=place, party=party, measures={"moisture_percent": "11"}, papers=(("inv", "HD-1"),))
    code = make_code(lot)
    make_lot_materials(lot, f"Gỗ kín {name}")
    connect(seller, name)
    labels = {"prefix": make_company_prefix(seller), "series": make_series(seller, variant),
              "item_identifier": make_item_identifier(variant), "label_run": make_label_run(lot)}  # fmt: skip
    return {"seller": seller, "product": product, "media": media, "variant": variant, "draft": draft,
            "pending": pending, "lot": lot, "step": step, "code": code, "link_target": link_target,
            "submission": make_submission(lot), "handed_in": make_submission(lot, is_sent=True),
            "capture_job": make_capture_job(seller),
            **make_recalled(make_lot(variant)), "balance_alarm": make_balance_alarm(lot),
            "trace_place": place, "trace_party": party, "material": make_material_batch(seller),
            "proposal": make_proposal(lot), "lot_import": make_lot_import(variant),
            **make_shoppers(lot), **labels, **make_house_rows(house, name)}  # fmt: skip


def connect(seller: Seller, name: str) -> None:
    """To a state's system, whose address and key are the seller's own business."""
    address = f"https://kin-{name}.example/api"
    set_connection(seller=seller, portal="rest", url=address, token="kín", mapping={"ten": "product.name"}, by=None)


def reputation(facts: dict[str, Any], buyer: User, other_buyer: User) -> dict[str, Any]:
    """What others say of the goods: attested, kept, said, reported, and not said yet."""
    product, other = facts["product"], facts["other_product"]
    certificate, other_certificate = make_certificate(product), make_certificate(other)
    for user, kept in ((buyer, product), (other_buyer, other)):
        keep_favorite(user=user, product=kept)
    review = make_review(product, user=buyer)
    report_review(review=review, reporter=other_buyer, reason="FALSE")
    return {
        "certificate": certificate,
        "other_certificate": other_certificate,
        "review": review,
        "waiting_review": make_review(other, user=other_buyer, approved=False),
        "review_right": make_invitation(product, user=buyer),
        "other_review_right": make_invitation(other, user=other_buyer),
        "guest_review_right": make_invitation(product),
    }


def decisions(cast: Cast, facts: dict[str, Any]) -> None:
    """Staff have decided on goods and on the house, which their histories tell."""
    reject_product(product=make_product(seller=facts["seller"], approval="PENDING"), by=cast.operator, reason="Mờ")
    suspend_seller(seller=facts["seller"], by=cast.operator, reason="Thiếu giấy tờ")
    facts["seller"] = reinstate_seller(seller=facts["seller"], by=cast.operator, reason="Đã đủ")
