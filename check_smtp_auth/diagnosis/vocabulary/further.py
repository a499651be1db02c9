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
    endast, behöver
FAILED: misslyckades, misslyckad, misslyckats, fel, misslyckande, problem
ACCOUNT: konto, kontot, användare, användaren, användarkonto, brevlåda, brevlådan, användarnamn,
    användarnamnet, kund, abonnemang, domän, domänen, postlåda, postlådan, epostkonto, mejlkonto
PASSWORD: lösenord, lösenordet
CREDENTIALS: användarnamn eller lösenord, användarnamnet eller lösenordet, inloggningsuppgifter,
    inloggningsuppgifterna, autentiseringsuppgifter, användare eller lösenord, användarnamn och
    lösenord
AUTH: inloggning, inloggningen, autentisering, autentiseringen, logga in, autentiserad, inloggad,
    verifiering, inloggningsförsök
SERVICE: tjänst, tjänsten, smtp åtkomst, åtkomst
SENDING: skicka, skicka mejl, skicka e post, utskick, sändning, utgående e post, skickas, sända
MECHANISM: mekanism, mekanismen, autentiseringsmetod, metod, autentiseringsmekanism, metoden,
    inloggningsmetod
COMMAND: kommando, kommandot
TLS: kryptering, krypterad anslutning, säker anslutning, krypterad
INSECURE: okrypterad, okrypterad anslutning, osäker anslutning, klartext
IPADDR: ip adress, ip adressen, din ip, din ip adress, ip adresser
CLIENT: nätverk, ditt nätverk, värd, klient, klienten
SENDER: avsändare, avsändaren, avsändaradress, avsändaradressen, avsändardomän
RECIPIENT: mottagare, mottagaren, mottagaradress, mottagaradressen
RELAY: vidarebefordran, reläa, vidaresändning
SERVER: servern, systemet, e postserver, mejlserver
POLICY: policyn, administratör, administratören, regler
ALLOWED: tillåten, tillåtet, tillåts, tillåtna, behörig, behörighet, rättighet, rättigheter
FORBIDDEN: förbjuden, förbjudet, otillåten, otillåtet, obehörig, får inte, tillåts inte, tillåts ej
DENIED: nekad, nekades, nekat, avvisad, avvisades, åtkomst nekad, avslagen, accepteras inte,
    accepterades inte, accepteras ej
ACCEPTED: accepteras, accepterades, godkänd, godkändes, godtas, godkänt
ENABLED: aktiverad, aktiverat, aktivt, aktiv, påslagen
DISABLED: inaktiverad, inaktiverat, avstängd, avstängt, avaktiverad, avaktiverat, inaktivt,
    inaktiv, uppsagd, uppsagt, stängd, borttagen, borttaget, avslutad, avslutat
LOCKED: spärrad, spärrat, blockerad, blockerat, spärrats, låsts, blockerats, suspenderad,
    suspenderat, spärr, blockeras, är låst, har låsts, blivit låst, är låsta
EXPIRED: gått ut, har gått ut, utgånget, för gammalt, upphört att gälla, löpt ut
CHANGE: ändra, byt, byta, bytas, återställ, uppdatera, ändras
VALID: giltig, giltigt, korrekt, rätt, stämmer, matchar
INVALID: ogiltig, ogiltigt, ogiltiga, felaktig, felaktigt, felaktiga, fel lösenord, fel
    användarnamn, stämmer inte, matchar inte, är fel
KNOWN: finns, hittades, känd, hittas
UNKNOWN: okänd, okänt, finns inte, finns ej, hittades inte, hittas inte, existerar inte
SUPPORTED: stöds, stödjer, stöder
AVAILABLE: tillgänglig, tillgängligt
UNAVAILABLE: otillgänglig, otillgängligt, nere, under underhåll, ur funktion
LIMIT: gräns, gränsen, kvot, kvoten, dagsgräns, maxantal, maximalt antal, begränsning, maxgräns,
    dagsgränsen, sändningsgräns
