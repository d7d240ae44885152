"""One stand with its people, a visitor it met, and everybody else who may try the same."""

from dataclasses import dataclass
from typing import Any

from marketplace.accounts.models import User
from marketplace.expo.models import Exhibitor, ExhibitorMember, Lead
from marketplace.graphql import Anonymous, Context, Result, to_global_id
from marketplace.schema import schema
from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_expo_officer, make_operator, make_user
from tests.factories.expo import make_exhibitor
from tests.factories.leads import make_fair_visitor, make_lead, make_open_fair
from tests.factories.sellers import make_member, make_seller


@dataclass(frozen=True)
class Stand:
    exhibitor: Exhibitor
    lead: Lead
    people: dict[str, User | None]
    """By what they are to the stand; ``manager`` and ``stand`` work for it."""

    @property
    def strangers(self) -> list[str]:
        return [name for name in self.people if name not in ("manager", "stand")]


def make_stand() -> Stand:
    """Of a seller whose visitor has an account; another exhibitor met the same visitor."""
    expo, seller, visitor = make_open_fair(), make_seller(), make_user()
    exhibitor, neighbour = make_exhibitor(expo, seller=seller), make_exhibitor(expo)
    met = make_fair_visitor(expo, user=visitor, country="NL")
    make_lead(neighbour, met)
    hand, rival = make_user(), make_user()
    people: dict[str, User | None] = {
        "anonymous": None,
        "visitor": visitor,
        "neighbour": rival,
        "fair staff": make_expo_officer(),
        "operator": make_operator(),
        "stand": hand,
        "manager": make_member(seller, MemberRole.MANAGER),
    }
    ExhibitorMember.objects.create(exhibitor=neighbour, user=rival, role="MANAGER")
    ExhibitorMember.objects.create(exhibitor=exhibitor, user=hand, role="STAND")
    return Stand(exhibitor, make_lead(exhibitor, met, note="Wants bowls.", rating=4), people)


def run(document: str, variables: dict[str, Any], actor: User | None = None, language: str = "en") -> Result:
    return schema.execute(document, variables, context=Context(actor=actor or Anonymous(), language=language))


def answer(document: str, variables: dict[str, Any], actor: User | None = None, language: str = "en") -> Any:
    """The data of an answer without errors."""
    result = run(document, variables, actor, language)
    assert not result.errors, result.errors
    return result.data


def outcome(document: str, variables: dict[str, Any], actor: User | None = None) -> str:
    """``OK``, or the code of the first refusal of a document with one mutation."""
    result = run(document, variables, actor)
    if result.errors:
        return str(result.errors[0]["extensions"]["code"])
    (payload,) = (result.data or {}).values()
    return str(payload["errors"][0]["code"]) if payload["errors"] else "OK"


def gid(row: Any, name: str = "") -> str:
    return to_global_id(name or type(row).__name__, row.pk)
