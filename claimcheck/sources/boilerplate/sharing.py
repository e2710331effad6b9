"""Share buttons: very short lines made of nothing but what buttons say and the networks' names."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.sources.lines import Line, Page
from claimcheck.sources.vocabulary import vocabulary
from claimcheck.types import Boilerplate

_NETWORKS = vocabulary(
    "facebook twitter x whatsapp telegram linkedin reddit pinterest tumblr instagram youtube tiktok messenger pocket "
    "viber threads bluesky mastodon skype gmail vk flipboard snapchat wechat weibo email e-mail mail sms rss"
)
_ACTS = vocabulary("share tweet like follow print pin post copy save send bookmark comment comments shares likes")
_GLUE = vocabulary(
    "this on via to by in with and or us our me it now page link url article story post click here open opens new "
    "window tab more the a at for friend"
)
_MOST_WORDS = 10


def find_share_buttons(page: Page) -> Iterator[Boilerplate]:
    """Lines of share buttons, wherever they stand."""
    return (Boilerplate(line.start, line.end, "share") for line in page.lines if _is_buttons(line))


def _is_buttons(line: Line) -> bool:
    """Whether every word belongs to a button and one of them names an act or a network."""
    words = {word for word in line.words if not word.isdigit()}
    telling = words & (_NETWORKS | _ACTS)
    return bool(telling) and len(line.words) <= _MOST_WORDS and words <= _NETWORKS | _ACTS | _GLUE
