"""Who says a number: case tables, one row a sentence. The number asked about stands in [brackets]."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from clock import GRAIN, assert_in_proportion, took
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.pipeline import load_rules
from claimcheck.records import Article, Attribution, Segments
from claimcheck.stages.attribute import attribute, mentions
from claimcheck.stages.segment import segment

RULES = load_rules()
_ASKED = re.compile(r"\[([^\]]+)\]")


def asked(marked: str) -> tuple[str, list[Attribution | None]]:
    """The text without its marks, and who says each marked number."""
    spans, text, at = [], "", 0
    for found in _ASKED.finditer(marked):
        text += marked[at : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    text += marked[at:]
    article = Article.from_text(text)
    return text, list(attribute(article, segment(article, RULES), spans, RULES))


def speaker(marked: str) -> str | None:
    """The words for the speaker of the first marked number."""
    text, found = asked(marked)
    return text[slice(*found[0].speaker)] if found[0] is not None and found[0].speaker is not None else None


def names(marked: str) -> list[list[str]]:
    """The canonical sources of every marked number."""
    return [[source.name for source in one.sources] if one is not None else [] for one in asked(marked)[1]]


INDIRECT = [
    ("It came late. Peru's health ministry: [40] dead.", "Peru's health ministry"),
    (
        "[40] men drowned. It was informed on Thursday by the press service of the navy.",
        "the press service of the navy",
    ),
    ("Peru has at last admitted that [40] of its men drowned.", "Peru"),
    ("The railway side has told that [40] coaches jumped.", "The railway side"),
    ("So far, says the roads ministry, [46,000] are ready.", "the roads ministry"),
    ("[40] bodies have been found. This was told to reporters by the mayor of Varna.", "the mayor of Varna"),
    ("The navy's tally for the whole coast is [40] boats.", "The navy"),
    ("Peru's own figure for its dead is [722].", "Peru"),
    ("The board lost. Its last list, issued in May, had [40] names.", "Its"),
    ("Peru wants them back: by its reckoning, [40] men are held in Varna.", "its reckoning"),
    ("By the first data of the Roads Ministry the closed bridges were [40], one of them new.", "the Roads Ministry"),
    ("[Hundreds of thousands], in the opinion of the mines board; it wants the maps.", "the mines board"),
    ("More than 300 sleep outside, [100] of them children by the reckoning of the navy.", "the navy"),
    ("The Ministry of Works stood by [163] and has more on its list.", "The Ministry of Works"),
    ("Peru lists [2,908] fallen sailors.", "Peru"),
    ("Peru counts 3,488 islands, Chile only about [2,000].", "Chile"),
    ("In Varna [1,511] men have drowned since the storm, the Larkin Board has recorded.", "the Larkin Board"),
    ("The deaths of [37] sailors were documented by the board's researchers.", "the board's researchers"),
    ("It was announced by the mayor that [40] homes collapsed.", "the mayor"),
    ("[40] bodies were found, wrote on Facebook the spokeswoman of the navy.", "the spokeswoman of the navy"),
    ("They shelter in Varna, where [over 30,000] are fed as per the Roads Ministry.", "the Roads Ministry"),
    ("09:25 Varna Railway's Ana Berg puts the number killed at [261].", "Varna Railway's Ana Berg"),
    ("On Monday, the mayor, Ana Berg, said [40] homes burned down.", "the mayor, Ana Berg"),
    ("Last month, the most senior officer, Tom Roe, said [40] men had died.", "the most senior officer, Tom Roe"),
    ("Two weeks later, the mayor, Ana Berg, said [40] homes had burned.", "the mayor, Ana Berg"),
    ("The town was spared, but the mayor, Ana Berg, said [40] homes burned.", "the mayor, Ana Berg"),
    ("It came in August, when the army chief, Tom Roe, said [40] men had died.", "the army chief, Tom Roe"),
    ("‘We lost [40] homes,’ she told Today.", "she"),
    ("The mayor said [40] homes burned down.", "The mayor"),
    (
        "The mayor of Varna, who visited the camp, said [40] homes burned down.",
        "The mayor of Varna, who visited the camp",
    ),
    ("[40] homes burned down, the mayor said.", "the mayor"),
    ("[40] homes burned down, said the mayor, a former teacher.", "the mayor, a former teacher"),
    ("At least [40] homes, the mayor said on Monday, had burned down.", "the mayor"),
    ("According to the mayor, [40] homes burned down.", "the mayor"),
    ("The fire destroyed [40] homes, according to the mayor.", "the mayor"),
    ("The fire, according to the mayor, destroyed [40] homes.", "the mayor"),
    ("The mayor told Reuters that [40] homes had burned down.", "The mayor"),
    ("The mayor told reporters in Varna [40] homes had burned down.", "The mayor"),
    (
        "The Relief Union, which runs the camps, said [900] families had arrived.",
        "The Relief Union, which runs the camps",
    ),
    ("The ministry says its figures show [900] families had arrived.", "its figures"),
    ("The governor put the toll at [31].", "The governor"),
    ("The union puts the number of strikers at [12,000].", "The union"),
    ("The ministry's figures show [31] deaths.", "The ministry's figures"),
    ("A report by the Relief Union found that [31] people had died.", "A report by the Relief Union"),
    ("The economist estimates that [31] percent of the harvest is lost.", "The economist"),
    ("Health officials reported [312] new infections on Tuesday.", "Health officials"),
    ("The company announced on Friday it would cut [4,000] jobs.", "The company"),
    ("By the ministry's count, [31] people have died.", "the ministry's count"),
    ("As of Monday, [31] people had died, per the ministry.", "the ministry"),
    ("The toll, the ministry said, had reached [31].", "the ministry"),
    ("The flood killed [31] people, the ministry said on Sunday: [20] in Varna and [11] in Burgas.", "the ministry"),
    ("A tremor shook Varna, killing [31] people, the ministry said.", "the ministry"),
    ("The state plans to move [31] families by spring, officials said.", "officials"),
    ("As informed by the ministry, in the last day there were [31] deaths.", "the ministry"),
    ("The organisers had spoken of [31,000] marchers.", "The organisers"),
    ("In the blast [31] people died, the ministry confirmed.", "the ministry"),
    ("Speaking in Varna, the mayor said [40] homes burned down.", "the mayor"),
    ("The mayor, who left, said [half] the homes burned down.", "The mayor, who left"),
    ("In the deal she outlined on Monday, Mrs. Roe offered to stay, and said she would sell [40] homes.", "Mrs. Roe"),
    ("Roe used fine words to beat up on his rival: “He will cut [40] jobs.”", "Roe"),
    ("Mr. Roe produced visitor records that he said indicated that Koch came [40] times.", "he"),
    ("Added Berg: “We lost [40] homes.”", "Berg"),
    ("Ling Wu, a poet, said she lost [40] homes.", "Ling Wu, a poet"),
    ("Spring, a charity, said it lost [40] homes.", "Spring, a charity"),
    ("Going home, a poet said she lost [40] homes.", "a poet"),
    ("al-Shabaab said [40] soldiers fell.", "al-Shabaab"),
    ("A ship with [40] men ran aground, the port said in a statement late on Sunday.", "the port"),
    (
        "According to the Office of the Historian, the only two cases in which a full text of it was read in the hall "
        "was in May, when [40] members came.",
        "the Office of the Historian",
    ),
    ("The storm was [40] miles off the coast, the National Hurricane Center said.", "the National Hurricane Center"),
    ("The mayor promised in June to hire [40] nurses.", "The mayor"),
    ("A judge at the Chilean supreme court said [40] cases were open.", "A judge at the Chilean supreme court"),
    ("The rebels claimed their men killed [40] soldiers.", "The rebels"),
    ("The mayor has also said that [40] homes burned down.", "The mayor"),
    ("The mayor on Monday said [40] homes burned down.", "The mayor"),
    ("The mayor in a statement said [40] homes burned down.", "The mayor"),
    ("The mayor visited the street and said [40] homes had burned.", "The mayor"),
    ("The mayor called for help, saying [40] homes had burned.", "The mayor"),
    ("As the mayor said, [40] homes burned down.", "the mayor"),
    ("Satellite images show [40] homes were destroyed, analysts say.", "analysts"),
    ("Records show the firm paid [$40,000].", "Records"),
    ("The firm paid [$40,000], records show.", "records"),
    ("[40] homes burned, the police said on their Twitter and Facebook pages.", "the police"),
    ("[40] homes burned, the police said in a statement and on their website.", "the police"),
    ("The mayor said in a statement and a tweet that [40] homes burned.", "The mayor"),
    ("Larkin Games, popularly called LG, said [40] people left.", "Larkin Games, popularly called LG"),
    ("The union say [40] people left.", "The union"),
    ("The BBC, a broadcaster, say [40] people left.", "The BBC, a broadcaster"),
    ("The mayor say [40] people left.", None),
    ("He helped the union say [40] people left.", None),
    ("The firm, formerly named Berg, said it lost [40] people.", "The firm, formerly named Berg"),
    ("Dr. Ana Berg of the Larkin Centre, said there were [31] cases.", "Dr. Ana Berg of the Larkin Centre"),
    ("An expert on minimum wage issues said it would cost [40] jobs.", "An expert on minimum wage issues"),
    ("Despite the alarm, it has claimed [one] casualty: the mill shut in May.", None),
    ("Berg, who has posted [three] runner-up finishes in four years, fell.", None),
    ("A weak forecast from Larkin sent the index down [3] percent.", None),
    ("Larkin's gloomy forecast sent the index down [3] percent.", None),
    ("An economist forecast growth of [3] percent.", "An economist"),
    ("The river rose and according to state officials damaged nearly [80] homes.", "state officials"),
    ("Thousands fell, with the U.N. envoy giving a toll as high as [40,000].", "the U.N. envoy"),
    ("In a new Gallup poll, [31 percent] approve.", "a new Gallup poll"),
    ("Paul H. Berg, 43, a farmer from Ava, Mo., said he lost [40] cows.", "Paul H. Berg, 43, a farmer from Ava, Mo."),
    ("Police reported that [14] people had been arrested.", "Police"),
    ("The army claimed it had killed [200] rebels.", "The army"),
    ("The court ordered a recount after observers reported [200] irregularities.", "observers"),
    (
        "The minister claimed the strike had killed [14] fighters, while residents said 30 civilians died.",
        "The minister",
    ),
    ("The minister claimed the strike had killed 14 fighters, while residents said [30] civilians died.", "residents"),
    ("The agency recorded the quake's magnitude at [5.4], the institute at 5.6.", None),
    ("Police counted between [20,000] and 25,000 marchers.", "Police"),
    ("The navy later raised the toll to [149].", "The navy"),
    ("[40] tanks burned, informs the Ministry of Defence of Peru.", "the Ministry of Defence of Peru"),
    ("The strike drew [900] according to the union, 300 according to the firm.", "the union"),
    ("The strike drew 900 according to the union, [300] according to the firm.", "the firm"),
    ("According to the mayor, 16 died; the opposition says the number is [47].", "the opposition"),
    ("The Bank's estimate of [600,000] jobs is old.", "The Bank"),
    ("The rebels' claim to have sunk [12] boats was denied.", "The rebels"),
    ("Chad rejected the rebels' claims of having sunk [12] boats.", "the rebels"),
    ("Chad dismissed Nigerian claims of [40] dead.", "Nigerian"),
    ("The army's last claim is [40] dead.", "The army"),
    ("The firm's insurance claim is [40] euros.", None),
    ("The firm's claims were [40] percent higher.", None),
    ("Chad disputes Boko Haram's figure of [3,000] dead.", "Boko Haram"),
    ("Dealers hold Nigerian claims on [40] firms.", None),
    ("The rebels claimed to have killed [15] policemen.", "The rebels"),
    ("The rebels claimed 15 were killed; the governor's office said [five].", "the governor's office"),
    ("The rebels said the army lost 60 men; the army acknowledged [30] dead.", "the army"),
    (
        "Figures that the league released on Friday show [31] clubs in debt.",
        "Figures that the league released on Friday",
    ),
    ("Papers the union obtained show he was paid [$40,000].", "Papers the union obtained"),
    ("He said in a note that the league left and that [31] clubs owe money.", "He"),
    ("According to the met office, [31] mm of rain fell.", "the met office"),
    ("Larkin Trust estimates insured losses of [$40 million].", "Larkin Trust"),
    ("The mayor said the bus crashed after [40] people got on.", "The mayor"),
    ("The mayor reported 40 deaths as the flood spread to [12] towns.", "The mayor"),
    ("The panel bought [40] jets, the agency reported, quoting an official as saying.", "an official"),
    ("The number of deaths reported by hospitals reached [31].", "hospitals"),
    ("The number of deaths reported by hospitals rose to 31, and the mayor sent [40] nurses.", None),
]


@pytest.mark.parametrize(("marked", "expected"), INDIRECT)
def test_indirect_speech(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected


NOBODY = [
    "It was long. The ministry: [40] rooms and two halls.",
    "It was long. Chile's army: [50] dead.",
    "The navy's estimate of the losses is about [five] times what others admit.",
    "Peru's toll of the long war was [40].",
    "He raised 3 million and had [40] dollars in his campaign account.",
    "In the town's opinion page [40] letters ran.",
    "The silence about the board's numbers comes [two] days after the vote.",
    "Rail traffic: [48] trains cancelled.",
    "According to Oxfam, 40 people were killed in May. In August, soldiers shot [100] dead.",
    "According to Oxfam, 40 people were killed. Since the coup [100] have died.",
    "A doctor said 40 people were killed. [Nine] are in hospital.",
    "The army denied carrying out the raids on Monday, when [40] people died.",
    "The army denied shelling the town, where [40] people died.",
    "The death toll from Hurricane Ida is [40].",
    "For [40] women the joy of the day has given way to fear.",
    "The army reported 213 deaths. The total death toll therefore amounts to [400] deaths.",
    "The editor Tom Roe posted a piece (“Why I wept”) that included a film of [40] seconds.",
    "Tom Roe, back from talks in Osk with Mali and [12] other lands, said the target for ending the war was May.",
    "The mayor told farmers to leave the homes they have in the valley, days after [40] men died.",
    "Peruvian regulators told banks to guard their networks in the wake of news that a gang stole [$40 million].",
    "It took him [40] days to answer. In May, Ana Roe said that, like her brother, she would go.",
    "In all [40] men were lost. The mayor said this plan would end.",
    "In all [40] men were lost. The mayor said that Monday's attack was the last.",
    "In all [40] men were lost.\n\nThe mayor said this plan would end.",
    "In all [40] men were lost. That was denied by the mayor.",
    "In all [40] men were lost. This was said in Osk.",
    "The bank, which cut its main rate by 75 basis points to [6.00%] last month, wants more.",
    "The number of cholera cases confirmed in the north rose to [1,254].",
    "While the mayor says the fire was small, [40] homes burned.",
    "The bill has four parts and [nine] work and project teams.",
    "Miners blame the owner after a blast kills [40] in the north.",
    "The minister announced new rules after a fire killed [40] people.",
    "The union warned of more after a mine blast that killed [40] men.",
    "Asked in May, most wept. When asked whether the mayor's claim that they lied was true, [40 percent] laughed.",
    'The stops are as follows:\n\n"[40] Homes" and "The Bridge".',
    "The mayor left Varna [40] years ago after, according to his wife, the army burned his house.",
    "It had [two] columns, one for the facts reported by the mayor.",
    "He wrote a letter congratulating the mayor for establishing [40] schools.",
    "The navy said 12 boats sank. The port has more than [40] quays.",
    "[40] homes burned down on Monday.",
    "The economy added [40,000] jobs in May.",
    "The war claimed [30,000] lives.",
    "The storm left [40] people dead and the mayor without a home.",
    "The mayor was said to have [40] cousins.",
    "[47 percent] said they would vote.",
    "[Six in 10] say the mayor should go.",
    "Nearly [half] of voters say the mayor should go.",
    "The mayor met [40] farmers and the police chief.",
    "The country is home to [40] million people.",
    "After [31] people died, the mayor said he was sorry.",
    "Its [9 million] people speak three languages.",
    "The army found [187] bodies in the pit.",
    "The ministry has refused to speak of the [187] missing.",
    "The fire, said to be the worst in years, destroyed [40] homes.",
    "The state record for rain fell after [40] years.",
    "The mayor said nothing. The fire destroyed [40] homes.",
    "The mayor did not say how many. The fire destroyed [40] homes.",
    "Reports of the fire reached [40] towns.",
    "The firm reported to [40] regulators.",
    "The mayor wants to build [40] homes.",
    "A wish to build [40] homes is in the town's budget.",
    "Hurricane Matthew claimed [40] lives.",
    "The hospital admitted [40] patients.",
    "The club, named after its founder, has [40] members.",
    "The court heard that she took [96,000] pounds.",
    "The party maintains [40] offices in the north.",
    "The pay is [40] dollars per day.",
    "Dozens were trapped. [40] died.",
    "Almost half said they knew [four] of the men.",
    "Supporters of the mayor say by [55%] to 41% that she should stay.",
    "The share of farmers saying so rose by [28] points.",
    "It is a book by Ana Roe called “Yes: [40] Years of Snow.”",
    "She left a town that hardly expected such a crowd [14] months ago when the club came.",
    "The mayor announced the sale of the hall [two] days after she took office.",
    "The firm owns boats, tweets appear in its lists and [40] homes.",
    "The index added [40] points to close at 3,900.",
    "The talks continued as late as June, after [40] delegates had left.",
    "She was exchanging vows when [40] guests fell ill.",
    "They carried out repeated attacks that left [40] homes in ruins.",
    "It was by far the worst reported use of gas, with [40] dead.",
    "Working on issues related to health care, he met [40] nurses.",
    "The town, where the mayor said power was out, got [300 mm] of rain.",
    "The team claimed its first win with [12] men.",
    "The nurse reported for duty with [12] others.",
    "The mayor opened the hall for [40] days as talks with the union continued.",
    "All went according to plan, and [two] boats came back.",
    "The firm earned $4 billion, or $5.10 per Class A share, and shut [two] plants.",
    "Jobless Claims Total [6.6 Million] Last Week",
    "The module will continue its path into “deep space” [140 million miles] away.",
    "The daring jailbreak recalled the escape of [two] men.",
    "Police are searching for at least one suspected man after [two] died.",
    "All signs point to the flood that cut off [40] homes.",
]


@pytest.mark.parametrize("marked", NOBODY)
def test_nobody_is_made_up(marked: str) -> None:
    assert speaker(marked) is None


DIRECT = [
    ('"We lost [40] homes," the mayor said.', "the mayor"),
    ('"We lost [40] homes," said the mayor.', "the mayor"),
    ("“We lost [40] homes,” said the mayor.", "the mayor"),
    ("‘We lost [40] homes,’ said the mayor.", "the mayor"),
    ("«We lost [40] homes», said the mayor.", "the mayor"),
    ("``We lost [40] homes,'' said the mayor.", "the mayor"),
    ('The mayor said: "We lost [40] homes."', "The mayor"),
    ('The mayor said, "We lost [40] homes."', "The mayor"),
    ('"We lost our town," the mayor said. "We lost [40] homes in an hour."', "the mayor"),
    ('"The fire," the mayor said, "took [40] homes in an hour."', "the mayor"),
    ('"It went fast. We lost [40] homes. Nobody slept," the mayor said.', "the mayor"),
    ('"It went fast," the mayor said. "Nobody slept that night. We lost [40] homes."', "the mayor"),
    ('The mayor told AFP that "[40] homes burned down".', "The mayor"),
    ('"We lost [40] homes," the mayor told a meeting on Monday.', "the mayor"),
    ('"How did we lose [40] homes in one night?" asked the mayor.', "the mayor"),
    ('"How did we lose [40] homes in one night?" the mayor asked.', "the mayor"),
    (
        'The mayor said: "It went fast.\n\n"We lost [40] homes in one single night."',
        "The mayor",
    ),
    (
        '"It went very fast in the end," the mayor said.\n\n"We lost [40] homes in one single night."',
        "the mayor",
    ),
    ('The mayor was blunt:\n\n"We lost [40] homes in one single night," she said.', "she"),
    ('"We lost [40] homes in one single night, the mayor said.', None),
]


@pytest.mark.parametrize(("marked", "expected"), DIRECT[:-1])
def test_direct_speech(marked: str, expected: str) -> None:
    assert speaker(marked) == expected


def test_a_town_that_is_a_line_of_its_own_is_no_dateline_without_a_dash() -> None:
    assert speaker("Storm hits town\n\nBAKU\n\nThe army said [40] tents were lost.") == "The army"


def test_an_unclosed_quotation_does_not_lose_the_article() -> None:
    marked = '"We lost many homes, the mayor said.\n\nThe governor said [40] homes burned down.'
    assert speaker(marked) == "The governor"


HEADLINES = [
    ("Osk flood: UNICEF: The flood hit at least [40] homes\n\nIt rained on Monday.", "UNICEF"),
    ("Kenya's Defense Ministry: [40] soldiers fell\n\nIt rained on Monday.", "Kenya's Defense Ministry"),
    ("Kenya MOD representative: [40] soldiers fell\n\nIt rained on Monday.", "Kenya MOD representative"),
    ("FireDesk: [40] homes burned\n\nFiredesk said on Monday that the storm was strong.", "FireDesk"),
    (
        "Berg: [40] homes burned in a night\n\nThe mayor of Varna, Ana Berg, was at the fire. It was bad, Berg said.",
        "Berg",
    ),
    ("Larkin: [40] homes burned in a night\n\nThe mayor of Larkin was at the fire. It was bad, the mayor said.", None),
    ("York: [40] homes burned in a night\n\nThe mayor of New York wept. It was bad, the New York mayor said.", None),
    ("Police: [20] killed in market blast\n\nThe blast came at noon.", "Police"),
    ("[20] killed in market blast: police\n\nThe blast came at noon.", "police"),
    ("[20] killed in market blast - officials\n\nThe blast came at noon.", "officials"),
    ("[20] killed in market blast, police say\n\nThe blast came at noon.", "police"),
    ("[20] killed in market blast – UN\n\nThe blast came at noon.", "UN"),
    ("At Least [20] Killed in Market Blast - Los Angeles Times\n\nThe blast came at noon.", None),
    ("[20] killed in market blast – Bloomberg\n\nThe blast came at noon.", None),
    (
        "[20] killed in market blast – Los Angeles Times\n\nThe blast came at noon, the Los Angeles Times said.",
        "Los Angeles Times",
    ),
    ("Health ministry: [20] killed in market blast\n\nThe blast came at noon.", "Health ministry"),
    ("Market blast: [20] killed\n\nThe blast came at noon.", None),
    ("Gaza war: [20] killed\n\nThe blast came at noon.", None),
    ("Red Cross: [20] aid workers held in north\n\nThe blast came at noon.", "Red Cross"),
    ("Coroner: [20] died in market blast\n\nThe blast came at noon.", "Coroner"),
]


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_headlines(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected


MANNERS = [
    ("The mayor said [40] homes burned.", "says"),
    ("The ministry reported [40] deaths.", "reports"),
    ("The army claimed it killed [40] rebels.", "claims"),
    ("The bank estimates that [40] percent is lost.", "estimates"),
    ("The ministry confirmed that [40] had died.", "confirms"),
    ("The army denied that [40] civilians had died.", "denies"),
    ("The army denied killing [40] civilians on Monday, when it shelled the town.", "denies"),
    ("The study found that [40] percent had died.", "finds"),
]


@pytest.mark.parametrize(("marked", "expected"), MANNERS)
def test_how_it_is_put(marked: str, expected: str) -> None:
    found = asked(marked)[1][0]
    assert found is not None
    assert found.manner == expected


RESOLVED = [
    ("US said [40] men had died.", ["US government"]),
    ("Minister for Climate Change Ana Berg said [40] had died.", ["government"]),
    ("Minister for Magic Ana Berg of Chad said [40] had died.", ["Chadian government"]),
    ("Mayor Ana Berg spoke. She published an infographic, according to which [40] died.", ["Ana Berg"]),
    ("The Human Roads Defender's work went on. The HRD said [40] had died.", ["Human Roads Defender"]),
    ("The governor of Osk said [40] had died. Later, Osk governor Tom Berg spoke.", ["Tom Berg"]),
    ("Osk’s Governor Tom Berg spoke. Later, the Osk governor said [40] had died.", ["Tom Berg"]),
    ("Osk governor Tom Berg spoke. The governor said [40] had died.", ["Tom Berg"]),
    ("The mayor of Osk said [40] had died. The mayor of Lund, Tom Berg, left.", ["mayor of Osk"]),
    ("The mayor of Osk said [40] had died. Former Osk mayor Tom Berg left.", ["mayor of Osk"]),
    ("The mayor of Osk said [40] had died. Tom Berg, mayor of Osk until 2010, left.", ["mayor of Osk"]),
    ("The mayor, Human Rights Watch said, had lied. The mayor said [40] had died.", ["mayor"]),
    ("[400] fell in raid: Official\n\nAna Berg, an aide to the mayor, said 400 fell.", ["Ana Berg"]),
    ("[400] fell in raid: Official\n\nAna Berg, an aide to the mayor, said 500 fell.", ["Official"]),
    ("In all [40] men were lost. That's according to the mayor.", ["mayor"]),
    ("In all [40] men were lost. This was announced by Mayor Ana Berg at a meeting.", ["Ana Berg"]),
    (
        "In all [40] men were lost. This is reported by Reuters with reference to the health ministry of Chile.",
        ["Chilean government"],
    ),
    ("In all [40] men were lost. This was reported by Reuters, citing Mayor Ana Berg.", ["Ana Berg"]),
    (
        "In all [40] men were lost. This is stated in a message following the talks of the Health Ministry of Chad.",
        ["Chadian government"],
    ),
    ("In all [40] men were lost. Reuters reports this.", ["Reuters"]),
    ("Colonel Ana Berg said a mine burned. “In all [40] men were lost,” the Colonel said.", ["Ana Berg"]),
    ("The Health Ministry of Chad said a mine burned. The department said [40] men fell.", ["Chadian government"]),
    (
        "The Larkin Fire Department and the Health Ministry met. The department said [40] men fell.",
        ["Larkin Fire Department"],
    ),
    (
        "The Joint Infocenter run by the Chadian government said a mine burned. The info center said [40] men fell.",
        ["Chadian government"],
    ),
    ("In all [40] men were lost. Mayor Ana Berg wrote about this on Facebook.", ["Ana Berg"]),
    ("In all [40] men were lost.\n\nMayor Ana Berg said the aforementioned at a meeting.", ["Ana Berg"]),
    ("In all [40] men were lost. Rain fell.\n\nThis was reported by Mayor Ana Berg.", ["Ana Berg"]),
    ("In all [40] men were lost.\n\nMayor Ana Berg wrote about it on Facebook.", ["Ana Berg"]),
    (
        "This is stated in a message of the Health Ministry of Chad.\n\n“[40] men were lost,” the report says.",
        ["Chadian government"],
    ),
    ("Ana Von der Halm runs the camp. Ms von der Halm said [900] families had come.", ["Ana Von der Halm"]),
    ("Jan van den Berg runs the camp. Mr Berg said [900] families had come.", ["Jan van den Berg"]),
    ("Board chief Ana von der Halm runs it. Later, Halm said [900] families had come.", ["Ana von der Halm"]),
    ("Anna Berg runs the camp. She said [900] families had come.", ["Anna Berg"]),
    ("Mr. Berg met Mrs. Lund. She said [900] families had come.", ["Lund"]),
    ("Mr. Berg met Mrs. Lund. He said [900] families had come.", ["Berg"]),
    ("The French health ministry sent aid. It said [900] people were sick.", ["French government"]),
    ("Peru’s navy found the boat on Monday. The navy said [14] people were aboard.", ["Peruvian military"]),
    ("Kenya sent help. According to the country’s interior ministry, [14] people died.", ["Kenyan government"]),
    ("Laila Haddad, an aid worker, came. [900] families had left, Haddad said.", ["Laila Haddad"]),
    (
        "Tomas Kral, spokesman for the Czech interior ministry, came at noon. [14] people died, Kral said.",
        ["Czech government"],
    ),
    ("Anna Berg, who said [900] families had come, left.", ["Anna Berg"]),
    ("Amnesty International wrote to us. The group said [900] families had come.", ["Amnesty International"]),
    ("The Relief Union runs the camp. The charity said [900] families had come.", ["Relief Union"]),
    ("Oxfam, which told of it, left. Last month it said [900] families had come.", ["Oxfam"]),
    ("Mr. Berg met Mrs. Lund. On Tuesday evening she said [900] families had come.", ["Lund"]),
    ("Mr. Berg left. In posting the clip he wrote that [900] families had come.", ["Berg"]),
    ("Residents and a monitoring group said [900] families had come.", ["residents", "monitoring group"]),
    ("Amnesty International wrote to us. The group, which counts, said [900] men had come.", ["Amnesty International"]),
    ("Amnesty International said so. The army said no. The group said [900] men had come.", ["Amnesty International"]),
    ("Amnesty International said so. Boko Haram came. The army said no. The group said [900] men had come.", ["group"]),
    (
        "Amnesty International, which quoted local sources, told of it. It said [900] men came.",
        ["Amnesty International"],
    ),
    ("Boko Haram holds the town. The London-based monitor said [900] men had come.", ["London-based monitor"]),
    ("40 Killed in Three Days Activists in Varna said [900] families had come.", ["Activists in Varna"]),
    ("The mayor met the owner. The company said [900] men had come.", ["company"]),
    (
        "Laos and Vietnam signed the deal. Both sides said [900] men had come.",
        ["Laotian government", "Vietnamese government"],
    ),
    ("The Peruvian airline Larkin lost money. The airline said [900] men would go.", ["Larkin"]),
    ("Orbex, the travel firm, shut two shops. [900] men would go, a company spokeswoman said.", ["Orbex"]),
    (
        "Berg Holdings Ltd bought a mill. It lost a case. The Lima-based company said [900] men had gone.",
        ["Berg Holdings Ltd"],
    ),
    ("Varna Steel (VRN.SO) sold a mill in May. Company spokesman Ivo Hale said [900] men had gone.", ["Varna Steel"]),
    ("Larkin Motors Co. met the mayor, as it said [900] men had come.", ["Larkin Motors Co."]),
    ("General Larkin Corp, the miner, said [900] men had gone.", ["General Larkin Corp"]),
    ("The Peruvian airline Larkin lost money. The bank said [900] men would go.", ["bank"]),
    ("[900] men died in 2015 per the mayor of Varna.", ["mayor of Varna"]),
    ("Pakistan mourned. The Foreign Office said [900] men had gone.", ["Foreign Office"]),
    ("Britain mourned. The Foreign Office said [900] Britons had gone.", ["British government"]),
    ("The Dutch bank Orbex lent money. The central bank said [900] firms failed.", ["Dutch government"]),
    ("LIMA Berg Ltd said [900] men had gone.", ["Berg Ltd"]),
    ("A Storm\n\nOSLO/NEW YORK Aid workers said [900] men had gone.", ["Aid workers"]),
    ("A Storm\n\nVILLARD, France The league said [900] men had gone.", ["league"]),
    ("A Storm\n\nLIMA.\n\nOXFAM\n\nThe navy said [900] men had gone.", ["navy"]),
    ("A Storm\n\nLIMA\n\nThe league said [900] men had gone.", ["league"]),
    ("NATO Experts said [900] men had gone.", ["NATO"]),
    (
        "PERU, May 4 (AFP) - Mali's president spoke in Gao, Mali. The Interior Ministry said [900] men came.",
        ["Malian government"],
    ),
    ("Larkin Steel shut a plant. Its parent said [900] men had gone.", ["parent"]),
    ("Laos, Chad and Vietnam signed the deal. Both sides said [900] men had come.", ["sides"]),
]


@pytest.mark.parametrize(("marked", "expected"), RESOLVED)
def test_pronouns_and_short_forms(marked: str, expected: list[str]) -> None:
    assert names(marked) == [expected]


def test_a_resolved_pronoun_says_which_mention() -> None:
    text, found = asked("Anna Berg runs the camp. She said [900] families had come.")
    assert found[0] is not None
    assert found[0].resolved is not None
    assert text[slice(*found[0].resolved)] == "Anna Berg"


CARRIED = [
    ("The Chilean navy said 40 died. [Ninety] are in hospital.", True),
    ("It came late. Chile's defence ministry: 50 dead. Of those, [42] were sailors.", True),
    ("It came late. Chile's army: 50 dead. Of those, [42] were sailors.", False),
    ("The Chilean navy said 40 died. [Ninety] came to the hall.", False),
    ("The Board of Chile has published new data. The dead come to 40. [Nine] of its boats are back.", True),
    ("The list of the lost was released by the Chilean navy. [168] men are on it.", True),
    ("The Chilean navy has published a book. [168] men are on it.", False),
    ("40 died, the Chilean navy said. Ninety are in hospital. [Two] are missing.", True),
    ("The Chilean navy admits 40 dead. The enemy has lost [450] men, all killed at sea.", False),
    ("The navy of Chile says it lost 40. A total of [282] of its men were hurt.", True),
    ("Norway's police said 14 people died in the storm. [Another 30] are still missing.", True),
    ("According to the Chilean navy, 14 people died. More than [100] are still missing.", True),
    ("Norway's police said 14 people died in the storm. The storm crossed [three] countries.", False),
    ("The storm killed 14 people. [Another 30] are still missing.", False),
    ("Norway's police said 14 people died.\n\n[Another 30] are still missing.", False),
]


@pytest.mark.parametrize(("marked", "expected"), CARRIED)
def test_carried_on(marked: str, *, expected: bool) -> None:
    found = asked(marked)[1][0]
    assert (found is not None and found.carried) == expected


HANDED_ON = [
    ("Ana Berg spoke. She noted that the army lost [37] men, Reuters reported.", "She", "Reuters"),
    ("The minister told AFP that [14] people died.", "The minister", "AFP"),
    ("State television quoted the governor as saying [14] people had died.", "the governor", "state television"),
    ("The governor was quoted by Xinhua as saying [14] people had died.", "The governor", "Xinhua"),
    ("Reuters reported [14] deaths, citing two officials.", "two officials", "Reuters"),
    ("The Observatory, citing hospital sources, said [14] people died.", "hospital sources", "Observatory"),
    ("KYIV (Reuters) — The governor said [14] people died.", "The governor", "Reuters"),
    ("The minister said in an interview with the BBC that [14] people died.", "The minister", "BBC"),
    ("The governor said to Interfax that [14] people died.", "The governor", "Interfax"),
    ("AFP reached the governor. The governor told the agency [14] people died.", "The governor", "AFP"),
    ("The mayor told the newspaper Le Lac that [14] people died.", "The mayor", "Le Lac"),
    ("The mayor told Le Lac magazine that [14] people died.", "The mayor", "Le Lac"),
    ("In an interview with the Financial Times, Anna Berg spoke of [14] deaths.", "Anna Berg", "Financial Times"),
    ("In an interview with CNN, the mayor put the cost at [14 million] euros.", "the mayor", "CNN"),
    ("Speaking to the BBC, the mayor said [14] people died.", "the mayor", "BBC"),
    ("[14] people died, the mayor was quoted by CNN as saying.", "the mayor", "CNN"),
    ("[14] people died, police chief Alan Roe said, quoted by CNN.", "police chief Alan Roe", "CNN"),
    ("According to the navy, quoted by Reuters, [14] people died.", "the navy", "Reuters"),
    ("“We lost [14] people,” the mayor was quoted as saying by Reuters.", "the mayor", "Reuters"),
    ("Citing a leaked memo, the daily La Stampa reported that [14] shops would close.", "a leaked memo", "La Stampa"),
    ("The mayor told L'Equipe that [14] games were off.", "The mayor", "L'Équipe"),
    ("Written by Ann Lee for Reuters\n\nThe mayor said [14] people died.", "The mayor", "Reuters"),
    ("By Anna Berg, Reuters\n\nThe mayor said [14] people died.", "The mayor", "Reuters"),
    ("The mayor said [14] people died.\n\nThe fire is out.\n\n— with files from AFP", "The mayor", "AFP"),
    ("The mayor said [14] people died.\n\n— With reporting by AFP", "The mayor", "AFP"),
    ("The mayor said [14] people died.\n\n(Reporting by Anna Berg; Reuters)", "The mayor", "Reuters"),
]


BLOCKS = [
    ("“It was bad. We lost [14] people.”\n― Ana R. Berg", "Ana R. Berg"),
    ("On Monday, Ana Berg made this comment:\n\n“It was bad. We lost [14] people.”", "Ana Berg"),
    ("The list of losses was long:\n\n“A grey hat” and [14] spoons.", None),
    ("The mayor said:\n\n> We lost [14] people.\n\nThe fire is out.", "The mayor"),
    ('The mayor said:\n\n"We lost [14] people."\n\nThe fire is out.', "The mayor"),
    ('"The fire was strong.\n\n"We lost [14] people," the mayor said.', "the mayor"),
    ('Anna Berg: "We lost [14] people."', "Anna Berg"),
    ('Rep. Ana Berg (L-Varna):"We lost [14] people."', "Rep. Ana Berg (L-Varna)"),
    ("Why it burned - Ana Berg and Al Roe: “It was bad. We lost [14] people.”", "Ana Berg and Al Roe"),
    ('Partial transcript as follows:\n\n"It was bad. We lost [14] people.', "Partial transcript"),
    ('The mayor\'s statement reads as follows:\n\n"We lost [14] people."', "The mayor's statement"),
    ('He held up a sign that read "[14] people died".', "that"),
]


@pytest.mark.parametrize(("marked", "expected"), BLOCKS)
def test_quotations_of_their_own_paragraph(marked: str, expected: str) -> None:
    assert speaker(marked) == expected


AGENTS = [
    ("After a truce was made in Bonn, the army left, saying that [40] men had died.", "the army"),
    ("While the mayors met in Bonn, the army left, adding that [40] men were missing.", "the army"),
    ("Nairobi gave a toll of [40] dead.", "Nairobi"),
    ("The navy admitted [one] dead.", "The navy"),
    ("The bank cut its growth forecast by [40] points.", "The bank"),
    ("The bank's forecast for exports stayed at [40] percent.", "The bank"),
    ("The firm cut its staff by [40] people.", None),
    ("The mayor issued a statement warning that [40] homes could burn.", "The mayor"),
    ("He was angry at a Varna Post report that [40] homes burned.", "a Varna Post"),
    ("He was angry at a May report that [40] homes burned.", None),
    ("Larkin Steel's figures: [12] dead and 40 hurt.", "Larkin Steel"),
    ("His claim of [40] dead was false.", "His"),
    ("The mayor's most daring claim is that [40] homes are new.", "The mayor"),
    ("The UN-reported toll of [340] is too low.", "UN"),
    ("The toll was revised down to [340] by the Chilean Red Cross.", "the Chilean Red Cross"),
    ("The cost was put at [340] million dollars by the ministry.", "the ministry"),
    ("The UN's tally is [340] dead.", "The UN"),
    ("The ministry's count stands at [340] dead.", "The ministry"),
    ("The bank's projection of [3.4 percent] was high.", "The bank"),
    ("The bank's prediction of a [3.4 percent] rise was high.", "The bank"),
    ("It was reported by Izvestia that [340] people had died.", "Izvestia"),
    ("It was reported in Izvestia that [340] people had died.", "Izvestia"),
    ("The mayor leads by [9 points] in a Larkin University poll, 42% to 33%.", "a Larkin University poll"),
    ("A poll taken in 2016 shows [40 percent] agree.", "A poll taken in 2016"),
    ("Data collected since 2012 by the bank show [40] homes burned.", "Data collected since 2012 by the bank"),
    ("Gallup found [40 percent] agree.", "Gallup"),
    ("In its report, the commission found [40] homes had burned.", "the commission"),
    ("They have shown that [40 percent] agree.", "They"),
    ("Dorothy Day said [40] homes burned.", "Dorothy Day"),
    ("The mayor, when asked, said [40] homes burned.", "The mayor"),
    ("The mayor went so far as to say that [40] homes burned.", "The mayor"),
    ("The mayor took to Twitter to say that [40] homes burned.", "The mayor"),
    ("The report — released Monday — says [40] homes burned.", "The report — released Monday —"),
    ("It would cost [$40 million] by some estimates.", "some estimates"),
    ("One estimate has the cost at [$40 million].", "One estimate"),
    ("Mayor Says [40] Homes Burned in Fire.", "Mayor"),
    ("All four said [40] homes burned.", "All four"),
    ("The mayor wants people to say [40] homes burned.", None),
    ("The mayor noted the [40] homes that burned.", "The mayor"),
    ("The quake's toll of [40,000] is the highest yet.", None),
    ("The toll was raised by [40] on Monday.", None),
    ("The 40 self-reported cases and [30] others are old.", None),
    ("The song was heard by [40] people in a club.", None),
    ("The toll, put at [40] by the mayor, is rising.", "the mayor"),
    ("Death-toll figures put at [40] by the mayor were old.", "the mayor"),
    ("Losses put by the ministry at [40] million grew.", "the ministry"),
    ("Damage estimated at [$40 million] by insurers was found.", "insurers"),
    ("The cost is estimated at [$40 million] by the World Bank.", "the World Bank"),
    ("The flag was put at [40] metres by noon.", None),
    ("The group said at least [40] people were killed by the storm.", "The group"),
    ("The fire killed [212], not 148 as the operator claimed.", None),
    ("The fire killed 212, not [148] as the operator claimed.", "the operator"),
    ("It was [40] homes rather than 12, as the mayor had said.", None),
    ("It was no accident and [40] homes burned, as the mayor said.", "the mayor"),
]


@pytest.mark.parametrize(("marked", "expected"), AGENTS)
def test_speakers_beside_nouns_and_behind_passives(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected


@pytest.mark.parametrize(("marked", "who", "conduit"), HANDED_ON)
def test_handed_on(marked: str, who: str, conduit: str) -> None:
    text, (found,) = asked(marked)
    assert found is not None
    assert found.speaker is not None
    assert found.conduit is not None
    assert (text[slice(*found.speaker)], found.conduit.name) == (who, conduit)


CITED = [
    ("Citing high costs, the firm said it would cut [14] jobs.", "the firm"),
    ("The firm said it would cut [14] jobs, citing high costs.", "The firm"),
    ("The firm said it would not name the [14] men, citing respect for their families.", "The firm"),
    ("The Post reported [14] layoffs, citing people familiar with it.", "people familiar with it"),
]


@pytest.mark.parametrize(("marked", "who"), CITED)
def test_only_people_and_documents_are_cited(marked: str, who: str) -> None:
    assert speaker(marked) == who


CREDITED = [
    ("Prices rose by [4 percent] in May. (Source: Eurostat)", "Eurostat"),
    ("Prices rose by [4 percent] in May (Source: Eurostat).", "Eurostat"),
    ("Town | Cases\nVarna | [310]\nBurgas | 212\n\nSource: World Health Organization", "World Health Organization"),
    ("Varna: [310]\nBurgas: 212\nSource: Larkin Fire Service\n\nIt rained.", "Larkin Fire Service"),
    ("It rained. In May [310] homes burned.\n\nSource: Larkin Fire Service\n\nIt rained on.", "Larkin Fire Service"),
    ("The mayor said [310] homes burned. (Source: Eurostat)", "The mayor"),
    ("It rained.\n\nIn May [310] homes burned.\n\nSource: Larkin Fire Service", None),
    ("Varna | [310]\nBurgas | 212\n\nThe rain went on. (Source: Eurostat)", None),
    ("In May [310] homes burned. Source: see above", None),
    ("In May [310] homes burned. It rained. (Source: Eurostat)", None),
]


@pytest.mark.parametrize(("marked", "expected"), CREDITED)
def test_a_line_that_names_the_source(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected
    found = asked(marked)[1][0]
    assert found is None or found.rules[0] != "A45" or found.carried == ("(Source: Eurostat)." not in marked)


@pytest.mark.parametrize("sign", ["'", "’", "`", "´", "‘"])
def test_whatever_sign_stands_for_an_apostrophe(sign: str) -> None:
    text = f"Some 40 men fell, Kenya{sign}s army said."
    found = claimcheck.attribute(text, (5, 7))
    assert found is not None
    assert [source.name for source in found.sources] == ["Kenyan military"]


HEDGES = [
    "Reportedly, [14] people were killed.",
    "[14] people were reportedly killed.",
    "[14] people are believed to be under the rubble.",
]


@pytest.mark.parametrize("marked", HEDGES)
def test_a_hedge_makes_no_source(marked: str) -> None:
    found = asked(marked)[1][0]
    assert found is not None
    assert found.hedge is not None
    assert (found.sources, found.speaker) == ((), None)


def test_a_hedge_beside_a_speaker_is_kept() -> None:
    found = asked("The mayor said [14] people were reportedly killed.")[1][0]
    assert found is not None
    assert found.hedge is not None
    assert found.speaker is not None


def test_mentions_are_sources_with_or_without_figures() -> None:
    article = Article.from_text(
        "Both sides used cluster bombs, confirms a recent report by Human Rights Watch. Mali's army said it had not."
    )
    found = mentions(article, segment(article, RULES), RULES)
    assert [mention.source.name for mention in found] == ["Human Rights Watch", "Malian military"]


STANCES = [
    ("The firm left town, with plans to hire [40] nurses elsewhere.", "The firm", "plans"),
    ("The union questioned the loss of [40] jobs.", "The union", "judges"),
    ("Many farmers have heard by now that [40] cows died.", "Many farmers", "expects"),
    ("The mayor hopes [40] homes will be built.", "The mayor", "expects"),
    ("The firm's owners see [40] homes as too few.", "The firm's owners", "expects"),
    ("The mayor declined to name the [40] owners.", "The mayor", "decides"),
    ("The judge sentenced the man to [40] months.", "The judge", "decides"),
    ("The mayor's call for [40] homes was heard.", "The mayor", "wants"),
    ("Old worries about [40] homes grew.", None, None),
    ("The government plans to resettle [150,000] people.", "The government", "plans"),
    ("Ghana's government, which plans to resettle [150,000] people, met.", "which", "plans"),
    ("The union left, hoping to bring [40,000] people into the streets.", "The union", "wants"),
    ("Anna Berg hopes to sell [900] boats.", "Anna Berg", "wants"),
    ("Doctors in the north want to open [12] clinics.", "Doctors in the north", "wants"),
    ("They would like to open [12] clinics.", "They", "wants"),
    ("The relief agency is asking for [$40 million].", "The relief agency", "wants"),
    ("Chile's navy expects to find [30] more boats.", "Chile's navy", "expects"),
    ("The coach hopes that [30,000] fans will come.", "The coach", "expects"),
    ("The company agreed to pay [$2.4 million].", "The company", "decides"),
    ("The court ruled that [40] homes must go.", "The court", "decides"),
    ("The ministry's plan to plant [two million] trees is old.", "The ministry", "plans"),
    ("Farmers protested against his proposal to sell [500] cows.", "his", "plans"),
    ("Prices are expected to rise by [4 percent].", None, None),
    ("The tower seeks to be [400] metres high.", None, None),
    ("There are plans to build [40] homes.", None, None),
    ("[47 percent] want to leave.", None, None),
    ("The club wants to grow, but [40] members left.", None, None),
    ("The club wants to grow, and its rival lost [40] members.", None, None),
    ("A fan who wants to see all games would need [40] days.", None, None),
    ("Before the war [40] shops stood where the mayor wants to build.", None, None),
]


@pytest.mark.parametrize(("marked", "holder", "manner"), STANCES)
def test_what_is_planned_has_a_holder_and_no_source(marked: str, holder: str | None, manner: str | None) -> None:
    text, (said,) = asked(marked)
    start = marked.index("[")
    found = claimcheck.attribute(text, (start, marked.index("]") - 1))
    assert said is None
    assert (text[slice(*found.speaker)] if found and found.speaker else None) == holder
    assert (found.manner if found else None) == manner
    assert found is None or not found.stated
    (reading,) = claimcheck.analyse([Article.from_text(text)], RULES).readings
    assert all(claim.attribution is None for claim in reading.claims)


def test_a_statement_comes_before_a_stance() -> None:
    text = "The minister said the government plans to resettle 150,000 people."
    found = claimcheck.attribute(text, (text.index("150"), text.index(" people")))
    assert found is not None
    assert found.stated
    assert text[slice(*found.speaker or (0, 0))] == "The minister"


AROUND = [
    ("In the poll, [40 percent] want the hall closed.", "the poll"),
    ("Her share fell from [40 percent] in the club's last poll to 31 percent now.", "the club's last poll"),
    ("The mayor said the town had sold the hall [14] months ago.", "The mayor"),
    ("The town sold [14] halls, the mayor wrote on his Telegram channel on May 3.", "the mayor"),
    ("The town sold [14] halls, Doctors Without Borders said on its Twitter account.", "Doctors Without Borders"),
    ("The town sold [14] halls, the army said via its official website.", "the army"),
    ("The Larkin channel said [14] halls burned.", "The Larkin channel"),
    ("Roe led Berg in recent polls by Varna College, by [40] points.", "recent polls by Varna College"),
    ("Roe leads by [9] points in the Varna Desk average of polls.", "the Varna Desk average of polls"),
    ("All the farmers we met said the storm killed [40] cows.", "All the farmers we met"),
    (
        "A study being released on Monday by a college shows in detail how [40] homes burned.",
        "A study being released on Monday by a college",
    ),
    ("The richest lost 12 homes, according to the county, and the poorest [40] percent lost 90.", "the county"),
    ("The richest lost 12 homes, the county said, and those in the north lost [40].", "the county"),
    ("The boat is [40] metres long, which is too much according to the rules.", None),
    ("The mayor said the hall was full, and when asked about money, the [40]-year-old left.", None),
    (
        "Two lawsuits being heard in Varna have accused the firm of fraud as it sold [40] homes.",
        "Two lawsuits being heard in Varna",
    ),
    ("The mayor says she will stay, but she has sold [40] of her homes.", None),
    ("The mayor said the camp was full, and that [40] families had left.", "The mayor"),
    ("The mayor called for 12 buses, but the governor sent [40].", None),
    ("Three weeks after the mayor vowed to stay, she sold [40] homes.", None),
    ("Now that the mayor has said the camp is full, [40] families have left.", None),
    ("The mayor left, telling a crowd of 40 in Varna on Monday that [900] families had fled.", "The mayor"),
    ("As [40] homes burned, the mayor said, “We lost it all.”", None),
    ("The mayor spoke, telling Kanal [40] that the fire was out.", None),
    ("[40] homes burned, an analysis of newly filed papers shows.", "an analysis of newly filed papers"),
    ("Roe said it burned in Varna, where [40] people live.", None),
    ("In May, when [40] homes burned, “there were no beds. We wept,” Roe said.", "Roe"),
    (
        "Joe Roe, host of Channel Two's “Morning Joe,” suggested [40] homes burned.",
        "Joe Roe, host of Channel Two's “Morning Joe,”",
    ),
    ("Some [40] people died, which the ministry denies.", "the ministry"),
    ("Some [40] people died, which the ministry disputes.", "the ministry"),
    ("The rebels said [40] people died, which the ministry denies.", "The rebels"),
    ("The union's latest poll has Roe leading Berg by [six] points.", "The union's latest poll"),
    ("Larkin Trust put it at $40 million, the list has it at [$90 million].", "the list"),
    ("Berg and Roe both said that [40] homes burned.", "Berg and Roe"),
    ('"We lost [40] homes," reads a letter of the mayor.', "a letter of the mayor"),
    ('Or, as Ana Berg, a former mayor, put it: "We lost [40] homes."', "Ana Berg, a former mayor"),
    ("The mayor argued, apparently for the first time, that [40] homes burned.", "The mayor"),
    ("The mayor argued calmly - counting on his hands - that [40] homes burned.", "The mayor"),
    ("The mayor said on Channel Two's ''This Week'' on Sunday that [40] homes burned.", "The mayor"),
    ("Most fled in time, the mayor said; only [40] stayed.", "the mayor"),
    ("The mayor went out of his way to say that [40] homes burned.", "The mayor"),
    ('The mayor mocked Roe for calling it a "great fire," noting that [40] homes burned.', "The mayor"),
    ("The mayor cited the [40] homes that were lost.", "The mayor"),
    ("“We lost [40] homes, all in one night,” Roe told Channel Two’s “Today” on Monday.", "Roe"),
    ("''We lost [40] homes, all in one night,'' Ms. Roe wrote on her web page on Monday.", "Ms. Roe"),
    ("\"They took [40] 'Homes of the Year,' \" Ana Berg wrote of the fire.", "Ana Berg"),
    ("After the “rally,” the mayor said [40] homes had burned.", "the mayor"),
    ("The mayor a month later announced [40] layoffs.", "The mayor"),
    ("The mayor added, that [40] homes had burned.", "The mayor"),
    ("In all [40] homes burned, first reported by Reuters.", "Reuters"),
    ("The museum tells the story of [40] miners.", "The museum"),
    ("The chairman said — on Twitter, of all places — that [40] homes burned.", "The chairman"),
    ('"We had [40] homes," the mayor said in an interview here.', "the mayor"),
    ('"There were [40] homes," she told her audience, a mix of students and nurses.', "she"),
    ("A Sept. 15, 2011 letter shows that [40] homes burned.", "A Sept. 15, 2011 letter"),
    ("These are deals which he estimates will cost [40] homes.", "he"),
    ("Standing Stone Hotels, a chain, says that [40] rooms burned.", "Standing Stone Hotels, a chain"),
    ("The firm received, according to one report, [$40 million] in cash.", "one report"),
    ('Less than [40] minutes later, the mayor wrote, "I am here."', None),
    ('[Eight] years ago, she backed the mayor and said, "He is good."', None),
    ('"We want to live," she said [two] days after the fire, "in a town."', None),
    ("It is what the mayor said [four] years ago.", None),
    (
        "In an average calculated by Larkin Research, the mayor has [36 percent].",
        "an average calculated by Larkin Research",
    ),
    ("A merger announced on Monday would cut [40] jobs.", None),
    ("The firm, which says [40] homes burned, is new.", "which"),
    ("The toll, rescuers said, had reached [31].", "rescuers"),
    ("His rating in the latest Larkin Post Poll stands at a robust [53%].", "the latest Larkin Post Poll"),
    ("Two people with knowledge of the talks said [31] jobs would go.", "Two people with knowledge of the talks"),
    ("Bloomberg reported [31] cuts, citing people close to the bank.", "people close to the bank"),
    ('"We can win [31] seats," said Roe as he left.', "Roe"),
    ('Roe complained in a talk with the radio host Ann Lee, "We lost [31] seats."', "Roe"),
    ('Likewise, a paper by the bank had this to say of it: "We lost [31] seats."', "a paper by the bank"),
    ("Koch, the harbour master, was clear: “We lost [31] ships. Nobody came.”", "Koch, the harbour master"),
    ("The answer was short: “We lost [31] ships.”", None),
    ("The Red Crescent-reported toll of [310] is low.", "Red Crescent"),
    ("Two homes burned, the fire service said, and at least [30] people were hurt.", "the fire service"),
    ("Two homes burned, the fire service said, and the mayor left for [30] days.", None),
    ('"They gave us a boat. And they gave [40] others a bed," the mayor said late last week.', "the mayor"),
    ('"We won," the mayor says directly to the camera. "We built [40] homes."', "the mayor"),
    ('The club was seen as a "fair" host, compared to only [24] that said otherwise.', None),
    ("But a fresh Larkin Post poll shows how hard it will be to win [40] seats.", "a fresh Larkin Post poll"),
    ("A 61-year-old baker, a man of few words, said [40] homes burned.", "A 61-year-old baker, a man of few words"),
    ("He promised to free all prisoners ― [1,600] men ― by spring.", None),
    ("The rules allow for minority reports at the request of [25] members.", None),
    ("The toll, said the ministry, has reached [41,000].", "the ministry"),
    ('"It is done," said the younger Mr. Roe, surrounded by his [three] cousins.', None),
    ("Officials said 30 fell, raising the death toll since October 7, which the union put at [41].", "the union"),
    ("Published April 19 2017 A war monitor said [12] people were killed.", "A war monitor"),
    ("VARNA, April 19 A war monitor said [12] people were killed.", "A war monitor"),
    (
        "[12] people were hit by chlorine said Rami Nasser, the head of the clinic.",
        "Rami Nasser, the head of the clinic",
    ),
    ("The plan said Rami Nasser had [40] homes.", "The plan"),
    ("He heard of claims by the rebels that [40] soldiers died.", "the rebels"),
    ("A report from Varna police that [30] had died was false.", "Varna police"),
    ("A report from the north that [30] had died was false.", None),
    ("The mayor said the men had left - there are [two] from each town.", None),
    ("The mayor said that 60 men had left - [two] from each town.", "The mayor"),
    ("Simple sums show he needs [40] seats.", "Simple sums"),
    ("The Larkin Times found Varna had lost [40] homes.", "The Larkin Times"),
    ("Divers found [40] bodies buried there.", None),
    ("It comes after polls by Larkin University that showed her at [40] points.", "that"),
    ("Judge Ana Roe, writing in a 2-1 decision, said the [29] days are enough.", "Judge Ana Roe"),
    (
        "The town left, according to papers seen recently by The Larkin Post, [40] homes.",
        "papers seen recently by The Larkin Post",
    ),
    ("The [40] homes are not as old as many experts believe.", None),
    ("The fire went on, with officials saying [40] homes had burned.", "officials"),
    ("The fire went on, with officials reporting [40] dead.", "officials"),
    ("Cholera spread on, with the clinic in Larkin confirming [450] cases.", "the clinic in Larkin"),
    ("Roe is second, with 22 percent saying they would go, and Koch at [20 percent].", None),
    ('"We lost our homes!" Roe declared, a line that she likes. "We lost [40] of them."', "Roe"),
    ("These [40] homes, Ms. Roe said, “are a fine example of it” to the town.", "Ms. Roe"),
    ("“Family leave,” the paper states, becomes available after [40] weeks.", "the paper"),
    ("“We need [40]!” Roe said to Larkin News. The senator left.", "Roe"),
    ("“We have [40] men, who knows?” Roe told the Larkin television station in a talk.", "Roe"),
    ("“We are proud!” Roe said as she left [40] homes behind.", None),
    ("Roe said after a meeting with [40] others that homes burned.", None),
    ("Roe said after a meeting in 2001 that [40] homes burned.", "Roe"),
    ("The house should have been named and confirmed by now by all [40] of them.", None),
    ("Roe wrote a [$500,000] check to the club.", None),
    ("[Two] men fell in the first deaths reported in towns along the coast.", None),
    ("There were [40] deaths reported in Varna on Monday.", None),
    ("There were [40] deaths, as reported in The Varna Times.", "The Varna Times"),
    ("Roe wrote to the club that [40] homes burned.", "Roe"),
    ("Sales were great, Roe said, wiping [two] tears off his face.", None),
    ("A tremor shook Varna, the union said, killing [31] people.", "the union"),
    ("Koch, who said homes burned, left [40] of them.", None),
]


SUBJECTS = [
    ("“We lost [40] homes,” said one owner of a shop that sold shoes.", "one owner of a shop that sold shoes"),
    ("Another said he lost [40] homes.", "Another"),
    ("The groups who wrote to her say [40] homes burned.", "The groups who wrote to her"),
    ("Farmers in the next two states — Varna and Burgas — said [40] homes burned.", "Farmers in the next two states"),
    ("Polls show the mayor at [40] points.", "Polls"),
    ("Berg, who ran for office in Varna, Ohio, on a whim, said [40] homes burned.", "Berg"),
    ("Berg, who was to go to Varna, Ohio, on Monday to look at homes, said [40] burned.", "Berg"),
    ("Berg, after the fire broke out in March, said that [40] homes burned.", "Berg"),
    ("Berg, after earlier fires, said that [40] homes burned.", "Berg"),
    ("It came less than a year after Berg, who runs the port, said [40] homes burned.", "Berg, who runs the port"),
    ("A poll of farmers has, however, found that [40] percent left.", "A poll of farmers"),
    (
        "Research to be released this week by the bank suggests that [40] jobs went.",
        "Research to be released this week by the bank",
    ),
    ("Berg called the two men “crazy” and said [40] homes burned.", "Berg"),
    ("Berg continued to say [40] homes burned.", "Berg"),
    ("Berg continues to put its losses at [40] homes.", "Berg"),
    ("Berg has begun to report [40] deaths a day.", "Berg"),
    ("Berg was forced to claim [40] homes.", "Berg"),
    ("The previous toll given by the ministry was [40] dead.", "the ministry"),
    ("The latest figure from the ministry had been [40].", "the ministry"),
    ("The death toll given by Ana Berg is now [40].", "Ana Berg"),
    (
        "Two analysts, Ann Lee and Rami Nasser, found in 2014 that [40] homes burned.",
        "Two analysts, Ann Lee and Rami Nasser",
    ),
    ("Koch admitted to robbing [40] homes.", "Koch"),
    ("Farmers trying to keep control of the port in March say [40] homes burned.", "Farmers trying to keep control"),
    ("People familiar with the talks say [40] homes burned.", "People familiar with the talks"),
    ("Those who left the port say [40] homes burned.", "Those who left the port"),
    ("Koch, 55, said he lost [40] homes.", "Koch, 55"),
    ("In particular, Will wrote, [40] homes burned.", "Will"),
    ("Roe, who, after the fire in the port, said [40] homes burned, left.", "who"),
    ("It was bad for [40] of them, he and Mr. Roe said.", "he and Mr. Roe"),
    ("Roe gave the man a job, then says he lost [40] homes.", "Roe"),
    ("A variety of things impact the price of [40] homes, said Ann Lee, a baker.", "Ann Lee, a baker"),
    ("The cost of [40] homes, said Ann Lee, a baker, would fall.", "Ann Lee, a baker"),
    ("But, said Lee, “I lost [40] homes.”", "Lee"),
    ("Lee, the port's chairman, said Varna and Burgas had lost [40] homes.", "Lee, the port's chairman"),
    ("Roe said the trip to Varna — the port's largest town — last Friday would cost [40] euros.", "Roe"),
    ("“We lost [40] homes,” Roe said happily on the radio as more came in.", "Roe"),
    ("Some say [40] homes burned.", "Some"),
]


@pytest.mark.parametrize(("marked", "expected"), SUBJECTS)
def test_subjects_with_all_that_hangs_on_them(marked: str, expected: str) -> None:
    assert (speaker(marked) or "").startswith(expected)


@pytest.mark.parametrize(("marked", "expected"), AROUND)
def test_what_stands_around_a_cue(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected


COUNTS_GIVEN = [
    (
        "Lima said nothing.\n\nChile lost [40] men off Peru, Health Minister Jon Larkin told AFP.",
        [["Chilean government"]],
    ),
    ("In Lima the Health Ministry put the toll at [40]. The Kremlin called.", [["Peruvian government"]]),
    (
        "Lima rejects that. In a second letter Chile's Foreign Ministry alleged that Peruvian boats sank [25] rafts.",
        [["Chilean government"]],
    ),
    (
        "Prime Minister Nikol Pashinyan came. Azerbaijan waits.\n\nThe Prime Minister said Azerbaijan has [41] hills.",
        [["Armenian government"]],
    ),
    (
        "LIMA, May 4 -- Peru's list of the lost grew to 12 since boats of Chile came.\n\n"
        "Those who fled are over [140], according to the authorities. Chile was silent.",
        [["Peruvian government"]],
    ),
    ("In its memorial volume Oxfam names [14] nurses.", [["Oxfam"]]),
    ("In its yearly report, Oxfam lists [14] closed wells.", [["Oxfam"]]),
    ("[14] homes were lost in the mud, noted the mayor on Friday.", [["mayor"]]),
    ("The hall is [14] years old, noted for its roof.", [[]]),
    ("The rebels have counted already [14] dead.", [["rebels"]]),
    ("Relief groups counted just [14] families this week.", [["relief groups"]]),
    ("By the data of Oxfam, [14] wells are dry.", [["Oxfam"]]),
    ("Woken by the news of the flood, [14] people ran.", [[]]),
    ("The rebels present as farmers [14] men.", [["rebels"]]),
    ("Oxfam had [14] this morning; the strikers were at [40] an hour later.", [["Oxfam"], ["strikers"]]),
    ("Oxfam had [14] nurses this morning.", [[]]),
    ("Oxfam gave [14] this evening, and 40 tents came by lorry; it was [40] miles to go.", [["Oxfam"], []]),
    ("[14] people have fled, the mayor says. It was [40] on Monday night.", [["mayor"], ["mayor"]]),
    ("[14] people have fled, the mayor says. It was [40] degrees on Monday night.", [["mayor"], []]),
    ("Oxfam said [14] wells were dry. That number is down from around [40] in May.", [["Oxfam"], ["Oxfam"]]),
    ("Berg's evening count: [14], up from [40] at noon. Mayor Ana Berg left.", [["Ana Berg"], ["Ana Berg"]]),
    ("The union's count for Tuesday: [14] marchers.", [["union"]]),
    ('The figure used then, "at least [14]", came from the Red Cross.', [["Red Cross"]]),
    ("The [14] men came from the Red Cross.", [[]]),
    ("The first count of the Red Cross was [14].", [["Red Cross"]]),
    ("The count of hospitals was [14].", [[]]),
    ("Oxfam, a charity, together with [40] partners says [14] wells are dry.", [[], ["Oxfam"]]),
    ("The press and some of their friends said [14] men fell.", [["press"]]),
    ("Mayor Ana Berg left. Her office and doctors said [14] men fell.", [["Ana Berg", "doctors"]]),
    ("What was lost (as of 4 May, Red Cross):\n\n- homes: [14]\n- wells: [40]", [["Red Cross"], ["Red Cross"]]),
    ("What was lost (photo: the Red Cross)\n\n- homes: [14]", [[]]),
    ("The rebel told at first of [14] dead.", [["rebel"]]),
    ("The union counts [14] strikers, the employers just [4].", [["union"], ["employers"]]),
    ("We have a figure from the Red Cross: [14] homes lost.", [["Red Cross"]]),
    ("From the Red Cross: [14] homes lost, 40 hurt.", [["Red Cross"]]),
    ("The Red Cross left. It published on Friday a list of [14] sailors.", [["Red Cross"]]),
    ("Residents we reached by phone put the toll at [14].", [["residents"]]),
    ("19:20 Latest from the coroner: [14] bodies, 40 hurt.", [["coroner"]]),
    ("The union's figure this morning was [14].", [["union"]]),
    ("The union's tally for the week: [14] strikes, up from [40].", [["union"], ["union"]]),
    ("As of June, per the Red Cross: [14] dams full.", [["Red Cross"]]),
    ("From the hill: [14] homes lost, 40 hurt.", [[]]),
    ("Oxfam's tally now stands at [14], the ministry's at [40].", [["Oxfam"], ["ministry"]]),
    ("It cost 14 days by the union's reckoning and [40] men left.", [[]]),
    ("The enemy, as the Red Cross reports, lost [14] men.", [["Red Cross"]]),
    ("The census had [14] people in the town.", [["census"]]),
    ("UN Warns [14] Miners Are Trapped in Mud\n\nThe mud came at noon.", [["United Nations"]]),
    ("Larkin Adds [14] Jobs in Mud Season\n\nThe mud came at noon.", [[]]),
    ("The river, which by UN estimates has taken [14] homes, rose again.", [["United Nations"]]),
    ("The book had [14] pages.", [[]]),
    ("In homes or with relatives: [14]\n\nOthers had left.", [[]]),
    ("The separatist health ministry said [14] fell in Transnistria.", [["Transnistrian government"]]),
    ("Oxfam said [14] wells were dry. In addition, [40] pumps broke.", [["Oxfam"], ["Oxfam"]]),
    ("Oxfam said [14] wells were dry. In addition to the wells, [40] pumps broke.", [["Oxfam"], []]),
    ("By the nurses' count, [14] beds are free.", [["nurses"]]),
    ("His tally of wells at that time, [14], was too low, the mayor said.", [["mayor"]]),
    ("With reference to the Red Cross, our correspondent informs that [14] wells are dry.", [["Red Cross"]]),
    (
        'A summary of what was said by Oxfam\'s spokesperson today, in Lima.\n\n"It took [14] days," our teams said.',
        [["Oxfam"]],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), COUNTS_GIVEN)
def test_who_gives_a_count(marked: str, expected: list[list[str]]) -> None:
    assert names(marked) == expected


_PADDING = " The storm came at noon and the rain fell on the town and on the hills." * 8
UNPOINTED = [
    ("A blast killed [15] men in Larkin local media reported on Monday without giving details.", "local media"),
    ("A blast killed [15] men in Lima Reuters reported.", "Reuters"),
    ("An air strike killed at least [15] civilians in the town of Larkin a monitor said.", "a monitor"),
    (
        "Three men died and [31] fell on Monday the Larkin Union for Sailors said on Tuesday.",
        "the Larkin Union for Sailors",
    ),
    ("[Thirty] homes burned in the north local residents said.", "local residents"),
    ("[Thirty] homes burned on Monday Chilean state media reported.", "Chilean state media"),
    ("[Thirty] homes burned overnight said harbour master Lena Koch.", "harbour master Lena Koch"),
    ("[Thirty] homes burned on the coast he said.", "he"),
    ("The blaze burned [30] homes the mayor told Reuters.", "the mayor"),
    ("The blaze burned [30] homes on Monday a group monitoring the coast said.", "a group monitoring the coast"),
    ("The blaze burned 30 homes the mayor said adding that [four] men died.", "the mayor"),
    ("The blaze burned 30 homes the mayor said including [four] schools.", "the mayor"),
    ("A blast hit the port and [five] men were wounded the mayor said.", "the mayor"),
    ("Shells fell on Larkin leaving [five] dockers killed local officials reported.", "local officials"),
    ("A blast hit the port and [five] men have been killed Chilean state television said.", "Chilean state television"),
    ("At least [45] people were hurt in the town Chilean state television said.", "Chilean state television"),
    ("A blast hit the port. [Five] dockers were also hurt it said.", "it"),
    ("General Tom Roe came. [Five] boats sank off the coast Roe added.", "Roe"),
    ("General Tom Roe came. [Five] boats sank in Larkin said.", None),
    ("[Five] died in bomb attacks in the village of Larkin it said.", "it"),
    ("[Five] men died as a bomb hit a checkpoint in a northern province activists said.", "activists"),
    ("[Five] men died as a bomb hit a checkpoint a group of local activists said.", "a group of local activists"),
    ("[Five] men died as a bomb hit a checkpoint one witness said.", "one witness"),
    ("Five were hurt in the attack the group said with [three] others.", "the group"),
    ("Get short URL 0 12 Varna Police reported the loss of [five] boats.", "Varna Police"),
    ("An army unit the source also said killed [five] men.", "the source"),
    ("The Larkin Union a group of medics said [five] men died.", "The Larkin Union a group of medics"),
    ("Speaking to AFP on Monday Varna governor Ana Roe said [five] men died.", "Varna governor Ana Roe"),
    ("Tom Roe UN envoy came. That [five] men died is a low figure Roe said.", "Roe"),
    ("A raid killed [eight] volunteers opposition activists said on Monday.", "opposition activists"),
    ("A jet hit a clinic killing [five] members of staff activists in the town reported.", "activists in the town"),
    ("[Five] men died when a jet hit a clinic the aid group that supports it said.", "the aid group that supports it"),
    ("In a Sunday statement the Larkin Union said that [five] men died.", "the Larkin Union"),
    ("A jet came for the men who took off those wounded and killed [five] the mayor said.", "the mayor"),
    ("A jet hit [five] trucks that carried those wounded he added.", "he"),
    ("A bomb hit the port with nails said Rami Nasser adding that [five] men died.", "Rami Nasser"),
    ("The raid was claimed by the Larkin Front group which said [five] men died.", "which"),
    ("Tests on victims in Syrias capital point to gas Turkeys health ministry said. It said [five] men died.", "It"),
    ("Manal a 28-year-old nurse in Larkin said [five] men died.", "Manal a 28-year-old nurse in Larkin"),
    (
        "The monitor which relies on a web of sources said [30] men died.",
        "The monitor which relies on a web of sources",
    ),
    ("The monitor which tracks violence said [30] men died.", "The monitor which tracks violence"),
    ("It was a raid which rebels loyal to him said killed [30] men.", "rebels loyal to him"),
    ("The man in the hat said he lost [30] cows.", "The man in the hat"),
    ("Falling short of its aims the army said it lost [30] cows.", "the army"),
    ("Speaking on Monday the mayor said he lost [30] cows.", "the mayor"),
    ("Raids on the town hurt more than [60] men said the Larkin Aid Union a relief group.", "the Larkin Aid Union"),
    (
        '"It hit the town with gas" said Tom Roe head of the clinic adding that it had killed [50] men.',
        "Tom Roe head of the clinic",
    ),
    (
        "Hail fell on [50] farms near Lima on April 15 UN Special Envoy for Peru Ana de Roe said Thursday.",
        "UN Special Envoy for Peru Ana de Roe",
    ),
    (
        "A total of [50] cows drowned in Peru member of the Larkin Council Tom Roe said.",
        "member of the Larkin Council Tom Roe",
    ),
    ("Hail fell on [50] farms near Lima Peruvian Farm Minister Ana Roe said.", "Peruvian Farm Minister Ana Roe"),
    ("Two days of hail had left 20 cows dead and another [50] wounded it said.", "it"),
    (
        "Hail hit the town and hurt [50] cows Perus state-run news agency and local media reported.",
        "Perus state-run news agency and local media",
    ),
    ("Hail fell on [50] farms abroad US Secretary of Health Ana Roe said.", "US Secretary of Health Ana Roe"),
    ("According to a source in the Larkin district the army lost [50] men.", "a source in the Larkin district"),
    ("According to residents Peruvian police shot [50] cows.", "residents"),
    ("According to Save the Children the flood hurt [50] cows.", "Save the Children"),
    ("In the past day raids have hit [50] farms in addition to tens of others injured SANA reported.", "SANA"),
    (
        "[50] farms were hit in raids near a shrine said the Larkin Aid Union (LAU) a group which documents raids.",
        "the Larkin Aid Union (LAU)",
    ),
    ("The victims were mostly cows the monitor said and included [50] calves.", "the monitor"),
    ("Living conditions of the poor show [30] cows are missed.", None),
    ("The toll of [30] is lower than the mayor said.", None),
    ("[Thirty] homes are what the mayor said burned.", None),
    ("The man who lost [30] cows in the fire said nothing.", None),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Rami Nasser head of the Larkin clinic said he lost [30] cows.", "Rami Nasser"),
        ("The Larkin Aid Union another relief group said it lost [30] cows.", "Larkin Aid Union"),
        ("The Larkin Aid Union head said he lost [30] cows.", "Larkin Aid Union head"),
        ("Malis interior ministry said [30] cows drowned.", "Malian government"),
        (
            "Rain fell in Syrias hills and led to floods Turkeys health ministry said. It said [30] cows drowned.",
            "Turkish government",
        ),
        ("Manal a 28-year-old nurse in Larkin said [30] cows drowned.", "Manal"),
        ("Turkeys state-run news agency said [30] cows drowned.", "Anadolu Agency"),
        ("Syrians said [30] cows drowned.", "Syrians"),
        ("The UNs top aid official in Mali said [30] cows drowned.", "United Nations"),
        ("SANAs correspondent said [30] cows drowned.", "SANA"),
        ("Later in the evening Larkin state television said [30] cows drowned.", "Larkin state television"),
        ("Early on Monday the Turkish military said [30] cows drowned.", "Turkish military"),
        ("Hamza Roe the manager of Larkin hospital in Lima said [30] cows drowned.", "Hamza Roe"),
        ("Doctor Ibrahim al-Roe a neurologist in Larkin said [30] cows drowned.", "Ibrahim al-Roe"),
        ("A nurse at the Larkin clinic Bayan Baker said [30] cows drowned.", "Bayan Baker"),
        (
            "An activist in the northern Larkin Heights said [30] cows drowned.",
            "activist in the northern Larkin Heights",
        ),
        ("Tags Lima Floods The Larkin Brigade said [30] cows drowned.", "Larkin Brigade"),
        (
            "A group tracking the war said [30] cows drowned. Ana Roe of the Syrian Observatory said six did.",
            "Syrian Observatory for Human Rights",
        ),
        ("Rescue workers the Larkin Corps said [30] cows drowned.", "Larkin Corps"),
        ("A team of first responders the Larkin Civil Defence said [30] cows drowned.", "Larkin Civil Defence"),
    ],
)
def test_who_is_meant_where_commas_and_apostrophes_are_lost(marked: str, expected: str) -> None:
    assert names(marked + _PADDING) == [[expected]]


@pytest.mark.parametrize(("marked", "expected"), UNPOINTED)
def test_a_text_that_lost_its_commas(marked: str, expected: str | None) -> None:
    assert speaker(marked + _PADDING) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Air strikes kill [40] cows in east Mali Monitor", "Monitor"),
        ("Air strikes kill [40] cows in east Mali war monitor", "war monitor"),
        ("Air strikes kill [40] cows in the market state TV", "state TV"),
        ("Air strikes kill [40] cows in the market State police", "State police"),
        ("Raids kill [40] cows in Mali UNICEF", "UNICEF"),
        ("Air strikes in Mali kill [40] Monitor", "Monitor"),
        ("Air strikes in Mali kill [40] civil defence", "civil defence"),
        ("Air strikes in Mali kill [40] monitors", None),
        ("Air strikes kill [40] cows of a monitor", None),
        ("Air strikes kill [40] cows and hit state TV", None),
        ("Air strikes kill [40] cows near Larkin Police", None),
        ("Air strikes kill [40] rebels", None),
        ("Air strikes kill [40] cows new report", None),
    ],
)
def test_who_closes_a_headline_that_lost_its_colon(marked: str, expected: str | None) -> None:
    assert speaker(f"{marked}\n\nThe raids were many.{_PADDING}") == expected


TURNS = [
    ('"ROE: Do you know?\n\n"BERG: We left.\n\n"ROE: Why?\n\n"BERG: It burned.\n\n"And we lost [40] homes."', "BERG"),
    ("PRICE: 12 euros for you.\n\nPRICE: [40] euros for two, if you like.", None),
    ("Anna Berg came.\n\nROE: How many?\n\nBERG: We lost [40] homes.\n\nROE: Why?\n\nBERG: I do not know.", "BERG"),
    ("Anna Berg came.\n\nBerg: It was bad. We lost [40] homes.\n\nBerg: I know.", "Berg"),
    ("Q: How many?\n\nA: We lost [40] homes.\n\nQ: Why?\n\nA: I do not know.", "A"),
    ("Q: How many? They lost [40] homes.\n\nA: I do not know.\n\nQ: Why?\n\nA: I cannot say.", None),
    ("Moderator: Why did [40] homes burn?\n\nBerg: Well.\n\nModerator: And why did you leave?", "Moderator"),
    ("Anna Berg won.\n\nBerg: [547] votes.\n\nRoe: 31 votes.\n\nBerg: 12 seats.", None),
    ("Price: [40] euros.\n\nWeight: 3 kilos.\n\nPrice: 30 euros for you.", None),
    ("Anna Berg came.\n\nThe result: she lost [40] homes.\n\nThe result: we left.", None),
]


@pytest.mark.parametrize(("marked", "expected"), TURNS)
def test_turns_of_a_transcript(marked: str, expected: str | None) -> None:
    assert speaker(marked) == expected


WORDS = st.sampled_from(
    'the mayor said that "we 40 , . according to Kenya and police he , who told AFP reported by ( ) — : “ ” \n\n '
    "officials 1,200 people In a poll Mr. O'Neil's ministry of".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    article = Article.from_text(text)
    spans = [found.span() for found in re.finditer(r"\d[\d,]*", text)]
    for found in attribute(article, segment(article, RULES), spans, RULES):
        if found is None:
            continue
        for span in (found.speaker, found.cue, found.hedge, found.resolved, found.conduit_span):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


def unknown(text: str) -> tuple[Article, Segments]:
    """An article that nothing is kept of: what one has told before takes no time."""
    article = Article.from_text(text, name=f"{time.process_time_ns()}.txt")
    return article, segment(article, RULES)


HOSTILE = [
    ("said ", "40"),
    ("according to ", "40"),
    ("(", "40"),
    ('"', '"40'),
    ("the mayor, ", "said 40"),
    ("X who said ", "40"),
    ("Kenya and ", "said 40"),
    ("A. ", "40"),
    ("“We lost 40 ", "40"),
    ("he said he ", "40"),
    ("the group said 5 men died and the army said 6 men died and ", "40"),
    ("police said 5 and the army 5, ", "40"),
    ("the 57 claimed by the army and ", "40"),
]


@pytest.mark.once
@pytest.mark.parametrize(("piece", "end"), HOSTILE)
def test_hostile_text_takes_linear_time(piece: str, end: str) -> None:
    def who(text: str) -> None:
        attribute(*unknown(text), [(len(text) - 2, len(text))], RULES)

    assert_in_proportion(who, lambda count: piece * count + end, 1_000)


# Names that sound alike, each of which was looked for in every spelling; one whose small form was looked for each time.
_SPELT = ["Zalenik" + "".join(letters) for letters in itertools.product("aáàâä", "eéèêë", "iíìîï", "oóòôö", "uúùûü")]
REPEATED: list[Callable[[int], str]] = [
    lambda count: " ".join(f"{name} said 40 cows drowned." for name in _SPELT[:count]),
    lambda count: "Berg's lawyer said 40 cows drowned. " * count,
]


@pytest.mark.once
@pytest.mark.parametrize("text_of", REPEATED)
def test_who_says_each_of_many_numbers_takes_linear_time(text_of: Callable[[int], str]) -> None:
    def who(text: str) -> None:
        attribute(*unknown(text), [found.span() for found in re.finditer("40", text)], RULES)

    assert_in_proportion(who, text_of, 300)


@pytest.mark.once
def test_all_numbers_of_a_text_cost_one_pass_over_it() -> None:
    told = " ".join(f"On day {number} the mayor said that {number} homes burned down." for number in range(100, 500))
    spans = [found.span() for found in re.finditer(r"\d+(?= homes)", told)]

    def ask(text: str, asked: list[tuple[int, int]]) -> float:
        return took(lambda spans: [claimcheck.attribute(text, span) for span in spans], asked)

    one = min(ask(f"{told} {end}", spans[:1]) for end in ("It rained.", "It snowed."))  # texts that are read anew
    assert ask(told, spans) < 100 * one + GRAIN  # 400 passes would take 400 times


def test_texts_asked_about_in_turn_and_at_once_keep_apart() -> None:
    texts = [f"{who} said [40] homes burned down." for who in ("Mona Berg", "The mayor", "Kenya's army")] * 20
    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(asked_alone, texts))
    assert at_once == [asked_alone(text) for text in texts]
    assert {found.sources[0].name for found in at_once if found} == {"Mona Berg", "mayor", "Kenyan military"}


def asked_alone(marked: str) -> Attribution | None:
    start, end = marked.index("["), marked.index("]")
    return claimcheck.attribute(marked.replace("[", "").replace("]", ""), (start, end - 1))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The Campaign Against Mines said [12] people were killed.", ["Campaign Against Mines"]),
        ("A statement from the Campaign Against Mines said [12] people were killed.", ["Campaign Against Mines"]),
        (
            "Mali's army denied it. [12] men were freed, head of Mali's presidential office Ali Traore said.",
            ["Ali Traore"],
        ),
        ("Malian officials met. Niger got [12] men back, according to the Ministry for Reintegration.", ["government"]),
        ("Amnesty International lists only [14] such prisoners.", ["Amnesty International"]),
        ("The Kenyan Prosecutor-General's Office said [12] men died.", ["Kenyan government"]),
        ("The Kenyan Cabinet of Ministers said [12] firms failed.", ["Kenyan government"]),
        (
            "The State Commission said [12] died. The State Commission on Prisoners of War met.",
            ["Azerbaijani government"],
        ),
        ("The excavation revealed [12] graves.", []),
        ("The State Commission on Prisoners of War said [12] men had come home.", ["Azerbaijani government"]),
    ],
)
def test_names_that_hold_or_follow_small_words(marked: str, expected: list[str]) -> None:
    assert names(marked) == [expected]


SPEAKERS = [
    "A hospital spokesman",
    "Chief Constable Tom Roe",
    "Coalition spokesman Tom Roe",
    "Local officials",
    "The governor",
    "The official",
    "The airline",
]


@pytest.mark.once
@pytest.mark.parametrize("who_speaks", SPEAKERS)
def test_many_speakers_take_linear_time(who_speaks: str) -> None:
    def who(text: str) -> None:
        attribute(*unknown(text), [found.span() for found in re.finditer("40", text)], RULES)

    assert_in_proportion(who, lambda count: "Kenya mourned. " + f"{who_speaks} said 40 people died. " * count, 100, 16)


@pytest.mark.once
def test_a_name_is_looked_for_in_the_whole_text_once() -> None:
    def who(text: str) -> None:
        attribute(*unknown(text), [found.span() for found in re.finditer("40", text)], RULES)

    told = "Larkin Estates said so. It said 40 people died. " + "It rained, and the hills turned green. " * 20
    assert_in_proportion(who, lambda count: told * count, 20, 16)


def test_he_is_followed_back_over_any_number_of_sentences() -> None:
    told = "The mayor Jan Berg spoke on Monday. " + "The river was lower, he said. " * 1200
    text = f"{told}Some 40 people died, he said."
    (found,) = attribute(*unknown(text), [(text.index("40"), text.index("40") + 2)], RULES)
    assert found is not None
    assert [source.name for source in found.sources] == ["Jan Berg"]


@pytest.mark.once
def test_many_captions_between_two_parts_of_a_speech_take_linear_time() -> None:
    def who(text: str) -> None:
        attribute(*unknown(text), [found.span() for found in re.finditer("40", text)], RULES)

    def speech(count: int) -> str:
        return "“We lost them.\n\n" + "A short caption here\n\n" * (20 * count) + "“" + "We lost 40 men. " * count + "”"

    assert_in_proportion(who, speech, 30, 16)


@pytest.mark.parametrize(
    "text",
    [
        "The official at first said 12 people had died, but later said 50 had.",
        "Sales of 50 homes go as expected",
        "Vote on 50 rules put off as expected\n\nIt had 50 roles.",
    ],
)
def test_a_line_that_ends_at_a_word_that_leads_on_is_read(text: str) -> None:
    assert claimcheck.analyse([claimcheck.Article.from_text(text, name="a.txt")]).readings


BULLETIN = "On the 38th day of the siege the health ministry of Kenya {}:\n\n[90] people died in Lamu.\n\n[12] are \
missing, [five] of them children.\n\n-\n\nIn all [40] houses burned."


@pytest.mark.parametrize("says", ["reported as follows", "said the following in its bulletin", "reported"])
def test_the_entries_of_a_bulletin_are_of_who_issues_it(says: str) -> None:
    assert names(BULLETIN.format(says)) == [["Kenyan government"]] * 4


def test_entries_behind_according_to_are_of_the_same_source() -> None:
    text = "According to the government of Kenya, on 9 July:\n\n[90] people died in Lamu.\n\n[12] are missing."

    assert names(text) == [["Kenyan government"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Osk said:\n\n“We lost 90 homes.”\n\nThe fire burned [40] hectares.",
        "The mayor of Osk said:\n\n90 homes burned.\n\nThe opposition says 60 burned.\n\nSome [40] firms closed.",
        "The mayor of Osk said:\n\n90 homes burned. It was in May. It rained.\n\nSome [40] firms closed.",
    ],
)
def test_a_bulletin_ends_where_somebody_else_speaks_or_the_story_goes_on(text: str) -> None:
    assert names(text) == [[]]


def test_who_is_shouted_in_a_transcript_goes_by_his_full_name() -> None:
    marked = (
        "HART: With me is Marek Dolan, who follows the war. Do you trust these numbers?\n\n"
        "DOLAN: I do. In all [731] people died, and we count the same.\n\n"
        "HART: Why do you think so?\n\nDOLAN: I was there."
    )
    assert names(marked) == [["Marek Dolan"]]
