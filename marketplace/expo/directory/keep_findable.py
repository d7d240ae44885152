"""What exhibitors are found by, written anew: days open and close what they show without anybody saying so."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q

from marketplace.expo.directory.words import refresh_words
from marketplace.expo.exhibition import LOCAL_ZONE
from marketplace.expo.exhibitor import Exhibitor

_AT_ONCE = 500


def keep_findable(*, now: datetime) -> None:
    """Of fairs that are not over, and of exhibitors that were there before words and websites were kept."""
    today = now.astimezone(ZoneInfo(LOCAL_ZONE)).date()
    wanted = Exhibitor.objects.filter(Q(expo__ends_on__gte=today) | Q(words_shown="")).order_by("pk")
    refresh_words(wanted.values_list("pk", flat=True))
    _keep_websites()


def _keep_websites() -> None:
    missing = list(Exhibitor.objects.filter(website_key="").exclude(website_url="").order_by("pk"))
    for each in missing:
        each.refresh_keys()
    Exhibitor.objects.bulk_update([each for each in missing if each.website_key], ["website_key"], batch_size=_AT_ONCE)
