"""What a quantity counts, what happened, whose, where, when and how certain: short sentences, each with its answer."""

from __future__ import annotations

import pytest
from describe_kit import at, claim, described, value

from claimcheck.examples import DAY, facts
from claimcheck.records import Description, Fact, PartOf, Period, Rejected

# text, number, unit, measure, party, status, scope; "" for unit and measure: not looked at, for the rest: none
SENTENCES = [
    ("Mali and Chad fought. Mali's last official number was 40 dead.", "40", "person", "killed", "Mali", "", ""),
    ("Mali and Chad fought. Bamako's count stood at 40 killed.", "40", "person", "killed", "Mali", "", ""),
    ("Mali's last official number was 40 goats.", "40", "goat", "", "", "", ""),
    (
        "Fighting between Mali and Chad went on.\n\nBamako is silent on its losses. Reuters wrote of 40 killed.",
        "40",
        "",
        "",
        "Mali",
        "",
        "",
    ),
    (
        "Fighting between Mali and Chad went on.\n\nBamako told nothing of its wounded, though 40 died.",
        "40",
        "",
        "killed",
        "Mali",
        "",
        "",
    ),
    (
        "Fighting between Mali and Chad went on.\n\nBamako told nothing of its fees, though 40 died.",
        "40",
        "",
        "killed",
        "",
        "",
        "",
    ),
    (
        "Malian officials say 9 are dead and 40 hurt.\n\n- Chad: 84, adding up both sides",
        "40",
        "",
        "injured",
        "Mali",
        "",
        "",
    ),
    ("A quake hit Mali and Chad.\n\nThe two countries have lost 40 people.", "40", "", "", "", "", "several_lands"),
    ("A quake hit Mali and Chad.\n\nAfter 40 died the two countries lost hope.", "40", "", "killed", "", "", ""),
    ("A quake killed 90 people. At least 40 of the dead were in Mali.", "At least 40", "person", "killed", "", "", ""),
    (
        "A quake killed 90 people. At least 40 of the dead were pupils.",
        "At least 40",
        "pupil",
        "killed",
        "",
        "",
        "some_of",
    ),
    ("Some 90 people died. In the north the number of 40 has not moved.", "40", "", "", "", "", ""),
    ("The bank has not counted its 40 tills.", "40", "till", "", "", "negated", ""),
    ("The toll was first announced as 40, then as 50.", "40", "person", "killed", "", "", "cumulative"),
    ("Some 90 people died, writes the daily Ava Echo, which counts 40 hurt.", "40", "", "injured", "", "", ""),
    ("The mayor told the daily that 40 people had died.", "40", "person", "killed", "", "", ""),
    ("The fever kills 40 people daily.", "40", "person", "killed", "", "", "daily"),
    ("The mill said the same day that it had hired 40 people.", "40", "person", "hired", "", "", ""),
    ("The same day 40 people were killed.", "40", "person", "killed", "", "", "daily"),
    ("The death toll went from 90 to 40 in a single day.", "40", "person", "killed", "", "", "cumulative"),
    ("The daily number of dead went from 90 to 40.", "40", "person", "killed", "", "", "daily"),
    ("In return some 90 farmers were killed: 40 in Wa, 50 in Bo.", "40", "farmer", "killed", "", "", ""),
    ("In Wa 90 people died and 12 were hurt; in Bo 15 and 40.", "40", "person", "injured", "", "", ""),
    ("In Wa 90 people died and 12 were hurt; in Bo some 40, with 15 hurt.", "some 40", "person", "killed", "", "", ""),
    ("Wa had 90 dead and 12 hurt; Bo counted 7 and 40 respectively.", "40", "person", "injured", "", "", ""),
    ("Police held 90 men and seized 12 guns; in Bo 15 men and 40 guns.", "40", "gun", "seized", "", "", ""),
    ("Some 90 people died. The mayor put those in the north at 40.", "40", "person", "killed", "", "", ""),
    ("Some 90 people died. The mayor put those in the north at 40 hotels.", "40", "hotel", "", "", "", ""),
    (
        "Wa puts the number killed at 50.\n\nThe only figure the mayor stands by, he says, is 40.",
        "40",
        "",
        "killed",
        "",
        "",
        "",
    ),
    ("The state confirmed the deaths of 40 of its people.", "40", "person", "killed", "", "confirmed", "some_of"),
    ("The village lost 40 of its people.", "40", "person", "", "", "", ""),
    ("Of the bodies at the institute, 40 were never claimed.", "40", "body", "unidentified", "", "", ""),
    ("Rebels killed 40 soldiers of Mali and Chad sent nine medics.", "40", "soldier", "killed", "Mali", "", ""),
    ("The stadium fire killed 30 people. In the stands there were 40.", "40", "", "", "", "", ""),
    ("Some 40 people died after hours of shelling.", "40", "person", "killed", "", "", ""),
    ("The first counts against the 40 men were dropped.", "40", "man", "", "", "", ""),
    ("Mali and Chad fought a war. In it 90 died. Rescuers spoke of 40 in Bamako.", "40", "", "killed", "", "", ""),
    (
        "Some 90 people fled.\n\nThe evening count: 99, up from 40 at noon.",
        "40",
        "person",
        "displaced",
        "",
        "earlier",
        "",
    ),
    ("The Larkin Medical Center is treating 40 people from the crash.", "40", "", "treated", "", "", "one_house"),
    ("The ferry carried 40 passengers and nine crew.", "40", "passenger", "aboard", "", "", ""),
    (
        "Income rose to 90 million yuan, or 9 yuan per American share (ADS), from 40 million yuan a year ago.",
        "40 million yuan",
        "",
        "",
        "",
        "earlier",
        "",
    ),
    (
        "Counted among the Chadians confirmed hurt in the raid were 40 tourists.",
        "40",
        "",
        "injured",
        "",
        "confirmed",
        "some_of",
    ),
    ("The firm is set to lose 40 jobs.", "40", "job", "", "", "forecast", ""),
    ("Larkin set to lose $40 million in market value", "$40 million", "", "", "", "forecast", ""),
    ("The army set 40 houses on fire.", "40", "house", "burned", "", "", ""),
    ("Police reported 40 additional deaths in the storm.", "40", "person", "killed", "", "", "additional"),
    ("The fighting killed 40 soldiers of Mali and Chad.", "40", "soldier", "killed", "both", "", ""),
    ("The quake killed 40 tourists of Mali and Chad.", "40", "tourist", "killed", "Mali", "", ""),
    (
        "Mali and Chad fought a war. How many people died is unsure. The first figures, 40 in Bamako, told little.",
        "40",
        "",
        "killed",
        "Mali",
        "earlier",
        "",
    ),
    (
        "A quake struck Mali and Chad. How many people died is unsure. The first figures, 40 in Bamako, told little.",
        "40",
        "",
        "killed",
        "",
        "earlier",
        "",
    ),
    (
        "In the first information given out on September 13, the names of 40 dead were told.",
        "40",
        "",
        "",
        "",
        "earlier",
        "",
    ),
    ("The outbreak between Mali and Chad killed 40 people on both sides.", "40", "person", "killed", "both", "", ""),
    ("The war took about 40 Malian and 90 Chadian military lives.", "40", "", "killed", "Mali", "", ""),
    ("The blast wounded 40 Malian, four Chadian and two German soldiers.", "40", "soldier", "injured", "Mali", "", ""),
    ("Thousands protest in Ava against the law.", "Thousands", "person", "protested", "", "", ""),
    ("Hundreds march to the square.", "Hundreds", "person", "protested", "", "", ""),
    (
        "Nine villagers were hurt in Mali and 40 in Chad, according to the two countries' envoys.",
        "40",
        "",
        "",
        "",
        "",
        "",
    ),
    ("Nine were killed, a 90-second clip shows; the police say there were 40.", "40", "person", "killed", "", "", ""),
    (
        "Some 90 people left their homes. The mayor said that no more than 40 had left.",
        "40",
        "",
        "displaced",
        "",
        "",
        "",
    ),
    ("Some 90 people left their homes. They left 40 goats behind.", "40", "goat", "", "", "", ""),
    ("A protest: 90 people are in the square. The police say 40.", "40", "person", "protested", "", "", ""),
    ("Some 90 people protested in Ava. Police say 40, the unions 60.", "40", "person", "protested", "", "", ""),
    ("Some 90 people protested in Ava. Police say 40, the unions 60.", "60", "person", "protested", "", "", ""),
    ("The wounded are another matter. Mali mentioned 40, Chad 60.", "40", "", "injured", "Mali", "", ""),
    ("The wounded are another matter. Mali mentioned 40, Chad 60.", "60", "", "injured", "Chad", "", ""),
    (
        "How many people died is not settled. The first figures, 40 in Ava, told little.",
        "40",
        "",
        "killed",
        "",
        "earlier",
        "",
    ),
    (
        "Some 90 homes and two inns were destroyed. The mayor gave a lower number, 40.",
        "40",
        "home",
        "destroyed",
        "",
        "",
        "",
    ),
    ("The toll more than doubled by the second day and stood at 40.", "40", "person", "killed", "", "", ""),
    ("The toll of Mali is 90 dead and two missing. Chad stopped at 40.", "40", "person", "killed", "Chad", "", ""),
    ("Chad said 90 of its soldiers fell. That exceeds the 40 announced by Mali.", "40", "", "killed", "Mali", "", ""),
    ("Mali admits 40 dead.", "40", "person", "killed", "Mali", "", ""),
    ("The Malian side at first recognised only 40 dead.", "40", "person", "killed", "Mali", "earlier", ""),
    ("Clashes between Mali and Chad: Mali's army says the enemy lost 40 men.", "40", "man", "killed", "Chad", "", ""),
    ("The troops lost 90 in killed and 40 in wounded.", "40", "person", "injured", "", "", ""),
    ("Mines: 90 people, 40 miners among them... died on Monday.", "90", "person", "killed", "", "", ""),
    ("In a day of fighting 40 people died.", "40", "person", "killed", "", "", "cumulative"),
    ("Some 40 soldiers of Chad became martyrs. Our wounded number 90.", "90", "", "injured", "Chad", "", ""),
    ("Some 90 people died. The clerk put that number higher, at 99.", "99", "person", "killed", "", "", ""),
    ("Some 90 people died. The clerk put the number lower, at 40.", "40", "person", "killed", "", "", ""),
    ("Some 90 are missing, fewer than the 400 a clerk gave.", "400", "person", "missing", "", "", ""),
    ("Some 90 are missing, fewer than the 400 guests.", "400", "guest", "", "", "", ""),
    ("At least 40 people, including two children have been killed.", "40", "person", "killed", "", "", ""),
    ("Some 40 houses, including two schools were destroyed.", "40", "house", "destroyed", "", "", ""),
    ("The regiment had 90 casualties, including 40 soldiers killed.", "40", "soldier", "killed", "", "", ""),
    ("The army lost 90 men, including 40 captured.", "40", "", "captured", "", "", ""),
    ("He expects the toll of the flood on the coast of Chad to hit 40.", "40", "person", "killed", "", "forecast", ""),
    ("They met 40 people, including two doctors.", "40", "person", "met", "", "", ""),
    ("Ava is a ruin, with 40 residents not able to return to their homes.", "40", "resident", "displaced", "", "", ""),
    ("Ava is a ruin, with 40 residents unable to return to their homes.", "40", "resident", "displaced", "", "", ""),
    ("Ava is a ruin, with 40 residents able to return to their homes.", "40", "resident", "", "", "", ""),
    (
        "They put the toll at 90, but the number reached 400 after crews finally managed to reach the town.",
        "400",
        "person",
        "killed",
        "",
        "",
        "",
    ),
    ("After the battle the losses of the army are surely not 40.", "40", "person", "casualties", "", "negated", ""),
    ("The army has lost from 40 to 60 men.", "from 40 to 60", "man", "killed", "", "", ""),
    (
        "From 4,000 to 6,000. The office counts losses.\n\nSince May the war has killed from 4,000 to 6,000 soldiers.",
        "From 4,000 to 6,000",
        "soldier",
        "killed",
        "",
        "",
        "",
    ),
    ("The rebels captured in May, whose number has risen to 40, are in Ava.", "40", "rebel", "captured", "", "", ""),
    ("They fed the men captured in May, whose number is put at 40.", "40", "man", "captured", "", "", ""),
    ("The rebels, whose number has reached 40, hold the bridge.", "40", "thing", "", "", "", ""),
    ("They tell only of civilians who died in raids. Their number rose to 40.", "40", "civilian", "killed", "", "", ""),
    (
        "The number of wounded is not known. Doctors put this number at 40.",
        "40",
        "person",
        "injured",
        "",
        "",
        "",
    ),
    ("The number of cars is not known. Doctors treated about 40.", "40", "", "treated", "", "", ""),
    (
        "The number of people who fled to Chad to find work has reached 40.",
        "40",
        "person",
        "displaced",
        "",
        "",
        "",
    ),
    ("The number of fighters who have been transferred to Chad is 40.", "40", "fighter", "deployed", "", "", ""),
    ("It is twice an estimate for the number of people killed of 40.", "40", "person", "killed", "", "estimated", ""),
    (
        "Fighting drove 99 people from home. It is twice the estimate, which stood at 40.",
        "40",
        "person",
        "displaced",
        "",
        "estimated",
        "",
    ),
    (
        "The war displaced 99 people, about half of the population. The estimate stood at 40.",
        "40",
        "person",
        "displaced",
        "",
        "estimated",
        "",
    ),
    ("Some 40 farmers, the whole village, fled.", "40", "farmer", "displaced", "", "", ""),
    ("The two fires burned a combined 40 acres.", "40", "acre", "burned", "", "", ""),
    ("The land received a record 40 visitors last year.", "40", "visitor", "received", "", "", ""),
    ("The virus kills an average of 40 people a year.", "40", "person", "killed", "", "", ""),
    ("The paper has identified 40 civilian deaths.", "40", "civilian", "killed", "", "", ""),
    ("The paper has identified 40 dead civilians.", "40", "civilian", "identified", "", "", ""),
    ("Crowds left the square as authorities arrest 40 of them.", "40", "", "arrested", "", "", ""),
    ("The damage from the flood makes $40.", "$40", "", "cost", "", "", ""),
    (
        "Nine more deaths were told of owing to rain incidents taking the death tally to 40.",
        "40",
        "",
        "killed",
        "",
        "",
        "",
    ),
    ("Some 30 of the territory's 400 Armenians fled.", "400", "", "population", "Armenia", "", ""),
    ("Losses by noon: killed - 12 men, injured – 40 men.", "40", "man", "injured", "", "", ""),
    ("Some 40 residents are not able to return to their homes.", "40", "resident", "displaced", "", "", ""),
    ("Some 40 members were unable to vote.", "40", "member", "", "", "", ""),
    ("After the flood, material damages could reach $40.", "$40", "", "cost", "", "hypothetical", ""),
    ("The death toll from the storm that hit Mali and Niger is now 40.", "40", "person", "killed", "", "", ""),
    ("The losses of the civilian population amount to 40 people.", "40", "person", "killed", "", "", ""),
    ("Human losses of the enemy made up 40 persons.", "40", "person", "killed", "", "", ""),
    ("The storm took roofs, sheds, and400 houses were damaged.", "400", "house", "damaged", "", "", ""),
    ("Neighbours heard 40 gunshots echo from the yard.", "40", "gunshot", "heard", "", "", ""),
    ("Some 40 jobs are likely to go.", "40", "", "jobs_cut", "", "forecast", ""),
    ("The plant is due to cut 40 jobs.", "40", "", "jobs_cut", "", "forecast", ""),
    ("Some 40 people are likely to have died.", "40", "person", "killed", "", "", ""),
    ("The man who shot 40 people is due to hang.", "40", "person", "shot", "", "", ""),
    ("A blast killed 99 Poles and a Dane, with 40 people wounded.", "40", "person", "injured", "", "", ""),
    ("A blast killed 99 Poles and a Dane and wounded 40 others.", "40", "person", "injured", "", "", ""),
    ("A blast killed 99 Poles in Denmark and wounded 40 others.", "40", "person", "injured", "Poland", "", ""),
    ("Thousands attended Mayor Okoro's funeral in Kano.", "Thousands", "person", "attended", "", "", ""),
    ("Some 40 schools around the city opened to provide meals.", "40", "school", "opened", "", "", ""),
    ("The site removed 40 videos found with false claims.", "40", "video", "removed", "", "", ""),
    ("Police described 40 bodies found in a pit.", "40", "body", "found", "", "", ""),
    ("He was one of the 40 Kenyans aboard Ocean Star when it sank.", "40", "person", "aboard", "Kenya", "", ""),
    ("The mill reported a 40% rise in pre-tax profits.", "40%", "", "profit", "", "", ""),
    ("The mill reported a 99% rise in profits to $40 million.", "$40 million", "", "profit", "", "", ""),
    ("Its profit was $99 million, a decline from $40 million.", "$40 million", "", "profit", "", "earlier", ""),
    ("Police told of a 40 percent drop in arrests.", "40 percent", "", "arrested", "", "", ""),
    ("Shares in the mill closed down 40 percent.", "40 percent", "", "price", "", "", ""),
    ("Some 40% approve of the plan.", "40%", "", "supported", "", "", ""),
    ("Some 99% support it and 40% disapprove.", "40%", "", "opposed", "", "", ""),
    ("Some 40 die of cholera each week.", "40", "person", "killed", "", "", ""),
    ("Some 40% supported Okoro and 99% said so.", "40%", "", "supported", "", "", ""),
    ("The main index ended 40 percent lower.", "40 percent", "", "price", "", "", ""),
    ("Shares in the mill rose 99 percent to $40.", "$40", "", "price", "", "", ""),
    ("The fund owns 40 percent of the shares.", "40 percent", "", "owned", "", "", ""),
    ("The mill closed 40 percent of its shops.", "40 percent", "", "closed", "", "", ""),
    ("Use of umbrellas fell 40 percent.", "40 percent", "", "decreased", "", "", ""),
    ("Kolo, a city of 40,000, was cut off.", "40,000", "person", "population", "", "", ""),
    ("Half of its 40,000 residents are poor.", "40,000", "", "population", "", "", ""),
    ("The firm and its 400 residents disagree.", "400", "", "disagreed", "", "", ""),
    ("Rockets hit the port wounding 40 says the mayor.", "40", "person", "injured", "", "", ""),
    ("Work on the 40km line begins on Monday.", "40km", "", "length", "", "", ""),
    ("The 40-mile trek began at noon.", "40-mile", "", "length", "", "", ""),
    ("A 40-tonne truck ploughed into a crowd.", "40-tonne", "", "weight", "", "", ""),
    ("Polls had him leading Senator Okoro of Lagos by 40 percent.", "40 percent", "", "lead", "", "", ""),
    ("They will raise taxes on those earning more than $40,000 a year.", "more than $40,000", "", "earned", "", "", ""),
    ("Some 40 people injured on Monday have died.", "40", "person", "killed", "", "", ""),
    ("Some 40 pupils kidnapped in May by gunmen were freed.", "40", "", "freed", "", "", ""),
    ("Some 40 people injured in the crash were taken to hospital.", "40", "person", "injured", "", "", ""),
    ("Some 40 people injured by a man who died were treated.", "40", "person", "injured", "", "", ""),
    ("It told of the 40 people killed hours earlier by a bomb.", "40", "person", "killed", "", "", ""),
    ("The flood killed 99 people. Some 40 of us got out.", "40", "", "", "", "", ""),
    ("Deaths rose from at least 99 to nearly 40.", "nearly 40", "person", "killed", "", "", ""),
    ("Most of the 40 people who boarded the ferry died.", "40", "person", "boarded", "", "", ""),
    ("The deficit was $99 million, equivalent to 40% of GDP.", "40%", "", "deficit", "", "", ""),
    ("The loss was $99 million, or 40% of its sales.", "40%", "", "lost", "", "", ""),
    ("Peru announced $40m (£30m) to help the towns.", "$40m", "", "pledged", "", "", ""),
    ("It had half of the population of Kolo – which sits at 40,000.", "40,000", "", "population", "", "", ""),
    ("The army said that Kola fired 40 “projectiles” at the port.", "40", "projectile", "launched", "", "", ""),
    ('He pardoned 40 "political prisoners" in May.', "40", "political prisoner", "freed", "", "", ""),
    ("Sirens forced 40 people to find safety in bomb shelters.", "40", "person", "sheltered", "", "", ""),
    ("Some 40 hunters kidnapped last month are being sought.", "40", "hunter", "captured", "", "", ""),
    ("It told of 40 people under the age of 21 who died of the virus.", "40", "person", "killed", "", "", ""),
    ("About 40 pupils attend Ava High School.", "40", "pupil", "attended", "", "", ""),
    ("More than 40 people have donated to the fund.", "40", "person", "donated", "", "", ""),
    ("Some 40 people have serious or life-threatening injuries.", "40", "person", "injured", "", "", ""),
    ("A total of 40 had been taken to two hospitals.", "40", "person", "hospitalised", "", "", ""),
    ("The number of villagers living near the dam who died rose to 40.", "40", "villager", "killed", "", "", ""),
    ("The losses of Mali consisted of 18 tanks and 40 guns.", "40", "gun", "destroyed", "Mali", "", ""),
    ("Chad destroyed 9 tanks of the enemy, 5 drones and 40 guns.", "40", "gun", "destroyed", "enemy of Chad", "", ""),
    ("Mali recognized the death of 40 soldiers.", "40", "soldier", "killed", "Mali", "", ""),
    ("Mali recognized the loss of 5 soldiers, a loss of 40 tanks.", "40", "tank", "destroyed", "Mali", "", ""),
    ("Mali's army announced the deaths of 40 rebels.", "40", "rebel", "killed", "", "", ""),
    ("The Malian army reported the death of 40 militants.", "40", "militant", "killed", "", "", ""),
    ("The Malian army reported the death of 40 soldiers.", "40", "soldier", "killed", "Mali", "", ""),
    ("Hezbollah reported the death of 40 fighters.", "40", "fighter", "killed", "Hezbollah", "", ""),
    ("Mali lost 30 soldiers. Besides, they lost 40 tanks.", "40", "tank", "destroyed", "Mali", "", ""),
    ("Mali lost 30 soldiers. In Chad they lost 40 tanks.", "40", "tank", "destroyed", "", "", ""),
    ("They put the number of injured civilians and troops at 40.", "40", "person", "injured", "", "", ""),
    ("The number of people and cattle killed rose to 40.", "40", "", "killed", "", "", ""),
    ("Since Monday 40 hikers have gone missing.", "40", "hiker", "missing", "", "", ""),
    ("On Monday 40 hikers went missing.", "40", "hiker", "went_missing", "", "", ""),
    ("Mali lost 18 tanks, two units of engineering equipment, 40 guns.", "40", "gun", "destroyed", "Mali", "", ""),
    ('Mali lost 18 tanks, one "Ava" launcher and 40 guns.', "40", "gun", "destroyed", "Mali", "", ""),
    ("Mali lost six UAVs [unmanned aerial vehicles], 40 guns.", "40", "gun", "destroyed", "Mali", "", ""),
    ("Floods: 40 dead, young boy missing.", "40", "", "killed", "", "", ""),
    ("He saw three large, unmarked trucks burn.", "three", "truck", "burned", "", "", ""),
    ("It launched 40 drones and 12 missiles at the base.", "40", "drone", "launched", "", "", ""),
    ("The firm recalled 40 cars.", "40", "car", "recalled", "", "", ""),
    ("The town is empty, with thousands said to have left already.", "thousands", "", "left", "", "", ""),
    ("Nearly 40% of the population has fled.", "40%", "", "displaced", "", "", ""),
    ("They lost 40 Bushmaster armoured fighting vehicles.", "40", "", "destroyed", "", "", ""),
    ("It has been trying to introduce 40 new rules.", "40", "", "introduced", "", "hypothetical", "additional"),
    ("The thousands of dispossessed Kenyans have waited.", "thousands", "person", "displaced", "Kenya", "", ""),
    ("The drone was dropping a 40-kilogram bomb.", "40-kilogram", "", "weight", "", "", ""),
    ("The house has 40 members, he said, and that a vote could be arranged.", "40", "member", "", "", "", ""),
    ("Sales fell by more than expected, dropping 40% in May.", "40%", "", "decreased", "", "", ""),
    ("Some 40 villagers who wish to leave the area gathered in town.", "40", "", "attended", "", "", ""),
    ("The strike left a $40 million gap in its budget.", "$40 million", "", "deficit", "", "", ""),
    ("The number of people queueing at the border rose to 40.", "40", "person", "queued", "", "", ""),
    ("The agency put the number of people in need of help at 40.", "40", "person", "in_need", "", "", ""),
    ("The number of firms offering loans fell to 40.", "40", "firm", "offered", "", "", ""),
    ("Lists were long, with 40 people waiting for treatment.", "40", "person", "waited", "", "", ""),
    ("Some 40 people were seen being wheeled into hospitals.", "40", "person", "hospitalised", "", "", ""),
    ("He shot dead 99 pupils, plus 40 teachers.", "40", "", "killed", "", "", ""),
    ("It announced the dispatch of 40 soldiers to Mali.", "40", "soldier", "deployed", "", "", ""),
    ("The acquittal of 40 officers led to riots.", "40", "officer", "freed", "", "", ""),
    ("Some 40 tourists were told to quarantine.", "40", "", "quarantined", "", "", ""),
    ("Some 40 fraud cases were reported.", "40", "case", "reported", "", "", ""),
    ("The toll rose to 99 and 40 wounded people, most of them men.", "40", "person", "injured", "", "", ""),
    ("The blast left at least 40 dead and injured more than 99.", "at least 40", "", "killed", "", "", ""),
    ("The blast left 99 dead and injured more than 40.", "more than 40", "", "injured", "", "", ""),
    ("Dozens killed, injured in blast", "Dozens", "", "casualties", "", "", ""),
    ("40 rebels killed injured in a raid", "40", "rebel", "casualties", "", "", ""),
    ("A blast killed 40, injured 12", "40", "", "killed", "", "", ""),
    ("Some 40 were killed, wounded men said.", "40", "", "killed", "", "", ""),
    ("The raid left 40 people dead and injured.", "40", "", "casualties", "", "", ""),
    ("Around 40,000 people gathered for the fireworks.", "40,000", "", "attended", "", "", ""),
    ("At the protest around 40,000 people gathered.", "40,000", "", "protested", "", "", ""),
    ("Some 40 police officers swarmed the square.", "40", "", "deployed", "", "", ""),
    ("Some 40 houses caught fire.", "40", "house", "", "", "", ""),
    ("One person remains critically ill.", "One", "person", "infected", "", "", ""),
    ("Some 40 villas were damaged.", "40", "villa", "damaged", "", "", ""),
    ("Some 40 Englishmen were arrested.", "40", "", "arrested", "", "", ""),
    ("Some 99 people were stabbed, 40 of them fatally.", "40", "person", "killed", "", "", ""),
    ("Some 40 people were stabbed, 12 of them fatally.", "40", "person", "injured", "", "", ""),
    ("The blast injured 99 people, 40 fatally.", "40", "person", "killed", "", "", ""),
    ("Along with 14 houses, 3 schools burned.", "14", "house", "burned", "", "", ""),
    ("Smokers are 40 times more likely to fall ill.", "40 times", "", "chance", "", "", ""),
    ("The army broke the truce 40 times.", "40 times", "", "violated", "", "", ""),
    ("The firm moved 99 billion euros ($40 billion) to Bermuda.", "$40 billion", "", "moved", "", "", ""),
    ("The guards came to seize opium and arrest 40 men.", "40", "man", "arrested", "", "", ""),
    ("Of these, 40 houses were listed as “partially damaged”.", "40", "house", "damaged", "", "", ""),
    ("He lives in Kolo, about 40 miles from Kiryat Shmona.", "40 miles", "", "distance", "", "", ""),
    ("The army has advanced up to 40 km inside Mali.", "40 km", "", "advanced", "", "", ""),
    ("Some 40 mourners buried those killed in the attack.", "40", "mourner", "", "", "", ""),
    ("Some 40 people were forced onto the streets.", "40", "person", "displaced", "", "", ""),
    ("Trade grew, registering a 40% increase over May.", "40%", "", "increased", "", "", ""),
    ("Some 40 dams have been put into operation.", "40", "dam", "opened", "", "", ""),
    ("It follows the deaths last Friday of 40 pupils.", "40", "pupil", "killed", "", "", ""),
    ("The blast killed 99 women (a cook and a nurse) as well as 40 pupils.", "40", "pupil", "killed", "", "", ""),
    ("He said 40 vehicles, a large amount of cash and guns were seized.", "40", "vehicle", "seized", "", "", ""),
    ("The army took disciplinary action against 40 officers.", "40", "officer", "punished", "", "", ""),
    ("Some 40 troops are based in the valley.", "40", "", "deployed", "", "", ""),
    ("The air force flew 40 sorties.", "40", "sortie", "carried_out", "", "", ""),
    ("The firm paid 99 euros – about $40 – to settle.", "$40", "", "paid", "", "", ""),
    ("Sales were 99 billion euros, while the figure stood at 40 billion euros in May.", "40", "", "sold", "", "", ""),
    ("Two bases were “hit by gunfire” and 40 people “badly beaten”.", "40", "", "tortured", "", "", ""),
    ("The mayor is “a hero to 40 people”, he said.", "40", "person", "", "", "", ""),
    ("Up to 40 people are likely dead.", "40", "person", "killed", "", "", ""),
    ("Up to 40 people are likely internally displaced.", "40", "person", "displaced", "", "", ""),
    ("The hall seats 40 people.", "40", "person", "capacity", "", "", ""),
    ("Some 40 people were accommodated in hotels.", "40", "person", "sheltered", "", "", ""),
    ("Some 40 people, among them 12 pupils, are staying with relatives.", "40", "person", "sheltered", "", "", ""),
    ("The camp was being used by 40 guards.", "40", "guard", "used", "", "", ""),
    ("He condemned the shooting by police of 40 students.", "40", "student", "shot", "", "", ""),
    ("It recalled the massacre, in late 2014, of 40 pupils.", "40", "pupil", "killed", "", "", ""),
    ("The arrest in Oran of 40 activists was condemned.", "40", "activist", "arrested", "", "", ""),
    ("A fund worth up to $40 million fell by half.", "$40 million", "USD", "worth", "", "", ""),
    ("The flat costs 40 dollars (£30; 35 euros).", "35 euros", "EUR", "cost", "", "", ""),
    ("Of the 40 goats she bought, ten died.", "40", "goat", "bought", "", "", ""),
    ("Some 40 visitors had arrived to hear a recital.", "40", "visitor", "arrived", "", "", ""),
    ("Customs seized 40 live animals.", "40", "animal", "seized", "", "", ""),
    ("Some 40 live overseas.", "40", "", "population", "", "", ""),
    ("Some 40 Kenyans use kerosene.", "40", "person", "used", "Kenya", "", ""),
    ("Hundreds more bodies, many bearing signs of torture, were found.", "Hundreds", "body", "found", "", "", ""),
    ("Gunmen fired shells at the 40 villages.", "40", "village", "attacked", "", "", ""),
    ("Tolo, with a population of 40 people, is located near the sea.", "40", "person", "population", "", "", ""),
    ("Subsidies fell by 40 euros.", "40 euros", "", "decreased", "", "", ""),
    ("The union got a 40% pay rise.", "40%", "%", "increased", "", "", ""),
    ("Shops were hit by the 40% national increase in rates.", "40%", "%", "increased", "", "", ""),
    ("A 40% overall reduction in emissions is planned.", "40%", "%", "decreased", "", "", ""),
    ("Sales and output showed 40% and 7% increases.", "40%", "%", "increased", "", "", ""),
    ("The towns saw 9 percent, 40% and 7 percent drops in rainfall.", "40%", "%", "decreased", "", "", ""),
    ("It put the toll of yesterday's fire at 40.", "40", "", "killed", "", "", ""),
    ("The number of people displaced rose to 40.", "40", "person", "displaced", "", "", ""),
    ("Damage has been reported to 40 homes.", "40", "home", "damaged", "", "", ""),
    ("The army killed, injured or captured 40 men.", "40", "man", "casualties", "", "", ""),
    ("The army put 40 soldiers on heightened alert.", "40", "soldier", "deployed", "", "", ""),
    ("The closure left 40 workers jobless.", "40", "worker", "unemployed", "", "", ""),
    ("There were only 40 passengers in the bus.", "40", "passenger", "aboard", "", "", ""),
    ("He helped rescue 40 people.", "40", "person", "rescued", "", "", ""),
    ("They were 40 percent more likely to die.", "40 percent", "", "chance", "", "", ""),
    ("Some 40 men and nine women who sustained burns were led away.", "40", "man", "injured", "", "", ""),
    ("After the crash 40 people are in moderate condition.", "40", "person", "injured", "", "", ""),
    ("He announced the stationing of 40 soldiers in Mali.", "40", "soldier", "deployed", "", "", ""),
    ("Research found 40 percent of nurses were worried.", "40 percent", "", "worried", "", "", ""),
    ("Since May, 40 people have been victims of landmines.", "40", "person", "casualties", "", "", ""),
    ("She was one of 40 Syrians helping in the town.", "40", "person", "helped", "Syria", "", ""),
    ("Women represent 40 percent of the force.", "40 percent", "", "share", "", "", ""),
    ("The EU expanded from 15 to 40 states.", "40", "", "increased", "", "", ""),
    ("The market shrank 13 percent to 40 million euros.", "40 million euros", "", "decreased", "", "", ""),
    ("The camera is priced at $40.", "$40", "", "cost", "", "", ""),
    ("He fell 40 metres.", "40 metres", "", "distance", "", "", ""),
    ("Windows were broken in 40 houses.", "40", "house", "damaged", "", "", ""),
    ("The guards freed 40 captives.", "40", "captive", "freed", "", "", ""),
    ("The ship, loaded with 40 tonnes of flour, sank.", "40 tonnes", "", "loaded", "", "", ""),
    ("Some 40 conspiracy theorists have descended on the square.", "40", "theorist", "attended", "", "", ""),
    ("Some 40 Melburnians took to the streets.", "40", "melburnian", "protested", "", "", ""),
    ("Tolo was hit by rockets 40 times.", "40 times", "", "attacked", "", "", ""),
    ("Police shot him 40 times.", "40 times", "", "shot", "", "", ""),
    ("The town saw a 40 percent spike in shootings.", "40 percent", "", "increased", "", "", ""),
    ("The judge set bail at $40.", "$40", "", "bail", "", "", ""),
    ("After the attack 40 people suffered from breathing difficulties.", "40", "person", "injured", "", "", ""),
    ("The study found that 40% of teachers stated they were ill.", "40%", "", "answered", "", "", ""),
    ("Police shot her 40 times.", "40 times", "", "shot", "", "", ""),
    ("Some 99 Malian prisoners back from Chadian captivity include 40 soldiers.", "40", "soldier", "", "Mali", "", ""),
    ("Mali's army saw havens in neighbouring Chad after 40 of its men died.", "40", "man", "killed", "Mali", "", ""),
    ("A barrel of crude closed up $99 at $40 on Tuesday.", "$40", "", "price", "", "", ""),
    ("The shares fell to a low of $40 in May.", "$40", "", "price", "", "", ""),
    ("It announced the sale of ten planes for $40 million.", "$40 million", "", "sold", "", "", ""),
    ("The party got 24 donations totalling $40.", "$40", "", "donated", "", "", ""),
    ("Users pay a monthly fee of $40.", "$40", "", "cost", "", "", ""),
    (
        "The new law is $40 million (about 35 million euros) dearer than the old.",
        "$40 million",
        "",
        "increased",
        "",
        "",
        "",
    ),
    ("It is €8 million ($40 million) less than the old.", "$40 million", "", "decreased", "", "", ""),
    ("The plan hangs on sales of oil at $40 a barrel.", "$40", "", "price", "", "", ""),
    ("Nine cousins killed 'gangland-style' in Ohio, police say", "Nine", "cousin", "killed", "", "", ""),
    ("Rain is likely. Some towns could get up to 8 inches.", "up to 8 inches", "", "rainfall", "", "hypothetical", ""),
    ("The storm dumped 8 inches on Ohio. Snow fell in Iowa.", "8 inches", "", "snowfall", "", "", ""),
    ("Snow fell. The bridge has 8 inches of steel.", "8 inches", "", "", "", "", ""),
    ("It picked up speed as expected and was moving at 23 mph.", "23 mph", "", "speed", "", "", ""),
    ("The new bill is $40 million more than the old one.", "$40 million", "", "increased", "", "", ""),
    ("Sales may grow by 50m lei (€9m; $40 million).", "$40 million", "", "sold", "", "hypothetical", ""),
    ("Sales may grow by $50m ($40 million in May).", "$40 million", "", "", "", "", ""),
    ("They hired guards at $40 an hour.", "$40", "", "", "", "", ""),
    ("The council passed a $40 million budget bill.", "$40 million", "", "budgeted", "", "", ""),
    ("The $40 million budget bill committee met.", "$40 million", "", "cost", "", "", ""),
    (
        "The council approved the $40 million (about €35 million at the official rate) city budget.",
        "$40 million",
        "",
        "budgeted",
        "",
        "",
        "",
    ),
    ("The agency has a budget of $5 million and 40 clerks.", "40", "clerk", "", "", "", ""),
    ("The $40 (€35) fine was upheld.", "$40", "", "fined", "", "", ""),
    ("Rain fell on a camp of 40,000 people.", "40,000", "person", "population", "", "", ""),
    ("40,000 residents.", "40,000", "resident", "", "", "", ""),  # nothing before and nothing behind
    ("The thousands of men still sleeping rough need tents.", "thousands", "", "slept", "", "", ""),
    ("Six youths are on trial for arson.", "Six", "", "charged", "", "", ""),
    ("The collapse led to 40 job losses.", "40", "", "jobs_cut", "", "", ""),
    ("The country's exports to Togo stood at $40 million.", "$40 million", "", "exported", "", "", ""),
    ("Lloyd's exports 40 tons.", "40 tons", "", "exported", "", "", ""),
    ("Togo's GDP was put at $40 million.", "$40 million", "", "gdp", "", "", ""),
    ("A $40 million cut to the budget hit schools.", "$40 million", "", "cut", "", "", ""),
    ("Murders rose 99 percent in just 40 days.", "40 days", "", "duration", "", "", ""),
    ("About 40 people in the UK suffer from the disease.", "40", "person", "affected", "", "", ""),
    ("Some 40 patients had operations and visits postponed.", "40", "patient", "postponed", "", "", ""),
    ("There are 40 countries blaming Togo.", "40", "country", "blamed", "", "", ""),
    ("Firms such as Boa and Kola Inc, employ 40 people.", "40", "person", "employed", "", "", ""),
    ("The raid left 40 soldiers killed and wounded.", "40", "soldier", "casualties", "", "", ""),
    ("Divers pulled the bodies of 40 pupils out of the lake.", "40", "body", "found", "", "", ""),
    ("Criminal cases were initiated against 40 people.", "40", "person", "charged", "", "", ""),
    ("Some 40 villages were left without gas.", "40", "village", "without_gas", "", "", ""),
    ("Some 40 people applied for medical help.", "40", "person", "treated", "", "", ""),
    ("Some 40 captives are still held in the north.", "40", "captive", "captured", "", "", ""),
    ("The gang robbed 40 passengers.", "40", "passenger", "robbed", "", "", ""),
    ("Guards turned back 40 migrants.", "40", "migrant", "turned_back", "", "", ""),
    ("The plane had 40 passengers and a crew of six when it crashed.", "40", "passenger", "aboard", "", "", ""),
    ("Firefighters put out 40 blazes.", "40", "blaze", "", "", "", ""),
    ("The rupee shed 40 percent against the dollar.", "40 percent", "", "price", "", "", ""),
    ("The jabs give 40 percent protection against the virus.", "40 percent", "", "efficacy", "", "", ""),
    ("A poll found 40 percent against the bill.", "40 percent", "", "opposed", "", "", ""),
    ("Some 40 percent of children are eligible for it.", "40 percent", "", "eligible", "", "", ""),
    ("Some 40 people were released from hospital.", "40", "person", "recovered", "", "", ""),
    ("Some 40 pupils remain in the hands of gunmen.", "40", "pupil", "captured", "", "", ""),
    ("Togo has resettled 40 Kenyans.", "40", "person", "resettled", "Kenya", "", ""),
    ("The agency appealed for $40.", "$40", "", "requested", "", "", ""),
    ("The army planted 99 mines in Gao and 40 shells in Mopti.", "40", "shell", "planted", "", "", ""),
    ("There were 40 air strikes on the port.", "40", "", "carried_out", "", "", ""),
    ("The trucks came with food for 40 families.", "40", "family", "aided", "", "", ""),
    ("Nine people were hurt in 40 accidents.", "40", "accident", "occurred", "", "", ""),
    ("There were 40 large explosions in the port.", "40", "explosion", "exploded", "", "", ""),
    ("The rebels barraged the port with 40 rockets.", "40", "rocket", "launched", "", "", ""),
    ("The raid came following a barrage of 40 shells.", "40", "shell", "launched", "", "", ""),
    ("Kenya has 40 soldiers in Mali.", "40", "soldier", "deployed", "Kenya", "", ""),
    ("There are 40 fire engines and nine fire crews in attendance.", "40", "fire engine", "deployed", "", "", ""),
    ("Some 40 districts are under a state of emergency.", "40", "district", "declared", "", "", ""),
    ("Some 40 shops are still missing power.", "40", "shop", "without_power", "", "", ""),
    ("The plan means $40 million in tax cuts.", "$40 million", "", "cut", "", "", ""),
    ("The mayor promised tax cuts worth $40 million.", "$40 million", "", "cut", "", "", ""),
    ("There was a tax increase of around $40 million.", "$40 million", "", "increased", "", "", ""),
    ("Spending was cut by $40 million.", "$40 million", "", "cut", "", "", ""),
    ("The budget was cut to $40 million.", "$40 million", "", "budgeted", "", "", ""),
    ("The price rises to $40.", "$40", "", "cost", "", "", ""),
    ("The rain led to 40 villages being flooded.", "40", "village", "flooded", "", "", ""),
    ("The trial ended with 40 rebels being freed.", "40", "rebel", "freed", "", "", ""),
    ("Some 40 shops are due to be closed on Monday.", "40", "shop", "closed", "", "forecast", ""),
    ("Some 40 villagers were able to flee.", "40", "villager", "displaced", "", "", ""),
    ("Some 40 sailors are confirmed as having drowned.", "40", "sailor", "killed", "", "confirmed", ""),
    ("Some 40 riders had life-threatening injuries.", "40", "rider", "injured", "", "", ""),
    ("The mayor ordered 40 bakeries closed.", "40", "bakery", "closed", "", "", ""),
    ("The town got 40 inches (99 cm) of rain.", "40 inches", "", "rainfall", "", "", ""),
    ("The town got 40 inches (99 cm) of rain.", "99 cm", "", "rainfall", "", "", ""),
    ("The mayor spoke of 40 kilometres (25 miles) of road.", "40 kilometres", "", "length", "", "", ""),
    ("Five people were killed in the attack 40 others injured.", "40", "person", "injured", "", "", ""),
    ("The exact number of people killed is not known but is put at 40.", "40", "person", "killed", "", "", ""),
    (
        "Some 99 homes had been burned down. The previous estimate had been 40 homes.",
        "40",
        "",
        "destroyed",
        "",
        "earlier",
        "",
    ),
    ("The union counted 99,000 marchers (40,000, according to the police).", "40,000", "", "protested", "", "", ""),
    ("Mali paid 99 farmers. The record was 40 goals.", "40", "goal", "", "", "", ""),
    ("Some 40 people remain in captivity in Mali.", "40", "person", "captured", "", "", ""),
    ("There were 40 soldiers in the barracks.", "40", "soldier", "present", "", "", ""),
    ("There were 40 soldiers in the film.", "40", "soldier", "", "", "", ""),
    ("Schools in 40 districts were closed.", "40", "district", "closed", "", "", ""),
    ("Some 40 men who were arrested on Monday were freed.", "40", "man", "freed", "", "", ""),
    ("Mali handed over to Niger 40 detained men.", "40", "man", "freed", "", "", ""),
    ("Ferry Sinks With 40 Aboard", "40", "", "aboard", "", "", ""),
    ("Some 40 migrants were walking to the border.", "40", "migrant", "walked", "", "", ""),
    ("Dozens of trucks carrying bread reached the camp.", "Dozens", "truck", "arrived", "", "", ""),
    ("The material damage inflicted upon 40 cars was heavy.", "40", "car", "damaged", "", "", ""),
    ("Some 99 people left Ava and about 40 left Zenica.", "40", "", "left", "", "", ""),
    ("The walkout by 40 nurses was their first.", "40", "nurse", "walked_out", "", "", ""),
    ("The attack by 40 gunmen was their first.", "40", "gunman", "", "", "", ""),
    ("The town of 40 people was on the map.", "40", "person", "population", "", "", ""),
    ("Kenya's 40 million people had no say.", "40 million", "person", "population", "Kenya", "", ""),
    ("So far 90 of the 400 residents of the town have fled.", "400", "resident", "population", "", "", ""),
    ("The list of 40 people was on the map.", "40", "person", "", "", "", ""),
    ("In the war, 40 martyrs have been identified.", "40", "", "identified", "", "", ""),
    ("In the war, 40 deaths were found to be of women.", "40", "", "killed", "", "", ""),
    ("After the ferry sank, 40 people were confirmed as missing.", "40", "person", "missing", "", "confirmed", ""),
    ("Around 40 villagers there were listed by the Red Cross as missing.", "40", "villager", "missing", "", "", ""),
    ("Some 40 guests were registered as present.", "40", "guest", "registered", "", "", ""),
    ("The final toll of the sinking was 40 survivors and 93 missing.", "40", "", "rescued", "", "", ""),
    ("The toll of the quake was 40 people.", "40", "person", "killed", "", "", ""),
    ("40 Soldiers, 12 Civilians Missing After War", "40", "soldier", "missing", "", "", ""),
    ("The tests led to the identification of 40 men missing since May.", "40", "man", "identified", "", "", ""),
    ("The flood left 40 men missing.", "40", "man", "missing", "", "", ""),
    ("Some 90 people were killed. Of the civilians, 40 are minors.", "40", "", "killed", "", "", ""),
    ("Some 90 people were killed, in which 40 children are included.", "40", "child", "killed", "", "", ""),
    (
        "They say 340 have died. The mayor left. The 340 figure was based on guesses.",
        "The 340",
        "",
        "killed",
        "",
        "",
        "",
    ),
    ("The number of dead is estimated by aid groups to be 340.", "340", "person", "killed", "", "estimated", ""),
    ("The ferry carried 90 passengers and 40 cars.", "40", "car", "carried", "", "", ""),
    ("The crash came as a bus with 40 pupils fell into a river.", "40", "pupil", "aboard", "", "", ""),
    ("The crash came as a school with 40 pupils burned.", "40", "pupil", "", "", "", ""),
    ("Some 40 youths attacked the officers.", "40", "", "attacked", "", "", ""),
    ("Some 40 gunmen killed the officers.", "40", "gunman", "", "", "", ""),
    ("The bodies of only 40 villagers have been found.", "40", "body", "found", "", "", ""),
    ("The find of more bodies brought the death toll to 40.", "40", "person", "killed", "", "", ""),
    ("They share a 40-km border.", "40-km", "kilometre", "length", "", "", ""),
    ("The quake struck 40 kilometres south of the town.", "40 kilometres", "kilometre", "", "", "", ""),
    ("Of the border 40 kilometres remain unmarked.", "40 kilometres", "kilometre", "unmarked", "", "", ""),
    ("Some 99 men are held, including 40 of whom it is said that they ran.", "40", "", "", "", "", ""),
    ("Some 99 men are held, including 40 of whom have been charged.", "40", "", "charged", "", "", ""),
    ("A man died after a ferry with 40 people aboard sank.", "40", "person", "aboard", "", "", ""),
    ("There were 40 men and nine cars on board.", "40", "man", "aboard", "", "", ""),
    ("Kenya saw 40 incidents of ceasefire violations.", "40", "incident", "violated", "", "", ""),
    ("Some 40 people, including the mayor, women and boys, were hurt.", "40", "person", "injured", "", "", ""),
    ("Some 40 people, including six women were hurt in the crash.", "40", "person", "injured", "", "", ""),
    ("Some 40 people, among them six boys and a nurse have been held.", "40", "person", "arrested", "", "", ""),
    ("Crews pulled a nurse, two boys and 40 women out of the rubble.", "two", "boy", "rescued", "", "", ""),
    ("Crews pulled a nurse, two boys and 40 women out of the rubble.", "40", "woman", "rescued", "", "", ""),
    ("Some 40 patients are said to be in critical condition.", "40", "patient", "injured", "", "", ""),
    ("Also destroyed in clashes on Oct. 7 were 40 trucks.", "40", "truck", "destroyed", "", "", ""),
    ("The storm caused 40 houses outside the town of Ava to collapse.", "40", "house", "destroyed", "", "", ""),
    ("They hacked to death 40 farmers.", "40", "farmer", "killed", "", "", ""),
    ("Gunmen attack village, kill 40", "40", "person", "killed", "", "", ""),
    ("Seventy died in Gao and 40 in Mopti.", "40", "person", "killed", "", "", ""),
    ("The rescue teams are out to find the missing 40 people.", "40", "person", "missing", "", "", ""),
    ("The town was hit by floods, with 40 people killed.", "40", "person", "killed", "", "", ""),
    ("The number of deaths – 40 – is high.", "40", "person", "killed", "", "", ""),
    ("The toll rose again on Monday, reaching 40.", "40", "person", "killed", "", "", "cumulative"),
    ("Of the flats, 90 percent were “uninhabitable”.", "90 percent", "", "damaged", "", "", ""),
    ("Some 99 rockets were fired, 40 of which were duds.", "40", "", "", "", "", ""),
    ("Some 99 rockets were seen, 40 of which were fired in May.", "40", "", "launched", "", "", ""),
    ("The attack left “nearly 40” rebels dead.", "nearly 40", "rebel", "killed", "", "", ""),
    ("A reader found “40” reasons to laugh.", "40", "reason", "found", "", "", ""),
    ("Kenya gave a toll of 33. It was later updated to 40.", "40", "person", "killed", "", "", ""),
    ("The blast killed 33 men. It came to 40 towns.", "40", "town", "", "", "", ""),
    ("The toll was given as 40.", "40", "person", "killed", "", "", ""),
    ("The fate of 40 remains unknown.", "40", "person", "missing", "", "", ""),
    ("The blast left 40 women and 33 men dead.", "40", "woman", "killed", "", "", ""),
    ("As a result of the shelling 40 people died.", "40", "person", "killed", "", "", ""),
    ("Some 40 clinics in the town were partially or totally destroyed.", "40", "clinic", "destroyed", "", "", ""),
    ("Kenya lost two trucks carrying shells and 40 guns.", "40", "gun", "destroyed", "Kenya", "", ""),
    ("Some 40 men who were hurt have since died.", "40", "man", "killed", "", "", ""),
    ("Some 40 men of the army who were killed were fathers.", "40", "man", "killed", "", "", ""),
    ("It listed the losses as 40 tanks.", "40", "tank", "destroyed", "", "", ""),
    ("The toll rose as 40 bodies were found.", "40", "body", "found", "", "", ""),
    ("A find took the total of those killed to 40.", "40", "person", "killed", "", "", ""),
    ("Some 40 boys received stab wounds.", "40", "boy", "injured", "", "", ""),
    ("In May, when scores were killed, the war ended.", "scores", "person", "killed", "", "", ""),
    ("Gunmen opened fire on 40 settlements.", "40", "settlement", "attacked", "", "", ""),
    ("Villagers, including 40 boys, fled on Monday.", "40", "boy", "displaced", "", "", ""),
    ("Several shops, including 40 bakeries, are red.", "40", "bakery", "", "", "", ""),
    ("The mayor was killed on Monday along with 40 guards.", "40", "guard", "killed", "", "", ""),
    ("A general and a colonel, Maj. Gen. Poe and Col. Roe, died with 40 men.", "40", "man", "killed", "", "", ""),
    ("Kenya put its dead at 40; Ghana said more had died.", "40", "person", "killed", "Kenya", "", ""),
    ("Among the dead was a girl, and among the hurt 40 boys.", "40", "boy", "injured", "", "", ""),
    ("There were 90 people hurt, among which 40 boys.", "40", "boy", "injured", "", "", ""),
    ("The rebels inflicted casualties on 40 troops.", "40", "soldier", "casualties", "", "", ""),
    ("Kenya is ready to hand the bodies of 40 soldiers over.", "40", "body", "returned", "", "", ""),
    ("The list names 40 men who “were killed in battle”.", "40", "man", "killed", "", "", ""),
    ("The guns keep firing: 40 soldiers killed", "40", "soldier", "killed", "", "", ""),
    ("The dead number in the hundreds.", "hundreds", "person", "killed", "", "", ""),
    ("The town is home to 40 families.", "40", "family", "population", "", "", ""),
    ("Kenya put its own dead at 40 soldiers.", "40", "soldier", "killed", "Kenya", "", ""),
    ("Kenya puts its wounded at 40.", "40", "person", "injured", "Kenya", "", ""),
    ("The UN upped its toll to 40.", "40", "person", "killed", "", "", "cumulative"),
    ("The number of killed Kenyan soldiers rose to 40.", "40", "soldier", "killed", "Kenya", "", ""),
    ("Some 40 people are said by the police to have died.", "40", "person", "killed", "", "", ""),
    ("Some 40 men were fed by a nurse to stay strong.", "40", "man", "fed", "", "", ""),
    ("He pointed out that 40 people were hurt.", "40", "person", "injured", "", "", ""),
    ("Some 90 people died, a source told AFP, including 40 boys.", "40", "boy", "killed", "", "", ""),
    ("The army eliminated 90 rebels, including 40 doctors.", "40", "doctor", "killed", "", "", ""),
    ("Police seized 90 rifles, including 40 pistols.", "40", "pistol", "seized", "", "", ""),
    ("Death toll in Kenyan floods now 40", "40", "person", "killed", "", "", "cumulative"),
    ("Death toll from quake at 40", "40", "person", "killed", "", "", "cumulative"),
    ("The victims were 20 civilians, including one girl, seven women and 12 men.", "one", "girl", "", "", "", ""),
    ("The toll of the quake in Mali and Niger rose to 40 people.", "40", "person", "killed", "", "", "several_lands"),
    ("They found bodies in 40 houses the mayor said were destroyed.", "40", "house", "destroyed", "", "", ""),
    ("They fear for 40 civilians and prisoners of war who went missing.", "40", "person", "went_missing", "", "", ""),
    ("Sappers found and defused 40 shells and 12 mines.", "40", "", "found", "", "", ""),
    ("Sappers found and defused 40 shells and 12 mines.", "12", "mine", "found", "", "", ""),
    ("Some 80 mines and shells - 70 mines, 10 shells were found there.", "80", "mine", "found", "", "", ""),
    ("The war cost thousands of lives [Kyodo]", "thousands", "person", "killed", "", "", ""),
    ("Some 40 members of the Kenyan armed forces died.", "40", "soldier", "killed", "Kenya", "", ""),
    ("A blast killed 45 elements of a commando unit.", "45", "soldier", "killed", "", "", ""),
    ("A blast killed 12 members of an elite police unit.", "12", "police", "killed", "", "", ""),
    ("A blast killed 12 members of the task force.", "12", "member", "killed", "", "", ""),
    ("A blast killed 12 members of the family.", "12", "member", "killed", "", "", ""),
    ("Two helicopter gunships were shot down.", "Two", "helicopter", "destroyed", "", "", ""),
    ("Kenya has reported 40 deaths among its troops.", "40", "soldier", "killed", "Kenya", "", ""),
    ("There were 40 casualties among Ghanaian civilians.", "40", "civilian", "casualties", "Ghana", "", ""),
    ("The storm caused 40 deaths among the cattle.", "40", "cattle", "killed", "", "", ""),
    ("Kenya reported 40 deaths of cholera.", "40", "person", "killed", "", "", ""),
    ("The Kenyan side admitted the loss of 40 fighters.", "40", "fighter", "killed", "Kenya", "", ""),
    ("The agency reported the loss of 40 homes in Kenya.", "40", "home", "destroyed", "", "", ""),
    ("Kenya said its count of troops killed in Ghana rose to 40.", "40", "soldier", "killed", "Kenya", "", ""),
    ("The hospital in Kenya said its toll of dead had risen to 40.", "40", "person", "killed", "", "", "cumulative"),
    ("Kenya, which on Monday put its toll of dead at 40.", "40", "person", "killed", "Kenya", "", "cumulative"),
    ("Kenya and Ghana report 40 troops dead.", "40", "soldier", "killed", "both", "", ""),
    ("Clashes leave 40 troops dead, Kenya and Ghana report", "40", "soldier", "killed", "both", "", ""),
    ("Kenya and Ghana said 40 troops fell in Mali.", "40", "soldier", "killed", "", "", ""),
    ("On the Kenyan side, 40 soldiers died.", "40", "soldier", "killed", "Kenya", "", ""),
    ("40 troops died on the Kenyan side and 12 on the Malian side.", "12", "soldier", "killed", "Mali", "", ""),
    ("A Kenyan colonel and 40 soldiers died.", "40", "soldier", "killed", "Kenya", "", ""),
    ("A Kenyan colonel and 40 civilians died.", "40", "civilian", "killed", "", "", ""),
    ("Kenya's army, in clashes with Ghana, lost 40 of its men.", "40", "man", "killed", "Kenya", "", ""),
    ("Kenya's army marched into Ghana and said 40 of its men died.", "40", "man", "killed", "Kenya", "", ""),
    ("Kenya's army said the country had lost 40 men.", "40", "man", "killed", "Kenya", "", ""),
    ("In the war in Ukraine, Russian shells killed 40 troops.", "40", "soldier", "killed", "Ukraine", "", ""),
    ("In the war in Ukraine, clashes with Russia killed 40 troops.", "40", "soldier", "killed", "", "", ""),
    ("Kenya's side admitted the loss of 40 fighters.", "40", "fighter", "killed", "Kenya", "", ""),
    ("At least 40 of those killed were children.", "40", "child", "killed", "", "", "some_of"),
    ("In Nairobi, 40 soldiers were said by the Kenyan army to have died.", "40", "soldier", "killed", "Kenya", "", ""),
    ("Kenyan side: 40 soldiers killed, 12 hurt.", "40", "soldier", "killed", "Kenya", "", ""),
    ("The Kenyan side captured 40 soldiers.", "40", "soldier", "captured", "", "", ""),
    ("Some 40 people, or 20 percent of those killed, were shot dead.", "40", "person", "killed", "", "", "some_of"),
    ("Some 40 workers, or 20 percent of the staff, were killed.", "40", "worker", "killed", "", "", ""),
    ("Two Kenyans died, bringing the toll on both sides to 40.", "40", "person", "killed", "both", "", "cumulative"),
    ("The surrender of 40 servicemen was told on Monday.", "40", "soldier", "captured", "", "", ""),
    ("There were 40 collapsed houses.", "40", "house", "destroyed", "", "", ""),
    ("The state retrieved 40 prisoners of war.", "40", "prisoner", "freed", "", "", ""),
    ("150 of the 1,275 captured Serbs were killed.", "150", "person", "killed", "Serbia", "", ""),
    ("The police caught ten robbers and shot two of them.", "two", "robber", "shot", "", "", ""),
    ("Rescuers found 12 miners, 5 of whom were dead.", "5", "", "killed", "", "", ""),
    ("The bomb killed 613 people, including 169 women and children.", "169", "person", "killed", "", "", ""),
    ("The attack left 613 dead and 20 wounded.", "613", "person", "killed", "", "", ""),
    ("The attack left 613 dead and 20 wounded.", "20", "person", "injured", "", "", ""),
    ("Officials dug up the remains of five people.", "five", "person", "found", "", "", ""),
    ("The army lost 3,209 soldiers and 774 civilians died.", "774", "civilian", "killed", "", "", ""),
    ("Gunmen killed 5 and wounded 12.", "12", "person", "injured", "", "", ""),
    ("Gunmen killed 5 and wounded 12.", "5", "person", "killed", "", "", ""),
    (
        "Kenya lost 45 tanks, 45 infantry fighting vehicles, 12 guns and one cutter.",
        "12",
        "gun",
        "destroyed",
        "Kenya",
        "",
        "",
    ),
    (
        "The Kenya Defence Forces (KDF) fought on. Rebels said they killed 40 KDF soldiers.",
        *("40", "soldier", "killed", "Kenya", "", ""),
    ),
    ("The Kenya Red Cross (KRC) came. At least 40 KRC workers were killed.", "At least 40", "", "killed", "", "", ""),
    ("Kenya and Ghana have lost 40 men in the clash.", "40", "man", "killed", "both", "", ""),
    ("Kenya lost 12 men and Ghana 40.", "40", "", "killed", "Ghana", "", ""),
    ("Ghana said it lost 12 soldiers, Kenya at least 40.", "at least 40", "", "killed", "Kenya", "", ""),
    ("Kenya lost 12 men in Ghana, 40 of them in one night.", "40", "", "killed", "Kenya", "", ""),
    ("Kenya lost 40 armored fighting vehicles and 12 guns.", "12", "gun", "destroyed", "Kenya", "", ""),
    ("Kenya lost 40 men, three combat armored vehicles and 11 cars.", "11", "car", "destroyed", "Kenya", "", ""),
    ("Kenya lost 4 Sukhoi Su-25s, 30 balloons, and 17 UAVs.", "17", "drone", "destroyed", "Kenya", "", ""),
    ("Some 40 people fighting fires were hurt.", "40", "person", "injured", "", "", ""),
    ("The Kenyan armed forces lost 40 men.", "40", "man", "killed", "Kenya", "", ""),
    ("Kenyan losses came to 40 soldiers, Ghana's army said.", "40", "soldier", "killed", "Kenya", "", ""),
    ("The losses of the Kenyan army rose to 40 men, Ghana's army said.", "40", "man", "killed", "Kenya", "", ""),
    ("The enemy's losses rose to 40 men, Ghana's army said.", "40", "man", "killed", "enemy of Ghana", "", ""),
    ("Kenya has 40 casualties, 190 wounded soldiers.", "40", "person", "casualties", "Kenya", "", ""),
    ("Kenya has 40 casualties, 190 wounded soldiers.", "190", "soldier", "injured", "Kenya", "", ""),
    ("Losses came to 40 men killed and hurt, 12 guns.", "12", "gun", "destroyed", "", "", ""),
    (
        "The losses of Kenya amounted to: personnel – 480 (+40); tanks – 33 (+4).",
        "33",
        "tank",
        "destroyed",
        "Kenya",
        "",
        "",
    ),
    (
        "Kenya lost much equipment, including:\n\n* 40 tanks\n* 12 guns\n* 9 jets",
        "9",
        "jet",
        "destroyed",
        "Kenya",
        "",
        "",
    ),
    ("By Monday evening 45 trees had been planted.", "45", "tree", "planted", "", "", ""),
    ("From May 4, 2022 to June 3 losses were at least 45 tanks.", "45", "tank", "destroyed", "", "", ""),
    ("Some 33,000 people were forced to leave the city.", "33,000", "person", "displaced", "", "", ""),
    ("Some 40 people have sustained various injuries.", "40", "person", "injured", "", "", ""),
    ("The rains led to injuries to 40 people.", "40", "person", "injured", "", "", ""),
    ("A shell fatally wounded 4 men and wounded 5.", "4", "man", "killed", "", "", ""),
    ("Some 160 homes were hit while 117 were destroyed.", "117", "home", "destroyed", "", "", ""),
    ("Five people died and eight others had fits.", "eight", "person", "", "", "", ""),
    (
        "The flood destroyed 375 bridges: 165 in the north, 107 in the south, 65 in the east and 16 in the west.",
        "16",
        "bridge",
        "destroyed",
        "",
        "",
        "",
    ),
    ("The IDF lost 40 soldiers.", "40", "soldier", "killed", "Israel", "", ""),
    ("The flood washed away 45 kilometres of roads.", "45 kilometres", "kilometre", "damaged", "", "", ""),
    ("The flood left 1634 injured.", "1634", "person", "injured", "", "", ""),
    ("The losses of Kenya were put at: personnel – 480; tanks – 33", "33", "tank", "destroyed", "Kenya", "", ""),
    ("Some 45 villagers were kidnapped and killed.", "45", "villager", "killed", "", "", ""),
    ("Police arrested 45 men and killed 3.", "45", "man", "arrested", "", "", ""),
    ("Some 58 men were killed, while both sides blame the other.", "58", "man", "killed", "", "", ""),
    ("Two Kenyan soldiers were killed, four injured.", "four", "soldier", "injured", "Kenya", "", ""),
    ("Kenyan losses in this [Lom] area came to 28 men, three tanks.", "three", "tank", "destroyed", "Kenya", "", ""),
    ("Another 487 others were hurt.", "487", "person", "injured", "", "", ""),
    ("The toll rose to 45.", "45", "person", "killed", "", "", ""),
    ("Police on Friday revised to 45 the number of people killed.", "45", "person", "killed", "", "revised", ""),
    ("Two more died, raising to 45 the number of miners killed.", "45", "miner", "killed", "", "", ""),
    ("The ministry raised to 45 the toll of the quake.", "45", "person", "killed", "", "revised", ""),
    ("Burglars made off with $3 million worth of watches.", "$3 million", "USD", "stolen", "", "", ""),
    ("Some €2 million worth of tobacco was seized.", "€2 million", "EUR", "seized", "", "", ""),
    ("A lorry carried £40,000 worth of cheese.", "£40,000", "GBP", "worth", "", "", ""),
    ("The coastguard arrested 12 Kenyan and 11 Tanzanian smugglers.", "12", "smuggler", "arrested", "Kenya", "", ""),
    ("Some 12 Bureau of Fisheries inspectors were hurt.", "12", "inspector", "injured", "", "", ""),
    ("The ferry had 26 Ghanaian crew onboard.", "26", "crew", "aboard", "Ghana", "", ""),
    ("Customs seized 30 lanterns.", "30", "lantern", "seized", "", "", ""),
    ("Strike on market kills 15 Monitor", "15", "person", "killed", "", "", ""),
    ("Fire kills dozens Council meets", "dozens", "person", "killed", "", "", ""),
    ("Raids kill 20 Chadian militants monitor", "20", "militant", "killed", "Chad", "", ""),
    ("Blast in Accra kills 15 Ghanaian state", "15", "person", "killed", "", "", ""),
    ("Strikes kill 22 mostly children outside a school.", "22", "person", "killed", "", "", ""),
    ("Nine others were hurt due to rocket fire.", "Nine", "person", "injured", "", "", ""),
    (
        "The toll was 50 -- 30 farmers and 20 soldiers -- in a week of talks on fights.",
        "20",
        "soldier",
        "killed",
        "",
        "",
        "",
    ),
    (
        "The flood led to the closing of 45 schools and a 9 percent cut in output.",
        "9 percent",
        "%",
        "decreased",
        "",
        "",
        "",
    ),
    (
        "Some 500 men are battling the blaze in and around Accra, along with 15 vans.",
        "15",
        "van",
        "deployed",
        "",
        "",
        "",
    ),
    ("The deal saw 300 people moved over the border.", "300", "person", "moved", "", "", ""),
    (
        "It went on with 30 people leaving Accra and nearly 45 leaving Kumasi.",
        "nearly 45",
        "person",
        "left",
        "",
        "",
        "",
    ),
    ("The raid which it says kills more than 140 people goes on.", "more than 140", "person", "killed", "", "", ""),
    ("Sarin fell. The army gassed hundreds of villagers in an attack.", "hundreds", "villager", "killed", "", "", ""),
    ("Riot police attacked the camp and gassed hundreds of villagers.", "hundreds", "villager", "gassed", "", "", ""),
    ("Sarin: the army gassed hundreds of villagers.", "hundreds", "villager", "killed", "", "", ""),
    ("The death toll as collated from clinics in the south was 213.", "213", "person", "killed", "", "", ""),
    ("The death toll as of Monday was 213.", "213", "person", "killed", "", "", "cumulative"),
    (
        "The death toll, estimated at 213, shook the town.",
        "estimated at 213",
        "person",
        "killed",
        "",
        "estimated",
        "cumulative",
    ),
    ("The shelling injured seven Moscow", "seven", "person", "injured", "", "", ""),
    ("Rebels killed 15 monitors on Friday.", "15", "monitor", "killed", "", "", ""),
    ("The death toll reached 45 on Tuesday.", "45", "person", "killed", "", "", ""),
    ("The storm left a toll of 45.", "45", "person", "killed", "", "", ""),
    ("45 were killed.", "45", "person", "killed", "", "", ""),
    ("At least 45 have died.", "45", "person", "killed", "", "", ""),
    ("More than 30,000 killed in the war.", "30,000", "person", "killed", "", "", ""),
    ("Officials put the number of dead at 45.", "45", "person", "killed", "", "", ""),
    ("The war claimed around 30,000 lives.", "30,000", "person", "killed", "", "", ""),
    ("The country has a population of 9 million.", "9 million", "person", "population", "", "", ""),
    ("Eight people died in three districts of Chad.", "Eight", "person", "killed", "", "", "several_places"),
    ("Another 45 people were hurt. Another 9 died.", "9", "person", "killed", "", "", ""),
    ("A raid killed 40 people. Three more were hurt.", "Three", "person", "injured", "", "", "additional"),
    ("The injured toll was lowered slightly to 180.", "180", "person", "injured", "", "", "cumulative"),
    ("The injury tally rose to 45 on Monday.", "45", "person", "injured", "", "", ""),
    (
        "The toll of the flu remained unchanged on Thursday at 40.",
        "40",
        "person",
        "killed",
        "",
        "",
        "cumulative",
    ),
    ("New maps enabled officials to lower the death toll to 6,100.", "6,100", "person", "killed", "", "", "cumulative"),
    ("Some 250,000 houses were either completely or partly damaged.", "250,000", "house", "damaged", "", "", ""),
    ("At least 50 people have either been injured or killed.", "50", "person", "casualties", "", "", ""),
    ("Crops on 9,244 acres were affected.", "9,244", "acre", "affected", "", "", ""),
    ("While one died, 10 people had minor injuries.", "10", "person", "injured", "", "", "slight"),
    ("Thousands flee Chad floods", "Thousands", "person", "displaced", "", "", ""),
    ("Floods prompted 150,000 to seek higher ground.", "150,000", "person", "displaced", "", "", ""),
    ("The storm killed 40 people in Kogi alone.", "40", "person", "killed", "", "", "one_place"),
    (
        "The size of the fire jumped from 9 acres (4 ha) on Monday to over 80 acres.",
        "80 acres",
        "acre",
        "burned",
        "",
        "",
        "",
    ),
    ("The burned area grew from 9 acres (4 ha) on Monday to over 80.", "9 acres", "acre", "area", "", "earlier", ""),
    ("The burned area grew from 9 acres (4 ha) on Monday to over 80.", "4 ha", "hectare", "area", "", "earlier", ""),
    ("Some 40 nurses drove from 9 villages in the north to about 80 towns.", "9", "village", "", "", "", ""),
    (
        "Mali told of an exodus of tens of thousands fleeing raids.",
        "tens of thousands",
        "person",
        "displaced",
        "",
        "",
        "",
    ),
    ("Dozens wearing red hats were arrested.", "Dozens", "person", "arrested", "", "", ""),
    ("45 fleeing civilians were shot.", "45", "civilian", "shot", "", "", ""),
    ("The sum grew from 9 dollars to 80 acres.", "80 acres", "acre", "", "", "", ""),
    ("20 homes had no power. That number fell from a high of 40 homes.", "40", "home", "without_power", "", "", ""),
    ("20 homes had no power. The cost fell from a high of 40 homes.", "40", "home", "", "", "", ""),
    ("The number of displaced stands at 2 million.", "2 million", "person", "displaced", "", "", ""),
    ("Casualties: 150", "150", "person", "casualties", "", "", ""),
    ("The total civilian casualties is about 150.", "150", "civilian", "casualties", "", "", ""),
    ("20 killed in blast: police", "20", "person", "killed", "", "", ""),
    ("Blast kills 20", "20", "person", "killed", "", "", ""),
    ("Bomb blast in market kills at least 20, injures 50", "50", "person", "injured", "", "", ""),
    (
        "During the six weeks of fighting, killed about 2,855 Ghanaian soldiers.",
        "2,855",
        "soldier",
        "killed",
        "Ghana",
        "",
        "",
    ),
    ("Over 4,000 citizens became missing as a result of the attacks.", "4,000", "citizen", "went_missing", "", "", ""),
    ("At least 30 fishermen are still missing.", "30", "fisherman", "missing", "", "", ""),
    ("The list names 3,980 people as missing.", "3,980", "person", "missing", "", "", ""),
    (
        "Rebels massacred 613 Kenyan civilians and seriously injured 487 others.",
        "613",
        "civilian",
        "killed",
        "Kenya",
        "",
        "",
    ),
    (
        "Rebels massacred 613 Kenyan civilians and seriously injured 487 others.",
        "487",
        "person",
        "injured",
        "Kenya",
        "",
        "",
    ),
    ("The court tried 40 Turks that the Greeks captured.", "40", "person", "charged", "Turkey", "", ""),
    ("Police detained 23 protesters after clashes.", "23", "protester", "arrested", "", "", ""),
    ("Some 2 million people have been displaced by the fighting.", "2 million", "person", "displaced", "", "", ""),
    ("Hundreds of families fled their homes.", "Hundreds", "family", "displaced", "", "", ""),
    ("The quake destroyed 300 homes and damaged 1,200 others.", "1,200", "", "damaged", "", "", ""),
    ("Two helicopters were shot down over the city.", "Two", "helicopter", "destroyed", "", "", ""),
    (
        "The ministry said 40 of its soldiers had been killed, the Polish army said.",
        "40",
        "soldier",
        "killed",
        "Poland",
        "",
        "",
    ),
    ("The Ukrainian army said it had killed 200 enemy troops.", "200", "soldier", "killed", "enemy of Ukraine", "", ""),
    ("The Kenyan defence ministry said 60 soldiers were killed.", "60", "soldier", "killed", "Kenya", "", ""),
    ("At least 120 people were killed on both sides.", "120", "person", "killed", "both", "", ""),
    (
        "The battle claimed the lives of more than 650 troops from both sides.",
        "650",
        "soldier",
        "killed",
        "both",
        "",
        "",
    ),
    ("Moscow deployed about 2,000 Russian peacekeepers.", "2,000", "peacekeeper", "deployed", "Russia", "", ""),
    ("Health officials confirmed 45 new cases of measles.", "45", "case", "infected", "", "confirmed", ""),
    ("As many as 500 people may have been killed.", "500", "person", "killed", "", "feared", ""),
    ("More than 500 people could have been killed.", "500", "person", "killed", "", "feared", ""),
    ("The bomb could have killed 500 people.", "500", "person", "killed", "", "hypothetical", ""),
    ("Had it burst, 500 people might have died.", "500", "person", "killed", "", "hypothetical", ""),
    ("The army had the town when 500 people may have died.", "500", "person", "killed", "", "feared", ""),
    ("She might have won 500 seats.", "500", "seat", "", "", "hypothetical", ""),
    ("As many as 500 people could be killed.", "500", "person", "killed", "", "hypothetical", ""),
    ("If 500 people died, the state would pay.", "500", "person", "killed", "", "hypothetical", ""),
    ("The UN expects 3 million people to flee the country.", "3 million", "person", "displaced", "", "forecast", ""),
    (
        "Of the jobs to be cut at Velta, 3,000 will go in Ghana and 1,700 in Chad.",
        "1,700",
        "job",
        "jobs_cut",
        "",
        "",
        "",
    ),
    ("Of the dead, 14 were under five.", "14", "person", "killed", "", "", "some_of"),
    ("Of the migrants rescued, 40 were children.", "40", "child", "rescued", "", "", "some_of"),
    ("Counted among the Chadians injured were 40 pilgrims.", "40", "pilgrim", "injured", "Chad", "", "some_of"),
    ("Shares of Velta were set to open 40 percent lower.", "40 percent", "%", "price", "", "", ""),
    ("Velta is set to lose 40 percent of its sales.", "40 percent", "%", "lost", "", "forecast", ""),
    ("Of the victims 40 were hurt.", "40", "person", "injured", "", "", ""),
    ("Forty of the wounded were children.", "Forty", "child", "injured", "", "", "some_of"),
    ("Most of the 40 wounded were children.", "40", "person", "injured", "", "", ""),
    ("Clashes among the rebels killed 40 people.", "40", "person", "killed", "", "", ""),
    ("Of the homes destroyed, 60 were in Ord.", "60", "home", "destroyed", "", "", ""),
    ("Rescuers dug on as the death toll from the quake climbed to 420.", "420", "person", "killed", "", "", ""),
    ("The court jailed him for nine years after a trial.", "nine years", "year", "sentenced", "", "", ""),
    ("The thermometer at the base read 18.3C.", "18.3C", "degree Celsius", "temperature", "", "", ""),
    ("The firm said on Monday it would hire 400 workers.", "400", "worker", "hired", "", "forecast", ""),
    ("The firm said it would hire 400 workers if it won.", "400", "worker", "hired", "", "hypothetical", ""),
    ("The company plans to hire 400 workers.", "400", "worker", "hired", "", "planned", ""),
    ("The company will lay off 1,200 workers.", "1,200", "worker", "laid_off", "", "forecast", ""),
    ("At least 80 miners are feared dead.", "80", "miner", "killed", "", "feared", ""),
    ("The toll was revised down to 80.", "80", "person", "killed", "", "revised", ""),
    ("Officials had earlier put the toll at 95.", "95", "person", "killed", "", "earlier", ""),
    ("Police have not found 50 bodies.", "50", "body", "found", "", "negated", ""),
    ("Thirty children and 20 women did not survive.", "20", "woman", "killed", "", "", ""),
    ("Some 24 hikers could not be located.", "24", "hiker", "missing", "", "", ""),
    ("Some 168 people, 40 children among them, died in the raid.", "168", "person", "killed", "", "", ""),
    ("Some 168 people died in the raid, 40 children among them.", "40", "child", "killed", "", "", ""),
    ("The blast killed 45 people, 12 pupils among them, and hurt 20.", "20", "person", "injured", "", "", ""),
    ("The blast killed 45 people among them four children.", "four", "child", "killed", "", "", ""),
    ("The navy seized 23 heavily armed Kenyan and Ugandan pirates.", "23", "pirate", "captured", "", "", ""),
    ("The clashes killed 23 Kenyan and Ugandan soldiers.", "23", "soldier", "killed", "both", "", ""),
    ("He said 137 was the true number of those seized.", "137", "person", "captured", "", "", ""),
    ("That brings to 99 the number of soldiers known to have died.", "99", "soldier", "killed", "", "", ""),
    ("The council put at 146,000 the number of Kenyans who fled.", "146,000", "person", "displaced", "", "", ""),
    ("The toll for the dead, data of the registry show, was 275.", "275", "person", "killed", "", "", ""),
    ("Thirty people died, figures show, and 28 of them were aged.", "28", "person", "killed", "", "", ""),
    ("They laid 97 anti-tank and anti-personnel mines.", "97", "mine", "laid", "", "", ""),
    ("About 10 former internally displaced persons came home.", "10", "internally displaced person", "", "", "", ""),
    ("The ministry raised the official toll to 1,934.", "1,934", "person", "killed", "", "", "cumulative"),
    ("The ministry announced 11 newly confirmed Ebola cases.", "11", "case", "infected", "", "confirmed", "additional"),
    ("Some 4,000 people took part in the banned Minsk rally.", "4,000", "person", "protested", "", "", ""),
    ("Of the members 13,000 turned up to vote.", "13,000", "", "voted", "", "", ""),
    ("Some 91,000 fans turned up at the stadium.", "91,000", "fan", "attended", "", "", ""),
    ("Up to 100 of manpower of the enemy is destroyed.", "100", "manpower", "killed", "", "", ""),
    ("Police could not locate 24 witnesses.", "24", "witness", "", "", "hypothetical", ""),
    ("Casualties have risen to five killed and 21 injured.", "five", "person", "killed", "", "", ""),
    ("The fire cost 12 workers their lives.", "12", "worker", "killed", "", "", ""),
    ("The government denied losing 550 men.", "550", "man", "killed", "", "denied", ""),
    ("Up to 50 people are allowed in the hall.", "50", "person", "", "", "target", ""),
    ("Ten people were hurt in two cars, three of them critically.", "three", "person", "injured", "", "", "severe"),
    ("The raid brought the number of villagers the gang has killed to 45.", "45", "villager", "killed", "", "", ""),
    ("Copper mine fire toll rises to 45.", "45", "person", "killed", "", "", "cumulative"),
    ("The ferry, which can seat 50, was carrying 81 people when it sank.", "81", "person", "aboard", "", "", ""),
    ("The ferry, which can seat 50, was carrying 81 people when it sank.", "50", "", "capacity", "", "target", ""),
    ("In the past 24 hours 30 people were killed.", "30", "person", "killed", "", "", "daily"),
    ("So far 3,000 people have been killed.", "3,000", "person", "killed", "", "", "cumulative"),
    ("In one village, 40 houses burned down.", "40", "house", "destroyed", "", "", "one_place"),
    ("The hurricane knocked out power to 500,000 homes.", "500,000", "home", "", "", "", ""),
    ("Around 10,000 people marched through Lyon.", "10,000", "person", "protested", "", "", ""),
    ("The firm sold 2.5 million cars last year.", "2.5 million", "car", "sold", "", "", ""),
    ("The charity raised $3 million.", "$3 million", "", "raised", "", "", ""),
    ("Unemployment rose to 8 percent.", "8 percent", "", "unemployed", "", "", ""),
    ("Police arrested hundreds of smuggling suspects.", "hundreds", "suspect", "arrested", "", "", ""),
    ("He spoke of “maybe thousands” of young volunteers.", "thousands", "volunteer", "", "", "", ""),
    ("Ruth pitched seven innings, and her side won.", "seven", "inning", "pitched", "", "", ""),
    ("Officials fear 45 people and their guide died.", "45", "person", "killed", "", "feared", ""),
    ("The storm claimed 45 victims.", "45", "victim", "killed", "", "", ""),
    ("The fund paid 45 victims of the fire.", "45", "victim", "paid", "", "", ""),
    ("The court ruled in favour of seven victims.", "seven", "victim", "ruled", "", "", ""),
    ("The attack left 45 victims.", "45", "victim", "casualties", "", "", ""),
    ("A tent sheltered 45 people whose homes were destroyed.", "45", "person", "sheltered", "", "", ""),
    ("Two girls, ages 12 and 15, died.", "Two", "girl", "killed", "", "", ""),
    ("He kept notes on 154 meetings Ruth had with donors.", "154", "meeting", "", "", "", ""),
    ("Two officers suffered minor injuries.", "Two", "officer", "injured", "", "", ""),
    ("The show was watched by 6 million people.", "6 million", "person", "audience", "", "", ""),
    ("Three shells exploded outside the school grounds, causing panic.", "Three", "shell", "exploded", "", "", ""),
    ("About 300 pupils attended class.", "300", "pupil", "attended", "", "", ""),
    ("The inflation rate stood at 4.5 percent.", "4.5 percent", "", "inflation", "", "", ""),
    ("Doctors vaccinated 40,000 children.", "40,000", "child", "vaccinated", "", "", ""),
    ("The ship was carrying 300 migrants when it sank.", "300", "migrant", "aboard", "", "", ""),
    ("The boat capsized with 300 migrants on board.", "300", "migrant", "aboard", "", "", ""),
    ("The airline fired 45 pilots.", "45", "pilot", "laid_off", "", "", ""),
    ("Iran fired 180 missiles at Israel.", "180", "missile", "launched", "", "", ""),
    ("Air defences intercepted 170 drones.", "170", "drone", "intercepted", "", "", ""),
    ("Five of the hostages were freed.", "Five", "hostage", "freed", "", "", ""),
    ("Israel released 90 Palestinian prisoners.", "90", "prisoner", "freed", "Palestine", "", ""),
    ("Firefighters pulled 12 survivors from the rubble.", "12", "survivor", "rescued", "", "", ""),
    ("About 70 percent of voters backed the plan.", "70 percent", "", "supported", "", "", ""),
    ("He was sentenced to 15 years in prison.", "15 years", "", "sentenced", "", "", ""),
    ("The siege lasted 40 days.", "40 days", "", "duration", "", "", ""),
    ("A 44-day war ended the stalemate.", "44-day", "", "duration", "", "", ""),
    ("The strikes destroyed 14 tanks and 3 ammunition depots.", "3", "depot", "destroyed", "", "", ""),
    ("Russia lost 1,140 soldiers and 12 tanks on Monday.", "12", "tank", "destroyed", "Russia", "", ""),
    ("The shelling wounded at least seven civilians, two of them children.", "two", "child", "injured", "", "", ""),
    ("Of the 200 patients, 15 died.", "15", "", "killed", "", "", ""),
    ("Four people, including a child, drowned.", "Four", "person", "killed", "", "", ""),
    ("The explosion left 2,000 people homeless.", "2,000", "person", "displaced", "", "", ""),
    ("Floods forced 30,000 villagers from their homes.", "30,000", "villager", "displaced", "", "", ""),
    ("Troops took 33 people hostage.", "33", "person", "captured", "", "", ""),
    ("Police shot dead five suspects.", "five", "suspect", "killed", "", "", ""),
    ("The crew was found on 12 rafts.", "12", "raft", "found", "", "", ""),
    ("Engineers assessed damage in six counties.", "six", "county", "assessed", "", "", ""),
    ("Child killed 40 civilians injured in shelling of Ava.", "40", "civilian", "injured", "", "", ""),
    ("The gunman killed 40 civilians injured in shelling of Ava.", "40", "civilian", "killed", "", "", ""),
    ("The raid killed 40 civilians rescue workers and residents said.", "40", "civilian", "killed", "", "", ""),
    ("The raid left dozens of civilian casualties aid agencies said.", "dozens", "civilian", "casualties", "", "", ""),
    ("The blast killed 40 people AFP reports.", "40", "person", "killed", "", "", ""),
    ("Police found 30 rifles in two cellars.", "two", "cellar", "found", "", "", ""),
    ("Police shot five suspects dead.", "five", "suspect", "killed", "", "", ""),
    ("Three police officers and a soldier were wounded.", "Three", "police officer", "injured", "", "", ""),
    ("The regiment suffered 120 casualties.", "120", "person", "casualties", "", "", ""),
    ("The hospital treated 56 people for burns.", "56", "person", "treated", "", "", ""),
    ("An estimated 300,000 people attended the rally.", "300,000", "person", "protested", "", "estimated", ""),
    ("The number of people killed in the quake climbed above 5,000.", "5,000", "person", "killed", "", "", ""),
    ("The Red Cross put the death toll higher, at 63.", "63", "person", "killed", "", "", "cumulative"),
    ("The number of people killed when the bridge fell in Kogi has risen to 63.", "63", "person", "killed", "", "", ""),
    (
        "The number of people killed by flooding in the Kogi valley has risen to 63.",
        "63",
        "person",
        "killed",
        "",
        "",
        "",
    ),
    ("The number of passengers using Galle airport rose to 4,100.", "4,100", "passenger", "", "", "", ""),
    ("The number of cholera cases confirmed in Beira rose to 1,254.", "1,254", "case", "infected", "", "confirmed", ""),
    ("The tally of those hospitalised after the crash rose to 288.", "288", "person", "hospitalised", "", "", ""),
    ("Lagos reported 1,254 new Covid-19 cases.", "1,254", "case", "infected", "", "", ""),
    ("The number of confirmed infections jumped to 12,400.", "12,400", "infection", "infected", "", "confirmed", ""),
    ("The earthquake's death toll has passed 2,000, officials said.", "2,000", "person", "killed", "", "", ""),
    ("The bombing, which killed 58 people, was claimed by rebels.", "58", "person", "killed", "", "", ""),
    ("Those killed included 11 schoolchildren.", "11", "child", "killed", "", "", ""),
    ("Among the dead were 11 schoolchildren.", "11", "child", "killed", "", "", ""),
    ("Eleven schoolchildren were among the dead.", "Eleven", "child", "killed", "", "", ""),
    ("The clashes resulted in the deaths of 14 people.", "14", "person", "killed", "", "", ""),
    ("A total of 95 prisoners of war returned home to Ukraine.", "95", "prisoner", "returned", "", "", ""),
    ("The blast injured more than 400 people, 30 of them critically.", "30", "", "injured", "", "", ""),
    ("Sudan's army killed 40 people in an air strike on a market in Darfur.", "40", "person", "killed", "", "", ""),
    ("More than 1,000 Rohingya have crossed into Bangladesh.", "1,000", "person", "displaced", "Rohingya", "", ""),
    ("Some 45 families crossed into Chad.", "45", "family", "displaced", "", "", ""),
    ("The fate of 150 people is still unknown.", "150", "person", "missing", "", "", ""),
    ("The whereabouts of 30 servicemen remain unknown.", "30", "soldier", "missing", "", "", ""),
    ("In all 25 children lost both parents.", "25", "child", "bereaved", "", "", ""),
    ("The storm killed 63 women and 70 elderly.", "70", "person", "killed", "", "", ""),
    ("The flood killed 40, and 487 people became disabled.", "487", "person", "injured", "", "", ""),
    ("Some 1,275 persons taken hostage", "1,275", "person", "captured", "", "", ""),
    ("Now 150* still missing", "150", "", "missing", "", "", ""),
    ("Shells killed four [Malian] soldiers.", "four", "soldier", "killed", "Mali", "", ""),
    ("Raiders killed four Kanem (Bornu) army servicemen.", "four", "soldier", "killed", "", "", ""),
    ("At the border 18 servicemen were killed from the Malian side.", "18", "soldier", "killed", "Mali", "", ""),
    ("Two soldiers were hurt by fire from the Malian side.", "Two", "soldier", "injured", "", "", ""),
    ("Two guards were hurt by shelling from the Malian side, 3 died of mines.", "3", "guard", "killed", "", "", ""),
    ("About 130 tanks, 200 guns; five depots, and 55 lorries were destroyed.", "130", "tank", "destroyed", "", "", ""),
    ("About 130 tanks, 200 guns; five depots, and 55 lorries were destroyed.", "200", "gun", "destroyed", "", "", ""),
    ("The fire destroyed 12 houses; 5 sheds were flooded.", "12", "house", "destroyed", "", "", ""),
    ("Rescuers saved 31 people; 25 people are missing.", "31", "person", "rescued", "", "", ""),
    ("They found 64 anti-personnel and 73 anti-tank mines.", "64", "mine", "found", "", "", ""),
    ("They found 64 anti-personnel, nine anti-tank and 73 other mines.", "64", "mine", "found", "", "", ""),
    ("Mali faced losses in 24 hours, including 140 troops and 12 guns.", "12", "gun", "destroyed", "", "", ""),
    ("Its losses were heavy, including 140 troops and 12 guns.", "140", "soldier", "killed", "", "", ""),
    ("It brings their overall losses to a staggering 666 troops.", "666", "soldier", "killed", "", "", ""),
    (
        "The fighting left three Malian soldiers dead and others wounded on both sides.",
        "three",
        "soldier",
        "killed",
        "Mali",
        "",
        "",
    ),
    ("The Defence Ministry of Mali said 40 soldiers died.", "40", "soldier", "killed", "Mali", "", ""),
    ("After the strike on a car the number of dead rose to 12.", "12", "person", "killed", "", "", ""),
    (
        "In all 45 people were killed, 23 of them women, children and elderly, and 249 hurt.",
        "23",
        "woman",
        "killed",
        "",
        "",
        "",
    ),
    (
        "The losses of the enemy were approximately: tanks - 561 units, guns - 12.",
        "561",
        "tank",
        "destroyed",
        "",
        "",
        "",
    ),
    ("The Malian side reported 207 dead or missing.", "207", "person", "killed_or_missing", "Mali", "", ""),
    ("Georgia has 860 soldiers in Afghanistan.", "860", "soldier", "", "Georgia", "", ""),
    ("2,783 servicemen of the Armed Forces of Mali became martyrs.", "2,783", "soldier", "killed", "Mali", "", ""),
    ("The toll among troops as a result of hostilities climbed to 135.", "135", "person", "killed", "", "", ""),
    ("2000 Malians flee Gao", "2000", "person", "displaced", "Mali", "", ""),
    ("In 2016, scores were killed in four days.", "scores", "person", "killed", "", "", ""),
    ("Both countries and three neighbours signed.", "three", "neighbour", "signed", "", "", ""),
    ("The shop cut 30 jobs.", "30", "job", "jobs_cut", "", "", ""),
    ("The economy added 250,000 jobs in May.", "250,000", "job", "jobs_created", "", "", ""),
    ("The number of unemployed fell by 20,000.", "20,000", "person", "unemployed", "", "", ""),
    ("The company employs 12,000 people.", "12,000", "person", "employed", "", "", ""),
    ("Fifteen of the 80 passengers survived.", "Fifteen", "passenger", "rescued", "", "", ""),
    ("Eight families were completely wiped out.", "Eight", "family", "killed", "", "", ""),
    ("The government evacuated 5,000 residents from the area.", "5,000", "resident", "evacuated", "", "", ""),
    ("At least 17 people died and 40 more were injured when a bus crashed.", "40", "person", "injured", "", "", ""),
    ("At least 17 people died and 40 more were injured when a bus crashed.", "17", "person", "killed", "", "", ""),
    (
        "Seven people have been arrested in connection with the attack that killed 22 people.",
        "22",
        "person",
        "killed",
        "",
        "",
        "",
    ),
    (
        "Seven people have been arrested in connection with the attack that killed 22 people.",
        "Seven",
        "person",
        "arrested",
        "",
        "",
        "",
    ),
    (
        "A suicide bomber blew himself up, killing 14 pilgrims and injuring scores.",
        "scores",
        "pilgrim",
        "injured",
        "",
        "",
        "",
    ),
    (
        "The flood killed six people in Assam, where 2 million people have been affected.",
        "2 million",
        "person",
        "affected",
        "",
        "",
        "",
    ),
    ("Nearly 200 bodies were recovered from the wreck.", "200", "body", "found", "", "", ""),
    ("Authorities have identified 170 of the bodies.", "170", "body", "identified", "", "", ""),
    ("The minister said the toll, which stood at 40 on Monday, had risen to 52.", "52", "person", "killed", "", "", ""),
    ("The number of soldiers killed rose to 40, that of the wounded to 92.", "92", "soldier", "injured", "", "", ""),
    (
        "The toll of the raids in the valley that began in May rose to 40 pupils, and the number of hurt reached 92.",
        "92",
        "pupil",
        "injured",
        "",
        "",
        "",
    ),
    ("The number of homes burned rose to 40, that of the wounded to 92.", "92", "person", "injured", "", "", ""),
    ("The minister said the toll, which stood at 40 on Monday, had risen to 52.", "40", "person", "killed", "", "", ""),
    ("Twelve soldiers were killed, the army said, while 30 militants died.", "30", "militant", "killed", "", "", ""),
    ("An average of 12 people die each day.", "12", "person", "killed", "", "", "average"),
    ("Germany took in a million refugees.", "a million", "refugee", "", "", "", ""),
    ("The accident killed three Germans and two French tourists.", "two", "tourist", "killed", "France", "", ""),
    (
        "The explosion at the factory killed three workers; nine are in hospital.",
        "nine",
        "worker",
        "hospitalised",
        "",
        "",
        "",
    ),
    ("Only 12 of the 60 pupils returned to school.", "12", "pupil", "returned", "", "", ""),
    ("UNHCR says 1.2 million Syrians live in Lebanon.", "1.2 million", "person", "population", "Syria", "", ""),
    ("The war left 400 Malian and 200 Chadian dead.", "400", "", "killed", "Mali", "", ""),
    ("There were 400 Malian and 200 Chadian casualties.", "400", "", "casualties", "Mali", "", ""),
    ("The death toll, earlier put at 40, rose to 45.", "40", "", "killed", "", "earlier", ""),
    ("The number of wounded, initially reported as 40, is 45.", "40", "", "injured", "", "earlier", ""),
    ("According to the data, 40 civilians killed by the Malian army were named.", "40", "", "killed", "", "", ""),
    ("The identities of 40 civilians killed by the Malian army were revealed.", "40", "", "killed", "", "", ""),
    ("The 40 deaths reported by the Malian army were confirmed.", "40", "", "killed", "Mali", "confirmed", ""),
    ("The number of dead, which officials say is 40, may rise.", "40", "", "killed", "", "", ""),
    ("The number of people hurt, which the ministry estimates at 40, rose.", "40", "", "injured", "", "estimated", ""),
    ("The number of dead in the town, which is home to 4,000, rose.", "4,000", "", "population", "", "", ""),
    ("The vaccine could rescue 40 people so far untreated.", "40", "person", "rescued", "", "hypothetical", ""),
    ("Divers could recover 40 bodies so far, the mayor said.", "40", "", "found", "", "", ""),
    ("More than half of the 400 prisoners escaped.", "More than half", "%", "escaped", "", "", ""),
    ("Rockets fired from Gaza numbered more than 460.", "460", "rocket", "launched", "", "", ""),
    ("The blast hurt 150 people, 30 of them critically.", "30", "person", "injured", "", "", ""),
    ("The blast killed 150 people, among them seven children.", "seven", "child", "killed", "", "", ""),
    ("Crews pulled out three men, bringing the number rescued to 162.", "162", "man", "rescued", "", "", ""),
    ("The ministry said 29 people had died. The mayor put the figure at 35.", "35", "person", "killed", "", "", ""),
    ("Officials put the number of civilians killed at 22.", "22", "civilian", "killed", "", "", ""),
    ("Two of the injured died.", "Two", "", "killed", "", "", ""),
    ("Peru reported 391 deaths on Tuesday, bringing the total to 1,941.", "391", "person", "killed", "", "", ""),
    (
        "Peru reported 391 deaths on Tuesday, bringing the total to 1,941.",
        "1,941",
        "person",
        "killed",
        "",
        "",
        "cumulative",
    ),
    ("Of those killed, 61 were men; 487 were children.", "487", "child", "killed", "", "", ""),
    ("At least 21 people - 19 children and two teachers - were killed.", "19", "child", "killed", "", "", ""),
    ("At least 21 people - 19 children and two teachers - were killed.", "21", "person", "killed", "", "", ""),
    ("About 40 people were killed or wounded.", "40", "person", "casualties", "", "", ""),
    ("She guessed that 40 soldiers had died or been injured.", "40", "soldier", "casualties", "", "", ""),
    ("At least 40 farmers had been wounded or had died.", "40", "farmer", "casualties", "", "", ""),
    ("At least 40 farmers have died and 300 have been wounded.", "40", "farmer", "killed", "", "", ""),
    ("In the war, China lost at least 40.", "40", "person", "killed", "China", "", ""),
    ("The firm booked a loss of 400 million francs.", "400 million", "", "lost", "", "", ""),
    ("The army took three prisoners.", "three", "prisoner", "", "", "", ""),
    ("Four Democrat U.S. senators were charged.", "Four", "senator", "charged", "United States", "", ""),
    ("Floods left 8 people killed 58 others injured.", "8", "person", "killed", "", "", ""),
    ("Floods left 8 people killed 58 others injured.", "58", "person", "injured", "", "", ""),
    ("8 people killed 58 others injured in tanker fire", "8", "person", "killed", "", "", ""),
    ("Gunmen killed 40 people injured in the blast.", "40", "person", "killed", "", "", ""),
    ("None of the 40 passengers survived.", "40", "passenger", "rescued", "", "negated", ""),
    ("None of the 15 injured are in danger.", "15", "person", "injured", "", "", ""),
    ("The army did not confirm that 12 women had died.", "12", "woman", "killed", "", "unconfirmed", ""),
    ("The strike on 12 camps came a day after the truce.", "12", "camp", "", "", "", ""),
    ("Smith won 53 percent of the vote, Jones 41 percent.", "41", "%", "vote_share", "Jones", "", ""),
    (
        "He raised $12 million from the oil and gas industry and $2 million from banks.",
        "$2",
        "USD",
        "raised",
        "",
        "",
        "",
    ),
    (
        "The raid killed Ali Omar, a commander of the group, and eight fighters.",
        "eight",
        "fighter",
        "killed",
        "",
        "",
        "",
    ),
    ("The bomb killed a farmer, a friend, and 12 trucks burned.", "12", "truck", "burned", "", "", ""),
    ("Raids since 21 May have killed 40 people.", "40", "person", "killed", "", "", ""),
    ("The elimination of 34 militants was confirmed.", "34", "militant", "killed", "", "confirmed", ""),
    ("The army lost three armored personnel carriers.", "three", "personnel carrier", "destroyed", "", "", ""),
    ("A poll of 400 registered voters released on Friday found this.", "400", "voter", "", "", "", ""),
    ("Denying claims of fraud, he named 45 women.", "45", "woman", "", "", "", ""),
    ("About 300 of Gen. Haftar's men were killed.", "300", "man", "killed", "", "", ""),
    ("Two officials tried to downplay it.", "Two", "official", "", "", "hypothetical", ""),
    ("The attack on 40 villages was repelled.", "40", "village", "", "", "", ""),
    ("A bus with 40 passengers was destroyed.", "40", "passenger", "", "", "", ""),
    ("It goes on, with 40 people being killed each day.", "40", "person", "killed", "", "", "daily"),
    ("More than 60 people in 12 villages were killed.", "12", "village", "", "", "", ""),
    ("Two U.S. soldiers were killed in Kabul.", "Two", "soldier", "killed", "United States", "", ""),
    ("The U.K. has lost 12 soldiers there.", "12", "soldier", "killed", "United Kingdom", "", ""),
    ("Police treated it as a case of fraud; two cases were closed.", "two", "case", "closed", "", "", ""),
    ("The Kenyan army said one soldier died.", "one", "soldier", "killed", "Kenya", "", ""),
    ("The committee heard two officials, the aide said.", "two", "official", "", "", "", ""),
    ("The office received 14 applications.", "14", "application", "received", "", "", ""),
    ("Kenya had held 14 prisoners.", "14", "prisoner", "held", "", "", ""),
    ("The UN reported 240 new cases of cholera.", "240", "case", "infected", "", "", ""),
    ("The law would save $100 billion.", "$100 billion", "", "saved", "", "hypothetical", ""),
    ("He captured 1,944 delegates.", "1,944", "delegate", "won", "", "", ""),
    ("The office released the names of 1,076 donors.", "1,076", "donor", "", "", "", ""),
    ("The state is admitting 100,000 refugees.", "100,000", "refugee", "", "", "", ""),
    ("About 2,000 jobs disappeared.", "2,000", "job", "jobs_cut", "", "", ""),
    ("Of 340 casualties: 90 killed and 250 wounded.", "90", "person", "killed", "", "", ""),
    ("The blast killed 12. Survivors believe the number is higher than 100.", "100", "person", "killed", "", "", ""),
    ("NATO estimates the Russian dead at 40,000.", "40,000", "person", "killed", "Russia", "estimated", ""),
    ("Births fell to 351,915 last year.", "351,915", "", "born", "", "", ""),
    ("In the clashes the army killed 150 fighters of the RSF and lost nine men.", "nine", "man", "killed", "", "", ""),
    ("The raid killed 137 people, among them three children, and wounded 182.", "182", "person", "injured", "", "", ""),
    ("At least 101 remain in hospital.", "101", "person", "hospitalised", "", "", ""),
    ("The 154 people, 26 of them foreigners, who died in the crash were named.", "154", "person", "killed", "", "", ""),
    ("The quake left 20 people dead, 15 of them children.", "15", "child", "killed", "", "", ""),
    ("More than 250,000 residents lost their homes.", "250,000", "resident", "displaced", "", "", ""),
    ("The fumes sent nine residents to hospital.", "nine", "resident", "hospitalised", "", "", ""),
    ("Kenya said three of its own men were killed.", "three", "man", "killed", "Kenya", "", ""),
    ("Eleven bodies have never been found.", "Eleven", "body", "found", "", "negated", ""),
    ("At least 12 miners were dead and 78 wounded.", "78", "miner", "injured", "", "", ""),
    ("The group filed 14 complaints.", "14", "complaint", "filed", "", "", ""),
    ("A convoy of 20 trucks was destroyed.", "20", "truck", "destroyed", "", "", ""),
    ("He met relatives of the 49 people killed on Thursday.", "49", "person", "killed", "", "", ""),
    ("The creation of 22 million jobs was praised.", "22 million", "job", "jobs_created", "", "", ""),
    ("Nearly 10,000 manufacturing jobs disappeared.", "10,000", "job", "jobs_cut", "", "", ""),
    (
        "AT LEAST 10 KILLED IN DEADLY BLAST Officials in Ankara said it was a bomb.",
        "10",
        "person",
        "killed",
        "",
        "",
        "",
    ),
    ("Dozens of them affiliated with a union protested outside.", "Dozens", "", "protested", "", "", ""),
    ("He promised to forcibly deport 11 million migrants.", "11 million", "migrant", "displaced", "", "planned", ""),
    ("Thousands of residents lost their jobs.", "Thousands", "resident", "laid_off", "", "", ""),
    (
        "The war led to 30,000 combat and civilian deaths until a truce was signed.",
        "30,000",
        "civilian",
        "killed",
        "",
        "",
        "",
    ),
    ("The court's eight remaining members were divided.", "eight", "member", "divided", "", "", ""),
    ("The hotel paid 500 of its workers.", "500", "worker", "paid", "", "", ""),
    ("The Houthis said Saudi Arabia had freed 400 of its fighters.", "400", "fighter", "freed", "Houthis", "", ""),
    ("Hundreds of government and private buildings were damaged.", "Hundreds", "building", "damaged", "", "", ""),
    ("The rain damaged seven bridges, two of which have collapsed.", "two", "bridge", "destroyed", "", "", ""),
    ("The blast killed one.", "one", "person", "killed", "", "", ""),
    ("A gunman shot three people, killing one, at a bank.", "one", "person", "killed", "", "", ""),
    ("One dead, two hurt in blast.", "One", "person", "killed", "", "", ""),
    ("Crash kills 1, injures 4", "1", "person", "killed", "", "", ""),
    ("One was killed on Friday and one on Saturday.", "one on", "person", "killed", "", "", ""),
    ("Police said that one man was killed.", "one", "man", "killed", "", "", ""),
    ("One of the injured died in hospital.", "One", "person", "killed", "", "", ""),
    ("One of them was wounded.", "One", "person", "injured", "", "", ""),
    ("Another one was injured in the attack.", "Another one", "person", "injured", "", "", ""),
    ("Air strikes on Kano kill dozens of civilians", "dozens", "civilian", "killed", "", "", ""),
    ("Fighting kills 132 rebels", "132", "rebel", "killed", "", "", ""),
    ("Airstrikes against IS kills 10 civilians", "10", "civilian", "killed", "", "", ""),
    ("Two killed, three injured in attack", "Two", "person", "killed", "", "", ""),
    ("Two killed three injured in attack", "Two", "person", "killed", "", "", ""),
    ("At least six pilgrims killed dozens hurt in bus blast", "six", "pilgrim", "killed", "", "", ""),
    ("More than 170 members of government forces had died by Monday.", "170", "combatant", "killed", "", "", ""),
    ("The raid took the lives of two women as well as three soldiers.", "three", "soldier", "killed", "", "", ""),
    ("At least 223 fighters had been killed as well as 41 civilians.", "41", "civilian", "killed", "", "", ""),
    ("He was wounded along with 12 others.", "12", "person", "injured", "", "", ""),
    ("Those killed in two attacks include 14 children.", "14", "child", "killed", "", "", ""),
    ("Those killed overnight included 12 people.", "12", "person", "killed", "", "", ""),
    ("The injured include nine children.", "nine", "child", "injured", "", "", ""),
    ("The victims were mostly villagers and included 20 children.", "20", "child", "casualties", "", "", ""),
    ("At least 11 children were among the 26 civilians killed.", "11", "child", "killed", "", "", ""),
    ("The clashes left 23 civilians - including nine children - dead.", "23", "civilian", "killed", "", "", ""),
    ("The attack left eight people injured a source said.", "eight", "person", "injured", "", "", ""),
    ("The blast left more than 50 people with serious injuries.", "50", "person", "injured", "", "", ""),
    ("The list has the names of all 18 killed.", "18", "person", "killed", "", "", ""),
    ("The wounding of 40 people led to protests.", "40", "person", "injured", "", "", ""),
    ("The group claims beheading of 18 men.", "18", "man", "killed", "", "", ""),
    ("The raid left 40 martyrs.", "40", "person", "killed", "", "", ""),
    ("About 350 hostages have been taken.", "350", "hostage", "captured", "", "", ""),
    ("Forty people, nine of them children, died.", "Forty", "person", "killed", "", "", ""),
    (
        "In the town, where 250,000 people live and 40 were killed, food is scarce.",
        "250,000",
        "person",
        "population",
        "",
        "",
        "",
    ),
    ("Fifteen of the men captured on Monday were freed.", "Fifteen", "man", "freed", "", "", ""),
    ("Three of the men killed in the crash were fathers.", "Three", "man", "killed", "", "", ""),
    ("Two of the 12 miners rescued died in hospital.", "12", "miner", "rescued", "", "", ""),
    ("A woman and her three children as well as a nurse were killed.", "three", "child", "killed", "", "", ""),
    ("Hundreds of badly injured civilians are at hospitals.", "Hundreds", "civilian", "injured", "", "", ""),
    ("The revolt was put down at the cost of scores of lives.", "scores", "person", "killed", "", "", ""),
    ("He is backed by 34% of voters.", "34%", "", "supported", "", "", ""),
    ("The company made a $5,000 donation.", "$5,000", "", "donated", "", "", ""),
    ("Smith has 370 seats, Jones has 163 and Brown has 63.", "63", "seat", "", "", "", ""),
    ("Three scholars agreed that there are qualified candidates.", "Three", "scholar", "agreed", "", "", ""),
    ("At least six of those killed were rebels.", "six", "rebel", "killed", "", "", ""),
    ("Attack kills two injures three in Kano", "two", "person", "killed", "", "", ""),
    ("She needed $85,000 in loans.", "$85,000", "", "lent", "", "planned", ""),
    ("It pushed the company's market capitalization to $11.5 billion.", "$11.5 billion", "", "worth", "", "", ""),
    ("Initial reports indicated that over 40 civilians were killed.", "40", "civilian", "killed", "", "", ""),
    ("The mill was fined on Tuesday 340 million euros.", "340 million", "", "fined", "", "", ""),
    ("The mill was ordered on Tuesday to pay 340 million euros.", "340 million", "", "fined", "", "", ""),
    ("The blaze tore through 600 acres of pine.", "600 acres", "acre", "burned", "", "", ""),
    ("The gale knocked out power to 4,000 homes.", "4,000", "home", "without_power", "", "", ""),
    ("The mayor ordered 4,000 villagers to leave.", "4,000", "villager", "evacuated", "", "", ""),
    (
        "The maker more than doubled to 6 billion euros the provisions for lawsuits.",
        "6 billion",
        "",
        "provisions",
        "",
        "",
        "",
    ),
    ("Raiders pulled 14 people off a bus and shot them dead.", "14", "person", "killed", "", "", ""),
    (
        "Raiders killed 14 people on two ferries: nine pilgrims and five traders.",
        "nine",
        "pilgrim",
        "killed",
        "",
        "",
        "",
    ),
    ("Donors have promised 40 million euros for the bridge.", "40 million", "", "pledged", "", "", ""),
    ("Donors plan to give 40 million euros.", "40 million", "", "given", "", "planned", ""),
    (
        "In the referendum voters rejected the dam by 53.2 percent to 46.8.",
        "53.2 percent",
        "",
        "vote_share",
        "",
        "",
        "",
    ),
    ("In the referendum voters rejected the dam by 53.2 percent to 46.8.", "46.8", "", "vote_share", "", "", ""),
    ("In the election Marta Olsen won 34 seats.", "34", "seat", "won", "Marta Olsen", "", ""),
    (
        "The net profit of the mill for the year to March swelled to 40 million euros.",
        "40 million",
        "",
        "profit",
        "",
        "",
        "",
    ),
    (
        "Oil is gushing from the broken Solari pump at a rate of 4,000 barrels a day.",
        "4,000",
        "barrel",
        "leaked",
        "",
        "",
        "",
    ),
    ("Some 400 men, or 30 percent of the population, urgently need food aid.", "400", "man", "hungry", "", "", ""),
    ("Some 400 men, or 30 percent of the population, urgently need food aid.", "30", "%", "hungry", "", "", ""),
    ("The flood ruined 400 homes, or 10 percent of the town, and hurt 2 men.", "10", "%", "destroyed", "", "", ""),
    ("Some 400 men, 30 percent of the men of Kano, fled the camp.", "400", "man", "displaced", "", "", ""),
    ("Some 400 men, 30 percent of the men of Kano, fled the camp.", "30", "%", "displaced", "", "", ""),
    ("The number of refugees has more than doubled to 4,000.", "4,000", "refugee", "displaced", "", "", ""),
    ("Net profit tripled in a year to $400 million.", "400", "USD", "profit", "", "", ""),
    ("Police said 400 men marched in Kano. The union said it was 4,000.", "4,000", "man", "protested", "", "", ""),
    ("Police said 400 men marched in Kano. The union put it at 4,000.", "4,000", "man", "protested", "", "", ""),
    ("Police arrested 300 people. At least 45 of them were pupils.", "45", "pupil", "arrested", "", "", ""),
    ("The bomb killed 300 people. Of those, 45 were women.", "45", "woman", "killed", "", "", ""),
    ("The bus had 40 seats. Half of them were red.", "Half", "", "", "", "", ""),
    ("Donors must make good on $400 million in aid pledged in May.", "400", "USD", "pledged", "", "", ""),
    ("Unemployment was 4.5 percent, down from 5.5 percent.", "5.5", "%", "unemployed", "", "earlier", ""),
    ("Net profit was $40 million, compared with $30 million in 2014.", "30", "USD", "profit", "", "earlier", ""),
    ("Inflation was 4.5 percent and the bank kept its rate at 3 percent.", "3 percent", "%", "", "", "", ""),
    ("Police saw 40 protesters, seven times fewer than the 280 seen by the union.", "280", "", "protested", "", "", ""),
    (
        "Some 450 men marched in Accra. The turnout was also up in Kano (3,000 to 6,000).",
        "3,000 to 6,000",
        "man",
        "protested",
        "",
        "",
        "",
    ),
    ("The shop has 450 desks. It sold some in Kano (300).", "300", "", "", "", "", ""),
    ("Only 32 percent opposed the tax, down from 47 percent.", "47", "%", "opposed", "", "earlier", ""),
    ("Some 4,000 homes lost power.", "4,000", "home", "without_power", "", "", ""),
    ("All 14 people on board were killed.", "14", "person", "killed", "", "", ""),
    ("A ferry with 14 people on board sank.", "14", "person", "aboard", "", "", ""),
    ("Some 14 pilgrims attending a feast were killed.", "14", "pilgrim", "killed", "", "", ""),
    ("Some 30 tanks were destroyed by the army, 14 guns and two bridges.", "14", "gun", "destroyed", "", "", ""),
    ("Some 30 men were hurt in the blast, 14 cars.", "14", "car", "", "", "", ""),
    ("Some 14 soldiers deployed along the border were wounded.", "14", "soldier", "injured", "", "", ""),
    ("As well as those killed at least 14 people were injured.", "at least 14", "person", "injured", "", "", ""),
    ("Among those killed 14 were children.", "14", "child", "killed", "", "", ""),
    ("Some 14 villagers involved in the riots were injured.", "14", "villager", "injured", "", "", ""),
    ("Sappers demined 248 hectares of land, 95 km of roads and 14 houses.", "14", "house", "cleared", "", "", ""),
    ("The firm repaired 12 km of pipes and 14 bridges.", "14", "bridge", "", "", "", ""),
    ("Protests took place in 14 towns.", "14", "town", "occurred", "", "", ""),
    ("The owner of a mill where 14 people died was arrested.", "14", "person", "killed", "", "", ""),
    ("The plan helps 14 firms, including two mills, the UN stresses.", "14", "firm", "helped", "", "", ""),
    ("14 barns, including two mills, the flames destroyed.", "14", "barn", "destroyed", "", "", ""),
    ("Some 14 provinces affected by the quake have been declared safe.", "14", "province", "affected", "", "", ""),
    ("About 14 percent of those thinking of leaving are men.", "14 percent", "", "", "", "", ""),
    ("Fourteen inmates were stabbed, strangled or beaten to death.", "Fourteen", "inmate", "killed", "", "", ""),
    ("Two weeks ago 14 people were killed in a storm.", "14", "person", "killed", "", "", ""),
    ("Hackers got hold of the data of 14 million customers.", "14 million", "customer", "exposed", "", "", ""),
    ("A poll of 1,004 nurses was published.", "1,004", "nurse", "surveyed", "", "", ""),
    ("Seven bodies were recovered from the lake.", "Seven", "body", "found", "", "", ""),
    ("Seven patients recovered.", "Seven", "patient", "recovered", "", "", ""),
    ("The quake killed 14 people and seriously injured 60.", "60", "person", "injured", "", "", "severe"),
    ("Seven people were hurt in Monday's fire, two of them critically.", "two", "person", "injured", "", "", "severe"),
    ("The attack killed 35 people. A further 139 people were wounded.", "139", "person", "injured", "", "", ""),
    (
        "The attack killed 35 people. A further 139 people died in the night.",
        "139",
        "person",
        "killed",
        "",
        "",
        "additional",
    ),
    ("Some 140 riders suffered serious injuries.", "140", "rider", "injured", "", "", "severe"),
    (
        "A blast hurt 290 people. Dozens of people are in extremely serious condition.",
        "Dozens",
        "person",
        "injured",
        "",
        "",
        "severe",
    ),
    (
        "About 40 people have died and over 200 have been injured in Chad and Niger.",
        "40",
        "person",
        "killed",
        "",
        "",
        "several_lands",
    ),
    ("About 40 people died in Chad and 200 were injured in Niger and Mali.", "40", "person", "killed", "", "", ""),
    ("Chad: 13,000 refugees, 20 dead in explosion.", "20", "person", "killed", "", "", ""),
    ("Chad: 13,000 soldiers killed, 20 missing in explosion.", "20", "soldier", "missing", "", "", ""),
    ("The hail lightly damaged 40 barns.", "40", "barn", "damaged", "", "", "slight"),
    ("The wave killed 60,000 people in eleven countries.", "60,000", "person", "killed", "", "", "several_lands"),
    ("The storm killed 40 people in Chad, Niger and Mali.", "40", "person", "killed", "", "", "several_lands"),
    ("The quake in Chad and Niger killed 40 people.", "40", "person", "killed", "", "", "several_lands"),
    ("The toll from the quake that hit Chad and Niger is 40.", "40", "person", "killed", "", "", "several_lands"),
    ("The quake killed 12 people in Chad, and Niger reported 40 dead.", "40", "", "killed", "", "", ""),
    ("It took the toll from Chad, Niger and Mali to 40.", "40", "person", "killed", "", "", ""),
    ("It took the national death toll to 40.", "40", "person", "killed", "", "", ""),
    ("Owing to floods raising the death tally to 40, roads are shut.", "40", "person", "killed", "", "", ""),
    ("The toll is expected to grow because of the state of 40 injured.", "40", "person", "injured", "", "", ""),
    ("The toll is expected to rise to 40.", "40", "person", "killed", "", "forecast", ""),
    ("Chad and Niger quake\n\nCollapses of homes killed 40 people.", "40", "person", "killed", "", "", "several_lands"),
    ("Chad-Niger quake death toll passes 40", "40", "person", "killed", "", "", "several_lands"),
    ("A flood brought the toll in both countries to 40.", "40", "person", "killed", "", "", "several_lands"),
    ("The quake hit Chad and Niger and killed 40 people in Chad.", "40", "person", "killed", "", "", ""),
    ("Chad and Niger quake\n\nThe quake killed 40 people.", "40", "person", "killed", "", "", "several_lands"),
    ("Crews raced to rescue 45 miners from the pit.", "45", "miner", "rescued", "", "hypothetical", ""),
    ("Doctors struggled to treat the 45 riders hurt in the crash.", "45", "rider", "", "", "", ""),
    ("Troops raced to reach 45 riders who were trapped in the bus.", "45", "rider", "trapped", "", "", ""),
    ("The mayor was held along with two other men.", "two", "man", "arrested", "", "", "additional"),
    ("The toll rose to 12, with 45 others wounded.", "45", "person", "injured", "", "", ""),
    ("Ana Roe and four others were held in Bor.", "four", "person", "arrested", "", "", "additional"),
    ("The mayor was killed and three others were wounded.", "three", "person", "injured", "", "", ""),
    ("Ana Roe is in a clinic. Four others were also injured.", "Four", "person", "injured", "", "", "additional"),
    ("The blast killed two. Four others were also injured.", "Four", "person", "injured", "", "", ""),
    ("The 45 victims were not in danger.", "45", "victim", "casualties", "", "", ""),
    ("The 45 victims were not hurt.", "45", "victim", "injured", "", "negated", ""),
    ("The 45 deaths have not been explained.", "45", "person", "killed", "", "", ""),
    ("The navy joined efforts to rescue 45 sailors.", "45", "sailor", "rescued", "", "hypothetical", ""),
    ("Troops fought 45 rebels.", "45", "rebel", "", "", "", ""),
    ("The 45 riders in the bus were not hurt.", "45", "rider", "injured", "", "negated", ""),
    ("Two nurses, both from Bor, were not charged.", "Two", "nurse", "charged", "", "negated", ""),
    ("The bomb that killed 45 did not hurt others.", "45", "person", "killed", "", "", ""),
    ("The 45 riders in the bus were not only hurt but robbed.", "45", "rider", "injured", "", "", ""),
    ("The court rejected 45 appeals.", "45", "appeal", "rejected", "", "", ""),
    ("The ministry rejected the figure of 45 dead.", "45", "person", "killed", "", "denied", ""),
    ("The owners of the $45 million bridge have not been found.", "$45", "USD", "cost", "", "", ""),
    ("The bridge did not cost $45 million.", "$45", "USD", "cost", "", "negated", ""),
    ("A man was shot dead. Four other people died in hospitals.", "Four", "person", "killed", "", "", "additional"),
    ("A slide killed 12 miners. Four others died in a clinic.", "Four", "person", "killed", "", "", "additional"),
    ("Three nurses died. The fever has killed 14 other people.", "14", "person", "killed", "", "", "additional"),
    (
        "A slide killed 12 miners. Two days passed. It killed six other people.",
        "six",
        "person",
        "killed",
        "",
        "",
        "additional",
    ),
    (
        "Floods killed nine. Rain fell for 30 hours across the state. They killed six other people in the state.",
        "six",
        "person",
        "killed",
        "",
        "",
        "additional",
    ),
    ("Two men died. Three were hurt and six other people died of burns.", "six", "person", "killed", "", "", ""),
    ("The flood killed 12 farmers. Two others were wounded.", "Two", "person", "injured", "", "", ""),
    ("Soldiers killed one suspected insurgent and held two more.", "one", "insurgent", "killed", "", "", ""),
    ("The blast killed 14 people and wounded dozens more.", "dozens", "person", "injured", "", "", ""),
    ("Tanks fired on a house used by Chadian troops, killing four of them.", "four", "soldier", "killed", "", "", ""),
    ("Gunmen stopped a bus carrying miners and shot six of them.", "six", "miner", "shot", "", "", ""),
    ("The mayor ducked dozens of open-ended questions.", "dozens", "question", "ducked", "", "", ""),
    ("Seven killed 37 others injured due to attacks in Tamale.", "Seven", "person", "killed", "", "", ""),
    ("Seven killed 37 others injured due to attacks in Tamale.", "37", "person", "injured", "", "", ""),
    ("A raid hit a town killing eight riders opposition activists said.", "eight", "rider", "killed", "", "", ""),
    ("A raid hit a town wounding dozens opposition activists said.", "dozens", "person", "injured", "", "", ""),
    ("In a separate attack a mine killed 14 riders.", "14", "rider", "killed", "", "", "separate"),
    ("An earlier death toll stood at 14.", "14", "person", "killed", "", "earlier", "cumulative"),
    ("“Toxic gas” kills at least 14 in Tamale", "at least 14", "person", "killed", "", "", ""),
    ("Raid kills 14 UN soldiers", "14", "soldier", "killed", "", "", ""),
    ("Raid kills at least 14 Observatory Reuters", "at least 14", "person", "killed", "", "", ""),
    ("Some 140 riders have so far been killed.", "140", "rider", "killed", "", "", "cumulative"),
    ("Twelve miners had by Monday been confirmed dead.", "Twelve", "miner", "killed", "", "confirmed", ""),
    ("A 6.1 magnitude quake injures dozens in Tamale.", "dozens", "person", "injured", "", "", ""),
    ("He admitted to the fatal weekend shootings of 14 people.", "14", "person", "killed", "", "", ""),
    ("Police fatally shot 14 riders.", "14", "rider", "killed", "", "", ""),
    ("The wall fell on a crowd, fatally crushing 14.", "14", "person", "killed", "", "", ""),
    ("A slide fatally buried 14 riders.", "14", "rider", "killed", "", "", ""),
    ("Fourteen riders were fatally trampled.", "Fourteen", "rider", "killed", "", "", ""),
    ("The scandal fatally weakened 14 firms.", "14", "firm", "weakened", "", "", ""),
    ("A group of singers on a tour were among 14 people killed.", "14", "person", "killed", "", "", ""),
    ("A group of singers taking part in a contest were among 14 people killed.", "14", "person", "killed", "", "", ""),
    ("Two drivers taking part in a race were among 14 riders.", "14", "rider", "", "", "", ""),
    ("Some 14 drivers involved in filming a race were among the dead.", "14", "driver", "killed", "", "", ""),
    ("Some 14 nurses of a ward engaged in testing a drug were hurt.", "14", "nurse", "injured", "", "", ""),
    ("The victims among the 14 riders included two men.", "14", "rider", "", "", "", ""),
    ("The storm left 20 people dead, among the dead 14 riders.", "14", "rider", "killed", "", "", ""),
    ("The fleet bought 14 two- and three-seat jets.", "14", "jet", "bought", "", "", ""),
    ("The army fired 14 short-, medium- and long-range missiles.", "14", "missile", "launched", "", "", ""),
    ("Some 14 first- or second-year students were hurt.", "14", "student", "injured", "", "", ""),
    ("The plane carried 40 passengers and a crew of 14.", "14", "crew", "aboard", "", "", ""),
    ("The plane fell with 40 passengers and a crew of 14 aboard.", "14", "crew", "aboard", "", "", ""),
    ("The plane lost 14 crewmen.", "14", "crew", "lost", "", "", ""),
    ("A gang of 14 was arrested.", "14", "person", "arrested", "", "", ""),
    ("A jury of 14 met in Ava.", "14", "person", "", "", "", ""),
    ("A fleet of 14 was sent.", "14", "thing", "", "", "", ""),
    ("Some 14 Sri Lankans died.", "14", "person", "killed", "Sri Lanka", "", ""),
    ("The navy test-fired 14 missiles.", "14", "missile", "launched", "", "", ""),
    ("In the landslide the town lost 14 stars.", "14", "star", "killed", "", "", ""),
    ("Fourteen riders were fatally struck by a bus.", "Fourteen", "rider", "killed", "", "", ""),
    ("Four women identified as Ann Roe, 62, and Mary Doe, 74, were killed.", "Four", "woman", "killed", "", "", ""),
    ("Four women known as nurses, and two drivers, were fatally shot.", "Four", "woman", "killed", "", "", ""),
    ("Fourteen riders could be seen on the roof.", "Fourteen", "rider", "seen", "", "", ""),
    ("The mast could hit 14 riders.", "14", "rider", "", "", "hypothetical", ""),
    ("At least one dead body was seen in the street.", "At least one", "body", "killed", "", "", ""),
    ("The ferry sailed 40 net miles.", "40 net miles", "mile", "", "", "", ""),
    ("Police arrested two men with 14 rifles.", "14", "rifle", "", "", "", ""),
    ("Police arrested two men with 14 magazines.", "14", "magazine", "", "", "", ""),
    ("'14 killed' in raid on camp", "14", "person", "killed", "", "", ""),
    ("At least 14 'hurt' in Chad amid unrest", "14", "person", "injured", "", "", ""),
    ("The troops' camp was hit, and 14 troops' families fled.", "14", "family", "displaced", "", "", ""),
    ("Besides the 14 killed soldiers, 30 were wounded.", "14", "soldier", "killed", "", "", ""),
    ("In addition to the 14 destroyed homes, 30 have been damaged.", "14", "home", "destroyed", "", "", ""),
    ("As many as 14 people, mostly children, were killed.", "14", "person", "killed", "", "", ""),
    ("Some 27 people have fled to Niger and about 14 others to Chad.", "14", "person", "displaced", "", "", ""),
    ("He warned the 1,400 residents of the village to leave.", "1,400", "resident", "population", "", "", ""),
    ("Some 45 security force members kept order.", "45", "member", "deployed", "", "", ""),
    ("A contingent of 14 firefighters was battling the blaze.", "14", "firefighter", "deployed", "", "", ""),
    ("The hall was built for 14 guests.", "14", "guest", "capacity", "", "", ""),
    ("Some 14 migrants are said to be drifting at sea.", "14", "migrant", "stranded", "", "", ""),
    ("The fire was 14 percent contained.", "14 percent", "%", "contained", "", "", ""),
    ("The commission has registered 14 missing citizens.", "14", "citizen", "missing", "", "", ""),
    ("The office registered 14 new voters.", "14", "voter", "registered", "", "", ""),
    ("Police arrested two men, 14 boys among them.", "14", "boy", "arrested", "", "", ""),
    ("Police arrested two men and 14 boys.", "14", "boy", "arrested", "", "", ""),
]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 90 people were hurt. By dawn two had died and another 14 had been hurt.", None),
        ("The quake killed 14 people and seriously injured 60.", None),
        ("The quake killed three people and left 14 more homeless.", None),
        ("At least 14 of the injured are in the intensive care unit.", "of_the_hurt"),
        ("Some 14 of the dead were farmers.", "some_of"),
        ("The death of the 14 dead farmers was told.", None),
        ("Cholera has killed three people, and a further 14 are suspected to have it.", None),
        ("The quake killed three people on Monday, and 14 more were killed in the night.", "additional"),
        ("The ministry reported 411 new cases and 14 deaths on Monday.", "additional"),
        ("The ministry reported 411 cases and 14 deaths on Monday.", None),
        ("The ministry reported 411 new cases. The virus has killed 14 people.", None),
        ("In all 14 people died in the storm in Chad.", "cumulative"),
        ("The shelling killed 14 soldiers in Chad, Niger said.", None),
        ("Quake in Chad and Niger\n\nIn Chad the quake killed 14 people.", None),
        ("Quake in Chad and Niger\n\nChad's health ministry said 14 people had died in the quake.", None),
        ("Raid in Chad and Niger\n\nThe raid killed 14 people.", None),
        ("In the quake 14 homes fell, three of them in the province alone.", None),
        ("A quake in Chad and Niger killed 14 people on both sides of the border.", "several_lands"),
    ],
)
def test_what_a_count_covers_is_told_of_it_alone(text: str, scope: str | None) -> None:
    found = claim(text, "14").scope

    assert (found.value if found else None) == scope


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In May 2021 a quake struck off Tamale.\n\nSeven people died in the quake and its aftershocks.", "2021-05-01"),
        ("In May 2021 a quake struck off Tamale.\n\nSeven people died in the storm, police said.", None),
        ("In May 2021 the quake struck off Tamale.\n\nSeven people died in the quake, police said.", None),
    ],
)
def test_what_the_paragraph_before_brought_in_is_of_its_time(text: str, start: str | None) -> None:
    period = claim(text, "Seven").period

    assert (period.start if period else None) == start


