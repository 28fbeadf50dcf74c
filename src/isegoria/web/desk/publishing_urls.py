"""The desk's pages on what is published."""

from isegoria.web.desk import publishing_documents as documents
from isegoria.web.desk import publishing_tables as tables
from isegoria.web.routes import OFFICE, page

SIMPLE_ACTS = tuple(name for name, _perform in documents.SIMPLE_ACTS.values())

# fmt: off
urlpatterns = [
    page("<slug:slug>/documents/", documents.documents, "desk:documents", reads=OFFICE),
    page("<slug:slug>/documents/nouveau/", documents.new, "desk:document_new", reads=OFFICE, acts=["version.draft"]),
    page("<slug:slug>/documents/<uuid:key>/", documents.version, "desk:version", reads=OFFICE),
    page("<slug:slug>/documents/<uuid:key>/modifier/", documents.edit, "desk:version_edit", reads=OFFICE, acts=["version.edit"]),
    page("<slug:slug>/documents/<uuid:key>/emplacement/", documents.place, "desk:version_place", reads=OFFICE, acts=["version.edit"]),
    page("<slug:slug>/documents/<uuid:key>/retirer/", documents.withdraw, "desk:version_withdraw", reads=OFFICE, acts=["version.withdraw"]),
    page("<slug:slug>/documents/<uuid:key>/suite/", documents.following, "desk:version_new", reads=OFFICE, acts=["version.draft"]),
    page("<slug:slug>/documents/<uuid:key>/fichier/", documents.file, "desk:version_file", reads=OFFICE),
    page("<slug:slug>/documents/<uuid:key>/<str:step>/", documents.act, "desk:version_act", reads=OFFICE, acts=SIMPLE_ACTS),
    page("<slug:slug>/tables-rondes/", tables.tables, "desk:round_tables", reads=OFFICE),
    page("<slug:slug>/tables-rondes/nouvelle/", tables.new, "desk:round_table_new", reads=OFFICE, acts=["roundtable.announce"]),
    page("<slug:slug>/tables-rondes/<uuid:key>/", tables.table, "desk:round_table", reads=OFFICE),
    page("<slug:slug>/tables-rondes/<uuid:key>/modifier/", tables.edit, "desk:round_table_edit", reads=OFFICE, acts=["roundtable.edit"]),
    page("<slug:slug>/tables-rondes/<uuid:key>/enregistrement/", tables.record, "desk:round_table_record", reads=OFFICE, acts=["roundtable.record"]),
    page("<slug:slug>/tables-rondes/<uuid:key>/annuler/", tables.cancel, "desk:round_table_cancel", reads=OFFICE, acts=["roundtable.cancel"]),
]
# fmt: on
