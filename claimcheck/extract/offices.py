"""Closed classes of English words that stand beside names and tell what they name."""

from __future__ import annotations

from claimcheck.compare.words import word_set

HONORIFICS = word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady madam rev sr fr st hon messrs mme mlle herr frau sheikh ayatollah
    imam
    """
)

# Offices, ranks and trades that stand before a name, capitalised or not; an office of
# several words is known by its last ("prime minister").
OFFICES = word_set(
    """
    president minister premier chancellor defender king queen prince princess emperor pope cardinal archbishop bishop
    pastor reverend rabbi senator congressman congresswoman representative councilman councilwoman councilmember
    alderman governor mayor chief secretary general secretary-general colonel captain commander lieutenant
    sergeant corporal private major admiral marshal brigadier officer detective inspector constable
    superintendent sheriff deputy judge justice magistrate attorney lawyer prosecutor solicitor barrister
    director chairman chairwoman chair chairperson ceo cfo gm vp executive manager spokesman spokeswoman spokesperson
    publicist rep coach professor doctor leader boss commissioner commandant ambassador envoy diplomat speaker
    whip candidate lawmaker legislator mp actor actress singer comedian star host director producer writer
    author editor reporter journalist correspondent anchor analyst expert economist scientist researcher
    historian artist designer architect engineer pilot founder co-founder owner investor billionaire activist
    victim suspect defendant gunman driver witness student teacher quarterback receiver cornerback linebacker
    safety guard center forward striker goalkeeper goalie pitcher catcher outfielder shortstop rookie champion
    boxer player teammate agent investigator trooper firefighter paramedic nurse surgeon administrator
    treasurer clerk counsel adviser advisor aide assistant co-chair vice-president dictator militant warlord
    mobster oligarch tycoon magnate negotiator mediator rebel sen rep gov gen col capt cmdr lt sgt cpl maj adm
    det insp supt atty pres prof amb cllr pte pvt
    """
)

# Offices that are family names too: a title only at the start of a name, never cut from its end.
SURNAMES_TOO = word_set(
    """
    king queen prince pope cardinal bishop judge justice major marshal page dean chair center guard star host
    speaker private general driver safety forward whip rep
    """
)

# First words of longer offices, before the office itself: "Deputy Prime Minister", "Vice President".
OFFICE_MODIFIERS = word_set(
    """
    prime vice deputy assistant associate acting interim former ex then late first foreign defence defense
    interior finance health justice attorney secretary chief police district state federal national head senior
    executive managing lead special supreme fire under co house senate majority minority highway patrol press
    county city public fellow defending reigning veteran rookie longtime accused alleged convicted star
    """
)

KIN = word_set(
    """
    wife husband son daughter mother father brother sister sibling twin cousin uncle aunt nephew niece grandson
    granddaughter grandmother grandfather girlfriend boyfriend fiancee fiance widow widower partner friend
    colleague stepfather stepmother stepson stepdaughter half-brother half-sister brother-in-law sister-in-law
    """
)
HUMANS = (
    OFFICES | KIN | word_set("man woman boy girl teenager native resident neighbor neighbour passenger climber worker")
)

# Verbs whose subject is mostly a person.
SPEECH = word_set(
    """
    say tell add warn explain testify admit confess recall insist argue ask reply joke quip think believe feel
    hope know write tweet declare announce stress note acknowledge deny claim concede smile laugh cry marry die
    live walk run play score drive star direct coach throw hit
    """
)

ORGANISATION_WORDS = word_set(
    """
    inc corp corporation ltd llc plc co company group holdings bank university college school academy institute
    police department ministry agency commission committee council association federation union party alliance
    league club bureau board court foundation fund trust church hospital clinic centre center service services
    office authority administration army navy force forces guard network news times post magazine press tribune
    herald studios pictures entertainment records airlines airways motors systems technologies software
    international congress senate parliament treaty organization organisation society team orchestra museum
    brigade coalition front movement congregation railway railways telecom communications industries partners
    associates firm district
    """
)
PLACE_WORDS = word_set(
    """
    street avenue road boulevard lane drive highway river lake sea ocean bay gulf strait canal mount mountain
    mountains hill hills valley island islands peninsula beach cape coast desert forest park square plaza bridge
    airport port harbor harbour county province city town village district region territory prefecture state
    states kingdom republic glacier range ridge pass peak point creek falls springs heights zone border camp
    prison jail hut ave st tower house palace stadium arena hall boulevard
    """
)
# Last words of what is neither: prizes, contests, laws, works.
THING_WORDS = word_set(
    "award awards prize prizes cup bowl game games championship championships series act bill show tour"
)
# Prepositions before a place.
LOCATIVE = word_set("in at near across throughout outside inside around")

WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec
    """
)
# Capitalised words in running text that name nobody.
NO_NAMES = WEEKDAYS | word_set(
    """
    i he she it we they you his her its our their my your the a an this that these those there here what when
    where who why how which if but and or nor so yet for of in on at by with from to as not no yes oh ok well
    god christmas easter today tomorrow yesterday internet tv gmt est edt pst pdt et utc bst a.m p.m am pm
    """
)
