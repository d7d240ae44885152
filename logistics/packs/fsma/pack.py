"""The sheet of the United States' rule on food traceability."""

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.fsma.files import sheet_csv, sheet_xlsx
from logistics.packs.fsma.requirements import FSMA_REQUIREMENTS
from logistics.packs.pack import Pack, PackCode, PackFile
from logistics.packs.tables import CSV, XLSX

_FOOD = ("01", "24")
"""First and last chapter of the tariff that hold food and drink; tobacco is in the last of them."""


def _concerns(dossier: Dossier) -> bool | None:
    """Whether the food is on the rule's list, a person decides: the tariff code does not tell."""
    code = dossier.product.hs_code
    return None if not code or _FOOD[0] <= code[:2] < _FOOD[1] else False


PACK = Pack(
    code=PackCode.FSMA_204,
    title=_("FSMA 204 sheet for food in the United States"),
    purpose=_("The sortable sheet of tracking events that an importer of listed foods has to show within 24 hours."),
    requirements=FSMA_REQUIREMENTS,
    files=(PackFile("fsma204.xlsx", XLSX, sheet_xlsx), PackFile("fsma204.csv", CSV, sheet_csv)),
    concerns=_concerns,
)
