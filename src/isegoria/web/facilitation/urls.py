"""The pages of those who prepare and run the sessions."""

from isegoria.web.facilitation import tables, views
from isegoria.web.routes import FACILITATION, page

app_name = "facilitation"
# fmt: off
urlpatterns = [
    page("<slug:slug>/", views.convention, "facilitation:convention", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/", views.session, "facilitation:session", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/tables/", tables.tables, "facilitation:tables", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/tables/nouveau/", tables.new, "facilitation:seating_new", reads=FACILITATION, acts=["seating.make"]),
    page("<slug:slug>/tables/<uuid:key>/", tables.plan, "facilitation:seating", reads=FACILITATION),
    page("<slug:slug>/tables/<uuid:key>/retenir/", tables.settle, "facilitation:seating_settle", reads=FACILITATION, acts=["seating.settle"]),
    page("<slug:slug>/tables/<uuid:key>/adapter/", tables.adapt, "facilitation:seating_adapt", reads=FACILITATION, acts=["seating.adapt"]),
    page("<slug:slug>/tables/<uuid:key>/ecarter/", tables.discard, "facilitation:seating_discard", reads=FACILITATION, acts=["seating.discard"]),
    page("<slug:slug>/tables/<uuid:key>/imprimer/", tables.printed, "facilitation:seating_print", reads=FACILITATION),
    page("<slug:slug>/tables/<uuid:key>/tables.csv", tables.sheet, "facilitation:seating_sheet", reads=FACILITATION),
]
# fmt: on
