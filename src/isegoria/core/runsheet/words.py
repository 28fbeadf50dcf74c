"""The words of a run-sheet: ways of expressing oneself, needs, what comes out of a sequence."""

from enum import StrEnum

from isegoria.core.sentences import _


class Modality(StrEnum):
    """A way of expressing oneself."""

    WRITTEN = "written"
    ORAL = "oral"
    DRAWING = "drawing"
    MOVEMENT = "movement"


class Need(StrEnum):
    """What somebody may need in order to take part; REMOTE is not being in the room."""

    REMOTE = "remote"
    PHONE = "phone"
    HEARING = "hearing"
    SIGHT = "sight"
    READING = "reading"
    MOVING = "moving"


class Output(StrEnum):
    """What a sequence leaves behind."""

    CARDS = "cards"
    SHEET = "sheet"
    DRAWING = "drawing"
    POSITIONS = "positions"
    VOICE = "voice"
    QUESTIONS = "questions"
    NOTHING = "nothing"


MODALITY_NAMES: dict[Modality, str] = {
    Modality.WRITTEN: _("écrit"),
    Modality.ORAL: _("oral"),
    Modality.DRAWING: _("dessin"),
    Modality.MOVEMENT: _("mouvement"),
}

NEED_NAMES: dict[Need, str] = {
    Need.REMOTE: _("à distance, en ligne"),
    Need.PHONE: _("à distance, au téléphone seul"),
    Need.HEARING: _("entend mal"),
    Need.SIGHT: _("voit mal"),
    Need.READING: _("lit ou écrit peu"),
    Need.MOVING: _("se déplace difficilement"),
}

OUTPUT_NAMES: dict[Output, str] = {
    Output.CARDS: _("cartes : une idée par carte"),
    Output.SHEET: _("feuille de table"),
    Output.DRAWING: _("dessin, avec un texte dicté par ses auteurs"),
    Output.POSITIONS: _("positions : des nombres par zone, sans nom"),
    Output.VOICE: _("message parlé, transcrit"),
    Output.QUESTIONS: _("questions"),
    Output.NOTHING: _("rien à garder"),
}
