"""Bringing many products: the check, corrections, columns, applying."""

import io
import zipfile
from urllib.parse import unquote

from django.core.files.uploadedfile import SimpleUploadedFile

from catalog.models import Product, ProductImport, ProductVariant
from catalog.products.bulk_export.work import write_exports
from marketplace.graphql import to_global_id
from tests.factories.catalog import make_image
from tests.frontend.seller_desk.conftest import Person
from tests.frontend.seller_desk.world import SHEET, Desk


def sheet(text: str = SHEET, name: str = "moi.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), content_type="text/csv")


def path_of(desk: Desk) -> str:
    return desk.paths()["import"]


def test_a_file_is_checked_before_anything_is_saved(desk: Desk, owner: Person) -> None:
    before = Product.objects.count()
    where = owner.done("imports", "upload", file=sheet(), language="vi")
    html = owner.get(where).content.decode()
    assert "moi.csv" in html
    assert "is not a number that can be read here" in html
    assert "Columns that are not used: Ghi chú nội bộ." in html
    assert "/corrections/" in html
    assert Product.objects.count() == before


def test_what_is_no_spreadsheet_is_refused_beside_its_field(desk: Desk, owner: Person) -> None:
    before = ProductImport.objects.count()
    file = SimpleUploadedFile("a.xlsx", b"PK\x03\x04broken", content_type="application/zip")
    assert 'id="f-upload-file-error"' in owner.refused("imports", "upload", file=file, language="vi")
    assert "Choose a file" in owner.refused("imports", "upload", language="vi")
    assert ProductImport.objects.count() == before


def test_a_wrong_cell_is_corrected_in_place(desk: Desk, owner: Person) -> None:
    fields = {"column-3-0": "Giá bán (VND)", "cell-3-0": "vẫn sai"}
    assert owner.done(path_of(desk), "correct", **fields)
    assert 'value="vẫn sai"' in owner.see(path_of(desk))
    where = owner.done(path_of(desk), "correct", **{**fields, "cell-3-0": "3.200.000"})
    html = owner.get(where).content.decode()
    assert "every row is good now" in html
    assert "Correct these cells" not in html
    desk.sheet.refresh_from_db()
    assert desk.sheet.refused == 0


def test_a_correction_of_nothing_is_refused(desk: Desk, owner: Person) -> None:
    assert "There is nothing to correct" in owner.refused(path_of(desk), "correct")
    assert "There is no row 77" in owner.refused(path_of(desk), "correct", **{"column-77-0": "sku", "cell-77-0": "x"})


def test_the_good_rows_are_applied_and_the_others_left_out(desk: Desk, owner: Person) -> None:
    where = owner.done(path_of(desk), "apply", mode="GOOD_ROWS")
    assert "2 new, 0 changed, 1 left as they were" in owner.get(where).content.decode()
    skus = ProductVariant.objects.filter(product__seller=desk.cast.woodworks.seller).values_list("sku", flat=True)
    assert {"GHE-01", "TU-03"} <= set(skus)
    assert "BAN-02" not in skus
    html = owner.see(path_of(desk))
    assert "Applied" in html
    assert 'value="apply"' not in html


def test_all_or_nothing_does_nothing_while_a_row_is_wrong(desk: Desk, owner: Person) -> None:
    owner.refused(path_of(desk), "apply", mode="ALL_OR_NOTHING")
    assert not ProductVariant.objects.filter(sku="GHE-01").exists()
    assert "Choose one of the list" in owner.refused(path_of(desk), "apply", mode="x")


def test_misunderstood_columns_are_named_and_the_file_read_again(desk: Desk, owner: Person) -> None:
    strange = "Cột A,Cột B,Cột C\nGHE-09,Ghế bập bênh,950.000\n"
    first = owner.done("imports", "upload", file=sheet(strange), language="vi")
    path = first.removeprefix(owner.base)
    twice = {"column-0": "sku", "column-1": "sku", "column-2": "price", "language": "vi"}
    html = owner.refused(path, "read_again", **twice)
    assert 'id="f-read_again-column-1-error">Two columns cannot mean the same.' in html
    second = owner.done(path, "read_again", **{**twice, "column-1": "name"})
    assert unquote(second) == unquote(first)
    assert ProductImport.objects.latest("pk").accepted == 1
    third = owner.done("imports", "upload", file=sheet(strange, "again.csv"), language="vi")
    assert unquote(third) != unquote(first)
    assert ProductImport.objects.latest("pk").accepted == 1  # what was said of these headers is remembered


def test_an_import_in_the_background_shows_how_far_it_is_and_can_be_stopped(desk: Desk, owner: Person) -> None:
    path = path_of(desk)
    ProductImport.objects.filter(pk=desk.sheet.pk).update(
        status="APPLYING", phase="WRITE", mode="GOOD_ROWS", done=1, to_do=2, cursor=2
    )
    html = owner.see(path)
    assert "1 of 2 rows" in html
    assert 'hx-trigger="every 2s"' in html
    assert owner.done(path, "cancel")
    html = owner.see(path)
    assert "You have stopped this import" in html
    assert "every 2s" not in html
    assert owner.done(path, "resume")
    desk.sheet.refresh_from_db()
    assert desk.sheet.status == "APPLYING"


def test_pictures_and_notes_are_shown(desk: Desk, owner: Person) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("GHE-77.png", make_image())
    images = SimpleUploadedFile("anh.zip", archive.getvalue(), content_type="application/zip")
    rows = "SKU,Tên,Giá\nGHE-77,Ghế xếp,0\n"
    path = owner.done("imports", "upload", file=sheet(rows), images=images, language="vi").removeprefix(owner.base)
    html = owner.see(path)
    assert "“0” was read as: no price yet." in html
    owner.done(path, "apply", mode="GOOD_ROWS")
    assert ProductVariant.objects.get(sku="GHE-77").product.media.count() == 1
    assert "pictures added" in owner.see(path)


def test_an_export_is_asked_for_written_and_offered(desk: Desk, owner: Person) -> None:
    assert "Choose one of the list" in owner.refused("exports", "ask_for", type="PDF", headers="vi")
    assert owner.done("exports", "ask_for", type="XLSX", headers="vi", approval="APPROVED")
    html = owner.see("exports")
    assert 'hx-trigger="every 2s"' in html
    assert write_exports() == 1
    html = owner.see("exports")
    assert "/exports/" in html
    assert "every 2s" not in html


def test_another_seller_neither_sees_nor_applies_it(desk: Desk) -> None:
    stranger = Person(desk.cast.pottery.owner, "/en/seller/gom-thu-nghiem/")
    path = f"imports/{to_global_id('ProductImport', desk.sheet.pk)}"
    assert stranger.get(stranger.base + path).status_code == 404
    assert stranger.send(path, "apply", mode="GOOD_ROWS").status_code in {404, 422}
    desk.sheet.refresh_from_db()
    assert desk.sheet.status == "PREVIEWED"
