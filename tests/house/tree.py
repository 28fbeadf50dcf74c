"""The source as the house tests read it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "isegoria"
ROOMS = (  # upstream first
    "journal",
    "mandate",
    "people",
    "governance",
    "publishing",
    "recruitment",
    "sessions",
    "stewardship",
)


def python(*folders: str, beside: tuple[str, ...] = ()) -> list[Path]:
    """The Python files of these folders of the package, without those under `beside`."""
    found = (one for folder in folders or (".",) for one in (SOURCE / folder).rglob("*.py"))
    aside = tuple(SOURCE / one for one in ("convention/migrations", *beside))
    return sorted(one for one in found if not any(one.is_relative_to(other) for other in aside))


def templates() -> dict[str, Path]:
    """Template name → file."""
    return {
        str(one.relative_to(folder)): one
        for folder in sorted(SOURCE.rglob("templates"))
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.suffix in {".html", ".txt", ".svg", ".xml", ".typ"}
    }


@cache
def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(read(path))


def at(path: Path, node: ast.AST) -> str:
    """Where something was found, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def published_files() -> list[Path]:
    """What the repository gives to the world; without git, everything but what is made."""
    asked = ("git", "ls-files", "-co", "--exclude-standard")
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [one for line in done.stdout.splitlines() if (one := ROOT / line).is_file()]
    made = {".venv", ".git", "data", "__pycache__", "node_modules"}
    return [one for one in ROOT.rglob("*") if one.is_file() and not made & set(one.parts)]


def dotted(node: ast.AST) -> str:
    """`a.b.c` of an expression made of names, or ""."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr) if inner := dotted(value):
            return f"{inner}.{attr}"
    return ""
