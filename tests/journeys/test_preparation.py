"""A convention is prepared from nothing, by keyboard, until it is launched in public."""

from datetime import date, timedelta

from tests.journeys.desk import reread, title_of
from tests.journeys.hands import Keyboard, Pointer

TODAY = date(2022, 3, 8)
WRONG = (
    "critère;valeur;min;cible;max;source\nÂge;16-24 ans;5;4;6;\nÂge;25 ans et plus;x;26;28;Insee\n"
)
RIGHT = "critère;valeur;min;cible;max;source\nÂge;16-24 ans;3;4;6;Insee\nÂge;25 ans et plus;24;26;27;Insee\n"
WHY = "Le conseil a voté la date avant que tout soit réuni."


def created(page, hand, title, *, template):
    page.goto("/bureau/nouvelle/")
    hand.tick(template)
    hand.write("Titre", title)
    hand.write("Maître d’ouvrage", "Ville de Démonstration")
    hand.write("Question posée", "Comment partager la rue ?")
    hand.date("Premier jour de la préparation", TODAY - timedelta(days=1))
    hand.press("Créer la convention")
    return page.url.rstrip("/").rpartition("/")[2]


def give_role(page, hand, slug, address, role, name):
    page.goto(f"/bureau/{slug}/roles/donner/")
    hand.write("Adresse électronique", address)
    hand.write("Nom", name)
    hand.choose("Rôle", role)
    hand.press("Donner ce rôle")
    assert page.get_by_text("Le rôle est donné.").is_visible()


def adopt_mandate(page, hand, slug):
    page.goto(f"/bureau/{slug}/mandat/nouveau/")
    hand.write("Question posée", "Comment partager la rue ?")
    hand.write("Taille du panel, au moins", "30")
    hand.write("Taille du panel, au plus", "30")
    hand.write("Référence de l’acte", "Délibération 2022-12")
    hand.date("Date de l’acte", TODAY - timedelta(days=20))
    hand.press("Relire avant d’enregistrer")
    hand.press("Enregistrer cette version du mandat")


def test_a_convention_is_prepared_by_keyboard_and_launched_when_all_is_there(visit, fit):
    title = title_of("Partager la rue")
    adele = visit("Adèle")
    key = Keyboard(adele)
    adele.goto("/bureau/nouvelle/")
    key.push("Créer la convention")
    assert adele.locator("input:invalid").count() >= 1
    slug = created(adele, key, title, template="Convention citoyenne municipale")
    fit(adele)
    give_role(adele, key, slug, "odile@example.org", "organisation", "Odile, organisatrice")
    give_role(adele, key, slug, "gaston@example.org", "garant", "Gaston, garant")
    fit(adele)

    odile = visit("Odile")
    hand = Keyboard(odile)
    odile.goto(f"/bureau/{slug}/mandat/nouveau/")
    hand.write("Question posée", "Comment partager la rue ?")
    hand.write("Taille du panel, au moins", "30")
    hand.write("Référence de l’acte", "Délibération 2022-12")
    hand.date("Date de l’acte", TODAY - timedelta(days=20))
    hand.press("Relire avant d’enregistrer")
    assert odile.get_by_text("Écrivez les deux tailles").first.is_visible()
    fit(odile)
    hand.write("Taille du panel, au plus", "30")
    hand.press("Relire avant d’enregistrer")
    fit(odile)
    hand.press("Enregistrer cette version du mandat")
    fit(odile)

    fill_the_calendar(odile, hand, slug, fit)
    fill_the_committee(odile, hand, slug, fit)
    fill_the_quotas(odile, hand, slug, fit)
    write_the_presentation(odile, hand, slug, fit)

    odile.goto(f"/bureau/{slug}/preparation/")
    hand.press("Annoncer la préparation")
    fit(odile)
    hand.press("Annoncer la préparation")
    assert visit().goto(f"/conventions/{slug}/preparation/").status == 200
    give_opinion(visit, slug, fit)

    odile.goto(f"/bureau/{slug}/preparation/")
    fit(odile)
    hand.press("Lancer la convention")
    hand.press("Lancer la convention")
    fit(odile)
    public = visit(js=False)
    reread(public, f"/conventions/{slug}/")
    assert public.locator("h1").inner_text() == title
    assert not public.get_by_text("Lancée sans que tout soit prêt").is_visible()
    fit(public)
    public.goto(f"/conventions/{slug}/preparation/")
    assert public.get_by_text("avec réserves").first.is_visible()
    fit(public)


