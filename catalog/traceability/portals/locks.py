"""The lock that a submission is changed under."""

from uuid import UUID

from catalog.traceability.portals.submission import PortalSubmission


def lock_submission(submission_id: UUID) -> PortalSubmission:
    """The row with its lot, locked until the transaction ends."""
    rows = PortalSubmission.objects.select_for_update(of=("self",)).select_related("lot")
    return rows.get(pk=submission_id)
