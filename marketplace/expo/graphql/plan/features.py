"""Aisles, doors and services: what the three mutations about them share."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.expo.graphql.plan.types import FeatureKindEnum
from marketplace.expo.models import HallFeature
from marketplace.expo.plan.features import FeatureDraft
from marketplace.expo.plan.rectangle import Rectangle
from marketplace.graphql import Decimal, InputError, InputObjectType, String, integer_key

CODES = ("OUTSIDE_HALL", "OVERLAP")


class HallFeatureInput(InputObjectType):
    """In metres from the hall's top left corner."""

    kind = FeatureKindEnum(required=True)
    label = String(description="Its name: of a stage, a gate.")
    x = Decimal(required=True)
    y = Decimal(required=True)
    width = Decimal(required=True)
    depth = Decimal(required=True)


def draft_of(given: Any) -> FeatureDraft:
    place = Rectangle(given["x"], given["y"], given["width"], given["depth"])
    return FeatureDraft(str(given["kind"]), place, given.get("label") or "")


def feature_of(global_id: str) -> HallFeature:
    """Raises `InputError` NOT_FOUND."""
    found = HallFeature.objects.select_related("hall").filter(pk=integer_key(global_id, "HallFeature")).first()
    if found is None:
        raise InputError(_("There is no such aisle, door or service."), field="id", code="NOT_FOUND")
    return found
