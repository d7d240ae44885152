"""Figures in the public API: a seller's own, and the marketplace's for its staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.channels.models import Channel
from marketplace.graphql import ID, SIGNED_IN, Date, Field, InputError, InputObjectType, ObjectType, String, permission
from orders.figures.figures import Figures as FiguresMade
from orders.figures.figures import figures
from orders.figures.scope import Scope
from orders.figures.stretch import BadStretch, Step, Stretch, stretch
from orders.graphql import payout_access as access
from orders.graphql.types.figures import Figures, FigureStep

COST = 100


class FiguresPeriodInput(InputObjectType):
    """Both days belong to it; at most three years, at most 160 steps."""

    first_day = Date(required=True)
    last_day = Date(required=True)
    step = FigureStep(description="Left out: days up to six weeks, weeks up to half a year, months beyond.")


class FiguresQueries(ObjectType):
    """What was sold, to whom and how well."""

    seller_figures = Field(
        Figures,
        seller=ID(required=True),
        period=FiguresPeriodInput(required=True),
        channel=String(description="Only one market, by its slug."),
        access=SIGNED_IN,
        cost=COST,
        description="For managers of the seller and for staff who pay out.",
    )
    marketplace_figures = Field(
        Figures,
        period=FiguresPeriodInput(required=True),
        channel=String(description="Only one market, by its slug."),
        access=permission(Permission.PAYOUTS_MANAGE),
        cost=COST,
        description="Of all sellers together; an order of three sellers is one order.",
    )

    @staticmethod
    def resolve_seller_figures(
        root: Any, info: Any, seller: str, period: Any, channel: str | None = None
    ) -> FiguresMade:
        return _figures(info, access.seller_key(info, seller), period, channel)

    @staticmethod
    def resolve_marketplace_figures(root: Any, info: Any, period: Any, channel: str | None = None) -> FiguresMade:
        return _figures(info, None, period, channel)


def _figures(info: Any, seller_id: int | None, period: Any, channel: str | None) -> FiguresMade:
    return figures(Scope(seller_id, _stretch(period), _channel_key(channel)), now=info.context.now)


def _stretch(period: Any) -> Stretch:
    step = period.get("step")
    try:
        return stretch(period["first_day"], period["last_day"], Step(getattr(step, "value", step)) if step else None)
    except BadStretch as error:
        if error.step is not None:
            raise InputError(_("These are too many steps. Choose longer ones."), field="step") from error
        raise InputError(_("Choose a period of at most three years."), field="lastDay") from error


def _channel_key(slug: str | None) -> int | None:
    if not slug:
        return None
    found = Channel.objects.filter(slug=slug[:40]).values_list("pk", flat=True).first()
    if found is None:
        raise InputError(_("There is no such market."), field="channel", code="NOT_FOUND")
    return found
