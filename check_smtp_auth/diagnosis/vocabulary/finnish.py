"""The words of servers in Finnish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
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

ENDINGS = (
    "n a ä t ssa ssä sta stä lla llä lta ltä lle ksi na nä si ni nne i ia iä ja jä en in asi"
    " esi isi osi usi ysi äsi ösi ani eni ini oni uni yni tä ta"
)
