"""What the tests of orders ask, and the ids they ask about."""

from marketplace.graphql import to_global_id
from orders.models import Order, SellerOrder

ORDER = """query ($id: ID!, $token: String) { order(id: $id, token: $token) {
  id number created status statusDisplay userEmail languageCode isPaid proformaUrl channel { slug }
  shippingAddress { city phone } billingAddress { city } subtotal { gross { amount } } total { gross { amount } }
  payment { gateway status } events { type at by message reason } availableActions
  sellerOrders { number status seller { name } buyerName total { gross { amount } } events { message }
    lines { productName productSku quantityFulfilled originCountry { code } variant { id } }
    fulfillments { id status lines { quantity orderLine { productSku } } shipment { id } } availableActions } } }"""
LIST = """query ($first: Int) { orders(first: $first) { totalCount edges { node {
  number status statusDisplay isPaid total { gross { amount } tax { amount } } payment { status }
  channel { slug } availableActions proformaUrl events { message by }
  sellerOrders { number status seller { name } buyerName shippingAddress { city } events { message }
    lines { productName quantity unitPrice { gross { amount } } thumbnail { url } variant { id } }
    fulfillments { status lines { quantity orderLine { productName } } shipment { id } } } } } } }"""
SELLER_LIST = """query ($seller: ID!, $filter: SellerOrderFilterInput) {
  sellerOrders(seller: $seller, first: 50, filter: $filter) { totalCount edges { node {
    id number status statusDisplay buyerName shippingAddress { city phone } availableActions
    order { number note status statusDisplay channel { slug } } lines { productName } events { message } } } } }"""


SHIP = """mutation ($id: ID!, $input: SellerOrderShipInput!) { sellerOrderShip(id: $id, input: $input) {
  fulfillment { status lines { quantity } } errors { field code message } } }"""
PACK = "mutation ($id: ID!) { sellerOrderPack(id: $id) { sellerOrder { status availableActions } errors { code } } }"
CANCEL_PART = """mutation ($id: ID!) { sellerOrderCancel(id: $id, reason: "Broken") {
  sellerOrder { status } errors { code } } }"""
CANCEL = """mutation ($id: ID!, $token: String) { orderCancel(id: $id, token: $token, reason: "No") {
  order { status } errors { code } } }"""
PAID = """mutation ($id: ID!) { orderMarkAsPaid(id: $id, reference: "STMT 1") { order { status } errors { code } } }"""
REFUND_SENT = """mutation ($id: ID!) { sellerOrderMarkRefundSent(id: $id, reference: "OUT 1") {
  sellerOrder { status } errors { code } } }"""


def gid(order: Order) -> str:
    return to_global_id("Order", order.pk)


def part_gid(part: SellerOrder) -> str:
    return to_global_id("SellerOrder", part.pk)


def seller_gid(part: SellerOrder) -> str:
    return to_global_id("Seller", part.seller_id)
