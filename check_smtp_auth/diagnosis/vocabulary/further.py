"""The words of servers in further languages of the Latin script, written as in ``latin``. Pure.

No real reply was at hand for most: they are the words of mail programs, webmail and control
panels in these languages.
"""

from __future__ import annotations

SWEDISH = """\
NOT: inte, ej, ingen, inget, utan, aldrig, saknar, saknas
IF: om, såvida
WILL: kommer att, kan komma att
OR: eller
YOUR: din, ditt, dina
REQUIRED: krävs, kräver, måste, nödvändig/t, behövs, obligatorisk/t, vänligen, använd, först,
    endast, behöver, enbart, behöv, krävd, vänligen använd, måste vara, tvungen, obligatoriska
FAILED: misslyckades, misslyckad, misslyckats, fel, misslyckande, problem, lyckades inte,
    misslyckas, gick inte, kunde inte, felade, misslyckade
ACCOUNT: konto, kontot, användare, användaren, användarkonto, brevlåda, brevlådan, användarnamn,
    användarnamnet, kund, abonnemang, domän, domänen, postlåda, postlådan, epostkonto, mejlkonto, e
    postadress, mejladress, e postkonto, webbhotell, mailkonto, inkorg, profil, e post, licens,
    paket, kundkonto, mailbox
PASSWORD: lösenord, lösenordet
CREDENTIALS: användarnamn eller lösenord, användarnamnet eller lösenordet, inloggningsuppgifter,
    inloggningsuppgifterna, autentiseringsuppgifter, användare eller lösenord, användarnamn och
    lösenord, lösenord eller användarnamn, inloggningsuppgift, användarnamn lösenord, e postadress
    eller lösenord, uppgifterna, uppgifter
AUTH: inloggning, inloggningen, autentisering, autentiseringen, logga in, autentiserad, inloggad,
    verifiering, inloggningsförsök, loggade in, loggas in, logga, inloggningar, autentisera,
    inloggningsförsöket, logga in med
SERVICE: tjänst, tjänsten, smtp åtkomst, åtkomst, smtp, funktion, funktionen, externa program, e
    postprogram, mejlprogram, externa klienter, protokoll
SENDING: skicka, skicka mejl, skicka e post, utskick, sändning, utgående e post, skickas, sända,
    sänds, utgående, utgående mejl, sänder, skickar, skickat, utskicket
MECHANISM: mekanism, mekanismen, autentiseringsmetod, metod, autentiseringsmekanism, metoden,
    inloggningsmetod
COMMAND: kommando, kommandot
TLS: kryptering, krypterad anslutning, säker anslutning, krypterad, kryptera, krypterade, säkert,
    säkrad anslutning
INSECURE: okrypterad, okrypterad anslutning, osäker anslutning, klartext, osäkra, okrypterade,
    oskyddad, utan kryptering, ej krypterad
IPADDR: ip adress, ip adressen, din ip, din ip adress, ip adresser, ip, ip numret, denna ip, den
    här ip adressen
CLIENT: nätverk, ditt nätverk, värd, klient, klienten, dator, datorn, enhet, enheten, leverantör,
    utanför nätverket
SENDER: avsändare, avsändaren, avsändaradress, avsändaradressen, avsändardomän, från adress, annan
    användare, för någon annans räkning, annan avsändare, från adressen
RECIPIENT: mottagare, mottagaren, mottagaradress, mottagaradressen, mottagarens, måladress,
    mottagarens brevlåda
RELAY: vidarebefordran, reläa, vidaresändning, relä, vidarebefordra
SERVER: servern, systemet, e postserver, mejlserver
POLICY: policyn, administratör, administratören, regler, administratörens, säkerhetsskäl,
    organisationen, företaget, regel, policy
ALLOWED: tillåten, tillåtet, tillåts, tillåtna, behörig, behörighet, rättighet, rättigheter
FORBIDDEN: förbjuden, förbjudet, otillåten, otillåtet, obehörig, får inte, tillåts inte, tillåts
    ej, har inte rätt, saknar behörighet, saknar rättighet, får ej, begränsad, begränsat, inte rätt
    att
DENIED: nekad, nekades, nekat, avvisad, avvisades, åtkomst nekad, avslagen, accepteras inte,
    accepterades inte, accepteras ej, nekas, avvisas, avvisat, nekar, avböjd, vägrad
ACCEPTED: accepteras, accepterades, godkänd, godkändes, godtas, godkänt
ENABLED: aktiverad, aktiverat, aktivt, aktiv, påslagen, påslaget, beställt, ingår
DISABLED: inaktiverad, inaktiverat, avstängd, avstängt, avaktiverad, avaktiverat, inaktivt,
    inaktiv, uppsagd, uppsagt, stängd, borttagen, borttaget, avslutad, avslutat, inte aktiverat,
    inte aktiverad, raderat, raderad, upphört, ingår inte, avstängda, inte påslagen, avslagen
    tjänst, väntar
LOCKED: spärrad, spärrat, blockerad, blockerat, spärrats, blockerats, suspenderad, suspenderat,
    spärr, blockeras, är låst, har låsts, blivit låst, är låsta, spärra, låst ute, hackat, hackad,
    kapat, karantän, blockering, avstängd på grund av, tillfälligt låst, missbrukat, spärras,
    frusen
EXPIRED: gått ut, har gått ut, utgånget, för gammalt, upphört att gälla, löpt ut, inte längre
    giltigt, inte längre giltig, för gammal, giltighetstid, utgångna, löpte ut, gick ut
CHANGE: ändra, byt, byta, bytas, återställ, uppdatera, ändras, välj ett nytt, ange ett nytt, byte,
    sätt ett nytt, uppdateras, förnya
VALID: giltig, giltigt, korrekt, rätt, stämmer, matchar, riktig, riktigt, överens, överensstämmer
INVALID: ogiltig, ogiltigt, ogiltiga, felaktig, felaktigt, felaktiga, fel lösenord, fel
    användarnamn, stämmer inte, matchar inte, är fel, stämmer ej, oriktigt, oriktig, felaktigt
    angivet, matchar ej
KNOWN: finns, hittades, känd, hittas
UNKNOWN: okänd, okänt, finns inte, finns ej, hittades inte, hittas inte, existerar inte
SUPPORTED: stöds, stödjer, stöder
AVAILABLE: tillgänglig, tillgängligt, svarar, svar, åtkomlig
UNAVAILABLE: otillgänglig, otillgängligt, nere, under underhåll, ur funktion, svarar inte, inget
    svar, underhåll, driftstopp, avbrott, nere för underhåll, otillgängliga
LIMIT: gräns, gränsen, kvot, kvoten, dagsgräns, maxantal, maximalt antal, begränsning, maxgräns,
    dagsgränsen, sändningsgräns, per timme, per dag, per dygn, antal, antalet, dygnsgräns,
    timgräns, volym
EXCEEDED: överskriden, överskridits, överskridit, nådd, uppnådd, uppnåtts, överskrider, nåtts,
    slut, överskred, passerad, förbrukad, förbrukat, uttömd, har nått, har nåtts
TOOMANY: för många, för ofta, för snabbt, upprepade, flera misslyckade, många misslyckade, för
    tätt, upprepat
COUNTED: anslutningar, meddelanden, försök, inloggningsförsök, brev, mejl
TEMPORARY: tillfälligt, tillfällig, senare, försök igen, försök igen senare, för tillfället, om en
    stund, vänta, just nu, försök senare, strax, tillfälliga
INTERNAL: internt fel, serverfel, systemfel, tekniskt fel, oväntat fel, tekniskt problem, tekniska
    problem, kunde inte kontrolleras
BUSY: upptagen, överbelastad, överbelastat
APPPASSWORD: applösenord, appspecifikt lösenord, app lösenord, applikationslösenord,
    programspecifikt lösenord, separat lösenord, särskilt lösenord, eget lösenord, lösenord för
    appar, lösenord för externa, appspecifika lösenord, programlösenord
SECONDFACTOR: tvåfaktorsautentisering, tvåstegsverifiering, två faktorer, tvåfaktor, tvåstegs,
    tvåfaktorsinloggning, tvåstegsautentisering, engångskod, tvåstegs verifiering, flerfaktor
BROWSER: webbläsare, webbläsaren, webbmejl, webbmail
LISTED: svartlistad, svartlistat, svartlistats, på en svart lista
FULL: fullt, full
BUT: eftersom, därför att, men, på grund
CLIENT+PLACE: land, utlandet, ditt land, länder, utomlands, region, utanför sverige, annat land
BACKEND: autentiseringsserver, databas, databasen, katalogtjänst
UNSUPPORTED: stöds inte, stöds ej, stöder inte
OWNED: tillhör, ägare, ägs
ACTIVITY: misstänkt aktivitet, ovanlig aktivitet, misstänkt inloggning, ovanlig inloggning,
    misstänkta
SPAM: skräppost, spamutskick, massutskick
DURATION: minuter, timmar, sekunder, minut, timme, dagar
BASICAUTH: grundläggande autentisering, lösenordsautentisering
CREATE: skapa, generera
UNPAID: betalning, betalningar, faktura, fakturor, obetald, obetalda, obetalt, skuld, utebliven
    betalning
ALLOWLIST: vitlista, vitlistad, tillåtna adresser, tillåtna ip, betrodda
BLACKLIST: svartlista, blocklista, rykte
CERTIFICATE: certifikat, klientcertifikat
GREYLIST: grålistad, grålistning, grå lista
PTR: omvänd dns, reverse dns
NEWPASSWORD: nytt lösenord
CLIENT+LAN: internt nätverk, interna nätverket, företagets nätverk, lokala nätverket
TOKEN: åtkomsttoken
STOPPED: stoppat/s, stoppad
"""

