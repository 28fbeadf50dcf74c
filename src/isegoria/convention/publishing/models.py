"""Everything that is published: one table of documents, whose versions have a life."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isegoria.convention.chartered import By, Chartered, chartered_states
from isegoria.convention.mandate.models import Convention, Precision
from isegoria.convention.people.queries import roles_of
from isegoria.core.charter import Role
from isegoria.core.texts import searchable


class Kind(models.TextChoices):
    PAGE = "page", _("Page")
    NEWS = "news", _("Actualité")
    DOCUMENT = "document", _("Document")
    DELIBERATION = "deliberation", _("Délibération")
    LETTER = "letter", _("Lettre")
    BOOKLET = "booklet", _("Cahier de formation")
    MINUTES = "minutes", _("Compte rendu")
    PRESS = "press", _("Dossier de presse")
    REPORT = "report", _("Rapport ou bilan")


class Place(models.TextChoices):
    """Where the site shows a page of its own accord, besides the list of documents."""

    NONE = "", _("nulle part en particulier")
    PRESENTATION = "presentation", _("présentation de la convention")
    RECRUITMENT = "recruitment", _("comment le panel est recruté")
    COMMITMENT = "commitment", _("ce que la ville promet")
    GUARANTEE = "guarantee", _("qui garantit la démarche")
    PARTICIPATE = "participate", _("comment suivre et participer")
    LEGAL = "legal", _("mentions légales")
    PRIVACY = "privacy", _("données personnelles")
    ACCESSIBILITY = "accessibility", _("accessibilité")


class Document(models.Model):
    """What keeps its address while its versions follow one another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    convention = models.ForeignKey(Convention, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("nature"), max_length=16, choices=Kind, default=Kind.DOCUMENT)
    slug = models.SlugField(_("adresse"), max_length=80)
    language = models.CharField(_("langue"), max_length=8, default="fr")
    place = models.CharField(_("emplacement"), max_length=16, choices=Place, blank=True, default="")
    fictional = models.BooleanField(_("données fictives"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["convention", "slug", "language"], name="an_address_is_one_document"
            ),
            models.UniqueConstraint(
                fields=["convention", "place", "language"],
                condition=~Q(place=""),
                name="a_place_shows_one_document",
            ),
        ]
        indexes = [models.Index(fields=["convention", "kind"], name="documents_by_kind")]

    def __str__(self) -> str:
        return self.slug

    @property
    def is_settled(self) -> bool:
        """Anybody could read it once: its address is known, its kind and its place were seen."""
        return self.versions.filter(published_at__isnull=False).exists()


class PlainStatus(models.TextChoices):
    """What may honestly be said of a simple version."""

    NONE = "", _("pas de version simple")
    SIMPLIFIED = "simplified", _("langage simplifié")
    FALC = "falc", _("FALC, relu par des personnes concernées")


