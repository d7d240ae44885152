"""ProofSecret: what the salts of commitments are made from. Whoever has it could guess withheld fields."""

from __future__ import annotations

import secrets

from django.db import models

from marketplace.sealed.field import SealedTextField


class ProofSecret(models.Model):
    """32 random bytes, sealed. A row stays as long as there are leaves made with it."""

    secret = SealedTextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"secret {self.pk}"

    def open(self) -> bytes:
        return bytes.fromhex(self.secret.open())


def newest_secret() -> ProofSecret:
    """The one new leaves are made with; made now if there was none. Call it under `lock_days`."""
    found = ProofSecret.objects.order_by("-pk").first()
    return found if found is not None else ProofSecret.objects.create(secret=secrets.token_hex(32))
