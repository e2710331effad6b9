"""How sure a text is of a claim, in whose voice, affirmed or denied, and when."""

from __future__ import annotations

import pytest

from claimcheck.extract import extract
from claimcheck.extract.sentences import split_sentences
from claimcheck.protocols import Parser
from claimcheck.types import Claim, Document


def claim_about(predicate: str, text: str, parser: Parser) -> Claim:
    """The one claim of a text with this predicate."""
    document = Document("d", "d.txt", text)
    claims = extract(document, split_sentences(document), parser).claims
    found = [claim for claim in claims if claim.predicate == predicate]
    assert found, [(claim.predicate, claim.text) for claim in claims]
    return found[0]


CERTAINTIES = [
    ("Prigozhin arrived in Belarus.", "arrive", "stated"),
    ("Prigozhin reportedly arrived in Belarus.", "arrive", "reported"),
    ("Reports say Prigozhin arrived in Belarus.", "arrive", "reported"),
    ("Prigozhin is believed to have arrived in Belarus.", "arrive", "reported"),
    ("Prigozhin is said to live in Belarus.", "live", "reported"),
    ("Police said the suspect fled.", "flee", "attributed"),
    ("According to police, the suspect fled.", "flee", "attributed"),
    ("The suspect fled, police said.", "flee", "attributed"),
    ("The suspect allegedly fired three shots.", "fire", "alleged"),
    ("The woman who allegedly shot and killed two co-workers was held.", "kill", "alleged"),
    ("He allegedly walked in, shot three people and fled.", "flee", "alleged"),
    ("He shot the guard and allegedly fled.", "shoot", "stated"),
    ("Prosecutors allege that he fired three shots.", "fire", "alleged"),
    ("The man is accused of killing his wife.", "kill", "alleged"),
    ("Turkey accused Sweden of harbouring militants.", "harbour", "alleged"),
    ("The man was arrested on suspicion of the murder of a guard.", "murder", "alleged"),
    ("The deal will probably fail.", "fail", "likely"),
    ("The deal is likely to fail.", "fail", "likely"),
    ("The deal seems to work.", "work", "likely"),
    ("The deal may fail.", "fail", "possible"),
    ("The deal could fail.", "fail", "possible"),
    ("Smoke could be seen from the road.", "see", "stated"),
    ("Perhaps the deal failed.", "fail", "possible"),
    ("Nauseda warned of the risk of fighters being based in Belarus.", "base", "possible"),
    ("If Wagner deploys its men, the region faces danger.", "deploy", "conditional"),
    ("If Wagner deploys its men, the region faces danger.", "face", "conditional"),
    ("The deal would end the war.", "end", "conditional"),
    ("The leaders will meet on Monday.", "meet", "planned"),
    ("The leaders are expected to meet on Monday.", "meet", "planned"),
    ("The leaders are to meet on Monday.", "meet", "planned"),
    ("Stoltenberg said NATO would strengthen its defences.", "strengthen", "planned"),
    ("The firm plans to close the plant.", "close", "planned"),
    ("The summit to be held in July is important.", "hold", "planned"),
    ("Officials denied that the plane was shot.", "shoot", "denied"),
    ("He denied killing his wife.", "kill", "denied"),
    ("Rutte rejected claims that the West wanted war.", "want", "denied"),
    ("It is unclear whether the plane crashed.", "crash", "unknown"),
    ("The company did not say whether the plane crashed.", "crash", "unknown"),
    ("The company declined to say whether the plane crashed.", "crash", "unknown"),
    ("His whereabouts are unknown.", "be", "unknown"),
    ("Will the president resign?", "resign", "unknown"),
    ("Police could not find the man.", "find", "stated"),
]


@pytest.mark.parametrize(("text", "predicate", "certainty"), CERTAINTIES)
def test_reads_certainty_from_the_clause_and_its_context(
    text: str, predicate: str, certainty: str, parser: Parser
) -> None:
    """Small words decide how sure a claim is; the stronger doubt wins."""
    assert claim_about(predicate, text, parser).certainty == certainty


POLARITIES = [
    ("The rule has been weakened.", "weaken", "positive"),
    ("The rule has not been weakened.", "weaken", "negative"),
    ("The rule hasn't been weakened.", "weaken", "negative"),
    ("The plane never landed.", "land", "negative"),
    ("No one was injured.", "injure", "negative"),
    ("There were no survivors.", "be", "negative"),
    ("The firm failed to pay.", "pay", "negative"),
    ("No one failed to vote.", "vote", "positive"),
    ("The talks are unlikely to succeed.", "succeed", "negative"),
    ("The deal prevented rebels from marching on Moscow.", "march", "negative"),
    ("He left without paying the bill.", "pay", "negative"),
    ("He refused to sign the deal.", "sign", "negative"),
    ("Putin said that his rule had not been weakened.", "say", "positive"),
    ("It is not true that the bank has paid its debt.", "pay", "negative"),
    ("It is not true that the bank has not paid its debt.", "pay", "positive"),
    ("The storm not only flooded the port of Pusan, it cut the bridge.", "flood", "positive"),
]


@pytest.mark.parametrize(("text", "predicate", "polarity"), POLARITIES)
def test_reads_polarity_from_the_scope_of_negation(text: str, predicate: str, polarity: str, parser: Parser) -> None:
    """A negation counts for the clause it is in, and two of them cancel out."""
    assert claim_about(predicate, text, parser).polarity == polarity


VOICES = [
    ("Prigozhin arrived in Belarus.", "arrive", ""),
    ("Jens Stoltenberg told reporters that NATO was ready.", "tell", ""),
    ("Jens Stoltenberg told reporters that NATO attacked.", "attack", "Jens Stoltenberg"),
    ("Jens Stoltenberg spoke. Stoltenberg said NATO attacked.", "attack", "Jens Stoltenberg"),
    ("The suspect fled, police said.", "flee", "police"),
    ("According to the mayor, the suspect fled.", "flee", "the mayor"),
    ("Jens Stoltenberg said Vladimir Putin had said that NATO attacked.", "attack", "Vladimir Putin"),
    ("Jens Stoltenberg spoke to reporters. He said NATO attacked.", "attack", "Jens Stoltenberg"),
    ('"NATO attacked," Jens Stoltenberg said.', "attack", "Jens Stoltenberg"),
    ("The mayor said the man, who fled on Monday, was armed.", "flee", "The mayor"),
    ("The man fled after the mayor said he was armed.", "flee", ""),
]


@pytest.mark.parametrize(("text", "predicate", "voice"), VOICES)
def test_knows_whose_voice_a_claim_is_in(text: str, predicate: str, voice: str, parser: Parser) -> None:
    """Reported and quoted content belongs to its speaker, everything beside it to the article."""
    assert claim_about(predicate, text, parser).voice == voice


TENSES = [
    ("The leaders signed the deal.", "sign", "past"),
    ("The leaders have signed the deal.", "sign", "past"),
    ("The deal was signed.", "sign", "past"),
    ("The leaders sign the deal today.", "sign", "present"),
    ("The leaders will sign the deal.", "sign", "future"),
    ("The leaders are to sign the deal.", "sign", "future"),
    ("The leaders are expected to sign the deal.", "sign", "future"),
    ("He said the leaders would sign the deal.", "sign", "future"),
]


@pytest.mark.parametrize(("text", "predicate", "tense"), TENSES)
def test_tells_a_preview_from_a_report(text: str, predicate: str, tense: str, parser: Parser) -> None:
    """What will be signed is not what was signed."""
    assert claim_about(predicate, text, parser).tense == tense
