"""The exhibitor manual in the API: pages for staff, and with answers for an exhibitor."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.db.models import Count

from i18n.graphql.localized import localized_texts, localized_type
from i18n.graphql.types.language import LanguageDisplay, language_argument
from i18n.translate import localize
from marketplace.expo.contracts.open import file_url
from marketplace.expo.exhibitor import Exhibitor as ExhibitorRow
from marketplace.expo.graphql.access import STAFF, of_exhibitor
from marketplace.expo.manual.answer import ManualAnswer as AnswerRow
from marketplace.expo.manual.answer import ManualDone
from marketplace.expo.manual.page import ManualPage as PageRow
from marketplace.expo.manual.page import ManualQuestion as QuestionRow
from marketplace.expo.manual.page import QuestionKind
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Date,
    DateTime,
    Decimal,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    batch,
    related,
    related_list,
)

ManualQuestionKindEnum = Enum.from_enum(
    enum.StrEnum("ManualQuestionKindEnum", {name: name for name in QuestionKind.names}),
    description="What an answer is: a text, a number, one of the choices, a file.",
)
ManualPageLocalized = localized_type("ManualPageLocalized", required=["title", "body"])
OWN = of_exhibitor(lambda one: one.exhibitor_id)


class ManualQuestion(ObjectType):
    """What exhibitors are asked on a page. Reached through pages that the caller may read."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    kind = Field(ManualQuestionKindEnum, required=True)
    label = Field(String, required=True, language_code=language_argument(), description="The nearest text there is.")
    choices = Field(
        NonNull(List(NonNull(String))),
        language_code=language_argument(),
        description="An answer is the number of one, from 0.",
    )
    source_label = Field(String, required=True, access=STAFF, description="As the organiser wrote it.")
    source_choices = Field(NonNull(List(NonNull(String))), access=STAFF, description="As the organiser wrote them.")
    is_required = Field(Boolean, required=True)

    @staticmethod
    @batch
    def resolve_label(questions: list[QuestionRow], info: Any, language_code: str | None = None) -> list[str]:
        return [texts["label"].text for texts in _localized(questions, info, language_code)]

    @staticmethod
    @batch
    def resolve_choices(questions: list[QuestionRow], info: Any, language_code: str | None = None) -> list[list[str]]:
        found = _localized(questions, info, language_code)
        return [_lines(question, texts["choices"]) for question, texts in zip(questions, found, strict=True)]

    @staticmethod
    @batch
    def resolve_source_label(questions: list[QuestionRow], info: Any) -> list[str]:
        return [question.label for question in questions]

    @staticmethod
    @batch
    def resolve_source_choices(questions: list[QuestionRow], info: Any) -> list[list[str]]:
        return [question.lines for question in questions]


def _localized(questions: Sequence[QuestionRow], info: Any, language_code: str | None) -> list[dict[str, Any]]:
    return localize(
        subject=QuestionRow.SUBJECT,
        rows=questions,
        fields=["label", "choices"],
        language=str(language_code or info.context.language),
        source_language=attrgetter("page.source_language"),
    )


def _lines(question: QuestionRow, translated: Any) -> list[str]:
    """A translation with another number of lines would give answers another meaning: then the original."""
    lines = [line for line in translated.text.split("\n") if line] if translated is not None else []
    return lines if len(lines) == len(question.lines) else question.lines


class ManualPage(ObjectType):
    """A subject of the exhibitor manual. Reached by staff, and by exhibitors of its fair."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    title = Field(String, required=True, access=STAFF, description="As the organiser wrote it; see localized.")
    body = Field(String, required=True, access=STAFF, description="As the organiser wrote it; see localized.")
    source_language = Field(LanguageDisplay, required=True)
    localized = Field(ManualPageLocalized, required=True, language_code=language_argument())
    position = Field(Int, required=True)
    due_on = Field(Date, description="The last day to confirm it or to answer its questions.")
    questions = Field(NonNull(List(NonNull(ManualQuestion))), size=10)
    done_count = Field(Int, required=True, access=STAFF, description="How many exhibitors have done it.")

    resolve_localized = localized_texts(PageRow.SUBJECT, ["title", "body"])
    resolve_questions = related_list(
        lambda info: QuestionRow.objects.select_related("page").order_by("position", "pk"), by="page_id"
    )

    @staticmethod
    @batch
    def resolve_done_count(pages: list[PageRow], info: Any) -> list[int]:
        rows = ManualDone.objects.filter(page__in=pages).order_by().values("page_id").annotate(count=Count("pk"))
        counts = {row["page_id"]: row["count"] for row in rows}
        return [counts.get(page.pk, 0) for page in pages]


class ManualAnswer(ObjectType):
    """An exhibitor's latest answer to a question."""

    class Meta:
        access = OWN

    question = Field(ManualQuestion, required=True)
    text = Field(String)
    number = Field(Decimal)
    choice = Field(Int, description="The number of the choice, from 0.")
    file_name = Field(String)
    file_url = Field(String, description="Opens the file for an hour.")
    answered_at = Field(DateTime, required=True)

    resolve_question = related("question", queryset=lambda info: QuestionRow.objects.select_related("page"))

    @staticmethod
    @batch
    def resolve_text(answers: list[AnswerRow], info: Any) -> list[str | None]:
        return [answer.text or None for answer in answers]

    @staticmethod
    @batch
    def resolve_file_name(answers: list[AnswerRow], info: Any) -> list[str | None]:
        return [answer.file_name or None for answer in answers]

    @staticmethod
    @batch
    def resolve_file_url(answers: list[AnswerRow], info: Any) -> list[str | None]:
        now = info.context.now
        return [
            file_url(answer.file, answer.file_name, answer.file_type, now=now) if answer.file else None
            for answer in answers
        ]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page as one exhibitor has it."""

    exhibitor_id: int
    page: PageRow
    done_at: datetime | None
    answers: list[AnswerRow]


class ExhibitorManualPage(ObjectType):
    """A page of the manual with the exhibitor's answers."""

    class Meta:
        access = OWN

    page = Field(ManualPage, required=True)
    done_at = Field(DateTime, description="When the exhibitor confirmed or answered it last.")
    answers = Field(NonNull(List(NonNull(ManualAnswer))), size=10)


def own_pages(exhibitors: Sequence[ExhibitorRow]) -> list[list[OwnPage]]:
    """Each exhibitor's manual; three statements for all of them."""
    expos = {exhibitor.expo_id for exhibitor in exhibitors}
    pages = list(PageRow.objects.filter(expo__in=expos).order_by("position", "pk"))
    done = {(row.exhibitor_id, row.page_id): row.done_at for row in ManualDone.objects.filter(exhibitor__in=exhibitors)}
    answers: dict[tuple[int, int], list[AnswerRow]] = {}
    rows = AnswerRow.objects.filter(exhibitor__in=exhibitors).select_related("question")
    for row in rows.order_by("question__position", "pk"):
        answers.setdefault((row.exhibitor_id, row.question.page_id), []).append(row)
    return [
        [
            OwnPage(exhibitor.pk, page, done.get((exhibitor.pk, page.pk)), answers.get((exhibitor.pk, page.pk), []))
            for page in pages
            if page.expo_id == exhibitor.expo_id
        ]
        for exhibitor in exhibitors
    ]
