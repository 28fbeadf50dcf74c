"""The letters that the site sent, where a demonstration leaves them."""

import re
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

PATIENCE = 40


def sent_to(data: Path, address: str) -> list[EmailMessage]:
    """The letters to this address, oldest first."""
    found = []
    for file in sorted((data / "mail").glob("*.log"), key=lambda one: one.stat().st_mtime_ns):
        for part in re.split(rb"\n-{79}\n", file.read_bytes()):
            letter = message_from_bytes(part.strip(), policy=policy.default)
            if address in str(letter["To"]):
                found.append(letter)
    return found


def awaited(data: Path, address: str, count: int = 1) -> EmailMessage:
    """The letter number `count` to this address, once the worker has sent it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if len(found := sent_to(data, address)) >= count:
            return found[count - 1]
        time.sleep(0.2)
    raise AssertionError(f"letter {count} to {address} did not leave")


def text_of(letter: EmailMessage) -> str:
    return letter.get_content()


def link_in(letter: EmailMessage, part: str) -> str:
    """The link whose address contains this part."""
    return next(link for link in re.findall(r"https?://\S+", text_of(letter)) if part in link)
