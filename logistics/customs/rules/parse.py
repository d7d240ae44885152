"""A row of text becomes rules: one for each heading it names. Every mistake is said by column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from logistics.customs.dated import Provenance
from logistics.customs.rules.columns import MOST_CHARACTERS, REQUIRED
from logistics.customs.rules.rule import Buyer, Per, Rule, RuleKind

HS = re.compile(r"[0-9]{2,12}", re.ASCII)
COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
WORD = re.compile(r"[A-Za-z0-9_]{1,40}", re.ASCII)
MOST = Decimal(10) ** 12
MODES = ("", "sea", "air", "rail", "road", "post")


@dataclass(frozen=True, slots=True)
class Mistake:
    """``message`` is a message id."""

    column: str
    message: str
    params: Mapping[str, str] = field(default_factory=dict)


class BadRow(ValueError):
    """A row that is no rule."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(", ".join(f"{mistake.column}: {mistake.message}" for mistake in mistakes))
        self.mistakes = tuple(mistakes)


class _Cells:
    """Reads cells and collects what is wrong with them."""

    def __init__(self, row: Mapping[str, str]) -> None:
        self._row = row
        self.mistakes: list[Mistake] = []

    def wrong(self, column: str, message: str, **params: str) -> None:
        self.mistakes.append(Mistake(column, message, params))

    def text(self, column: str) -> str:
        found = (self._row.get(column) or "").strip()
        if len(found) > MOST_CHARACTERS:
            self.wrong(column, _("A cell has at most %(most)s characters."), most=str(MOST_CHARACTERS))
        return found[:MOST_CHARACTERS]

    def word(self, column: str, known: Sequence[str] | None = None) -> str:
        found = self.text(column)
        if known is not None and found not in known:
            listed = ", ".join(each for each in known if each)
            self.wrong(column, _("“%(said)s” is none of %(known)s."), said=found[:40], known=listed)
        elif found and known is None and not WORD.fullmatch(found):
            self.wrong(column, _("“%(said)s” is not a name of letters, digits and underscores."), said=found[:40])
        return found

    def matching(self, column: str, pattern: re.Pattern[str], message: str) -> str:
        found = self.text(column)
        if found and not pattern.fullmatch(found):
            self.wrong(column, message, said=found[:40])
        return found

    def number(self, column: str) -> Decimal | None:
        found = self.text(column)
        if not found:
            return None
        try:
            value = Decimal(found)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or not 0 <= value <= MOST:
            self.wrong(column, _("“%(said)s” is not a number of zero or more with a decimal point."), said=found[:40])
            return None
        return value

    def percent(self, column: str) -> Decimal | None:
        value = self.number(column)
        return None if value is None else value / 100

    def day(self, column: str) -> date | None:
        found = self.text(column)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            self.wrong(column, _("“%(said)s” is not a day such as 2026-11-21."), said=found[:40])
            return None

    def headings(self, column: str) -> tuple[str, ...]:
        found = tuple(part.replace(".", "") for part in self.text(column).split())
        for each in found:
            if not HS.fullmatch(each):
                self.wrong(column, _("“%(said)s” is not the beginning of an HS code."), said=each[:40])
        return found

    def yes(self, column: str) -> bool:
        return self.word(column, ("", "yes", "no")) == "yes"


def rules_of_row(row: Mapping[str, str], territories: Sequence[str], *, edition: int = 0) -> list[Rule]:
    """The rules of one row, one for each heading; raises ``BadRow`` with everything that is wrong."""
    cells = _Cells(row)
    for column in REQUIRED:
        if not (row.get(column) or "").strip():
            cells.wrong(column, _("This column must be filled."))
    if cells.mistakes:
        raise BadRow(cells.mistakes)
    kind = cells.word("kind", tuple(RuleKind))
    territory = cells.word("territory", tuple(territories))
    headings = cells.headings("hs")
    since = _since(cells)
    if cells.mistakes:
        raise BadRow(cells.mistakes)
    rule = _rule(cells, RuleKind(kind), territory, since, edition)
    _check(cells, rule, headings)
    if cells.mistakes:
        raise BadRow(cells.mistakes)
    if rule.kind == RuleKind.LOW_VALUE:
        return [_named(rule, "", headings)]
    return [_named(rule, hs, ()) for hs in headings or ("",)]


