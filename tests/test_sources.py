"""Whom a speaker stands for: canonical names, kinds and sides, over every country and every name of the packs."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Attribution
from claimcheck.rules import Rules
from claimcheck.rules.attributions import Actor, Cue, Institution
from claimcheck.rules.world import Country, listed
from claimcheck.stages.attribute import attribute
from claimcheck.stages.attribute.atlas import atlas
from claimcheck.stages.segment import segment

RULES = load_rules()
COUNTRIES = RULES.pack("countries", Country)
ACTORS = [actor for pack in ("sources", "parties", "media") for actor in RULES.pack(pack, Actor)]


def said(text: str, number: str = "731") -> Attribution | None:
    """Who says the number."""
    at = text.index(number)
    article = Article.from_text(text)
    return attribute(article, segment(article, RULES), [(at, at + len(number))], RULES)[0]


def sources(text: str) -> list[tuple[str, str, str | None]]:
    """Name, kind and side of those who say the number."""
    found = said(text)
    return [(one.name, one.kind, one.side) for one in found.sources] if found is not None else []


KINDS = [
    ("{}'s health ministry", "{} government", "government"),
    ("The government of {}", "{} government", "government"),
    ("{}'s army", "{} military", "forces"),
    ("{}'s supreme court", "{} courts", "court"),
    ("{}'s prosecutor general", "{} government", "government"),
    ("{}'s state television", "{} state television", "media"),
    ("{}'s parliament", "{} parliament", "government"),
    ("A spokesman for {}'s interior ministry", "{} government", "government"),
    ("Officials in {}'s emergencies ministry", "{} government", "government"),
    ("{}'s presidency", "{} government", "government"),
    ("{}'s police", "{} police", "forces"),
    ("{}'s health authorities", "{} government", "government"),
    ("{}'s general staff", "{} military", "forces"),
    ("State media in {}", "{} state media", "media"),
    ("Officials in {}", "{} government", "government"),
]


@pytest.mark.parametrize("country", COUNTRIES, ids=[country.id for country in COUNTRIES])
def test_every_country_has_the_same_institutions(country: Country) -> None:
    """But that who holds an unrecognised state speaks for its army and police too."""
    one_voice = country.status == "unrecognised"
    for phrase, name, kind in KINDS:
        if one_voice and kind == "forces":
            name, kind = "{} government", "government"
        text = f"{phrase.format(country.name)} said on Monday that 731 people had died."
        assert sources(text) == [(name.format(country.adjective), kind, country.name)], text


MINISTRIES = (
    *("agriculture", "culture", "defence", "defense", "economy", "education", "energy", "environment", "finance"),
    *("foreign", "health", "housing", "industry", "information", "interior", "justice", "labor", "labour", "oil"),
    *("public health", "science", "sports", "tourism", "trade", "transport", "water"),
)


@pytest.mark.parametrize("ministry", MINISTRIES)
def test_every_usual_ministry_is_the_governments(ministry: str) -> None:
    phrases = (
        f"Kenya's {ministry} ministry",
        f"The Kenyan {ministry} minister",
        f"Kenya's Ministry of {ministry.title()}",
    )
    for phrase in phrases:
        assert sources(f"{phrase} said 731 people had died.") == [("Kenyan government", "government", "Kenya")], phrase


@pytest.mark.parametrize("country", [c for c in COUNTRIES if c.capital and c.status == "state"], ids=lambda c: c.id)
def test_a_capital_and_an_adjective_stand_for_the_government(country: Country) -> None:
    expected = [(f"{country.adjective} government", "government", country.name)]
    for capital in listed(country.capital):
        if sum(capital in listed(other.capital) or capital == other.name for other in COUNTRIES) == 1:
            assert sources(f"{capital} said 731 people had died.") == expected
    for metonym in listed(country.metonyms):
        assert sources(f"The {metonym} said 731 people had died.") == expected
    for adjective in listed(country.demonyms):
        if sum(adjective in listed(other.demonyms) for other in COUNTRIES) == 1:
            assert sources(f"{adjective} authorities said 731 people had died.") == expected


@pytest.mark.parametrize("actor", ACTORS, ids=[actor.id for actor in ACTORS])
def test_every_name_of_the_packs_is_known(actor: Actor) -> None:
    for name in (actor.name, *listed(actor.aliases)):
        place = f" This was in {listed(actor.near)[0]}." if actor.near else ""
        found = sources(f"According to {name}, 731 people had died.{place}")
        assert found == [(actor.name, actor.kind, actor.side or None)], name


def test_the_packs_are_as_wide_as_promised() -> None:
    kinds = [actor.kind for actor in ACTORS]
    assert len(COUNTRIES) >= 220
    assert kinds.count("media") >= 60
    assert kinds.count("ngo") >= 60
    assert len({actor.side for actor in ACTORS if actor.kind == "party" and actor.side}) >= 40


CONFLICTS = {
    "Afghanistan": "the Taliban",
    "Angola": "UNITA",
    "Bosnia": "Bosnian Serb forces",
    "Cambodia": "the Khmer Rouge",
    "Central African Republic": "Seleka",
    "Chechnya": "Chechen rebels",
    "Colombia": "FARC",
    "Eastern Congo": "M23",
    "Ethiopia": "the Tigray People's Liberation Front",
    "Gaza": "Hamas",
    "Iraq": "the Popular Mobilization Forces",
    "Karabakh": "Karabakh Armenians",
    "Kashmir": "Lashkar-e-Taiba",
    "Kosovo": "the Kosovo Liberation Army",
    "Lebanon": "Hezbollah",
    "Libya": "the Libyan National Army",
    "Mali": "JNIM",
    "Mindanao": "the Moro Islamic Liberation Front",
    "Mozambique": "Renamo",
    "Myanmar": "the Arakan Army",
    "Nigeria": "Boko Haram",
    "Northern Ireland": "the IRA",
    "Peru": "Shining Path",
    "Somalia": "al-Shabaab",
    "Sri Lanka": "the Tamil Tigers",
    "Sudan": "the Rapid Support Forces",
    "Syria": "the Syrian Democratic Forces",
    "Turkey": "the PKK",
    "Uganda": "the Lord's Resistance Army",
    "Ukraine": "Russian-backed separatists",
    "West Papua": "the Free Papua Movement",
    "Western Sahara": "the Polisario Front",
    "Yemen": "the Houthis",
}
UNRECOGNISED = (
    *("Abkhazia", "Donetsk People's Republic", "Iraqi Kurdistan", "Luhansk People's Republic", "Nagorno-Karabakh"),
    *("Northern Cyprus", "Puntland", "Rojava", "Somaliland", "South Ossetia", "Transnistria", "Western Sahara"),
)


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_who_fought_in_a_war_is_a_party_with_a_side(conflict: str) -> None:
    ((_, kind, side),) = sources(f"In {conflict} on Monday, {CONFLICTS[conflict]} said 731 people had died.")
    assert (kind, side is not None) == ("party", True)


def test_states_that_few_recognise_have_institutions_too() -> None:
    assert {country.name for country in COUNTRIES} >= set(UNRECOGNISED)


def test_no_id_is_used_twice() -> None:
    ids = [
        rule.id for rule in (*RULES.pack("cues", Cue), *COUNTRIES, *RULES.pack("institutions", Institution), *ACTORS)
    ]
    assert len(ids) == len(set(ids))


def test_no_name_stands_for_two_sources() -> None:
    named: dict[str, str] = {}
    for actor in ACTORS:
        for name in (actor.name, *listed(actor.aliases)):
            assert actor.near or named.setdefault(name, actor.id) == actor.id, name


PHRASES = [
    ("The Kenyan MoD", [("Kenyan government", "government", "Kenya")]),
    ("Kenya for its part", [("Kenyan government", "government", "Kenya")]),
    ("The MFA of Kenya", [("Kenyan government", "government", "Kenya")]),
    ("Larkin League Secretary-General Ana Berg", [("Ana Berg", "person", None)]),
    ("Secretary-General Ana Berg", [("United Nations", "igo", None)]),
    ("Massimo Rossi, MSF's head of mission in northern Syria,", [("Massimo Rossi", "person", None)]),
    ("UNICEF chief Anna Berg", [("UNICEF", "igo", None)]),
    ("SARC President Dr Ahmad Attar", [("Ahmad Attar", "person", None)]),
    ("GOP Rep. Ana Berg", [("Ana Berg", "person", None)]),
    ("The GOP candidate, Ana Berg", [("Ana Berg", "person", None)]),
    ("GOP leaders", [("Republican Party", "party", None)]),
    ("A spokesman for Syria Civil Defence", [("White Helmets", "ngo", None)]),
    ("Figures released by the Bank of Larkin", [("Bank of Larkin", "agency", None)]),
    ("Statistics issued by Kenya's interior ministry", [("Kenyan government", "government", "Kenya")]),
    ("A list kept by Human Rights Watch", [("Human Rights Watch", "ngo", None)]),
    ("Papers seen by Reuters", [("papers", "document", None)]),
    ("Anna Berg, a spokeswoman for Amnesty International,", [("Amnesty International", "ngo", None)]),
    ("A report by Human Rights Watch", [("Human Rights Watch", "ngo", None)]),
    ("Figures from Médecins Sans Frontières", [("Doctors Without Borders", "ngo", None)]),
    ("The UN refugee agency", [("UNHCR", "igo", None)]),
    ("The U.N. Office for the Coordination of Humanitarian Affairs", [("OCHA", "igo", None)]),
    ("Joao Silva, Brazil’s deputy health minister,", [("Brazilian government", "government", "Brazil")]),
    ("Turkish President Kemal Aydin", [("Turkish government", "government", "Turkey")]),
    ("Kemal Aydin, an opposition politician,", [("Kemal Aydin", "person", None)]),
    ("Former Turkish President Kemal Aydin", [("Kemal Aydin", "person", None)]),
    ("Economist Anna Berg", [("Anna Berg", "person", None)]),
    ("Dr. Anna Berg, director of the Northern Policy Institute,", [("Anna Berg", "person", None)]),
    ("Ms. Berg", [("Berg", "person", None)]),
    (
        "Rights groups and local media",
        [("rights groups", "collective", None), ("local media", "collective", None)],
    ),
    (
        "Official figures from Chad and Niger",
        [("Chadian government", "government", "Chad"), ("Nigerien government", "government", "Niger")],
    ),
    (
        "Both Cairo and Amman",
        [("Egyptian government", "government", "Egypt"), ("Jordanian government", "government", "Jordan")],
    ),
    ("The indictment", [("indictment", "document", None)]),
    ("The regional health department", [("regional health department", "agency", None)]),
    ("Residents", [("residents", "collective", None)]),
    ("The Taliban", [("Taliban", "party", "Taliban")]),
    ("Syrian rebels", [("Syrian rebels", "party", "Syria")]),
    ("A senior Israeli official who asked not to be named", [("Israeli government", "government", "Israel")]),
    ("A source who spoke on condition of anonymity", [("source", "anonymous", None)]),
    ("The Pentagon", [("US government", "government", "United States")]),
    ("Human Rigths Watch", [("Human Rights Watch", "ngo", None)]),
    ("The governor of East Java", [("governor of East Java", "anonymous", None)]),
    ("The Committee on Missing Persons", [("Committee on Missing Persons", "agency", None)]),
    ("Ecuador's National Secretariat for Risk", [("National Secretariat for Risk", "agency", "Ecuador")]),
    ("The police commissioner, Mike Bush,", [("police", "forces", None)]),
    ("The Chilean Red Cross", [("Chilean Red Cross", "ngo", "Chile")]),
    ("The Greek coast guard", [("Greek coast guard", "agency", "Greece")]),
    ("Two people familiar with the plan", [("two people familiar with the plan", "anonymous", None)]),
    ("A spokeswoman for the regional hospital", [("regional hospital", "agency", None)]),
    ("The statistics office", [("statistics office", "agency", None)]),
    ("A village elder, Deng Majok,", [("Deng Majok", "person", None)]),
    ("Secretary-General Antonio Guterres", [("United Nations", "igo", None)]),
    ("Economists polled by Reuters", [("economists", "collective", None)]),
    ("A survey of 2,000 adults by YouGov", [("YouGov", "ngo", None)]),
    ("A Larkin Times poll of Republicans", [("Larkin Times", "agency", None)]),
    ("An LRP poll for Monday's newspapers", [("LRP", "agency", None)]),
    ("A Larkin/Gallup poll", [("Larkin", "agency", None), ("Gallup", "ngo", None)]),
    ("An ABC News-Larkin poll", [("ABC News", "media", "United States"), ("Larkin", "agency", None)]),
    ("Bill McAllister", [("Bill McAllister", "person", None)]),
    ("An Iowa poll", [("Iowa poll", "document", None)]),
    ("A Republican poll", [("Republican poll", "document", None)]),
    ("Betfair odds", [("Betfair", "agency", None)]),
    ("One leading economist on wage issues", [("leading economist", "anonymous", None)]),
    ("Larkin Police Command", [("Larkin police", "forces", None)]),
    ("A source at Hama Police Command", [("Hama police", "forces", None)]),
    ("The Peruvian police command", [("Peruvian police", "forces", "Peru")]),
    ("Two pro-opposition groups", [("pro-opposition groups", "collective", None)]),
    ("Medical sources in the town", [("medical sources", "collective", None)]),
    ("An activist in the besieged city", [("activist", "anonymous", None)]),
    ("The Kurdish National Council", [("Kurdish National Council", "agency", "Iraqi Kurdistan")]),
    ("The Peruvian National Security Council", [("Peruvian government", "government", "Peru")]),
    ("Activists in Varna", [("activists in Varna", "collective", None)]),
    ("A school in the town", [("school in the town", "agency", None)]),
    ("The State radio and television", [("State radio and television", "agency", None)]),
    ("Rebels and state television", [("rebels", "collective", None), ("state television", "anonymous", None)]),
    ("Insurgents and state media", [("insurgents", "collective", None), ("state media", "collective", None)]),
    (
        "Oxfam and combatant sources on both sides",
        [("Oxfam", "ngo", None), ("combatant sources", "collective", None)],
    ),
    ("Two Syrian rebel commanders", [("Syrian rebels", "party", "Syria")]),
    ("A commander of Yemeni rebels", [("Yemeni rebels", "party", "Yemen")]),
    ("Ukrainian separatist leaders", [("Ukrainian rebels", "party", "Ukraine")]),
    ("Thomson Reuters data", [("Thomson Reuters", "agency", None)]),
    ("Larkin\u00a0University", [("Larkin University", "agency", None)]),
    ("The Finnish Teachers' Union", [("Finnish Teachers' Union", "agency", "Finland")]),
]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert sources(f"{phrase} said 731 people had died.") == expected


POLLS = [
    ("The agency Larkin also published a survey that found 731 people had left.", ["Larkin"]),
    ("Support was at 731 percent, a rise that the pollster, Larkin, showed in a poll on Monday.", ["Larkin"]),
    ("A poll by Larkin came out. In the latest Larkin poll, 731 of 900 agree.", ["Larkin"]),
    ("A YouGov poll, published on Friday, found 40 percent agree. The poll showed 731 people left.", ["YouGov"]),
]


@pytest.mark.parametrize(("text", "names"), POLLS)
def test_a_poll_is_whose_the_article_tells(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in sources(text)] == names


def test_a_later_surname_is_the_office_holder() -> None:
    text = "Omar Said, the deputy interior minister of Tunisia, came. 731 people had died, Said said."
    assert sources(text) == [("Tunisian government", "government", "Tunisia")]


NAMESAKES = [
    ("Rep. Jim Jordan came. 731 people had died, Mr. Jordan said.", "Jim Jordan"),
    ("Rep. Jim Jordan came. 731 people had died, Jordan said.", "Jim Jordan"),
    ("Representative Jim Jordan said 731 people had died.", "Jim Jordan"),
    ("Jordan, a lawmaker, said 731 people had died.", "Jordan"),
    ("Jordan Peele said 731 people had died.", "Jordan Peele"),
    ("Jack London said 731 people had died.", "Jack London"),
    ("Ms. Paris said 731 people had died.", "Paris"),
    ("King Abdullah of Jordan said 731 people had died.", "Jordanian government"),
    ("Jordan said 731 people had died.", "Jordanian government"),
]


@pytest.mark.parametrize(("text", "name"), NAMESAKES)
def test_people_with_a_countrys_name(text: str, name: str) -> None:
    assert [one for one, _, _ in sources(text)] == [name]


def test_a_headline_gives_no_first_name() -> None:
    text = "Sheriff Endorses Rick Perry For Town\n\nThe sheriff met Rick Perry. 731 people had died, Perry said."
    assert [one for one, _, _ in sources(text)] == ["Rick Perry"]


ALIKE = [
    ("Human Right Watch", "Human Rights Watch"),
    ("The Bureau of Labour Statistics", "Bureau of Labor Statistics"),
    ("The John Hopkins University", "Johns Hopkins University"),
    ("The Southern Poverty Law Centre", "Southern Poverty Law Center"),
]
UNLIKE = ["Reserve Bank of Indiana", "Federal Electoral Commission", "Kyiv School of Economy"]


@pytest.mark.parametrize(("written", "known"), ALIKE)
def test_a_body_spelled_otherwise_is_noted(written: str, known: str) -> None:
    found = said(f"{written} said 731 people had died.")
    assert found is not None
    assert [source.name for source in found.sources] == [known]
    assert [known in note for note in found.notes] == [True]


@pytest.mark.parametrize("written", UNLIKE)
def test_a_like_name_of_another_body_is_kept(written: str) -> None:
    assert [name for name, _, _ in sources(f"The {written} said 731 people had died.")] == [written]


SHORT = [
    ("The Observatory", "Syrian Observatory for Human Rights"),
    ("The Britain-based monitor", "Syrian Observatory for Human Rights"),
    ("Observatory spokesman Rami Nasser", "Syrian Observatory for Human Rights"),
    ("Observatory director Rami Nasser", "Syrian Observatory for Human Rights"),
    ("Katanga's Ministry of Defence", "Katanga's Ministry of Defence"),
    ("It", "Syrian Observatory for Human Rights"),
    ("He", "unnamed speaker"),
]


@pytest.mark.parametrize(("phrase", "name"), SHORT)
def test_short_forms_of_a_body_named_before(phrase: str, name: str) -> None:
    text = f"The Syrian Observatory for Human Rights opened in May. {phrase} put the toll at 731 deaths."
    assert [one for one, _, _ in sources(text)] == [name]


@pytest.mark.parametrize(
    ("speakers", "names"),
    [
        ("police and hospital officials", ["Iraqi government"]),
        ("security and medical sources", ["Iraqi government"]),
        ("doctors and nurses", ["doctors", "nurses"]),
        ("rights monitors and rescue volunteers", ["rescue volunteers", "rights monitors"]),
    ],
)
def test_two_who_speak_behind_a_clause_that_counts_are_no_list_with_the_counted(
    speakers: str, names: list[str]
) -> None:
    text = f"Bombs hit a market in Baghdad on Sunday, killing 731 people, {speakers} said."
    assert sorted(one for one, _, _ in sources(text)) == names


def test_the_official_is_the_one_told_of_before() -> None:
    text = "An official of the Kenyan health ministry came. The official said 731 people had died."
    assert sources(text) == [("Kenyan government", "government", "Kenya")]


def test_a_toll_is_whose_name_it_bears() -> None:
    text = "The Syrian Observatory for Human Rights opened. According to an Observatory toll, 731 people died."
    assert [one for one, _, _ in sources(text)] == ["Syrian Observatory for Human Rights"]


ISSUED = [  # who spoke before, the document gone back to, whose it is
    ("The Kenyan army said in a joint statement that roads were shut. Rain fell.", "The statement", "Kenyan military"),
    ("In its latest bulletin, the Kenyan health ministry said rain fell.", "The bulletin", "Kenyan government"),
    ("Kenya's health ministry reported on May 3 that rain fell.", "The report", "Kenyan government"),
    (
        "Amnesty International released a report on Monday. The report tells of rain.",
        "The report",
        "Amnesty International",
    ),
    ("Kenya's army said on Monday that roads were shut. Rain fell.", "The statement", "Kenyan military"),
    ("Kenya's army said on Monday that roads were shut. Rain fell.", "The survey", "survey"),
    ("Two guards said in a statement that roads were shut.", "The statement", "statement"),
    ("A leaked report tells of rain. Kenya's army said on Monday that roads were shut.", "The report", "report"),
]


@pytest.mark.parametrize(("before", "document", "name"), ISSUED)
def test_a_document_told_of_before_is_whose_it_was(before: str, document: str, name: str) -> None:
    assert [one for one, _, _ in sources(f"{before} {document} said 731 people had died.")] == [name]


def test_the_ministry_is_not_of_who_lost_men() -> None:
    text = (
        "The Kenyan Defense Ministry spoke. Somalia lost 40 men, the ministry said. It lost 731 men, the ministry said."
    )
    assert [one for one, _, _ in sources(text)] == ["Kenyan government"]


def test_a_defence_ministry_is_of_who_spoke_right_before() -> None:
    text = "The defence ministry in Bamako named its pilot. Kenya said it won. The defence ministry said 731 men fell."
    assert [one for one, _, _ in sources(text)] == ["Kenyan government"]


STATES = [
    (
        "Peru is ready to take 731 men from the Chadian islands, a senior government official said.",
        "Peruvian government",
    ),
    ("A raid in Chad and Peru cost 731 lives, a senior government official said.", "senior government official"),
    ("Authorities said 731 died in Georgia. Larkin County Sheriff Tom Roe spoke of Georgia.", "authorities"),
    ("Authorities said 731 died in Georgia. Tom Roe spoke of Georgia.", "Georgian government"),
    ("The authorities in Tbilisi spoke. In Peru 731 men died, the authorities said.", "Peruvian government"),
    (
        "The authorities in Tbilisi said so. In Abkhazia 731 men died, the de facto authorities said.",
        "Abkhaz government",
    ),
    ("The authorities in Tbilisi said so. There 731 men died, the authorities said.", "Georgian government"),
    ("Baku's last official claim is 731 dead; it has said no more.", "Azerbaijani government"),
]


@pytest.mark.parametrize(("text", "name"), STATES)
def test_whose_officials_are_told_by_who_acts_and_what_the_land_has(text: str, name: str) -> None:
    assert [one for one, _, _ in sources(text)] == [name]


def test_a_firm_goes_by_its_short_name_where_the_article_has_it() -> None:
    text = "The software firm Blendix Corp said it sold 731 houses. On Monday shares of Blendix fell."
    assert sources(text) == [("Blendix", "agency", None)]
    assert sources(text.replace("of Blendix fell", "fell")) == [("Blendix Corp", "agency", None)]


def test_an_age_does_not_make_a_speaker_a_count() -> None:
    text = 'Roe, the chief, said a man ran.\n\nTom Berg, 53, told a paper that he ran. "There were 731," he said.'
    assert sources(text) == [("Tom Berg", "person", None)]


def test_a_faith_is_no_first_name() -> None:
    text = "Mainly Christian Armenia spoke. On Monday Armenia said 731 men fell."
    assert [one for one, _, _ in sources(text)] == ["Armenian government"]


def test_he_is_no_sea_and_no_building() -> None:
    for place in ("in the Red Sea port of Aden", "at the Larkin Medical Complex", "in Larkin Square"):
        text = f"Ali Kadar, a doctor, said rain fell. They met {place}. He said 731 people had died."
        assert [one for one, _, _ in sources(text)] == ["Ali Kadar"]


NO_BODY = ["The car bomb shook the suburb.", "Thirteen people left.", "State television showed the square."]


@pytest.mark.parametrize(
    "before",
    [
        "Perhaps many fell. They said",
        "Nowadays many fall. They said",
        "My sister's house lost its roof. The state paid her. I would say",
    ],
)
def test_a_pronoun_is_no_adverb_and_nothing_owned(before: str) -> None:
    assert sources(f"{before} 731 people died.") == [("unnamed speaker", "anonymous", None)]


@pytest.mark.parametrize("before", NO_BODY)
def test_a_pronoun_is_no_bomb_and_no_crowd(before: str) -> None:
    for pronoun in ("It", "He"):
        found = sources(f"{before} {pronoun} said 731 people had died.")
        assert found in ([("unnamed speaker", "anonymous", None)], [("state television", "anonymous", None)])


LENT = [
    "The American Red Cross sent tents.",
    "The Norwegian Refugee Council sent tents.",
    "The University of Ghana sent tents.",
    "Doctors of the German Institute of Health sent tents.",
]


@pytest.mark.parametrize("before", LENT)
def test_no_country_is_taken_from_the_name_of_a_body(before: str) -> None:
    assert [side for _, _, side in sources(f"{before} The Interior Ministry said 731 people had died.")] == [None]


def test_institution_words_are_lower_case() -> None:
    for institution in RULES.pack("institutions", Institution):
        assert institution.words == institution.words.lower()


def test_every_cue_has_examples() -> None:
    assert [cue.id for cue in RULES.pack("cues", Cue) if not (cue.yes and cue.no)] == []


@pytest.mark.parametrize("region", ["Central America", "Latin America", "South America"])
def test_a_part_of_a_continent_is_no_country(region: str) -> None:
    assert [kind for _, kind, _ in sources(f"Officials in {region} estimated that 731 people had died.")] != [
        "government"
    ]
    assert sources("Officials in America estimated that 731 people had died.")[0][1] == "government"


GROUND = [
    ("A ferry sank off Cebu in the Philippines.", "officials", "Philippine government"),
    ("LIMA, May 3 (Reuters) - A bus fell into a gorge in Peru.", "a senior disaster official", "Peruvian government"),
    ("A wall fell in Kathmandu, Nepal. Nepal mourns.", "local police chief Ram Thapa", "Nepalese police"),
    ("A wall fell in Kathmandu, Nepal. Nepal mourns.", "Ram Thapa, a local police officer,", "Nepalese police"),
    ("A wall fell in Nepal. Nepal mourns.", "police", "Nepalese police"),
    ("Shops burned in Ghana.", "district officials at the scene", "Ghanaian authorities"),
    (
        "A depot burned in Transnistria after Moldova and Russia met.",
        "separatist officials",
        "Transnistrian government",
    ),
    ("A depot burned in Abkhazia, near Georgia.", "the breakaway region's health ministry", "Abkhaz government"),
    ("A depot burned in Abkhazia, near Georgia.", "the leader of the self-proclaimed republic", "Abkhaz government"),
    ("A depot burned in Abkhazia, near Georgia.", "separatist leader Tom Roe", "Abkhaz government"),
    ("A depot burned.", "separatist authorities in Abkhazia", "Abkhaz government"),
    ("A depot burned in Abkhazia, near Georgia.", "the breakaway party's officials", "breakaway party's officials"),
    ("Shells fell on a village in Ghana near Togo. Togo and Ghana blamed each other.", "officials", "officials"),
    ("Rebels hold the north of Ghana. Ghana shelled it.", "officials", "officials"),
    ("The World Bank lends more to Ghana. Ghana asked it for help.", "officials", "officials"),
    ("Shops burned in Ghana.", "company officials", "company officials"),
    ("Shops burned in Ghana.", "union officials", "union officials"),
    ("Shops burned in Ghana.", "rebel police", "police"),
]


@pytest.mark.parametrize(("before", "speaker", "name"), GROUND)
def test_officials_serve_the_one_state_in_which_all_takes_place(before: str, speaker: str, name: str) -> None:
    text = f"{before} At least 731 homes burned, {speaker} said on Monday."
    assert [one for one, _, _ in sources(text)] == [name]


def test_who_come_from_a_land_do_not_make_its_government_speak() -> None:
    text = "Four Peruvian tourists died. Some 731 Peruvian tourists died in the hills of Kenya, the government said."
    assert [one for one, _, _ in sources(text)] == ["Kenyan government"]


LOOKED_BACK = [  # what comes before, who is told to speak, whose it is
    ("Amnesty International, which works there, has not changed", "its estimate of", ["Amnesty International"]),
    ("Fire spread to a clinic of Oxfam in Lima, where rebels rule.", "The aid group spoke of", ["Oxfam"]),
    ("Peruvian state TV said it rained. It is wet.", "The state-run network spoke of", ["Peruvian state television"]),
    ("KDF said that it rained.", "It put the toll at", ["KDF"]),
    ("Hillary Roe said that it rained. John Berg wept. Roe left.", "He put the toll at", ["John Berg"]),
    (
        "A market burned.",
        "Activists in the Syrian Revolution Commission reported",
        ["activists in the Syrian Revolution Commission"],
    ),
    ("A market burned.", "An officer near Larkin reported", ["officer near Larkin"]),
    ("A market burned.", "A protester outside the Iranian embassy reported", ["protester outside the Iranian embassy"]),
    ("Rebels fled. The US-led coalition had hit them.", "Coalition spokesman Tom Roe spoke of", ["US-led coalition"]),
    ("A market burned.", "A local official and residents reported", ["local official", "residents"]),
    ("A market burned.", "Doctors and a relative of one victim reported", ["doctors and a relative of one victim"]),
    ("A market burned.", "A spokesperson for the Larkin Road Hospital reported", ["Larkin Road Hospital"]),
    ("A market burned.", "Ana Berg, a lawyer who pleads at the European Court of Human Rights, reported", ["Ana Berg"]),
    ("A market burned.", "Ana Berg, the president of the foundation, reported", ["Ana Berg"]),
    ("Ana Roe said it was over, though officer Kim Ray said no. We lost 731 homes, she said.", "Of", ["Ana Roe"]),
    ("Tom Roe said it rained. The bill has 731 work and project teams, he added.", "Of", ["Tom Roe"]),
    ("Tom Roe said it rained. His brother among them, there were 731 dead, he said.", "Of", ["Tom Roe"]),
    ("The Saba news agency reported rain.", "The agency, which rebels control, reported", ["Saba news agency"]),
    ("LIMA, May 3 (AFP) - It rained in Peru.", "Interior ministry figures show", ["Peruvian government"]),
    ("A market burned.", "The General Confederation of Labour reported", ["General Confederation of Labour"]),
    ("Oregon Gov. Ana Berg wept.", "The governor reported", ["Ana Berg"]),
    ("Men lay in the Larkin Road Hospital.", "A hospital spokesman reported", ["Larkin Road Hospital"]),
    ("Larkin Road Hospital and Varna Hospital took men in.", "A hospital spokesman reported", ["hospital spokesman"]),
    ("Shops burned in Ghana.", "The acting director of the National Disaster Center reported", ["Ghanaian government"]),
    ("Shops burned in Ghana.", "Ana Berg, head of the Rescue Agency, reported", ["Ghanaian government"]),
    ("PERTH, Australia - Shops burned in Fiji.", "The Rescue Agency reported", ["Fijian government"]),
    ("Shops burned in Ghana.", "A military spokesman reported", ["Ghanaian military"]),
    ("A market burned in Chad.", "According to an updated Interior ministry toll there were", ["Chadian government"]),
    ("A market burned in Chad.", "The latest health ministry bulletin reported", ["Chadian government"]),
    ("A market burned in Chad.", "A new official report put it at", ["Chadian government"]),
    ("A market burned.", "Initial reports indicate", ["initial reports"]),
    ("A market burned.", "Preliminary reports suggest", ["preliminary reports"]),
    ("A market burned.", "An aide, whose brother is Tom Roe, reported", ["aide"]),
    ("A market burned.", "A lawyer for Berg, whose legal name is Ana Roe, reported", ["lawyer for Berg"]),
    ("A market burned.", "The UN children's organisation Unicef reported", ["UNICEF"]),
    ("A market burned.", "The UN children's fund reported", ["UNICEF"]),
    ("A market burned.", "The UN aid agency for Gaza, UNRWA, reported", ["UNRWA"]),
    ("A market burned.", "The United Nations World Food Programme reported", ["World Food Programme"]),
    ("A market burned.", "The European Union border agency Frontex reported", ["Frontex"]),
    ("A market burned.", "The Lebanon-based A-Larkin TV reported", ["A-Larkin TV"]),
    ("A market burned.", "Iran's Larkin news agency reported", ["Larkin news agency"]),
    ("A market burned.", "Peruvian State Television reported", ["Peruvian state television"]),
    ("A market burned.", "Larkin’s lawyers reported", ["Larkin's lawyers"]),
    (
        "A market burned.",
        "A Larkin Bank official and a senior Varna Mill official reported",
        ["Larkin Bank official", "senior Varna Mill official"],
    ),
    (
        "A clerk and a source close to Larkin Bank wept.",
        "The source close to the bank reported",
        ["source close to the bank"],
    ),
    (
        "A market burned in Chad.",
        "According to the last official report published Monday there were",
        ["Chadian government"],
    ),
    ("A market burned in Chad.", "According to the latest government death toll there were", ["Chadian government"]),
    ("A market burned in Chad.", "According to a health ministry death toll there were", ["Chadian government"]),
    ("A market burned in Chad.", "According to an official report published by Oxfam there were", ["Oxfam"]),
    ("Clinics say that they have files which show", "", ["Clinics"]),
    ("Chadian Prime Minister Ana Berg spoke in Mali.", "Shops burned. The PM reported", ["Chadian government"]),
    ("Mali hosted Chad's foreign minister.", "“It was bad,” the FM said. The FM reported", ["Chadian government"]),
    ("The Peak Mine (PM) shut in Chad.", "The PM reported", ["Peak Mine"]),
    ("Mali's Prime Minister met Chad's Prime Minister.", "The PM reported", ["PM"]),
    ("The prime ministers of Mali and Chad met.", "The PM reported", ["PM"]),
    ("Mali's Prime Minister met the king of Chad.", "The PM reported", ["Malian government"]),
]


@pytest.mark.parametrize(("before", "told", "names"), LOOKED_BACK)
def test_whom_the_article_told_of_before(before: str, told: str, names: list[str]) -> None:
    text = f"{before} {told} 731 deaths in the first of two bad weeks."
    assert [one for one, _, _ in sources(text)] == names


def test_where_no_union_has_states_none_is_found() -> None:
    plain = Country(id="MADE1", name="Larkland")
    union = Country(id="MADE2", name="Norland", states="Osk; Ava Coast")
    tables = [atlas(Rules({"countries": countries}, "made")) for countries in ((plain,), (plain, union))]
    assert [table.state_of_union.findall("In Ava Coast and Osk, 40 died") for table in tables] == [
        [],
        ["Ava Coast", "Osk"],
    ]


def test_it_said_is_who_spoke_before_and_no_place_inside() -> None:
    text = "According to Oxfam, it rained. There were 731 deaths near Houston, it said."
    assert [one for one, _, _ in sources(text)] == ["Oxfam"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ministry of Defense: losses of the enemy reached 731\n\nThe Kenyan army destroyed tanks of the enemy. The "
            "Somali Defense Ministry called it fantasy.",
            "Kenyan government",
        ),
        (
            "The Somali army shelled our positions. In return 731 of them fell, the Defense Ministry informs. Kenya's "
            "army has no losses.",
            "Kenyan government",
        ),
        (
            "The Defense Ministry said 731 men fell, Azertac reports. Azerbaijan has no losses. The Armenian Defense "
            "Ministry denied it.",
            "Azerbaijani government",
        ),
        (
            "The Ministry of Defence put the toll of Somali attacks on Kenya at 731. The enemy fired 40 shells.",
            "Kenyan government",
        ),
        ("The Ministry of Defence put the toll of Somali attacks on Kenya at 731. Rain fell.", "Ministry of Defence"),
        ("Kenya: 731 killed in shelling, prosecutors say\n\nShells fell on Monday.", "Kenyan government"),
        ("Kenya: 731 killed in shelling, Somali officials say\n\nShells fell on Monday.", "Somali government"),
        ("Somalia has 731 dead and Gaza, too; its health ministry keeps a list.", ""),
        ("Gaza counted its dead; later its health ministry put the toll at 731. Israel's ministry was silent.", "Gaza"),
    ],
)
def test_a_bare_ministry_is_of_the_side_that_the_article_takes(text: str, name: str) -> None:
    found = [one for one, _, _ in sources(text)]
    assert [one[: len(name)] for one in found[:1]] == ([name] if name else [])


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ("Malian army; Army", "Chadian military"),
        ("Malian army; Investigative Committee", "Chadian government"),
        ("Malian army; Nigerien army", "Nigerien military"),
    ],
)
def test_a_body_of_a_table_is_of_the_land_whose_numbers_it_gives(bodies: str, expected: str) -> None:
    rows = f"May 3 | 40 | 12 | Malian army; Malian army\nMay 9 | 60 | 731 | {bodies}"
    text = f"How the counts moved\n\nDate | Mali: killed | Chad: killed | Who says so\n{rows}\n"
    assert [name for name, _, _ in sources(text)] == [expected]
