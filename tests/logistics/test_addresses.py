"""Each carrier gets the form of an address that it takes, or a refusal that says what is missing."""

import pytest

from logistics.addresses import FormerAddress, PresentAddress, UnknownAddress, vn_2025, vn_pre_2025
from logistics.consignment import Party
from tests.factories.logistics import make_seller_party

TAN_UYEN = make_seller_party(area="vinh tan", region="Bình Dương", former_district="Tân Uyên")


def test_both_forms_of_one_place() -> None:
    street = "25 đường số 9, khu phố Thử"
    assert vn_2025(TAN_UYEN, "x") == PresentAddress(street, "Phường Vĩnh Tân", "Thành phố Hồ Chí Minh")
    assert vn_pre_2025(TAN_UYEN, "x") == FormerAddress(
        f"{street}, Phường Vĩnh Tân", "Phường Vĩnh Tân", "Thành phố Tân Uyên", "Tỉnh Bình Dương"
    )


@pytest.mark.parametrize(
    ("party", "missing_now", "missing_before"),
    [
        (make_seller_party(street=()), "street", "street"),
        (make_seller_party(area=""), "ward", "ward"),
        (make_seller_party(region=""), "province", "province"),
        (make_seller_party(region="Atlantis"), "province", "province"),
        (make_seller_party(area="Phường Vĩnh Tân"), "", "former district"),
        (make_seller_party(area="Phường Ba Đình", region="Hà Nội"), "", "former district"),
    ],
    ids=["no street", "no ward", "no province", "no such province", "one of two districts", "no facts"],
)
def test_what_is_missing_is_named(party: Party, missing_now: str, missing_before: str) -> None:
    for form, missing in ((vn_2025, missing_now), (vn_pre_2025, missing_before)):
        if not missing:
            form(party, "x")
            continue
        with pytest.raises(UnknownAddress) as refused:
            form(party, "x")
        assert (refused.value.missing, refused.value.permanent, refused.value.carrier) == (missing, True, "x")


def test_elsewhere_the_ward_is_taken_as_it_is_written() -> None:
    party = make_seller_party(area="Phường Ba Đình", region="Ha Noi")
    assert vn_2025(party, "x") == PresentAddress("25 đường số 9, khu phố Thử", "Phường Ba Đình", "Thành phố Hà Nội")
