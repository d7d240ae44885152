"""The statements of the GS1-Conformant Resolver standard, release 1.2, each with the test that shows it hold.

The statements are told in our own words; ``lines`` are the beginnings of SHA-256 of GS1's (white space as one space),
so that a statement that is added or changed there is missed here.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings

from catalog.traceability.gs1.application_identifier import application_identifiers
from catalog.traceability.gs1.checks.digits import check_digit
from catalog.traceability.links.compression.compress import compress
from catalog.traceability.links.link_types import NAMESPACE, link_types
from catalog.traceability.links.read_request import primary_keys, read_request
from catalog.traceability.links.target_data import MEDIA_TYPES, BadTarget
from tests.catalog.traceability.links.conftest import GTIN, Goods

SHARED = Path(__file__).parents[5] / "shared" / "data" / "digital_link" / "ConformantResolver1_0.txt"
LINKSET = "application/linkset+json"
DEFAULTS = (f"{NAMESPACE}defaultLink", f"{NAMESPACE}defaultLinkMulti")


@dataclass(frozen=True)
class Statement:
    says: str
    kind: str
    lines: tuple[str, ...]
    shown_by: str
    """Name of the test in this file, or after a dash why there is nothing to show."""


STATEMENTS = (
    Statement("all qualifiers of the keys that have some", "SHALL", ("74084338",), "test_all_qualifiers"),
    Statement("GET, HEAD and OPTIONS", "SHALL", ("24c3c129",), "test_methods"),
    Statement("over TLS", "SHALL", ("8594e408",), "test_tls"),
    Statement("CORS", "SHALL", ("0adc3a7c",), "test_cors"),
    Statement("400 for what breaks the syntax", "SHALL", ("f54515c8",), "test_bad_syntax_is_400"),
    Statement("no 200 for an error", "SHALL NOT", ("08a9ddbd",), "test_no_error_is_200"),
    Statement("compressed addresses are understood", "SHALL", ("b67c3682", "2bbf16e8"), "test_decompression"),
    Statement("no redirect to the uncompressed address here", "SHOULD NOT", ("7253d696",), "test_decompression"),
    Statement("owl:sameAs names the uncompressed address", "SHALL", ("b610e657",), "test_decompression"),
    Statement("another resolver gets the uncompressed address", "SHOULD", ("893e116c",), "- hands over to no other"),
    Statement("the linkset for linkType or Accept", "SHALL", ("0ceaf356", "f916c94d"), "test_linkset_is_given"),
    Statement("the linkset has every level up to the key", "SHALL", ("1aa99a13",), "test_linkset_has_all_levels"),
    Statement("its subjects are uncompressed", "SHALL", ("c49a2c4e",), "test_subjects_are_uncompressed"),
    Statement("links have target, type and title", "SHALL", ("a2e7b827", "a95a9ac0"), "test_links_are_described"),
    Statement("media types are IANA's", "SHALL", ("b6c7126c",), "test_media_types_are_registered"),
    Statement("defaults have a describing type too", "SHALL", ("949126b7",), "test_defaults_have_a_type_of_their_own"),
    Statement("a Link header names the JSON-LD context", "SHOULD", ("2e9684c4",), "test_json_ld_context"),
    Statement("one default, without attributes", "SHALL", ("7d6d1633", "a50953fd"), "test_one_default"),
    Statement("redirect to the default unless something fits better", "SHALL", ("e338dd3f", "84acb43a"),
              "test_default_unless_something_fits_better"),
    Statement("a default on the way up", "SHALL", ("d723410e",), "test_default_is_found_on_the_way_up"),
    Statement("redirect to the type that is asked for", "SHALL", ("d2226e5a", "b44678d4"), "test_link_type_is_served"),
    Statement("404 for a type that there is not", "SHALL", ("77f9856d",), "test_missing_type_is_404"),
    Statement("the query is passed on", "SHALL", ("cbdb95e4",), "test_query_is_passed_on"),
    Statement("language, media and context decide among links of a type", "SHOULD", ("12d7c6ba",), "test_negotiation"),
    Statement("a description file", "SHALL", ("6fcf3a55", "8115fcdd", "ff22f0b1"), "test_description_file"),
    Statement("which names the keys", "SHALL", ("4e50d9fe",), "test_description_file"),
    Statement("and the JSON-LD context", "SHOULD", ("21af8e1a",), "test_description_file"),
    Statement("handledBy where a prefix alone decides", "SHALL", ("6668dfe6", "54d83376"),
              "- no redirection by prefix: every link is looked up here"),
    Statement("a stroke at the end is tolerated", "SHOULD", ("abd4b298",), "test_trailing_stroke"),
    Statement("a Link header to the linkset on redirects too", "SHOULD", ("2fc2f747",), "test_linkset_is_announced"),
    Statement("the GS1 Web Vocabulary is known", "SHALL", ("b4e17f14",), "test_vocabulary"),
)  # fmt: skip


def test_every_statement_has_a_test_or_a_reason() -> None:
    for statement in STATEMENTS:
        assert statement.shown_by.startswith("- ") or callable(globals().get(statement.shown_by)), statement.says


def test_no_statement_is_forgotten() -> None:
    if not SHARED.exists():
        pytest.skip("only on a machine with the shared data")
    lines = {" ".join(line.split()) for line in SHARED.read_text().splitlines()} - {""}
    here = {digest for statement in STATEMENTS for digest in statement.lines}
    assert {hashlib.sha256(line.encode()).hexdigest()[:8] for line in lines} == here


def linkset(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200 and answer["Content-Type"] == LINKSET, answer.status_code
    sets: list[dict[str, Any]] = json.loads(answer.content)["linkset"]
    return sets


def targets(one: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    return {relation: found for relation, found in one.items() if relation.startswith("http")}


def test_all_qualifiers() -> None:
    values = {"22": "2A", "10": "L1", "21": "S1", "235": "TP1", "254": "7", "7040": "1ABC", "8020": "R1",
              "8011": "12", "8019": "3"}  # fmt: skip
    person = f"89385059700000001{check_digit('89385059700000001')}"
    keys = {"01": GTIN, "8006": f"{GTIN}0102", "414": "8938505970011", "415": "8938505970011", "417": "8938505970011",
            "8004": "8938505970A", "8010": "8938505970A", "8017": person,
            "8018": person}  # fmt: skip
    for key in primary_keys():
        for sequence in application_identifiers()[key].qualifiers or ():
            if key == "8006":  # a consumer product variant asks for a GTIN, says the dictionary
                sequence = sequence[1:]
            if sequence:
                path = f"/{key}/{keys[key]}" + "".join(f"/{ai}/{values[ai]}" for ai in sequence)
                assert [ai for ai, _value in read_request(path, "", origin="https://a.example").link.qualifiers] == [
                    *sequence
                ], path


def test_methods(goods: Goods, ask: Any) -> None:
    got, head, options = (ask(goods.product_path, method) for method in ("get", "head", "options"))
    assert (got.status_code, head.status_code, options.status_code) == (307, 307, 204)
    assert head["Location"] == got["Location"] and not head.content
    assert options["Allow"] == "GET, HEAD, OPTIONS"
    assert ask(goods.product_path, "post").status_code == 405


def test_tls() -> None:
    """TLS is the proxy's before us: plain HTTP is sent on to it, and addresses that we give out are https."""
    text = (Path(__file__).parents[4] / "marketplace" / "settings" / "production.py").read_text()
    assert "SECURE_SSL_REDIRECT = True" in text and "SECURE_HSTS_SECONDS" in text