def test_since_is_said_of_the_toll_that_a_number_pushes_up() -> None:
    text = "At least 43 people died in the school, pushing the toll above 680 since the war began on 27 March."

    assert claim(text, "43").period is None
    assert (period := claim(text, "680").period) is not None
    assert period.start == "2024-03-27"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("A plane fell into a lake with 40 people.", "aboard"),
        ("A plane fell near Kolo with 40 people.", "aboard"),
        ("A bus plunged off a bridge with 40 people.", "aboard"),
        ("A plane fell near a camp with 40 people.", ""),
        ("A lorry crashed into a school with 40 pupils.", ""),
        ("A car stopped outside a hotel with 40 guests.", ""),
        ("The ship was greeted on Monday with 40 protesters.", ""),
    ],
)
def test_those_that_a_place_may_have_in_it_are_in_no_vehicle(text: str, measure: str) -> None:
    told = value(claim(text, "40").measure)
    assert told == measure if measure else told != "aboard"


def test_where_a_toll_was_counted_is_no_toll() -> None:
    assert claim("The number of dead, counted at 40 hospitals, rose.", "40").measure is None


@pytest.mark.parametrize(("text", "number", "unit", "measure", "party", "status", "scope"), SENTENCES)
def test_slots(text: str, number: str, unit: str, measure: str, party: str, status: str, scope: str) -> None:
    found = claim(text, number)

    assert unit in ("", found.unit)
    assert measure in ("", value(found.measure))
    assert value(found.party) == party
    assert value(found.status) == status
    assert scope in ("", value(found.scope))


