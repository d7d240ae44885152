"""Who answers for goods within the European Union: who may name them, and who they can be."""

from typing import Any

import pytest

from marketplace.graphql import Context, to_global_id
from marketplace.schema import schema
from marketplace.sellers.models import ResponsiblePerson, Seller
from tests.cast import Cast, assemble

pytestmark = pytest.mark.django_db
PERSON = {
    "name": "Voorbeeld B.V.",
    "email": "veilig@example.org",
    "address": {"streetAddress1": "Gracht 1", "postalCode": "3511 AB", "city": "UTRECHT", "country": "NL"},
}
CREATE_PERSON = """mutation($id: ID!, $input: ResponsiblePersonInput!) {
  r: responsiblePersonCreate(seller: $id, input: $input) {
    responsiblePerson { id isDefault addressLines } errors { field code } } }"""
UPDATE_PERSON = """mutation($id: ID!, $input: ResponsiblePersonInput!) {
  r: responsiblePersonUpdate(id: $id, input: $input) { responsiblePerson { name } errors { field code } } }"""
DELETE_PERSON = "mutation($id: ID!) { r: responsiblePersonDelete(id: $id) { errors { field code } } }"


@pytest.fixture
def cast() -> Cast:
    return assemble()


def ask(document: str, *, by: Any = None, errors: bool = False, **variables: Any) -> Any:
    context = Context(language="en")
    if by is not None:
        context.actor = by
    result = schema.execute(document, variables, context=context)
    if errors:
        return result
    assert not result.errors, result.errors
    return result.data


def _id(seller: Seller) -> str:
    return to_global_id("Seller", seller.pk)


def _refused(cast: Cast, document: str, **variables: Any) -> None:
    """Nobody, a buyer, another seller, staff and the packer are refused."""
    assert ask(document, by=None, errors=True, **variables).errors
    for stranger in (cast.buyer, cast.pottery.owner, cast.operator):
        found = ask(document, by=stranger, **variables)["r"]["errors"]
        assert [error["code"] for error in found] == ["NOT_FOUND"]
    packer = ask(document, by=cast.woodworks.packer, errors=True, **variables)
    assert packer.errors[0]["extensions"]["code"] == "PERMISSION_DENIED"


def test_managers_name_responsible_people(cast: Cast) -> None:
    seller = cast.woodworks.seller
    _refused(cast, CREATE_PERSON, id=_id(seller), input=PERSON)
    assert not ResponsiblePerson.objects.exists()
    manager = cast.woodworks.manager
    first = ask(CREATE_PERSON, by=manager, id=_id(seller), input=PERSON)["r"]["responsiblePerson"]
    assert first["isDefault"] is True
    second = ask(CREATE_PERSON, by=manager, id=_id(seller), input={**PERSON, "isDefault": True})["r"]
    assert ResponsiblePerson.objects.filter(seller=seller, is_default=True).count() == 1

    keys = {"id": second["responsiblePerson"]["id"]}
    changed = {**PERSON, "name": "Andere B.V."}
    _refused(cast, UPDATE_PERSON, **keys, input=changed)
    _refused(cast, DELETE_PERSON, **keys)
    assert not ResponsiblePerson.objects.filter(name="Andere B.V.").exists()
    assert ask(UPDATE_PERSON, by=manager, **keys, input=changed)["r"]["responsiblePerson"]["name"] == "Andere B.V."
    assert ask(DELETE_PERSON, by=manager, **keys)["r"]["errors"] == []
    assert ask(DELETE_PERSON, by=manager, **keys)["r"]["errors"][0]["code"] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"email": "nobody"}, "email"),
        ({"websiteUrl": "javascript:alert(1)"}, "websiteUrl"),
        ({"address": {**PERSON["address"], "country": "US"}}, None),  # type: ignore[dict-item]  # a dict in a dict
        ({"address": {"country": "NL"}}, None),
    ],
)
def test_a_responsible_person_is_in_the_union_and_can_be_reached(
    cast: Cast, change: dict[str, Any], field: str | None
) -> None:
    keys = {"id": _id(cast.woodworks.seller), "input": {**PERSON, **change}}
    errors = ask(CREATE_PERSON, by=cast.woodworks.owner, **keys)["r"]["errors"]
    assert errors
    assert field is None or [error["field"] for error in errors] == [field]
    assert not ResponsiblePerson.objects.exists()
