"""The market in which a visitor buys."""

from marketplace.channels.models import Channel


def market_for(country: str) -> Channel | None:
    """The one whose home the country is, else the first that delivers there, else the first of all."""
    markets = list(Channel.objects.active().order_by("pk"))
    at_home = (market for market in markets if market.default_country == country)
    served = (market for market in markets if market.ships_to(country))
    return next(at_home, None) or next(served, None) or (markets[0] if markets else None)
