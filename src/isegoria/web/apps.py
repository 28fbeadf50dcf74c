from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "isegoria.web"
    label = "web"

    def ready(self) -> None:
        from isegoria.convention.governance.conduct import AFTER  # noqa: PLC0415 -- needs the apps
        from isegoria.web.notifying import tell_subscribers  # noqa: PLC0415

        if tell_subscribers not in AFTER:
            AFTER.append(tell_subscribers)
