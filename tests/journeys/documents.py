"""The GraphQL documents of the journey through the API."""

ERRORS = "errors { field code message }"

REGISTER = f"mutation($input: AccountRegisterInput!) {{ accountRegister(input: $input) {{ {ERRORS} }} }}"
CONFIRM = f"mutation($token: String!) {{ confirmEmail(token: $token) {{ {ERRORS} }} }}"
APPLY = (
    f"mutation($input: SellerApplyInput!) {{ sellerApply(input: $input) {{ seller {{ id slug status }} {ERRORS} }} }}"
)
APPLICATIONS = "{ sellers(first: 10, filter: {status: APPLIED}) { edges { node { id name taxCode } } } }"
APPROVE_SELLER = f"mutation($id: ID!) {{ sellerApprove(id: $id) {{ seller {{ status }} {ERRORS} }} }}"

IMPORT_PREVIEW = """
mutation($seller: ID!, $file: Upload!) {
  productImportPreview(seller: $seller, file: $file, sourceLanguage: VI) {
    import { id total accepted refused errors { row column code message } }
    errors { field code message }
  }
}"""
IMPORT_CORRECT = """
mutation($id: ID!, $rows: [ImportRowInput!]!) {
  productImportCorrect(id: $id, rows: $rows) { import { accepted refused } errors { field code message } }
}"""
IMPORT_APPLY = """
mutation($id: ID!, $mode: ImportMode!) {
  productImportApply(id: $id, mode: $mode) { created updated skipped errors { field code message } }
}"""
OWN_PRODUCTS = """
query($seller: ID!) {
  products(first: 20, filter: {sellers: [$seller]}) {
    edges { node { id name slug approval defaultVariant { id sku } } }
  }
}"""
DESCRIBE = """
mutation($id: ID!, $variant: ID!, $input: ProductInput!, $facts: ProductVariantInput!) {
  productUpdate(id: $id, input: $input) { errors { field code message } }
  productVariantUpdate(id: $variant, input: $facts) { errors { field code message } }
}"""
TRANSLATE = """
mutation($id: ID!, $language: LanguageCodeEnum!, $input: ProductTranslationInput!) {
  productTranslate(id: $id, languageCode: $language, input: $input) { errors { field code message } }
}"""
PRICE = """
mutation($id: ID!, $input: [ProductVariantChannelListingAddInput!]!) {
  productVariantChannelListingUpdate(id: $id, input: $input) { errors { field code message } }
}"""
WAREHOUSE = """
mutation($input: WarehouseCreateInput!) {
  warehouseCreate(input: $input) { warehouse { id } errors { field code message } }
}"""
STOCK = """
mutation($variant: ID!, $stocks: [StockInput!]!) {
  productVariantStocksUpdate(variantId: $variant, stocks: $stocks) { errors { field code message } }
}"""
MISSING = """
query($id: ID!) {
  product(id: $id) { missingToPublish(channel: "eu") { code field message blocking legalBasis } }
}"""
NAME_RESPONSIBLE = """
mutation($seller: ID!, $input: ResponsiblePersonInput!) {
  responsiblePersonCreate(seller: $seller, input: $input) {
    responsiblePerson { id isDefault } errors { field code message }
  }
}"""
SAFETY = """
mutation($id: ID!, $input: ProductSafetyInput!) {
  productSafetyUpdate(id: $id, input: $input) { errors { field code message } }
}"""
PUBLISH = """
mutation($id: ID!, $channel: ID!) {
  productChannelListingUpdate(id: $id, input: {updateChannels: [{channelId: $channel, isPublished: true}]}) {
    errors { field code message }
  }
}"""
SUBMIT = f"mutation($id: ID!) {{ productSubmit(id: $id) {{ product {{ approval }} {ERRORS} }} }}"
APPROVE_PRODUCT = f"mutation($id: ID!) {{ productApprove(id: $id) {{ product {{ approval }} {ERRORS} }} }}"
CHANNEL = 'query { channel(slug: "eu") { id } }'

SEARCH = """
query($text: String!) {
  products(first: 10, channel: "eu", search: $text) {
    totalCount
    edges { node {
      id
      localized { name { text isFallback language { code } } }
      defaultVariant { id pricing { price { gross { amount currency } } } }
    } }
  }
}"""
READ_SAFETY = """
query($id: ID!) {
  product(id: $id, channel: "eu") {
    needsNoWarnings
    localized { warnings { text isFallback } }
    responsiblePerson { name email addressLines }
  }
}"""
ESTIMATE = """
query($lines: [LandedCostLineInput!]!) {
  landedCostEstimate(channel: "eu", lines: $lines, country: "NL", postalCode: "3511 AA") {
    goods { amount } total { amount currency } asOf complete disclaimer missing
    lines { kind label amount { amount } basis legalBasis effectiveFrom }
  }
}"""