def test_a_whole_description() -> None:
    text = "PORT LOUIS - On Monday a bomb killed at least 40 Ghanaian soldiers in the city of Tamale, the army said."
    number = text.index("at least 40")

    assert claim(text, "40") == Description(
        object="Ghanaian soldiers",
        object_span=(number + 12, number + 29),
        unit="soldier",
        noun_class="soldier",
        measure=Fact(value="killed", rule="M01", span=(number - 7, number - 1)),
        party=Fact(value="Ghana", rule="P01", span=(number + 12, number + 20)),
        event_terms=(Fact(value="bombing", rule="H11", span=(number - 12, number - 8)),),
        place=claim(text, "40").place,
        period=Period(start="2024-05-06", end="2024-05-06", rule="T01", span=(16, 22)),
    )
    assert value(claim(text, "40").place) == "Tamale"


@pytest.mark.parametrize(
    ("text", "number", "rule"),
    [
        ("The dispute could reignite if the two sides fail to talk.", "two", "K02"),
        ("It won the war largely thanks to two factors.", "two", "K01"),
        ("The two countries signed the deal.", "two", "K02"),
        ("Two officials familiar with the matter said so.", "Two", "K07"),
        ("A marriage between two men is legal there.", "two", "K09"),
        ("The state has one legislative body.", "one", "K04"),
        ("They were one heart, one body in the fight.", "one body", "K04"),
        ("She was one of 26 people killed.", "one", "K04"),
        ("One of the men killed in the blast was a teacher.", "One", "NC39"),
        ("Smith, one of its leaders, was killed.", "one", "NC39"),
        ("One can be killed by a mosquito.", "One", "NC38"),
        ("It was one of the deadliest attacks in years.", "one", "NC39"),
        ("The rebels lost 12 tanks and an armoured one.", "one", "NC38"),
    ],
)
def test_counts_that_are_no_claims(text: str, number: str, rule: str) -> None:
    found = at(text, number)

    assert isinstance(found, Rejected)
    assert found.rule == rule


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Some 150 of the 1,275 Kenyans that rebels captured remain missing.", "150", "1,275"),
        ("The army said 613 villagers died, including 169 women and children.", "169", "613"),
        ("There were 613 casualties, including 169 soldiers killed.", "169", "613"),
        ("In all 613 people are killed or missing, including 169 villagers killed.", "169", "613"),
        ("The list names 3,980 missing people. It includes 3,209 soldiers.", "3,209", "3,980"),
        ("A bus crash injured 40 people, two of them critically.", "two", "40"),
        ("The storm killed 208 people: 129 in the south and 79 in the north.", "129", "208"),
        ("The storm killed 208 people: 129 in the south and 79 in the north.", "79", "208"),
        ("A blast killed 45 people. Among them were 11 children.", "11", "45"),
        ("Of the 1,200 workers at the mill, 504, or 42 percent, walked out.", "504", "1,200"),
        ("Of the 1,200 workers at the mill, 504, or 42 percent, walked out.", "42 percent", "1,200"),
        ("Some 90,000 people fled: 60,000 went to Chad and 30,000 to Niger.", "30,000", "90,000"),
        ("The fire burned 90 barns, 60 of them in Ord and 30 in Wick.", "30", "90"),
        ("The virus infected 2,512 people, 1,676 of whom have died.", "1,676", "2,512"),
        ("The blast left 20 dead. Two of the dead are children.", "Two", "20"),
        ("Of the seven million gallons of water there, two million is from rain.", "two million", "seven million"),
        ("He shot a woman and three men. One of the men later died.", "One", "three"),
        ("The court looks at 800 rich people. It linked 120 of those people to a bank.", "120", "800"),
        ("The crash killed eight people and injured 44. The victims included seven women.", "seven", "eight"),
        ("The blast killed 28. Chad said six of its citizens died. Four of the dead were from Mali.", "Four", "28"),
        ("The raid killed 40 civilians. Among the dead were 15 children.", "15", "40"),
        ("The raid killed 40 civilians. Among the slain were 15 girls and seven women.", "seven", "40"),
        ("The crash killed 13 pilots. The casualties included five officers.", "five", "13"),
        ("Seven children were among the 71 civilians killed.", "Seven", "71"),
        ("Seven children were among 71 people killed in rebel areas.", "Seven", "71"),
        ("The blast killed 218. Three of the victims have not been identified yet.", "Three", "218"),
        ("The raid hurt 129. Out of the injured 79 are in Kolo, and 39 in Tamba.", "79", "129"),
        ("The raid hurt 129. Out of the injured 79 are in Kolo, and 39 in Tamba.", "39", "129"),
        ("The raid hurt 129. They said that of the injured 79 are in Kolo, 39 in Tamba.", "79", "129"),
        ("The navy retrieved 23 bodies. 11 of those were given back to their families.", "11", "23"),
        ("The blast hurt 34 people, of which 16 were women and six children.", "16", "34"),
        ("The blast hurt 34 people, of which 16 were women and six children.", "six", "34"),
        ("They sent 2,350 fighters; 231 of whom were killed and 320 returned.", "320", "2,350"),
        ("Out of 61,400 houses damaged 43,900 were partly destroyed.", "43,900", "61,400"),
        ("An additional 13 deaths were reported, taking the total to 59.", "13", "59"),
        ("The bodies of two men were found on Friday, bringing the death toll to seven.", "two", "seven"),
        ("About 25 more soldiers were killed. In total, 429 soldiers have been killed.", "25", "429"),
        ("Medics took 290 patients to the clinic. Seven of those people died.", "Seven", "290"),
        ("There were 4,000 suspected cases. The lab found the virus in 17 of these cases.", "17", "4,000"),
    ],
)
def test_parts_point_at_their_whole(text: str, part: str, whole: str) -> None:
    links = claim(text, part).part_of
    wholes = [quantity for quantity, _ in described(text) if whole in text[quantity.start : quantity.end]]

    assert [link.whole for link in links] == [wholes[0].start]
    assert all(isinstance(link, PartOf) and link.rule.startswith("O") for link in links)


