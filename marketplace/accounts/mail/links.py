"""Where mailed links lead: a page of the marketplace itself, never anywhere else."""

from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings

from marketplace.accounts.mail.link_token import Purpose, make_link_token
from marketplace.accounts.user import User

_PAGES = {Purpose.CONFIRM: "vn/confirm", Purpose.RESET: "vn/set-password", Purpose.ERASE: "vn/account/erase"}
"""Below the language; for clients that name no page of ours to lead to."""
LONGEST_URL = 500


class ForeignRedirect(ValueError):
    """A link in our mail must not lead to another site."""


def check_redirect(url: str) -> str:
    """The url as it is, empty for the page of our own. Raises `ForeignRedirect` for another origin."""
    if not url:
        return ""
    ours, theirs = urlsplit(settings.PUBLIC_URL), _split(url)
    # A blank or a line break would end the link in the letter, and what follows would be a link of its own.
    is_one_line = url.isascii() and url.isprintable() and " " not in url
    if (
        len(url) > LONGEST_URL
        or not is_one_line
        or (theirs.scheme, theirs.netloc) != (ours.scheme, ours.netloc)
        or theirs.fragment
    ):
        raise ForeignRedirect
    return url


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        raise ForeignRedirect from None


def link_for(user: User, purpose: Purpose, redirect_url: str = "") -> str:
    """The address with the token in it, made when the mail is written so that its time starts then."""
    page = redirect_url or f"{settings.PUBLIC_URL}/{user.language}/{_PAGES[purpose]}"
    separator = "&" if "?" in page else "?"
    return f"{page}{separator}{urlencode({'token': make_link_token(user, purpose)})}"
