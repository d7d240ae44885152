"""The ways the goods of a basket can travel."""

from collections.abc import Mapping
from datetime import date

from logistics.consignment import Consignment
from logistics.rates.ask.questions import Asking
from logistics.rates.quotes import Answer, ask_carriers_for_all


def delivery_methods(
    consignments: Mapping[int, Consignment], *, currency: str, on: date, language: str
) -> dict[int, Answer]:
    """By seller, all asked together: their rates, cheapest first, and the carriers that gave none."""
    askings = [Asking(consignment, seller_id) for seller_id, consignment in consignments.items()]
    answers = ask_carriers_for_all(askings, currency=currency, on=on, language=language)
    return dict(zip(consignments, answers, strict=True))
