"""The rule of everything that belongs to a shipment: whoever has reached the shipment may read it."""

from marketplace.graphql import Rule

THROUGH_ITS_ORDER = Rule("reaching it through an order or a seller one may see", lambda _context, _parents: True)
