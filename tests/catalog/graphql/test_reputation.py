"""Certificates, relations, favourites and reviews through the API: who may do what, and what is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.favorites.keep import keep_favorite
from catalog.models import Certificate, Product, Review, ReviewInvitation
from catalog.products.certificates.scan import attach_scan
from catalog.products.related.choose import Choice, choose_related
from catalog.reviews.report_abuse import report_review
from marketplace.graphql import to_global_id
from tests.api.tables import changed, stored
from tests.cast import Cast, House
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import make_category, make_media, make_product, make_sellable_variant
from tests.factories.channels import make_channel
from tests.factories.reputation import make_certificate, make_invitation, make_pdf, make_review

TYPES = {"Review": "ProductReview"}


@dataclass
class World:
    house: House
    product: Product
    other: Product
    certificate: Certificate
    review: Review
    waiting: Review
    invitation: ReviewInvitation
    guest: ReviewInvitation

    def id(self, row: Any) -> str:
        name = type(row).__name__
        return to_global_id(TYPES.get(name, name), row.pk)


@pytest.fixture
def world(cast: Cast) -> World:
    vn, category = make_channel("vn"), make_category()
    house = cast.woodworks
    products = [make_product(seller=house.seller, category=category, name=name) for name in ("Ghế", "Bàn")]
    for product in products:
        make_sellable_variant(vn, product=product)
    product = products[0]
    return World(
        house,
        product,
        products[1],
        make_certificate(product),
        make_review(product, user=cast.buyer, rating=4),
        make_review(product, approved=False, rating=1),
        make_invitation(product, user=cast.buyer),
        make_invitation(product),
    )


Variables = Callable[[World], dict[str, Any]]
SAID = '{rating: 5, text: "Mooi", languageCode: NL}'
SELLERS: dict[str, tuple[str, Variables]] = {
    "certificateCreate": (
        'mutation($s: ID!, $p: [ID!]) { r: certificateCreate(input: {seller: $s, scheme: FSC, issuer: "X", number: "1",'
        ' validFrom: "2026-01-01", products: $p}) { certificate { title } %s } }',
        lambda w: {"s": w.id(w.house.seller), "p": [w.id(w.product)]},
    ),
    "certificateUpdate": (
        'mutation($id: ID!) { r: certificateUpdate(id: $id, input: {number: "2"}) { certificate { number } %s } }',
        lambda w: {"id": w.id(w.certificate)},
    ),
    "certificateDelete": (
        "mutation($id: ID!) { r: certificateDelete(id: $id) { certificate { title } %s } }",
        lambda w: {"id": w.id(w.certificate)},
    ),
    "productRelatedUpdate": (
        "mutation($id: ID!, $o: ID!) { r: productRelatedUpdate(id: $id, related: [{product: $o, bothWays: true}]) "
        "{ product { slug } %s } }",
        lambda w: {"id": w.id(w.product), "o": w.id(w.other)},
    ),
    "productReviewAnswer": (
        'mutation($id: ID!) { r: productReviewAnswer(id: $id, text: "Cảm ơn", languageCode: VI) '
        "{ review { answer { text } } %s } }",
        lambda w: {"id": w.id(w.review)},
    ),
}
STAFFS: dict[str, tuple[str, Variables]] = {
    "productReviewApprove": (
        "mutation($id: ID!) { r: productReviewApprove(id: $id) { review { status } %s } }",
        lambda w: {"id": w.id(w.waiting)},
    ),
    "productReviewReject": (
        'mutation($id: ID!) { r: productReviewReject(id: $id, reason: "Names a person") { review { status } %s } }',
        lambda w: {"id": w.id(w.review)},
    ),
}
BUYERS: dict[str, tuple[str, Variables]] = {
    "productReviewCreate": (
        f"mutation($id: ID!) {{ r: productReviewCreate(invitation: $id, input: {SAID}) {{ review {{ status }} %s }} }}",
        lambda w: {"id": w.id(w.invitation)},
    ),
    "productReviewUpdate": (
        f"mutation($id: ID!) {{ r: productReviewUpdate(id: $id, input: {SAID}) {{ review {{ status }} %s }} }}",
        lambda w: {"id": w.id(w.review)},
    ),
    "productReviewDelete": (
        "mutation($id: ID!) { r: productReviewDelete(id: $id) { invitation { id } %s } }",
        lambda w: {"id": w.id(w.review)},
    ),
}
ERRORS = "errors { field code message }"


def codes(result: Any) -> set[str]:
    data = (result.data or {}).get("r") or {}
    found = {error["extensions"]["code"] for error in result.errors or []}
    return found | {str(error["code"]) for error in data.get("errors") or []}


def people(cast: Cast) -> dict[str, Any]:
    return {
        "anonymous": None,
        "buyer": cast.buyer,
        "other seller": cast.pottery.owner,
        "own packer": cast.woodworks.packer,
        "own manager": cast.woodworks.manager,
        "operator": cast.operator,
    }


def tried(ask: Ask, cast: Cast, world: World, who: str, document: str, variables: dict[str, Any]) -> set[str]:
    """The codes of a refusal, shown to have changed nothing; empty for what was done."""
    before = stored()
    found = codes(ask(document % ERRORS, by=people(cast)[who], errors=True, **variables))
    assert bool(found) != bool(changed(before, stored())), (who, found)
    return found


@pytest.mark.parametrize("name", SELLERS)
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("anonymous", {"UNAUTHENTICATED"}),
        ("buyer", {"NOT_FOUND"}),
        ("other seller", {"NOT_FOUND"}),
        ("own packer", {"PERMISSION_DENIED"}),
        ("own manager", set()),
        ("operator", {"NOT_FOUND"}),
    ],
)
def test_what_managers_of_the_seller_do(
    ask: Ask, cast: Cast, world: World, name: str, who: str, expected: set[str]
) -> None:
    document, variables = SELLERS[name]
    assert tried(ask, cast, world, who, document, variables(world)) == expected


@pytest.mark.parametrize("name", STAFFS)
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("anonymous", {"UNAUTHENTICATED"}),
        ("buyer", {"PERMISSION_DENIED"}),
        ("other seller", {"PERMISSION_DENIED"}),
        ("own manager", {"PERMISSION_DENIED"}),
        ("operator", set()),
    ],
)
def test_what_staff_do(ask: Ask, cast: Cast, world: World, name: str, who: str, expected: set[str]) -> None:
    document, variables = STAFFS[name]
    assert tried(ask, cast, world, who, document, variables(world)) == expected


@pytest.mark.parametrize("name", BUYERS)
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("anonymous", {"NOT_FOUND"}),
        ("buyer", set()),
        ("other seller", {"NOT_FOUND"}),
        ("own manager", {"NOT_FOUND"}),
        ("operator", {"NOT_FOUND"}),
    ],
)
def test_what_the_buyer_does(ask: Ask, cast: Cast, world: World, name: str, who: str, expected: set[str]) -> None:
    document, variables = BUYERS[name]
    assert tried(ask, cast, world, who, document, variables(world)) == expected


@pytest.mark.parametrize("who", ["anonymous", "buyer", "other seller", "own manager", "operator"])
def test_anybody_with_an_account_keeps_favourites_and_reports(ask: Ask, cast: Cast, world: World, who: str) -> None:
    expected = {"UNAUTHENTICATED"} if who == "anonymous" else set()
    add = "mutation($p: ID!) { r: favoriteAdd(product: $p) { product { isFavorite } %s } }"
    drop = "mutation($p: ID!) { r: favoriteRemove(product: $p) { product { isFavorite } %s } }"
    report = 'mutation($id: ID!) { r: productReviewReport(id: $id, reason: FALSE, text: "x") { review { id } %s } }'
    assert tried(ask, cast, world, who, add, {"p": world.id(world.product)}) == expected
    assert tried(ask, cast, world, who, drop, {"p": world.id(world.product)}) == expected
    assert tried(ask, cast, world, who, report, {"id": world.id(world.review)}) == expected


def test_what_is_hidden_is_neither_kept_nor_reported(ask: Ask, cast: Cast, world: World) -> None:
    draft = make_product(seller=cast.pottery.seller, approval="DRAFT")
    add = "mutation($p: ID!) { r: favoriteAdd(product: $p) { product { id } %s } }"
    assert tried(ask, cast, world, "buyer", add, {"p": world.id(draft)}) == {"NOT_FOUND"}
    report = "mutation($id: ID!) { r: productReviewReport(id: $id, reason: FALSE) { review { id } %s } }"
    assert tried(ask, cast, world, "other seller", report, {"id": world.id(world.waiting)}) == {"NOT_FOUND"}


def test_a_guest_reviews_with_the_token_and_nobody_without(ask: Ask, cast: Cast, world: World) -> None:
    create = (
        f"mutation($id: ID!, $t: String) {{ r: productReviewCreate(invitation: $id, token: $t, input: {SAID}) "
        "{ review { id isMine history { status } } %s } }"
    )
    invitation = {"id": world.id(world.guest)}
    for token in (None, "", "x", world.invitation.token):
        variables = invitation | {"t": token}
        assert tried(ask, cast, world, "anonymous", create, variables) == {"NOT_FOUND"}
    made = ask(create % ERRORS, **invitation, t=world.guest.token)["r"]
    assert made["review"]["isMine"] is True and made["review"]["history"] == [{"status": "PENDING"}]
    taken = tried(ask, cast, world, "anonymous", create, invitation | {"t": world.guest.token})
    assert taken == {"UNIQUE"}
    own = tried(ask, cast, world, "anonymous", create, {"id": world.id(world.invitation), "t": world.invitation.token})
    assert own == {"NOT_FOUND"}, "a right of an account is not opened by its token"


def test_who_sees_which_review(ask: Ask, cast: Cast, world: World) -> None:
    document = "query($id: ID!) { productReview(id: $id) { rating status } productReviews { totalCount } }"
    mine = make_review(world.product, user=cast.buyer, approved=False)
    seen = {
        who: (
            ask(document, by=person, id=world.id(world.waiting))["productReview"] is not None,
            ask(document, by=person, id=world.id(mine))["productReview"] is not None,
            ask(document, by=person, id=world.id(mine))["productReviews"]["totalCount"],
        )
        for who, person in people(cast).items()
    }
    assert seen == {
        "anonymous": (False, False, 1),
        "buyer": (False, True, 2),
        "other seller": (False, False, 1),
        "own packer": (False, False, 1),
        "own manager": (False, False, 1),
        "operator": (True, True, 3),
    }


def test_a_review_tells_a_first_name_and_a_country_and_nothing_else(ask: Ask, cast: Cast, world: World) -> None:
    document = """query($id: ID!) { productReview(id: $id) {
      rating text language { code } authorName authorCountry { code } isMine productName product { slug } } }"""
    found = ask(document, id=world.id(world.review))["productReview"]
    assert found == {
        "rating": 4,
        "text": "Mooi gemaakt, stevig verpakt.",
        "language": {"code": "NL"},
        "authorName": "Sanne",
        "authorCountry": {"code": "NL"},
        "isMine": False,
        "productName": "Ghế",
        "product": {"slug": world.product.slug},
    }


@pytest.mark.parametrize("field", ["history { status }", "reports { reason }"])
def test_the_course_of_a_review_is_its_writers_and_staffs(ask: Ask, cast: Cast, world: World, field: str) -> None:
    report_review(review=world.review, reporter=cast.pottery.owner, reason="FALSE")
    document = f"query($id: ID!) {{ productReview(id: $id) {{ {field} }} }}"
    allowed = {"operator"} | ({"buyer"} if "history" in field else set())
    for who, person in people(cast).items():
        result = ask(document, by=person, errors=True, id=world.id(world.review))
        assert bool(result.errors) != (who in allowed), who


def test_the_sums_of_a_product(ask: Ask, world: World) -> None:
    make_review(world.product, rating=5)
    document = """query($id: ID!) { product(id: $id) { rating reviewCount ratingCounts { stars count }
      reviews(first: 1) { totalCount pageInfo { hasNextPage } edges { node { rating } } }
      five: reviews(first: 5, rating: 5) { totalCount } none: reviews(languageCode: JA) { totalCount } } }"""
    product = ask(document, id=world.id(world.product))["product"]
    assert (Decimal(product["rating"]), product["reviewCount"]) == (Decimal("4.50"), 2)
    assert [row["count"] for row in product["ratingCounts"]] == [1, 1, 0, 0, 0]
    assert product["reviews"] == {
        "totalCount": 2,
        "pageInfo": {"hasNextPage": True},
        "edges": [{"node": {"rating": 5}}],
    }
    assert (product["five"]["totalCount"], product["none"]["totalCount"]) == (1, 0)


def test_the_public_never_sees_an_ended_certificate_as_valid(ask: Ask, cast: Cast, world: World) -> None:
    today = timezone.now().date()
    make_certificate(world.product, number="OVER", valid_until=today - timedelta(days=1))
    make_certificate(world.product, number="SOON", valid_until=today + timedelta(days=9), covers_all_products=True)
    make_certificate(world.product, number="LATER", valid_from=today + timedelta(days=1))
    document = "query($id: ID!) { product(id: $id) { certificates { number state daysLeft } } }"
    found = ask(document, by=cast.buyer, id=world.id(world.product))["product"]["certificates"]
    assert [(row["number"], row["state"], row["daysLeft"]) for row in found[1:]] == [("SOON", "EXPIRING", 9)]
    assert found[0]["number"] == world.certificate.number and found[0]["state"] == "VALID"
    listed = "query($s: ID!) { certificates(seller: $s) { number state products { id } } }"
    own = ask(listed, by=world.house.packer, s=world.id(world.house.seller))["certificates"]
    assert {row["number"]: row["state"] for row in own} == {
        "OVER": "EXPIRED",
        "SOON": "EXPIRING",
        "LATER": "UPCOMING",
        world.certificate.number: "VALID",
    }
    for stranger in (None, cast.buyer, cast.pottery.owner):
        assert ask(listed, by=stranger, errors=True, s=world.id(world.house.seller)).errors


def test_a_scan_is_for_the_team_and_staff_unless_it_is_shown(ask: Ask, cast: Cast, world: World) -> None:
    attach_scan(certificate=world.certificate, content=make_pdf())
    document = "query($id: ID!) { product(id: $id) { certificates { fileUrl } } }"

    def readers() -> set[str]:
        answers = {who: ask(document, by=by, id=world.id(world.product)) for who, by in people(cast).items()}
        return {who for who, answer in answers.items() if answer["product"]["certificates"][0]["fileUrl"]}

    assert readers() == {"own packer", "own manager", "operator"}
    Certificate.objects.update(file_is_public=True)
    assert readers() == set(people(cast))


def test_a_certificate_with_its_scan_in_one_call(ask: Ask, world: World) -> None:
    document = """mutation($s: ID!, $p: [ID!], $f: Upload) { r: certificateCreate(input: {seller: $s, scheme: OTHER,
      name: "Làng nghề", issuer: "X", number: "1", validFrom: "2026-01-01", validUntil: "2027-01-01", products: $p,
      file: $f}) { certificate { title hasFile fileIsPublic } errors { field code } } }"""
    variables = {"s": world.id(world.house.seller), "p": [world.id(world.product)]}
    scan = SimpleUploadedFile("a.pdf", make_pdf())
    made = ask(document, by=world.house.manager, **variables, f=scan)["r"]
    assert made == {"certificate": {"title": "Làng nghề", "hasFile": True, "fileIsPublic": False}, "errors": []}
    number = Certificate.objects.count()
    bad = ask(document, by=world.house.manager, **variables, f=SimpleUploadedFile("a.pdf", b"MZ"))["r"]
    assert [error["field"] for error in bad["errors"]] in (["file"], ["image"])
    assert Certificate.objects.count() == number, "a certificate whose scan was refused is not kept"


def test_favourites_are_ones_own_latest_first(ask: Ask, cast: Cast, world: World) -> None:
    for product in (world.product, world.other):
        keep_favorite(user=cast.buyer, product=product)
    document = """query($c: String) { favorites(first: 5) { totalCount edges { node { created
      product(channel: $c) { name isFavorite pricing { priceRange { start { currency } } } } } } } }"""
    mine = ask(document, by=cast.buyer, c="vn")["favorites"]
    assert [edge["node"]["product"]["name"] for edge in mine["edges"]] == ["Bàn", "Ghế"]
    assert all(edge["node"]["product"]["isFavorite"] for edge in mine["edges"])
    make_channel("eu")
    elsewhere = ask(document, by=cast.buyer, c="eu")["favorites"]["edges"]
    assert [edge["node"]["product"] for edge in elsewhere] == [None, None]
    assert ask(document, by=cast.operator, c="vn")["favorites"]["totalCount"] == 0
    assert ask(document, errors=True, c="vn").errors


def test_what_stands_beside_a_product(ask: Ask, cast: Cast, world: World) -> None:
    hidden = make_product(seller=world.house.seller, category=world.product.category)
    third = make_product(seller=cast.pottery.seller, category=world.product.category, name="Kệ")
    make_sellable_variant(make_channel("vn"), product=third)
    choose_related(product=world.product, choices=[Choice(hidden), Choice(world.other, both_ways=True)])
    document = """query($id: ID!) { product(id: $id, channel: "vn") { relatedProducts { name pricing { onSale } }
      similarProducts(first: 99) { name } } }"""
    product = ask(document, id=world.id(world.product))["product"]
    assert [one["name"] for one in product["relatedProducts"]] == ["Bàn"]
    assert product["relatedProducts"][0]["pricing"] is not None
    assert [one["name"] for one in product["similarProducts"]] == ["Kệ"]
    own = "query($id: ID!) { product(id: $id) { relatedChoices { bothWays product { id } } } }"
    chosen = ask(own, by=world.house.manager, id=world.id(world.product))["product"]["relatedChoices"]
    assert [row["bothWays"] for row in chosen] == [False, True]
    assert ask(own, errors=True, id=world.id(world.product)).errors


def test_the_rights_still_to_be_used(ask: Ask, cast: Cast, world: World) -> None:
    document = "{ reviewInvitations { id token productName review { id } } }"
    mine = ask(document, by=cast.buyer)["reviewInvitations"]
    assert [(row["id"], row["token"]) for row in mine] == [(world.id(world.invitation), None)]
    assert ask(document, by=cast.operator)["reviewInvitations"] == []
    single = "query($id: ID!, $t: String) { reviewInvitation(id: $id, token: $t) { token shownName } }"
    assert ask(single, by=cast.operator, id=world.id(world.guest))["reviewInvitation"] is None
    found = ask(single, id=world.id(world.guest), t=world.guest.token)["reviewInvitation"]
    assert found == {"token": world.guest.token, "shownName": "Sanne"}


def test_facts_of_trade_are_written_and_read(ask: Ask, world: World) -> None:
    document = """mutation($id: ID!, $input: ProductInput!) { r: productUpdate(id: $id, input: $input) {
      product { hsCode hsSubheading hsNationalExtension species samplePrice { amount currency } sampleAvailable
        customizable privateLabel isHazardous unNumber restrictions } errors { field code } } }"""
    facts = {
        "hsCode": "9401.69.0010",
        "species": ["hevea brasiliensis"],
        "sampleAvailable": True,
        "samplePrice": "12.50",
        "samplePriceCurrency": "USD",
        "customizable": True,
        "isHazardous": True,
        "unNumber": "1263",
        "restrictions": ["TIMBER", "FOOD_CONTACT"],
    }
    result = ask(document, by=world.house.manager, id=world.id(world.product), input=facts)["r"]
    assert result["errors"] == []
    assert result["product"] | {"samplePrice": None} == {
        "hsCode": "9401690010",
        "hsSubheading": "940169",
        "hsNationalExtension": "0010",
        "species": ["Hevea brasiliensis"],
        "samplePrice": None,
        "sampleAvailable": True,
        "customizable": True,
        "privateLabel": False,
        "isHazardous": True,
        "unNumber": "1263",
        "restrictions": ["FOOD_CONTACT", "TIMBER"],
    }
    assert Decimal(result["product"]["samplePrice"]["amount"]) == Decimal("12.50")
    wrong = ask(document, by=world.house.manager, id=world.id(world.product), input={"species": ["oak"]})["r"]
    assert [(error["field"], error["code"]) for error in wrong["errors"]] == [("species", "INVALID")]


def test_measures_of_piece_and_carton_are_written_and_read(ask: Ask, world: World) -> None:
    variant = world.product.variants.get()
    document = """mutation($id: ID!) { r: productVariantUpdate(id: $id, input: {netWeightG: 4000, grossWeightG: 4500,
      unitsPerCarton: 2, cartonGrossWeightG: 9800, cartonLengthMm: 600, cartonWidthMm: 500, cartonHeightMm: 905}) {
      productVariant { netWeight { value } grossWeight { value } cartonWeight { value } unitsPerCarton
        cartonSize { length width height unit } } errors { field code } } }"""
    result = ask(document, by=world.house.manager, id=world.id(variant))["r"]
    assert result["errors"] == []
    measured = result["productVariant"]
    weights = [measured[name]["value"] for name in ("netWeight", "grossWeight", "cartonWeight")]
    assert [Decimal(weight) for weight in weights] == [Decimal("4"), Decimal("4.5"), Decimal("9.8")]
    assert Decimal(measured["cartonSize"]["height"]) == Decimal("90.5")


def test_words_for_a_picture_in_every_language(ask: Ask, world: World) -> None:
    media = make_media(world.product, alt="Ghế nhìn từ trước")
    translate = """mutation($id: ID!) { productMediaTranslate(id: $id, languageCode: EN, alt: "Chair from the front") {
      media { alt sourceAlt translation(languageCode: EN) { alt } none: translation(languageCode: JA) { alt }
        translations { language { code } alt } small: url(size: 256, format: AVIF) } } }"""
    found = ask(translate, by=world.house.manager, language="en", id=world.id(media))["productMediaTranslate"]["media"]
    assert found["alt"] == "Chair from the front" and found["sourceAlt"] == "Ghế nhìn từ trước"
    assert found["translations"] == [{"language": {"code": "EN"}, "alt": "Chair from the front"}]
    assert (found["translation"], found["none"]) == ({"alt": "Chair from the front"}, None)
    assert found["small"].endswith("/256.avif")
