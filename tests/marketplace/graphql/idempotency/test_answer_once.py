"""The same key gives the same answer, once."""

import base64
import threading
from datetime import timedelta
from decimal import Decimal as Exact
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from marketplace.events.models import OutboxMessage
from marketplace.graphql import (
    ANYONE,
    SIGNED_IN,
    Context,
    Decimal,
    Field,
    InputError,
    Int,
    Mutation,
    ObjectType,
    Schema,
    String,
    Upload,
)
from marketplace.graphql.idempotency.answer_once import HELD, KEPT, forget_answers
from marketplace.graphql.models import StoredAnswer
from tests.catalog.stock.conftest import Parallel
from tests.marketplace.graphql.messages import make_message
from tests.marketplace.graphql.shop import Person, Query

KEY = "8d1f0c0e-5f0b-4a7e-9d55-000000000001"
GATE = threading.Event()
BUSY = threading.Event()


class Pot(ObjectType):
    class Meta:
        access = ANYONE

    number = Int(required=True)
    price = Decimal()
    secret = Field(String, access=SIGNED_IN & ANYONE)
    broken = String()

    @staticmethod
    def resolve_broken(root: Any, info: Any) -> str:
        raise InputError("It broke.", code="INVALID")


class PotCreate(Mutation):
    """Make a pot."""

    class Arguments:
        name = String(required=True)
        picture = Upload()

    class Meta:
        access = ANYONE
        creates = True

    pot = Field(Pot)

    @classmethod
    def perform(cls, info: Any, *, name: str, picture: Any = None) -> dict[str, Any]:
        make_message(name=name)
        number = OutboxMessage.objects.count()
        if name == "cracked" and number < 3:
            raise InputError("Too few.", field="name")
        return {"pot": {"number": number, "price": Exact("1.50")}}


class PotFire(Mutation):
    """Fire a pot, in transactions of its own."""

    class Arguments:
        name = String(required=True)

    class Meta:
        access = ANYONE
        creates = True
        atomic = False

    number = Int()

    @classmethod
    def perform(cls, info: Any, *, name: str) -> dict[str, Any]:
        if name == "slow":
            BUSY.set()
            GATE.wait(10)
        if name == "cracked":
            raise InputError("Cracked.", field="name")
        with transaction.atomic():
            make_message(name=name)
        return {"number": OutboxMessage.objects.count()}


class Mutations(ObjectType):
    pot_create = PotCreate.Field()
    pot_fire = PotFire.Field()


schema = Schema(query=Query, mutation=Mutations)
CREATE = """mutation($name: String!, $key: String, $picture: Upload) {
  made: potCreate(name: $name, picture: $picture, idempotencyKey: $key) { pot { number price } errors { field code } }
}"""
FIRE = """mutation($name: String!, $key: String) {
  potFire(name: $name, idempotencyKey: $key) { number errors { code } }
}"""


def ask(document: str = CREATE, *, actor: Any = None, **variables: Any) -> Any:
    context = Context()
    context.actor = actor or Person()
    return schema.execute(document, {"key": KEY, **variables}, context=context)


def code(result: Any) -> str:
    [payload] = result.data.values()
    return str(payload["errors"][0]["code"])


@pytest.mark.django_db
def test_without_a_key_everything_is_done_each_time() -> None:
    assert ask(name="a", key=None).to_json() != ask(name="a", key=None).to_json()
    assert not StoredAnswer.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("document", [CREATE, FIRE])
def test_the_same_key_gives_the_same_bytes_and_does_nothing(document: str) -> None:
    first = ask(document, name="a").to_json()
    make_message(name="something else")
    assert ask(document, name="a").to_json() == first
    assert OutboxMessage.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("document", [CREATE, FIRE])
def test_another_body_under_the_key_is_a_conflict_and_does_nothing(document: str) -> None:
    ask(document, name="a")
    assert code(ask(document, name="b")) == "IDEMPOTENCY_CONFLICT"
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db
def test_another_selection_is_another_body() -> None:
    ask(name="a")
    assert code(ask(CREATE.replace("number price", "number"), name="a")) == "IDEMPOTENCY_CONFLICT"


@pytest.mark.django_db
def test_another_file_is_another_body() -> None:
    first = ask(name="a", picture=SimpleUploadedFile("a.png", b"one")).to_json()
    assert ask(name="a", picture=SimpleUploadedFile("a.png", b"one")).to_json() == first
    assert code(ask(name="a", picture=SimpleUploadedFile("a.png", b"two"))) == "IDEMPOTENCY_CONFLICT"