def test_the_day_of_a_caption_is_not_that_of_the_text_behind_it() -> None:
    text = "Police stand in the town of Osk on July 9 2020 (Photo AFP) The army says 30 people died in Osk."
    assert claim(text, "30").period is None


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 90 people, including two Kenyan tourists, and injured 30.",
        "The blast killed 90 people, including 12 women, and left 30 missing.",
        "The blast killed 90 people, including 12 women, wounding 30 others.",
        "The attack left 90 people dead, including two Kenyan tourists, and 30 injured.",
        "The blast injured 40. Nine people, including a Kenyan tourist, were killed and 30 injured.",
        "The blast injured 40. Nine people including the gunman were killed and 30 wounded in Kolo.",
        "The blast killed 90 people, two Kenyans and a Ghanaian among them, and wounded 30 others.",
    ],
)
def test_what_follows_a_list_with_a_verb_of_its_own_is_no_part(text: str) -> None:
    told = claim(text, "30")

    assert (told.part_of, value(told.party)) == ((), "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The raid killed 40 civilians. Key targets included an airfield and six radars.", "six"),
        ("As a result of the raid, as a result of which 30 died, 90 fled.", "30"),
        ("The raid killed 20 people. Two of the city's hospitals closed.", "Two"),
        ("Seven children were among the dead and 71 were hurt.", "Seven"),
        ("The raid killed 20 people and hurt 30. Forty of the dead were named.", "Forty"),
        ("The storm killed 20 people. Three of the wounded were taken to Kolo.", "Three"),
        ("The toll rose from 40 to 45, the ministry said, bringing relief to 60 families.", "40"),
        ("Twenty people died and 30 were hurt, bringing the number of dead to 50.", "30"),
        ("Police towed 367 cars. Three of those who died in the snow were from Ava.", "Three"),
        ("She won by 126 votes. He won 57 percent of the vote in Ava.", "57"),
        ("Nobody wants a $10 million house, and sales of those priced over $500,000 fell.", "500,000"),
        ("Some 240 people graduate. There are jobs (of which there are 150) for them.", "150"),
        ("The line cancelled 3,200 flights. It is 12 percent of their flights.", "12"),
        ("He won 66 delegates. He needs 60 percent of the delegates in other contests.", "60"),
        ("Out of the $46 billion in deals made, the deals of some size were 18.", "18"),
    ],
)
def test_a_number_that_none_before_can_hold_is_no_part(text: str, number: str) -> None:
    assert claim(text, number).part_of == ()


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("At least 170 members of the security forces died.", "170", "members of the security forces"),
        ("Rebels killed 12 Kenyan soldiers of the elite guard on Monday.", "12", "Kenyan soldiers of the elite guard"),
        ("The fire hurt three current and former Baring employees.", "three", "current and former Baring employees"),
        ("It killed 40 people of the 300 there.", "40", "people"),
        ("Hundreds of badly injured civilians fled.", "Hundreds", "badly injured civilians"),
        ("The number of firms filing for bankruptcy rose to 1,100.", "1,100", "firms"),
        ("The toll of the Kogi floods rose to 63.", "63", ""),
        ("Seventy percent of Kenyan registered voters stayed away.", "Seventy percent", "Kenyan registered voters"),
        ("It led to the deaths of 40 farmers and injuries to 12 others.", "40", "farmers"),
        ("It led to the deaths of 40 farmers and loss of property.", "40", "farmers"),
    ],
)
def test_the_counted_phrase_is_quoted_whole(text: str, number: str, words: str) -> None:
    assert claim(text, number).object == words


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Nearly 300 of 400 barns were destroyed.", "400", ""),
        ("Half of the 600 barns in Ord were destroyed.", "600", ""),
        ("Some 400 barns in Ord were destroyed.", "400", "destroyed"),
        ("Two of the 14 killed were medics.", "14", "killed"),
    ],
)
def test_what_befell_a_part_befell_not_the_whole(text: str, number: str, expected: str) -> None:
    assert value(claim(text, number).measure) == expected


