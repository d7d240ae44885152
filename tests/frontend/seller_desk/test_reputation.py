"""A shop's certificates, reviews, trade facts and related products at its desk."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.models import Certificate, Product
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_product, make_variant
from tests.factories.reputation import make_certificate, make_pdf, make_review
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


@pytest.fixture
def chair(desk: Desk) -> Product:
    return make_product(seller=desk.cast.woodworks.seller, name="Ghế")


def at(product: Product, page: str) -> str:
    return f"products/{to_global_id('Product', product.pk)}/{page}"


FORM = {
    "scheme": "FSC",
    "issuer": "Ví Dụ Certification",
    "number": "VD-1",
    "validFrom": "2026-01-01",
    "validUntil": "2099-12-31",
}


def test_a_certificate_is_added_changed_and_removed(chair: Product, owner: Person) -> None:
    scan = SimpleUploadedFile("scan.pdf", make_pdf(), content_type="application/pdf")
    product = to_global_id("Product", chair.pk)
    owner.done("certificates/new", "save", **FORM, products=product, file=scan)
    certificate = Certificate.objects.get()
    assert list(certificate.products.all()) == [chair] and certificate.file.endswith(".pdf")
    page = f"certificates/{to_global_id('Certificate', certificate.pk)}"
    assert "VD-1" in owner.see("certificates") and "Open the scan" in owner.see(page)
    owner.done(page, "save", **{**FORM, "number": "VD-2"}, coversAllProducts="1", fileIsPublic="1")
    certificate.refresh_from_db()
    assert (certificate.number, certificate.covers_all_products, certificate.file_is_public) == ("VD-2", True, True)
    owner.done(page, "remove")
    assert not Certificate.objects.current().exists()
    assert owner.get(owner.base + page).status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"scheme": "MADE_UP"}, "Say what kind"),
        ({"issuer": ""}, "needed"),
        ({"validFrom": "yesterday"}, "year, month and day"),
        ({"validUntil": "2020-01-01"}, "end before it begins"),
        ({"scheme": "OTHER"}, "needed"),
    ],
)
def test_what_is_wrong_comes_back_beside_its_field(owner: Person, changes: dict[str, str], words: str) -> None:
    assert words in owner.refused("certificates/new", "save", **{**FORM, **changes})
    assert not Certificate.objects.exists()


def test_what_ends_is_todays_task(chair: Product, owner: Person) -> None:
    today = timezone.now().date()
    make_certificate(chair, scheme="PEFC", valid_until=today + timedelta(days=20))
    make_certificate(chair, scheme="HALAL", valid_until=today - timedelta(days=1))
    make_certificate(chair, scheme="GOTS")
    html = owner.see()
    assert "certificates end soon or have ended" in html
    assert "PEFC" in html and "ends in 20 days" in html and "Halal" in html and "GOTS" not in html
    assert "Ended" in owner.see("certificates")


def test_managers_answer_reviews(chair: Product, owner: Person, packer: Person) -> None:
    review = make_review(chair, text="Mooi")
    key = to_global_id("ProductReview", review.pk)
    assert "review without your answer" in owner.see() and "Mooi" in owner.see("reviews")
    assert "Your answer" not in packer.see("reviews")
    answer = {"review": key, f"text-{key}": "Cảm ơn", f"language-{key}": "vi"}
    assert packer.send("reviews", "answer", **answer).status_code == 403
    assert "too long" in owner.refused("reviews", "answer", **{**answer, f"text-{key}": "x" * 2001})
    owner.done("reviews", "answer", **answer)
    review.refresh_from_db()
    assert (review.answer, review.answer_language) == ("Cảm ơn", "vi")
    assert "Cảm ơn" in owner.see("reviews?answered=yes")


def test_facts_of_trade_are_kept(chair: Product, owner: Person) -> None:
    page = at(chair, "trade")
    facts = {
        "species": "acacia mangium; Hevea brasiliensis",
        "sampleAvailable": "1",
        "samplePrice": "12,50",
        "samplePriceCurrency": "USD",
        "privateLabel": "1",
        "restrictions": ["TIMBER", "PLANT", "MADE_UP"],
    }
    owner.done(page, "save", **facts)
    chair.refresh_from_db()
    assert chair.species == "Acacia mangium, Hevea brasiliensis"
    assert (chair.sample_available, chair.private_label, chair.customizable) == (True, True, False)
    assert f"{chair.sample_price}" and chair.restrictions == ["PLANT", "TIMBER"]
    assert "Acacia mangium" in owner.see(page)
    assert "not a scientific name" in owner.refused(page, "save", **{**facts, "species": "gỗ keo"})
    assert "Only hazardous goods" in owner.refused(page, "save", **facts, unNumber="1263")


def test_neighbours_are_chosen_ordered_and_dropped(desk: Desk, chair: Product, owner: Person) -> None:
    table, bench = (make_product(seller=desk.cast.woodworks.seller, name=name) for name in ("Bàn", "Băng"))
    page = at(chair, "related")
    for product in (table, bench):
        owner.done(page, "add", related=to_global_id("Product", product.pk), bothWays="1")
    owner.done(page, "to_front", related=to_global_id("Product", bench.pk))
    assert [row.related for row in chair.related_choices.order_by("sort_order")] == [bench, table]
    owner.done(page, "drop", related=to_global_id("Product", bench.pk))
    assert [row.related for row in chair.related_choices.all()] == [table]
    foreign = make_product(seller=desk.cast.pottery.seller)
    assert "no such product" in owner.refused(page, "add", related=to_global_id("Product", foreign.pk))


def test_weights_and_cartons_come_back_as_they_were_typed(chair: Product, owner: Person) -> None:
    variant = make_variant(chair, sku="GHE-7", net_weight_g=4000, gross_weight_g=4500)
    page = at(chair, f"variants/{to_global_id('ProductVariant', variant.pk)}")
    typed = {"sku": "GHE-7", "netWeightG": "4.2", "grossWeightG": "4,7", "unitsPerCarton": "2", "moq": "1",
             "orderMultiple": "1", "cartonGrossWeightG": "9.9", "cartonLengthMm": "60", "cartonWidthMm": "50.5",
             "cartonHeightMm": "91"}  # fmt: skip
    owner.done(page, "save", **typed)
    variant.refresh_from_db()
    assert (variant.net_weight_g, variant.gross_weight_g, variant.carton_gross_weight_g) == (4200, 4700, 9900)
    assert (variant.carton_length_mm, variant.carton_width_mm, variant.carton_height_mm) == (600, 505, 910)
    html = owner.see(page)
    assert 'value="4.2"' in html and 'value="50.5"' in html
    assert "cannot weigh less" in owner.refused(page, "save", **{**typed, "cartonGrossWeightG": "8"})
