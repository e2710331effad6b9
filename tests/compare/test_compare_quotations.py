"""Two printings of one utterance: what counts as a change, how much it weighs, and what is innocent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.compare.quotations import compare_quotations
from claimcheck.compare.spelling import one_spelling
from claimcheck.compare.word_classes import same_stem
from claimcheck.compare.wording import read_words


def changes(a: str, b: str) -> list[tuple[str, str, str, str]]:
    """(words in a, words in b, weight, nature) of every change."""
    comparison = compare_quotations(a, b)
    assert comparison is not None
    left, right = read_words(a), read_words(b)
    return [
        (
            " ".join(w.key for w in left[slice(*c.a)]),
            " ".join(w.key for w in right[slice(*c.b)]),
            c.weight,
            c.nature,
        )
        for c in comparison.changes
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("regardless of what you think about it", "regardless of what they think about it", ("you", "they", "person")),
        ("If Wagner deploys its killers there", "If Wagner deploys his killers there", ("its", "his", "person")),
        ("we did not know about the plan", "we did know about the plan", ("not", "", "negation")),
        ("we never knew about the plan", "we knew about the plan", ("never", "", "negation")),
        ("it will be a hard year for us", "it may be a hard year for us", ("will", "may", "modal")),
        ("five officers stood in my yard", "six officers stood in my yard", ("5", "6", "figure")),
        ("up to 83% of our traffic is back", "up to 85% of our traffic is back", ("83%", "85%", "figure")),
        ("This is a sad time for the family", "This is a sad day for the family", ("time", "day", "content")),
        (
            "This morning I was stopped by him",
            "Yesterday I was stopped by him",
            ("this morning", "yesterday", "content"),
        ),
        ("undeserved negative attention", "undeserved attention", ("negative", "", "content")),
        ("all of the people were targeted", "some of the people were targeted", ("all", "some", "content")),
        (
            "the vote was held before the war began",
            "the vote was held after the war began",
            ("before", "after", "content"),
        ),
    ],
)
def test_substantive(a: str, b: str, expected: tuple[str, str, str]) -> None:
    """A word of content, another person, a negation, a modal or a figure can alter the meaning."""
    assert changes(a, b) == [(expected[0], expected[1], "substantive", expected[2])]


@pytest.mark.parametrize(
    ("a", "b", "nature"),
    [
        ("a clear message to Moscow and to Minsk", "a clear message to Moscow and Minsk", "function"),
        ("to make any final judgment about the facts", "to make a final judgment about the facts", "function"),
        ("to make any final judgment about the facts", "to make any final judgments about the facts", "inflection"),
        ("The fire has progressed rapidly here", "The fire progressed rapidly here", "function"),
        ("checked herself into the Promises clinic", "checked herself into Promises clinic", "function"),
        ("face even greater danger of instability", "face an even greater danger of instability", "function"),
        ("he knew that they were safe at home", "he knew they were safe at home", "function"),
        ("have Ellen DeGeneres host the show", "have Ellen DeGneeres host the show", "spelling"),
    ],
)
def test_minor(a: str, b: str, nature: str) -> None:
    """Articles, prepositions, plurals and typing slips are changes of small weight."""
    found = changes(a, b)
    assert [(weight, found_nature) for *_, weight, found_nature in found] == [("minor", nature)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It's too early to say", "It is too early to say"),
        ("We do n't have any leads", "We don’t have any leads"),
        ("I ’ m not sure we can ’ t win", "I'm not sure we cannot win"),
        ("my daughter's been shot", "My daughter has been shot"),
        ("the movement of the Wagner forces", "the movement of the Wagner's forces"),
        ("neighbouring countries and their defence", "neighboring countries and their defense"),
        ("we recognise the colour of the theatre", "we recognize the color of the theater"),
        ("the West wants chaos", "the west wants chaos"),
        ("is clear is that we have sent", "is clear is that, we have sent"),
        ("domestic chaos -- in the West", "domestic chaos — in the West"),
        ("this eleventh-hour regulation", "this 11th hour regulation"),
        ("just after 6 p.m. on Friday", "just after 6: 00 p.m. on Friday"),
        ("a $ 1,500 bill for five men", "a $ 1, 500 bill for 5 men"),
        ("In light of the unusual events... the department", "In light of the unusual events of May the department"),
        ("[Trump] paused and said so", "He paused and said so"),
        ("the president ( Vladimir) Putin left", "the president Putin left"),
        ("a vice-presidential candidate", "a vice presidential candidate"),
        ("two per cent of the people", "two percent of the people"),
        ("enough for a lifetime ofeverything", "enough for a lifetime of everything"),
        ("must not underestimate Russia", "But we must not underestimate Russia at all"),
        ("I cant speak for the first death", "I can't speak for the first death"),
    ],
)
def test_innocent(a: str, b: str) -> None:
    """Spelling, contractions, case, marks, figures, marked omissions and cuts are no change."""
    assert changes(a, b) == []


def test_another_ending_after_a_long_run() -> None:
    """What eight equal words lead up to is compared even when it is long; after fewer it may be another sentence."""
    shared = "The North will shut down a test site in the north of the country"
    a, b = "to guarantee transparency in suspending its tests", "to prove the vow that it made about them"
    assert [(weight, nature) for *_, weight, nature in changes(f"{shared} {a}", f"{shared} {b}")] == [
        ("substantive", "person")
    ]
    assert changes(f"The test site closes {a}", f"The test site closes {b}") == []


def test_nothing_in_common() -> None:
    """Two quotations without a common word are not compared."""
    assert compare_quotations("yes indeed", "no way") is None


def test_local_alignment_leaves_the_rest_out() -> None:
    """Only the stretch that both have is compared."""
    a = "He was tired. We have sent a clear message to Moscow. Then the dinner began."
    b = "Nobody slept at all. We have sent a clear message to Minsk."
    comparison = compare_quotations(a, b)
    assert comparison is not None
    assert [w.key for w in read_words(a)[slice(*comparison.a)]] == ["we", "have", "sent", "a", "clear", "message", "to"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("want", "wants", True), ("ally", "allies", True), ("judge", "judged", True), ("stop", "stopped", True),
     ("war", "was", False), ("can", "cannot", False), ("million", "millions", True), ("nation", "national", False)],
)  # fmt: skip
def test_same_stem(a: str, b: str, same: bool) -> None:
    """Two forms of one word, told by their endings."""
    assert same_stem(a, b) is same
    assert same_stem(b, a) is same


@pytest.mark.parametrize(
    ("british", "american"),
    [("defence", "defense"), ("colour", "color"), ("organise", "organize"), ("centre", "center"),
     ("travelled", "traveled"),
     ("fibre", "fiber"), ("programme", "program"), ("grey", "gray"), ("towards", "toward"), ("analyse", "analyze"),
     ("catalogue", "catalog"), ("judgement", "judgment"), ("licence", "license"), ("favourite", "favorite")],
)  # fmt: skip
def test_one_spelling(british: str, american: str) -> None:
    """British and American spellings meet in one key."""
    assert one_spelling(british) == one_spelling(american)


TEXTS = st.lists(
    st.sampled_from(
        [
            "we",
            "you",
            "they",
            "not",
            "will",
            "the",
            "a",
            "Moscow",
            "Minsk",
            "war",
            "5",
            "six",
            "don't",
            "it's",
            "…",
            "[he]",
        ]
    ),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_symmetry_of_weight(a: list[str], b: list[str]) -> None:
    """Whichever side comes first, the offsets are true and equal texts have no change."""
    left, right = " ".join(a), " ".join(b)
    comparison = compare_quotations(left, right)
    if comparison is not None:
        words = read_words(left), read_words(right)
        for i, j, size in comparison.blocks:
            assert [w.key for w in words[0][i : i + size]] == [w.key for w in words[1][j : j + size]]
    itself = compare_quotations(left, left)
    assert itself is None or itself.changes == ()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """No text raises, and every word is a slice of it."""
    for word in read_words(text):
        assert 0 <= word.start < word.end <= len(text)
    compare_quotations(text, text[::-1])
