"""What is said in a sequence: kept for a table, never for a person, then confirmed and published."""

from isegoria.core.charter.acts.holders import AT_A_TABLE, FACILITATOR
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, _

NOT_YET_PUBLIC = ("captured", "transcribed", "confirmed")
SIGNED_IN = (*NOT_YET_PUBLIC, "published")
EVERYWHERE = (*SIGNED_IN, "withdrawn", "set_aside")
OFFICE, TABLE = Audience.OFFICE, (Role.MEMBER,)

# fmt: off
ACTS = [
    act("capture.take", by=AT_A_TABLE, moves=("", "captured"), given=("capture_time", "something_said", "enough_people"), seen_by=OFFICE, records={"kind", "entered_for", "late"}, nameless=TABLE,
        label=_("Garder"), tells=_("{by} a gardé ce qui s’est dit : {subject}.")),
    act("capture.count", by=FACILITATOR, moves=("captured", STAYS), given=("enough_people",), seen_by=OFFICE,
        label=_("Compter de nouveau"), tells=_("{by} a compté de nouveau : {subject}.")),
    act("capture.transcribe", by=AT_A_TABLE, moves=(NOT_YET_PUBLIC, "transcribed"), given=("theirs", "something_said"), seen_by=OFFICE, records={"wording"}, nameless=TABLE,
        label=_("Écrire ou corriger le texte"), tells=_("{by} a écrit le texte de : {subject}.")),
    act("capture.confirm", by=AT_A_TABLE, moves=(("captured", "transcribed"), "confirmed"), given=("theirs", "in_words"), seen_by=OFFICE, nameless=TABLE,
        label=_("C’est bien ce que nous avons dit"), tells=_("{by} a confirmé : {subject}.")),
    act("capture.set_aside", by=AT_A_TABLE, moves=(NOT_YET_PUBLIC, "set_aside"), given=("theirs", "reasoned"), seen_by=OFFICE, nameless=TABLE,
        label=_("Mettre de côté"), tells=_("{by} a mis de côté : {subject}.")),
    act("capture.show", by=FACILITATOR, moves=(NOT_YET_PUBLIC, STAYS), given=("in_words", "enough_people"), seen_by=OFFICE,
        label=_("Montrer dans la salle"), tells=_("{by} a montré dans la salle : {subject}."),
        shows=_("Les personnes dans la salle et les membres à distance le voient. Le site public ne le montre pas.")),
    act("capture.hide", by=FACILITATOR, moves=(NOT_YET_PUBLIC, STAYS), seen_by=OFFICE,
        label=_("Ne plus montrer dans la salle"), tells=_("{by} a cessé de montrer dans la salle : {subject}.")),
    act("capture.publish", by=FACILITATOR, moves=("confirmed", "published"), given=("in_words", "enough_people"), records={"kind", "content_sha256"},
        label=_("Publier"), tells=_("{by} a publié ce qui s’est dit : {subject}."),
        shows=_("Le texte, l’image ou le son devient public, au nom de la table. Aucune personne n’est nommée, sauf si elle a signé.")),
    act("capture.withdraw", by=(Role.FACILITATOR, Role.ORGANISER), moves=("published", "withdrawn"), given=("reasoned",), records={"kind", "reason_sha256"},
        label=_("Retirer de la publication"), tells=_("{by} a retiré de la publication : {subject}."),
        shows=_("Le contenu disparaît du site. Une marque reste, avec la date et votre raison.")),
    act("capture.sign", by=(Role.FACILITATOR, Role.MEMBER), moves=(SIGNED_IN, STAYS), given=("theirs", "consenting"), seen_by=OFFICE,
        label=_("Signer"), tells=_("Une personne a signé : {subject}."),
        shows=_("Le nom choisi paraît à côté du texte dès qu’il est public. La personne peut l’enlever quand elle veut, sans dire pourquoi.")),
    act("capture.unsign", by=(Role.FACILITATOR, Role.MEMBER, Role.ORGANISER, Role.GUARANTOR), moves=(EVERYWHERE, STAYS), given=("signed", "own_signature"), seen_by=OFFICE,
        label=_("Enlever la signature"), tells=_("Une personne a enlevé sa signature : {subject}."),
        shows=_("Le nom disparaît aussitôt du site et des fichiers à télécharger.")),
]
# fmt: on
