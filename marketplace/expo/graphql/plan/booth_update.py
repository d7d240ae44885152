"""``boothUpdate``."""

from typing import Any

from marketplace.expo.graphql.access import STAFF, booth_of, caller
from marketplace.expo.graphql.plan import errors
from marketplace.expo.graphql.types.hall import Booth, BoothKindEnum
from marketplace.expo.plan.describe import BoothFacts, describe_booth
from marketplace.graphql import ID, Boolean, Decimal, Field, InputObjectType, Int, Mutation, String


class BoothFactsInput(InputObjectType):
    """What is left out stays as it is."""

    code = String()
    kind = BoothKindEnum()
    power_kw = Decimal()
    needs_water = Boolean()


class BoothUpdate(Mutation):
    """Change a booth's code, kind, power or water."""

    class Arguments:
        booth_id = ID(required=True)
        version = Int(required=True, description="That you saw; a booth changed since is refused as STALE.")
        input = BoothFactsInput(required=True)

    class Meta:
        access = STAFF
        error_codes = errors.CODES
        error_extra = errors.EXTRA
        known_errors = errors.REFUSED

    booth = Field(Booth)

    @classmethod
    def perform(cls, info: Any, *, booth_id: str, version: int, input: Any) -> dict[str, Any]:
        kind = input.get("kind")
        facts = BoothFacts(
            code=input.get("code"),
            kind=str(kind) if kind is not None else None,
            power_kw=input.get("power_kw"),
            needs_water=input.get("needs_water"),
        )
        booth = describe_booth(booth=booth_of(info, booth_id), facts=facts, seen=version, by=caller(info))
        return {"booth": booth}
