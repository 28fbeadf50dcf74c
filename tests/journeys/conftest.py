"""A town hall, a browser, and the cast at its door."""

import pytest
from playwright.sync_api import sync_playwright

from isegoria.cli import chromium
from tests.journeys import house, looks
from tests.journeys.hands import Keyboard, Pointer

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, SCREEN = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


WAYS = ["without JavaScript", "by keyboard"]


def pytest_collection_modifyitems(items):
    """A journey walked in two ways is walked in one of them on a second database."""
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if WAYS[1] in item.name:
                item.add_marker(pytest.mark.looks)


@pytest.fixture(scope="session")
def town_hall():
    yield from house.opened()


@pytest.fixture(scope="session")
def field(town_hall):
    """The ways in of those who find people, in a convention that recruits."""
    return house.told(town_hall, "field")


@pytest.fixture(scope="session")
def chrome():
    path = chromium.find()
    if not path:
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def fit(chrome, pytestconfig, tmp_path_factory):
    """fit(page) after each step that matters; the HTML checker reads them all at the end."""
    seen = looks.Fit(chrome, checks="not looks" not in pytestconfig.option.markexpr)
    yield seen
    assert not (faults := looks.checked_html(seen.html, tmp_path_factory.mktemp("html"))), (
        "\n".join(faults)
    )


@pytest.fixture
def visit(chrome, town_hall, fit):
    """A page of one's own: visit("Odile") has signed in; visit() is nobody in particular."""
    contexts = []

    def opened(who=None, *, js=True, size=SCREEN, **options):
        context = chrome.new_context(
            viewport=size, java_script_enabled=js, locale="fr-FR", base_url=town_hall.url, **options
        )
        contexts.append(context)
        page = context.new_page()
        fit.listen(page, js=js)
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        if who:
            page.goto(town_hall.link_of(who))
            page.locator("main form button[type=submit]").click()
        return page

    yield opened
    fit.documents.clear()
    for context in contexts:
        context.close()


@pytest.fixture(params=WAYS)
def walk(request, visit):
    """The same journey twice: walk("Odile") is her page and what she uses it with."""

    def begun(who=None, **options):
        plain = request.param == "without JavaScript"
        page = visit(who, js=not plain, **options)
        return page, (Pointer if plain else Keyboard)(page)

    begun.way = request.param
    return begun
