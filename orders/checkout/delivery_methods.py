"""The ways one seller's goods can travel."""

from datetime import date

from logistics.consignment import Consignment
from logistics.rates.quotes import quotes
from logistics.rates.rate import Rate


def delivery_methods(consignment: Consignment | None, *, currency: str, on: date, language: str) -> tuple[Rate, ...]:
    """Cheapest first; nothing as long as there are no goods or no address."""
    if consignment is None:
        return ()
    return tuple(quotes(consignment=consignment, currency=currency, on=on, language=language))
