from django.apps import AppConfig


class FairTradeConfig(AppConfig):
    name = "marketplace.fair_trade"
    label = "fair_trade"

    def ready(self) -> None:
        from marketplace.fair_trade.merge import declare as declare_moves
        from marketplace.fair_trade.personal_data import register

        register()
        declare_moves()
