"""``seminarCreate``, ``seminarUpdate``, ``seminarTranslate``, ``seminarCancel``, by staff."""

from typing import Any

from i18n.graphql.types.language import LanguageCodeEnum
from i18n.messages import gettext_noop as _
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import STAFF, caller, expo_of, hall_of
from marketplace.expo.graphql.seminars.access import seminar_of
from marketplace.expo.graphql.seminars.types import Seminar
from marketplace.expo.seminars.arrange import (
    FIELDS,
    SeminarPlan,
    cancel_seminar,
    create_seminar,
    translate_seminar,
    update_seminar,
)
from marketplace.graphql import (
    ID,
    DateTime,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
)

NEEDED = ("title", "speaker", "starts_at", "minutes", "seats")


class SeminarInput(InputObjectType):
    """What is left out stays as it is. A new seminar needs title, speaker, start, minutes and seats."""

    title = String()
    description = String()
    source_language = LanguageCodeEnum(description="Of title and description; VI when left out.")
    speaker = String()
    languages = List(NonNull(LanguageCodeEnum), description="Held or interpreted in; VI when left out.")
    hall_id = ID(description="Null for none.")
    room = String()
    starts_at = DateTime()
    minutes = Int(description="5 to 480.")
    seats = Int(description="1 to 5,000.")


class SeminarTranslationInput(InputObjectType):
    """What is left out stays as it is; an empty text removes the translation."""

    title = String()
    description = String()


class SeminarCreate(Mutation):
    """Add a seminar to a fair."""

    class Arguments:
        expo_id = ID(required=True)
        input = SeminarInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    seminar = Field(Seminar)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        expo, values = expo_of(info, expo_id, "expo_id"), _values(info, input)
        missing = [name for name in NEEDED if name not in values]
        if missing:
            raise InputError(_("This field is required."), field=missing[0], code="REQUIRED")
        return {"seminar": create_seminar(expo=expo, plan=SeminarPlan(**values), now=info.context.now)}


class SeminarUpdate(Mutation):
    """Change a seminar. Of another time or place everybody with a seat is told; more seats go to those who wait."""

    class Arguments:
        id = ID(required=True)
        input = SeminarInput(required=True)

    class Meta:
        access = STAFF
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    seminar = Field(Seminar)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        return {"seminar": update_seminar(seminar=seminar_of(info, id), changes=_values(info, input))}


class SeminarTranslate(Mutation):
    """Store a seminar's texts in another language."""

    class Arguments:
        id = ID(required=True)
        language_code = LanguageCodeEnum(required=True)
        input = SeminarTranslationInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    seminar = Field(Seminar)

    @classmethod
    def perform(cls, info: Any, *, id: str, language_code: Any, input: Any) -> dict[str, Any]:
        seminar = seminar_of(info, id)
        given = {name: input[name] for name in FIELDS if input.get(name) is not None}
        translate_seminar(seminar=seminar, language=str(language_code), texts_given=given, by=caller(info))
        return {"seminar": seminar}


class SeminarCancel(Mutation):
    """Call a seminar off for good; everybody who has a seat or waits for one is told."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = ("WRONG_STATE",)
        known_errors = errors.REFUSED

    seminar = Field(Seminar)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"seminar": cancel_seminar(seminar=seminar_of(info, id), now=info.context.now)}


def _values(info: Any, given: Any) -> dict[str, Any]:
    values = {name: value for name, value in given.items() if value is not None and name != "hall_id"}
    if "source_language" in values:
        values["source_language"] = str(values["source_language"])
    if "languages" in values:
        values["languages"] = [str(code) for code in values["languages"]]
    if "hall_id" in given:
        values["hall"] = hall_of(info, given["hall_id"], "hall_id") if given["hall_id"] else None
    return values
