"""The words of servers in Norwegian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
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

ENDINGS = "en et n t er ne ene s e"
