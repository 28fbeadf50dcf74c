"""Every page that somebody can reach is accessible, valid, light, and fits a narrow screen."""

from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from isegoria.core.charter import Role
from isegoria.web.routes import PAGES, PUBLIC
from tests.journeys import house, looks

pytestmark = pytest.mark.looks

EXAMPLES_OF_A_ROUTE = 2
ROLES = {
    None: {Role.ANYONE},
    "Odile": {Role.ORGANISER},
    "Gaston": {Role.GUARANTOR},
    "Adèle": {Role.ADMINISTRATOR},
    "Membre du panel": {Role.MEMBER},
    "Anatole": {Role.FACILITATOR},
    "Sylvain": {Role.SERVICE},
}
ELSEWHERE = {
    # a session under way, walked in test_room.py
    "facilitation:captures", "facilitation:capture", "facilitation:capture_file",
    "facilitation:capture_new", "facilitation:capture_words", "facilitation:capture_confirm",
    "facilitation:capture_aside", "facilitation:capture_sign", "facilitation:capture_unsign",
    "facilitation:capture_withdraw", "facilitation:screen", "facilitation:sheets",
    "facilitation:capture_count", "facilitation:capture_hide", "facilitation:capture_publish",
    "facilitation:capture_show", "facilitation:captures_publish",
    "facilitation:notebook", "facilitation:sheet_find", "facilitation:sheet", "public:said_session", "public:said_file",
    # steps of a form, walked in the journeys
    "account_confirm_login_code", "account_request_login_code", "mfa_authenticate", "compte:entry",
    "public:receipt", "public:subscribe_sent", "public:subscribe_confirm", "public:subscribe_done",
    "public:unsubscribe", "guarantors:message", "guarantors:answer", "guarantors:close",
    "desk:advance", "desk:announce", "desk:create", "desk:launch", "desk:launch_unready",
    "desk:quota_discard", "desk:quota_freeze", "desk:quota_import", "desk:version_act",
    "desk:version_edit", "desk:version_file", "desk:version_withdraw",
    "desk:seat_edit", "desk:seat_end", "desk:round_table_cancel", "desk:round_table_record",
    "desk:quota_about", "desk:quota_criterion", "desk:quota_figures", "desk:quota_move",
    "desk:quota_remove", "desk:version_place", "guarantors:draw_contest",
    "guarantors:draw_countersign", "guarantors:draw_openings_file", "guarantors:draw_sign",
    "joining:register", "relays:check", "relays:count", "relays:enter",
    "recruiters:accept", "recruiters:confirm", "recruiters:decline", "recruiters:draw_seal",
    "recruiters:draw_look", "recruiters:draw_void", "recruiters:call_out_of_turn",
    "recruiters:unreached", "recruiters:resume",
    # addresses for machines and old links, read by other tests
    "public:reference", "public:robots", "public:sitemap_xml", "account_inactive",
    "account_logout", "mfa_login_webauthn", "ui:accent",
    # what the demonstration has none of: read by other tests
    "public:version", "public:file", "public:video", "public:session_join", "public:session_ics",
    "facilitation:session_publish", "facilitation:session_open", "facilitation:session_close",
    "desk:channel_new", "joining:door", "joining:paper",
    "facilitation:seating",
    "facilitation:seating_adapt", "facilitation:seating_discard", "facilitation:seating_new",
    "facilitation:seating_print", "facilitation:seating_settle", "facilitation:seating_sheet",
    "facilitation:sequence_restore", "facilitation:sequence_start", "facilitation:sequence_end",
    "facilitation:sequence_note", "facilitation:loan_lend", "facilitation:loan_give_back",
    "facilitation:loan_refuse",
    # an inquiry, walked in its own journey
    "facilitation:inquiry", "facilitation:inquiry_count", "facilitation:inquiry_print",
    "facilitation:inquiry_close", "facilitation:inquiry_publish", "facilitation:inquiry_set_aside",
    "facilitation:pulse_open", "facilitation:member_inquiry", "relays:member_inquiry",
    "panel:give_up", "facilitation:member_give_up", "relays:member_give_up",
    "desk:scheme_declare", "desk:payment_reckon", "desk:payment_costs", "desk:payment_pay_all",
    "desk:payment_sheet", "desk:payment_pay", "desk:payment_cancel",
    "facilitation:need_settle", "facilitation:provisions_publish",
    "panel:inquiry", "public:inquiry", "public:inquiry_csv",
    "panel:attend", "panel:question_take_back", "panel:card", "panel:out", "facilitation:card_issue",
    "facilitation:member_attend", "recruiters:card_issue", "recruiters:welcome",
    "recruiters:welcome_all", "relays:member_home", "relays:member_attend", "relays:member_loan",
    "relays:member_leave", "relays:member_needs", "relays:member_question",
    "facilitation:question_admit", "facilitation:question_set_aside", "facilitation:question_confide",
    "facilitation:question_answer", "facilitation:question_publish", "facilitation:question_withdraw",
    "facilitation:question_take_back", "facilitation:hearing_hold", "facilitation:hearing_edit",
    "facilitation:hearing_cancel", "facilitation:request_honour",
    "facilitation:request_refuse",
    "facilitation:minutes", "facilitation:minutes_begin", "facilitation:minutes_write",
    "facilitation:minutes_submit", "facilitation:minutes_correct", "facilitation:minutes_validate",
    "facilitation:minutes_publish", "facilitation:correction_accept",
    "facilitation:correction_refuse", "facilitation:member_minutes",
    "facilitation:member_correction", "panel:minutes", "panel:correction", "relays:member_minutes",
    "relays:member_correction", "facilitation:handout_take", "facilitation:hearing_record",
}  # fmt: skip
DOWNLOADS = (
    ".pdf",
    ".ics",
    ".atom",
    ".jsonl",
    ".zip",
    ".csv",
    ".json",
    ".xlsx",
    ".xml",
    ".txt",
    ".css",
)
LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"


