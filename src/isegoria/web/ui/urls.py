"""Addresses of the furniture."""

from isegoria.web.routes import STEWARDS, page
from isegoria.web.ui import views

app_name = "ui"
urlpatterns = [
    page("accent/<slug:slug>.css", views.accent, "ui:accent"),
    page("composants/", views.gallery, "ui:gallery", reads=STEWARDS),
]
