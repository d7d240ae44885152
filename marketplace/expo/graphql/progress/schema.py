"""The part of the public API about how a fair goes."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from i18n.today import day_here
from marketplace.expo.contracts.paper import FairPaper as PaperRow
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.billing.types import FairPayment
from marketplace.expo.graphql.progress.paper import FairPaperCountableConnection
from marketplace.expo.graphql.progress.types import FairProgress, LiveFairFigures
from marketplace.expo.invoices.payment import FairPayment as PaymentRow
from marketplace.expo.progress.curve import curve_of
from marketplace.expo.progress.live import LiveFigures, live_figures
from marketplace.expo.progress.money import money_of
from marketplace.expo.progress.space import space_of
from marketplace.graphql import ID, ConnectionField, Date, Field, ObjectType, connection_type

FairPaymentCountableConnection = connection_type(FairPayment)


class ProgressQueries(ObjectType):
    """For staff with expo.manage."""

    fair_progress = Field(FairProgress, expo_id=ID(required=True), access=STAFF, cost=50)
    live_fair_figures = Field(
        LiveFairFigures,
        expo_id=ID(required=True),
        day=Date(description="Of the fair's time zone; today when left out."),
        access=STAFF,
        cost=30,
    )

    fair_papers = ConnectionField(
        FairPaperCountableConnection,
        expo_id=ID(required=True),
        access=STAFF,
        description="Contracts, invoices and credit notes of a fair, the latest first.",
    )
    fair_payments = ConnectionField(
        FairPaymentCountableConnection,
        expo_id=ID(required=True),
        access=STAFF,
        description="Money that came in for a fair, the latest first; what was recorded by mistake too.",
    )

    @staticmethod
    def resolve_fair_papers(root: Any, info: Any, expo_id: str) -> QuerySet[PaperRow]:
        return PaperRow.objects.filter(expo=expo_of(info, expo_id, "expo_id")).order_by("-created_at", "-pk")

    @staticmethod
    def resolve_fair_payments(root: Any, info: Any, expo_id: str) -> QuerySet[PaymentRow]:
        expo = expo_of(info, expo_id, "expo_id")
        payments = PaymentRow.objects.filter(invoice__exhibitor__expo=expo).select_related("invoice")
        return payments.order_by("-paid_on", "-pk")

    @staticmethod
    def resolve_fair_progress(root: Any, info: Any, expo_id: str) -> dict[str, Any]:
        expo, day = expo_of(info, expo_id, "expo_id"), day_here(info.context.now)
        space, curve = space_of(expo, day), curve_of(expo, day)
        return {
            "day": day,
            "halls": space.halls,
            "all": space.all,
            "money": money_of(expo, day),
            "curve": curve.points,
            "edition_before": curve.before.edition if curve.before is not None else None,
        }

    @staticmethod
    def resolve_live_fair_figures(root: Any, info: Any, expo_id: str, day: date | None = None) -> LiveFigures:
        return live_figures(expo_of(info, expo_id, "expo_id"), now=info.context.now, day=day)
