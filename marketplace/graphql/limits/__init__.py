"""What a request may ask for, checked before anything is executed."""

from marketplace.graphql.limits.cost import check_cost
from marketplace.graphql.limits.lexical import check_text
from marketplace.graphql.limits.limits import LimitExceeded, Limits
from marketplace.graphql.limits.literals import check_literals
from marketplace.graphql.limits.shape import FragmentCycle, check_shape
from marketplace.graphql.limits.variables import BadVariables, check_variables

__all__ = [
    "BadVariables",
    "FragmentCycle",
    "LimitExceeded",
    "Limits",
    "check_cost",
    "check_literals",
    "check_shape",
    "check_text",
    "check_variables",
]
