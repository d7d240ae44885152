"""What the map layer is called. Its documents are in English, as its standard is; the catalogue names it in all."""

from i18n.messages import gettext_noop as _

LAYER = _("Sellers and fairs of Bình Dương on the map")