def test_cors(goods: Goods, ask: Any) -> None:
    for path in (goods.product_path, "/01/1", "/01/09501101530003", "/.well-known/gs1resolver"):
        assert ask(path)["Access-Control-Allow-Origin"] == "*", path
    assert "GET" in ask(goods.product_path, "options")["Access-Control-Allow-Methods"]


BAD = (
    f"/01/{GTIN[:-1]}7", f"/01/{GTIN[1:]}", "/01", "/01/", "/00/1", f"/01/{GTIN}/21/a/10/b", f"/01/{GTIN}/10/",
    f"/01/{GTIN}/10/{'x' * 21}", f"/01/{GTIN}/10/a%20b", f"/01/{GTIN}?17=991399", f"/01/{GTIN}?9999=1",
    f"/01/{GTIN}?10=ABC", f"/gtin/{GTIN}", f"/01/{GTIN}/zz/1", f"/01/{GTIN}/!!", f"/01/{GTIN}/10/%C3%A1",
    f"/01/{GTIN}/AAAA", "/8004/", "/417/8938505970012",
)  # fmt: skip


def test_bad_syntax_is_400(db: None, ask: Any) -> None:
    for path in BAD:
        answer = ask(path)
        assert answer.status_code == 400, path
        assert answer["Content-Type"] == "application/problem+json"
        assert json.loads(answer.content)["problems"][0]["code"], path
    page = ask(BAD[0], accept="text/html,*/*;q=0.8", accept_language="vi")
    assert page.status_code == 400 and '<html lang="vi"' in page.content.decode()