EXCEEDED: överskriden, överskridits, överskridit, nådd, uppnådd, uppnåtts, överskrider, nåtts, slut
TOOMANY: för många, för ofta, för snabbt
COUNTED: anslutningar, meddelanden, försök, inloggningsförsök, brev, mejl
TEMPORARY: tillfälligt, tillfällig, senare, försök igen, försök igen senare, för tillfället
INTERNAL: internt fel, serverfel, systemfel, tekniskt fel
BUSY: upptagen, överbelastad, överbelastat
APPPASSWORD: applösenord, appspecifikt lösenord, app lösenord, applikationslösenord,
    programspecifikt lösenord
SECONDFACTOR: tvåfaktorsautentisering, tvåstegsverifiering, två faktorer, tvåfaktor, tvåstegs
BROWSER: webbläsare, webbläsaren, webbmejl, webbmail
LISTED: svartlistad, svartlistat, svartlistats, på en svart lista
FULL: brevlådan är full, fullt
BUT: eftersom, därför att, men, på grund
CLIENT+PLACE: land, utlandet, ditt land
BACKEND: autentiseringsserver, databas, databasen, katalogtjänst
UNSUPPORTED: stöds inte, stöds ej, stöder inte
"""

DANISH = """\
NOT: ikke, ingen, uden, aldrig, mangler
IF: hvis
WILL: vil blive, bliver
OR: eller
YOUR: din, dit, dine
REQUIRED: kræves, kræver, skal, nødvendig/t, påkrævet, venligst, brug, først, kun
FAILED: mislykkedes, mislykket, fejlede, fejl, problem
ACCOUNT: konto, kontoen, kontoen er, bruger, brugeren, brugerkonto, postkasse, postkassen,
    brugernavn, brugernavnet, kunde, abonnement, domæne, domænet, postboks, mailkonto
PASSWORD: adgangskode, adgangskoden, kodeord, kodeordet
CREDENTIALS: brugernavn eller adgangskode, brugernavnet eller adgangskoden, brugernavn eller
    kodeord, loginoplysninger, legitimationsoplysninger, bruger eller adgangskode, brugernavn og
    adgangskode
AUTH: log ind, logge ind, godkendelse, godkendelsen, autentificering, autentifikation, autoriseret,
    loginforsøg, pålogning
SERVICE: tjeneste, tjenesten, smtp adgang, adgang
SENDING: sende, sende mail, sende e mail, afsendelse, udgående mail, sende mails
MECHANISM: mekanisme, mekanismen, godkendelsesmetode, metode, metoden, autentificeringsmetode
COMMAND: kommando, kommandoen
TLS: kryptering, krypteret forbindelse, sikker forbindelse, krypteret
INSECURE: ukrypteret, ukrypteret forbindelse, usikker forbindelse, klartekst
IPADDR: ip adresse, ip adressen, din ip, din ip adresse
CLIENT: netværk, dit netværk, klient, klienten
SENDER: afsender, afsenderen, afsenderadresse, afsenderadressen, afsenderdomæne
RECIPIENT: modtager, modtageren, modtageradresse, modtageradressen
RELAY: videresendelse, videresende
SERVER: serveren, systemet, mailserveren
POLICY: politik, administrator, administratoren, regler
ALLOWED: tilladt, tilladelse, tillades, rettigheder, berettiget
FORBIDDEN: forbudt, uautoriseret, må ikke, tillades ikke
DENIED: nægtet, afvist, adgang nægtet, accepteres ikke, blev ikke accepteret, godkendes ikke
ACCEPTED: accepteret, accepteres, godkendt
ENABLED: aktiveret, aktiv, slået til
DISABLED: deaktiveret, inaktiv, lukket, nedlagt, slået fra, opsagt, slettet, frakoblet
LOCKED: spærret, blokeret, suspenderet, er blevet spærret, blokeres, er låst, blevet låst, er
    blevet låst
