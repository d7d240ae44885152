"""What the tests of baskets ask, and what they put in."""

from typing import Any

from marketplace.graphql import to_global_id
from orders.models import Checkout
from tests.factories.orders import UTRECHT
from tests.orders.graphql.conftest import Call

CREATE = """mutation ($input: CheckoutCreateInput!) { checkoutCreate(input: $input) {
  checkout { id token quantity email expiresAt totalPrice { gross { amount currency } }
    problems { code field message } }
  errors { field code message index } } }"""
READ = """query ($id: ID!) { checkout(id: $id) {
  id token channel { slug } email languageCode quantity note purchaseOrderNumber isAttached
  shippingAddress { city country { code } formatted } billingAddress { city }
  lines { id quantity unitPrice { gross { amount } net { amount } } totalPrice { gross { amount } } problem { code } }
  groups { seller { name } subtotal { gross { amount } } shippingPrice { gross { amount } } lines { id }
    deliveryMethods { id name carrier basis price { amount currency } minimumDeliveryDays maximumDeliveryDays }
    deliveryMethod { id } }
  subtotalPrice { gross { amount } } shippingPrice { gross { amount } } totalPrice { gross { amount } }
  availablePaymentGateways { id name description isTest needsCard } problems { code message }
  landedCost { complete } } }"""
COMPLETE = """mutation ($id: ID!, $gateway: String!, $total: Decimal!, $card: String) {
  checkoutComplete(id: $id, paymentGateway: $gateway, acceptedTotal: $total, paymentData: {cardNumber: $card}) {
    order { id number status userEmail isPaid availableActions total { gross { amount currency } }
      payment { status reference amount { amount } failureCode failureMessage
        instructions { reference accountNumber isDemonstration amount { amount } dueOn } }
      sellerOrders { number status lines { productName quantity totalPrice { gross { amount } } } } }
    orderToken confirmationNeeded errors { field code message } } }"""


def gid(checkout: Checkout) -> str:
    return to_global_id("Checkout", checkout.pk)


def address_input(**changes: Any) -> dict[str, str]:
    names = {"street_address_1": "streetAddress1", "first_name": "firstName", "last_name": "lastName",
             "postal_code": "postalCode"}  # fmt: skip
    given = {names.get(name, name): text for name, text in UTRECHT.as_dict().items() if text}
    return {**given, **changes}


def line(variant: Any, quantity: int) -> dict[str, Any]:
    return {"variantId": to_global_id("ProductVariant", variant.pk), "quantity": quantity}


def total_of(call: Call, checkout: Checkout) -> Any:
    return call(READ, {"id": gid(checkout)})["checkout"]["totalPrice"]["gross"]["amount"]
