"""Whom somebody wants to visit at a fair: in a signed cookie of theirs, or with the account of who is signed in.

The cookie holds ids of exhibitors and nothing else, one cookie a fair, for as long as a fair takes to come and go. Once
somebody who has signed in keeps or drops an exhibitor, what the cookie held moves to the account.
"""

import re

from django.core.signing import BadSignature, Signer

from frontend.page import Page
from frontend.visit import DAY, Visit

MOST = 60
"""Without an account; a cookie has about four thousand letters."""
AGE = 120 * DAY
_SIGNER = Signer(salt="frontend.fair-route")
_ID = re.compile(r"[A-Za-z0-9+/]{2,40}={0,2}")


def kept(visit: Visit, slug: str) -> list[str]:
    """The ids of the cookie, in the order they came; nothing for one that is forged or cut off."""
    try:
        ids = _SIGNER.unsign(visit.cookies.get(_name(slug), "")).split("~")
    except BadSignature:
        return []
    return list(dict.fromkeys(each for each in ids if _ID.fullmatch(each)))[:MOST]


def keep(page: Page, slug: str, exhibitor: str) -> bool:
    """Whether there was room for it. Raises `Refused` for what the account cannot keep."""
    if page.visit.is_signed_in:
        for each in dict.fromkeys([*kept(page.visit, slug), exhibitor]):
            page.change("Keep", id=each)
        page.visit.forget(_name(slug))
        return True
    ids = kept(page.visit, slug)
    if exhibitor in ids or not _ID.fullmatch(exhibitor):
        return True
    if len(ids) >= MOST:
        return False
    _write(page.visit, slug, [*ids, exhibitor])
    return True


def drop(page: Page, slug: str, exhibitor: str) -> None:
    """From the account and from the cookie."""
    if page.visit.is_signed_in:
        page.change("Drop", id=exhibitor)
    ids = kept(page.visit, slug)
    if exhibitor in ids:
        _write(page.visit, slug, [each for each in ids if each != exhibitor])


def forget(visit: Visit, slug: str) -> None:
    visit.forget(_name(slug))


def _write(visit: Visit, slug: str, ids: list[str]) -> None:
    if ids:
        visit.keep(_name(slug), _SIGNER.sign("~".join(ids)), AGE)
    else:
        forget(visit, slug)


def _name(slug: str) -> str:
    return f"route_{re.sub(r'[^a-z0-9-]', '', slug.lower())[:60]}"
