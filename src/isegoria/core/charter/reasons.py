"""Why an act is refused, in words. A code without a sentence is a defect (a test looks)."""

from isegoria.core.charter.words import _

REFUSALS: dict[str, str] = {
    "wrong_role": _("Cet acte revient à : {who}."),
    "closed_window": _("Cet acte n’est possible que pendant cette période du calendrier : {when}."),
    "wrong_state": _("Ce n’est plus possible dans l’état actuel : {state}."),
}

MISSING: dict[str, str] = {
    "mandated": _(
        "Il faut d’abord une version du mandat, avec la référence de l’acte qui la vote."
    ),
    "ready": _("Il manque encore des éléments au portail de préparation."),
    "not_ready": _("Rien ne manque au portail de préparation : lancez la convention normalement."),
    "reasoned": _("Il faut écrire une raison : elle sera publique."),
    "referenced": _("Il faut la référence de l’acte (délibération, arrêté, lettre…)."),
    "begun": _("La date réelle ne peut pas être dans l’avenir."),
    "preparing": _("L’avis se rend avant le lancement, quand la préparation est publique."),
    "listed": _("Il faut un nom ou une organisation pour ce siège."),
    "worded": _("Il faut écrire un texte."),
    "entitled": _("Seule l’administration du site peut donner ou retirer ce rôle."),
    "dated": _("La fin du rôle doit venir après son début."),
    "not_oneself": _("Personne ne se nomme garant soi-même."),
    "not_the_last": _(
        "C’est la dernière administration du site : nommez d’abord quelqu’un d’autre."
    ),
    "complete": _(
        "Il manque un titre, un texte ou un fichier, ou la description d’un fichier non textuel."
    ),
    "replaced": _("Une version plus récente doit d’abord être prête."),
    "transcribed": _("Il faut une transcription avant de publier un enregistrement."),
    "sourced": _("Chaque case de la table doit citer sa source."),
}

STATES: dict[str, str] = {
    "": _("pas encore créé"),
    "abandoned": _("abandonné"),
    "active": _("en place"),
    "adopted": _("adopté"),
    "announced": _("annoncé"),
    "answered": _("répondu"),
    "cancelled": _("annulé"),
    "closed": _("classé"),
    "declared": _("déclaré"),
    "deliberated": _("délibérée par le conseil"),
    "discarded": _("écarté"),
    "draft": _("brouillon"),
    "ended": _("terminé"),
    "follow_up": _("en suivi"),
    "frozen": _("figé"),
    "given": _("rendu"),
    "held": _("tenu"),
    "in_session": _("en séances"),
    "launched": _("lancée"),
    "planned": _("prévu"),
    "prepared": _("en préparation publique"),
    "proposals_delivered": _("propositions remises"),
    "published": _("publié"),
    "received": _("reçu"),
    "recruiting": _("en recrutement"),
    "replaced": _("remplacé"),
    "superseded": _("remplacé par une version plus récente"),
    "under_study": _("à l’étude des services"),
    "validated": _("validé"),
    "withdrawn": _("retiré"),
}
