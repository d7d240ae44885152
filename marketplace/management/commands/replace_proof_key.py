"""``python -m marketplace replace_proof_key``: sign roots and bundles with a new key from now on."""

from typing import Any

from django.core.management.base import BaseCommand

from catalog.traceability.proof.signing_key import replace_key


class Command(BaseCommand):
    help = "Make a new signing key, let the present one vouch for it, and forget the private half of the present one."

    def handle(self, *args: Any, **options: Any) -> None:
        key = replace_key()
        self.stdout.write(f"Key {key.key_id} signs from now on; its public half is {key.public}.")