DANISH = """\
NOT: ikke, ingen, uden, aldrig, mangler
IF: hvis
WILL: vil blive, bliver
OR: eller
YOUR: din, dit, dine
REQUIRED: kræves, kræver, skal, nødvendig/t, påkrævet, venligst, brug, først, kun, behøver, skal
    være, anvend, behøves, obligatorisk
FAILED: mislykkedes, mislykket, fejlede, fejl, problem, mislykkes, lykkedes ikke, kunne ikke,
    fejlet, mislykkede
ACCOUNT: konto, kontoen, kontoen er, bruger, brugeren, brugerkonto, postkasse, postkassen,
    brugernavn, brugernavnet, kunde, abonnement, domæne, domænet, postboks, mailkonto, e
    mailadresse, mailadresse, e mailkonto, webhotel, indbakke, profil, licens, pakke, mailboks, e
    mail, mailbox
PASSWORD: adgangskode, adgangskoden, kodeord, kodeordet
CREDENTIALS: brugernavn eller adgangskode, brugernavnet eller adgangskoden, brugernavn eller
    kodeord, loginoplysninger, legitimationsoplysninger, bruger eller adgangskode, brugernavn og
    adgangskode, brugernavn kodeord, kodeord eller brugernavn, oplysninger, logindata, brugernavn
    og kodeord, oplysningerne
AUTH: log ind, logge ind, godkendelse, godkendelsen, autentificering, autentifikation, autoriseret,
    loginforsøg, pålogning, logget ind, autentificer, logger ind, logon, autentificering fejlede
SERVICE: tjeneste, tjenesten, smtp adgang, adgang, smtp, funktion, funktionen, eksterne programmer,
    mailprogrammer, eksterne klienter, protokol
SENDING: sende, sende mail, sende e mail, afsendelse, udgående mail, sende mails, sender, sendes,
    udgående, afsende, sendt
MECHANISM: mekanisme, mekanismen, godkendelsesmetode, metode, metoden, autentificeringsmetode
COMMAND: kommando, kommandoen
TLS: kryptering, krypteret forbindelse, sikker forbindelse, krypteret, krypter, krypterede, sikret
    forbindelse, sikker
INSECURE: ukrypteret, ukrypteret forbindelse, usikker forbindelse, klartekst, ukrypterede, usikker,
    usikre, uden kryptering, ikke krypteret
IPADDR: ip adresse, ip adressen, din ip, din ip adresse, ip, denne ip
CLIENT: netværk, dit netværk, klient, klienten, computer, enhed, enheden, udbyder, uden for
    netværket
SENDER: afsender, afsenderen, afsenderadresse, afsenderadressen, afsenderdomæne, fra adresse, anden
    bruger, på vegne af, en anden bruger, fra adressen
RECIPIENT: modtager, modtageren, modtageradresse, modtageradressen, modtagers, måladresse,
    modtagerens
RELAY: videresendelse, videresende, videresend, relay
SERVER: serveren, systemet, mailserveren
POLICY: politik, administrator, administratoren, regler, sikkerhedsgrunde, organisation,
    virksomhed, regel, politikken
ALLOWED: tilladt, tilladelse, tillades, rettigheder, berettiget
FORBIDDEN: forbudt, uautoriseret, må ikke, tillades ikke, ikke ret til, mangler rettigheder, ikke
    rettigheder, begrænset, ikke tilladelse
DENIED: nægtet, afvist, adgang nægtet, accepteres ikke, blev ikke accepteret, godkendes ikke,
    afvises, nægtes, afslået, afviser
ACCEPTED: accepteret, accepteres, godkendt
ENABLED: aktiveret, aktiv, slået til, bestilt, inkluderet, tændt
DISABLED: deaktiveret, inaktiv, lukket, nedlagt, slået fra, opsagt, slettet, frakoblet, ikke
    aktiveret, slettede, ophørt, ikke inkluderet, slukket, nedlukket, afventer, opsagte
LOCKED: spærret, blokeret, suspenderet, er blevet spærret, blokeres, er låst, blevet låst, er
    blevet låst, spærring, hacket, kompromitteret, karantæne, blokering, midlertidigt spærret,
    misbrugt, frosset, låst ude
EXPIRED: udløbet, er udløbet, for gammel, for gammelt, ikke længere gyldig, ikke længere gyldigt,
    gyldighed, udløb, forældet
CHANGE: skift, skifte, ændre, ændres, nulstil, skiftes, opdater, vælg en ny, angiv en ny, forny,
    opdateres, lav en ny
VALID: gyldig, gyldigt, korrekt, rigtig, rigtigt, passer
INVALID: ugyldig, ugyldigt, ugyldige, forkert, forkerte, passer ikke, stemmer ikke, forkert
    indtastet, stemmer ikke overens, matcher ikke, ukorrekt, fejlagtig
KNOWN: findes, fundet, kendt, eksisterer
UNKNOWN: ukendt, findes ikke, blev ikke fundet, eksisterer ikke
SUPPORTED: understøttes, understøttet, understøtter
AVAILABLE: tilgængelig, tilgængeligt, svarer, svar
UNAVAILABLE: utilgængelig, utilgængeligt, nede, ude af drift, svarer ikke, intet svar,
    vedligeholdelse, nedbrud, driftsstop
LIMIT: grænse, grænsen, kvote, kvoten, maksimalt antal, maksimum, begrænsning, pr time, pr dag, per
    time, per dag, antal, antallet, daglig grænse, mængde
EXCEEDED: overskredet, nået, opbrugt, overskrider, opbrugte, overskred, oversteget, er nået
TOOMANY: for mange, for ofte, for hurtigt, gentagne, flere mislykkede, mange mislykkede, gentaget
COUNTED: forbindelser, beskeder, forsøg, loginforsøg, mails
TEMPORARY: midlertidigt, midlertidig, senere, prøv igen, prøv igen senere, i øjeblikket, om lidt,
    vent, lige nu, prøv senere, kortvarigt
INTERNAL: intern fejl, serverfejl, systemfejl, teknisk fejl, uventet fejl, teknisk problem,
    tekniske problemer, kunne ikke kontrolleres
BUSY: optaget, overbelastet
APPPASSWORD: app adgangskode, appadgangskode, applikationsadgangskode, app kodeord, appspecifik
    adgangskode, separat adgangskode, særskilt adgangskode, egen adgangskode, adgangskode til apps,
    særlig adgangskode, app specifik adgangskode
SECONDFACTOR: totrinsbekræftelse, tofaktor, to faktor, totrinsgodkendelse, tofaktorgodkendelse,
    totrins, to trins, tofaktorlogin, engangskode, flerfaktor
BROWSER: browseren, webmailen
LISTED: sortlistet, blacklistet, på en sortliste
FULL: fuld, fyldt
BUT: fordi, men, på grund
CLIENT+PLACE: land, udlandet, dit land, lande, udenlandsk, region, uden for danmark, andet land
BACKEND: godkendelsesserver, databasen, database
UNSUPPORTED: understøttes ikke, understøtter ikke
OWNED: tilhører, ejer, ejes
ACTIVITY: mistænkelig aktivitet, usædvanlig aktivitet, mistænkeligt login, mistænkelig
SPAM: spamudsendelse, uønsket post, masseudsendelse
DURATION: minutter, timer, sekunder, minut, time, dage
BASICAUTH: grundlæggende godkendelse, basisgodkendelse
CREATE: opret, generer
UNPAID: betaling, betalinger, faktura, fakturaer, ubetalt, ubetalte, gæld, manglende betaling
ALLOWLIST: hvidliste, hvidlistet, tilladte adresser, tilladte ip, betroede
BLACKLIST: sortliste, blokliste, omdømme
CERTIFICATE: certifikat, klientcertifikat
GREYLIST: grålistet, grålistning
PTR: omvendt dns, reverse dns
NEWPASSWORD: ny adgangskode, nyt kodeord
CLIENT+LAN: internt netværk, interne netværk, virksomhedens netværk, lokale netværk
TOKEN: adgangstoken
STOPPED: stoppet, standset
"""

