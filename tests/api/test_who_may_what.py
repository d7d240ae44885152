"""Every root field with its rule, in one committed table; and every mutation refused to those it is not for."""

from typing import Any
from uuid import UUID

import pytest

from catalog.models import Favorite
from marketplace.audit.entry import AuditEntry, AuditOutcome
from marketplace.expo.directory.favorite import FairFavorite
from marketplace.graphql import ANYONE, to_global_id
from marketplace.schema import execute
from tests.api.hostile import Arguments
from tests.api.permissions import TABLE, table
from tests.api.questions import question, refusals, root_fields
from tests.api.tables import changed, stored
from tests.api.world import World, gid
from tests.factories.orders import make_chair

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

OF_EVERY_ACCOUNT = {
    "accountAddressCreate", "accountDataExport", "accountDelete", "accountErase", "accountRequestDeletion",
    "accountUpdate", "exhibitorFavoriteRemove", "favoriteRemove", "impersonationEnd", "passwordChange", "sellerApply",
    "sessionsEndOthers", "pushSubscribe",
    "tokensDeactivateAll", "totpConfirm", "totpDisable", "totpStart",
}  # fmt: skip
"""What anybody with an account does with nothing but their own account."""
OF_THE_BUYER = {
    "accountAddressDelete", "accountAddressUpdate", "accountSetDefaultAddress", "checkoutCustomerAttach",
    "checkoutCustomerDetach", "conversationMarkRead", "conversationTranslate", "messageReport", "messageSend",
    "quoteAccept", "quoteCounter", "quoteDecline", "quoteWithdraw", "sessionEnd",
    "consentWithdraw", "pushSubscriptionDelete", "pushSubscriptionUpdate",
}  # fmt: skip
"""What the cast's buyer may do with the ids that are tried; others are refused."""
OF_EVERY_READER = {
    "exhibitorFavoriteAdd", "leadInvitationAccept", "productReviewReport", "quoteRequestCreate", "sampleRequestCreate",
}  # fmt: skip
"""What anybody with an account does with what everybody sees, or with the link of a letter."""
OF_WHO_HOLDS_THE_LINK = {
    "sellerInvitationAccept": {"OTHER_ADDRESS"},
    "exhibitorInvitationAccept": {"ANOTHER_ADDRESS"},
}
"""Whoever opens a link that was sent to another learns that it was, and gets no further."""
RESTRICTED = [name for name, field in root_fields("Mutation").items() if field.extensions["declared"] is not ANYONE]


def codes(world: World, actor: str, kind: str, name: str) -> set[str]:
    """The codes with which a fitting call by ``actor`` is refused, shown to have changed nothing."""
    variables = Arguments(world, kind, name, root_fields(kind)[name]).fitting()
    before = stored()
    result = execute(question(kind, name, depth=1, everything=False), variables, token=world.tokens[actor])
    found = {str(refusal["code"]) for refusal in refusals(result.to_dict())}
    assert not changed(before, stored()), (found, variables)
    assert not AuditEntry.objects.filter(operation=name, outcome=AuditOutcome.DONE).exists(), (
        "what is refused isn't done"
    )
    return found


def test_the_table_of_rights_is_the_one_that_was_reviewed() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "rights changed: python -m tests.api.permissions, and review"


def test_only_these_mutations_are_for_everybody_with_an_account() -> None:
    assert set(RESTRICTED) >= OF_EVERY_ACCOUNT | OF_THE_BUYER | OF_EVERY_READER | set(OF_WHO_HOLDS_THE_LINK)


@pytest.mark.parametrize("name", RESTRICTED)
def test_nobody_changes_anything_without_signing_in(world: World, name: str) -> None:
    assert codes(world, "nobody", "Mutation", name) == {"UNAUTHENTICATED"}


@pytest.mark.parametrize(
    "name", [name for name in RESTRICTED if name not in OF_EVERY_ACCOUNT | OF_THE_BUYER | OF_EVERY_READER]
)
@pytest.mark.parametrize("actor", ["buyer", "stranger_owner"])
def test_strangers_change_nothing_of_others(world: World, actor: str, name: str) -> None:
    found = codes(world, actor, "Mutation", name)
    assert found and found <= OF_WHO_HOLDS_THE_LINK.get(name, {"PERMISSION_DENIED", "NOT_FOUND"}), found


@pytest.mark.parametrize("name", sorted(OF_THE_BUYER))
@pytest.mark.parametrize("actor", ["other_buyer", "stranger_owner", "operator"])
def test_others_change_nothing_of_the_buyers(world: World, actor: str, name: str) -> None:
    assert codes(world, actor, "Mutation", name) == {"NOT_FOUND"}


@pytest.mark.parametrize(
    "name", [name for name, field in root_fields("Query").items() if field.extensions["declared"] is not ANYONE]
)
def test_a_question_that_is_not_for_anyone_is_not_answered_to_nobody(world: World, name: str) -> None:
    variables: dict[str, Any] = Arguments(world, "Query", name, root_fields("Query")[name]).fitting()
    result = execute(question("Query", name, depth=1), variables).to_dict()
    assert {refusal["code"] for refusal in refusals(result)} == {"UNAUTHENTICATED"}
    assert not any((result["data"] or {}).values())


