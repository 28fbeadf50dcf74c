"""The access matrix: every page, by every method, by everybody. Default deny."""

from http.cookies import SimpleCookie

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from isegoria.convention.people.queries import roles_of
from isegoria.core.charter import Role
from isegoria.web import clock, errors
from isegoria.web.routes import PAGES, PUBLIC
from tests import cast
from tests.house.addresses import addresses

METHODS = ("GET", "POST", "PUT", "DELETE")
THROUGH, SIGN_IN, WRONG_ROLE, NO_METHOD, NOTHING = (
    "through",
    "asked to sign in",
    "not for this role",
    "method not allowed",
    "not found",
)
NOBODY, STRANGER, ELSEWHERE = "nobody", "somebody without a role", "organiser elsewhere"
PEOPLE = (
    NOBODY,
    STRANGER,
    ELSEWHERE,
    *(r.value for r in Role if r not in {Role.ANYONE, Role.HOST}),
)
# What a page allowed to somebody may still not find, and why.
MAY_BE_ABSENT = {
    "answering:answer": "one reads the questions that one was given, in one's own role",
    "compte:entry": "the link has served or never existed",
    "public:file": "the story's presentation has no file",
    "desk:quota_remove": "the address does not name a criterion",
    "desk:version_file": "the story's presentation has no file",
    "facilitation:capture_file": "the story’s expressions are words and numbers",
    "public:said_file": "the story’s expressions are words and numbers",
    "facilitation:capture_count": "the address may be of a card",
    "recruiters:attend": "somebody who only facilitates is shown nobody here",
    "recruiters:withdraw": "a relay is shown nobody once the list of the draw is sealed",
    "panel:attend": "the role alone is nobody's number: a member has a card",
    "panel:needs": "the role alone is nobody's number: a member has a card",
    "panel:question": "the role alone is nobody's number: a member has a card",
    "facilitation:member_needs": "a member's space is opened by who facilitates, or by their card",
    "facilitation:member_question": "a member's space is opened by who facilitates, or by their card",
    "relays:member_needs": "a relay opens the space of a member who gives it their card",
    "relays:member_question": "a relay opens the space of a member who gives it their card",
    "panel:give_up": "the role alone is nobody's number: a member has a card",
    "relays:member_give_up": "a relay opens the space of a member who gives it their card",
    "facilitation:member_give_up": "the first sum of the story is paid",
    "desk:payment_reckon": "redirects when nothing is owed",
    "facilitation:need_settle": "the first member of the story may have asked for nothing",
    "panel:inquiry": "the role alone is nobody's number: a member has a card",
    "relays:member_inquiry": "a relay opens the space of a member who gives it their card",
    "facilitation:member_inquiry": "a member's space is opened by who facilitates, or by their card",
    "panel:loan": "the role alone is nobody's number: a member has a card",
    "panel:questions": "the role alone is nobody's number: a member has a card",
    "panel:question_take_back": "the role alone is nobody's number: a member has a card",
    "panel:wish": "the role alone is nobody's number: a member has a card",
    "panel:leave": "the role alone is nobody's number: a member has a card",
    "facilitation:member_attend": "no session of the story is to come",
    "facilitation:member_loan": "a member's space is opened by who facilitates, or by their card",
    "facilitation:member_leave": "a member's space is opened by who facilitates, or by their card",
    "panel:minutes": "the person of the cast attended no session",
    "panel:correction": "the person of the cast attended no session",
    "facilitation:member_minutes": "the member of the story did not attend this session",
    "facilitation:member_correction": "the member of the story did not attend this session",
    "relays:member_minutes": "a relay opens the space of a member who gives it their card",
    "relays:member_correction": "a relay opens the space of a member who gives it their card",
    "relays:member_home": "a relay opens the space of a member who gives it their card",
    "relays:member_attend": "a relay opens the space of a member who gives it their card",
    "relays:member_loan": "a relay opens the space of a member who gives it their card",
    "relays:member_leave": "a relay opens the space of a member who gives it their card",
    "recruiters:card_revoke": "a card is shown to those who make cards, alone",
    "recruiters:card_replace": "a card is shown to those who make cards, alone",
    "facilitation:card_revoke": "a card is shown to those who make cards, alone",
    "facilitation:card_replace": "a card is shown to those who make cards, alone",
    "relays:relay": "the role alone opens no organisation: one works for it",
    "relays:check": "the role alone opens no organisation: one works for it",
    "relays:count": "the role alone opens no organisation: one works for it",
    "relays:enter": "the role alone opens no organisation: one works for it",
    "relays:letter": "the role alone opens no organisation: one works for it",
    "relays:people": "the role alone opens no organisation: one works for it",
    "relays:paper": "the role alone opens no organisation: one works for it",
    "relays:card": "a relay reads its own people, and none once a list is sealed",
    "relays:correct": "a relay reads its own people, and none once a list is sealed",
    "relays:withdraw": "a relay reads its own people, and none once a list is sealed",
    "desk:version_new": "those who facilitate publish minutes, and read no draft of the desk",
    "desk:version_act": "those who facilitate publish minutes, and read no draft of the desk",
    "desk:version_place": "the story's presentation was published",
    "recruiters:candidate_correct": "a relay reads its own people, and none once a list is sealed",
    "recruiters:candidate_withdraw": "a relay reads its own people, and none once a list is sealed",
    "mfa_deactivate_totp": "nobody of the cast has registered an application",
    "mfa_edit_webauthn": "nobody of the cast has registered a key",
    "mfa_remove_webauthn": "nobody of the cast has registered a key",
    "mfa_view_recovery_codes": "nobody of the cast has made recovery codes",
    "mfa_download_recovery_codes": "nobody of the cast has made recovery codes",
}
ADDRESSES = {one.name: one for one in addresses()}


