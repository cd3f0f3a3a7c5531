# SPDX-License-Identifier: EUPL-1.2
"""Thirty stories as reporters tell them, each with the item that is about the same.

All invented. Items are cases, questions, Koplopers and lessons; several are close neighbours on purpose.
The stories were written before the ranking was tried on them.
"""

# ruff: noqa: E501 (one item a line)
ITEMS = {
    # key: (kind, title, summary, body)
    "zomerstage": (
        "casus",
        "Stage lopen in de zomervakantie",
        "De ruimte was er al.",
        "Leerlingen verpleging wilden in juli en augustus stage lopen in een verpleeghuis. De school dacht dat stage buiten de lesweken niet mag. Er is geen regel die dat verbiedt. De school en het huis maken samen een afspraak over begeleiding in de vakantie.",
    ),
    "stagevergoeding": (
        "casus",
        "Stagevergoeding verschilt per opleiding",
        "Geen ruimte, met uitleg.",
        "Studenten in hetzelfde team krijgen een andere vergoeding voor hun stage. Dat staat in de cao. Het ministerie kan de cao niet veranderen; werkgevers en bonden wel.",
    ),
    "twee-werkgevers": (
        "casus",
        "Eén medewerker in dienst bij twee organisaties",
        "Andere aanpak gevonden.",
        "Een verzorgende werkt voor twee werkgevers. De ene werkgever leent haar uit en moet btw rekenen. De cao's passen niet op elkaar. Een samenwerking met gesloten beurs lost het op zonder nieuwe regel.",
    ),
    "zij-instroom": (
        "casus",
        "Zij-instromer moet onderdelen opnieuw doen",
        "Regel verduidelijkt.",
        "Iemand met jaren ervaring begint een opleiding. De school laat alle vakken opnieuw volgen. De examencommissie mag vrijstelling geven voor wat iemand al beheerst. Er is nu een factsheet voor scholen.",
    ),
    "toeslag": (
        "casus",
        "Meer uren werken levert door toeslagen weinig op",
        "Geen ruimte, wel uitleg.",
        "Wie van 20 naar 28 uur gaat, verliest huurtoeslag en zorgtoeslag. Netto blijft er weinig over. De regels blijven zo. Een rekenhulp laat vooraf zien wat iemand overhoudt.",
    ),
    "taakverdeling": (
        "casus",
        "Eigen protocol verbiedt een andere verdeling van taken",
        "Eigen regel.",
        "Een team wil dat helpenden medicijnen uitdelen uit de baxterrol. Het protocol van de organisatie zegt dat alleen verpleegkundigen dat mogen. De wet staat het toe met een bekwaamheidstoets. De organisatie paste het protocol aan.",
    ),
    "rapporteren": (
        "casus",
        "Rapporteren omdat de inspectie het zou eisen",
        "Misverstand.",
        "Een wijkteam schrijft elke dag over elke cliënt. Iedereen denkt dat de inspectie dat vraagt. De inspectie vraagt alleen te schrijven wat afwijkt van het plan.",
    ),
    "leerafdeling": (
        "casus",
        "Gezamenlijke leerafdeling valt buiten de subsidie",
        "Regel aangepast.",
        "Drie werkgevers leiden samen op, op één afdeling. De subsidie voor praktijkleren gaat naar één werkgever. Het ministerie paste de regeling aan: een samenwerking kan nu ook aanvragen.",
    ),
    "diensten": (
        "casus",
        "Langere diensten op verzoek van het team",
        "Experiment.",
        "Nachtdiensten van tien uur, omdat medewerkers dat zelf willen. De Arbeidstijdenwet begrenst de duur. Er komt een proef van een jaar met een evaluatie.",
    ),
    "pensioen": (
        "casus",
        "Na het pensioen blijven invallen",
        "Regel verduidelijkt.",
        "Een wijkverpleegkundige is met pensioen en wil soms nog werken. De registratie vraagt een aantal gewerkte uren. Ook uren als begeleider van leerlingen tellen mee.",
    ),
    "privacy-familie": (
        "casus",
        "Mag je familie bellen zonder toestemming?",
        "Misverstand.",
        "Een team dacht dat de privacywet verbiedt om een dochter te bellen bij een val. Als de bewoner dat vooraf goed vindt, mag het. Leg de afspraak vast in het plan.",
    ),
    "nachtzorg": (
        "casus",
        "Eisen aan de nachtzorg in een klein huis",
        "Ruimte was er al.",
        "Een kleine woonvorm dacht dat er altijd twee mensen wakker moeten zijn. Het kwaliteitskader vraagt dat hulp binnen dertig minuten komt. Samen met een buurhuis kan dat ook.",
    ),
    "vog": (
        "casus",
        "Wachten op een verklaring omtrent gedrag",
        "Andere aanpak gevonden.",
        "Nieuwe mensen wachten weken op een VOG en haken af. Starten mag, zolang iemand niet alleen met cliënten werkt.",
    ),
    "taaleis": (
        "casus",
        "Taaltoets houdt statushouders tegen",
        "In onderzoek.",
        "Een opleiding tot helpende vraagt taalniveau B1 bij de start. Kandidaten spreken goed genoeg om te leren op de werkplek, maar halen de schriftelijke toets niet.",
    ),
    "anoniem": (
        "vraag",
        "Kan ik anoniem melden?",
        "Ja, met een geheime link.",
        "Je hoeft geen naam te geven. Je werkgever hoort niets. Je volgt je melding met een link of een code.",
    ),
    "doorlooptijd": (
        "vraag",
        "Hoe lang duurt het voor ik iets hoor?",
        "Binnen vijf werkdagen hoor je van een adviseur.",
        "Een ministerie heeft acht weken om te antwoorden. Op je eigen pagina zie je hoe het ermee staat.",
    ),
    "wetkennen": (
        "vraag",
        "Moet ik de wet kennen om te melden?",
        "Nee.",
        "Vertel wat er gebeurt. Wij zoeken de regel erbij.",
    ),
    "collega": (
        "vraag",
        "Mag ik melden voor mijn collega's?",
        "Ja, ook voor een heel team.",
        "Je kunt voor anderen melden die hetzelfde meemaken. Schrijf erbij hoeveel mensen het raakt.",
    ),
    "facilitator": (
        "vraag",
        "Hebben we een externe begeleider nodig?",
        "Nee.",
        "De groep leert het meest van elkaar. Een begeleider van buiten kan een zetje geven.",
    ),
    "zelfroosteren": (
        "koploper",
        "Teams maken zelf hun rooster",
        "Minder verzuim en meer zeggenschap.",
        "In drie verpleeghuizen plannen teams hun eigen diensten met een app. Ruilen gaat onderling. De planner helpt alleen nog bij gaten.",
    ),
    "leerhuis": (
        "koploper",
        "Leren op de werkplek in het leerhuis",
        "Studenten en medewerkers leren samen.",
        "School en zorg delen een gebouw. Mbo-studenten draaien mee op een afdeling met vaste begeleiders. De theorie volgt op de praktijk.",
    ),
    "zorgtechniek": (
        "koploper",
        "Medicijndispenser scheelt ritten",
        "Slimme techniek in de wijk.",
        "Cliënten krijgen een apparaat dat op tijd de medicijnen geeft. De wijkverpleging rijdt minder ronden en heeft tijd voor wie het nodig heeft.",
    ),
    "gastvrouw": (
        "koploper",
        "Gastvrouwen uit de horeca in de huiskamer",
        "Ander talent in de zorg.",
        "Mensen uit de horeca verzorgen de maaltijden en de sfeer. Verzorgenden houden tijd over voor zorg. Een korte training hygiëne is genoeg.",
    ),
    "flexpool": (
        "koploper",
        "Regionale flexpool van zes werkgevers",
        "Samen minder uitzendkrachten.",
        "Zes organisaties delen medewerkers die op meer plekken willen werken. Eén rooster, één contract, geen concurrentie.",
    ),
    "behoud": (
        "koploper",
        "Een maatje voor nieuwe medewerkers",
        "Minder mensen vertrekken in het eerste jaar.",
        "Elke starter krijgt een collega die belt, meeloopt en na drie maanden een gesprek voert.",
    ),
    "mislukte-app": (
        "les",
        "De app voor ruilen werkte niet in de nacht",
        "Geleerd van wat mislukte.",
        "Nachtteams hadden geen tijd om te ruilen via de telefoon. Een lijst aan de muur werkte beter.",
    ),
    "gesprek-bestuur": (
        "les",
        "Nodig de bestuurder vroeg uit",
        "Wat hielp bij een leertraject.",
        "Toen de bestuurder bij de start aan tafel zat, kwam er ruimte in de uren. Te laat uitnodigen kostte twee maanden.",
    ),
    "administratie": (
        "casus",
        "Elke vijf minuten tijd schrijven",
        "Regel aangepast.",
        "Thuiszorgmedewerkers registreerden elke handeling in minuten voor de verzekeraar. Nu geldt zorgplan is planning is realisatie: alleen wat anders liep wordt opgeschreven.",
    ),
    "indicatie": (
        "casus",
        "Elk jaar opnieuw een indicatie bij een blijvende ziekte",
        "Ministerie denkt na.",
        "Mensen met dementie moeten steeds opnieuw worden beoordeeld voor dezelfde hulp van de gemeente. Dat kost tijd van wijkteams en geeft onrust.",
    ),
    "rijbewijs": (
        "casus",
        "Ambulance rijden zonder extra rijbewijs",
        "Geen ruimte.",
        "Chauffeurs hebben rijbewijs C1 nodig voor een zware ambulance. Dat volgt uit Europese regels.",
    ),
}

