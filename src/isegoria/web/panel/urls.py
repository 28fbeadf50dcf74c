"""The pages of a member of the panel, and the door that a card opens."""

from isegoria.web.panel import door, questions, views
from isegoria.web.routes import MEMBERS, SIGNED_IN, page

app_name = "panel"
# fmt: off
urlpatterns = [
    page("carte/", door.door, "panel:door", posts=True),
    page("carte/entrer/<str:code>/", door.card, "panel:card"),
    page("carte/sortir/", door.out, "panel:out", posts=True),
    page("carte/mon-espace/", views.own, "panel:mine", reads=SIGNED_IN),
    page("membre/<slug:slug>/", views.home, "panel:home", reads=MEMBERS),
    page("membre/<slug:slug>/seances/<int:number>/presence/", views.attend, "panel:attend", reads=MEMBERS, acts=["presence.note", "presence.correct"]),
    page("membre/<slug:slug>/besoins/", views.needs, "panel:needs", reads=MEMBERS, acts=["candidate.say_needs"]),
    page("membre/<slug:slug>/question/", views.question, "panel:question", reads=MEMBERS, acts=["question.ask"]),
    page("membre/<slug:slug>/seances/<int:number>/compte-rendu/", views.minutes, "panel:minutes", reads=MEMBERS, acts=["approval.give"]),
    page("membre/<slug:slug>/seances/<int:number>/compte-rendu/corriger/", views.correction, "panel:correction", reads=MEMBERS, acts=["correction.propose"]),
    page("membre/<slug:slug>/prets/nouveau/", views.loan, "panel:loan", reads=MEMBERS, acts=["loan.ask"]),
    page("membre/<slug:slug>/questions/", questions.questions, "panel:questions", reads=MEMBERS),
    page("membre/<slug:slug>/questions/<uuid:key>/reprendre/", questions.take_back, "panel:question_take_back", reads=MEMBERS, acts=["question.take_back"]),
    page("membre/<slug:slug>/experts/demander/", questions.wish, "panel:wish", reads=MEMBERS, acts=["request.ask"]),
    page("membre/<slug:slug>/enquetes/<int:number>/", views.inquiry, "panel:inquiry", reads=MEMBERS, acts=["inquiry.answer"]),
    page("membre/<slug:slug>/indemnites/<int:number>/renoncer/", views.give_up, "panel:give_up", reads=MEMBERS, acts=["payment.give_up"]),
    page("membre/<slug:slug>/quitter/", views.leave, "panel:leave", reads=MEMBERS, acts=["member.leave", "candidate.withdraw"]),
]
# fmt: on
