"""Korean and Chinese names, whose parts are syllables: one letter more makes another name.

Romanisations differ in a few regular ways (Chong and Jong, Pak and Park, Young and Yong, Hsiao
and Xiao); under `syllable_key` those meet, and everything else stays apart: Un and Il, Jong and Yong.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SYLLABLE = re.compile(
    r"(?:kk|k|g|n|tt|t|d|r|l|m|pp|p|b|ss|s|jj|j|ch|h|y|w|zh|z|ts|x|hs|sh|q|f)?"
    r"(?:[aeiou]|ae|ai|ao|au|ya|yae|ia|iao|eo|oo|oe|oi|ou|yeo|you|yu|yo|ye|ee|ei|eu|ue|ui|uo|ua|uai|wo|wa|wae|we|wi)"
    r"(?:ng|n|k|g|t|l|m|p|b|h|rk)?"
)
# What the systems write for one sound; order matters.
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"^(?:lee|li|rhee|ree|yi)$", "ri"),
        (r"ar(?=k$)", "a"),
        (r"^(?:zh|ch|q|jj)", "j"),
        (r"^hs", "x"),
        (r"^sh(?=i)", "s"),
        (r"^t[sz]", "z"),
        (r"^(?:pp|p)", "b"),
        (r"^(?:tt|t)", "d"),
        (r"^(?:kk|k)", "g"),
        (r"^l", "r"),
        (r"b$", "p"),
        (r"g$(?<!ng)", "k"),
        (r"yeo|you", "yo"),
        (r"eo", "o"),
        (r"oo|ou|eu|woo", "u"),
        (r"oi", "oe"),
        (r"ai", "ae"),
        (r"ee", "i"),
    )
)


def is_syllabic(parts: tuple[str, ...]) -> bool:
    """Whether a name of three folded parts or more is made of such syllables alone."""
    return len(parts) > 2 and all(_is_syllable(part) for part in parts)


@lru_cache(maxsize=16384)
def _is_syllable(part: str) -> bool:
    return len(part) < 7 and _SYLLABLE.fullmatch(part) is not None


@lru_cache(maxsize=16384)
def syllable_key(part: str) -> str:
    """The key under which the romanisations of one syllable meet."""
    for pattern, letters in _SOUNDS:
        part = pattern.sub(letters, part)
    return part
