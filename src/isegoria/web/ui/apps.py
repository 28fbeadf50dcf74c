from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "isegoria.web.ui"
    label = "ui"
