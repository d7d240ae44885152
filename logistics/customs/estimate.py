"""The estimate while it is being made, and the estimate once it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from i18n.convert import NoRate, RateUsed
from i18n.convert import rate as stored_rate
from i18n.messages import gettext
from i18n.money import Money, sum_money
from logistics.consignment import Consignment
from logistics.customs import wording
from logistics.customs.dated import Provenance
from logistics.customs.rules.rulebook import customs_rate
from logistics.customs.spread import spread
from logistics.customs.territory import Territory
from logistics.incoterms import Payer

if TYPE_CHECKING:
    from logistics.left_out import LeftOut

GOODS, FREIGHT, DUTY, TAX, FEE = "GOODS", "FREIGHT", "DUTY", "TAX", "FEE"


class Confidence(StrEnum):
    EXACT = "EXACT"
    """By rules that were compared with their official text, without an exchange rate or an assumption."""
    ESTIMATE = "ESTIMATE"
    UNKNOWN = "UNKNOWN"
    """Levied, and how much is not known."""


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
    rule: str = ""
    """The rule's name, see `Provenance`."""
    checked: bool = True
    confidence: Confidence = Confidence.EXACT
    payer: Payer = Payer.BUYER
    """Who pays it at import; what the seller pays there is not in the total."""
    least: Money | None = None
    """Between these it lies where it is not known exactly and not counted."""
    most: Money | None = None
    shares: tuple[Money, ...] = ()
    """Of each item; they add up to the amount."""

    @property
    def counts(self) -> bool:
        return self.amount is not None and self.payer == Payer.BUYER


