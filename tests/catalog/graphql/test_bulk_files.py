"""Imports and exports through the API: who may, how far they are, and where the files are fetched."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone

from catalog.models import ImportMapping, Product, ProductExport, ProductImport
from catalog.products.bulk_export.download import expire_exports
from catalog.products.bulk_export.work import write_exports
from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.preview import preview_import
from catalog.products.bulk_import.purge import purge_imports
from marketplace.accounts.tokens import issue_tokens
from marketplace.graphql import to_global_id
from marketplace.site import export_file, template_file
from tests.cast import Cast
from tests.catalog.graphql.conftest import Ask
from tests.factories.catalog import make_image, make_product, make_variant
from tests.factories.channels import make_channel

ERRORS = "errors { field code message }"
SHEET = "Mã,Tên,Cột lạ\nN-1,Bàn,5\nN-2,Ghế,6\n"


@pytest.fixture
def sheet(cast: Cast, settings: Any, tmp_path: Path) -> ProductImport:
    settings.DATA_DIR = tmp_path / "data"
    make_channel("vn")
    return preview_import(
        seller=cast.woodworks.seller, file_name="hàng.csv", content=SHEET.encode(), by=cast.woodworks.owner
    )


def key(row: Any) -> str:
    name = "ExportFile" if isinstance(row, ProductExport) else type(row).__name__
    return to_global_id(name, row.pk)


TABLE: dict[str, tuple[str, str, Callable[[ProductImport], dict[str, Any]]]] = {
    "productImportMap": (
        "PREVIEWED",
        "mutation($id: ID!, $m: [ImportColumnInput!]!) { r: productImportMap(id: $id, mapping: $m) { %s } }",
        lambda row: {"id": key(row), "m": [{"header": "Cột lạ", "field": "moq"}]},
    ),
    "productImportCancel": (
        "READING",
        "mutation($id: ID!) { r: productImportCancel(id: $id) { import { status } %s } }",
        lambda row: {"id": key(row)},
    ),
    "productImportResume": (
        "CANCELED",
        "mutation($id: ID!) { r: productImportResume(id: $id) { import { status } %s } }",
        lambda row: {"id": key(row)},
    ),
    "exportProducts": (
        "PREVIEWED",
        "mutation($s: ID!) { r: exportProducts(input: {seller: $s, scope: ALL, fileType: CSV}) { %s } }",
        lambda row: {"s": to_global_id("Seller", row.seller_id)},
    ),
}


def jobs() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (ProductImport, ProductExport, ImportMapping)]


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("caller", ["anonymous", "buyer", "other seller", "packer", "manager", "owner", "staff"])
def test_who_may(ask: Ask, cast: Cast, sheet: ProductImport, name: str, caller: str) -> None:
    status, document, variables = TABLE[name]
    ProductImport.objects.update(status=status)
    house = cast.woodworks
    by = {
        "anonymous": None, "buyer": cast.buyer, "other seller": cast.pottery.owner, "packer": house.packer,
        "manager": house.manager, "owner": house.owner, "staff": cast.operator,
    }[caller]  # fmt: skip
    before = jobs()
    result = ask(document % ERRORS, by=by, errors=True, **variables(sheet))
    if caller in {"manager", "owner"}:
        assert (result.errors, result.data["r"]["errors"]) == (None, [])
        assert jobs() != before
        return
    if caller in {"anonymous", "packer"}:
        wanted = "UNAUTHENTICATED" if by is None else "PERMISSION_DENIED"
        assert result.errors[0]["extensions"]["code"] == wanted
    else:
        assert [error["code"] for error in result.data["r"]["errors"]] == ["NOT_FOUND"]
    assert jobs() == before


def test_a_mapping_is_read_from_the_kept_file_and_remembered(ask: Ask, cast: Cast, sheet: ProductImport) -> None:
    _status, document, variables = TABLE["productImportMap"]
    assert ask(document % ERRORS, by=cast.woodworks.owner, **variables(sheet))["r"]["errors"] == []
    assert [field for _header, field in ProductImport.objects.get().columns] == ["sku", "name", "moq"]
    again = preview_import(seller=cast.woodworks.seller, file_name="b", content=SHEET.encode(), by=None)
    assert [field for _header, field in again.columns] == ["sku", "name", "moq"]
    other = preview_import(seller=cast.pottery.seller, file_name="b", content=SHEET.encode(), by=None)
    assert [field for _header, field in other.columns] == ["sku", "name", None]
    ProductImport.objects.update(status="APPLIED")
    [error] = ask(document % ERRORS, by=cast.woodworks.owner, **variables(sheet))["r"]["errors"]
    assert error["code"] == "WRONG_STATE"


def test_pictures_come_with_the_file(ask: Ask, cast: Cast, sheet: ProductImport) -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("../../n-1.png", make_image())
        packed.writestr("ảnh/N-2-1.jpg", b"no picture at all")
        packed.writestr("readme.txt", b"hello")
    document = """mutation($s: ID!, $f: Upload!, $i: Upload) {
      r: productImportPreview(seller: $s, file: $f, images: $i) { import { id hasPictures rows { pictures } } %s } }"""
    seller = to_global_id("Seller", cast.woodworks.seller.pk)
    file = SimpleUploadedFile("a.csv", SHEET.encode())
    images = SimpleUploadedFile("a.zip", archive.getvalue())
    found = ask(document % ERRORS, by=cast.woodworks.owner, s=seller, f=file, i=images)["r"]["import"]
    assert [row["pictures"] for row in found["rows"]] == [["../../n-1.png"], ["ảnh/N-2-1.jpg"]]
    apply = """mutation($id: ID!) { r: productImportApply(id: $id, mode: GOOD_ROWS) {
      import { status picturesAdded rows { number notes { column code } } } } }"""
    done = ask(apply, by=cast.woodworks.owner, id=found["id"])["r"]["import"]
    assert (done["status"], done["picturesAdded"]) == ("APPLIED", 1)
    assert [row["notes"] for row in done["rows"]] == [[], [{"column": "images", "code": "INVALID"}]]
    assert not (Path(settings.DATA_DIR).parent / "n-1.png").exists()

    for broken in (b"PK\x03\x04", b"x", b"PK\x05\x06" + b"\x00" * 18):
        given = {"f": SimpleUploadedFile("a.csv", SHEET.encode()), "i": SimpleUploadedFile("a.zip", broken)}
        [error] = ask(document % ERRORS, by=cast.woodworks.owner, s=seller, **given)["r"]["errors"]
        assert (error["field"], error["code"]) == ("images", "INVALID")


def download(token: str, user: Any = None, *, cookie: bool = False) -> Any:
    bearer = issue_tokens(user).access if user is not None else ""
    headers = {} if cookie or not bearer else {"Authorization": f"Bearer {bearer}"}
    request = RequestFactory().get(f"/exports/{token}", headers=headers)
    if cookie:
        request.COOKIES["access"] = bearer
    return export_file(request, token)


def test_an_export_is_fetched_by_whom_it_was_signed_for(ask: Ask, cast: Cast, sheet: ProductImport) -> None:
    house = cast.woodworks
    make_variant(make_product(seller=house.seller, name="Bàn"), sku="B-1")
    make_variant(make_product(seller=house.seller, name="Tủ", approval="DRAFT"), sku="T-1")
    make_variant(make_product(seller=cast.pottery.seller, name="Bát"), sku="C-1")
    document = """mutation($s: ID!) { r: exportProducts(input: {seller: $s, scope: FILTER, filter: {approval: APPROVED},
      fileType: CSV, headers: EN}) { exportFile { id status url } } }"""
    asked = ask(document, by=house.manager, s=to_global_id("Seller", house.seller.pk))["r"]["exportFile"]
    assert (asked["status"], asked["url"]) == ("PENDING", None)
    assert write_exports() == 1
    query = "query($id: ID!, $s: ID!) { exportFile(id: $id) { status url done toDo } exportFiles(seller: $s) { id } }"
    variables = {"id": asked["id"], "s": to_global_id("Seller", house.seller.pk)}
    found = ask(query, by=house.manager, **variables)
    assert (found["exportFile"]["status"], found["exportFile"]["done"]) == ("SUCCESS", 1)
    for stranger in (None, cast.buyer, cast.pottery.owner, house.packer):
        assert ask(query, by=stranger, errors=True, **variables).errors

    token = found["exportFile"]["url"].removeprefix("/exports/")
    for cookie in (False, True):
        content = b"".join(download(token, house.manager, cookie=cookie).streaming_content).decode("utf-8-sig")
        assert [line.split(",")[1] for line in content.splitlines()] == ["SKU", "B-1"]
    for user in (None, house.owner, cast.buyer, cast.pottery.owner):
        with pytest.raises(Http404):
            download(token, user)
    for forged in (token[:-2] + "xx", "", "x" * 400):
        with pytest.raises(Http404):
            download(forged, house.manager)

    ProductExport.objects.update(expires_at=timezone.now())
    with pytest.raises(Http404):
        download(token, house.manager)
    assert expire_exports() == 1
    assert ProductExport.objects.get().status == "DELETED"
    assert not [path for path in (settings.DATA_DIR / "exports").rglob("*") if path.is_file()]


def test_files_that_nobody_applied_are_forgotten(sheet: ProductImport) -> None:
    folder = settings.DATA_DIR / "imports"
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    assert purge_imports(now=timezone.now()) == 0
    ProductImport.objects.update(status="READING")
    assert purge_imports(now=sheet.purge_at) == 0  # somebody works on it
    ProductImport.objects.update(status="PREVIEWED")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("catalog.products.bulk_import.purge.transaction.on_commit", lambda work: work())
        assert purge_imports(now=sheet.purge_at) == 1
    assert not ProductImport.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_the_template_is_read_back_as_nothing(ask: Ask, cast: Cast, sheet: ProductImport) -> None:
    for language in ("vi", "nl", "ja"):
        url = ask("{ productImportTemplateUrl }", by=cast.buyer, language=language)["productImportTemplateUrl"]
        assert url == f"/import-template/{language}"
        answer = template_file(RequestFactory().get(url), language)
        rows = preview_rows(cast, answer.content)
        assert rows == "This file has a header but no rows."
    with pytest.raises(Http404):
        template_file(RequestFactory().get("/"), "tlh")
    assert not Product.objects.filter(seller=cast.pottery.seller).exists()


def preview_rows(cast: Cast, content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        preview_import(seller=cast.pottery.seller, file_name="t", content=content, by=None)
    return refused.value.problems[0].message
