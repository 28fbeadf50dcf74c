"""The public draw, for anybody: what is sealed and when, what was signed, and how to check it.

Nothing here says who is in the list, what they answered, or how many of whom a panel holds.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.draws import Draw, Source
from isegoria.convention.recruitment.published import draw_numbered, draws_of
from isegoria.web import drawing
from isegoria.web.public.draw_forms import ReceiptForm
from isegoria.web.public.pages import Trail, asked, at, shown

HERE = "public:recruitment"


def draws(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    found = draws_of(asked(request))
    return shown(
        request,
        "draws",
        here=HERE,
        trail=_trail(request, (_("Tirage au sort"), "")),
        draws=[(one, drawing.tone_of(one), drawing.state_of(one)) for one in found],
    )


def how(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return shown(
        request,
        "how_the_draw_works",
        here=HERE,
        trail=_trail(
            request,
            (_("Tirage au sort"), at("public:draws", asked(request))),
            (_("Comment il marche"), ""),
        ),
        columns=(_("Prénom"), _("Réponses"), _("Chance")),
        people=_example(),
    )


def _example() -> list[tuple[str, str, str]]:
    """Six people for two seats: the example of docs/methods/draw.md."""
    young_woman, woman = _("femme, moins de 40 ans"), _("femme, 40 ans ou plus")
    young_man, man = _("homme, moins de 40 ans"), _("homme, 40 ans ou plus")
    quarter, most = _("1 sur 4"), _("3 sur 4")
    return [
        ("Alice", young_woman, quarter),
        (_("Bénédicte"), woman, quarter),
        (_("Chloé"), woman, quarter),
        ("Dominique", woman, quarter),
        (_("Élie"), young_man, most),
        ("Farid", man, quarter),
    ]


def draw(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    one = _found(request, number)
    notice = one.published
    return shown(
        request,
        "draw",
        here=HERE,
        trail=_trail(
            request, (_("Tirage au sort"), at("public:draws", asked(request))), (name_of(one), "")
        ),
        draw=one,
        name=name_of(one),
        said=drawing.state_of(one),
        tone=drawing.tone_of(one),
        ticket=drawing.number_of(one),
        facts=_facts(one),
        figures=drawing.figures(one.certificate),
        follows=drawing.followed(one),
        signed=_signed(one),
        remarks=one.remarks.all(),
        tickets=len(notice["tickets"]),
    )


def notice_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    return drawing.file_of(_found(request, number).published, "notice.json")


def record_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    return drawing.file_of(_found(request, number).steps, "record.json")


def receipt(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """Somebody's receipt against the published notice. Nothing of it is kept."""
    one = _found(request, number)
    form = ReceiptForm(request.POST or None, request.FILES or None)
    verdict = None
    if request.method == "POST" and form.is_valid():
        verdict = drawing.received(one, form.document)
    return shown(
        request,
        "draw_receipt",
        here=HERE,
        trail=_trail(
            request,
            (_("Tirage au sort"), at("public:draws", asked(request))),
            (name_of(one), at("public:draw", asked(request), number)),
            (_("Vérifier un reçu"), ""),
        ),
        status=422 if form.is_bound and form.errors else 200,
        draw=one,
        form=form,
        verdict=verdict,
    )


def name_of(one: Draw) -> str:
    return _("Tirage %(number)d") % {"number": one.number}


def _facts(one: Draw) -> list[tuple[str, str]]:
    notice = one.published
    return [
        (_("Places"), str(notice["seats"])),
        (_("Personnes dans la liste"), str(len(notice["candidates"]))),
        (_("Panels numérotés"), str(len(notice["tickets"]))),
        (_("Origine du numéro"), str(Source(one.source).label)),
        (_("Précisions"), one.source_text),
        (_("Garants nommés dans l’avis"), " · ".join(notice["source"]["guarantors"])),
        (_("Règle"), notice["objective"]),
        (_("Logiciel"), notice["software"]),
    ]


def _signed(one: Draw) -> list[str]:
    """Whose names are under the number, as the record says them; one while it waits."""
    if len(one.steps) > 1:
        return [str(name) for name in one.steps[1]["what"]["signed"]]
    return [signer.name for signer in one.signers.all() if signer.account_id == one.first_signer_id]


def _trail(request: HttpRequest, *steps: tuple[str, str]) -> Trail:
    return [(_("Recrutement du panel"), at("public:recruitment", asked(request))), *steps]


def _found(request: HttpRequest, number: int) -> Draw:
    one = draw_numbered(asked(request), number)
    if one is None:
        raise Http404
    return one
