"""Names of firms across forms, accents, scripts and spellings."""

from marketplace.expo.firm_name import firm_key
from marketplace.expo.firm_website import site_key
from marketplace.expo.imports.similar import SimilarNames
from marketplace.expo.imports.spelling import likeness, spelling

SAME = (
    ("Công ty TNHH Mộc An Nhiên", "MOC AN NHIEN CO., LTD"),
    ("CÔNG TY TNHH SX TM DV TRE XANH", "Tre Xanh Co.,Ltd"),
    ("广州木华家具有限公司", "Guangzhou Muhua Furniture Co., Ltd"),
    ("株式会社タケノコ", "Takenoko K.K."),
    ("㈱タケノコ", "タケノコ株式会社"),
    ("㈜한빛도자기", "한빛도자기 주식회사"),
    ("㈜한빛도자기", "Hanbit Dojagi Co., Ltd"),
    ("Voorbeeld Meubelen B.V.", "Voorbeeld Meubels BV"),
    ("Esempio Ceramiche S.r.l.", "ESEMPIO CERAMICHE SRL"),
    ("Kilnhouse Example Ltd", "Kiln House Example Limited"),
)
OTHERS = (
    ("Gỗ Minh Phát", "Gỗ Minh Phú"),
    ("Gỗ Minh Phát", "Gỗ Bình Phát"),
    ("Công ty TNHH Hoàng Gia Phát", "Hoàng Gia Phú JSC"),
    ("An Bình", "Bình An"),
    ("Xưởng 1", "Xưởng 12"),
    ("Mộc", "Mốc"),
)


def test_the_same_firm_in_other_letters() -> None:
    for one, other in SAME:
        assert likeness(spelling(one), spelling(other)) >= 0.86, f"{one} = {other}"


def test_another_firm_in_nearly_the_same_letters() -> None:
    for one, other in OTHERS:
        assert likeness(spelling(one), spelling(other)) < 0.86, f"{one} ≠ {other}"


def test_a_name_is_compared_with_few_others() -> None:
    names = SimilarNames[int]()
    for number, (one, other) in enumerate([*SAME, *OTHERS]):
        found = [who for who, _alike in names.like(other)]
        assert number not in found
        names.add(number, one)
        if number < len(SAME):
            assert number in [who for who, _alike in names.like(other)], f"{one} is found by {other}"
    for number in range(300):
        names.add(1000 + number, f"Gỗ Thường {number} Ngày")
    assert len(names._near(spelling("Gỗ Thường Ngày"))) < 130, "what very many share files nobody"


def test_forms_of_east_asia_and_europe_do_not_count() -> None:
    keys = {
        "㈱木陰工房": "木陰工房",
        "㈜한빛도자기": "한빛도자기",
        "유한회사 한빛": "한빛",
        "广州木华家具有限责任公司": "广州木华家具",
        "Ejemplo S.A.": "ejemplo",
        "Voorbeeld N.V.": "voorbeeld",
        "Hoa Sa Đéc": "hoa sa dec",
        "有限公司": "有限公司",
    }
    assert {name: firm_key(name) for name in keys} == keys


def test_websites_are_compared_by_host() -> None:
    keys = {
        "https://www.Moc.example/vi": "moc.example",
        "moc.example": "moc.example",
        "https://facebook.com/MocAn/": "facebook.com/mocan",
        "https://facebook.com/": "",
        "": "",
        "http://[broken": "",
    }
    assert {url: site_key(url) for url in keys} == keys
