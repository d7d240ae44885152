"""The estimate while it is being made, and the estimate once it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from i18n.convert import NoRate, convert
from i18n.messages import gettext
from i18n.money import Money, sum_money
from logistics.consignment import Consignment
from logistics.customs import wording
from logistics.customs.dated import Provenance

GOODS, FREIGHT, DUTY, TAX, FEE = "GOODS", "FREIGHT", "DUTY", "TAX", "FEE"


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the cost; ``amount`` is ``None`` when it is levied and not known."""

    kind: str
    label: str
    amount: Money | None
    basis: str
    rate: Decimal | None = None
    """A share of one."""
    legal_basis: str = ""
    effective_from: date | None = None
    source: str = ""
    source_date: date | None = None


@dataclass(frozen=True, slots=True)
class LandedCost:
    """``total`` is the sum of the amounts that are known."""

    currency: str
    as_of: date
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    disclaimer: str
    total: Money

    @property
    def complete(self) -> bool:
        return not self.missing

    def part(self, kind: str) -> Money | None:
        """The sum of a kind's lines; ``None`` when there is none, or when one of them is not known."""
        amounts = [line.amount for line in self.lines if line.kind == kind]
        known = [amount for amount in amounts if amount is not None]
        return sum_money(known, self.currency) if amounts and len(known) == len(amounts) else None

    @property
    def goods(self) -> Money:
        return self.part(GOODS) or Money.zero(self.currency)

    @property
    def freight(self) -> Money | None:
        return self.part(FREIGHT)

    @property
    def duty(self) -> Money | None:
        return self.part(DUTY)

    @property
    def tax(self) -> Money | None:
        return self.part(TAX)

    @property
    def fees(self) -> Money | None:
        return self.part(FEE)


@dataclass(slots=True)
class Estimate:
    """Collects lines and what is missing, in the reader's language."""

    consignment: Consignment
    on: date
    language: str
    lines: list[Line] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    tax_free: Money | None = None
    """The threshold of a relief that frees from import tax as well."""
    duty_unknown: bool = False

    @property
    def nothing(self) -> Money:
        return Money.zero(self.consignment.currency)

    def say(self, msgid: str, **params: object) -> str:
        return gettext(self.language, msgid, **params)

    def miss(self, msgid: str, **params: object) -> None:
        text = self.say(msgid, **params)
        if text not in self.missing:
            self.missing.append(text)

    def add(
        self,
        kind: str,
        label: str,
        amount: Money | None,
        basis: str,
        *,
        rate: Decimal | None = None,
        since: Provenance | None = None,
        **params: object,
    ) -> None:
        self.lines.append(
            Line(
                kind=kind,
                label=self.say(label, **params),
                amount=amount,
                basis=basis,
                rate=rate,
                legal_basis=since.legal_basis if since else "",
                effective_from=since.effective_from if since else None,
                source=since.source if since else "",
                source_date=since.source_date if since else None,
            )
        )

    def in_currency(self, money: Money, currency: str) -> tuple[Money, str] | None:
        """The amount converted on the day, and the sentence that says how; ``None`` (and missing) without a rate."""
        if money.currency == currency:
            return money, ""
        try:
            converted = convert(money, currency, on=self.on)
        except NoRate:
            self.miss(wording.NO_EXCHANGE_RATE, base=money.currency, quote=currency)
            return None
        told = self.say(
            wording.CONVERTED,
            base=str(money),
            rate=f"{converted.rate.normalize():f}",
            quote=currency,
            date=converted.date.isoformat(),
            source=converted.source,
        )
        return converted.money, told

    def known(self, *kinds: str) -> Money:
        """The sum of the known amounts of these kinds."""
        amounts = [line.amount for line in self.lines if line.kind in kinds and line.amount is not None]
        return sum_money(amounts, self.consignment.currency)

    def result(self) -> LandedCost:
        return LandedCost(
            currency=self.consignment.currency,
            as_of=self.on,
            lines=tuple(self.lines),
            missing=tuple(self.missing),
            disclaimer=self.say(wording.DISCLAIMER),
            total=self.known(GOODS, FREIGHT, DUTY, TAX, FEE),
        )
