"""What an assessment of origin says, as English msgids."""

from __future__ import annotations

from i18n.messages import gettext_noop as _

NO_PRODUCT_HS = _("The product has no HS code.")
NO_RULE = _("No rule of %(agreement)s is on record for HS %(hs)s.")
NO_MATERIALS = _("No materials are listed.")
NO_MATERIAL_HS = _("%(material)s has no HS code.")
SHORT_HS = _("%(material)s: HS %(hs)s has too few digits to tell.")
NO_PRICE = {
    "EXW": _("The price ex works is not entered."),
    "FOB": _("The price free on board is not entered."),
}
NO_VALUE = _("The value of %(material)s is not known in %(currency)s.")
NO_WEIGHT = _("The tolerance goes by weight, and not everything was weighed.")

ORIGINATING = _("%(material)s counts as originating: it is of %(country)s, and its supplier has declared so.")
UNDECLARED = _("%(material)s of %(country)s would count, but its supplier has declared nothing: counted as foreign.")
FOREIGN = _("%(material)s of %(country)s is foreign.")
OF_UNKNOWN = _("%(material)s is of unknown origin: counted as foreign.")
ALL_ORIGINATING = _("All materials originate.")

CHANGES = {
    2: _("%(material)s, HS %(hs)s: another chapter than %(product)s."),
    4: _("%(material)s, HS %(hs)s: another heading than %(product)s."),
    6: _("%(material)s, HS %(hs)s: another subheading than %(product)s."),
    0: _("%(material)s, HS %(hs)s: not one of the excluded codes."),
}
STAYS = {
    2: _("%(material)s, HS %(hs)s: the same chapter as %(product)s."),
    4: _("%(material)s, HS %(hs)s: the same heading as %(product)s."),
    6: _("%(material)s, HS %(hs)s: the same subheading as %(product)s."),
}
EXCLUDED = _("%(material)s, HS %(hs)s: a code that the rule excludes.")
WITHIN = _("Tolerance: %(part)s of %(whole)s are %(share)s, at most %(most)s are excused.")
BEYOND = _("Tolerance: %(part)s of %(whole)s are %(share)s, more than the %(most)s that are excused.")

SHARES = {
    "RVC-BD": _("Regional value, build-down: (%(price)s − %(part)s) ÷ %(price)s = %(share)s; at least %(limit)s."),
    "RVC-BU": _("Regional value, build-up: %(part)s ÷ %(price)s = %(share)s; at least %(limit)s."),
    "MAXNOM": _("Foreign materials: %(part)s ÷ %(price)s = %(share)s; at most %(limit)s."),
}
PROCESS = _("A working process could fulfil the rule; a list of materials does not show it.")

ISSUED = _("Proof: form %(form)s, issued through eCoSys of the Ministry of Industry and Trade.")
OWN_STATEMENT = _("Consignments up to %(limit)s need no form: any exporter may declare the origin on the invoice.")

NOT_CHECKED = _("The rule was entered from general knowledge and not compared with the text of the agreement.")
NOT_A_RULING = _(
    "An estimate that claims nothing. Whoever signs a proof of origin answers for it and keeps the evidence."
)
SIMPLE_WORK = _("Packing, sorting, simple assembly and the like never confer origin, whatever the figures say.")
DIRECT = _("The goods must travel to the other party without being worked elsewhere.")