class Version(Chartered):
    """One state of a document. Once validated its content is fixed; a correction is a new one."""

    KIND: ClassVar[str] = "version"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("titre"), max_length=200)
    summary = models.TextField(_("résumé"), max_length=600, blank=True)
    body = models.TextField(_("texte, en Markdown"), blank=True)
    dated = models.DateField(_("date du document"), null=True, blank=True)
    precision = models.CharField(
        _("précision de la date"), max_length=8, choices=Precision, default=Precision.DAY
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    change = models.CharField(_("ce qui change dans cette version"), max_length=300, blank=True)
    file = models.FileField(_("fichier"), upload_to="documents/%Y/", blank=True)
    file_name = models.CharField(max_length=160, blank=True, editable=False)
    media_type = models.CharField(max_length=80, blank=True, editable=False)
    size = models.PositiveBigIntegerField(default=0, editable=False)
    file_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    text_alternative = models.TextField(
        _("équivalent textuel du fichier"), max_length=20000, blank=True
    )
    plain_body = models.TextField(_("version simple"), blank=True)
    plain_status = models.CharField(
        _("statut de la version simple"), max_length=10, choices=PlainStatus, blank=True, default=""
    )
    plain_readers = models.CharField(_("relue par"), max_length=200, blank=True)
    plain_since = models.PositiveSmallIntegerField(null=True, editable=False)
    content_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    searched = models.TextField(blank=True, editable=False)
    recorded_at = models.DateTimeField(editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawal_reason = models.TextField(
        _("raison du retrait"), max_length=600, blank=True, editable=False
    )

    class Meta:
        ordering = ["document", "-number"]
        constraints = [
            chartered_states("version"),
            models.UniqueConstraint(
                fields=["document", "number"], name="versions_follow_each_other"
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(state="published"), name="one_version_is_current"
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(state__in=["draft", "validated"]),
                name="one_version_is_under_way",
            ),
            models.CheckConstraint(
                name="a_published_version_says_when",
                condition=~Q(state__in=["published", "superseded"]) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_tombstone_says_when_and_why",
                condition=~Q(state="withdrawn")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
            ),
            models.CheckConstraint(
                name="falc_names_its_readers",
                condition=~Q(plain_status="falc") | ~Q(plain_readers=""),
            ),
            models.CheckConstraint(
                name="a_simple_version_has_a_status",
                condition=Q(plain_body="", plain_status="")
                | (~Q(plain_body="") & ~Q(plain_status="")),
            ),
        ]
        indexes = [models.Index(fields=["state", "-published_at"], name="versions_by_date")]

    def __str__(self) -> str:
        return self.title

    @property
    def known_by(self) -> date | None:
        """The day that it bears; without one, the day it was published."""
        return self.dated or (self.published_at.date() if self.published_at else None)

    @property
    def file_type(self) -> str:
        """The kind of the file as people say it: the end of the name that we gave it."""
        return self.file_name.rpartition(".")[2].upper()

    @property
    def plain_is_older(self) -> bool:
        """The simple version was written for an earlier text."""
        return self.plain_since is not None and self.plain_since < self.number

    def be_searchable(self) -> None:
        """Keep what is looked into, which no database folds as we do."""
        self.searched = searchable(self.title, self.summary, self.body, self.text_alternative)

    def in_convention(self) -> Convention:
        return self.document.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        described = (
            not self.file
            or self.media_type.startswith("text/")
            or bool(self.text_alternative.strip())
        )
        return {
            "complete": bool(self.title.strip())
            and bool(self.body.strip() or self.file)
            and described,
            "reasoned": bool(given.get("reason", "").strip()),
            "replaced": given.get("newer") is not None,
            "theirs_to_publish": self.document.kind == Kind.MINUTES
            or Role.ORGANISER in roles_of(by.actor, self.document.convention_id, at=by.at),
        }


class Recorded(Chartered):
    """Somebody speaks in public: what is left of it. `chapters` is a list of {"at": seconds from
    the beginning, "title"}; `slides` is a document of the library, `slides_url` is elsewhere."""

    video_url = models.URLField(_("lien vers la vidéo"), blank=True)
    subtitled = models.BooleanField(_("vidéo sous-titrée"), default=False)
    transcript = models.TextField(_("transcription"), blank=True)
    chapters = models.JSONField(_("chapitres"), default=list, blank=True)
    slides_url = models.URLField(_("lien vers les supports"), blank=True)
    slides = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("supports"),
        related_name="+",
    )

    class Meta:
        abstract = True


class RoundTable(Recorded):
    """A public event that gives the keys of the debate."""

    KIND: ClassVar[str] = "roundtable"

    convention = models.ForeignKey(
        Convention, on_delete=models.PROTECT, related_name="round_tables"
    )
    title = models.CharField(_("titre"), max_length=200)
    summary = models.TextField(_("présentation"), max_length=2000, blank=True)
    starts = models.DateTimeField(_("début"), null=True, blank=True)
    place = models.CharField(_("lieu"), max_length=160, blank=True)
    cancel_reason = models.TextField(
        _("raison de l’annulation"), max_length=600, blank=True, editable=False
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    fictional = models.BooleanField(_("données fictives"), default=False)

    class Meta:
        constraints = [
            chartered_states("roundtable"),
            models.CheckConstraint(
                name="a_recording_has_its_transcript",
                condition=~Q(state="held") | Q(video_url="") | ~Q(transcript=""),
            ),
            models.CheckConstraint(
                name="a_cancelled_round_table_says_why",
                condition=~Q(state="cancelled") | ~Q(cancel_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def in_convention(self) -> Convention:
        return self.convention

    def facts(self, by: By, **given: Any) -> dict[str, bool]:
        transcript = given.get("transcript", self.transcript)
        return {
            "begun": self.starts is None or self.starts <= by.at,
            "transcribed": bool(transcript.strip()),
            "reasoned": bool(given.get("reason", "").strip()),
        }


class Speaker(models.Model):
    """Somebody who speaks at a round table, as announced."""

    round_table = models.ForeignKey(RoundTable, on_delete=models.PROTECT, related_name="speakers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("nom"), max_length=120)
    function = models.CharField(_("fonction"), max_length=160, blank=True)
    organisation = models.CharField(
        pgettext_lazy("siège", "organisation"), max_length=160, blank=True
    )

    class Meta:
        ordering = ["round_table", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["round_table", "position"], name="speakers_are_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name
