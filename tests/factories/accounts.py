"""Users and addresses for tests; every person here is made up."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from marketplace.accounts.models import Address, Session, User
from marketplace.accounts.permissions import StaffRole
from marketplace.accounts.sessions.device import Device
from marketplace.accounts.sessions.open import open_session

PASSWORD = "a-long-enough-passphrase"
_number = count(1)


def make_user(**overrides: Any) -> User:
    """A confirmed user who may sign in with `PASSWORD`."""
    number = next(_number)
    fields: dict[str, Any] = {
        "email": f"person{number}@example.org",
        "password": PASSWORD,
        "first_name": "Test",
        "last_name": f"Person {number}",
        "is_confirmed": True,
        **overrides,
    }
    return User.objects.create_user(**fields)


def make_operator(**overrides: Any) -> User:
    return make_user(**{"staff_roles": [StaffRole.OPERATOR.value], **overrides})


def make_expo_officer(**overrides: Any) -> User:
    return make_user(**{"staff_roles": [StaffRole.EXPO.value], **overrides})


def make_session(user: User) -> Session:
    """A telephone on which the user is signed in."""
    now = timezone.now()
    return open_session(user, device=Device("Firefox", "Android"), now=now, expires_at=now + timedelta(days=30))


def make_address(**overrides: Any) -> Address:
    """A Dutch address; see `make_vietnamese_address` for the other side."""
    fields: dict[str, Any] = {
        "first_name": "Sanne",
        "last_name": "Voorbeeld",
        "street_address_1": "Voorbeeldgracht 12",
        "postal_code": "3511 AB",
        "city": "UTRECHT",
        "country": "NL",
        **overrides,
    }
    return Address.objects.create(**fields)


def make_vietnamese_address(**overrides: Any) -> Address:
    fields: dict[str, Any] = {
        "company_name": "Công ty TNHH Gỗ Ví Dụ",
        "street_address_1": "12 đường Ví Dụ",
        "city_area": "Phường Thủ Dầu Một",
        "country_area": "Thành phố Hồ Chí Minh",
        "country": "VN",
        "former_district": "Thủ Dầu Một",
        **overrides,
    }
    return Address.objects.create(**fields)
