"""The pages of those who prepare and run the sessions."""

from isegoria.web.facilitation import running_urls, sessions, tables, views, ways
from isegoria.web.facilitation.capture_urls import urlpatterns as captures
from isegoria.web.facilitation.expert_urls import urlpatterns as expert_pages
from isegoria.web.facilitation.inquiry_urls import urlpatterns as inquiry_pages
from isegoria.web.facilitation.member_urls import urlpatterns as member_pages
from isegoria.web.facilitation.minutes_urls import urlpatterns as minutes_pages
from isegoria.web.facilitation.question_urls import urlpatterns as question_pages
from isegoria.web.routes import FACILITATION, page

app_name = "facilitation"
# fmt: off
urlpatterns = [
    *question_pages,
    *expert_pages,
    *minutes_pages,
    *inquiry_pages,
    *member_pages,
    page("<slug:slug>/", views.convention, "facilitation:convention", reads=FACILITATION),
    page("<slug:slug>/seances/nouvelle/", sessions.plan, "facilitation:session_plan", reads=FACILITATION, acts=["session.plan"]),
    page("<slug:slug>/seances/<uuid:key>/", sessions.session, "facilitation:session", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/modifier/", sessions.edit, "facilitation:session_edit", reads=FACILITATION, acts=["session.edit"]),
    page("<slug:slug>/seances/<uuid:key>/a-distance/", ways.ways, "facilitation:session_ways", reads=FACILITATION, acts=["session.edit"]),
    page("<slug:slug>/seances/<uuid:key>/deplacer/", sessions.rearrange, "facilitation:session_rearrange", reads=FACILITATION, acts=["session.rearrange"]),
    page("<slug:slug>/seances/<uuid:key>/annoncer/", sessions.publish, "facilitation:session_publish", reads=FACILITATION, acts=["session.publish_agenda"]),
    page("<slug:slug>/seances/<uuid:key>/ouvrir/", sessions.open_, "facilitation:session_open", reads=FACILITATION, acts=["session.open"]),
    page("<slug:slug>/seances/<uuid:key>/clore/", sessions.close, "facilitation:session_close", reads=FACILITATION, acts=["session.close"]),
    page("<slug:slug>/seances/<uuid:key>/annuler/", sessions.cancel, "facilitation:session_cancel", reads=FACILITATION, acts=["session.cancel"]),
    page("<slug:slug>/seances/<uuid:key>/tables/", tables.tables, "facilitation:tables", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/tables/nouveau/", tables.new, "facilitation:seating_new", reads=FACILITATION, acts=["seating.make"]),
    page("<slug:slug>/tables/<uuid:key>/", tables.plan, "facilitation:seating", reads=FACILITATION),
    page("<slug:slug>/tables/<uuid:key>/retenir/", tables.settle, "facilitation:seating_settle", reads=FACILITATION, acts=["seating.settle"]),
    page("<slug:slug>/tables/<uuid:key>/adapter/", tables.adapt, "facilitation:seating_adapt", reads=FACILITATION, acts=["seating.adapt"]),
    page("<slug:slug>/tables/<uuid:key>/ecarter/", tables.discard, "facilitation:seating_discard", reads=FACILITATION, acts=["seating.discard"]),
    page("<slug:slug>/tables/<uuid:key>/imprimer/", tables.printed, "facilitation:seating_print", reads=FACILITATION),
    page("<slug:slug>/tables/<uuid:key>/tables.csv", tables.sheet, "facilitation:seating_sheet", reads=FACILITATION),
    *running_urls.urlpatterns,
    *captures,
]
# fmt: on