def test_what_a_part_did_is_not_told_of_the_whole() -> None:
    text = "Fifteen of the 80 passengers survived."

    assert (value(claim(text, "Fifteen").measure), value(claim(text, "80").measure)) == ("rescued", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some 3,890 Malians went missing in the war. Among them, 3,171 were servicemen.", "3,171"),
        ("Some 3,890 Malians went missing in the war. The number includes 719 civilians and 71 children.", "719"),
        ("Some 3,890 Malians went missing in the war. The civilians included 71 children and 267 women.", "267"),
    ],
)
def test_a_listed_part_befell_what_befell_its_whole(text: str, number: str) -> None:
    assert value(claim(text, number).measure) == "went_missing"


def test_what_includes_a_part_is_not_what_befell_it() -> None:
    told = claim("The list names 3,980 missing people. It includes 3,209 soldiers.", "3,209").told

    assert value(told) == "missing"


def test_a_part_on_the_ground_of_one_side_is_not_of_both() -> None:
    text = "A monitor counted 279 people killed on both sides, with 155 killed in rebel-held areas, {}."
    told = text.format("including 45 children")
    assert [value(claim(told, number).party) for number in ("279", "155", "45")] == ["both", "", ""]
    told = text.format("and 45 hurt on both sides")
    assert value(claim(told, "45").party) == "both"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A second blast killed 12 people. The police put the toll at 45.", "separate"),
        ("A second blast killed 12 people, while the police gave a figure of 45.", "separate"),
        ("Another blast killed 12 people. It raised the toll to 45.", "cumulative"),
        ("Another blast killed 12 people. The police put the toll of the first at 45.", "cumulative"),
        ("Another blast killed 12 people. The police put the number of wounded at 45.", ""),
        ("Raids killed 12 people including 45 children in rebel areas.", "opposition_held"),
        ("Raids killed 45 people including at least 12 children in rebel areas.", "opposition_held"),
        ("A raid killed 45 people and 12 children in rebel areas.", ""),
    ],
)
def test_another_number_for_the_same_covers_the_same(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


def test_a_part_takes_the_party_of_its_whole() -> None:
    text = "The blast killed 45 Ghanaian soldiers. Among them were 11 medics."

    assert value(claim(text, "11").party) == "Ghana"


@pytest.mark.parametrize(
    ("text", "number", "measure", "party"),
    [
        (
            "Official results of the election gave the Reform party 53.9% and Unity 27.1%.",
            "53.9%",
            "vote_share",
            "Reform",
        ),
        (
            "Official results of the election gave the Reform party 53.9% and Unity 27.1%.",
            "27.1%",
            "vote_share",
            "Unity",
        ),
        ("Reform took 53.9% in the election, followed by Unity with 27.4%.", "53.9%", "vote_share", "Reform"),
        ("The election was won by Reform with 54 percent.", "54 percent", "vote_share", "Reform"),
        ("Ana Rusu won the runoff with 61%, against 39% for her rival Ion Cazac.", "39%", "vote_share", "Ion Cazac"),
        ("President Ana Rusu's Reform party won 54% of the vote.", "54%", "vote_share", "Reform"),
        ("In the election it won 54% of the vote.", "54%", "vote_share", ""),
        ("Ana Rusu followed Ion Cazac with 16% in the election.", "16%", "vote_share", "Ana Rusu"),
        ("The plan passed with 54% of the vote after Unity split.", "54%", "vote_share", ""),
        ("Reform won 54% of the vote with 98% of ballots counted.", "98%", "counted", ""),
        ("The election left Reform with 57 seats and Unity with 29.", "29", "won", "Unity"),
        ("An exit poll put Reform at 49 percent.", "49 percent", "supported", "Reform"),
        ("In the survey Ana Rusu garnered 11 percent.", "11 percent", "supported", "Ana Rusu"),
        ("In the survey Ion Cazac earned 9 percent support.", "9 percent", "supported", "Ion Cazac"),
        (
            "A survey showed Rusu first (20 percent), followed by Cazac (17 percent).",
            "17 percent",
            "supported",
            "Cazac",
        ),
        ("Rusu leads Cazac 52 percent to 44 percent in the survey.", "52 percent", "supported", "Rusu"),
        ("Rusu leads Cazac 52 percent to 44 percent in the survey.", "44 percent", "supported", "Cazac"),
        ("Lopez took 45 percent of the shares.", "45 percent", "taken", ""),
    ],
)
def test_who_has_a_share_of_the_votes_or_seats(text: str, number: str, measure: str, party: str) -> None:
    found = claim(text, number)
    assert (value(found.measure), value(found.party)) == (measure, party)


WAR = "syrian-civil-war"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("A storm killed 45 people in a land already reeling from Covid-19.", "45", ""),
        ("The Second Karabakh War killed 3,000 soldiers.", "3,000", "second-karabakh-war"),
        ("In March 2022 shelling killed 12 people in Mariupol.", "12", "mariupol-siege"),
        ("In January 2010 an earthquake killed 200,000 people in Haiti.", "200,000", "haiti-earthquake-2010"),
        ("A flood killed 12 people in Haiti in January 2010.", "12", ""),
        ("An earthquake killed 12 people in Haiti in 1994.", "12", ""),
        ("A quake killed 12 people in a region devastated by the Indian Ocean tsunami.", "12", ""),
        (
            "The fighting that began on 27 September killed 40 soldiers in Nagorno-Karabakh.",
            "40",
            "second-karabakh-war",
        ),
        ("The worst fighting in Karabakh since 1993 broke out on Saturday. / It killed 12 soldiers.", "12", ""),
        (
            "Clashes broke out in Nagorno-Karabakh on 2 April 2016. / The surge in fighting killed 12 soldiers.",
            "12",
            "april-2016-karabakh-clashes",
        ),
        (
            "Clashes broke out in Nagorno-Karabakh on 2 April 2016. / The clashes, part of the conflict, left 12 dead.",
            "12",
            "april-2016-karabakh-clashes",
        ),
        (
            "The Bucha massacre was remembered on Sunday. / In the war 9,000 people were killed.",
            "9,000",
            "ukraine-war-2022",
        ),
        ("A gas attack killed 355 people in Ghouta, medics said.", "355", "ghouta-chemical-attack"),
        ("The office, which tracks the Syrian civil war, said a strike killed 12 people in Homs.", "12", ""),
        ("The office that has documented the Syrian civil war said a strike killed 12 people.", "12", ""),
        ("The office, which tracks the violence, said the Syrian civil war had killed 90,000 people.", "90,000", WAR),
    ],
)
def test_known_events(text: str, number: str, event: str) -> None:
    assert value(claim(text.replace(" / ", "\n\n"), number, date=None).event) == event


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        ("A gas attack killed 61 people in Ghouta, medics said.", "2013-08-22", "ghouta-chemical-attack"),
        ("A gas attack killed 61 people in Ghouta, medics said.", "2018-04-08", ""),
        ("The Karabakh war killed 61 soldiers.", "2021-05-02", "second-karabakh-war"),
        ("The Karabakh war killed 61 soldiers.", "2019-05-02", "first-karabakh-war"),
        ("The war in Yemen has killed 61 people.", "2019-05-02", "yemen-war"),
        ("The Karabakh war killed 61 soldiers.", None, ""),  # which one?
        ("The Karabakh war killed 61 soldiers in 2020.", None, "second-karabakh-war"),
        ("The Karabakh conflict killed 61 soldiers in the autumn of 2020.", "2021-05-02", "second-karabakh-war"),
        ("The Karabakh conflict has killed 61 people.", "2021-05-02", "karabakh-conflict"),
        ("The Karabakh conflict has killed 61 people so far.", "2020-11-02", "second-karabakh-war"),
        ("The Karabakh conflict, a bitter feud, has killed 61 people.", "2020-11-02", "karabakh-conflict"),
        ("Fighting raged on. / The Kashmir conflict has claimed 61 lives.", "1999-06-02", "kashmir-conflict"),
        ("Shells fell. / The Kashmir conflict, which has left 61 dead, is old.", "1999-06-02", "kashmir-conflict"),
        ("The Kashmir conflict has killed 61 people since May 20.", "1999-06-02", "kargil-war"),
        ("61 soldiers were killed in the Kashmir conflict.", "1999-06-02", "kargil-war"),
        ("The Kashmir conflict flared up on May 3. / It has killed 61 people.", None, "kargil-war"),
        ("61 soldiers died in the Kashmir conflict zone. / Photo: 7 June 1999", None, "kargil-war"),
        ("In decades of the Kashmir conflict 61 soldiers died.", "1999-06-02", "kashmir-conflict"),
        ("Since 1947 the Kashmir conflict has killed 61 people.", "1999-06-02", "kashmir-conflict"),
        (
            "Families are in despair. / 61 are still missing after the Karabakh war.",
            "2021-05-02",
            "second-karabakh-war",
        ),
        ("61 Armenians Still Missing After Karabakh War", "2021-05-02", "second-karabakh-war"),
        ("A mine blast killed 61 soldiers after the Karabakh war.", "2021-05-02", ""),
        ("The deadliest crime since World War II left 61 dead in Mali.", "2021-05-02", ""),
        ("Crowds marked the Bucha massacre. / In all 61 people died in the massacre.", "2023-05-02", "bucha-massacre"),
        (
            "Today is the 1st anniversary of the Bucha massacre. / In all 61 people died in the massacre.",
            "2023-03-02",
            "bucha-massacre",
        ),
        (
            "KYIV. 31 March. / Mourners recalled the Bucha massacre. / 61 people were shot.",
            "2023-03-31",
            "bucha-massacre",
        ),
        ("He recalled an attack on the Charlie Hebdo magazine in Paris that killed 61.", "2016-03-23", "charlie-hebdo"),
        (
            "They link them to the Brussels bombings and to the attacks in Paris last November that killed 61.",
            "2016-03-26",
            "paris-attacks-2015",
        ),
        (
            "They link them to the Brussels bombings that killed 61 people and to the attacks in Paris last November.",
            "2016-03-26",
            "brussels-bombings",
        ),
        ("Saudi Arabia has fought in Yemen since 2015. / Cholera has killed 61 people there.", "2017-05-15", ""),
        ("He spoke of the massacre in Sabra, where 61 people were killed.", None, "sabra-shatila"),
        ("The exiles' leader George Sabra spoke of a massacre in which 61 people were killed.", None, ""),
    ],
)
def test_known_events_by_their_place_or_as_what_was_told_of(text: str, day: str | None, event: str) -> None:
    assert value(claim(text.replace(" / ", "\n\n"), "61", date=day).event) == event


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        (
            "A missile attack on the Azerbaijani city of Barda by Armenia killed 21.",
            "2020-10-28",
            "second-karabakh-war",
        ),
        ("A missile attack on the Azerbaijani city of Barda by Armenia killed 21.", "2021-10-28", ""),  # at peace
        ("A missile attack on the Azerbaijani city of Barda killed 21.", "2020-10-28", ""),  # by whom?
        ("An earthquake in Azerbaijan killed 21, Armenia said.", "2020-10-28", ""),
    ],
)
def test_a_war_is_known_by_its_parties_behind_the_front(text: str, day: str, event: str) -> None:
    assert value(claim(text, "21", date=day).event) == event


