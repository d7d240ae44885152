"""Batches, leases, stopping, going on, taking back, and being killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Product, ProductImport, ProductVariant, Stock, VariantChannelListing
from catalog.products.bulk_import import read_rows, undo, work, write_rows
from catalog.products.bulk_import.apply import ApplyMode, apply_import, begin_applying
from catalog.products.bulk_import.preview import preview_import
from catalog.products.bulk_import.start import Upload, start_import
from catalog.products.bulk_import.stop import cancel_import, resume_import
from catalog.products.bulk_import.work import advance_imports, work_on
from catalog.refusal import Refused
from marketplace.events.models import OutboxMessage
from marketplace.sellers.models import Seller
from marketplace.settings.base import CHECKOUT_ROOT
from tests.catalog.products.bulk_export.shelf import rich_shelf
from tests.catalog.products.bulk_export.test_round_trip import exported, read_back, whole_database
from tests.factories.channels import make_channel
from tests.factories.sellers import make_seller

HEADER = "SKU,Tên,Giá,Số lượng\n"


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (read_rows, write_rows, undo):
        monkeypatch.setattr(module, "BATCH", 10)


def sheet(number: int, price: int = 1000) -> str:
    return HEADER + "".join(f"W-{n},Ghế {n},{price + n},{n}\n" for n in range(number))


def started(text: str, seller: Seller | None = None) -> ProductImport:
    make_channel("vn")
    return start_import(seller=seller or make_seller(), file=Upload("x.csv", [text.encode()]), by=None)


def fresh(product_import: ProductImport) -> ProductImport:
    product_import.refresh_from_db()
    return product_import


@pytest.mark.django_db
def test_the_clock_reads_and_writes_what_a_request_has_begun(small_batches: None) -> None:
    product_import = started(sheet(35))
    assert work_on(product_import.pk, seconds=0)  # a request has time for one batch
    assert (fresh(product_import).status, product_import.done, product_import.total) == ("READING", 10, 10)
    assert (product_import.to_do, product_import.worked_until) == (35, None)

    assert advance_imports() == 1
    assert (fresh(product_import).status, product_import.done, product_import.to_create) == ("PREVIEWED", 35, 35)
    assert advance_imports() == 0
    assert begin_applying(product_import=product_import, mode=ApplyMode.GOOD_ROWS, by=None)
    work_on(product_import.pk, seconds=0)
    assert (fresh(product_import).created, Product.objects.count()) == (10, 10)
    assert advance_imports() == 1
    assert (fresh(product_import).status, product_import.created) == ("APPLIED", 35)
    assert [row.number for row in product_import.rows.all()] == list(range(2, 37))
    assert OutboxMessage.objects.filter(name="ProductsChanged").count() == 4


@pytest.mark.django_db
def test_a_lease_keeps_others_away_until_it_is_over(small_batches: None) -> None:
    product_import = started(sheet(5))
    ProductImport.objects.update(worked_until=timezone.now() + timedelta(seconds=5))
    assert advance_imports() == 0
    ProductImport.objects.update(worked_until=timezone.now() - timedelta(seconds=1))
    assert advance_imports() == 1
    assert fresh(product_import).status == "PREVIEWED"


@pytest.mark.django_db
def test_good_rows_are_stopped_and_go_on(small_batches: None) -> None:
    product_import = started(sheet(35))
    work_on(product_import.pk, seconds=0)
    assert cancel_import(product_import=product_import).status == "CANCELED"
    assert advance_imports() == 0
    assert cancel_import(product_import=product_import).status == "CANCELED"
    assert resume_import(product_import=product_import).status == "READING"
    work_on(product_import.pk)
    begin_applying(product_import=product_import, mode=ApplyMode.GOOD_ROWS, by=None)
    work_on(product_import.pk, seconds=0)
    cancel_import(product_import=product_import)
    assert (advance_imports(), Product.objects.count()) == (0, 10)
    resume_import(product_import=product_import)
    assert (advance_imports(), Product.objects.count(), fresh(product_import).created) == (1, 35, 35)
    for refused in (cancel_import, resume_import):
        with pytest.raises(Refused):
            refused(product_import=product_import)


@pytest.mark.django_db
def test_a_stopped_all_or_nothing_is_taken_back(small_batches: None) -> None:
    seller = make_seller()
    old = started(sheet(12), seller)
    work_on(old.pk)
    apply_import(product_import=old, mode=ApplyMode.GOOD_ROWS, by=None)
    Product.objects.update(approval="APPROVED")
    before = [list(model.objects.order_by("pk").values()) for model in (ProductVariant, VariantChannelListing, Stock)]

    text = sheet(25, price=7000).replace("Ghế", "Bàn")
    product_import = started(text, seller)
    work_on(product_import.pk)
    begin_applying(product_import=product_import, mode=ApplyMode.ALL_OR_NOTHING, by=None)
    work_on(product_import.pk, seconds=0)
    work_on(product_import.pk, seconds=0)
    assert Product.objects.filter(name__startswith="Bàn").count() == 20
    assert cancel_import(product_import=product_import).phase == "UNDO"
    work_on(product_import.pk)

    assert (fresh(product_import).status, product_import.problem, product_import.created) == ("PREVIEWED", None, 0)
    after = [list(model.objects.order_by("pk").values()) for model in (ProductVariant, VariantChannelListing, Stock)]
    assert after == before
    assert set(Product.objects.values_list("approval", flat=True)) == {"APPROVED"}
    assert not Product.objects.filter(name__startswith="Bàn").exists()
    assert apply_import(product_import=product_import, mode=ApplyMode.ALL_OR_NOTHING, by=None).created == 13


@pytest.mark.django_db
def test_all_or_nothing_turns_back_when_a_row_is_refused_after_all(small_batches: None) -> None:
    seller = make_seller()
    product_import = started(sheet(25), seller)
    work_on(product_import.pk)
    begin_applying(product_import=product_import, mode=ApplyMode.ALL_OR_NOTHING, by=None)
    work_on(product_import.pk, seconds=0)
    row = product_import.rows.get(number=24)
    row.values = {**row.values, "price": "viết tay"}
    row.save()
    work_on(product_import.pk)
    assert (fresh(product_import).status, product_import.refused) == ("PREVIEWED", 1)
    assert product_import.problem is not None
    assert product_import.problem["code"] == "HAS_ERRORS"
    assert (Product.objects.count(), ProductVariant.objects.count(), Stock.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_everything_a_column_can_say_is_taken_back() -> None:
    seller = rich_shelf()
    content = exported(seller, "CSV", "en").decode("utf-8-sig")
    mended = (
        content.replace("Bamboo table", "Bamboo desk").replace("79.95", "81.5").replace("nhỏ", "bé")
        .replace("31.4", "32").replace("Blue", "Red").replace(",Red,", ",Blue,").replace("1.125 m", "2 m")
        .replace("Tre ép", "Tre già")
    )  # fmt: skip
    before = whole_database()
    preview = read_back(seller, mended.encode())
    assert preview.to_update >= 1
    begin_applying(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None)
    write_rows.write_rows(ProductImport.objects.get(pk=preview.pk), work.Deadline(None))
    ProductImport.objects.filter(pk=preview.pk).update(
        status="APPLYING", phase="UNDO", cursor=2**31 - 1, worked_until=None, mode="ALL_OR_NOTHING"
    )
    work_on(preview.pk)
    after = whole_database()
    for table, rows in before.items():
        if table not in {"OutboxMessage", "Delivery", "PriceRecord", "ProductApprovalChange", "RowChange"}:
            assert _settled(after[table]) == _settled(rows), table


def _settled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what counts changes, and without keys of rows that were written anew."""
    passing = {"id", "updated_at", "search_version", "source", "source_hash"}
    return sorted(({k: v for k, v in row.items() if k not in passing} for row in rows), key=repr)


