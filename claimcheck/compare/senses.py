"""Words that news prose uses for one and the same thing, so that a paraphrase is met as well as a copy.

Two words of one line tell the same turn of events or name the same kind of thing: a cable
cut is a cable severed, a fire that broke out began. The lines hold what two desks write of
one event, not what a thesaurus allows; a word that stands in none is only itself. Vectors
of single verbs were tried for this: "cut" and "sever" lie as far apart as "win" and "draw".
"""

from __future__ import annotations

_VERBS = """
begin start commence break-out erupt
cut sever slice snap
set light ignite torch kindle
die perish succumb
kill slay murder
injure hurt wound harm
arrest detain apprehend nab
crash smash slam plough plow collide
destroy demolish raze wreck gut ruin devastate
flee escape abscond
rescue save
steal loot
resign quit step-down stand-down
sack dismiss oust
beat defeat
buy purchase acquire
arrive reach enter head go come travel move relocate check check-in
leave depart exit
cause trigger provoke prompt spark create produce lead result generate bring-about
worsen deepen widen aggravate exacerbate intensify heighten sharpen
ease relieve soften alleviate lessen
rise climb increase grow jump soar surge
fall drop decline decrease dip slump tumble plunge
find discover recover locate retrieve
hit strike
throw hurl toss lob pelt
attack assault ambush
close shut shut-down
cancel scrap call-off
delay postpone defer put-off
reject spurn turn-down
approve endorse ratify
receive get obtain
stay remain
write pen author draft
happen occur
disappear vanish
marry wed
point aim
"""
_NOUNS = """
division divide rift split schism
centre center facility clinic
ship vessel
car vehicle automobile
gun weapon firearm handgun pistol revolver
lawyer attorney
child kid
company firm
quake earthquake tremor temblor
film movie
cop policeman policewoman
agreement deal accord pact
plane aircraft jet airplane
protester demonstrator
blaze fire
"""
_VERB_SENSES, _NOUN_SENSES = (
    {word: words[0] for words in map(str.split, text.strip().splitlines()) for word in words}
    for text in (_VERBS, _NOUNS)
)


def verb_sense(lemma: str, particle: str = "") -> str:
    """The word that stands for a verb and all that tell the same; the verb itself where none does."""
    whole = f"{lemma}-{particle}" if particle else lemma
    return _VERB_SENSES.get(whole, f"{lemma} {particle}".strip() if particle else lemma)


def noun_sense(lemma: str) -> str:
    """The word that stands for a noun and all that name the same; the noun itself where none does."""
    return _NOUN_SENSES.get(lemma, lemma)


WORSENING = "worsen"  # the sense of the verbs that make something worse
CAUSING = "cause"  # the sense of the verbs that bring something about
