"""Plots of land as GeoJSON, digits kept: WGS 84, longitude first (RFC 7946), at least six decimals.

A JSON library would drop the trailing zeros of ``106.650000``, and a check that counts decimals would refuse it;
so coordinates are written as the text they came as, padded to six places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal

from catalog.traceability.identity.place import TracePlace
from logistics.packs.dossier import Dossier

DECIMALS = 6
LARGEST_POINT_HA = Decimal(4)
"""Above it a polygon is asked for (article 2(28))."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_COORDINATES = re.compile(r'("coordinates"\s*:\s*)(\[[\s\[\],0-9.eE+-]*\])')


def has_place(plot: TracePlace) -> bool:
    """A boundary, or a point where that is enough."""
    return bool(plot.boundary) or (plot.latitude is not None and plot.longitude is not None)


def needs_boundary(plot: TracePlace) -> bool:
    return not plot.boundary and (plot.area_ha is None or plot.area_ha > LARGEST_POINT_HA)


def geometry(plot: TracePlace) -> str:
    """GeoJSON text of the boundary or the point; the plot has one of them."""
    if plot.boundary:
        return _COORDINATES.sub(lambda found: found[1] + _NUMBER.sub(_padded, found[2]), plot.boundary)
    longitude, latitude = (_text(value or Decimal(0)) for value in (plot.longitude, plot.latitude))
    return f'{{"type":"Point","coordinates":[{longitude},{latitude}]}}'


def feature_collection(dossier: Dossier) -> bytes:
    """Each plot once, with the properties that the Union's system knows: producer, country, place, area of points."""
    features = [_feature(dossier, plot) for plot in dossier.all_plots if has_place(plot)]
    return ('{"type":"FeatureCollection","features":[' + ",".join(features) + "]}\n").encode()


def _feature(dossier: Dossier, plot: TracePlace) -> str:
    properties: dict[str, str | float] = {
        "ProducerName": plot.party.name if plot.party else dossier.seller.legal_name,
        "ProducerCountry": plot.country,
        "ProductionPlace": plot.name,
    }
    area = plot.area_ha
    told = json.dumps(properties, ensure_ascii=False)
    if area is not None and not plot.boundary:
        told = f'{told[:-1]}, "Area": {area.normalize():f}}}'
    return f'{{"type":"Feature","properties":{told},"geometry":{geometry(plot)}}}'


def _padded(found: re.Match[str]) -> str:
    return _text(Decimal(found[0]))


def _text(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    places = max(DECIMALS, -exponent if isinstance(exponent, int) else 0)
    return f"{value:.{places}f}"


def plot_names(plots: Sequence[TracePlace]) -> list[str]:
    return [plot.name for plot in plots]
