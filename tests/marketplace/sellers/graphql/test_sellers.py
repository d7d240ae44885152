"""What the API shows of sellers, and to whom."""

from typing import Any

import pytest

from i18n.translate import set_translation
from marketplace.graphql import to_global_id
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import SellerStatus
from tests.cast import assemble
from tests.factories.sellers import make_member, make_seller
from tests.marketplace.accounts.api import ask, call

pytestmark = pytest.mark.django_db

PUBLIC = """id slug name legalName status entityType craft region city cityArea country { code }
  isVerified websiteUrl logo { url }"""
PRIVATE = "taxCode address { formatted } email phone members { role user { email } } history { status reason by }"
ONE = f"query ($id: ID, $slug: String) {{ seller(id: $id, slug: $slug) {{ {PUBLIC} }} }}"
LIST = "query ($f: SellerFilterInput) { sellers(first: 50, filter: $f) { totalCount edges { node { slug } } } }"


def slugs(actor: Any = None, **filter: Any) -> list[str]:
    edges = ask(LIST, {"f": filter}, actor=actor)["sellers"]["edges"]
    return [edge["node"]["slug"] for edge in edges]


def test_the_public_profile() -> None:
    cast = assemble()
    seller = ask(ONE, {"slug": "moc-vi-du"})["seller"]
    assert seller == {
        "id": to_global_id("Seller", cast.woodworks.seller.pk),
        "slug": "moc-vi-du",
        "name": "Mộc Ví Dụ",
        "legalName": "Công ty TNHH Mộc Ví Dụ",
        "status": "APPROVED",
        "entityType": "ENTERPRISE",
        "craft": "FURNITURE",
        "region": "Bình Dương",
        "city": "Thành phố Hồ Chí Minh",
        "cityArea": "Phường Dĩ An",
        "country": {"code": "VN"},
        "isVerified": True,
        "websiteUrl": None,
        "logo": None,
    }


def test_private_fields_are_for_members_and_staff() -> None:
    cast = assemble()
    for field in ("taxCode", "address { formatted }", "email", "phone", "members { id }", "history { at }"):
        document = f'{{ seller(slug: "moc-vi-du") {{ {field} }} }}'
        name = field.split()[0]
        for actor, code in (
            (None, "UNAUTHENTICATED"),
            (cast.buyer, "PERMISSION_DENIED"),
            (cast.pottery.owner, "PERMISSION_DENIED"),
            (cast.expo_officer, "PERMISSION_DENIED"),
        ):
            result = call(document, actor=actor)
            assert result.errors is not None
            assert result.errors[0]["extensions"]["code"] == code
            assert result.data == {"seller": {name: None}}
        for actor in (cast.woodworks.packer, cast.operator):
            assert ask(document, actor=actor)["seller"][name] is not None


def test_members_see_each_other() -> None:
    cast = assemble()
    seller = ask(f'{{ seller(slug: "moc-vi-du") {{ {PRIVATE} }} }}', actor=cast.woodworks.packer)["seller"]
    assert {member["user"]["email"] for member in seller["members"]} == {
        "owner.moc@example.org", "manager.moc@example.org", "packer.moc@example.org",
    }  # fmt: skip
    peeking = '{ seller(slug: "moc-vi-du") { members { user { addresses { city } } } } }'
    assert call(peeking, actor=cast.woodworks.owner).errors is not None


@pytest.mark.parametrize("status", ["APPLIED", "REJECTED", "SUSPENDED"])
def test_others_do_not_learn_that_a_hidden_seller_exists(status: str) -> None:
    cast = assemble()
    hidden = make_seller(slug="hidden", status=status)
    packer = make_member(hidden, "PACKER")
    for chosen in ({"slug": "hidden"}, {"id": to_global_id("Seller", hidden.pk)}):
        for actor in (None, cast.buyer, cast.woodworks.owner, cast.expo_officer):
            assert ask(ONE, chosen, actor=actor)["seller"] is None
        for actor in (packer, cast.operator):
            assert ask(ONE, chosen, actor=actor)["seller"]["status"] == status
    assert "hidden" not in slugs()
    assert "hidden" not in slugs(packer, status=status)
    assert slugs(cast.operator, status=status) == ["hidden"]
    assert ask("{ mySellers { slug } }", actor=packer)["mySellers"] == [{"slug": "hidden"}]


def test_mine_are_mine() -> None:
    cast = assemble()
    assert ask("{ mySellers { slug } }", actor=cast.pottery.manager)["mySellers"] == [{"slug": "gom-thu-nghiem"}]
    assert ask("{ mySellers { slug } }", actor=cast.operator)["mySellers"] == []
    assert call("{ mySellers { slug } }").errors is not None


def test_filters() -> None:
    cast = assemble()
    assert slugs(search="moc vi") == ["moc-vi-du"]
    assert slugs(search="GỐM thử") == ["gom-thu-nghiem"]
    assert slugs(search="%") == []
    assert slugs(craft="CERAMICS") == ["gom-thu-nghiem"]
    assert slugs(ids=[to_global_id("Seller", cast.pottery.seller.pk)]) == ["gom-thu-nghiem"]
    assert slugs(ids=[]) == []
    assert slugs(slugs=["moc-vi-du", "none"]) == ["moc-vi-du"]


def test_bad_ids_are_refused_not_broken() -> None:
    for variables in ({"id": "x"}, {"id": to_global_id("Product", 1)}, {}, {"id": "x", "slug": "y"}):
        result = call(ONE, variables)
        assert result.errors is not None
        assert result.errors[0]["extensions"]["code"] in {"BAD_ID", "INVALID"}
    assert ask(ONE, {"id": to_global_id("Seller", 10**17)})["seller"] is None


def test_texts_in_the_readers_language() -> None:
    seller = make_seller(slug="s", tagline="Đồ gỗ", story="")
    set_translation(subject=Seller.SUBJECT, object_id=seller.pk, language="ja", texts={"tagline": "木工"})
    text = "{ text isFallback isOriginal language { code } }"
    document = f'{{ seller(slug: "s") {{ localized {{ name {text} tagline {text} }} }} }}'
    localized = ask(document, language="ja")["seller"]["localized"]
    assert localized["tagline"] == {
        "text": "木工",
        "isFallback": False,
        "isOriginal": False,
        "language": {"code": "JA"},
    }
    assert localized["name"]["isFallback"] is True


def test_a_page_of_sellers_costs_the_same_whatever_its_length(django_assert_max_num_queries: Any) -> None:
    for _ in range(3):
        make_seller()
    document = f"{{ sellers(first: 50) {{ edges {{ node {{ {PUBLIC} localized {{ name {{ text }} }} }} }} }} }}"
    with django_assert_max_num_queries(3):
        ask(document)
    for _ in range(12):
        make_seller()
    with django_assert_max_num_queries(3):
        ask(document)


def test_members_of_many_sellers_are_read_at_once(django_assert_max_num_queries: Any) -> None:
    cast = assemble()
    for _ in range(5):
        make_member(make_seller(status=SellerStatus.APPLIED))
    with django_assert_max_num_queries(9):
        ask(f"{{ sellers(first: 50) {{ edges {{ node {{ {PRIVATE} }} }} }} }}", actor=cast.operator)
