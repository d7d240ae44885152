"""What a product lacks before a market may see it: the rules of `catalog.products.gates`, asked about products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from datetime import date

from catalog.products.gates.facts import Facts, gather
from catalog.products.gates.gates import GATES
from catalog.products.gates.requirement import Requirement, requirements
from catalog.products.product import Product
from i18n.today import today_here
from marketplace.channels.models import Channel

MOST_NAMED = 10
"""SKUs that a message names; the others are counted by the page that lists variants."""


@dataclass(frozen=True, slots=True)
class PublishGap:
    """Something that is missing. Only a ``blocking`` gap stops the publication."""

    field: str
    code: str
    message: str
    blocking: bool
    legal_basis: str
    is_checked: bool
    """Whether the rule was compared with the official text."""
    params: Mapping[str, object] = with_default(default_factory=dict)
    skus: tuple[str, ...] = ()
    """The variants that lack it; none where the product itself does."""


def missing_to_publish(product: Product, channel: Channel, *, on: date | None = None) -> list[PublishGap]:
    """Everything the product lacks for the channel, what blocks first; messages are message ids."""
    return missing_of_each([product], channel, on=on)[0]


def missing_of_each(products: Sequence[Product], channel: Channel, *, on: date | None = None) -> list[list[PublishGap]]:
    """The same for many products, in their order and with as many queries as for one."""
    if not products:
        return []
    today = on or today_here()
    facts = gather(products, channel, on=today)
    rules = [rule for rule in requirements() if rule.holds(channel, today)]
    return [_gaps(product, rules, facts) for product in products]


def _gaps(product: Product, rules: Sequence[Requirement], facts: Facts) -> list[PublishGap]:
    found = [gap for rule in rules if rule.concerns(product) and (gap := _gap(product, rule, facts))]
    return sorted(found, key=lambda gap: not gap.blocking)


def _gap(product: Product, rule: Requirement, facts: Facts) -> PublishGap | None:
    gate = GATES[rule.code]
    lack = gate.lack(product, facts)
    if lack is None:
        return None
    named = ", ".join(lack[:MOST_NAMED]) + (" …" if len(lack) > MOST_NAMED else "")
    return PublishGap(
        field=rule.field,
        code=rule.code,
        message=gate.message,
        blocking=rule.severity == "refuse",
        legal_basis=rule.legal_basis,
        is_checked=rule.checked,
        params={"skus": named} if lack else {},
        skus=lack,
    )
