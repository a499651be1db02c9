"""The words of servers in Danish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: ikke, ingen, uden, aldrig, mangler
IF: hvis
WILL: vil blive, bliver
OR: eller
YOUR: din, dit, dine
REQUIRED: kræves, kræver, skal, nødvendig, påkrævet, venligst, brug, først, kun, behøver, skal
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

ENDINGS = "en et n t er ne erne s e ede"