EXPIRED: udløbet, er udløbet, for gammel, for gammelt
CHANGE: skift, skifte, ændre, ændres, nulstil, skiftes, opdater
VALID: gyldig, gyldigt, korrekt, rigtig, rigtigt, passer
INVALID: ugyldig, ugyldigt, ugyldige, forkert, forkerte, passer ikke, stemmer ikke
KNOWN: findes, fundet, kendt, eksisterer
UNKNOWN: ukendt, findes ikke, blev ikke fundet, eksisterer ikke
SUPPORTED: understøttes, understøttet, understøtter
AVAILABLE: tilgængelig, tilgængeligt
UNAVAILABLE: utilgængelig, utilgængeligt, nede, ude af drift
LIMIT: grænse, grænsen, kvote, kvoten, maksimalt antal, maksimum, begrænsning
EXCEEDED: overskredet, nået, opbrugt, overskrider
TOOMANY: for mange, for ofte, for hurtigt
COUNTED: forbindelser, beskeder, forsøg, loginforsøg, mails
TEMPORARY: midlertidigt, midlertidig, senere, prøv igen, prøv igen senere, i øjeblikket
INTERNAL: intern fejl, serverfejl, systemfejl, teknisk fejl
BUSY: optaget, overbelastet
APPPASSWORD: app adgangskode, appadgangskode, applikationsadgangskode, app kodeord, appspecifik
    adgangskode
SECONDFACTOR: totrinsbekræftelse, tofaktor, to faktor, totrinsgodkendelse, tofaktorgodkendelse
BROWSER: browseren, webmailen
LISTED: sortlistet, blacklistet, på en sortliste
FULL: postkassen er fuld, fuld
BUT: fordi, men, på grund
CLIENT+PLACE: land, udlandet, dit land
BACKEND: godkendelsesserver, databasen, database
UNSUPPORTED: understøttes ikke, understøtter ikke
"""

NORWEGIAN = """\
NOT: ikke, ingen, uten, aldri, mangler
IF: hvis
WILL: vil bli, blir
OR: eller
YOUR: din, ditt, dine
REQUIRED: kreves, krever, må, nødvendig, påkrevd, vennligst, bruk, først, kun, trenger
FAILED: mislyktes, mislykket, feilet, feil, problem
ACCOUNT: konto, kontoen, bruker, brukeren, brukerkonto, postboks, postboksen, brukernavn,
    brukernavnet, kunde, abonnement, domene, domenet, epostkonto
PASSWORD: passord, passordet
CREDENTIALS: brukernavn eller passord, brukernavnet eller passordet, påloggingsinformasjon,
    innloggingsinformasjon, bruker eller passord, brukernavn og passord, legitimasjon
AUTH: innlogging, innloggingen, pålogging, påloggingen, autentisering, autentiseringen, logge inn,
    logg inn, godkjenning, innloggingsforsøk
SERVICE: tjeneste, tjenesten, smtp tilgang, tilgang
SENDING: sende, sende e post, utsending, utgående e post, sende epost
MECHANISM: mekanisme, mekanismen, autentiseringsmetode, metode, metoden
COMMAND: kommando, kommandoen
TLS: kryptering, kryptert forbindelse, sikker forbindelse, kryptert, kryptert tilkobling, sikker
    tilkobling
