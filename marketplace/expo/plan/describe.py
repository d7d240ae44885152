"""``describe_booth``: its code, its kind, and what it needs."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.hall import Booth
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing

MOST_POWER = Decimal(1_000)


@dataclass(frozen=True, slots=True)
class BoothFacts:
    """What is ``None`` stays as it is."""

    code: str | None = None
    kind: str | None = None
    power_kw: Decimal | None = None
    """Kilowatts that its exhibitor needs."""
    needs_water: bool | None = None


def describe_booth(*, booth: Booth, facts: BoothFacts, seen: int | None = None, by: User | None = None) -> Booth:
    """Change what is said of a booth, not where it lies. Raises ``Refused``, `StaleBooth`."""
    refuse_any(power_problems(facts.power_kw))
    with editing(booth.hall_id, verb=PlanVerb.DESCRIBED, by=by, seen={booth: seen}) as edit:
        locked = edit.booth(booth)
        if facts.code is not None:
            refuse_any(code_problems(facts.code, {other.code for other in edit.others}))
            locked.code = texts.tidy(facts.code)
        for name in ("kind", "power_kw", "needs_water"):
            if (value := getattr(facts, name)) is not None:
                setattr(locked, name, value)
        return locked


def power_problems(power_kw: Decimal | None) -> list[Problem]:
    if power_kw is None or (0 <= power_kw <= MOST_POWER and not power_kw.scaleb(1) % 1):
        return []
    message = _("Power is between 0 and %(most)s kW, in tenths of a kilowatt.")
    return [texts.invalid("power_kw", message, most=MOST_POWER)]


def code_problems(code: str, taken: Collection[str]) -> list[Problem]:
    tidy = texts.tidy(code)
    if not tidy:
        return [texts.required("code")]
    if tidy in taken:
        return [Problem("code", "UNIQUE", _("There is a booth %(code)s in this hall already."), {"code": tidy})]
    return texts.lengths({"code": tidy}, {"code": 20})
