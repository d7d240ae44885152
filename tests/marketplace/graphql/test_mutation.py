from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from marketplace.accounts.models import User
from marketplace.events.models import OutboxMessage
from marketplace.graphql import ANYONE, InputError, Mutation, ObjectType, Schema, String
from marketplace.graphql.mutation_errors import camel_path, from_integrity, from_validation
from tests.factories.accounts import make_user
from tests.marketplace.graphql.messages import make_message
from tests.marketplace.graphql.shop import Person, Query, ask, codes, make_schema

pytestmark = pytest.mark.django_db

CREATE = """mutation($input: WareInput!) {
  wareCreate(input: $input) { ware { id price } errors { field code message index row } }
}"""


def create(name: str, actor: Any = None, **options: Any) -> Any:
    return ask(CREATE, {"input": {"wareName": name, "price": "2.50"}}, actor=actor or Person(), **options)


def test_success_has_no_errors_and_stays() -> None:
    payload = create("pot").data["wareCreate"]
    assert payload["errors"] == []
    assert str(payload["ware"]["price"]) == "2.50"
    assert OutboxMessage.objects.count() == 1


def test_a_refusal_is_data_and_changes_nothing() -> None:
    result = create("dear")
    assert result.errors is None
    assert result.data["wareCreate"] == {
        "ware": None,
        "errors": [{"field": "wareName", "code": "TOO_DEAR", "message": "At most 9.", "index": None, "row": 4}],
    }
    assert not OutboxMessage.objects.exists()


def test_several_refusals_at_once() -> None:
    errors = create("two").data["wareCreate"]["errors"]
    assert [(error["field"], error["code"], error["index"]) for error in errors] == [
        ("price", "INVALID", None),
        ("wareName", "REQUIRED", 2),
    ]


@pytest.mark.parametrize(("name", "code"), [("lookup", "NOT_FOUND"), ("bad id", "GRAPHQL_ERROR")])
def test_known_failures_become_refusals(name: str, code: str) -> None:
    [error] = create(name).data["wareCreate"]["errors"]
    assert error["code"] == code
    assert not OutboxMessage.objects.exists()


def test_messages_are_translated() -> None:
    spoken = make_schema(translate=lambda message, params, language: f"[{language}] {message % params}")
    [error] = create("dear", schema=spoken, language="vi").data["wareCreate"]["errors"]
    assert error["message"] == "[vi] At most 9."


@pytest.mark.parametrize(
    ("name", "code"),
    [("foreign", "PERMISSION_DENIED"), ("crash", "INTERNAL_ERROR"), ("undeclared", "INTERNAL_ERROR")],
)
def test_other_failures_are_errors_and_change_nothing(name: str, code: str) -> None:
    result = create(name)
    assert codes(result) == [code]
    assert result.data == {"wareCreate": None}
    assert "12345" not in result.to_json().decode()
    assert not OutboxMessage.objects.exists()


def test_nobody_creates_nothing() -> None:
    result = ask(CREATE, {"input": {"wareName": "pot"}})
    assert codes(result) == ["UNAUTHENTICATED"]
    assert not OutboxMessage.objects.exists()


def test_root_fields_stand_for_themselves() -> None:
    """One refused mutation does not undo its neighbours (section 6.2.2: one after the other)."""
    document = """mutation {
      a: wareCreate(input: {wareName: "pot"}) { errors { code } }
      b: wareCreate(input: {wareName: "dear"}) { errors { code } }
    }"""
    data = ask(document, actor=Person()).data
    assert data == {"a": {"errors": []}, "b": {"errors": [{"code": "TOO_DEAR"}]}}
    assert OutboxMessage.objects.count() == 1


def test_without_one_transaction_the_verb_keeps_what_it_wrote() -> None:
    class SignIn(Mutation):
        class Meta:
            access = ANYONE
            atomic = False

        token = String()

        @classmethod
        def perform(cls, info: Any) -> dict[str, Any]:
            make_message(name="attempt")
            raise InputError(code="INVALID")

    class Mutations(ObjectType):
        sign_in = SignIn.Field()

    result = ask("mutation { signIn { errors { code } } }", schema=Schema(query=Query, mutation=Mutations))
    assert result.data == {"signIn": {"errors": [{"code": "INVALID"}]}}
    assert OutboxMessage.objects.filter(name="attempt").count() == 1


def test_validation_errors_keep_their_fields() -> None:
    failure = ValidationError(
        {
            "tax_code": [ValidationError("Taken.", code="unique")],
            "name": [ValidationError("At most %(most)s.", code="max_length", params={"most": 3})],
        }
    )
    assert [(e.field, e.code, e.message) for e in from_validation(failure)] == [
        ("tax_code", "UNIQUE", "Taken."),
        ("name", "INVALID", "At most 3."),
    ]
    [general] = from_validation(ValidationError("Nothing fits."))
    assert (general.field, general.code) == (None, "INVALID")


def test_full_clean_is_answered() -> None:
    with pytest.raises(ValidationError) as caught:
        OutboxMessage(name="").full_clean()
    assert ("name", "REQUIRED") in [(error.field, error.code) for error in from_validation(caught.value)]


def test_a_unique_violation_is_answered_and_another_is_not() -> None:
    user = make_user()
    with pytest.raises(IntegrityError) as caught:
        User.objects.bulk_create([User(email=user.email)])
    unique = from_integrity(caught.value)
    assert unique is not None
    assert unique.code == "UNIQUE"
    assert from_integrity(IntegrityError("NOT NULL constraint failed")) is None


def test_field_paths_are_camel_case() -> None:
    assert camel_path("shipping_address.postal_code") == "shippingAddress.postalCode"
    assert camel_path(None) is None
