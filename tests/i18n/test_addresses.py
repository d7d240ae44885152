from i18n.formatting import format_address
from i18n.languages import LANGUAGES

BUYER = {"first_name": "Sanne", "last_name": "Voorbeeld", "company_name": "Verzonnen Wonen B.V.", "country": "NL"}


def test_a_dutch_address_read_by_a_vietnamese_packer():
    address = {**BUYER, "street_address_1": "Denkbeeldigkade 1", "postal_code": "1000 AA", "city": "Amsterdam"}
    assert format_address(address, "vi") == [
        "Verzonnen Wonen B.V.",
        "Sanne Voorbeeld",
        "Denkbeeldigkade 1",
        "1000 AA AMSTERDAM",
        "HÀ LAN",
    ]


def test_a_vietnamese_address_has_two_tiers():
    address = {
        "first_name": "Hoa",
        "last_name": "Nguyễn Thị",
        "street_address1": "Số 1 đường Ví Dụ",
        "city_area": "Phường Dĩ An",
        "country_area": "Thành phố Hồ Chí Minh",
        "former_district": "Thành phố Dĩ An",
        "country": "vn",
        "phone": None,
    }
    assert format_address(address, "en") == [
        "Nguyễn Thị Hoa",
        "Số 1 đường Ví Dụ",
        "Phường Dĩ An, Thành phố Hồ Chí Minh",
        "VIETNAM",
    ]
    same = {**address, "city": "Thành phố Hồ Chí Minh"}
    assert format_address(same, "en") == format_address(address, "en")


def test_a_japanese_address_in_either_script():
    local = {
        "first_name": "花子",
        "last_name": "見本",
        "street_address_1": "見本町1-2-3",
        "country_area": "東京都",
        "postal_code": "100-0001",
        "country": "JP",
    }
    assert format_address(local, "ja") == ["〒100-0001", "東京都", "見本町1-2-3", "見本 花子", "日本"]
    latin = {
        **local,
        "first_name": "Hanako",
        "last_name": "Mihon",
        "street_address_1": "1-2-3 Mihon",
        "country_area": "Tokyo",
    }
    assert format_address(latin, "en") == ["Hanako Mihon", "1-2-3 Mihon, TOKYO", "100-0001", "JAPAN"]


def test_missing_fields_leave_no_stray_commas():
    assert format_address({"country": "US", "country_area": "CA"}, "en") == ["CA", "UNITED STATES"]
    assert format_address({"country": "JP", "city": "", "last_name": "見本"}, "ja") == ["見本", "日本"]
    assert format_address({}, "en") == []


def test_an_unknown_country_is_written_the_usual_way():
    address = {**BUYER, "country": "ZZ", "postal_code": "1", "city": "Nowhere", "street_address_1": "Road\nHouse"}
    assert format_address(address, "en")[-2:] == ["1 Nowhere", "UNKNOWN REGION"]


def test_every_language_can_name_the_country_or_leave_it_out():
    for language in LANGUAGES:
        assert len(format_address({**BUYER, "city": "Amsterdam"}, language)) == 4
    assert format_address({**BUYER, "city": "Amsterdam"}, "en", with_country=False)[-1] == "AMSTERDAM"
