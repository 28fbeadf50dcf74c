"""Letters drawn from a city's register: the register is read, looked at, drawn from, and not kept.

Between the steps the file waits encrypted, for an hour at most: see recruitment/passing.py. To ask
for it again at each step would have the officer choose the same file three times, and nothing
would then say that it is the same.
"""

from dataclasses import dataclass
from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from isegoria.convention.recruitment import passing
from isegoria.convention.recruitment.channels import Relay
from isegoria.convention.recruitment.keyring import drawn as random_bytes
from isegoria.convention.recruitment.letters import Mailing
from isegoria.convention.recruitment.mailings import (
    answers_of,
    has_written,
    in_all,
    mailings_of,
    seats_of,
    senders,
    written_before,
)
from isegoria.convention.recruitment.registers import (
    Drawable,
    Known,
    Register,
    drawable,
    nowhere,
    register_of,
)
from isegoria.convention.verbs import letters as acts
from isegoria.core.charter import CHARTER
from isegoria.core.sheets.reading import Unreadable
from isegoria.core.sortition.model import Impossible
from isegoria.core.sortition.strata import Share, drawn
from isegoria.web import tokens
from isegoria.web.acting import acting
from isegoria.web.editing import UNPROCESSABLE, unless_done
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.letters_file import FORMATS, door_of, letters_file, told
from isegoria.web.recruiters.letters_forms import (
    DrawForm,
    RatesForm,
    RegisterForm,
    named,
    rate_of,
    too_many_strata,
    why_not,
)

PURPOSE = "register"
Shares = tuple[Share, ...]
ENOUGH = 4  # answers for a place, so that the draw has a choice


@dataclass(frozen=True, slots=True)
class Sent:
    """The file that was sent at the first step, read again."""

    name: str
    kept: str
    register: Register


