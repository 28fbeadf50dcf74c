"""`./isegoria test` itself: what it passes on, and what it never lets through."""

import os

from isegoria.cli import test


def test_unknown_options_go_to_pytest():
    options, for_pytest = test.parse(["--no-checks", "-k", "journal", "tests/core"])

    assert (options.no_checks, options.database_only) == (True, False)
    assert for_pytest == ["-k", "journal", "tests/core"]


def test_what_a_second_run_leaves_out_is_not_told_where_the_database_is():
    assert "ISEGORIA_DATABASE_URL" not in os.environ


def test_tests_see_no_setting_of_this_machine_but_the_database(monkeypatch):
    monkeypatch.setenv("ISEGORIA_SECRET_KEY", "x")
    monkeypatch.setenv("ISEGORIA_DATABASE_URL", "postgres://a@b/c")

    seen = test.clean_environment("/somewhere")

    assert {name: value for name, value in seen.items() if name.startswith("ISEGORIA_")} == {
        "ISEGORIA_DATA": "/somewhere",
        "ISEGORIA_DATABASE_URL": "postgres://a@b/c",
    }


def test_without_a_browser_ci_fails(monkeypatch, capfd):
    monkeypatch.setattr(test.chromium, "find", lambda: None)
    monkeypatch.setenv("CI", "true")

    failed = test.failing_tests(["--version"], {**test.clean_environment("/nowhere")})

    assert failed == ["Chromium"]
    assert "Chromium est introuvable" in capfd.readouterr().out
