"""Why a deposited file is not kept, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SENTENCES = {
    "empty": _("Le fichier est vide."),
    "large": _("Le fichier dépasse {limit} Mo. Réduisez-le ou partagez-le en plusieurs."),
    "svg": _("Les dessins SVG peuvent contenir un programme : enregistrez l’image en PNG."),
    "page": _("C’est une page web : elle peut contenir un programme. Enregistrez-la en PDF."),
    "program": _("C’est un programme : il n’est pas accepté."),
    "unknown": _(
        "Ce format n’est pas accepté. Formats admis : PDF, images PNG, JPEG ou WebP, documents"
        " ODT, ODS, ODP, DOCX, XLSX ou PPTX, textes TXT ou CSV, sons MP3."
    ),
    "extension": _(
        "Le nom finit par « .{extension} » mais le contenu est : {kind}. Renommez le fichier, ou"
        " vérifiez que c’est le bon."
    ),
    "pdf_broken": _("Ce PDF est incomplet ou abîmé. Exportez-le de nouveau."),
    "pdf_locked": _(
        "Ce PDF est protégé : tout le monde ne pourrait pas le lire. Enlevez la protection."
    ),
    "pdf_active": _(
        "Ce PDF contient un programme ou une pièce jointe. Exportez-le de nouveau, sans cela."
    ),
    "mixed": _("Ce fichier en cache un autre. Exportez-le de nouveau."),
    "picture_broken": _("Cette image est abîmée. Enregistrez-la de nouveau."),
    "picture_large": _(
        "Cette image est trop grande : {pixels} millions de points, pour {limit} au plus."
    ),
    "picture_moves": _("Les images animées ne sont pas acceptées : déposez une image fixe."),
    "archive": _("Les archives ne sont pas acceptées : déposez chaque document à part."),
    "archive_broken": _("Ce document est abîmé. Enregistrez-le de nouveau."),
    "archive_bomb": _("Ce document se déplie en une taille démesurée : il est refusé."),
    "archive_macro": _(
        "Ce document contient des macros, qui sont des programmes. Enregistrez-le sans macros."
    ),
    "text_binary": _("Ce fichier n’est pas un texte lisible. Enregistrez-le en texte UTF-8."),
    "sound_broken": _("Ce son MP3 est abîmé. Exportez-le de nouveau."),
}

IN_THE_ROOM = {
    "voice_unknown": _(
        "Ce n’est pas un enregistrement de voix. Formats admis : WebM, Ogg, MP4 ou MP3, sans image."
    ),
    "voice_broken": _("Cet enregistrement est abîmé ou incomplet. Enregistrez de nouveau."),
    "voice_large": _("Cet enregistrement dépasse {limit} Mo. Parlez moins longtemps à la fois."),
    "voice_long": _("Cet enregistrement dure plus de {limit} minutes. Faites-en plusieurs."),
    "not_a_picture": _("Ce n’est pas une image. Formats admis : PNG, JPEG ou WebP."),
}


class RefusedFile(ValueError):  # noqa: N818 -- reads as what happened
    """The file is not kept; `code` says why, `sentence` says it to whoever sent it."""

    def __init__(self, code: str, **about: object) -> None:
        super().__init__(code)
        self.code, self.about = code, about

    @property
    def sentence(self) -> str:
        return gettext({**SENTENCES, **IN_THE_ROOM}[self.code]).format(**self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file that we keep: what browsers call it, how names end, how people call it."""

    media_type: str
    extensions: tuple[str, ...]
    label: str


Read = tuple[bytes, Kind]
