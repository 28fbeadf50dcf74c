"""Where a video is, and the player that its host offers without following people."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

SAFE = re.compile(r"[\w-]{1,80}")


@dataclass(frozen=True, slots=True)
class Video:
    """The page of a video, who holds it, and the address of its player, "" when there is none."""

    url: str
    host: str
    player: str = ""

    @property
    def origin(self) -> str:
        parts = urlsplit(self.player)
        return f"{parts.scheme}://{parts.netloc}"


def video_at(url: str) -> Video | None:
    """The video of this address; None for an empty or unreadable one."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme != "https" or not host:
        return None
    key, player = PLAYERS.get(host, (_peertube, "https://" + parts.netloc + "/videos/embed/{}"))
    found = key(parts)
    return Video(url, host, player.format(found) if SAFE.fullmatch(found) else "")


def moment_of(url: str, seconds: int) -> str:
    """The address of this video at this moment; "" where we do not know how its host says it."""
    video = video_at(url)
    if video is None:
        return ""
    if video.host == "vimeo.com":
        return f"{url}#t={seconds}s"
    if not video.player:
        return ""
    name = "t" if "youtube.com" in video.host or video.host == "youtu.be" else "start"
    return f"{url}{'&' if '?' in url else '?'}{name}={seconds}"


def _query(parts: SplitResult) -> str:
    return parse_qs(parts.query).get("v", [""])[0]


def _last(parts: SplitResult) -> str:
    return parts.path.rstrip("/").rpartition("/")[2]


def _peertube(parts: SplitResult) -> str:
    """PeerTube is on many hosts and always says /w/… or /videos/watch/…."""
    if re.fullmatch(r"/(w|videos/watch)/[\w-]+/?", parts.path):
        return _last(parts)
    return ""


YOUTUBE = "https://www.youtube-nocookie.com/embed/{}"
PLAYERS: dict[str, tuple[Callable[[SplitResult], str], str]] = {
    "youtube.com": (_query, YOUTUBE),
    "m.youtube.com": (_query, YOUTUBE),
    "youtu.be": (_last, YOUTUBE),
    "vimeo.com": (_last, "https://player.vimeo.com/video/{}?dnt=1"),
    "dailymotion.com": (_last, "https://www.dailymotion.com/embed/video/{}"),
}
