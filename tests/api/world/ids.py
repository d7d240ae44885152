"""Which table has the rows of a type of the API, and the global ids of its rows."""

from django.apps import apps
from django.db.models import Model

from marketplace.graphql import to_global_id

GLOBAL_IDS = {
    "Address": "accounts.Address", "User": "accounts.User", "Channel": "channels.Channel",
    "Seller": "sellers.Seller", "SellerMember": "sellers.SellerMember", "Category": "catalog.Category",
    "Product": "catalog.Product", "ProductVariant": "catalog.ProductVariant", "ProductType": "catalog.ProductType",
    "ProductMedia": "catalog.ProductMedia", "ProductImport": "catalog.ProductImport",
    "ProductBulkChange": "catalog.BulkChange",
    "StockImport": "catalog.StockImport", "Webhook": "marketplace.Webhook",
    "WebhookDelivery": "marketplace.WebhookDelivery", "CarrierAccount": "logistics.CarrierAccount",
    "Warehouse": "catalog.Warehouse", "Stock": "catalog.Stock", "Lot": "catalog.Lot",
    "Certificate": "catalog.Certificate", "ProductReview": "catalog.Review",
    "ReviewInvitation": "catalog.ReviewInvitation",
    "DigitalLinkTarget": "catalog.DigitalLinkTarget", "CompanyPrefix": "catalog.CompanyPrefix",
    "NumberSeries": "catalog.NumberSeries", "ItemIdentifier": "catalog.ItemIdentifier", "LabelRun": "catalog.LabelRun",
    "PortalSubmission": "catalog.PortalSubmission",
    "EpcisEvent": "catalog.EpcisEvent", "CaptureJob": "catalog.CaptureJob",
    "Recall": "catalog.Recall", "RecallReceiver": "catalog.RecallReceiver", "BalanceAlarm": "catalog.BalanceAlarm",
    "TracePlace": "catalog.TracePlace", "TraceParty": "catalog.TraceParty", "MaterialBatch": "catalog.MaterialBatch",
    "TraceStepProposal": "catalog.StepProposal", "LotImport": "catalog.LotImport",
    "StepEvidence": "catalog.StepEvidence",
    "ScanAlert": "catalog.ScanAlert", "FakeReport": "catalog.FakeReport", "TraceFeedback": "catalog.TraceFeedback",
    "WarrantyRegistration": "catalog.WarrantyRegistration",
    "TraceStep": "catalog.TraceStep", "Checkout": "orders.Checkout", "CheckoutLine": "orders.CheckoutLine",
    "Payout": "orders.Payout", "PayoutFile": "orders.PayoutFile", "PayoutSchedule": "orders.PayoutSchedule",
    "SellerBankAccount": "orders.SellerBankAccount", "LedgerDifference": "orders.Difference",
    "TaxInvoice": "orders.TaxInvoice", "TaxReturn": "orders.TaxReturn",
    "Quote": "orders.Quote", "QuoteRequest": "orders.QuoteRequest", "QuoteRequestLine": "orders.QuoteRequestLine",
    "QuoteLine": "orders.QuoteLine", "BuyerTerms": "orders.BuyerTerms", "Conversation": "orders.Conversation",
    "Message": "orders.Message", "MessageReport": "orders.MessageReport",
    "CommissionRule": "orders.CommissionRule", "Refund": "orders.Refund", "BuyerCredit": "orders.BuyerCredit",
    "Instalment": "orders.Instalment",
    "BankEntry": "orders.BankEntry", "BankStatement": "orders.BankStatement", "Payment": "orders.Payment",
    "OutgoingLetter": "accounts.OutgoingLetter",
    "Order": "orders.Order", "OrderLine": "orders.OrderLine", "SellerOrder": "orders.SellerOrder",
    "ReturnRequest": "orders.ReturnRequest", "Dispute": "orders.Dispute", "DisputeMessage": "orders.DisputeMessage",
    "Voucher": "orders.Voucher", "VoucherCode": "orders.VoucherCode", "VoucherChannelListing": "orders.VoucherListing",
    "Fulfillment": "orders.Fulfillment", "Shipment": "logistics.Shipment", "ShipmentDocument": "logistics.Document",
    "ShipmentLeg": "logistics.ShipmentLeg", "ShipmentAlert": "logistics.ShipmentAlert",
    "FreightEvent": "logistics.FreightEvent", "FreightSubscription": "logistics.FreightSubscription",
    "ShippingZone": "logistics.ShippingZone", "ShippingMethodType": "logistics.ShippingMethod",
    "ShippingMethodChannelListing": "logistics.MethodListing",
    "ShippingMethodPostalCodeRule": "logistics.PostalCodeRule", "RateTable": "logistics.RateTable",
    "Screening": "logistics.Screening", "DeniedList": "logistics.ListEdition",
    "CustomsEdition": "logistics.CustomsEdition",
    "Expo": "expo.Expo", "Hall": "expo.Hall", "Booth": "expo.Booth", "HallFeature": "expo.HallFeature",
    "PlanChange": "expo.PlanChange", "PlanImport": "expo.PlanImport", "BoothPrice": "expo.BoothPrice",
    "Visitor": "expo.Visitor", "Badge": "expo.Badge",
    "Exhibitor": "expo.Exhibitor", "Lead": "expo.Lead", "ContactHolder": "expo.Lead", "LeadScan": "expo.LeadScan",
    "LeadOutcome": "fair_trade.LeadOutcome",
    "Meeting": "expo.Meeting", "Seminar": "expo.Seminar", "FairContact": "expo.Visitor",
    "FairNewsItem": "expo.FairNews", "FairPaper": "expo.FairPaper",
    "FairPackage": "expo.FairPackage", "FairTerms": "expo.TermsVersion", "FairApplication": "expo.FairApplication",
    "FairContract": "expo.FairContract", "FairInvoice": "expo.FairInvoice", "FairPayment": "expo.FairPayment",
    "Pavilion": "expo.Pavilion", "CoExhibitor": "expo.CoExhibitor", "ManualPage": "expo.ManualPage",
    "ManualQuestion": "expo.ManualQuestion", "ExhibitorMember": "expo.ExhibitorMember",
    "ExhibitorInvitation": "expo.ExhibitorInvitation", "ExhibitorDesk": "expo.Exhibitor",
    "Exhibit": "expo.Exhibit", "ExhibitorImport": "expo.ExhibitorImport",
    "ExhibitorSource": "expo.ExhibitorSource",
    "GlossaryTerm": "i18n.GlossaryTerm", "TranslationImport": "i18n.TranslationImport",
    "MachineTranslationRequest": "i18n.MachineTranslationRequest",
    "Attribute": "catalog.Attribute", "AttributeValue": "catalog.AttributeValue",
    "Collection": "catalog.Collection", "Takedown": "catalog.Takedown", "ExportFile": "catalog.ProductExport",
    "Page": "marketplace.Page", "Menu": "marketplace.Menu", "MenuItem": "marketplace.MenuItem",
    "PageDraft": "marketplace.PageDraft", "PageVersion": "marketplace.PageVersion", "Session": "accounts.Session",
    "Consent": "accounts.ConsentRecord",
    "TransactionItem": "orders.Payment", "PushSubscription": "push.PushSubscription",
    "SellerInvitation": "sellers.SellerInvitation", "ResponsiblePerson": "sellers.ResponsiblePerson",
}  # fmt: skip
"""Every type of the API with a global id, and the table of its rows."""


def ids_of(type_name: str) -> list[str]:
    """The global ids of all rows of a type."""
    model = apps.get_model(GLOBAL_IDS[type_name])
    attribute = "public_id" if type_name in {"User", "FairContact", "Visitor", "Session", "PushSubscription"} else "pk"
    keys = model._default_manager.order_by("pk").values_list(attribute, flat=True)
    return [to_global_id(type_name, key) for key in keys]


def gid(type_name: str, row: Model) -> str:
    return to_global_id(type_name, row.pk)


def unit_id(product: Model) -> str:
    """The text of a product that is its name."""
    return to_global_id("TranslationUnit", f"catalog.Product/{product.pk}/name")