NORWEGIAN = """\
NOT: ikke, ingen, uten, aldri, mangler
IF: hvis
WILL: vil bli, blir
OR: eller
YOUR: din, ditt, dine
REQUIRED: kreves, krever, må, nødvendig, påkrevd, vennligst, bruk, først, kun, trenger, behøver, må
    være, benytt, obligatorisk
FAILED: mislyktes, mislykket, feilet, feil, problem, mislykkes, lyktes ikke, kunne ikke, feilede,
    gikk ikke
ACCOUNT: konto, kontoen, bruker, brukeren, brukerkonto, postboks, postboksen, brukernavn,
    brukernavnet, kunde, abonnement, domene, domenet, epostkonto, e postadresse, e postkonto,
    webhotell, innboks, profil, lisens, pakke, e post, mailboks
PASSWORD: passord, passordet
CREDENTIALS: brukernavn eller passord, brukernavnet eller passordet, påloggingsinformasjon,
    innloggingsinformasjon, bruker eller passord, brukernavn og passord, legitimasjon, brukernavn
    passord, passord eller brukernavn, opplysninger, påloggingsdetaljer, innloggingsdetaljer
AUTH: innlogging, innloggingen, pålogging, påloggingen, autentisering, autentiseringen, logge inn,
    logg inn, godkjenning, innloggingsforsøk, logget inn, autentiser, logger inn,
    innloggingsforsøket, pålogget, autentisert
SERVICE: tjeneste, tjenesten, smtp tilgang, tilgang, smtp, funksjon, funksjonen, eksterne
    programmer, e postprogrammer, eksterne klienter, protokoll
SENDING: sende, sende e post, utsending, utgående e post, sende epost, sender, sendes, utgående,
    sendt, utsendelse
MECHANISM: mekanisme, mekanismen, autentiseringsmetode, metode, metoden
COMMAND: kommando, kommandoen
TLS: kryptering, kryptert forbindelse, sikker forbindelse, kryptert, kryptert tilkobling, sikker
    tilkobling, krypter, krypterte, sikret forbindelse, sikker
INSECURE: ukryptert, ukryptert forbindelse, usikker forbindelse, ukryptert tilkobling, klartekst,
    ukrypterte, usikker, usikret, uten kryptering, ikke kryptert
IPADDR: ip adresse, ip adressen, din ip, din ip adresse, ip, denne ip, denne ip adressen
CLIENT: nettverk, nettverket, ditt nettverk, klient, klienten, datamaskin, enhet, enheten,
    leverandør, utenfor nettverket
SENDER: avsender, avsenderen, avsenderadresse, avsenderadressen, avsenderdomene, fra adresse, annen
    bruker, på vegne av, en annen bruker, fra adressen
RECIPIENT: mottaker, mottakeren, mottakeradresse, mottakeradressen, mottakers, måladresse,
    mottakerens
RELAY: videresending, videresende, videresend, relay
SERVER: serveren, tjeneren, systemet, epostserveren
POLICY: retningslinjer, administrator, administratoren, regler, sikkerhetsgrunner, organisasjon,
    bedrift, regel, sikkerhetshensyn
ALLOWED: tillatt, tillatelse, tillates, rettigheter, lov
FORBIDDEN: forbudt, uautorisert, tillates ikke, ikke rett til, mangler rettigheter, har ikke lov,
    ikke tillatt å, begrenset, har ikke rett
DENIED: nektet, avvist, avslått, ingen tilgang, aksepteres ikke, ble ikke akseptert, godtas ikke,
    avvises, nektes, avviser
ACCEPTED: akseptert, godtatt, godkjent, aksepteres
ENABLED: aktivert, aktiv, slått på, bestilt, inkludert
DISABLED: deaktivert, inaktiv, stengt, slått av, avsluttet, sagt opp, slettet, ikke aktivert,
    slettede, opphørt, ikke inkludert, avslått tjeneste, nedlagt, venter
LOCKED: sperret, blokkert, suspendert, er låst, blitt låst, er blitt låst, sperring, sperre,
    hacket, kompromittert, karantene, blokkering, midlertidig sperret, misbrukt, frosset
EXPIRED: utløpt, har utløpt, for gammelt, gått ut, ikke lenger gyldig, gyldighet, utløp, foreldet
CHANGE: endre, endres, bytt, bytte, byttes, tilbakestill, oppdater, velg et nytt, angi et nytt,
    forny, oppdateres, lag et nytt, sett et nytt
VALID: gyldig, korrekt, riktig, stemmer
INVALID: ugyldig, ugyldige, galt, stemmer ikke, er feil, stemmer ikke overens, feilaktig, uriktig,
    samsvarer ikke, feil oppgitt
KNOWN: finnes, funnet, kjent, eksisterer
UNKNOWN: ukjent, finnes ikke, ble ikke funnet, eksisterer ikke
SUPPORTED: støttes, støttet, støtter
AVAILABLE: tilgjengelig, svarer, svar
UNAVAILABLE: utilgjengelig, nede, ute av drift, svarer ikke, ingen svar, vedlikehold, nedetid,
    driftsstans
LIMIT: grense, grensen, kvote, kvoten, maksimalt antall, maksimum, begrensning, per time, per dag,
    per døgn, antall, antallet, daglig grense, mengde
EXCEEDED: overskredet, nådd, oppbrukt, overskrider, overskred, oversteget, er nådd
TOOMANY: for mange, for ofte, for raskt, gjentatte, flere mislykkede, mange mislykkede
COUNTED: tilkoblinger, forbindelser, meldinger, forsøk, innloggingsforsøk, eposter
TEMPORARY: midlertidig, senere, prøv igjen, prøv igjen senere, for øyeblikket, om litt, vent,
    akkurat nå, prøv senere, straks
INTERNAL: intern feil, serverfeil, systemfeil, teknisk feil, uventet feil, teknisk problem,
    tekniske problemer, kunne ikke kontrolleres
BUSY: opptatt, overbelastet
APPPASSWORD: app passord, apppassord, appspesifikt passord, applikasjonspassord, eget passord,
    separat passord, særskilt passord, passord for apper, spesielt passord, appspesifikke passord
SECONDFACTOR: totrinnsbekreftelse, tofaktor, to faktor, tofaktorautentisering, totrinns,
    totrinnsinnlogging, engangskode, tofaktorinnlogging, flerfaktor, to trinn
BROWSER: nettleser, nettleseren, webmailen
LISTED: svartelistet, på en svarteliste
FULL: full
BUT: fordi, men, på grunn
CLIENT+PLACE: land, utlandet, ditt land, utenlandsk, region, utenfor norge, annet land
BACKEND: autentiseringsserver, databasen, database
UNSUPPORTED: støttes ikke, støtter ikke
OWNED: tilhører, eier, eies
ACTIVITY: mistenkelig aktivitet, uvanlig aktivitet, mistenkelig innlogging, mistenkelig
SPAM: søppelpost, masseutsendelse
DURATION: minutter, timer, sekunder, minutt, time, dager
BASICAUTH: grunnleggende godkjenning, grunnleggende autentisering
CREATE: opprett, generer
UNPAID: betaling, betalinger, faktura, fakturaer, ubetalt, ubetalte, gjeld, manglende betaling
ALLOWLIST: hviteliste, hvitelistet, tillatte adresser, tillatte ip, klarerte
BLACKLIST: svarteliste, blokkeringsliste, omdømme
CERTIFICATE: sertifikat, klientsertifikat
GREYLIST: grålistet, grålisting
PTR: omvendt dns, reverse dns
NEWPASSWORD: nytt passord
CLIENT+LAN: internt nettverk, interne nettverket, bedriftens nettverk, lokale nettverket
TOKEN: tilgangstoken
STOPPED: stoppet, stanset
"""

