"""Someone who can sign in: a buyer, a member of a seller, or staff; often more than one of these."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from marketplace.accounts.permissions import permissions_of

LONGEST_EMAIL = 254


def normalise_email(email: str) -> str:
    """The form in which addresses are stored and compared: lower case, without surrounding blanks."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store a user; without a password nobody can sign in until one is set by mail."""
        user = self.model(email=normalise_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=normalise_email(username or ""))


class User(AbstractBaseUser):
    """A person's account. Rights come from `staff_roles` and from membership in sellers, never from flags here."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """What tokens name the user by, so that they reveal nothing about how many there are."""
    email = models.EmailField(max_length=LONGEST_EMAIL, unique=True)
    first_name = models.CharField(max_length=150, blank=True)
    last_name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=16, default="en")
    is_active = models.BooleanField(default=True)
    is_confirmed = models.BooleanField(default=False)
    """The person has shown that mail to `email` reaches them; until then nobody signs in."""
    staff_roles = models.JSONField(default=list, blank=True)
    token_generation = models.PositiveIntegerField(default=0)
    """Written into every access token; counting it up ends all of them at once."""
    totp_seed = models.CharField(max_length=64, blank=True)
    """Random input from which the second factor's secret is derived together with the secret key (two_factor/)."""
    totp_confirmed_at = models.DateTimeField(null=True, blank=True)
    totp_last_step = models.BigIntegerField(default=0)
    """The time step of the last code that was accepted; that one and all before it are spent."""
    default_shipping_address = models.ForeignKey(
        "accounts.Address", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    default_billing_address = models.ForeignKey(
        "accounts.Address", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    metadata = models.JSONField(default=dict, blank=True)
    """Texts by key that clients keep with the account; ours mean nothing by them."""
    private_metadata = models.JSONField(default=dict, blank=True)
    """The same, for staff only."""
    date_joined = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        # Never the e-mail address: this text ends up in logs.
        return f"User {self.pk}"

    @property
    def permissions(self) -> frozenset[str]:
        return permissions_of(self.staff_roles) if self.is_active else frozenset()

    @property
    def is_staff(self) -> bool:
        return bool(self.permissions)

    @property
    def totp_enabled(self) -> bool:
        return self.totp_confirmed_at is not None

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def has_permission(self, name: str) -> bool:
        return name in self.permissions
