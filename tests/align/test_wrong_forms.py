"""Words that exist and are wrong where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align.form_patterns import FORM_PATTERNS
from claimcheck.align.word_pairs import WORD_PAIRS
from claimcheck.align.wrong_forms import find_wrong_forms
from claimcheck.extract.quotations import find_quotations
from claimcheck.extract.sentences import split_sentences
from claimcheck.extract.view import plain
from claimcheck.types import Document, Extraction


def wrong_forms(parser, text: str):
    """The wrong forms of an article with this text, as printed and as meant."""
    document = Document("d", "d.txt", text)
    sentences = split_sentences(document)
    parses = parser.parse([plain(text[s.span.start : s.span.end]) for s in sentences])
    quotations = find_quotations(document, sentences, parses, ())
    found = find_wrong_forms(Extraction(document, sentences, parses, (), (), quotations))
    return [(form.printed, form.meant) for form in sorted(found, key=lambda form: form.span)]


@pytest.mark.parametrize(
    ("text", "printed", "meant"),
    [
        ("Crews were called at nine. The arrived to find smoke in the hall.", "The arrived", "They arrived"),
        ("Phone lines were down because of he cable cut.", "he cable", "the cable"),
        ("It is the worst fire in it's history.", "it's history", "its history"),
        ("The club has it's own rules.", "it's own", "its own"),
        ('"To be honest, its a bit surreal," said one of them.', "its a", "it's a"),
        ("'I cant speak for the first crew,' he said.", "I cant", "I can't"),
        ("Officials said they didnt know.", "didnt", "didn't"),
        ("The council should of been told.", "should of", "should have"),
        ("The bill costs more then a year of taxes.", "more then", "more than"),
        ("It shipped an the update in January.", "an the", "the"),
        ("They made a eight-year offer.", "a eight", "an eight"),
        ("It was an bitter cold night.", "an bitter", "a bitter"),
        ("Children as young as 4-years-old crossed.", "4-years-old", "4 years old"),
        ("Police held a 19-years-old man.", "a 19-years-old", "a 19-year-old"),
        ("Over the past 24-hours several groups crossed.", "24-hours", "24 hours"),
        ("Wind and-15C cold hampered crews.", "and-15", "and -15"),
        ("It borrowed $2 million dollars from the fund.", "$2 million dollars", "$2 million"),
        ("The delay had a serious affect on business.", "serious affect", "serious effect"),
        ("The test came as they begun turning back.", "they begun", "they have begun"),
        ("The coach would not have place him on the list.", "have place", "have placed"),
        ("The rule could not used to stop them.", "could not used", "could not be used"),
        ("The reports cites an unnamed source.", "reports cites", "reports cite"),
        ("It was a day to remember. that was years ago.", "remember. that", "remember. That"),
        ("It cost alot of money.", "alot", "a lot"),
        ("The tower stands infront of the church.", "infront of", "in front of"),
        ("It was one the worst storms in years.", "one the worst", "one of the worst"),
        ("Officials said their was no danger.", "their was", "there was"),
        ("They went back to there homes.", "to there homes", "to their homes"),
        ("The team will loose its captain.", "will loose", "will lose"),
        ("Doctors would advice against it.", "would advice", "would advise"),
        ("The man who's name was given is 40.", "who's name was", "whose name was"),
        ("The firm cut its' staff.", "its'", "its"),
        ("About 40people were hurt.", "40people", "40 people"),
        ("She said i was wrong.", "i", "I"),
        ("They was taken home.", "They was", "They were"),
        ("There is several ways out.", "There is several", "There are several"),
        ("The inquiry was lead by a judge.", "was lead by", "was led by"),
        ("He missed todays meeting.", "todays", "today's"),
        ("She will run in next years election.", "next years", "next year's"),
        # forms of verbs
        ("The suspect had stole a car from the lot.", "had stole", "had stolen"),
        ("The reins of power were took by the army.", "were took", "were taken"),
        ("The strikes did not happened in the north.", "did not happened", "did not happen"),
        ("It could results in higher costs.", "could results", "could result"),
        ("A van was being follow by two cars.", "being follow", "being followed"),
        ("He was to testify but after threatened with death he left.", "after threatened", "after being threatened"),
        # agreement
        ("Dr. Maria Lopez say the drug works.", "Lopez say", "Lopez says"),
        ("It still have room for more.", "It still have", "It still has"),
        ("Everyone agree with the plan.", "Everyone agree", "Everyone agrees"),
        ("The two men is in the yard.", "men is", "men are"),
        ("Police found several handgun in the car.", "several handgun", "several handguns"),
        ("She was one of the oldest woman in town.", "one of the oldest woman", "one of the oldest women"),
        ("A women in black drinks coffee.", "A women", "A woman"),
        # a part too many or too few
        ("The barn, is for sale.", "barn, is", "barn is"),
        ("He was jailed on May 1999 for theft.", "on May 1999", "in May 1999"),
        ("They won on the 3th of May.", "3th", "3rd"),
        # words for similar words
        ("The firm gave him free reign.", "free reign", "free rein"),
        ("The cafÃ© is closed.", "cafÃ©", "café"),
    ],
)
def test_wrong_forms(parser, text, printed, meant):
    """Each form is found once, as printed, with what was meant."""
    assert wrong_forms(parser, text) == [(printed, meant)]


def test_a_last_stop_is_missed_only_where_the_article_sets_it(parser):
    """Without stops an abbreviation is house style; with all but the last it is a slip."""
    assert wrong_forms(parser, "The U.S army met U.S. envoys.") == [("U.S", "U.S.")]
    assert wrong_forms(parser, "The US army met US envoys at L.A airport.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Its owner said it's a pity. Its the-next-step plan failed; it's been that kind of year.",
        "The accused said that the injured had been taken away. The missing were found.",
        "He cabled home. In he went. Because he works hard, he won.",
        "By then they had begun. Had they known, they would have gone. What they have done is done.",
        "He said he would have friends visit. They had put it off. She has let him go.",
        "The national will changed. The police will need help. They can't be used.",
        "The headquarters is new. The news is out. One of the reports cites him. The media wants more.",
        "He completed 29-of-34 passes on 2nd-and-10. It was a one-year deal, a European one, an hour long.",
        "The dollar fell. A 24-hour strike and a 10-day, 4-year-old row cost $2 million. It was 10-days' work.",
        "Their welcome was warm, and there children play. It was one thing; the first is over. Your not-for-profit.",
        "The firm cut its staff. “We was there,” she said. A 4x4 and 40m of rope. What they were was new. Who's there?",
        "He moved in approx. ten years ago, from Troy, Mich. to a govt. office. “Is it ready?” she asked.",
        "The house that he had built fell. All that she had went to them. He asked that she leave.",
        "Officers heard Maria Lopez say so. Neither Brandt nor Maria Lopez say so. The couple have a son.",
        "These two died. Several more died. A five member board met. The 12th, 111th and 23rd districts, and the 22nd.",
        "The person referred to sends mail. In May 12 people died. A report on May 3, 1999, was late.",
        "They drove more, then an hour less. He would of course agree. The drug can affect online sales.",
    ],
)
def test_right_forms(parser, text):
    """What only looks like a wrong form is left alone."""
    assert wrong_forms(parser, text) == []


def test_speech_has_its_own_grammar(parser):
    """A speaker's grammar is quoted as it was spoken."""
    assert wrong_forms(parser, "“We seen him run,” she said. “The boys has gone.”") == []


@pytest.mark.parametrize("row", [*FORM_PATTERNS, *WORD_PAIRS], ids=lambda row: row.pattern.pattern)
@settings(max_examples=30)
@given(data=st.data())
def test_a_hint_stands_in_whatever_a_pattern_matches(row, data):
    text = data.draw(st.from_regex(row.pattern))
    assert any(hint in text for hint in row.hints)
