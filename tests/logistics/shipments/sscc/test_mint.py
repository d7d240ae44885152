"""Numbers of parcels: without a gap, without a clash."""

import pytest
from django.db import transaction

from catalog.traceability.identity.claim_prefix import PrefixTaken, claim_company_prefix, refuse_company_prefix
from catalog.traceability.identity.events import CompanyPrefixChanged
from logistics.identifiers.sscc import sscc_number
from logistics.models import Parcel, SsccRange
from logistics.shipments.sscc.mint import mint_ssccs
from logistics.shipments.sscc.range_in_use import follow_company_prefix
from logistics.shipments.sscc.use_prefix import use_company_prefix
from tests.factories.accounts import make_operator
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


def test_goods_and_parcels_share_one_prefix_and_its_serials_pass_to_whose_it_is() -> None:
    squatter, owner = make_seller(), make_seller()
    claimed = claim_company_prefix(seller_id=squatter.pk, prefix="8938501")
    assert claimed and serials(mint_ssccs(seller_id=squatter.pk, count=2), "8938501") == [1, 2]
    refuse_company_prefix(prefix=claimed, by=make_operator(), reason="Not yours.")
    follow_company_prefix(CompanyPrefixChanged(seller_id=squatter.pk))
    assert SsccRange.objects.get(seller=squatter, ended_at=None).is_internal
    claim_company_prefix(seller_id=owner.pk, prefix="8938501")
    follow_company_prefix(CompanyPrefixChanged(seller_id=owner.pk))
    assert SsccRange.objects.get(seller=owner).next_serial == 3
    assert serials(mint_ssccs(seller_id=owner.pk, count=1), "8938501") == [3]
    assert mint_ssccs(seller_id=squatter.pk, count=1)[0][1] is True
