"""What is marked as boilerplate, and above all what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.sources.article import Article
from claimcheck.sources.reading import describe, read

LEAD = "The council of Aldermoor voted nine to two on Tuesday to close the swimming baths, which lost money last year."
MORE = "Residents had gathered three thousand signatures against the plan, the mayor told a meeting in the town hall."
DATA = Path(__file__).parents[3] / "shared" / "data"
TEASED = "Fire at the Old Mill Destroys Six Boats of the Rowing Club"


def marks(text: str) -> list[tuple[str, str]]:
    """The marked stretches and their kinds."""
    return [(text[m.start : m.end].strip(), m.kind) for m in describe(Article(text), "a", "a.txt").boilerplate]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ ALSO: Mayor of Aldermoor accused of owning a second dog", "promo"),
        ("READ ALSO:Mayor of Aldermoor accused of owning a second dog", "promo"),
        ("Read more: why the water tastes of iron", "promo"),
        ("RELATED | Why the water tastes of iron", "promo"),
        ("You may also like", "promo"),
        ("Share this: Twitter", "share"),
        ("Facebook", "share"),
        ("Share on WhatsApp (Opens in new window)", "share"),
        ("Follow us on Twitter and Instagram", "share"),
        ("To suggest a correction or clarification, write to us here", "prompt"),
        ("You can also highlight the text and press Ctrl + Enter", "prompt"),
        ("Sign up for our newsletter and get the latest news in your inbox.", "prompt"),
        ("Do you have a tip? Write to us at the address below.", "prompt"),
        ("With information from AFP and EFE", "byline"),
        ("By Jane Roe, Associated Press", "byline"),
        ("The Associated Press contributed to this report.", "byline"),
        ("Ann Poe contributed reporting from Washington and Motoko Roe from Tokyo.", "byline"),
        ("(Reporting by Ann Poe; Editing by Kevin Roe)", "byline"),
        ("© 2023 Evening Courier. All rights reserved.", "byline"),
        ("Reuters", "byline"),
        ("Published: June 29, 2023 10:15 a.m. EDT", "dateline"),
        ("Updated 3 hours ago", "timestamp"),
        ("Photo: Ann Poe/The Courier", "credit"),
        ("Words by Ann Poe, pictures by Motoko Roe", "byline"),
        ("Ann Poe is a reporter for the Evening Courier.", "byline"),
        ("We use cookies to improve your experience. By continuing, you agree to our use of cookies.", "prompt"),
        ("Want more news like this? Join our mailing list.", "prompt"),
        ("Correction: An earlier version of this article misstated the number of the hurt.", "correction"),
        ("This story has been updated to correct the name of the hospital.", "correction"),
        ("Editor's note: The headline of this article was amended on 3 May.", "correction"),
        ("(Corrects spelling of name in paragraph 3)", "correction"),
        ("14:32 GMT", "timestamp"),
        ("Updated 3.15pm BST", "timestamp"),
        ("17 minutes ago", "timestamp"),
        ("Published 27 April 2018, 10:15am", "dateline"),
        ("2018-04-27T10:15:00Z", "dateline"),
        ("Advertisement", "promo"),
        ("Story continues below advertisement", "promo"),
        ("Topics: Health, Nairobi", "headline"),
        ("4 min read", "headline"),
    ],
)
def test_lines_that_are_no_copy(line: str, kind: str) -> None:
    """A whole line, after the article's last words."""
    assert marks(f"{LEAD}\n\n{MORE}\n\n{line}\n") == [(line, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Poe, Mayor of Aldermoor.",
        "Anyone with information is asked to call the police on 0845 125 2222.",
        "Call Crimestoppers anonymously on 0800 555 111 if you saw the car.",
        '"Tell us what you want to know," she said.',
        "Facebook said on Friday it would remove the page.",
        "Share prices fell by two per cent.",
        "More than 50 firefighters tackled the blaze.",
        "Related charges were dropped.",
        "Most of them: the young.",
        "The police: nobody was hurt.",
        "Reuters could not confirm the report.",
        "By Friday the water had gone.",
        "You could see the smoke from the harbour.",
        "He said it was not over.",
        "Both times it backtracked.",
        "Read by the mayor herself, the letter said nothing of the sort.",
        "Watch duty began at six.",
        "The bill (HR 1/S 4) passed.",
        "She won the third set 6-4 (the first since May).",
        "The North's agency is the Korean Central News Agency (KCNA).",
        "It is run by the Associated Press (AP).",
        "The clubs (read: Arsenal and Chelsea) spend too much.",
        "COVID-19 cases rose.",
        "Photos by residents showed the flames.",
        "Video: police released the footage on Monday.",
        "Reporting by the newspaper led to the inquiry.",
        "With information from the police and the coroner, the family rebuilt the evening.",
        "Copyright law must change, she said.",
        "Visit the harbour on a Friday and you will see it.",
        "Let us hope so, she said.",
        "Source: the ministry would not say.",
        "The reporter was a writer of thrillers",
        "NATO-led forces left the town.",
        "May 5, 2003, was a Monday, and it rained.",
        "The ministry has corrected the figures of its report.",
        "An earlier report by the ministry incorrectly put the toll at 40.",
        "We wrongly thought the story over, she said.",
        "The museum said it would use the cookies of its own bakery.",
        "You can sign the book at the town hall.",
        "The newsletter of the club was the first to tell of it.",
        "A reporter and an editor were arrested by the police.",
        "Jane Roe wrote to Ann Poe.",
        "3.15pm was the hour of the crash.",
        "Sponsored by the brewery, the regatta went on.",
    ],
)
@pytest.mark.parametrize(
    "place", ["{line}\n\n{lead}\n\n{more}", "{lead}\n\n{line}\n\n{more}", "{lead}\n\n{more}\n\n{line}"]
)
def test_sentences_that_look_like_boilerplate(line: str, place: str) -> None:
    """A sentence of the article stays, wherever it stands."""
    assert marks(place.format(line=line, lead=LEAD, more=MORE)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (f"date 2023-06-29 {LEAD}", ("date 2023-06-29", "dateline")),
        (f" date 2023-06-29 {LEAD}", ("date 2023-06-29", "dateline")),
        (f"2023-06-29 {LEAD}", ("2023-06-29", "dateline")),
        (f"SEOUL, South Korea — {LEAD}", ("SEOUL, South Korea —", "dateline")),
        (f"LONDON (Reuters) - {LEAD}", ("LONDON (Reuters) -", "dateline")),
        (f"Paris, June 27 (AFP) – {LEAD}", ("Paris, June 27 (AFP) –", "dateline")),
        (f"WASHINGTON —\n\n{LEAD}", ("WASHINGTON —", "dateline")),
        (f"Bristol (CNN) -- {LEAD}", ("Bristol (CNN) --", "dateline")),
        (f"BRISTOL - April 27 - {LEAD}", ("BRISTOL - April 27 -", "dateline")),
        (f"BRISTOL (AP) {LEAD}", ("BRISTOL (AP)", "dateline")),
        (f"NAIROBI: {LEAD}", ("NAIROBI:", "dateline")),
        (f"{LEAD}__Daily Courier", ("__Daily Courier", "byline")),
        (f"{LEAD} — Reuters", ("— Reuters", "byline")),
        (f"{LEAD} (AFP)", ("(AFP)", "byline")),
        (f"{LEAD} SOURCE Aldermoor Holdings", ("SOURCE Aldermoor Holdings", "credit")),
        (f"{LEAD} (READ ALSO: Why the water tastes of iron)", ("(READ ALSO: Why the water tastes of iron)", "promo")),
        (f"Swimmers at the baths (REUTERS / Ann van de Poe)\n\n{LEAD}", ("(REUTERS / Ann van de Poe)", "credit")),
        (f"{LEAD}\n\nSwimmers (Agency/Ann Poe/City via REUTERS)", ("(Agency/Ann Poe/City via REUTERS)", "credit")),
        (f"{LEAD}\n\nThe baths on Monday. Photo: Ann Poe", ("Photo: Ann Poe", "credit")),
        (f"{LEAD}\n\nThe mayor at the baths (file photo)", ("(file photo)", "credit")),
    ],
)
def test_only_the_part_that_is_no_copy(text: str, marked: tuple[str, str]) -> None:
    """Prefixes, glued signatures and credits are cut off; the caption and the sentence stay."""
    assert marks(f"{text}\n\n{MORE}")[:1] == [marked]


