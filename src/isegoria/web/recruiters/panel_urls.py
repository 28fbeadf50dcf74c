"""The life of the panel: its places, its vacancies, its alternates, its composition."""

from django.urls import URLPattern

from isegoria.web import cards
from isegoria.web.recruiters import composition, members, panel, vacancies
from isegoria.web.routes import RECRUITERS, page

PANEL, MEMBERS = "<slug:slug>/panel", "<slug:slug>/membres"
# fmt: off
urlpatterns: list[URLPattern] = [
    page(f"{PANEL}/", panel.panel, "recruiters:panel", reads=RECRUITERS),
    page(f"{PANEL}/suppleants/", panel.alternates, "recruiters:alternates", reads=RECRUITERS, acts=["candidate.stand_by"]),
    page(f"{PANEL}/places-vides/", vacancies.vacancies, "recruiters:vacancies", reads=RECRUITERS),
    page(f"{PANEL}/<uuid:key>/appeler/", vacancies.call, "recruiters:call", reads=RECRUITERS, acts=["candidate.call"]),
    page(f"{PANEL}/<uuid:key>/appeler-hors-ordre/", vacancies.call_out_of_turn, "recruiters:call_out_of_turn", reads=RECRUITERS, acts=["draw.derogate", "candidate.call"]),
    page(f"{PANEL}/<uuid:key>/sans-reponse/", panel.unreached, "recruiters:unreached", reads=RECRUITERS, acts=["candidate.give_up"]),
    page(f"{PANEL}/<uuid:key>/reprise/", panel.step("resume"), "recruiters:resume", reads=RECRUITERS, acts=["candidate.resume"]),
    page(f"{PANEL}/<uuid:key>/confirmation/", panel.step("confirm"), "recruiters:confirm", reads=RECRUITERS, acts=["candidate.confirm"]),
    page(f"{PANEL}/<uuid:key>/presence/", panel.step("attend"), "recruiters:attend", reads=RECRUITERS, acts=["candidate.attend"]),
    page(f"{PANEL}/<uuid:key>/refus/", panel.step("decline"), "recruiters:decline", reads=RECRUITERS, acts=["candidate.decline"]),
    page(f"{PANEL}/<uuid:key>/retrait/", panel.step("withdraw"), "recruiters:withdraw", reads=RECRUITERS, acts=["candidate.withdraw"]),
    page(f"{PANEL}/<uuid:key>/accord/", panel.step("accept"), "recruiters:accept", reads=RECRUITERS, acts=["candidate.accept"]),
    page(f"{PANEL}/composition/", composition.composition, "recruiters:composition", reads=RECRUITERS, acts=["composition.publish"]),
    page(f"{MEMBERS}/", members.members, "recruiters:cards", reads=RECRUITERS),
    page(f"{MEMBERS}/accueillir/", members.welcome_all, "recruiters:welcome_all", reads=RECRUITERS, acts=["member.welcome"]),
    page(f"{MEMBERS}/<uuid:key>/accueillir/", members.welcome, "recruiters:welcome", reads=RECRUITERS, acts=["member.welcome"]),
    page(f"{MEMBERS}/cartes/", cards.sheet, "recruiters:card_sheet", reads=RECRUITERS),
    page(f"{MEMBERS}/<uuid:key>/carte/", cards.issue("recruiters"), "recruiters:card_issue", reads=RECRUITERS, acts=["card.issue"]),
    page(f"{MEMBERS}/cartes/<uuid:key>/", cards.one, "recruiters:card_print", reads=RECRUITERS),
    page(f"{MEMBERS}/cartes/<uuid:key>/annuler/", cards.revoke("recruiters"), "recruiters:card_revoke", reads=RECRUITERS, acts=["card.revoke"]),
    page(f"{MEMBERS}/cartes/<uuid:key>/remplacer/", cards.replace("recruiters"), "recruiters:card_replace", reads=RECRUITERS, acts=["card.revoke", "card.issue"]),
]
# fmt: on
