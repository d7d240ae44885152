"""Keep a signed-in visitor signed in: a spent access token is renewed with the refresh token."""

from pathlib import Path

from frontend import api
from frontend.documents import operations
from frontend.refusals import BadRequest, NotAllowed, NotFound, NotSignedIn, Refused
from frontend.visit import Visit


def leave(visit: Visit) -> None:
    """Sign out: the API ends this device's refresh token, and the cookies go."""
    visit.look_as_oneself()
    if visit.refresh_token:
        operation = operations(Path(__file__).with_suffix(".graphql"))["EndTokens"]
        api.change(visit, operation, {"refreshToken": visit.refresh_token})
    visit.sign_out()


def renew(visit: Visit) -> None:
    """Renew the tokens when only the refresh token is left; one that is refused signs the visitor out."""
    if not visit.is_signed_in and not visit.refresh_token:
        visit.look_as_oneself()  # a look at the pages with somebody's eyes has run out by itself
    if visit.is_signed_in or not visit.refresh_token:
        return
    operation = operations(Path(__file__).with_suffix(".graphql"))["RenewTokens"]
    try:
        payload = api.change(visit, operation, {"refreshToken": visit.refresh_token})["tokenRefresh"]
    except (Refused, NotSignedIn, NotAllowed, NotFound, BadRequest):
        visit.sign_out()
        return
    visit.sign_in(payload["token"], payload.get("refreshToken") or visit.refresh_token)