INSECURE: ukryptert, ukryptert forbindelse, usikker forbindelse, ukryptert tilkobling, klartekst
IPADDR: ip adresse, ip adressen, din ip, din ip adresse
CLIENT: nettverk, nettverket, ditt nettverk, klient, klienten
SENDER: avsender, avsenderen, avsenderadresse, avsenderadressen, avsenderdomene
RECIPIENT: mottaker, mottakeren, mottakeradresse, mottakeradressen
RELAY: videresending, videresende
SERVER: serveren, tjeneren, systemet, epostserveren
POLICY: retningslinjer, administrator, administratoren, regler
ALLOWED: tillatt, tillatelse, tillates, rettigheter, lov
FORBIDDEN: forbudt, uautorisert, tillates ikke
DENIED: nektet, avvist, avslått, ingen tilgang, aksepteres ikke, ble ikke akseptert, godtas ikke
ACCEPTED: akseptert, godtatt, godkjent, aksepteres
ENABLED: aktivert, aktiv, slått på
DISABLED: deaktivert, inaktiv, stengt, slått av, avsluttet, sagt opp, slettet
LOCKED: sperret, blokkert, suspendert, er låst, blitt låst, er blitt låst
EXPIRED: utløpt, har utløpt, for gammelt, gått ut
CHANGE: endre, endres, bytt, bytte, byttes, tilbakestill, oppdater
VALID: gyldig, korrekt, riktig, stemmer
INVALID: ugyldig, ugyldige, galt, stemmer ikke, er feil
KNOWN: finnes, funnet, kjent, eksisterer
UNKNOWN: ukjent, finnes ikke, ble ikke funnet, eksisterer ikke
SUPPORTED: støttes, støttet, støtter
AVAILABLE: tilgjengelig
UNAVAILABLE: utilgjengelig, nede, ute av drift
LIMIT: grense, grensen, kvote, kvoten, maksimalt antall, maksimum, begrensning
EXCEEDED: overskredet, nådd, oppbrukt, overskrider
TOOMANY: for mange, for ofte, for raskt
COUNTED: tilkoblinger, forbindelser, meldinger, forsøk, innloggingsforsøk, eposter
TEMPORARY: midlertidig, senere, prøv igjen, prøv igjen senere, for øyeblikket
INTERNAL: intern feil, serverfeil, systemfeil, teknisk feil
BUSY: opptatt, overbelastet
APPPASSWORD: app passord, apppassord, appspesifikt passord, applikasjonspassord
SECONDFACTOR: totrinnsbekreftelse, tofaktor, to faktor, tofaktorautentisering, totrinns
BROWSER: nettleser, nettleseren, webmailen
LISTED: svartelistet, på en svarteliste
FULL: postboksen er full
BUT: fordi, men, på grunn
CLIENT+PLACE: land, utlandet, ditt land
BACKEND: autentiseringsserver, databasen, database
UNSUPPORTED: støttes ikke, støtter ikke
"""

FINNISH = """\
NOT: ei, eivät, ilman, puuttuu, et
IF: jos
WILL: tullaan
OR: tai
YOUR: sinun
REQUIRED: vaaditaan, vaatii, täytyy, tarvitaan, pakollinen, käytä, ensin, edellyttää, vain, pitää
FAILED: epäonnistui, epäonnistunut, virhe, ongelma
ACCOUNT: tili, tilin, tilisi, käyttäjä, käyttäjää, käyttäjän, käyttäjätili, käyttäjätunnus,
    käyttäjätunnusta, postilaatikko, sähköpostitili, tunnus, tunnuksesi, asiakas, verkkotunnus,
    käyttäjällä, tilillä, tiliä, sähköpostilaatikko
PASSWORD: salasana, salasanasi, salasanan
CREDENTIALS: käyttäjätunnus tai salasana, käyttäjänimi tai salasana, kirjautumistiedot, tunnus tai
    salasana, käyttäjätunnus ja salasana, tunnistetiedot
AUTH: kirjautuminen, kirjautua, tunnistautuminen, todennus, todentaminen, sisäänkirjautuminen,
    kirjaudu, tunnistus, autentikointi, kirjautumisyritys, kirjautumisen
SERVICE: palvelu, palvelun, smtp palvelu, pääsy
SENDING: lähettää, lähetys, lähettäminen, sähköpostin lähettäminen, lähettämiseen, lähtevä posti
MECHANISM: menetelmä, todennusmenetelmä, mekanismi, tunnistautumistapa, menetelmää, mekanismia,
    todennusmenetelmää, todennustapa
COMMAND: komento, komentoa
TLS: salaus, salattu yhteys, suojattu yhteys, salattua yhteyttä, suojattua yhteyttä, salausta
INSECURE: salaamaton, salaamaton yhteys, suojaamaton yhteys, selväkielinen
IPADDR: ip osoite, ip osoitteesi, ip osoitteestasi, ip osoitteesta
CLIENT: verkko, verkosta, verkostasi, palvelimesi
SENDER: lähettäjä, lähettäjän, lähettäjän osoite, lähettäjäosoite, lähettäjän osoitetta
RECIPIENT: vastaanottaja, vastaanottajan, vastaanottajaa, vastaanottajan osoite
RELAY: välitys, välittäminen, edelleenlähetys
SERVER: palvelin, palvelimen, järjestelmä
POLICY: ylläpitäjä, ylläpito, käytäntö, käytännöt, säännöt
ALLOWED: sallittu, sallita, sallitaan, oikeutta, oikeus, lupaa, lupa, saa, voi
FORBIDDEN: kielletty, luvaton, estetty käyttö
DENIED: hylätty, evätty, torjuttu, pääsy evätty, hylättiin
ACCEPTED: hyväksytä, hyväksytty, hyväksytään
ENABLED: käytössä, aktivoitu, aktiivinen
DISABLED: poistettu käytöstä, suljettu, deaktivoitu, poissa käytöstä, ei käytössä, poistettu,
    lakkautettu, irtisanottu
