"""``create_package`` and ``update_package``: what a fair offers to exhibitors."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo
from marketplace.expo.packages.package import FairPackage

MOST_PACKAGES = 30
MOST_AREA = Decimal(5_000)
MOST_BADGES = 500
LIMITS = {"name": 120, "description": 3_000}


@dataclass(frozen=True, slots=True)
class PackagePlan:
    name: str
    description: str = ""
    source_language: str = "vi"
    least_area: Decimal = Decimal(9)
    badge_allowance: int = 4
    is_offered: bool = True
    position: int = 0


def create_package(*, expo: Expo, plan: PackagePlan) -> FairPackage:
    """Offer one more; its prices are set apart. Raises ``Refused``."""
    values = texts.tidied(asdict(plan))
    refuse_any(_problems(values))
    with transaction.atomic():
        lock_expo(expo.pk)
        if FairPackage.objects.filter(expo=expo).count() >= MOST_PACKAGES:
            message = _("A fair has at most %(limit)s packages.")
            raise Refused(texts.invalid("expo_id", message, limit=MOST_PACKAGES))
        return FairPackage.objects.create(expo=expo, **values)


def update_package(*, package: FairPackage, changes: Mapping[str, Any]) -> FairPackage:
    """Change the given fields of a `PackagePlan`. Contracts made before keep what they said. Raises ``Refused``."""
    values = texts.tidied({name: value for name, value in changes.items() if value is not None})
    refuse_any(_problems(values))
    with transaction.atomic():
        lock_expo(package.expo_id)
        current = FairPackage.objects.get(pk=package.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()
    return current


def _problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.language(values)
    if "name" in values and not values["name"]:
        problems.append(texts.required("name"))
    if not Decimal(1) <= values.get("least_area", Decimal(9)) <= MOST_AREA:
        problems.append(texts.invalid("least_area", _("Between 1 and %(most)s square metres."), most=MOST_AREA))
    if not 0 <= values.get("badge_allowance", 0) <= MOST_BADGES:
        problems.append(texts.invalid("badge_allowance", _("Between 0 and %(most)s badges."), most=MOST_BADGES))
    if not 0 <= values.get("position", 0) <= 1_000:
        problems.append(texts.invalid("position", _("Between 0 and 1000.")))
    return problems
