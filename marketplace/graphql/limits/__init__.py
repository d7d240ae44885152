"""What a request may ask for, checked before anything is executed."""

from marketplace.graphql.limits.limits import LimitExceeded, Limits

__all__ = ["LimitExceeded", "Limits"]