LOCKED: lukittu, estetty, jäädytetty, lukittiin, on lukittu, keskeytetty, lukossa
EXPIRED: vanhentunut, vanhentui, vanhentunut salasana, erääntynyt
CHANGE: vaihda, vaihdettava, vaihtaa, muuta, päivitä, nollaa, uusi salasana
VALID: oikea, oikein, kelvollinen, täsmää, kelpaa
INVALID: virheellinen, väärä, väärin, virheelliset, kelpaamaton, vääriä
KNOWN: löydy, löytynyt, löydetty, olemassa, ole olemassa, löytyi
UNKNOWN: tuntematon, tuntematonta
SUPPORTED: tueta, tuettu, tukee, tuetaan
AVAILABLE: saatavilla, käytettävissä
UNAVAILABLE: huollossa, huoltokatko, alhaalla
LIMIT: raja, rajan, kiintiö, kiintiön, enimmäismäärä, lähetysraja, enimmäismäärän
EXCEEDED: ylitetty, ylittynyt, täynnä, saavutettu, ylittyi, täyttynyt, ylittää, täyttyi
TOOMANY: liian monta, liian usein, liikaa, liian paljon, liian nopeasti
COUNTED: yhteyttä, yhteyksiä, viestiä, viestejä, yritystä, yrityksiä, kirjautumisyritystä,
    kirjautumisyrityksiä
TEMPORARY: tilapäisesti, tilapäinen, väliaikaisesti, myöhemmin, yritä uudelleen, väliaikainen,
    hetken kuluttua, yritä myöhemmin
INTERNAL: sisäinen virhe, palvelinvirhe, järjestelmävirhe
BUSY: ruuhkautunut, kuormitettu, ylikuormitettu
APPPASSWORD: sovellussalasana, sovelluskohtainen salasana, sovellussalasanaa, sovelluskohtaista
    salasanaa
SECONDFACTOR: kaksivaiheinen, kaksivaiheinen tunnistautuminen, kaksivaiheinen todennus
BROWSER: selaimella, selain, selaimen
LISTED: mustalla listalla, estolistalla
FULL: postilaatikko on täynnä
BUT: koska, mutta, takia, vuoksi
CLIENT+PLACE: ulkomailta, maasta, maastasi
BACKEND: tietokanta, tietokantaan, todennuspalvelin
"""

HUNGARIAN = """\
NOT: nem, nincs, nélkül, sem, hiányzik
IF: ha
OR: vagy
YOUR: az ön, ön
REQUIRED: szükséges, kell, kötelező, kérjük, használjon, használja, előbb, először, csak, igényel
FAILED: sikertelen, hiba, nem sikerült, hibás művelet, meghiúsult
ACCOUNT: fiók, fiókja, felhasználó, felhasználói fiók, postafiók, fiókot, felhasználónév, ügyfél,
    előfizetés, tárhely, felhasználót, postafiókja, postaláda, felhasználónak
PASSWORD: jelszó, jelszava, jelszót, jelszavát, jelszavának
CREDENTIALS: felhasználónév vagy jelszó, felhasználó vagy jelszó, hitelesítő adatok, belépési
    adatok, bejelentkezési adatok, felhasználónév és jelszó
AUTH: hitelesítés, bejelentkezés, azonosítás, belépés, autentikáció, hitelesíteni, bejelentkezni,
    hitelesítési, bejelentkezési
