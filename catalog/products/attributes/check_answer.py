"""An answer against its attribute: type, unit, bounds, and words cut down to what is safe.

Messages don't repeat the attribute's name: the problem's index says which answer is meant, and a page knows its name in
the reader's language.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.attribute import SEVERAL, WITH_CHOICES, Attribute, InputType
from catalog.products.attributes.attribute_file import CheckedFile, read_file
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.find_values import Found
from catalog.products.attributes.unit import Unit, WrongUnit, converted
from catalog.products.description import sanitised
from catalog.products.fields import one_line
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

FIELD = "attributes"
MOST_PICKED = 30
LONGEST_PLAIN = 500
LONGEST_RICH = 10_000
_EARLIEST, _LATEST = datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """One value as it will be stored; exactly one field says something."""

    value: AttributeValue | None = None
    number: Decimal | None = None
    boolean: bool | None = None
    date: datetime.date | None = None
    text: str = ""
    file: CheckedFile | None = None


def check_answer(attribute: Attribute, answer: Answer, values: Found, *, index: int | None = None) -> list[Said]:
    """What the answer says, nothing when it is empty. Raises `Refused`, each problem with ``index``."""
    if attribute.input_type in WITH_CHOICES:
        return _picked(attribute, answer, values, index)
    if attribute.input_type == InputType.NUMERIC:
        return [] if answer.number is None else [Said(number=_number(attribute, answer, index))]
    if attribute.input_type == InputType.BOOLEAN:
        return [] if answer.boolean is None else [Said(boolean=answer.boolean)]
    if attribute.input_type == InputType.DATE:
        return [] if answer.date is None else [Said(date=_date(answer.date, index))]
    if attribute.input_type == InputType.FILE:
        return [] if answer.file is None else [Said(file=read_file(answer.file, index=index))]
    text = _text(attribute, answer.text, index)
    return [Said(text=text)] if text else []


def _picked(attribute: Attribute, answer: Answer, values: Found, index: int | None) -> list[Said]:
    words = [word for given in answer.values if (word := given.strip())]
    most = MOST_PICKED if attribute.input_type in SEVERAL else 1
    if len(set(words)) > most:
        raise _problem(index, _("Choose at most %(most)s values."), most=most)
    unknown = [word for word in words if (attribute.pk, word) not in values]
    if unknown:
        message = _("There is no value “%(value)s” to choose.")
        raise _problem(index, message, code="NOT_FOUND", value=unknown[0][:80])
    return [Said(value=row) for row in dict.fromkeys(values[attribute.pk, word] for word in words)]


def _number(attribute: Attribute, answer: Answer, index: int | None) -> Decimal:
    number = Decimal(0) if answer.number is None else answer.number
    if answer.unit and answer.unit != attribute.unit:
        number = _in_unit(attribute, number, answer.unit, index)
    if not number.is_finite():
        raise _problem(index, _("This must be a number."))
    if abs(number) >= 10**11 or (stored := number.quantize(Decimal("0.0001"))) != number:
        raise _problem(index, _("A number has at most 11 digits, and 4 more behind the point."))
    low, high = attribute.lowest, attribute.highest
    if (low is not None and stored < low) or (high is not None and stored > high):
        raise _out_of_bounds(attribute, index)
    return stored


def _in_unit(attribute: Attribute, number: Decimal, unit: str, index: int | None) -> Decimal:
    try:
        return converted(number, Unit(unit), Unit(attribute.unit))
    except (ValueError, WrongUnit):
        message = _("This isn't measured in %(unit)s.")
        raise _problem(index, message, unit=unit[:20]) from None


def _out_of_bounds(attribute: Attribute, index: int | None) -> Refused:
    lowest, highest = _plainly(attribute.lowest), _plainly(attribute.highest)
    if not lowest:
        return _problem(index, _("This must be at most %(highest)s."), highest=highest)
    if not highest:
        return _problem(index, _("This must be at least %(lowest)s."), lowest=lowest)
    message = _("This must be between %(lowest)s and %(highest)s.")
    return _problem(index, message, lowest=lowest, highest=highest)


def _plainly(bound: Decimal | None) -> str:
    return "" if bound is None else f"{bound.normalize():f}"


def _date(day: datetime.date, index: int | None) -> datetime.date:
    if not _EARLIEST <= day < _LATEST:
        raise _problem(index, _("This must be a date between 1900 and 2199."))
    return day


def _text(attribute: Attribute, given: str, index: int | None) -> str:
    rich = attribute.input_type == InputType.RICH_TEXT
    text = sanitised(given) if rich else one_line(given)
    longest = LONGEST_RICH if rich else LONGEST_PLAIN
    if len(text) > longest:
        raise _problem(index, _("This text is too long: at most %(longest)s characters."), longest=longest)
    return text


def _problem(index: int | None, message: str, *, code: str = "INVALID", **params: object) -> Refused:
    return Refused(Problem(FIELD, code, message, params, index))
