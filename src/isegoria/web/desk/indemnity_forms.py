"""What is written of the scheme, and of costs to pay back."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.members import Member, member_numbered
from isegoria.convention.sessions.indemnities import Scheme
from isegoria.web.ui.forms import UiForm

COSTS = ("income", "transport", "childcare", "other")


class SchemeForm(UiForm):
    """Nothing anywhere means that members are volunteers, and the public page says so."""

    half_day = forms.DecimalField(
        label=gettext_lazy("Pour une demi-journée, en euros"),
        help_text=gettext_lazy("0 si les membres sont bénévoles."),
        min_value=Decimal(0),
        max_digits=8,
        decimal_places=2,
    )

    def __init__(self, *args: Any, now: Scheme | None, **kwargs: Any) -> None:
        if now is not None:
            kwargs["initial"] = {name: getattr(now, name) for name in ("half_day", *COSTS)}
        super().__init__(*args, **kwargs)
        for name in COSTS:
            label = Scheme._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            self.fields[name] = forms.CharField(
                label=str(label).capitalize(),
                help_text=_("Combien, sur quelle pièce, jusqu’à quand. Vide : rien n’est prévu."),
                required=False,
                max_length=400,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        if now is not None:
            self.fields["reason"] = forms.CharField(
                label=_("Pourquoi ce changement ? Ce sera public."), max_length=1000
            )

    def scheme(self, convention: Convention) -> Scheme:
        said = {name: value for name, value in self.cleaned_data.items() if name not in OWN}
        return Scheme(convention=convention, **said)


OWN = {"once", "base"}


class MistakeForm(UiForm):
    """Why a sum that was noted is not due."""

    reason = forms.CharField(
        label=gettext_lazy("Quelle erreur est corrigée ?"),
        help_text=gettext_lazy("Elle reste dans vos comptes. N’y écrivez aucun nom."),
        max_length=1000,
    )


class CostsForm(UiForm):
    """Costs to pay back to one member; what they are for is not asked."""

    card = forms.IntegerField(label=gettext_lazy("Numéro de carte"), min_value=1, max_value=9999)
    amount = forms.DecimalField(
        label=gettext_lazy("Somme, en euros"),
        help_text=gettext_lazy(
            "Pour quoi, on ne l’écrit pas ici : cela dirait qui a besoin de quoi."
        ),
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
    )

    def __init__(self, *args: Any, convention: Convention, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.convention = convention
        self.member: Member | None = None

    def clean_card(self) -> int:
        number: int = self.cleaned_data["card"]
        self.member = member_numbered(self.convention, number)
        if self.member is None:
            raise forms.ValidationError(_("Aucun membre n’a cette carte. Vérifiez le numéro."))
        return number