SERVICE: szolgáltatás, hozzáférés, smtp hozzáférés
SENDING: küldés, küldeni, levélküldés, e mail küldés, kimenő levél, levelet küldeni, kimenő
    levelek, levélküldési, küldési
MECHANISM: mechanizmus, módszer, hitelesítési mód, hitelesítési módszer, hitelesítési mechanizmus
COMMAND: parancs
TLS: titkosítás, titkosított kapcsolat, biztonságos kapcsolat
INSECURE: titkosítatlan, titkosítatlan kapcsolat, nem biztonságos kapcsolat
IPADDR: ip cím, ip címe, ip címről, ip címét
CLIENT: hálózat, hálózatról, kiszolgálója
SENDER: feladó, feladó címe, feladói cím, feladót, küldő címe, küldő
RECIPIENT: címzett, címzettet, címzett címe, címzettje, a címzett
RELAY: továbbítás, levéltovábbítás, továbbítása
SERVER: kiszolgáló, szerver, rendszer
POLICY: rendszergazda, házirend, szabályzat, adminisztrátor
ALLOWED: engedélyezett, engedélyezve, jogosult, jogosultsága, jogosultság, megengedett, engedély,
    joga
FORBIDDEN: tiltott, tilos, jogosulatlan
DENIED: megtagadva, elutasítva, visszautasítva, hozzáférés megtagadva, elutasított, elutasítottuk
ACCEPTED: elfogadható, elfogadva, elfogadott
ENABLED: bekapcsolva, aktív, aktiválva, aktiválta
DISABLED: letiltott, inaktív, kikapcsolva, megszűnt, lezárt, törölt, kikapcsolt, törölve,
    megszüntetve
LOCKED: zárolva, zárolt, letiltva, felfüggesztve, zároltuk, felfüggesztett, letiltottuk, blokkolva,
    blokkolt, kitiltva, tiltva
EXPIRED: lejárt, elavult
CHANGE: változtassa, változtatni, módosítsa, változtassa meg, cserélje, megváltoztatni
VALID: érvényes, helyes, megfelelő, egyezik, egyeznek
INVALID: érvénytelen, hibás, helytelen, rossz
KNOWN: található, létezik, ismert
UNKNOWN: ismeretlen, nem létező
SUPPORTED: támogatott, támogatja
AVAILABLE: elérhető
UNAVAILABLE: karbantartás, karbantartás alatt, leállt
LIMIT: korlát, kvóta, határ, limit, keret, kvótája, kerete, korlátot, levélküldési korlát, limitet
EXCEEDED: túllépve, túllépte, elérte, kimerült, meghaladta, túllépése, betelt, elfogyott
TOOMANY: túl sok, túl gyakori, túl gyakran
COUNTED: kapcsolat, üzenet, próbálkozás, kísérlet, levél, bejelentkezési kísérlet
TEMPORARY: ideiglenes, ideiglenesen, átmeneti, átmenetileg, később, próbálja később, próbálja újra,
    jelenleg, átmenetileg nem
INTERNAL: belső hiba, szerverhiba, rendszerhiba, kiszolgálóhiba
BUSY: foglalt, túlterhelt
APPPASSWORD: alkalmazásjelszó, alkalmazás jelszó, alkalmazásspecifikus jelszó, alkalmazásjelszót
SECONDFACTOR: kétlépcsős, kétfaktoros, kétlépcsős azonosítás
BROWSER: böngésző, böngészőben, webmailben
LISTED: feketelistán, tiltólistán, feketelistára
FULL: postafiók megtelt, megtelt
BUT: mert, de, miatt
CLIENT+PLACE: külföldről, külföldi, országból, országa
BACKEND: adatbázis, hitelesítő kiszolgáló
"""

ROMANIAN = """\
NOT: nu, fără, niciun, nicio
IF: dacă
WILL: va fi, vor fi
OR: sau
YOUR: dumneavoastră, tău, ta, dvs
REQUIRED: necesar/ă, obligatoriu, obligatorie, trebuie, necesită, vă rugăm, folosiţi, utilizaţi,
    mai întâi, doar, este nevoie, cere
