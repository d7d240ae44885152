"""Letters in the API, for staff: how they look, and how sending goes."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LETTER_MOVES, LetterState
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter as LetterRow
from marketplace.accounts.permissions import Permission
from marketplace.graphql import ID, Boolean, DateTime, Enum, Field, Int, ObjectType, String, connection_type, permission

PREVIEW = permission(Permission.CONTENT_MANAGE)
SENDING = permission(Permission.USERS_MANAGE)

OutgoingLetterState = Enum.from_enum(
    LetterState,
    name="OutgoingLetterState",
    description="WAITING until the mail server has accepted it; REFUSED for good, GIVEN_UP after days; EXPIRED with"
    " what it offered.",
)


class LetterPreview(ObjectType):
    """A letter with made-up data."""

    class Meta:
        access = PREVIEW

    kind = Field(String, required=True)
    language = Field(LanguageCodeEnum, required=True)
    subject = Field(String, required=True)
    text = Field(String, required=True)
    html = Field(String, required=True)

    @staticmethod
    def resolve_kind(found: tuple[str, Letter], info: Any) -> str:
        return found[0]

    @staticmethod
    def resolve_language(found: tuple[str, Letter], info: Any) -> str:
        return found[1].language

    @staticmethod
    def resolve_subject(found: tuple[str, Letter], info: Any) -> str:
        return found[1].subject_line

    @staticmethod
    def resolve_text(found: tuple[str, Letter], info: Any) -> str:
        return found[1].as_text()

    @staticmethod
    def resolve_html(found: tuple[str, Letter], info: Any) -> str:
        return found[1].as_html()


class OutgoingLetter(ObjectType):
    """A letter that waits, or what became of it. Its words are not shown: they were written to somebody else."""

    class Meta:
        access = SENDING

    id = Field(ID, required=True)
    kind = Field(String, required=True)
    recipient = Field(String, required=True)
    language = Field(LanguageCodeEnum, required=True)
    state = Field(OutgoingLetterState, required=True)
    attempts = Field(Int, required=True)
    last_error = Field(String, required=True, description="What kind of failure, and the mail server's code.")
    created = Field(DateTime, required=True)
    next_try_at = Field(DateTime, description="While it waits.")
    ended_at = Field(DateTime)
    may_retry = Field(Boolean, required=True)

    @staticmethod
    def resolve_created(row: LetterRow, info: Any) -> Any:
        return row.created_at

    @staticmethod
    def resolve_next_try_at(row: LetterRow, info: Any) -> Any:
        return row.available_at if row.state == LetterState.WAITING else None

    @staticmethod
    def resolve_may_retry(row: LetterRow, info: Any) -> bool:
        return row.state == LetterState.WAITING or LetterState.WAITING in LETTER_MOVES[LetterState(row.state)]


OutgoingLetterCountableConnection = connection_type(OutgoingLetter)


class OutgoingLetterCount(ObjectType):
    """How many letters are in a state."""

    class Meta:
        access = SENDING

    state = Field(OutgoingLetterState, required=True)
    count = Field(Int, required=True)
