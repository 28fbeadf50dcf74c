"""The addresses that a letter gives. Anybody may open them; only a code lets one write."""

from isegoria.web.joining import views
from isegoria.web.routes import page

app_name = "joining"
# fmt: off
urlpatterns = [
    page("<slug:slug>/inscription/", views.door, "joining:door", posts=True),
    page("<slug:slug>/inscription/fiche/", views.register, "joining:register", acts=["candidate.register"]),
    page("<slug:slug>/inscription/formulaire/", views.paper, "joining:paper", posts=True),
]
# fmt: on
