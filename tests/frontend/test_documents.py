from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate

from frontend.documents import COMPONENTS, operations

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(path for path in (ROOT / "frontend").rglob("*.graphql") if path.parent != COMPONENTS)


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    from marketplace.schema import schema

    return build_schema(schema.sdl())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_operation_of_a_page_is_valid(path: Path, schema: GraphQLSchema) -> None:
    for operation in operations(path).values():
        assert [error.message for error in validate(schema, parse(operation.text))] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_mutation_asks_for_its_errors(path: Path) -> None:
    for operation in operations(path).values():
        if operation.kind == "mutation":
            assert "errors {" in operation.text, operation.name


def test_an_operation_takes_only_the_fragments_it_uses() -> None:
    home = operations(ROOT / "frontend" / "storefront" / "home.graphql")["Home"]
    assert "fragment ProductCard" in home.text
    assert "fragment Landed" not in home.text
    assert home.variables == {"channel"}
