"""The desk's pages on people: bodies and seats, which are public; roles, which are not."""

from isegoria.core.charter import Role
from isegoria.web.desk import people_bodies as bodies
from isegoria.web.desk import people_roles as roles
from isegoria.web.routes import OFFICE, STEWARDS, page

ADMINISTRATION = frozenset({Role.ADMINISTRATOR})
GIVE = ("appointment.grant", "appointment.name_guarantor")
END = ("appointment.end", "appointment.end_guarantor")

# fmt: off
urlpatterns = [
    page("administration/", roles.roles, "desk:administration", reads=ADMINISTRATION),
    page("administration/donner/", roles.give, "desk:administration_give", reads=ADMINISTRATION, acts=["appointment.grant"]),
    page("administration/<uuid:key>/retirer/", roles.end, "desk:administration_end", reads=ADMINISTRATION, acts=["appointment.end"]),
    page("<slug:slug>/personnes/", bodies.bodies, "desk:people", reads=OFFICE),
    page("<slug:slug>/personnes/nouvelle-instance/", bodies.new_body, "desk:body_new", reads=OFFICE, acts=["body.create"]),
    page("<slug:slug>/personnes/instances/<uuid:key>/", bodies.edit_body, "desk:body", reads=OFFICE, acts=["body.describe"]),
    page("<slug:slug>/personnes/instances/<uuid:key>/siege/", bodies.new_seat, "desk:seat_new", reads=OFFICE, acts=["seat.fill"]),
    page("<slug:slug>/personnes/sieges/<uuid:key>/", bodies.seat, "desk:seat", reads=OFFICE),
    page("<slug:slug>/personnes/sieges/<uuid:key>/corriger/", bodies.edit_seat, "desk:seat_edit", reads=OFFICE, acts=["seat.correct"]),
    page("<slug:slug>/personnes/sieges/<uuid:key>/fin/", bodies.end_seat, "desk:seat_end", reads=OFFICE, acts=["seat.end"]),
    page("<slug:slug>/personnes/sieges/<uuid:key>/interets/", bodies.declare, "desk:interest", reads=OFFICE, acts=["interest.declare"]),
    page("<slug:slug>/roles/", roles.roles, "desk:appointments", reads=STEWARDS),
    page("<slug:slug>/roles/donner/", roles.give, "desk:appointment_give", reads=STEWARDS, acts=GIVE),
    page("<slug:slug>/roles/<uuid:key>/retirer/", roles.end, "desk:appointment_end", reads=STEWARDS, acts=END),
]
# fmt: on
