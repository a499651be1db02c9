"""The words of servers in Romanian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: nu, fără, niciun, nicio
IF: dacă
WILL: va fi, vor fi
OR: sau
YOUR: dumneavoastră, tău, ta, dvs
REQUIRED: necesar, obligatoriu, obligatorie, trebuie, necesită, vă rugăm, folosiţi, utilizaţi, mai
    întâi, doar, este nevoie, cere, numai, exclusiv, este necesar, este necesară, sunt necesare,
    obligatorii
FAILED: eşuat, a eşuat, eroare, nereuşit, problemă, nu a reuşit, erori, eşec, imposibil
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
ALLOWED: permis, autorizat, permisiune, permisiunea, drept, dreptul, permite, voie, poate
FORBIDDEN: interzis, neautorizat, nepermis, nu aveţi dreptul, nu aveţi voie, nu aveţi permisiunea,
    restricţionat, limitat, nu puteţi
DENIED: refuzat, respins, acces refuzat, acces interzis, respingem, refuzăm, respingere
ACCEPTED: acceptat
ENABLED: activat, activ, pornit, contractat, inclus, inclusă
DISABLED: dezactivat, inactiv, închis, şters, reziliat, anulat, nu este activat, nu este activ,
    expirat abonament, neactivat, încetat, desfiinţat, ştearsă, nu include, în aşteptare, neinclus
LOCKED: blocat, suspendat, blocate, blocată, banat, carantină, spart, compromis, îngheţat, interzis
    temporar, suspendarea, blocare, blocarea, restricţionat temporar, abuz
EXPIRED: expirat, a expirat, învechită, nu mai este valabilă, nu mai este valid, valabilitate, prea
    veche, a ieşit din termen
CHANGE: schimbaţi, schimbată, schimbare, modificaţi, resetaţi, actualizaţi, schimba, schimbaţi o,
    alegeţi o nouă, setaţi o nouă, reînnoiţi, modificată, actualizată
VALID: valid, corect, corecte, corespunde, corespund
INVALID: invalid, incorect, greşit, incorecte, greşite, eronat, eronate, nevalid, nu corespunde, nu
    corespund, nu se potriveşte, nu se potrivesc, diferă, diferit
KNOWN: găsit, există, cunoscut
UNKNOWN: necunoscut, inexistent
SUPPORTED: suportat, acceptă
UNSUPPORTED: nesuportat
AVAILABLE: disponibil, răspunde, răspuns
UNAVAILABLE: indisponibil, în mentenanţă, nu răspunde, fără răspuns, mentenanţă, în întreţinere, nu
    funcţionează
LIMIT: limită, limita, cota, cotă, număr maxim, numărul maxim, limitei, limita zilnică, pe oră, pe
    zi, pe minut, zilnic, zilnică, număr de, limite, cantitate
EXCEEDED: depăşit, atins, epuizat, depăşirea, aţi depăşit, a depăşit, consumat, aţi atins, peste
    limită, aţi epuizat
TOOMANY: prea multe, prea mulţi, prea des, prea frecvent, repetate, mai multe încercări, numeroase,
    excesive, prea rapid, multe încercări
COUNTED: conexiuni, mesaje, încercări, autentificări, emailuri
TEMPORARY: temporar, mai târziu, încercaţi din nou, încercaţi mai târziu, reîncercaţi, momentan,
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
FULL: plin, plină
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
    restanţe, neachitat, neplătit
ALLOWLIST: listă albă, lista albă, adrese permise, ip uri permise
BLACKLIST: reputaţie, listă de blocare, lista de blocare
CERTIFICATE: certificat, certificatul
GREYLIST: listă gri, lista gri
PTR: dns invers, înregistrare ptr
NEWPASSWORD: parolă nouă
CLIENT+LAN: reţeaua internă, reţeaua locală, reţeaua companiei, reţea internă
STOPPED: oprit, întrerupt
"""

ENDINGS = "ul ului a ă e i le lor ii ea ele uri at ată ate aţi"
