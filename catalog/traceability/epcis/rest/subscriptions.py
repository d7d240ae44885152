"""Subscriptions to named queries over HTTP: ``/queries/{name}/subscriptions`` (EPCIS 2.0, 12.7.4)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from catalog.traceability.epcis.documents.parse_json import parse_json
from catalog.traceability.epcis.documents.write_document import time_text
from catalog.traceability.epcis.query.problem import QueryTooLarge
from catalog.traceability.epcis.query.values import moment_of
from catalog.traceability.epcis.rest.accept import JSON, JSON_LD, require_json
from catalog.traceability.epcis.rest.capturer import capturing_seller
from catalog.traceability.epcis.rest.events import json_answer, no_parameters
from catalog.traceability.epcis.rest.problem import Kind, RestRefused
from catalog.traceability.epcis.rest.queries import named_query
from catalog.traceability.epcis.subscriptions.schedule import BadSchedule
from catalog.traceability.epcis.subscriptions.subscribe import (
    BadSubscription,
    TooManySubscriptions,
    Wanted,
    subscribe,
    unsubscribe,
)
from catalog.traceability.epcis.subscriptions.subscription import EpcisSubscription
from catalog.traceability.epcis.validate.problem import InvalidEvent
from catalog.traceability.http import RestAnswer, RestRequest

_FIELDS = {"dest", "stream", "schedule", "signatureToken", "reportIfEmpty", "initialRecordTime"}


def get_subscriptions(request: RestRequest, name: str) -> RestAnswer:
    """Those of the query's seller; twenty at most, so that there are no pages."""
    no_parameters(request)
    listed = [_document(row) for row in _of(request, name)]
    return json_answer(listed, require_json(request))


def post_subscription(request: RestRequest, name: str) -> RestAnswer:
    """201 and where it is. For managers of the query's seller."""
    media_type = require_json(request)
    query, seller = named_query(request, name), capturing_seller(request)
    if query.seller_id != seller.pk:
        raise RestRefused(Kind.NO_SUCH_NAME, f"there is no query named {name[:100]!r}")
    try:
        made = subscribe(seller=seller, query=query, wanted=_wanted(request), now=timezone.now())
    except (BadSubscription, BadSchedule) as bad:
        raise RestRefused(Kind.SUBSCRIPTION_CONTROLS, str(bad)) from bad
    except TooManySubscriptions as many:
        raise RestRefused(Kind.QUERY_TOO_COMPLEX, str(many)) from many
    except QueryTooLarge as large:
        raise RestRefused(Kind.QUERY_TOO_LARGE, str(large)) from large
    location = f"{request.origin}/epcis/queries/{quote(query.name, safe='')}/subscriptions/{made.pk}"
    answered = json_answer(_document(made), media_type)
    return RestAnswer(201, {**answered.headers, "Location": location}, answered.body)


def get_subscription(request: RestRequest, name: str, key: str) -> RestAnswer:
    no_parameters(request)
    return json_answer(_document(_found(request, name, key)), require_json(request))


def delete_subscription(request: RestRequest, name: str, key: str) -> RestAnswer:
    seller = capturing_seller(request)
    found = _found(request, name, key)
    if found.seller_id != seller.pk:
        raise _no_such(key)
    unsubscribe(found)
    return RestAnswer(204)


def _of(request: RestRequest, name: str) -> QuerySet[EpcisSubscription]:
    query = named_query(request, name)
    return EpcisSubscription.objects.filter(query=query, seller_id=query.seller_id)


def _found(request: RestRequest, name: str, key: str) -> EpcisSubscription:
    rows = _of(request, name)
    try:
        found = rows.filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise _no_such(key)
    return found


def _no_such(key: str) -> RestRefused:
    return RestRefused(Kind.NO_SUCH_RESOURCE, f"there is no subscription {key[:60]!r}")


def _wanted(request: RestRequest) -> Wanted:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (JSON, JSON_LD):
        raise RestRefused(
            Kind.UNSUPPORTED_MEDIA_TYPE, f"subscriptions are sent as {JSON}", headers={"Accept-Post": JSON}
        )
    try:
        body = parse_json(request.body)
    except InvalidEvent as invalid:
        raise RestRefused(Kind.SUBSCRIPTION_CONTROLS, str(invalid)) from invalid
    if not isinstance(body, dict) or set(body) - {*_FIELDS, "@context"}:
        raise RestRefused(Kind.SUBSCRIPTION_CONTROLS, f"a subscription has {', '.join(sorted(_FIELDS))}")
    return Wanted(
        dest=_typed(body, "dest", str, ""),
        stream=_typed(body, "stream", bool, False),
        schedule=_typed(body, "schedule", dict, None),
        signature_token=_typed(body, "signatureToken", str, ""),
        report_if_empty=_typed(body, "reportIfEmpty", bool, False),
        initial_record_time=_moment(_typed(body, "initialRecordTime", str, "")),
    )


def _typed(body: dict[str, Any], name: str, kind: type, otherwise: Any) -> Any:
    value = body.get(name, otherwise)
    if name in body and not isinstance(value, kind):
        raise RestRefused(Kind.SUBSCRIPTION_CONTROLS, f"{name} cannot be so")
    return value


def _moment(text: str) -> Any:
    moment = moment_of(text) if text else None
    if text and moment is None:
        raise RestRefused(Kind.SUBSCRIPTION_CONTROLS, "initialRecordTime is no moment with its zone")
    return moment


def _document(row: EpcisSubscription) -> dict[str, Any]:
    """Never the token by which messages are signed."""
    kind = (
        {"stream": True} if row.schedule is None else {"schedule": row.schedule, "reportIfEmpty": row.report_if_empty}
    )
    moments = {"lastNotifiedAt": row.last_notified_at, "initialRecordTime": row.initial_record_time}
    return {
        "subscriptionID": str(row.pk),
        "dest": row.dest,
        "createdAt": time_text(row.created_at),
        **kind,
        **{name: time_text(moment) for name, moment in moments.items() if moment is not None},
    }
