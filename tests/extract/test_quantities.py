"""Quantities, read with the real parser from sentences of news prose."""

from __future__ import annotations

import math

import pytest

from claimcheck.extract.quantities import find_quantities
from claimcheck.protocols import Parser
from claimcheck.types import Quantity, Sentence, Span

INF = math.inf
DAY = 86_400.0
YEAR = 365.25 * DAY


def quantities(parser: Parser, text: str) -> list[tuple[str, Quantity]]:
    """The quantities of one sentence, as (words, value)."""
    sentence = Sentence(Span("d", 0, len(text)), 0)
    found = find_quantities(parser.parse([text])[0], sentence)
    return [(m.text, m.value) for m in found if isinstance(m.value, Quantity)]


COUNTS = [
    ("He spoke after dinner with seven national leaders in The Hague.", "seven national leaders", 7, 7, "leader"),
    ("They met with government leaders from six other NATO allies.", "six other NATO allies", 6, 6, "ally"),
    ("It is a summit of all 31 members of the bloc.", "31 members", 31, 31, "member"),
    ("It stationed ships in the three Baltic nations in 2017.", "three Baltic nations", 3, 3, "nation"),
    ("Four additional NATO ships were stationed there.", "Four additional NATO ships", 4, 4, "ship"),
    ("He recruited thousands of prisoners to fight.", "thousands of prisoners", 2000, 19999, "prisoner"),
    ("Hundreds of thousands of people fled the city.", "Hundreds of thousands of people", 2e5, 1_999_999, "people"),
    ("Dozens of residents were evacuated.", "Dozens of residents", 24, 99, "resident"),
    ("Scores of supporters rallied on Sunday.", "Scores of supporters", 40, 199, "supporter"),
    ("Several hundred supporters greeted them.", "Several hundred supporters", 300, 1199, "supporter"),
    ("A few hundred youths attacked a building.", "A few hundred youths", 200, 999, "youth"),
    ("Wage Hike Forces 40 People to Leave.", "40 People", 40, 40, "people"),
    ("Firms Add 164,000 Jobs in April.", "164,000 Jobs", 164000, 164000, "job"),
    ("A dozen people were inside.", "A dozen people", 12, 12, "people"),
    ("More than a dozen cars burned.", "More than a dozen cars", 13, INF, "car"),
    ("Several hundred thousand people marched.", "Several hundred thousand people", 3e5, 1_199_999, "people"),
    ("Two stone lions guard the door.", "Two stone lions", 2, 2, "lion"),
    ("Half a dozen shops were looted.", "Half a dozen shops", 6, 6, "shop"),
    ("More than 150 migrants reached the border.", "More than 150 migrants", 151, INF, "migrant"),
    ("A group of about 100 people chanted slogans.", "about 100 people", 90, 110, "people"),
    ("Roughly 200 of their counterparts gathered.", "Roughly 200 of their counterparts", 180, 220, "counterpart"),
    ("A group of 40 migrants crossed the border.", "40 migrants", 40, 40, "migrant"),
    ("At least 40 people died in the quake.", "At least 40 people", 40, INF, "people"),
    ("Nearly 200 people were injured.", "Nearly 200 people", 180, 200, "people"),
    ("Almost 60 colleges ban smoking.", "Almost 60 colleges", 54, 60, "college"),
    ("Up to 50 firefighters fought the blaze.", "Up to 50 firefighters", 0, 50, "firefighter"),
    ("As many as 40 firefighters responded.", "As many as 40 firefighters", 0, 40, "firefighter"),
    ("Fewer than 20 seats remain.", "Fewer than 20 seats", 0, 19, "seat"),
    ("Just over 300 votes were cast.", "Just over 300 votes", 301, 330, "vote"),
    ("No fewer than 12 ministers resigned.", "No fewer than 12 ministers", 12, INF, "minister"),
    ("Sixty local residents were moved.", "Sixty local residents", 60, 60, "resident"),
    ("Around 10 fire service pumps were sent.", "Around 10 fire service pumps", 9, 11, "pump"),
    ("They called in an additional six engines.", "an additional six engines", 6, 6, "engine"),
    ("They then called a further four appliances.", "a further four appliances", 4, 4, "appliance"),
    ("The mother of 12 was shot on Friday.", "12", 12, 12, "child"),
    ("A father of two boys was arrested.", "two boys", 2, 2, "boy"),
    ("Ann, a grandmother of five, lives in York.", "five", 5, 5, "grandchild"),
    ("At least another 20 people are missing.", "At least another 20 people", 20, INF, "people"),
    ("As many as 30 to 40 firefighters came.", "As many as 30 to 40 firefighters", 0, 40, "firefighter"),
    ("Between 5 and 7 boats sank.", "Between 5 and 7 boats", 5, 7, "boat"),
    ("There were 30-40 protesters outside.", "30-40 protesters", 30, 40, "protester"),
    ("It lost three out of four lines.", "three out of four lines", 3, 3, "line"),
    ("The parliament has 125 seats.", "125 seats", 125, 125, "seat"),
    ("It drew 2.5 million viewers.", "2.5 million viewers", 2.5e6, 2.5e6, "viewer"),
    ("It drew 5.8m viewers.", "5.8m viewers", 5.8e6, 5.8e6, "viewer"),
    ("Two hundred and fifty-two people sang.", "Two hundred and fifty-two people", 252, 252, "people"),
    ("Some 20, 000 scientists signed the letter.", "Some 20, 000 scientists", 18000, 22000, "scientist"),
    ("There are 1, 009 species on the list.", "1, 009 species", 1009, 1009, "specie"),
    ("Two of the men were armed.", "Two of the men", 2, 2, "man"),
    ("A seven-member panel heard the case.", "seven-member", 7, 7, "member"),
    ("The 1,000-member church burned down.", "1,000-member", 1000, 1000, "member"),
    ("Part of the 200 person crowd became unruly.", "200 person", 200, 200, "person"),
    ("She shot two co-workers and fled.", "two co-workers", 2, 2, "co-worker"),
    ("One man was shot and killed.", "One man", 1, 1, "man"),
    ("He had been shot twice.", "twice", 2, 2, "time"),
    ("A pair of suspects fled.", "A pair of suspects", 2, 2, "suspect"),
    ("He completed his first 17 passes.", "17 passes", 17, 17, "pass"),
    ("The blast killed 12 and injured 30.", "12", 12, 12, ""),
    ("At least 12 dead, officials say.", "At least 12 dead", 12, INF, ""),
    ("It now has 100,000 or more users.", "100,000 or more users", 100_000, INF, "user"),
    ("At dawn on Monday 14 people were killed when a bus fell.", "14 people", 14, 14, "people"),
]  # fmt: skip


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: case[0])
def test_counts(parser: Parser, case: tuple[str, str, float, float, str]) -> None:
    """A count has its words, its interval and the noun it counts."""
    text, words, low, high, noun = case
    found = dict(quantities(parser, text))
    assert words in found, found
    value = found[words]
    assert (value.low, value.high, value.noun, value.kind) == (low, high, noun, "count")


