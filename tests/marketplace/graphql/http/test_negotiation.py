import pytest

from marketplace.graphql.http.negotiation import GRAPHQL, HTML, JSON, negotiate

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        ("application/graphql-response+json", GRAPHQL),
        ("application/graphql-response+json, application/json;q=0.9", GRAPHQL),
        ("application/json;q=0.9, application/graphql-response+json", GRAPHQL),
        ("application/graphql-response+json;q=0.2, application/json", JSON),
        ("APPLICATION/GraphQL-Response+JSON; charset=UTF-8", GRAPHQL),
        ('application/json; charset="utf-8"', JSON),
        ("*/*, application/json;q=0", GRAPHQL),
        ("application/*;q=0.1, text/html;q=0.2", HTML),
        (BROWSER, HTML),
        ("text/plain", None),
        ("application/json;q=0", None),
        ("application/json; charset=utf-16", None),
        ("nonsense", None),
        ("application/json" * 500, None),
        ("text/html;q=0.5;q=9, application/json;q=0.4", HTML),
    ],
)
def test_the_best_acceptable_type_is_taken(accept: str | None, expected: str | None) -> None:
    assert negotiate(accept, [JSON, GRAPHQL, HTML]) == expected
