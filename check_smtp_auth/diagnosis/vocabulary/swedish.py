"""The words of servers in Swedish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: inte, ej, ingen, inget, utan, aldrig, saknar, saknas
IF: om, såvida
WILL: kommer att, kan komma att
OR: eller
YOUR: din, ditt, dina
REQUIRED: krävs, kräver, måste, nödvändig, behövs, obligatorisk, vänligen, använd, först, endast,
    behöver, enbart, behöv, krävd, vänligen använd, måste vara, tvungen, obligatoriska
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
STOPPED: stoppat, stoppad
"""

ENDINGS = "en et n t ar er or na arna erna orna s a e at ade ad"