def test_no_error_is_200(goods: Goods, ask: Any) -> None:
    missing = ("/01/09501101530003", "/00/106141412345678908", f"{goods.product_path}?linkType=gs1:recipeInfo")
    for path in (*BAD, *missing, *(f"{path}&linkType=linkset" for path in missing[2:])):
        for accept in ("*/*", "text/html", LINKSET):
            if not (path.endswith("linkset") or (accept == LINKSET and path == missing[2])):
                assert ask(path, accept=accept).status_code in (400, 404), (path, accept)
    assert ask("/01/09501101530003?linkType=linkset").status_code == 404


def test_decompression(goods: Goods, ask: Any) -> None:
    short = compress([("01", GTIN), ("10", goods.lot.number), ("17", "271231")])
    partly = compress([("10", goods.lot.number), ("17", "271231")])
    for path in (f"/{short}", f"/01/{GTIN}/{partly}"):
        answer = ask(path)
        assert answer.status_code == 307
        target = urlsplit(answer["Location"])
        assert target.path == f"/t/{goods.code.code}" and target.query == "by=lot&17=271231"
        assert f'<{settings.PUBLIC_URL}{goods.lot_path}?17=271231>; rel="owl:sameAs"' in answer["Link"]
    assert "owl:sameAs" not in ask(goods.lot_path)["Link"]
    assert ask("/some-word-of-no-meaning").status_code == 404


def test_linkset_is_given(goods: Goods, ask: Any) -> None:
    by_type, old = ask(f"{goods.product_path}?linkType=linkset"), ask(f"{goods.product_path}?linkType=all")
    by_accept = ask(goods.product_path, accept=LINKSET)
    assert linkset(by_type) == linkset(old) == linkset(by_accept)
    text = ask(goods.product_path, accept="application/linkset")
    assert text["Content-Type"].startswith("application/linkset;")
    assert f'rel="{NAMESPACE}pip"' in text.content.decode()
    assert f'anchor="{settings.PUBLIC_URL}{goods.product_path}"' in text.content.decode()


def test_linkset_has_all_levels(goods: Goods, ask: Any) -> None:
    goods.link(goods.lot_path)
    goods.link(goods.product_path, "support")
    path = f"/01/{GTIN}/10/{goods.lot.number}/21/{goods.code.code}"
    sets = linkset(ask(f"{path}?linkType=linkset"))
    assert [one["anchor"] for one in sets] == [
        f"{settings.PUBLIC_URL}{level}" for level in (path, goods.lot_path, goods.product_path)
    ]
    assert f"{NAMESPACE}instructions" in sets[1] and f"{NAMESPACE}support" in sets[2]
    piece = linkset(ask(f"{goods.piece_path}?linkType=linkset"))
    assert f"{settings.PUBLIC_URL}{goods.lot_path}" in [one["anchor"] for one in piece], "a piece's lot is known here"


def test_subjects_are_uncompressed(goods: Goods, ask: Any) -> None:
    sets = linkset(ask(f"/{compress([('01', GTIN), ('10', goods.lot.number)])}?linkType=linkset"))
    assert sets[0]["anchor"] == f"{settings.PUBLIC_URL}{goods.lot_path}"