MEASURES = [
    ("The deal is worth $1.2bn.", "$1.2bn", 1.2e9, "money", "USD"),
    ("He paid £3m for the house.", "£3m", 3e6, "money", "GBP"),
    ("The state gave Rs 5 crore to the families.", "Rs 5 crore", 5e7, "money", "INR"),
    ("Damage was put at $ US1 million by officials.", "$ US1 million", 1e6, "money", "USD"),
    ("The regulator fined Meta 1.2 million euros on Monday.", "1.2 million euros", 1.2e6, "money", "EUR"),
    ("A ticket costs €10 at the door.", "€10", 10, "money", "EUR"),
    ("He had 100 dollars in his pocket.", "100 dollars", 100, "money", "USD"),
    ("Oil rose by 26 cents a barrel.", "26 cents", 0.26, "money", "USD"),
    ("The fine was 3 million pounds.", "3 million pounds", 3e6, "money", "GBP"),
    ("He took home $600 million dollars last year.", "$600 million dollars", 6e8, "money", "USD"),
    ("Australia pledged A$25 million in aid.", "A$25 million", 2.5e7, "money", "AUD"),
    ("He pledged 2% of GDP for defence.", "2% of GDP", 2, "percent", "%"),
    ("Sixty-five per cent of traffic was down.", "Sixty-five per cent of traffic", 65, "percent", "%"),
    ("Support fell by 3 percentage points.", "3 percentage points", 3, "percent", "percentage point"),
    ("Half of the settlers left.", "Half of the settlers", 50, "percent", "%"),
    ("One in five Americans agrees.", "One in five Americans", 20, "percent", "%"),
    ("The cuts downed 80 percent.", "80 percent", 80, "percent", "%"),
    ("He is 5 feet 7 inches tall.", "5 feet 7 inches", 67 * 0.0254, "measure", "metre"),
    ("It took 1hr 4 mins to fix.", "1hr 4 mins", 3840, "duration", "second"),
    ("It took two hours and 10 minutes.", "two hours and 10 minutes", 7800, "duration", "second"),
    ("Nine out of 10 voters agreed.", "Nine out of 10 voters", 90, "percent", "%"),
    ("Three quarters of applicants pass.", "Three quarters of applicants", 75, "percent", "%"),
    ("In temperatures of minus 17 degrees they fought the fire.", "minus 17 degrees", -17, "measure", "degree"),
    ("It was minus-20 outside.", "minus-20", -20, "measure", "degree"),
    ("It was 68 degrees Fahrenheit in the hall.", "68 degrees Fahrenheit", 20, "measure", "celsius"),
    ("He fell 2, 000ft while climbing.", "2, 000ft", 609.6, "measure", "metre"),
    ("It is 64 kilometres north of Anchorage.", "64 kilometres", 64_000, "measure", "metre"),
    ("He fell 600m to his death.", "600m", 600, "measure", "metre"),
    ("He weighs 220 pounds and runs daily.", "220 pounds", 99.7903214, "measure", "kilogram"),
    ("He drove at 100 mph on the highway.", "100 mph", 44.704, "measure", "metre/second"),
    ("The fire burned 500 acres of forest.", "500 acres", 2_023_428.2, "measure", "square metre"),
    ("A 6.1-magnitude quake hit Aceh.", "6.1-magnitude quake", 6.1, "measure", "magnitude"),
    ("A quake of magnitude 6.1 hit Aceh.", "magnitude 6.1", 6.1, "measure", "magnitude"),
    ("It is a 170,000-square-foot building.", "170,000-square-foot building", 15793.5168, "measure", "square metre"),
    ("Bell is 5-foot-11 and fast.", "5-foot-11", 71 * 0.0254, "measure", "metre"),
    ("Police found a .38-caliber revolver.", "38-caliber revolver", 0.38, "measure", "calibre"),
    ("He has run it for over two decades.", "over two decades", 20 * YEAR, "duration", "second"),
    ("The fire lasted eight hours.", "eight hours", 8 * 3600, "duration", "second"),
    ("He was given a 12-year sentence.", "12-year sentence", 12 * YEAR, "duration", "second"),
    ("He waited for half an hour.", "half an hour", 1800, "duration", "second"),
    ("It took two and a half years.", "two and a half years", 2.5 * YEAR, "duration", "second"),
    ("It takes a couple of days to fix.", "a couple of days", None, "duration", "second"),
    ("He stayed for a week.", "a week", 7 * DAY, "duration", "second"),
    ("A 33-year-old Englishman died.", "33-year-old Englishman", 33, "age", "year"),
    ("A 66 year-old woman died.", "66 year-old woman", 66, "age", "year"),
    ("The mobster died in jail, aged 77.", "aged 77", 77, "age", "year"),
    ("She was picking up her daughter, 11, from school.", "11", 11, "age", "year"),
    ("The driver, 42, was held overnight.", "42", 42, "age", "year"),
    ("Raj Chohan, 59, of College Point, died.", "59", 59, "age", "year"),
    ("An 18-month-old boy survived.", "18-month-old boy", 1.5, "age", "year"),
    ("She turned 40 last week.", "40", 40, "age", "year"),
    ("The boxer weighed in at 11 stone 4 pounds.", "11 stone 4 pounds", 71.667594, "measure", "kilogram"),
    ("He weighs 13st 5lb these days.", "13st 5lb", 84.821773, "measure", "kilogram"),
    ("She lost two stone in a year.", "two stone", 12.700586, "measure", "kilogram"),
    ("The dish cost 12 pounds.", "12 pounds", 12, "money", "GBP"),
    ("A fine of 50 pounds was set.", "50 pounds", 50, "money", "GBP"),
    ("The temperature hit 41C on Friday.", "41C", 41, "measure", "celsius"),
    ("Temperatures rose by 9 degrees Fahrenheit.", "9 degrees Fahrenheit", 5, "measure", "celsius of change"),
    ("It was 5 degrees Celsius warmer than usual.", "5 degrees Celsius", 5, "measure", "celsius of change"),
    ("They ran for 352 net rushing yards.", "352 net rushing yards", 352 * 0.9144, "measure", "metre"),
    ("It rained for three straight weeks.", "three straight weeks", 21 * DAY, "duration", "second"),
    ("It will raise the minimum wage to $15/hour.", "$15/hour", 15, "money", "USD"),
    ("He owns one-tenth of one percent.", "one-tenth of one percent", 0.1, "percent", "%"),
    ("It is his fourth season in the league.", "fourth season", 4, "ordinal", ""),
    ("It was the 21st century's 11th storm.", "11th storm", 11, "ordinal", ""),
]


