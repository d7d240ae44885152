"""The table for the plant declaration of the United States."""

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.lacey.files import lacey_csv, lacey_json, lacey_xlsx
from logistics.packs.lacey.requirements import LACEY_REQUIREMENTS
from logistics.packs.pack import Pack, PackCode, PackFile
from logistics.packs.tables import CSV, JSON, XLSX


def _concerns(dossier: Dossier) -> bool | None:
    """Goods with plants in them; of goods whose materials nobody has listed it is not known."""
    return bool(dossier.plants or dossier.product.species_names) or (None if not dossier.materials else False)


PACK = Pack(
    code=PackCode.LACEY,
    title=_("Lacey Act table for the United States"),
    purpose=_("What the importer enters in the plant declaration, form PPQ 505."),
    requirements=LACEY_REQUIREMENTS,
    files=(
        PackFile("ppq505.xlsx", XLSX, lacey_xlsx),
        PackFile("ppq505.csv", CSV, lacey_csv),
        PackFile("ppq505.json", JSON, lacey_json),
    ),
    concerns=_concerns,
)
