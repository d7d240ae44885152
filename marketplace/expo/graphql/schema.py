"""Exhibitions' part of the public API."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.expo.exhibition import LOCAL_ZONE
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.exhibitor_import import ExhibitorImport as ImportRecord
from marketplace.expo.graphql.access import STAFF, exhibitor_of, expo_of, visible_exhibitors, visible_expos
from marketplace.expo.graphql.merge.types import ExhibitorMergePreview
from marketplace.expo.graphql.mutations.booth_assign import BoothAssign
from marketplace.expo.graphql.mutations.booth_create import BoothCreate
from marketplace.expo.graphql.mutations.booth_delete import BoothDelete
from marketplace.expo.graphql.mutations.booth_hold import BoothHold
from marketplace.expo.graphql.mutations.booths_generate import BoothsGenerate
from marketplace.expo.graphql.mutations.exhibit_create import ExhibitCreate
from marketplace.expo.graphql.mutations.exhibit_delete import ExhibitDelete
from marketplace.expo.graphql.mutations.exhibitor_create import ExhibitorCreate
from marketplace.expo.graphql.mutations.exhibitor_delete import ExhibitorDelete
from marketplace.expo.graphql.mutations.exhibitor_import_apply import ExhibitorImportApply
from marketplace.expo.graphql.mutations.exhibitor_import_preview import ExhibitorImportPreview
from marketplace.expo.graphql.mutations.exhibitor_link_seller import ExhibitorLinkSeller
from marketplace.expo.graphql.mutations.exhibitor_merge import ExhibitorMerge
from marketplace.expo.graphql.mutations.exhibitor_translate import ExhibitorTranslate
from marketplace.expo.graphql.mutations.exhibitor_update import ExhibitorUpdate
from marketplace.expo.graphql.mutations.expo_create import ExpoCreate
from marketplace.expo.graphql.mutations.expo_publish import ExpoPublish
from marketplace.expo.graphql.mutations.expo_translate import ExpoTranslate
from marketplace.expo.graphql.mutations.expo_update import ExpoUpdate
from marketplace.expo.graphql.mutations.hall_create import HallCreate
from marketplace.expo.graphql.mutations.hall_update import HallUpdate
from marketplace.expo.graphql.types.exhibitor import Exhibitor, SellerSuggestion
from marketplace.expo.graphql.types.exhibitor_import import UNREAD, ExhibitorImport
from marketplace.expo.graphql.types.expo import Expo, ExpoCountableConnection
from marketplace.expo.merge.compare import Comparison, compare_exhibitors
from marketplace.expo.suggest_sellers import Suggestion, suggest_sellers
from marketplace.graphql import (
    ANYONE,
    ID,
    Boolean,
    ConnectionField,
    Field,
    InputError,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    String,
    integer_key,
)


class ExpoFilterInput(InputObjectType):
    """Exhibitions that fit all of it."""

    upcoming = Boolean(description="True: not over yet, today in Vietnam; false: over.")


class ExpoQueries(ObjectType):
    """Exhibitions: the published ones, and for staff with expo.manage all."""

    expos = ConnectionField(ExpoCountableConnection, filter=ExpoFilterInput(), access=ANYONE)
    expo = Field(Expo, id=ID(), slug=String(), access=ANYONE)
    exhibitor = Field(
        Exhibitor,
        id=ID(required=True),
        expo_slug=String(description="Of the exhibition that it has to be at; null at another one."),
        access=ANYONE,
    )
    exhibitor_seller_suggestions = Field(
        NonNull(List(NonNull(SellerSuggestion))), exhibitor_id=ID(required=True), access=STAFF, cost=20
    )
    exhibitor_merge_preview = Field(
        ExhibitorMergePreview,
        id=ID(required=True, description="The exhibitor that would go."),
        into=ID(required=True, description="The exhibitor that would stay."),
        access=STAFF,
        cost=40,
    )
    exhibitor_import = Field(ExhibitorImport, id=ID(required=True), access=STAFF)
    exhibitor_imports = Field(
        NonNull(List(NonNull(ExhibitorImport))),
        expo_id=ID(required=True),
        access=STAFF,
        description="The latest 20 of an exhibition.",
    )

    @staticmethod
    def resolve_expos(root: Any, info: Any, filter: Any = None) -> QuerySet[ExpoRow]:
        expos, upcoming = visible_expos(info), (filter or {}).get("upcoming")
        if upcoming is not None:
            today = info.context.now.astimezone(ZoneInfo(LOCAL_ZONE)).date()
            expos = expos.filter(ends_on__gte=today) if upcoming else expos.filter(ends_on__lt=today)
        return expos.order_by("starts_on", "pk")

    @staticmethod
    def resolve_expo(root: Any, info: Any, id: str | None = None, slug: str | None = None) -> ExpoRow | None:
        if (id is None) == (slug is None):
            raise InputError(_("Give either the id or the slug."), field="id")
        chosen = {"pk": integer_key(id, "Expo")} if id is not None else {"slug": (slug or "")[:120]}
        return visible_expos(info).filter(**chosen).first()

    @staticmethod
    def resolve_exhibitor(root: Any, info: Any, id: str, expo_slug: str | None = None) -> ExhibitorRow | None:
        found = visible_exhibitors(info).filter(pk=integer_key(id, "Exhibitor"))
        return (found if expo_slug is None else found.filter(expo__slug=expo_slug[:120])).first()

    @staticmethod
    def resolve_exhibitor_seller_suggestions(root: Any, info: Any, exhibitor_id: str) -> list[Suggestion]:
        return suggest_sellers(exhibitor_of(info, exhibitor_id, "exhibitor_id"))

    @staticmethod
    def resolve_exhibitor_merge_preview(root: Any, info: Any, id: str, into: str) -> Comparison:
        goes, stays = exhibitor_of(info, id), exhibitor_of(info, into, "into")
        return compare_exhibitors(goes=goes, stays=stays, now=info.context.now)

    @staticmethod
    def resolve_exhibitor_import(root: Any, info: Any, id: str) -> ImportRecord | None:
        return ImportRecord.objects.filter(pk=integer_key(id, "ExhibitorImport")).first()

    @staticmethod
    def resolve_exhibitor_imports(root: Any, info: Any, expo_id: str) -> QuerySet[ImportRecord]:
        return ImportRecord.objects.filter(expo=expo_of(info, expo_id, "expo_id")).defer(*UNREAD).order_by("-pk")[:20]


class ExpoMutations(ObjectType):
    """For staff with expo.manage."""

    expo_create = ExpoCreate.Field()
    expo_update = ExpoUpdate.Field()
    expo_publish = ExpoPublish.Field()
    expo_translate = ExpoTranslate.Field()
    hall_create = HallCreate.Field()
    hall_update = HallUpdate.Field()
    booth_create = BoothCreate.Field()
    booths_generate = BoothsGenerate.Field()
    booth_assign = BoothAssign.Field()
    booth_hold = BoothHold.Field()
    booth_delete = BoothDelete.Field()
    exhibitor_create = ExhibitorCreate.Field()
    exhibitor_update = ExhibitorUpdate.Field()
    exhibitor_translate = ExhibitorTranslate.Field()
    exhibitor_link_seller = ExhibitorLinkSeller.Field()
    exhibitor_delete = ExhibitorDelete.Field()
    exhibitor_merge = ExhibitorMerge.Field()
    exhibitor_import_preview = ExhibitorImportPreview.Field()
    exhibitor_import_apply = ExhibitorImportApply.Field()
    exhibit_create = ExhibitCreate.Field()
    exhibit_delete = ExhibitDelete.Field()
