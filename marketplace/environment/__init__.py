"""The process environment, read once. Nothing else in the project touches ``os.environ``.

`stated.py` names what a deployment may decide, `read.py` reads it; the others hold the rules for one kind of value.
"""

import os

from marketplace.environment.read import CC_BY, CHECKOUT, read
from marketplace.environment.stated import Environment

__all__ = ["CC_BY", "CHECKOUT", "Environment", "environment", "read"]

environment = read(os.environ)
