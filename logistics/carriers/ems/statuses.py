"""EMS' states and what they are here.

Its documentation shows three codes; for the others the words that come with every code decide, without marks and in
this order. A text that none of them is in stays a note.
"""

from i18n.text import fold
from logistics.carrier import Incident
from logistics.shipments.status import ShipmentStatus as Status

Meaning = tuple[str, Incident | None]
NOTHING: Meaning = ("", None)
CODES: dict[str, Meaning] = {
    "1": (Status.BOOKED, None),  # made, waits for a yes
    "2": (Status.BOOKED, None),  # waits to be fetched
    "4": (Status.IN_TRANSIT, None),
}
WORDS: tuple[tuple[str, Meaning], ...] = (
    ("chuyen hoan thanh cong", (Status.RETURNED, None)),
    ("phat hoan thanh cong", (Status.RETURNED, None)),
    ("chuyen hoan", ("", Incident.RETURNING)),  # not "hoan" alone: "hoàn thành" is done
    ("phat hoan", ("", Incident.RETURNING)),
    ("phat khong thanh cong", ("", Incident.DELIVERY_FAILED)),
    ("giao khong thanh cong", ("", Incident.DELIVERY_FAILED)),
    ("phat thanh cong", (Status.DELIVERED, None)),
    ("giao thanh cong", (Status.DELIVERED, None)),
    ("lay hang khong thanh cong", ("", Incident.PICKUP_FAILED)),
    ("huy", (Status.CANCELLED, None)),
    ("dang phat", (Status.OUT_FOR_DELIVERY, None)),
    ("giao cho buu ta", (Status.OUT_FOR_DELIVERY, None)),
    ("van chuyen", (Status.IN_TRANSIT, None)),
    ("da lay hang", (Status.IN_TRANSIT, None)),
    ("cho lay hang", (Status.BOOKED, None)),
)


def meaning_of(code: str, words: str) -> Meaning:
    if code in CODES:
        return CODES[code]
    plain = " ".join(fold(words).split())
    return next((meaning for part, meaning in WORDS if part in plain), NOTHING)
