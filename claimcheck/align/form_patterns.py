"""Forms that the letters alone give away: a table of patterns, what each was meant to be, and why.

A pattern is in the table only if it admits one reading; each was run over half a million words
of prose, news and other, and what it found there was read. "Plain" patterns hold in speech as well; the
others are grammar that speakers may have of their own, and are not looked for in quotations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormPattern:
    """A pattern, the template of what was meant with its groups, and why the form cannot be right."""

    pattern: re.Pattern[str]
    meant: str
    why: str
    plain: bool = True


def _row(pattern: str, meant: str, why: str, *, plain: bool = True) -> FormPattern:
    return FormPattern(re.compile(pattern), meant, why, plain)


_IT_IS = "“Its” owns something; “it's” is short for “it is”"
_LOST_APOSTROPHE = "The contraction has lost its apostrophe"
_GENITIVE = "The genitive has lost its apostrophe"
_TWO_WORDS = "It is two words"
_A_AN = "“A” stands before a consonant, “an” before a vowel"
_THERE = "“Their” owns something; “there” is a place"
_YOU_ARE = "“Your” owns something; “you're” is short for “you are”"
_NO_OF = "The “of” is missing"
_UNITS = "A number and its unit are joined by hyphens only inside a compound, and then in the singular"
_PLURAL = "A plural takes a plural verb"
_AUXILIARY = "[Dd]o|[Dd]id|[Dd]oes|[Ii]s|[Ww]as|[Aa]re|[Ww]ere|[Hh]as|[Hh]ave|[Hh]ad|[Cc]ould|[Ww]ould|[Ss]hould"
_MODAL = "to|will|would|can|could|may|might|should|must|not"
_SMALLER = "more|less|fewer|higher|lower|larger|smaller|greater|older|younger"
_UNIT = "(?:year|month|week|day|hour|minute|mile)"
_NO_COMPOUND = r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bhis )(?<!\bher )"
_OWNED = "the|their|his|her|its|our|my|your|control|money|power|weight"
_I_DO = "am|was|have|had|think|know|want|did|will|would|can|could"

FORM_PATTERNS = (
    # apostrophes
    _row(r"\b([Ii])ts (a|an|the|been|because)(?= )", r"\1t's \2", _IT_IS),
    _row(r"\b([Ii])t['’]s own(?= [a-z])", r"\1ts own", _IT_IS),
    _row(r"\b([Ii])ts['’](?= [a-z])", r"\1ts", _IT_IS),
    _row(r"\b(I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho) (c[ao]|wo)nt(?= )", r"\1 \2n't", _LOST_APOSTROPHE),
    _row(rf"\b({_AUXILIARY})nt(?= [a-z])", r"\1n't", _LOST_APOSTROPHE),
    _row(r"\b([Tt]hey|[Yy]ou)(re|ve)(?= [a-z])", r"\1'\2", _LOST_APOSTROPHE),
    _row(r"\b(today|yesterday|tomorrow|women|children)s(?= [a-z])", r"\1's", _GENITIVE),
    _row(r"\b(this|next) (year|week|month)s(?= [a-z])", r"\1 \2's", _GENITIVE),
    # one word for another
    _row(r"\b(c|sh|w)ould of(?= (?:been|had|done|gone|made|\w+ed)\b)", r"\1ould have", "“Of” is heard for “have”"),
    _row(rf"\b({_SMALLER}) then(?= (?:an?|the|\$?\d|half|any|ever)\b)", r"\1 than", "A comparison takes “than”"),
    _row(r"\b([Tt])heir (is|are|was|were)\b", r"\1here \2", _THERE),
    _row(r"\b(to|of|in|from|for|with|lost) there (own|homes|families|lives|children)\b", r"\1 their \2", _THERE),
    _row(r"\b([Yy])our (going to|welcome|not(?= [a-z]))", r"\1ou're \2", _YOU_ARE),
    _row(r"\bwho['’]s ([a-z]+) (was|were|had|died)\b", r"whose \1 \2", "“Who's” is short for “who is”"),
    _row(rf"\b({_MODAL}) loose (?=(?:{_OWNED})\b)", r"\1 lose ", "“Loose” is the contrary of tight"),
    _row(r"\b(to|will|would|should|could) advice\b", r"\1 advise", "“Advice” is the noun, “advise” the verb"),
    _row(r"\b(was|were|been|being) lead by\b", r"\1 led by", "The participle of “lead” is “led”"),
    # words joined, lost or twice
    _row(r"\b([Aa])lot\b", r"\1 lot", _TWO_WORDS),
    _row(r"\b(i)n(front|spite) of\b", r"\1n \2 of", _TWO_WORDS),
    _row(r"\b(a)s(well) as\b", r"\1s \2 as", _TWO_WORDS),
    _row(r"\b([Oo])ne (the (?:most|best|worst|largest|biggest|first|last|few)\b)", r"\1ne of \2", _NO_OF),
    _row(r"\b(?:an?) (the|an)(?= [a-z])", r"\1", "Two articles stand before one noun"),
    _row(r"\b(?:the|a|an) (of|to|with|is|was|are|were)(?= (?:a|the|his|her|their)\b)", r"\1", "The noun is missing"),
    _row(r"(\$ ?\d[\d,.]*(?: (?:m|b|tr)illion)?) dollars\b", r"\1", "The sign and the word say the currency twice"),
    # letters
    _row(r"(?<![.\w])(a) (?!one|once|eu|ewe|oui)([aeio][a-z]{3,})\b", r"\1n \2", _A_AN),
    _row(r"\b([Aa])n ([b-dfgj-np-tv-z][a-z]{3,})\b", r"\1 \2", _A_AN),
    _row(rf"(?<=[a-z,] )i (?={_I_DO}\b)", "I ", "The pronoun has a capital"),
    # numbers
    _row(rf"\b(an?|the|his|her) (\d+)-({_UNIT})s-old\b", r"\1 \2-\3-old", _UNITS),
    _row(rf"(?<![-\w]){_NO_COMPOUND}(\d+)-({_UNIT}s)-old\b", r"\1 \2 old", _UNITS),
    _row(rf"(?<![-\w.])(\d+)-({_UNIT}s)(?= [a-z])", r"\1 \2", _UNITS),
    _row(r"(?<![\w.,-])(\d+)(people|men|women|others|years|minutes)\b", r"\1 \2", "The space is missing"),
    _row(
        r"(?<![-\w])(and|or|to|of|at|from|with|by|below)-(\d+)(?= ?(?:°|degrees\b|[CF]\b))",
        r"\1 -\2",
        "The space before the minus is missing",
    ),
    # verbs
    _row(r"\b([Tt]hey|[Ww]e) was\b", r"\1 were", _PLURAL, plain=False),
    _row(r"\b([Tt]hey|[Ww]e) has\b", r"\1 have", _PLURAL, plain=False),
    _row(r"\b([Tt])here is (many|several|numerous)\b", r"\1here are \2", _PLURAL, plain=False),
    _row(r"\b([Tt])here was (many|several|numerous)\b", r"\1here were \2", _PLURAL, plain=False),
)  # fmt: skip
