"""In which form identifiers are written to a caller: the header ``GS1-EPC-Format`` (EPCIS 2.0, 12.7.2).

- ``Always_GS1_Digital_Link``, also without a header: URNs of GS1 keys become canonical Digital Links.
- ``Always_EPC_URN``: Digital Links become URNs where the length of the company prefix is known here; the others stay.
- ``Never_Translates`` and ``No_Preference``: as they were captured.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from catalog.traceability.epcis.epc_urn import epc_urn, key_of
from catalog.traceability.epcis.identifiers import canonical_uri
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.http import RestRequest
from catalog.traceability.identity.company_prefix import CompanyPrefix
from catalog.traceability.identity.prefix_digits import possible_prefixes

HEADER = "gs1-epc-format"
DIGITAL_LINK, URN = "Always_GS1_Digital_Link", "Always_EPC_URN"
FORMATS = ("No_Preference", DIGITAL_LINK, URN, "Never_Translates")
Document = dict[str, Any]
Rewrite = Callable[[str], str]
_LISTS = frozenset({"epcList", "childEPCs", "inputEPCList", "outputEPCList"})
_SINGLE = frozenset(
    {"parentID", "epcClass", "id", "source", "destination", "bizTransaction", "transformationID", "deviceID"}
)
_INSIDE = frozenset(
    {"quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList", "readPoint", "bizLocation",
     "sourceList", "destinationList", "bizTransactionList", "sensorElementList", "sensorMetadata", "sensorReport"}
)  # fmt: skip


def epc_format(request: RestRequest) -> str:
    """Raises `RestRefused` 406 for a format that the standard does not know."""
    asked = request.headers.get(HEADER, "").strip() or DIGITAL_LINK
    if asked not in FORMATS:
        raise RestRefused(Kind.NOT_ACCEPTABLE, f"GS1-EPC-Format is one of {', '.join(FORMATS)}")
    return asked


def formatted(request: RestRequest, events: Sequence[Document]) -> list[Document]:
    """Events with the identifiers of the standard's fields in the form asked for; fields of others as they are."""
    rewrite = _rewrite(epc_format(request), lambda: [uri for event in events for uri in _identifiers(event)])
    return [_written(event, rewrite) for event in events] if rewrite else list(events)


def formatted_uris(request: RestRequest, uris: Sequence[str]) -> list[str]:
    """Canonical identifiers in the form asked for."""
    rewrite = _rewrite(epc_format(request), lambda: list(uris))
    return [rewrite(uri) for uri in uris] if rewrite else list(uris)


def _rewrite(wanted: str, found: Callable[[], Sequence[str]]) -> Rewrite | None:
    if wanted == DIGITAL_LINK:
        return lambda uri: canonical_uri(uri) if uri.startswith("urn:epc:") else uri
    if wanted != URN:
        return None
    prefixes = _known_prefixes({canonical_uri(uri) for uri in found() if uri.startswith("http")})
    return lambda uri: (epc_urn(canonical_uri(uri), prefixes) or uri) if uri.startswith("http") else uri


def _known_prefixes(uris: Collection[str]) -> list[str]:
    """Of the companies whose numbers they could be: one statement."""
    keys = [key for key in map(key_of, uris) if key is not None]
    possible = {prefix for ai, value in keys for prefix in possible_prefixes(ai, value)}
    if not possible:
        return []
    return list(CompanyPrefix.objects.verified().filter(prefix__in=possible).values_list("prefix", flat=True))


def _written(part: Mapping[str, Any], rewrite: Rewrite) -> Document:
    return {key: _value(key, value, rewrite) for key, value in part.items()}


def _value(key: str, value: Any, rewrite: Rewrite) -> Any:
    if key in _SINGLE and isinstance(value, str):
        return rewrite(value)
    if key in _LISTS and isinstance(value, list):
        return [rewrite(one) for one in value]
    if key in _INSIDE:
        return [_written(one, rewrite) for one in value] if isinstance(value, list) else _written(value, rewrite)
    return value


def _identifiers(part: Mapping[str, Any]) -> list[str]:
    found: list[str] = []

    def note(uri: str) -> str:
        found.append(uri)
        return uri

    _written(part, note)
    return found
