"""The exhibitor manual: questions, answers, what is left to do, and reminders."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.refusal import Refused
from marketplace.accounts.models import User
from marketplace.expo.contracts.storage import read_file
from marketplace.expo.manual.answer import ManualAnswer
from marketplace.expo.manual.answer_page import Answer, answer_manual_page
from marketplace.expo.manual.page import ManualPage
from marketplace.expo.manual.remind import remind_of_manual
from marketplace.expo.manual.tasks import TaskKind, tasks_of
from marketplace.expo.manual.write import QuestionDraft, delete_manual_page, set_questions
from marketplace.expo.models import Exhibitor
from tests.factories.accounts import make_user
from tests.factories.catalog import make_image
from tests.factories.expo import make_exhibitor
from tests.factories.fair_business import make_contracted, make_manual_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user()


@pytest.fixture
def exhibitor(user: User) -> Exhibitor:
    return make_contracted(user=user)


def answer(exhibitor: Exhibitor, page: ManualPage, user: User, *answers: Answer) -> None:
    answer_manual_page(exhibitor=exhibitor, page=page, answers=answers, by=user, now=timezone.now())


def test_answers_of_every_kind_are_kept_and_changed(exhibitor: Exhibitor, user: User) -> None:
    page = make_manual_page(exhibitor.expo)
    text, number, choice, file = page.questions.order_by("position")
    given = [
        Answer(text.pk, text="Thợ"),
        Answer(number.pk, number=Decimal("3.5")),
        Answer(choice.pk, choice=1),
        Answer(file.pk, file=make_image(), file_name="..\\bản vẽ.exe"),
    ]
    answer(exhibitor, page, user, *given)
    kept = {row.question_id: row for row in ManualAnswer.objects.filter(exhibitor=exhibitor)}
    assert (kept[text.pk].text, kept[number.pk].number, kept[choice.pk].choice) == ("Thợ", Decimal("3.5"), 1)
    assert kept[file.pk].file_name == "bản vẽ.webp"
    assert read_file(kept[file.pk].file)
    answer(exhibitor, page, user, Answer(number.pk))
    assert set(ManualAnswer.objects.values_list("question_id", flat=True)) == {text.pk, choice.pk, file.pk}


def test_what_does_not_fit_is_refused_and_nothing_kept(exhibitor: Exhibitor, user: User) -> None:
    page, elsewhere = make_manual_page(exhibitor.expo), make_manual_page(make_contracted().expo)
    text, number, choice, file = page.questions.order_by("position")
    foreign = elsewhere.questions.get(position=0)
    wrong = [
        [Answer(number.pk, number=Decimal(1))],
        [Answer(text.pk, text="x" * 4_001)],
        [Answer(text.pk, text="a"), Answer(choice.pk, choice=2)],
        [Answer(text.pk, text="a"), Answer(number.pk, number=Decimal(10) ** 11)],
        [Answer(text.pk, text="a"), Answer(file.pk, file=b"MZ", file_name="a.exe")],
        [Answer(text.pk, text="a"), Answer(text.pk, text="b")],
        [Answer(foreign.pk, text="a")],
    ]
    for answers in wrong:
        with pytest.raises(Refused):
            answer(exhibitor, page, user, *answers)
    with pytest.raises(Refused):
        answer(exhibitor, elsewhere, user)
    assert not ManualAnswer.objects.exists()


def test_answered_questions_and_pages_stay(exhibitor: Exhibitor, user: User) -> None:
    page = make_manual_page(exhibitor.expo)
    text = page.questions.get(position=0)
    answer(exhibitor, page, user, Answer(text.pk, text="Thợ"))
    for drafts in ([], [QuestionDraft("Ai?", "NUMBER", id=text.pk)], [QuestionDraft("Ai?", "TEXT", id=text.pk + 99)]):
        with pytest.raises(Refused):
            set_questions(page=page, drafts=drafts)
    kept = set_questions(page=page, drafts=[QuestionDraft("Ai làm?", "TEXT", id=text.pk)])
    assert [question.pk for question in kept] == [text.pk]
    with pytest.raises(Refused, match="ANSWERED"):
        delete_manual_page(page=page)


def test_tasks_are_in_the_order_of_their_days(exhibitor: Exhibitor, user: User) -> None:
    later = make_manual_page(exhibitor.expo, days=20)
    make_manual_page(exhibitor.expo, days=None)
    soon = make_manual_page(exhibitor.expo, days=3)
    tasks = tasks_of([exhibitor])[exhibitor.pk]
    assert [task.page for task in tasks][:2] == [soon, later]
    assert [task.kind for task in tasks].count(TaskKind.CONTRACT) == 1
    answer(exhibitor, soon, user, Answer(soon.questions.get(position=0).pk, text="Thợ"))
    tasks = tasks_of([exhibitor])[exhibitor.pk]
    assert (tasks[0].page, tasks[-1].page, tasks[-1].is_done) == (later, soon, True)


def test_reminders_go_out_once_per_stage_to_who_has_not_done_it(exhibitor: Exhibitor, user: User) -> None:
    make_exhibitor(exhibitor.expo)
    page, start = make_manual_page(exhibitor.expo, days=12), timezone.now()
    assert [remind_of_manual(start + timedelta(days=days)) for days in (0, 2, 2, 5, 10, 11, 13)] == [
        0, 1, 0, 0, 1, 0, 0
    ]  # fmt: skip
    assert page.due_on is not None
    due_on = page.due_on + timedelta(days=10)
    ManualPage.objects.filter(pk=page.pk).update(due_on=due_on)
    answer(exhibitor, page, user, Answer(page.questions.get(position=0).pk, text="Thợ"))
    assert remind_of_manual(start + timedelta(days=14)) == 0
