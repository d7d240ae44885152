"""Every address of the site: the API, private documents, health, and the pages."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from frontend.urls import handler400, handler403, handler404, handler500
from marketplace.doors import digital_link, indicators, map_layer
from marketplace.doors.badges import badges_file
from marketplace.doors.epcis import epcis
from marketplace.doors.metrics import metrics
from marketplace.doors.packs import pack_file
from marketplace.doors.portal_files import portal_file
from marketplace.doors.security_txt import security_txt
from marketplace.doors.trace_roots import trace_bundle, trace_root, trace_roots, verifier
from marketplace.graphql.http.view import GraphQLView
from marketplace.schema import http_context, schema
from marketplace.site import (
    carrier_webhook,
    correction_file,
    document,
    export_file,
    health,
    lot_template_file,
    media,
    payment_return,
    payment_webhook,
    template_file,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("graphql/", GraphQLView.as_view(schema=schema, context=http_context), name="graphql"),
    path("documents/<str:token>", document, name="document"),
    path("corrections/<str:token>", correction_file, name="correction-file"),
    path("exports/<str:token>", export_file, name="export-file"),
    path("badges/<str:token>", badges_file, name="badges-file"),
    path("packs/<str:token>", pack_file, name="pack-file"),
    path("portal-files/<str:token>", portal_file, name="portal-file"),
    path("trace-bundles/<str:token>", trace_bundle, name="trace-bundle"),
    path("lot-template/<str:trade>/<str:language>", lot_template_file, name="lot-template"),
    path("import-template/<str:language>", template_file, name="import-template"),
    path("payments/<slug:gateway>/webhook", payment_webhook, name="payment-webhook"),
    path("carriers/<slug:carrier>/webhooks/<slug:key>", carrier_webhook, name="carrier-webhook"),
    path("payments/return/<str:token>", payment_return, name="payment-return"),
    path("health", health, name="health"),
    path("metrics", metrics, name="metrics"),
    path("media/<path:path>", media, name="media"),
    path("indicators.json", indicators.catalogue, name="indicators-catalogue"),
    path("indicators/schema.json", indicators.schema, name="indicators-schema"),
    re_path(r"^indicators/(?P<id>[a-z-]{3,40})\.(?P<kind>json|csv)$", indicators.indicator, name="indicator-file"),
    re_path(r"^map-layer/?$", map_layer.landing, name="map-layer"),
    path("map-layer/api", map_layer.api, name="map-layer-api"),
    path("map-layer/conformance", map_layer.conformance, name="map-layer-conformance"),
    path("map-layer/collections", map_layer.collections, name="map-layer-collections"),
    path("map-layer/collections/<str:layer>", map_layer.collection, name="map-layer-collection"),
    path("map-layer/collections/<str:layer>/items", map_layer.items, name="map-layer-items"),
    path("map-layer/collections/<str:layer>/items/<str:feature>", map_layer.item, name="map-layer-item"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path(".well-known/gs1resolver", digital_link.description, name="gs1resolver"),
    path(".well-known/trace-roots", trace_roots, name="trace-roots-file"),
    path(".well-known/trace-roots/verify.py", verifier, name="trace-verifier"),
    path(".well-known/trace-roots/<str:day>.json", trace_root, name="trace-root-file"),
    path(".well-known/linkset-context.jsonld", digital_link.linkset_context, name="linkset-context"),
    path("master-data/<path:path>", digital_link.facts, name="master-data"),
    re_path(rf"^(?:{digital_link.FIRST_SEGMENTS})(?:/.*)?$", digital_link.digital_link, name="digital-link"),
    re_path(r"^epcis(?:/[\s\S]*)?$", epcis, name="epcis"),
    path("", include("frontend.urls")),
    # After everything else: a word that no page has may be a Digital Link in its short form.
    re_path(rf"^{digital_link.COMPRESSED}$", digital_link.compressed_link, name="compressed-link"),
]

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
