"""Which form of JSON a caller takes (RFC 9110, 12.5.1)."""

from __future__ import annotations

from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestRequest

JSON, JSON_LD = "application/json", "application/ld+json"
_LONGEST = 1000


def require_json(request: RestRequest) -> str:
    """The media type to answer in. Raises `RestRefused` 406 for a caller who takes neither."""
    accepted = request.headers.get("accept", "").strip()
    if not accepted:
        return JSON
    weights = _weights(accepted[:_LONGEST])
    wanted = {offer: _weight(offer, weights) for offer in (JSON, JSON_LD)}
    best = max(wanted, key=lambda offer: wanted[offer])
    if wanted[best] <= 0:
        raise RestRefused(Kind.NOT_ACCEPTABLE, f"to be had: {JSON}, {JSON_LD}")
    return best


def _weights(accepted: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accepted.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((piece.removeprefix("q=") for piece in parameters if piece.startswith("q=")), "1")
        found[name] = _quality(quality)
    return found


def _quality(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _weight(offer: str, weights: dict[str, float]) -> float:
    """What is named most exactly decides."""
    matching = [name for name in (offer, "application/*", "*/*") if name in weights]
    return weights[matching[0]] if matching else 0.0
