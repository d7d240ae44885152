"""A visitor between two requests: language, market, tokens, baskets and preferences, all in cookies.

Tokens are HttpOnly and SameSite=Lax (and Secure on the public installation), so no script reads
them and no other site's form uses them. Nothing is kept on the server.
"""

import base64
import binascii
import json
import re
import time
from dataclasses import dataclass, field

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from i18n.languages import LANGUAGES, negotiate

ACCESS, REFRESH, LANGUAGE, MARKET, THEME, COUNTRY = "access", "refresh", "language", "market", "theme", "country"
OWN_REFRESH = "own_refresh"
"""The refresh token of who looks at the pages with somebody else's eyes."""
DAY = 24 * 3600
REFRESH_AGE = 30 * DAY
PREFERENCE_AGE = 365 * DAY
HOME_MARKET = {"vi": "vn", "ja": "jp", "ko": "kr", "en": "us"}
"""Where a reader of a language who has not chosen a market starts; the rest start in Europe."""
MARKET_PATTERN = re.compile(r"[a-z]{2}")
COUNTRY_PATTERN = re.compile(r"[A-Z]{2}")
THEMES = ("light", "dark")
_EARLY = 10
_BASKETS = Signer(salt="frontend.basket")


@dataclass(slots=True)
class Visit:
    """Who is here and how they want to be spoken to; changes to it become cookies of the response."""

    language: str
    market: str
    theme: str | None
    access_token: str | None
    refresh_token: str | None
    client: dict[str, str]
    cookies: dict[str, str]
    country: str | None = None
    """Where they said that goods go to: one of a market's countries."""
    changes: dict[str, tuple[str, int] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, request: HttpRequest, *, language: str | None = None, market: str | None = None) -> "Visit":
        """Read the request; the address wins over the cookies, the cookies over the browser's language."""
        cookies = own_cookies(request)
        remembered = cookies.get(LANGUAGE, "")
        spoken = language or (
            remembered if remembered in LANGUAGES else negotiate(request.headers.get("Accept-Language"))
        )
        known_market = cookies.get(MARKET, "")
        visit = cls(
            language=spoken,
            market=market or (known_market if MARKET_PATTERN.fullmatch(known_market) else home_market(spoken)),
            theme=cookies[THEME] if cookies.get(THEME) in THEMES else None,
            access_token=cookies.get(ACCESS),
            refresh_token=cookies.get(REFRESH),
            client={
                "ip": request.META.get("REMOTE_ADDR", ""),
                "user_agent": request.headers.get("User-Agent", "")[:300],
            },
            cookies=dict(cookies),
            country=cookies[COUNTRY] if COUNTRY_PATTERN.fullmatch(cookies.get(COUNTRY, "")) else None,
        )
        if not is_alive(visit.access_token):
            visit.access_token = None
        return visit

    @property
    def is_signed_in(self) -> bool:
        return self.access_token is not None

    def sign_in(self, access_token: str, refresh_token: str) -> None:
        self.access_token, self.refresh_token = access_token, refresh_token
        self.keep(ACCESS, access_token, max(60, int(expiry(access_token) - time.time())))
        self.keep(REFRESH, refresh_token, REFRESH_AGE)

    def sign_out(self) -> None:
        self.access_token = self.refresh_token = None
        self.forget(ACCESS)
        self.forget(REFRESH)
        self.forget(OWN_REFRESH)

    def look_as(self, access_token: str) -> None:
        """See the pages with somebody's eyes; one's own way back is kept beside, where no page asks for it."""
        if self.refresh_token and OWN_REFRESH not in self.cookies:
            self.keep(OWN_REFRESH, self.refresh_token, REFRESH_AGE)
        self.access_token, self.refresh_token = access_token, None
        self.keep(ACCESS, access_token, max(60, int(expiry(access_token) - time.time())))
        self.forget(REFRESH)

    def look_as_oneself(self) -> None:
        """Whoever began to look is there again; their own tokens are renewed by the next page."""
        own = self.cookies.get(OWN_REFRESH)
        if own is None:
            return
        self.forget(OWN_REFRESH)
        self.access_token, self.refresh_token = None, own
        self.forget(ACCESS)
        self.keep(REFRESH, own, REFRESH_AGE)

    def basket(self, market: str | None = None) -> str | None:
        """The id of the checkout that this visitor fills in a market."""
        signed = self.cookies.get(f"basket_{market or self.market}", "")
        try:
            return _BASKETS.unsign(signed) or None
        except BadSignature:
            return None  # forged, cut off, or of before the key was changed: there is no basket then

    def keep_basket(self, checkout_id: str) -> None:
        self.keep(f"basket_{self.market}", signed_basket(checkout_id), 30 * DAY)

    def forget_basket(self) -> None:
        self.forget(f"basket_{self.market}")

    def keep(self, name: str, value: str, age: int) -> None:
        if self.cookies.get(name) != value or name in self.changes:
            self.changes[name] = (value, age)
        self.cookies[name] = value

    def forget(self, name: str) -> None:
        if self.cookies.pop(name, None) is not None or name in self.changes:
            self.changes[name] = None

    def write(self, response: HttpResponse) -> None:
        """Put the changes on the response."""
        for name, change in self.changes.items():
            if change is None:
                response.delete_cookie(stored_name(name), samesite="Lax")
            else:
                value, age = change
                response.set_cookie(
                    stored_name(name),
                    value,
                    max_age=age,
                    httponly=True,
                    samesite="Lax",
                    secure=settings.SESSION_COOKIE_SECURE,
                )


def stored_name(name: str) -> str:
    """What the browser calls a cookie. On the public installation tokens are kept under names that only this very host
    can set, over TLS and for every path (RFC 6265bis): no page of a neighbouring host signs anybody in as another."""
    return f"__Host-{name}" if name in (ACCESS, REFRESH) and settings.SESSION_COOKIE_SECURE else name


def own_cookies(request: HttpRequest) -> dict[str, str]:
    """The cookies under our own names for them."""
    found = dict(request.COOKIES)
    for name in (ACCESS, REFRESH):
        found.pop(name, None)
        if stored_name(name) in request.COOKIES:
            found[name] = request.COOKIES[stored_name(name)]
    return found


def signed_basket(checkout_id: str) -> str:
    """What the cookie holds: whoever has an id from elsewhere cannot make a basket of it."""
    return _BASKETS.sign(checkout_id)


def home_market(language: str) -> str:
    return HOME_MARKET.get(language, "eu")


def expiry(token: str) -> float:
    """The ``exp`` a token states, unverified (the API verifies it); 0 for what is not a token."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        return float(claims["exp"])
    except (IndexError, KeyError, TypeError, ValueError, binascii.Error):
        return 0.0


def is_alive(token: str | None) -> bool:
    """Whether it is worth sending: a token at its end is renewed before the API has to refuse it."""
    return token is not None and expiry(token) > time.time() + _EARLY
