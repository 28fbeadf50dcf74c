"""A town hall, a browser, and the cast at its door."""

import pytest
from playwright.sync_api import sync_playwright

from isegoria.cli import chromium
from tests.journeys import house

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


def pytest_collection_modifyitems(items):
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def town_hall():
    yield from house.opened()


@pytest.fixture(scope="session")
def chrome():
    path = chromium.find()
    if not path:
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chrome, town_hall):
    """A page of one's own: visit("Odile") has signed in; visit() is nobody in particular."""
    contexts = []

    def opened(who=None, *, js=True, size=SCREEN, **options):
        context = chrome.new_context(
            viewport=size, java_script_enabled=js, locale="fr-FR", base_url=town_hall.url, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"a script failed: {error}"))
        if who:
            page.goto(town_hall.link_of(who))
            page.locator("main form button[type=submit]").click()
        return page

    yield opened
    for context in contexts:
        context.close()
