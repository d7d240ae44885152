"""Where the codes of a lot lead, as its seller says."""

from catalog.products.variant import ProductVariant
from catalog.traceability.links.target import DigitalLinkTarget
from marketplace.graphql import to_global_id
from tests.factories.traceability import give_gtin, make_code
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

LINK = {"level": "LOT", "linkType": "gs1:instructions", "href": "https://moc-an.example/lap-ghe", "title": "Lắp ghế",
        "languages": "vi, en", "mediaType": "text/html", "context": "", "isActive": "1"}  # fmt: skip


def test_links_of_a_lot_are_set_changed_and_deleted(desk: Desk, owner: Person, packer: Person) -> None:
    path = f"{desk.paths()['lot']}/links"
    assert "The variant has no GTIN" in owner.see(path)
    give_gtin(ProductVariant.objects.get(pk=desk.lot.variant_id))
    code = make_code(desk.lot).code
    assert packer.send(path, "save", **LINK).status_code == 403
    html = owner.refused(path, "save", **{**LINK, "href": "http://moc-an.example/"})
    assert "begins with https://" in html and 'value="Lắp ghế"' in html
    assert owner.done(path, "save", **LINK)
    target = DigitalLinkTarget.objects.get()
    assert target.path.endswith(f"/10/{desk.lot.number}") and target.languages == ["vi", "en"]
    key = to_global_id("DigitalLinkTarget", target.pk)
    assert 'value="https://moc-an.example/lap-ghe"' in owner.see(f"{path}?edit={key}")
    assert owner.done(path, "save", **LINK, target=key, isDefault="1")
    assert "A scan leads to: Lắp ghế" in owner.see(path)
    assert owner.done(f"{path}?code={code}", "save", **{**LINK, "level": "PIECE", "title": "Chiếc này"})
    assert "Chiếc này" in owner.see(f"{path}?code={code}") and "Chiếc này" not in owner.see(path)
    assert owner.done(path, "delete", target=key)
    assert "has no such code" in owner.see(f"{path}?code=0000000000000")
    assert DigitalLinkTarget.objects.count() == 1
