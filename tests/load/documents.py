"""What the visitors send. Creating mutations carry a key, so that a request without an answer is sent again."""

ERRORS = "errors { field code message }"
LIST = """query($after: String) { products(first: 20, after: $after, channel: "eu") { totalCount
  pageInfo { hasNextPage endCursor } edges { node { id name slug
    pricing { priceRange { start { gross { amount currency } } } }
    defaultVariant { id quantityAvailable } } } } }"""
DETAIL = """query($slug: String!) { product(slug: $slug, channel: "eu") { id name description
  defaultVariant { id quantityAvailable pricing { price { gross { amount currency } } } } } }"""
SEARCH = """query($text: String!) { products(first: 10, channel: "eu", search: $text) { totalCount
  edges { node { id name } } } }"""
CREATE = f"""mutation($input: CheckoutCreateInput!, $key: String!) {{
  checkoutCreate(input: $input, idempotencyKey: $key) {{ checkout {{ id }} {ERRORS} }} }}"""
CHECKOUT = """query($id: ID!) { checkout(id: $id) {
  groups { seller { id } deliveryMethods { id carrier } unansweredCarriers { carrier reason } }
  totalPrice { gross { amount currency } } problems { code } } }"""
DELIVERY = f"""mutation($id: ID!, $seller: ID!, $method: ID!) {{
  checkoutDeliveryMethodUpdate(id: $id, sellerId: $seller, deliveryMethodId: $method) {{ {ERRORS} }} }}"""
COMPLETE = f"""mutation($id: ID!, $gateway: String!, $total: Decimal!, $data: PaymentDataInput, $key: String!) {{
  checkoutComplete(
    id: $id, paymentGateway: $gateway, acceptedTotal: $total, paymentData: $data, idempotencyKey: $key
  ) {{
    order {{ id number isPaid }} orderToken confirmationNeeded {ERRORS} }} }}"""
ORDER_PAY = f"""mutation($id: ID!, $token: String, $gateway: String!, $data: PaymentDataInput, $key: String!) {{
  orderPay(id: $id, token: $token, paymentGateway: $gateway, paymentData: $data, idempotencyKey: $key) {{
    order {{ id isPaid }} {ERRORS} }} }}"""
ORDER = """query($id: ID!, $token: String) { order(id: $id, token: $token) { number status isPaid } }"""
CANCEL = f"""mutation($id: ID!, $token: String) {{
  orderCancel(id: $id, token: $token) {{ order {{ status }} {ERRORS} }} }}"""
MARK_AS_PAID = f"""mutation($id: ID!, $reference: String!, $key: String!) {{
  orderMarkAsPaid(id: $id, reference: $reference, idempotencyKey: $key) {{ order {{ isPaid }} {ERRORS} }} }}"""
TO_SHIP = """query($seller: ID!, $status: [SellerOrderStatus!]) {
  sellerOrders(seller: $seller, first: 10, filter: {status: $status}) { edges { node { id number status } } } }"""
PACK = f"""mutation($id: ID!, $key: String!) {{
  sellerOrderPack(id: $id, idempotencyKey: $key) {{ {ERRORS} }} }}"""
SHIP = f"""mutation($id: ID!, $input: SellerOrderShipInput!, $key: String!) {{
  sellerOrderShip(id: $id, input: $input, idempotencyKey: $key) {{ fulfillment {{ shipment {{ id }} }} {ERRORS} }} }}"""
TRACK = f"""mutation($id: ID!, $input: ShipmentEventInput!) {{
  shipmentEventAdd(id: $id, input: $input) {{ {ERRORS} }} }}"""
PREVIEW = f"""mutation($seller: ID!, $file: Upload!) {{
  productImportPreview(seller: $seller, file: $file, sourceLanguage: VI) {{
    import {{ id status accepted refused }} {ERRORS} }} }}"""
IMPORT = "query($id: ID!) { productImport(id: $id) { id status accepted refused problem } }"
APPLY = f"mutation($id: ID!) {{ productImportApply(id: $id, mode: ALL_OR_NOTHING) {{ {ERRORS} }} }}"
