"""The pages of institutes and associations: their own people, and no others."""

from isegoria.web.relays import calling, entering, helping, lettered, views
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
    page("<slug:slug>/aider/", helping.helped, "relays:help", reads=RELAYS, posts=True),
    page("<slug:slug>/aider/<uuid:key>/", helping.home, "relays:member_home", reads=RELAYS),
    page("<slug:slug>/aider/<uuid:key>/seances/<int:number>/presence/", helping.attend, "relays:member_attend", reads=RELAYS, acts=["presence.note", "presence.correct"]),
    page("<slug:slug>/aider/<uuid:key>/besoins/", helping.needs_of, "relays:member_needs", reads=RELAYS, acts=["candidate.say_needs"]),
    page("<slug:slug>/aider/<uuid:key>/question/", helping.question, "relays:member_question", reads=RELAYS, acts=["question.ask"]),
    page("<slug:slug>/aider/<uuid:key>/seances/<int:number>/compte-rendu/", helping.minutes, "relays:member_minutes", reads=RELAYS, acts=["approval.give"]),
    page("<slug:slug>/aider/<uuid:key>/seances/<int:number>/compte-rendu/corriger/", helping.correction, "relays:member_correction", reads=RELAYS, acts=["correction.propose"]),
    page("<slug:slug>/aider/<uuid:key>/prets/nouveau/", helping.loan, "relays:member_loan", reads=RELAYS, acts=["loan.ask"]),
    page("<slug:slug>/aider/<uuid:key>/enquetes/<int:number>/", helping.inquiry, "relays:member_inquiry", reads=RELAYS, acts=["inquiry.answer"]),
    page("<slug:slug>/aider/<uuid:key>/indemnites/<int:number>/renoncer/", helping.give_up, "relays:member_give_up", reads=RELAYS, acts=["payment.give_up"]),
    page("<slug:slug>/aider/<uuid:key>/quitter/", helping.leave, "relays:member_leave", reads=RELAYS, acts=["member.leave", "candidate.withdraw"]),
]
# fmt: on
