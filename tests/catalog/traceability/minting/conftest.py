from tests.catalog.stock.conftest import empty_database, in_parallel

__all__ = ["empty_database", "in_parallel"]
