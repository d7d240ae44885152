"""The resources of the EPCIS interface: path under ``/epcis``, methods, and what OPTIONS announces besides versions.

Values of a path come decoded. Identifiers are percent-encoded by whoever asks; some servers decode their slashes before
anybody can see them, so an identifier may have some.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalog.traceability.epcis.rest import capture, capture_limits, events, paging, queries, resources, subscriptions
from catalog.traceability.epcis.rest.openapi.answer import get_description
from catalog.traceability.http import RestAnswer

Resource = Callable[..., RestAnswer]
Route = tuple[str, Mapping[str, Resource], Mapping[str, str]]

_ONE = r"([^/]+)"
_ID = r"(.+)"
ROUTES: Sequence[Route] = (
    ("/capture", {"POST": capture.post_capture, "GET": capture.get_jobs}, capture_limits.ANNOUNCED),
    (f"/capture/{_ONE}", {"GET": capture.get_job}, {}),
    ("/events", {"POST": capture.post_event, "GET": events.get_events}, capture_limits.LIMITS),
    (f"/events/{_ID}", {"GET": capture.get_event}, {}),
    ("", {"GET": resources.get_root}, {}),
    ("/openapi.json", {"GET": get_description}, {}),
    *((f"/{name}", {"GET": resources.lister(name)}, {}) for name in resources.COLLECTIONS),
    *((f"/{name}/{_ID}/events", {"GET": resources.events_getter(name)}, {}) for name in resources.COLLECTIONS),
    *((f"/{name}/{_ID}", {"GET": resources.getter(name)}, {}) for name in resources.COLLECTIONS),
    ("/queries", {"GET": queries.get_queries, "POST": queries.post_query}, {}),
    (f"/queries/{_ONE}", {"GET": queries.get_query, "DELETE": queries.delete_query}, {}),
    (f"/queries/{_ONE}/events", {"GET": queries.get_query_events}, {}),
    (
        f"/queries/{_ONE}/subscriptions",
        {"GET": subscriptions.get_subscriptions, "POST": subscriptions.post_subscription},
        {},
    ),
    (
        f"/queries/{_ONE}/subscriptions/{_ONE}",
        {"GET": subscriptions.get_subscription, "DELETE": subscriptions.delete_subscription},
        {},
    ),
    (f"/nextPageToken/{_ONE}", {"DELETE": paging.delete_token}, {}),
)
