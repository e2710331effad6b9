"""Forms that the letters alone give away: a table of patterns, what each was meant to be, and why.

A pattern is in the table only if it admits one reading; each was run over half a million words
of prose, news and other, and what it found there was read. "Plain" patterns hold in speech as well; the
others are grammar that speakers may have of their own, and are not looked for in quotations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class FormPattern:
    """A pattern that is looked for where one of its hints stands, what was meant with its groups, and why."""

    hints: tuple[str, ...]  # a text without any of them is quickly known to hold no match
    pattern: re.Pattern[str]
    meant: str
    why: str
    plain: bool = True


def row(hints: str, pattern: str, meant: str, why: str, *, plain: bool = True) -> FormPattern:
    """A row of a table; the hints stand between bars."""
    return FormPattern(tuple(hints.split("|")), re.compile(pattern), meant, why, plain)


def _each(*choices: str) -> str:
    """The hints that take one of each of these in turn."""
    return "|".join(map("".join, product(*(choice.split("|") for choice in choices))))


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
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
_COUNTED = "mile|yard|pound|acre|meter|metre|point|game|person|member|round|night"
_TWO_MARKS = "Two marks stand where one belongs"
_ORDINAL = "The ending is another number's"
_TWICE = "The word is compared twice"
_CLEARER = "better|worse|easier|faster|bigger|larger|stronger|cheaper|harder"
_MOST = "best|biggest|largest|worst|highest|oldest|strongest|easiest"
_FLED = "surrendered|arrived|escaped|died|collapsed|appeared|vanished|resigned|returned|emerged|fled"
_CROWDS = "thousands|hundreds|dozens|millions"
_OF_CROWDS = "people|men|women|protesters|supporters|fans"
_I_DO = "am|was|have|had|think|know|want|did|will|would|can|could"

FORM_PATTERNS = (
    # apostrophes
    row("its a|Its a|its the|Its the|its be|Its be", r"\b([Ii])ts (a|an|the|been|because)(?= )", r"\1t's \2", _IT_IS),
    row("'s own|’s own", r"\b([Ii])t['’]s own(?= [a-z])", r"\1ts own", _IT_IS),
    row("ts' |ts’ ", r"\b([Ii])ts['’](?= [a-z])", r"\1ts", _IT_IS),
    row(
        " cant | cont | wont ",
        r"\b(I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Ww]ho) (c[ao]|wo)nt(?= )",
        r"\1 \2n't",
        _LOST_APOSTROPHE,
    ),
    row(
        _each("do|Do|id|oes|is|Is|as|are|Are|ere|ave|ad|ould", "nt "),
        rf"\b({_AUXILIARY})nt(?= [a-z])",
        r"\1n't",
        _LOST_APOSTROPHE,
    ),
    row("heyre |heyve |oure |ouve ", r"\b([Tt]hey|[Yy]ou)(re|ve)(?= [a-z])", r"\1'\2", _LOST_APOSTROPHE),
    row(
        "odays |esterdays |omorrows |womens |childrens ",
        r"\b(today|yesterday|tomorrow|women|children)s(?= [a-z])",
        r"\1's",
        _GENITIVE,
    ),
    row(
        _each("his|ext", " years | weeks | months "),
        r"\b(this|next) (year|week|month)s(?= [a-z])",
        r"\1 \2's",
        _GENITIVE,
    ),
    # one word for another
    row(
        "ould of ",
        r"\b(c|sh|w)ould of(?= (?:been|had|done|gone|made|\w+ed)\b)",
        r"\1ould have",
        "“Of” is heard for “have”",
    ),
    row(
        _each(_SMALLER, " then"),
        rf"\b({_SMALLER}) then(?= (?:an?|the|\$?\d|half|any|ever)\b)",
        r"\1 than",
        "A comparison takes “than”",
    ),
    row(_each("heir", " is| are| was| were"), r"\b([Tt])heir (is|are|was|were)\b", r"\1here \2", _THERE),
    row(
        _each(" there", " own| homes| families| lives| children"),
        r"\b(to|of|in|from|for|with|lost) there (own|homes|families|lives|children)\b",
        r"\1 their \2",
        _THERE,
    ),
    row("our going to|our welcome|our not", r"\b([Yy])our (going to|welcome|not(?= [a-z]))", r"\1ou're \2", _YOU_ARE),
    row("who's |who’s ", r"\bwho['’]s ([a-z]+) (was|were|had|died)\b", r"whose \1 \2", "“Who's” is short for “who is”"),
    row(" loose ", rf"\b({_MODAL}) loose (?=(?:{_OWNED})\b)", r"\1 lose ", "“Loose” is the contrary of tight"),
    row(" advice", r"\b(to|will|would|should|could) advice\b", r"\1 advise", "“Advice” is the noun, “advise” the verb"),
    row(" lead by", r"\b(was|were|been|being) lead by\b", r"\1 led by", "The participle of “lead” is “led”"),
    # words joined, lost or twice
    row("alot|Alot", r"\b([Aa])lot\b", r"\1 lot", _TWO_WORDS),
    row("infront|inspite", r"\b(i)n(front|spite) of\b", r"\1n \2 of", _TWO_WORDS),
    row("aswell", r"\b(a)s(well) as\b", r"\1s \2 as", _TWO_WORDS),
    row("ne the ", r"\b([Oo])ne (the (?:most|best|worst|largest|biggest|first|last|few)\b)", r"\1ne of \2", _NO_OF),
    row(_each("a |an ", "the |an "), r"\b(?:an?) (the|an)(?= [a-z])", r"\1", "Two articles stand before one noun"),
    row(
        _each("the|a|an", " of | to | with | is | was | are | were "),
        r"\b(?:the|a|an) (of|to|with|is|was|are|were)(?= (?:a|the|his|her|their)\b)",
        r"\1",
        "The noun is missing",
    ),
    row(
        "dollars",
        r"(\$ ?\d[\d,.]*(?: (?:m|b|tr)illion)?) dollars\b",
        r"\1",
        "The sign and the word say the currency twice",
    ),
    # letters
    row("", r"(a) (?<![.\w]a )(?!one|once|eu|ewe|oui)([aeio][a-z]{3,})\b", r"\1n \2", _A_AN),
    row("", r"([Aa])n (?<!\w[Aa]n )([b-dfgj-np-tv-z][a-z]{3,})\b", r"\1 \2", _A_AN),
    row(" i ", rf"(?<=[a-z,] )i (?={_I_DO}\b)", "I ", "The pronoun has a capital"),
    # numbers
    row("s-old", rf"\b(an?|the|his|her) (\d+)-({_UNIT})s-old\b", r"\1 \2-\3-old", _UNITS),
    row("s-old", rf"(?<![-\w]){_NO_COMPOUND}(\d+)-({_UNIT}s)-old\b", r"\1 \2 old", _UNITS),
    row(
        _each("-", "years |months |weeks |days |hours |minutes |miles "),
        rf"(?<![-\w.])(\d+)-({_UNIT}s)(?= [a-z])",
        r"\1 \2",
        _UNITS,
    ),
    row("", r"(?<![\w.,-])(\d+)(people|men|women|others|years|minutes)\b", r"\1 \2", "The space is missing"),
    row(
        "",
        r"(?<![-\w])(and|or|to|of|at|from|with|by|below)-(\d+)(?= ?(?:°|degrees\b|[CF]\b))",
        r"\1 -\2",
        "The space before the minus is missing",
    ),
    # times, measures and comparisons
    row(
        _each("on ", _MONTH),
        rf"\bon ({_MONTH}),? ((?:1[5-9]|20)\d\d)\b",
        r"in \1 \2",
        "“On” takes a day; a month takes “in”",
    ),
    row(
        _each("in ", _MONTH),
        rf"\bin ((?:{_MONTH}) \d{{1,2}}(?:(?:st|nd|rd|th)\b(?=[,.;])|(?=, (?:19|20)\d\d\b)))",
        r"on \1",
        "A day takes “on”",
    ),
    row(
        "between ",
        r"\bbetween (\$?\d[\d,.]*(?: [mb]illion)?) to (\$?\d+(?:[,.]\d+)*)",
        r"between \1 and \2",
        "“Between” takes “and”, “from” takes “to”",
    ),
    row("-feet ", rf"\b([Aa]n?) (\d+|{_SMALL})-feet(?= [a-z])", r"\1 \2-foot", _UNITS),
    row("-inches ", rf"\b([Aa]n?) (\d+|{_SMALL})-inches(?= [a-z])", r"\1 \2-inch", _UNITS),
    row(_each("-", _COUNTED, "s "), rf"\b([Aa]n?) (\d+|{_SMALL})-({_COUNTED})s(?= [a-z])", r"\1 \2-\3", _UNITS),
    row(_each("more ", _CLEARER), rf"\bmore ({_CLEARER}) (than|to)\b", r"\1 \2", _TWICE),
    row(_each("most ", _MOST), rf"\b(the) most ({_MOST})\b(?!-)", r"\1 \2", _TWICE),
    # small words
    row(
        _each("a|an|the", " his | their | our | my | these | those "),
        r"\b(?:an?|the) (his|their|our|my|these|those)(?= [a-z])",
        r"\1",
        "Two articles stand before one noun",
        plain=False,
    ),
    row("the last night", r"\bthe last night ?['’] ?s\b", "last night's", "“Last night” takes no article"),
    row("of with ", r"\bof with (whom|which)\b", r"of \1", "Two prepositions stand before one pronoun"),
    row(
        "without in |without of ",
        r"\bwithout (?:in|of) (an?) (?!single|sense|way)",
        r"without \1 ",
        "Two prepositions stand before one noun",
    ),
    row(
        "in order for ",
        r"\bin order for (them|him|her|us|it|me) (?!to\b|not\b)([a-z]+)\b",
        r"in order for \1 to \2",
        "The “to” is missing",
    ),
    row(
        "and there another",
        r"\b(and there) (another (?:dozen|few|two|three|four|five|six|\d+)\b)",
        r"\1 were \2",
        "The verb is missing",
    ),
    row(
        "was who |were who |is who ",
        r"\b(was|were|is) who (a|an|the)(?= [A-Za-z])",
        r"who \1 \2",
        "Two words have changed places",
    ),
    row(
        _each(" the ", _FLED),
        rf"\b(until|when|while|because|before|after|where|that) the (?=(?:{_FLED})\b)",
        r"\1 they ",
        "An article stands before a verb",
    ),
    row(" the.", r"(?<=[a-z] )the\.(?=\s+[A-Z])", "the …", "The noun is missing"),
    row(
        " the are| the were| the have",
        r"(?<=[a-z,] )the (are|were|have)\b(?![-'’])",
        r"they \1",
        "An article stands before a verb",
    ),
    row(",,|;,", r"([A-Za-z][a-z]{4,})(?:,,|;,)(?= )", r"\1,", _TWO_MARKS),
    row(",.", r"([a-z]{3,}),\.(?= [A-Z]|$)", r"\1.", _TWO_MARKS),
    row(".,", r"\b(Avenue|Street|Road|Boulevard|Drive|[a-z]{6,}(?<!approx))\.,(?= [a-z])", r"\1,", _TWO_MARKS),
    row(
        _each("s ", "owner|headquarters|citizens|name|users|leaders"),
        r"(?<=[a-z,] )it['’]s (owners?|headquarters|citizens|name|users|leaders)\b(?![-'’])",
        r"its \1",
        _IT_IS,
    ),
    row("on it's way|on it’s way", r"\bon it['’]s way(?= to\b)", "on its way", _IT_IS),
    row("as result of", r"\b(as) (result of)\b", r"\1 a \2", "The article is missing"),
    row("in front the", r"\bin front the\b", "in front of the", _NO_OF),
    row("espite of", r"\b([Dd])espite of\b", r"\1espite", "“Despite” takes no “of”"),
    row(_each(_CROWDS, " ", _OF_CROWDS), rf"\b({_CROWDS}) ({_OF_CROWDS})\b", r"\1 of \2", _NO_OF),
    row(
        "more than a", r"\b(more than) an? (\d[\d,]{2,})(?= [a-z]+s\b| people\b)", r"\1 \2", "A number takes no article"
    ),
    row(
        "more that |less that |fewer that ",
        r"\b(more|less|fewer) that (?=\$?\d)",
        r"\1 than ",
        "A comparison takes “than”",
    ),
    # numbers of people
    row(
        _each("a|A|an|An|ne", " women| men"), r"\b([Aa]n?|[Oo]ne) (wom|m)en\b(?![-'’])", r"\1 \2an", "One is a singular"
    ),
    row(
        " woman",
        r"\b([Tt]wo|[Tt]hree|[Ff]our|five|six|several|these|those) woman\b(?!-)",
        r"\1 women",
        "A plural number stands with a singular",
    ),
    # ordinals
    row("1th|1nd|1rd", r"\b(\d*(?<!1)1)(?:th|nd|rd)\b", r"\1st", _ORDINAL),
    row("2th|2rd", r"\b(\d*(?<!1)2)(?:th|rd)\b", r"\1nd", _ORDINAL),
    row("3th|3nd", r"\b(\d*(?<!1)3)(?:th|nd)\b", r"\1rd", _ORDINAL),
    row(_each("0|1|2|3|4|5|6|7|8|9", "nd|rd"), r"\b(\d*(?:1[123]|[04-9]))(?:nd|rd)\b", r"\1th", _ORDINAL),
    # verbs
    row(_each("hey|We|we", " was"), r"\b([Tt]hey|[Ww]e) was\b", r"\1 were", _PLURAL, plain=False),
    row(_each("hey|We|we", " has"), r"\b([Tt]hey|[Ww]e) has\b", r"\1 have", _PLURAL, plain=False),
    row(
        _each("here is ", "many|several|numerous"),
        r"\b([Tt])here is (many|several|numerous)\b",
        r"\1here are \2",
        _PLURAL,
        plain=False,
    ),
    row(
        _each("here was ", "many|several|numerous"),
        r"\b([Tt])here was (many|several|numerous)\b",
        r"\1here were \2",
        _PLURAL,
        plain=False,
    ),
)
