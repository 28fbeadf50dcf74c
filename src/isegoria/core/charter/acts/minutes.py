"""What members are given to read before a session; and its minutes: drafted, read by those who were there, corrected, validated, published."""

from isegoria.core.charter.acts.holders import FACILITATION, FACILITATOR
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, _

OFFICE = Audience.OFFICE
# The city's own people read nothing of what tables said before it is public.
WHO_READS = (Role.FACILITATOR, Role.MEMBER, Role.INSTITUTE, Role.PARTNER)

# fmt: off
ACTS = [
    act("handout.give", by=FACILITATION, moves=("", "given"), given=("of_the_convention", "given_once"), records={"session"},
        label=_("Donner ce document aux membres"), tells=_("{by} a donné aux membres un document pour la séance {session} : « {subject} »."),
        shows=_("Les membres et le public lisent ce document au même moment : aussitôt s’il est déjà public, sinon quand il le devient.")),
    act("handout.take", by=FACILITATION, moves=("given", "taken_back"), records={"session"},
        label=_("Ne plus donner ce document"), tells=_("{by} a retiré des documents de la séance {session} : « {subject} »."),
        shows=_("Le document n’est plus sur la page de la séance ni dans l’espace des membres. Il reste public dans la liste des documents.")),

    act("minutes.begin", by=FACILITATOR, moves=("", "draft"), given=("session_held",), seen_by=OFFICE, records={"number", "sections"},
        label=_("Commencer le compte rendu"), tells=_("{by} a commencé le compte rendu de la séance {number} : {sections} parties."),
        shows=_("La page de la séance dit qu’un compte rendu se prépare, et pour quand. Le texte n’est pas public.")),
    act("minutes.write", by=FACILITATOR, moves=("draft", STAYS), seen_by=OFFICE, records={"number", "content_sha256"},
        label=_("Enregistrer le compte rendu"), tells=_("{by} a modifié le compte rendu de la séance {number}.")),
    act("minutes.submit", by=FACILITATOR, moves=("draft", "submitted"), given=("worded",), records={"number", "due_on", "content_sha256"},
        label=_("Faire relire aux membres présents"), tells=_("{by} a fait relire le compte rendu de la séance {number} aux membres présents, jusqu’au {due_on}."),
        shows=_("Les membres présents lisent ce texte et proposent des corrections. La date de fin est publique. Le texte ne change plus que par une correction acceptée.")),
    act("minutes.correct", by=FACILITATOR, moves=("submitted", STAYS), given=("by_a_correction",), seen_by=OFFICE, records={"number", "edition", "content_sha256"},
        label=_("Corriger le compte rendu"), tells=_("{by} a corrigé le compte rendu de la séance {number} : édition {edition}.")),
    act("minutes.validate", by=FACILITATOR, moves=("submitted", "validated"), given=("corrections_answered", "read_through"), records={"number", "edition", "approved", "present", "content_sha256"},
        label=_("Valider le compte rendu"), tells=_("{by} a validé le compte rendu de la séance {number}, édition {edition} : {approved} approbations, {present} membres présents."),
        shows=_("Le nombre de membres qui ont approuvé le texte est public.")),
    act("minutes.publish", by=FACILITATOR, moves=("validated", "published"), records={"number", "edition", "content_sha256"},
        label=_("Publier le compte rendu"), tells=_("{by} a publié le compte rendu de la séance {number}, édition {edition}."),
        shows=_("Le compte rendu devient public, avec les corrections demandées et leurs réponses, sans dire qui les a demandées.")),

    act("approval.give", by=WHO_READS, moves=("", "given"), given=("own", "was_present", "reading_open", "first_time"), seen_by=OFFICE, records={"number", "edition"},
        label=_("C’est bien ce qui s’est dit"), tells=_("{by} a approuvé le compte rendu de la séance {number}, édition {edition}."),
        shows=_("Le nombre de membres qui approuvent est public. Personne ne lit lesquels.")),
    act("correction.propose", by=WHO_READS, moves=("", "proposed"), given=("own", "was_present", "reading_open", "worded"), seen_by=OFFICE, records={"number", "session"},
        label=_("Demander cette correction"), tells=_("{by} a enregistré la correction {number} au compte rendu de la séance {session}."),
        shows=_("La correction et sa réponse seront publiques avec le compte rendu, sans dire qui l’a demandée.")),
    act("correction.accept", by=FACILITATOR, moves=("proposed", "accepted"), given=("worded",), records={"number", "session", "edition"},
        label=_("Accepter, et changer le texte"), tells=_("{by} a accepté la correction {number} au compte rendu de la séance {session} : édition {edition}."),
        shows=_("La personne qui l’a demandée lit le nouveau texte aussitôt.")),
    act("correction.refuse", by=FACILITATOR, moves=("proposed", "refused"), given=("reasoned",), records={"number", "session", "reason_sha256"},
        label=_("Ne pas retenir cette correction"), tells=_("{by} n’a pas retenu la correction {number} au compte rendu de la séance {session}."),
        shows=_("La personne qui l’a demandée lit votre raison aussitôt. La correction et la raison seront publiques avec le compte rendu.")),
]
# fmt: on
