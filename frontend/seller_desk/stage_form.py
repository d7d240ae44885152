"""A stage of a trade's template, or a proposal of an earlier lot, as a form: when and where, and what is asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from frontend.filters import api_language
from frontend.seller_desk.moments import read_moment
from frontend.seller_desk.seller_page import SellerPage
from frontend.seller_desk.step_more import MEASURE, photos, read_inputs

PAPER = "paper-"


def read_stage(page: SellerPage, stage: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The step of a stage of the template."""
    for field in stage["requiredFields"]:
        page.form.text(MEASURE + field["name"], required=True)
    names = [field["name"] for field in (*stage["requiredFields"], *stage["moreFields"])]
    papers = [{"kind": one["kind"], "number": page.form.text(PAPER + one["kind"])} for one in stage["papers"]]
    return {
        **_when_and_where(page),
        "kind": stage["kind"],
        "stage": stage["key"],
        "title": stage["title"],
        "sourceLanguage": api_language(page.visit.language),
        "detail": page.form.text("detail"),
        "measures": _measures(page, names),
        "papers": [one for one in papers if one["number"]],
        "partyId": page.form.optional("partyId"),
        **read_inputs(page, data),
        **photos(page),
    }


def read_proposal(page: SellerPage, source: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The earlier lot's step with what was changed of it."""
    return {
        **_when_and_where(page),
        "kind": source["kind"],
        "stage": source["stageKey"],
        "title": source["localized"]["title"]["text"],
        "sourceLanguage": api_language(page.source_language),
        "detail": page.form.text("detail"),
        "measures": _measures(page, [one["name"] for one in source["measures"]]),
        "partyId": page.form.optional("partyId"),
        **read_inputs(page, data),
        **photos(page),
    }


def _when_and_where(page: SellerPage) -> dict[str, Any]:
    return {
        "occurredAt": read_moment(page, "occurredAt"),
        "place": page.form.text("place", required=True),
        "placeId": page.form.optional("placeId"),
    }


def _measures(page: SellerPage, names: Iterable[str]) -> list[dict[str, str]]:
    found = ((name, page.form.text(MEASURE + name)) for name in names)
    return [{"name": name, "value": value} for name, value in found if value]
