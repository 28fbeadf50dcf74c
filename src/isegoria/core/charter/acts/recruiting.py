"""The quota table, the rules, the ways by which people are found."""

from isegoria.core.charter.acts.holders import FIELD, ORGANISER, RECRUITMENT, RECRUITMENT_DESK
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Window, _

# fmt: off
ACTS = [
    # Recruitment: the quota table ------------------------------------------------------------
    act("quotas.import", by=ORGANISER, moves=("", "draft"), seen_by=Audience.OFFICE, records={"number", "cells", "content_sha256"},
        label=_("Importer la table"), tells=_("{by} a importé une table des quotas, version {number} : {cells} cases.")),
    act("quotas.edit", by=ORGANISER, moves=("draft", STAYS), seen_by=Audience.OFFICE, records={"number", "cells", "content_sha256"},
        label=_("Modifier le brouillon"), tells=_("{by} a modifié le brouillon {number} de la table des quotas : {cells} cases.")),
    act("quotas.discard", by=ORGANISER, moves=("draft", "discarded"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Écarter ce brouillon"), tells=_("{by} a écarté le brouillon {number} de la table des quotas.")),
    act("quotas.freeze", by=ORGANISER, moves=("draft", "frozen"), given=("sourced", "possible", "reasoned"), records={"number", "cells", "content_sha256", "reason_sha256"},
        label=_("Figer et publier la table"), tells=_("{by} a figé la table des quotas, version {number} : {cells} cases, chacune avec sa source."),
        shows=_("La table et la source de chaque case deviennent publiques. La modifier demandera une nouvelle version et une raison, et les garants en seront prévenus.")),
    act("quotas.replace", by=ORGANISER, moves=("frozen", "replaced"), given=("replaced",), records={"number", "by_number"},
        label=_("Remplacer"), tells=_("{by} a remplacé la version {number} de la table des quotas par la version {by_number}.")),

    # Recruitment: the rules, and the ways by which people are found ---------------------------
    act("rules.set", by=RECRUITMENT_DESK, moves=("", "set"), given=("reasoned",), records={"number", "alternates", "quorum_percent", "replaced_until", "erased_on", "reason_sha256"},
        label=_("Publier ces règles"), tells=_("{by} a fixé les règles de la vie du panel, version {number} : quorum {quorum_percent} %, {alternates} suppléants, effacement le {erased_on}."),
        shows=_("Les règles sont publiques. Les changer demandera une raison.")),
    act("channel.open", by=RECRUITMENT_DESK, moves=("", "open"), given=("in_the_table",), records={"means"},
        label=_("Ouvrir cette voie"), tells=_("{by} a ouvert une voie de recrutement : {subject}."),
        shows=_("Le nom et la présentation de la voie deviennent publics.")),
    act("channel.close", by=RECRUITMENT_DESK, moves=("open", "closed"),
        label=_("Fermer cette voie"), tells=_("{by} a fermé la voie de recrutement « {subject} ».")),
    act("channel.expect", by=RECRUITMENT_DESK, moves=("open", STAYS), seen_by=Audience.OFFICE, records={"at_most"},
        label=_("Dire combien cette voie peut trouver"), tells=_("{by} a dit combien de personnes la voie « {subject} » peut trouver au plus : {at_most}.")),
    act("relay.engage", by=RECRUITMENT_DESK, moves=("", "working"), given=("channel_open",), seen_by=Audience.OFFICE, records={"channel"},
        label=_("Ajouter cette organisation"), tells=_("{by} a confié du recrutement à « {subject} ».")),
    act("relay.end", by=RECRUITMENT_DESK, moves=("working", "ended"), seen_by=Audience.OFFICE,
        label=_("Mettre fin à cette mission"), tells=_("{by} a mis fin à la mission de « {subject} ».")),
    act("relay.count", by=FIELD, during={Window.RECRUITMENT}, moves=("working", STAYS), given=("own", "channel_open"), seen_by=Audience.RECRUITMENT, records={"outcome", "count"},
        label=_("Compter"), tells=_("{by} a compté des appels : {outcome}, {count}.")),
    act("hand.give", by=RECRUITMENT_DESK, moves=("", "held"), seen_by=Audience.OFFICE, records={"relay"},
        label=_("Donner cet accès"), tells=_("{by} a donné à une personne l’accès d’un relais.")),
    act("hand.take", by=RECRUITMENT_DESK, moves=("held", "ended"), seen_by=Audience.OFFICE, records={"relay"},
        label=_("Retirer cet accès"), tells=_("{by} a retiré à une personne l’accès d’un relais.")),
    act("mailing.draw", by=RECRUITMENT, during={Window.RECRUITMENT}, moves=("", "drawn"), given=("channel_open", "somebody"), records={"number", "count", "left_out", "register_sha256", "seed"},
        label=_("Tirer les lettres"), tells=_("{by} a tiré au sort {count} lettres d’invitation, envoi {number}."),
        shows=_("Le nombre de lettres et l’empreinte de la liste sont publics. La liste elle-même n’est pas gardée.")),
    act("mailing.remind", by=RECRUITMENT, during={Window.RECRUITMENT}, moves=("drawn", STAYS), given=("channel_open", "somebody"), records={"number", "count"},
        label=_("Préparer la relance"), tells=_("{by} a préparé la relance de {count} lettres sans réponse, envoi {number}."),
        shows=_("Le nombre de lettres relancées est public. Qui n’a pas répondu ne l’est pas.")),
]
# fmt: on
