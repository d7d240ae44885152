"""Previews of letters and the queue through the API."""

from typing import Any

import pytest
from django.utils import timezone

from i18n.languages import LANGUAGES
from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.accounts.mail.post import post
from marketplace.graphql import Anonymous, Context, to_global_id
from marketplace.schema import schema
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
PREVIEWS = "query($code: LanguageCodeEnum!) { letterPreviews(language: $code) { kind language subject text html } }"
ONE = "query($kind: String!) { letterPreview(kind: $kind, language: VI) { subject } }"
QUEUE = """{ outgoingLetters(first: 5) { edges { node {
  id kind recipient state attempts lastError nextTryAt mayRetry } } }
  outgoingLetterCounts { state count } }"""
RETRY = "mutation($id: ID!) { outgoingLetterRetry(id: $id) { letter { state } errors { field code } } }"


def ask(document: str, actor: Any, **variables: Any) -> Any:
    return schema.execute(document, variables, context=Context(actor=actor or Anonymous(), language="en"))


def refused_letter() -> OutgoingLetter:
    letter = post(Letter("A", "en", ["Secret words."]), to="gone@example.org", kind="SAMPLE")
    OutgoingLetter.objects.update(
        state=LetterState.REFUSED, attempts=1, last_error="SMTPRecipientsRefused 550", ended_at=timezone.now()
    )
    return letter


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_operator_sees_every_letter_in_every_language(code: str) -> None:
    found = ask(PREVIEWS, make_user(staff_roles=["operator"]), code=code.upper().replace("-", "_"))
    assert not found.errors, found.errors
    letters = found.data["letterPreviews"]
    assert len(letters) > 40
    assert all(letter["html"].startswith("<!doctype html>") and letter["text"] for letter in letters)


def test_a_letter_that_does_not_exist_is_null() -> None:
    operator = make_user(staff_roles=["operator"])
    assert ask(ONE, operator, kind="NOPE").data == {"letterPreview": None}
    assert ask(ONE, operator, kind="ORDER_CONFIRMATION").data["letterPreview"]["subject"]


def test_an_operator_sees_what_was_refused_without_its_words_and_tries_it_again() -> None:
    operator, letter = make_user(staff_roles=["operator"]), refused_letter()
    data = ask(QUEUE, operator).data
    (edge,) = data["outgoingLetters"]["edges"]
    assert edge["node"]["recipient"] == "gone@example.org"
    assert edge["node"]["mayRetry"] is True
    assert {"state": "REFUSED", "count": 1} in data["outgoingLetterCounts"]
    again = ask(RETRY, operator, id=to_global_id("OutgoingLetter", letter.pk)).data["outgoingLetterRetry"]
    assert again == {"letter": {"state": "WAITING"}, "errors": []}
    OutgoingLetter.objects.update(state=LetterState.SENT)
    refused = ask(RETRY, operator, id=to_global_id("OutgoingLetter", letter.pk)).data["outgoingLetterRetry"]
    assert refused["errors"] == [{"field": "id", "code": "WRONG_STATE"}]


@pytest.mark.parametrize("caller", ["nobody", "buyer", "expo"])
def test_others_see_no_letter_and_send_none(caller: str) -> None:
    letter = refused_letter()
    actor = {"nobody": None, "buyer": make_user(), "expo": make_user(staff_roles=["expo"])}[caller]
    for document, variables in (
        (PREVIEWS, {"code": "EN"}),
        (ONE, {"kind": "SHIPPED"}),
        (QUEUE, {}),
        (RETRY, {"id": to_global_id("OutgoingLetter", letter.pk)}),
    ):
        assert ask(document, actor, **variables).errors
    letter.refresh_from_db()
    assert letter.state == LetterState.REFUSED
