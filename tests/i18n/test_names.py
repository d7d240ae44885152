import pytest

from i18n.names import full_name


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("Hoài An", "Nguyễn", "Nguyễn Hoài An"),
        ("An", "Lê", "Lê An"),
        ("花子", "山田", "山田花子"),
        ("民", "李", "李民"),
        ("민수", "김", "김 민수"),
        ("Anneke", "de Vries", "Anneke de Vries"),
        ("Hélène", "Forêt", "Hélène Forêt"),
        ("Giulia", "", "Giulia"),
        ("", "Phạm", "Phạm"),
        (None, None, ""),
    ],
)
def test_each_in_the_order_of_its_people(first: str | None, last: str | None, written: str) -> None:
    assert full_name(first, last) == written
