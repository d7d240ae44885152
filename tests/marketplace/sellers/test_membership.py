import pytest
from django.contrib.auth.models import AnonymousUser

from marketplace.sellers.member import MemberRole
from marketplace.sellers.membership import may, sellers_of
from tests.cast import assemble

pytestmark = pytest.mark.django_db


def test_roles_contain_each_other_downwards_only() -> None:
    cast = assemble()
    house = cast.woodworks
    allowed = {
        person: [role for role in MemberRole if may(user, house.seller.pk, role)]
        for person, user in (
            ("owner", house.owner),
            ("manager", house.manager),
            ("packer", house.packer),
            ("other owner", cast.pottery.owner),
            ("operator", cast.operator),
            ("nobody", AnonymousUser()),
        )
    }
    assert allowed == {
        "owner": [MemberRole.OWNER, MemberRole.MANAGER, MemberRole.PACKER],
        "manager": [MemberRole.MANAGER, MemberRole.PACKER],
        "packer": [MemberRole.PACKER],
        "other owner": [],
        "operator": [],
        "nobody": [],
    }
    assert sellers_of(house.packer) == {house.seller.pk}
    assert sellers_of(house.packer, MemberRole.MANAGER) == set()
