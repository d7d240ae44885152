"""Rows of the buyer and of the owner, by type."""

from typing import Any

from django.db.models import Model

from catalog.models import Warehouse
from marketplace.sellers.member import MemberRole
from marketplace.sellers.models import SellerMember
from tests.api.aftermath import own_aftermath
from tests.api.fair_business import own_business
from tests.api.fair_leads import own_leads
from tests.api.fair_meetings import own_meetings
from tests.api.fair_visits import own_visits
from tests.api.world.ids import gid, unit_id


def own(facts: dict[str, Any]) -> dict[str, list[str]]:
    packed, paid = facts["packed_order"].seller_orders.get(), facts["order"].seller_orders.first()
    rows: dict[str, list[Model]] = {
        "Seller": [facts["seller"], facts["applied_seller"], facts["suspended_seller"]],
        "Product": [facts["draft"], facts["product"], facts["pending"]], "ProductVariant": [facts["variant"]],
        "ProductMedia": [facts["media"]], "Lot": [facts["lot"]],
        "CompanyPrefix": [facts["prefix"]], "NumberSeries": [facts["series"]],
        "ItemIdentifier": [facts["item_identifier"]], "LabelRun": [facts["label_run"]],
        "DigitalLinkTarget": [facts["link_target"]], "TraceStep": [facts["step"]],
        "TracePlace": [facts["trace_place"]], "TraceParty": [facts["trace_party"]],
        "MaterialBatch": [facts["material"]], "TraceStepProposal": [facts["proposal"]],
        "LotImport": [facts["lot_import"]],
        "PortalSubmission": [facts["submission"], facts["handed_in"]],
        "EpcisEvent": [facts["step"].event], "CaptureJob": [facts["capture_job"]],
        "ScanAlert": [facts["scan_alert"]], "FakeReport": [facts["fake_report"]],
        "TraceFeedback": [facts["feedback"]], "WarrantyRegistration": [facts["warranty"]],
        "Recall": [facts["recall"]], "RecallReceiver": [facts["recall_receiver"]],
        "BalanceAlarm": [facts["balance_alarm"]],
        "Certificate": [facts["certificate"]], "ProductReview": [facts["review"]],
        "ReviewInvitation": [facts["review_right"]], "Expo": [facts["expo"]],
        "HallFeature": [facts["feature"]], "PlanChange": [facts["plan_change"]],
        "PlanImport": [facts["plan_import"]], "FairNewsItem": [facts["fair_news"]],
        "BoothPrice": [facts["booth_price"]],
        "Hall": [facts["hall"]], "Booth": [facts["booth"], facts["free_booth"]], "Exhibitor": [facts["exhibitor"]],
        "Exhibit": [facts["exhibit"]], "ExhibitorImport": [facts["exhibitor_import"]],
        "ExhibitorSource": [facts["exhibitor_source"]],
        "GlossaryTerm": [facts["term"]], "TranslationImport": [facts["translation_import"]],
        "ProductImport": [facts["product_import"]], "ProductBulkChange": [facts["bulk_change"]],
        "Checkout": [facts["own_checkout"]],
        "Order": [facts["order"], facts["unpaid_order"], facts["overpaid_order"]],
        "Payout": [facts["payout"]], "LedgerDifference": [facts["difference"]],
        "TaxInvoice": [facts["tax_invoice"]], "TaxReturn": [facts["tax_return"]],
        "Quote": [facts["quote"], facts["countered_quote"], facts["waiting_quote"]],
        "QuoteRequest": [facts["waiting_quote"].request],
        "QuoteRequestLine": [facts["waiting_quote"].request.lines.order_by("pk").first()],
        "QuoteLine": [facts["quote"].versions.get().lines.get()], "BuyerTerms": [facts["terms"]],
        "Conversation": [facts["conversation"], facts["quote_conversation"]],
        "Message": [facts["answer"], facts["message"]], "MessageReport": [facts["message_report"]],
        "BankEntry": [facts["bank_entry"], facts["matched_entry"]], "BankStatement": [facts["bank_statement"]],
        "Payment": [facts["payment"]], "OutgoingLetter": [facts["refused_letter"]],
        "Screening": [facts["screening"], facts["stopped_screening"]], "DeniedList": [facts["denied_list"]],
        "CustomsEdition": [facts["customs_edition"]],
        "Refund": [facts["refund"]], "BuyerCredit": [facts["overpaid_order"].credit],
        "CommissionRule": [facts["coming_rule"], facts["rule"]],
        "SellerOrder": [packed, paid],
        "ShipmentLeg": [facts["leg"]], "ShipmentAlert": [facts["alert"]],
        "FreightEvent": [facts["freight_event"]], "FreightSubscription": [facts["freight_subscription"]],
        "Shipment": [facts["shipment"]], "CheckoutLine": [facts["own_checkout"].lines.get()],
        "OrderLine": [packed.lines.get()], "Address": [facts["address"]],
        "Warehouse": [Warehouse.objects.get(seller=facts["seller"])],
        "Attribute": [facts["attribute"]], "AttributeValue": [facts["attribute_value"]],
        "Collection": [facts["collection"]], "ProductType": [facts["product_type"]],
        "StockImport": [facts["stock_import"]], "Webhook": [facts["webhook"]],
        "WebhookDelivery": [facts["webhook_delivery"]], "CarrierAccount": [facts["carrier_account"]],
        "ShippingZone": [facts["zone"]], "ShippingMethodType": [facts["method"]],
        "ShippingMethodChannelListing": [facts["method"].listings.get()],
        "ShippingMethodPostalCodeRule": [facts["method"].postal_code_rules.get()],
        "RateTable": [facts["rate_table"]],
        "Takedown": [facts["takedown"]], "ExportFile": [facts["export"]],
        "SellerInvitation": [facts["invitation"]], "ResponsiblePerson": [facts["responsible_person"]],
        "SellerMember": [SellerMember.objects.get(seller=facts["seller"], role=MemberRole.PACKER)],
    }  # fmt: skip
    rows |= own_aftermath(facts)
    rows |= own_meetings(facts)
    rows |= own_leads(facts)
    rows |= own_visits(facts)
    rows |= own_business(facts)
    found = {type_name: [gid(type_name, row) for row in owned] for type_name, owned in rows.items()}
    return {**found, "TranslationUnit": [unit_id(row) for row in (facts["product"], facts["draft"])]}
