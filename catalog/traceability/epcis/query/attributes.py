"""Conditions on master data of what an event names: ``HASATTR_bizLocation``, ``EQ_ATTR_readPoint_<attribute>``."""

from __future__ import annotations

from catalog.traceability.epcis.query.condition import Asked, Condition
from catalog.traceability.epcis.query.problem import QueryParameterException


def has_attribute(asked: Asked) -> Condition:
    raise QueryParameterException(asked.parameter, "no master data is kept")


def attribute_equals(asked: Asked) -> Condition:
    raise QueryParameterException(asked.parameter, "no master data is kept")
