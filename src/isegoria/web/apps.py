from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "isegoria.web"
    label = "web"
