"""What fits an argument: which rows its id is of, and words by its name."""

from datetime import timedelta
from typing import Any

from i18n.today import today_here
from tests.factories.rate_tables import BY_WEIGHT
from tests.peers.push_service.browser import Browser

DEPARTED = {
    "eventType": "TRANSPORT", "eventClassifierCode": "EST", "transportEventTypeCode": "DEPA", "eventID": "e-2",
    "eventDateTime": "2026-10-02T03:00:00Z",
}  # fmt: skip
OUTLINE = (
    '{"type": "Polygon", "coordinates": [[[106.700001, 11.200001], [106.710001, 11.200001], [106.710001, 11.210001], '
    "[106.700001, 11.200001]]]}"
)
FITTING: dict[str, list[Any]] = {
    "String": ["Gỗ tần bì", "Một", "x"], "Int": [1, 2, 3, 5, 20], "Decimal": ["1", "3", "12.50", "120", "5"],
    "Date": ["2026-10-02", "2027-03-04"],
    "PositiveDecimal": ["1", "120"], "CountryCode": ["NL", "VN"], "JSON": [{"cardNumber": "4242 4242 4242 4242"}, {}],
    "DateTime": ["2026-10-02T03:00:00Z", "2026-10-09T03:00:00+07:00"], "Boolean": [True, False],
}  # fmt: skip
ID_TYPES = {
    "user": "User", "actor": "User", "actingFor": "User", "object": "Channel",
    "quoteId": "Quote", "quote": "Quote", "request": "QuoteRequest", "requestLineId": "QuoteRequestLine",
    "quoteLineId": "QuoteLine", "sellerOrderId": "SellerOrder", "sellerOrder": "SellerOrder",
    "packageId": "FairPackage", "pavilionId": "Pavilion", "termsId": "FairTerms", "invoiceId": "FairInvoice",
    "pageId": "ManualPage", "questionId": "ManualQuestion", "coExhibitorId": "CoExhibitor",
    "memberId": "ExhibitorMember", "invitationId": "ExhibitorInvitation",
    "sourceId": "ExhibitorSource", "halls": "Hall", "goods": "Category", "exhibitorIds": "Exhibitor",
    "remove": "Exhibitor", "into": "Exhibitor", "leadId": "Lead", "holderId": "ContactHolder", "exhibits": "Exhibit",
    "expoId": "Expo", "hallId": "Hall", "boothId": "Booth", "exhibitorId": "Exhibitor", "sellerId": "Seller",
    "seller": "Seller", "sellers": "Seller", "productId": "Product", "product": "Product",
    "variantId": "ProductVariant",
    "variant": "ProductVariant", "lineId": "CheckoutLine", "orderLineId": "OrderLine", "lotId": "Lot", "lot": "Lot",
    "lots": "Lot",
    "plots": "TracePlace", "supplier": "TraceParty",
    "placeId": "TracePlace", "partyId": "TraceParty", "party": "TraceParty", "material": "MaterialBatch",
    "account": "Seller",
    "supersedes": "TraceStep", "category": "Category", "categories": "Category", "productType": "ProductType",
    "channelId": "Channel", "removeChannels": "Channel", "mediaIds": "ProductMedia", "warehouse": "Warehouse",
    "invitation": "ReviewInvitation", "products": "Product", "productIds": "Product",
    "fromWarehouse": "Warehouse", "toWarehouse": "Warehouse", "webhook": "Webhook",
    "productTypeId": "ProductType", "attribute": "Attribute", "attributes": "Attribute", "attributeId": "Attribute",
    "attributeIds": "Attribute", "productAttributes": "Attribute", "variantAttributes": "Attribute",
    "valueIds": "AttributeValue", "removeValues": "AttributeValue", "collectionId": "Collection",
    "responsiblePerson": "ResponsiblePerson", "hall": "Hall", "seminarId": "Seminar", "interests": "Category",
    "visitorId": "FairContact", "creditOf": "Order", "payment": "Payment",
    "refund": "Refund", "statement": "BankStatement", "shipment": "Shipment",
    "linesIds": "CheckoutLine", "checkoutId": "Checkout", "collection": "Collection",
    "collections": "Collection", "page": "Page", "menu": "Menu",
    "shippingZone": "ShippingZone", "addChannels": "Channel", "pickupWarehouse": "Warehouse", "channel": "Channel",
    "deletePostalCodeRules": "ShippingMethodPostalCodeRule",
    "parent": "Category", "promoCodeId": "Product", "oneOf": "Category", "eq": "Category",
}  # fmt: skip
BY_INPUT = {
    "ManualQuestionInput": "ManualQuestion",
    "AttributeValueInput": "Attribute", "ProductAttributeAssignInput": "Attribute",
    "AttributeValueSelectableTypeInput": "AttributeValue", "AttributeFilterInput": "Attribute",
    "CategoryFilterInput": "Category", "CollectionFilterInput": "Collection", "ProductTypeFilterInput": "ProductType",
    "SellerFilterInput": "Seller", "PageWhereInput": "Page",
}  # fmt: skip
"""What ``id`` and ``ids`` mean inside an input that is not about the field's own subject."""
BY_FIELD = {
    "accountBlock": "User", "accountUnblock": "User", "staffRolesSet": "User", "user": "User",
    "quote": "Quote", "quoteRequest": "QuoteRequest", "buyerTerms": "BuyerTerms", "conversation": "Conversation",
    "messageSend": "Conversation", "messageReport": "Message", "messageReportDecide": "MessageReport",
    "payout": "Payout", "taxInvoice": "TaxInvoice", "taxReturn": "TaxReturn", "ledgerDifference": "LedgerDifference",
    "fairNews": "FairNewsItem", "badge": "Badge",
    "lead": "Lead", "meeting": "Meeting", "seminar": "Seminar",
    "expo": "Expo", "exhibitorImport": "ExhibitorImport",
    "fairPackage": "FairPackage", "fairApplication": "FairApplication", "fairInvoice": "FairInvoice",
    "fairPayment": "FairPayment", "pavilion": "Pavilion", "manualPage": "ManualPage",
    "exhibitorSource": "ExhibitorSource", "exhibitor": "Exhibitor", "exhibit": "Exhibit",
    "hall": "Hall", "hallFeature": "HallFeature", "planChange": "PlanChange", "planImport": "PlanImport",
    "glossaryTerm": "GlossaryTerm", "translationImport": "TranslationImport",
    "translationsUpdate": "TranslationUnit", "translationReview": "TranslationUnit",
    "checkout": "Checkout", "orderC": "Order", "orderP": "Order", "orderM": "Order", "order": "Order",
    "portalSubmission": "PortalSubmission",
    "digitalLinkTarget": "DigitalLinkTarget",
    "tracePlace": "TracePlace", "traceParty": "TraceParty", "traceStepProposal": "TraceStepProposal",
    "lotImport": "LotImport", "lotCopy": "Lot",
    "scanAlert": "ScanAlert", "fakeReport": "FakeReport",
    "recallAnswerRecord": "RecallReceiver", "recall": "Recall", "balanceAlarm": "BalanceAlarm",
    "companyPrefix": "CompanyPrefix",
    "sellerOrder": "SellerOrder", "shipment": "Shipment", "lot": "Lot", "traceStep": "TraceStep", "product": "Product",
    "productVariant": "ProductVariant", "productMedia": "ProductMedia", "productImport": "ProductImport",
    "productBulkChange": "ProductBulkChange",
    "seller": "Seller", "sellerMember": "SellerMember",
    "sellerMemberInvite": "Seller", "sellerInvitation": "SellerInvitation", "accountAddress": "Address",
    "accountSetDefaultAddress": "Address",
    "category": "Category", "channel": "Channel", "productType": "ProductType", "attribute": "Attribute",
    "attributeValue": "AttributeValue", "collection": "Collection", "takedown": "Takedown",
    "responsiblePerson": "ResponsiblePerson", "exportFile": "ExportFile",
    "stockImport": "StockImport", "warehouse": "Warehouse", "webhook": "Webhook", "webhookReplay": "WebhookDelivery",
    "carrierAccount": "CarrierAccount", "shipmentLegUpdate": "ShipmentLeg", "shipmentLegRemove": "ShipmentLeg",
    "shipmentAlertEnd": "ShipmentAlert", "freightEvent": "Shipment", "freightSubscription": "FreightSubscription",
    "shippingZone": "ShippingZone", "shippingPrice": "ShippingMethodType", "shippingMethod": "ShippingMethodType",
    "rateTable": "RateTable",
    "voucher": "Voucher", "return": "ReturnRequest", "returnRequestCreate": "SellerOrder", "dispute": "Dispute",
    "disputeOpen": "SellerOrder", "orderLine": "OrderLine",
    "commissionRule": "CommissionRule", "refund": "Refund", "bankEntry": "BankEntry",
    "screening": "Screening", "outgoingLetter": "OutgoingLetter",
    "customsEdition": "CustomsEdition", "customsRules": "CustomsEdition",
    "page": "Page", "menu": "Menu", "menuItem": "MenuItem", "pageVersionRestore": "PageVersion",
    "sessionEnd": "Session", "consent": "Consent", "pushSubscription": "PushSubscription",
    "deliveryOptions": "Checkout", "paymentGateway": "Checkout", "transactionInitialize": "Checkout",
    "transactionProcess": "TransactionItem", "updateMetadata": "Order", "deleteMetadata": "Order",
    "updatePrivateMetadata": "Order", "deletePrivateMetadata": "Order",
    "certificate": "Certificate", "productReview": "ProductReview", "reviewInvitation": "ReviewInvitation",
}  # fmt: skip


