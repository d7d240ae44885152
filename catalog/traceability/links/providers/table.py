"""PROVIDERS: the links of our own, by what they are for. To add one, write a function and name it here.

A provider gets a level and the reader's language (for titles) and gives the links of exactly that level; it is called
only when somebody asks for its type, for the default link, or for the whole set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalog.traceability.links.level import Level
from catalog.traceability.links.link import Link
from catalog.traceability.links.providers.data import master_data, public_events
from catalog.traceability.links.providers.pages import certificate_pages, product_pages, recall_pages, trace_pages

Provider = Callable[[Level, str], Iterator[Link]]

PROVIDERS: tuple[tuple[str, Provider], ...] = (
    ("pip", product_pages),
    ("traceability", trace_pages),
    ("certificationInfo", certificate_pages),
    ("recallStatus", recall_pages),
    ("masterData", master_data),
    ("epcis", public_events),
)
"""Word of the GS1 Web Vocabulary, and what provides links of it. Types that can be a default stand first."""
