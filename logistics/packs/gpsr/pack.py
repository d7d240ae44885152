"""The block for the regulation on the general safety of products."""

from i18n.messages import gettext_noop as _
from logistics.packs.gpsr.files import block_json, block_text
from logistics.packs.gpsr.requirements import GPSR_REQUIREMENTS
from logistics.packs.pack import Pack, PackCode, PackFile, everything
from logistics.packs.tables import JSON

PACK = Pack(
    code=PackCode.GPSR,
    title=_("GPSR block for consumers in the European Union"),
    purpose=_("What an offer and a label there must name: maker, responsible person, product and warnings."),
    requirements=GPSR_REQUIREMENTS,
    files=(PackFile("gpsr.json", JSON, block_json), PackFile("gpsr.txt", "text/plain; charset=utf-8", block_text)),
    concerns=everything,
)
