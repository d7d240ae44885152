from typing import Any
from uuid import UUID

from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.letter import SENDING, OutgoingLetter
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter as LetterRow
from marketplace.accounts.mail.retry import NotToBeRetried, retry_letter
from marketplace.graphql import ID, BadGlobalID, Field, InputError, Mutation, from_global_id


def letter_key(id: str) -> UUID:
    try:
        return UUID(from_global_id(id, "OutgoingLetter"))
    except ValueError:
        raise BadGlobalID(id, "OutgoingLetter", field="id") from None


class OutgoingLetterRetry(Mutation):
    """Try a letter again that the mail server refused or that was given up; one that waits is tried at once."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SENDING
        error_codes = ("WRONG_STATE",)
        known_errors = {
            NotToBeRetried: lambda _refusal: InputError(
                _("This letter was sent, or what it offers has ended."), field="id", code="WRONG_STATE"
            ),
            LetterRow.DoesNotExist: lambda _refusal: InputError(
                _("There is no such letter."), field="id", code="NOT_FOUND"
            ),
        }

    letter = Field(OutgoingLetter)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"letter": retry_letter(letter_id=letter_key(id))}
