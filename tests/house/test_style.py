"""The budgets and habits of STYLE, read from the source."""

import ast
import re

import pytest

from tests.house.tree import (
    ROOT,
    SOURCE,
    at,
    dotted,
    named,
    nodes,
    published_files,
    python,
    templates,
)

LONGEST_FILE, LONGEST_TEST, LONGEST_FUNCTION, LONGEST_TEMPLATE, MOST_ARGUMENTS = (
    300,
    500,
    30,
    120,
    5,
)
FROM_CONDUCT = {"self", "cls", "by", "actor", "at", "request", "viewer"}
CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "datetime.datetime.now",
    "datetime.datetime.utcnow", "date.today", "datetime.date.today", "timezone.now",
    "timezone.localdate", "timezone.localtime", "time.time", "time.time_ns", "localdate", "now",
}  # fmt: skip
READS_THE_CLOCK = {"web/clock.py"}

# Each exception says why. Nothing else may be longer, wider or later than the rule.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS = {
    "convention/recruitment/sheets.py _text": "four faults of a cell, each with its two sentences",
}
MANY_ARGUMENTS = {
    "core/charter/language.py act": "an act of the charter has as many words as it needs",
    "convention/governance/actions/calendar.py move": "all that is said of a date when it moves",
    "convention/governance/actions/calendar.py hold": "all that is said of a date that was held",
    "web/routes.py page": "a page is listed in one line: address, view, name, readers, acts, forms",
    "web/confirming.py confirmed": "the page of any act: which, on what, how it is done, what it says",
}
LONG_TEMPLATES: dict[str, str] = {}
LATE_IMPORTS = {
    "convention/apps.py": "Django is ready only then; the import registers the checks",
    "web/apps.py": "Django is ready only then; what follows an act is registered",
}


def functions(path):
    return (n for n in nodes(path) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def body_lines(function):
    """Its lines without the decorators above it and the docstring within."""
    first = function.body[0]
    said = (
        first.end_lineno - first.lineno + 1
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        else 0
    )
    return function.end_lineno - function.lineno + 1 - said


def arguments(function):
    every = function.args
    given = [*every.posonlyargs, *every.args, *every.kwonlyargs]
    return [one.arg for one in given if one.arg not in FROM_CONDUCT]


def test_a_file_is_short():
    long = {named(path): lines(path) for path in python() if lines(path) > LONGEST_FILE}

    assert {name: size for name, size in long.items() if name not in LONG_FILES} == {}


def test_a_test_file_is_short():
    long = {str(p.relative_to(ROOT)): lines(p) for p in (ROOT / "tests").rglob("*.py")}

    assert {name: size for name, size in long.items() if size > LONGEST_TEST} == {}


def test_a_function_is_short():
    long = [
        f"{at(path, one)} {one.name}: {body_lines(one)} lines"
        for path in python()
        for one in functions(path)
        if body_lines(one) > LONGEST_FUNCTION and f"{named(path)} {one.name}" not in LONG_FUNCTIONS
    ]

    assert "\n".join(long) == ""


def test_a_function_takes_few_arguments():
    wide = [
        f"{at(path, one)} {one.name}({', '.join(arguments(one))})"
        for path in python()
        for one in functions(path)
        if len(arguments(one)) > MOST_ARGUMENTS
        and f"{named(path)} {one.name}" not in MANY_ARGUMENTS
    ]

    assert "\n".join(wide) == ""


def test_a_template_is_short():
    long = {
        name: lines(path) for name, path in templates().items() if lines(path) > LONGEST_TEMPLATE
    }

    assert {name: size for name, size in long.items() if name not in LONG_TEMPLATES} == {}


def test_only_the_clock_and_the_command_line_read_the_time():
    read = [
        f"{at(path, node)} {dotted(node.func)}()"
        for path in python(beside=("cli",))
        if named(path) not in READS_THE_CLOCK
        for node in nodes(path)
        if isinstance(node, ast.Call) and dotted(node.func) in CLOCKS and not node.args
    ]

    assert "\n".join(read) == ""


def test_chance_is_an_argument():
    drawn = [
        at(path, node)
        for path in python("core", "convention")
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and dotted(node.func).startswith(("random.", "uuid.uuid1", "numpy.random"))
        and dotted(node.func) != "random.Random"
    ]

    assert "\n".join(drawn) == ""


def test_imports_are_at_the_top():
    late = [
        at(path, inner)
        for path in python(beside=("cli",))
        if named(path) not in LATE_IMPORTS
        for one in functions(path)
        for inner in ast.walk(one)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert "\n".join(late) == ""


@pytest.mark.parametrize("word", ["utils", "helpers", "services", "managers", "signals", "common"])
def test_no_module_is_named_after_nothing(word):
    assert [named(one) for one in SOURCE.rglob(f"{word}*") if one.suffix in {"", ".py"}] == []


def test_no_todo_is_left_without_its_issue():
    left = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in python()
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\b(TODO|FIXME|XXX)\b", line) and not re.search(r"#\d+", line)
    ]

    assert "\n".join(left) == ""


def test_nothing_of_the_machine_it_was_written_on_is_published():
    """Paths of a workshop and addresses of package mirrors; written apart so as not to match."""
    traces = re.compile(
        "|".join(
            (
                r"(?<![\w.])/wo" + r"rk/",
                r"/tmp/ba" + r"sh",
                r"/ro" + r"ot/",
                r"/opt/py" + r"pi",
                r"--(extra-)?ind" + r"ex-url",
                r"pypi\.o" + r"rg/simple",
            )
        )
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in published_files()
        if path.suffix not in {".png", ".woff2", ".ico", ".pdf", ".jpg", ".ttf", ".otf"}
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if traces.search(line)
    ]

    assert "\n".join(found) == ""


def test_every_exception_is_still_needed():
    long = {named(p) for p in python() if lines(p) > LONGEST_FILE}
    wide = {
        f"{named(p)} {one.name}"
        for p in python()
        for one in functions(p)
        if len(arguments(one)) > MOST_ARGUMENTS
    }
    deep = {
        f"{named(p)} {one.name}"
        for p in python()
        for one in functions(p)
        if body_lines(one) > LONGEST_FUNCTION
    }
    tall = {name for name, path in templates().items() if lines(path) > LONGEST_TEMPLATE}

    assert set(LONG_FILES) <= long
    assert set(MANY_ARGUMENTS) <= wide
    assert set(LONG_FUNCTIONS) <= deep
    assert set(LONG_TEMPLATES) <= tall