def route_of(url):
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return None


def walk(page, origin, starts=("/",), examples=EXAMPLES_OF_A_ROUTE, follow=lambda _name: True):
    """Breadth first, a few examples of each route; yields (url, name, response, watch)."""
    seen, counts, queue = set(), {}, [f"{origin}{one}" for one in starts]
    while queue:
        url = queue.pop(0).partition("#")[0]
        path = urlsplit(url).path
        name = route_of(url)
        if url in seen or name is None or "deconnexion" in path or not follow(name):
            continue
        seen.add(url)
        if counts.get(name, 0) >= examples:
            continue
        counts[name] = counts.get(name, 0) + 1
        if path.endswith(DOWNLOADS) or name == "public:language":
            yield url, name, page.request.get(url, max_redirects=0), None
            continue
        with looks.Watch(page) as watch:
            response = page.goto(url)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        yield url, name, response, watch
        queue += [one for one in page.evaluate(LINKS) if one.startswith(origin)]


def faults_of(page, name, response, watch, origin):
    faults = [f"answers {response.status}"] if response.status >= 400 else []
    if watch is None:
        return faults
    faults += looks.axe(page) + looks.overflow(page)
    if PAGES[name].reads == PUBLIC:
        faults += watch.faults(origin)
    return faults


@pytest.fixture(scope="module")
def town_hall():
    """The demonstration as it was loaded: what other journeys do there is not seen here."""
    yield from house.opened()


@pytest.mark.parametrize("who", ROLES)
def test_every_page_somebody_can_reach_is_fit_to_be_read(visit, town_hall, who, tmp_path):
    reached, faults = walked(visit(who), town_hall, tmp_path)
    faults += [f"{name} is not reached by a link" for name in unreached(ROLES[who], reached)]

    assert not faults, "\n".join(faults)


def walked(page, town_hall, folder, **how):
    """The routes that were reached, and every fault found on the way."""
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    html, faults, reached = {}, [], set()
    for url, name, response, watch in walk(page, town_hall.url, **how):
        reached.add(name)
        if watch:
            html[url] = response.text()
        faults += [
            f"{url} ({name}): {one}"
            for one in faults_of(page, name, response, watch, town_hall.url)
        ]
    return reached, faults + looks.checked_html(html, folder)


def unreached(roles, reached):
    """Pages that these readers may read and that no link led to."""
    theirs = {name for name, page in PAGES.items() if page.reads & roles}
    return sorted(theirs - reached - set(ELSEWHERE))
