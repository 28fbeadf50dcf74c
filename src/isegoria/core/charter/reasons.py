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
    "dated": _("La fin doit venir après le début."),
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
    "possible": _("Aucun panel de cette taille ne peut satisfaire toutes les cases de la table."),
    "in_the_table": _("Une voie de recrutement est une valeur de la table des quotas figée."),
    "channel_open": _("Cette voie de recrutement est fermée."),
    "own": _("Cette personne, ou cette organisation, relève d’un autre relais."),
    "somebody": _("Il n’y a personne à qui appliquer cet acte."),
    "in_time": _("La liste du tirage est scellée : plus personne ne peut y entrer."),
    "lettered": _("Ce code de lettre n’existe pas, ou il a déjà servi."),
    "consenting": _("Il faut l’accord de la personne, et comment il a été donné."),
    "reachable": _("Il faut un moyen de joindre la personne, directement ou par l’association."),
    "known_answers": _("Une réponse n’est pas dans la table des quotas en vigueur."),
    "not_known": _("Cette personne est déjà inscrite."),
    "vacant": _("Cette place n’est pas libre, ou quelqu’un y est déjà appelé."),
    "place_kept": _(
        "Quelqu’un est déjà appelé pour cette place, ou la personne n’en avait pas reçu du tirage."
    ),
    "in_reserve": _(
        "Cette personne ne peut pas prendre cette place : elle n’est pas de la réserve de la même voie, ou elle a déjà été appelée pour cette place."
    ),
    "in_turn": _(
        "Une autre personne vient avant dans l’ordre des appels. Pour passer outre, il faut une raison, qui sera publique."
    ),
    "tried_enough": _("Il faut au moins trois essais avant de passer à une autre personne."),
    "ranked": _("Il faut le rang de cette personne parmi les suppléants."),
    "before_the_last_replacement": _(
        "La date du dernier remplacement est passée : la place reste vide."
    ),
    "taken_over": _("Une autre personne doit d’abord avoir pris cette place."),
    "for_a_relay": _("Ce rôle n’est pas celui d’un institut ni d’une association relais."),
    "out_of_the_panel": _("Cette personne siège dans le panel : notez d’abord son retrait."),
    "due": _("La date d’effacement n’est pas encore venue."),
    "table_in_force": _("Il faut une table des quotas figée et en vigueur."),
    "alone": _("Un autre tirage est en cours, ou déjà fait."),
    "same_pool": _("La liste des personnes a changé depuis le calcul : recommencez-le."),
    "two_guarantors": _("Il faut deux garants nommés : eux seuls signent le numéro."),
    "named_in_the_notice": _(
        "Seuls les garants nommés dans l’avis du tirage signent le numéro : vous l’êtes devenu après, ou vous n’y êtes pas."
    ),
    "in_the_list": _("Ce numéro n’est pas dans la liste scellée."),
    "another_guarantor": _("Un autre garant doit signer : vous avez déjà signé ce numéro."),
    "same_number": _("Ce n’est pas le numéro déjà signé : contestez-le, ou relisez les boules."),
    "drawn": _("Le panel n’est pas encore tiré."),
    "same_table": _(
        "La table des quotas a changé depuis que cette liste est scellée. La personne chargée du recrutement doit annuler ce tirage, puis sceller une nouvelle liste."
    ),
    "still_counted": _(
        "Les personnes que le tirage n’a pas retenues sont effacées : on ne peut plus les compter."
    ),
    "confirmed": _("Cette personne n’a pas encore confirmé sa place dans le panel."),
    "for_a_member": _("Ce rôle n’est pas celui d’un membre du panel."),
    "withdrawn": _("Cette personne n’a pas quitté le panel."),
    "own_card": _("Cette carte est celle d’une autre personne."),
    "member_active": _("Cette personne n’est plus membre du panel."),
    "only_card": _("Ce membre a déjà une carte : annulez-la d’abord."),
    "composed": _("Le déroulé est vide : ajoutez au moins une séquence."),
    "that_day": _("Une séance s’ouvre le jour prévu, au plus tôt douze heures avant le début."),
    "to_come": _("La séance est passée, close ou annulée : son déroulé ne change plus."),
    "session_open": _("La séance n’est pas ouverte."),
    "nothing_else_running": _("Une autre séquence est en cours : terminez-la d’abord."),
    "known_criteria": _(
        "Un critère n’est pas dans la table des quotas, ou ne peut pas servir ici."
    ),
    "countable": _(
        "Les présences se notent une fois la séance ouverte ; les excuses, à tout moment."
    ),
    "capture_time": _(
        "On note ce qui se dit pendant la séance, et jusqu’à deux jours après sa fin."
    ),
    "something_said": _("Il n’y a rien à garder : écrivez, photographiez, enregistrez ou comptez."),
    "enough_people": _(
        "Moins de cinq personnes ont pris position : on saurait qui pense quoi. Rien n’est gardé."
    ),
    "theirs": _("Seules l’animation, ou la table qui l’a dit le jour même, peuvent y toucher."),
    "in_words": _(
        "Il faut d’abord des mots : la description d’une image, dictée par ses auteurs, ou la"
        " transcription d’un enregistrement."
    ),
    "signed": _("Cette expression n’est signée de personne."),
    "own_signature": _("Cette signature est celle d’une autre personne."),
    "own_question": _("Cette question a été posée par quelqu’un d’autre."),
    "asking_open": _("On ne peut pas poser de question : la convention n’est pas en cours."),
    "answerer_named": _("Dites qui doit répondre : une personne, un service ou le comité."),
    "due_ahead": _("La date annoncée pour la réponse ne peut pas être passée."),
    "viewpoint_said": _("Dites quel point de vue cette personne apporte."),
    "interests_declared": _(
        "Cette personne n’a pas encore déclaré ses intérêts : c’est obligatoire avant l’audition."
    ),
    "session_begun": _("La séance n’a pas commencé."),
    "own_request": _("Cette demande est celle d’une autre personne."),
    "hearing_stands": _("Choisissez une audition prévue ou tenue."),
    "need_asked": _("Cela n’est pas demandé, ou ne l’est plus."),
    "need_reasoned": _("Dites pourquoi ce n’est pas fourni : la personne le lira."),
    "sessions_over": _("Une séance est encore à venir ou en cours : les totaux viennent après."),
    "totals_once": _(
        "Ces totaux sont déjà publiés. Une seconde version dirait ce qu’une personne a demandé."
    ),
    "scheme_said": _("Dites combien vaut une demi-journée : 0 si les membres sont bénévoles."),
    "payable": _("Il faut une somme, et un membre de ce panel."),
    "own_payment": _("Cette somme est due à une autre personne."),
    "mistake_said": _("Dites quelle erreur est corrigée."),
    "timely": _(
        "Le pouls se prend une fois la séance ouverte ; le questionnaire, pendant la convention."
    ),
    "first_of_its_kind": _("Cette enquête a déjà été ouverte : elle ne l’est qu’une fois."),
    "own_answer": _("On répond avec sa propre carte, ou à la demande d’un membre."),
    "took_part": _("Le pouls est celui des personnes présentes : cette carte est notée absente."),
    "not_yet_answered": _(
        "Une réponse est déjà comptée pour cette carte. Elle ne peut plus changer."
    ),
    "something_answered": _("Choisissez au moins une réponse."),
    "sheets_fit": _(
        "Ces feuilles ne vont pas : une carte inconnue ou déjà comptée, ou plus de réponses que de feuilles."
    ),
    "enough_answers": _("Moins de cinq personnes ont répondu : rien n’est montré."),
    "sentence_waits": _("Cette phrase n’attend plus : elle est déjà publiée ou écartée."),
    "theirs_to_answer": _("Cette question est confiée à quelqu’un d’autre."),
    "theirs_to_publish": _("L’animation publie les comptes rendus, et l’organisation le reste."),
    "of_the_convention": _(
        "Ce document n’est pas de cette convention, ou personne ne peut le lire."
    ),
    "given_once": _("Ce document est déjà donné pour cette séance."),
    "session_held": _("Le compte rendu se commence une fois la séance close, et une seule fois."),
    "with_its_minutes": _("La séance avance avec son compte rendu."),
    "by_a_correction": _("Un texte en relecture ne change que par une correction acceptée."),
    "corrections_answered": _("Une correction attend encore sa réponse."),
    "read_through": _(
        "Le délai de relecture n’est pas fini, et les membres présents n’ont pas tous approuvé."
    ),
    "was_present": _("Seuls les membres présents à cette séance relisent son compte rendu."),
    "reading_open": _("Ce compte rendu n’est pas en relecture, ou le délai est passé."),
    "first_time": _("Ce membre a déjà approuvé ce compte rendu."),
}

