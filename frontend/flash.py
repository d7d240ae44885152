"""One sentence carried over a redirect in a signed cookie, shown once."""

from typing import Any

from django.core import signing

from frontend.visit import Visit

FLASH = "flash"
_SALT = "frontend.flash"
_AGE = 120


def leave(visit: Visit, msgid: str, *, kind: str = "success", **params: Any) -> None:
    """Leave a message for the next page; it is translated there."""
    visit.keep(FLASH, signing.dumps([kind, msgid, params], salt=_SALT), _AGE)


def take(visit: Visit) -> dict[str, Any] | None:
    """The message left by the page before, once; a forged or stale one is thrown away."""
    packed = visit.cookies.get(FLASH)
    if not packed:
        return None
    visit.forget(FLASH)
    try:
        kind, msgid, params = signing.loads(packed, salt=_SALT, max_age=_AGE)
    except (signing.BadSignature, ValueError):
        return None
    return {"kind": kind, "msgid": msgid, "params": params}
