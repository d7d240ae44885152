"""Which seller of the marketplace an exhibitor may be, each suggestion with its reason; people decide.

1. The same tax code is as good as certain.
2. The same website, compared by host without ``www``.
3. Names alike without company form and accents: the same words, or most of their letter pairs (Dice coefficient).
"""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.firm_name import firm_key
from marketplace.sellers.models import Seller

MOST = 5
_ALIKE = 0.6
_SHARED_HOSTS = frozenset({"facebook.com", "zalo.me", "shopee.vn", "lazada.vn", "instagram.com", "linkedin.com"})


class SuggestionReason(StrEnum):
    TAX_CODE = "TAX_CODE"
    WEBSITE = "WEBSITE"
    NAME = "NAME"


@dataclass(frozen=True, slots=True)
class Suggestion:
    seller: Seller
    reason: SuggestionReason
    likeness: float
    """From 0 to 1."""


def suggest_sellers(exhibitor: Exhibitor) -> list[Suggestion]:
    """The likeliest approved sellers first, at most five."""
    found = [suggestion for seller in Seller.objects.approved() if (suggestion := _compare(exhibitor, seller))]
    found.sort(key=lambda suggestion: (-suggestion.likeness, suggestion.seller.pk))
    return found[:MOST]


def _compare(exhibitor: Exhibitor, seller: Seller) -> Suggestion | None:
    if exhibitor.tax_code and _digits(exhibitor.tax_code) == _digits(seller.tax_code):
        return Suggestion(seller, SuggestionReason.TAX_CODE, 1.0)
    host = _host(exhibitor.website_url)
    if host and host not in _SHARED_HOSTS and host == _host(seller.website_url):
        return Suggestion(seller, SuggestionReason.WEBSITE, 0.95)
    likeness = max(_likeness(exhibitor.name_key, firm_key(name)) for name in (seller.name, seller.legal_name))
    return Suggestion(seller, SuggestionReason.NAME, round(likeness * 0.9, 3)) if likeness >= _ALIKE else None


def _digits(tax_code: str) -> str:
    return "".join(character for character in tax_code if character.isalnum())


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _likeness(one: str, other: str) -> float:
    """Dice coefficient over pairs of letters; 1 for the same words in any order."""
    if not one or not other:
        return 0.0
    if sorted(one.split()) == sorted(other.split()):
        return 1.0
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> set[str]:
    return {word[place : place + 2] for word in text.split() for place in range(len(word) - 1)}
