"""The block of texts that an offer or a label carries."""

from __future__ import annotations

from typing import Any

from i18n.formatting import format_address
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.tables import json_file
from logistics.packs.texts import category_name, product_texts, told


def block(dossier: Dossier, language: str) -> dict[str, Any]:
    """Texts in the language where there are such, else in the seller's own and said to be."""
    seller, person, product = dossier.seller, dossier.person, dossier.product
    texts = product_texts(product, language)
    return {
        "manufacturer": {
            "name": seller.legal_name,
            "brand": seller.name,
            "postalAddress": format_address(seller.address.as_data().as_dict(), language),
            "electronicAddress": seller.email,
        },
        "responsiblePerson": {
            "name": person.name,
            "postalAddress": format_address(person.address.as_data().as_dict(), language),
            "electronicAddress": person.email,
        }
        if person
        else None,
        "product": {
            "name": told(texts["name"]),
            "type": category_name(product.category, language),
            "identifier": dossier.variant.gtin or dossier.variant.sku,
            "lot": dossier.lot.number,
        },
        "warnings": told(texts["warnings"]),
        "needsNoWarnings": product.needs_no_warnings,
    }


def block_json(dossier: Dossier, language: str) -> bytes:
    return json_file(block(dossier, language))


def block_text(dossier: Dossier, language: str) -> bytes:
    """To be copied on a label or into an offer elsewhere."""
    said = block(dossier, language)
    answering = [
        (_("Manufacturer"), said["manufacturer"]),
        (_("Responsible person in the EU"), said["responsiblePerson"]),
    ]
    paragraphs = [
        "\n".join([gettext(language, head), who["name"], *who["postalAddress"], who["electronicAddress"]])
        for head, who in answering
        if who
    ]
    goods = said["product"]
    lines = [(_("Product"), goods["name"]["text"]), (_("Identifier"), goods["identifier"]), (_("Lot"), goods["lot"])]
    paragraphs.append("\n".join(f"{gettext(language, head)}: {value}" for head, value in lines))
    if said["warnings"]:
        paragraphs.append(f"{gettext(language, _('Warnings'))}\n{said['warnings']['text']}")
    return ("\n\n".join(paragraphs) + "\n").encode()
