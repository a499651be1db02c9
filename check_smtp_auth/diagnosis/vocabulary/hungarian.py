"""The words of servers in Hungarian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
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

ENDINGS = (
    "a e t ot et öt at ban ben ból ből ba be ról ről ra re nak nek val vel hoz hez ja je i k ok"
    " ek ök ak át ét ája éje ának ének án én ott ett ött va ve ás és ási ési ával ével"
)
