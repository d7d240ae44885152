"""What each rule of ``restricted.toml`` says, as English msgids."""

from __future__ import annotations

from i18n.messages import gettext_noop as _

SAYS = {
    "CITES_I": _("Goods of this species are not traded across borders: it is threatened with extinction."),
    "CITES_II": _("Goods of this species need a CITES export permit of Vietnam, and in some countries one for import."),
    "EU_TIMBER": _("The importer has to show that the wood was harvested legally: species, country and proof."),
    "EU_DEFORESTATION": _("The importer needs a due diligence statement with the place where wood or crop grew."),
    "GB_TIMBER": _("The importer has to show that the wood was harvested legally."),
    "US_LACEY": _("The importer declares species and country of harvest of the wood or plant (Lacey Act, PPQ 505)."),
    "US_TSCA_WOOD": _("Boards of composite wood need a certificate and label for formaldehyde (TSCA title VI)."),
    "US_FOOD": _("Food needs a registered maker, prior notice and a verified supplier (FDA)."),
    "US_HONEY": _("Honey from Vietnam pays antidumping duty by exporter, which no estimate here contains."),
    "EU_FOOD_PLANT": _("Food of animal origin needs a listed maker and a veterinary certificate."),
    "EU_PLANT_HEALTH": _("Plants, fresh fruit and raw wood need a phytosanitary certificate."),
    "JP_PLANT": _("Plants and fresh fruit need a phytosanitary certificate; some fruit comes in only after treatment."),
    "JP_FOOD": _("Food and what touches food are notified to the quarantine station before import."),
    "KR_PLANT": _("Plants and fresh fruit need a phytosanitary certificate; fresh fruit only as agreed with Vietnam."),
    "KR_FOOD": _("Food and what touches food need a registered maker and an import declaration."),
    "AU_TIMBER": _("Goods of wood, bamboo and rattan must be free of bark and insects, and treated where asked."),
    "AU_STINK_BUG": _("From September to April some goods are treated against the stink bug before they leave."),
    "AU_FOOD": _("Food may need an import permit and is inspected at the border."),
    "CN_FOOD": _("Food needs a maker registered with China's customs (GACC), with the number on the label."),
    "BATTERY": _("Lithium batteries travel as dangerous goods, with the UN 38.3 test summary."),
    "EU_BATTERY": _("Batteries need CE marking, labels and a registered producer in the country of sale."),
    "EU_CERAMICS": _("Tableware needs a declaration of compliance with the limits for lead and cadmium."),
    "US_CERAMICS": _("Tableware is checked for lead and cadmium (FDA)."),
    "ISPM15": _("Pallets and crates of solid wood must be heat-treated or fumigated and carry the ISPM 15 mark."),
    "FUMIGATION": _("Goods of wood, bamboo and rattan are often fumigated in the container: ask for the certificate."),
    "PHYTOSANITARY": _("Apply for the phytosanitary certificate before the goods leave Vietnam."),
}
NOT_CHECKED = _("This rule was not compared with its official text since it was entered.")
