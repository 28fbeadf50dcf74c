"""The cards of the members, and what is done for a member who asks."""

from django.urls import URLPattern

from isegoria.web import cards
from isegoria.web.facilitation import helping, providing
from isegoria.web.routes import FACILITATION, FACILITATORS, page

CARDS, MEMBERS = "<slug:slug>/cartes", "<slug:slug>/membres/<uuid:key>"
# fmt: off
urlpatterns: list[URLPattern] = [
    page(f"{CARDS}/", helping.cards, "facilitation:cards", reads=FACILITATION),
    page(f"{CARDS}/imprimer/", cards.sheet, "facilitation:card_sheet", reads=FACILITATORS),
    page(f"{CARDS}/<uuid:key>/", cards.one, "facilitation:card_print", reads=FACILITATORS),
    page(f"{CARDS}/<uuid:key>/annuler/", cards.revoke("facilitation"), "facilitation:card_revoke", reads=FACILITATORS, acts=["card.revoke"]),
    page(f"{CARDS}/<uuid:key>/remplacer/", cards.replace("facilitation"), "facilitation:card_replace", reads=FACILITATORS, acts=["card.revoke", "card.issue"]),
    page(f"{MEMBERS}/carte/", cards.issue("facilitation"), "facilitation:card_issue", reads=FACILITATORS, acts=["card.issue"]),
    page(f"{MEMBERS}/", helping.home, "facilitation:member_home", reads=FACILITATORS),
    page(f"{MEMBERS}/seances/<int:number>/presence/", helping.attend, "facilitation:member_attend", reads=FACILITATORS, acts=["presence.note", "presence.correct"]),
    page(f"{CARDS}/a-prevoir/", providing.needs, "facilitation:needs", reads=FACILITATORS),
    page(f"{CARDS}/a-prevoir/totaux/", providing.publish, "facilitation:provisions_publish", reads=FACILITATORS, acts=["provisions.publish"]),
    page(f"{MEMBERS}/besoins/<slug:what>/", providing.settle, "facilitation:need_settle", reads=FACILITATORS, acts=["candidate.settle_need"]),
    page(f"{MEMBERS}/besoins/", helping.needs_of, "facilitation:member_needs", reads=FACILITATORS, acts=["candidate.say_needs"]),
    page(f"{MEMBERS}/question/", helping.question, "facilitation:member_question", reads=FACILITATORS, acts=["question.ask"]),
    page(f"{MEMBERS}/seances/<int:number>/compte-rendu/", helping.minutes, "facilitation:member_minutes", reads=FACILITATORS, acts=["approval.give"]),
    page(f"{MEMBERS}/seances/<int:number>/compte-rendu/corriger/", helping.correction, "facilitation:member_correction", reads=FACILITATORS, acts=["correction.propose"]),
    page(f"{MEMBERS}/prets/nouveau/", helping.loan, "facilitation:member_loan", reads=FACILITATORS, acts=["loan.ask"]),
    page(f"{MEMBERS}/enquetes/<int:number>/", helping.inquiry, "facilitation:member_inquiry", reads=FACILITATORS, acts=["inquiry.answer"]),
    page(f"{MEMBERS}/indemnites/<int:number>/renoncer/", helping.give_up, "facilitation:member_give_up", reads=FACILITATORS, acts=["payment.give_up"]),
    page(f"{MEMBERS}/quitter/", helping.leave, "facilitation:member_leave", reads=FACILITATORS, acts=["member.leave", "candidate.withdraw"]),
]
# fmt: on
