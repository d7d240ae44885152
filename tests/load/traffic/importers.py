"""A seller who brings a workbook of new products: all of it, or nothing."""

import time

from tests.journeys.steps import workbook
from tests.load import documents
from tests.load.book import Imported
from tests.load.traffic.trade import Trade
from tests.load.visitor import Visitor

HEADERS = ["Mã hàng", "Tên sản phẩm", "Mô tả", "Giá (VND)", "Số lượng", "Khối lượng (g)"]
ROWS = 25
PATIENCE = 150


class Importer(Trade):
    name = "imports"
    pause = 12.0
    _signed_in: Visitor | None = None

    def round(self) -> None:
        if self._signed_in is None:
            desk = self.visitor()
            desk.sign_in(self.world.houses[0].owner, self.world.password)
            self._signed_in = desk
        desk, seller = self._signed_in, self.world.houses[0].id
        prefix = f"N{self.chance.randrange(10**8):08d}"
        goods = [[f"{prefix}-{n:02d}", f"Hộp gỗ {prefix} số {n}", "Hộp gỗ.", "250.000", 5, 800] for n in range(ROWS)]
        rows: list[list[object]] = [list(HEADERS), *goods]
        made = desk.upload(documents.PREVIEW, f"{prefix}.xlsx", workbook(rows), seller=seller)["import"]["id"]
        if self._await(desk, made, "READING") == "PREVIEWED":
            desk.ask(documents.APPLY, id=made)
        state = self._await(desk, made, "APPLYING")
        self.book.imports.append(Imported(prefix, ROWS, was_told=state == "APPLIED"))

    def _await(self, desk: Visitor, made: str, doing: str) -> str:
        until = time.monotonic() + PATIENCE
        while (state := str(desk.ask(documents.IMPORT, id=made)["status"])) == doing and time.monotonic() < until:
            time.sleep(1)
        return state
