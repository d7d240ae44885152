"""The names of all pages, out of the table of addresses; and what is named there without being one, with the reason."""

from django.urls import Resolver404, get_resolver, resolve

LEADS_ON = "an address that only leads on"
THE_ONLY_ONE = "a choice between several desks or doors; people of the demo have one each and are led on to it"
A_FILE = "a file to keep"
A_PART = "a piece of a page or of an app, fetched by a script"
FOR_ROBOTS = "a text for search engines"

NOT_PAGES = {
    "front-door": LEADS_ON, "language-door": LEADS_ON, "trace-door": LEADS_ON, "tracking-door": LEADS_ON,
    "fair-door": LEADS_ON, "booth-door": LEADS_ON, "trace-entry-door": LEADS_ON,
    "seller-home": THE_ONLY_ONE, "exhibitor-desks": THE_ONLY_ONE, "expo-doors": THE_ONLY_ONE,
    "deliver-to": "takes the choice of a country and leads back",
    "theme": "takes the choice of a theme and leads back",
    "robots": FOR_ROBOTS, "sitemap": FOR_ROBOTS, "sitemap-pages": FOR_ROBOTS, "sitemap-products": FOR_ROBOTS,
    "sitemap-fair": FOR_ROBOTS,
    "product-cost": A_PART, "product-beside": A_PART,
    "suggestions": A_PART, "trace-entry-choices": A_PART, "trace-entry-manifest": A_PART, "trace-entry-worker": A_PART,
    "expo-door-manifest": A_PART, "expo-door-worker": A_PART, "expo-door-list": A_PART, "expo-fair-live": A_PART,
    "seller-manifest": A_PART, "seller-worker": A_PART, "seller-token": A_PART, "push-worker": A_PART,
    "exhibitor-leads-scan-token": A_PART, "exhibitor-leads-scan-manifest": A_PART,
    "exhibitor-leads-scan-worker": A_PART,
    "fair-calendar": A_FILE, "fair-agenda-calendar": A_FILE, "fair-seminar-calendar": A_FILE,
    "expo-report-file": A_FILE, "operator-audit-file": A_FILE, "seller-offline": A_PART, "expo-booth-codes": A_FILE,
    "seller-translations-download": A_FILE, "operator-translations-download": A_FILE,
    "operator-letters-html": "a letter as mail programs get it, in a frame of operator-letters-letter",
}  # fmt: skip


def is_door(name: str | None) -> bool:
    """Whether the address leads on to a page of another name."""
    return NOT_PAGES.get(name or "") in {LEADS_ON, THE_ONLY_ONE}


def all_names() -> set[str]:
    """Every name in the table of addresses."""
    return {name for name in get_resolver("frontend.urls").reverse_dict if isinstance(name, str)}


def page_names() -> set[str]:
    """The names of pages that people look at."""
    return all_names() - NOT_PAGES.keys()


def name_of(path: str) -> str | None:
    """The name of the page behind a path, if there is one."""
    try:
        return resolve(path, "frontend.urls").url_name
    except Resolver404:
        return None


def pattern_of(path: str) -> str:
    """The address of a page as the table writes it."""
    return "/" + resolve(path, "frontend.urls").route


def has_market(path: str) -> bool:
    """Whether a market stands in the address of the page behind a path."""
    return "market" in resolve(path, "frontend.urls").kwargs