@pytest.mark.parametrize("case", MEASURES, ids=lambda case: case[0])
def test_kinds_and_units(parser: Parser, case: tuple[str, str, float | None, str, str]) -> None:
    """Money, shares, measures, durations, ages and ranks come in their base unit."""
    text, words, stated, kind, unit = case
    found = dict(quantities(parser, text))
    assert words in found, found
    value = found[words]
    assert value.stated == (stated if stated is None else pytest.approx(stated))
    assert (value.kind, value.unit) == (kind, unit)


SILENT = [
    "He flew on a Boeing 777 to Kyiv.",
    "They fired an AK-47 into the air.",
    "The G7 met at Highway 1.",
    "The Saturn 5 rocket is on display.",
    "In accordance with Article 60 of the Constitution, it was annulled.",
    "It affects Internet Explorer 8 and 9 on Windows 7.",
    "In 2009 and again in 2013 he resigned.",
    "On July 11 he left at 20:49 for the 4 p.m. meeting.",
    "One of the men was armed.",
    "No one was hurt, and they helped one another.",
    "Each one knew it, and one day it ended.",
    "The Colts won 20-13 after trailing 10-3.",
    "He went 7-for-14 and had a 9-14 record.",
    "Call 0845 125 2222 or 555-123-4567.",
    "He dialed 911 from the car.",
    "Juror No. 12 asked a question.",
    "He lives on 117th Street.",
    "He was shot at 40 East Fifth Avenue.",
    "It changed after 9 / 11 in the city.",
    "In round three Klitschko won, and on day two he left.",
    "The first lady arrived.",
    "The late 1980s were hard.",
    "He arrived two days ago.",
    "He seconded the motion.",
]


