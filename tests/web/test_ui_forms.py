"""Forms: what is wrong is said with its remedy, and tied to its field."""

import uuid

from django import forms

from isegoria.web.ui.forms import DateInput, TimeInput, UiForm


class Registration(UiForm):
    name = forms.CharField(label="Nom", help_text="Tel qu’il sera public.")
    email = forms.EmailField(label="Adresse", required=False)
    day = forms.DateField(label="Jour", widget=DateInput, required=False)
    hour = forms.TimeField(label="Heure", widget=TimeInput, required=False)
    reason = forms.CharField(
        label="Raison", error_messages={"required": "Dites pourquoi : la raison est publique."}
    )
    agreed = forms.BooleanField(label="J’ai lu les règles")
    lane = forms.ChoiceField(label="Ligne", choices=[("a", "A")], widget=forms.RadioSelect)


def filled(**given):
    return Registration({"once": str(uuid.uuid4()), **given})


def test_an_empty_field_says_what_to_do():
    errors = filled().errors

    assert errors["name"] == ["Remplissez ce champ."]
    assert errors["agreed"] == ["Cochez cette case pour continuer."]
    assert errors["lane"] == ["Choisissez une réponse."]


def test_a_field_that_has_its_own_sentence_keeps_it():
    assert filled().errors["reason"] == ["Dites pourquoi : la raison est publique."]


def test_a_wrong_date_hour_or_address_shows_how_to_write_it():
    errors = filled(day="demain", hour="midi", email="fanny").errors

    assert errors["day"] == ["Écrivez la date comme ceci\xa0: 26/06/2021."]
    assert errors["hour"] == ["Écrivez l’heure comme ceci\xa0: 18:30."]
    assert errors["email"] == ["Écrivez une adresse complète, comme nom@exemple.fr."]


def test_a_date_written_the_french_way_is_understood():
    form = filled(day="26/06/2021", hour="18:30")

    assert "day" not in form.errors
    assert (form.cleaned_data["day"].isoformat(), form.cleaned_data["hour"].isoformat()) == (
        "2021-06-26",
        "18:30:00",
    )


def test_each_showing_of_a_form_has_its_own_key_and_the_base_it_was_read_at():
    first, second = Registration(base=7), Registration(base=7)

    assert first["once"].value() != second["once"].value()
    assert first["base"].value() == 7


def test_an_error_is_tied_to_its_field_and_listed_on_top_with_a_link():
    drawn = str(filled())

    assert 'aria-describedby="id_name_helptext id_name_error"' in drawn
    assert 'id="id_name_error"' in drawn
    assert '<a href="#id_name">Nom\xa0: Remplissez ce champ.</a>' in drawn
    assert '<a href="#id_lane_0">Ligne\xa0: Choisissez une réponse.</a>' in drawn


def test_an_address_can_be_filled_in_by_the_browser():
    assert 'autocomplete="email"' in str(filled()["email"])
