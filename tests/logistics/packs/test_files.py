"""The files of packs: plots to the sixth decimal, tables that hold what was entered, links for members alone."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from catalog.models import Lot
from logistics.packs.dossier import Dossier, gather
from logistics.packs.eudr.plots import DECIMALS, feature_collection
from logistics.packs.link import BadPackLink, open_pack, pack_path
from logistics.packs.pack import PackCode
from logistics.packs.registry import PACKS
from marketplace.sellers.member import MemberRole
from tests.factories.packs import make_full_lot
from tests.factories.sellers import make_member, make_seller

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


@pytest.fixture
def lot() -> Lot:
    return Lot.objects.select_related("variant__product__seller__address").get(pk=make_full_lot().pk)


@pytest.fixture
def full(lot: Lot) -> Dossier:
    return gather(lot, on=DAY)


def written(full: Dossier, pack: PackCode, name: str, language: str = "en") -> bytes:
    file = PACKS[pack].file(name)
    assert file is not None
    return file.write(full, language)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def test_every_file_of_every_pack_is_written_in_two_languages(full: Dossier) -> None:
    for pack in PACKS.values():
        for file in pack.files:
            for language in ("vi", "en"):
                content = file.write(full, language)
                assert content, (pack.code, file.name)
                if file.name.endswith("json"):
                    json.loads(content)


def points_of(coordinates: Any) -> list[list[Any]]:
    if isinstance(coordinates[0], list):
        return [point for part in coordinates for point in points_of(part)]
    return [coordinates]


def test_plots_keep_six_decimals_and_longitude_comes_first(full: Dossier) -> None:
    found = json.loads(feature_collection(full), parse_float=Decimal)
    large, small = found["features"]
    for feature in (large, small):
        for longitude, latitude in points_of(feature["geometry"]["coordinates"]):
            assert 102 < longitude < 110 and 8 < latitude < 24
            assert all(-value.as_tuple().exponent >= DECIMALS for value in (longitude, latitude))
    ring = large["geometry"]["coordinates"][0]
    assert large["geometry"]["type"] == "Polygon" and ring[0] == ring[-1] and len(ring) >= 4
    assert small["geometry"] == {"type": "Point", "coordinates": [Decimal("106.6800000"), Decimal("11.2700000")]}
    assert small["properties"]["Area"] == Decimal("2.5") and "Area" not in large["properties"]
    assert {feature["properties"]["ProducerCountry"] for feature in (large, small)} == {"VN"}


def test_the_archive_holds_everything_and_is_the_same_twice(full: Dossier) -> None:
    once, again = (written(full, PackCode.EUDR, "eudr.zip") for _turn in range(2))
    assert once == again
    with ZipFile(BytesIO(once)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["plots.geojson", "statement.json", "materials.csv", "evidence.json"]
        told = json.loads(archive.read("statement.json"))
    (wood,) = told["materials"]
    assert wood["speciesInfo"] == {"scientificName": "Hevea brasiliensis", "commonName": "Rubber wood"}
    assert wood["goodsMeasure"] == {"netWeight": "480.000", "volume": "0.750000"}
    assert told["associatedStatements"][0]["referenceNumber"] == "25NLH7X2K9"


def test_the_lacey_table_splits_genus_and_species(full: Dossier) -> None:
    (row,) = table(written(full, PackCode.LACEY, "ppq505.csv"))
    assert (row["Genus"], row["Species"], row["HTSUS number"]) == ("Hevea", "brasiliensis", "4407999600")
    assert (row["Quantity"], row["Unit"], row["% recycled"]) == ("480.000", "kg", "0.00")


def test_the_fsma_sheet_has_a_row_for_each_paper_and_can_be_sorted(full: Dossier) -> None:
    sheet = load_workbook(BytesIO(written(full, PackCode.FSMA_204, "fsma204.xlsx"))).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["Harvesting", "Transformation", "Initial packing", "Shipping"]
    assert [row[-1] for row in rows[1:]] == ["HD-0", "HD-1", "HD-2", "HD-3"]
    assert sheet.auto_filter.ref == sheet.dimensions


def test_suppliers_are_for_authorities_alone(full: Dossier) -> None:
    public = written(full, PackCode.PASSPORT, "passport.json").decode()
    authorities = written(full, PackCode.PASSPORT, "passport-authorities.json").decode()
    assert "Xưởng xẻ" not in public and "Minh Thạnh" not in public
    assert "Xưởng xẻ" in authorities and "Lô 12, Minh Thạnh" in authorities
    shares = [each["sharePercent"] for each in json.loads(public)["public"]["materials"]]
    assert shares == ["97.56", "2.44"]


def test_texts_say_which_language_they_are_in(full: Dossier) -> None:
    told = json.loads(written(full, PackCode.GPSR, "gpsr.json", "nl"))
    assert told["warnings"] == {"text": "Không ngồi quá 120 kg.", "language": "vi"}


def test_a_link_opens_for_its_member_alone(lot: Lot) -> None:
    manager = make_member(lot.seller, MemberRole.MANAGER)
    pack = PACKS[PackCode.GPSR]
    path = pack_path(lot=lot, pack=pack, file=pack.files[1], language="vi", user=manager)
    token = path.removeprefix("/packs/")
    name, kind, content = open_pack(token, user=manager)
    assert name.endswith("-gpsr.txt") and kind.startswith("text/plain") and lot.number in content.decode()
    packer, stranger = make_member(lot.seller, MemberRole.PACKER), make_member(make_seller(), MemberRole.OWNER)
    for user in (None, stranger, packer):
        with pytest.raises(BadPackLink):
            open_pack(token, user=user)
    with pytest.raises(BadPackLink):
        open_pack(token[:-1] + ("A" if token[-1] != "A" else "B"), user=manager)
    down = pack_path(lot=lot, pack=pack, file=pack.files[1], language="vi", user=packer).removeprefix("/packs/")
    with pytest.raises(BadPackLink):
        open_pack(down, user=packer)
