"""The desk's pages on the convention itself: what is asked, when, for whom, and who did it."""

from isegoria.convention.stewardship.actions import NEXT_STEPS
from isegoria.web.desk import (
    calendars,
    conventions,
    deeds,
    gates,
    mandates,
    matrix,
    quotas,
    translations,
)
from isegoria.web.desk import quota_drafts as drafts
from isegoria.web.desk import quota_versions as quota_files
from isegoria.web.routes import OFFICE, SIGNED_IN, STEWARDS, page
from isegoria.web.ui.views import gallery

# fmt: off
urlpatterns = [
    page("", conventions.home, "desk:home", reads=SIGNED_IN),
    page("composants/", gallery, "desk:components", reads=SIGNED_IN),
    page("nouvelle/", conventions.create, "desk:create", reads=STEWARDS, acts=["convention.create"]),
    page("<slug:slug>/", conventions.dashboard, "desk:convention", reads=STEWARDS),
    page("<slug:slug>/presentation/", conventions.describe, "desk:describe", reads=OFFICE, acts=["convention.describe"]),
    page("<slug:slug>/traductions/", translations.translate, "desk:translations", reads=OFFICE, acts=["convention.translate"]),
    page("<slug:slug>/mandat/", mandates.versions, "desk:mandate", reads=OFFICE),
    page("<slug:slug>/mandat/nouveau/", mandates.new, "desk:mandate_new", reads=OFFICE, acts=["mandate.adopt"]),
    page("<slug:slug>/calendrier/", calendars.lanes, "desk:calendar", reads=OFFICE),
    page("<slug:slug>/calendrier/nouveau/", calendars.add, "desk:calendar_add", reads=OFFICE, acts=["calendar.add"]),
    page("<slug:slug>/calendrier/nouvelle-periode/", calendars.add_window, "desk:calendar_add_window", reads=OFFICE, acts=["calendar.add"]),
    page("<slug:slug>/calendrier/<uuid:key>/", calendars.item, "desk:calendar_item", reads=OFFICE),
    page("<slug:slug>/calendrier/<uuid:key>/deplacer/", calendars.move, "desk:calendar_move", reads=OFFICE, acts=["calendar.move"]),
    page("<slug:slug>/calendrier/<uuid:key>/date-reelle/", calendars.hold, "desk:calendar_hold", reads=OFFICE, acts=["calendar.hold"]),
    page("<slug:slug>/calendrier/<uuid:key>/annuler/", calendars.cancel, "desk:calendar_cancel", reads=OFFICE, acts=["calendar.cancel"]),
    page("<slug:slug>/preparation/", gates.gate, "desk:gate", reads=OFFICE),
    page("<slug:slug>/preparation/annoncer/", gates.announce, "desk:announce", reads=OFFICE, acts=["convention.announce"]),
    page("<slug:slug>/preparation/lancer/", gates.launch, "desk:launch", reads=OFFICE, acts=["convention.launch"]),
    page("<slug:slug>/preparation/lancer-malgre-tout/", gates.launch_unready, "desk:launch_unready", reads=OFFICE, acts=["convention.launch_unready"]),
    page("<slug:slug>/etape/<str:step>/", gates.advance, "desk:advance", reads=OFFICE, acts=NEXT_STEPS),
    page("<slug:slug>/quotas/", quotas.tables, "desk:quotas", reads=OFFICE),
    page("<slug:slug>/quotas/importer/", quotas.upload, "desk:quota_upload", reads=OFFICE, posts=True),
    page("<slug:slug>/quotas/importer/confirmer/", quotas.import_table, "desk:quota_import", reads=OFFICE, acts=["quotas.import"]),
    page("<slug:slug>/quotas/<int:number>/", quotas.table, "desk:quota_table", reads=OFFICE),
    page("<slug:slug>/quotas/<int:number>/figer/", quotas.freeze, "desk:quota_freeze", reads=OFFICE, acts=["quotas.freeze"]),
    page("<slug:slug>/quotas/<int:number>/ecarter/", quotas.discard, "desk:quota_discard", reads=OFFICE, acts=["quotas.discard"]),
    page("<slug:slug>/quotas/nouveau/", drafts.begin, "desk:quota_begin", reads=OFFICE, acts=["quotas.import"]),
    page("<slug:slug>/quotas/<int:number>/taille/", drafts.describe, "desk:quota_about", reads=OFFICE, acts=["quotas.edit"]),
    page("<slug:slug>/quotas/<int:number>/chiffres/", drafts.figures, "desk:quota_figures", reads=OFFICE, posts=True),
    page("<slug:slug>/quotas/<int:number>/critere/", drafts.criterion, "desk:quota_criterion", reads=OFFICE, acts=["quotas.edit"]),
    page("<slug:slug>/quotas/<int:number>/critere/retirer/", drafts.remove, "desk:quota_remove", reads=OFFICE, acts=["quotas.edit"]),
    page("<slug:slug>/quotas/<int:number>/critere/deplacer/", drafts.move, "desk:quota_move", reads=OFFICE, acts=["quotas.edit"]),
    page("<slug:slug>/quotas/<int:number>/differences/", quota_files.compare, "desk:quota_compare", reads=OFFICE),
    page("<slug:slug>/quotas/<int:number>/table.csv", quota_files.csv, "desk:quota_csv", reads=OFFICE),
    page("<slug:slug>/quotas/<int:number>/table.xlsx", quota_files.xlsx, "desk:quota_xlsx", reads=OFFICE),
    page("<slug:slug>/qui-a-fait-quoi/", deeds.journal, "desk:journal", reads=OFFICE),
    page("<slug:slug>/qui-a-fait-quoi.csv", deeds.download, "desk:journal_csv", reads=OFFICE),
    page("<slug:slug>/qui-voit-quoi/", matrix.matrix, "desk:matrix", reads=STEWARDS),
]
# fmt: on
