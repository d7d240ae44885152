"""The page of a document as data for ``template.typ``: every text ready, in the buyer's language and in English."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from i18n.formatting import country_name, format_address
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.consignment import Party
from logistics.customs.documents.payment_qr import payment_qr_svg

Label = dict[str, str]
"""``text`` in the buyer's language, ``english`` beside it, empty where both are the same."""

CJK_REGIONS = {"zh-Hans": ("zh", "cn"), "ja": ("ja", "jp"), "ko": ("ko", "kr")}


@dataclass(slots=True)
class Page:
    """Filled by the kind of document, then handed to the template as one JSON value."""

    language: str
    title: Label
    number: str
    facts: list[tuple[Label, str]] = field(default_factory=list)
    parties: list[dict[str, Any]] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)
    totals: list[dict[str, Any]] = field(default_factory=list)
    notes: list[Label] = field(default_factory=list)
    payment: list[tuple[Label, str]] = field(default_factory=list)
    payment_title: Label | None = None
    payment_qr: str = ""
    """What a QR code beside the payment says."""
    signature: Label | None = None
    footer: str = ""
    page_word: str = ""
    form: str = ""
    """Empty for the frame that most papers share; ``cn22`` and ``cn23`` have forms of their own."""
    barcode: str = ""
    """An SVG document."""
    boxes: list[dict[str, Any]] = field(default_factory=list)
    """To tick: label, and whether it is ticked."""

    def label(self, msgid: str, **params: object) -> Label:
        return bilingual(self.language, msgid, **params)

    def add_fact(self, msgid: str, value: str) -> None:
        """Nothing to say, no line."""
        if value:
            self.facts.append((self.label(msgid), value))

    def add_payment(self, msgid: str, value: str) -> None:
        if value:
            self.payment.append((self.label(msgid), value))

    def add_total(self, msgid: str, value: str, *, strong: bool = False, figure: str = "", **params: object) -> None:
        """``figure``: the plain number behind the text, for workbooks."""
        self.totals.append({"label": self.label(msgid, **params), "value": value, "strong": strong, "figure": figure})

    def as_data(self) -> dict[str, Any]:
        language, region = CJK_REGIONS.get(self.language, (self.language, ""))
        return {
            "lang": language,
            "region": region,
            "title": self.title,
            "number": self.number,
            "facts": [{"label": label, "value": value} for label, value in self.facts],
            "parties": self.parties,
            "sections": self.sections,
            "totals": self.totals,
            "notes": self.notes,
            "payment_title": self.payment_title,
            "payment": [{"label": label, "value": value} for label, value in self.payment],
            "payment_qr": payment_qr_svg(self.payment_qr) if self.payment_qr else "",
            "payment_qr_label": self.label(_("Scan with your banking app")),
            "signature": self.signature,
            "footer": self.footer,
            "page_word": self.page_word,
            "form": self.form,
            "barcode": self.barcode,
            "boxes": self.boxes,
        }


def bilingual(language: str, msgid: str, **params: object) -> Label:
    """The text and its English; one of them is enough when they are the same."""
    text, english = gettext(language, msgid, **params), gettext("en", msgid, **params)
    return {"text": text, "english": "" if english == text else english}


def party(page: Page, msgid: str, who: Party) -> dict[str, Any]:
    """A box with the name large and the address below, the country in both languages."""
    person = who.name if who.company and who.name != who.company else ""
    lines = [person, *_address(who, page.language), _country(who.country, page.language)]
    if who.tax_id:
        lines.append(gettext(page.language, TAX_ID, number=who.tax_id))
    lines.append(" · ".join(part for part in (who.phone, who.email) if part))
    return {"label": page.label(msgid), "name": who.display_name, "lines": [line for line in lines if line]}


def _address(who: Party, language: str) -> list[str]:
    """Street and place in the order of the country's post office."""
    fields = {
        "street_address_1": "\n".join(who.street),
        "city": who.city,
        "city_area": who.area,
        "country_area": who.region,
        "postal_code": who.postal_code,
        "country": who.country,
    }
    return format_address(fields, language, with_country=False)


def _country(code: str, language: str) -> str:
    names = dict.fromkeys((country_name(code, language), country_name(code, "en")))
    return " / ".join(names)


TAX_ID = _("Tax ID %(number)s")
