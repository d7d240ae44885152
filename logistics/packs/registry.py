"""Every pack there is, in the order people see them."""

from __future__ import annotations

from logistics.packs.eudr.pack import PACK as EUDR
from logistics.packs.fsma.pack import PACK as FSMA_204
from logistics.packs.gpsr.pack import PACK as GPSR
from logistics.packs.lacey.pack import PACK as LACEY
from logistics.packs.origin_worksheet.pack import PACK as ORIGIN
from logistics.packs.pack import Pack, PackCode
from logistics.packs.passport.pack import PACK as PASSPORT
from logistics.packs.vn_record.pack import PACK as VN_RECORD

PACKS: dict[PackCode, Pack] = {pack.code: pack for pack in (VN_RECORD, EUDR, PASSPORT, GPSR, LACEY, ORIGIN, FSMA_204)}
