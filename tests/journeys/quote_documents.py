"""The GraphQL documents of the journey from a request for a quote to the goods."""

ERRORS = "errors { field code message index }"

REQUEST = f"""
mutation($input: QuoteRequestCreateInput!) {{
  quoteRequestCreate(input: $input) {{ quoteRequest {{ id number quotes {{ id number status }} }} {ERRORS} }}
}}"""
SELLER_QUOTES = """
query($seller: ID!) {
  sellerQuotes(seller: $seller, first: 10, filter: {status: [REQUESTED]}) {
    edges { node {
      id number status turn availableActions
      request { text country { code } buyerName lines { id description quantity unit targetPrice { amount } } }
    } }
  }
}"""
OFFER = f"""
mutation($id: ID!, $input: QuoteOfferInput!) {{
  quoteOffer(id: $id, input: $input) {{ quote {{ status latestVersion {{ number }} }} {ERRORS} }}
}}"""
COUNTER = f"""
mutation($id: ID!, $input: QuoteOfferInput!, $address: AddressInput) {{
  quoteCounter(id: $id, input: $input, shippingAddress: $address) {{ quote {{ status }} {ERRORS} }}
}}"""
QUOTE = """
query($id: ID!) {
  quote(id: $id) {
    number status turn availableActions
    versions {
      number author total { amount } deposit { amount } balance { amount } incoterm namedPlace
      paymentTerms { kind depositPercent balanceNeededFor display }
      lines { id description quantity unitPrice { amount } requestLine { id } variant { id } }
    }
    events { status version by message }
    order { id number }
    sellerOrder { id number }
  }
}"""
ACCEPT = f"""
mutation($id: ID!, $input: QuoteAcceptInput!) {{
  quoteAccept(id: $id, input: $input) {{ quote {{ status }} order {{ id number }} {ERRORS} }}
}}"""
DECLINE = f"mutation($id: ID!) {{ quoteDecline(id: $id) {{ quote {{ status }} {ERRORS} }} }}"
ORDER = """
query($id: ID!) {
  order(id: $id) {
    number status isPaid proformaUrl total { gross { amount } }
    instalments { kind amount { amount } chargedAmount { amount } neededFor dueAt }
    payment { status amount { amount } instructions { reference amount { amount } } }
    sellerOrders {
      id status lines { productName quantity quantityFulfilled }
      fulfillments { shipment { id status documentsWithheld documents { kind url } } }
    }
  }
}"""
START = f"""
mutation($input: ConversationStartInput!) {{
  conversationStart(input: $input) {{ conversation {{ id unreadCount }} {ERRORS} }}
}}"""
SEND = f"""
mutation($id: ID!, $text: String!) {{ messageSend(id: $id, input: {{text: $text}}) {{ message {{ id }} {ERRORS} }} }}
"""
CONVERSATION = """
query($id: ID!) {
  conversation(id: $id) {
    quote { number } unreadCount canBeTranslated
    messages(first: 10) { edges { node { author authorName text isUnread } } }
  }
}"""
PAID = f"""
mutation($id: ID!, $reference: String!) {{
  orderMarkAsPaid(id: $id, reference: $reference) {{ order {{ isPaid }} {ERRORS} }}
}}"""
PACK = f"mutation($id: ID!) {{ sellerOrderPack(id: $id) {{ sellerOrder {{ status }} {ERRORS} }} }}"
SHIP = f"""
mutation($id: ID!) {{
  sellerOrderShip(id: $id, input: {{carrier: "Mekong Bulk", trackingNumber: "MB-1"}}) {{
    fulfillment {{ shipment {{ id }} }} {ERRORS}
  }}
}}"""
DELIVERED = f"""
mutation($id: ID!, $at: DateTime!) {{
  shipmentEventAdd(id: $id, input: {{status: DELIVERED, occurredAt: $at, place: "Utrecht"}}) {{ {ERRORS} }}
}}"""