def test_links_are_described(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path, languages=("vi", "nl"), media_type="application/pdf", context="NL")
    for one in linkset(ask(f"{goods.piece_path}?linkType=linkset")):
        for relation, found in targets(one).items():
            assert relation.startswith(NAMESPACE) and relation.removeprefix(NAMESPACE) in link_types()
            assert all(link["href"].startswith(("https://", settings.PUBLIC_URL)) and link["title"] for link in found)
    (manual,) = linkset(ask(f"{goods.product_path}?linkType=linkset"))[0][f"{NAMESPACE}instructions"]
    assert (manual["hreflang"], manual["type"], manual["context"]) == (["vi", "nl"], "application/pdf", ["NL"])


def test_media_types_are_registered(goods: Goods) -> None:
    assert {"text/html", "application/pdf"} <= MEDIA_TYPES
    for wrong in ("text/nonsense", "html", "application/x-own"):
        with pytest.raises(BadTarget):
            goods.link(goods.product_path, media_type=wrong)


def test_defaults_have_a_type_of_their_own(goods: Goods, ask: Any) -> None:
    goods.link(goods.lot_path, is_default=True)
    for one in linkset(ask(f"{goods.lot_path}?linkType=linkset")):
        described = {
            link["href"] for relation, found in targets(one).items() if relation not in DEFAULTS for link in found
        }
        assert {link["href"] for relation in DEFAULTS for link in one.get(relation, [])} <= described


def test_json_ld_context(goods: Goods, ask: Any) -> None:
    header = ask(f"{goods.product_path}?linkType=linkset")["Link"]
    found = re.search(r'<([^>]+)>; rel="http://www.w3.org/ns/json-ld#context"', header)
    assert found is not None
    answer = ask(urlsplit(found[1]).path)
    assert answer["Content-Type"] == "application/ld+json" and answer.json()["@context"]["anchor"] == "@id"


def test_one_default(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path, is_default=True)
    goods.link(goods.product_path, "support", is_default=True)
    for one in linkset(ask(f"{goods.piece_path}?linkType=linkset")):
        (default,) = one[f"{NAMESPACE}defaultLink"]
        assert set(default) == {"href", "title"}
    assert default["href"].endswith("/support"), "the later one took its place"


def test_default_unless_something_fits_better(goods: Goods, ask: Any) -> None:
    paths = {language: urlsplit(ask(goods.product_path, accept_language=language)["Location"]).path
             for language in ("nl-BE", "vi;q=0.5, ja", "fr")}  # fmt: skip
    assert [path[:4] for path in paths.values()] == ["/nl/", "/ja/", "/en/"]
    assert urlsplit(ask(goods.product_path)["Location"]).path.startswith("/en/vn/products/")
    goods.link(goods.product_path, "pip", is_default=True, languages=("vi",))
    assert ask(goods.product_path)["Location"] == "https://moc-an.example/pip"
    goods.link(goods.product_path, "pip", href="https://moc-an.example/nl", languages=("nl",))
    assert ask(goods.product_path, accept_language="nl")["Location"] == "https://moc-an.example/nl"


def test_default_is_found_on_the_way_up(goods: Goods, ask: Any) -> None:
    product = ask(goods.product_path)["Location"]
    for path in (f"/01/{GTIN}/10/NO-SUCH-LOT", f"/01/{GTIN}/22/2A/10/X/21/Y", f"/01/{GTIN}/235/TPX"):
        assert ask(path)["Location"] == product, path
    goods.link(goods.lot_path, is_default=True)
    assert ask(goods.lot_path)["Location"] == "https://moc-an.example/instructions"
    assert ask(f"{goods.lot_path}/21/UNKNOWN")["Location"] == "https://moc-an.example/instructions"


