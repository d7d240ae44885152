"""Letters in the public API: their previews, and the queue they are sent from."""

from typing import Any

from django.db.models import Count, QuerySet

from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.mutations.outgoing_letter_retry import OutgoingLetterRetry
from marketplace.accounts.graphql.types.letter import (
    PREVIEW,
    SENDING,
    LetterPreview,
    OutgoingLetterCount,
    OutgoingLetterCountableConnection,
    OutgoingLetterState,
)
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LetterState
from marketplace.accounts.mail.outgoing_letter import OutgoingLetter as LetterRow
from marketplace.accounts.mail.previews import NoSuchLetter, letter_kinds, sample_letter
from marketplace.graphql import ConnectionField, Field, List, NonNull, ObjectType, String


class LetterQueries(ObjectType):
    """What is written to people."""

    letter_previews = Field(
        List(NonNull(LetterPreview)),
        language=LanguageCodeEnum(required=True),
        required=True,
        access=PREVIEW,
        size=80,
        description="Every letter of the marketplace, with made-up data.",
    )
    letter_preview = Field(
        LetterPreview, kind=String(required=True), language=LanguageCodeEnum(required=True), access=PREVIEW
    )
    outgoing_letters = ConnectionField(
        OutgoingLetterCountableConnection,
        state=OutgoingLetterState(),
        access=SENDING,
        description="Letters on their way to the mail server, and what became of them; the latest first.",
    )
    outgoing_letter_counts = Field(List(NonNull(OutgoingLetterCount)), required=True, access=SENDING, size=5)

    @staticmethod
    def resolve_letter_previews(root: Any, info: Any, language: str) -> list[tuple[str, Letter]]:
        return [(kind, sample_letter(kind, language)) for kind in letter_kinds()]

    @staticmethod
    def resolve_letter_preview(root: Any, info: Any, kind: str, language: str) -> tuple[str, Letter] | None:
        try:
            return kind, sample_letter(kind, language)
        except NoSuchLetter:
            return None

    @staticmethod
    def resolve_outgoing_letters(root: Any, info: Any, state: str | None = None) -> QuerySet[LetterRow]:
        found = LetterRow.objects.order_by("-created_at", "-id")
        return found.filter(state=state) if state else found

    @staticmethod
    def resolve_outgoing_letter_counts(root: Any, info: Any) -> list[dict[str, Any]]:
        counts = dict(LetterRow.objects.order_by().values_list("state").annotate(Count("pk")))
        return [{"state": state, "count": counts.get(state, 0)} for state in LetterState]


class LetterMutations(ObjectType):
    """Sending again."""

    outgoing_letter_retry = OutgoingLetterRetry.Field()
