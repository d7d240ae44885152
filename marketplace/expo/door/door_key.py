"""DoorKey: the salt that codes of badges are hashed with on the telephones at a fair's doors.

A telephone holds marks, not codes and not names: who finds it learns nothing, and of another fair even less.
"""

import hashlib
import secrets

from django.db import models

from marketplace.expo.exhibition import Expo

MARK_LENGTH = 16


def _new_salt() -> str:
    return secrets.token_hex(16)


class DoorKey(models.Model):
    expo = models.OneToOneField(Expo, on_delete=models.CASCADE, primary_key=True, related_name="+")
    salt = models.CharField(max_length=32, default=_new_salt)

    def __str__(self) -> str:
        return f"door key of {self.expo_id}"


def salt_of(expo: Expo) -> str:
    """Made at the first asking, the same ever after."""
    return DoorKey.objects.get_or_create(expo=expo)[0].salt


def mark_of(code: str, *, salt: str) -> str:
    """The first 64 bits of SHA-256 of ``salt:code`` in hexadecimal, as ``door.js`` works it out."""
    return hashlib.sha256(f"{salt}:{code}".encode()).hexdigest()[:MARK_LENGTH]
