"""The addresses of a server that has nothing but the kit's test schema; the audits run against it too."""

from django.http import HttpRequest
from django.urls import path

from marketplace.graphql import Context, Unauthenticated
from marketplace.graphql.http import GraphQLView, RequestLimits
from tests.marketplace.graphql.shop import Person, schema

LIMITS = RequestLimits(body=100_000, files=3, file=50_000, multipart=200_000)


def make_context(request: HttpRequest) -> Context:
    """The bearer token is the caller's number; anything else is refused."""
    context = Context(language=request.headers.get("Accept-Language", "en")[:2])
    if token := request.headers.get("Authorization"):
        if not token.removeprefix("Bearer ").isdigit():
            raise Unauthenticated
        context.actor = Person(id=int(token.removeprefix("Bearer ")))
    return context


urlpatterns = [path("graphql/", GraphQLView.as_view(schema=schema, context=make_context, limits=LIMITS))]
