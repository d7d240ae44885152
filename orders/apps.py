from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "orders"
    label = "orders"

    def ready(self) -> None:
        from orders.personal_data import register
        from orders.traceability.lot_receivers import register as register_buyers

        register()
        register_buyers()
