"""Claims: one proposition each, readable on its own, with its arguments in one shape."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Claim, Document, Extraction


def extraction_of(text: str, parser: Parser) -> Extraction:
    """The extraction of a text as one document."""
    document = Document("d", "d.txt", text)
    return extract(document, split_sentences(document), parser)


def claims_of(text: str, parser: Parser) -> tuple[Claim, ...]:
    """The claims of a text as one document."""
    return extraction_of(text, parser).claims


SPLITS = [
    # coordination, the subject carried over
    ("Police searched the house and arrested two men.", ["Police searched the house", "Police arrested two men"]),
    (
        "The ship is due to sail on Monday and return on Friday.",
        ["The ship is due to sail on Monday", "The ship is due to return on Friday"],
    ),
    ("Prices rose, but wages fell.", ["Prices rose", "wages fell"]),
    # relative clauses, the antecedent put in
    (
        "Dutch Prime Minister Mark Rutte, who hosted the dinner, rejected the claims.",
        [
            "Dutch Prime Minister Mark Rutte rejected the claims",
            "Mark Rutte is Dutch Prime Minister",
            "Dutch Prime Minister Mark Rutte hosted the dinner",
        ],
    ),
    (
        "The fire, which destroyed the church, began at night.",
        ["The fire began at night", "The fire destroyed the church"],
    ),
    ("The town, where three people died, was cut off.", ["The town was cut off", "three people died in The town"]),
    ("Nauseda praised the army, whose soldiers held the town.", [..., "the army's soldiers held the town"]),
    # participles
    (
        "A quake struck Aceh, killing 35 people and injuring hundreds.",
        ["A quake struck Aceh", "A quake killing 35 people", "A quake injuring hundreds"],
    ),
    (
        "The men arrested on Monday were released.",
        ["The men arrested on Monday were released", "The men were arrested on Monday"],
    ),
    ("Prigozhin left Russia after agreeing to a deal.", ["Prigozhin left Russia", "Prigozhin agreeing to a deal"]),
    # appositions and titles
    (
        "Prigozhin, a former Kremlin ally, built an army.",
        ["Prigozhin built an army", "Prigozhin is a former Kremlin ally"],
    ),
    (
        "Lithuanian President Gitanas Nauseda warned of the risk.",
        ["Lithuanian President Gitanas Nauseda warned of the risk", "Gitanas Nauseda is Lithuanian President"],
    ),
    (
        "The dinner's host, Mark Rutte, spoke first.",
        ["The dinner's host spoke first", "Mark Rutte is The dinner's host"],
    ),
    ("His son, Omar, 22, was killed.", ["His son was killed", "Omar is His son", "Omar is 22"]),
    # adverbial clauses
    ("Many fled when the dam broke.", ["Many fled", "the dam broke"]),
    ("If the talks fail, prices will rise.", ["If the talks fail", "If the talks fail, prices will rise"]),
    # how long after stays out of what came before, and of what came after
    (
        "Two groups filed suit two hours after the rules were announced.",
        ["Two groups filed suit", "the rules were announced"],
    ),
    ("The vote came just weeks after a man shot the mayor.", ["The vote came", "a man shot the mayor"]),
    # words with hyphens stay whole in every piece
    (
        "The 32-year-old champion, who won a five-year deal, smiled.",
        ["The 32-year-old champion smiled", "The 32-year-old champion won a five-year deal"],
    ),
    # a list is no apposition; "adding" alone is no claim, nor is a thing with a date or an "of"
    ("He killed a judge, a reporter and a deputy.", ["He killed a judge, a reporter and a deputy"]),
    ("The chief left, adding that rain was near.", [..., "The chief left", "rain was near"]),
    ("The team signed a choice of the league.", ["The team signed a choice of the league"]),
    # infinitives that state plans
    (
        "The company plans to close the plant.",
        ["The company plans to close the plant", "The company to close the plant"],
    ),
    # reported speech, in front, behind and between
    (
        "Stoltenberg told reporters that the alliance was ready.",
        ["Stoltenberg told reporters", "the alliance was ready"],
    ),
    ("The man fell, police said.", ["The man fell", "police said"]),
    # nominalised events
    (
        "He spoke after dinner with seven national leaders in The Hague.",
        [
            "He spoke after dinner with seven national leaders in The Hague",
            "dinner with seven national leaders in The Hague",
        ],
    ),
    (
        "The arrest of two men shocked the town.",
        ["The arrest of two men", "The arrest of two men shocked the town"],
    ),
    ("Friday's quake was strong.", ["Friday's quake", "Friday's quake was strong"]),
    # verbless
    (
        "Mark Rutte, Prime Minister of the Netherlands.",
        ["Mark Rutte", "Mark Rutte is Prime Minister of the Netherlands"],
    ),
    # places and lists are no appositions
    ("The summit is in Vilnius, Lithuania.", ["The summit is in Vilnius, Lithuania"]),
    ("She said nothing.", ["She said nothing"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS, ids=[text for text, _ in SPLITS])
def test_splits_a_sentence_into_readable_claims(text: str, expected: list[str], parser: Parser) -> None:
    """Every clause, apposition and event is a claim of its own (an ellipsis leaves the first claim open)."""
    found = [claim.text for claim in claims_of(text, parser)]
    if expected[0] is ...:
        assert expected[1:] == [t for t in found if t in expected[1:]]
    else:
        assert sorted(found) == sorted(expected)


PREDICATES = [
    ("Police arrested two men.", "arrest", {("agent", "police"), ("patient", "man")}),
    ("Two men were arrested by police.", "arrest", {("agent", "police"), ("patient", "man")}),
    ("The arrest of two men by police came late.", "arrest", {("agent", "police"), ("patient", "man")}),
    ("Smith's arrest angered the town.", "arrest", {("patient", "Smith")}),
    ("Russia's invasion of Ukraine began.", "invade", {("agent", "Russia"), ("patient", "Ukraine")}),
    ("The arrival of Prigozhin in Belarus surprised many.", "arrive", {("agent", "Prigozhin"), ("in", "Belarus")}),
    ("The rebels shot down a plane.", "shoot down", {("agent", "rebel"), ("patient", "plane")}),
    (
        "Prigozhin arrived in Belarus on Tuesday.",
        "arrive",
        {("agent", "Prigozhin"), ("in", "Belarus"), ("on", "Tuesday")},
    ),
    ("We sent a message to Moscow and to Minsk.", "send", {("to", "Moscow"), ("to", "Minsk"), ("patient", "message")}),
    ("There were 50 people on board.", "be", {("agent", "people")}),
    ("Two of the men died.", "die", {("agent", "man")}),
    ("The company failed to pay its workers.", "pay", {("agent", "company"), ("patient", "worker")}),
    ("The price is expected to rise.", "rise", {("agent", "price")}),
    ("The church that he built was burned.", "build", {("agent", "he"), ("patient", "church")}),
    ("Nauseda, the president, spoke.", "be", {("agent", "Nauseda"), ("attribute", "president")}),
]


@pytest.mark.parametrize(("text", "predicate", "arguments"), PREDICATES, ids=[text for text, *_ in PREDICATES])
def test_gives_predicate_and_arguments_one_shape(
    text: str, predicate: str, arguments: set[tuple[str, str]], parser: Parser
) -> None:
    """Active, passive and nominalised wordings give the same predicate with the same roles."""
    matching = [c for c in claims_of(text, parser) if c.predicate == predicate]
    assert any(arguments <= {(a.role, a.head) for a in claim.arguments} for claim in matching)


def test_claim_ids_count_in_text_order(parser: Parser) -> None:
    """Ids follow the text, and sentence indices never go back."""
    claims = claims_of("Police searched the house. They arrested two men, who denied it.", parser)
    assert [claim.id for claim in claims] == [f"d:c{n}" for n in range(len(claims))]
    assert [claim.sentence for claim in claims] == sorted(claim.sentence for claim in claims)


PRONOUNS = [
    ("Jens Stoltenberg met reporters. He warned Russia.", "Jens Stoltenberg warned Russia"),
    ("Jens Stoltenberg met Mark Rutte. He warned Russia.", "Jens Stoltenberg warned Russia"),  # the subject goes first
    ("Reporters met Jens Stoltenberg and Mark Rutte. He warned Russia.", "He warned Russia"),  # two, no choice
    ("The company sued. He warned Russia.", "He warned Russia"),
    ('Jens Stoltenberg spoke. "I heard Vladimir Putin," he said.', "Jens Stoltenberg said"),  # not who is quoted
]


@pytest.mark.parametrize(("text", "expected"), PRONOUNS, ids=[text for text, _ in PRONOUNS])
def test_resolves_a_subject_pronoun_only_where_it_is_safe(text: str, expected: str, parser: Parser) -> None:
    """A pronoun takes the name of the one person it can mean, and stays where there is a choice."""
    assert expected in [claim.text for claim in claims_of(text, parser)]


def test_text_shows_no_ellipsis_and_no_lone_quotation_mark(parser: Parser) -> None:
    """A claim cut out of a quotation reads as plain prose."""
    text = 'Stoltenberg said the West "must not underestimate Russia, which is strong" and left.'
    for claim in claims_of(text, parser):
        assert "…" not in claim.text
        assert claim.text.count('"') % 2 == 0


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "!!!", "Nausedawarned of therisk", "a " * 400, "said " * 200, "He, she, it, and, or, but"],
)
def test_bad_copy_is_no_reason_to_fail(text: str, parser: Parser) -> None:
    """Fragments, fused words and endless repetition give some claims or none, never an error."""
    claims_of(text, parser)
