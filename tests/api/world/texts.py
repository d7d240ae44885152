"""Values that fit an argument by its name."""

from datetime import timedelta
from typing import Any

from catalog.traceability.shopper.warranty.register import make_token as make_warranty_token
from i18n.today import today_here
from marketplace.accounts.models import User
from marketplace.sellers.invitation_token import make_token
from orders.checkout.checkout_delivery import CheckoutDelivery
from tests.api.fair_business import business_words
from tests.api.fair_leads import lead_words
from tests.api.fair_visits import visit_words
from tests.api.world.ids import GLOBAL_IDS, ids_of, unit_id


def texts(facts: dict[str, Any], people: dict[str, User]) -> dict[str, list[str]]:
    order = facts["order"]
    ids = {f"ids of {type_name}": ids_of(type_name) for type_name in GLOBAL_IDS}
    ids["ids of TranslationUnit"] = [unit_id(facts[name]) for name in ("product", "draft", "pending")]
    return {
        **lead_words(facts),
        **visit_words(facts),
        **business_words(facts),
        "token": [order.token, facts["guest_order"].token],
        "UUID token": [str(facts[name].pk) for name in ("own_checkout", "checkout", "foreign_checkout")],
        "pagePreview token": [facts["preview_token"]],
        "code": [facts["code"].code],
        "codes": [facts["code"].code, facts["other_code"].code],
        "traceCodes": [facts["code"].code],
        "slug": [
            facts["product"].slug,
            facts["seller"].slug,
            facts["expo"].slug,
            "eu",
            "nha-applied",
            "kin",
            "gifts",
            "bo-kin",
        ],
        "expoSlug": [facts["expo"].slug],
        "sku": [facts["variant"].sku, "NEW-1"],
        "orderNumber": [facts["unpaid_order"].number],
        "kind": ["SHIPPED", "ORDER_CONFIRMATION"],
        "channel": ["eu", "vn"],
        **ids,
        "ids": [one for all_of_type in ids.values() for one in all_of_type],
        "deliveryMethodId": list(CheckoutDelivery.objects.values_list("method_id", flat=True)),
        "email": [people["buyer"].email, "new@example.org"],
        "validUntil": [(today_here() + timedelta(days=9)).isoformat()],
        "quoteRequestCreate wantedBy": [(today_here() + timedelta(days=90)).isoformat()],
        "shipmentArrivalEstimateAdd expectedOn": [(today_here() + timedelta(days=9)).isoformat()],
        "buyerTermsSet userEmail": [people["buyer"].email],
        "warrantyConfirm token": [make_warranty_token(facts["unconfirmed"])],
        "warrantyRegister boughtOn": [today_here().isoformat()],
        "labelsCreate codes": [facts["code"].code],
        "lotUpdate number": [facts["lot"].number],
        "lotCreate number": ["LO-9"],
        "sellerInvitation token": [make_token(facts["invitation"])],
        "sellerInvitationAccept token": [make_token(facts["invitation"])],
    }
