"""What an attacker would try at the doors of the site, each shown not to work."""

import base64
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from graphql import GraphQLInputObjectType
from openpyxl import load_workbook

from catalog.products.bulk_import.correction import correction_path
from catalog.products.bulk_import.preview import preview_import
from marketplace.accounts.mail.link_token import Purpose, make_link_token
from marketplace.accounts.tokens.access import make_access_token
from marketplace.accounts.tokens.issue import issue_tokens
from marketplace.accounts.tokens.keys import signing_key
from marketplace.events.deliver import deliver_pending
from marketplace.schema import execute, schema
from tests.api.questions import refusals
from tests.api.world import World, gid
from tests.factories.accounts import make_user
from tests.posted import posted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning"),  # the forgeries are meant to be weak
]

ME = "{ me { email } }"


def run(document: str, variables: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    return execute(document, variables, **options).to_dict()


# ---- tokens


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def forged(world: World) -> dict[str, str]:
    user = world.people["operator"]
    now = timezone.now()
    claims = {"iss": "binh-duong-marketplace", "sub": str(user.public_id), "gen": user.token_generation,
              "iat": int(now.timestamp()), "exp": int((now + timedelta(hours=1)).timestamp())}  # fmt: skip
    genuine = make_access_token(user)
    head, body, signature = genuine.split(".")
    without = {name: {key: value for key, value in claims.items() if key != name} for name in ("exp", "gen", "iss")}
    key = signing_key("access-token")
    return {
        "no algorithm": f"{_part({'alg': 'none', 'typ': 'JWT'})}.{_part(claims)}.",
        "no algorithm, other case": f"{_part({'alg': 'nOnE', 'typ': 'JWT'})}.{_part(claims)}.{signature}",
        "no signature": f"{head}.{body}.",
        "another body": f"{head}.{_part(claims)}.{signature}",
        "another algorithm": jwt.encode(claims, key, algorithm="HS512"),
        "the plain secret": jwt.encode(claims, settings.SECRET_KEY, algorithm="HS256"),
        "another purpose's key": jwt.encode(claims, signing_key("refresh-token"), algorithm="HS256"),
        "a wrong key": jwt.encode(claims, "x" * 32, algorithm="HS256"),
        "a key of its own": jwt.encode(claims, key, algorithm="HS256", headers={"jwk": {"kty": "oct", "k": ""}})[:-2],
        "expired": make_access_token(user, now=now - timedelta(minutes=16)),
        "before our time": make_access_token(user, now=now + timedelta(minutes=20)),
        "no end": jwt.encode(without["exp"], key, algorithm="HS256"),
        "no generation": jwt.encode(without["gen"], key, algorithm="HS256"),
        "no issuer": jwt.encode(without["iss"], key, algorithm="HS256"),
        "another issuer": jwt.encode({**claims, "iss": "x"}, key, algorithm="HS256"),
        "a number for its subject": jwt.encode({**claims, "sub": str(user.pk)}, key, algorithm="HS256"),
        "a refresh token": issue_tokens(user).refresh,
        "a reset link": make_link_token(user, Purpose.RESET),
        "a confirmation link": make_link_token(user, Purpose.CONFIRM),
        "spaces": f" {genuine[:-1]}",
        "very long": genuine + "A" * 5000,
    }


def test_the_genuine_token_is_believed(world: World, client: Client) -> None:
    headers = {"Authorization": f"Bearer {world.tokens['operator']}"}
    answer = client.post("/graphql/", {"query": ME}, content_type="application/json", headers=headers).json()
    assert answer["data"]["me"]["email"] == "operator@example.org"


def test_no_forged_or_foreign_token_is_anybodys(world: World, client: Client) -> None:
    for name, token in forged(world).items():
        headers = {"Authorization": f"Bearer {token}"}
        answer = client.post("/graphql/", {"query": ME}, content_type="application/json", headers=headers).json()
        assert answer == {"data": {"me": None}}, name


def test_no_other_scheme_and_no_cookie_signs_in(world: World, client: Client) -> None:
    token = world.tokens["operator"]
    client.cookies["token"] = client.cookies["sessionid"] = str(token)
    for value in (token, f"Basic {token}", f"Token {token}", "Bearer", f"Bearer{token}"):
        headers = {"Authorization": str(value)}
        answer = client.post("/graphql/", {"query": ME}, content_type="application/json", headers=headers).json()
        assert answer["data"]["me"] is None, value


def test_an_access_token_is_no_refresh_token_and_no_link(world: World) -> None:
    documents = {
        "tokenRefresh": "mutation($t: String!) { r: tokenRefresh(refreshToken: $t) { token errors { code } } }",
        "confirmEmail": "mutation($t: String!) { r: confirmEmail(token: $t) { isConfirmed errors { code } } }",
        "setPassword": 'mutation($t: String!) { r: setPassword(token: $t, password: "quite-long-enough-7") '
        "{ errors { code } } }",
    }
    user = world.people["buyer"]
    reset = make_link_token(user, Purpose.RESET)
    for name, document in documents.items():
        for token in (world.tokens["buyer"], reset if name != "setPassword" else issue_tokens(user).refresh):
            assert run(document, {"t": token})["data"]["r"]["errors"], name


def test_rights_end_with_the_role_and_the_account(world: World) -> None:
    user = make_user(staff_roles=["operator"])
    token = make_access_token(user)
    applicants = "{ sellers(first: 5, filter: {status: APPLIED}) { edges { node { slug } } } }"
    assert run(applicants, token=token)["data"]["sellers"]["edges"]
    user.staff_roles = []
    user.save(update_fields=["staff_roles"])
    assert not run(applicants, token=token)["data"]["sellers"]["edges"]
    user.is_active = False
    user.save(update_fields=["is_active"])
    assert run(ME, token=token) == {"data": {"me": None}}


# ---- who has an account

ASKED_OF_STRANGERS = {
    "tokenCreate": 'mutation($e: String!) { r: tokenCreate(email: $e, password: "wrong-wrong-wrong") '
    "{ token errors { field code message } } }",
    "requestPasswordReset": "mutation($e: String!) { r: requestPasswordReset(email: $e) { errors { field code } } }",
    "accountRegister": "mutation($e: String!) { r: accountRegister(input: "
    '{email: $e, password: "quite-long-enough-7"}) '
    "{ requiresConfirmation errors { field code } } }",
}


@pytest.mark.parametrize("name", ASKED_OF_STRANGERS)
def test_nobody_is_told_who_has_an_account(world: World, name: str) -> None:
    answers = [run(ASKED_OF_STRANGERS[name], {"e": email}) for email in ("sanne@example.org", "nobody@example.org")]
    assert answers[0] == answers[1]


def test_a_password_is_hashed_whether_there_is_an_account_or_not(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed: list[str] = []
    original = MD5PasswordHasher.encode

    def encode(self: Any, password: str, salt: str) -> str:
        hashed.append(password)
        return str(original(self, password, salt))

    monkeypatch.setattr(MD5PasswordHasher, "encode", encode)
    for email in ("sanne@example.org", "nobody@example.org"):
        hashed.clear()
        with CaptureQueriesContext(connection) as statements:
            run(ASKED_OF_STRANGERS["tokenCreate"], {"e": email})
        assert (len(hashed), len([s for s in statements if "accounts_user" in s["sql"]])) == (1, 1), email


def test_letters_cannot_be_sent_at_will(world: World) -> None:
    document = "mutation($e: String!) { r: requestPasswordReset(email: $e) { errors { code } } }"
    codes = [run(document, {"e": "sanne@example.org"})["data"]["r"]["errors"] for _ in range(6)]
    assert codes[3] == [] and codes[-1] == [{"code": "TOO_MANY_ATTEMPTS"}]
    by_one_client = [
        run(document, {"e": f"x{n}@example.org"}, client={"ip": "192.0.2.9"})["data"]["r"]["errors"] for n in range(22)
    ]
    assert by_one_client[19] == [] and by_one_client[-1] == [{"code": "TOO_MANY_ATTEMPTS"}]


def test_a_stranger_cannot_put_links_into_the_letters_that_we_write(world: World) -> None:
    document = "mutation($i: AccountRegisterInput!) { accountRegister(input: $i) { errors { code } } }"
    given = {"email": "victim@example.org", "password": "quite-long-enough-7", "languageCode": "EN"}
    names = {"firstName": "You won! https://evil.example/prize", "lastName": "evil.example\nBcc: all@example.org"}
    run(document, {"i": {**given, **names}})
    while deliver_pending():
        pass
    (letter,) = [one for one in posted() if one.to == ["victim@example.org"]]
    assert "evil" not in str(letter.body) + letter.subject
    assert set(letter.message().keys()) >= {"Subject", "To"} and "Bcc" not in letter.message()


# ---- text that would run somewhere

SCRIPTS = '<p onclick="x()">Ghế <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:x">tốt</a></p>'


def test_a_description_keeps_no_script(world: World) -> None:
    document = """mutation($id: ID!, $text: String!) { productUpdate(id: $id, input: {description: $text})
      { product { description } errors { code } } }"""
    variables = {"id": gid("Product", world.facts["draft"]), "text": SCRIPTS}
    text = run(document, variables, token=world.tokens["owner"])["data"]["productUpdate"]["product"]["description"]
    assert "Ghế" in text and "tốt" in text
    assert not any(word in text for word in ("<script", "onclick", "onerror", "<img", "<a", "javascript:", "alert"))


def test_a_translated_description_keeps_no_script(world: World) -> None:
    document = """mutation($id: ID!, $text: String!) { productTranslate(id: $id, languageCode: NL,
      input: {name: "Stoel", description: $text}) { product { localized(languageCode: NL) { description { text } } }
      errors { code } } }"""
    variables = {"id": gid("Product", world.facts["draft"]), "text": SCRIPTS}
    answer = run(document, variables, token=world.tokens["owner"])["data"]["productTranslate"]
    text = answer["product"]["localized"]["description"]["text"]
    assert "Ghế" in text and not any(word in text for word in ("<script", "onclick", "onerror", "<img", "javascript:"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "JaVaScRiPt:x",
        "//evil.example",
        "ftp://x.example",
        "vbscript:x",
    ],
)
def test_only_web_addresses_are_links(world: World, url: str) -> None:
    seller = (
        "mutation($id: ID!, $u: String!) { r: sellerUpdate(id: $id, input: {websiteUrl: $u}) { errors { field } } }"
    )
    exhibitor = (
        "mutation($id: ID!, $u: String!) { r: exhibitorUpdate(id: $id, input: {websiteUrl: $u}) "
        "{ exhibitor { websiteUrl } errors { field } } }"
    )
    own = {"id": gid("Seller", world.facts["seller"]), "u": url}
    assert run(seller, own, token=world.tokens["owner"])["data"]["r"]["errors"] == [{"field": "websiteUrl"}]
    theirs = {"id": gid("Exhibitor", world.facts["exhibitor"]), "u": url}
    answer = run(exhibitor, theirs, token=world.tokens["expo_officer"])["data"]["r"]
    assert answer["errors"] or str(answer["exhibitor"]["websiteUrl"]).startswith(("http://", "https://"))


# ---- files


def test_a_correction_file_has_no_formula_and_a_harmless_name(world: World, client: Client) -> None:
    formulas = ['=HYPERLINK("http://evil.example")', "+1+1", "-1+1", "@SUM(1)", "\x0b=1+1", "\tx", "\ufffe"]
    lines = "\r\n".join(f'"{cell}","","x"' for cell in (one.replace('"', '""') for one in formulas))
    name = '../../a";\r\nSet-Cookie: x=1; "\u202ecod.csv'
    stored = preview_import(
        seller=world.facts["seller"], file_name=name, content=f"SKU,Tên sản phẩm,Giá\r\n{lines}\r\n".encode(), by=None
    )
    response = client.get(correction_path(stored, language="vi"))
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    disposition = response["Content-Disposition"]
    assert disposition.startswith("attachment") and not any(sign in disposition for sign in "\r\n/\u202e")
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}


@pytest.mark.parametrize("folder", ["media", "documents", "corrections", "static"])
@pytest.mark.parametrize(
    "path",
    ["../settings/base.py", "..%2f..%2fsettings/base.py", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "....//x", "",
     "x%00.png", "\\..\\x", "%c0%ae%c0%ae/x", "é" * 60, "a:b:c", "eyJhIjoxfQ:1:x"],
)  # fmt: skip
def test_no_path_leads_out_of_a_folder(world: World, client: Client, folder: str, path: str) -> None:
    response = client.get(f"/{folder}/{path}")
    assert response.status_code in {301, 302, 400, 404}
    assert b"SECRET_KEY" not in response.content and b"root:" not in response.content


def test_media_names_cannot_be_guessed_and_nothing_is_listed(world: World, client: Client) -> None:
    path = str(world.facts["media"].image)
    assert any(len(part) >= 32 for part in path.replace("\\", "/").replace(".", "/").split("/"))
    for folder in ("/media/", f"/media/{path.rpartition('/')[0]}/", f"/media/{path.rpartition('/')[0]}"):
        assert client.get(folder).status_code == 404
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.pdf")), "documents do not lie among public pictures"


# ---- what clients may set, and where they send us


def test_no_input_reaches_what_only_the_marketplace_decides() -> None:
    decided = {"status", "approval", "isVerified", "isStaff", "staffRoles", "permissions", "isConfirmed", "isActive",
               "commission", "userId", "user", "role", "total", "isPaid", "publicId", "approvedAt",
               "password"}  # fmt: skip
    allowed = {("AccountRegisterInput", "password"), ("ShipmentEventInput", "status"), ("OrderFilterInput", "status"),
               ("SellerOrderFilterInput", "status"), ("SellerFilterInput", "status"),
               ("ProductFilterInput", "approval"), ("ProductReviewFilterInput", "status"),
               ("ReturnRequestFilterInput", "status"), ("DisputeFilterInput", "status"),
               ("MessageReportFilterInput", "status"), ("QuoteFilterInput", "status"),
               ("BankEntryFilterInput", "status"), ("PayoutFilterInput", "status"),
               ("DigitalLinkTargetInput", "isActive"), ("DigitalLinkTargetCreateInput", "isActive"),
               ("VoucherInput", "isActive"), ("VoucherCreateInput", "isActive"),
               ("WebhookUpdateInput", "isActive"), ("ShippingPriceInput", "isActive"),
               ("ShippingPriceCreateInput", "isActive"), ("RefundFilterInput", "status"),
               ("ScreeningFilterInput", "status"), ("TaxInvoiceFilterInput", "status"),
               ("FairApplicationFilterInput", "status"), ("VisitorFilterInput", "isConfirmed"),
               ("UserFilterInput", "isActive"), ("UserFilterInput", "isStaff"),
               ("DrawingLayerInput", "role")}  # fmt: skip  # the role of a layer is what its shapes are
    found = {
        (type_.name, name)
        for type_ in schema.graphql_schema.type_map.values()
        if isinstance(type_, GraphQLInputObjectType)
        for name in type_.fields
        if name in decided
    }
    assert found == allowed
    for name in ("ProductInput", "ProductVariantInput"):
        changing = schema.graphql_schema.type_map[name]
        assert isinstance(changing, GraphQLInputObjectType)
        assert not {"seller", "product"} & set(changing.fields)


def test_an_unknown_field_of_an_input_is_refused(world: World) -> None:
    document = "mutation($i: AccountInput!) { accountUpdate(input: $i) { user { email } errors { code } } }"
    answer = run(document, {"i": {"firstName": "x", "staffRoles": ["operator"]}}, token=world.tokens["buyer"])
    assert {refusal["code"] for refusal in refusals(answer)} == {"BAD_USER_INPUT"}
    assert not world.people["buyer"].is_staff


NEAR = ["http://169.254.169.254/", "https://169.254.169.254/", "https://localhost/", "https://[::1]/", "https://10.0.0.7/",
        "https://[::ffff:127.0.0.1]/", "https://2130706433/", "https://db.internal/", "file:///etc/passwd",
        "https://user:word@hooks.example.org/"]  # fmt: skip


@pytest.mark.parametrize("url", NEAR)
def test_no_webhook_points_into_our_own_network(world: World, url: str) -> None:
    document = """mutation($seller: ID!, $url: String!) { webhookCreate(input: {seller: $seller, targetUrl: $url,
      name: "x", events: [ORDER_PLACED]}) { errors { field code } } }"""
    given = {"seller": gid("Seller", world.facts["seller"]), "url": url}
    answer = run(document, given, token=world.tokens["owner"])
    assert [error["field"] for error in answer["data"]["webhookCreate"]["errors"]] == ["targetUrl"], answer


def test_ids_of_what_is_private_cannot_be_counted_through(world: World) -> None:
    for type_name in ("Order", "SellerOrder", "Checkout", "Shipment", "ShipmentDocument", "User", "Lot"):
        for one in world.texts[f"ids of {type_name}"]:
            key = base64.b64decode(one).decode().partition(":")[2]
            assert len(key) >= 32, f"{type_name} {key} is a number that has a neighbour"
