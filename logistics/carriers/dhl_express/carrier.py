"""DHL Express by the MyDHL API: documents and goods by air, from door to door, with what customs want to know."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote as quoted

from i18n.messages import gettext_noop as _
from i18n.today import today_here
from logistics.carrier import (
    Account,
    AccountField,
    Booking,
    Capability,
    Carrier,
    CarrierError,
    CarrierEvent,
    Label,
    LabelFormat,
    Quote,
)
from logistics.carriers.dhl_express import rates, tracking
from logistics.carriers.dhl_express.booking import MEDIA_TYPES, book, image
from logistics.carriers.dhl_express.calling import CODE, accepted, ask
from logistics.consignment import Consignment


class DhlExpress(Carrier):
    """A waybill cannot be taken back; DHL bills none that was not used. Pickups are ordered apart."""

    code = CODE
    name = "DHL Express"
    capabilities = frozenset({Capability.QUOTE, Capability.BOOK, Capability.LABEL, Capability.TRACK})
    account_fields = (
        AccountField("username", _("API user name")),
        AccountField("password", _("API password"), secret=True),
        AccountField("account_number", _("Customer number")),
        AccountField("eori", _("EORI number, for goods to the European Union and the United Kingdom"), required=False),
        AccountField("ioss", _("IOSS number, for parcels of up to 150 EUR to the European Union"), required=False),
        AccountField("label_format", _("Labels as PDF or ZPL"), required=False),
    )
    label_formats = (LabelFormat.PDF, LabelFormat.ZPL)

    def quote(self, *, account: Account, consignment: Consignment, on: date) -> list[Quote]:
        return rates.quote(account, consignment, on)

    def book(
        self, *, account: Account, consignment: Consignment, service: str, tracking_number: str, key: str
    ) -> Booking:
        return book(account, consignment, service, key)

    def label(self, *, account: Account, tracking_number: str, format: LabelFormat = LabelFormat.PDF) -> Label:
        """The waybill once more, from DHL's archive; it keeps pages, no printer's language."""
        if format != LabelFormat.PDF:
            raise CarrierError(CODE, f"a label in {format} comes with the booking only", permanent=True)
        query = {
            "shipperAccountNumber": account.settings.get("account_number", ""),
            "typeCode": "waybill",
            "pickupYearAndMonth": f"{today_here():%Y-%m}",
            "encodingFormat": "pdf",
        }
        answer = ask(account, "GET", f"/shipments/{quoted(tracking_number, safe='')}/get-image", query=query)
        for document in accepted(answer)["documents"].each():
            return Label(image(document["content"]), MEDIA_TYPES[LabelFormat.PDF])
        raise CarrierError(CODE, "the waybill is not in the archive", permanent=False)

    def track(self, *, account: Account, tracking_number: str) -> list[CarrierEvent]:
        return tracking.track(account, tracking_number)

    def check(self, *, account: Account) -> None:
        """Whether DHL fetches goods in Ho Chi Minh City: it does, from whom it knows."""
        query = {"type": "pickup", "countryCode": "VN", "cityName": "Ho Chi Minh City"}
        accepted(ask(account, "GET", "/address-validate", query=query))


carrier = DhlExpress()
