"""Speaking with Stripe: what the gateway, the sellers' accounts and the transfers to sellers have in common."""
