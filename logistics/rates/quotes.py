"""``quotes``: ask every carrier what it takes to bring a consignment to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import structlog
from django.utils import timezone

from i18n.convert import NoRate, RateUsed, rate
from i18n.messages import gettext
from logistics.consignment import Consignment
from logistics.rates.ask.outcome import Failed, Quoted, Silence, TooLate, silence_of
from logistics.rates.ask.question import Question
from logistics.rates.ask.questions import Asking, questions_for
from logistics.rates.ask.side_by_side import ask_side_by_side
from logistics.rates.rate import Rate
from logistics.rates.rate_of_quote import rate_of_quote

_log = structlog.get_logger(__name__)
_Exchange = dict[str, RateUsed | NoRate]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A carrier that gave no price, and why."""

    carrier: str
    name: str
    """In the reader's language."""
    silence: Silence
    fact: str
    """For the seller: what was wrong, in English."""
    said: str = ""
    """For the seller: the carrier's own words."""


@dataclass(slots=True)
class Answer:
    """What came back: rates, cheapest first, and the carriers without a price."""

    rates: list[Rate] = field(default_factory=list)
    unanswered: list[Unanswered] = field(default_factory=list)


def quotes(
    *,
    consignment: Consignment,
    seller_id: int | None = None,
    currency: str | None = None,
    on: date | None = None,
    language: str = "en",
    connected: bool = True,
) -> list[Rate]:
    """The rates of all carriers that answered, cheapest first, in ``currency`` (the consignment's by default).

    ``connected`` False: of those that need not be called, so that no stranger makes us call anybody.
    """
    asking = Asking(consignment, seller_id)
    return ask_carriers(asking, currency=currency, on=on, language=language, connected=connected).rates


def ask_carriers(
    asking: Asking, *, currency: str | None = None, on: date | None = None, language: str = "en", connected: bool = True
) -> Answer:
    """Like `quotes`, with those that did not answer: one carrier that is down never hides the others."""
    wanted = currency or asking.consignment.currency
    (answer,) = ask_carriers_for_all([asking], currency=wanted, on=on, language=language, connected=connected)
    return answer


def ask_carriers_for_all(
    askings: Sequence[Asking], *, currency: str, on: date | None = None, language: str = "en", connected: bool = True
) -> list[Answer]:
    """An answer for each, in their order, all in one time budget: a basket of five sellers waits no longer than one."""
    day = on or timezone.localdate()
    asked = questions_for(askings, on=day, connected=connected)
    outcomes = ask_side_by_side([question for _, question in asked])
    answers = [Answer() for _ in askings]
    exchange: _Exchange = {}
    for (position, question), outcome in zip(asked, outcomes, strict=True):
        if isinstance(outcome, Quoted):
            _add(answers[position], question, outcome, _exchange(outcome, currency, day, exchange), language)
        else:
            answers[position].unanswered.append(_unanswered(question, outcome, language))
    for answer in answers:
        answer.rates.sort(key=lambda rate: (rate.price.amount, rate.method_id))
    return answers


def _unanswered(question: Question, outcome: Failed | TooLate, language: str) -> Unanswered:
    silence = silence_of(outcome)
    fact = outcome.fact if isinstance(outcome, Failed) else "it did not answer in time"
    _log.info("carrier_gave_no_quote", carrier=question.carrier.code, silence=silence.value, fact=fact)
    said = outcome.said if isinstance(outcome, Failed) else ""
    return Unanswered(question.carrier.code, gettext(language, question.carrier.name), silence, fact, said)


def _exchange(outcome: Quoted, wanted: str, day: date, known: _Exchange) -> _Exchange:
    """One look-up per currency, however many services have prices in it."""
    for currency in {quote.price.currency for quote in outcome.quotes} - set(known):
        try:
            known[currency] = rate(currency, wanted, day)
        except NoRate as missing:
            known[currency] = missing
    return known


def _add(answer: Answer, question: Question, outcome: Quoted, exchange: _Exchange, language: str) -> None:
    missing: dict[str, NoRate] = {}
    for quote in outcome.quotes:
        used = exchange[quote.price.currency]
        if isinstance(used, NoRate):
            missing[quote.price.currency] = used
        else:
            answer.rates.append(rate_of_quote(question.carrier.code, quote, used, language))
    for fact in missing.values():
        answer.unanswered.append(_unanswered(question, Failed(str(fact), permanent=False), language))
