"""``answer_manual_page``: an exhibitor's answers on a page of the manual, all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from catalog.products.clean_file import ENDINGS, clean_file
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo import texts
from marketplace.expo.contracts.storage import delete_file, write_file
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.locks import lock_exhibitor
from marketplace.expo.manual.answer import ManualAnswer, ManualDone
from marketplace.expo.manual.page import ManualPage, ManualQuestion, QuestionKind

LONGEST_TEXT = 4_000
MOST_NUMBER = Decimal(10) ** 10


@dataclass(frozen=True, slots=True)
class Answer:
    """To one question; what its kind does not ask for is left empty. All empty takes an answer back."""

    question_id: int
    text: str = ""
    number: Decimal | None = None
    choice: int | None = None
    file_name: str = ""
    file: bytes | None = None


def answer_manual_page(
    *, exhibitor: Exhibitor, page: ManualPage, answers: Sequence[Answer], by: User, now: datetime
) -> ManualDone:
    """Keep the answers, and that the page is done. Raises ``Refused`` and changes nothing.

    A question not named keeps its answer; required ones must be answered then. After its day a page can still be
    answered: staff see when it was.
    """
    if page.expo_id != exhibitor.expo_id:
        raise Refused(texts.invalid("page_id", _("This page is in the manual of another fair.")))
    questions = {question.pk: question for question in ManualQuestion.objects.filter(page=page)}
    refuse_any(_problems(questions, answers))
    values = {each.question_id: _values(questions[each.question_id], each) for each in answers}
    try:
        with transaction.atomic():
            lock_exhibitor(exhibitor.pk)
            for key, kept in values.items():
                _keep(exhibitor, key, kept, by, now)
            refuse_any(_unanswered(exhibitor, questions))
            done, _created = ManualDone.objects.update_or_create(
                exhibitor=exhibitor, page=page, defaults={"done_by": by, "done_at": now}
            )
    except BaseException:
        for kept in values.values():
            delete_file(kept.get("file", ""))
        raise
    return done


def _values(question: ManualQuestion, answer: Answer) -> dict[str, Any]:
    """The columns of the answer, empty when it is taken back."""
    if question.kind == QuestionKind.TEXT:
        text = texts.tidy(answer.text, lines=True)
        return {"text": text} if text else {}
    if question.kind == QuestionKind.NUMBER:
        return {"number": answer.number} if answer.number is not None else {}
    if question.kind == QuestionKind.CHOICE:
        return {"choice": answer.choice} if answer.choice is not None else {}
    return _kept_file(answer)


def _kept_file(answer: Answer) -> dict[str, Any]:
    if answer.file is None:
        return {}
    clean, file_type = clean_file(answer.file)
    stem = texts.tidy(answer.file_name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0])
    safe = "".join(sign for sign in stem if sign not in "<>:\"|?*'").strip(" .")[:100] or "file"
    name = f"{safe}.{ENDINGS[file_type]}"
    return {"file": write_file(clean, file_type), "file_name": name, "file_type": file_type}


_EMPTY: Mapping[str, Any] = {
    "text": "", "number": None, "choice": None, "file": "", "file_name": "", "file_type": ""
}  # fmt: skip


def _keep(exhibitor: Exhibitor, question_id: int, values: dict[str, Any], by: User, now: datetime) -> None:
    earlier = ManualAnswer.objects.filter(exhibitor=exhibitor, question_id=question_id).first()
    file = earlier.file if earlier is not None else ""
    if not values:
        ManualAnswer.objects.filter(exhibitor=exhibitor, question_id=question_id).delete()
    else:
        ManualAnswer.objects.update_or_create(
            exhibitor=exhibitor,
            question_id=question_id,
            defaults={**_EMPTY, **values, "answered_by": by, "answered_at": now},
        )
    transaction.on_commit(lambda: delete_file(file))


def _problems(questions: Mapping[int, ManualQuestion], answers: Sequence[Answer]) -> list[Problem]:
    problems = []
    if len({answer.question_id for answer in answers}) < len(answers):
        problems.append(texts.invalid("answers", _("Answer each question once.")))
    for place, answer in enumerate(answers):
        question = questions.get(answer.question_id)
        if question is None:
            problems.append(
                Problem("question_id", "NOT_FOUND", _("There is no such question on this page."), {}, place)
            )
        elif len(answer.text) > LONGEST_TEXT:
            message = _("At most %(limit)s characters.")
            problems.append(Problem("text", "INVALID", message, {"limit": LONGEST_TEXT}, place))
        elif answer.number is not None and not _is_small(answer.number):
            message = _("A number below ten billion, with at most four decimals.")
            problems.append(Problem("number", "INVALID", message, {}, place))
        elif answer.choice is not None and not 0 <= answer.choice < len(question.lines):
            problems.append(Problem("choice", "INVALID", _("Choose one of the list."), {}, place))
    return problems


def _is_small(number: Decimal) -> bool:
    return abs(number) < MOST_NUMBER and number == number.quantize(Decimal("0.0001"))


def _unanswered(exhibitor: Exhibitor, questions: Mapping[int, ManualQuestion]) -> list[Problem]:
    answered = ManualAnswer.objects.filter(exhibitor=exhibitor, question__in=questions)
    missing = [question for question in questions.values() if question.is_required]
    keys = set(answered.values_list("question_id", flat=True))
    message = _("Answer “%(question)s” too; it is needed.")
    return [
        Problem("answers", "REQUIRED", message, {"question": question.label})
        for question in missing
        if question.pk not in keys
    ]
