"""What a directory adds to exhibitions and exhibitors: kept exhibitors, the way to them, and the calendar."""

from collections import defaultdict
from typing import Any

from i18n.translate import localize
from marketplace.accounts.models import User
from marketplace.expo.arrange import FIELDS
from marketplace.expo.directory.calendar import FairTexts, fair_calendar
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.expo.directory.route import Stop, plan_route
from marketplace.expo.directory.short_address import booth_address, fair_address
from marketplace.expo.editions.hours import OpeningHours
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.hall import Booth as BoothRow
from marketplace.expo.hall import Hall as HallRow
from marketplace.graphql import integer_key

MOST_NAMED = 200


def are_favorites(exhibitors: list[ExhibitorRow], info: Any) -> list[bool]:
    """Nobody who is not signed in keeps any here."""
    user = info.context.actor
    if not isinstance(user, User):
        return [False] * len(exhibitors)
    kept = FairFavorite.objects.filter(user=user, exhibitor__in=[each.pk for each in exhibitors])
    keys = set(kept.values_list("exhibitor_id", flat=True))
    return [each.pk in keys for each in exhibitors]


def routes_of(expos: list[ExpoRow], info: Any, exhibitor_ids: list[str] | None = None) -> list[list[Stop]]:
    """The named exhibitors and those that the signed-in caller keeps; ids of other fairs name nobody here."""
    named = {integer_key(each, "Exhibitor", field="exhibitor_ids") for each in (exhibitor_ids or [])[:MOST_NAMED]}
    user = info.context.actor
    kept = FairFavorite.objects.filter(user=user, exhibitor__expo__in=expos) if isinstance(user, User) else None
    keys = named | (set(kept.values_list("exhibitor_id", flat=True)) if kept is not None else set())
    exhibitors = list(ExhibitorRow.objects.filter(pk__in=keys, expo__in=expos))
    booths = BoothRow.objects.filter(exhibitor__in=[each.pk for each in exhibitors]).select_related("hall")
    of_expo: dict[int, list[BoothRow]] = defaultdict(list)
    for booth in booths:
        of_expo[booth.hall.expo_id].append(booth)
    return [plan_route([each for each in exhibitors if each.expo_id == expo.pk], of_expo[expo.pk]) for expo in expos]


def calendars_of(expos: list[ExpoRow], info: Any, language_code: str | None = None) -> list[str]:
    texts = localize(
        subject=ExpoRow.SUBJECT,
        rows=expos,
        fields=FIELDS,
        language=str(language_code or info.context.language),
        source_language=lambda expo: expo.source_language,
    )
    hours: dict[int, list[OpeningHours]] = defaultdict(list)
    for each in OpeningHours.objects.filter(expo__in=expos).order_by("day", "opens_at", "pk"):
        hours[each.expo_id].append(each)
    return [
        fair_calendar(expo, hours[expo.pk], _texts(expo, said), now=info.context.now)
        for expo, said in zip(expos, texts, strict=True)
    ]


def _texts(expo: ExpoRow, said: Any) -> FairTexts:
    name, description = said["name"], said["description"]
    return FairTexts(
        name=name.text if name else expo.name,
        description=description.text if description else "",
        address=fair_address(expo.slug),
    )


def short_addresses(booths: list[BoothRow], info: Any) -> list[str]:
    halls = HallRow.objects.filter(pk__in={booth.hall_id for booth in booths})
    slugs = dict(halls.values_list("pk", "expo__slug"))
    return [booth_address(slugs[booth.hall_id], booth.code) for booth in booths]
