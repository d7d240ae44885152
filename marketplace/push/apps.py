from django.apps import AppConfig


class PushConfig(AppConfig):
    name = "marketplace.push"
    label = "push"

    def ready(self) -> None:
        from marketplace.push.earlier_consents import register as register_earlier_consents
        from marketplace.push.personal_data import register

        register()
        register_earlier_consents()
