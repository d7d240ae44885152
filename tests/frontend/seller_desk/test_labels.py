"""Labels and identifiers on the desk: asked for, explained, and found again."""

import pytest

from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.item_identifier import ItemIdentifier
from catalog.traceability.labels.label_run import LabelRun
from catalog.traceability.labels.write_runs import write_label_runs
from catalog.traceability.lot import TraceCode
from catalog.traceability.step_kind import StepKind
from marketplace.graphql import to_global_id
from tests.factories.traceability import make_step
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import Desk

BASE = "/en/seller/moc-vi-du/"
LABELS = {"symbol": "QR", "subject": "PIECE", "sheet": "A4_21", "printer": "PDF", "language": "vi", "count": "3"}


@pytest.fixture
def manager(desk: Desk) -> Person:
    return Person(desk.cast.woodworks.manager, BASE)


def test_labels_say_why_they_cannot_be_and_appear_when_they_are_written(
    desk: Desk, manager: Person, settings: object, tmp_path: object
) -> None:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]  # pytest-django's
    lot = desk.lot
    page = f"lots/{to_global_id('Lot', lot.pk)}/labels"
    assert "This product has no GTIN" in manager.see(page)
    make_step(lot, kind=StepKind.RECEIVING)
    refused = manager.refused(page, "make", **{**LABELS, "symbol": "DATA_MATRIX"})
    assert "This product has no GTIN: it can have QR codes" in refused
    assert not LabelRun.objects.exists() and TraceCode.objects.count() == 1
    assert manager.done(page, "make", **LABELS)
    assert "Your labels" in manager.see(page) and "every 2s" in manager.see(page)
    assert write_label_runs() == 1
    html = manager.see(page)
    assert "Ready" in html and "/exports/" in html and "every 2s" not in html
    code = TraceCode.objects.exclude(lot__codes=None).first()
    assert code
    again = manager.done(page, "make", **{**LABELS, "codes": f"https://x.example/01/1/21/{code.code}?a=b"})
    assert again and LabelRun.objects.filter(codes=[code.code]).exists()


def test_identifiers_are_named_numbered_and_taken_away(desk: Desk, manager: Person) -> None:
    variant = to_global_id("ProductVariant", desk.chair.pk)
    assert manager.done("identifiers", "claim", prefix="893 8501", evidence="GCP 7/2026")
    assert manager.done("identifiers", "series", kind="LOT", pattern="{YY}-{n:3}", variant="")
    given = {"variant": variant, "scheme": "NATIONAL", "authority": "Cổng ví dụ"}
    assert manager.done("identifiers", "identify", value="VN-7", **given)
    html = manager.see("identifiers")
    for words in ("8938501", "Not verified yet", "{YY}-{n:3}", "VN-7", "Cổng ví dụ"):
        assert words in html, words
    assert "counter" in manager.refused("identifiers", "series", kind="LOT", pattern="x", variant="")
    assert manager.done("identifiers", "forget", **given)
    assert manager.done("identifiers", "end_series", kind="LOT")
    assert not ItemIdentifier.objects.exists() and CompanyPrefix.objects.get().prefix == "8938501"
    packer = Person(desk.cast.woodworks.packer, BASE)
    assert 'name="prefix"' not in packer.see("identifiers")


def test_the_operator_verifies_or_refuses_a_prefix(desk: Desk, manager: Person) -> None:
    manager.done("identifiers", "claim", prefix="8938501", evidence="GCP 7/2026")
    prefix = to_global_id("CompanyPrefix", CompanyPrefix.objects.get().pk)
    operator = Person(desk.cast.operator, "/en/operator/")
    assert "8938501" in operator.see("company-prefixes")
    assert operator.done("company-prefixes", "verify", prefix=prefix)
    assert "Verified" in manager.see("identifiers")
    answer = operator.done("company-prefixes?verified=1", "refuse_prefix", prefix=prefix, reason="Another company's.")
    assert answer
    html = manager.see("identifiers")
    assert "Refused" in html and "Another company" in html
