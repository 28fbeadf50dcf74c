"""What is read before a session; its minutes, and the corrections that those who were there ask for."""

from django.urls import URLPattern

from isegoria.web.facilitation import handouts, minutes
from isegoria.web.routes import FACILITATION, FACILITATORS, page

SESSION = "<slug:slug>/seances/<uuid:key>/compte-rendu"
HERE, CORRECTION = "<slug:slug>/comptes-rendus/<uuid:key>", "<slug:slug>/corrections/<uuid:key>"
# fmt: off
urlpatterns: list[URLPattern] = [
    page("<slug:slug>/seances/<uuid:key>/a-lire/", handouts.handouts, "facilitation:handouts", reads=FACILITATION, acts=["handout.give"]),
    page("<slug:slug>/a-lire/<uuid:key>/retirer/", handouts.take, "facilitation:handout_take", reads=FACILITATION, acts=["handout.take"]),
    page(f"{SESSION}/", minutes.minutes, "facilitation:minutes", reads=FACILITATION),
    page(f"{SESSION}/commencer/", minutes.begin, "facilitation:minutes_begin", reads=FACILITATORS, acts=["minutes.begin"]),
    page(f"{HERE}/ecrire/", minutes.write, "facilitation:minutes_write", reads=FACILITATORS, acts=["minutes.write"]),
    page(f"{HERE}/faire-relire/", minutes.submit, "facilitation:minutes_submit", reads=FACILITATORS, acts=["minutes.submit"]),
    page(f"{HERE}/corriger/", minutes.correct, "facilitation:minutes_correct", reads=FACILITATORS, acts=["correction.propose"]),
    page(f"{HERE}/valider/", minutes.validate, "facilitation:minutes_validate", reads=FACILITATORS, acts=["minutes.validate"]),
    page(f"{HERE}/publier/", minutes.publish, "facilitation:minutes_publish", reads=FACILITATORS, acts=["minutes.publish"]),
    page(f"{CORRECTION}/accepter/", minutes.accept, "facilitation:correction_accept", reads=FACILITATORS, acts=["correction.accept"]),
    page(f"{CORRECTION}/refuser/", minutes.refuse, "facilitation:correction_refuse", reads=FACILITATORS, acts=["correction.refuse"]),
]
# fmt: on
