"""Sentences with their numbers as marks, and what is found on them: numbers of one article that do not go together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.types import Extraction, Mention, Quantity, Sentence


@dataclass(frozen=True, slots=True)
class Slip:
    """Numbers that cannot all be right: the one stated, those that make another of it, and what they make."""

    about: str  # "the total", "the change", "the direction"
    stated: Mention
    others: tuple[Mention, ...]
    makes: str  # what the others come to, in words: "9 and 6 make 15"


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with its numbers as marks."""

    text: str
    mentions: tuple[Mention, ...]

    def quantity(self, match: re.Match[str], group: str) -> Quantity | None:
        """The quantity that a group of a match marks."""
        mention = self.mention(match, group)
        return mention.value if mention is not None and isinstance(mention.value, Quantity) else None

    def mention(self, match: re.Match[str], group: str) -> Mention | None:
        """The mention that a group of a match marks."""
        number = match.groupdict().get(group)
        return self.mentions[int(number)] if number else None


def template_of(extraction: Extraction, sentence: Sentence) -> Template:
    """The sentence with ⟦0⟧, ⟦1⟧ … for its numbers; one inside another's words cuts those short."""
    found = [m for m in extraction.mentions_in(sentence.span) if _is_plain(m)]
    text, pieces, at = extraction.document.text, [], sentence.span.start
    for i, mention in enumerate(found):
        following = found[i + 1].span.start if i + 1 < len(found) else sentence.span.end
        pieces += [text[at : mention.span.start], f"⟦{i}⟧"]
        at = min(mention.span.end, following)
        if at < mention.span.end:  # "three of the [five men]": the words between stay
            pieces.append(" " + text[mention.span.start : at].partition(" ")[2])
    pieces.append(text[at : sentence.span.end])
    return Template(" ".join("".join(pieces).split()), tuple(found))


def _is_plain(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and value.kind not in {"ordinal", "age"} and not value.listed


def one_line(mention: Mention) -> str:
    """A mention's words on one line."""
    return " ".join(mention.text.split())
