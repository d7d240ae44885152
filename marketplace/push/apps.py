from django.apps import AppConfig


class PushConfig(AppConfig):
    name = "marketplace.push"
    label = "push"

    def ready(self) -> None:
        from marketplace.push.personal_data import register

        register()
