"""A record for a state system: put together, handed in, answered; its connection; and what can be proven of a lot."""

from catalog.traceability.portals.connection import PortalConnection
from catalog.traceability.portals.submission import PortalSubmission
from marketplace.graphql import to_global_id
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk


def test_a_record_is_handed_in_and_its_answer_noted(desk: Desk, owner: Person, packer: Person) -> None:
    path = desk.paths()["lot portals"]
    assert packer.send(path, "create", portal="file_export").status_code == 403
    assert owner.done(path, "create", portal="file_export")
    row = PortalSubmission.objects.get()
    key = to_global_id("PortalSubmission", row.pk)
    html = owner.see(path)
    assert "record.csv" in html
    assert "missing in this record" in html
    assert owner.done(path, "send", submission=key)
    without = owner.refused(path, "answer", submission=key, outcome="accepted", receipt="")
    assert "number of the receipt" in without
    assert owner.done(path, "answer", submission=key, outcome="refused", reason="Thiếu mã địa điểm")
    assert "Thiếu mã địa điểm" in owner.see(path)
    row.refresh_from_db()
    assert row.state == "REFUSED"


def test_a_system_is_connected_and_forgotten(desk: Desk, owner: Person) -> None:
    path = desk.paths()["lot portals"]
    given = {"url": "https://portal.example/api", "token": "given-by-the-portal", "fields": "tenHang = product.name\n"}
    assert "one pair in each line" in owner.refused(path, "connect", **{**given, "fields": "tenHang"})
    assert "https://" in owner.refused(path, "connect", **{**given, "url": "ftp://portal.example"})
    assert not PortalConnection.objects.exists()
    assert owner.done(path, "connect", **given)
    html = owner.see(path)
    assert "tenHang = product.name" in html
    assert "given-by-the-portal" not in html
    assert PortalConnection.objects.get().mapping == {"tenHang": "product.name"}
    assert owner.done(path, "disconnect")
    assert not PortalConnection.objects.exists()


def test_two_archives_are_offered(desk: Desk, packer: Person) -> None:
    html = packer.see(desk.paths()["lot proof"])
    assert html.count("/trace-bundles/") == 2
