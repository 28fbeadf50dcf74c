"""What members receive for taking part: a scheme said in public, and accounts by card number."""

from isegoria.core.charter.acts.holders import ORGANISER
from isegoria.core.charter.language import act
from isegoria.core.charter.words import Audience, Role, _

OFFICE = Audience.OFFICE
HELPED = (Role.MEMBER, Role.FACILITATOR, Role.INSTITUTE, Role.PARTNER)

# fmt: off
ACTS = [
    act("scheme.declare", by=ORGANISER, moves=("", "declared"), given=("scheme_said", "reasoned"), records={"number"},
        label=_("Déclarer ce que reçoivent les membres"), tells=_("{by} a déclaré ce que reçoivent les membres, version {number}."),
        shows=_("Tout devient public. Les versions d’avant restent lisibles, avec la raison du changement.")),
    act("payment.owe", by=ORGANISER, moves=("", "due"), given=("payable",), seen_by=OFFICE, records={"number"},
        label=_("Noter une somme due"), tells=_("{by} a noté la somme {number}, due à un membre.")),
    act("payment.pay", by=ORGANISER, moves=("due", "paid"), seen_by=OFFICE, records={"number"},
        label=_("Noter que c’est payé"), tells=_("{by} a noté que la somme {number} est payée.")),
    act("payment.give_up", by=HELPED, moves=("due", "given_up"), given=("own_payment",), seen_by=OFFICE, records={"number"},
        label=_("Renoncer à cette somme"), tells=_("Un membre renonce à la somme {number}.")),
    act("payment.cancel", by=ORGANISER, moves=("due", "cancelled"), given=("mistake_said",), seen_by=OFFICE, records={"number", "reason_sha256"},
        label=_("Annuler cette somme"), tells=_("{by} a annulé la somme {number}, notée par erreur.")),
]
# fmt: on
