"""The lock that days are sealed and closed under: one at a time, so that leaves get their places without gaps."""

from catalog.traceability.proof.signing_key import ProofKey, key_in_use


def lock_days() -> ProofKey:
    """The key in use, locked until the transaction ends."""
    return ProofKey.objects.select_for_update(of=("self",)).select_related("previous").get(pk=key_in_use().pk)
