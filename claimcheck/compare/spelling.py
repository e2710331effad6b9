"""One spelling for words that British and American desks spell apart.

The forms are keys to compare by, not words to print: that "advise" is respelled
too does no harm as long as every occurrence is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"is(e|es|ed|ing|er|ers|ation|ations)$", r"iz\1"),
        (r"ys(e|es|ed|ing)$", r"yz\1"),
        (r"(?<=..)our(s|ed|ing|ite|ites|able|ful|hood|hoods|er|ers|ly)?$", r"or\1"),
        (r"(?<=..)en[cs]e(s|less)?$", r"ense\1"),
        (r"(?<=..[bt])re(s|d)?$", r"er\1"),
        (r"(?<=[aeiou])ll(ed|ing|er|ers)$", r"l\1"),
        (r"(?<=..)ogue(s)?$", r"og\1"),
        (r"(?<=.)amme(s)?$", r"am\1"),
        (r"(?<=dg)e(?=ment)", ""),
        (r"^(back|for|after|to|up|down|in|out)?(ward)s$", r"\1\2"),
    )
)
_INSIDE = ((re.compile(r"(?<=.)ae(?=[a-z])"), "e"), (re.compile(r"(?<=man)oeu(?=v)"), "eu"))
_PAIRS = {
    "grey": "gray",
    "tyre": "tire",
    "tyres": "tires",
    "kerb": "curb",
    "cheque": "check",
    "plough": "plow",
    "whilst": "while",
    "amongst": "among",
    "aeroplane": "airplane",
    "ok": "okay",
    "learnt": "learned",
    "burnt": "burned",
    "dreamt": "dreamed",
    "spelt": "spelled",
    "gonna": "going",
}


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """The key of a word, lower case: the same for both spellings of it."""
    word = _PAIRS.get(word, word)
    for pattern, form in (*_ENDINGS, *_INSIDE):
        word = pattern.sub(form, word)
    return word
