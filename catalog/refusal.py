"""How the catalogue says what is wrong with an input: every problem at once, each with its field, code and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default


@dataclass(frozen=True, slots=True)
class Problem:
    """``message`` is an English message id with named ``params``; ``field`` the Python name of the input field."""

    field: str | None
    code: str
    message: str
    params: Mapping[str, object] = with_default(default_factory=dict)
    index: int | None = None


class Refused(ValueError):
    """The input was refused and nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("a refusal needs a problem")
        super().__init__("; ".join(f"{p.field}: {p.code} {p.message % p.params}" for p in problems))
        self.problems = problems


def refuse_any(problems: Iterable[Problem]) -> None:
    """Raise `Refused` when there is at least one problem."""
    found = tuple(problems)
    if found:
        raise Refused(*found)
