"""The worksheet for certificates of origin."""

from i18n.messages import gettext_noop as _
from logistics.packs.origin_worksheet.files import worksheet_json, worksheet_xlsx
from logistics.packs.origin_worksheet.requirements import ORIGIN_REQUIREMENTS
from logistics.packs.pack import Pack, PackCode, PackFile, everything
from logistics.packs.tables import JSON, XLSX

PACK = Pack(
    code=PackCode.ORIGIN,
    title=_("Origin worksheet"),
    purpose=_("What an application for a certificate of origin is worked out from, under every agreement on record."),
    requirements=ORIGIN_REQUIREMENTS,
    files=(PackFile("materials.xlsx", XLSX, worksheet_xlsx), PackFile("origin.json", JSON, worksheet_json)),
    concerns=everything,
)
