"""``expoNextEdition``."""

from typing import Any

from i18n.today import today_here
from marketplace.expo.editions.next_edition import EditionPlan, next_edition
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, expo_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.types.expo import Expo
from marketplace.graphql import ID, Date, Field, InputObjectType, Mutation, String


class ExpoNextEditionInput(InputObjectType):
    """What is new about the edition; the rest is taken over."""

    edition = String(required=True, description="What tells it from the others: 2028.")
    starts_on = Date(required=True)
    ends_on = Date(description="The last day; the fair lasts as long as before when left out.")
    name = String(description="The name before, with the new edition in it, when left out.")


class ExpoNextEdition(Mutation):
    """Plan a fair's next edition with the same halls, prices, packages, manual and texts, and no exhibitors yet."""

    class Arguments:
        id = ID(required=True, description="The edition before.")
        input = ExpoNextEditionInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    expo = Field(Expo)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        last = expo_of(info, id)
        return {"expo": next_edition(of=last, plan=EditionPlan(**given(input)), today=today_here())}