def test_promo_block_within_an_article() -> None:
    """From the headline before the pointer to the teaser after its repetition; the next paragraph stays."""
    teaser = "A fire at the old mill took hold of six boats before the rowing club could save them."
    block = f"{TEASED}\nOther Topics of Interest\n\n{TEASED}\n\n{teaser}"
    assert marks(f"{LEAD}\n\n{block}\n\n{MORE}") == [(block, "promo")]


def test_promo_block_without_teaser() -> None:
    """A paragraph that takes up none of the headline's words is the article's own."""
    block = f"{TEASED}\nOther Topics of Interest\n\n{TEASED}"
    assert marks(f"{LEAD}\n\n{block}\n\n{MORE}") == [(block, "promo")]


def test_list_of_links_after_a_pointer() -> None:
    """The headlines under "More on this story" go with it."""
    block = f"More on this story\n\n{TEASED}\nWhy the Water Tastes of Iron This Summer"
    assert marks(f"{LEAD}\n\n{block}\n\n{MORE}") == [(block, "promo")]


def test_repeated_title_and_section_label() -> None:
    """The title stands once; the section's name is no claim."""
    title = "Council closes the swimming baths"
    assert marks(f"{title}\n\nInternational\n\n{title}\n\n{LEAD}") == [(f"International\n\n{title}", "headline")]


