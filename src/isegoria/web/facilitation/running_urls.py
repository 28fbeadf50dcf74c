"""The pages of a run-sheet, of a session under way, of who came and of what was lent."""

from isegoria.web.facilitation import attendance, loans, running, sequences
from isegoria.web.routes import FACILITATION, page

# fmt: off
urlpatterns = [
    page("<slug:slug>/seances/<uuid:key>/deroule/", sequences.run_sheet, "facilitation:run_sheet", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/deroule/imprimer/", sequences.printed, "facilitation:run_sheet_print", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/deroule/methodes/", sequences.methods, "facilitation:methods", reads=FACILITATION),
    page("<slug:slug>/seances/<uuid:key>/deroule/ajouter/<slug:method>/", sequences.new, "facilitation:sequence_new", reads=FACILITATION, acts=["sequence.add"]),
    page("<slug:slug>/sequences/<uuid:key>/", sequences.edit, "facilitation:sequence_edit", reads=FACILITATION, acts=["sequence.edit"]),
    page("<slug:slug>/sequences/<uuid:key>/deplacer/", sequences.move, "facilitation:sequence_move", reads=FACILITATION, acts=["sequence.move"]),
    page("<slug:slug>/sequences/<uuid:key>/retirer/", sequences.drop, "facilitation:sequence_drop", reads=FACILITATION, acts=["sequence.drop"]),
    page("<slug:slug>/sequences/<uuid:key>/remettre/", sequences.restore, "facilitation:sequence_restore", reads=FACILITATION, acts=["sequence.restore"]),
    page("<slug:slug>/seances/<uuid:key>/conduire/", running.running, "facilitation:running", reads=FACILITATION),
    page("<slug:slug>/sequences/<uuid:key>/commencer/", running.start, "facilitation:sequence_start", reads=FACILITATION, acts=["sequence.start"]),
    page("<slug:slug>/sequences/<uuid:key>/terminer/", running.end, "facilitation:sequence_end", reads=FACILITATION, acts=["sequence.end", "sequence.start"]),
    page("<slug:slug>/sequences/<uuid:key>/noter/", running.note, "facilitation:sequence_note", reads=FACILITATION, acts=["sequence.note"]),
    page("<slug:slug>/seances/<uuid:key>/presences/", attendance.roll, "facilitation:attendance", reads=FACILITATION, acts=["presence.note", "presence.correct"]),
    page("<slug:slug>/prets/", loans.loans, "facilitation:loans", reads=FACILITATION),
    page("<slug:slug>/prets/demander/", loans.ask, "facilitation:loan_ask", reads=FACILITATION, acts=["loan.ask"]),
    page("<slug:slug>/prets/<uuid:key>/preter/", loans.lend, "facilitation:loan_lend", reads=FACILITATION, acts=["loan.lend"]),
    page("<slug:slug>/prets/<uuid:key>/rendu/", loans.give_back, "facilitation:loan_give_back", reads=FACILITATION, acts=["loan.give_back"]),
    page("<slug:slug>/prets/<uuid:key>/refuser/", loans.refuse, "facilitation:loan_refuse", reads=FACILITATION, acts=["loan.refuse"]),
]
# fmt: on
