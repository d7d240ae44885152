from tests.orders.conftest import peer

__all__ = ["peer"]