def test_list_of_headlines_below_the_text() -> None:
    """Whatever the words above it; a list of names is no list of headlines."""
    links = f"Popular in the valley\n\n{TEASED}\n\nWhy the Water Tastes of Iron This Summer"
    assert marks(f"{LEAD}\n\n{MORE}\n\n{links}") == [(links, "promo")]
    names = "The victims\n\nAnn Poe, 43, of Aldermoor\n\nJane Roe, 12, of Kirkwall"
    assert marks(f"{LEAD}\n\n{MORE}\n\n{names}") == []


def test_entries_of_a_live_blog() -> None:
    """Three hours that open an entry are a form; one is a time in a sentence."""
    entries = "\n\n".join(f"{hour}:15 GMT {LEAD}" for hour in (9, 10, 11))
    assert marks(entries) == [(f"{hour}:15 GMT", "timestamp") for hour in (9, 10, 11)]
    assert marks(f"9:15 GMT {LEAD}\n\n{MORE}") == []


def test_repeated_lines() -> None:
    """A short line that stands twice is no copy; a sentence that does is."""
    label = "Gallery of the regatta"
    assert marks(f"{LEAD}\n\n{label}\n\n{MORE}\n\n{label}") == [(label, "promo")] * 2
    assert marks(f"{LEAD}\n\nIt is over.\n\n{MORE}\n\nIt is over.") == []


def test_initials_in_brackets_are_no_dateline() -> None:
    """They only spell out the words before them."""
    assert marks(f"The World Health Organization (WHO) - {LEAD}") == []


def test_something_is_always_left() -> None:
    """A text that is nothing but boilerplate keeps its lines: the doubt is the reader's to settle."""
    assert marks("Share this: Twitter\n\nFacebook\n") == []


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data, which is not part of the repository")
def test_hardly_a_word_of_clean_copy_is_marked() -> None:
    """The tuning articles are all but free of boilerplate: not one word in two hundred may be marked."""
    held = set(json.loads((DATA / "split.json").read_text())["held"])
    events = [e for e in sorted((DATA / "clusters").glob("*/*")) if f"{e.parent.name}_{e.name}" not in held]
    words = marked = 0
    for document in read(events).documents:
        words += len(document.text.split())
        marked += sum(len(document.text[m.start : m.end].split()) for m in document.boilerplate)
    assert marked <= 0.005 * words
