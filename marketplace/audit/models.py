"""The tables of the audit log."""

from marketplace.audit.entry import AuditEntry, AuditObject

__all__ = ["AuditEntry", "AuditObject"]
