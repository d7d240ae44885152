"""Ten thousand labels on paper and on rolls, every one of them read back."""

import resource
from pathlib import Path

import pytest

from catalog.traceability.gs1.element_string import read_scanned
from catalog.traceability.labels.label_run import LabelFormat, LabelRun
from catalog.traceability.labels.write_runs import written_labels
from tests.catalog.traceability.labels.reading import read_labels, said
from tests.catalog.traceability.labels.test_labels import GTIN, started, traced_lot
from tests.catalog.traceability.labels.zpl_printer import printed

pytestmark = [pytest.mark.django_db, pytest.mark.services]
MEGABYTE = 1024


def written_to(run: LabelRun, path: Path) -> bytes:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with path.open("wb") as file:
        assert list(written_labels(run, file))[-1] == run.count
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 150 * MEGABYTE, "pages are not held"
    return path.read_bytes()


def test_ten_thousand_of_ten_thousand_read_back(tmp_path: Path) -> None:
    lot = traced_lot()
    pieces = started(lot, "QR", "PIECE", count=4000)
    texts = read_labels(pieces, written_to(pieces, tmp_path / "pieces.pdf"))
    assert sorted(text[-13:] for text in texts) == sorted(pieces.codes)
    counted = started(lot, "DATA_MATRIX", "SERIAL", "A4_65", count=4000)
    texts = read_labels(counted, written_to(counted, tmp_path / "counted.pdf"))
    assert [dict(read_scanned(text))["21"] for text in texts] == [f"S26-{n:05d}" for n in range(1, 4001)]
    tills = started(lot, "EAN", "LOT", "A4_24", count=500)
    assert read_labels(tills, written_to(tills, tmp_path / "tills.pdf")) == [GTIN] * 500
    rolls = started(lot, "QR", "PIECE", "ROLL_50X30", format=LabelFormat.ZPL, dpi=203, count=750)
    labels = printed(written_to(rolls, tmp_path / "rolls.zpl").decode())
    assert [said(label)[0][-13:] for label in labels] == rolls.codes
    matrices = started(lot, "DATA_MATRIX", "SERIAL", "ROLL_50X30", format=LabelFormat.ZPL, dpi=300, count=750)
    labels = printed(written_to(matrices, tmp_path / "matrices.zpl").decode())
    serials = [dict(read_scanned(said(label)[0]))["21"] for label in labels]
    assert serials == [f"S26-{n:05d}" for n in range(4001, 4751)]
