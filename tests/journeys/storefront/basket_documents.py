"""What a shop's front sends from the first thing in the basket to the order."""

ADDRESS = """
fragment Place on Address {
  id firstName lastName companyName streetAddress1 streetAddress2 city cityArea postalCode countryArea phone
  country { code country }
}"""
BASKET = (
    """
fragment Basket on Checkout {
  id token email voucherCode discountName isShippingRequired authorizeStatus chargeStatus
  channel { id slug } user { id } discount { amount currency } giftCards { id displayCode }
  shippingAddress { ...Place } billingAddress { ...Place }
  availablePaymentGateways { id name currencies config { field value } }
  shippingMethods { id name price { amount currency } minimumDeliveryDays maximumDeliveryDays }
  delivery { id shippingMethod { id name } }
  problems { __typename ... on CheckoutProblemDeliveryMethodStale { message } }
  totalPrice { gross { amount currency } tax { amount } }
  shippingPrice { gross { amount } } subtotalPrice { gross { amount } }
  metadata { key value }
  lines { id quantity undiscountedUnitPrice { amount } unitPrice { gross { amount } } totalPrice { gross { amount } }
    variant { id name product { name slug media { url(size: 256) alt type } } media { url } } }
}"""
    + ADDRESS
)
ERRORS = "errors { ...Trouble }"
TROUBLE = "fragment Trouble on CheckoutError { field message code }"


def _step(name: str, variables: str, arguments: str) -> str:
    head = f"mutation Step({variables})" if variables else "mutation Step"
    return f"{head} {{ {name}({arguments}) {{ checkout {{ ...Basket }} {ERRORS} }} }}{BASKET}\n{TROUBLE}"


CHECKOUT = f"query Cart($id: ID!) {{ checkout(id: $id) {{ ...Basket }} }}{BASKET}"
CREATE = _step("checkoutCreate", "$input: CheckoutCreateInput!", "input: $input")
LINES_ADD = _step("checkoutLinesAdd", "$id: ID!, $lines: [CheckoutLineInput!]!", "id: $id, lines: $lines")
LINES_UPDATE = _step(
    "checkoutLinesUpdate", "$id: ID!, $lines: [CheckoutLineUpdateInput!]!", "checkoutId: $id, lines: $lines"
)
LINE_DELETE = _step("checkoutLineDelete", "$token: UUID, $line: ID", "token: $token, lineId: $line")
LINES_DELETE = _step("checkoutLinesDelete", "$id: ID!, $lines: [ID!]!", "id: $id, linesIds: $lines")
EMAIL = _step("checkoutEmailUpdate", "$id: ID!, $email: String!", "id: $id, email: $email")
SHIPPING = _step(
    "checkoutShippingAddressUpdate",
    "$id: ID!, $address: AddressInput!, $rules: CheckoutAddressValidationRules, $save: Boolean",
    "id: $id, shippingAddress: $address, validationRules: $rules, saveAddress: $save",
)
BILLING = _step(
    "checkoutBillingAddressUpdate", "$id: ID!, $address: AddressInput!", "id: $id, billingAddress: $address"
)
DELIVERY = _step("checkoutDeliveryMethodUpdate", "$id: ID!, $method: ID!", "id: $id, deliveryMethodId: $method")
ATTACH = _step("checkoutCustomerAttach", "$id: ID!", "id: $id")
DETACH = _step("checkoutCustomerDetach", "$id: ID!", "id: $id")
PROMO_ADD = _step("checkoutAddPromoCode", "$id: ID, $code: String!", "checkoutId: $id, promoCode: $code")
PROMO_REMOVE = _step(
    "checkoutRemovePromoCode",
    "$id: ID, $code: String, $card: ID",
    "checkoutId: $id, promoCode: $code, promoCodeId: $card",
)
DELIVERIES = """mutation Ways($id: ID!) {
  deliveryOptionsCalculate(id: $id) {
    deliveries {
      id shippingMethod { id name active price { amount currency } minimumDeliveryDays maximumDeliveryDays }
    }
    errors { field message code }
  }
}"""
GATEWAYS = """mutation Payable($id: ID!, $gateways: [PaymentGatewayToInitialize!]) {
  paymentGatewayInitialize(id: $id, paymentGateways: $gateways) {
    gatewayConfigs { id data errors { field message code } } errors { field message code }
  }
}"""
PAY = """mutation Pay(
  $id: ID!, $action: TransactionFlowStrategyEnum, $gateway: PaymentGatewayToInitialize!, $amount: PositiveDecimal
) {
  transactionInitialize(id: $id, action: $action, paymentGateway: $gateway, amount: $amount) {
    transaction { id actions } transactionEvent { type message } data errors { field message code }
  }
}"""
PROCESS = """mutation GoOn($id: ID!, $data: JSON) {
  transactionProcess(id: $id, data: $data) {
    transaction { id actions } transactionEvent { type message } data errors { field message code }
  }
}"""
COMPLETE = """mutation Finish($id: ID!) {
  checkoutComplete(id: $id) { order { id number channel { slug } } orderToken errors { field message code } }
}"""
KEEP = """mutation Keep($id: ID!, $input: [MetadataInput!]!) {
  updateMetadata(id: $id, input: $input) {
    item { metadata { key value } ... on Checkout { id } } errors { field message code }
  }
}"""
FORGET = """mutation Forget($id: ID!, $keys: [String!]!) {
  deleteMetadata(id: $id, keys: $keys) { item { metadata { key } ... on Order { id } } errors { field message code } }
}"""
ORDER = (
    """query Placed($id: ID!, $token: String) {
  order(id: $id, token: $token) {
    id number created status statusDisplay paymentStatus paymentStatusDisplay chargeStatus authorizeStatus isPaid
    userEmail channel { slug } metadata { key value }
    deliveryMethod { ... on ShippingMethod { name minimumDeliveryDays maximumDeliveryDays } }
    total { gross { amount currency } tax { amount } } subtotal { gross { amount } } shippingPrice { gross { amount } }
    totalBalance { amount } totalCaptured { amount } voucher { code } discounts { type name amount { amount } }
    shippingAddress { ...Place } billingAddress { ...Place }
    lines { id quantity productName variantName unitPrice { gross { amount } }
      undiscountedUnitPrice { gross { amount } } totalPrice { gross { amount } }
      thumbnail(size: 128, format: WEBP) { url alt } variant { id name product { slug } } }
    fulfillments { id status created trackingNumber lines { id quantity orderLine { id } } }
  }
}"""
    + ADDRESS
)