FINNISH = """\
NOT: ei, eivät, ilman, puuttuu, et
IF: jos
WILL: tullaan
OR: tai
YOUR: sinun
REQUIRED: vaaditaan, vaatii, täytyy, tarvitaan, pakollinen, käytä, ensin, edellyttää, vain, pitää,
    on käytettävä, tarvitset, edellytetään, ainoastaan, on oltava, pakollista
FAILED: epäonnistui, epäonnistunut, virhe, ongelma, ei onnistunut, ei onnistu, epäonnistuu,
    virheeseen, virheen
ACCOUNT: tili, tilin, tilisi, käyttäjä, käyttäjää, käyttäjän, käyttäjätili, käyttäjätunnus,
    käyttäjätunnusta, postilaatikko, sähköpostitili, tunnus, tunnuksesi, asiakas, verkkotunnus,
    käyttäjällä, tilillä, tiliä, sähköpostilaatikko, sähköpostiosoite, sähköposti, sähköpostin,
    webhotelli, profiili, lisenssi, käyttäjänimi, asiakkuus, sähköpostitilin, paketti
PASSWORD: salasana, salasanasi, salasanan, salasanaa
CREDENTIALS: käyttäjätunnus tai salasana, käyttäjänimi tai salasana, kirjautumistiedot, tunnus tai
    salasana, käyttäjätunnus ja salasana, tunnistetiedot, käyttäjätunnus salasana, salasana tai
    käyttäjätunnus, tunnukset, kirjautumistietosi, tunnus ja salasana, käyttäjänimi ja salasana,
    tiedot
AUTH: kirjautuminen, kirjautua, tunnistautuminen, todennus, todentaminen, sisäänkirjautuminen,
    kirjaudu, tunnistus, autentikointi, kirjautumisyritys, kirjautumisen, kirjautumisyritykset,
    kirjautuneena, kirjautumiset, tunnistautua, todentaa, tunnistetaan, tunnistautumisen
SERVICE: palvelu, palvelun, smtp palvelu, pääsy, smtp, toiminto, ulkoiset ohjelmat,
    sähköpostiohjelmat, palvelua, protokolla, ulkoisille ohjelmille
SENDING: lähettää, lähetys, lähettäminen, sähköpostin lähettäminen, lähettämiseen, lähtevä posti,
    lähettämisen, lähetetty, lähtevä, lähtevän, lähetykset, sähköpostin lähetys, postin lähetys
MECHANISM: menetelmä, todennusmenetelmä, mekanismi, tunnistautumistapa, menetelmää, mekanismia,
    todennusmenetelmää, todennustapa
COMMAND: komento, komentoa
TLS: salaus, salattu yhteys, suojattu yhteys, salattua yhteyttä, suojattua yhteyttä, salausta,
    salattu, salattua, suojattu, salattuna, salatulla, suojatun yhteyden
INSECURE: salaamaton, salaamaton yhteys, suojaamaton yhteys, selväkielinen, salaamatonta,
    suojaamatonta, ilman salausta, salaamattomassa, ei ole salattu
IPADDR: ip osoite, ip osoitteesi, ip osoitteestasi, ip osoitteesta, ip, ip osoitteita, tästä
    osoitteesta, ip osoitteeltasi
CLIENT: verkko, verkosta, verkostasi, palvelimesi, tietokone, laite, verkon ulkopuolelta,
    palveluntarjoaja
SENDER: lähettäjä, lähettäjän, lähettäjän osoite, lähettäjäosoite, lähettäjän osoitetta, toisen
    käyttäjän, lähettäjänä, toisen nimissä, lähettäjänosoite, lähettäjätietoa
RECIPIENT: vastaanottaja, vastaanottajan, vastaanottajaa, vastaanottajan osoite, kohdeosoite,
    vastaanottajan postilaatikko, osoitetta ei
RELAY: välitys, välittäminen, edelleenlähetys, relay, edelleenvälitys, välittää
SERVER: palvelin, palvelimen, järjestelmä
POLICY: ylläpitäjä, ylläpito, käytäntö, käytännöt, säännöt, turvallisuussyistä, organisaatio,
    yritys, sääntö, järjestelmänvalvoja
ALLOWED: sallittu, sallita, sallitaan, oikeutta, oikeus, lupaa, lupa, saa, voi
FORBIDDEN: kielletty, luvaton, estetty käyttö, ei ole oikeutta, ei ole lupaa, ei saa, rajoitettu,
    rajoitus, estetty maasta
DENIED: hylätty, evätty, torjuttu, pääsy evätty, hylättiin, hylätään, torjutaan, kiellettiin,
    evättiin
ACCEPTED: hyväksytä, hyväksytty, hyväksytään
ENABLED: käytössä, aktivoitu, aktiivinen, kytketty, tilattu, sisälly, päällä
DISABLED: poistettu käytöstä, suljettu, deaktivoitu, poissa käytöstä, ei käytössä, poistettu,
    lakkautettu, irtisanottu, ei ole käytössä, päättynyt, poistettiin, ei sisälly, ei ole
    aktivoitu, ei ole päällä, pois päältä, odottaa, lopetettu
LOCKED: lukittu, estetty, jäädytetty, lukittiin, on lukittu, keskeytetty, lukossa, lukkiutunut,
    lukittuna, suljettu väärinkäytön, estolista, hakkeroitu, karanteenissa, väärinkäytetty, esto,
    jäädytettiin, estettiin
EXPIRED: vanhentunut, vanhentui, vanhentunut salasana, erääntynyt, ei ole enää voimassa,
    voimassaolo, umpeutunut, umpeutui, liian vanha
CHANGE: vaihda, vaihdettava, vaihtaa, muuta, päivitä, nollaa, uusi salasana, vaihto, vaihda se,
    aseta uusi, valitse uusi, uusi se, päivitettävä
VALID: oikea, oikein, kelvollinen, täsmää, kelpaa, oikeat
INVALID: virheellinen, väärä, väärin, virheelliset, kelpaamaton, vääriä, ei täsmää, eivät täsmää,
    virheellinen tunnus, ei ole oikein, ei vastaa toisiaan, vääräksi
KNOWN: löydy, löytynyt, löydetty, olemassa, ole olemassa, löytyi
UNKNOWN: tuntematon, tuntematonta
SUPPORTED: tueta, tuettu, tukee, tuetaan
AVAILABLE: saatavilla, käytettävissä, vastaa, vastausta
UNAVAILABLE: huollossa, huoltokatko, alhaalla, ei vastaa, eivät vastaa, ei vastausta, huolto,
    huollon, käyttökatko, poissa käytöstä palvelin
LIMIT: raja, rajan, kiintiö, kiintiön, enimmäismäärä, lähetysraja, enimmäismäärän, tunnissa,
    päivässä, vuorokaudessa, määrä, lähetyskiintiö, päiväraja, päivittäinen
EXCEEDED: ylitetty, ylittynyt, saavutettu, ylittyi, täyttynyt, ylittää, täyttyi, ylitit, käytetty
    loppuun, ylittyivät, saavutettiin, ylitettiin
TOOMANY: liian monta, liian usein, liikaa, liian paljon, liian nopeasti, toistuvat, toistuvien,
    useita epäonnistuneita, useiden, liian tiheästi, monta epäonnistunutta
COUNTED: yhteyttä, yhteyksiä, viestiä, viestejä, yritystä, yrityksiä, kirjautumisyritystä,
    kirjautumisyrityksiä
TEMPORARY: tilapäisesti, tilapäinen, väliaikaisesti, myöhemmin, yritä uudelleen, väliaikainen,
    hetken kuluttua, yritä myöhemmin, hetken, odota, tällä hetkellä, pian, uudelleen, tilapäistä,
    myöhemmin uudelleen
INTERNAL: sisäinen virhe, palvelinvirhe, järjestelmävirhe, odottamaton virhe, tekninen vika,
    tekninen ongelma, teknisestä syystä
BUSY: ruuhkautunut, kuormitettu, ylikuormitettu
APPPASSWORD: sovellussalasana, sovelluskohtainen salasana, sovellussalasanaa, sovelluskohtaista
    salasanaa, erillinen salasana, erillistä salasanaa, oma salasana, salasana sovelluksille,
    sovelluksen salasana
SECONDFACTOR: kaksivaiheinen, kaksivaiheinen tunnistautuminen, kaksivaiheinen todennus,
    kaksivaiheisen, monivaiheinen, kertakäyttökoodi, kaksivaiheista
BROWSER: selaimella, selain, selaimen
LISTED: mustalla listalla, estolistalla
BUT: koska, mutta, takia, vuoksi
CLIENT+PLACE: ulkomailta, maasta, maastasi, maat, maista, ulkomaat, alue, suomen ulkopuolelta,
    toisesta maasta
BACKEND: tietokanta, tietokantaan, todennuspalvelin
OWNED: kuulu, kuuluu, omista, omistaja
ACTIVITY: epäilyttävä toiminta, epätavallinen toiminta, epäilyttävä kirjautuminen, epäilyttävän,
    epäilyttävää
SPAM: roskaposti, roskapostin, roskapostia, massapostitus
DURATION: minuuttia, tuntia, sekuntia, minuutin, tunnin, päivää
BASICAUTH: perustodennus, salasanakirjautuminen
CREATE: luo, luokaa
UNPAID: maksu, maksut, lasku, laskut, maksamaton, maksamattomia, maksamattoman, velka, maksamatta
ALLOWLIST: sallittujen, valkoinen lista, valkoisella listalla, sallitut osoitteet, luotettu
BLACKLIST: musta lista, maine
CERTIFICATE: varmenne, varmennetta, asiakasvarmenne
GREYLIST: harmaalista, harmaalla listalla
PTR: käänteinen dns, käänteisnimi
CLIENT+LAN: sisäverkko, sisäverkosta, yritysverkko, yrityksen verkosta, lähiverkko
EXCEEDED+FULL: täynnä, on täynnä
STOPPED: pysäytetty
"""

