"""Experts: who is heard, how they balance, and the experts that members ask for."""

from isegoria.web.facilitation import experts
from isegoria.web.routes import FACILITATION, page

HERE = "<slug:slug>/experts"
# fmt: off
urlpatterns = [
    page(f"{HERE}/", experts.hearings, "facilitation:hearings", reads=FACILITATION),
    page(f"{HERE}/annoncer/", experts.plan, "facilitation:hearing_plan", reads=FACILITATION, acts=["hearing.plan"]),
    page(f"{HERE}/demander/", experts.ask, "facilitation:request_ask", reads=FACILITATION, acts=["request.ask"]),
    page(f"{HERE}/<uuid:key>/", experts.hearing, "facilitation:hearing", reads=FACILITATION),
    page(f"{HERE}/<uuid:key>/modifier/", experts.edit, "facilitation:hearing_edit", reads=FACILITATION, acts=["hearing.edit"]),
    page(f"{HERE}/<uuid:key>/tenue/", experts.hold, "facilitation:hearing_hold", reads=FACILITATION, acts=["hearing.hold"]),
    page(f"{HERE}/<uuid:key>/enregistrement/", experts.record, "facilitation:hearing_record", reads=FACILITATION, acts=["hearing.record"]),
    page(f"{HERE}/<uuid:key>/annuler/", experts.cancel, "facilitation:hearing_cancel", reads=FACILITATION, acts=["hearing.cancel"]),
    page(f"{HERE}/demandes/<uuid:key>/donner-suite/", experts.honour, "facilitation:request_honour", reads=FACILITATION, acts=["request.honour"]),
    page(f"{HERE}/demandes/<uuid:key>/refuser/", experts.refuse, "facilitation:request_refuse", reads=FACILITATION, acts=["request.refuse"]),
]
# fmt: on
