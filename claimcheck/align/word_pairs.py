"""Words printed for words that sound or look like them, where the words beside them leave one reading.

The pairs are those that style books of news desks warn of. A pattern names the wrong word with a neighbour that only
the other takes; each was run over two million words of news and other prose, and what it found there, or a sample of
it, was read.
"""

from __future__ import annotations

from claimcheck.align.form_patterns import FormPattern, row

_WHY = "The words beside it take another word that sounds or looks like it"


def _row(hint: str, pattern: str, meant: str, why: str = _WHY) -> FormPattern:
    return row(hint, pattern, meant, why)


_ARTICLE = r"(?:an?|the|his|her|its|their|this|these)\b"
_STAFF = "military|emergency|medical|police|rescue|security|army|service|fire|hospital|airport|naval"
_HEARD = "One word is heard for another"
_USED = "The “d” of “used to” and “supposed to” is not heard, and belongs in print"
_OFFICE = "The office is “marshal”; “Marshall” is a name"

WORD_PAIRS = (
    # small words
    _row("suppose to", r"\b(is|are|was|were|['’]s|['’]re|been|be|not) suppose to\b", r"\1 supposed to", _USED),
    _row("use to", r"(?<![Dd]id )\b([Ii]t|[Ss]?[Hh]e) use to\b", r"\1 used to", _USED),
    _row("use to be", r"(?<![Dd]id )\b(they|we|I|who|there) use to be\b", r"\1 used to be", _USED),
    _row("of", r"\b(might|must|may) of (been|had|done|gone|made)\b", r"\1 have \2", "“Of” is heard for “have”"),
    _row("apart of", r"\b(is|was|are|were|be|been|being|become|became) apart of\b", r"\1 a part of", "It is two words"),
    _row("everyday", r"\b(happens?|happened|it|them|here) everyday(?=[.,])", r"\1 every day", "It is two words"),
    _row("eachother", r"\beachother\b", "each other", "It is two words"),
    _row("each others", r"\beach others\b['’]?(?= [a-z])", "each other's", "“Each other” takes its “'s” as a singular"),
    _row("verytime", r"\b([Ee])verytime\b", r"\1very time", "It is two words"),
    _row("news paper", r"\bnews paper(s?)\b", r"newspaper\1", "It is one word"),
    _row("through out", r"\bthrough out (?=(?:the|his|her|their)\b)", "throughout ", "It is one word"),
    _row("self", r"\b(it|him) self\b(?!-)", r"\1self", "It is one word"),
    _row("them selves", r"\bthem selves\b", "themselves", "It is one word"),
    _row("aswell", r"\baswell\b", "as well", "It is two words"),
    _row("nfact", r"\b([Ii])nfact\b", r"\1n fact", "It is two words"),
    _row("tleast", r"\b([Aa])tleast\b", r"\1t least", "It is two words"),
    _row("nspite", r"\b([Ii])nspite\b(?! of)", r"\1n spite", "It is two words"),
    _row(
        " to ",
        r"\b(is|was|are|were|be|been|far|way) to (late|soon|far|young|old|big|small)(?=[.,;]| to\b)",
        r"\1 too \2",
        "“Too” is more than enough",
    ),
    _row(" too ", r"\b(next|according|prior|unable) too (?=[a-z])", r"\1 to ", "“Too” is more than enough"),
    _row(
        "there ",
        r"\b(with|of|from|for|to|on|by|lost|get|got|left) there (parents|own|cars|kids|jobs|houses)\b",
        r"\1 their \2",
        "“Their” owns something; “there” is a place",
    ),
    _row(
        "form ",
        rf"\b(away|far|different|came|come|comes|coming|apart|aside|escaped|fled|suffered|suffering|graduated|"
        rf"resigned|retired) form (?={_ARTICLE})",
        r"\1 from ",
        "Two letters have changed places",
    ),
    _row(" from of", r"\b(the|any|some|this) from of\b", r"\1 form of", "Two letters have changed places"),
    _row("quite", r"\bpeace and quite\b", "peace and quiet"),
    _row("quiet a ", r"\bquiet a (few|bit|lot|while)\b", r"quite a \1"),
    _row(
        "though ",
        r"\b(him|her|them|us|me|people|families|you|go|goes|going|gone) though ((?:an?|the|this|these) (?:[a-z]+,? "
        r"){0,3}(?:times?|period|days|crisis|ordeal|process))\b",
        r"\1 through \2",
        "A letter of “through” is missing",
    ),
    _row("thorough ", rf"\b([a-z]{{2,}}) thorough (?={_ARTICLE})", r"\1 through ", "“Thorough” is an adjective"),
    _row(
        " way",
        r"\b(ran|run|runs|running|walked|drove|sped) way(?=[.,;]| (?:and|from|when|before|after|with)\b)",
        r"\1 away",
        "The “a” is missing",
    ),
    # comparisons
    _row(
        "then",
        r"\b(?P<more>more|less|fewer|higher|lower|larger|smaller|greater|older|younger|better|worse|bigger|longer|"
        r"shorter|taller|stronger|weaker|easier|harder|cheaper|faster|slower|rather|other) then (?=(?:they|he|she|we|"
        r"you|I|his|her|their|its|my|our|one|two|three|four|five|six|seven|eight|nine|ten|twenty|once|twice|most|many|"
        r"usual|expected|others?|anyone|anything|those|willing|[a-z]+ing)\b)",
        r"\g<more> than ",
        "A comparison takes “than”",
    ),
    _row(
        "then",
        r"\b(no (?:better|worse|bigger|greater|higher|easier) (?:[a-z]+ ){1,5})then\b(?! [a-z]+ed\b)",
        r"\1than",
        "A comparison takes “than”",
    ),
    # nouns
    _row(
        "ightening",
        r"\b([Ll])ightening (?=(?:strikes?|struck|storms?|bolts?|rods?|hit|flash(?:es)?|and thunder)\b)",
        r"\1ightning ",
        "“Lightening” makes something lighter",
    ),
    _row(
        "lightening",
        r"\b(thunder and|by|bolts? of) lightening(?=[.,;]| (?:and|in|on|at|during|while|when)\b)",
        r"\1 lightning",
        "“Lightening” makes something lighter",
    ),
    _row(
        "injures",
        r"\b(his|her|their|the|serious|minor|head|suffered|of|for|critical|fatal|no) injures\b",
        r"\1 injuries",
        "“Injures” is the verb",
    ),
    _row("flee", r"\b(his|her|their) flee(?=[,.]| (?:from|to|across|into)\b)", r"\1 flight", "“Flee” is the verb"),
    _row("principle", r"\b(school|assistant|vice|deputy) principle\b", r"\1 principal", "“Principle” is no person"),
    _row("principal", r"\b(guiding|moral|founding) principal(s?)\b", r"\1 principle\2", "“Principal” is no rule"),
    _row("n principal", r"\b(?:([Ii])n) principal\b(?=[,.]| to\b)", r"\1n principle", "“Principal” is no rule"),
    _row("breaks", r"\b((?:slammed on|slammed|pumped|applied) (?:the|his|her|its|their)) breaks\b", r"\1 brakes"),
    _row("break", r"\b((?:emergency|hand|parking) )break\b(?= (?:on|was|in|and)\b|[.,])", r"\1brake"),
    _row(
        "loose ",
        r"\b(to|will|would|can|could|may|might|should|must|not) loose (?=(?:an?|this|that|these|those|any|all|some|"
        r"every|everything|it|him|them|us|faith|sleep|interest|sight|touch|track|weight|hope|\d+)\b)",
        r"\1 lose ",
        "“Loose” is the contrary of tight",
    ),
    _row(
        " lead ",
        r"\b(has|have|had) lead (?=(?:to|by|the|an?|his|her|their)\b)",
        r"\1 led ",
        "The participle of “lead” is “led”",
    ),
    _row(
        "forth ",
        r"\b(the|a|his|her|their) forth (?=(?:time|quarter|place|year|day|grade|floor|inning|round|game|person)\b)",
        r"\1 fourth ",
        "“Forth” is a direction",
    ),
    _row("and fourth", r"\bback and fourth\b", "back and forth", "“Fourth” is a number"),
    _row(
        "passed ",
        r"\b(in|over|for|during) the passed (?=(?:few|two|three|four|five|six|ten|several|year|month|week)\b)",
        r"\1 the past ",
        "“Passed” is the verb",
    ),
    _row(" passed", r"\b(drove|walked|ran|went|flew|rode) passed\b", r"\1 past", "“Passed” is the verb"),
    _row(
        " sight",
        r"\b(crime|building|construction|burial|landing) sight\b",
        r"\1 site",
        "A “sight” is seen, a “site” is a place",
    ),
    _row("plain site", r"\bin plain site\b", "in plain sight", "A “sight” is seen, a “site” is a place"),
    _row(" roll", r"\b(key|leading|lead|title|starring|supporting|vital|crucial) roll\b(?! call)", r"\1 role"),
    _row("heals of", r"\bon the heals of\b", "on the heels of"),
    _row("reign", r"\b(free|full) reign\b(?! of)", r"\1 rein", "“Reins” guide a horse, a “reign” is a king's"),
    _row(
        "reigns",
        r"\b(t[ao]kes?|took|taken|taking|handed|hand|hold) ((?:over )?the) reigns\b",
        r"\1 \2 reins",
        "“Reins” guide a horse, a “reign” is a king's",
    ),
    _row(
        " line",
        r"\b(tow(?:ed|ing|s)?) the (party|company|government) line\b",
        r"toe the \2 line",
        "One toes a line, and tows a car",
    ),
    _row(
        "of limitation",
        r"\b([Ss])tatu(?:e|re)(s?) of limitations?\b",
        r"\1tatute\2 of limitations",
        "A “statue” is of stone",
    ),
    _row("intensive purposes", r"\b([Ff])or all intensive purposes\b", r"\1or all intents and purposes", _HEARD),
    _row(
        "p",
        r"\bp(?:ea|ee)k(ed|s|ing) (his|her|my|their|our|the public's) (interest|curiosity)\b",
        r"piqued \2 \3",
        _HEARD,
    ),
    _row("sneak peak", r"\bsneak peak\b", "sneak peek", "A “peak” is a summit"),
    _row(
        " bale",
        r"\b(on|without|posted|posting|made|denied|granted|jumped|skipped) bale\b(?! of)",
        r"\1 bail",
        "A “bale” is of hay",
    ),
    _row(
        "hanger",
        r"\b(airplane|aircraft|airport|plane|maintenance) hanger(s?)\b",
        r"\1 hangar\2",
        "A “hanger” holds clothes",
    ),
    _row("vise ", r"\bvise (president|principal|chair\w*|versa|mayor)\b", r"vice \1", "A “vise” is a tool"),
    _row("ordinance", r"\b(unexploded|explosive) ordinance(s?)\b", r"\1 ordnance", "An “ordinance” is a rule"),
    _row(
        "arshall",
        r"\b([Ff]ire|[Ff]ederal|U\.S\.|[Gg]rand) ([Mm])arshall((?:s|['’]s)?)\b(?! (?:Island|Plan|Fund|Scholar|School))",
        r"\1 \2arshal\3",
        _OFFICE,
    ),
    _row(
        "stationery ",
        r"\bstationery (car|vehicle|bike|truck|bus|target|object)\b",
        r"stationary \1",
        "“Stationery” is paper",
    ),
    _row("alter", r"\balter (boys?|servers?)\b", r"altar \1", "“Alter” is the verb"),
    _row(
        "breath",
        r"\b(can['’]t|could not|couldn['’]t|cannot|not) breath(?=[.,]| (?:and|because|when)\b)",
        r"\1 breathe",
        "“Breath” is the noun",
    ),
    _row("ted breath", r"\b(?:bated breathe|baited breath)\b", "bated breath", _HEARD),
    _row("capitol ", r"\bcapitol (city|punishment|murder)\b", r"capital \1", "A “capitol” is a building"),
    _row("imminent domain", r"\bimminent domain\b", "eminent domain"),
    _row("eminent ", r"\b(in) eminent (danger)\b", r"\1 imminent \2"),
    _row("elicit ", r"\belicit (drugs?|trade|affair|substances?|goods|funds)\b", r"illicit \1", "“Elicit” is the verb"),
    _row(
        " personal",
        rf"\b({_STAFF}) personal(?= (?:were|was|are|have|had|to|at|on|in|who|and|from|arrived)\b|[.,])",
        r"\1 personnel",
    ),
    _row("personnel ", r"\bpersonnel (belongings|injury|injuries|life|reasons)\b", r"personal \1"),
    _row(
        " manger",
        r"\b(general|team|city|project|store|campaign|plant|assistant|club) manger\b",
        r"\1 manager",
        "A letter is missing",
    ),
    _row(
        "pubic ",
        r"\bpubic (schools?|safety|relations|opinion|health|works|library|officials?|transport)\b",
        r"public \1",
        "A letter is missing",
    ),
    _row(
        " trail",
        r"\b(stand|stood|standing|jury|awaiting|awaits) trail\b",
        r"\1 trial",
        "Two letters have changed places",
    ),
    _row(
        "diffus",
        r"\bdiffus(e|ed|ing) ((?:the|an?) (?:[a-z]+ )?(?:bomb|situation|tensions?|crisis|stand-?off|conflict))\b",
        r"defus\1 \2",
        "What is defused loses its fuse; what is diffused spreads",
    ),
    _row(
        "flaunt",
        r"\bflaunt(ed|ing|s)? the (law|rules|ban|regulations)\b",
        r"flout\1 the \2",
        "To flaunt is to show off",
    ),
    _row(
        "hoard",
        r"\bhoards of (people|tourists|fans|reporters|shoppers|photographers|journalists)\b",
        r"hordes of \1",
        "A “hoard” is a store",
    ),
    _row("the throws", r"\bin the throws of\b", "in the throes of", _HEARD),
    _row("wreckless", r"\bwreckless", "reckless", _HEARD),
    _row("gorilla ", r"\bgorilla (war|warfare|fighters?)\b", r"guerrilla \1", _HEARD),
    _row("mute point", r"\bmute point\b", "moot point", _HEARD),
    _row("seeded", r"\bdeep-seeded\b", "deep-seated", _HEARD),
    _row("shoe-in", r"\bshoe-in\b", "shoo-in", _HEARD),
    _row("slight of hand", r"\bslight of hand\b", "sleight of hand", _HEARD),
    _row("marital ", r"\bmarital (law|arts)\b(?! firm)", r"martial \1", "Two letters have changed places"),
)
