"""The public API, assembled from the packages, and the one way to execute it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from catalog.graphql.schema import CatalogMutations, CatalogQueries
from catalog.graphql.trace_schema import TraceabilityMutations, TraceabilityQueries
from catalog.graphql.types.assigned_attributes import ASSIGNED_TYPES
from i18n import messages
from i18n.graphql.schema import I18nQueries
from i18n.languages import negotiate
from logistics.graphql.schema import LogisticsMutations, LogisticsQueries
from logistics.graphql.screening.schema import ScreeningMutations, ScreeningQueries
from marketplace.accounts.graphql.schema import AccountsMutations, AccountsQueries
from marketplace.accounts.tokens import actor_of
from marketplace.channels.graphql.schema import ChannelsQueries
from marketplace.content.graphql.schema import ContentMutations, ContentQueries
from marketplace.expo.graphql.schema import ExpoMutations, ExpoQueries
from marketplace.graphql import ANYONE, ClientInfo, Context, Limits, ObjectType, Result, Schema
from marketplace.sellers.graphql.schema import SellersMutations, SellersQueries
from marketplace.translations.graphql.schema import TranslationsMutations, TranslationsQueries
from marketplace.webhooks.graphql.schema import WebhookMutations, WebhookQueries
from orders.graphql.schema import OrdersMutations, OrdersQueries
from orders.graphql.types.checkout_problem import PROBLEM_TYPES


class Query(
    AccountsQueries,
    ChannelsQueries,
    SellersQueries,
    CatalogQueries,
    TraceabilityQueries,
    LogisticsQueries,
    ScreeningQueries,
    OrdersQueries,
    ExpoQueries,
    ContentQueries,
    TranslationsQueries,
    WebhookQueries,
    I18nQueries,
    ObjectType,
):
    """Everything that can be read."""

    class Meta:
        access = ANYONE


class Mutation(
    AccountsMutations,
    SellersMutations,
    CatalogMutations,
    TraceabilityMutations,
    LogisticsMutations,
    ScreeningMutations,
    OrdersMutations,
    ExpoMutations,
    ContentMutations,
    TranslationsMutations,
    WebhookMutations,
    ObjectType,
):
    """Everything that can be changed."""

    class Meta:
        access = ANYONE


def translate(message: str, params: Mapping[str, Any], language: str) -> str:
    return messages.gettext(language, message, **params)


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=(*PROBLEM_TYPES, *ASSIGNED_TYPES),
    limits=Limits(),
    translate=translate,
)


def context_for(
    *, token: str | None, language: str, client: ClientInfo, files: Mapping[str, Any] | None = None
) -> Context:
    """Who asks, in which language, from where. An invalid or expired token is nobody's."""
    context = Context(language=language, client=client, files=files or {})
    user = actor_of(token) if token else None
    if user is not None:
        context.actor = user
    return context


def execute(
    document: str,
    variables: Mapping[str, Any] | None = None,
    *,
    token: str | None = None,
    language: str = "en",
    files: Mapping[str, Any] | None = None,
    client: Mapping[str, str] | None = None,
    operation_name: str | None = None,
) -> Result:
    """Run ``document`` in process with the rights of ``token``: what the pages do, exactly as over HTTP."""
    info = ClientInfo(**(client or {}))
    context = context_for(token=token, language=language, client=info, files=files)
    return schema.execute(document, variables, context=context, operation_name=operation_name)


def http_context(request: HttpRequest) -> Context:
    """The context of a request to ``/graphql/``: ``Authorization: Bearer``, never a cookie."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    return context_for(
        token=credentials.strip() if scheme.lower() == "bearer" else None,
        language=negotiate(request.headers.get("Accept-Language", "")),
        client=ClientInfo(
            ip=request.META.get("REMOTE_ADDR", ""), user_agent=request.headers.get("User-Agent", "")[:300]
        ),
    )