def mailings(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    passing.sweep(request.viewer.at)
    shown = []
    for one in mailings_of(request.convention, request.viewer):
        strata = answers_of(one, request.viewer)
        more = [in_all(strata, _("Ensemble"))] if len(strata) > 1 else []
        shown.append((one, [*strata, *more]))
    can = bool(senders(request.convention, request.viewer))
    return render(request, "recruiters/letters.html", {"mailings": shown, "can": can})


def prepare(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Send the register, say what its columns are, look, then draw."""
    if not senders(request.convention, request.viewer):
        return render(request, "recruiters/letters.html", {"mailings": [], "can": False})
    step = request.POST.get("step", "")
    if step not in {"columns", "look", "draw"}:
        return _received(request)
    sent = _sent_before(request)
    if sent is None:
        return _expired(request)
    form = _asked(request, sent)
    if not form.is_valid() or step == "columns":
        return _columns(request, form, sent)
    found = drawable(
        sent.register,
        form.columns("by"),
        form.columns("homes"),
        one=form.cleaned_data["single"],
        known=_known(request) if form.cleaned_data.get("fresh") else nowhere,
    )
    if why := too_many_strata(found):
        form.add_error("by", why)
        return _columns(request, form, sent)
    return _looked(request, sent, found, draws=step == "draw")


def _known(request: RecruiterRequest) -> Known:
    """Where letters went before, so that none goes there again."""
    return partial(written_before, request.convention, request.viewer)


def _received(request: RecruiterRequest) -> HttpResponse:
    form = RegisterForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.is_bound and form.errors else 200
        return render(request, "recruiters/letters_register.html", {"form": form}, status=status)
    file = form.cleaned_data["file"]
    content, name = file.read(), file.name or ""
    try:
        register = register_of(name, content)
    except Unreadable as why:
        shown = {"form": RegisterForm(), "faults": told(why), "file": name}
        return render(request, "recruiters/letters_register.html", shown, status=UNPROCESSABLE)
    kept = tokens.sealed(
        PURPOSE,
        {
            "word": passing.keep(content, request.viewer.at),
            "name": name[:80],
            "by": str(request.viewer.account.pk if request.viewer.account else ""),
            "convention": str(request.convention.pk),
        },
        at=request.viewer.at,
    )
    sent = Sent(name, kept, register)
    return _columns(request, _asked(request, sent, fresh=True), sent)


def _asked(request: RecruiterRequest, sent: Sent, *, fresh: bool = False) -> DrawForm:
    relays = senders(request.convention, request.viewer)
    initial = {"kept": sent.kept, "answers": ENOUGH * seats_of(relays[0]) or None}
    return DrawForm(
        None if fresh else request.POST,
        titles=sent.register.sheet.titles,
        relays=relays,
        wrote=has_written(request.convention, request.viewer),
        initial=initial,
    )


def _columns(request: RecruiterRequest, form: DrawForm, sent: Sent) -> HttpResponse:
    shown = {"form": form, "file": sent.name, "count": len(sent.register.sheet.rows)}
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "recruiters/letters_columns.html", shown, status=status)


def _sent_before(request: RecruiterRequest) -> Sent | None:
    kept = request.POST.get("kept", "")[:1000]
    said = tokens.opened(PURPOSE, kept, at=request.viewer.at, life=passing.LIFE)
    whose = (
        str(request.viewer.account.pk if request.viewer.account else ""),
        str(request.convention.pk),
    )
    if not said or (said["by"], said["convention"]) != whose:
        return None
    content = passing.opened(said["word"], request.viewer.at)
    return Sent(said["name"], kept, register_of(said["name"], content)) if content else None


def _expired(request: RecruiterRequest) -> HttpResponse:
    form = RegisterForm(request.POST)
    form.is_valid()
    unless_done(form)
    form.errors.clear()
    form.add_error(
        None, _("Le fichier n’est plus là : il a servi, ou une heure a passé. Renvoyez-le.")
    )
    return render(request, "recruiters/letters_register.html", {"form": form}, status=UNPROCESSABLE)


def _looked(request: RecruiterRequest, sent: Sent, found: Drawable, *, draws: bool) -> HttpResponse:
    """The strata with their letters, before anything is done; or the draw itself."""
    form, shares = _shared(request, sent, found)
    if draws and shares:
        return _drawn(request, sent, found, form, shares)
    rates = {stratum: form[name] for stratum, name in form.strata.items()}
    shown = {
        "form": form,
        "formats": FORMATS,
        "rows": [
            (named(one.stratum), one, float(one.expected), rates[one.stratum]) for one in shares
        ],
        "rates": list(rates.values()),
        "holds": len(found.strata),
        "left_out": found.left_out,
        "letters": sum(one.letters for one in shares),
        "expected": float(sum(one.expected for one in shares)),
        "carried": form.carried(),
        "sha256": sent.register.sha256,
        "act": CHARTER["mailing.draw"],
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "recruiters/letters_look.html", shown, status=status)


def _shared(request: RecruiterRequest, sent: Sent, found: Drawable) -> tuple[RatesForm, Shares]:
    """The form with a rate for each stratum, and the letters of each; none when it cannot be."""
    holds, data = found.holds, request.POST.copy()
    for stratum in holds:
        data.setdefault(rate_of(stratum), data.get("rate", ""))
    form = RatesForm(
        data,
        titles=sent.register.sheet.titles,
        relays=senders(request.convention, request.viewer),
        wrote=has_written(request.convention, request.viewer),
        strata=holds,
    )
    if not form.is_valid():
        return form, ()
    try:
        return form, form.shares(holds)
    except Impossible as why:
        form.add_error(None, why_not(why))
        return form, ()


def _drawn(
    request: RecruiterRequest, sent: Sent, found: Drawable, form: RatesForm, shares: Shares
) -> HttpResponse:
    """The one time that the file of the letters exists: in the answer to this form."""
    said = tokens.opened(PURPOSE, sent.kept, at=request.viewer.at, life=passing.LIFE)
    if not passing.taken(said["word"]):
        return _expired(request)
    mailing = _mailing(form.sender, sent.register, shares, found.left_out)
    places = drawn(found.strata, {one.stratum: one.letters for one in shares}, mailing.seed)
    codes = acts.new_codes(request.convention, len(places))
    order = {one.stratum: at for at, one in enumerate(shares)}
    strata = [order[found.strata[place]] for place in places]
    acts.send(
        mailing,
        acting(request, form),
        codes=list(zip(strata, codes, strict=True)),
        places={where for place in places for where in found.places[place]},
    )
    rows = [
        [*found.rows[place], f"{code[:4]}-{code[4:]}", door_of(request)]
        for place, code in zip(places, codes, strict=True)
    ]
    titles = [*sent.register.sheet.titles, _("Code d’inscription"), _("Adresse d’inscription")]
    return letters_file(request, titles, rows, f"lettres-{mailing.number}")


def _mailing(sender: Relay, register: Register, shares: Shares, left_out: int) -> Mailing:
    strata = [
        {
            "name": named(one.stratum),
            "in_register": one.holds,
            "letters": one.letters,
            "expected": float(one.expected),
        }
        for one in shares
    ]
    seed = random_bytes(16).hex()
    return Mailing(
        relay=sender,
        seed=seed,
        register_sha256=register.sha256,
        strata=strata,
        left_out=left_out,
    )