HUNGARIAN = """\
NOT: nem, nincs, nélkül, sem, hiányzik
IF: ha
OR: vagy
YOUR: az ön, ön
REQUIRED: szükséges, kell, kötelező, kérjük, használjon, használja, előbb, először, csak, igényel,
    szükség, kötelezően, csakis, kizárólag, kérem, kérünk, kérjük használjon, muszáj, előtte
FAILED: sikertelen, hiba, nem sikerült, hibás művelet, meghiúsult, sikertelenül, nem sikerül, nem
    járt sikerrel, hibára, hibát, meghiúsulás
ACCOUNT: fiók, fiókja, felhasználó, felhasználói fiók, postafiók, fiókot, felhasználónév, ügyfél,
    előfizetés, tárhely, felhasználót, postafiókja, postaláda, felhasználónak, e mail cím, email
    cím, e mail fiók, levelezőfiók, profil, domain, tarhely, csomag, licenc, azonosító, e mail,
    szerződés
PASSWORD: jelszó, jelszava, jelszót, jelszavát, jelszavának
CREDENTIALS: felhasználónév vagy jelszó, felhasználó vagy jelszó, hitelesítő adatok, belépési
    adatok, bejelentkezési adatok, felhasználónév és jelszó, jelszó vagy felhasználónév,
    felhasználónév jelszó, hibás adatok, azonosító vagy jelszó, e mail cím vagy jelszó, felhasználó
    és jelszó, adatok
AUTH: hitelesítés, bejelentkezés, azonosítás, belépés, autentikáció, hitelesíteni, bejelentkezni,
    hitelesítési, bejelentkezési, bejelentkezések, bejelentkezéshez, belépni, belépési kísérlet,
    azonosítani, bejelentkezése, hitelesítéshez
SERVICE: szolgáltatás, hozzáférés, smtp hozzáférés, smtp, szolgáltatást, külső programok,
    levelezőprogramok, levelezőprogram, funkció, külső kliensek, protokoll
SENDING: küldés, küldeni, levélküldés, e mail küldés, kimenő levél, levelet küldeni, kimenő
    levelek, levélküldési, küldési, kiküldés, küldésre, küldhet, kimenő, levelek küldése,
    üzenetküldés
MECHANISM: mechanizmus, módszer, hitelesítési mód, hitelesítési módszer, hitelesítési mechanizmus
COMMAND: parancs
TLS: titkosítás, titkosított kapcsolat, biztonságos kapcsolat, titkosított, titkosítást,
    biztonságos, titkosítással, védett kapcsolat
INSECURE: titkosítatlan, titkosítatlan kapcsolat, nem biztonságos kapcsolat, nem titkosított,
    titkosítatlanul, titkosítás nélkül, védtelen
IPADDR: ip cím, ip címe, ip címről, ip címét, ip, ip címek, ez az ip cím, ip címre
CLIENT: hálózat, hálózatról, kiszolgálója, számítógép, eszköz, szolgáltatója, hálózaton kívülről
SENDER: feladó, feladó címe, feladói cím, feladót, küldő címe, küldő, más felhasználó, nevében,
    feladóként, feladó címet, más nevében, küldőként
RECIPIENT: címzett, címzettet, címzett címe, címzettje, a címzett, célcím, címzett postafiókja,
    címzett fiókja
RELAY: továbbítás, levéltovábbítás, továbbítása, relay, továbbítani, átjátszás
SERVER: kiszolgáló, szerver, rendszer
POLICY: rendszergazda, házirend, szabályzat, adminisztrátor, biztonsági okokból, szervezet, cég,
    szabály, biztonsági szabályzat
ALLOWED: engedélyezett, engedélyezve, jogosult, jogosultsága, jogosultság, megengedett, engedély,
    joga
FORBIDDEN: tiltott, tilos, jogosulatlan, nem jogosult, nincs joga, nincs jogosultsága, nem
    engedélyezett, korlátozva, korlátozott, nincs engedélye, nem használhatja
DENIED: megtagadva, elutasítva, visszautasítva, hozzáférés megtagadva, elutasított, elutasítottuk,
    elutasítja, elutasítjuk, visszautasított, visszautasítjuk, megtagadta
ACCEPTED: elfogadható, elfogadva, elfogadott
ENABLED: bekapcsolva, aktív, aktiválva, aktiválta, bekapcsolt, megrendelt, tartalmazza, bekapcsolás
DISABLED: letiltott, inaktív, kikapcsolva, megszűnt, lezárt, törölt, kikapcsolt, törölve,
    megszüntetve, nincs bekapcsolva, nincs aktiválva, nincs engedélyezve, nem aktív, nem
    tartalmazza, lejárt előfizetés, felmondva, felmondott, törölték, kikapcsolták, nem aktivált,
    várakozik
LOCKED: zárolva, zárolt, letiltva, felfüggesztve, zároltuk, felfüggesztett, letiltottuk, blokkolva,
    blokkolt, kitiltva, tiltva, lezárva, zárolás, zárolásra, felfüggesztettük, feltört, feltörték,
    karanténban, kompromittált, tiltás, befagyasztva, visszaélés, blokkoltuk, letiltottak
EXPIRED: lejárt, elavult, már nem érvényes, érvényességi idő, érvényessége, lejárta, túl régi,
    lejárati
CHANGE: változtassa, változtatni, módosítsa, változtassa meg, cserélje, megváltoztatni, adjon meg
    újat, cserélje le, frissítse, válasszon újat, állítson be újat, változtasson
VALID: érvényes, helyes, megfelelő, egyezik, egyeznek, stimmel, egyező, megegyezik
INVALID: érvénytelen, hibás, helytelen, rossz, nem stimmel, nem egyezik, nem egyeznek, eltér,
    téves, nem megfelelő, nem helyes, hibásan
KNOWN: található, létezik, ismert
UNKNOWN: ismeretlen, nem létező
SUPPORTED: támogatott, támogatja
AVAILABLE: elérhető, válaszol, válasz
UNAVAILABLE: karbantartás, karbantartás alatt, leállt, nem válaszol, nincs válasz, nem elérhető,
    üzemszünet, üzemzavar, nem működik, karbantart
LIMIT: korlát, kvóta, határ, limit, keret, kvótája, kerete, korlátot, levélküldési korlát, limitet,
    óránként, naponta, percenként, napi, óránkénti, darabszám, száma, mennyiség, maximális
EXCEEDED: túllépve, túllépte, elérte, kimerült, meghaladta, túllépése, elfogyott, túllépett,
    kimerítette, meghalad, felhasznált, elhasználta, elhasznált
TOOMANY: túl sok, túl gyakori, túl gyakran, többszöri, ismételt, sorozatos, több sikertelen, sok
    sikertelen, túl gyorsan, számos
COUNTED: kapcsolat, üzenet, próbálkozás, kísérlet, levél, bejelentkezési kísérlet
TEMPORARY: ideiglenes, ideiglenesen, átmeneti, átmenetileg, később, próbálja később, próbálja újra,
    jelenleg, átmenetileg nem, kis idő múlva, várjon, kérjük várjon, pillanatnyilag, most,
    próbálkozzon, ismét, újra
INTERNAL: belső hiba, szerverhiba, rendszerhiba, kiszolgálóhiba, váratlan hiba, műszaki hiba,
    technikai hiba, műszaki okok, ismeretlen hiba, nem ellenőrizhető
BUSY: foglalt, túlterhelt
APPPASSWORD: alkalmazásjelszó, alkalmazás jelszó, alkalmazásspecifikus jelszó, alkalmazásjelszót,
    külön jelszó, külön jelszót, egyedi jelszó, alkalmazáshoz tartozó jelszó, programjelszó
SECONDFACTOR: kétlépcsős, kétfaktoros, kétlépcsős azonosítás, kétfaktoros hitelesítés, kétlépéses,
    egyszer használatos kód, többtényezős
BROWSER: böngésző, böngészőben, webmailben
LISTED: feketelistán, tiltólistán, feketelistára
FULL: tele van, betelt, megtelt, tele
BUT: mert, de, miatt
CLIENT+PLACE: külföldről, külföldi, országból, országa, külföld, országok, régió, más országból,
    országon kívülről
BACKEND: adatbázis, hitelesítő kiszolgáló
OWNED: tartozik, tulajdonosa, tulajdona
ACTIVITY: gyanús tevékenység, szokatlan tevékenység, gyanús bejelentkezés, gyanús
SPAM: levélszemét, spamküldés, kéretlen levél, tömeges levél, kéretlen
DURATION: perc, óra, másodperc, percig, óráig, nap, percre, perc múlva
BASICAUTH: alapszintű hitelesítés, jelszavas hitelesítés
CREATE: hozzon létre, generáljon, készítsen
UNPAID: fizetés, fizetési, számla, számlák, számlája, tartozás, tartozása, díj, díjfizetés,
    kifizetetlen, elmaradás, befizetés
ALLOWLIST: fehérlista, fehérlistán, engedélyezett ip, engedélyezett címek, megbízható
BLACKLIST: feketelista, tiltólista, reputáció, hírnév
CERTIFICATE: tanúsítvány, ügyféltanúsítvány
GREYLIST: szürkelista, szürkelistán
PTR: fordított dns, reverz dns
NEWPASSWORD: új jelszó, új jelszót
CLIENT+LAN: belső hálózat, belső hálózatról, céges hálózat, céges hálózatról, vállalati hálózat
STOPPED: leállítottuk, leállítva, leállították
"""

