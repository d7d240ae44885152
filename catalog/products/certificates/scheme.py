"""The schemes a certificate may be of: what buyers of the goods of this place ask for."""

from django.db import models


class CertificateScheme(models.TextChoices):
    """Names as their owners write them; they are the same in every language."""

    FSC = "FSC", "FSC"
    PEFC = "PEFC", "PEFC"
    ISO_9001 = "ISO_9001", "ISO 9001"
    ISO_14001 = "ISO_14001", "ISO 14001"
    ISO_22000 = "ISO_22000", "ISO 22000"
    ISO_45001 = "ISO_45001", "ISO 45001"
    CE = "CE", "CE"
    OCOP_3 = "OCOP_3", "OCOP ★★★"
    OCOP_4 = "OCOP_4", "OCOP ★★★★"
    OCOP_5 = "OCOP_5", "OCOP ★★★★★"
    HACCP = "HACCP", "HACCP"
    GLOBALGAP = "GLOBALGAP", "GLOBALG.A.P."
    VIETGAP = "VIETGAP", "VietGAP"
    ORGANIC = "ORGANIC", "Organic"
    HALAL = "HALAL", "Halal"
    OEKO_TEX = "OEKO_TEX", "OEKO-TEX"
    GOTS = "GOTS", "GOTS"
    BSCI = "BSCI", "amfori BSCI"
    SMETA = "SMETA", "SMETA"
    FAIRTRADE = "FAIRTRADE", "Fairtrade"
    OTHER = "OTHER", ""
    """Named by the seller in ``name``."""
