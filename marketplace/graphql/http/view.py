"""The view. It never reads cookies: whoever calls says who they are in ``Authorization``, so CSRF does not apply."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views import View
from graphql import GraphQLError, OperationType

from marketplace import read_log
from marketplace.graphql.context import Context
from marketplace.graphql.errors import KnownError, _
from marketplace.graphql.http import caching
from marketplace.graphql.http.explorer import explorer
from marketplace.graphql.http.multipart import read_multipart
from marketplace.graphql.http.negotiation import GRAPHQL, HTML, JSON, negotiate
from marketplace.graphql.http.persisted import document_of
from marketplace.graphql.http.refusal import HTTPRefusal
from marketplace.graphql.http.request import Parameters, RequestLimits, read_get, read_json
from marketplace.graphql.outcome import formatted
from marketplace.graphql.passing import RETRY_AFTER, is_passing
from marketplace.graphql.result import Result
from marketplace.graphql.schema import Schema

METHODS = "GET, HEAD, POST, OPTIONS"


class GraphQLView(View):
    """``GraphQLView.as_view(schema=schema, context=make_context)``; ``context(request)`` makes the `Context`.

    ``context`` may raise a `KnownError`, for instance `Unauthenticated` for a token that is not valid (answered 401).
    ``public_seconds`` is how long caches may keep an anonymous GET without asking again.
    """

    schema: Schema = None  # type: ignore[assignment]  # Django wants an attribute for each argument of as_view
    context: Callable[[HttpRequest], Context] = None  # type: ignore[assignment]
    limits: RequestLimits = RequestLimits()
    with_explorer: bool = True
    public_seconds: int = 0

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponseBase]:
        view = super().as_view(**initkwargs)
        view.csrf_exempt = True  # type: ignore[attr-defined]  # Django's own mark, see django.views.decorators.csrf
        return view

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": METHODS})
        response = self._answer(request)
        response["Vary"] = caching.VARY
        if "Cache-Control" not in response:
            caching.forbid(response)
        if request.method == "HEAD":
            response["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        offered = [JSON, GRAPHQL]
        if self.with_explorer and request.method in {"GET", "HEAD"}:
            offered.append(HTML)
        media_type = negotiate(request.headers.get("Accept"), offered)
        if media_type == HTML:
            return explorer(request)
        context = Context(translate=self.schema.translate)
        try:
            if media_type is None:
                raise _not_acceptable(offered)
            parameters = self._parameters(request)
            context = self.context(request)
            context.files = parameters.files
            return self._execute(request, parameters, context, media_type)
        except HTTPRefusal as refusal:
            return _refused(refusal, context, media_type or JSON, refusal.status, refusal.headers)
        except KnownError as refusal:
            return _refused(refusal, context, media_type or JSON, 401 if refusal.code == "UNAUTHENTICATED" else 400)
        except Exception as failure:  # outside of any resolver: logged, never shown
            wrapped = GraphQLError(str(failure), original_error=failure)
            if is_passing(failure):
                return _refused(wrapped, context, media_type or JSON, 503, {"Retry-After": str(RETRY_AFTER)})
            return _refused(wrapped, context, media_type or JSON, 500)

    def _parameters(self, request: HttpRequest) -> Parameters:
        if request.method in {"GET", "HEAD"}:
            return read_get(request)
        if request.method != "POST":
            raise _method_not_allowed(METHODS)
        match request.content_type:
            case "application/json":
                return read_json(request, self.limits)
            case "multipart/form-data":
                return read_multipart(request, self.limits)
        raise HTTPRefusal(
            _("Send application/json, or multipart/form-data for files."),
            status=415,
            code="UNSUPPORTED_MEDIA_TYPE",
            headers={"Accept-Post": "application/json, multipart/form-data"},
        )

    def _execute(self, request: HttpRequest, parameters: Parameters, context: Context, media_type: str) -> HttpResponse:
        document = document_of(parameters, self.schema)
        is_get = request.method in {"GET", "HEAD"}
        if is_get:
            operation = self.schema.prepare(document).definition(parameters.operation_name)
            if operation is not None and operation.operation is not OperationType.QUERY:
                raise _method_not_allowed("POST")
        result = self.schema.execute(
            document, parameters.variables, context=context, operation_name=parameters.operation_name
        )
        response = _response(result, media_type)
        if not result.errors and not context.actor.is_authenticated and self.schema.is_kept(document):
            read_log.is_public(at=context.now)
        if is_get and not result.errors and not context.actor.is_authenticated:
            return caching.allow(response, request, seconds=self.public_seconds)
        return response


def _method_not_allowed(allowed: str) -> HTTPRefusal:
    return HTTPRefusal(
        _("This operation cannot be sent by this method."),
        status=405,
        code="METHOD_NOT_ALLOWED",
        headers={"Allow": allowed},
    )


def _not_acceptable(offered: list[str]) -> HTTPRefusal:
    return HTTPRefusal(
        _("Answers come as %(types)s."), {"types": ", ".join(offered)}, status=406, code="NOT_ACCEPTABLE"
    )


def _refused(
    refusal: GraphQLError, context: Context, media_type: str, status: int, headers: dict[str, str] | None = None
) -> HttpResponse:
    """A refusal keeps its status; only `application/graphql-response+json` has none for a refusal that is a success."""
    result = Result(data=None, errors=formatted(refusal, context), executed=False)
    if media_type == GRAPHQL and status == 200:
        status = 400
    return _json(result, media_type, status, headers)


def _response(result: Result, media_type: str) -> HttpResponse:
    """GraphQL over HTTP section 6.4: with the new media type the status tells whether anything was executed."""
    return _json(result, media_type, 400 if media_type == GRAPHQL and not result.executed else 200)


def _json(result: Result, media_type: str, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    return HttpResponse(
        result.to_json(), status=status, content_type=f"{media_type}; charset=utf-8", headers=headers or {}
    )
