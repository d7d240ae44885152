"""Finding codes by words and digits, taking in a nomenclature, what similar products carry."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from logistics.customs.hs.find import find_codes
from logistics.customs.hs.import_names import UnreadableNomenclature, import_names
from logistics.customs.hs.names import HsName
from logistics.customs.hs.nomenclature import shipped
from logistics.customs.hs.suggest import suggest_codes
from tests.factories.catalog import make_category, make_product

pytestmark = pytest.mark.django_db
NOMENCLATURE = Path(__file__).parents[5] / "shared" / "data" / "trade" / "hs_en.csv"


def codes(text: str, language: str, limit: int = 4) -> list[str]:
    return [heading.code for heading in find_codes(text, language, limit=limit)]


def test_words_in_the_sellers_language_lead_to_the_code() -> None:
    for text, language, code in (
        ("ghế gỗ không bọc nệm", "vi", "940169"),
        ("ghe go khong boc nem", "vi", "940169"),
        ("hạt điều nhân", "vi", "080132"),
        ("sơn mài", "vi", "442090"),
        ("bình gốm Lái Thiêu", "vi", "691200"),
        ("cashew nuts shelled", "en", "080132"),
        ("漆器", "zh-Hans", "4420"),
        ("天然はちみつ", "ja", "040900"),
        ("등나무 의자", "ko", "940153"),
        ("houten stoelen", "nl", "940169"),
        ("borsette di pelle", "it", "420221"),
        ("áo thun cotton", "nl", "610910"),
    ):
        assert code in codes(text, language), text


def test_digits_list_what_begins_with_them() -> None:
    assert codes("9403.5", "en") == ["940350"]
    assert codes("6912", "vi") == ["6912", "691200"]
    assert codes("69120023", "vi") == ["691200"], "national digits are no hindrance"
    assert codes("00", "en") == []


def test_a_code_says_what_it_lies_in() -> None:
    (heading,) = find_codes("940350", "nl")
    assert heading.name.startswith("Houten slaapkamermeubelen")
    assert heading.path == (("94", "Meubelen, beddengoed en lampen"), ("9403", "Andere meubelen"))


@pytest.mark.parametrize("text", ["", "   ", "%_'", "\u0000", "ä" * 500, "の", "🪑"])
def test_nonsense_finds_nothing_and_breaks_nothing(text: str) -> None:
    find_codes(text.replace("\x00", ""), "en")


def test_every_shipped_code_has_all_languages() -> None:
    languages = {language for _code, language in shipped()}
    assert languages == {"en", "vi", "zh-Hans", "ja", "ko", "nl", "it"}
    assert len(shipped()) >= 250 * len(languages)
    assert all(named.name for named in shipped().values())
    assert all(len(code) in (2, 4, 6) and code.isdigit() for code, _language in shipped())


def test_shipped_codes_exist_in_the_nomenclature() -> None:
    if not NOMENCLATURE.exists():
        pytest.skip("the nomenclature's file is not beside the repository")
    import_names(NOMENCLATURE, language="en", edition="HS 2022")
    known = set(HsName.objects.values_list("code", flat=True))
    assert {code for code, _language in shipped()} <= known
    assert "847130" in codes("portable data processing machines", "en", 10)


def test_a_nomenclature_is_taken_in_once(tmp_path: Path) -> None:
    file = tmp_path / "hs.csv"
    file.write_text("hscode,description,level\n8471.30,Portable computers,6\n84,Machines,2\nXX,No code,2\n8471,,4\n")
    first = import_names(file, language="en", edition="HS 2022")
    assert (first.written, first.unchanged, first.skipped) == (2, 0, 2)
    again = import_names(file, language="en", edition="HS 2022")
    assert (again.written, again.unchanged) == (0, 2)
    (heading,) = find_codes("portable computers", "vi")
    assert (heading.code, heading.language) == ("847130", "en")
    assert heading.path == (("84", "Máy móc"),), "the shipped list speaks first"
    file.write_text("hscode,description\n847130,Laptops\n")
    assert import_names(file, language="en", edition="HS 2028").written == 1
    assert codes("laptops", "en") == ["847130"]


def test_files_without_codes_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "hs.csv"
    for content in (b"a,b\n1,2\n", b"\xff\xfe\n", b""):
        file.write_bytes(content)
        with pytest.raises(UnreadableNomenclature):
            import_names(file, language="en", edition="x")
        with pytest.raises(CommandError):
            call_command("import_hs", str(file))
    with pytest.raises(CommandError):
        call_command("import_hs", str(file), language="tlh")


def test_similar_products_vote_by_category_and_words() -> None:
    seats = make_category(name="Seats")
    for _each in range(3):
        make_product(name="Ghế ăn gỗ tần bì", hs_code="94016900", category=seats)
        make_product(name="Ghế gỗ bọc nệm", hs_code="940161", category=seats)
    make_product(name="Kệ tre", hs_code="940382", category=seats)
    make_product(name="Tô sơn mài", material="Tre cuốn", hs_code="442090")
    draft = make_product(name="Ghế ăn gỗ sồi", hs_code="940350", category=seats)
    draft.approval = "DRAFT"
    draft.save()
    new = make_product(name="Ghế ăn gỗ cao su", hs_code="", category=seats)
    found = suggest_codes(new, "en")
    assert [one.heading.code for one in found][:2] == ["940169", "940161"]
    assert (found[0].products, found[0].same_category) == (3, True)
    assert {"ghe", "an", "go"} <= set(found[0].shared_words)
    assert [one.heading.code for one in found if one.products] == ["940169", "940161"], "a lone vote is too little"
    assert all(one.products == 0 for one in found[2:]), "then what the words of the nomenclature say"


def test_suggestions_cost_the_same_for_any_number_of_neighbours(django_assert_max_num_queries: object) -> None:
    category = make_category()
    for code in ("940169", "940161", "940360", "847130"):
        make_product(name="Ghế gỗ", hs_code=code, category=category)
    new = make_product(name="Ghế gỗ", hs_code="", category=category)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        suggest_codes(new, "vi")
