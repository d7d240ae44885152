"""Public answers, kept until something that they were made of changes: see README.md above."""

from marketplace.graphql.kept.watched import Watched

__all__ = ["Watched"]
