"""How many characters may be sent a day: for each seller, and for the marketplace as a whole."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Sum

from i18n.machine_translation.request import MachineTranslationUsage


def reserve(*, owner_id: int, characters: int, now: datetime) -> bool:
    """Count the characters as sent, or say ``False`` and count nothing where a day's limit would be passed.

    The day's rows are locked in the order of their owners, so that two that reserve at once are counted one by one.
    """
    day = now.date()
    with transaction.atomic():
        MachineTranslationUsage.objects.get_or_create(day=day, owner_id=owner_id)
        of_day = MachineTranslationUsage.objects.filter(day=day).order_by("owner_id")
        sent = {row.owner_id: row.characters for row in of_day.select_for_update()}
        if sent[owner_id] + characters > settings.MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS and owner_id:
            return False
        if sum(sent.values()) + characters > settings.MACHINE_TRANSLATION_DAILY_CHARACTERS:
            return False
        MachineTranslationUsage.objects.filter(day=day, owner_id=owner_id).update(
            characters=F("characters") + characters
        )
    return True


def give_back(*, owner_id: int, characters: int, day: date) -> None:
    """What was reserved and then not translated."""
    MachineTranslationUsage.objects.filter(day=day, owner_id=owner_id, characters__gte=characters).update(
        characters=F("characters") - characters
    )


def sent_on(day: date, owner_id: int | None = None) -> int:
    rows = MachineTranslationUsage.objects.filter(day=day)
    if owner_id is not None:
        rows = rows.filter(owner_id=owner_id)
    return int(rows.aggregate(sum=Sum("characters"))["sum"] or 0)


def left_on(day: date, owner_id: int) -> int:
    """The characters that may still be sent today for this owner."""
    whole = settings.MACHINE_TRANSLATION_DAILY_CHARACTERS - sent_on(day)
    if not owner_id:
        return max(0, whole)
    return max(0, min(whole, settings.MACHINE_TRANSLATION_SELLER_DAILY_CHARACTERS - sent_on(day, owner_id)))


def next_day(now: datetime) -> datetime:
    """The first moment of tomorrow, when the counts begin anew."""
    return (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
