"""Editions' part of the public API; what can be read hangs on `Expo`."""

from marketplace.expo.graphql.editions.expo_next_edition import ExpoNextEdition
from marketplace.expo.graphql.editions.expo_opening_hours_set import ExpoOpeningHoursSet
from marketplace.expo.graphql.editions.expo_registration_set import ExpoRegistrationSet
from marketplace.graphql import ObjectType


class EditionMutations(ObjectType):
    """For staff with expo.manage."""

    expo_opening_hours_set = ExpoOpeningHoursSet.Field()
    expo_registration_set = ExpoRegistrationSet.Field()
    expo_next_edition = ExpoNextEdition.Field()
