"""A shop's own front as its makers would write it for Saleor's API: plain HTTP to a live server, a bearer token."""

import json
from typing import Any
from urllib.request import Request, urlopen

from graphql import FieldNode, OperationDefinitionNode, parse


class ShopFront:
    """One visitor. ``asked`` collects the names of the operations that were answered without errors."""

    def __init__(self, site: str, asked: set[str] | None = None, *, language: str = "en") -> None:
        self.url = f"{site}/graphql/"
        self.asked = set() if asked is None else asked
        self.language = language
        self.token: str | None = None

    def ask(self, document: str, /, **variables: Any) -> Any:
        """The one field of an operation that has to be done."""
        name, answer = self._run(document, variables)
        assert "errors" not in answer, answer["errors"]
        (found,) = answer["data"].values()
        if isinstance(found, dict) and "errors" in found:
            assert found["errors"] == [], found["errors"]
        self.asked.add(name)
        return found

    def refused(self, document: str, /, **variables: Any) -> list[str]:
        """The codes of an operation that has to be refused."""
        _name, answer = self._run(document, variables)
        assert "errors" not in answer, answer["errors"]
        (found,) = answer["data"].values()
        assert found["errors"], found
        assert all(set(error) >= {"field", "code", "message"} for error in found["errors"])
        return [error["code"] for error in found["errors"]]

    def denied(self, document: str, /, **variables: Any) -> list[str]:
        """The codes of an operation that nobody may do who asks like this."""
        _name, answer = self._run(document, variables)
        return [error["extensions"]["code"] for error in answer["errors"]]

    def _run(self, document: str, variables: dict[str, Any]) -> tuple[str, Any]:
        headers = {"Content-Type": "application/json", "Accept-Language": self.language}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps({"query": document, "variables": variables}).encode()
        request = Request(self.url, body, headers)  # noqa: S310  # the test's own server
        with urlopen(request, timeout=60) as response:  # noqa: S310
            return root_of(document), json.load(response)


def root_of(document: str) -> str:
    """The root field that a document of one operation asks for."""
    (operation,) = (each for each in parse(document).definitions if isinstance(each, OperationDefinitionNode))
    (field,) = operation.selection_set.selections
    assert isinstance(field, FieldNode)
    return field.name.value
