"""A small world for the whole API: the cast, two houses with goods, orders, shipments, lots, imports and a fair."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from catalog.products.update import update_product
from catalog.search.index_products import rebuild_index
from marketplace.accounts.models import User
from marketplace.accounts.tokens.access import make_access_token
from marketplace.events.models import OutboxMessage
from tests.api.aftermath import make_aftermath
from tests.api.catalogue import make_collections, make_structure
from tests.api.fair_business import make_business
from tests.api.fair_leads import make_leads
from tests.api.fair_meetings import make_meetings
from tests.api.fair_visits import make_visits
from tests.api.post import make_post
from tests.api.talk import make_talk
from tests.api.world.around import content, fair, imports
from tests.api.world.goods import decisions, goods, reputation
from tests.api.world.own import own
from tests.api.world.texts import texts
from tests.api.world.trade import money, orders, screened, sellers_of_all_states
from tests.cast import Cast, assemble
from tests.factories.accounts import make_address, make_session, make_user
from tests.factories.channels import make_channel
from tests.factories.customs import make_edition
from tests.factories.money_out import make_money_out
from tests.factories.push import make_device


@dataclass
class World:
    cast: Cast
    people: dict[str, User]
    """By what they are: buyer, owner, manager, packer, stranger_owner, operator, expo_officer, other_buyer."""
    tokens: dict[str, str | None]
    """Access tokens by the same names, and nobody's."""
    facts: dict[str, Any]
    """Single rows that tests name."""
    own: dict[str, list[str]]
    """By type, ids of rows that the buyer or the owner has, or that wait for staff."""
    texts: dict[str, list[str]] = field(default_factory=dict)
    """Values that fit an argument by its name, beside ids."""


def make_world() -> World:
    """Everything the API can be asked about exists at least once, in the states that matter."""
    cast = assemble()
    channel = make_channel("eu")
    other_buyer = make_user(email="other.buyer@example.org", totp_seed="begun")
    other_buyer.saved_addresses.create(address=make_address(first_name="Geheim", street_address_1="Elders 9"))
    facts: dict[str, Any] = {"channel": channel, **make_structure()}
    facts["address"] = cast.buyer.default_shipping_address
    facts |= goods(cast.woodworks, facts, "moc")
    facts |= {f"other_{name}": row for name, row in goods(cast.pottery, facts, "gom").items()}
    facts |= make_collections(channel, facts["product"], facts["other_product"])
    facts |= sellers_of_all_states()
    facts |= orders(facts["variant"], facts["other_variant"], cast.buyer, other_buyer)
    facts |= money(facts, cast, cast.buyer)
    facts |= make_aftermath(facts, cast.buyer, other_buyer)
    facts |= make_money_out(cast)
    facts |= make_post(facts["unpaid_order"], facts["variant"], cast.operator)
    facts |= screened()
    facts["customs_edition"] = make_edition()
    update_product(product=facts["draft"], by=cast.woodworks.owner, hs_code="940161")
    facts |= fair(cast, facts)
    facts |= make_meetings(facts, cast.buyer)
    facts |= content()
    facts["session"] = make_session(cast.buyer)
    facts["push_device"] = make_device(cast.buyer, session=facts["session"])
    facts |= imports(cast, facts)
    facts |= reputation(facts, cast.buyer, other_buyer)
    facts |= make_talk(cast.woodworks, facts["variant"], cast.buyer, other_buyer, facts["other_variant"])
    facts |= make_leads(facts, cast.woodworks.owner)
    facts |= make_visits(facts)
    facts |= make_business(facts, cast.woodworks.owner)
    decisions(cast, facts)
    people = {
        "buyer": cast.buyer,
        "other_buyer": other_buyer,
        "owner": cast.woodworks.owner,
        "manager": cast.woodworks.manager,
        "packer": cast.woodworks.packer,
        "stranger_owner": cast.pottery.owner,
        "operator": cast.operator,
        "expo_officer": cast.expo_officer,
    }
    tokens: dict[str, str | None] = {name: make_access_token(user) for name, user in people.items()}
    tokens["buyer"] = make_access_token(cast.buyer, session=facts["session"].public_id)
    rebuild_index()
    OutboxMessage.objects.update(delivered_at=timezone.now())
    return World(cast, people, {"nobody": None, **tokens}, facts, own(facts), texts(facts, people))