_AT_WAR = "Georgia and Russia traded blame on Friday. / "
_OVER = _AT_WAR + "The war was short. / "
_NEIGHBOURS = "India and Pakistan reopened their border. / "


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        (_AT_WAR + "The war left 61 people dead.", "2009-10-22", "georgia-war-2008"),
        (_AT_WAR + "In the recent war 61 people were killed.", "2009-10-22", "georgia-war-2008"),
        (_OVER + "Tbilisi said 61 Georgian soldiers had died.", "2009-10-22", "georgia-war-2008"),
        (_OVER + "In May the premier told deputies 61 had died.", "2009-10-22", "georgia-war-2008"),
        ("Georgia mourns. Russia does not. / In five days of war 61 soldiers died.", "2012-08-22", "georgia-war-2008"),
        ("Fighting stopped. / Georgia buried 12 men and Russia nine. / 61 people were killed.", "2008-08-15",
         "georgia-war-2008"),
        ("Troops of Georgia and Russia clashed on August 9. / 61 people were killed.", None, "georgia-war-2008"),
        ("Armenia and Azerbaijan talk. / The price of last autumn's war was 61 dead.", None, "second-karabakh-war"),
        (_NEIGHBOURS + "The fighting killed 61 soldiers.", "1999-08-20", "kargil-war"),
        (_NEIGHBOURS + "The fighting killed 61 soldiers.", "2000-08-20", ""),  # other fighting
        (_NEIGHBOURS + "The war killed 61 soldiers.", "2000-08-20", "kargil-war"),
        (_NEIGHBOURS + "The war killed 61 soldiers.", "2016-08-20", ""),  # too long ago
        (_NEIGHBOURS + "The six-day war killed 61 soldiers.", "2000-08-20", ""),  # no such war
        (_AT_WAR + "Since the war 61 people have been killed.", "2009-10-22", ""),
        (_OVER + "A truck hit a mine and 61 people died.", "2009-10-22", ""),
        (_OVER + "An avalanche killed 61 people.", "2009-10-22", ""),
        (_OVER + "A blast in Kenya killed 61 people.", "2009-10-22", ""),
        (_AT_WAR + "A possible war would kill 61 people.", "2009-10-22", ""),
        ("Georgia mourns. / The war left 61 people dead.", "2009-10-22", ""),  # with whom?
        (_AT_WAR + "The war left 61 people dead.", None, ""),  # which one?
    ],
)  # fmt: skip
def test_which_war_an_article_means_by_the_war(text: str, day: str | None, event: str) -> None:
    assert value(claim(text.replace(" / ", "\n\n"), "61", date=day).event) == event


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("Georgia: 61 soldiers and nine civilians dead.", "Georgia"),
        ("Georgia's defence ministry: 61 killed.", "Georgia"),
        ("Georgia live: Macron says 61 died.", ""),
        ("Georgia reports 61 dead.", "Georgia"),
        ("Georgia and Russia reports 61 dead.", ""),
        ("The Georgian premier put the number of his country's killed at 105; Russia's stands at 61.", "Russia"),
        ("The Georgian premier put the number of his country's killed at 61.", "Georgia"),
        ("The number of men of the army of Georgia who died repelling the Russian attack has reached 61.", "Georgia"),
        ("The five-day war killed 61 people.", "both"),
        ("It was a war in which 61 people died.", "both"),
        ("The five-day war killed 61 civilians.", ""),
        ("The warring sides have acknowledged 61 dead.", "both"),
        ("The French president said that 61 people had been killed.", ""),
        ("The Georgian staff disputes that. In its reckoning the attackers lost 61 killed.", "Russia"),
        ("Russia hides its losses. It has put deaths in its ranks at 61.", "Russia"),
        ("Russia lost 105 soldiers. / Another 61 have not been found.", "Russia"),
        ("Russia lost 105 soldiers. Another 61 Georgians have not been found.", "Georgia"),
        ("The health ministry in Tbilisi has 61 wounded in its wards.", "Georgia"),
        ("The health ministry in Tbilisi has 61 wounded Russians in its wards.", "Russia"),
        ("By shelling of villages by the armed forces of Russia 61 civilians were killed.", "Georgia"),
        ("The prisons are full: Russia acknowledges that 61 soldiers are held.", "Georgia"),
        ("Among civilians 61 were killed in Georgia, 85 on the Russian side.", "Georgia"),
        ("Georgia lost 40 men, Russia 20. / In all 61 people were dead.", "both"),
        ("Georgia lost 40 men, Russia 120. / In all 61 people were dead.", ""),
        ("In Abkhazia the enclave's ombudsman said 61 residents had been killed.", "Abkhazia"),
        ("Abkhazia is quiet. The breakaway army listed 61 dead in its ranks.", "Abkhazia"),
        ("Abkhazia and South Ossetia are quiet. An enclave listed 61 dead.", ""),
    ],
)
def test_whose_the_dead_of_a_fight_of_two_lands_are(told: str, party: str) -> None:
    text = f"The Caucasus counts its dead of August. The war was short. / {told} / Georgia and Russia met."
    assert value(claim(text.replace(" / ", "\n\n"), "61", date="2008-10-22").party) == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("TBILISI (Wire) — The prime minister named the price of the war: 61 killed. / Russia was silent.", "Georgia"),
        ("TBILISI (Wire) — The Russian prime minister named the price: 61 killed. / The war was short.", "Russia"),
        ("TBILISI (Wire) — Nobody spoke of the war: 61 killed. / Russia was silent.", ""),
        (
            "GEORGIA: situation report / The war with Russia is over. / Civilian losses: 61 dead, one missing.",
            "Georgia",
        ),
    ],
)
def test_an_office_without_its_land_is_of_where_the_article_is_written(text: str, party: str) -> None:
    assert value(claim(text.replace(" / ", "\n\n"), "61", date="2008-10-22").party) == party


def test_those_whom_a_label_calls_civilians_are_civilians() -> None:
    text = "GEORGIA: a report.\n\nThe war with Russia is over.\n\nCivilian losses: 40 dead, one missing."
    assert claim(text, "40", date="2008-10-22").noun_class == "civilian"


def test_residents_whom_a_war_killed_are_civilians() -> None:
    text = "The war with Russia is over.\n\nGeorgia said 40 residents were killed in it."
    assert claim(text, "40", date="2008-10-22").noun_class == "civilian"
    assert claim("A fire killed 40 residents.", "40").noun_class == "person"


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("About 6,500 soldiers died in six weeks of fighting in 2020, which Moscow ended.", "second-karabakh-war"),
        ("About 6,500 soldiers died in fighting in 2018.", ""),
        ("About 6,500 soldiers died in fighting in Ethiopia in 2020.", ""),
        ("About 6,500 people died of the virus in 2020.", ""),
    ],
)
def test_earlier_fighting_is_known_by_its_time_between_lands_of_the_lead(told: str, event: str) -> None:
    text = f"Armenia and Azerbaijan agreed on Friday to open their border.\n\n{told}"
    assert value(claim(text, "6,500", date="2023-05-12").event) == event


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "On Friday the Ministry of Chad said that 45 had died since fighting in Ava erupted in April.",
            "2024-04",
        ),
        (
            "On Friday 45 soldiers died, bringing the toll to 532 since fighting in Ava erupted in April.",
            "2024-05",
        ),
        ("It was the worst clash since a war in April over Kasala that claimed 45 lives.", "2024-04"),
        ("On Wednesday 45 people died in a blaze that began on Tuesday.", "2024-05-15"),
        ("On Wednesday 45 people died in a blaze which has raged since Monday.", "2024-05-15"),
        ("On Wednesday 45 miners fell ill while on strike since Monday.", "2024-05-15"),
        ("In March 45 people died in floods that since April have killed 12.", "2024-03"),
        ("The army said on Wednesday that 45 people had died in Ava since Monday.", "2024-05-13"),
    ],
)
def test_a_number_is_of_the_day_since_which_it_is_counted(text: str, start: str) -> None:
    period = claim(text, "45", date="2024-05-17").period
    assert period is not None
    assert (period.start or "").startswith(start)


def test_a_day_is_none_of_telling_for_what_the_sentence_before_it_says() -> None:
    text = "Thirteen people died in the attack, the prosecutor said. On May 11 10 people were killed in another attack."
    period = claim(text, "10", date="2024-05-17").period
    assert period is not None
    assert (period.start, period.rule) == ("2024-05-11", "T01")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("5 civilians were killed in Terrorist Rocket Attacks in Kano.", "Kano"),
        ("5 HURT IN CAR CRASH IN KANO", "Kano"),
        ("Car bomb kills 5 in Kano", "Kano"),
        ("In Kurdish-controlled areas 5 people were killed.", ""),
        ("At least 5 people were killed in US air strikes on the town of Raqqa.", "Raqqa"),
        ("The army killed 5 fighters (of a group banned in Russia) in the city of Daraa.", "Daraa"),
        ("Forces in Nigeria are accused of killing 5 people in the Kano region.", "Kano"),
        ("5 people were killed in an air raid in Syrias second city on Monday.", "Syria"),
        ("5 people were killed in shelling in Goris, Sotk and Kut.", "Goris"),
        ("There are 5 mines of this kind around the U.S., an official said.", "United States"),
        ("A monitor based in Ghana said 5 people were killed.", ""),
        ("5,000 people marched through the Kenyan capital on Monday.", "Nairobi"),
        ("Kenya sent 5 barrels through Uganda on Monday.", ""),
        ("5 people died of cholera, the health ministry in Lilongwe said.", "Malawi"),
        ("5 people died of cholera, the town clerk in Lilongwe said.", "Lilongwe"),
        ("The Health Ministry in Lilongwe said that 5 people had died of cholera.", "Malawi"),
        ("5 people were killed in Kenyan-Ugandan border clashes.", ""),
        ("A bomb killed 5 people near the Nigerian capital on Monday, hours after a raid on Kano.", "Abuja"),
        ("A bomb killed 5 people in Nigeria's capital.", "Abuja"),
        ("5 people died when troops stormed Kafr Rifa village.", "Kafr Rifa"),
        ("A source at Kano Police Command said 5 people died when rebels shelled al-Zahra town.", "al-Zahra"),
        ("A rebel leader said in Turkey that the raid had killed 5 people.", ""),
        ("The minister told reporters in Geneva on Monday that 5 people were killed in Chad.", "Chad"),
        ("Seven were hurt and 5 killed in the Bustan al-Qasr neighbourhood.", "Bustan al-Qasr"),
        ("The shells killed 5 people in al-Sheikh Maqsoud.", "al-Sheikh Maqsoud"),
        ("Raids on Aleppo killed 5 people.", "Aleppo"),
        ("Strikes killed 5 people in Syria's Aleppo.", "Aleppo"),
        ("5 people died in the heart of Damascus.", "Damascus"),
        ("Chad's health ministry said that 5 people had died of measles.", "Chad"),
        ("The flood spread to Haiti, where 5 people died, and to Cuba.", "Haiti"),
        ("The minister said 5 people, mostly in Kano, lost their lives in the floods.", "Nigeria"),
        ("Floods killed 5 people, particularly in the city of Kano.", "Nigeria"),
        ("The toll of the clashes rose to 5 on Monday. The state of Kano alone saw 3 deaths.", ""),
        ("The storm went on west. Haiti reported 5 dead.", "Haiti"),
        ("The storm went on. Haiti's relief committee listed 40 injured, 5 dead and 30 missing.", "Haiti"),
        ("The storm went on. Cuba said 5 of its people had been killed.", "Cuba"),
        ("The raid went on. Haiti reported 5 dead.", ""),
        ("9 people were killed in Kano and 5 wounded in a raid on the market in Abuja.", "Abuja"),
        ("In Kano 5 people died, and in Abuja 9.", "Kano"),
        ("In Nigeria 9 people died in Kano and 5 in Abuja.", "Abuja"),
        ("The envoy said 5 people were killed in the capital Bamako.", "Bamako"),
        ("5 people were killed in Chad's heavy shelling of Kano.", "Kano"),
        ("5 people were killed in Chad's deadliest raid this year.", "Chad"),
        ("In an address to a summit in Geneva on Monday, the envoy said 5 people had died.", ""),
        ("The army found 5 people dead in the eastern territories of Chad.", "Chad"),
        ("A bomb killed 5 people in Syria's largest city, Aleppo.", "Aleppo"),
        ("The fund sold 5 percent of its stake in Skelton.", ""),
        ("In Halden's experiments 5 rats died.", ""),
        ("In Halden's old town 5 people died.", "Halden"),
        ("A drop in Walter Halden shares cost it 5 million dollars.", ""),
        ("The party won 5 seats in the Bundestag.", ""),
        ("5 people died in Bank Street.", "Bank Street"),
        ("The Department of Agriculture counted 5 dead cows.", ""),
        ("Mali says 5 dead in Chad missile attack", ""),
        ("Mali says 5 dead in Chad bus crash", "Chad"),
        ("A bomb killed 5 people at a summit in Geneva.", "Geneva"),
        ("The leaders met at a summit in Geneva. Clashes killed 5 people.", ""),
        ("The protest began in Kano and quickly spread. It left 5 people dead.", "Nigeria"),
        ("The protest began in Kano, and doubts spread. It left 5 people dead.", "Kano"),
        ("Harlan County was drenched, and 45 people drowned.", "Harlan County"),
        ("The hardest-hit area was Harlan County, where 45 people drowned.", "Harlan County"),
        ("Harlan County deputies shot 45 people in Ohio.", "Ohio"),
        ("Floods came in Chad. Two bodies were found near Halden, bringing the flood's death toll to 5.", "Chad"),
        (
            "Floods came in Chad. A man drowned in Halden on Monday, raising to 9 the toll. In Halden 5 people died.",
            "Halden",
        ),
        ("A raid hit Kano. A man died in Chad, taking the number of dead this year to 5.", "Chad"),
        ("Raids on Aleppo drove them to Chad, which is already sheltering 5 million Syrians.", "Chad"),
        ("Raids on Aleppo went on. Chad, already home to 5 million Syrians, shut its gates.", "Chad"),
        ("Raids on Aleppo went on. Chad is home to 5 banks.", ""),
        ("Floods came in Kerala. Across the state, 5 people died.", "Kerala"),
        ("Floods came in Kano. Across the state, 5 people died.", "Nigeria"),
        ("The bombing of the Brussels airport killed 5 people.", "Brussels"),
        ("A group that tracks attacks counted 5 dead in Homs.", "Homs"),
        ("He told of Kano. The shelling of Aleppo killed 5 people.", "Aleppo"),
        ("A slide in the Scottish Highlands killed 5 people.", "Scottish Highlands"),
        ("Storms on the French Riviera killed 5 people.", "French Riviera"),
        ("He told of Kano. Then 5 people died in the northern Chilean Andes.", "Chilean Andes"),
        ("Scottish Highlands farmers lost 5 cows.", ""),
        ("In Chad, on Sunday 5 people died in the Larkin region.", "Larkin"),
        ("In Chad, on Sunday 5 people died of measles caught in Paris.", "Chad"),
        ("A fall at the French Open hurt 5 people.", ""),
    ],
)
def test_where_it_was(text: str, place: str) -> None:
    assert value(claim(text, "5").place) == place


@pytest.mark.parametrize("toll", ["Niger's death toll is 5.", "Niger toll at 5."])
def test_a_land_that_stands_on_the_toll_of_a_quake_in_two_is_where_it_was(toll: str) -> None:
    text = f"A quake hit Chad and Niger.\n\nSome 40 people died in Chad. {toll}"

    assert value(claim(text, "5").place) == "Niger"


@pytest.mark.parametrize(
    ("then", "place"),
    [
        ("The blast killed 5 people.", "Marib"),
        ("The war has killed 5 people.", "Yemen"),
        ("Nationwide 5 people were killed.", "Yemen"),
        ("Worldwide such blasts have killed 5 people.", ""),
        ("The company owns 5 plants.", ""),
    ],
)
def test_a_place_carries_to_what_happened_there(then: str, place: str) -> None:
    assert value(claim(f"A bomb went off in Marib on Monday.\n\n{then}", "5").place) == place


def test_the_place_of_a_speaker_or_of_a_late_sentence_is_not_that_of_the_article() -> None:
    told = "The blast hurt 9 people.\n\nYemen mourned.\n\nThe army lost 3 cars.\n\nTwo men were caught in Marib."

    assert value(claim(f"{told}\n\nThe blast killed 5 people.", "5").place) == ""
    assert (
        value(claim("A blast in Marib, an official in Aden said, was heard. It killed 5 people.", "5").place) == "Marib"
    )


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The quarry was closed for Wednesday after 40 people died.", None),
        ("The march, put off until Wednesday, follows a fire that killed 40 people.", None),
        ("The standoff lasted until Wednesday and left 40 people dead.", "2024-05-01"),
        ("The state plans to execute 40 men next week.", "2024-05-06"),
    ],
)
def test_nobody_has_been_harmed_on_a_day_to_come(text: str, start: str | None) -> None:
    period = claim(text, "40", date="2024-05-05").period

    assert (period.start if period else None) == start


def test_a_number_told_at_a_summit_is_of_no_day_of_it() -> None:
    found = claim("In an address to a summit in Geneva on Monday, the envoy said 40 people had died.", "40")

    assert (found.period, value(found.as_of)) == (None, "2024-05-06")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The fire killed 40 people, according to a tally by the ministry on Monday morning.", True),
        ("The fire killed 40 people, the ministry said in a written statement late on Monday.", True),
        ("The fire killed 40 people, a tally by the ministry showed on Monday.", True),
        ("Police on Monday said 40 people died in the fire.", True),
        ("A survey on Monday found 40 people died in the fire.", True),
        ("The governor on Monday visited the town where 40 people died.", True),
        ("The fire killed 40 people, according to reports of the blast on Monday.", False),
        ("The fire killed 40 people on Monday, according to a tally by the ministry.", False),
    ],
)
def test_the_day_of_whom_a_text_cites_is_that_of_the_count(text: str, counted: bool) -> None:
    found = claim(text, "40")

    assert (found.period is None, value(found.as_of) == "2024-05-06") == (counted, counted)


@pytest.mark.parametrize(
    "text",
    [
        "The shelling on Monday marked the worst day of the war, killing 40 people.",
        "The landslide on Monday released tonnes of mud and killed 40 people.",
        "The raid on Monday showed how weak the fort was and killed 40 people.",
        "The blast on Monday added to the tension, killing 40 people.",
    ],
)
def test_a_happening_tells_nothing_on_its_day(text: str) -> None:
    period = claim(text, "40").period

    assert period is not None
    assert period.start == "2024-05-06"


