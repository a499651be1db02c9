"""The words of servers in Czech, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: není, nejsou, nebylo, bez, nelze, žádný, žádné, nemáte, nemá, nikdy, žádná, žádného, nejde,
    nemůže být, neumožňuje, nemáme, nebyl, nebyla, nebyly, nebude, nemohl, neni, nejste
IF: pokud, jestliže
WILL: bude, budou
OR: nebo
YOUR: vaše, váš, vaší, vašeho, vašemu
REQUIRED: vyžadován/o/a, vyžaduje, požadován/o, nutn/é/á/o, musíte, musí, prosím, je třeba,
    nejprve, povinn/é, potřeba, použijte, vyžadují, pouze, jen, jedině, nezbytné, musí být, třeba,
    zadejte, povinná, je nutné, potřebujete
FAILED: selhal/o/a, chyba, neúspěšn/é/á/ý, selhání, nepodařilo se, nezdařilo se, problém,
    nezdařilo, nepovedlo se, neúspěch, neúspěšně, selhává, nebylo možné, neproběhlo
ACCOUNT: účet, účtu, uživatel, uživatele, schránka, schránky, zákazník, doména, uživatelské jméno,
    uživatelský účet, e mailová schránka, služby, licence, zkušební doba, smlouva, předplatné,
    účtem, účty, schránku, schránce, uživatelem, uživateli, e mail, e mailový účet, mailbox,
    poštovní schránka, profil, hosting, přihlašovací jméno, webhosting, jméno, uživatelského jména,
    emailová schránka, login
PASSWORD: heslo, hesla, heslem, heslu, hesel
CREDENTIALS: přihlašovací údaje, jméno nebo heslo, uživatelské jméno nebo heslo, uživatel nebo
    heslo, uživatelské jméno či heslo, jméno či heslo, údaje, uživatelské jméno a heslo, jméno a
    heslo, přihlašovací jméno nebo heslo, login nebo heslo, login a heslo, uživatel a heslo, e mail
    nebo heslo, přihlašovacích údajů, jména nebo hesla, jméno heslo, heslo nebo jméno
AUTH: ověření, autentizace, autentifikace, ověřování, autentizaci, přihlásit, přihlaste,
    autorizace, autorizaci, přihlašování, přihlásili, přihlášen, přihlásit se, ověřit, přihlaste
    se, autentikace, ověřen, pokus o přihlášení, přihlašujete
SERVICE: služba, přístup, smtp přístup, službu, smtp, poštovní programy, poštovních programů,
    externí programy, externí klienti, poštovní klienti, funkce, vzdálený přístup, protokol, smtp
    služba, externím programům
SENDING: odesílání, odesílat, odeslání, posílat, odeslat, odchozí pošta, rozesílání, odesílání
    pošty, odesílání zpráv, odesílání e mailů, odeslat zprávu, odchozí, odchozích, posílání,
    zasílání, rozesílat
MECHANISM: mechanismus, metoda, způsob ověření, ověřovací mechanismus, metoda ověření, autentizační
    mechanismus, mechanizmus, mechanizmu, metodu, metody, způsob přihlášení, typ ověření, způsob
    ověřování, druh ověření, způsob
COMMAND: příkaz
TLS: šifrování, zabezpečené připojení, šifrované spojení, zabezpečené spojení, šifrované připojení,
    šifrovat, šifrované, šifrovaného, šifrovaným spojením, zabezpečeného spojení, zabezpečené,
    bezpečné spojení, bezpečné připojení, zabezpečený kanál
INSECURE: nešifrované, nezabezpečené, nešifrované spojení, nezabezpečené připojení, nešifrovaného,
    nešifrovaným, nezabezpečené spojení, nezabezpečeného, bez šifrování, nešifrované připojení,
    nezašifrované
IPADDR: ip adresa, ip adresy, vaše ip, vaše ip adresa, ip adrese, ip, ip adresou, ip adresu, adresy
    ip, tato adresa, zdrojová adresa, vaší ip
CLIENT: síť, sítě, země, klient, počítač, hostitel, zařízení, poskytovatel, síti, mimo síť
SENDER: odesílatel, odesílatele, adresa odesílatele, odesilatel, odesilatele, adresu odesílatele,
    jménem, jiný uživatel, jiného uživatele, cizí adresa, cizí adresou, odesílací adresa, jako
    odesílatel, odesílací adresu, z této adresy, domény odesílatele, odesílatelem, adresa
    odesilatele
RECIPIENT: příjemce, adresa příjemce, adresát, adresáta, příjemcem, cílová adresa, cílová schránka,
    schránka příjemce, adresátem, příjemci, cílové adresy
RELAY: předávání, přeposílání, přeposlání, relay, přeposílat, předávat, předání, přeposlat
SERVER: server, systém, poštovní server, serveru, systému, serverem, servery
POLICY: politika, správce, administrátor, pravidla, organizace, pravidlo, zásady, zásad, správcem,
    správce domény, bezpečnostních důvodů, bezpečnostní politika, firmy, organizací,
    administrátorem
ALLOWED: povolen/o/a/ý, oprávnění, oprávněn, dovoleno, práva, povolena, právo, dovolen/o/a, smíte,
    smí, umožněno, oprávněni, svolení, umožňuje
ACCEPTED: přijat/o/a, akceptován
FORBIDDEN: zakázán/o/a, zakázaný, nepovolen/o/ý/á, nedovolen/o, omezen/o, nesmí, nemůže, nemá
    oprávnění, nesmíte, nemáte oprávnění, zakazuje, zákaz, omezení, bez oprávnění, nedovolený,
    neoprávněn/ý/á, zakázané, nemáte právo, omezena
DENIED: odmítnut/o/a/ý, odepřen/o, přístup odepřen, zamítnut/o/a, odmítáme, odmítl, odmítnutí,
    zamítnutí, nepřijat/o/a, nepřijímáme, odmítá
ENABLED: zapnut/o/a/ý, aktivován/o/a, aktivní, povolit, zapnout, aktivovat, aktivace, zapnuté
DISABLED: vypnut/o/a/ý, deaktivován/o/a, neaktivní, zrušen/o/a/ý, nezaplacen/o, nezaplacen/a,
    ukončen/o/a, vypnuté, vypnutá, není aktivní, neaktivováno, neobsahuje, není součástí, bez
    licence, smazán/o/a, odpojen/o/a, vypršel tarif, čeká, čeká na aktivaci, odstraněn/o/a,
    zaniklo, nezřízena, dosud neaktivní, výpověď, skončil/a/o, vypovězen/a
LOCKED: zablokován/o/a, zablokovaný, blokován/o/a, pozastaven/o/a, uzamčen/o/a, uzamčený, zamčen,
    blokovaný, blokace, zablokovali jsme, karanténě, karanténa, zmrazen/o/a, napaden/o/a,
    kompromitován/o/a, zabanován/o, pozastavili, suspendován/o/a, zneužit/o/a, zablokovaná,
    hacknut/o, zastaven/o/a
SPAM: podezření na spam, spamu, rozesílání spamu, spamem, nevyžádané pošty, hromadné rozesílání,
    nevyžádaná pošta
ACTIVITY: podezřelá aktivita, neobvyklá aktivita, podezřelé přihlášení, podezřelé aktivity,
    podezřelé chování, neobvyklé přihlášení, podezřelé aktivitě, zneužití, neobvyklé aktivitě,
    podezřelou aktivitu, neobvyklé chování
EXPIRED: vypršel/o/a, vypršela platnost, prošlé, expirovalo, platnost vypršela, expiroval, skončila
    platnost, končí platnost, platnost skončila, již není platné, už není platné, pozbylo
    platnosti, propadlo, prošla platnost, příliš staré, zastaralé, vypršením, platnost
CHANGE: změnit, změňte, změna, obnovit, nastavte nové, zvolte nové, obnovte, změňte si, nastavte si
    nové, nastavit nové, zvolte si nové, vytvořte nové, resetujte, zadejte nové, změnit si,
    aktualizujte, změněno, vyměňte
VALID: platn/é/ý/á, správn/é/ý/á, odpovídá, shoduje, souhlasí, sedí, odpovídají, shodují, shodné,
    odpovídající, totožné, shoduje se
INVALID: neplatn/é/ý/á/ou, nesprávn/é/ý/á, chybn/é/ý/á, špatn/é/ý/á, nesouhlasí, nesedí, neshoduje
    se, neshodují, mylné, jiná než, nesprávně, špatně, chybně, rozdílné, neodpovídají
UNKNOWN: neznám/ý/á/é, neexistuje, neexistující, nenalezen, neexistují, neznámého, taková schránka
    není, takový uživatel není, neregistrovaný, žádný uživatel
SUPPORTED: podporován/o/a, podporuje, nabízí, nabízen
UNSUPPORTED: nepodporovan/ý/á/é, nepodporován, nepodporuje, nepodporujeme, nekompatibilní, neumí,
    nezná, nepodporováno
AVAILABLE: dostupn/ý/á/é, odpovídá server, v provozu, dosažitelný, přístupný, funkční
UNAVAILABLE: nedostupn/ý/á/é, mimo provoz, údržba, údržby, výpadek, výpadku, nereaguje, bez
    odpovědi, nedosažitelný, odstávka, odstávky, nefunguje, nefunkční
LIMIT: limit, limitu, maximální počet, kvóta, počet, kvóty, kapacita, za hodinu, za den, za minutu,
    denně, množství, denní limit, limity, objem, maximum, maximální, kredit, počtu, dnes, frekvence
EXCEEDED: překročen/o/a, překročil, dosažen/o, vyčerpán/o, překročení, vyčerpána, překračuje,
    překročili, vyčerpali, dosáhli, nad limit, vyčerpaný, spotřebován, přesáhl, přesažen,
    přesahuje, přes limit
TOOMANY: příliš mnoho, příliš často, příliš rychle, moc mnoho, opakované, opakovaných, opakovaně,
    opakovaným, několika neúspěšných, mnoho, mnoha, moc, nadměrný, nadměrné, velký počet, příliš
    časté, příliš velké, příliš velký, vícenásobné
COUNTED: spojení, připojení, zpráv, pokusů, příjemců, e mailů, požadavků, pokusy, zprávy, pokusech,
    mailů, krát, příchozích spojení
TEMPORARY: dočasn/ě/á/é/ý, přechodn/ě, později, zkuste to znovu, zkuste později, momentálně, za
    chvíli, počkejte, vyčkejte, prosím čekejte, chvíli, nyní, právě, opakujte, zopakujte, zkuste,
    znovu, za několik minut, v tuto chvíli, za okamžik
INTERNAL: interní chyba, vnitřní chyba, chyba serveru, technická chyba, chyba systému, systémová
    chyba, neočekávaná chyba, technické potíže, technický problém, technická závada, porucha,
    interní problém, nelze ověřit, chyba konfigurace, závada
BUSY: zaneprázdněn, přetížen, přetížení, přetížena, vytížen, zahlcen, přetížený, velké zatížení,
    vytížený
APPPASSWORD: heslo aplikace, heslo pro aplikaci, heslo pro aplikace, aplikační heslo, heslo pro
    poštovní program, heslo pro poštovního klienta, heslo pro externí, samostatné heslo, zvláštní
    heslo, speciální heslo, oddělené heslo, heslo k aplikaci, heslo do aplikace, heslo programu,
    heslo pro program, heslo pro klienta, vlastní heslo pro, heslo pro zařízení, heslem aplikace,
    autorizační kód
SECONDFACTOR: dvoufázové, dvoufaktorové, dvoufázového ověření, druhý faktor, dvoufázové ověření,
    dvoufázovém, dvoufaktorového, dvoufaktorová, druhého faktoru, vícefaktorové, ověřovací kód,
    dvoukrokové, dvoustupňové
BROWSER: prohlížeči, prohlížeč, prohlížeče, webové rozhraní, přes web, na webu, přes webmail, přes
    prohlížeč, webového rozhraní
LISTED: na černé listině, na blacklistu, blacklistu, na seznamu blokovaných, černé listině, na
    blacklistech, blacklistován/a, na blacklist, černý seznam, na černém seznamu
FULL: plná, přeplněna, úložiště, místo na disku, kapacita schránky, velikost schránky
BUT: protože, ale, kvůli, z důvodu
AUTH+COUNTED: přihlášení
CLIENT+PLACE: zahraničí, ze zahraničí, země, vaší země, poloha, lokalita, zemí, země původu,
    oblast, cizina, ciziny, státy, mimo čr, mimo českou, jiné země, lokality, regionu, cizí země
BACKEND: ověřovací server, autentizační server, databáze, databází, databáze uživatelů, databázi,
    databázi uživatelů, adresářová služba, adresář, ldap server, ověřovací služba, ověřovacího
    serveru, přihlašovací server
ALREADY: již, už
CANCELLED: zrušeno, přerušeno
SEQUENCE: pořadí, sled
SWITCHON: aktivujte, zapněte, povolte
PTR: reverzní dns, reverzní záznam, ptr záznam, reverzního, ptr záznamu, reverz
DISABLED+UNVERIFIED: nepotvrzen/o/a
OWNED: patří, nepatří, vlastník, vlastníkem, náleží, přiřazena
REVOKED: odvolán/o, zneplatněn/o/a, odebrán/o
KNOWN: existuje, existují, nalezen/a/o, známa, registrován/a, není zde, zřízena
DURATION: minut, hodin, sekund, minuty, hodiny, minutu, hodinu, dní, dny, týden
TIMEOUT: vypršel čas, vypršel časový limit, časový limit, nelze se připojit, chyba spojení,
    nepodařilo se připojit
GREYLIST: šedá listina, šedé listině
BLACKLIST: černá listina, reputace, špatná reputace, nízká reputace, dynamická ip
ALLOWLIST: seznam povolených, seznamu povolených, bílé listině, whitelistu, povolených adres,
    důvěryhodných, důvěryhodné
BASICAUTH: základní ověřování, základní ověření, základní autentizace, přihlášení heslem, ověřování
    heslem
CREATE: vytvořte, vygenerujte, vytvořit, vygenerovat
UNPAID: platba, platby, faktura, faktury, faktuře, nezaplacené, nezaplacení, neuhrazené,
    neuhrazen/a/o, dluh, dlužná, úhrada, uhraďte, neplacení, zaplaťte, pohledávka, dlužné
CERTIFICATE: certifikát, certifikátu, klientský certifikát
RCPTLIMIT+LIMIT+COUNTED: počet příjemců, příjemců ve zprávě, limit příjemců
RECEIVE: příjem, přijímat, přijímání
TERMS: podmínky, podmínek, smluvní podmínky
SECURITY: verze tls, verzi tls, verze protokolu
SYNTAX: formát, syntaxe, syntaktická
DOMAIN: domény, doménu
NEWPASSWORD: nové heslo
INVALID+UNAVAILABLE: neodpovídá
CLIENT+LAN: vnitřní síť, vnitřní sítě, firemní sítě, lokální síť, lokální sítě, interní sítě,
    interní síť, podnikové sítě, univerzitní sítě, školní sítě
WRONGSECRET: neplatné heslo aplikace, chybné heslo aplikace, špatné heslo aplikace, heslo aplikace
    je neplatné, nesprávné heslo aplikace
ACCOUNT+PLAN: tarif, tarifu, balíček
SESSION: relace
CHECK: zkontrolujte, ověřte, zkontrolovat
"""

ENDINGS = (
    "a e y i o u ě í é á ý ou em ům ech ách ami emi mi ho ího ímu ého ému ých ým ém ích ovi la"
    " lo ly li"
)
