"""The life of the panel: its places, its vacancies, its alternates, its composition."""

from django.urls import URLPattern

from isegoria.web.recruiters import composition, panel, vacancies
from isegoria.web.routes import RECRUITERS, page

PANEL = "<slug:slug>/panel"
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
]
# fmt: on
