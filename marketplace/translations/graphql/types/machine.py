"""Machine translation in the API."""

from typing import Any

from i18n.graphql.types.language import LanguageDisplay
from i18n.machine_translation.request import MachineTranslationRequest as RequestRow
from i18n.machine_translation.request import RequestStatus
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
)

MachineTranslationStatus = Enum.from_enum(RequestStatus, name="MachineTranslationStatus")
PROBLEMS = {
    "LIMIT": _("Today's limit of characters is reached; the rest follows tomorrow."),
    "QUOTA": _("The translation engine's paid quota is used up."),
    "BAD_KEY": _("The translation engine does not accept the marketplace's key."),
    "REFUSED": _("The translation engine does not translate between these languages, or not texts like these."),
    "SLOW_DOWN": _("The translation engine asked for a pause; the work goes on by itself."),
    "UNREACHABLE": _("The translation engine cannot be reached at the moment; it is asked again."),
    "WRONG_ANSWER": _("The translation engine answered with something else than translations; it is asked again."),
}


class MachineTranslationRequest(ObjectType):
    """Texts that were handed to the machine, and how far it is."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    language = Field(LanguageDisplay, required=True)
    status = Field(MachineTranslationStatus, required=True)
    engine = Field(String, required=True)
    units = Field(Int, required=True)
    done = Field(Int, required=True)
    skipped = Field(Int, required=True, description="Translated or changed by a person in the meantime.")
    failed = Field(Int, required=True, description="What came back had lost a name or a tag; nothing was stored.")
    characters = Field(Int, required=True)
    problem = Field(String, description="Why it waits or has ended, in the language of the request.")
    created_at = Field(DateTime, required=True)
    finished_at = Field(DateTime)

    @staticmethod
    @batch
    def resolve_problem(rows: list[RequestRow], info: Any) -> list[str | None]:
        language = info.context.language
        return [gettext(language, PROBLEMS.get(row.problem, row.problem)) if row.problem else None for row in rows]


class MachineTranslation(ObjectType):
    """Whether a machine translates here, and what it was asked to."""

    class Meta:
        access = SIGNED_IN

    is_configured = Field(Boolean, required=True)
    engine = Field(String, description="Its name; null when none is set up.")
    message = Field(String, description="What to tell people when none is set up.")
    characters_left_today = Field(Int, required=True)
    requests = Field(NonNull(List(NonNull(MachineTranslationRequest))), description="The latest ten, newest first.")
