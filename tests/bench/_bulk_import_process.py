"""The process that `bulk_import` measures: a database of its own, an import, the same again, an export."""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.testing")
django.setup()

from django.test.runner import DiscoverRunner  # noqa: E402  # after the set-up

from catalog.models import ProductImport, Warehouse  # noqa: E402
from catalog.products.bulk_export.start import start_export  # noqa: E402
from catalog.products.bulk_export.work import write_export  # noqa: E402
from catalog.products.bulk_import.apply import ApplyMode, apply_import  # noqa: E402
from catalog.products.bulk_import.start import Upload, start_import  # noqa: E402
from catalog.products.bulk_import.work import work_on  # noqa: E402
from marketplace.channels.defaults import create_default_channels  # noqa: E402
from marketplace.sellers.models import Seller  # noqa: E402
from tests.factories.sellers import make_seller  # noqa: E402


def main(path: Path) -> None:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    create_default_channels()
    seller = make_seller()
    for name in ("Kho chính", "Kho 2"):
        Warehouse.objects.create(seller=seller, name=name)
    found = {"seconds": _seconds(lambda: _import(seller, path))}
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["again"] = _seconds(lambda: _import(seller, path))
    found["export"] = _seconds(lambda: _export(seller))
    runner.teardown_databases(databases)
    sys.stdout.write(json.dumps(found) + "\n")


def _seconds(work: Callable[[], None]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _import(seller: Seller, path: Path) -> None:
    product_import = start_import(seller=seller, file=Upload(path.name, _chunks(path)), by=None)
    work_on(product_import.pk)
    apply_import(product_import=ProductImport.objects.get(pk=product_import.pk), mode=ApplyMode.ALL_OR_NOTHING, by=None)


def _export(seller: Seller) -> None:
    if not write_export(start_export(seller=seller, by=None, file_type="XLSX", headers="vi").pk):
        raise RuntimeError("the export was not written")


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(65_536):
            yield chunk


if __name__ == "__main__":
    main(Path(sys.argv[1]))
