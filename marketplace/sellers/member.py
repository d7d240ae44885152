"""Who works for a seller, and what each may do there."""

from django.db import models


class MemberRole(models.TextChoices):
    """Each role may do all that the ones after it may."""

    OWNER = "OWNER"
    """Everything, members and the profile included."""
    MANAGER = "MANAGER"
    """The catalogue and the orders."""
    PACKER = "PACKER"
    """The orders only."""

    @property
    def rank(self) -> int:
        return {"OWNER": 3, "MANAGER": 2, "PACKER": 1}[self.value]

    def includes(self, other: "MemberRole") -> bool:
        return self.rank >= other.rank


class SellerMember(models.Model):
    """A user's role in a seller. A seller always keeps at least one owner."""

    seller = models.ForeignKey("sellers.Seller", on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=8, choices=MemberRole.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["seller", "user"], name="one_role_per_seller_and_user")]

    def __str__(self) -> str:
        return f"user {self.user_id} is {self.role} of seller {self.seller_id}"