def id_type(kind: str, field_name: str, argument: str, inside: str = "") -> str:
    """What type of id an argument takes: by its name, or for ``id`` by its input or what the field is about."""
    if argument in {"id", "ids"} and inside in BY_INPUT:
        return BY_INPUT[inside]
    if argument == "parent" and inside == "MenuItemCreateInput":
        return "MenuItem"
    if argument in ID_TYPES and not (argument == "category" and field_name == "category"):
        return ID_TYPES[argument]
    if argument == "ids":
        return {"booths": "Booth", "packingSheetsUrl": "SellerOrder"}.get(field_name, "Product")
    prefixes = [prefix for prefix in BY_FIELD if field_name.startswith(prefix)]
    return BY_FIELD[max(prefixes, key=len)]


BROWSER = Browser()
WORDS: dict[str, list[Any]] = {
    "contactEmail": ["kin@example.org"], "boughtAt": ["Chợ Ví Dụ"], "pin": ["ABC123"],
    "linkType": ["gs1:instructions"], "href": ["https://moc.example/huong-dan"], "mediaType": ["text/html"],
    "digitalLinkTargetCreate languages": ["vi"], "digitalLinkTargetUpdate languages": ["nl"], "context": ["VN"],
    "namedPlace": ["Utrecht"], "indicator code": ["orders-made"],
    "expoOpeningHoursSet day": [str(today_here() + timedelta(days=31))], "expoOpeningHoursSet opensAt": ["09:00"],
    "expoOpeningHoursSet closesAt": ["17:00"], "expoRegistrationSet closesAt": ["2026-10-09T03:00:00Z"],
    "expoNextEdition startsOn": ["2031-03-04"], "expoNextEdition endsOn": ["2031-03-05"],
    "countries": ["NL"], "carrierServices": ["ghn"], "start": ["1000"], "end": ["1999"],
    "rateTableImport text": [BY_WEIGHT],
    "password": ["a-long-enough-passphrase"], "oldPassword": ["a-long-enough-passphrase"],
    "newPassword": ["another-long-passphrase"], "phone": ["+31301234567", "+842743822222"], "country": ["NL", "VN"],
    "countryCode": ["NL", "VN", "JP"], "currency": ["EUR", "VND"], "bankCode": ["999999"], "bic": ["VIDUVNVX"],
    "sellerBankAccountSet country": ["VN"], "accountNumber": ["113366668888"],
    "originCountry": ["VN"], "postalCode": ["3511 AB"], "city": ["Utrecht"],
    "streetAddress1": ["Voorbeeldgracht 12"], "firstName": ["Sanne"], "lastName": ["Voorbeeld"], "base": ["EUR"],
    "quote": ["USD", "VND"], "hsCode": ["940169"], "hsCodes": ["9401"], "websiteUrl": ["https://moc.example"],
    "timezone": ["Asia/Ho_Chi_Minh"], "carrier": ["Sample Lines"], "paymentGateway": ["bank_transfer", "test_card"],
    "cardNumber": ["4242 4242 4242 4242", "4000 0000 0000 0002"], "gtin": ["8935001700012", "8935001700010"],
    "deniedListLoad format": ["ofac_sdn"],
    "bomUpdate value": ["12.50"], "bomUpdate country": ["VN"], "agreement": ["EVFTA"], "hazardClass": ["3"],
    "packingGroup": ["II"], "customsDeclarationUpdate mode": ["BARGE"], "customsDeclarationUpdate unit": ["kg"],
    "fromCode": ["VNBDG"], "toCode": ["VNCMT"], "placeCode": ["VNCMT"], "fromPlace": ["Bình Dương"],
    "vesselImo": ["9321483"], "equipment": ["CSQU3054383"], "containers": ["CSQU3054383"],
    "shipmentLegAdd transportDocument": ["MBL-1"], "freightEventsImport events": [DEPARTED],
    "portalSubmissionCreate portal": ["file_export"], "portalConnectionSet portal": ["rest"],
    "portalConnectionSet url": ["https://portal.example/api"], "portalConnectionSet portalField": ["tenHang"],
    "portalConnectionSet recordField": ["product.name"], "portalConnectionRemove portal": ["rest"],
    "ssccPrefixUpdate prefix": ["8935001"], "companyPrefixUpdate prefix": ["8935001"],
    "numberSeriesUpdate pattern": ["N{YY}-{n:4}"], "itemIdentifierUpdate value": ["VN-123"],
    "tracePlaceCreate value": ["8935001700005"], "tracePlaceUpdate value": ["8935001700005"],
    "tracePartyCreate value": ["8935001700005"], "tracePartyUpdate value": ["8935001700005"], "boundary": [OUTLINE],
    "uom": ["KGM"], "uri": ["https://id.gs1.org/01/08935001700012/10/G-7"], "container": ["089350017000000012"],
    "trade": ["wood_furniture"], "stage": ["timber_received", "tending"], "lotMaterialsSet value": ["12.50"],
    "traceStepAdd name": ["moisture_percent"], "traceStepProposalConfirm name": ["moisture_percent"],
    "scientificName": ["Hevea brasiliensis"], "materialBatchCreate name": ["moisture_percent"],
    "labelsCreate sheet": ["ROLL_100X150"], "labelsCreate subject": ["PIECE"], "labelsCreate symbol": ["QR"],
    "landedCostEstimate mode": ["sea"], "landedCostEstimate incoterm": ["FOB"],
    "landedCostEstimate preference": ["EVFTA"], "customsRules hs": ["9403"],
    "exhibitorSourceCreate address": [""], "exhibitorSourceUpdate address": [""],
    "exhibitorSourceCreate accessKey": [""],
    "feed": ["spreadsheet"], "redirectUrl": [""], "taxCode": ["0314567890", "3702345674", "074180000016"],
    "search": ["ghe", "Ghế gỗ", "moc"], "prefix": ["gh"], "header": ["SKU", "Tên sản phẩm"],
    "field": ["sku", "name"], "column": ["SKU", "Tên sản phẩm"], "value": ["A-1", "120"],
    "cityArea": ["Phường Dĩ An", ""], "species": ["Hevea brasiliensis"], "unNumber": ["1263"],
    "samplePriceCurrency": ["USD"], "targetUrl": ["https://hooks.example.org/in"],
    "endpoint": ["https://push.example.com/send/9"], "p256dh": [BROWSER.keys["p256dh"]], "auth": [BROWSER.keys["auth"]],
    "idempotencyKey": ["3f0c2a52-0d8e-4f5e-8a41-6f2f9f1c7a10"],
    "countryArea": ["Thành phố Hồ Chí Minh", ""], "companyName": [""], "streetAddress2": [""], "formerDistrict": [""],
}  # fmt: skip