@pytest.mark.parametrize("text", SILENT)
def test_not_quantities(parser: Parser, text: str) -> None:
    """Names, labels, scores, dates, telephone numbers and pronouns are no quantities."""
    assert quantities(parser, text) == []


def test_a_closed_list_is_counted(parser: Parser) -> None:
    """The leaders of seven countries named one by one are seven leaders."""
    text = "He met with the leaders of the Netherlands, Romania, Lithuania, Poland, Belgium, Norway and Albania."
    ((words, value),) = quantities(parser, text)
    assert words == text[12:-1]
    assert (value.low, value.high, value.noun) == (7, 7, "leader")
    assert value.listed == ("Netherlands", "Romania", "Lithuania", "Poland", "Belgium", "Norway", "Albania")


def test_people_who_share_a_verb_are_counted(parser: Parser) -> None:
    """Three people named as one subject are three."""
    ((_, value),) = quantities(parser, "John Smith, Mary Jones and Peter Brown were arrested on Friday.")
    assert (value.low, value.noun, value.listed) == (3, "person", ("John Smith", "Mary Jones", "Peter Brown"))


RANGES = [
    ("Around 70 % -80 % of fish is farmed.", "Around 70 % -80 % of fish", 63, 88),
    ("It costs $140-150 million.", "$140-150 million", 1.4e8, 1.5e8),
    ("It costs $ 140- $ 150 million.", "$ 140- $ 150 million", 1.4e8, 1.5e8),
    ("It is worth between $140 million and $150 million.", "between $140 million and $150 million", 1.4e8, 1.5e8),
    ("A man in his early 30s died.", "early 30s", 30, 33),
    ("A third of the town fled.", "A third of the town", 33, 34),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), RANGES)
