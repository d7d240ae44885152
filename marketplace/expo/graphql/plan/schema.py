"""Plans of halls in the public API."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, visible_expos
from marketplace.expo.graphql.plan.booth_prices_set import BoothPricesSet
from marketplace.expo.graphql.plan.booth_redraw import BoothRedraw
from marketplace.expo.graphql.plan.booth_reserve import BoothReserve
from marketplace.expo.graphql.plan.booth_split import BoothSplit
from marketplace.expo.graphql.plan.booth_update import BoothUpdate
from marketplace.expo.graphql.plan.booths_merge import BoothsMerge
from marketplace.expo.graphql.plan.drawing_types import PlanImport
from marketplace.expo.graphql.plan.hall_feature_create import HallFeatureCreate
from marketplace.expo.graphql.plan.hall_feature_delete import HallFeatureDelete
from marketplace.expo.graphql.plan.hall_feature_update import HallFeatureUpdate
from marketplace.expo.graphql.plan.plan_change_undo import PlanChangeUndo
from marketplace.expo.graphql.plan.plan_import_apply import PlanImportApply
from marketplace.expo.graphql.plan.plan_import_preview import PlanImportPreview
from marketplace.expo.graphql.plan.plan_import_settle import PlanImportSettle
from marketplace.expo.graphql.types.hall import Hall
from marketplace.expo.models import Hall as HallRow
from marketplace.expo.models import PlanImport as ImportRow
from marketplace.graphql import ANYONE, ID, Field, ObjectType, integer_key


class PlanQueries(ObjectType):
    """Halls and the drawings of them by id."""

    hall = Field(Hall, id=ID(required=True), access=ANYONE, description="Of an exhibition that you may see.")
    plan_import = Field(PlanImport, id=ID(required=True), access=STAFF)

    @staticmethod
    def resolve_hall(root: Any, info: Any, id: str) -> HallRow | None:
        return HallRow.objects.filter(pk=integer_key(id, "Hall"), expo__in=visible_expos(info)).first()

    @staticmethod
    def resolve_plan_import(root: Any, info: Any, id: str) -> ImportRow | None:
        return ImportRow.objects.select_related("hall").filter(pk=integer_key(id, "PlanImport")).first()


class PlanMutations(ObjectType):
    """For staff with expo.manage."""

    booth_redraw = BoothRedraw.Field()
    booth_split = BoothSplit.Field()
    booths_merge = BoothsMerge.Field()
    booth_update = BoothUpdate.Field()
    booth_reserve = BoothReserve.Field()
    booth_prices_set = BoothPricesSet.Field()
    hall_feature_create = HallFeatureCreate.Field()
    hall_feature_update = HallFeatureUpdate.Field()
    hall_feature_delete = HallFeatureDelete.Field()
    plan_change_undo = PlanChangeUndo.Field()
    plan_import_preview = PlanImportPreview.Field()
    plan_import_settle = PlanImportSettle.Field()
    plan_import_apply = PlanImportApply.Field()