CHECKOUT_CREATE = """
mutation($lines: [CheckoutLineInput!]!) {
  checkoutCreate(input: {channel: "eu", lines: $lines, languageCode: NL}) {
    checkout { id quantity } errors { field code message }
  }
}"""
CHECKOUT_EMAIL = f"mutation($id: ID!, $email: String!) {{ checkoutEmailUpdate(id: $id, email: $email) {{ {ERRORS} }} }}"
CHECKOUT_ADDRESS = """
mutation($id: ID!, $address: AddressInput!) {
  checkoutShippingAddressUpdate(id: $id, shippingAddress: $address) { errors { field code message } }
}"""
CHECKOUT = """
query($id: ID!) {
  checkout(id: $id) {
    groups { seller { id name } deliveryMethods { id name price { amount currency } } deliveryMethod { id } }
    totalPrice { gross { amount currency } }
    problems { code }
    landedCost { total { amount } }
    availablePaymentGateways { id isTest }
  }
}"""
CHECKOUT_DELIVERY = """
mutation($id: ID!, $seller: ID!, $method: ID!) {
  checkoutDeliveryMethodUpdate(id: $id, sellerId: $seller, deliveryMethodId: $method) { errors { field code message } }
}"""
CHECKOUT_COMPLETE = """
mutation($id: ID!, $gateway: String!, $total: Decimal!, $data: PaymentDataInput) {
  checkoutComplete(id: $id, paymentGateway: $gateway, acceptedTotal: $total, paymentData: $data) {
    order { id number } orderToken errors { field code message }
  }
}"""
ORDER = """
query($id: ID!, $token: String) {
  order(id: $id, token: $token) {
    number status isPaid proformaUrl total { gross { amount } }
    payment { status instructions { reference accountNumber amount { amount } } }
    sellerOrders {
      number status total { gross { amount } }
      lines { productName quantity quantityFulfilled }
      fulfillments { shipment { trackingNumber status documents { kind language url } } }
    }
  }
}"""
MARK_AS_PAID = """
mutation($id: ID!, $reference: String!) {
  orderMarkAsPaid(id: $id, reference: $reference) { order { isPaid } errors { field code message } }
}"""
ORDERS_TO_PAY = "{ orders(first: 10, filter: {status: [UNPAID]}) { edges { node { id number } } } }"
SELLER_ORDERS = """
query($seller: ID!) {
  sellerOrders(seller: $seller, first: 10) { edges { node { id number status lines { id quantity variant { id } } } } }
}"""
PACK = f"mutation($id: ID!) {{ sellerOrderPack(id: $id) {{ {ERRORS} }} }}"
SHIP = """
mutation($id: ID!, $input: SellerOrderShipInput!) {
  sellerOrderShip(id: $id, input: $input) {
    fulfillment { shipment { id trackingNumber } } errors { field code message }
  }
}"""
TRACK = """
mutation($id: ID!, $input: ShipmentEventInput!) {
  shipmentEventAdd(id: $id, input: $input) { errors { field code message } }
}"""

LOT = "mutation($input: LotCreateInput!) { lotCreate(input: $input) { lot { id } errors { field code message } } }"
STEP = """
mutation($lot: ID!, $input: TraceStepInput!) {
  traceStepAdd(lotId: $lot, input: $input) { step { id } errors { field code message } }
}"""
STEP_TRANSLATE = """
mutation($id: ID!, $input: TraceStepTranslationInput!) {
  traceStepTranslate(id: $id, languageCode: NL, input: $input) { errors { field code message } }
}"""
CODES = """
mutation($lot: ID!) { traceCodesCreate(lotId: $lot, count: 5) { codes { code url } errors { field code message } } }"""
TRACE = """
query($code: String!) {
  trace(code: $code) {
    lot { number producedOn place }
    seller { name cityArea }
    steps { kind place localized { title { text isFallback } } }
  }
}"""

EXPO = """
mutation($input: ExpoCreateInput!) { expoCreate(input: $input) { expo { id slug } errors { field code message } } }"""
HALL = """
mutation($expo: ID!) {
  hallCreate(expoId: $expo, name: "A", width: 60, depth: 40) { hall { id } errors { field code message } }
}"""
BOOTHS = """
mutation($hall: ID!) {
  boothsGenerate(hallId: $hall, rows: 2, columns: 5) { hall { booths { id code } } errors { field code message } }
}"""
EXHIBITORS_PREVIEW = """
mutation($expo: ID!, $file: Upload!) {
  exhibitorImportPreview(expoId: $expo, file: $file) {
    import { id total accepted refused rows { number action errors { column code } } } errors { field code message }
  }
}"""
EXHIBITORS_APPLY = """
mutation($id: ID!) {
  exhibitorImportApply(id: $id) { created updated unchanged errors { field code message } }
}"""
EXPO_EXHIBITORS = """
query($slug: String!) {
  expo(slug: $slug) { id exhibitors(first: 20) { edges { node {
    id name booths { code } seller { name } exhibits { product { localized { name { text } } } }
  } } } }
}"""
SUGGESTIONS = "query($id: ID!) { exhibitorSellerSuggestions(exhibitorId: $id) { seller { id } reason } }"
LINK = """
mutation($id: ID!, $seller: ID!) {
  exhibitorLinkSeller(id: $id, sellerId: $seller) { errors { field code message } }
}"""
ASSIGN = """
mutation($booth: ID!, $exhibitor: ID!) {
  boothAssign(boothId: $booth, exhibitorId: $exhibitor) { errors { field code message } }
}"""
EXHIBIT = """
mutation($exhibitor: ID!, $product: ID!) {
  exhibitCreate(exhibitorId: $exhibitor, productId: $product) { errors { field code message } }
}"""
EXPO_PUBLISH = "mutation($id: ID!) { expoPublish(id: $id) { errors { field code message } } }"
