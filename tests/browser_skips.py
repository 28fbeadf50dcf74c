"""A pytest plugin: a browser test that is skipped is said at the end, and fails in CI."""

import os
from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and item.get_closest_marker("browser") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped browser test: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = [
        one for one in terminalreporter.stats.get("skipped", []) if "browser" in one.keywords
    ]
    if skipped:
        terminalreporter.section("NAVIGATEUR", yellow=True)
        terminalreporter.line(f"{len(skipped)} parcours dans un navigateur n’ont PAS été faits.")
