"""The pages of those who prepare and run the sessions."""

from isegoria.web.facilitation import views
from isegoria.web.routes import FACILITATION, page

app_name = "facilitation"
# fmt: off
urlpatterns = [
    page("<slug:slug>/", views.convention, "facilitation:convention", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/", views.session, "facilitation:session", reads=FACILITATION),
]
# fmt: on