ROMANIAN = """\
NOT: nu, fără, niciun, nicio
IF: dacă
WILL: va fi, vor fi
OR: sau
YOUR: dumneavoastră, tău, ta, dvs
REQUIRED: necesar/ă, obligatoriu, obligatorie, trebuie, necesită, vă rugăm, folosiţi, utilizaţi,
    mai întâi, doar, este nevoie, cere, numai, exclusiv, este necesar, este necesară, sunt
    necesare, obligatorii
FAILED: eşuat/ă, a eşuat, eroare, nereuşit/ă, problemă, nu a reuşit, erori, eşec, imposibil
ACCOUNT: cont, contul, utilizator, utilizatorul, căsuţa poştală, căsuţă poştală, nume de
    utilizator, numele de utilizator, abonament, domeniul, domeniu, cutia poştală, contului,
    utilizatorului, adresa de e mail, adresa de email, găzduire, profil, licenţă, pachet, contract,
    cutie poştală, căsuţa, email
PASSWORD: parolă, parola, parolei, parole
CREDENTIALS: utilizator sau parolă, nume de utilizator sau parolă, utilizatorul sau parola, numele
    de utilizator sau parola, date de autentificare, datele de autentificare, credenţiale,
    utilizator şi parolă, datele de conectare, user sau parola, credenţialele, parolă sau
    utilizator, user sau parolă, utilizator parolă, nume sau parolă, datele introduse, utilizatorul
    şi parola, date de acces
AUTH: autentificare, autentificarea, autentificat, autentificării, conectare, conectarea, logare,
    autentificaţi, conectaţi, logaţi, intrare, încercare de autentificare, încercarea de conectare
SERVICE: serviciu, serviciul, serviciului, accesul smtp, smtp, funcţie, funcţia, programe externe,
    programe de e mail, clienţi externi, protocol, acces extern
SENDING: trimite, trimiteţi, trimiterea, trimiterea de mesaje, trimitere, expediere, expedierea,
    trimiterea mesajelor, trimite mesaje, trimis, trimiţi, expediaţi, mesaje trimise, ieşire
MECHANISM: mecanism, mecanismul, metodă, metoda, metoda de autentificare, metodă de autentificare,
    mecanismul de autentificare, tip de autentificare
COMMAND: comandă, comanda
TLS: criptare, criptarea, conexiune securizată, conexiune criptată, conexiune sigură, criptat,
    criptată, securizată, conexiune protejată
INSECURE: conexiune nesecurizată, conexiune necriptată, necriptat, text clar, necriptată,
    nesecurizată, nesigură, fără criptare
IPADDR: adresa ip, adresă ip, ip ul, ip ul dumneavoastră, adresei ip, ip, această adresă ip, adrese
    ip
CLIENT: reţea, reţeaua, gazdă, reţeaua dumneavoastră, calculator, dispozitiv, dispozitivul,
    furnizor, în afara reţelei
SENDER: expeditor, expeditorul, adresa expeditorului, expeditorului, domeniul expeditorului, alt
    utilizator, în numele, ca expeditor, adresă de expeditor, altă adresă
RECIPIENT: destinatar, destinatarul, destinatarului, adresa destinatarului, adresa destinaţie,
    adresă destinaţie, destinaţie, căsuţa destinatarului
RELAY: retransmitere, retransmiterea, relay interzis, relay, retransmisie, redirecţionare
SERVER: serverul, serverului, sistem, sistemul
POLICY: politica, politică, administrator, administratorul, administratorului, motive de
    securitate, organizaţie, companie, regulă, reguli, politici
ALLOWED: permis/ă, autorizat/ă, permisiune, permisiunea, drept, dreptul, permite, voie, poate
FORBIDDEN: interzis/ă, neautorizat/ă, nepermis/ă, nu aveţi dreptul, nu aveţi voie, nu aveţi
    permisiunea, restricţionat/ă, limitat/ă, nu puteţi
DENIED: refuzat/ă, respins/ă, acces refuzat, acces interzis, respingem, refuzăm, respingere
ACCEPTED: acceptat/ă
ENABLED: activat/ă, activ/ă, pornit, contractat, inclus, inclusă
DISABLED: dezactivat/ă, inactiv/ă, închis/ă, şters/ă, reziliat/ă, anulat/ă, nu este activat, nu
    este activ, expirat abonament, neactivat/ă, încetat, desfiinţat, ştearsă, nu include, în
    aşteptare, neinclus
LOCKED: blocat/ă, suspendat/ă, blocate, blocată, banat/ă, carantină, spart, compromis/ă, îngheţat,
    interzis temporar, suspendarea, blocare, blocarea, restricţionat temporar, abuz
EXPIRED: expirat/ă, a expirat, învechită, nu mai este valabilă, nu mai este valid, valabilitate,
    prea veche, a ieşit din termen
CHANGE: schimbaţi, schimbată, schimbare, modificaţi, resetaţi, actualizaţi, schimba, schimbaţi o,
    alegeţi o nouă, setaţi o nouă, reînnoiţi, modificată, actualizată
VALID: valid/ă, corect/ă, corecte, corespunde, corespund
INVALID: invalid/ă, incorect/ă, greşit/ă, incorecte, greşite, eronat/ă, eronate, nevalid/ă, nu
    corespunde, nu corespund, nu se potriveşte, nu se potrivesc, diferă, diferit
KNOWN: găsit/ă, există, cunoscut/ă
UNKNOWN: necunoscut/ă, inexistent/ă
SUPPORTED: suportat/ă, acceptă
UNSUPPORTED: nesuportat/ă
AVAILABLE: disponibil/ă, răspunde, răspuns
UNAVAILABLE: indisponibil/ă, în mentenanţă, nu răspunde, fără răspuns, mentenanţă, în întreţinere,
    nu funcţionează
LIMIT: limită, limita, cota, cotă, număr maxim, numărul maxim, limitei, limita zilnică, pe oră, pe
    zi, pe minut, zilnic, zilnică, număr de, limite, cantitate
EXCEEDED: depăşit/ă, atins/ă, epuizat/ă, depăşirea, aţi depăşit, a depăşit, consumat/ă, aţi atins,
    peste limită, aţi epuizat
TOOMANY: prea multe, prea mulţi, prea des, prea frecvent, repetate, mai multe încercări, numeroase,
    excesive, prea rapid, multe încercări
COUNTED: conexiuni, mesaje, încercări, autentificări, emailuri
TEMPORARY: temporar/ă, mai târziu, încercaţi din nou, încercaţi mai târziu, reîncercaţi, momentan,
    peste puţin timp, aşteptaţi, în acest moment, reveniţi, din nou, peste câteva minute
INTERNAL: eroare internă, eroare de server, eroare de sistem, eroare internă de server, eroare
    neaşteptată, problemă tehnică, probleme tehnice, nu s a putut verifica
BUSY: ocupat, supraîncărcat
APPPASSWORD: parolă de aplicaţie, parola de aplicaţie, parolă pentru aplicaţii, parolă specifică,
    parolă separată, parolă dedicată, parolă pentru aplicaţie, parolă specială
SECONDFACTOR: doi factori, doi paşi, în doi paşi, verificare în doi paşi, autentificare
    multifactor, cod de verificare
BROWSER: browserul, navigator
LISTED: listă neagră, lista neagră, pe lista neagră
FULL: plin/ă
BUT: deoarece, pentru că, dar, din cauza
CLIENT+PLACE: ţară, ţara, străinătate, din străinătate, ţări, regiune, regiunea, din afara ţării,
    altă ţară, în afara româniei
BACKEND: baza de date, bază de date, serverul de autentificare
OWNED: aparţine, proprietar, proprietarul
ACTIVITY: activitate suspectă, activitate neobişnuită, autentificare suspectă, comportament suspect
SPAM: mesaje nesolicitate, trimitere de spam, spam ul
DURATION: minute, ore, secunde, minut, oră, zile
BASICAUTH: autentificare de bază, autentificarea de bază
CREATE: creaţi, generaţi
UNPAID: plată, plata, plăţi, plăţii, factură, factura, facturi, neplată, neplata, datorii,
    restanţe, neachitat/ă, neplătit/ă
ALLOWLIST: listă albă, lista albă, adrese permise, ip uri permise
BLACKLIST: reputaţie, listă de blocare, lista de blocare
CERTIFICATE: certificat, certificatul
GREYLIST: listă gri, lista gri
PTR: dns invers, înregistrare ptr
NEWPASSWORD: parolă nouă
CLIENT+LAN: reţeaua internă, reţeaua locală, reţeaua companiei, reţea internă
STOPPED: oprit/ă, întrerupt/ă
"""

