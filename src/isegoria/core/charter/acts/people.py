"""Bodies, seats, interests, appointments; messages to the guarantors, subscriptions."""

from isegoria.core.charter.acts.holders import (
    ANYONE,
    APPOINTING,
    FIELD,
    GUARANTOR,
    NAMING,
    ORGANISER,
    RECRUITMENT,
    RECRUITMENT_DESK,
)
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, _

# fmt: off
ACTS = [
    # People: bodies, seats, interests, appointments ------------------------------------------
    act("body.create", by=ORGANISER, moves=("", "active"), records={"type"},
        label=_("Créer cette instance"), tells=_("{by} a créé l’instance « {subject} ».")),
    act("body.describe", by=ORGANISER, moves=("active", STAYS), records={"fields"},
        label=_("Enregistrer"), tells=_("{by} a modifié la présentation de l’instance « {subject} » : {fields}."),
        shows=_("La mission et les domaines annoncés sont publics.")),
    act("seat.fill", by=ORGANISER, moves=("", "held"), given=("listed",), records={"body", "college", "since"},
        label=_("Ajouter ce siège"), tells=_("{by} a ajouté un siège : {subject}."),
        shows=_("Le nom, la fonction et l’organisation sont publics. Obtenez l’accord de la personne avant.")),
    act("seat.correct", by=ORGANISER, moves=("held", STAYS), records={"fields"},
        label=_("Corriger ce siège"), tells=_("{by} a corrigé le siège {subject} : {fields}.")),
    act("seat.end", by=ORGANISER, moves=("held", "ended"), given=("reasoned",), records={"until"},
        label=_("Mettre fin à ce siège"), tells=_("{by} a mis fin au siège {subject}, le {until}."),
        shows=_("Le siège reste dans l’historique public, avec ses dates.")),
    act("interest.declare", by=(Role.COMMITTEE, Role.EXPERT, Role.GUARANTOR, Role.ORGANISER), moves=("", "declared"), given=("worded",), records={"seat", "content_sha256"},
        label=_("Publier la déclaration"), tells=_("{by} a publié une déclaration d’intérêts : {subject}."),
        shows=_("La déclaration est publique, avec sa date.")),
    act("appointment.grant", by=APPOINTING, moves=("", "held"), given=("entitled", "dated"), seen_by=Audience.OFFICE, records={"role", "since", "until"},
        label=_("Donner ce rôle"), tells=_("{by} a donné un rôle : {role}.")),
    act("appointment.end", by=APPOINTING, moves=("held", "ended"), given=("entitled", "not_the_last"), seen_by=Audience.OFFICE, records={"role"},
        label=_("Retirer ce rôle"), tells=_("{by} a retiré un rôle : {role}.")),

    act("appointment.entrust", by=RECRUITMENT_DESK, moves=("", "held"), given=("for_a_relay",), seen_by=Audience.OFFICE, records={"role", "since"},
        label=_("Confier ce rôle"), tells=_("{by} a confié un rôle de recrutement : {role}.")),
    act("appointment.relieve", by=RECRUITMENT_DESK, moves=("held", "ended"), given=("for_a_relay",), seen_by=Audience.OFFICE, records={"role"},
        label=_("Reprendre ce rôle"), tells=_("{by} a repris un rôle de recrutement qui n’ouvrait plus rien : {role}.")),
    act("appointment.admit", by=RECRUITMENT, moves=("", "held"), given=("for_a_member",), seen_by=Audience.OFFICE, records={"role", "since"},
        label=_("Donner la place de membre"), tells=_("{by} a donné sa place à un membre du panel.")),
    act("appointment.release", by=(*FIELD, Role.MEMBER, Role.FACILITATOR), moves=("held", "ended"), given=("for_a_member",), seen_by=Audience.OFFICE, records={"role"},
        label=_("Libérer cette place"), tells=_("Une place de membre du panel s’est libérée.")),
    act("appointment.name_guarantor", by=NAMING, moves=("", "held"), given=("dated", "not_oneself"), records={"since", "until"},
        label=_("Nommer garant"), tells=_("{by} a nommé un garant."),
        shows=_("La nomination est publique : les garants lisent ce que personne d’autre ne lit.")),
    act("appointment.end_guarantor", by=NAMING, moves=("held", "ended"), records={"until"},
        label=_("Mettre fin à la mission de garant"), tells=_("{by} a mis fin à la mission d’un garant."),
        shows=_("La fin de la mission est publique.")),

    # Messages to the guarantors, and subscriptions -------------------------------------------
    act("message.send", by=ANYONE, moves=("", "received"), given=("worded",), seen_by=Audience.GUARANTORS,
        label=_("Envoyer aux garants"), tells=_("Un message a été reçu par les garants.")),
    act("message.answer", by=GUARANTOR, moves=("received", "answered"), given=("worded",), seen_by=Audience.GUARANTORS,
        label=_("Envoyer la réponse"), tells=_("{by} a répondu à un message.")),
    act("message.close", by=GUARANTOR, moves=("received", "closed"), given=("reasoned",), seen_by=Audience.GUARANTORS,
        label=_("Classer sans réponse"), tells=_("{by} a classé un message sans réponse.")),
    act("subscription.confirm", by=ANYONE, moves=("", "active"), seen_by=Audience.OFFICE,
        label=_("Confirmer l’abonnement"), tells=_("Une personne s’est abonnée aux nouvelles.")),
    act("subscription.leave", by=ANYONE, moves=("active", "ended"), seen_by=Audience.OFFICE,
        label=_("Se désabonner"), tells=_("Une personne s’est désabonnée.")),
]
# fmt: on
