"""Attributes as fields of a form, and what was typed as the answers the API takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from frontend.filters import plain_number
from frontend.form import Form
from frontend.refusals import Refused
from frontend.seller_desk.plain import editable

KINDS = {
    "DROPDOWN": "one",
    "SWATCH": "one",
    "MULTISELECT": "several",
    "NUMERIC": "number",
    "BOOLEAN": "yes-no",
    "DATE": "date",
    "FILE": "file",
    "RICH_TEXT": "rich",
    "PLAIN_TEXT": "plain",
}
Node = Mapping[str, Any]


def attribute_fields(fillable: Iterable[Node], selected: Iterable[Node]) -> list[dict[str, Any]]:
    """What ``ui.attribute_field`` shows, in order; those that are answered come with their values."""
    said = {each["attribute"]["slug"]: each["values"] for each in selected}
    return [_field(each, said.get(each["attribute"]["slug"], [])) for each in fillable]


def attribute_answers(form: Form, fields: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """An ``AttributeValueInput`` for every field that was in the form."""
    return [{"slug": field["slug"], **_answer(form, field)} for field in fields]


def placed(refused: Refused, fields: Sequence[Mapping[str, Any]]) -> Refused:
    """The same errors, each at the field of the answer that it counts."""
    return Refused(
        [
            replace(error, field=fields[error.index]["name"])
            if error.field == "attributes" and error.index is not None and error.index < len(fields)
            else error
            for error in refused.errors
        ]
    )


def _field(fillable: Node, values: Sequence[Node]) -> dict[str, Any]:
    attribute = fillable["attribute"]
    choices = attribute["choices"]
    options = [(edge["node"]["slug"], edge["node"]["localized"]["name"]["text"]) for edge in choices["edges"]]
    is_picked = KINDS[attribute["inputType"]] in {"one", "several"}
    kind = "typed" if is_picked and choices["totalCount"] > len(options) else KINDS[attribute["inputType"]]
    about = attribute["localized"]["description"]
    return {
        "name": f"a-{attribute['slug']}",
        "slug": attribute["slug"],
        "label": attribute["localized"]["name"]["text"],
        "hint": about["text"] if about and not about["isFallback"] else "",
        "kind": kind,
        "required": fillable["required"],
        "unit": attribute["unitName"],
        "options": options,
        "count": choices["totalCount"],
        "chosen": [value["slug"] for value in values],
        "value": _shown(kind, values),
        "file": values[0]["file"] if values and kind == "file" else None,
    }


def _shown(kind: str, values: Sequence[Node]) -> str:
    if not values:
        return ""
    first = values[0]
    if kind == "typed":
        return "; ".join(value["localized"]["name"]["text"] for value in values)
    if kind == "number":
        return str(plain_number(first["numeric"]))
    if kind == "yes-no":
        return "true" if first["boolean"] else "false"
    if kind == "rich":
        return editable(first["richText"] or "")
    return first["slug"] or first["date"] or first["plainText"] or ""


def _answer(form: Form, field: Mapping[str, Any]) -> dict[str, Any]:
    name, kind = field["name"], field["kind"]
    if kind == "several":
        return {"values": [value for value in form.all(name) if value]}
    if kind == "file":
        upload = form.file(name, required=False)
        return {"file": upload, "keepFile": upload is None and not form.text(f"{name}-remove")}
    text = form.text(name)
    if kind == "typed":
        return {"values": [word.strip() for word in text.split(";") if word.strip()]}
    if kind == "number":
        number = form.decimal(name, required=False)
        return {"numeric": None if number is None else f"{number:f}"}
    if kind == "yes-no":
        return {"boolean": {"true": True, "false": False}.get(text)}
    return {{"one": "values", "date": "date", "rich": "richText", "plain": "plainText"}[kind]: _worded(kind, text)}


def _worded(kind: str, text: str) -> Any:
    if kind == "one":
        return [text] if text else []
    return (text or None) if kind == "date" else text
