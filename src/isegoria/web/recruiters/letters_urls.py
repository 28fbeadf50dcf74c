"""The addresses of the letters drawn from a register, for the officer."""

from isegoria.web.recruiters import letters, letters_again, letters_paper
from isegoria.web.routes import RECRUITERS, page

HERE = "<slug:slug>/lettres"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", letters.mailings, "recruiters:letters", reads=RECRUITERS),
    page(f"{HERE}/nouvel-envoi/", letters.prepare, "recruiters:letters_new", reads=RECRUITERS, acts=["mailing.draw"]),
    page(f"{HERE}/<uuid:key>/relance/", letters_again.remind, "recruiters:letters_remind", reads=RECRUITERS, acts=["mailing.remind"]),
    page(f"{HERE}/formulaire-recu/", letters_paper.enter, "recruiters:letters_paper", reads=RECRUITERS, acts=["candidate.register"]),
]
# fmt: on