@pytest.mark.django_db
def test_keys_of_different_people_are_different_keys() -> None:
    assert ask(name="a").to_json() != ask(name="a", actor=Person(id=2)).to_json()


@pytest.mark.django_db
@pytest.mark.parametrize("document", [CREATE, FIRE])
def test_a_refusal_is_not_kept(document: str) -> None:
    assert code(ask(document, name="cracked")) == "INVALID"
    assert not StoredAnswer.objects.exists()
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db
def test_what_was_refused_may_succeed_later_under_its_key() -> None:
    ask(name="cracked")
    for name in ("x", "y"):
        make_message(name=name)
    assert ask(name="cracked").data["made"]["pot"]["number"] == 3


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    assert code(ask(name="a", key=key)) == "INVALID"
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db
def test_a_short_key_of_nobody_is_refused_for_it_could_be_anothers() -> None:
    context = Context()
    result = schema.execute(CREATE, {"key": "1", "name": "a"}, context=context)
    assert code(result) == "INVALID"


@pytest.mark.django_db
def test_errors_inside_the_answer_are_repeated_with_it() -> None:
    document = CREATE.replace("number price", "number broken")
    first = ask(document, name="a").to_dict()
    assert first["errors"][0]["message"] == "It broke."
    assert ask(document, name="a").to_dict() == first
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db
def test_two_fields_of_one_request_have_keys_of_their_own() -> None:
    document = """mutation($name: String!, $key: String) {
      one: potCreate(name: $name, idempotencyKey: $key) { pot { number } errors { code } }
      two: potCreate(name: $name, idempotencyKey: $key) { pot { number } errors { code } }
    }"""
    data = ask(document, name="a").data
    assert data["two"]["errors"] == [{"code": "IDEMPOTENCY_CONFLICT"}]  # what was selected has another name
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db
def test_answers_are_forgotten_after_a_day() -> None:
    ask(name="a")
    assert forget_answers(now=timezone.now()) == 0
    assert forget_answers(now=timezone.now() + KEPT + timedelta(seconds=1)) == 1
    ask(name="a")
    assert OutboxMessage.objects.count() == 2


@pytest.mark.django_db
def test_a_key_older_than_a_day_is_free_before_anybody_sweeps() -> None:
    ask(name="a")
    StoredAnswer.objects.update(created_at=timezone.now() - KEPT - timedelta(seconds=1))
    ask(name="b")
    assert OutboxMessage.objects.count() == 2


@pytest.mark.django_db
def test_no_key_and_no_request_can_be_read_from_the_table() -> None:
    ask(name="told nobody")
    row = StoredAnswer.objects.values().get()
    assert KEY not in str(row)
    assert "told nobody" not in str(row)
    assert b"number" not in base64.urlsafe_b64decode(row["answer"])


def test_ten_at_once_do_it_once(in_parallel: Parallel) -> None:
    answers = in_parallel(lambda _: ask(name="a").to_json(), 10)
    assert len(set(answers)) == 1
    assert in_parallel(lambda _: OutboxMessage.objects.count(), 1) == [1]


def test_work_in_steps_is_in_progress_for_the_second(in_parallel: Parallel) -> None:
    GATE.clear()
    BUSY.clear()

    def task(number: int) -> Any:
        if number == 0:
            return ask(FIRE, name="slow").data
        BUSY.wait(10)
        second = ask(FIRE, name="slow")
        GATE.set()
        return second.data

    first, second = in_parallel(task, 2)
    assert first["potFire"] == {"number": 1, "errors": []}
    assert second["potFire"]["errors"] == [{"code": "IDEMPOTENCY_IN_PROGRESS"}]
    assert in_parallel(lambda _: ask(FIRE, name="slow").data, 1) == [first]


@pytest.mark.django_db
def test_who_died_at_work_in_steps_leaves_it_to_the_next() -> None:
    ask(FIRE, name="a")
    StoredAnswer.objects.update(is_done=False, held_until=timezone.now() + HELD)
    assert code(ask(FIRE, name="a")) == "IDEMPOTENCY_IN_PROGRESS"
    StoredAnswer.objects.update(held_until=timezone.now())
    assert ask(FIRE, name="a").data["potFire"]["errors"] == []
    assert StoredAnswer.objects.get().is_done
