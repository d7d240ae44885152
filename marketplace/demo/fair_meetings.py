"""Whom visitors of the demo's fairs meet and which seminars they hear, asked for and answered as people do."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from marketplace.demo.sellers import SOURCE_LANGUAGE, SettledSeller
from marketplace.demo.world import read
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.meetings.answer import accept_meeting, move_meeting
from marketplace.expo.meetings.close_slots import close_slots, set_meeting_tables
from marketplace.expo.meetings.grid import slot_grid
from marketplace.expo.meetings.meeting import Side
from marketplace.expo.meetings.request import request_meeting
from marketplace.expo.meetings.words import Words
from marketplace.expo.seminars.arrange import SeminarPlan, create_seminar, translate_seminar
from marketplace.expo.seminars.seats import book_seat
from marketplace.expo.visitors.visitor import Visitor


def arrange_meetings(sellers: dict[str, SettledSeller]) -> int:
    """Every request and seminar of the world; returns how many meetings there are."""
    world = read("fair_meetings.toml")
    for data in world["seminars"]:
        _hold_seminar(data)
    return sum(_meet(data, sellers[data["seller"]]) for data in world["meetings"])


def _meet(data: dict[str, Any], settled: SettledSeller) -> int:
    exhibitor = Exhibitor.objects.select_related("expo").get(expo__slug=data["slug"], seller=settled.seller)
    slots = slot_grid(exhibitor.expo)
    if "tables" in data:
        set_meeting_tables(exhibitor=exhibitor, tables=data["tables"])
        exhibitor.refresh_from_db()
    close_slots(exhibitor=exhibitor, starts=[slots[number] for number in data.get("closed", ())])
    for given in data["requests"]:
        _request(exhibitor, slots, given)
    return len(data["requests"])


def _request(exhibitor: Exhibitor, slots: list[datetime], given: dict[str, Any]) -> None:
    now = timezone.now()
    invited = given.get("by") == "exhibitor"
    said = Words(given["exhibitor_message"], SOURCE_LANGUAGE) if invited else Words(given["message"], given["language"])
    meeting = request_meeting(
        exhibitor=exhibitor,
        visitor=Visitor.objects.get(expo=exhibitor.expo, email=given["email"]),
        starts_at=slots[given["slot"]],
        by=Side.EXHIBITOR if invited else Side.VISITOR,
        words=said,
        now=now,
    )
    if given["state"] == "agreed":
        accept_meeting(meeting=meeting, by=Side.EXHIBITOR, now=now)
    elif given["state"] == "moved":
        words = Words(given["answer"], SOURCE_LANGUAGE)
        move_meeting(meeting=meeting, by=Side.EXHIBITOR, starts_at=slots[given["to_slot"]], now=now, words=words)


def _hold_seminar(data: dict[str, Any]) -> None:
    expo = Expo.objects.get(slug=data["slug"])
    day = expo.starts_on + timedelta(days=data["day"])
    texts = dict(data["texts"])
    own = texts.pop(SOURCE_LANGUAGE)
    plan = SeminarPlan(
        title=own["title"],
        description=own["description"],
        source_language=SOURCE_LANGUAGE,
        speaker=data["speaker"],
        starts_at=datetime.combine(day, time.fromisoformat(data["hour"]), ZoneInfo(expo.timezone)),
        minutes=data["minutes"],
        seats=data["seats"],
        languages=data["languages"],
        hall=expo.halls.get(name=data["hall"]),
        room=data["room"],
    )
    now = timezone.now()
    seminar = create_seminar(expo=expo, plan=plan, now=now)
    for language, given in texts.items():
        translate_seminar(seminar=seminar, language=language, texts_given=given)
    for place, email in enumerate(data["booked"]):
        visitor = Visitor.objects.get(expo=expo, email=email)
        book_seat(seminar=seminar, visitor=visitor, now=now + timedelta(seconds=place))
