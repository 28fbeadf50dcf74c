from django.apps import AppConfig


class ConventionConfig(AppConfig):
    name = "isegoria.convention"
    label = "convention"
    verbose_name = "Convention"

    def ready(self) -> None:
        from isegoria.convention import checks  # noqa: F401, PLC0415 -- registers the checks