PAIRS = [
    (
        "zomerstage",
        "Onze leerlingen willen graag in de zomer stage lopen in het verpleeghuis. Juist dan is er werk. De school zegt dat het in de vakantie niet kan.",
    ),
    (
        "zomerstage",
        "Een leerling wilde in augustus doorgaan met haar stage, maar volgens de opleiding mag dat buiten de schoolweken niet.",
    ),
    (
        "stagevergoeding",
        "De ene student krijgt wel geld voor de stage en de andere niets. Ze doen precies hetzelfde werk op dezelfde afdeling.",
    ),
    (
        "twee-werkgevers",
        "Ik wil een contract bij twee zorgorganisaties tegelijk. Ze zeggen dat er dan btw over mijn loon moet als de een mij aan de ander uitleent.",
    ),
    (
        "zij-instroom",
        "Ik werkte tien jaar als verzorgende en leer nu voor verpleegkundige. Ik moet alle vakken opnieuw volgen terwijl ik dat al kan. Vrijstelling krijg ik niet.",
    ),
    (
        "toeslag",
        "Collega's willen best meer uren draaien, maar dan raken ze hun huurtoeslag kwijt. Netto houden ze er bijna niets aan over.",
    ),
    (
        "taakverdeling",
        "Helpenden mogen bij ons geen medicijnen geven, ook niet uit de rol. Dat moet een verpleegkundige doen volgens het protocol van ons huis.",
    ),
    (
        "rapporteren",
        "We schrijven elke dag een verslag over elke cliënt, ook als er niets gebeurde. Dat zou van de inspectie moeten.",
    ),
    (
        "leerafdeling",
        "Wij willen met twee andere werkgevers samen een leerafdeling beginnen. Voor de subsidie moet één organisatie de aanvraag doen en dan valt de rest erbuiten.",
    ),
    (
        "diensten",
        "Ons team wil liever drie lange diensten van tien uur dan vijf korte. Dat mag niet van de Arbeidstijdenwet, zegt de planner.",
    ),
    (
        "pensioen",
        "Ik ga volgend jaar met pensioen en wil af en toe blijven werken als wijkverpleegkundige. Maar dan haal ik de uren voor mijn registratie niet.",
    ),
    (
        "privacy-familie",
        "Een bewoner viel en ik wilde haar zoon bellen. Mijn teamleider zei dat dat niet mag van de privacywet zonder handtekening.",
    ),
    (
        "nachtzorg",
        "We zijn een klein huis met twaalf bewoners. 's Nachts moeten er twee mensen wakker zijn, zeggen ze. Dat kunnen we niet betalen.",
    ),
    (
        "vog",
        "Een nieuwe medewerker kan pas beginnen als de VOG er is. Dat duurt weken en intussen kiest ze een andere baan.",
    ),
    (
        "taaleis",
        "Een vrouw uit Syrië werkt prima mee in de keuken en wil helpende worden. De opleiding laat haar niet toe door de taaltoets op papier.",
    ),
    ("anoniem", "Ik wil iets melden maar mijn baas mag het niet weten. Kan dat anoniem?"),
    (
        "doorlooptijd",
        "Hoe lang moet ik wachten op antwoord van het ministerie, en hoe lang voor ik iets hoor?",
    ),
    ("collega", "Kan ik namens mijn hele team iets melden? Mijn collega's maken allemaal hetzelfde mee."),
    ("facilitator", "Moeten wij iemand inhuren als begeleider van buiten als we willen gaan actieleren?"),
    (
        "zelfroosteren",
        "We willen zelf ons rooster maken met het team en diensten ruilen zonder de planner. De organisatie wil dat niet toestaan.",
    ),
    (
        "leerhuis",
        "Wij willen dat mbo-studenten eerst op de afdeling werken en daarna pas theorie krijgen op school. Samen met de begeleiders in één gebouw.",
    ),
    (
        "zorgtechniek",
        "Een apparaat thuis kan de medicijnen geven, dan hoeft de wijkverpleging niet elke ochtend te rijden. De verzekeraar betaalt dat niet.",
    ),
    (
        "gastvrouw",
        "We willen iemand uit de horeca laten koken in de huiskamer. Dat mag niet zonder een lange cursus hygiëne.",
    ),
    (
        "flexpool",
        "Zes organisaties in onze regio willen medewerkers delen in één pool, zonder uitzendbureau. Het contract is een probleem.",
    ),
    (
        "behoud",
        "Nieuwe medewerkers gaan bij ons al in het eerste jaar weer weg. We willen ze een vaste collega geven die meeloopt.",
    ),
    (
        "administratie",
        "In de thuiszorg moet ik elke vijf minuten opschrijven wat ik deed. De verzekeraar wil de minuten zien.",
    ),
    (
        "indicatie",
        "Mijn cliënt heeft dementie en wordt nooit beter. Toch moet het wijkteam ieder jaar een nieuwe indicatie aanvragen bij de gemeente.",
    ),
    (
        "rijbewijs",
        "Wij zoeken chauffeurs voor de ambulance maar bijna niemand heeft het rijbewijs C1 dat daarvoor nodig is.",
    ),
    (
        "rapporteren",
        "Iedereen zegt dat de IGJ wil dat wij dagelijks rapporteren, maar ik kan nergens vinden waar dat staat.",
    ),
    (
        "mislukte-app",
        "In de nacht lukt het niet om via een app op de telefoon diensten te ruilen, daar is geen tijd voor.",
    ),
]