INDONESIAN = """\
NOT: tidak, bukan, belum, tanpa, jangan
IF: jika, apabila
WILL: akan
OR: atau
YOUR: anda, kamu
REQUIRED: diperlukan, harus, wajib, silakan, memerlukan, membutuhkan, gunakan, terlebih dahulu,
    mohon, hanya, perlu, dibutuhkan, dahulu, mesti, pakai, gunakanlah, diharuskan, memakai
FAILED: gagal, kesalahan, kegagalan, masalah, tidak berhasil, tidak dapat
ACCOUNT: akun, pengguna, kotak surat, nama pengguna, pelanggan, langganan, paket, akun email,
    alamat email, hosting, profil, lisensi, surel, email anda, kotak masuk
PASSWORD: kata sandi, sandi, kata kunci
CREDENTIALS: nama pengguna atau kata sandi, pengguna atau kata sandi, kredensial, username atau
    password, nama pengguna dan kata sandi, email atau kata sandi, data login, username dan
    password, user atau password, kata sandi atau nama pengguna, username password, email dan kata
    sandi, nama pengguna atau sandi, username atau sandi, data masuk
AUTH: otentikasi, autentikasi, masuk, otorisasi, percobaan masuk, login anda, login, masuk log,
    verifikasi login, autentifikasi, log masuk
SERVICE: layanan, akses smtp, akses, layanan smtp, smtp, fitur, program email, aplikasi eksternal,
    protokol, klien email
SENDING: mengirim, pengiriman, mengirim email, pengiriman email, kirim, dikirim, terkirim, email
    keluar, surat keluar, kirimkan
MECHANISM: mekanisme, metode, metode otentikasi, metode autentikasi, mekanisme otentikasi, jenis
    otentikasi
COMMAND: perintah
TLS: enkripsi, koneksi aman, koneksi terenkripsi, terenkripsi, sambungan aman, sambungan
    terenkripsi, aman
INSECURE: koneksi tidak aman, tidak terenkripsi, koneksi tidak terenkripsi, tidak aman, tanpa
    enkripsi, sambungan tidak aman
IPADDR: alamat ip, ip anda, alamat ip anda, ip ini, ip
CLIENT: jaringan, jaringan anda, server anda, komputer, perangkat, host, jaringan internal,
    penyedia
SENDER: pengirim, alamat pengirim, domain pengirim, atas nama, pengguna lain, alamat asal, sebagai
    pengirim
RECIPIENT: penerima, alamat penerima, alamat tujuan, tujuan, kotak surat penerima, email penerima,
    tujuan email
RELAY: penerusan, relay, meneruskan
SERVER: peladen, sistem
POLICY: kebijakan, administrator, aturan, alasan keamanan, organisasi, perusahaan, kebijakan
    keamanan, admin
ALLOWED: diizinkan, diperbolehkan, izin, hak, boleh, diijinkan, dapat
FORBIDDEN: dilarang, terlarang, tidak berhak, tidak boleh, tidak diizinkan, tidak diperbolehkan,
    dibatasi, tidak memiliki izin, tidak memiliki hak, tidak punya hak
DENIED: ditolak, akses ditolak, menolak, tertolak, penolakan
ACCEPTED: diterima
ENABLED: aktif, diaktifkan, dihidupkan, aktifkan, aktivasi, termasuk
DISABLED: dinonaktifkan, nonaktif, ditutup, dihapus, tidak aktif, dimatikan, belum aktif, belum
    diaktifkan, tidak diaktifkan, berakhir masa, diberhentikan, tidak termasuk, belum dibayar,
    mati, menunggu
LOCKED: diblokir, terkunci, dikunci, ditangguhkan, dibekukan, terblokir, pemblokiran, kunci,
    blokir, karantina, dikarantina, diretas, disusupi, ditutup sementara, penangguhan,
    disalahgunakan
EXPIRED: kedaluwarsa, kadaluarsa, kadaluwarsa, berakhir, kedaluarsa, tidak berlaku lagi, sudah
    tidak berlaku, masa berlaku, terlalu lama, habis masa
CHANGE: ubah, ganti, mengganti, mengubah, perbarui, atur ulang, diganti, diubah, gantilah, ubahlah,
    segera ganti, perbaharui
VALID: benar, sesuai, sah, cocok
INVALID: salah, keliru, tidak cocok, tidak sesuai, tidak benar, tidak sah, tidak tepat, berbeda
KNOWN: ditemukan, ada, dikenal, terdaftar
UNKNOWN: tak dikenal
SUPPORTED: didukung, mendukung
AVAILABLE: tersedia, merespons, merespon, menjawab, respon
UNAVAILABLE: pemeliharaan, dalam pemeliharaan, tidak merespons, tidak merespon, tidak menjawab,
    tidak ada respon, perbaikan, gangguan
LIMIT: batas, kuota, jumlah maksimum, maksimum, limit, batasan, batas harian, per jam, per hari,
    per menit, harian, jumlah, jatah
EXCEEDED: terlampaui, melebihi, habis, tercapai, melampaui, mencapai, lebih dari, kelebihan,
    melewati, terlewati
TOOMANY: terlalu banyak, terlalu sering, terlalu cepat, berulang, berulang kali, berkali kali,
    beberapa kali, terlampau banyak
COUNTED: koneksi, pesan, percobaan, upaya, surat, percobaan login
TEMPORARY: sementara, nanti, coba lagi, beberapa saat, coba lagi nanti, saat ini, sebentar, tunggu,
    sebentar lagi, lagi nanti, kembali
INTERNAL: kesalahan internal, kesalahan server, kesalahan sistem, kesalahan tak terduga, masalah
    teknis, gangguan teknis, kesalahan teknis
BUSY: sibuk, kelebihan beban
APPPASSWORD: kata sandi aplikasi, sandi aplikasi, password aplikasi, kata sandi khusus, sandi
    khusus, password khusus, kata sandi terpisah
SECONDFACTOR: dua langkah, dua faktor, verifikasi dua langkah, otentikasi dua faktor, autentikasi
    dua faktor, kode verifikasi, multifaktor
BROWSER: peramban
LISTED: daftar hitam, dalam daftar hitam
FULL: penuh
BUT: karena, tetapi, namun, akibat
CLIENT+PLACE: negara, luar negeri, negara anda, wilayah, lokasi, luar indonesia, negara lain,
    lokasi anda
BACKEND: basis data, server otentikasi
OWNED: milik, pemilik, dimiliki
ACTIVITY: aktivitas mencurigakan, aktivitas tidak biasa, login mencurigakan, mencurigakan
SPAM: pengiriman spam, surat massal, email massal
DURATION: menit, jam, detik, hari
CREATE: buat, buatlah, hasilkan
UNPAID: pembayaran, tagihan, tunggakan, bayar, dibayar, menunggak, iuran
ALLOWLIST: daftar putih, ip yang diizinkan, daftar izin
BLACKLIST: reputasi, daftar blokir
CERTIFICATE: sertifikat
GREYLIST: daftar abu abu
NEWPASSWORD: kata sandi baru
"""

