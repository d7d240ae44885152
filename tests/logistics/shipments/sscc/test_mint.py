"""Numbers of parcels: without a gap, without a clash."""

import pytest
from django.db import transaction

from logistics.identifiers.sscc import sscc_number
from logistics.models import Parcel, SsccRange
from logistics.shipments.sscc.mint import mint_ssccs
from logistics.shipments.sscc.use_prefix import PrefixTaken, use_company_prefix
from tests.factories.logistics import make_shipment
from tests.factories.sellers import make_seller

pytestmark = pytest.mark.django_db


def serials(numbers: list[tuple[str, bool]], prefix: str) -> list[int]:
    return [int(number[1 + len(prefix) : 17]) for number, _internal in numbers]


def test_a_sellers_own_prefix_counts_on_across_shipments_and_what_is_undone_leaves_no_gap() -> None:
    seller = make_seller()
    use_company_prefix(seller_id=seller.pk, prefix="8938501")
    first = mint_ssccs(seller_id=seller.pk, count=3)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        mint_ssccs(seller_id=seller.pk, count=5)
        raise ZeroDivisionError
    second = mint_ssccs(seller_id=seller.pk, count=2)
    assert serials([*first, *second], "8938501") == [1, 2, 3, 4, 5]
    assert all(sscc_number(number) and not internal for number, internal in [*first, *second])


def test_without_one_the_numbers_are_marked_internal_and_differ_between_sellers() -> None:
    shipments = [make_shipment(seller) for seller in (make_seller(), make_seller())]
    parcels = list(Parcel.objects.filter(shipment__in=shipments))
    assert len({parcel.sscc for parcel in parcels}) == 6
    assert all(parcel.sscc_is_internal and sscc_number(parcel.sscc or "") for parcel in parcels)


def test_a_prefix_is_one_companys_and_goes_on_where_it_stopped() -> None:
    one, other = make_seller(), make_seller()
    use_company_prefix(seller_id=one.pk, prefix="8938501")
    mint_ssccs(seller_id=one.pk, count=2)
    use_company_prefix(seller_id=one.pk, prefix="")
    assert mint_ssccs(seller_id=one.pk, count=1)[0][1] is True
    use_company_prefix(seller_id=one.pk, prefix="8938501")
    assert serials(mint_ssccs(seller_id=one.pk, count=1), "8938501") == [3]
    with pytest.raises(PrefixTaken):
        use_company_prefix(seller_id=other.pk, prefix="8938501")
    assert not SsccRange.objects.filter(seller=other).exists()
