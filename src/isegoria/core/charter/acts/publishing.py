"""Documents and their versions, round tables."""

from isegoria.core.charter.acts.holders import ORGANISER, WRITING
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, _

# fmt: off
ACTS = [
    # Publishing ------------------------------------------------------------------------------
    act("version.draft", by=WRITING, moves=("", "draft"), given=("theirs_to_publish",), seen_by=Audience.OFFICE, records={"kind", "number"},
        label=_("Créer le brouillon"), tells=_("{by} a préparé un brouillon : « {subject} », version {number}.")),
    act("version.edit", by=ORGANISER, moves=("draft", STAYS), seen_by=Audience.OFFICE, records={"number"},
        label=_("Enregistrer le brouillon"), tells=_("{by} a modifié le brouillon « {subject} », version {number}.")),
    act("version.validate", by=WRITING, moves=("draft", "validated"), given=("theirs_to_publish", "complete"), seen_by=Audience.OFFICE, records={"number", "content_sha256"},
        label=_("Valider"), tells=_("{by} a validé « {subject} », version {number}.")),
    act("version.reopen", by=ORGANISER, moves=("validated", "draft"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Rouvrir le brouillon"), tells=_("{by} a rouvert le brouillon « {subject} », version {number}.")),
    act("version.publish", by=WRITING, moves=("validated", "published"), given=("theirs_to_publish",), records={"kind", "number", "content_sha256", "language"},
        label=_("Publier"), tells=_("{by} a publié « {subject} », version {number}."),
        shows=_("Le texte devient public et ne pourra plus être modifié : une correction sera une nouvelle version.")),
    act("version.supersede", by=ORGANISER, moves=("published", "superseded"), given=("replaced",), records={"number", "by_number"},
        label=_("Remplacer"), tells=_("{by} a remplacé la version {number} de « {subject} » par la version {by_number}.")),
    act("version.withdraw", by=ORGANISER, moves=(("published", "superseded"), "withdrawn"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Retirer"), tells=_("{by} a retiré « {subject} », version {number}. La raison est affichée à sa place."),
        shows=_("Le contenu n’est plus servi. À sa place, le public lit le titre, la date et votre raison.")),
    act("version.abandon", by=ORGANISER, moves=(("draft", "validated"), "abandoned"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Abandonner ce brouillon"), tells=_("{by} a abandonné le brouillon « {subject} », version {number}.")),
    act("roundtable.announce", by=ORGANISER, moves=("", "announced"), records={"starts"},
        label=_("Annoncer la table ronde"), tells=_("{by} a annoncé la table ronde « {subject} »."),
        shows=_("La table ronde et ses intervenants deviennent publics.")),
    act("roundtable.edit", by=ORGANISER, moves=(("announced", "held"), STAYS), records={"fields"},
        label=_("Enregistrer"), tells=_("{by} a modifié la table ronde « {subject} » : {fields}.")),
    act("roundtable.record", by=ORGANISER, moves=("announced", "held"), given=("begun", "transcribed"), records={"content_sha256"},
        label=_("Publier l’enregistrement"), tells=_("{by} a publié l’enregistrement et la transcription de « {subject} »."),
        shows=_("Le lien vers la vidéo et la transcription deviennent publics.")),
    act("roundtable.cancel", by=ORGANISER, moves=("announced", "cancelled"), given=("reasoned",), records={"reason_sha256"},
        label=_("Annuler la table ronde"), tells=_("{by} a annulé la table ronde « {subject} »."),
        shows=_("L’annulation et sa raison restent visibles.")),
]
# fmt: on
