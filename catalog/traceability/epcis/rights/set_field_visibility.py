"""``set_field_visibility``: say who sees a field of one's events; nothing said means the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction

from catalog.traceability.epcis.capture.rows import KNOWN
from catalog.traceability.epcis.event import Audience
from catalog.traceability.epcis.rights.field_visibility import DEFAULTS, FieldVisibility
from marketplace.sellers.locks import lock_seller

if TYPE_CHECKING:
    from marketplace.sellers.models import Seller

ALWAYS_SEEN = frozenset(
    {"@context", "type", "isA", "eventTime", "eventTimeZoneOffset", "recordTime", "eventID", "errorDeclaration"}
)
"""Without them an event says nothing at all, or an error stays hidden."""
HIDEABLE = KNOWN - ALWAYS_SEEN
MOST_RULES = 100
_LONGEST = 400
_ILMD = "ilmd/"


class NoSuchField(ValueError):
    """It can be no field of an event, or none that can be hidden."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field[:100]!r} is no field that can be hidden")
        self.field = field


class TooManyRules(ValueError):
    def __init__(self, most: int) -> None:
        super().__init__(f"at most {most} fields")
        self.most = most


def set_field_visibility(*, seller: Seller, field: str, audience: str | None) -> None:
    """``audience`` nothing takes the seller's rule back. Raises `NoSuchField` and `TooManyRules`."""
    if not is_hideable(field):
        raise NoSuchField(field)
    with transaction.atomic():
        lock_seller(seller.pk)  # rules are counted and written by one at a time
        rules = FieldVisibility.objects.filter(seller=seller)
        if audience is None:
            rules.filter(field=field).delete()
        elif rules.exclude(field=field).count() >= MOST_RULES:
            raise TooManyRules(MOST_RULES)
        else:
            FieldVisibility.objects.update_or_create(
                seller=seller, field=field, defaults={"audience": Audience(audience)}
            )


def is_hideable(field: str) -> bool:
    """A field of the standard by its name, another by its expanded one, one of master data with ``ilmd/`` before."""
    own = field.removeprefix(_ILMD)
    is_uri = own.startswith(("http://", "https://", "urn:")) and own.isprintable() and " " not in own
    return len(field) <= _LONGEST and (field in HIDEABLE or is_uri)


def rules_in_force(seller: Seller) -> Mapping[str, tuple[str, bool]]:
    """By field: its audience, and whether that is the default."""
    own = dict(FieldVisibility.objects.filter(seller=seller).values_list("field", "audience"))
    fields = sorted({*DEFAULTS, *own})
    return {field: (own.get(field) or DEFAULTS[field], field not in own) for field in fields}
