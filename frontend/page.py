"""A page is three files of one name side by side. This is the only machinery.

How to add a page
=================

1. ``<desk>/<page>.graphql``: the operations. The first ``query`` is what the page shows; every ``mutation`` is what its
   forms do. Fragments that belong to components (``components/product_card.graphql``) may be used by name.
2. ``<desk>/<page>.html``: Jinja2. ``{% extends "layout/storefront.html" %}`` (or ``layout/desk.html``), fill the
   blocks ``title`` and ``main``. The answer to the query is there under its own names (``{{ product.name }}``), with
   ``ui`` (all components), ``url(name, **parts)``, ``form(action)``, ``visit``, ``_()``, ``ngettext()`` and the filters
   ``money date datetime since number percent weight dimensions country paragraphs``.
3. ``<desk>/<page>.py``: a class; most need two lines.

       class Lots(Page):
           needs_sign_in = True            # otherwise -> sign-in page, and back here afterwards
           required = ("seller",)          # null under one of these names -> 404

           def variables(self) -> Variables:
               return {**super().variables(), "search": self.query("q")}

           @action
           def create(self) -> HttpResponse:
               lot = self.change("LotCreate", input={"number": self.form.text("number", required=True)})
               return self.go("seller-lot", id=lot["lotCreate"]["lot"]["id"], message=_("The lot is created."))

4. One line in ``<desk>/urls.py``: ``page("lots", Lots, name="seller-lots")``.

Rules that hold everywhere
--------------------------
- ``variables()`` gives the channel (the market), the parts of the address and nothing else by default; names that the
  query does not declare are left out, so a page without logic has no method at all.
- A form posts to its own page with a hidden ``action`` that names a method marked ``@action``
  (``{{ ui.action("create", csrf_token) }}`` writes it). Names of inputs are the API's field names, so an error
  ``{field code message}`` of a mutation finds its input; ``self.change`` raises ``Refused`` and the page is shown again
  with status 422, everything still typed in. After a success an action returns ``self.go(...)``: a redirect, always.
- ``self.form.text/integer/decimal/file/address`` read input; what is not a number never reaches the API.
- Nothing here knows the domain. Rights are the API's: a refusal there is the sign-in page, a 403 or a 404 here.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import structlog
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.urls import path as url_path
from django.urls.resolvers import URLPattern

from frontend import api, flash
from frontend.addresses import address_of, safe_next
from frontend.documents import Operation, operations
from frontend.errors.error_page import error_page
from frontend.errors.methods import not_allowed
from frontend.form import Form
from frontend.layout.surroundings import in_known_market, surroundings
from frontend.places import came_from_outside
from frontend.refusals import BadRequest, FieldError, Moved, NotAllowed, NotFound, NotSignedIn, Refused
from frontend.rendering import render
from frontend.security import protect
from frontend.session import renew
from frontend.visit import LANGUAGE, MARKET, PREFERENCE_AGE, Visit

log = structlog.get_logger(__name__)
Variables = dict[str, Any]
Action = TypeVar("Action", bound=Callable[..., HttpResponse])


def action(method: Action) -> Action:
    """Let a posted form run this method of its page."""
    method.is_action = True  # type: ignore[attr-defined]  # the mark that `Page.act` looks for
    return method


class Page:
    """One request for one page."""

    needs_sign_in: ClassVar[bool] = False
    required: ClassVar[tuple[str, ...]] = ()
    """Names of the answer that must not be null; else there is nothing here."""
    indexed: ClassVar[bool] = True
    """Whether search engines may keep it."""
    is_file: ClassVar[bool] = False
    """Whether its answer is a file to keep, so that it has no template."""

    def __init__(self, request: HttpRequest, visit: Visit, parts: Mapping[str, Any]) -> None:
        self.request = request
        self.visit = visit
        self.parts = dict(parts)
        self.form = Form("")
        self.status = 200

    # --- what a page says about itself
    def variables(self) -> Variables:
        """The variables of the page's query."""
        return {"channel": self.visit.market, **self.parts}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        """More for the template than the answer itself; may raise ``NotFound``."""
        return {}

    def parts_in(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, str]]:
        """By language, the parts of the page's address that are others there; ``Moved`` to a page's right address."""
        return {}

    def may_be_indexed(self) -> bool:
        """Whether search engines may keep this address: not with a choice in its query, nor what needs signing in."""
        return self.indexed and not self.needs_sign_in and not self.request.GET

    # --- what a page may use
    def query(self, name: str) -> str:
        """A parameter of the address, trimmed and bounded; ``""`` when it is not there."""
        return self.request.GET.get(name, "").strip()[:200].replace("\x00", "")

    def page_wanted(self, size: int) -> Variables:
        """``first`` and ``after``, or ``last`` and ``before``, from the address (``ui.pagination`` writes them)."""
        if self.query("before"):
            return {"last": size, "before": self.query("before")}
        return {"first": size, "after": self.query("after") or None}

    def ask(self, operation: str, **variables: Any) -> dict[str, Any]:
        """Run another query of the page's document."""
        return api.ask(self.visit, self.operations()[operation], variables)

    def change(self, operation: str, **variables: Any) -> dict[str, Any]:
        """Run a mutation of the page's document; raises ``Refused`` with its errors."""
        return api.change(self.visit, self.operations()[operation], variables)

    def go(self, name: str | None = None, *, message: str = "", **parts: Any) -> HttpResponseRedirect:
        """Redirect after a success: to a page by name, or back to this one; ``message`` is a msgid shown there."""
        said = parts.pop("message_params", {})
        if message:
            flash.leave(self.visit, message, **said)
        return HttpResponseRedirect(self.url(name, **parts) if name else self.request.get_full_path())

    def go_to(self, path: str | None, fallback: str) -> HttpResponseRedirect:
        """Redirect to an address that came with the request, if it is one of this site."""
        return HttpResponseRedirect(safe_next(path, fallback))

    def url(self, name: str, **parts: Any) -> str:
        parts = {"language": self.visit.language, "market": self.visit.market, **parts}
        return address_of(name, **parts)

    def refuse(self, field: str | None, message: str, code: str = "INVALID") -> Refused:
        """An error of the page's own, to raise: ``raise self.refuse("quantity", _("…"))``."""
        return Refused([FieldError(field, code, message)])

    # --- the machinery
    @classmethod
    def file(cls, suffix: str) -> Path:
        return Path(str(sys.modules[cls.__module__].__file__)).with_suffix(suffix)

    @classmethod
    def operations(cls) -> Mapping[str, Operation]:
        path = cls.file(".graphql")
        return operations(path) if path.exists() else {}

    @classmethod
    def reading(cls) -> Operation | None:
        return next((operation for operation in cls.operations().values() if operation.kind == "query"), None)

    def load(self) -> dict[str, Any]:
        """Run the page's query; raises ``NotFound`` when a required part of the answer is null."""
        reading = self.reading()
        data = api.ask(self.visit, reading, self.variables()) if reading else {}
        missing = [name for name in self.required if data.get(name) is None]
        if missing:
            # A token that was revoked is nobody's: who sent it is asked to sign in again.
            raise NotSignedIn if "me" in missing else NotFound
        return data

    def show(self, status: int | None = None, **more: Any) -> HttpResponse:
        """The page as it is now; ``more`` is for what an action has to show once (a secret, a preview).

        ``context()`` may set ``self.status`` for a page that says by itself that there is nothing here.
        """
        data = self.load()
        around = self.around(data)
        match = self.request.resolver_match
        if not in_known_market(self.visit, around) and match is not None and "market" in match.kwargs:
            raise NotFound
        parts_in = self.parts_in(data)
        context = {**data, **self.context(data), **more}
        return render(
            self.file(".html"),
            self.request,
            self.visit,
            context,
            form=self.form,
            indexed=self.may_be_indexed(),
            parts_in=parts_in,
            status=status or self.status,
            around=around,
        )

    def around(self, data: dict[str, Any]) -> dict[str, Any]:
        """What stands around the page, as `surroundings` says."""
        return surroundings(self.visit)

    def act(self) -> HttpResponse:
        """Run the action that the posted form names."""
        name = self.request.POST.get("action", "")
        method = getattr(type(self), name, None) if name.isidentifier() else None
        if method is None or not getattr(method, "is_action", False):
            raise BadRequest("UNKNOWN_ACTION")
        self.form = Form(name, self.request.POST, self.request.FILES)
        try:
            response: HttpResponse = method(self)
            return response
        except Refused as refused:
            self.form.errors = refused.errors
            return self.show(status=422)

    def respond(self) -> HttpResponse:
        if self.request.method not in {"GET", "HEAD", "POST"}:
            return not_allowed(self.request, ("GET", "HEAD", "POST"))
        renew(self.visit)
        try:
            if self.needs_sign_in and not self.visit.is_signed_in:
                raise NotSignedIn
            return self.act() if self.request.method == "POST" else self.show()
        except Moved as moved:
            return HttpResponsePermanentRedirect(moved.path)
        except NotSignedIn:
            return self._to_sign_in()
        except NotAllowed:
            return error_page(self.request, 403, visit=self.visit) if self.visit.is_signed_in else self._to_sign_in()
        except NotFound:
            return error_page(self.request, 404, visit=self.visit)
        except BadRequest as refused:
            log.info("bad request", page=type(self).__name__, code=str(refused))
            return error_page(self.request, 400, visit=self.visit)

    def _to_sign_in(self) -> HttpResponse:
        came_for = self.request.get_full_path() if self.request.method != "POST" else self.request.path
        return HttpResponseRedirect(self.url("sign-in", query={"next": came_for}))


def answer(page_class: type[Page]) -> Callable[..., HttpResponseBase]:
    """The Django view of a page."""

    def view(request: HttpRequest, language: str, market: str | None = None, **parts: Any) -> HttpResponseBase:
        visit = Visit.of(request, language=language, market=market)
        response = page_class(request, visit, parts).respond()
        # What another site's link leads to is not what this visitor chose, once they have chosen.
        if request.method == "GET" and response.status_code < 400 and not _is_passing(request):
            visit.keep(LANGUAGE, language, PREFERENCE_AGE)
            if market:
                visit.keep(MARKET, market, PREFERENCE_AGE)
        visit.write(response)
        return protect(response)

    view.page_class = page_class  # type: ignore[attr-defined]  # tests walk the table of pages by it
    return view


def _is_passing(request: HttpRequest) -> bool:
    return LANGUAGE in request.COOKIES and came_from_outside(request)


def page(address: str, page_class: type[Page], *, name: str) -> URLPattern:
    """One line of the table of pages: an address below the language (and market), its page, its name."""
    return url_path(address, answer(page_class), name=name)
