"""A pytest plugin: a browser test that is skipped is said at the end, and fails in CI."""

import os
from collections.abc import Generator
from typing import Any

import pytest

SAID = pytest.StashKey[list[str]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and item.get_closest_marker("browser") and not hasattr(report, "wasxfail"):
        item.config.stash.setdefault(SAID, []).append(item.nodeid)
        if os.environ.get("CI") == "true":
            report.outcome = "failed"
            report.longrepr = f"skipped browser test: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    skipped = config.stash.get(SAID, [])
    if skipped and os.environ.get("CI") != "true":
        terminalreporter.section("NAVIGATEUR", yellow=True)
        terminalreporter.line(f"{len(skipped)} parcours dans un navigateur n’ont PAS été faits.")
