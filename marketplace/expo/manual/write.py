"""The exhibitor manual as staff write it: pages, and the questions on them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.locks import lock_expo
from marketplace.expo.manual.answer import ManualAnswer, ManualDone
from marketplace.expo.manual.page import ManualPage, ManualQuestion, QuestionKind

MOST_PAGES, MOST_QUESTIONS, MOST_CHOICES = 60, 30, 50
LIMITS = {"title": 160, "body": 20_000}
QUESTION_LIMITS = {"label": 250, "choices": 2_000}
_LINES = ("body", "choices")


@dataclass(frozen=True, slots=True)
class PagePlan:
    title: str
    body: str
    source_language: str = "vi"
    position: int = 0
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    label: str
    kind: str
    choices: str = ""
    is_required: bool = False
    id: int | None = None
    """Of the question that is changed; none for a new one."""


def create_manual_page(*, expo: Expo, plan: PagePlan) -> ManualPage:
    """Raises ``Refused``."""
    values = _tidied(asdict(plan))
    refuse_any(_page_problems(values))
    with transaction.atomic():
        lock_expo(expo.pk)
        if ManualPage.objects.filter(expo=expo).count() >= MOST_PAGES:
            raise Refused(texts.invalid("expo_id", _("A manual has at most %(limit)s pages."), limit=MOST_PAGES))
        return ManualPage.objects.create(expo=expo, **values)


def update_manual_page(*, page: ManualPage, changes: Mapping[str, Any]) -> ManualPage:
    """Change the given fields of a `PagePlan`; ``due_on`` may become none. Raises ``Refused``."""
    kept = {name: value for name, value in changes.items() if value is not None or name == "due_on"}
    values = _tidied(kept)
    refuse_any(_page_problems(values))
    with transaction.atomic():
        lock_expo(page.expo_id)
        current = ManualPage.objects.get(pk=page.pk)
        for name, value in values.items():
            setattr(current, name, value)
        current.save()
    return current


def delete_manual_page(*, page: ManualPage) -> None:
    """Only while nobody has answered or done it: answers are kept. Raises ``Refused``."""
    with transaction.atomic():
        lock_expo(page.expo_id)
        if ManualAnswer.objects.filter(question__page=page).exists() or ManualDone.objects.filter(page=page).exists():
            raise Refused(Problem("id", "ANSWERED", _("Exhibitors have answered this page; it stays.")))
        questions = list(ManualQuestion.objects.filter(page=page).values_list("pk", flat=True))
        remove_translations(subject=ManualQuestion.SUBJECT, object_ids=questions)
        remove_translations(subject=ManualPage.SUBJECT, object_ids=[page.pk])
        ManualPage.objects.filter(pk=page.pk).delete()


def set_questions(*, page: ManualPage, drafts: Sequence[QuestionDraft]) -> list[ManualQuestion]:
    """Let these be the page's questions, in this order. Raises ``Refused`` and changes nothing.

    One that has been answered keeps its kind, and cannot be left out.
    """
    tidy = [_tidied(asdict(draft)) for draft in drafts]
    with transaction.atomic():
        lock_expo(page.expo_id)
        present = {question.pk: question for question in ManualQuestion.objects.filter(page=page)}
        answered = set(ManualAnswer.objects.filter(question__page=page).values_list("question_id", flat=True))
        refuse_any(_question_problems(tidy, present, answered))
        gone = present.keys() - {values["id"] for values in tidy}
        remove_translations(subject=ManualQuestion.SUBJECT, object_ids=sorted(gone))
        ManualQuestion.objects.filter(pk__in=gone).delete()
        return [_store(page, place, values, present) for place, values in enumerate(tidy)]


def _store(
    page: ManualPage, place: int, values: dict[str, Any], present: Mapping[int, ManualQuestion]
) -> ManualQuestion:
    question = present.get(values["id"]) or ManualQuestion(page=page)
    for name in ("label", "kind", "choices", "is_required"):
        setattr(question, name, values[name])
    question.position = place
    question.save()
    return question


def _tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: texts.tidy(value, lines=name in _LINES) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _page_problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = texts.lengths(values, LIMITS) + texts.language(values)
    problems += [texts.required(name) for name in ("title", "body") if name in values and not values[name]]
    if not 0 <= values.get("position", 0) <= 1_000:
        problems.append(texts.invalid("position", _("Between 0 and 1000.")))
    return problems


def _question_problems(
    drafts: Sequence[dict[str, Any]], present: Mapping[int, ManualQuestion], answered: set[int]
) -> list[Problem]:
    if len(drafts) > MOST_QUESTIONS:
        return [texts.invalid("questions", _("At most %(limit)s questions on a page."), limit=MOST_QUESTIONS)]
    problems = [problem for place, values in enumerate(drafts) for problem in _one(place, values, present, answered)]
    if answered - {values["id"] for values in drafts}:
        problems.append(Problem("questions", "ANSWERED", _("A question that has been answered stays.")))
    return problems


def _one(
    place: int, values: dict[str, Any], present: Mapping[int, ManualQuestion], answered: set[int]
) -> list[Problem]:
    found = texts.lengths(values, QUESTION_LIMITS)
    if not values["label"]:
        found.append(texts.required("label"))
    if values["kind"] not in QuestionKind.values:
        found.append(texts.invalid("kind", _("Choose one of the list.")))
    lines = [line for line in values["choices"].split("\n") if line.strip()]
    values["choices"] = "\n".join(line.strip() for line in lines) if values["kind"] == QuestionKind.CHOICE else ""
    if values["kind"] == QuestionKind.CHOICE and not 2 <= len(lines) <= MOST_CHOICES:
        message = _("Write between 2 and %(most)s choices, one a line.")
        found.append(texts.invalid("choices", message, most=MOST_CHOICES))
    known = values["id"]
    if known is not None and known not in present:
        found.append(Problem("id", "NOT_FOUND", _("There is no such question on this page.")))
    elif known in answered and present[known].kind != values["kind"]:
        found.append(Problem("kind", "ANSWERED", _("This question has been answered; its kind stays.")))
    return [Problem(one.field, one.code, one.message, one.params, place) for one in found]