FAILED: eşuat/ă, a eşuat, eroare, nereuşit/ă, problemă, nu a reuşit
ACCOUNT: cont, contul, utilizator, utilizatorul, căsuţa poştală, căsuţă poştală, nume de
    utilizator, numele de utilizator, abonament, domeniul, domeniu, cutia poştală, contului,
    utilizatorului
PASSWORD: parolă, parola, parolei, parole
CREDENTIALS: utilizator sau parolă, nume de utilizator sau parolă, utilizatorul sau parola, numele
    de utilizator sau parola, date de autentificare, datele de autentificare, credenţiale,
    utilizator şi parolă, datele de conectare, user sau parola, credenţialele
AUTH: autentificare, autentificarea, autentificat, autentificării, conectare, conectarea, logare
SERVICE: serviciu, serviciul, serviciului, accesul smtp
SENDING: trimite, trimiteţi, trimiterea, trimiterea de mesaje, trimitere, expediere, expedierea,
    trimiterea mesajelor, trimite mesaje
MECHANISM: mecanism, mecanismul, metodă, metoda, metoda de autentificare, metodă de autentificare,
    mecanismul de autentificare, tip de autentificare
COMMAND: comandă, comanda
TLS: criptare, criptarea, conexiune securizată, conexiune criptată, conexiune sigură
INSECURE: conexiune nesecurizată, conexiune necriptată, necriptat, text clar
IPADDR: adresa ip, adresă ip, ip ul, ip ul dumneavoastră, adresei ip
CLIENT: reţea, reţeaua, gazdă, reţeaua dumneavoastră
SENDER: expeditor, expeditorul, adresa expeditorului, expeditorului, domeniul expeditorului
RECIPIENT: destinatar, destinatarul, destinatarului, adresa destinatarului
RELAY: retransmitere, retransmiterea, relay interzis
SERVER: serverul, serverului, sistem, sistemul
POLICY: politica, politică, administrator, administratorul, administratorului
ALLOWED: permis/ă, autorizat/ă, permisiune, permisiunea, drept, dreptul, permite, voie, poate
FORBIDDEN: interzis/ă, neautorizat/ă, nepermis/ă
DENIED: refuzat/ă, respins/ă, acces refuzat, acces interzis
ACCEPTED: acceptat/ă
ENABLED: activat/ă, activ/ă
DISABLED: dezactivat/ă, inactiv/ă, închis/ă, şters/ă, oprit/ă, reziliat/ă, anulat/ă
LOCKED: blocat/ă, suspendat/ă, blocate, blocată, banat/ă
EXPIRED: expirat/ă, a expirat, învechită
CHANGE: schimbaţi, schimbată, schimbare, modificaţi, resetaţi, actualizaţi, schimba
VALID: valid/ă, corect/ă, corecte, corespunde, corespund
INVALID: invalid/ă, incorect/ă, greşit/ă, incorecte, greşite, eronat/ă, eronate, nevalid/ă
KNOWN: găsit/ă, există, cunoscut/ă
UNKNOWN: necunoscut/ă, inexistent/ă
SUPPORTED: suportat/ă, acceptă
UNSUPPORTED: nesuportat/ă
AVAILABLE: disponibil/ă
UNAVAILABLE: indisponibil/ă, în mentenanţă
LIMIT: limită, limita, cota, cotă, număr maxim, numărul maxim, limitei, limita zilnică
EXCEEDED: depăşit/ă, atins/ă, epuizat/ă, depăşirea, aţi depăşit
TOOMANY: prea multe, prea mulţi, prea des, prea frecvent
COUNTED: conexiuni, mesaje, încercări, autentificări, emailuri
TEMPORARY: temporar/ă, mai târziu, încercaţi din nou, încercaţi mai târziu, reîncercaţi, momentan
INTERNAL: eroare internă, eroare de server, eroare de sistem, eroare internă de server
BUSY: ocupat, supraîncărcat
APPPASSWORD: parolă de aplicaţie, parola de aplicaţie, parolă pentru aplicaţii, parolă specifică
SECONDFACTOR: doi factori, doi paşi, în doi paşi, verificare în doi paşi
BROWSER: browserul, navigator
LISTED: listă neagră, lista neagră, pe lista neagră
FULL: plin/ă, căsuţa este plină
BUT: deoarece, pentru că, dar, din cauza
CLIENT+PLACE: ţară, ţara, străinătate, din străinătate
BACKEND: baza de date, bază de date, serverul de autentificare
"""

INDONESIAN = """\
NOT: tidak, bukan, belum, tanpa, jangan
IF: jika, apabila
WILL: akan
OR: atau
YOUR: anda, kamu
REQUIRED: diperlukan, harus, wajib, silakan, memerlukan, membutuhkan, gunakan, terlebih dahulu,
    mohon, hanya, perlu, dibutuhkan
