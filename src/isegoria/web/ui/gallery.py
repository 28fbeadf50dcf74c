"""One example of each component, as it is written in a template."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString

from isegoria.web.ui.forms import DateInput, UiForm

STAGES = [
    {"name": "Mandat", "state": "done", "said": "fait", "when": "28 septembre 2020", "url": "#fil"},
    {"name": "Panel", "state": "done", "said": "fait", "when": "30 avril 2021", "url": "#fil"},
    {"name": "Séances", "state": "current", "said": "en ce moment", "when": "19 mai – 30 juin 2021", "planned": "prévu : 12 mai – 12 juin", "drift": "18 jours plus tard", "url": "#fil"},
    {"name": "Propositions", "state": "next", "said": "à venir", "when": "juillet 2021"},
    {"name": "Avis des services", "state": "late", "said": "en retard", "when": "automne 2021"},
    {"name": "Conseil", "state": "next", "said": "à venir", "when": "décembre 2021"},
    {"name": "Feuille de route", "state": "next", "said": "à venir"},
]  # fmt: skip
GATE = [
    {"state": "met", "said": "présent", "name": "Le mandat voté", "url": "#b", "detail": "version 3"},
    {"state": "missing", "said": "manque", "name": "L’avis des garants"},
    {"state": "waived", "said": "passé outre", "name": "La mission du comité"},
]  # fmt: skip
STEPS = [
    {"name": "Votre message", "state": "done", "said": "fait"},
    {"name": "Vérifier", "state": "current", "said": "en cours"},
    {"name": "Reçu", "state": "next", "said": "ensuite"},
]
LINKS = [
    {"label": "La convention", "url": "#d", "current": True},
    {"label": "Calendrier", "url": "#e"},
    {"label": "Documents", "url": "#f"},
    {"label": "Qui fait quoi", "url": "#g"},
]
QR = (
    '<svg viewBox="0 0 21 21" role="img" aria-label="Code QR"><path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0z'
    'M9 1h2v3H9zM9 9h3v3H9zM14 10h4v2h-4zM10 15h2v5h-2zM15 15h5v2h-5zM2 9h4v2H2z"/></svg>'
)


class ExampleForm(UiForm):
    """One field of each kind, one of them wrong."""

    title = forms.CharField(label="Titre", help_text="Une phrase courte, sans sigle.")
    day = forms.DateField(label="Jour", widget=DateInput, required=False)
    text = forms.CharField(label="Texte", widget=forms.Textarea, required=False)
    lane = forms.ChoiceField(
        label="Ligne du calendrier",
        choices=[("convention", "Convention"), ("services", "Services")],
        widget=forms.RadioSelect,
    )
    public = forms.BooleanField(label="Rendre public tout de suite", required=False)


WRONG = ExampleForm({"title": "", "lane": "convention", "once": "x"}, auto_id="exemple_%s")
CONTEXT: dict[str, Any] = {
    "stages": STAGES,
    "gate": GATE,
    "stepped": STEPS,
    "places": LINKS,
    "others": [{"label": "Règles", "url": "#h"}, {"label": "Écrire aux garants", "url": "#i"}],
    "trail": [("Accueil", "#c"), ("Numérique responsable", "#d"), ("Calendrier", "")],
    "links": [("Tout", "#e"), ("Convention", "#f"), ("Comité", "#g"), ("Services", "#h")],
    "rows": [("Question posée par", "la Ville"), ("Panel", "30 personnes"), ("Réponse due", "décembre 2021")],
    "columns": [{"label": "Critère", "sort": "critere"}, {"label": "Visé", "sort": "vise", "number": True}, "Source"],
    "svg": SafeString(QR),
    "wrong": WRONG,
}  # fmt: skip

GROUPS: dict[str, dict[str, str]] = {
    "Le fil": {
        "thread": '{% ui "thread" stages=stages label="Exemple de fil" %}<p>Et sa forme courte, en tête d’une proposition :</p>{% ui "thread" stages=stages compact=True label="Exemple de fil court" %}',
        "date_entry": '{% ui "date_entry" title="Séance 1 : comprendre" when="mercredi 19 mai 2021, 18 h–20 h" place="Hôtel de ville" planned="Prévue le 12 mai 2021" drift="7 jours plus tard" reason="Couvre-feu." tone="warn" %}{% ui "date_entry" title="Séance 2 : délibérer" when="samedi 26 juin 2021, 9 h–12 h 30" tone="success" %}',
        "steps": '{% ui "steps" steps=stepped label="Étapes de l’exemple" %}',
        "checklist": '{% ui "checklist" items=gate %}',
    },
    "Mots et marques": {
        "mark": '{% ui "mark" size=64 %}',
        "icon": '{% ui "icon" name="calendar" label="Calendrier" %} {% ui "icon" name="people" %} {% ui "icon" name="journal" %} {% ui "icon" name="lock" %}',
        "badge": '{% ui "badge" text="brouillon" %} {% ui "badge" text="publié" tone="success" %} {% ui "badge" text="en retard" tone="warn" icon="late" %} {% ui "badge" text="refusé" tone="refusal" icon="refusal" %}',
        "page_title": '{% ui "badge" text="un seul titre par page : voir le haut de celle-ci" %}',
        "counter": '{% ui "counter" number="29" label="présents" base="sur 30 membres, séance 1" %}',
        "fictional": '{% ui "fictional" %}',
    },
    "S’orienter": {
        "breadcrumb": '{% ui "breadcrumb" trail=trail %}',
        "local_nav": '{% ui "local_nav" links=places more=others label="Exemple de menu" %}',
        "tabs": '{% ui "tabs" links=links label="Lignes du calendrier" current="#e" %}',
        "pagination": '{% ui "pagination" previous="#j" next="#k" count="51 à 100 sur 240" label="Exemple de pages" %}',
    },
    "Dire": {
        "notice": '{% uibox "notice" title="La séance 2 est ouverte au public" %}<p>Entrée libre, sans inscription.</p>{% enduibox %}{% uibox "notice" tone="success" title="Enregistré" %}<p>Le document est public.</p>{% enduibox %}{% uibox "notice" tone="warn" title="Lancée malgré des manques" %}<p>Il manquait l’avis des garants.</p>{% slot "actions" %}{% ui "button" label="Voir ce qui manque" url="#z" tone="secondary" %}{% endslot %}{% enduibox %}{% uibox "notice" tone="refusal" title="Ce fichier a été modifié" %}<p>Il ne correspond plus à son empreinte.</p>{% enduibox %}',
        "refusal": '{% ui "refusal" act="Publier" reason="Cet acte revient à l’organisation." who="Odile Organisation peut le faire." %}',
        "tombstone": '{% ui "tombstone" title="Compte rendu de la séance 1" reason="une erreur de fichier." when="2 juin 2021" %}',
        "empty": '{% ui "empty" title="Pas encore de document" text="Le premier sera le mandat, attendu en septembre." url="#g" label="Voir le calendrier" %}',
        "confirm": '{% ui "confirm" question="Publier ce texte ?" shows="Il devient public tout de suite, sous votre nom." label="Publier" cancel="Revenir" url="#z" %}',
    },
    "Montrer": {
        "card": '{% uibox "card" title="Numérique responsable" url="#h" kicker="Ville de Poitiers" %}<p>Quel numérique pour demain ?</p>{% slot "meta" %}Séances en cours{% endslot %}{% enduibox %}',
        "facts": '{% ui "facts" rows=rows wide=True %}',
        "seat": '{% ui "seat" name="Corinne Comité" function="présidente" organisation="Association d’exemple" group="collège associatif" since="depuis le 1er mars 2021" %}',
        "file_link": '{% ui "file_link" url="#i" title="Mandat" type="PDF" size="120 ko" language="français" %}',
        "table": '{% uibox "table" caption="Quotas d’exemple" columns=columns sort="critere" url="?tri=" stacked=True %}<tr><th scope="row">Femmes</th><td data-label="Visé" class="number">16</td><td data-label="Source">Insee, 2018</td></tr><tr><th scope="row">Hommes</th><td data-label="Visé" class="number">14</td><td data-label="Source">Insee, 2018</td></tr>{% enduibox %}',
        "details": '{% uibox "details" summary="Historique" %}<p>Version 1, puis 2.</p>{% enduibox %}',
        "compare": '{% ui "compare" left_title="Votre texte" right_title="Le texte enregistré" left="Le panel compte trente personnes." right="Le panel compte trente-deux personnes." %}',
        "qr": '{% ui "qr" svg=svg url="https://exemple.org/c/1" label="La convention en ligne" %}',
        "video": '{% ui "video" url="#l" host="exemple.org" title="table ronde 1" subtitled=True %}',
        "plain_switch": '{% ui "plain_switch" url="#m" label="Lire la version simple" status="langage simplifié" %}',
        "copy": '{% ui "copy" text="https://exemple.org/c/1" %}',
        "print_header": '{% ui "print_header" url="https://exemple.org/" %}<p>Se voit sur le papier seulement.</p>',
    },
    "Demander": {
        "button": '<div class="actions">{% ui "button" label="Écrire aux garants" url="#n" icon="mail" %}{% ui "button" label="Enregistrer" tone="secondary" url="#n" %}{% ui "button" label="Retirer" tone="danger" url="#n" %}{% ui "button" label="Annuler" tone="quiet" url="#n" %}</div>',
        "search": '{% ui "search" label="Rechercher un exemple" name="exemple" %}',
        "filters": '{% uibox "filters" label="Exemple de filtre" %}<label for="annee">Année</label><select id="annee" name="annee"><option>2021</option></select>{% enduibox %}',
        "error_summary": '<form method="get" novalidate>{{ wrong }}</form>',
        "form_actions": '<form method="get">{% ui "form_actions" label="Enregistrer" cancel="#o" %}</form>',
    },
}  # fmt: skip
EXAMPLES = {name: source for group in GROUPS.values() for name, source in group.items()}


def example(name: str, request: HttpRequest) -> SafeString:
    """The component drawn with its example."""
    return SafeString(engines["django"].from_string(EXAMPLES[name]).render(CONTEXT, request))
