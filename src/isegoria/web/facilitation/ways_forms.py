"""How one takes part at a distance: a link for each group, and relay rooms, as rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import Chartered
from isegoria.convention.sessions.models import For, Link, RelayRoom, Session
from isegoria.web.editing import Difference, EditForm
from isegoria.web.ui.forms import HouseRenderer
from isegoria.web.ui.guards import visible

MOST_ROOMS = 20
ROOM = ("name", "address", "access")
PARTS = ("url", "phone", "phone_code")


class WaysForm(EditForm):
    """The links: an address, a telephone number, or both, for each of three groups."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for whom in For.values:
            self.fields[f"{whom}_phone"].widget.attrs["inputmode"] = "tel"

    members_url = forms.URLField(
        label=gettext_lazy("Lien vidéo des membres"), required=False, assume_scheme="https"
    )
    members_phone = forms.CharField(
        label=gettext_lazy("Numéro pour prendre part par téléphone"), max_length=30, required=False
    )
    members_phone_code = forms.CharField(
        label=gettext_lazy("Code à taper au téléphone"), max_length=20, required=False
    )
    staff_url = forms.URLField(
        label=gettext_lazy("Lien vidéo de l’équipe et des intervenants"),
        required=False,
        assume_scheme="https",
    )
    staff_phone = forms.CharField(
        label=gettext_lazy("Numéro de l’équipe"), max_length=30, required=False
    )
    staff_phone_code = forms.CharField(
        label=gettext_lazy("Code de l’équipe au téléphone"), max_length=20, required=False
    )
    observers_url = forms.URLField(
        label=gettext_lazy("Lien vidéo du comité et des garants"),
        required=False,
        assume_scheme="https",
    )
    observers_phone = forms.CharField(
        label=gettext_lazy("Numéro du comité et des garants"), max_length=30, required=False
    )
    observers_phone_code = forms.CharField(
        label=gettext_lazy("Code du comité et des garants au téléphone"),
        max_length=20,
        required=False,
    )

    @classmethod
    def values(cls, subject: Chartered) -> dict[str, Any]:
        assert isinstance(subject, Session)  # noqa: S101 -- narrows
        shown = {f"{whom}_{part}": "" for whom in For.values for part in PARTS}
        for link in subject.links.all():
            shown |= {f"{link.whom}_{part}": getattr(link, part) for part in PARTS}
        return shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for whom in For.values:
            if cleaned.get(f"{whom}_phone_code") and not cleaned.get(f"{whom}_phone"):
                self.add_error(f"{whom}_phone", _("Un code va avec un numéro de téléphone."))
        return cleaned

    def links(self) -> list[Link]:
        """A group with neither an address nor a number has no link."""
        said = [
            Link(whom=whom, **{part: self.cleaned_data[f"{whom}_{part}"] for part in PARTS})
            for whom in For.values
        ]
        return [one for one in said if one.url or one.phone]


class RoomForm(forms.Form):
    """One row; ticking `remove` leaves it out."""

    default_renderer = HouseRenderer
    name = forms.CharField(label=gettext_lazy("Nom de la salle"), max_length=160, required=False)
    address = forms.CharField(label=gettext_lazy("Adresse"), max_length=240, required=False)
    access = forms.CharField(
        label=gettext_lazy("Accès, et accès en fauteuil"), max_length=400, required=False
    )
    remove = forms.BooleanField(label=gettext_lazy("Retirer cette salle"), required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        cleaned = {name: visible(said, self.fields[name]) for name, said in found.items()}
        if not cleaned.get("name") and any(cleaned.get(one) for one in ROOM):
            self.add_error("name", _("Il manque le nom de cette salle."))
        return cleaned

    def room(self) -> RelayRoom | None:
        said = {name: self.cleaned_data.get(name, "") for name in ROOM}
        return None if self.cleaned_data.get("remove") or not said["name"] else RelayRoom(**said)


class Rooms:
    """The rows of relay rooms; an empty row is no room, and one more can be asked for."""

    def __init__(self, data: Mapping[str, str] | None, rooms: Sequence[RelayRoom]) -> None:
        known = [_written(one) for one in rooms]
        asked = (data or {}).get("rows", "")
        is_count = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(MOST_ROOMS))
        self.more = (data or {}).get("step") == "row"
        count = (int(asked) if is_count else len(known) or 1) + self.more
        self.count = min(count, MOST_ROOMS)
        self.forms = [
            RoomForm(data, prefix=f"room{row}", initial=(known[row : row + 1] or [{}])[0])
            for row in range(self.count)
        ]

    def is_valid(self) -> bool:
        """Every row is looked at, so that each shows its own error."""
        return not any({row.prefix: row.errors for row in self.forms}.values())

    def rooms(self) -> list[RelayRoom]:
        return [room for row in self.forms if (room := row.room())]

    def differences(self, subject: Chartered) -> list[Difference]:
        """What is typed beside what somebody else stored meanwhile."""
        assert isinstance(subject, Session)  # noqa: S101 -- narrows
        mine, theirs = _lines(self.rooms()), _lines(subject.relay_rooms.all())
        if mine == theirs:
            return []
        empty = _("(vide)")
        return [Difference(_("Salles relais"), mine or empty, theirs or empty)]


def _written(room: RelayRoom) -> dict[str, str]:
    return {name: getattr(room, name) for name in ROOM}


def _lines(rooms: Iterable[RelayRoom]) -> str:
    return "\n".join(" · ".join(filter(None, _written(one).values())) for one in rooms)