def test_ranges(parser: Parser, text: str, words: str, low: float, high: float) -> None:
    """Two numbers that are the ends of one make one quantity, without a number stated."""
    found = dict(quantities(parser, text))
    assert words in found, found
    assert (found[words].low, found[words].high) == pytest.approx((low, high))


OPEN_LISTS = [
    "He met leaders of countries including Romania, Poland and Norway.",
    "He met leaders such as Rutte, Duda and Nauseda.",
    "He met the leaders of Romania, Poland, Norway and others.",
    "Residents of London, Paris and Rome protested.",
    "Links between Europe, the Middle East and South Asia failed.",
    "He met the leaders of Romania and Poland.",
]


@pytest.mark.parametrize("text", OPEN_LISTS)
def test_open_lists_are_not_counted(parser: Parser, text: str) -> None:
    """Selections, places of many people and pairs say nothing about how many there are."""
    assert quantities(parser, text) == []


SCOPES = [
    ("They met leaders from six other NATO allies.", ("other",), ("nato",)),
    ("They called in an additional six engines.", ("additional",), ()),
    ("Another 20 people are missing.", ("another",), ()),
    ("Three more suspects were arrested.", ("more",), ()),
    ("Three others were injured.", ("other",), ()),
    ("Rescuers have found 40 bodies so far.", ("so far",), ()),
]

ANOTHER = [
    ("The blast killed at least 80 people and injured another 200.", "another 200", ()),
    ("Eight people were killed and another 12 were wounded.", "another 12", ()),
    ("Police arrested three men on Monday and another two on Tuesday.", "another two", ("another",)),
    ("The attack killed four guards and wounded 80 others.", "80 others", ()),
    ("One man was killed and two others were injured.", "two others", ()),
    ("She arrived and met five other leaders.", "five other leaders", ("other",)),
]


@pytest.mark.parametrize(("text", "words", "scope"), ANOTHER)
def test_another_group_is_counted_whole(parser: Parser, text: str, words: str, scope: tuple[str, ...]) -> None:
    """ "Another" adds to a count of the same; beside a number under another verb it opens a count of its own."""
    assert dict(quantities(parser, text))[words].scope == scope


@pytest.mark.parametrize(("text", "scope", "modifiers"), SCOPES)
def test_scope(parser: Parser, text: str, scope: tuple[str, ...], modifiers: tuple[str, ...]) -> None:
    """Words that change what is counted are kept apart from those that narrow the noun."""
    ((_, value),) = quantities(parser, text)
    assert (value.scope, value.modifiers) == (scope, modifiers)


def test_spans_are_document_offsets(parser: Parser) -> None:
    """A mention's span counts from the start of the document, not of the sentence."""
    text = "Seven leaders met."
    (mention,) = find_quantities(parser.parse([text])[0], Sentence(Span("d", 100, 118), 0))
    assert mention.span == Span("d", 100, 113)
