"""The public API, assembled from the packages, and the one way to execute it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from catalog.graphql.kept_reads import FIELDS as KEPT_FIELDS
from catalog.graphql.schema import CatalogMutations, CatalogQueries
from catalog.graphql.trace_schema import TraceabilityMutations, TraceabilityQueries
from catalog.graphql.types.assigned_attributes import ASSIGNED_TYPES
from i18n import messages
from i18n.graphql.schema import I18nQueries
from i18n.languages import negotiate
from logistics.graphql.schema import LogisticsMutations, LogisticsQueries
from logistics.graphql.screening.schema import ScreeningMutations, ScreeningQueries
from marketplace import read_log
from marketplace.accounts.graphql.schema import AccountsMutations, AccountsQueries
from marketplace.accounts.tokens import bearer_of
from marketplace.audit.graphql.schema import AuditQueries
from marketplace.audit.watch import AuditWatch
from marketplace.channels.graphql.schema import ChannelsMutations, ChannelsQueries
from marketplace.content.graphql.schema import ContentMutations, ContentQueries
from marketplace.expo.graphql.badges.schema import BadgeMutations, BadgeQueries
from marketplace.expo.graphql.directory.schema import DirectoryMutations, DirectoryQueries
from marketplace.expo.graphql.door.schema import DoorMutations, DoorQueries
from marketplace.expo.graphql.editions.schema import EditionMutations
from marketplace.expo.graphql.imports.schema import ExhibitorImportMutations, ExhibitorImportQueries
from marketplace.expo.graphql.leads.schema import LeadsMutations, LeadsQueries
from marketplace.expo.graphql.meetings.schema import MeetingMutations, MeetingQueries
from marketplace.expo.graphql.news.schema import NewsMutations, NewsQueries
from marketplace.expo.graphql.people.business_schema import ExpoPeopleMutations
from marketplace.expo.graphql.people.schema import ExpoPeopleQueries
from marketplace.expo.graphql.plan.schema import PlanMutations, PlanQueries
from marketplace.expo.graphql.progress.schema import ProgressQueries
from marketplace.expo.graphql.schema import ExpoMutations, ExpoQueries
from marketplace.expo.graphql.visitors.schema import VisitorMutations, VisitorQueries
from marketplace.fair_trade.graphql.report import FairReportQueries
from marketplace.fair_trade.graphql.schema import FairTradeMutations, FairTradeQueries
from marketplace.graphql import ANYONE, ClientInfo, Context, Limits, ObjectType, Result, Schema
from marketplace.indicators.graphql.schema import IndicatorsMutations, IndicatorsQueries
from marketplace.mutation_limits.watch import LimitWatch
from marketplace.push.graphql.schema import PushMutations, PushQueries
from marketplace.replicas.pins import acting
from marketplace.replicas.reads import current as replica_reads
from marketplace.replicas.watch import FreshMutations
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
    DirectoryQueries,
    ExhibitorImportQueries,
    LeadsQueries,
    FairTradeQueries,
    FairReportQueries,
    VisitorQueries,
    MeetingQueries,
    BadgeQueries,
    DoorQueries,
    PlanQueries,
    ExpoPeopleQueries,
    NewsQueries,
    ProgressQueries,
    ContentQueries,
    TranslationsQueries,
    IndicatorsQueries,
    WebhookQueries,
    PushQueries,
    AuditQueries,
    I18nQueries,
    ObjectType,
):
    """Everything that can be read."""

    class Meta:
        access = ANYONE


class Mutation(
    AccountsMutations,
    ChannelsMutations,
    SellersMutations,
    CatalogMutations,
    TraceabilityMutations,
    LogisticsMutations,
    ScreeningMutations,
    OrdersMutations,
    ExpoMutations,
    ExpoPeopleMutations,
    DirectoryMutations,
    ExhibitorImportMutations,
    LeadsMutations,
    FairTradeMutations,
    VisitorMutations,
    MeetingMutations,
    BadgeMutations,
    DoorMutations,
    PlanMutations,
    EditionMutations,
    NewsMutations,
    ContentMutations,
    TranslationsMutations,
    IndicatorsMutations,
    WebhookMutations,
    PushMutations,
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
    watch=LimitWatch(FreshMutations(AuditWatch())),
    kept=KEPT_FIELDS,
)


def context_for(
    *, token: str | None, language: str, client: ClientInfo, files: Mapping[str, Any] | None = None
) -> Context:
    """Who asks, in which language, from where. An invalid or expired token is nobody's."""
    context = Context(language=language, client=client, files=files or {})
    bearer = bearer_of(token) if token else None
    if bearer is not None:
        acting(str(bearer.user.pk))
        context.actor = bearer.user
        context.impersonator = bearer.impersonator
        context.extra["session"] = bearer.session
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


def _do_not_lag() -> None:
    """What may be kept for longer than this request is read where it is written."""
    reads = replica_reads.get()
    if reads is not None and read_log.current.get() is not None:
        reads.may_lag = False


def http_context(request: HttpRequest) -> Context:
    """The context of a request to ``/graphql/``: ``Authorization: Bearer``, never a cookie."""
    _do_not_lag()
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    return context_for(
        token=credentials.strip() if scheme.lower() == "bearer" else None,
        language=negotiate(request.headers.get("Accept-Language", "")),
        client=ClientInfo(
            ip=request.META.get("REMOTE_ADDR", ""), user_agent=request.headers.get("User-Agent", "")[:300]
        ),
    )
