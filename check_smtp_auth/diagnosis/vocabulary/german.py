"""The words of servers in German, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: nicht, kein, keine, keinen, keiner, ohne, nie, fehlende, fehlendes, fehlender, keinerlei,
    weder, nimmer, keines, keinem
IF: falls, wenn, sofern, ob
WILL: wird, werden, droht, um zu vermeiden
OR: oder
YOUR: ihr, ihre, ihrem, ihren, dein, deine, sie
REQUIRED: erforderlich, benötigt, notwendig, verlangt, muss, müssen, bitte, nötig, erfordert,
    zwingend, verpflichtend, vorausgesetzt, nur, verwenden, nutzen, erst, zuerst, vorgeschrieben,
    zunächst, nötigt, lediglich, ausschliesslich, brauchen, braucht, vorher, zwingend erforderlich,
    pflicht, obligatorisch, benötigen
FAILED: fehlgeschlagen, fehler, gescheitert, misslungen, erfolglos, fehlschlag, problem, gestört,
    schlug fehl, nicht erfolgreich, störung, missglückt, fehlgeschlagene, nicht geklappt,
    fehlerhafte anmeldung, nicht möglich, fehlversuch, klappte nicht
ACCOUNT: konto, benutzer, benutzerkonto, postfach, mailbox, nutzer, kunde, benutzername, kennung,
    benutzernamen, e mail konto, mailkonto, domäne, domain, vertrag, zugang, kontos, nutzername,
    benutzers, emailkonto, account, lizenz, testzeitraum, testphase, probezeit, zugangskonto,
    benutzerkennung, mail adresse, mailadresse, e mail adresse, emailadresse, mailpostfach,
    maildomain, hosting, webhosting, kundenkonto, login, abo, abonnement, anwender, teilnehmer,
    rufnummer, mitglied
PASSWORD: passwort, kennwort, passworts, kennworts, passwörter, pin, losung, mailpasswort, mail
    passwort, postfachpasswort, mailkennwort, smtp passwort, smtp kennwort, passworteingabe
CREDENTIALS: zugangsdaten, anmeldedaten, benutzername oder passwort, benutzername oder kennwort,
    benutzername passwort, benutzer oder passwort, benutzername und passwort, login daten,
    logindaten, anmeldeinformationen, passwort oder benutzername, benutzerdaten, e mail adresse
    oder passwort, benutzerkennung oder passwort, benutzer passwort, anmeldename oder passwort,
    benutzername bzw passwort, nutzername oder passwort, anmeldename und passwort, login oder
    passwort, login und passwort, benutzername kennwort, benutzer und passwort, benutzerkennung und
    passwort, e mail adresse und passwort, passwort oder benutzer, kombination aus, eingegebenen
    daten, zugangsinformationen, nutzerdaten, benutzer und kennwort
AUTH: authentifizierung, anmeldung, authentisierung, anmelden, angemeldet, authentifizieren,
    authentifiziert, einloggen, authentisieren, anmeldeversuch, smtp authentifizierung, eingeloggt,
    authentifikation, logins, angemeldeten, sich an, zugang verweigert, einwahl, anmeldevorgang,
    authentifizierungsversuch
SERVICE: dienst, smtp zugang, smtp dienst, smtp versand, smtp zugriff, postausgang, zugriff, smtp
    auth, smtp, externe programme, externe mailprogramme, mailprogramme, mailprogrammen, e mail
    programme, drittanbieter, externer zugriff, funktion, protokoll, mailzugang, smtp anmeldung,
    mail clients, versand über smtp, mailclients
SENDING: versand, versenden, senden, mailversand, versendung, e mail versand, e mails versenden,
    mails zu versenden, mails versenden, emailversand, verschicken, nachrichtenversand, abschicken,
    zu senden, versendet, verschickt, mail versand, ausgehende mails, ausgehende, ausgehenden,
    ausgehender, absenden, sende
MECHANISM: mechanismus, verfahren, methode, authentifizierungsmethode,
    authentifizierungsmechanismus, authentifizierungsverfahren, anmeldeverfahren,
    authentifizierungstyp, anmeldemethode, anmeldeart, authentifizierungsart, anmeldungsverfahren,
    art der anmeldung, anmeldemechanismus, authentisierungsverfahren, auth verfahren, login
    verfahren
COMMAND: befehl, kommando, befehls, befehle
TLS: verschlüsselung, sichere verbindung, verschlüsselte verbindung, verschlüsselt, gesicherte
    verbindung, verschlüsselten verbindung, verschlüsselte, tls verschlüsselung, ssl
    verschlüsselung, verschlüsseln, verschlüsselter, ssl verbindung, tls verbindung, sicherer
    verbindung, sicheren verbindung, gesicherten verbindung, transportverschlüsselung, abgesicherte
    verbindung, geschützte verbindung
INSECURE: unverschlüsselt, unverschlüsselte, unverschlüsselte verbindung, unsichere verbindung,
    unverschlüsselten, klartext, im klartext, unsicher, unverschlüsselter, nicht verschlüsselt,
    ohne verschlüsselung, ungesichert, ungesicherte verbindung, ungesicherten, unsichere,
    unsicheren, nicht gesichert, offene verbindung
IPADDR: ip adresse, ihre ip, ihre ip adresse, absender ip, ip adressen, ihre adresse, dieser ip,
    diese ip, ihrer ip adresse, ip, ihr ip, quell ip, client ip, absende ip, ip bereich, ihrer ip,
    deine ip
CLIENT: netz, netzwerk, rechner, ihr server, ihr netz, hostname, absender server, firmennetzes,
    heimnetz, gerät, computer, provider, internetanbieter, host, gegenstelle, anschluss, netze,
    netzbereich, herkunft
SENDER: absender, absenderadresse, absenderdomain, absenders, absenderadressen, absenderdomäne,
    versandadresse, sendeadresse, adresse des absenders, absende adresse, absender adresse,
    absendeadresse, absendername, im namen, anderer benutzer, anderen benutzer, von adresse, fremde
    absenderadresse, absendedomain, envelope absender, absenderkennung, als absender
RECIPIENT: empfänger, empfängeradresse, empfängers, zieladresse, adressat, empfängerpostfach,
    empfänger adresse, empfaengeradresse, zielpostfach, zieldomain, empfängerdomain,
    empfangsadresse, adressaten
RELAY: weiterleitung, weiterleiten, relayen, weitergeleitet, relaying, weitersenden, relais,
    weiterreichen, fremdversand
SERVER: mailserver, serverdienst, rechnersystem, server, system, systems
POLICY: richtlinie, richtlinien, administrator, sicherheitsrichtlinie, organisation,
    sicherheitsrichtlinien, sicherheitsgründen, regel, regeln, systemadministrator, firma,
    unternehmen, vorgabe, vorgaben, verwaltung, admin, unternehmensrichtlinie
ALLOWED: erlaubt, zugelassen, gestattet, berechtigt, berechtigung, zulässig, freigegeben, befugt,
    autorisiert, recht, rechte, darf, dürfen, erlaubnis, zulassen, zugelassene, genehmigt, rechten,
    zulässige, gestatten, erlauben, freigabe
ACCEPTED: akzeptiert, angenommen
FORBIDDEN: verboten, untersagt, unzulässig, unberechtigt, eingeschränkt, nicht verwenden, nicht
    nutzen, nicht benutzen, nicht versenden, darf nicht, dürfen nicht, unerlaubt, beschränkt,
    einschränkung, eingeschränkte, begrenzt auf, keine rechte, kein recht, nur für, nicht gestattet
DENIED: verweigert, abgelehnt, zurückgewiesen, abgewiesen, zugriff verweigert, ablehnung,
    zurückweisung, weisen zurück, lehnt ab, lehnen ab, verweigern, nicht akzeptiert, abweisung
ENABLED: aktiviert, freigeschaltet, aktiv, eingeschaltet, aktiviere, aktivieren, enthalten,
    inbegriffen, gebucht, freischalten, einschalten, freigegeben werden, freizuschalten,
    geschaltet, angeschaltet, aktivierung, eröffnet, zugebucht
DISABLED: deaktiviert, abgeschaltet, inaktiv, ausgeschaltet, gekündigt, gelöscht, geschlossen,
    stillgelegt, unbezahlt, nicht freigeschaltet, nicht aktiviert, nicht bezahlt, beendet,
    ausgelaufen, offen, noch nicht aktiviert, nicht enthalten, endete, nicht gebucht,
    deaktivierung, aufgelöst, gekündigten, abgemeldet, abgestellt, entfernt, ausser betrieb
    genommen, nicht aktiv, kündigung, ruht, ausstehend, abgelaufener vertrag, nicht mehr aktiv,
    nicht eingerichtet, gestrichen, noch nicht freigeschaltet, freischaltung steht aus, zu ende,
    ist beendet, erloschen
LOCKED: gesperrt, gesperrte, blockiert, sperre, sperrung, suspendiert, eingefroren, geblockt,
    kompromittiert, gesperrter, gebannt, suspendierung, sperren, sperrte, gehackt, gesperrten,
    blockade, eingesperrt, ausgesperrt, suspendieren, gehacktes, missbraucht, missbrauch,
    quarantäne, verbannt, vorläufig gesperrt, lahmgelegt, verriegelt, gedrosselt gesperrt
SPAM: spamverdacht, roboter, spamversand, spamversands, spam versand, massenversand, werbemails,
    spam mails, unerwünschte werbung, spamming, spamverdachts
ACTIVITY: ungewöhnliche aktivität, verdächtige aktivität, ungewöhnliche aktivitäten, verdächtige
    aktivitäten, verdächtige anmeldung, verdächtige anmeldungen, verdächtigen aktivitäten,
    ungewöhnliche anmeldung, ungewöhnliches verhalten, auffälliges verhalten, auffällige aktivität,
    auffälligkeiten, missbräuchliche nutzung, verdächtiges verhalten, verdächtiger aktivität,
    ungewöhnlicher aktivität, verdächtiger versand, auffälliger versand
EXPIRED: abgelaufen, abgelaufenes, veraltet, verfallen, nicht mehr gültig, ungültig geworden,
    gültigkeit, gültigkeitsdauer, zu alt, ablauf, verfiel, überfällig geändert, lief ab,
    abgelaufenen
CHANGE: ändern, geändert, zurücksetzen, erneuern, wechseln, zurückgesetzt, erneuert, vergeben sie
    ein neues, legen sie ein neues, neues kennwort, neues passwort, neu setzen, neu vergeben, neu
    setzen sie, wechsel, aktualisieren, ersetzen, umändern, änderung, zurücksetzung, neues
    vergeben, vergeben sie, neues setzen, setzen sie ein neues, ein neues, erneuerung, ändere,
    ändert, wechsle
VALID: gültig, korrekt, richtig, stimmt, übereinstimmt, stimmen, übereinstimmen, überein, gültiges,
    gültige, gültiger, stimmig, passt, passen, zutreffend, übereinstimmung, richtige, korrekte,
    identisch, richtigen
INVALID: ungültig, ungültige, ungültiges, ungültiger, falsch, falsche, falsches, falscher,
    fehlerhaft, inkorrekt, fehlerhafte, unrichtig, falschen, inkorrekte, ungültigen, abweichend,
    verkehrt, weicht ab, abweicht, falsch eingegeben, unkorrekt, unterschiedlich
KNOWN: bekannt, gefunden, existiert, vorhanden, registriert, kennt, gibt es, angelegt,
    eingerichtet, auffindbar, existieren, registrierte, zuständig
UNKNOWN: unbekannt, unbekannter, unbekannte, unbekanntes, nicht vorhanden, nicht existent, nicht
    bekannt, nicht gefunden, unauffindbar, kein benutzer, kein postfach
SUPPORTED: unterstützt, implementiert, angeboten, unterstützen, beherrscht, anbietet, bietet,
    kompatibel, unterstützte, unterstützten
UNSUPPORTED: nicht mehr unterstützt, inkompatibel, veraltetes protokoll
AVAILABLE: verfügbar, erreichbar, antwortet, antwort, antworten, ansprechbar, betriebsbereit,
    bereit, läuft
UNAVAILABLE: nicht erreichbar, ausser betrieb, überlastet, wartung, keine antwort, ausgefallen,
    ausfall, wartungsarbeiten, wartungsmodus, offline, nicht bereit, down, gewartet
VERIFIED: verifiziert, bestätigt, überprüft
LIMIT: limit, grenze, kontingent, quote, maximum, höchstzahl, maximale, maximale anzahl,
    höchstgrenze, versandlimit, guthaben, speicherplatz, maximalen, tageskontingent, stundenlimit,
    tageslimit, pro stunde, pro tag, pro minute, pro monat, anzahl, obergrenze, menge, volumen,
    versandkontingent, mailkontingent, limits, grenzwert, stundenkontingent, monatskontingent,
    heute, frequenz, häufigkeit
EXCEEDED: überschritten, erreicht, ausgeschöpft, erschöpft, aufgebraucht, überschreitet,
    überschreitung, übersteigt, verbraucht, überzogen, aufgebrauchten, überschreiten, ist erreicht,
    zu hoch, hinaus, alle
TOOMANY: zu viele, zu häufig, zu oft, zuviele, zu schnell, zu viel, zuviel, zu schnelle, zu
    häufige, übermässig, mehrere fehlversuche, mehrfach falsch, mehrfacher, mehrmals, mehrmaliger,
    wiederholte, wiederholt, wiederholter, zahlreiche, gedrosselt, ratenbegrenzung, zu vielen,
    viele fehlversuche, mehreren fehlversuchen, mehrfache
COUNTED: verbindungen, nachrichten, versuche, anmeldungen, empfängern, sitzungen, mails, e mails,
    fehlversuche, anmeldeversuche, anfragen, verbindung, nachricht, zugriffe, fehlanmeldungen
TEMPORARY: vorübergehend, vorübergehende, vorübergehender, temporär, temporärer, später,
    zeitweilig, derzeit, momentan, zurzeit, später erneut, später noch einmal, gleich noch einmal,
    in kürze, einen moment, warten sie, bitte warten, gerade, nochmals, vorläufig, in einigen
    minuten, erneut versuchen, noch einmal, zur zeit, im moment, augenblicklich, kurzzeitig
INTERNAL: interner fehler, interner serverfehler, serverfehler, systemfehler, technischer fehler,
    technisches problem, technische störung, interne störung, internes problem, systemstörung,
    unerwarteter fehler, konnte nicht abgefragt werden, konfigurationsfehler, fehler im system,
    interner systemfehler, konnte nicht geprüft werden, konnte nicht überprüft werden, technischen
    gründen, technischen problemen, interne fehler
BUSY: ausgelastet, beschäftigt, heruntergefahren, hohe last, zu hohe last, hohe auslastung,
    überlastung, überlast, zu beschäftigt
TIMEOUT: zeitüberschreitung, verbindung fehlgeschlagen, keine verbindung, verbindungsfehler,
    zeitlimit, zeit überschritten, verbindungsabbruch
APPPASSWORD: app passwort, anwendungsspezifisches passwort, anwendungsspezifisches kennwort,
    anwendungspasswort, anwendungsspezifisch, anwendungsspezifische passwörter, app kennwort,
    anwendungsspezifischen passwort, app spezifisches passwort, gerätepasswort, app passwörter, app
    spezifisches kennwort, separates passwort, eigenes passwort, gesondertes passwort,
    anwendungskennwort, gerätekennwort, gerätespezifisches passwort, programmpasswort, passwort für
    externe, passwort für anwendungen, zugangsschlüssel, externes passwort, separates kennwort,
    eigenes kennwort, passwort für apps, programmspezifisches passwort
SECONDFACTOR: zwei faktor, zweiter faktor, zwei faktor authentifizierung, zweifaktor, zweiten
    faktor, zwei schritt, zweifaktorauthentifizierung, zwei faktor anmeldung, zweistufige,
    zweistufiger, zwei faktor auth, bestätigung in zwei schritten, zweifaktor anmeldung,
    bestätigungscode, sicherheitscode, mehrfaktor, multi faktor, multifaktor, 2 faktor, 2 faktor
    authentifizierung
BROWSER: webbrowser, im browser, per browser, über den browser, im webmail, über webmail, über das
    webmail, weboberfläche
LISTED: auf einer sperrliste, auf der sperrliste, schwarzen liste, auf der blacklist, auf einer
    blacklist, gelistet, blacklist, auf schwarzer liste, sperrlisten, geblacklistet, auf
    sperrliste, blacklists
BLACKLIST: sperrliste, blackliste, blocklisten, reputation, schlechte reputation, dynamische ip,
    dynamischen ip, einwahl ip, blockliste
FULL: voll, überfüllt, speicherkontingent, postfachgrösse, postfachlimit, speicherlimit
TERMS: nutzungsbedingungen, agb, geschäftsbedingungen, nutzungsvertrag
BUT: weil, aber, wegen, aufgrund, sondern
CLIENT+PLACE: land, ihr land, ihrem land, standort, ausland, aus dem ausland, region, länder,
    länderfilter, nicht eu, ausserhalb, ausländisch, fremdes land, deutschlands, anderes land
BACKEND: authentifizierungsserver, anmeldeserver, datenbank, verzeichnisdienst, anmeldedienst,
    authentifizierungsdienst, benutzerdatenbank, ldap server, verzeichnis, benutzerverzeichnis,
    authentifizierungsdienste, kontendatenbank, nutzerdatenbank, passwortserver, passwortdatenbank,
    ldap
ALREADY: bereits
CANCELLED: abgebrochen, unterbrochen
SEQUENCE: reihenfolge
SYNTAX: syntax, syntaxfehler, nicht lesbar, unlesbar, formatfehler, formfehler
APIKEY: api schlüssel
SWITCHON: schalten sie, aktivieren sie, bitte aktivieren
PTR: reverse dns, rückwärtsauflösung, ptr eintrag, reverse lookup, rdns, reverse dns eintrag,
    rückwärts, reverse eintrag
DISABLED+UNVERIFIED: noch nicht bestätigt, nicht bestätigt
OWNED: gehört, gehören, eigentümer, zugeordnet, inhaber, ihre eigene
REVOKED: widerrufen, entzogen, zurückgezogen
DURATION: minuten, stunden, sekunden, minute, stunde, tage, tagen, woche, std
GREYLIST: graue liste, grauen liste, greylisting
ALLOWLIST: whitelist, positivliste, freigabeliste, erlaubten ip, zugelassene ip, zugelassenen
    adressen, erlaubte netze, liste der erlaubten, zugelassenen netze, freigegebenen ip, erlaubten
    netzen
BASICAUTH: standardauthentifizierung, basisauthentifizierung, basic authentifizierung,
    kennwortauthentifizierung, passwort authentifizierung, anmeldung mit passwort, anmeldung mit
    kennwort, anmeldung per passwort, einfache authentifizierung
CREATE: erzeugen, erstellen, generieren, legen sie, erzeuge, erstelle, anlegen
UNPAID: zahlung, zahlungen, rechnung, rechnungen, unbezahlte, unbezahlter, zahlungsverzug, offene
    beträge, zahlungsrückstand, mahnung, zahlungsausfall, forderung, forderungen, nichtzahlung,
    bezahlung, ausstehende zahlung
CERTIFICATE: zertifikat, client zertifikat, clientzertifikat, zertifikats
RCPTLIMIT+LIMIT+COUNTED: empfänger pro nachricht, anzahl der empfänger, empfänger pro mail, anzahl
    empfänger, empfängerzahl, maximale empfängerzahl, empfängerlimit
RECEIVE: empfang, empfangen
SECURITY: tls version, protokollversion, tls protokoll
CLIENT+LAN: firmennetz, firmennetzwerk, internes netz, interne netz, hausnetz, campusnetz,
    hochschulnetz, unternehmensnetz, unternehmensnetzwerk, intranet, lan, uni netz, lokales netz,
    lokalen netz, internen netz, internen netzwerk, landesnetz
WRONGSECRET: app passwort falsch, app passwort ungültig, falsches app passwort, ungültiges app
    passwort, anwendungspasswort falsch, anwendungspasswort ungültig, app passwort ist falsch, app
    passwort ist ungültig, app passwort stimmt nicht
TOKEN: zugriffstoken, accesstoken, oauth token, aktualisierungstoken
STOPPED: gestoppt, eingestellt, angehalten, unterbunden, stoppten
ACCOUNT+PLAN: tarif, paket, gratistarif, freemail, basistarif
SESSION: sitzung
CHECK: prüfen, überprüfen, prüfen sie, überprüfen sie, kontrollieren
NEWPASSWORD+PASSWORD: initialkennwort, initialpasswort, startkennwort, startpasswort,
    einmalkennwort, einmalpasswort, vorläufiges passwort, vorläufiges kennwort
"""

ENDINGS = "e en er es em n s nen te ten tes ter tem"