@pytest.mark.django_db
def test_statements_grow_with_batches_and_not_with_rows() -> None:
    make_channel("vn")

    def statements(number: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            preview = preview_import(seller=make_seller(), file_name="x", content=sheet(number).encode(), by=None)
            assert apply_import(product_import=preview, mode=ApplyMode.ALL_OR_NOTHING, by=None).created == number
        return len(queries)

    statements(5)
    one, three = statements(400), statements(1400)
    # Two batches more: a batch reads with about ten statements and writes with about thirty, each of at most 999
    # parameters on the embedded database.
    assert three - one < 2 * 90


KILLED = """
import os, sys, django
os.environ["MARKETPLACE_MODE"] = "testing"
os.environ["DJANGO_SETTINGS_MODULE"] = "marketplace.settings.testing"
from pathlib import Path
from django.conf import settings
settings.DATA_DIR = Path(sys.argv[2])
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from catalog.products.bulk_import import read_rows, work, write_rows
for module in (read_rows, write_rows):
    module.BATCH = 20
print("ready", flush=True)
work.work_on(int(sys.argv[3]))
"""


@pytest.fixture
def killed_at(transactional_db: None) -> Iterator[Any]:
    """Work on an import in a process of its own and kill it as soon as the condition holds."""
    processes: list[subprocess.Popen[str]] = []

    def run(product_import: ProductImport, condition: Any) -> None:
        database = str(settings.DATABASES["default"]["NAME"])
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, database, str(settings.DATA_DIR), str(product_import.pk)],
            cwd=CHECKOUT_ROOT, env={**os.environ, "PYTHONPATH": str(CHECKOUT_ROOT)}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        processes.append(process)
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None and not condition(fresh(product_import)):
            time.sleep(0.005)
        assert process.poll() is None, "it was done before it could be killed"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert process.returncode == -signal.SIGKILL

    yield run
    for process in processes:
        if process.poll() is None:
            process.kill()


def test_a_killed_process_is_taken_over_and_nothing_happens_twice(killed_at: Any) -> None:
    rows = 2000
    product_import = started(sheet(rows))
    killed_at(product_import, lambda now: now.done >= 100)
    read = fresh(product_import).done
    assert 100 <= read < rows
    assert product_import.rows.count() == read == product_import.total
    assert advance_imports() == 0  # the dead process still has its lease
    ProductImport.objects.update(worked_until=timezone.now() - timedelta(seconds=1))
    assert advance_imports() == 1
    assert (fresh(product_import).status, product_import.total) == ("PREVIEWED", rows)
    assert product_import.rows.count() == rows

    begin_applying(product_import=product_import, mode=ApplyMode.GOOD_ROWS, by=None)
    killed_at(product_import, lambda now: now.created >= 100)
    written = fresh(product_import).created
    assert written == Product.objects.count() == product_import.rows.filter(applied=True).count()
    events = OutboxMessage.objects.filter(name="ProductsChanged").count()
    assert events == written // 20
    ProductImport.objects.update(worked_until=None)
    assert advance_imports() == 1
    assert (fresh(product_import).status, product_import.created) == ("APPLIED", rows)
    assert Product.objects.count() == ProductVariant.objects.count() == rows
    assert Stock.objects.count() == VariantChannelListing.objects.count() == rows
    told = [
        pk for message in OutboxMessage.objects.filter(name="ProductsChanged") for pk in message.payload["product_ids"]
    ]
    assert len(told) == len(set(told)) == rows
