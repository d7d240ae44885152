"""What a layer of a drawing is about, guessed from its name in English or Vietnamese; a person has the last word."""

from collections.abc import Iterable

from django.db import models

from i18n.text import fold
from marketplace.expo.plan.feature import FeatureKind


class Role(models.TextChoices):
    BOOTH = "BOOTH"
    HALL = "HALL"
    """The hall's own outline: it says where the plan begins and how large it is."""
    NOTHING = "NOTHING"
    """Left out."""
    AISLE = FeatureKind.AISLE.value
    DOOR = FeatureKind.DOOR.value
    EMERGENCY_EXIT = FeatureKind.EMERGENCY_EXIT.value
    STAGE = FeatureKind.STAGE.value
    INFORMATION = FeatureKind.INFORMATION.value
    TOILETS = FeatureKind.TOILETS.value
    FIRST_AID = FeatureKind.FIRST_AID.value
    PILLAR = FeatureKind.PILLAR.value
    POWER = FeatureKind.POWER.value
    WATER = FeatureKind.WATER.value


_WORDS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (Role.EMERGENCY_EXIT, ("emergency", "thoat hiem", "fire exit", "exit")),
    (Role.FIRST_AID, ("first aid", "firstaid", "so cuu", "y te")),
    (Role.BOOTH, ("booth", "booths", "stand", "stands", "gian", "gian hang", "stall", "stalls")),
    (Role.AISLE, ("aisle", "aisles", "corridor", "loi di")),
    (Role.DOOR, ("door", "doors", "gate", "entrance", "cua", "loi vao")),
    (Role.STAGE, ("stage", "san khau")),
    (Role.INFORMATION, ("information", "info", "thong tin")),
    (Role.TOILETS, ("toilet", "toilets", "wc", "restroom", "ve sinh")),
    (Role.PILLAR, ("pillar", "pillars", "column", "columns", "cot")),
    (Role.POWER, ("power", "electricity", "electric", "dien")),
    (Role.WATER, ("water", "nuoc")),
    (Role.HALL, ("hall", "outline", "wall", "walls", "nha", "sanh")),
    (Role.NOTHING, ("frame", "title", "dimension", "dimensions", "dim", "text", "notes", "defpoints", "khung")),
)


def guess_roles(layers: Iterable[str]) -> dict[str, Role]:
    """By layer; what says nothing is taken for booths."""
    return {layer: _guess(layer) for layer in layers}


def _guess(layer: str) -> Role:
    words = f" {' '.join(fold(layer).replace('_', ' ').replace('-', ' ').split())} "
    return next((role for role, names in _WORDS if any(f" {name} " in words for name in names)), Role.BOOTH)
