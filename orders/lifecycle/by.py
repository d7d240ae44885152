"""On whose behalf something happens to an order."""

from dataclasses import dataclass

from django.db import models

from marketplace.accounts.models import User


class Role(models.TextChoices):
    """What a person is to the order. Others are shown this and never a name or an address."""

    BUYER = "BUYER"
    SELLER = "SELLER"
    STAFF = "STAFF"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class By:
    role: Role
    user: User | None = None


SYSTEM = By(Role.SYSTEM)
