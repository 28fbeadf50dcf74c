"""The pages of institutes and associations: their own people, and no others."""

from isegoria.web.relays import calling, entering, lettered, views
from isegoria.web.routes import RELAYS, page

app_name = "relays"
# fmt: off
urlpatterns = [
    page("<slug:slug>/", views.convention, "relays:convention", reads=RELAYS),
    page("<slug:slug>/organisations/<uuid:key>/", views.relay, "relays:relay", reads=RELAYS),
    page("<slug:slug>/organisations/<uuid:key>/verifier/", calling.check, "relays:check", reads=RELAYS, posts=True),
    page("<slug:slug>/organisations/<uuid:key>/compter/", calling.count, "relays:count", reads=RELAYS, acts=["relay.count"]),
    page("<slug:slug>/organisations/<uuid:key>/inscrire/", entering.enter, "relays:enter", reads=RELAYS, acts=["candidate.enter"]),
    page("<slug:slug>/organisations/<uuid:key>/lettre/", lettered.enter, "relays:letter", reads=RELAYS, acts=["candidate.register"]),
    page("<slug:slug>/organisations/<uuid:key>/personnes/", entering.people, "relays:people", reads=RELAYS, posts=True),
    page("<slug:slug>/organisations/<uuid:key>/formulaire/", views.paper, "relays:paper", reads=RELAYS),
    page("<slug:slug>/personnes/<uuid:key>/carte/", entering.card, "relays:card", reads=RELAYS),
    page("<slug:slug>/personnes/<uuid:key>/corriger/", entering.correct, "relays:correct", reads=RELAYS, acts=["candidate.correct"]),
    page("<slug:slug>/personnes/<uuid:key>/retirer/", entering.withdraw, "relays:withdraw", reads=RELAYS, acts=["candidate.withdraw"]),
]
# fmt: on
