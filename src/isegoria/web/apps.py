from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "isegoria.web"
    label = "web"

    def ready(self) -> None:
        from isegoria.convention.governance.conduct import AFTER  # noqa: PLC0415 -- needs the apps
        from isegoria.web import notifying  # noqa: PLC0415

        for tell in (
            notifying.tell_subscribers,
            notifying.tell_guarantors,
            notifying.tell_the_answerer,
        ):
            if tell not in AFTER:
                AFTER.append(tell)