@dataclass(frozen=True, slots=True)
class LandedCost:
    """``total`` is the sum of the amounts that are known and that the buyer bears."""

    currency: str
    as_of: date
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    disclaimer: str
    total: Money
    incoterm: str = ""
    edition: int = 0
    """The last edition of the customs rules in it; 0 for those shipped."""
    items: tuple[ItemCost, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    """What was asked for and is in none of the sums."""

    @property
    def complete(self) -> bool:
        return not self.missing

    @property
    def confidence(self) -> Confidence:
        """The worst of the lines that the buyer bears."""
        found = {line.confidence for line in self.lines if line.payer == Payer.BUYER}
        if Confidence.UNKNOWN in found or self.missing:
            return Confidence.UNKNOWN
        return Confidence.ESTIMATE if Confidence.ESTIMATE in found else Confidence.EXACT

    @property
    def highest(self) -> Money:
        """The total with the most of everything that may come on top and whose limits are known."""
        unsure = [line.most for line in self.lines if line.most is not None and line.payer == Payer.BUYER]
        return sum_money([self.total, *unsure], self.currency)

    @property
    def paid_by_seller(self) -> Money:
        """Duty, tax and fees that the Incoterm puts on the seller, as far as they are known."""
        own = [line.amount for line in self.lines if line.amount is not None and line.payer == Payer.SELLER]
        return sum_money(own, self.currency)

    def part(self, kind: str) -> Money | None:
        """The buyer's sum of a kind's lines; ``None`` when there is none, or when one of them is not known."""
        lines = [line for line in self.lines if line.kind == kind]
        own = [line.amount for line in lines if line.payer == Payer.BUYER]
        known = [amount for amount in own if amount is not None]
        return sum_money(known, self.currency) if lines and len(known) == len(own) else None

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


@dataclass(frozen=True, slots=True)
class PreferenceOption:
    """What a trade agreement would make of one item's duty, and what it takes."""

    agreement: str
    name: str
    rate: Decimal | None
    duty: Money
    saving: Money
    needs: tuple[str, ...]
    """For people: the rule of origin, the proof, direct transport."""
    legal_basis: str
    effective_from: date
    checked: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ItemCost:
    """One item's part of the whole; the items' totals add up to the whole's total."""

    index: int
    description: str
    hs_code: str
    quantity: int
    goods: Money
    freight: Money
    """Its share of carriage and insurance."""
    customs_value: Money
    duty: Money | None
    """With additional duties; ``None`` when part of it is not known."""
    tax: Money | None
    total: Money
    per_piece: Money
    """Rounded; only for showing."""
    confidence: Confidence
    preferences: tuple[PreferenceOption, ...] = ()


@dataclass(slots=True)
class Estimate:
    """Collects lines and what is missing, in the reader's language."""

    consignment: Consignment
    on: date
    language: str
    territory: Territory | None = None
    payer: Payer = Payer.BUYER
    """Who bears what is levied at import."""
    lines: list[Line] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    tax_free: Money | None = None
    """The threshold of a relief that frees from import tax as well."""
    tax_at_sale: Money | None = None
    """The threshold below which the tax is charged with the price."""
    duty_unknown: bool = False
    customs_values: list[Money] = field(default_factory=list)
    """Of each item."""
    customs_value_guessed: bool = False
    valued_at_share: bool = False
    """Customs look at a share of the price, as of goods for personal use."""
    preferences: dict[int, tuple[PreferenceOption, ...]] = field(default_factory=dict)
    _rates: dict[tuple[str, str], RateUsed | None] = field(default_factory=dict)

    @property
    def nothing(self) -> Money:
        return Money.zero(self.consignment.currency)

    @property
    def weights(self) -> list[Decimal]:
        """By what common costs are spread: the items' values, or their pieces where nothing has a value."""
        values = [item.total_value.amount for item in self.consignment.items]
        return values if any(values) else [Decimal(item.quantity) for item in self.consignment.items]

    def say(self, msgid: str, **params: object) -> str:
        return gettext(self.language, msgid, **params)

    def miss(self, msgid: str, **params: object) -> None:
        """Something the buyer should know is lacking; of what the seller pays, its own line tells."""
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
        item: int | None = None,
        guessed: bool = False,
        payer: Payer | None = None,
        least: Money | None = None,
        most: Money | None = None,
        shares: Sequence[Money] | None = None,
        **params: object,
    ) -> None:
        levied = kind in (DUTY, TAX, FEE)
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
                rule=since.rule if since else "",
                checked=since.checked if since else True,
                confidence=_confidence(amount, since, guessed),
                payer=payer or (self.payer if levied else Payer.BUYER),
                least=least,
                most=most,
                shares=tuple(shares) if shares is not None else self._shares(amount, item),
            )
        )

    def _shares(self, amount: Money | None, item: int | None) -> tuple[Money, ...]:
        if amount is None:
            return ()
        if item is None:
            return tuple(spread(amount, self.weights))
        zero = self.nothing
        return tuple(amount if place == item else zero for place in range(len(self.consignment.items)))

    def in_currency(self, money: Money, currency: str) -> tuple[Money, str] | None:
        """The amount converted on the day, and the sentence that says how; ``None`` (and missing) without a rate.

        Customs' own rate where one is on record for the day, otherwise the stored one of a rate feed.
        """
        if money.currency == currency:
            return money, ""
        used = self._rate(money.currency, currency)
        if used is None:
            self.miss(wording.NO_EXCHANGE_RATE, base=money.currency, quote=currency)
            return None
        told = self.say(
            wording.CONVERTED,
            base=str(money.quantize()),
            rate=f"{used.rate.normalize():f}",
            quote=currency,
            date=used.on.isoformat(),
            source=used.source,
        )
        return Money(money.amount * used.rate, currency).quantize(), told

    def _rate(self, base: str, quote: str) -> RateUsed | None:
        if (base, quote) not in self._rates:
            self._rates[base, quote] = self._customs_rate(base, quote) or self._stored_rate(base, quote)
        return self._rates[base, quote]

    def _customs_rate(self, base: str, quote: str) -> RateUsed | None:
        territory = self.territory
        if territory is None or territory.currency not in (base, quote):
            return None
        found = customs_rate(territory, quote if base == territory.currency else base, self.on)
        if found is None:
            return None
        rate = found[0] if quote == territory.currency else Decimal(1) / found[0]
        return RateUsed(base, quote, rate, found[1].since.effective_from, found[1].since.rule)

    def _stored_rate(self, base: str, quote: str) -> RateUsed | None:
        try:
            return stored_rate(base, quote, self.on)
        except NoRate:
            return None

    def known(self, *kinds: str) -> Money:
        """The sum of the known amounts of these kinds, whoever bears them."""
        amounts = [line.amount for line in self.lines if line.kind in kinds and line.amount is not None]
        return sum_money(amounts, self.consignment.currency)

    def known_shares(self, *kinds: str) -> list[Money]:
        """The same, of each item."""
        sums = [self.nothing for _item in self.consignment.items]
        for line in self.lines:
            if line.kind in kinds and line.amount is not None:
                sums = [before + share for before, share in zip(sums, line.shares, strict=True)]
        return sums

    def result(self, *, edition: int = 0) -> LandedCost:
        bears = [line.amount for line in self.lines if line.amount is not None and line.counts]
        return LandedCost(
            currency=self.consignment.currency,
            as_of=self.on,
            lines=tuple(self.lines),
            missing=tuple(self.missing),
            disclaimer=self.say(wording.DISCLAIMER),
            total=sum_money(bears, self.consignment.currency),
            incoterm=self.consignment.incoterm,
            edition=edition,
            items=tuple(self._item(index) for index in range(len(self.consignment.items))),
        )

    def _item(self, index: int) -> ItemCost:
        item = self.consignment.items[index]
        total = self._of_item(index, GOODS, FREIGHT, DUTY, TAX, FEE)[0]
        duty, duty_known = self._of_item(index, DUTY)
        tax, tax_known = self._of_item(index, TAX)
        values = self.customs_values
        return ItemCost(
            index=index,
            description=item.description,
            hs_code=item.hs_code,
            quantity=item.quantity,
            goods=item.total_value,
            freight=self._of_item(index, FREIGHT)[0],
            customs_value=values[index] if values else item.total_value,
            duty=duty if duty_known else None,
            tax=tax if tax_known else None,
            total=total,
            per_piece=Money(total.amount / item.quantity, total.currency).quantize(),
            confidence=self._confidence_of(index),
            preferences=self.preferences.get(index, ()),
        )

    def _of_item(self, index: int, *kinds: str) -> tuple[Money, bool]:
        """What the buyer bears for an item, and whether all of it is known."""
        lines = [line for line in self.lines if line.kind in kinds and line.payer == Payer.BUYER]
        known = [line.shares[index] for line in lines if line.shares]
        return sum_money(known, self.consignment.currency), all(line.amount is not None for line in lines)

    def _confidence_of(self, index: int) -> Confidence:
        """The worst of the lines that concern the item."""
        own = [line for line in self.lines if not line.shares or line.shares[index] or not any(line.shares)]
        found = {line.confidence for line in own if line.payer == Payer.BUYER}
        if Confidence.UNKNOWN in found:
            return Confidence.UNKNOWN
        return Confidence.ESTIMATE if Confidence.ESTIMATE in found else Confidence.EXACT


def _confidence(amount: Money | None, since: Provenance | None, guessed: bool) -> Confidence:
    if amount is None:
        return Confidence.UNKNOWN
    return Confidence.ESTIMATE if guessed or (since is not None and not since.checked) else Confidence.EXACT


def cut_down(money: Money, step: Decimal | None) -> Money:
    """To a multiple of the step, downwards; without a step to the minor unit."""
    if step is None:
        return money.quantize()
    return Money((money.amount / step).quantize(Decimal(1), rounding=ROUND_FLOOR) * step, money.currency)
