"""``manualPageCreate``, ``manualPageUpdate``, ``manualPageDelete``, ``manualQuestionsSet``, ``manualPageAnswer``."""

from typing import Any

from catalog.graphql.inputs import read_upload
from catalog.products.picture import MOST_BYTES
from i18n.graphql.types.language import LanguageCodeEnum
from marketplace.accounts.graphql.access import signed_in_user
from marketplace.expo.graphql import errors
from marketplace.expo.graphql.access import EXHIBITOR, STAFF, expo_of, own_exhibitor, row_of
from marketplace.expo.graphql.inputs import given
from marketplace.expo.graphql.manual.types import ManualPage, ManualQuestionKindEnum
from marketplace.expo.manual.answer_page import Answer, answer_manual_page
from marketplace.expo.manual.page import ManualPage as PageRow
from marketplace.expo.manual.write import (
    PagePlan,
    QuestionDraft,
    create_manual_page,
    delete_manual_page,
    set_questions,
    update_manual_page,
)
from marketplace.expo.people.member import ExhibitorRole
from marketplace.graphql import (
    ID,
    Boolean,
    Date,
    Decimal,
    Field,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    Upload,
    integer_key,
)


class ManualPageInput(InputObjectType):
    """What is left out stays as it is; a ``dueOn`` of null takes the day away."""

    title = String()
    body = String()
    source_language = LanguageCodeEnum()
    position = Int()
    due_on = Date()


class ManualPageCreate(Mutation):
    """Add a page to the exhibitor manual."""

    class Arguments:
        expo_id = ID(required=True)
        input = ManualPageInput(required=True)

    class Meta:
        access = STAFF
        creates = True
        known_errors = errors.REFUSED

    manual_page = Field(ManualPage)

    @classmethod
    def perform(cls, info: Any, *, expo_id: str, input: Any) -> dict[str, Any]:
        plan = PagePlan(**{"title": "", "body": "", **given(input)})
        return {"manual_page": create_manual_page(expo=expo_of(info, expo_id, "expo_id"), plan=plan)}


class ManualPageUpdate(Mutation):
    """Change a page."""

    class Arguments:
        id = ID(required=True)
        input = ManualPageInput(required=True)

    class Meta:
        access = STAFF
        known_errors = errors.REFUSED

    manual_page = Field(ManualPage)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        changes = given(input) | ({"due_on": input["due_on"]} if "due_on" in input else {})
        return {"manual_page": update_manual_page(page=_page(id), changes=changes)}


class ManualPageDelete(Mutation):
    """Remove a page that nobody has answered."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = STAFF
        error_codes = ("ANSWERED",)
        known_errors = errors.REFUSED

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_manual_page(page=_page(id))
        return {}


class ManualQuestionInput(InputObjectType):
    """A question; with the id of one that is there it is changed, else it is new."""

    id = ID()
    label = String(required=True)
    kind = ManualQuestionKindEnum(required=True)
    choices = List(NonNull(String), description="Of a CHOICE: between 2 and 50.")
    is_required = Boolean()


class ManualQuestionsSet(Mutation):
    """Let these be a page's questions, in this order. One that has been answered stays, with its kind."""

    class Arguments:
        page_id = ID(required=True)
        questions = List(NonNull(ManualQuestionInput), required=True, description="At most 30.")

    class Meta:
        access = STAFF
        error_codes = ("ANSWERED",)
        known_errors = errors.REFUSED

    manual_page = Field(ManualPage)

    @classmethod
    def perform(cls, info: Any, *, page_id: str, questions: Any) -> dict[str, Any]:
        page = _page(page_id, "page_id")
        set_questions(page=page, drafts=[_draft(each) for each in questions])
        return {"manual_page": page}


def _draft(given_question: Any) -> QuestionDraft:
    known = given_question.get("id")
    choices = [" ".join(line.split()) for line in given_question.get("choices") or ()]
    return QuestionDraft(
        label=given_question["label"],
        kind=str(given_question["kind"]),
        choices="\n".join(choices),
        is_required=bool(given_question.get("is_required")),
        id=integer_key(known, "ManualQuestion", field="id") if known else None,
    )


class ManualAnswerInput(InputObjectType):
    """To one question: what its kind asks for; none of it takes an answer back."""

    question_id = ID(required=True)
    text = String()
    number = Decimal()
    choice = Int(description="The number of the choice, from 0.")
    file = Upload(description="A PDF, or a JPEG, PNG or WebP picture, up to 10 MB.")


class ManualPageAnswer(Mutation):
    """Answer a page of the manual, which is done then. For managers of the exhibitor, and staff."""

    class Arguments:
        exhibitor_id = ID(required=True)
        page_id = ID(required=True)
        answers = List(NonNull(ManualAnswerInput), required=True, description="A question not named keeps its answer.")

    class Meta:
        access = EXHIBITOR
        known_errors = errors.REFUSED

    manual_page = Field(ManualPage)

    @classmethod
    def perform(cls, info: Any, *, exhibitor_id: str, page_id: str, answers: Any) -> dict[str, Any]:
        user = signed_in_user(info)
        exhibitor = own_exhibitor(info, exhibitor_id, role=ExhibitorRole.MANAGER)
        page = row_of(PageRow.objects.filter(expo_id=exhibitor.expo_id), "ManualPage", page_id, "page_id")
        given_answers = [_answer(each) for each in answers[:100]]
        answer_manual_page(exhibitor=exhibitor, page=page, answers=given_answers, by=user, now=info.context.now)
        return {"manual_page": page}


def _answer(given_answer: Any) -> Answer:
    file = given_answer.get("file")
    return Answer(
        question_id=integer_key(given_answer["question_id"], "ManualQuestion", field="question_id"),
        text=given_answer.get("text") or "",
        number=given_answer.get("number"),
        choice=given_answer.get("choice"),
        file_name=str(file.name or "") if file is not None else "",
        file=read_upload(file, most=MOST_BYTES, field="file") if file is not None else None,
    )


def _page(global_id: str, field: str = "id") -> PageRow:
    return row_of(PageRow.objects.all(), "ManualPage", global_id, field)