def _since(cells: _Cells) -> Provenance:
    first, last = cells.day("effective_from"), cells.day("effective_to")
    if first and last and last < first:
        cells.wrong("effective_to", _("The last day is before the first."))
    return Provenance(
        effective_from=first or date.min,
        effective_to=last,
        legal_basis=cells.text("legal_basis"),
        source=cells.text("source"),
        source_date=cells.day("source_date") or date.min,
        checked=cells.yes("checked"),
    )


def _rule(cells: _Cells, kind: RuleKind, territory: str, since: Provenance, edition: int) -> Rule:
    country = _("“%(said)s” is not a country of two letters such as VN.")
    frees = cells.word("frees", ("", "duty", "duty tax"))
    return Rule(
        kind=kind,
        territory=territory,
        since=since,
        country=cells.matching("country", COUNTRY, country),
        origin=cells.matching("origin", COUNTRY, country),
        agreement=cells.word("agreement"),
        name=cells.word("name"),
        rate=cells.percent("rate"),
        rate_most=cells.percent("rate_most"),
        amount=cells.number("amount"),
        currency=cells.text("currency"),
        per=cells.word("per", ("", *Per)),
        least=cells.number("least"),
        most=cells.number("most"),
        mode=cells.word("mode", MODES),
        buyer=cells.word("buyer", tuple(Buyer)),
        above=cells.number("above"),
        threshold=cells.number("threshold"),
        frees_tax=frees == "duty tax",
        collected_at_sale=cells.word("collected", ("", "sale", "import")) == "sale",
        of_customs_value=cells.word("valued", ("", "goods", "customs")) == "customs",
        waived=cells.number("waived"),
        on_tax=cells.word("on_tax"),
        maybe_reduced=cells.headings("maybe_reduced"),
        ended=cells.word("action", ("", "set", "end")) == "end",
        edition=edition,
        note=cells.text("note"),
    )


def _check(cells: _Cells, rule: Rule, headings: Sequence[str]) -> None:
    """What each kind needs beside what all need."""
    if rule.currency and not is_currency(rule.currency):
        cells.wrong("currency", _("“%(said)s” is not a currency in use."), said=rule.currency[:40])
    needs: dict[RuleKind, tuple[str, ...]] = {
        RuleKind.LOW_VALUE: ("threshold", "currency", "name"),
        RuleKind.TAX: ("country", "name", "rate"),
        RuleKind.FEE: ("name", "currency"),
        RuleKind.ADDITIONAL: ("name",),
        RuleKind.VALUATION: ("rate",),
        RuleKind.EXCHANGE: ("currency", "amount"),
    }
    if rule.kind == RuleKind.LOW_VALUE and rule.name == "flat_per_heading":
        needs[RuleKind.LOW_VALUE] = ("threshold", "currency", "name", "amount")
    for column in () if rule.ended and rule.kind != RuleKind.EXCHANGE else needs.get(rule.kind, ()):
        if getattr(rule, column) in (None, ""):
            cells.wrong(column, _("A row of this kind needs this column."))
    if rule.kind == RuleKind.DUTY:
        _check_duty(cells, rule, headings)
    if rule.kind == RuleKind.LOW_VALUE and rule.name not in ("relief", "flat_per_heading"):
        cells.wrong("name", _("“%(said)s” is none of %(known)s."), said=rule.name, known="relief, flat_per_heading")
    if rule.rate_most is not None and (rule.rate is None or rule.rate_most < rule.rate):
        cells.wrong("rate_most", _("The highest rate is below the lowest."))


def _check_duty(cells: _Cells, rule: Rule, headings: Sequence[str]) -> None:
    if not headings:
        cells.wrong("hs", _("A row of this kind needs this column."))
    if rule.rate is None and rule.amount is None and not rule.ended:
        cells.wrong("rate", _("A duty is a percentage, an amount, or both."))
    amounts = [rule.amount, rule.least, rule.most]
    if any(each is not None for each in amounts) and not (rule.currency and rule.per):
        cells.wrong("per", _("An amount needs its currency and what it is for: kg, 100kg, 100kg_gross, pair or piece."))


def _named(rule: Rule, hs: str, except_hs: tuple[str, ...]) -> Rule:
    about = hs or rule.country or rule.name or rule.currency or "*"
    parts = (rule.territory, rule.kind, about, rule.agreement, rule.since.effective_from.isoformat())
    name = "/".join(part for part in parts if part) + (f"@{rule.edition}" if rule.edition else "")
    return replace(rule, hs=hs, except_hs=except_hs, since=replace(rule.since, rule=name))
