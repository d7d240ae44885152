"""``fieldVisibilitySet``."""

from typing import Any

from catalog.graphql.types.epcis_event import EpcisAudience, FieldVisibility
from catalog.traceability.epcis.rights.set_field_visibility import (
    NoSuchField,
    TooManyRules,
    rules_in_force,
    set_field_visibility,
)
from i18n.messages import gettext_noop as _
from marketplace.graphql import ID, SIGNED_IN, Field, InputError, List, Mutation, NonNull, String
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole


class FieldVisibilitySet(Mutation):
    """Say who sees a field of one's events, or without an audience take that back. For managers."""

    class Arguments:
        seller = ID(required=True)
        field = String(required=True)
        audience = EpcisAudience()

    class Meta:
        access = SIGNED_IN
        known_errors: dict[type[Exception], Any] = {
            NoSuchField: lambda refusal: InputError(
                _("Events have no such field, or it cannot be hidden."), field="field"
            ),
            TooManyRules: lambda refusal: InputError(
                _("Rules for at most %(most)s fields are possible."), field="field", params={"most": refusal.most}
            ),
        }

    field_visibilities = Field(List(NonNull(FieldVisibility)))

    @classmethod
    def perform(cls, info: Any, *, seller: str, field: str, audience: str | None = None) -> dict[str, Any]:
        row = seller_for(info, seller, MemberRole.MANAGER, field="seller")
        set_field_visibility(seller=row, field=field, audience=audience)
        return {"field_visibilities": shown_rules(row)}


def shown_rules(seller: Any) -> list[dict[str, Any]]:
    return [
        {"field": field, "audience": audience, "is_default": is_default}
        for field, (audience, is_default) in rules_in_force(seller).items()
    ]
