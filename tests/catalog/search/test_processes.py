"""The index between processes: what one commits the others see, and a writer that dies leaves nothing locked."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import timezone

from catalog.search.backends.tantivy.writer_lock import writing
from catalog.search.index_products import index_products, rebuild_index
from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from marketplace.settings.base import CHECKOUT_ROOT
from tests.factories.catalog import make_product, make_sellable_variant

pytestmark = pytest.mark.django_db
START = """
import sys, django
from django.conf import settings
django.setup()
settings.SEARCH_INDEX_DIR = sys.argv[1]
"""
READER = (
    START
    + """
from django.utils import timezone
from catalog.search.backends.base import backend
from catalog.search.request import SearchRequest
for line in sys.stdin:
    request = SearchRequest(channel="vn", now=timezone.now(), text=line.strip())
    print(backend().search(request).total, flush=True)
"""
)
WRITER = (
    START
    + """
import time
from pathlib import Path
from catalog.search.backends.tantivy.writer_lock import writing
with writing(Path(sys.argv[1])):
    print("writing", flush=True)
    time.sleep(60)
"""
)


BATCH_WRITER = (
    START
    + """
from catalog.search.backends.tantivy.entries import entries
from catalog.search.backends.tantivy.folder import open_index
from catalog.search.backends.tantivy.writer_lock import writing
from pathlib import Path
folder = Path(sys.argv[1])
with writing(folder):
    index = open_index(folder / (folder / "current").read_text())
    writer = index.writer(15_000_000, 1)
    writer.delete_documents_by_query(__import__("tantivy").Query.all_query())
    number = 0
    while True:
        document = __import__("tantivy").Document()
        document.add_text("product", str(10**6 + number))
        document.add_text("name_vi", "ghe " * 200)
        writer.add_document(document)
        number += 1
        if number == 3000:
            print("in the middle of a batch", flush=True)
"""
)


def _start(program: str, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        cwd=CHECKOUT_ROOT,
        env={"DJANGO_SETTINGS_MODULE": "marketplace.settings.testing", "MARKETPLACE_MODE": "testing"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_another_process_sees_each_commit_and_each_rebuild(index_folder: Path) -> None:
    make_sellable_variant(product=make_product(name="Ghế gỗ"))
    rebuild_index()
    with _start(READER, index_folder) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None

        def asked() -> int:
            assert reader.stdin is not None
            assert reader.stdout is not None
            reader.stdin.write("ghế\n")
            reader.stdin.flush()
            return int(reader.stdout.readline())

        assert asked() == 1
        product = make_sellable_variant(product=make_product(name="Ghế tre")).product
        index_products([product.pk])
        assert asked() == 2
        make_sellable_variant(product=make_product(name="Ghế mây"))
        rebuild_index()
        assert asked() == 3
        reader.stdin.close()


def test_a_writer_that_is_killed_leaves_the_lock_free(index_folder: Path) -> None:
    make_sellable_variant(product=make_product(name="Ghế gỗ"))
    rebuild_index()
    with _start(WRITER, index_folder) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        writer.kill()
        writer.wait()
    with writing(index_folder, wait=1):
        pass
    assert search_products(SearchRequest(channel="vn", now=timezone.now(), text="ghế")).total == 1


def test_a_writer_that_is_killed_in_the_middle_of_a_batch_loses_nothing(index_folder: Path) -> None:
    """SIGKILL while segments are written, everything deleted and nothing committed: the last commit stands."""
    products = [make_sellable_variant(product=make_product(name=f"Ghế gỗ {n}")).product for n in range(3)]
    rebuild_index()
    with _start(BATCH_WRITER, index_folder) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "in the middle of a batch\n"
        writer.kill()
        assert writer.wait() == -9
    page = search_products(SearchRequest(channel="vn", now=timezone.now(), text="ghế"))
    assert (sorted(page.ids), page.total, page.degraded) == ([product.pk for product in products], 3, False)
    changed = make_sellable_variant(product=make_product(name="Ghế mây")).product
    index_products([changed.pk])
    assert search_products(SearchRequest(channel="vn", now=timezone.now(), text="ghế")).total == 4
