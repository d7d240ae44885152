"""ProofKey: what roots and bundles are signed with. Made here on first use, sealed with the installation's keys.

Its other half is public. A new key is vouched for by the one before it, so whoever trusts one of them can follow; the
private half of a key that was replaced is forgotten.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from catalog.traceability.proof.canonical import canonical_json
from catalog.traceability.proof.statement import key_id_of, key_record
from marketplace.sealed.field import SealedTextField


class ProofKey(models.Model):
    key_id = models.CharField(max_length=16, unique=True)
    """The first digits of the hash of the public half."""
    public = models.CharField(max_length=64)
    """Ed25519, hexadecimal."""
    private = SealedTextField(blank=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    endorsement = models.CharField(max_length=128)
    """Of `record`: by the key before, or by the first key itself."""
    created_at = models.DateTimeField()
    is_in_use = models.BooleanField(default=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_in_use"], condition=models.Q(is_in_use=True), name="proof_key_in_use_once"
            )
        ]

    def __str__(self) -> str:
        return self.key_id

    @property
    def record(self) -> dict[str, str]:
        return key_record(
            key_id=self.key_id,
            public=self.public,
            created_at=f"{self.created_at:%Y-%m-%dT%H:%M:%SZ}",
            previous=self.previous.key_id if self.previous is not None else "",
        )

    def sign(self, message: bytes) -> str:
        """128 hexadecimal digits. Only while the key is in use."""
        private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.private.open()))
        return private.sign(message).hex()


def key_in_use() -> ProofKey:
    """The key that signs, made now if there was none."""
    found = ProofKey.objects.select_related("previous").filter(is_in_use=True).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return _made(previous=None)
    except IntegrityError:
        return ProofKey.objects.get(is_in_use=True)


def replace_key() -> ProofKey:
    """Let a new key sign from now on; the old one vouches for it and can sign no more."""
    with transaction.atomic():
        old = ProofKey.objects.select_for_update().get(pk=key_in_use().pk)
        endorser = old.private
        old.is_in_use, old.private = False, ""
        old.save(update_fields=["is_in_use", "private"])
        return _made(previous=old, endorser=bytes.fromhex(endorser.open()))


def _made(*, previous: ProofKey | None, endorser: bytes | None = None) -> ProofKey:
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key = ProofKey(
        key_id=key_id_of(public),
        public=public.hex(),
        private=private.private_bytes_raw().hex(),
        previous=previous,
        created_at=timezone.now().replace(microsecond=0),
    )
    signs = Ed25519PrivateKey.from_private_bytes(endorser) if endorser is not None else private
    key.endorsement = signs.sign(canonical_json(key.record)).hex()
    key.save(force_insert=True)
    return key
