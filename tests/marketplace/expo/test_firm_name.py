import pytest

from marketplace.expo.firm_name import firm_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Công ty TNHH MTV Gỗ Ví Dụ", "go vi du"),
        ("CÔNG TY TRÁCH NHIỆM HỮU HẠN GỖ VÍ DỤ", "go vi du"),
        ("GO VI DU CO., LTD.", "go vi du"),
        ("Gỗ Ví Dụ Co.,Ltd", "go vi du"),
        ("Công ty Cổ phần Gốm Thử", "gom thu"),
        ("Gốm Thử J.S.C", "gom thu"),
        ("Hộ kinh doanh Gốm Thử", "gom thu"),
        ("株式会社 木陰工房", "木陰工房"),
        ("Voorbeeld Meubelen B.V.", "voorbeeld meubelen"),
        ("Spare Parts Coltd-like", "spare parts like"),
        ("Incense Company", "incense"),
        ("Công ty TNHH", "cong ty tnhh"),
        ("", ""),
    ],
)
def test_company_forms_do_not_count(name: str, key: str) -> None:
    assert firm_key(name) == key
