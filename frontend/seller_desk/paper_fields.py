"""What is typed about a declaration, as the API takes it."""

from typing import Any

from frontend.form import Form

MOST_LINES, MOST_PLANTS, CONTAINERS = 60, 12, 6
IMPORTER = ("name", "company", "city", "postalCode", "taxId")


def declared_facts(form: Form) -> dict[str, Any]:
    """The fields of the declaration's form; the way of the goods comes from the shipment and stays as it is."""
    return {
        "purpose": form.text("purpose") or "SALE",
        "marks": form.text("marks"),
        "emergencyPhone": form.text("emergencyPhone"),
        "importer": _importer(form),
        "containers": _containers(form),
        "references": [{"kind": "LICENCE", "number": number} for number in [form.text("licence")] if number],
        "lines": [line for number in range(1, MOST_LINES + 1) for line in _line(form, number)],
    }


def _importer(form: Form) -> dict[str, Any] | None:
    texts = {name: form.text(f"importer-{name}") for name in IMPORTER}
    if not any(texts.values()):
        return None
    street = form.text("importer-street")
    return {**texts, "street": [street] if street else [], "country": form.text("importer-country", required=True)}


def _containers(form: Form) -> list[dict[str, Any]]:
    found = []
    for place in range(CONTAINERS):
        if number := form.text(f"container-{place}"):
            tare = form.integer(f"tare-{place}", required=False)
            found.append({"number": number, "seal": form.text(f"seal-{place}"), "tareGrams": tare and tare * 1000})
    return found


def _line(form: Form, number: int) -> list[dict[str, Any]]:
    """Nothing for a line of which nothing was typed."""
    plants = [plant for place in range(MOST_PLANTS) for plant in _plant(form, f"{number}-{place}")]
    danger = _danger(form, number)
    return [{"number": number, "plants": plants, "dangerousGoods": danger}] if plants or danger else []


def _plant(form: Form, key: str) -> list[dict[str, Any]]:
    words = form.text(f"plant-{key}").split(maxsplit=1)
    if not words:
        return []
    return [
        {
            "genus": words[0],
            "species": words[1] if len(words) > 1 else "spp.",
            "country": form.optional(f"harvest-{key}"),
            "quantity": form.decimal(f"quantity-{key}", required=False) or 0,
            "unit": form.text(f"unit-{key}") or "kg",
            "article": form.text(f"article-{key}"),
        }
    ]


def _danger(form: Form, number: int) -> dict[str, Any] | None:
    un_number = form.text(f"un-{number}")
    if not un_number:
        return None
    return {
        "unNumber": un_number,
        "shippingName": form.text(f"shipping-{number}"),
        "hazardClass": form.text(f"class-{number}"),
        "packingGroup": form.optional(f"group-{number}"),
        "package": form.text(f"package-{number}"),
    }
