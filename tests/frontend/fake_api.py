"""An API that answers by the name of the operation, for the tests of the machinery alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Answer = dict[str, Any] | list[dict[str, Any]] | Callable[[dict[str, Any]], Any]
"""The data, a list of GraphQL errors, or a function of the variables that gives one of them."""

LAYOUT: dict[str, Any] = {
    "channels": [
        {"slug": "vn", "name": "vn", "currencyCode": "VND", "countries": [{"code": "VN"}]},
        {"slug": "eu", "name": "eu", "currencyCode": "EUR", "countries": [{"code": "NL"}, {"code": "IT"}]},
    ]
}


@dataclass
class Call:
    name: str
    variables: dict[str, Any]
    token: str | None
    language: str


@dataclass
class Result:
    data: dict[str, Any] | None
    errors: list[dict[str, Any]] | None


@dataclass
class FakeApi:
    """Stands where ``marketplace.schema.execute`` stands; remembers what it was asked."""

    answers: dict[str, Answer] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)

    def execute(
        self,
        document: str,
        variables: Mapping[str, Any] | None = None,
        *,
        token: str | None = None,
        language: str = "en",
        files: Mapping[str, Any] | None = None,
        client: Mapping[str, str] | None = None,
        operation_name: str | None = None,
    ) -> Result:
        met = re.search(r"^(?:query|mutation) (\w+)", document, re.MULTILINE)
        assert met is not None
        name, given = met[1], dict(variables or {})
        self.calls.append(Call(name, given, token, language))
        answer = self.answers.get(name, LAYOUT if name == "Layout" else {})
        value = answer(given) if callable(answer) else answer
        if isinstance(value, list):
            return Result(None, value)
        return Result(value, None)

    def asked(self, name: str) -> list[Call]:
        return [call for call in self.calls if call.name == name]
