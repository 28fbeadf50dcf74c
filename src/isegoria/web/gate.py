"""The launch-readiness gate, in words."""

from django.utils.translation import gettext_lazy as _

GATE_NAMES = {
    "mandate": _("le mandat voté"),
    "calendar": _("un calendrier daté"),
    "committee_members": _("la composition du comité de suivi"),
    "committee_mission": _("la mission du comité de suivi"),
    "quotas": _("la table des quotas, avec ses sources"),
    "presentation": _("la présentation de la convention"),
    "opinion": _("l’avis des garants"),
}