@pytest.mark.parametrize("actor", ["other_buyer", "stranger_owner", "operator"])
def test_nobody_lets_go_of_what_another_has_kept(world: World, actor: str) -> None:
    document = "mutation($id: ID!) { favoriteRemove(product: $id) { errors { code message } } }"
    kept = Favorite.objects.filter(user=world.people["buyer"])
    assert kept.exists()
    before = set(Favorite.objects.exclude(user=world.people[actor]).values_list("pk", flat=True))
    for favorite in kept:
        result = execute(document, {"id": gid("Product", favorite.product)}, token=world.tokens[actor]).to_dict()
        assert not list(refusals(result))
    assert before == set(Favorite.objects.exclude(user=world.people[actor]).values_list("pk", flat=True))


KEEP = "mutation($id: ID!) { exhibitorFavoriteAdd(exhibitorId: $id) { exhibitor { id } errors { code message } } }"


@pytest.mark.parametrize("actor", ["buyer", "stranger_owner"])
def test_everybody_keeps_exhibitors_that_are_shown_and_only_for_themselves(world: World, actor: str) -> None:
    before = stored()
    hidden = {"id": gid("Exhibitor", world.facts["hidden_exhibitor"])}
    answer = execute(KEEP, hidden, token=world.tokens[actor]).to_dict()
    assert {refusal["code"] for refusal in refusals(answer)} == {"NOT_FOUND"}
    assert not changed(before, stored())
    shown = {"id": gid("Exhibitor", world.facts["exhibitor"])}
    assert not list(refusals(execute(KEEP, shown, token=world.tokens[actor]).to_dict()))
    assert set(changed(before, stored())) == {"expo_fairfavorite"}
    assert FairFavorite.objects.get().user == world.people[actor]


REPORT = "mutation($id: ID!) { productReviewReport(id: $id, reason: FALSE) { review { id } errors { code message } } }"


@pytest.mark.parametrize("actor", ["buyer", "stranger_owner"])
def test_everybody_may_report_a_review_that_everybody_reads_and_changes_nothing_else(world: World, actor: str) -> None:
    before = stored()
    result = execute(REPORT, {"id": gid("ProductReview", world.facts["review"])}, token=world.tokens[actor]).to_dict()
    assert not list(refusals(result))
    assert set(changed(before, stored())) == {"catalog_reviewreport", "events_outboxmessage"}


@pytest.mark.parametrize("actor", ["buyer", "owner", "stranger_owner"])
def test_nobody_reports_a_review_that_is_not_shown(world: World, actor: str) -> None:
    before = stored()
    waiting = {"id": gid("ProductReview", world.facts["waiting_review"])}
    result = execute(REPORT, waiting, token=world.tokens[actor]).to_dict()
    assert {refusal["code"] for refusal in refusals(result)} == {"NOT_FOUND"}
    assert not changed(before, stored())


def asking(mutation: str, argument: str) -> str:
    return f"mutation($id: ID!) {{ {mutation}({argument}) {{ errors {{ code message }} }} }}"


NOT_THEIRS = {
    "of another's quote": (
        "Quote", "quote", asking("conversationStart", 'input: {quoteId: $id, text: "Xin chào"}')
    ),
    "of another's order": (
        "SellerOrder", "part", asking("conversationStart", 'input: {sellerOrderId: $id, text: "Xin chào"}')
    ),
    "of goods that aren't shown": (
        "Product", "draft", asking("conversationStart", 'input: {productId: $id, text: "Xin chào"}')
    ),
    "for goods that aren't shown": (
        "Product", "draft",
        asking("quoteRequestCreate", 'input: {channel: "eu", sellers: ["SELLER"], incoterm: DAP, namedPlace: "Utrecht",'
               " country: NL, lines: [{productId: $id, quantity: 2}]}"),
    ),
    "for a sample that isn't shown": (
        "ProductVariant", "hidden_variant", asking("sampleRequestCreate", 'channel: "eu", variantId: $id')
    ),
}  # fmt: skip


@pytest.mark.parametrize("actor", ["other_buyer", "stranger_owner"])
@pytest.mark.parametrize("name", NOT_THEIRS)
def test_nobody_asks_for_what_they_may_not_see(world: World, actor: str, name: str) -> None:
    type_name, fact, document = NOT_THEIRS[name]
    rows = {
        **world.facts,
        "part": world.facts["packed_order"].seller_orders.get(),
        "hidden_variant": make_chair(world.facts["channel"], product=world.facts["draft"]),
    }
    before = stored()
    document = document.replace("SELLER", gid("Seller", world.facts["seller"]))
    nothing = to_global_id(type_name, UUID(int=7) if isinstance(rows[fact].pk, UUID) else 987_654_321)
    answers = [
        execute(document, {"id": one}, token=world.tokens[actor]).to_dict()
        for one in (gid(type_name, rows[fact]), nothing)
    ]
    assert "NOT_FOUND" in {refusal["code"] for refusal in refusals(answers[0])}, answers[0]
    assert answers[0] == answers[1], "nobody learns that it is there"
    assert not changed(before, stored())
