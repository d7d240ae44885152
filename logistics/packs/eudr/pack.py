"""The pack for importers under the regulation on deforestation-free products."""

from i18n.messages import gettext_noop as _
from logistics.packs.dossier import Dossier
from logistics.packs.eudr.files import everything_zip, materials_csv, plots_geojson, statement_json
from logistics.packs.eudr.requirements import EUDR_REQUIREMENTS
from logistics.packs.eudr.scope import Scope, scope_of
from logistics.packs.pack import Pack, PackCode, PackFile
from logistics.packs.tables import CSV, GEOJSON, JSON, ZIP


def _concerns(dossier: Dossier) -> bool | None:
    return {Scope.INSIDE: True, Scope.OUTSIDE: False, Scope.PARTLY: None}[scope_of(dossier.product.hs_code)]


PACK = Pack(
    code=PackCode.EUDR,
    title=_("EUDR pack for importers in the European Union"),
    purpose=_("What an importer needs for a due diligence statement on wood, rubber, leather, coffee or cocoa."),
    requirements=EUDR_REQUIREMENTS,
    files=(
        PackFile("plots.geojson", GEOJSON, plots_geojson),
        PackFile("statement.json", JSON, statement_json),
        PackFile("materials.csv", CSV, materials_csv),
        PackFile("eudr.zip", ZIP, everything_zip),
    ),
    concerns=_concerns,
)
