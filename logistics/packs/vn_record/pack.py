"""The record for the Vietnamese rules on traceability."""

from i18n.messages import gettext_noop as _
from logistics.packs.pack import Pack, PackCode, PackFile, everything
from logistics.packs.tables import CSV, JSON
from logistics.packs.vn_record.files import record_json, stages_csv
from logistics.packs.vn_record.requirements import VN_REQUIREMENTS

PACK = Pack(
    code=PackCode.VN_RECORD,
    title=_("Record for Vietnamese traceability rules"),
    purpose=_("What a traceability code must tell in Vietnam, and what the digital passport of products adds."),
    requirements=VN_REQUIREMENTS,
    files=(PackFile("record.json", JSON, record_json), PackFile("stages.csv", CSV, stages_csv)),
    concerns=everything,
)
