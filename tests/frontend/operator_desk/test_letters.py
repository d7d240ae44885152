"""The operator's desk: how letters look, and what became of those that were sent."""

import pytest
from django.test import Client
from django.utils import timezone

from marketplace.accounts.mail.letter import Letter
from marketplace.accounts.mail.outgoing_letter import LetterState, OutgoingLetter
from marketplace.accounts.mail.post import post
from marketplace.graphql import to_global_id
from tests.factories.accounts import make_operator
from tests.factories.channels import make_channel
from tests.frontend.desk_visitors import carried_out, read, refused, sign_in
from tests.frontend.operator_desk.world import DESK

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(browser: Client) -> Client:
    make_channel("eu")
    return sign_in(browser, make_operator())


def test_every_language_can_be_looked_at(operator: Client) -> None:
    html = read(operator, f"{DESK}/letters?in=nl")
    assert "Goederen van je bestelling BDM-2026-000000 zijn onderweg" in html
    html = read(operator, f"{DESK}/letters/SHIPPED?in=nl")
    assert "<iframe" in html
    assert "SX 0000 0000 VN" in html


def test_a_letter_that_does_not_exist_is_not_found(operator: Client) -> None:
    read(operator, f"{DESK}/letters/NOPE", status=404)
    assert operator.get(f"{DESK}/letters/NOPE/html").status_code == 404


def test_what_was_refused_is_tried_again_and_what_was_sent_is_not(operator: Client) -> None:
    letter = post(Letter("A", "en", ["Secret words."]), to="gone@example.org", kind="SAMPLE")
    OutgoingLetter.objects.update(state=LetterState.REFUSED, attempts=1, last_error="X 550", ended_at=timezone.now())
    path = f"{DESK}/letters?status=REFUSED"
    html = read(operator, path)
    assert "gone@example.org" in html
    assert "Secret words" not in html
    fields = {"letter": to_global_id("OutgoingLetter", letter.pk)}
    carried_out(operator, path, "retry", **fields)
    letter.refresh_from_db()
    assert letter.state == LetterState.WAITING
    OutgoingLetter.objects.update(state=LetterState.SENT)
    assert "was sent" in refused(operator, path, "retry", **fields)
