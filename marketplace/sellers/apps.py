from django.apps import AppConfig


class SellersConfig(AppConfig):
    name = "marketplace.sellers"
    label = "sellers"

    def ready(self) -> None:
        from marketplace.accounts.privacy.registry import register_erasure, register_export
        from marketplace.sellers.privacy import export_memberships, leave_sellers
        from marketplace.sellers.translated_texts import declare

        register_export("sellers", export_memberships)
        register_erasure("sellers", leave_sellers)
        declare()
