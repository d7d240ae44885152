"""``event_problems``: everything that is wrong with one event.

1. It must be JSON that can be kept, and its contexts must be readable.
2. Every field must be one of its type, with a value as the standard's schema has it.
3. Stricter than the schema: words that are neither the vocabulary's nor URIs, and names without a namespace, are wrong.
4. Fields must go together.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from catalog.traceability.epcis.namespaces import prefixes_of
from catalog.traceability.epcis.validate.bounds import bound_problems
from catalog.traceability.epcis.validate.combinations import combination_problems
from catalog.traceability.epcis.validate.context_problems import context_problems
from catalog.traceability.epcis.validate.problem import Problem
from catalog.traceability.epcis.validate.shapes import EVENTS, problems_of

MOST_PROBLEMS = 20
"""Of one event: nobody mends more at once."""


def event_problems(document: Any, context: Any = None) -> list[Problem]:
    """``context`` is the ``@context`` of the document around it. Empty for an event that can be kept."""
    if not isinstance(document, Mapping):
        return [Problem("", "is no object")]
    own = document.get("@context")
    problems = list(islice(bound_problems(document), MOST_PROBLEMS))
    if own is not None and not problems:
        problems = list(context_problems(own))
    if problems:
        return problems[:MOST_PROBLEMS]
    shape = EVENTS.get(document["type"]) if isinstance(document.get("type"), str) else None
    if shape is None:
        return [Problem("/type", "is none of the five types of events")]
    prefixes = prefixes_of(context, own)
    problems = list(islice(problems_of(document, shape, prefixes), MOST_PROBLEMS))
    return problems or list(combination_problems(document))