LANGUAGES = {
    "swedish": SWEDISH,
    "danish": DANISH,
    "norwegian": NORWEGIAN,
    "finnish": FINNISH,
    "hungarian": HUNGARIAN,
    "romanian": ROMANIAN,
    "indonesian": INDONESIAN,
}

# As ``latin.ENDINGS``.
ENDINGS = {
    "swedish": "en et n t ar er or na arna erna orna s a e at ade ad",
    "danish": "en et n t er ne erne s e ede",
    "norwegian": "en et n t er ne ene s e",
    "finnish": (
        "n a ä t ssa ssä sta stä lla llä lta ltä lle ksi na nä si ni nne i ia iä ja jä en in"
        " asi esi isi osi usi ysi äsi ösi ani eni ini oni uni yni tä ta"
    ),
    "hungarian": (
        "a e t ot et öt at ban ben ból ből ba be ról ről ra re nak nek val vel hoz hez ja je i k"
        " ok ek ök ak át ét ája éje ának ének án én ott ett ött va ve ás és ási ési ával ével"
    ),
    "romanian": "ul ului a ă e i le lor ii ea ele uri at ată ate aţi",
    "indonesian": "nya",
}

# As ``latin.BARE``.
BARE = {
    "swedish": (
        " administratoren andra anvand applikationslosenord applosenord aterstall atkomst"
        " avsandaradress avsandardoman avsandare avstangd avstangt begransning behorig behover"
        " behovs brevlada dagsgrans darfor doman forbjuden forbjudet forsok forst galla"
        " godkand godkant grans inloggningsforsok katalogtjanst kraver kravs lasts losenord"
        " manga maste maxgrans natts natverk nodvandig obehorig okand okant osaker otillaten"
        " otillatet otillganglig overbelastad overbelastat overskriden overskrider overskridit"
        " paslagen postlada rattighet relaa saker sanda sandning savida sparr stammer stangd"
        " stoder stodjer stods tillaten tillatet tillatna tillats tillfallet tillfallig"
        " tillganglig tjanst tvafaktor tvastegs underhall upphort uppnadd uppnatts utgaende"
        " utganget vanligen vidaresandning webblasare"
    ),
    "danish": (
        " nodvendig ojeblikket palogning slaet udgaende udlobet understotter understottes"
        " understottet"
    ),
    "norwegian": (
        " avslatt nodvendig oyeblikket pakrevd palogging slatt stotter stottes stottet"
        " utgaende utlopt"
    ),
    "finnish": (
        " edelleenlahetys eivat enimmaismaara epaonnistui epaonnistunut eraantynyt evatty"
        " hylattiin hylatty hyvaksyta hyvaksytty jaadytetty jarjestelma kayta kaytettavissa"
        " kaytossa kaytosta kayttaja kaytto lahettaa lahettaja lahettaminen lahettamiseen"
        " lahetys lahteva loydetty loydy loytyi loytynyt myohemmin paasy paivita pitaa saannot"
        " sahkopostilaatikko sahkopostin sahkopostitili selvakielinen sisaankirjautuminen"
        " sisainen tasmaa taynna tayttyi tayttynyt taytyy tilapainen tilapaisesti vaara vaaria"
        " vaarin valiaikainen valiaikaisesti valittaminen valitys yllapitaja yllapito"
    ),
    "hungarian": (
        " adatbazis adminisztrator aktivalta aktivalva alkalmazasjelszo alkalmazasspecifikus"
        " atmeneti autentikacio azonositas bejelentkezesi belepes biztonsagos bongeszo cimet"
        " cimrol cimzett cserelje elerheto elerte elobb elofizetes eloszor elutasitott"
        " elutasitva engedely ervenyes ervenytelen feketelistara felfuggesztett felfuggesztve"
        " felhasznalo fiokja fiokot halozat hasznalja hasznaljon hatar hazirend hianyzik"
        " hitelesiteni hitelesites hitelesito hozzaferes igenyel jogosultsaga kerjuk kesobb"
        " ketfaktoros ketlepcsos kimerult kiserlet kiszolgalo korlatot kotelezo kuldeni kuldes"
        " kuldo kulfoldi kulfoldrol kvota leallt lejart letezik letezo levelkuldes"
        " leveltovabbitas lezart meghiusult megszunt megvaltoztatni modositsa modszer muvelet"
        " nelkul orszaga orszagbol postafiokja postalada probalja probalkozas sikerult"
        " szabalyzat szolgaltatas szukseges talalhato tamogatja tamogatott tarhely tiltolistan"
        " titkositas titkositatlan titkositott torolt torolve tovabbitas tullepese tullepte"
        " tullepve tulterhelt ugyfel uzenet valtoztassa valtoztatni visszautasitva zarolt"
        " zarolva"
    ),
    "romanian": (
        " aplicatie aplicatii casuta credentiale depasirea depasit esuat gasit gresit"
        " incercari incercati inchis intai invechita nereusit numar postala reincercati retea"
        " reusit rugam sters strainatate supraincarcat tarziu"
    ),
}
