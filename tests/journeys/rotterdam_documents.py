"""The GraphQL documents of the journey to Rotterdam."""

ERRORS = "errors { field code message }"

SHIP = f"""
mutation($id: ID!, $input: SellerOrderShipInput!) {{
  sellerOrderShip(id: $id, input: $input) {{ fulfillment {{ shipment {{ id }} }} {ERRORS} }}
}}"""
PREFIX = f"""
mutation($seller: ID!) {{ ssccPrefixUpdate(seller: $seller, prefix: "8938501") {{ prefix {{ isInternal }} {ERRORS} }} }}
"""
LEG = f"""
mutation($id: ID!, $input: ShipmentLegInput!) {{
  shipmentLegAdd(id: $id, input: $input) {{ shipment {{ legs {{ id number }} }} {ERRORS} }}
}}"""
LEG_CHANGE = f"""
mutation($id: ID!, $input: ShipmentLegInput!) {{ shipmentLegUpdate(id: $id, input: $input) {{ {ERRORS} }} }}
"""
SUBSCRIBE = f"""
mutation($seller: ID!) {{
  freightSubscriptionCreate(seller: $seller, carrierName: "Example Line") {{ secret subscription {{ url }} {ERRORS} }}
}}"""
PAPERS = f"""
mutation($shipment: ID!, $kinds: [ShipmentDocumentKind!]!) {{
  customsDocumentCreate(shipment: $shipment, kinds: $kinds, formats: [PDF]) {{ files {{ kind url }} {ERRORS} }}
}}"""
SHIPMENT = """
query($id: ID!) { shipment(id: $id) {
  status promisedDelivery estimatedDelivery trackingUrl
  legs { id number mode actualDeparture actualArrival }
  parcels { sscc ssccIsInternal } alerts { kind } arrivalEstimates { expectedOn sourceDisplay }
  events { status description place } labels { format url } documents { kind url }
} }"""
FREIGHT = """
query($seller: ID!) { freightEvents(seller: $seller, first: 50) { totalCount edges { node { code dcsa } } } }
"""
TRACKING = """
query($token: String!) { tracking(token: $token) {
  status destination { name } legs { mode path { longitude } } events { description place } alerts { kind }
} }"""
