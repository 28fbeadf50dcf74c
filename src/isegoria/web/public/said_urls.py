"""The addresses of what was said in the sessions."""

from django.urls import URLPattern

from isegoria.web.public import views_said
from isegoria.web.routes import page

HERE = "conventions/<slug:slug>"
urlpatterns: list[URLPattern] = [
    page(f"{HERE}/dit/", views_said.said, "public:said"),
    page(f"{HERE}/seances/<uuid:key>/dit/", views_said.session, "public:said_session"),
    page(f"{HERE}/dit/<uuid:key>/fichier/", views_said.file, "public:said_file"),
]
