"""The products somebody has just looked at, remembered by their own browser alone.

A cookie of this site holds the ids of the last eight, for a week. Nothing is stored on the server, nothing is counted;
whoever signals not to be tracked (Global Privacy Control, Do Not Track) gets no cookie; one press forgets all.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from frontend.page import Page
from frontend.refusals import NotFound
from frontend.visit import DAY, Visit

COOKIE = "seen"
MOST = 8
AGE = 7 * DAY
_ID = re.compile(r"[A-Za-z0-9+/]{2,40}={0,2}")


def seen(visit: Visit) -> list[str]:
    """The ids, latest first; whatever else stands in the cookie is left out."""
    ids = visit.cookies.get(COOKIE, "")[:600].split("~")
    return list(dict.fromkeys(each for each in ids if _ID.fullmatch(each)))[:MOST]


def remember(visit: Visit, request: HttpRequest, product_id: str) -> None:
    """Put the product first."""
    if request.headers.get("Sec-GPC") == "1" or request.headers.get("DNT") == "1":
        visit.forget(COOKIE)
        return
    visit.keep(COOKIE, "~".join([product_id, *(each for each in seen(visit) if each != product_id)][:MOST]), AGE)


def products(page: Page) -> list[dict[str, Any]]:
    """What is remembered and still sold in this market, latest first."""
    found = cards(page, seen(page.visit))
    return [found[each] for each in seen(page.visit) if each in found]


def cards(page: Page, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """By id, those still sold in this market: the page's query ``Seen`` as cards."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    try:
        found = page.ask("Seen", channel=page.visit.market, ids=wanted, first=len(wanted))["products"]
    except NotFound:  # an id that is none: the cookie is not as we left it
        forget(page.visit)
        kept = [each for each in wanted if each not in seen(page.visit)]
        return cards(page, kept) if len(kept) < len(wanted) else {}
    return {edge["node"]["id"]: edge["node"] for edge in found["edges"]}


def forget(visit: Visit) -> None:
    visit.forget(COOKIE)
