"""The resources of the EPCIS interface: path under ``/epcis``, methods, and what OPTIONS announces besides versions.

Values of a path come decoded; one with slashes of its own is percent-encoded by whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalog.traceability.epcis.rest import capture, capture_limits
from catalog.traceability.http import RestAnswer

Resource = Callable[..., RestAnswer]
Route = tuple[str, Mapping[str, Resource], Mapping[str, str]]

_ONE = r"([^/]+)"
ROUTES: Sequence[Route] = (
    ("/capture", {"POST": capture.post_capture, "GET": capture.get_jobs}, capture_limits.ANNOUNCED),
    (f"/capture/{_ONE}", {"GET": capture.get_job}, {}),
    ("/events", {"POST": capture.post_event}, capture_limits.LIMITS),
    (f"/events/{_ONE}", {"GET": capture.get_event}, {}),
)
