"""Every page of the site. The storefront has language and market in its addresses, the desks the language."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from frontend.design.urls import pages as design
from frontend.exhibitor_desk.urls import pages as exhibitor_desk
from frontend.expo_desk.urls import pages as expo_desk
from frontend.fair_doors import booth_door, fair_door
from frontend.installable.notices import worker as push_worker
from frontend.operator_desk.urls import pages as operator_desk
from frontend.preferences import (
    choose_theme,
    deliver_to,
    front_door,
    language_door,
    market_door,
    robots,
    trace_door,
    tracking_door,
)
from frontend.seller_desk.urls import pages as seller_desk
from frontend.sitemaps import fair_sitemap, pages_sitemap, products_sitemap, sitemap_index
from frontend.storefront.urls import pages as storefront
from frontend.storefront.urls import pages_of_all_markets
from frontend.trace_entry.doors import entry_door
from frontend.trace_entry.urls import pages as trace_entry
from i18n.languages import LANGUAGES


class LanguageConverter:
    """One of the marketplace's languages, written as in BCP 47."""

    regex = "|".join(sorted(LANGUAGES, key=len, reverse=True))

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class MarketConverter(LanguageConverter):
    """A market's slug: two letters."""

    regex = "[a-z]{2}"


register_converter(LanguageConverter, "language")
register_converter(MarketConverter, "market")

sitemaps: list[URLPattern] = [
    path("pages.xml", pages_sitemap, name="sitemap-pages"),
    path("products-<int:number>.xml", products_sitemap, name="sitemap-products"),
    path("fair-<str:slug>.xml", fair_sitemap, name="sitemap-fair"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_door, name="front-door"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemaps/<language:language>/<market:market>/", include(sitemaps)),
    path("theme", choose_theme, name="theme"),
    path("deliver-to", deliver_to, name="deliver-to"),
    path("push-worker.js", push_worker, name="push-worker"),
    path("trace-entry", entry_door, name="trace-entry-door"),
    path("t/<str:code>", trace_door, name="trace-door"),
    path("track/<str:token>", tracking_door, name="tracking-door"),
    path("f/<str:slug>", fair_door, name="fair-door"),
    path("f/<str:slug>/<str:code>", booth_door, name="booth-door"),
    path("<language:language>/seller/", include(seller_desk)),
    path("<language:language>/exhibitor-desk/", include(exhibitor_desk)),
    path("<language:language>/expo-desk/", include(expo_desk)),
    path("<language:language>/operator/", include(operator_desk)),
    path("<language:language>/", include(trace_entry)),
    path("<language:language>/", include(design)),
    path("<language:language>/", include(pages_of_all_markets)),
    path("<language:language>/<market:market>/", include(storefront)),
    path("<language:language>/", language_door, name="language-door"),
    path("<language:language>", language_door),
    path("<language:language>/<market:market>", market_door),
]
handler400 = "frontend.errors.handlers.bad_request"
handler403 = "frontend.errors.handlers.forbidden"
handler404 = "frontend.errors.handlers.not_found"
handler500 = "frontend.errors.handlers.server_error"
