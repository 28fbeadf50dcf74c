"""A second letter to those that nobody answered: the file of the letters comes back shorter.

The site does not know where its letters went. The file that it gave is sent again; the lines whose
code nobody used are given back, and nothing of them is kept.
"""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.recruitment.letters import Mailing
from isegoria.convention.recruitment.mailings import mailing_at, plain_code, unanswered
from isegoria.convention.recruitment.registers import register_of
from isegoria.convention.verbs import letters as acts
from isegoria.core.charter import CHARTER
from isegoria.core.sheets.reading import Fault, Sheet, Unreadable
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.reasons import reason_of
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.letters_file import letters_file, told
from isegoria.web.recruiters.letters_forms import RemindForm

Rows = Sequence[tuple[str, ...]]


def remind(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001 -- found by access
    mailing = mailing_at(request.convention, request.viewer, key)
    if mailing is None:
        raise Http404
    form = RemindForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, mailing, form)
    file = form.cleaned_data["file"]
    name = file.name or ""
    try:
        sheet = register_of(name, file.read()).sheet
        rows = _left(request, mailing, sheet)
        acts.remind(mailing, acting(request, form), unanswered=len(rows))
    except Unreadable as why:
        return _shown(request, mailing, form, faults=told(why), file=name)
    except Refused as refused:
        form.add_error(None, reason_of(refused.decision))
        return _shown(request, mailing, form)
    return letters_file(request, sheet.titles, rows, f"relance-{mailing.number}")


def _shown(
    request: RecruiterRequest,
    mailing: Mailing,
    form: RemindForm,
    *,
    faults: Sequence[Fault] = (),
    file: str = "",
) -> HttpResponse:
    shown = {
        "form": form,
        "mailing": mailing,
        "faults": faults,
        "file": file,
        "act": CHARTER["mailing.remind"],
    }
    wrong = bool(faults) or bool(form.is_bound and form.errors)
    status = UNPROCESSABLE if wrong else 200
    return render(request, "recruiters/letters_remind.html", shown, status=status)


def _left(request: RecruiterRequest, mailing: Mailing, sheet: Sheet) -> Rows:
    """The lines whose code nobody has used. Raises Unreadable."""
    rows = [cells for _line, cells in sheet.rows]
    for column in range(len(sheet.titles) - 1, -1, -1):
        codes = [plain_code(row[column]) for row in rows]
        known = unanswered(mailing, request.viewer, set(codes))
        if known:
            return _waiting(sheet.name, rows, [known.get(code, False) for code in codes])
    raise _fault(
        sheet.name,
        _("Aucun code de ce fichier n’est celui d’une lettre de cet envoi."),
        _("Envoyez le fichier des lettres de cet envoi, avec la colonne des codes."),
    )


def _waiting(name: str, rows: Rows, waits: Sequence[bool]) -> Rows:
    left = [row for row, one in zip(rows, waits, strict=True) if one]
    if not left:
        raise _fault(
            name,
            _("Chaque lettre de ce fichier a déjà une réponse."),
            _("Il n’y a personne à relancer."),
        )
    return left


def _fault(name: str, problem: str, remedy: str) -> Unreadable:
    return Unreadable([Fault(name, problem, remedy)])
