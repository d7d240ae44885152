"""How the demo's makers number their goods: a prefix that the operator has seen, series, and a link of their own."""

from typing import Any

from catalog.traceability.identity.claim_prefix import claim_company_prefix, verify_company_prefix
from catalog.traceability.links.set_target import add_target
from catalog.traceability.links.target_data import TargetData
from catalog.traceability.minting.series import SeriesKind
from catalog.traceability.minting.set_series import set_number_series
from marketplace.demo.people import People
from marketplace.demo.sellers import SettledSeller
from marketplace.demo.world import read


def number_goods(sellers: dict[str, SettledSeller], people: People) -> int:
    """Before there are lots, whose events name them by their GTINs; returns how many makers have a prefix."""
    world = read("traceability.toml")
    for row in world["prefixes"]:
        _number(row, sellers[row["seller"]], people)
    for row in world["links"]:
        said = {name: value for name, value in row.items() if name not in {"seller", "uri", "languages"}}
        data = TargetData(**said, languages=tuple(row["languages"]))
        add_target(seller=sellers[row["seller"]].seller, uri=row["uri"], data=data)
    return len(world["prefixes"])


def _number(row: dict[str, Any], settled: SettledSeller, people: People) -> None:
    seller_id = settled.seller.pk
    prefix = claim_company_prefix(seller_id=seller_id, prefix=row["prefix"], evidence=row["evidence"], by=settled.owner)
    if prefix is not None:
        verify_company_prefix(prefix=prefix, by=people.operator)
    for kind, pattern in row["series"].items():
        set_number_series(seller_id=seller_id, variant=None, kind=SeriesKind(kind), pattern=pattern)
