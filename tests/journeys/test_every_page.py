"""Every page that somebody can reach is accessible, valid, light, and fits a narrow screen."""

from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from isegoria.web.routes import PAGES, PUBLIC
from tests.journeys import looks

EXAMPLES_OF_A_ROUTE = 2
READERS = [None, "Odile", "Gaston", "Alice", "Awa"]
DOWNLOADS = (".pdf", ".ics", ".atom", ".jsonl", ".zip", ".csv", ".xml", ".txt", ".css")
LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"


def route_of(url):
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return None


def walk(page, origin):
    """Breadth first from the home page, a few examples of each route; yields (url, html, faults)."""
    seen, counts, queue = set(), {}, [f"{origin}/"]
    while queue:
        url = queue.pop(0).partition("#")[0]
        path = urlsplit(url).path
        name = route_of(url)
        if url in seen or name is None or path.endswith(DOWNLOADS) or "deconnexion" in path:
            continue
        seen.add(url)
        if counts.get(name, 0) >= EXAMPLES_OF_A_ROUTE or name == "public:language":
            continue
        counts[name] = counts.get(name, 0) + 1
        with looks.Watch(page) as watch:
            response = page.goto(url)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        yield url, name, response, watch
        queue += [one for one in page.evaluate(LINKS) if one.startswith(origin)]


def faults_of(page, name, response, watch, origin):
    faults = [f"answers {response.status}"] if response.status >= 400 else []
    faults += looks.axe(page) + looks.overflow(page)
    if PAGES[name].reads == PUBLIC:
        faults += watch.faults(origin)
    return faults


@pytest.mark.parametrize("who", READERS)
def test_every_page_somebody_can_reach_is_fit_to_be_read(visit, town_hall, who, tmp_path):
    page = visit(who)
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    html, faults = {}, []
    for url, name, response, watch in walk(page, town_hall.url):
        html[url] = response.text()
        faults += [
            f"{url} ({name}): {one}"
            for one in faults_of(page, name, response, watch, town_hall.url)
        ]
    faults += looks.checked_html(html, tmp_path)

    assert not faults, "\n".join(faults)
    assert len(html) > 5
