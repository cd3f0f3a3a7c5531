# SPDX-License-Identifier: EUPL-1.2
"""First names that are common in the Netherlands, to recognise a person in a text. Pure data.

Gathered by hand from general knowledge; it need not be complete, because titles, initials and surnames
give people away too. Names that are also everyday words stand apart: those count only inside a sentence.
"""

FIRST_NAMES = frozenset(
    """
    aad aafke abdel abdullah ad adam adriaan agnes ahmed aisha aicha albert alex alexander ali alice alida
    amber amina amir an anita anja anke anna anne anneke annelies annemarie annemiek annet annie anouk ans
    anton antoinette antoon arend arie arjan arjen arno arthur ashley astrid ayse bart bas bastiaan beatrix
    benjamin bert betty bianca bilal bob boris bouchra bram brenda brigitte britt bushra carin carla carlijn
    carlo carmen carolien caroline casper cees charlotte chantal chris christa christiaan christien
    christina cindy claire claudia coby conny cor cora corine corrie daan daniel danielle david debby denise
    dennis desiree diana dick diederik dien dieuwke dirk dominique donna dorien ed eddy edith edwin eefje
    elena eline elise elisabeth elke ellen elly els elsa emiel emily emine emma eric erica erik erna ernst
    erwin esmee esra esther eva evelien evert fabian fatih fatima fatma femke fenna ferdinand ferry fien
    fleur floor floris francien francis frank frans fred frederik frits gea geert geertje gerard gerda gerrit
    gerben gert gertrude gijs giovanni greet greetje guus gwen halima hamza hanna hannah hanneke hannie hans
    harm harold harrie harry hasan hassan heidi hein helen helena helga henk henny henriette herman hester
    hidde hilda hilde hugo hussein ibrahim ilse imane imke ine inge ingeborg ingrid irene iris irma isa
    isabel ismail ivo iwan jaap jacco jack jacob jacqueline jamila jan janneke janny jannie jantje jasmijn
    jasper jeanette jelle jennifer jenny jeroen jesse jessica jet jetty jim jip joan joanne job joep johan
    johanna johannes john jolanda jolande jolijn joost jordy joris jos josephine joyce judith jules julia
    jurgen justin kaat karel karen karin karim katja kees kelly kevin khadija kim klaas klaasje koen koos
    kubra lars laura laurens lea leen leila lena lenie leo leon leonie lex lia lidia lieke lies liesbeth
    lieve lina linda lisa lisette loes lonneke lotte louis louise lourens luc lucas lucia luuk lydia maaike
    maarten madelon mahmoud malika manon marc marcel marco margot margreet margriet maria mariam marianne
    marieke mariette marije marijke marijn marina marinus marion marit marja marjan marjolein marjolijn
    marleen marlies marloes martha martijn martin martina mascha mathijs matthijs maud maurits max mees
    mehmet meike melanie melissa melvin menno merel mia michael michel michelle miep mieke mike milan milou
    mina mirjam miriam mirthe mitchell moana mohamed mohammed monique moniek mouna murat mustafa myrthe
    nadia naomi natasja nathalie nel nelleke nick nicole niek niels nienke nina noa noah noor nora noortje
    nour olaf olga omar oscar pascal patricia patrick paul paula paulien petra pien pierre pieter piet pim
    priya quinten rachel rachid ralph ramon rebecca remco renate rene renee reinier rens ria rianne richard
    rick rik rita rob robbert robert robin roel roelof rogier roland rolf romy ron ronald rosa rosalie roy
    rudolf ruben rudi rudy ruud saar sabine said salma samira samir sander sandra sanne sara sarah saskia
    selma sem semra shirley simone sjaak sjoerd sjors sofie sophie sonja stef stefan stefanie stella steven
    stijn suus suzan suzanne sven svetlana sylvia tamara tanja teun thea theo thijs thijmen thomas tijn tim
    timo tineke tinus tirza tjitske tobias tom toos trees trudy truus twan veerle vera victor vincent
    wendy werner wesley wessel wiebe wiel wietske wilfried willeke willem wilma wim wout wouter xander yara
    yasmin yasmina yassin yolanda youssef yusuf yvette yvonne zeynep zohra
    """.split()
)

ALSO_WORDS = frozenset("daan dien els floor greet isa jet job kim leen lies merel noor ria rob roos".split())
"""Names that may begin an ordinary sentence as something else, or stand for a thing."""