STATES: dict[str, str] = {
    "": _("pas encore créé"),
    "abandoned": _("abandonné"),
    "accepted": _("accepté"),
    "active": _("en place"),
    "adopted": _("adopté"),
    "agenda_published": _("ordre du jour publié"),
    "alternate": _("suppléant"),
    "announced": _("annoncé"),
    "answered": _("répondu"),
    "asked": _("demandé"),
    "attended": _("a siégé"),
    "called": _("appelé"),
    "cancelled": _("annulé"),
    "captured": _("noté"),
    "closed": _("classé"),
    "confided": _("confié"),
    "confirmed": _("confirmé"),
    "consented": _("inscrit"),
    "declared": _("déclaré"),
    "declined": _("a refusé"),
    "deliberated": _("délibérée par le conseil"),
    "discarded": _("écarté"),
    "done": _("fait"),
    "due": _("dû"),
    "given_up": _("renoncé"),
    "draft": _("brouillon"),
    "drawn": _("tiré au sort"),
    "dropped": _("retiré du déroulé"),
    "ended": _("terminé"),
    "follow_up": _("en suivi"),
    "frozen": _("figé"),
    "given": _("rendu"),
    "held": _("tenu"),
    "honoured": _("suivi d’effet"),
    "in_session": _("en séances"),
    "ineligible": _("écarté"),
    "issued": _("en service"),
    "launched": _("lancée"),
    "left": _("parti"),
    "lent": _("prêté"),
    "minutes_draft": _("compte rendu en préparation"),
    "minutes_validated": _("compte rendu validé"),
    "noted": _("noté"),
    "numbered": _("numéro signé une fois"),
    "open": _("ouverte"),
    "paid": _("payé"),
    "planned": _("prévu"),
    "prepared": _("en préparation publique"),
    "proposed": _("proposé"),
    "proposals_delivered": _("propositions remises"),
    "published": _("publié"),
    "received": _("reçu"),
    "recruiting": _("en recrutement"),
    "refused": _("pas possible"),
    "replaced": _("remplacé"),
    "returned": _("rendu"),
    "revoked": _("annulée"),
    "running": _("en cours"),
    "made": _("fait"),
    "settled": _("retenu"),
    "sealed": _("scellé"),
    "set": _("fixées"),
    "set_aside": _("mis de côté"),
    "submitted": _("en relecture"),
    "taken_back": _("repris"),
    "superseded": _("remplacé par une version plus récente"),
    "unreached": _("sans réponse"),
    "transcribed": _("mis par écrit"),
    "under_study": _("à l’étude des services"),
    "validated": _("validé"),
    "void": _("annulé"),
    "withdrawn": _("retiré"),
    "working": _("en mission"),
}
