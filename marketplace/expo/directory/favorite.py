"""FairFavorite: an exhibitor that somebody wants to visit. Nobody else sees it, the exhibitor least of all."""

from django.conf import settings
from django.db import models

from marketplace.expo.exhibitor import Exhibitor


class FairFavorite(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "exhibitor"], name="fair_favorite_once")]

    def __str__(self) -> str:
        return f"{self.exhibitor_id} of {self.user_id}"
