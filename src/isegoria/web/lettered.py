"""Somebody answers a letter: alone, with a relay beside them, or on paper. The same questions, the
same deadline, the same receipt."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import AlreadyDone, Refused, decide
from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.letters import Letter
from isegoria.convention.recruitment.mailings import (
    CODE,
    entrant_at,
    entrant_key,
    is_writing_to_people,
    letter_at,
    plain_code,
)
from isegoria.convention.recruitment.queries import table_in_force
from isegoria.convention.verbs import candidates
from isegoria.core.charter import Decision
from isegoria.web.errors import FORBIDDEN, GONE
from isegoria.web.person_forms import PersonForm
from isegoria.web.reasons import reason_of

# What the form brings, and what is only known once it is filled.
BROUGHT = {"lettered", "consenting", "reachable", "known_answers"}
Closed = tuple[str, int]  # why nobody can join now, in a sentence, and the status that says it
OPEN: Closed = ("", 200)


class LetteredForm(PersonForm):
    """Somebody whose answers another keys in, with the code of their letter."""

    letter = forms.CharField(
        label=gettext_lazy("Code de la lettre"),
        help_text=gettext_lazy(
            "Huit lettres et chiffres, sur la lettre ou le formulaire. "
            "Majuscules, espaces et tirets ne comptent pas."
        ),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "size": 12}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["letter"])

    def clean_letter(self) -> str:
        return code_of(self.cleaned_data["letter"])


def code_of(typed: str) -> str:
    """A code as it is kept, or a sentence on what a code is."""
    code = plain_code(typed)
    if len(code) != CODE:
        raise forms.ValidationError(
            _("Un code a huit lettres ou chiffres, comme ABCD-2345. Relisez la lettre.")
        )
    return code


def entered(here: Convention, by: By, form: LetteredForm) -> Candidate | None:
    """Who was entered with this form, or was by its first sending; nobody, and the form says why.

    The deed says who helped; the journal, that somebody was helped.
    """
    code = form.cleaned_data["letter"]
    letter = letter_at(here, code)
    if letter is None:
        form.add_error("letter", unknown())
        return None
    person = Candidate(id=entrant_key(here, code), convention=here, relay=letter.mailing.relay)
    try:
        candidates.register(person, replace(by, on_behalf_of=person), letter=letter, said=form.said)
    except AlreadyDone:
        return entrant_at(here, code)
    except Refused as refused:
        form.add_error("letter" if "lettered" in refused.decision.about else None, why(refused))
        return None
    return person


def closed(here: Convention, by: By, letter: Letter | None = None) -> Closed:
    """Why nobody can join now; OPEN when they can. letter: whose channel must be open too."""
    if not is_writing_to_people(here) or table_in_force(here) is None:
        return _(
            "Aucune lettre d’invitation n’a encore été envoyée pour cette convention."
        ), FORBIDDEN
    relay = letter.mailing.relay if letter else None
    decision = decide("candidate.register", Candidate(convention=here, relay=relay), by)
    return _refused(decision, BROUGHT if letter else BROUGHT | {"channel_open"})


def _refused(decision: Decision, brought: set[str]) -> Closed:
    if decision.code == "missing_fact":
        left = tuple(one for one in decision.about if one not in brought)
        if "channel_open" in left:
            return _("Les inscriptions par lettre sont closes."), GONE
        return (reason_of(replace(decision, about=left)), GONE) if left else OPEN
    return (reason_of(decision), FORBIDDEN) if not decision else OPEN


def why(refused: Refused) -> str:
    """Of a code that has served, or of a double entry: what to do, and nothing of the other."""
    about = refused.decision.about
    if "lettered" in about:
        return used()
    if "channel_open" in about:
        return _("Les inscriptions par lettre sont closes.")
    return _already() if about == ("not_known",) else reason_of(refused.decision)


def unknown() -> str:
    return _("Aucune lettre ne porte ce code : relisez-le.")


def used() -> str:
    return _(
        "Ce code a déjà servi : une lettre inscrit une seule personne. Si ce n’était pas vous, "
        "appelez le numéro écrit dans la lettre."
    )


def _already() -> str:
    return _(
        "Cette personne paraît déjà inscrite : nul ne l’est deux fois. Si quelqu’un d’autre a donné "
        "le même téléphone ou la même adresse électronique, appelez le numéro écrit dans la lettre."
    )