def test_a_day_in_an_aside_does_not_carry() -> None:
    text = "Mortars hit the opera house, which was opened in 2004. The attack wounded 5 people."

    assert claim(text, "5 people").period is None


def test_the_month_in_which_another_thing_came_to_an_end_does_not_carry() -> None:
    text = (
        "Mortars hit the front that rebels held until the army took the city in December. The attack wounded 5 people."
    )

    assert claim(text, "5 people").period is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The raid on 8 May comes two days after 40 people died in Accra.", "2024-05-06"),
        ("A blast hit Accra on 7 May 2024. It came a day after 40 people died in the port.", "2024-05-06"),
        ("The toll of Mondays attack was put at 40 dead.", "2024-05-06"),
    ],
)
def test_a_day_is_counted_from_the_one_told_before_it(text: str, day: str) -> None:
    period = claim(text, "40").period

    assert period is not None
    assert period.start == period.end == day


def test_a_misfortune_that_the_lead_names_is_told_of_beside_another() -> None:
    text = "A wildfire hit Accra.\n\nFlames fed by a storm have engulfed 45 acres."

    assert value(claim(text, "45 acres").measure) == "burned"


def test_the_war_in_a_land_is_the_one_of_its_time() -> None:
    text = "Troops clashed with militants in Iraq on Monday.\n\nThe clashes killed 45 people."

    assert value(claim(text, "45 people", date="2016-05-30").event) == "isis-war"


def test_the_day_of_what_a_number_is_held_against_is_not_its_own() -> None:
    text = "In Kano 367,000 people voted, a 30% decline from the last contested primary, in 2008."

    assert claim(text, "367,000").period is None


@pytest.mark.parametrize("like", ["bore similarities to", "had the hallmarks of", "drew comparisons with"])
def test_what_a_raid_is_likened_to_is_not_what_its_count_is_of(like: str) -> None:
    text = (
        "Gunmen attacked a bus in the Pakistani city of Quetta. Some 45 guards were hurt. Officials said that the raid "
        f"{like} deadly attacks in Mumbai in India last November."
    )
    found = claim(text, "45", date="2009-03-03")
    assert (found.event, found.party, value(found.place)) == (None, None, "Quetta")


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("grew 40% over last year", None),
        ("was up 40 percent on last year", None),
        ("fell 40 per cent from 2023", None),
        ("fell 40 percent from March to May", "2024-03-01"),
        ("fell 40 percent on Monday", "2024-05-06"),
        ("grew 40 percent in 2023", "2023-01-01"),
    ],
)
def test_the_time_from_which_a_share_changed_is_not_its_own(told: str, start: str | None) -> None:
    period = claim(f"Revenue of the mill {told}.", "40", date="2024-05-08").period
    assert (period and period.start) == start


@pytest.mark.parametrize("trade", ["outsourcing giant", "mapping firm", "ticketing company"])
def test_a_word_in_ing_tells_what_trade_a_firm_has(trade: str) -> None:
    assert value(claim(f"Ava acquired {trade} Bora Systems for $45 million.", "$45").measure) == "bought"


@pytest.mark.parametrize(
    ("text", "number", "start"),
    [
        ("The deal lifted the wage from $8 to $10 in 2021.", "$8", None),
        ("The deal lifted the wage from $8 to $10 in 2021.", "$10", "2021-01-01"),
        ("In 2021 the deal lifted the wage from $8 to $10.", "$8", "2021-01-01"),
        ("The current $40 million prize beats that of December 2021, which was $30 million.", "$40 million", None),
        ("The current $40 million prize of 2024 is a record.", "$40 million", "2024-01-01"),
        ("It was insured for $35 million in 2021 and is currently worth $18 million.", "$18 million", None),
        ("It was insured for $35 million in 2021 and is now worth $18 million.", "$35 million", "2021-01-01"),
        ("A $40 million prize was drawn in December 2021.", "$40 million", "2021-12-01"),
    ],
)
def test_what_was_before_and_what_is_now_are_of_no_other_day(text: str, number: str, start: str | None) -> None:
    period = claim(text, number, date="2024-05-06").period
    assert (period and period.start) == start


@pytest.mark.parametrize(
    ("heading", "start"),
    [("The November attacks", "2023-11-01"), ("What is known", None), ("What comes in November 2024", None)],
)
def test_the_heading_of_a_section_tells_when_that_was(heading: str, start: str | None) -> None:
    text = f"Bomb hits Ava\n\nA bomb hit a market in Ava.\n\n{heading}\n\nThe gunmen killed 40 people in a hall."
    period = claim(text, "40", date="2024-05-06").period
    assert (period and period.start) == start


def test_where_and_when_that_was_which_a_number_is_held_against_is_not_its_own() -> None:
    text = (
        "A fire broke out in a market in Peru.\n\n"
        "Some 45 people were hurt in the fire, which surpassed the 32 people hurt in a blast in Mali in 2007."
    )
    assert (value(claim(text, "45").place), claim(text, "45").period) == ("Peru", None)
    assert value(claim(text, "32").place) == "Mali"


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The raid left 40 people dead and 45 others wounded.", ""),
        ("The raid left the mayor and 45 others wounded.", "additional"),
    ],
)
def test_others_beside_the_dead_are_all_of_the_wounded(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


def test_an_amount_in_another_unit_is_as_certain_as_the_first() -> None:
    text = "The closure of the 119-mile (191-km) line, which has been plagued by fires, will allow inspections."
    assert (claim(text, "119").status, claim(text, "191").status) == (None, None)


def test_a_day_that_is_later_than_what_happened_is_not_its_own() -> None:
    text = "The evacuation resumed on Wednesday, state media said, days after a bombing killed 120 people."

    assert claim(text, "120").period is None


@pytest.mark.parametrize(
    "text",
    [
        "ACCRA, May 6 (Reuters) - Some 40 people were aboard the boat, the navy said.",
        "Accra, 6 May 2024 – Some 40 people were aboard the boat, the navy said.",
        "The spill of 40 barrels of oil is well above that of the tanker in 2007.",
        "A fire in Accra killed 40 people, the worst such toll since 2007.",
        "Two days on from Monday's quake, officials count 40 people in shelters.",
        "The crash killed 40 miners, while others are expected to leave hospital as early as Monday.",
    ],
)
def test_another_day_than_that_of_what_happened(text: str) -> None:
    assert claim(text, "40").period is None


def test_who_owns_a_happening_tells_its_day() -> None:
    found = claim("Some 40 schools were shut by Monday's strike.", "40")

    assert (found.period and found.period.start, found.as_of) == ("2024-05-06", None)


@pytest.mark.parametrize("verb", ["resumed", "flared up", "reignited", "broke out", "restarted"])
def test_what_goes_on_from_a_day_has_no_end(verb: str) -> None:
    found = claim(f"Some 40 soldiers were killed in the fighting, which {verb} on May 3.", "40").period

    assert found is not None
    assert (found.start, found.end) == ("2024-05-03", None)


def test_what_began_as_something_else_has_no_end() -> None:
    found = claim("A conflict which started as a protest in 2011 has killed 170,000 people.", "170,000").period

    assert found is not None
    assert (found.start, found.end) == ("2011-01-01", None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Since the truce broke down in February 40 people have died.", "2024-02-01", None),
        ("Some 40 people have died since the end of the ceasefire on March 3.", "2024-03-03", None),
        ("Mines killed 40 since the signing of a truce by Mali, Chad and Niger on March 3.", "2024-03-03", None),
        ("The dead are the first since a bomb killed 40 people in March.", "2024-03-01", "2024-03-31"),
        ("The clashes are the worst since the 2020 war, which left 40 dead.", "2020-01-01", "2020-12-31"),
        ("In January, the port loaded 70 ships, in February - 40, and in March - 90.", "2024-02-01", "2024-02-29"),
        ("Some 40 people died in March, 30 in April and 9 on Monday.", "2024-03-01", "2024-03-31"),
        ("In Ava, where 40 people were killed by floods that hit in March, it rains.", "2024-03-01", "2024-03-31"),
        ("Storms have killed 40 people and cut roads over the past week.", "2024-05-01", "2024-05-08"),
        ("Mines killed 40 people between March 3 and April 4.", "2024-03-03", "2024-04-04"),
        ("Police met on May 3 after 40 people were killed in a raid on a port on March 3.", "2024-03-03", "2024-03-03"),
    ],
)
def test_the_days_that_a_number_is_of(text: str, start: str, end: str | None) -> None:
    found = claim(text, "40").period

    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        ("It was the deadliest attack to hit Bor since the war began in March 2011.", None),
        ("A bomb went off in Bor on May 3.", "2024-05-03"),
    ],
)
def test_the_day_of_what_was_last_like_it_is_not_carried_on(opening: str, start: str | None) -> None:
    found = claim(f"{opening} State television put the toll at 40 dead.", "40").period

    assert (found and found.start) == start


def test_background_keeps_its_own_time() -> None:
    text = "A bomb killed 16 people in Kano on Tuesday. In July 2005 a bomb killed 80 there."

    now, then = claim(text, "16"), claim(text, "80")

    assert now.period is not None
    assert (now.period.start, now.period.end) == ("2024-05-07", "2024-05-07")
    assert then.period is not None
    assert (then.period.start, then.period.end) == ("2005-07-01", "2005-07-31")
    assert value(then.place) == "Kano"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Bor, 30 miles (48 km) north of Accra, 40 people drowned.", "Bor"),
        ("The flood damaged 40 homes in Bor, southwest of the state capital of Accra.", "Bor"),
        ("In Clay County, northeast of Accra, 40 people drowned.", "Clay County"),
        ("In Bor, the road to the north of Accra was cut and 40 people drowned in Accra.", "Accra"),
    ],
)
def test_a_place_that_tells_but_where_another_one_lies(text: str, place: str) -> None:
    assert value(claim(text, "40").place) == place


def test_a_day_of_report_is_not_the_day_of_the_event() -> None:
    found = claim("The ministry said on Tuesday that 45 people had died in the flood.", "45")

    assert found.period is None
    assert value(found.as_of) == "2024-05-07"


def test_a_day_of_counting_is_not_the_day_of_the_event() -> None:
    text = "The death toll from Tuesday's blast rose to 137 on Wednesday, the ministry said."

    found = claim(text, "137")

    assert (found.period and found.period.start, value(found.as_of)) == ("2024-05-07", "2024-05-08")


def test_a_day_of_mourning_is_not_carried_to_the_event() -> None:
    assert claim("Kenya mourned on Monday. The dead numbered 137.", "137").period is None


def test_a_rate_is_of_the_month_that_it_rose_in() -> None:
    found = claim("Inflation in Kenya rose to 64.8 percent in December 2023.", "64.8 percent")
    assert (found.period and found.period.start, found.as_of) == ("2023-12-01", None)


def test_counts_so_far_run_to_the_day_of_the_article() -> None:
    assert value(claim("So far 45 people have died in the flood.", "45").as_of) == DAY


def test_casualties_are_not_deaths() -> None:
    measures = {value(claim(f"The blast left {text}.", "45").measure) for text in ("45 casualties", "45 dead")}

    assert measures == {"casualties", "killed"}


def test_became_missing_is_not_still_missing() -> None:
    texts = ("Over 4,000 people became missing.", "Over 4,000 people remain missing.")

    assert [value(claim(text, "4,000").measure) for text in texts] == ["went_missing", "missing"]


def test_verbs_that_no_rule_holds_are_told_by_their_participle() -> None:
    found = claim("Villagers planted 4,000 oaks.", "4,000")

    assert found.measure == Fact(value="planted", rule="M00", span=(10, 17))


@pytest.mark.parametrize(
    ("text", "denied", "told"),
    [
        ("The ministry denied that 550 soldiers had been killed and said 12 were wounded.", "550", "12"),
        ("Not 40 but 60 people died.", "40", "60"),
        ("The mayor said 40 people died, not 60 as the police claimed.", "60", "40"),
        ("The report that 500 people had died was false, and 12 were hurt, the mayor said.", "500", "12"),
        ("Kenya, which denied killing 40 civilians, said it had hit 12 targets.", "40", "12"),
        ("The claim that 60 soldiers died was dismissed by the army, which said 4 were hurt.", "60", "4"),
        ("It is not true that 300 people died, but 12 were hurt.", "300", "12"),
        ("The toll is 12 rather than 20.", "20", "12"),
        ("The figure of 63 deaths being bandied about is not correct, and 12 were hurt.", "63", "12"),
        ("The army dismissed as false a claim that it had lost 40 tanks; it lost 3 tanks.", "40", "3"),
    ],
)
def test_only_the_number_that_is_denied_is_negated(text: str, denied: str, told: str) -> None:
    assert value(claim(text, denied).status) in ("negated", "denied")
    assert value(claim(text, told).status) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The state denied the attack, which killed 40 people.",
        "The state denied responsibility for the bombing that killed 40 people.",
        "No more than 40 people died.",
        "40 people denied the claim.",
        "40 people were held on false charges.",
    ],
)
def test_a_denial_of_something_else_negates_no_number(text: str) -> None:
    assert value(claim(text, "40").status) == ""


@pytest.mark.parametrize(
    ("text", "number", "party"),
    [
        ("Ukraine killed 850 Russian soldiers and lost 120 of its own.", "120", "Ukraine"),
        ("The army killed 850 Russian soldiers and lost 120 of its own.", "120", ""),
        ("Hamas said its fighters killed 12 Israeli soldiers and lost four of their own men.", "four", "Hamas"),
        ("Kenya killed 40 Ethiopian soldiers and lost 12.", "12", "Kenya"),
        ("Kenya's army said it had destroyed 12 tanks and lost three of its own.", "three", "Kenya"),
        ("The Kenyan Defence Ministry said on Monday that it had lost 62 soldiers.", "62", "Kenya"),
        ("Al-Shabab said it killed 60 Kenyan soldiers and had lost five fighters.", "five", "al-Shabab"),
        ("Russia has so far lost at least 12 soldiers.", "12", "Russia"),
        ("Ghana lost 64 killed and 146 wounded, the Kenyan army said.", "146", "Ghana"),
        ("Ghana suffered 210 casualties.", "210", "Ghana"),
        ("The army inflicted 400 casualties on the Houthis.", "400", "Houthis"),
        ("Ghanaian jets took out seven field commanders.", "seven", ""),
        ("A Russian air strike killed 49 Hamas fighters, including seven of its commanders.", "seven", "Hamas"),
        ("Moscow said that Ukraine had killed 40 of its soldiers.", "40", "Russia"),
        ("Islamic State killed 40 of its own fighters.", "40", "Islamic State"),
        ("Kenyan troops freed 40 of their comrades.", "40", "Kenya"),
        ("“Our 40 men died for it,” the Kenyan defence minister said.", "40", "Kenya"),
        ("Turkey killed 40 Kurdish fighters.", "40", "Kurds"),
        ("Kenya reports 71 dead soldiers, Ethiopia declares 105.", "71", "Kenya"),
        ("Kenya reports 71 dead soldiers, Ethiopia declares 105.", "105", "Ethiopia"),
        ("The Kenyan Security Council said 40 people were killed, and 12 wounded.", "12", "Kenya"),
        ("According to the Office of the Prosecutor General of Kenya, 40 civilians were killed.", "40", "Kenya"),
        ("The army got 40 people back from Kenyan captivity.", "40", ""),
        ("The Kenya, Ethiopia flood death toll tops 40.", "40", ""),
        ("Turkey killed 25 Kurdish YPG fighters.", "25", "Syrian Democratic Forces"),
        ("At least 29 Syrian rebels were killed.", "29", "Syrian rebels"),
        ("At least 29 IS fighters were killed.", "29", "Islamic State"),
        ("The Malian army said that it had killed 40 soldiers near Gao.", "40", ""),
        ("The Malian army said that its men had killed 40 soldiers near Gao.", "40", ""),
        ("The Taliban said the group's fighters had killed all 40 soldiers at a camp.", "40", ""),
        ("The Malian army said that rebels had killed 40 soldiers near Gao.", "40", "Mali"),
        ("The Malian army said that a bomb had killed 40 soldiers near Gao.", "40", "Mali"),
        ("At least 40 soldiers died in clashes between Kenyan and Ugandan troops.", "40", "both"),
        ("At least 40 farmers died in clashes between Kenyan and Ugandan troops.", "40", ""),
        ("The death toll in clashes at the border between Kenya and Uganda has reached 40.", "40", "both"),
        ("At least 40 people died when a ferry between Kenya and Uganda sank.", "40", ""),
        ("The death toll in the Kenyan-Ugandan border clashes has reached 40.", "40", "both"),
        ("At least 40 people died in clashes on the Kenya-Uganda border.", "40", "both"),
        ("The number of deaths on the Kenyan side rose to 40.", "40", "Kenya"),
        ("The heat killed 40 people on the Kenya-Uganda border.", "40", ""),
        ("Kenya lost 12 men in clashes with Uganda, which brought the overall death toll to 40.", "40", "both"),
        ("In clashes with Uganda its overall losses reached 40 men, Kenya said.", "40", ""),
        ("Mali's defence ministry put the number of its soldiers killed in clashes at 71.", "71", "Mali"),
        ("Ukraine's general staff gave the total of its servicemen killed in the week as 71.", "71", "Ukraine"),
        (
            "Mali said it lost 9 men in a clash with ethnic Chadian troops over wells, and 71 of its men fell.",
            "71",
            "Mali",
        ),
        ("Clashes broke out between Mali and Chad. Mali lost 84 men, and the opposite side lost 71.", "71", "Chad"),
        (
            "Clashes broke out between Mali and Chad. The Malian army said the enemy suffered 71 casualties.",
            "71",
            "Chad",
        ),
        ("Mali's army said the party lost 71 members.", "71", ""),
        ("Officials said 200 Malian troops had been killed and 71 tanks and 20 drones destroyed.", "71", "Mali"),
        ("Officials said 200 Malian troops had been killed and 71 tanks and 20 drones destroyed.", "20", "Mali"),
        ("Officials said 200 Malian troops were killed; 71 tanks were destroyed.", "71", ""),
        ("Officials said 200 Malian troops had been killed and Chad had lost 71 tanks.", "71", "Chad"),
        ("At least 33 people died on the border: 20 on the Malian side, and 71 in Chad.", "33", ""),
        ("At least 33 people died on the border: 20 on the Malian side, and 71 in Chad.", "20", "Mali"),
        ("At least 33 people died on the border: 20 on the Malian side, and 71 in Chad.", "71", ""),
        ("Mali's losses topped 790 with 71 wounded, along with 12 tanks.", "71", "Mali"),
        ("Mali's losses topped 790 with 71 wounded, along with 12 tanks.", "12", "Mali"),
    ],
)
def test_own_losses_and_those_of_the_enemy(text: str, number: str, party: str) -> None:
    assert value(claim(text, number).party) == party


@pytest.mark.parametrize(
    ("country", "people", "capital"),
    [("Azerbaijan", "Azerbaijani", "Baku"), ("Kenya", "Kenyan", "Nairobi"), ("Peru", "Peruvian", "Lima"),
     ("Ukraine", "Ukrainian", "Kyiv"), ("Syria", "Syrian", "Damascus"), ("Japan", "Japanese", "Tokyo")],
)  # fmt: skip
@pytest.mark.parametrize("noun", ["soldiers", "civilians", "children", "police officers", "fishermen"])
def test_other_countries_and_nouns_give_the_same(country: str, people: str, capital: str, noun: str) -> None:
    text = (
        f"Rebels killed 613 {people} {noun} near {capital} and seriously injured 487 others. "
        f"The {people} government said 40 of its {noun} were still missing."
    )
    killed, injured, missing = (claim(text, number) for number in ("613", "487", "40"))

    assert [value(d.measure) for d in (killed, injured, missing)] == ["killed", "injured", "missing"]
    assert [value(d.party) for d in (killed, injured, missing)] == [country] * 3
    assert value(killed.place) == capital
    assert killed.unit == missing.unit


def test_spans_lie_in_the_text() -> None:
    for text, *_ in SENTENCES:
        for _, result in described(text):
            spans = [fact.span for fact in facts(result)] if isinstance(result, Description) else []
            assert all(span is None or 0 <= span[0] < span[1] <= len(text) for span in spans), text


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("Iran's northern province of Mazandaran", "Mazandaran"),
        ("the Iran province of Mazandaran", "Mazandaran"),
        ("the Arkansas town of Mayflower", "Mayflower"),
        ("the Karrada district of Baghdad", "Karrada"),
        ("the Darfur region of Sudan", "Darfur"),
        ("Nigeria's Kano state", "Kano"),
    ],
)
def test_of_two_places_it_is_the_one_that_lies_in_the_other(where: str, place: str) -> None:
    assert value(claim(f"Six people died in {where}.", "Six").place) == place


@pytest.mark.parametrize(
    ("text", "number", "scope"),
    [
        ("Floods drove 45,000 people in the districts of Wa and Lawra from their homes.", "45,000", "several_places"),
        ("Floods drove 45,000 people in the district of Wa from their homes.", "45,000", ""),
        ("Floods drove 45,000 people in their districts from their homes.", "45,000", ""),
        ("Chad, which accounts for 45 of the deaths, shut its schools.", "45", "some_of"),
    ],
)  # fmt: skip
def test_several_places_and_a_share_of_all(text: str, number: str, scope: str) -> None:
    assert value(claim(text, number).scope) == scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A separate air strike killed 45 people in Ava.", "separate"),
        ("Another wave of blasts on Monday wounded 45 people.", "separate"),
        ("At least five people were killed and 45 wounded by a second wave of blasts.", "separate"),
        ("The raid came a day after another strike killed 45 people.", "separate"),
        ("An earlier attack on the port killed 45 sailors.", "separate"),
        ("Two bombings in Bor killed 45 people.", "several_happenings"),
        ("As many as 45 people died in both attacks.", "several_happenings"),
        ("The explosion killed 45 people; other attacks were foiled.", ""),
        ("A bomb went off in Bor and another explosion killed 45 people.", "separate"),
        ("In other violence, gunmen shot dead 45 soldiers.", "separate"),
        ("Elsewhere in the city, a suicide bomber killed 45 people.", "separate"),
        ("The storm killed two in Bor and 45 elsewhere on the island.", "separate"),
        ("Mudslides killed 45 people elsewhere in the valley.", "separate"),
        ("The storm killed 45 people in Bor and elsewhere.", ""),
        ("A third mine blast hours later wounded 45 engineers.", "separate"),
        ("The strike came a day after helicopters hit a village, killing 45 people.", "separate"),
        ("The attack was followed by a raid on a camp, which killed 45 people.", "separate"),
        ("The arrests came a day after gunmen killed 45 people.", ""),
        ("The explosion came at noon and killed 45 people.", ""),
        ("In the second such attack in a week, gunmen killed 45 people.", ""),
        ("The second deadliest attack of the war killed 45 people.", ""),
        ("Three separate attacks in Bor killed 45 people.", "several_happenings"),
        ("The toll of the previous day's attack was 45 dead.", "cumulative"),
        ("Air raids and another crash killed 45 people on Monday.", ""),
        ("A day after another attack in the city, a bomb killed 45 people.", ""),
        ("Another bomb went off in Ava, and a car bomb in Bor killed 45 people.", ""),
        ("The company told of a second wave of cuts, with 45 workers hired.", ""),
        ("In the deadliest attack, a car bomb went off in Bor and killed 45 people.", "one_happening"),
        ("The first blast killed 45 people.", "one_happening"),
        ("The first attack in a month killed 45 people.", ""),
        ("The deadliest attack since 2011 killed 45 people.", ""),
        ("In the worst attack of the war, 45 people were killed.", ""),
        ("In the latest attack, gunmen killed 45 people.", ""),
    ],
)
def test_of_which_of_several_happenings(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Chad's army said it had lost nine soldiers, two officers and seven men.", 2),
        ("The crash killed 21 people, 12 men and nine women.", 2),
        ("The clinic was treating 20 people, four of whom were badly hurt and 16 who were walking wounded.", 2),
        ("The crash killed nine Kenyans, seven Malians, two Chadians and a Ugandan.", 0),
        ("The bomb killed 30 people, wounded 12 and left 18 missing.", 0),
        ("Kenya beat Chad with 30 shots, 10 corners and 20 fouls.", 0),
    ],
)
def test_exact_counts_that_are_together_as_many_as_the_one_before_are_its_parts(text: str, parts: int) -> None:
    told = [found for _, found in described(text) if isinstance(found, Description)]
    assert sum(bool(found.part_of) for found in told) == parts


def test_a_verb_of_staying_behind_a_number_is_none_of_those_counted() -> None:
    found = claim("A further 45 appeared ill.", "45")
    assert (found.object, found.unit) == ("", "person")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Chad reported 90 new cases of dengue in Bor and 45 deaths.", "additional"),
        ("Chad confirmed 90 new infections, including 45 deaths.", "additional"),
        ("Chad found 90 new cases of dengue, of whom 45 have died.", "additional"),
        ("Chad reported 90 cases of dengue in Bor and 45 deaths.", ""),
        ("Chad reported 90 new cases, and the flood killed 45 people.", ""),
        ("Chad has recorded 90 new cases of measles, with 45 deaths since January.", ""),
    ],
)
def test_deaths_are_as_new_as_the_cases_beside_them(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A raid believed to be by the army killed 45 people.", ""),
        ("A bomb thought to have been planted by rebels left 45 people dead.", ""),
        ("The raid is believed to have killed 45 people.", "estimated"),
        ("It is believed the raid killed 45 people.", "estimated"),
        ("A raid believed to have killed 45 people was condemned.", "estimated"),
    ],
)
def test_what_is_believed_of_a_raid_is_not_of_its_toll(text: str, status: str) -> None:
    assert value(claim(text, "45").status) == status


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The raid killed a family of 45.", "one_family"),
        ("The raid killed 45 members of one family.", "one_family"),
        ("Police arrested 45 people from the same family.", "one_family"),
        ("The raid killed 45 people of several families.", ""),
        ("The raid killed 45 people and left families homeless.", ""),
        ("The police found 45 bodies in one grave.", "one_place"),
        ("Some 45 people drowned in a single district.", "one_place"),
        ("In one of the villages 45 people drowned.", "one_place"),
        ("Some 45 people drowned in one of the worst floods.", ""),
        ("Some 45 people drowned in the district.", ""),
        ("The shells killed 45 people in the government-held west.", "government_held"),
        ("The raid on a rebel-held suburb killed 45 people.", "opposition_held"),
        ("The rebels released photographs of the bodies of 45 soldiers.", "shown"),
        ("The strikes that killed 45 people since Friday were the worst.", "several_happenings"),
        ("The biggest blast killed 45 people.", "one_happening"),
        ("Seven days of air strikes left 45 people dead.", "several_happenings"),
        ("Some 45 people were killed in a week of clashes.", "several_happenings"),
        ("Two hours of shelling killed 45 people.", ""),
        ("A raid on the third day of the siege killed 45 people.", ""),
        ("It was the worst raid since the March attack on Bor, when 45 people were killed.", "last_like"),
        ("It was the deadliest attack since the 2013 bombing that killed 45 people.", "last_like"),
        ("It was the first attack there since a bomber killed 45 people in Bor.", "last_like"),
        ("The raid, the worst since the bombing of Bor, killed 45 people.", ""),
        ("The worst attack since the raid on Bor killed 45 people.", ""),
        ("The group has fought since an attack that killed 45 people.", ""),
        ("The forest fire killed 45 people.", ""),
        ("The Budapest bombing killed 45 people.", ""),
        ("Police released a photo of the suspect who killed 45 people.", ""),
        ("He condemned the strikes which have killed 45 civilians.", "several_happenings"),
        ("He condemned the strike that killed 45 people on Friday.", ""),
        ("He condemned the strikes that killed the mayor, and 45 people marched.", ""),
    ],
)
def test_what_part_of_all_a_count_covers(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("Some 45 people were shot and killed at a car dealership, the mayor said.", "dealership"),
        ("Gunmen wounded 45 people outside the mosque.", "mosque"),
        ("In the car park, 45 people were hurt.", "park"),
        ("Police went to the restaurant where 45 people were killed.", "restaurant"),
        ("A bomb at a market killed 45 people.", "market"),
        ("I saw 45 dead people on the road.", "road"),
        ("Some 45 people were killed in the attack at the airport.", ""),
        ("Some 45 people died at home.", ""),
        ("Some 45 people died at the scene.", ""),
        ("Some 45 people died in homes.", ""),
        ("Some 45 people died on the day that it opened.", ""),
        ("Some 45 people met at a restaurant.", ""),
        ("Some 45 people were hurt when he drove to a market.", ""),
    ],
)
def test_at_what_spot_people_were_hit(text: str, spot: str) -> None:
    assert value(claim(text, "45").spot) == spot


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The clinic in Bor had so far admitted 45 wounded.", "one_house"),
        ("A spokesman for Ava General Hospital said it was treating 45 people.", "one_house"),
        ("The clinic received 12 dead and 45 wounded.", "one_house"),
        ("Some 45 people are being treated at Bor's Civil Hospital.", "one_house"),
        ("The hospital said 45 people were killed.", ""),
        ("Some 45 people were taken to the hospital.", ""),
        ("Hospitals in Bor treated 45 people.", ""),
        ("The blast hit the hospital and wounded 45 people.", ""),
    ],
)
def test_whom_one_hospital_has_taken_in(text: str, scope: str) -> None:
    assert value(claim(text, "45").scope) == scope


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Organisers of the protest in Accra claimed a turnout of 45,000.", "protested"),
        ("Turnout at the election in Accra was 45,000.", "voted"),
    ],
)
def test_a_turnout_is_of_voters_or_of_marchers(text: str, measure: str) -> None:
    assert value(claim(text, "45,000").measure) == measure


