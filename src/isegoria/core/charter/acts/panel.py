"""People, the public draw, the panel."""

from isegoria.core.charter.acts.holders import ANYONE, FIELD, GUARANTOR, RECRUITMENT
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, Window, _

# fmt: off
ACTS = [
    # Recruitment: people -----------------------------------------------------------------------
    act("candidate.enter", by=FIELD, during={Window.RECRUITMENT}, moves=("", "consented"), given=("own", "channel_open", "in_time", "consenting", "reachable", "known_answers", "not_known"), seen_by=Audience.RECRUITMENT,
        label=_("Enregistrer cette personne"), tells=_("{by} a enregistré une personne qui accepte d’être tirée au sort.")),
    act("candidate.register", by=(*FIELD, *ANYONE), during={Window.RECRUITMENT}, moves=("", "consented"), given=("lettered", "channel_open", "in_time", "consenting", "reachable", "known_answers", "not_known"), seen_by=Audience.RECRUITMENT,
        label=_("M’inscrire au tirage"), tells=_("Une personne invitée par lettre s’est inscrite.")),
    act("candidate.correct", by=FIELD, moves=(("consented", "alternate", "called", "unreached", "drawn", "confirmed", "attended"), STAYS), given=("own", "in_time", "reachable", "known_answers", "not_known"), seen_by=Audience.RECRUITMENT,
        label=_("Corriger cette fiche"), tells=_("{by} a corrigé ce qui est écrit d’une personne.")),
    act("candidate.rule_out", by=RECRUITMENT, moves=("consented", "ineligible"), given=("reasoned",), seen_by=Audience.RECRUITMENT,
        label=_("Écarter cette personne"), tells=_("{by} a écarté une personne qui ne peut pas être tirée au sort.")),
    act("candidate.withdraw", by=(*FIELD, Role.MEMBER, Role.FACILITATOR), moves=(("consented", "alternate", "called", "unreached", "drawn", "confirmed", "attended"), "withdrawn"), given=("own",), seen_by=Audience.RECRUITMENT,
        label=_("Noter le retrait"), tells=_("{by} a noté le retrait d’une personne.")),
    act("candidate.seat", by=(Role.GUARANTOR,), moves=("consented", "drawn"), given=("vacant",), seen_by=Audience.RECRUITMENT,
        label=_("Donner une place"), tells=_("Le tirage a donné une place à une personne.")),
    act("candidate.stand_by", by=RECRUITMENT, moves=("consented", "alternate"), given=("ranked",), seen_by=Audience.RECRUITMENT,
        label=_("Inscrire comme suppléant"), tells=_("{by} a inscrit une personne parmi les suppléants.")),
    act("candidate.confirm", by=RECRUITMENT, moves=("drawn", "confirmed"), seen_by=Audience.RECRUITMENT,
        label=_("Noter sa confirmation"), tells=_("{by} a noté la confirmation d’une personne tirée au sort.")),
    act("candidate.call", by=RECRUITMENT, moves=(("consented", "alternate", "unreached"), "called"), given=("vacant", "in_reserve", "in_turn", "before_the_last_replacement"), seen_by=Audience.RECRUITMENT,
        label=_("Appeler"), tells=_("{by} appelle une personne pour une place vacante.")),
    act("candidate.accept", by=RECRUITMENT, moves=("called", "confirmed"), given=("vacant", "before_the_last_replacement"), seen_by=Audience.RECRUITMENT,
        label=_("Noter son accord"), tells=_("{by} a noté l’accord d’une personne appelée.")),
    act("candidate.decline", by=RECRUITMENT, moves=(("drawn", "called"), "declined"), seen_by=Audience.RECRUITMENT,
        label=_("Noter son refus"), tells=_("{by} a noté le refus d’une personne.")),
    act("candidate.give_up", by=RECRUITMENT, moves=(("drawn", "called"), "unreached"), given=("tried_enough",), seen_by=Audience.RECRUITMENT, records={"tries"},
        label=_("Noter qu’il n’y a pas de réponse"), tells=_("{by} n’a pas pu joindre une personne, après {tries} essais.")),
    act("candidate.attend", by=(Role.RECRUITER, Role.FACILITATOR), moves=("confirmed", "attended"), seen_by=Audience.RECRUITMENT,
        label=_("Noter sa présence"), tells=_("{by} a noté la première présence d’une personne.")),
    act("candidate.replace", by=RECRUITMENT, moves=(("withdrawn", "declined", "unreached"), "replaced"), given=("taken_over",), seen_by=Audience.RECRUITMENT,
        label=_("Remplacer"), tells=_("{by} a noté le remplacement d’une personne.")),
    act("erasure.perform", by=(Role.RECRUITER, Role.HOST), moves=("", "done"), given=("due", "somebody", "out_of_the_panel"), records={"count", "on_request"},
        label=_("Effacer"), tells=_("{by} a effacé ce qui était gardé de {count} personnes."),
        shows=_("Le nombre de personnes effacées est public. Rien d’elles ne pourra être retrouvé.")),

    # Recruitment: the public draw, and the panel -----------------------------------------------
    act("draw.seal", by=RECRUITMENT, moves=("", "sealed"), given=("table_in_force", "alone", "same_pool", "two_guarantors", "reasoned"), records={"number", "notice_sha256", "seats", "candidates", "algorithm", "theta"},
        label=_("Sceller et publier la liste"), tells=_("{by} a scellé la liste du tirage {number} : {candidates} candidatures, {seats} places, empreinte {notice_sha256}."),
        shows=_("La liste scellée, la table des quotas et l’origine du numéro sont publiées : plus rien ne peut y changer.")),
    act("draw.sign", by=GUARANTOR, moves=("sealed", "numbered"), given=("named_in_the_notice", "same_table", "in_the_list"), records={"ticket"},
        label=_("Signer le numéro"), tells=_("{by} a signé le numéro tiré : {ticket}."),
        shows=_("Le numéro et la première signature sont publics. Le panel sera connu à la seconde.")),
    act("draw.contest", by=GUARANTOR, moves=("numbered", "sealed"), given=("another_guarantor", "reasoned"), records={"ticket", "reason_sha256"},
        label=_("Contester ce numéro"), tells=_("{by} a contesté le numéro {ticket} : il est à signer de nouveau."),
        shows=_("La contestation est publique.")),
    act("draw.countersign", by=GUARANTOR, moves=("numbered", "drawn"), given=("named_in_the_notice", "same_table", "another_guarantor", "same_number"), records={"ticket", "outcome_sha256"},
        label=_("Contresigner le numéro"), tells=_("{by} a contresigné le numéro {ticket} : le panel de ce numéro est tiré."),
        shows=_("Le panel du numéro signé est ouvert : chacun peut vérifier qu’il était scellé avant le tirage.")),
    act("draw.void", by=RECRUITMENT, moves=(("sealed", "numbered"), "void"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Annuler ce tirage"), tells=_("{by} a annulé le tirage {number}."),
        shows=_("Le tirage annulé et votre raison restent publics.")),
    act("draw.read", by=GUARANTOR, moves=(("sealed", "numbered", "drawn", "void"), STAYS), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Lire les ouvertures"), tells=_("{by} a lu les ouvertures du tirage {number}."),
        shows=_("Cette lecture est publique, avec sa date.")),
    act("draw.derogate", by=RECRUITMENT, moves=("drawn", STAYS), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Appeler hors de l’ordre"), tells=_("{by} a appelé une personne hors de l’ordre, pour une place vide du panel du tirage {number}."),
        shows=_("Cet appel et votre raison sont publics, et les garants en sont prévenus. Ne nommez personne.")),
    act("composition.publish", by=RECRUITMENT, moves=("", "published"), given=("drawn", "still_counted"), records={"number", "filled", "seats", "pool"},
        label=_("Publier la composition"), tells=_("{by} a publié la composition du panel, version {number} : {filled} places sur {seats}."),
        shows=_("Les totaux par critère sont publics ; les petits nombres sont regroupés. Qui a trouvé qui est effacé.")),
]
# fmt: on
