"""Addresses of the furniture."""

from isegoria.web.routes import page
from isegoria.web.ui import views

app_name = "ui"
urlpatterns = [
    page("accent/<slug:slug>.css", views.accent, "ui:accent"),
]
