"""The digital product passport, prepared."""

from i18n.messages import gettext_noop as _
from logistics.packs.pack import Pack, PackCode, PackFile, everything
from logistics.packs.passport.files import authorities_json, public_json
from logistics.packs.passport.requirements import PASSPORT_REQUIREMENTS
from logistics.packs.tables import JSON

PACK = Pack(
    code=PackCode.PASSPORT,
    title=_("Digital product passport, in preparation"),
    purpose=_(
        "What the European Union's passport of products is expected to hold; for these goods no act is in force."
    ),
    requirements=PASSPORT_REQUIREMENTS,
    files=(
        PackFile("passport.json", JSON, public_json),
        PackFile("passport-authorities.json", JSON, authorities_json),
    ),
    concerns=everything,
)
