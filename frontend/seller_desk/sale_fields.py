"""The sale of one article in one market, as its form says it."""

from collections.abc import Callable
from typing import Any

from frontend.page import Page
from frontend.seller_desk.moments import read_optional_moment


def sale_of(page: Page, key: str, stored: dict[str, Any], amount: Callable[[str], Any]) -> dict[str, Any]:
    """``{"sale": …}`` for the API where the form says something else than what is stored, ``{}`` where it doesn't.

    An empty price ends the sale. A beginning that was not touched is sent as it is stored, to the second: a running
    sale keeps it.
    """
    names = (f"sale-{key}", f"sale-from-{key}", f"sale-until-{key}")
    typed = tuple(page.form.text(name) for name in names)
    if typed == (stored["price"], stored["from"], stored["until"]):
        return {}
    price = amount(names[0])
    if price is None:
        return {"sale": None} if stored["price"] else {}
    untouched = stored["starts_at"] is not None and typed[1] == stored["from"]
    return {
        "sale": {
            "price": price,
            "startsAt": stored["starts_at"] if untouched else read_optional_moment(page, names[1]),
            "endsAt": read_optional_moment(page, names[2]),
        }
    }
