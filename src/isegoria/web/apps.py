from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "isegoria.web"
    label = "web"

    def ready(self) -> None:
        from isegoria.convention.governance.conduct import AFTER  # noqa: PLC0415 -- needs the apps
        from isegoria.web.notifying import tell_guarantors, tell_subscribers  # noqa: PLC0415

        for tell in (tell_subscribers, tell_guarantors):
            if tell not in AFTER:
                AFTER.append(tell)
