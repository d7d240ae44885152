"""``portalConnectionSet`` and ``portalConnectionRemove``."""

from typing import Any

from catalog.graphql.access import caller
from catalog.graphql.portal_access import CONNECTION
from catalog.graphql.types.portal import PortalConnection
from catalog.traceability.portals.connection import remove_connection, set_connection
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.sellers.graphql.access import seller_for
from marketplace.sellers.member import MemberRole

LONGEST_TOKEN = 2000
MOST_FIELDS = 100


class PortalFieldNameInput(InputObjectType):
    """``tenHang`` is ``product.name``; ``congDoan[].ten`` is ``stages[].name``."""

    portal_field = String(required=True)
    record_field = String(required=True)


class PortalConnectionInput(InputObjectType):
    """Address, key and names. Without names the record goes under ours."""

    url = String(required=True, description="https, of the public internet; records are posted to {url}/records.")
    token = String(description="Left out it stays, as long as the address stays; empty takes it away.")
    fields = List(NonNull(PortalFieldNameInput))


class PortalConnectionSet(Mutation):
    """Say how a portal is reached. For owners."""

    class Arguments:
        seller = ID(required=True)
        portal = String(required=True)
        input = PortalConnectionInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = CONNECTION

    connection = Field(PortalConnection)

    @classmethod
    def perform(cls, info: Any, *, seller: str, portal: str, input: Any) -> dict[str, Any]:
        owner = seller_for(info, seller, MemberRole.OWNER, field="seller")
        token, names = input.get("token"), input.get("fields") or []
        if len(token or "") > LONGEST_TOKEN or len(names) > MOST_FIELDS:
            raise InputError(_("This is too long."), field="input")
        connection = set_connection(
            seller=owner,
            portal=portal,
            url=input["url"].strip(),
            token=token,
            mapping={pair["portal_field"].strip(): pair["record_field"].strip() for pair in names},
            by=caller(info),
        )
        return {"connection": connection}


class PortalConnectionRemove(Mutation):
    """Forget the address and key of a portal. For owners."""

    class Arguments:
        seller = ID(required=True)
        portal = String(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, seller: str, portal: str) -> dict[str, Any]:
        remove_connection(seller=seller_for(info, seller, MemberRole.OWNER, field="seller"), portal=portal)
        return {}