def test_link_type_is_served(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path)
    for name in ("gs1:instructions", f"{NAMESPACE}instructions", "https://gs1.org/voc/instructions"):
        answer = ask(f"{goods.piece_path}?linkType={name}")
        assert (answer.status_code, answer["Location"]) == (307, "https://moc-an.example/instructions"), name
    assert ask(f"{goods.piece_path}?linkType=gs1:defaultLink")["Location"].endswith(f"/t/{goods.code.code}")
    assert ask(f"{goods.lot_path}?linkType=gs1:masterData")["Location"].endswith(f"/master-data/01/{GTIN}")


def test_missing_type_is_404(goods: Goods, ask: Any) -> None:
    for word in ("gs1:recipeInfo", "gs1:noSuchWord", "schema:Thing", "pip", "%00"):
        assert ask(f"{goods.product_path}?linkType={word}").status_code == 404, word


def test_query_is_passed_on(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path, "support", href="https://moc-an.example/help?from=code#top")
    answer = ask(f"{goods.product_path}?17=271231&linkType=gs1:support&colour=%C4%91%E1%BB%8F&a=1&a=2")
    target = urlsplit(answer["Location"])
    assert parse_qs(target.query) == {"from": ["code"], "17": ["271231"], "colour": ["đỏ"], "a": ["1", "2"]}
    assert target.fragment == "top"


def test_negotiation(goods: Goods, ask: Any) -> None:
    goods.link(goods.product_path, href="https://a.example/vi", languages=("vi",), media_type="text/html")
    goods.link(goods.product_path, href="https://a.example/nl", languages=("nl",), media_type="text/html")
    goods.link(goods.product_path, href="https://a.example/nl.pdf", languages=("nl",),
               media_type="application/pdf")  # fmt: skip
    goods.link(goods.product_path, href="https://a.example/jp", languages=("nl",), context="JP",
               media_type="text/html")  # fmt: skip
    path = f"{goods.product_path}?linkType=gs1:instructions"
    assert ask(path, accept_language="vi", accept="text/html")["Location"] == "https://a.example/vi"
    assert ask(path, accept_language="nl", accept="text/html")["Location"] == "https://a.example/nl"
    assert ask(path, accept_language="nl", accept="application/pdf")["Location"] == "https://a.example/nl.pdf"
    assert ask(f"{path}&context=jp", accept_language="vi")["Location"] == "https://a.example/jp?context=jp"
    several = ask(path, accept_language="nl")
    assert several.status_code == 300
    (choice,) = json.loads(several.content)["linkset"]
    assert [one["href"] for one in choice[f"{NAMESPACE}instructions"]] == [
        "https://a.example/nl", "https://a.example/nl.pdf",
    ]  # fmt: skip
    page = ask(path, accept_language="fr", accept="text/html")
    assert page.status_code == 300 and page.content.decode().count("a.example/") == 2


def test_description_file(db: None, ask: Any) -> None:
    answer = ask("/.well-known/gs1resolver")
    told = answer.json()
    assert answer.status_code == 200 and told["resolverRoot"] == settings.PUBLIC_URL
    assert told["supportedPrimaryKeys"] == primary_keys() and "01" in told["supportedPrimaryKeys"]
    assert told["supportedLinkTypes"] == [{"namespace": NAMESPACE, "prefix": "gs1:"}]
    assert ask(urlsplit(told["jsonLdContext"]).path).status_code == 200


def test_trailing_stroke(goods: Goods, ask: Any) -> None:
    for path in (goods.product_path, goods.lot_path, goods.piece_path):
        assert ask(f"{path}/")["Location"] == ask(path)["Location"]


def test_linkset_is_announced(goods: Goods, ask: Any) -> None:
    for path, status in ((goods.product_path, 307), (f"{goods.product_path}?linkType=gs1:recipeInfo", 404)):
        answer = ask(path)
        assert answer.status_code == status
        wanted = f'<{settings.PUBLIC_URL}{goods.product_path}?linkType=linkset>; rel="linkset"; type="{LINKSET}"'
        assert wanted in answer["Link"]


def test_vocabulary() -> None:
    assert len(link_types()) == 60
    assert {"pip", "traceability", "epcis", "dpp", "recallStatus", "defaultLink"} <= set(link_types())