@pytest.fixture(scope="module")
def people(story_of_the_module, django_db_blocker):
    """Who asks → their account and the cookie of their session, in the story's convention."""
    told = story_of_the_module
    with django_db_blocker.unblock():
        other = cast.convention(told.alice, slug="ailleurs")
        accounts = {
            NOBODY: None,
            STRANGER: cast.account("Zoé Inconnue"),
            ELSEWHERE: cast.holder(Role.ORGANISER, other, told.alice, name="Olga Ailleurs"),
            Role.ADMINISTRATOR.value: told.alice,
            Role.ORGANISER.value: told.odile,
            Role.GUARANTOR.value: told.gaston,
        }
        for role in Role:
            if role.value in set(PEOPLE) - set(accounts):
                name = f"{role.value}.matrice"
                accounts[role.value] = cast.holder(role, told.convention, told.alice, name=name)
        return {who: (account, signed_in(account)) for who, account in accounts.items()}


@pytest.fixture(autouse=True)
def plain_errors(monkeypatch):
    """A refusal's title is enough here: its page would be drawn some thousand times."""
    monkeypatch.setattr(
        errors, "_page", lambda _, status, title, **__: HttpResponse(title, status=status)
    )


def signed_in(account):
    client = Client(raise_request_exception=False)
    if account is not None:
        client.force_login(account)
    return client, client.cookies.output(header="")


def asked(people, who, method, url):
    client, cookies = people[who][1]
    client.cookies = SimpleCookie(cookies.strip())
    with transaction.atomic():
        response = getattr(client, method.lower())(url)
        transaction.set_rollback(True)
    return response


def outcome(response):
    location = response.get("Location", "")
    doors = (reverse(settings.LOGIN_URL), reverse("panel:door"))
    if location.startswith(doors) and "next=" in location:
        return SIGN_IN
    if response.status_code == 405:
        return NO_METHOD
    if response.status_code == 404:
        return NOTHING
    if response.status_code == 403 and is_for_another_role(response):
        return WRONG_ROLE
    if response.status_code >= 500:
        return f"crashed: {response.exc_info[1]!r}"
    return THROUGH


def is_for_another_role(response):
    """Apart from an act that the charter refuses; the answer to HEAD has no words to tell."""
    shown = response.content.decode()
    return not shown or "Cette page n’est pas pour votre rôle" in shown


def expected(page, method, roles):
    """What the list of pages promises; roles is None for somebody who is not signed in."""
    reading = method in {"GET", "HEAD"}
    if roles is None and not PUBLIC & page.reads:
        return SIGN_IN
    if method not in {"GET", "HEAD", "POST"} or not (reading or page.takes_forms):
        return NO_METHOD
    allowed = page.reads if reading else page.writers
    if PUBLIC & allowed:
        return THROUGH
    if roles is None:
        return SIGN_IN
    return THROUGH if not allowed or allowed & roles else WRONG_ROLE


def roles(account, convention):
    if account is None:
        return None
    return roles_of(account, convention and convention.pk, at=clock.now())


def agrees(wanted, got, address, method):
    if wanted == THROUGH and got == NO_METHOD:
        # A page that only takes a form; a library's page that takes none.
        return method in {"GET", "HEAD"} or ":" not in address.name
    if wanted == THROUGH and got == NOTHING:
        return address.name in MAY_BE_ABSENT
    return wanted == got


def test_every_address_is_listed():
    assert sorted(set(ADDRESSES) - set(PAGES)) == []


def test_every_page_that_is_listed_has_an_address():
    assert sorted(set(PAGES) - set(ADDRESSES)) == []


def test_every_address_has_its_own_name():
    names = [one.name for one in addresses()]

    assert sorted({one for one in names if names.count(one) > 1}) == []


def test_what_may_be_absent_is_still_a_page():
    assert sorted(set(MAY_BE_ABSENT) - set(PAGES)) == []


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_a_page_opens_for_whom_it_is_listed_and_for_nobody_else(told, people, name):
    address = ADDRESSES[name]
    url = address.url(told)
    convention = told.convention if "slug" in address.arguments else None

    wrong = [
        f"{method} {url} by {who}: {got}, not {wanted}"
        for who in PEOPLE
        for method in METHODS
        if not agrees(
            wanted := expected(address.listed, method, roles(people[who][0], convention)),
            got := outcome(asked(people, who, method, url)),
            address,
            method,
        )
    ]

    assert "\n".join(wrong) == ""


@pytest.mark.parametrize(
    "name", sorted(name for name, one in ADDRESSES.items() if one.arguments == ("slug",))
)
def test_a_draft_does_not_exist_for_those_who_do_not_work_on_it(told, people, name):
    address = ADDRESSES[name]
    cast.convention(told.alice, slug="secret")
    url = reverse(name, kwargs={"slug": "secret"})

    got = {who: outcome(asked(people, who, "GET", url)) for who in (NOBODY, STRANGER, ELSEWHERE)}

    hidden = NOTHING if PUBLIC & address.listed.reads else SIGN_IN
    assert got == {NOBODY: hidden, STRANGER: NOTHING, ELSEWHERE: NOTHING}


def test_an_address_that_is_not_listed_answers_nobody(told, people, monkeypatch):
    name = min(PAGES)
    url = ADDRESSES[name].url(told)
    monkeypatch.delitem(PAGES, name)

    assert {outcome(asked(people, who, "GET", url)) for who in PEOPLE} == {NOTHING}
