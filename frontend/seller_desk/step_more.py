"""What a step can say beside kind, time and place: a place and partner, what went in, measures, papers, photos.

A correction begins with what the step has; only what was changed is sent, since the API keeps the rest.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from frontend.page import Page
from i18n.messages import gettext_noop as _

UNITS = ("MTQ", "KGM", "TNE", "MTK", "MTR", "LTR")
TAKING_IN = ("HARVESTING", "RECEIVING", "COMMISSIONING", "TRANSFORMING", "ASSEMBLING")
WITH_PARTNER = ("RECEIVING", "SHIPPING", "DEPARTING", "RETAIL_SELLING")
MEASURE = "measure-"
INPUT_ROWS, PAPER_ROWS, MOST_ROWS = 5, 2, 101
_URIS = ("https://", "http://", "urn:")

Said = dict[str, Any]


def choices(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the forms offer."""
    return {
        "places": named(data["tracePlaces"]),
        "partners": named(data["traceParties"]),
        "things": [label for label in _things(data) if " · " in label],
        "units": list(UNITS),
        "paper_kinds": list(_paper_kinds(data).items()),
        "taking_in": TAKING_IN,
        "with_partner": WITH_PARTNER,
    }


def shown(data: Mapping[str, Any], step: Mapping[str, Any] | None) -> Said:
    """What the form shows of the step before anything is typed; rows without the empty ones."""
    step = step or {}
    labels = {edge["node"]["uri"]: _label(edge["node"]) for edge in data["materialBatches"]["edges"]}
    rows = [
        (labels.get(one["uri"], one["uri"]), _number(one["quantity"]), one["uom"]) for one in step.get("inputs") or ()
    ]
    return {
        "placeId": (step.get("placeRecord") or {}).get("id", ""),
        "partyId": (step.get("party") or {}).get("id", ""),
        "inputs": rows,
        "papers": [(one["kind"], one["number"]) for one in step.get("papers") or ()],
        "measures": {one["name"]: one["value"] for one in step.get("measures") or ()},
    }


def padded(rows: list[Any], blank: tuple[str, ...], least: int) -> list[Any]:
    """With empty rows to fill in."""
    return [*rows, *[blank] * max(1, least - len(rows))]


def read_more(page: Page, data: Mapping[str, Any], step: Mapping[str, Any] | None = None) -> Said:
    """What was changed, as the API takes it. Raises ``Refused``."""
    before = shown(data, step)
    before["inputs"] = [(what, _decimal(amount), unit) for what, amount, unit in before["inputs"]]
    typed: Said = {
        "placeId": page.form.text("placeId"),
        "partyId": page.form.text("partyId"),
        "inputs": _typed_inputs(page),
        "papers": _typed_papers(page),
        "measures": {name: page.form.text(MEASURE + name) for name in before["measures"]},
    }
    changed = {name: value for name, value in typed.items() if value != before[name] and _was_asked(page, name)}
    return {name: _as_input(name, value, data) for name, value in changed.items()} | photos(page)


def read_inputs(page: Page, data: Mapping[str, Any]) -> Said:
    """What went in, where the form asked for it and something was written."""
    rows = _typed_inputs(page)
    return {"inputs": _as_input("inputs", rows, data)} if rows else {}


def photos(page: Page) -> Said:
    files = page.form.all_files("photos")
    return {"evidence": [{"file": file} for file in files]} if files else {}


def named(connection: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(edge["node"]["id"], edge["node"]["name"]) for edge in connection["edges"]]


def _was_asked(page: Page, name: str) -> bool:
    first = {"inputs": "thing-0", "papers": "papernumber-0"}.get(name, name)
    return name == "measures" or (page.form.values is not None and first in page.form.values)


def _typed_inputs(page: Page) -> list[tuple[str, Decimal | None, str]]:
    return [
        (what, page.form.decimal(f"amount-{row}", required=False), page.form.text(f"unit-{row}"))
        for row in range(MOST_ROWS)
        if (what := page.form.text(f"thing-{row}"))
    ]


def _typed_papers(page: Page) -> list[tuple[str, str]]:
    papers = []
    for row in range(MOST_ROWS):
        kind, number = page.form.text(f"paperkind-{row}"), page.form.text(f"papernumber-{row}")
        if number and not kind:
            raise page.refuse(f"paperkind-{row}", _("Choose one of the list."))
        if number:
            papers.append((kind, number))
    return papers


def _as_input(name: str, value: Any, data: Mapping[str, Any]) -> Any:
    if name == "inputs":
        things = _things(data)
        return [_thing(row, things) for row in value]
    if name == "papers":
        return [{"kind": kind, "number": number} for kind, number in value]
    if name == "measures":
        return [{"name": one, "value": text} for one, text in value.items() if text]
    return value or None


def _thing(row: tuple[str, Decimal | None, str], things: Mapping[str, Said]) -> Said:
    """A lot or material of one's own, a URI, else the code that its maker printed."""
    what, amount, unit = row
    own = things.get(what)
    if own is None:
        return {"uri" if what.startswith(_URIS) else "code": what, "quantity": amount, "uom": unit}
    return {own["is"]: own["id"], "quantity": amount, "uom": unit or own["uom"]}


def _things(data: Mapping[str, Any]) -> dict[str, Said]:
    """By number, and by the label that the form proposes; a material goes before a lot of the same number."""
    found: dict[str, Said] = {}
    for edge in data["lots"]["edges"]:
        lot = edge["node"]
        own = {"is": "lot", "id": lot["id"], "uom": ""}
        found |= {lot["number"]: own, f"{lot['number']} · {lot['variant']['product']['name']}": own}
    for edge in data["materialBatches"]["edges"]:
        batch = edge["node"]
        own = {"is": "material", "id": batch["id"], "uom": batch["uom"]}
        found |= {batch["number"]: own, _label(batch): own}
    return found


def _label(batch: Mapping[str, Any]) -> str:
    return f"{batch['number']} · {batch['name']}"


def _paper_kinds(data: Mapping[str, Any]) -> dict[str, str]:
    stages = [stage for trade in data["traceTemplates"] for stage in trade["stages"]]
    known = {one["kind"]: one["label"] for stage in stages for one in stage["papers"]}
    steps = (data.get("lot") or {}).get("steps") or ()
    return {one["kind"]: one["label"] for step in steps for one in step["papers"] or ()} | known


def _number(value: Any) -> str:
    return "" if value is None else f"{Decimal(str(value)).normalize():f}"


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
