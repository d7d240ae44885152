"""What the map layer conforms to: OGC API – Features – Part 1: Core 1.0.1 (OGC 17-069r4)."""

STANDARD = "http://www.opengis.net/spec/ogcapi-features-1/1.0"
CLASSES = (f"{STANDARD}/conf/core", f"{STANDARD}/conf/oas30", f"{STANDARD}/conf/geojson")
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
"""WGS 84, longitude first."""
GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
GEOJSON = "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
