"""Finds a Chromium for the browser tests. Standard library only."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
HOW_TO_GET = (
    "Pour l’installer : sudo apt install chromium (Debian), "
    "ou .venv/bin/python -m playwright install chromium"
)


def find() -> str | None:
    """The path of a Chromium: the system's, else one that Playwright downloaded."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for application in MAC_APPLICATIONS:
        if sys.platform == "darwin" and Path(application).exists():
            return application
    downloaded = sorted(_playwright_folder().glob("chromium-*/chrome-*/**/*"), reverse=True)
    return next((str(path) for path in downloaded if _is_browser(path)), None)


def _is_browser(path: Path) -> bool:
    return path.name in {"chrome", "Chromium", "chrome.exe"} and path.is_file()


def _playwright_folder() -> Path:
    if named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(named)
    caches = {
        "darwin": Path.home() / "Library/Caches",
        "win32": Path(os.environ.get("LOCALAPPDATA", str(Path.home()))),
    }
    return caches.get(sys.platform, Path.home() / ".cache") / "ms-playwright"
