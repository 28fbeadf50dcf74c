"""The pages of what is said in a session: the board, the forms, one expression and its acts."""

from django.urls import URLPattern

from isegoria.core.charter import CHARTER, Role
from isegoria.web.facilitation import capture_acts, captures, screens, sheets
from isegoria.web.routes import FACILITATION, page

ONE, SEQUENCE, SESSION = (
    "<slug:slug>/dit/<uuid:key>",
    "<slug:slug>/sequences/<uuid:key>",
    "<slug:slug>/seances/<uuid:key>",
)
AT_A_TABLE = frozenset(CHARTER["capture.take"].by)
READERS = AT_A_TABLE | FACILITATION
IN_THE_ROOM = FACILITATION | frozenset({Role.MEMBER})
FACILITATOR = frozenset(CHARTER["capture.publish"].by)
# fmt: off
urlpatterns: list[URLPattern] = [
    page(f"{SESSION}/dit/", captures.board, "facilitation:captures", reads=FACILITATION),
    page(f"{SESSION}/dit/publier/", captures.publish_all, "facilitation:captures_publish", reads=FACILITATOR, acts=["capture.publish"]),
    page(f"{SESSION}/noter/", captures.notebook, "facilitation:notebook", reads=AT_A_TABLE),
    page(f"{SEQUENCE}/noter/<slug:form>/", captures.note, "facilitation:capture_new", reads=AT_A_TABLE, acts=["capture.take"]),
    page(f"{ONE}/", capture_acts.capture, "facilitation:capture", reads=READERS),
    page(f"{ONE}/fichier/", capture_acts.file, "facilitation:capture_file", reads=READERS),
    page(f"{ONE}/texte/", capture_acts.transcribe, "facilitation:capture_words", reads=AT_A_TABLE, acts=["capture.transcribe"]),
    page(f"{ONE}/confirmer/", capture_acts.confirm, "facilitation:capture_confirm", reads=AT_A_TABLE, acts=["capture.confirm"]),
    page(f"{ONE}/mettre-de-cote/", capture_acts.set_aside, "facilitation:capture_aside", reads=AT_A_TABLE, acts=["capture.set_aside"]),
    page(f"{ONE}/compter/", capture_acts.count, "facilitation:capture_count", reads=FACILITATOR, acts=["capture.count"]),
    page(f"{ONE}/montrer/", capture_acts.show, "facilitation:capture_show", reads=FACILITATOR, acts=["capture.show"]),
    page(f"{ONE}/cacher/", capture_acts.hide, "facilitation:capture_hide", reads=FACILITATOR, acts=["capture.hide"]),
    page(f"{ONE}/publier/", capture_acts.publish, "facilitation:capture_publish", reads=FACILITATOR, acts=["capture.publish"]),
    page(f"{ONE}/retirer/", capture_acts.withdraw, "facilitation:capture_withdraw", reads=FACILITATION, acts=["capture.withdraw"]),
    page(f"{ONE}/signer/", capture_acts.sign, "facilitation:capture_sign", reads=frozenset(CHARTER["capture.sign"].by), acts=["capture.sign"]),
    page(f"{ONE}/signature/enlever/", capture_acts.unsign, "facilitation:capture_unsign", reads=frozenset(CHARTER["capture.unsign"].by), acts=["capture.unsign"]),
    page(f"{SESSION}/ecran/", screens.screen, "facilitation:screen", reads=IN_THE_ROOM),
    page(f"{SEQUENCE}/feuilles/", sheets.printed, "facilitation:sheets", reads=FACILITATION),
    page("<slug:slug>/feuille/", sheets.find, "facilitation:sheet_find", reads=AT_A_TABLE, posts=True),
    page(f"{SEQUENCE}/feuille/<int:table>-<int:turn>/", sheets.key_in, "facilitation:sheet", reads=AT_A_TABLE, acts=["capture.take"]),
]
# fmt: on
