"""Trade agreements and their rules of origin, read from ``agreements/*.toml``: one file each, found by looking."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from i18n.money import Money
from logistics.customs.dated import Provenance
from logistics.customs.origin.codes import fits, fits_any
from logistics.customs.origin.criterion import Criterion, parse_way

FOLDER = Path(__file__).parent / "agreements"


@dataclass(frozen=True, slots=True)
class OriginRule:
    """For products of these digits, one of ``ways`` is enough; ``written`` is how the file says them."""

    hs: tuple[str, ...]
    ways: tuple[tuple[Criterion, ...], ...]
    written: tuple[str, ...]
    since: Provenance


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Materials that fail a change are excused up to ``percent`` of the price, or of the weight."""

    hs: tuple[str, ...]
    percent: Decimal
    by_weight: bool
    since: Provenance


@dataclass(frozen=True, slots=True)
class Cumulation:
    """Materials of these countries and codes count as originating in products of these codes."""

    countries: frozenset[str]
    materials: tuple[str, ...]
    products: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The proof of origin, and up to which value of a consignment an exporter may give it himself."""

    form: str
    legal_basis: str
    checked: bool
    own_statement_up_to: Money | None
    own_statement_basis: str
    statement: str
    """The words an exporter signs, with ``%(origin)s``; empty where the agreement has none for exporters of Vietnam."""


@dataclass(frozen=True, slots=True)
class Agreement:
    code: str
    name: str
    parties: frozenset[str]
    price: str
    """``EXW`` or ``FOB``: what percentages are of."""
    certificate: Certificate
    rules: tuple[OriginRule, ...]
    tolerances: tuple[Tolerance, ...]
    cumulations: tuple[Cumulation, ...]

    def rule_for(self, hs: str, on: date) -> OriginRule | None:
        """The rule whose digits fit longest and that holds on the day."""
        found = [(len(digits.partition("-")[0]), rule) for rule in self.rules for digits in rule.hs if fits(hs, digits)]
        live = [each for each in found if each[1].since.holds_on(on)]
        return max(live, key=lambda each: each[0])[1] if live else None

    def tolerance_for(self, hs: str, on: date) -> Tolerance | None:
        return next((row for row in self.tolerances if fits_any(hs, row.hs) and row.since.holds_on(on)), None)

    def counts(self, *, country: str, material: str, product: str) -> bool:
        """Whether a material of this country may count as originating in the product."""
        return country in self.parties or any(
            country in row.countries and fits_any(material, row.materials) and fits_any(product, row.products)
            for row in self.cumulations
        )


@cache
def agreements() -> dict[str, Agreement]:
    """By code, in the order of the codes."""
    read = (_agreement(tomllib.loads(path.read_text())) for path in sorted(FOLDER.glob("*.toml")))
    return {agreement.code: agreement for agreement in read}


def _agreement(data: dict[str, Any]) -> Agreement:
    head, shared = data["agreement"], data["rows"]
    return Agreement(
        code=head["code"],
        name=head["name"],
        parties=frozenset(head["parties"]),
        price=head["price"],
        certificate=_certificate(data["certificate"]),
        rules=tuple(_rule(shared | row) for row in data["rule"]),
        tolerances=tuple(_tolerance(shared | row) for row in data.get("tolerance", ())),
        cumulations=tuple(_cumulation(row) for row in data.get("cumulation", ())),
    )


def _certificate(row: dict[str, Any]) -> Certificate:
    limit = row.get("own_statement_up_to")
    return Certificate(
        form=row["form"],
        legal_basis=row["legal_basis"],
        checked=row["checked"],
        own_statement_up_to=Money(Decimal(limit), row["own_statement_currency"]) if limit else None,
        own_statement_basis=row.get("own_statement_basis", ""),
        statement=row.get("statement", ""),
    )


def _rule(row: dict[str, Any]) -> OriginRule:
    written = tuple(row["any_of"])
    return OriginRule(tuple(row["hs"]), tuple(map(parse_way, written)), written, _since(row))


def _tolerance(row: dict[str, Any]) -> Tolerance:
    return Tolerance(tuple(row["hs"]), Decimal(row["percent"]), row["of"] == "weight", _since(row))


def _cumulation(row: dict[str, Any]) -> Cumulation:
    return Cumulation(frozenset(row["countries"]), tuple(row["materials"]), tuple(row["products"]))


def _since(row: dict[str, Any]) -> Provenance:
    return Provenance(
        effective_from=row["effective_from"],
        effective_to=row.get("effective_to"),
        legal_basis=row["legal_basis"],
        source=row["source"],
        source_date=row["source_date"],
        checked=row["checked"],
    )
