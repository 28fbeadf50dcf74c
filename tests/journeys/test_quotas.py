"""A quota table is made at the desk from public figures, frozen, amended; guarantors hear of it."""

from tests.journeys import letters
from tests.journeys.desk import title_of
from tests.journeys.hands import Keyboard
from tests.journeys.test_preparation import created, give_role

FIGURES = "Femme ; 34 507\nHomme ; 30 318"
WHY = "Le comité veut une marge plus large."


def compose(page, hand, slug, fit):
    """The criterion of Poitiers, from the figures of the census."""
    page.goto(f"/bureau/{slug}/quotas/nouveau/")
    fit(page)
    hand.write("Taille du panel", "30")
    hand.press("Ouvrir le brouillon")
    page.goto(f"/bureau/{slug}/quotas/1/")
    fit(page)
    hand.press("Ajouter un critère à partir de chiffres")
    hand.write("Critère", "Sexe")
    hand.write("Valeurs et chiffres", "Femme ; trente\nHomme ; 30 318")
    hand.write("Source des chiffres", "Insee, recensement 2006")
    hand.press("Calculer")
    assert page.get_by_text("n’est pas un chiffre").first.is_visible()
    fit(page)
    hand.write("Valeurs et chiffres", FIGURES)
    hand.press("Calculer")
    assert page.get_by_text("15,97").is_visible()
    assert page.get_by_label("visé, ligne 1").input_value() == "16"
    fit(page)
    hand.press("Enregistrer dans le brouillon")
    assert page.get_by_text(
        "Un panel de 30 personnes peut satisfaire toutes les cases"
    ).is_visible()
    fit(page)


def freeze(page, hand, fit):
    hand.press("Figer et publier la table")
    fit(page)


def test_a_table_is_composed_frozen_and_amended_and_the_guarantors_hear(visit, fit, town_hall):
    adele = visit("Adèle")
    slug = created(adele, Keyboard(adele), title_of("Trente"), template="Jury citoyen")
    give_role(adele, Keyboard(adele), slug, "odile@example.org", "organisation", "Odile")
    known = len(letters.sent_to(town_hall.data, "gaston@example.org"))
    give_role(adele, Keyboard(adele), slug, "gaston@example.org", "garant", "Gaston")
    letters.awaited(town_hall.data, "gaston@example.org", known + 1)
    odile = visit("Odile")
    hand = Keyboard(odile)

    compose(odile, hand, slug, fit)
    freeze(odile, hand, fit)
    hand.press("Figer et publier la table")
    odile.goto(f"/bureau/{slug}/quotas/nouveau/")
    hand.press("Ouvrir le brouillon")
    odile.goto(f"/bureau/{slug}/quotas/2/critere/?critere=Sexe")
    hand.write("au moins, ligne 1", "14")
    hand.press("Enregistrer dans le brouillon")
    freeze(odile, hand, fit)
    assert odile.get_by_text("Les garants seront prévenus par courriel").is_visible()
    hand.write("Votre raison", WHY)
    hand.press("Figer et publier la table")
    odile.goto(f"/bureau/{slug}/quotas/2/differences/")
    fit(odile)

    assert "14, 16, 17" in odile.locator("main table").inner_text()
    letter = letters.text_of(letters.awaited(town_hall.data, "gaston@example.org", known + 2))
    assert WHY in letter
    assert "15, 16, 17 → 14, 16, 17" in letter
