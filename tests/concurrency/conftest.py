from tests.catalog.stock.conftest import in_parallel

__all__ = ["in_parallel"]
