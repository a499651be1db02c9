"""The words of servers in Dutch, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: niet, geen, zonder, nooit, nergens, noch, onmogelijk, evenmin
IF: indien, tenzij, wanneer
WILL: zal, zullen
OR: of
YOUR: uw, jouw, je
REQUIRED: vereist, verplicht, nodig, moet, gelieve, noodzakelijk, eerst, gebruik, alleen,
    uitsluitend, enkel, slechts, dient, moeten, vereisen, verplichte, eerst nodig, benodigd, hoeft,
    gebruikt u
FAILED: mislukt, fout, probleem, faalde, storing, mislukte, niet gelukt, mislukken, niet geslaagd,
    gefaald, foutmelding, lukte niet, mislukking, is mislukt, niet mogelijk, fouten
ACCOUNT: gebruiker, gebruikersnaam, postbus, klant, domein, gebruikersaccount, e mailaccount,
    emailaccount, mailaccount, licentie, proefperiode, contract, mailbox, e mailadres, emailadres,
    mailadres, login, inlognaam, hosting, webhosting, hostingpakket, profiel, gebruikers,
    brievenbus, e mailbox, klantaccount, abonnee
PASSWORD: wachtwoord, wachtwoorden, paswoord, passwoord, mailwachtwoord
CREDENTIALS: inloggegevens, aanmeldgegevens, gebruikersnaam of wachtwoord, gebruikersnaam en
    wachtwoord, gebruiker of wachtwoord, gebruikersnaam wachtwoord, gegevens, inlognaam of
    wachtwoord, gebruikersnaam of paswoord, e mailadres of wachtwoord, gebruiker en wachtwoord,
    login of wachtwoord, login en wachtwoord, toegangsgegevens, ingevoerde gegevens, referenties,
    aanmeldingsgegevens, accountgegevens, wachtwoord of gebruikersnaam, combinatie van
AUTH: authenticatie, verificatie, aanmelding, aanmelden, inloggen, ingelogd, aangemeld, login
    mislukt, aanmeld, log in, meld u aan, inlog, inlogpoging, inlogpogingen, aanloggen, logt in,
    inlogt, authenticeren, geauthenticeerd, zich aan, zich aanmelden, aanmeldpoging
SERVICE: dienst, smtp toegang, toegang, diensten, smtp, externe programma s, e mailprogramma s,
    mailprogramma s, externe clients, externe apps, externe applicaties, functie, externe toegang,
    protocol, mailclients, smtp dienst, smtp functie, verzenden via smtp
SENDING: verzenden, versturen, verzending, e mail versturen, mail versturen, te verzenden, verzend,
    verstuur, verstuurt, verzonden, verstuurd, uitgaande mail, uitgaande, mailen, mailings,
    uitgaande berichten, zenden
MECHANISM: mechanisme, methode, authenticatiemechanisme, authenticatiemethode, verificatiemethode,
    inlogmethode, aanmeldmethode, authenticatietype, manier van aanmelden, authenticatievorm,
    authenticatieprotocol
COMMAND: opdracht, commando
TLS: versleuteling, encryptie, beveiligde verbinding, versleutelde verbinding, veilige verbinding,
    versleutelde, versleutelen, versleuteld, beveiligd, gecodeerde verbinding, beveiligde, ssl
    verbinding, tls verbinding, beveiligd kanaal
INSECURE: onversleuteld, onversleutelde verbinding, onbeveiligde verbinding, niet versleuteld,
    onbeveiligde, onbeveiligd, onveilige verbinding, zonder versleuteling, niet beveiligd, niet
    beveiligde verbinding, niet versleutelde verbinding, platte tekst, leesbare tekst
IPADDR: ip adres, uw ip, uw ip adres, ip adressen, uw adres, ip, dit ip, ip adresses, bron ip,
    client ip, je ip adres
CLIENT: netwerk, land, locatie, uw server, computer, apparaat, host, provider, buiten het netwerk,
    uw verbinding, machine
SENDER: afzender, afzenderadres, adres van de afzender, verzendadres, afzenderdomein, zender,
    verzender, namens, andere gebruiker, een andere gebruiker, ander account, from adres, van
    adres, afzendadres, als afzender, adres van afzender
RECIPIENT: ontvanger, ontvangers, adres van de ontvanger, geadresseerde, ontvangeradres,
    bestemming, bestemmingsadres, doeladres, postbus van de ontvanger, ontvangende, doelpostbus
RELAY: relayen, doorsturen, doorzenden, doorgestuurd, relay, relaying, doorsturen naar, doorstuur
SERVER: mailserver, systeem, server, servers
POLICY: beleid, beheerder, organisatie, regels, beheerders, regel, policy, veiligheidsredenen,
    bedrijf, bedrijfsbeleid, beleidsregel, beveiligingsbeleid, voorwaarde
ALLOWED: toegestaan, toegelaten, gemachtigd, bevoegd, rechten, toestemming, geautoriseerd, mag,
    mogen, recht, toelating, vergunning, toegestane, toestaan, bevoegdheid, gerechtigd,
    goedgekeurd, machtiging
ACCEPTED: geaccepteerd, aanvaard
FORBIDDEN: verboden, ongeoorloofd, onbevoegd, beperkt, mag geen, mag niet, mogen niet, mogen geen,
    niet gemachtigd, geen rechten, geen toestemming, ontoelaatbaar, beperking, beperkingen,
    verbiedt, verboden toegang, ongeautoriseerd, beperkt tot, geen recht
DENIED: geweigerd, afgewezen, toegang geweigerd, weigert, weigeren, afwijzing, geen toegang,
    toegang ontzegd, ontzegd, weigering, niet geaccepteerd, niet aanvaard
ENABLED: ingeschakeld, geactiveerd, actief, inschakelen, activeren, staat aan, aan voor, aangezet,
    staat open, activatie, activering, ingeschakelde, afgenomen, aan
DISABLED: uitgeschakeld, gedeactiveerd, inactief, opgeheven, afgesloten, beëindigd, uitgezet,
    opgezegd, niet betaald, afgelopen, onbetaald, staat uit, niet actief, niet geactiveerd, niet
    inbegrepen, uit, verwijderd, stilgelegd, afgekoppeld, gesloten, ontbonden, buiten gebruik, niet
    ingeschakeld, zonder licentie, in afwachting, afgelopen contract, niet langer actief, gewist,
    uitgeschakelde, geëindigd, ten einde
LOCKED: geblokkeerd, vergrendeld, opgeschort, geschorst, blokkade, gecompromitteerd, blokkering,
    geblokkeerde, gehackt, misbruikt, quarantaine, bevroren, op slot, verbannen, gebannen,
    dichtgezet, blokkeren, stilgezet, opgeschorte, misbruik, tijdelijk dicht
EXPIRED: verlopen, vervallen, niet meer geldig, niet langer geldig, verouderd, te oud, geldigheid,
    geldigheidsduur, verstreken, houdbaarheid, verloopt, over datum
CHANGE: wijzigen, wijzig, veranderen, verander, gewijzigd, resetten, vernieuwen, nieuw wachtwoord,
    stel een nieuw, kies een nieuw, verander uw, nieuw in, opnieuw instellen, stel opnieuw in,
    vernieuw, herstel, kies een nieuwe, stel een nieuwe, vervang, vervangen, aanpassen, pas aan,
    wijziging, kies een ander, nieuwe instellen, opnieuw in te stellen, bijwerken
VALID: geldig, geldige, correct, juist, overeen, klopt, kloppen, hetzelfde, juiste, correcte,
    gelijk, overeenkomst, komt overeen, komen overeen, overeenkomen, passend
INVALID: ongeldig, ongeldige, onjuist, onjuiste, verkeerd, verkeerde, foutief, foutieve, foute,
    verkeerd ingevoerd, incorrect, afwijkend, verschilt, anders dan, mis, onjuistheid
KNOWN: bekend, gevonden, bestaat, herkend, bestaan, bestaande, vindbaar, aanwezig, geregistreerd,
    hebben
UNKNOWN: onbekend, onbekende, onvindbaar, niet bestaande, geen gebruiker, geen mailbox, geen
    postbus, geen account
SUPPORTED: ondersteund, geïmplementeerd, ondersteunt, ondersteunen, aangeboden, kent, biedt
AVAILABLE: beschikbaar, bereikbaar, antwoordt, antwoord, reageert, gereed, in de lucht, werkt
UNAVAILABLE: onbeschikbaar, onbereikbaar, onderhoud, geen antwoord, geen reactie, uit de lucht,
    buiten werking, buiten dienst, onderhoudswerkzaamheden, uitgevallen, offline, plat, platgelegd
LIMIT: limiet, quotum, maximum, maximale, maximum aantal, maximaal aantal, maximale aantal,
    verzendlimiet, daglimiet, verzendquotum, per uur, per dag, per minuut, per maand, aantal,
    hoeveelheid, maxima, tegoed, volume, bovengrens, plafond, uurlimiet, quota, krediet, vandaag,
    frequentie
EXCEEDED: overschreden, bereikt, overschrijdt, verbruikt, overschrijding, opgebruikt, is op,
    uitgeput, boven, te hoog, overtreft, voorbij, vol verbruikt, gehaald, op is
TOOMANY: te veel, teveel, te vaak, te snel, herhaalde, herhaaldelijk, meerdere mislukte, meerdere
    foutieve, meerdere pogingen, diverse pogingen, vaak, overmatig, buitensporig, veelvuldig, te
    vele, te frequent, opeenvolgende, te snel achter elkaar, herhaalde mislukte
COUNTED: verbindingen, berichten, pogingen, sessies, aanmeldingen, mails, e mails, verzoeken, keer,
    verbinding, bericht, logins, poging
TEMPORARY: tijdelijk, tijdelijke, later opnieuw, probeer het later, momenteel, op dit moment,
    straks, zo meteen, over enkele minuten, over een paar minuten, wacht, even geduld, nu,
    nogmaals, opnieuw, probeer opnieuw, later, voorlopig, op het moment, kortstondig, probeer later
INTERNAL: interne fout, interne serverfout, serverfout, technisch probleem, technische fout,
    systeemfout, onverwachte fout, technische storing, interne storing, technische problemen,
    configuratiefout, kan niet controleren, kon niet worden gecontroleerd, fout in het systeem,
    onbekende fout
BUSY: bezet, overbelast, te druk, overbelasting, druk, zwaar belast, hoge belasting, vol bezet
APPPASSWORD: app wachtwoord, app specifiek wachtwoord, toepassingswachtwoord, apparaatwachtwoord,
    apart wachtwoord, afzonderlijk wachtwoord, eigen wachtwoord, speciaal wachtwoord, specifiek
    wachtwoord, wachtwoord voor externe, wachtwoord voor apps, wachtwoord voor toepassingen, app
    specifieke wachtwoord, applicatiewachtwoord, wachtwoord voor programma s, app wachtwoorden,
    applicatie wachtwoord, apparaatspecifiek wachtwoord, toegangscode, uniek wachtwoord
SECONDFACTOR: tweestaps, twee factor, tweefactor, tweestapsverificatie, twee staps,
    tweefactorauthenticatie, twee stappen, twee factoren, tweetrapsverificatie, verificatiecode,
    tweede factor, meervoudige verificatie, meerfactor, 2 stappen, authenticator
BROWSER: webbrowser, in de browser, browser, webmail, via de website, via webmail, op de website
LISTED: op een zwarte lijst, zwarte lijst, op een blacklist, op de blacklist, op een blokkeerlijst,
    blokkeerlijst, op de zwarte lijst, zwarte lijsten
FULL: vol, opslagruimte, schijfruimte, opslaglimiet
BUT: omdat, maar, wegens, vanwege
CLIENT+PLACE: buitenland, het buitenland, uit het buitenland, land, uw land, locatie, landen,
    regio, buitenlandse, buiten nederland, buiten de eu, buiten europa, buiten belgië, ander land,
    vanuit het buitenland, buiten
BACKEND: authenticatieserver, aanmeldserver, databank, gebruikersdatabase, database,
    gebruikersdatabank, gebruikersdirectory, authenticatiedienst, inlogserver, ldap server,
    directory, authenticatieservers, gebruikersbestand
ALREADY: reeds, al
CANCELLED: afgebroken, geannuleerd
SEQUENCE: volgorde
SWITCHON: activeer, schakel
PTR: reverse dns, omgekeerde dns, ptr record, omgekeerde, reverse dns record, rdns
DISABLED+UNVERIFIED: niet bevestigd, nog niet bevestigd
OWNED: behoort, behoren, eigenaar, van u, eigendom, hoort bij, gekoppeld
ACTIVITY: verdachte activiteit, verdachte activiteiten, ongebruikelijke activiteit, ongewone
    activiteit, verdachte aanmelding, verdachte inlogpoging, verdacht gedrag, afwijkend gedrag,
    verdachte login, frauduleus, abnormale activiteit
SPAM: spammen, spamverzending, ongewenste mail, massamail, spamverdenking, versturen van spam
REVOKED: ingetrokken, herroepen
UNSUPPORTED: niet langer ondersteund, niet meer ondersteund
DURATION: minuten, uren, seconden, minuut, uur, dagen, week, kwartier
TIMEOUT: time out, geen verbinding, verbinding mislukt, verbindingsfout, tijdslimiet, kan geen
    verbinding maken, duurde te lang
GREYLIST: grijze lijst, greylist
BLACKLIST: blokkadelijst, reputatie, slechte reputatie, dynamisch ip
ALLOWLIST: witte lijst, whitelist, toegestane ip, toegestane adressen, toegestane netwerken, lijst
    met toegestane, vertrouwde, vertrouwd netwerk
BASICAUTH: basisverificatie, basisauthenticatie, basis authenticatie, eenvoudige authenticatie,
    wachtwoordauthenticatie, inloggen met wachtwoord
CREATE: maak, genereer, creëer, aanmaken, genereren, maak een
UNPAID: betaling, betalingen, factuur, facturen, wanbetaling, openstaand, openstaande, niet
    betaalde, betaald, betalingsachterstand, achterstallig, achterstallige, rekening, achterstand
CERTIFICATE: certificaat, clientcertificaat
RCPTLIMIT+LIMIT+COUNTED: ontvangers per bericht, aantal ontvangers, limiet ontvangers
RECEIVE: ontvangen, ontvangst
TERMS: voorwaarden, gebruiksvoorwaarden
SECURITY: tls versie, protocolversie
SYNTAX: formaat, syntaxisfout, syntaxis, ongeldig formaat
DOMAIN: domeinen, domeinnaam
NEWPASSWORD: een nieuw wachtwoord
CLIENT+LAN: bedrijfsnetwerk, intern netwerk, interne netwerk, kantoornetwerk, lokaal netwerk,
    lokale netwerk, campusnetwerk, intranet
WRONGSECRET: app wachtwoord ongeldig, app wachtwoord onjuist, ongeldig app wachtwoord, onjuist app
    wachtwoord, verkeerd app wachtwoord
TOKEN: toegangstoken
DISABLED+STOPPED: stopgezet, gestopt
ACCOUNT+PLAN: pakket, abonnement
SESSION: sessie
CHECK: controleer, nakijken
"""

ENDINGS = "e en s n t"