def fill_the_calendar(page, hand, slug, fit):
    page.goto(f"/bureau/{slug}/calendrier/nouveau/")
    hand.write("Intitulé", "Réunion publique")
    hand.date("Du", TODAY + timedelta(days=9))
    hand.date("Au", TODAY + timedelta(days=8))
    hand.press("Ajouter au calendrier")
    assert page.get_by_text("La fin vient avant le début").first.is_visible()
    fit(page)
    hand.date("Au", TODAY + timedelta(days=9))
    hand.press("Ajouter au calendrier")
    for days, label in ((40, "Première séance"), (70, "Dernière séance")):
        page.goto(f"/bureau/{slug}/calendrier/nouveau/")
        hand.write("Intitulé", label)
        hand.date("Du", TODAY + timedelta(days=days))
        hand.press("Ajouter au calendrier")
    page.goto(f"/bureau/{slug}/calendrier/")
    fit(page)


def fill_the_committee(page, hand, slug, fit):
    page.goto(f"/bureau/{slug}/personnes/")
    committee = page.locator(
        "section", has=page.get_by_role("heading", name="Comité de suivi", exact=True)
    )
    edit, add = (
        committee.get_by_role("link", name=name)
        for name in ("Modifier l’instance", "Ajouter un siège")
    )
    seat_page = add.first.get_attribute("href")
    hand.reach(edit.first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    hand.write("Mission", "Veiller à ce que chaque voix compte.")
    hand.press("Enregistrer")
    page.goto(seat_page)
    hand.write("Nom affiché", "Personne fictive")
    hand.press("Ajouter ce siège")
    assert page.get_by_text(
        "Un nom ne devient public qu’avec l’accord de la personne."
    ).first.is_visible()
    fit(page)
    hand.tick("La personne sait que son nom sera public")
    hand.press("Ajouter ce siège")
    fit(page)


def fill_the_quotas(page, hand, slug, fit):
    page.goto(f"/bureau/{slug}/quotas/importer/")
    hand.attach(
        "Fichier CSV", {"name": "quotas.csv", "mimeType": "text/csv", "buffer": WRONG.encode()}
    )
    hand.write("Taille du panel", "30")
    hand.press("Lire le fichier")
    faults = page.locator("main table").first.locator("tbody tr")
    said = [" ".join(row.split()) for row in faults.all_inner_texts()]
    assert any(row.startswith("2 cible") for row in said)
    assert any(row.startswith("3 min") for row in said)
    fit(page)
    hand.attach(
        "Fichier CSV", {"name": "quotas.csv", "mimeType": "text/csv", "buffer": RIGHT.encode()}
    )
    hand.press("Lire le fichier")
    assert page.get_by_text("2 cases lues").first.is_visible()
    fit(page)
    hand.press("Importer la table")
    page.goto(f"/bureau/{slug}/quotas/1/")
    hand.press("Figer et publier la table")
    fit(page)
    hand.press("Figer et publier la table")
    fit(page)


def write_the_presentation(page, hand, slug, fit):
    page.goto(f"/bureau/{slug}/documents/")
    hand.press("Présentation")
    hand.press("Modifier le brouillon")
    hand.write("Texte", "## Pourquoi\n\nParce que la rue est à tout le monde.")
    hand.press("Voir l’aperçu")
    assert page.get_by_role("heading", name="Pourquoi").is_visible()
    fit(page)
    hand.press("Enregistrer le brouillon")
    hand.press("Valider")
    hand.press("Valider")
    hand.press("Publier")
    fit(page)
    hand.press("Publier")
    fit(page)


def give_opinion(visit, slug, fit):
    gaston = visit("Gaston")
    pen = Keyboard(gaston)
    gaston.goto(f"/garants/{slug}/avis/")
    pen.tick("favorable avec réserves")
    pen.press("Relire avant de rendre l’avis")
    assert gaston.get_by_text("Dites pourquoi").first.is_visible()
    fit(gaston)
    pen.write(
        "Motifs et demandes", "Le calendrier est court : publiez chaque document huit jours avant."
    )
    pen.press("Relire avant de rendre l’avis")
    fit(gaston)
    pen.press("Rendre l’avis")
    assert gaston.get_by_text("Votre avis est rendu et public.").is_visible()
    fit(gaston)


def test_a_launch_that_passes_over_the_gate_says_so_to_everybody(visit, fit):
    adele = visit("Adèle", js=False)
    hand = Pointer(adele)
    slug = created(adele, hand, title_of("Sans tout"), template="Jury citoyen")
    adopt_mandate(adele, hand, slug)
    adele.goto(f"/bureau/{slug}/preparation/annoncer/")
    hand.press("Annoncer la préparation")
    adele.goto(f"/bureau/{slug}/preparation/")
    fit(adele)
    hand.press("Lancer malgré les manques")
    fit(adele)
    hand.write("Votre raison", WHY)
    hand.press("Relire avant de lancer")
    assert adele.get_by_text(WHY).first.is_visible()
    fit(adele)
    hand.press("Lancer malgré les manques")

    public = visit(js=False)
    reread(public, f"/conventions/{slug}/")
    banner = public.locator(".notice", has_text="Lancée sans que tout soit prêt")
    assert banner.is_visible()
    assert WHY in banner.inner_text()
    assert "l’avis des garants" in banner.inner_text()
    fit(public)
