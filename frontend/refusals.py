"""What can stand between a visitor and a page, each as an exception the machinery knows how to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing to correct: a field of the form (``None`` for the form as a whole), a code, and words for people."""

    field: str | None
    code: str
    message: str
    extra: dict[str, Any] | None = None
    """What else the error says: ``row`` and ``column`` of an import, ``seconds`` to wait, ``index`` in a list."""

    @property
    def index(self) -> int | None:
        return (self.extra or {}).get("index")


class Refused(Exception):
    """The mutation was not carried out; the form is shown again, filled, with these errors."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(", ".join(f"{error.field}: {error.code}" for error in errors))
        self.errors = tuple(errors)


class Moved(Exception):
    """The page has another address, for good: one is sent there."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotSignedIn(Exception):
    """The page is for people who are signed in."""


class NotAllowed(Exception):
    """The person signed in may not see or do this."""


class NotFound(Exception):
    """There is nothing at this address that the visitor may know of."""


class BadRequest(Exception):
    """The request cannot have come from one of our own forms or links."""


class ApiFailed(Exception):
    """The API answered with an error that is nobody's input: the server's own trouble."""


class ApiAway(Exception):
    """The API is not there for a moment: what was asked is to be asked again."""
