"""In which language each page is shown, and which are made for telephones."""

from dataclasses import dataclass

from tests.pages.walk import Place

WIDE = {"width": 1280, "height": 900}
TELEPHONE = {"width": 360, "height": 740}

LANGUAGES = (("en", "eu"), ("ja", "jp"), ("nl", "eu"), ("it", "eu"), ("zh-Hans", "vn"))
"""The storefront's pages take turns in these; a page that is not offered in a market is shown as it was found."""
KOREAN = (
    "fair-register", "fair-visit", "fair-agenda", "fair-seminars", "fair-route", "fair-plan", "fair-meeting",
    "fair-quote", "fair-matches", "trace", "trace-form", "trace-warranty", "trace-feedback", "confirm-warranty",
)  # fmt: skip
"""What a visitor from Korea goes through."""
FIXED = {
    "home": ("en", "eu"), "products": ("nl", "eu"), "product": ("it", "eu"), "category": ("ja", "jp"),
    "seller": ("ja", "jp"), "sellers": ("zh-Hans", "vn"), "fair": ("en", "eu"), "checkout": ("nl", "eu"),
    "basket": ("nl", "eu"),
}  # fmt: skip
FOR_TELEPHONES = (
    "home", "products", "product", "basket", "checkout", "order", "trace", "trace-form", "trace-warranty",
    "trace-entry", "tracking", "fair", "fair-register", "fair-visit", "fair-agenda", "expo-door", "expo-doors",
    "exhibitor-leads-scan", "exhibitor-leads", "seller-today", "seller-orders", "seller-messages",
)  # fmt: skip
DESKS = {
    "seller": "The seller’s desk", "operator": "The operator’s desk", "expo": "The expo desk",
    "exhibitor": "The exhibitor’s desk",
}  # fmt: skip
STOREFRONT = "The storefront"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to take."""

    place: Place
    path: str
    size: str = ""
    """``telephone``, or nothing for a desk's screen."""

    @property
    def file(self) -> str:
        return f"{self.place.name}{'-' * bool(self.size)}{self.size}.webp"

    @property
    def viewport(self) -> dict[str, int]:
        return TELEPHONE if self.size else WIDE


def shots_of(places: dict[str, Place]) -> list[Shot]:
    """Every page once as on a desk's screen, and some as on a telephone."""
    found = []
    for number, name in enumerate(sorted(places)):
        path = _shown_at(places[name], number)
        found.append(Shot(places[name], path))
        if name in FOR_TELEPHONES:
            found.append(Shot(places[name], path, "telephone"))
    return found


def desk_of(name: str) -> str:
    """Under which heading a page stands."""
    return DESKS.get(name.partition("-")[0], STOREFRONT) if "-" in name else STOREFRONT


def _shown_at(place: Place, number: int) -> str:
    if place.person in {"maker", "second maker", "operator", "expo officer", "door keeper", "buyer", "inspector"}:
        return place.path
    language, market = FIXED.get(place.name) or (("ko", "kr") if place.name in KOREAN else LANGUAGES[number % 5])
    return place.read_in(language, market)
