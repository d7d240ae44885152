"""Materials and origin of a product, and the export papers of a shipment, at the desk."""

import pytest

from catalog.models import Product
from logistics.customs.declaration.stored import CustomsDeclaration
from logistics.customs.documents.document import Document
from logistics.customs.origin.materials import BillMaterial
from logistics.shipments.shipment import Shipment
from marketplace.graphql import to_global_id
from orders.models import Fulfillment
from tests.factories.catalog import make_product
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk
from tests.frontend.soundness import problems

ROW = {
    "hsCode-0": "4407.91",
    "originCountry-0": "US",
    "value-0": "12,5",
    "materialCurrency-0": "EUR",
    "weight-0": "4000",
}
BILL = {"rows": "3", "currency": "EUR", "exWorks": "40", "freeOnBoard": "42", "name-0": "Gỗ sồi", **ROW}


@pytest.fixture
def chair(desk: Desk) -> Product:
    return make_product(seller=desk.cast.woodworks.seller, name="Ghế", hs_code="940169")


@pytest.fixture
def shipment(desk: Desk) -> Shipment:
    found = Fulfillment.objects.filter(seller_order=desk.shipped).select_related("shipment").get().shipment
    assert found is not None
    return found


def papers_of(shipment: Shipment) -> str:
    return f"shipments/{to_global_id('Shipment', shipment.pk)}/papers"


def test_materials_are_kept_and_origin_is_shown(chair: Product, owner: Person) -> None:
    page = f"products/{to_global_id('Product', chair.pk)}/origin"
    assert "No materials are listed" in owner.see(page)
    owner.done(page, "save", **BILL, **{"name-1": "Keo", "value-1": "1", "declared-1": "1", "originCountry-1": "VN"})
    first, second = BillMaterial.objects.order_by("position")
    assert (first.hs_code, first.origin_country, str(first.value_amount)) == ("440791", "US", "12.5000")
    assert (second.name, second.declared, first.declared) == ("Keo", True, False)
    html = owner.see(page)
    assert "rule met" in html
    assert "EUR.1" in html
    assert problems(html, language="en") == []
    html = owner.refused(page, "save", **{**BILL, "hsCode-0": "44X", "name-2": "Đinh", "value-2": "1"})
    assert "4 to 12 digits" in html
    assert 'value="Đinh"' in html
    assert "This field is needed" in owner.refused(page, "save", **{**BILL, "name-0": ""})
    assert BillMaterial.objects.count() == 2


def test_papers_are_made_from_what_is_declared(shipment: Shipment, packer: Person) -> None:
    page = papers_of(shipment)
    html = packer.see(page)
    assert problems(html, language="en") == []
    assert "No statement on origin has been entered" in html
    packer.done(page, "declare", **{
        "purpose": "SAMPLE", "marks": "M 1-3", "importer-company": "Proefhuis", "importer-country": "NL",
        "container-0": "CSQU3054383", "tare-0": "2230", "licence": "GP-1",
        "plant-1-0": "Fraxinus excelsior", "harvest-1-0": "US", "quantity-1-0": "0,084", "unit-1-0": "m3",
        "un-1": "1263", "shipping-1": "PAINT", "class-1": "3", "group-1": "II", "emergencyPhone": "+84 900 000 000",
    })  # fmt: skip
    facts = CustomsDeclaration.objects.filter(shipment=shipment).order_by("-version")[0].declaration.facts
    assert (facts.purpose, facts.marks, facts.containers[0].tare_g) == ("SAMPLE", "M 1-3", 2_230_000)
    line = facts.of_line(1)
    assert (line.plants[0].species, line.plants[0].quantity) == ("excelsior", facts.of_line(1).plants[0].quantity)
    assert line.dangerous is not None and line.dangerous.packing_group == "II"
    packer.done(page, "make", kinds=["LACEY", "PACKING_LIST"])
    assert Document.objects.filter(owner_reference=str(shipment.pk), version=2).count() == 2
    html = packer.see(page)
    assert problems(html, language="en") == []
    assert "PPQ505-" in html
    assert "XLSX" in html
    assert "Papers of earlier versions" in html


def test_what_is_wrong_is_said_beside_the_form(shipment: Shipment, packer: Person) -> None:
    page = papers_of(shipment)
    assert "no container number" in packer.refused(page, "declare", purpose="SALE", **{"container-0": "CSQU3054384"})
    assert "Choose at least one paper" in packer.refused(page, "make")
    refusal = packer.refused(page, "state", agreement="EVFTA", place="Thuận An", signatory="Thử")
    assert "Nothing shows the origin" in refusal or "no statement by exporters" in refusal
    assert CustomsDeclaration.objects.filter(shipment=shipment).count() == 1


def test_a_statement_is_given_and_taken_back(desk: Desk, shipment: Shipment, packer: Person) -> None:
    page = papers_of(shipment)
    packer.done(page, "state", agreement="EVFTA", place="Thuận An", signatory="Thử", reason="Gỗ trồng tại vườn nhà")
    assert "of Viet Nam preferential origin" in packer.see(page)
    packer.done(page, "withdraw")
    assert "of Viet Nam preferential origin" not in packer.see(page)
    packer.done(page, "suggest")


def test_nobody_else_reaches_them(desk: Desk, shipment: Shipment) -> None:
    for person in (Person(desk.cast.pottery.owner), Person(desk.cast.buyer)):
        assert person.get(person.base + papers_of(shipment)).status_code == 404
    foreign = Person(desk.cast.pottery.owner, "/en/seller/gom-thu-nghiem/")
    assert foreign.get(foreign.base + papers_of(shipment)).status_code == 404
