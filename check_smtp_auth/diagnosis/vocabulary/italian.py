"""The words of servers in Italian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: non, senza, nessun, nessuna, mai, né, nemmeno, neanche
WILL: sarà, verrà, saranno, per evitare
OR: oppure
YOUR: tuo, tua, suo, sua, vostro
REQUIRED: richiest/o/a, necessari/o/a, obbligatori/o/a, deve, è necessario, richiede, occorre,
    utilizzare, usare, prego, si prega di, devi, dovete, bisogna, prima, effettuare, effettua,
    serve, solo, soltanto, esclusivamente, devono, obbligo, effettui, va, bisogno, unicamente,
    utilizzi, usi
FAILED: fallit/o/a, errore, fallimento, problema, non riuscit/a, impossibile, fallite, non
    riusciti, fallisce, non andata a buon fine, non è riuscita, non è stato possibile, insuccesso
ACCOUNT: utente, casella, casella di posta, cliente, dominio, nome utente, utenza, abbonamento,
    casella postale, licenza, periodo di prova, contratto, account, hosting, casella email, casella
    mail, indirizzo email, profilo, caselle, utenti, iscritto, identificativo, abbonato, tua
    casella
PASSWORD: parola chiave, password smtp, password della casella
CREDENTIALS: credenziali, nome utente o password, utente o password, username o password, utente e
    password, user o password, username e password, dati di accesso, utente o la password, nome
    utente o la password, nome utente e password, utente password, login o password, login e
    password, email o password, dati di login, dati di autenticazione, dati inseriti, user e
    password, credenziale, dati d accesso
AUTH: autenticazione, autenticare, autenticat/o/a, accesso, autenticarsi, accessi, login, accedere,
    autenticazioni, autenticati, identificazione, si autentichi, entrare, collegamento, tentativo
    di accesso, effettuare il login
SERVICE: servizio, servizio smtp, accesso smtp, servizio di posta, smtp autenticato, smtp esterno,
    client di posta, programmi di posta, client esterni, applicazioni esterne, app esterne,
    programmi esterni, funzione, funzionalità, accesso esterno, protocollo, invio smtp
SENDING: invio, inviare, spedire, invio di email, invio di mail, invio di messaggi, spedizione,
    invio email, invio messaggi, invia, mandare, inviando, posta in uscita, messaggi in uscita,
    inviato, spediti, inviati
MECHANISM: meccanismo, metodo, tipo di autenticazione, meccanismo di autenticazione, metodo di
    autenticazione, modalità di autenticazione, forma di autenticazione, modalità, tipo di login
COMMAND: comando
TLS: crittografia, cifratura, connessione sicura, connessione cifrata, connessione crittografata,
    canale sicuro, canale cifrato, cifrare, crittografata, cifrata, connessione protetta,
    crittografare, connessione criptata, criptata
INSECURE: connessione non sicura, in chiaro, connessione non cifrata, non cifrat/o/a, non
    crittografat/o/a, non protett/o/a, senza cifratura, senza crittografia, non sicur/o/a,
    insicura, non criptata
IPADDR: indirizzo ip, tuo ip, ip del mittente, vostro ip, vostro indirizzo ip, indirizzi ip, ip di
    origine, ip del client, suo ip, suo indirizzo ip, ip sorgente, questo ip
CLIENT: rete, sua connessione, computer, macchina, dispositivo, provider, rete esterna, fuori dalla
    rete, host, origine, provenienza
SENDER: mittente, indirizzo mittente, indirizzo del mittente, dominio del mittente, indirizzo di
    origine, dominio mittente, a nome di, per conto di, altro utente, indirizzo di invio, indirizzo
    di provenienza, come mittente, casella mittente, email mittente
RECIPIENT: destinatari/o, destinatari, indirizzo del destinatario, indirizzo destinatario, casella
    di destinazione, indirizzo di destinazione, destinazione, ricevente
RELAY: inoltro, inoltrare, rilancio, ritrasmissione
SERVER: sistema, server di posta
POLICY: amministratore, criteri, regole, politica, organizzazione, regola, amministrazione,
    azienda, motivi di sicurezza, policy, criterio, direttiva
ALLOWED: consentit/o/a/i, permess/o/a/i, autorizzat/o/a/i, abilitazione, permesso, autorizzazione,
    può, ammess/o/a/i/e, consente, consentire, permette, diritto, diritti, privilegio, privilegi,
    autorizza
ACCEPTED: accettat/o/a, accetta
FORBIDDEN: vietat/o/a, proibit/o/a, limitat/o/a, vietiamo, non consentit/o/a, non può usare, non
    può utilizzare, non può inviare, divieto, restrizione, restrizioni, senza permesso,
    impedit/o/a, interdett/o/a, non ammess/o/a, non autorizzat/o/a
DENIED: negat/o/a, rifiutat/o/a/i, respint/o/a, accesso negato, ricusat/o/a, rifiutiamo, rifiuto,
    respingiamo, declinat/o/a
ENABLED: abilitat/o/a, attiv/o/a, attivat/o/a, incluso, incluso nel, acquistat/o/a, compres/o/a,
    attivazione, dispone, prevede
DISABLED: disabilitat/o/a, disattivat/o/a, inattiv/o/a, chius/o/a, cancellat/o/a, disattiv/o/a,
    cessat/a, non pagat/o/a, terminat/o/a, in sospeso, insolut/o/a, cessat/o/a, eliminat/o/a,
    spent/o/a, revoca, dismess/o/a, annullat/o/a, inutilizzat/o, non attiv/o/a, non attivat/o/a,
    non abilitat/o/a, non inclus/o/a, non prevede, non prevista, disattivazione, cessazione,
    scaduto il contratto, attesa, in attesa, rimoss/o/a, non comprende, è terminato, conclus/o/a,
    giunto al termine
LOCKED: bloccat/o/a/i/e, sospes/o/a, sospensione, compromess/o/a, congelat/o/a, blocco, bannat/o/a,
    bloccammo, quarantena, in quarantena, abbiamo bloccato, abbiamo sospeso, violat/o/a, hackerata,
    hackerato, penalizzat/o/a, interrotto per, inibit/o/a, bloccheremo, messa in sicurezza
SPAM: sospetto spam, posta indesiderata, invio massivo, invio di spam, posta spazzatura, invii
    massivi
ACTIVITY: attività sospetta, attività insolita, attività anomala, comportamento sospetto, accesso
    sospetto, accessi sospetti, login sospetto, accesso insolito, invio sospetto, traffico
    sospetto, attività fraudolenta, uso improprio, attività sospette, invii sospetti, comportamento
    anomalo, abuso, uso illecito, abusivo
EXPIRED: scadut/o/a, scaduti, obsoleta, troppo semplice, troppo vecchia, non è più valid/o/a, non
    più valid/o/a, scadenza, troppo vecchi/a, ha perso validità, validità
CHANGE: cambiare, cambia, modificare, modifica, reimpostare, reimposta, rinnovare, aggiornare,
    rinnovi, rinnova, impostare una nuova, imposti una nuova, scegliere una nuova, cambi,
    sostituire, sostituisca, rinnovata, aggiorni, ne imposti una nuova, scelga una nuova, cambio,
    cambiarla, rinnovarla, modifichi, imposta una nuova, crearne una nuova, aggiornata
VALID: valid/o/a/i/e, corrett/o/a, corrisponde, coincide, stesso, giust/o/a/e, corrispondono,
    coincidono, uguale, uguali, combacia, combaciano, esatt/o/a
INVALID: errat/o/a/i/e, sbagliat/o/a, invalid/o/a, non corrett/o/a/e, diverso, diversa, diversi,
    differente, inesatt/o/a/i, non conforme, erronea, erroneo, sbagliando
KNOWN: trovat/o/a, esiste, conosciut/o/a, riconosciut/o/a, registrat/o/a, presente, ospitat/o/a,
    esistente, individuat/o/a, esistono, risulta
UNKNOWN: sconosciut/o/a, inesistente, non esistente, nessun utente, nessuna casella
SUPPORTED: supportat/o/a, implementat/o/a, gestit/o/a, offert/o/a, supporta, previst/o/a
AVAILABLE: disponibile, raggiungibile, risponde, risposta, risposto, accessibile, operativo,
    funzionante
UNAVAILABLE: irraggiungibile, in manutenzione, non risponde, nessuna risposta, fuori servizio,
    guasto, manutenzione, offline, fermo, disservizio, indisponibile
VERIFIED: verificat/o/a
LIMIT: limite, limiti, numero massimo, massimo, massima, soglia, crediti, all ora, al giorno, al
    minuto, al mese, per ora, numero di, quota, quantità, tetto, volume, credito, quote, per
    giorno, oggi, frequenza
EXCEEDED: superat/o/a/i, raggiunt/o/a, eccedut/o, esaurit/o/a/i, superamento, insufficiente, oltre,
    oltrepassat/o/a, consumat/o/a/i, ha superato, eccede, sforat/o/a, finiti, ha raggiunto
TOOMANY: troppi, troppe, troppo spesso, numero eccessivo, troppo frequenti, eccessiv/o/a/i/e,
    ripetuti, ripetute, diversi tentativi, numerosi tentativi, troppo frequentemente, troppo
    velocemente, molti tentativi, troppa frequenza, più tentativi, tentativi ripetuti, consecutivi
COUNTED: connessioni, messaggi, tentativi, sessioni, messaggio, richieste, mail, email, volte,
    connessione
TEMPORARY: temporane/o/a, temporaneamente, più tardi, riprovare, riprova, momentaneamente,
    riprovare più tardi, tra poco, fra poco, attenda, attendere, qualche minuto, al momento,
    riprovi, provvisori/o/a, ritentare, ritenti, provi più tardi, attualmente
INTERNAL: errore interno, errore del server, problema tecnico, errore di sistema, errore
    imprevisto, problema interno, guasto tecnico, impossibile consultare, errore di configurazione,
    errore tecnico, problemi tecnici, impossibile verificare, impossibile interrogare
BUSY: occupato, sovraccarico, sovraccarica, carico eccessivo, congestionat/o, intasato, troppo
    carico
TIMEOUT: tempo scaduto, impossibile connettersi, connessione fallita, errore di connessione, tempo
    esaurito, impossibile contattare
APPPASSWORD: password per le app, password specifica, password per l app, password applicazione,
    password per app, password di applicazione, password delle app, codice di autorizzazione,
    password per applicazioni, password per le applicazioni, password per applicazioni esterne,
    password dedicata, password separata, password per il dispositivo, password dell applicazione,
    password per l applicazione, password d applicazione, password app, password esterna, password
    specifica per, password per client esterni, password apposita, password distinta
SECONDFACTOR: due fattori, secondo fattore, due passaggi, verifica in due passaggi, autenticazione
    forte, autenticazione a due fattori, doppio fattore, verifica in 2 passaggi, doppia
    autenticazione, codice di verifica, autenticatore, multifattore, 2 fattori, doppia verifica,
    due passi
BROWSER: dal browser, tramite browser, via webmail, da webmail, dal sito, tramite webmail
LISTED: lista nera, in lista nera, in blacklist, in lista di blocco, in black list, listato in,
    listato su, in blocklist, liste nere
FULL: pien/o/a, spazio di archiviazione, spazio disponibile, spazio su disco, spazio disco, casella
    satura
BUT: perché, poiché, ma, a causa
SENDING+COUNTED: invii
CLIENT+PLACE: paese, tuo paese, posizione, estero, dall estero, un altro paese, paesi, nazione,
    regione, fuori dall italia, area geografica, esteri, località
BACKEND: server di autenticazione, base dati, archivio utenti, database utenti, database, server
    ldap, servizio di autenticazione, directory, archivio
ALREADY: già
CANCELLED: annullata, interrotta
SEQUENCE: sequenza
SYNTAX: formato, sintassi, malformat/o/a
SWITCHON: attiva, attivare, attivi, abilitare, abiliti
PTR: dns inverso, reverse dns, risoluzione inversa, record inverso, record ptr
DISABLED+UNVERIFIED: non confermat/o/a
NEWPASSWORD: nuova password
IF: se non
OWNED: appartiene, appartengono, proprietario, intestatario, è sua, è tua, di proprietà, è suo
REVOKED: revocat/o/a
UNSUPPORTED: incompatibile, non gestit/o/a
DURATION: minuti, ore, secondi, minuto, ora, giorni, settimana
GREYLIST: lista grigia
BLACKLIST: lista di blocco, liste di blocco, reputazione, cattiva reputazione, ip dinamico
ALLOWLIST: lista bianca, ip autorizzati, ip consentiti, elenco consentiti, rete autorizzata, reti
    autorizzate, elenco degli autorizzati, lista consentiti, ip abilitati
BASICAUTH: autenticazione di base, autenticazione base, autenticazione con password, autenticazione
    semplice
CREATE: generi, generare, crei, creare, genera
UNPAID: pagamento, pagamenti, mancato pagamento, fattura, fatture, insoluti, morosità, debito,
    amministrativi
CERTIFICATE: certificato client
RCPTLIMIT+LIMIT+COUNTED: destinatari per messaggio, numero di destinatari, limite destinatari,
    limite di destinatari
RECEIVE: ricezione, ricevere
TERMS: termini di servizio, condizioni d uso, termini
SECURITY: versione tls, versione di tls, protocollo tls
CLIENT+LAN: rete interna, rete aziendale, rete locale, intranet, rete di ateneo, rete universitaria
WRONGSECRET: password app errata, password per app errata, password di applicazione errata,
    password applicazione errata, password per app non valida
STOPPED: interrott/o/a, fermat/o/a
ACCOUNT+PLAN: piano, tariffa, pacchetto, piano gratuito
SESSION: sessione
CHECK: controlli, verifichi, verificare, controllare, verifica, controlla
"""

ENDINGS = "o a i e ato ata ati ate"