def test_whose_those_are_who_fled_says_nothing_of_the_dead_beside_them() -> None:
    text = "Karabakh: 13,000 refugees, 20 dead in blast\n\nPeople from Nagorno-Karabakh have fled to Armenia, it said."
    assert [value(claim(text, number).party) for number in ("13,000", "20")] == ["Armenia", ""]


@pytest.mark.parametrize(
    ("text", "numbers", "measures"),
    [
        ("He gave the count: 109 men, 24 women and 38 children dead.", ["109", "24", "38"], ["killed"] * 3),
        ("There were 97 passengers and seven crew on board the ferry.", ["97", "seven"], ["aboard"] * 2),
        ("The raid left 12 men and four women in hospital.", ["12", "four"], ["hospitalised"] * 2),
        ("Police found 40 men and six dogs dead on the road.", ["40", "six"], ["found", "killed"]),
    ],
)
def test_what_stands_behind_a_row_is_told_of_all_in_it(text: str, numbers: list[str], measures: list[str]) -> None:
    assert [value(claim(text, number).measure) for number in numbers] == measures


@pytest.mark.parametrize(
    ("text", "number", "party"),
    [
        ("Opposition leader Maria Lopez received 45,300 votes in the election.", "45,300", "Maria Lopez"),
        ("Rusu got 51,200 votes and his main rival Lopez 45,300, the commission said.", "51,200", "Rusu"),
        ("Rusu got 51,200 votes and his main rival Lopez 45,300, the commission said.", "45,300", "Lopez"),
        ("In the election 45,300 votes were cast.", "45,300", ""),
    ],
)
def test_votes_are_of_who_stands_for_election(text: str, number: str, party: str) -> None:
    assert value(claim(text, number).party) == party


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("Market blast: death toll now 45", "45", "killed"),
        ("Ferry fire: police lower death toll to 45", "45", "killed"),
        ("The toll is confirmed at 45.", "45", "killed"),
        ("The ministry corrected the number of wounded to 45.", "45", "injured"),
        ("Storm: toll crosses 45", "45", "killed"),
        ("The police confirmed the number of tickets at 45.", "45", ""),
    ],
)
def test_a_toll_is_told_by_its_noun_whatever_the_verb(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "numbers", "unit", "measure"),
    [
        ("The fire left at least 20, and possibly up to 90, miners dead.", ["20", "90"], "miner", "killed"),
        ("Between 20, or perhaps as many as 30, soldiers were wounded.", ["20", "30"], "soldier", "injured"),
        ("Some 20, perhaps 30 houses burned down.", ["20", "30"], "house", "destroyed"),
        ("At least 20 but possibly as many as 50 villagers are missing.", ["20", "50"], "villager", "missing"),
        ("The vote cost him 20, and the mayor 30, supporters.", ["20"], "thing", ""),
    ],
)
def test_a_number_and_the_less_sure_one_behind_it_share_noun_and_verb(
    text: str, numbers: list[str], unit: str, measure: str
) -> None:
    found = [claim(text, number) for number in numbers]

    assert [one.unit for one in found] == [unit] * len(numbers)
    assert [value(one.measure) for one in found] == [measure] * len(numbers) or not measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("After the explosion 21 of the 68 bodies were identified.", "68", "killed"),
        ("After the explosion the hospital received 68 bodies.", "68", "killed"),
        ("After the explosion 68 sporting bodies met.", "68", "met"),
        ("After the flood divers found 68 bodies.", "68", "found"),
    ],
)
def test_bodies_are_of_the_dead_where_no_word_tells_more(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("The town lies 45 kilometres away.", "45", "distance"),
        ("The village is 45 kilometres (28 miles) north of the capital.", "45", "distance"),
        ("The village is 45 kilometres (28 miles) north of the capital.", "28", "distance"),
        ("They share a 900-km (560-mile) border.", "900", "length"),
        ("The wave was 45 feet high.", "45", "height"),
        ("The troops marched 45 kilometres.", "45", "distance"),
    ],
)
def test_a_length_is_told_by_what_stands_behind_it(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("At least 45 militants of a group operating in Chad and Niger were killed on Monday.", "45", "killed"),
        ("The toll of the Jabal (banned in Niger) attack on the village reached 45 people.", "45", "killed"),
        ("The mayor spoke of four children and one man killed in the raid.", "four", "killed"),
        ("After the clash there was a girl among the dead, and among the wounded 45 pupils.", "45", "injured"),
        ("After the shelling she saw the bodies of 45 soldiers wrapped in white.", "45", "killed"),
        ("Hundreds were released on Saturday.", "Hundreds", "freed"),
        ("Helicopters took out 45 patients.", "45", "evacuated"),
        ("An air strike claimed 45 civilians.", "45", "killed"),
        ("Only 45 Kenyans remain in the town.", "45", "remained"),
        ("The militia holds 45 percent of the province.", "45", "controlled"),
        ("The militia has seized control of 45 villages.", "45", "controlled"),
        ("About 45 rockets slammed into the suburb.", "45", "launched"),
        ("The riots spread quickly to 45 towns.", "45", "spread"),
        ("The unrest hit heavily crowded markets and 45 towns.", "45", "attacked"),
        ("Pilgrims arrived from 45 countries.", "45", ""),
        ("Pilgrims arrived on 45 ships.", "45", "arrived"),
    ],
)
def test_measures_of_war_and_of_land(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("Minimum prices for subsidised petrol went up by 45%.", "45%", "price"),
        ("The list has the names of 45 members of the navy who “were killed in battle”.", "45", "killed"),
        ("At least 106 protesters in 45 towns were killed.", "45", "killed"),
        ("The data of 45 pupils were registered.", "45", "registered"),
        ("The homes of 45 pupils were destroyed.", "45", ""),
        ("The guards fired 45 shots.", "45", "fired"),
        ("The attack on 45 villages went on.", "45", "attacked"),
    ],
)
def test_measures_that_another_noun_leads_to(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    "text",
    [
        "The group counted 208 dead. The number now stands at 304.",
        "The group counted 208 dead. That number has since risen to 304.",
        "The group counted 208 dead. This was later updated to 304.",
        "The group counted 208 dead. It later raised that to 304.",
        "The group counted 208 dead. Others put it at 304.",
        "The group counted 208 dead. The ministry gave the figure of 304.",
    ],
)
def test_a_number_that_takes_the_place_of_the_last_one_is_of_the_same(text: str) -> None:
    assert value(claim(text, "304").measure) == "killed"


EXPECTED = [
    ("The mill posted revenue of $35 million, below the average analyst estimate of $45 million.", "$45", "revenue"),
    ("Profit was $35 million, missing analysts' expectations of $45 million.", "$45", "profit"),
    ("Revenue was up 12 percent at $45 million.", "$45", "revenue"),
    ("Ava was up 12 percent at $45.50.", "$45", "price"),
    ("Umbrella use was up 12 percent at $45 million.", "$45", ""),
    ("Ava's Nikkei ended down 45 percent.", "45", "price"),
    ("The firm ended the year with profit up 45 percent.", "45", "profit"),
    ("Mill shares dive 45 percent", "45", "price"),
    ("The index lost 2 percent to 16,204.97.", "16,204.97", "price"),
    ("His approval rose 4 percent to 45.5.", "45.5", "increased"),
    ("Spending climbed 5 percent to £45bn.", "£45bn", "increased"),
    ("The board cut $45 million from the budget. Donors pledged $45 million for the camp.", "$45 million", "cut"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue was below analysts' expectations of $45.", "forecast"),
        ("It beat analysts' expectations and earned $45.", ""),
        ("Market expectations were low, but it earned $45.", ""),
    ],
)
def test_what_beats_a_forecast_is_none(text: str, expected: str) -> None:
    assert value(claim(text, "$45").status) == expected


def test_who_dies_of_rockets_from_one_side_is_not_on_its_ground() -> None:
    assert value(claim("Rockets fired from rebel areas killed 45 people.", "45").scope) == ""
    assert value(claim("Shelling of rebel areas killed 45 people.", "45").scope) == "opposition_held"


@pytest.mark.parametrize(("text", "number", "expected"), EXPECTED)
def test_an_estimate_or_a_level_is_of_what_stands_before_it(text: str, number: str, expected: str) -> None:
    assert value(claim(text, number).measure) == expected


ELSEWHERE = [
    ("Gas blast: 46 people, children among them\n\nThe blast killed 46 people in Mopti.", "killed"),
    ("Gas blast: more than 300 people\n\nThe blast hurt more than 300 in Mopti.", "injured"),
    ("The estimate of 2,000 was based on school rolls.\n\nSome 2,000 villagers are missing.", "missing"),
    ("The 670 figure was based on school rolls.\n\nThe slide killed 670 villagers.", "killed"),
    ("Some 46 candidates were on the list.\n\nThe blast killed 46 people in Mopti.", ""),
    ("The firm has 40 people, most of them in Gao.\n\nThe blast killed about 40 people in Mopti.", ""),
    ("For the 46 people of Mopti it was a hard year.\n\nThe blast killed 46 men and hurt 46 people.", ""),
    ("For the 46 people of Mopti it was a hard year.\n\nThe fire hurt 46 people. A blast killed 46 people.", ""),
    ("Papers run with 230, 246 and even 250.\n\nThe blast killed 246 people in Mopti.", "killed"),
    ("Papers run with 30, 246 and even 250.\n\nThe blast killed 246 people in Mopti.", ""),
    ("The 46 people of Mopti are glad.\n\nThe army plans to evacuate 46 people.", ""),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_what_befell_as_many_elsewhere_in_the_article_is_the_measure_of_a_bare_count(text: str, expected: str) -> None:
    found = next(told for told in described(text) if isinstance(told[1], Description))
    measure = found[1].measure if isinstance(found[1], Description) else None

    assert (value(measure), measure.rule if measure else "") == (expected, "M491" if expected else "")


SUMS_ELSEWHERE = [
    ("Osk would reach $45 by May.\n\nOsk's minimum wage will rise to $45 an hour.", "minimum_wage"),
    ("The ring used $45 million.\n\nThieves stole $45 million from the bank.", "stolen"),
    ("Osk would reach $4 by May.\n\nOsk's minimum wage will rise to $4 an hour.", ""),
    ("Osk would reach $45 by May.\n\nIts wage rose to $45. The firm paid a fine of $45.", ""),
    ("Osk would reach $45 by May.\n\nThe fee fell by $45.", ""),
    ("Osk stands at $35 an hour.\n\nOsk's minimum wage will rise to $45 an hour.", "minimum_wage"),
    ("The wage would rise to $55.\n\nOsk's minimum wage is $45 an hour.", "minimum_wage"),
    ("A hike from $35 was hailed.\n\nOsk's minimum wage is $45 an hour.", "minimum_wage"),
    ("The wage would rise to $455.\n\nOsk's minimum wage is $45 an hour.", ""),
    ("The average wage rose to $55.\n\nOsk's minimum wage is $45 an hour.", ""),
    ("The rate fell to 5 percent.\n\nIts key interest rate was 6 percent.", "rate"),
    ("The rate was 5 percent.\n\nThe interest rate was 6 percent. The unemployment rate was 7 percent.", ""),
    ("Osk stands at $35 a day.\n\nOsk's minimum wage will rise to $45 an hour.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SUMS_ELSEWHERE)
def test_a_sum_is_what_its_article_tells_of_the_same_sum_elsewhere(text: str, expected: str) -> None:
    found = next(told[1] for told in described(text) if isinstance(told[1], Description))

    told = found.measure if found.measure and found.measure.rule == "M491" else None
    assert value(told) == expected


@pytest.mark.parametrize(("number", "day"), [("19", "2024-05-08"), ("12", "2024-05-06")])
def test_an_earlier_count_is_of_the_day_behind_it(number: str, day: str) -> None:
    text = "The toll has risen to 19, the ministry said on Wednesday, up from 12 villagers late on Monday."
    found = claim(text, number, date="2024-05-08").as_of
    assert found is not None
    assert found.value == day


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("He faces 16 charges, including 45 of murder.", "charge", "charged"),
        ("He was held on six counts of murder, 45 of assault.", "count", "charged"),
        ("He denies six counts of murder and 45 of using a weapon.", "count", "charged"),
        ("The storm killed 90 people, 45 of carbon monoxide.", "person", "killed"),
        ("The storm killed 90 people and wounded 45 of staff.", "staff", "injured"),
        ("The storm killed 90 people, 45 of the miners.", "miner", "killed"),
    ],
)
def test_a_number_before_a_lone_singular_counts_what_the_last_one_did(text: str, unit: str, measure: str) -> None:
    found = claim(text, "45")
    assert (found.unit, value(found.measure)) == (unit, measure)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Two activists plunged into the harbour close to the ferry.", "Two", "plunged"),
        ("Thirty-two went to Ghana, 11 to Togo and another 34 to Benin.", "11", "went"),
        ("Two polls published on Saturday showed a tie.", "Two", "showed"),
        ("There were two nurses who had requested leave.", "two", "requested"),
        ("The lab has shown off two versions of a rover.", "two", "shown"),
        ("She owns 19 percent of Ava and 22 percent of Osk Mining.", "22", "owned"),
        ("Forecasters warned of 10 foot (3 m) waves along the coast.", "10 foot", "waves"),
        ("Some towns could see one to three feet of flooding.", "one to three", "flooding"),
        ("The deepest total was 42 inches in Osk.", "42", "total"),
        ("The agency opened a probe into 25,000 cars.", "25,000", "probe"),
        ("Of those held, 2,000 have made asylum claims.", "2,000", "claims"),
        ("The fund took a $137 million hit on its bets.", "$137 million", "hit"),
        ("Revenue of the firm had nearly doubled by May.", "nearly doubled", "revenue"),
        ("The clerk had eight speeding tickets.", "eight", "tickets"),
        ("Four gunmen killed a guard and fled.", "Four", "gunmen"),
        ("Buildings in nine other locations had collapsed.", "nine", "collapsed"),
        ("Dozens of rescuers from four counties searched until dusk.", "four", "searched"),
        ("Billions pledged for Chad as tens of thousands flee bombs", "Billions", "pledged"),
        ('"There are 60 households in that building," said fire officer Lee.', "60", "households"),
        ("More than 3,300 people are on Lesbos.", "3,300", "present"),
        ("Osk was the largest city before the war with 2 million people.", "2 million", "population"),
        ("The fire, which more than doubled in size on Friday, burned on.", "more than doubled", "size"),
    ],
)
def test_a_word_goes_with_a_number_of_which_no_rule_tells_more(text: str, number: str, expected: str) -> None:
    found = claim(text, number)
    assert (value(found.word), value(found.told)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("It comes on top of the $40 million the firm must pay.", "$40 million", "paid"),
        ("The plan uses the $40 million it has set aside.", "$40 million", "allocated"),
        ("He spoke of the 40 men the army captured.", "40", "captured"),
        ("A poll of 400 voters the paper commissioned was out.", "400", "surveyed"),
    ],
)
def test_a_relative_clause_may_leave_out_its_pronoun(text: str, number: str, expected: str) -> None:
    assert value(claim(text, number).measure) == expected


@pytest.mark.parametrize(
    ("text", "number", "measure", "expected"),
    [
        ("Shares of the mill fell 12 percent.", "12", "price", "fall"),
        ("Oil rose 3 percent to $45 a barrel.", "3 percent", "price", "rise"),
        ("Oil rose 3 percent to $45 a barrel.", "$45", "price", "price"),
        ("Umbrella use fell by 12 percent.", "12", "decreased", "fall"),
        ("Unemployment was 12 percent.", "12", "unemployed", "unemployed"),
        ("The report found a 12 percent increase in leaks.", "12", "increased", "rise"),
        ("The mill sold 70 looms, a 12 percent rise.", "12", "sold", "sold"),
        ("Osk bought Ava, sending Osk shares down 12 percent.", "12", "price", "fall"),
    ],
)
def test_a_change_is_called_a_rise_or_a_fall(text: str, number: str, measure: str, expected: str) -> None:
    found = claim(text, number)
    assert (value(found.measure), value(found.told)) == (measure, expected)


@pytest.mark.parametrize(
    "text", ["Two gunmen killed 40 guards.", "Some 40 homes were destroyed.", "A toll of 40 dead."]
)
def test_no_word_stands_beside_a_measure(text: str) -> None:
    found = claim(text, "40")
    assert (found.word, found.told) == (None, found.measure)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Ava dropped 3.5 percent to $50.16, while Osk fell 6.4 percent to $502.13.", "$502.13", "price"),
        ("Shares of Ava were down more than 10 percent at $196.75.", "$196.75", "price"),
        ("The index fell 1.29 percent to 16,204.97.", "16,204.97", "price"),
        ("Sales rose 3 percent to $55.2 million.", "$55.2", "sold"),
        ("Unemployment fell 0.2 points to 5.1 percent.", "5.1", "unemployed"),
        ("The market grew 13 percent to $2 million.", "$2 million", "increased"),
    ],
)
def test_what_a_share_fell_to_is_its_price(text: str, number: str, expected: str) -> None:
    assert value(claim(text, number).measure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 7 relatives, including children, killed 'execution-style' in Osk, investigators say", "killed"),
        ("The gang shot 7 pupils execution-style.", "shot"),
        ("Police tied 7 execution-style killings to the gang.", "killed"),
    ],
)
def test_how_they_were_killed_is_no_object(text: str, expected: str) -> None:
    assert value(claim(text, "7").measure) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 400 people have crossed into Chad from Niger.", "abroad"),
        ("Some 400 people have fled from Niger to Chad so far.", "abroad"),
        ("Some 400 people have fled abroad.", "abroad"),
        ("Some 400 people fled the country.", "abroad"),
        ("Some 400 people have fled their battered homeland.", "abroad"),
        ("The raids forced 400 people to leave the country.", "abroad"),
        ("Some 400 people were driven from their country.", "abroad"),
        ("Some 400 people fled to the country's north.", ""),
        ("Some 400 people fled the country’s east.", ""),
        ("Some 400 people fled their homes in the country.", ""),
        ("Some 400 people fled the fighting in the country's east.", ""),
        ("Some 400 people fled a revolt that shook the country.", ""),
        ("Some 400 people fled when troops came across the border.", ""),
        ("Some 400 people fled their homes in Chad.", ""),
        ("Some 400 people were displaced, and an envoy flew to Chad.", ""),
        ("Some 400 people fled to the hills, an envoy to Chad said.", ""),
    ],
)
def test_who_fled_over_a_border(text: str, expected: str) -> None:
    assert value(claim(text, "400").scope) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad handed over the bodies of 40 soldiers who died in the war.", "returned"),
        ("Chad handed over the dead bodies of 40 soldiers.", "returned"),
        ("The bodies of 40 soldiers killed in the war were handed over to Chad.", "returned"),
        ("The bodies of 40 soldiers who drowned were ready to be handed over.", "returned"),
        ("The bodies of 40 people killed in the flood were buried.", "buried"),
        ("The bodies of 40 soldiers who died lay in the hall.", "killed"),
        ("The bodies of 40 soldiers killed in the war have been examined by experts.", "killed"),
        ("Rescuers recovered the bodies of 40 miners who died in the blast.", "killed"),
    ],
)
def test_what_became_of_bodies_tells_more_than_how_the_dead_died(text: str, expected: str) -> None:
    assert value(claim(text, "40").measure) == expected


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Palestinian Health Ministry reports that in Gaza 45 people have lost their lives.", "Palestine"),
        ("The Palestinian Health Ministry reports that in Egypt 45 people have lost their lives.", ""),
        ("The Azerbaijani ministry reports that in Nagorno-Karabakh 45 people have lost their lives.", ""),
        ("The health ministry in Mali said 45 people have been killed.", "Mali"),
        ("Chadian officials in Mali said 45 people have been killed.", ""),
    ],
)
def test_a_land_tells_the_losses_of_its_territories(text: str, party: str) -> None:
    assert value(claim(text, "45").party) == party


@pytest.mark.parametrize(
    ("date", "start"),
    [("2024-05-06", None), ("2024-05-16", "2024-05-06")],
)
def test_the_day_that_an_article_is_stamped_with_tells_no_day_of_what_happened(date: str, start: str | None) -> None:
    text = "Raids kill 40 in Bor\n\n6 May 2024 Raids have killed 40 people in Bor."
    period = claim(text, "40 people", date=date).period
    assert (period.start if period else None) == start


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Raids killed 40 mercenaries from Chad and Mali in Bor.", ""),
        ("Raids killed 40 foreign fighters from Mali in Bor.", ""),
        ("Raids killed 40 fighters from Mali's army in Bor.", "Mali"),
        ("Raids killed 40 soldiers from Mali in Bor.", "Mali"),
        ("Raids killed 40 tourists from Mali in Bor.", "Mali"),
        ("Raids killed 40 fighters from Hezbollah in Bor.", "Hezbollah"),
        ("Raids killed 40 Malian mercenaries in Bor.", "Mali"),
    ],
)
def test_who_fights_for_no_army_is_of_the_side_of_no_land_that_he_comes_from(text: str, party: str) -> None:
    assert value(claim(text, "40").party) == party


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ('"Up to 40 (IS group) fighters were killed," he said.', "fighter"),
        ('"Up to 40 (Mali) fighters were killed," he said.', "fighter"),
        ("At least 40 [IS group] fighters were killed, he said.", "fighter"),
    ],
)
def test_an_insertion_before_a_noun_is_no_noun_that_is_counted(text: str, unit: str) -> None:
    found = claim(text, "40" if "Up" not in text else "Up to 40")
    assert (found.unit, value(found.measure)) == (unit, "killed")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A blast killed 40 people in the area of Larkin.", "Larkin"),
        ("A blast in the vicinity of Larkin killed 40 people.", "Larkin"),
        ("Shells fell on the neighbourhoods of Larkin and Osk, killing 40 people.", "Larkin"),
        ("A blast killed 40 people in a rural area of Mali.", "Mali"),
        ("A fire in the Larkin area of Mali killed 40 people.", "Larkin"),
        ("A fire in the Mali countryside town of Larkin killed 40 people.", "Larkin"),
        ("A fire in the Bamako province village of Larkin killed 40 people.", "Larkin"),
        ("A blast killed 40 people, nine natives of Mali among them, in the area of Larkin.", "Larkin"),
        ("Near Larkin a blast killed 40 people from Mali.", "Larkin"),
        ("A total of 40 natives of Mali died.", ""),
    ],
)
def test_an_area_of_a_place_is_in_it_and_who_comes_from_it_may_be_anywhere(text: str, place: str) -> None:
    assert value(claim(text, "40").place) == place


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Mali's official news agency", ""),
        ("Mali's official Larkin Agency", ""),
        ("A Malian official", "Mali"),
        ("Mali's official figures", "Mali"),
    ],
)
def test_the_official_news_agency_of_a_land_tells_of_no_losses_of_its_own(who: str, party: str) -> None:
    assert value(claim(f"{who} put the death toll at 40.", "40").party) == party


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("The losses reached 790 dead and 1,900 wounded, as well as 45 tanks and a plane.", "45", "destroyed"),
        ("The raid killed 20 soldiers and wounded 30, along with 45 tanks.", "45", "destroyed"),
        ("The raid killed 20 soldiers and wounded 30, along with 45 drivers.", "45", "injured"),
        ("They killed 20 soldiers with 45 rockets.", "45", ""),
        ("Since Monday 130 tanks and 45 command posts were destroyed and disabled.", "45", "destroyed"),
        ("The enemy suffered 250 losses, 45 drones and three tanks.", "45", "destroyed"),
        ("Mali lost four planes, 30 balloons, and 45 drones.", "45", "destroyed"),
    ],
)
def test_machines_told_beside_the_dead_and_wounded_are_destroyed(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "number", "noun", "measure"),
    [
        (
            "What our army took as trophies (as of May 3):\n\n- armoured vehicles: 22\n- field guns: 87",
            "22",
            "vehicle",
            "seized",
        ),
        (
            "What our army took as trophies (as of May 3):\n\n- armoured vehicles - 22\n- field guns - 87",
            "87",
            "gun",
            "seized",
        ),
        (
            "The losses of the enemy since the operation began:\n\n- tanks: 22\n- soldiers: 87",
            "22",
            "tank",
            "destroyed",
        ),
        (
            "The losses of the enemy since the operation began:\n\n- tanks: 22\n- soldiers: 87",
            "87",
            "soldier",
            "killed",
        ),
        ("The following were destroyed during the day:\n\n- 22 tanks\n- 87 guns", "87", "gun", "destroyed"),
        ("The agency has to date delivered:\n\n22 tents\n87 blankets", "87", "blanket", "delivered"),
        ("The agency has to date delivered 5 tents.\n\nHelp came late.\n\n87 blankets", "87", "blanket", ""),
        ("The Bulletin says:\n\nDeaths: 40\n\nChildren: 87", "40", "person", "killed"),
    ],
)
def test_a_list_is_of_what_its_heading_tells(text: str, number: str, noun: str, measure: str) -> None:
    found = claim(text, number)
    assert (found.unit, value(found.measure)) == (noun, measure)


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("Chad says 70,500 people have arrived. It had given 65,036 this morning.", "65,036", "arrived"),
        ("She said 60,000 people had arrived. The evening count: 53,629, up from 42,500.", "53,629", "arrived"),
        ("On Sunday 1,050 people arrived. On Monday, 6,650. Tuesday 28,120, Wednesday 53,629.", "53,629", "arrived"),
        ("About 28,120 people have arrived as of 8 p.m. It was 6,650 on Monday night.", "6,650", "arrived"),
        ("Mali admitted 192 military deaths. In its memorial volume it names 205.", "205", "killed"),
        ("Mali admits 192 killed. An expert believes that they are not less than 300.", "300", "killed"),
        ("It lists 2,823 dead and 30 missing. A week before the ministry reported 2,802.", "2,802", "killed"),
        ("It lists 23 dead and 30 missing. A week before the ministry reported 28.", "28", "missing"),
        ("How many lived there is not known. The authorities said 120,000.", "120,000", "population"),
        ("Officials put the population at 120,000 people. The last census had 145,000.", "145,000", "population"),
        ("The quake killed 40 people. It became 68 within a day and 170 by the end of the week.", "170", "killed"),
        ("The raid killed 40 rebels. The club had 300.", "300", ""),
        ("Some 40 rebels died. The petition has signatures exceeding three million on Sunday.", "three million", ""),
    ],
)
def test_one_count_after_another_is_of_the_same(text: str, number: str, measure: str) -> None:
    found = claim(text, number).measure
    assert (value(found) if found is not None and found.rule != "M00" else "") == measure


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("Of the dead, 45 were serving in the police and 12 in the army.", "45", "killed"),
        ("Of the Shehids, 180 were serving in the police and 45 in the army.", "45", "killed"),
        ("Of the shops, 45 were serving coffee.", "45", "served"),
        ("The number of our servicemen who became Shehids reached 45.", "45", "killed"),
        ("Police said 45 people, among them 16 officers, needed medical care.", "45", "treated"),
        ("Mali spent the equivalent of $45 million on roads.", "$45 million", "spent"),
        ("The quake killed many. The ministry revised the toll down from 61 to 45.", "45", "killed"),
    ],
)
def test_the_dead_by_whatever_they_are_called(text: str, number: str, measure: str) -> None:
    assert value(claim(text, number).measure) == measure


@pytest.mark.parametrize(
    ("text", "unmatched"),
    [
        ("The raid was the first on the town of Bor in at least two years.", True),
        ("It was the worst storm in two years.", True),
        ("It was the worst raid in two years of war.", False),
        ("The first truce that held in the town held for two years.", False),
        ("She finished the race as the first in two hours.", False),
        ("The worst storm came when the truce had lasted for two years.", False),
    ],
)
def test_how_long_there_was_none_like_it_is_no_length_of_anything_else(text: str, unmatched: bool) -> None:
    found = claim(text, next(n for n in ("at least two years", "two years", "two hours") if n in text), date=None)
    assert (found.scope is not None and found.scope.value == "unmatched") == unmatched


@pytest.mark.parametrize("time", ["in the 1100 pm strike", "in the 1130 am strike"])
def test_a_time_of_day_without_its_colon_is_no_year(time: str) -> None:
    found = claim(f"The clinic was hit {time} and 12 people were killed.", "12", date=None)
    assert found.period is None or (found.period.start or "").startswith("2017")
