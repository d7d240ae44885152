"""Jinja2 in one language: an environment each, with that language's texts and ways of writing figures."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import jinja2
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from markupsafe import Markup

from frontend import flash
from frontend.addresses import absolute, address_of, with_query
from frontend.alternates import alternates, country_of
from frontend.compiled import COMPILED, AlikeInAllLanguages
from frontend.drawing import PageContext, texts_in
from frontend.filters import filters_for
from frontend.form import Form
from frontend.layout.footer import menu_groups, own_pages
from frontend.layout.surroundings import EMPTY
from frontend.places import country_choices, delivered_to, suggestion
from frontend.visit import Visit
from i18n import messages
from i18n.languages import LANGUAGES
from i18n.measures import Measures, measures_of

FOLDER = Path(__file__).parent
MARKET_BOUND = ("order", "checkout", "checkout-papers", "order-return", "order-dispute", "return", "dispute")
"""Pages of one market's thing: changing the market there leads to the other market's front page."""

KEPT = frozenset({"facet_choice", "facet_choices", "stars", "icon", "craft_icon"})
"""Components of which a page has many alike: drawn once for the same few words and figures."""
MOST_KEPT = 4096
"""Of each, in one language."""
KEPT_BY_DATA = frozenset({"product_card"})
"""Components that many pages have with the same part of an answer: drawn once for what that part says."""
MOST_KEPT_BY_DATA = 512
"""Of each, in one language: about 2 kB a card."""


class Environment(jinja2.Environment):
    """Reads ``facet.values`` as the answer's field of that name, not as the dict's method."""

    code_generator_class = AlikeInAllLanguages
    context_class = PageContext

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict:  # as every answer is; the thousands of names that a page reads go this way
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)


@cache
def environment(language: str, measures: Measures = "metric") -> Environment:
    """A language's environment, in a market's measures: escaping on, unknown names are errors, texts of its catalog."""
    made = Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        auto_reload=False,
        cache_size=400,
        optimized=False,  # nothing is reckoned while compiling: see `compiled`
        bytecode_cache=COMPILED,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.newstyle_gettext = True  # type: ignore[attr-defined]  # added by the i18n extension
    made.globals.update(texts_in(language))
    made.filters.update(filters_for(language, measures))
    made.globals.update(static=static, LANGUAGES=LANGUAGES)
    made.globals["ui"] = _components(made)
    return made


def _components(made: Environment) -> SimpleNamespace:
    """Every macro of ``components/*.html`` under one name, so that components can use each other."""
    ui = SimpleNamespace()
    made.globals["ui"] = ui
    for path in sorted((FOLDER / "components").glob("*.html")):
        module = made.get_template(f"components/{path.name}").module
        for name, macro in vars(module).items():
            if not name.startswith("_"):
                setattr(ui, name, _kept(name, macro))
    return ui


def _kept(name: str, macro: Callable[..., str]) -> Callable[..., str]:
    if name in KEPT:
        return lru_cache(MOST_KEPT, typed=True)(macro)
    return kept_by_data(macro) if name in KEPT_BY_DATA else macro


def kept_by_data(macro: Callable[..., str]) -> Callable[..., str]:
    """A dict of an answer cannot be a key, but what is in it can: words and figures, which ``repr`` tells apart."""
    drawn = lru_cache(MOST_KEPT_BY_DATA)(_Said.draw)

    @wraps(macro)
    def draw(*given: Any, **named: Any) -> str:
        return drawn(_Said(macro, given, named))

    return draw


class _Said:
    """A component and what it is given; equal to another that says the same."""

    __slots__ = ("_given", "_macro", "_named", "_words")

    def __init__(self, macro: Callable[..., str], given: tuple[Any, ...], named: dict[str, Any]) -> None:
        self._macro, self._given, self._named, self._words = macro, given, named, repr((given, named))

    def __hash__(self) -> int:
        return hash(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Said) and self._words == other._words

    def draw(self) -> str:
        """The words stay as the key; the answer itself is let go."""
        drawn = self._macro(*self._given, **self._named)
        self._given, self._named = (), {}
        return drawn


def render(
    template: Path | str,
    request: HttpRequest,
    visit: Visit,
    context: dict[str, Any],
    *,
    form: Form | None = None,
    indexed: bool = True,
    status: int = 200,
    around: dict[str, Any],
    parts_in: Mapping[str, Mapping[str, str]] | None = None,
) -> HttpResponse:
    """The page as HTML. Its data come first, the layout's names (``visit``, ``url``, …) cannot be replaced by them."""
    made = environment(visit.language, measures_in(visit.market, around["channels"]))
    name = template.relative_to(FOLDER).as_posix() if isinstance(template, Path) else template
    html = made.get_template(name).render(
        {**context, **_frame(request, visit, form, around, parts_in or {}), "indexed": indexed, "status": status}
    )
    return HttpResponse(html, status=status, headers={"Content-Language": visit.language, "Vary": "Cookie"})


def measures_in(market: str, channels: Sequence[Mapping[str, Any]]) -> Measures:
    """What goods are measured in in a market; metric in one of many countries."""
    return measures_of(country_of(market, channels))


def desks(language: str) -> dict[str, str | None]:
    """The front page of each desk, ``None`` for one that has no pages."""
    return {desk: _address_if_any(f"{desk}-home", language) for desk in ("seller", "expo", "operator")}


def _address_if_any(name: str, language: str) -> str | None:
    try:
        return reverse(name, kwargs={"language": language})
    except NoReverseMatch:
        return None


def _frame(
    request: HttpRequest,
    visit: Visit,
    posted: Form | None,
    layout: dict[str, Any],
    parts_in: Mapping[str, Mapping[str, str]],
) -> dict[str, Any]:
    match = request.resolver_match
    parts = dict(match.kwargs) if match is not None else {}
    # A document's or a picture's address is in no language: its error page leads to the front page in others.
    here = match.url_name if match is not None and "language" in parts else None

    def url(page_name: str, **address: Any) -> str:
        return address_of(page_name, **{"language": visit.language, "market": visit.market, **address})

    def plainly_in(**changed: str) -> str:
        """This page in another language or market, without the choices of its query."""
        if here is None:
            return url("home", **changed)
        language = changed.get("language", visit.language)
        whole: dict[str, Any] = {"language": language, "market": visit.market, **parts, **changed}
        return address_of(here, **{**whole, **parts_in.get(language, {})})

    def here_in(**changed: str) -> str:
        """The same, its query kept."""
        return plainly_in(**changed) if here is None else with_query(plainly_in(**changed), request.GET)

    def form(action: str) -> Form:
        return posted if posted is not None and posted.action == action else Form(action)

    has_market = "market" in parts
    channels = layout["channels"]
    of_market: dict[str, Any] = next((one for one in channels if one["slug"] == visit.market), {})
    message = flash.take(visit)
    if message is not None:
        said = message["msgid"]
        message["text"] = messages.gettext(visit.language, said, **message["params"])
    return {
        "visit": visit,
        "layout": {**EMPTY, **layout},
        "language": LANGUAGES[visit.language],
        "market": visit.market,
        "current_channel": of_market or None,
        "offers": lambda code: code not in of_market.get("featuresOff", ()),
        "url": url,
        "url_plain": reverse,
        "menu_groups": menu_groups,
        "own_pages": own_pages,
        "desks": desks(visit.language),
        "market_bound": MARKET_BOUND,
        "has_market": has_market,
        "delivered_to": delivered_to(visit, channels),
        "delivery_countries": country_choices(visit.language, channels),
        "suggestion": suggestion(request, visit, channels, here_in, has_market=has_market and here not in MARKET_BOUND)
        if here
        else None,
        "here": here,
        "here_in": here_in,
        "alternates": alternates(plainly_in, visit.market, layout["channels"]) if here else [],
        "with_query": lambda **changes: with_query(request.path, request.GET, **changes),
        "canonical": absolute(quote(request.path)),
        "absolute": absolute,
        "path": request.get_full_path(),
        "form": form,
        "posted": posted if posted is not None and posted.errors else None,
        "flash": message,
        "csrf_token": get_token(request),
        "Markup": Markup,
    }
