"""What is published of the panel: totals that tell nothing of one or two people."""

import random

import pytest
from django.db.models import Count

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Candidate, Erasure, Rules
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.composing import composed
from isegoria.convention.recruitment.compositions import compositions, seated, tables_of
from isegoria.convention.recruitment.gaps import standing
from isegoria.convention.recruitment.places import panel_for
from isegoria.convention.recruitment.replacing import replacing
from isegoria.convention.verbs import candidates, channels, erasing, panel
from isegoria.core.charter import Role
from tests import recruiting
from tests.cast import AT
from tests.recruiting import AGE, OLD, PARTNERS, PHONE, WAY, YOUNG, officer
from tests.story import announced

CELLS = (
    (WAY, PHONE, 8, 8, 8),
    (WAY, PARTNERS, 4, 4, 4),
    (AGE, YOUNG, 5, 6, 7),
    (AGE, OLD, 5, 6, 7),
)


@pytest.fixture
def story(alice):
    """A panel of twelve, drawn from thirty people."""
    told = announced(alice)
    recruiting.table(told, cells=CELLS, seats=12)
    phone = recruiting.relay(told, PHONE, "phone", "Institut Canari")
    partners = recruiting.relay(told, PARTNERS, "partner", "Association Canari")
    for of, each in ((phone, 20), (partners, 10)):
        for n in range(each):
            recruiting.entered(told, of, (YOUNG, OLD)[n % 2])
    rules = Rules(convention=told.convention, alternates=2, erased_on=AT.date())
    channels.set_rules(rules, officer(told))
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def viewer(story, role=Role.RECRUITER):
    return Viewer(officer(story).actor, frozenset({role}), AT)


def publish(story):
    found = composed(story.convention, viewer(story))
    return panel.publish_composition(
        found.composition(),
        officer(story),
        tables=found.tables,
        filled=found.filled,
        pool=found.pool,
    )


def seats(story):
    return panel_for(story.convention, viewer(story))


def leaves(story, number):
    return candidates.withdraw(seats(story).places[number - 1].holder, officer(story))


def shown(composition):
    """(criterion, values) → (pool, panel)."""
    return {
        (table.criterion, one.values): (one.pool, one.panel)
        for table in tables_of(composition)
        for one in table.groups
    }


def small(figures):
    return [one for one in figures if one in {1, 2}]


def test_the_composition_counts_the_sealed_list_and_the_panel_by_criterion(story):
    found = publish(story)

    assert (found.filled, found.seats, found.pool) == (12, 12, 30)
    assert shown(found)[WAY, (PHONE,)] == (20, 8)
    assert shown(found)[WAY, (PARTNERS,)] == (10, 4)
    assert sum(pool for (name, _), (pool, _) in shown(found).items() if name == AGE) == 30


def test_the_composition_is_prepared_for_the_officer_alone(story):
    assert composed(story.convention, viewer(story, Role.GUARANTOR)) is None


def test_publishing_erases_who_found_whom(story):
    aliases = set(Candidate.objects.values_list("alias", flat=True))

    publish(story)

    assert Candidate.objects.exclude(relay=None).count() == 0
    assert aliases & set(Candidate.objects.values_list("alias", flat=True)) == set()


def test_no_group_of_one_or_two_is_published_whatever_becomes_of_the_panel(story):
    chance = random.Random(7)
    for _version in range(6):
        publish(story)
        leaves(story, chance.choice([one.number for one in seats(story).places if one.holder]))

    for one in compositions(story.convention):
        figures = [figure for pair in shown(one).values() for figure in pair]
        assert small(figures) == []


def test_two_versions_side_by_side_never_differ_by_one_or_two_people(story):
    publish(story)
    for number in range(1, 8):
        leaves(story, number)
        publish(story)

    versions = compositions(story.convention)
    for at, one in enumerate(versions):
        for other in versions[at + 1 :]:
            theirs = shown(other)
            apart = [
                abs(figure - old)
                for key, pair in shown(one).items()
                if key in theirs
                for figure, old in zip(pair, theirs[key], strict=True)
            ]
            assert small(apart) == []


def test_figures_that_would_give_somebody_away_stay_those_of_the_last_version(story):
    first = publish(story)
    leaves(story, 1)

    second = publish(story)

    assert (second.filled, shown(second)) == (11, shown(first))
    assert {one.since for one in tables_of(second)} == {1}


def test_members_are_counted_once_the_composition_is_public(story):
    assert seated(story.convention) is None
    publish(story)
    leaves(story, 1)

    now = seated(story.convention)

    assert (now.filled, now.seats) == (11, 12)


def test_the_charter_refuses_a_composition_once_those_left_out_are_forgotten(story):
    ready = composed(story.convention, viewer(story))
    erasing.erase_on_the_date(
        Erasure(convention=story.convention, on_request=False), officer(story)
    )

    with pytest.raises(Refused) as refused:
        panel.publish_composition(
            ready.composition(), officer(story), tables=ready.tables, filled=12, pool=30
        )

    assert refused.value.decision.about == ("still_counted",)


def test_nothing_is_composed_once_those_left_out_are_forgotten(story):
    asking, *rest = Candidate.objects.filter(state="consented")
    erasing.erase(Erasure(convention=story.convention, on_request=True), officer(story), [asking])
    assert composed(story.convention, viewer(story)).pool == 29

    erasing.erase(Erasure(convention=story.convention, on_request=False), officer(story), rest)

    assert composed(story.convention, viewer(story)) is None


def test_guarantors_see_every_gap_and_nobody(story):
    leaves(story, 1)

    found = standing(story.convention, viewer(story, Role.GUARANTOR))

    cells = {(one.quota.criterion, one.quota.value): one for g in found.criteria for one in g.cells}
    assert (found.filled, found.empty, found.pool) == (11, 1, 30)
    assert sum(cells[WAY, one].drawn for one in (PHONE, PARTNERS)) == 12
    assert sum(cells[WAY, one].now for one in (PHONE, PARTNERS)) == 11
    assert found.whole.distance == sum(abs(one.gap) for one in cells.values())
    assert found.whole.largest == max(abs(one.gap) for one in cells.values())


def test_a_replacement_is_counted_in_the_gaps(story):
    leaves(story, 1)
    first = replacing(seats(story)).first.candidate
    panel.accept(panel.call(first, officer(story)), officer(story))

    found = standing(story.convention, viewer(story, Role.GUARANTOR))

    assert (found.filled, found.replaced) == (12, 1)


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.INSTITUTE, Role.ANYONE])
def test_the_gaps_are_shown_to_nobody_else(story, role):
    assert standing(story.convention, viewer(story, role)) is None


def test_each_place_has_one_holder_after_every_replacement(story):
    for number in (1, 5, 12):
        leaves(story, number)
        first = replacing(seats(story)).first.candidate
        panel.accept(panel.call(first, officer(story)), officer(story))

    held = Candidate.objects.filter(state__in=["drawn", "confirmed", "attended"])
    assert list(held.values("seat").annotate(n=Count("pk")).exclude(n=1)) == []
    assert held.count() == 12
