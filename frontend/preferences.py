"""The addresses without a language: the front door, short trace links, light and dark, and what robots may read."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from frontend.addresses import absolute, address_of, safe_next
from frontend.security import protect
from frontend.visit import PREFERENCE_AGE, THEME, THEMES, Visit

PERSONAL = (
    "*/basket",
    "*/checkout",
    "*/orders",
    "*/account",
    "*/seller/",
    "*/operator/",
    "*/expo-desk/",
    "*/suggestions",
    "*/track/",
    "track/",
    "documents/",
    "corrections/",
)


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """To the storefront in the remembered language and market, else in the browser's language."""
    visit = Visit.of(request)
    response = HttpResponseRedirect(address_of("home", language=visit.language, market=visit.market))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return protect(response)


@require_safe
def language_door(request: HttpRequest, language: str) -> HttpResponse:
    """``/nl/`` leads to the market a reader of the language starts in."""
    visit = Visit.of(request, language=language)
    return protect(HttpResponseRedirect(address_of("home", language=language, market=visit.market)))


@require_safe
def market_door(request: HttpRequest, language: str, market: str) -> HttpResponse:
    """``/nl/eu`` typed without its last stroke."""
    return protect(HttpResponseRedirect(address_of("home", language=language, market=market)))


@require_safe
def trace_door(request: HttpRequest, code: str) -> HttpResponse:
    """The short address on a printed label, ``/t/<code>``, leads to the trace page in the reader's language.

    With ``?by=lot`` a whole lot's label led here, so that nothing is said of one piece.
    """
    query = {"by": "lot"} if request.GET.get("by") == "lot" else {}
    address = address_of("trace", language=Visit.of(request).language, market="", code=code, query=query)
    return protect(HttpResponseRedirect(address))


@require_safe
def tracking_door(request: HttpRequest, token: str) -> HttpResponse:
    """The address in letters, ``/track/<token>``, leads to the shipment's page in the reader's language."""
    language = Visit.of(request).language
    return protect(HttpResponseRedirect(address_of("tracking", language=language, market="", token=token)))


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark; anything else follows the device again."""
    visit = Visit.of(request)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        visit.keep(THEME, theme, PREFERENCE_AGE)
    else:
        visit.forget(THEME)
    response = HttpResponseRedirect(safe_next(request.POST.get("next"), "/"))
    visit.write(response)
    return protect(response)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines read the storefront; baskets, accounts and desks are nobody's business."""
    lines = ["User-agent: *", *(f"Disallow: /{path}" for path in PERSONAL)]
    return HttpResponse(
        "\n".join([*lines, "", f"Sitemap: {absolute('/sitemap.xml')}", ""]), content_type="text/plain; charset=utf-8"
    )
