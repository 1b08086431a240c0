"""Sentences as they stand in plans for safety, with numbers, dates and codes but no persons."""

SENTENCES = """\
In 2027 voeren we vier gezamenlijke controles uit op bedrijventerrein De Hoge Kamp.
Op De Hoge Kamp 3 bedrijven geholpen met een digitale scan.
De weerbaarheidslessen zijn voor groep 8 en de brugklas.
De burgemeester sluit panden op grond van artikel 13b van de Opiumwet.
Er komt extra politie op twaalf piekavonden in de binnenstad.
T2.1 en T2.3 vallen onder hetzelfde actiepunt.
Het meldpunt is 24/7 bereikbaar, bel bij spoed 112.
De wijk-GGD'er werkt voor 0,6 fte in de twee flats met de meeste meldingen.
Peildatum van dit veiligheidsbeeld is 1 september 2026.
De raad stelde het IVP vast op 13 februari 2025.
Het aantal meldingen steeg van 209 naar 214.
Op het stationsplein 12 meldingen, tegen 9 in dezelfde periode van vorig jaar.
Rond het Stationsplein 40 klachten over geluid in het eerste kwartaal.
De overlast verplaatst zich naar het stationsplein.
Het aandeel slachtoffers daalt van 11 naar 8 procent in 2028.
12,6 procent van de inwoners zegt online te zijn opgelicht.
Budget: € 28.000 voor de werkcoach en € 123.456.782 voor de regio.
De kosten zijn 1.500 euro per school, dekking uit de programmabegroting.
Boa's controleren van 19.00 tot 23.00 uur op drie plekken.
De kalender 2027 is op 31 januari 2027 vastgesteld.
Ouders en familie van slachtoffers krijgen informatie over nazorg.
De familie speelt een rol bij de aanpak van jonge aanwas.
Het gezin is het eerste vangnet; de wijkteams sluiten daarop aan.
Eén gezin, één plan, één regisseur blijft het uitgangspunt.
Jongeren van 12 tot 18 jaar krijgen voorlichting over drugs.
Jongens van dertien en veertien doen klusjes voor oudere jongens.
De doelgroep is 16-27 jaar en woont vooral in Lindenoord.
In fase 2 onderzoeken we camera's bij de haven.
Bijlage 3 bevat de planning per kwartaal.
Zie hoofdstuk 4, paragraaf 4.2 en tabel 7.
Maatregel M11 stopt, M13 en M32 gaan door.
Kwartaal 1 van 2027 telt twaalf mijlpalen.
In Q1 2027 start de werving, in Q3 de evaluatie.
De afspraken gelden van 1-1-2027 tot en met 31-12-2027.
Op 01-03-2027 start de nieuwe aanpak.
Sinds 1 januari 2015 zijn gemeenten verantwoordelijk voor jeugdhulp.
De Wet van 12 maart 2009 blijft van kracht.
Het besluit van 4 juni 2012 is ingetrokken.
De Politiewet 2012 regelt de driehoek in artikel 13.
Volgens de Wet Bibob toetsen we aanvragen in drie branches.
De GGD (12 uur per week) en het ZVH (4 uur) leveren capaciteit.
Het RIEC levert 250 uur, de VR 400 uur en HAN 2.900 uur.
In 2027 OM en politie vragen om een vaste contactpersoon.
OV2027 is de werktitel van het nieuwe overleg.
UP2027 versie 0.4 ligt voor bij het MT.
Team Toezicht en Handhaving vraagt 3.320 uur, 2.900 is beschikbaar.
Op weg naar 2028 willen we negen van de tien signalen beoordelen.
We zijn op weg 2 extra boa's te werven.
Het stappenpad 2027 staat op de agenda van OV3.
Het tijdpad 4 weken is krap voor partners.
Actieplan Stationsstraat 2027 wordt in april vastgesteld.
Centrumplan Marktplein 2026 is bijna afgerond.
Aan thema 3 werken zes partners mee.
Aan de driehoek van 14 januari 2027 leggen we drie vragen voor.
In week 12 en week 40 is er een actieweek.
Drie bedrijven lagen in juni meer dan een dag stil na gijzelsoftware.
De horeca betaalt de helft, de gemeente 5.000 euro.
Contact: veiligheid@veldermeer.example of het team via 14 0318.
Mail het projectteam op oov@gemeente-veldermeer.nl.
Meld misdaad anoniem kan via 0800-7000, de politie via 0900-8844.
De begroting 2026/2027 biedt ruimte voor 2 fte.
De score steeg van 6,4 naar 7,1 op een schaal van 10.
Binnen 200 meter van de camera daalden de meldingen niet.
Het project loopt 3 x 4 maanden en kost 40 uur per keer.
De vragen O1, O2, P1, A1 en M2 zijn verplicht.
Voor B-04, B-07 en P-06 is nog geen antwoord.
Een op de tien ondernemers deed in 2026 aangifte.
Het convenant van 3 mei 2011 wordt geactualiseerd.
In de straat 2 camera's plaatsen heeft weinig effect.
Bij de kade 5 extra lantaarns, bij het park 8.
Voor elke straat 1 contactpersoon, dat is de afspraak.
Langs de snelweg 3 parkeerplaatsen sluiten we in de nacht.
Op het Kerkplein 6 nieuwe lantaarns en 2 camera's.
In de Dorpsstraat 3 winkels gecontroleerd op verkoop van messen.
Op de Havenkade 14 procent minder meldingen dan vorig jaar.
Op de Markt 2 keer per jaar een veiligheidsmarkt.
Op zaterdag 12 juni 2027 is het festival in het Wilhelminapark.
Koningsdag 27 april 2027 vraagt extra inzet.
Oud en nieuw 2026-2027 verliep rustiger dan 2025-2026.
De avond van 31 december 2026 is ingepland.
De kerngroep vergadert 6 keer, de stuurgroep 4 keer.
Punt A. (hoofdlijn) en punt B. (uitgangspunt) blijven staan.
Vitamine B.V. en N.V. Samen doen mee aan het keurmerk.
Samen Veilig B.V. (12 medewerkers) levert de training.
De wijkteams werken met code rood, oranje en groen.
Prioriteit 1 is ondermijning, prioriteit 2 is jeugd.
Wijk 7 en wijk 9 hebben samen 8.400 inwoners.
Basisteam Merenland telt 46 agenten en 3 wijkagenten per kern.
Er is 1 coördinator voor 46.800 inwoners.
In Oudewaal 14 vrijwilligers, in Harkestein 9.
Groep 7 en 8 van tien basisscholen doen mee.
De leeftijd van de groep ligt tussen 14 en 19 jaar.
Een groep van 15 jongeren, gemiddeld 16 jaar, is in beeld.
Het lespakket is voor klas 1 en 2 van het vmbo.
IVP 2025-2028, hoofdstuk aanpak per thema, bladzijde 14.
Kenmerk Z-2026-001234, versie 0.4, status concept.
Zaaknummer 2026-123456 staat in het register.
ISO 27001 en de BIO zijn de norm voor leveranciers.
Het percentage ligt op 73,5 en de norm is 80.
Elke boa loopt 36 uur per week, waarvan 8 in de avond.
De evaluatie is in juni; het besluit valt voor 15 juli 2027.
De gemeenteraad bespreekt de brief op 28-01-2027.
Partners reageren tussen 14-9-2026 en 9-10-2026.
We bereiken 300 bezoekers met 6 bijeenkomsten van 2 uur.
Van de 58 zaken zijn er 37 met goed resultaat afgesloten.
De inzet van 1 op 10 naar 1 op 5 brengen kost 90 uur.
Camera's op de A12, de N233 en bij afrit 21.
Het hof 3 keer om een uitspraak gevraagd, zonder resultaat.
Het gebied rond station Merenland-Noord krijgt 16 nieuwe camera's.
De subsidie loopt van 2025 tot 2028 en is 92.000 euro per jaar.
Verdeling: 40 procent preventie, 35 procent zorg, 25 procent optreden.
Aan de voorkant 2 gastheren, aan de achterkant 1 beveiliger.
Aan het Jeugdgroepenoverleg 2027 nemen vijf organisaties deel.
De top 10 van overlastlocaties verschijnt elk kwartaal.
Nummer 1 op de lijst blijft woninginbraak, met 112 aangiften.
Per 1 april 2027 gaat het wijkteam van 5 naar 7 medewerkers.
Rapportcijfer 7,4 in 2024 en 7,2 in 2026.
""".splitlines()
