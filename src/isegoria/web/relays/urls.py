"""The pages of institutes and associations: their own people, and no others."""

from isegoria.web.relays import views
from isegoria.web.routes import RELAYS, page

app_name = "relays"
# fmt: off
urlpatterns = [
    page("<slug:slug>/", views.convention, "relays:convention", reads=RELAYS),
]
# fmt: on