FAILED: gagal, kesalahan, kegagalan, masalah
ACCOUNT: akun, pengguna, kotak surat, nama pengguna, pelanggan, langganan, paket
PASSWORD: kata sandi, sandi, kata kunci
CREDENTIALS: nama pengguna atau kata sandi, pengguna atau kata sandi, kredensial, username atau
    password, nama pengguna dan kata sandi, email atau kata sandi, data login
AUTH: otentikasi, autentikasi, masuk, otorisasi, percobaan masuk, login anda
SERVICE: layanan, akses smtp, akses, layanan smtp
SENDING: mengirim, pengiriman, mengirim email, pengiriman email, kirim
MECHANISM: mekanisme, metode, metode otentikasi, metode autentikasi, mekanisme otentikasi, jenis
    otentikasi
COMMAND: perintah
TLS: enkripsi, koneksi aman, koneksi terenkripsi, terenkripsi
INSECURE: koneksi tidak aman, tidak terenkripsi, koneksi tidak terenkripsi
IPADDR: alamat ip, ip anda, alamat ip anda
CLIENT: jaringan, jaringan anda, server anda
SENDER: pengirim, alamat pengirim, domain pengirim
RECIPIENT: penerima, alamat penerima, alamat tujuan, tujuan
RELAY: penerusan
SERVER: peladen, sistem
POLICY: kebijakan, administrator, aturan
ALLOWED: diizinkan, diperbolehkan, izin, hak, boleh, diijinkan, dapat
FORBIDDEN: dilarang, terlarang
DENIED: ditolak, akses ditolak, menolak
ACCEPTED: diterima
ENABLED: aktif, diaktifkan
DISABLED: dinonaktifkan, nonaktif, ditutup, dihapus, tidak aktif, dimatikan
LOCKED: diblokir, terkunci, dikunci, ditangguhkan, dibekukan, terblokir, pemblokiran
EXPIRED: kedaluwarsa, kadaluarsa, kadaluwarsa, berakhir, kedaluarsa
CHANGE: ubah, ganti, mengganti, mengubah, perbarui, atur ulang, diganti, diubah
VALID: benar, sesuai, sah, cocok
INVALID: salah, keliru
KNOWN: ditemukan, ada, dikenal, terdaftar
UNKNOWN: tak dikenal
SUPPORTED: didukung, mendukung
AVAILABLE: tersedia
UNAVAILABLE: pemeliharaan, dalam pemeliharaan
LIMIT: batas, kuota, jumlah maksimum, maksimum, limit, batasan, batas harian
EXCEEDED: terlampaui, melebihi, habis, tercapai, melampaui, mencapai
TOOMANY: terlalu banyak, terlalu sering, terlalu cepat
COUNTED: koneksi, pesan, percobaan, upaya, surat, percobaan login
TEMPORARY: sementara, nanti, coba lagi, beberapa saat, coba lagi nanti, saat ini
INTERNAL: kesalahan internal, kesalahan server, kesalahan sistem
BUSY: sibuk, kelebihan beban
APPPASSWORD: kata sandi aplikasi, sandi aplikasi, password aplikasi
SECONDFACTOR: dua langkah, dua faktor, verifikasi dua langkah
BROWSER: peramban
LISTED: daftar hitam, dalam daftar hitam
FULL: penuh
BUT: karena, tetapi, namun, akibat
CLIENT+PLACE: negara, luar negeri, negara anda
BACKEND: basis data, server otentikasi
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
