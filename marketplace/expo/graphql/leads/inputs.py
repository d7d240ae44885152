"""What is given about leads, as the verbs want it."""

from typing import Any

from marketplace.expo.leads.wanted import WantedLeads
from marketplace.graphql import (
    ID,
    UUID,
    Boolean,
    Date,
    DateTime,
    InputObjectType,
    Int,
    List,
    NonNull,
    String,
    integer_key,
)


class LeadFilterInput(InputObjectType):
    """Leads that fit all of it."""

    least_rating = Int()
    follow_up_due = Boolean(description="Whether the day to follow up has come and nobody has yet.")
    day = Date(description="Scanned on that day in Viet Nam.")
    search = String(description="Words of the note, and of the contact where it may be read.")


class LeadScanInput(InputObjectType):
    """A scanned badge and what was said. What is left out stays as it was noted before."""

    code = String(required=True, description="Of the badge, as it is printed on it.")
    client_id = UUID(required=True, description="Made by the telephone: the same moment sent again counts once.")
    scanned_at = DateTime(description="Now when left out; at most 30 days ago.")
    note = String()
    rating = Int(description="From 1 to 5.")
    follow_up_on = Date()
    exhibits = List(NonNull(ID), description="What the visitor was interested in.")


class LeadUpdateInput(InputObjectType):
    """What is left out stays; a null takes a rating or a day away."""

    note = String()
    rating = Int(description="From 1 to 5.")
    follow_up_on = Date()
    followed_up = Boolean()
    exhibits = List(NonNull(ID))


def wanted(given: Any) -> WantedLeads:
    filled = given or {}
    return WantedLeads(
        least_rating=filled.get("least_rating"),
        follow_up_due=filled.get("follow_up_due"),
        day=filled.get("day"),
        search=filled.get("search") or "",
    )


def exhibit_keys(global_ids: list[str] | None) -> tuple[int, ...]:
    return tuple(integer_key(each, "Exhibit", field="exhibits") for each in global_ids or ())
