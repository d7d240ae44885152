"""What is wrong with an address, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as value
from typing import Literal

from i18n.messages import gettext_noop as _

ProblemCode = Literal["REQUIRED", "INVALID"]


@dataclass(frozen=True, slots=True)
class AddressProblem:
    """One field's problem; ``field`` is named as in `AddressData`, ``message`` is a message id with ``params``."""

    field: str
    code: ProblemCode
    message: str
    params: Mapping[str, object] = value(default_factory=dict)


class InvalidAddress(Exception):
    """The address cannot be delivered to as it stands."""

    def __init__(self, problems: list[AddressProblem]) -> None:
        super().__init__(", ".join(f"{problem.field} {problem.code}" for problem in problems))
        self.problems = problems

    @property
    def errors(self) -> dict[str, AddressProblem]:
        """The first problem of each field."""
        return {problem.field: problem for problem in reversed(self.problems)}


def required(name: str) -> AddressProblem:
    return AddressProblem(name, "REQUIRED", _("This field is required."))


def not_there(name: str) -> AddressProblem:
    return AddressProblem(name, "INVALID", _("This is not known in the chosen country."))
