"""What can be translated: the kinds of records, their fields, who owns them and in which language they are written.

A package declares its kinds where it starts (``AppConfig.ready``), so that coverage, exchange, memory and machine
translation work for all of them without knowing any.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet


class Markup(StrEnum):
    """What may stand in a text."""

    LINE = "LINE"
    LINES = "LINES"
    HTML = "HTML"


@dataclass(frozen=True, slots=True)
class TextField:
    """A column that holds text for people. ``clean`` is what every way in does to it before it is stored."""

    name: str
    label: str
    """An English message id."""
    longest: int
    markup: Markup = Markup.LINE
    clean: Callable[[str], str] = str.strip


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of record whose texts can be translated."""

    kind: str
    """Its name among translations: ``catalog.Product``."""
    label: str
    """An English message id for what one of them is called."""
    rows: Callable[[], QuerySet[Any]]
    """All records that are worth translating: those deleted or corrected are left out."""
    fields: tuple[TextField, ...]
    owner: str = ""
    """The path to the owning seller's id; empty for what belongs to the marketplace."""
    source_language: str = ""
    """The path to the language of the originals; empty where ``written_in`` says it."""
    written_in: str = ""
    parent: str = ""
    """The path to the id of the product that the record belongs to; empty where it belongs to none."""
    names: tuple[str, ...] = ()
    """Paths to what people know the record by, for lists of work."""
    role: str = "MANAGER"
    """Who may translate it: the least role in the owning seller, or for the marketplace's own a permission of staff."""
    changed: Callable[[Sequence[str]], None] = field(default=lambda keys: None)
    """Tells the world that texts of these records changed; called inside the transaction of the change."""

    def field(self, name: str) -> TextField | None:
        return next((one for one in self.fields if one.name == name), None)


class UnknownSubject(LookupError):
    """No package has declared this kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"{kind!r} is not a kind of record that can be translated")
        self.kind = kind


_subjects: dict[str, Subject] = {}


def register_subject(subject: Subject) -> None:
    """Declare a kind; doing it again replaces the declaration."""
    _subjects[subject.kind] = subject


def subject_of(kind: str) -> Subject:
    """The kind's declaration; raises `UnknownSubject`."""
    try:
        return _subjects[kind]
    except KeyError:
        raise UnknownSubject(kind) from None


def known_subject(kind: str) -> Subject | None:
    return _subjects.get(kind)


def all_subjects() -> list[Subject]:
    """Every kind, in the order they were declared."""
    return list(_subjects.values())


def subjects_of_owner(owner_id: int) -> list[Subject]:
    """The kinds that a seller may own, or with 0 those of the marketplace itself."""
    return [subject for subject in _subjects.values() if bool(subject.owner) == bool(owner_id)]
