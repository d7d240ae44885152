"""Why a query is not answered. The names are those of the standard's exceptions (EPCIS 2.0, 8.2.4)."""

from __future__ import annotations


class QueryRefused(Exception):
    """What all refusals are."""


class QueryParameterException(QueryRefused):
    """A parameter has no such name, no such value, or does not go with another one."""

    def __init__(self, parameter: str, fact: str) -> None:
        super().__init__(f"{parameter[:120]}: {fact}")
        self.parameter = parameter
        self.fact = fact


class QueryTooLarge(QueryRefused):
    """More events match than the asker wanted to have."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} events match")
        self.most = most


class QueryTooComplex(QueryRefused):
    """The query asks for more than one answer may cost."""

    def __init__(self, what: str, found: int, most: int) -> None:
        super().__init__(f"{found} {what}; at most {most} are answered")
        self.what = what
        self.found = found
        self.most = most


class BadPageToken(QueryRefused):
    """Not one of ours, of another query or another asker, or too old."""

    def __init__(self) -> None:
        super().__init__("this nextPageToken is of another query, or no longer valid: ask for the first page again")
