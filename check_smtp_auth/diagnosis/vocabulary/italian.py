"""The words of servers in Italian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: non, senza, nessun, nessuna, mai, né, nemmeno, neanche
WILL: sarà, verrà, saranno, per evitare
OR: oppure
YOUR: tuo, tua, suo, sua, vostro
REQUIRED: richiesto, necessario, obbligatorio, deve, è necessario, richiede, occorre, utilizzare,
    usare, prego, si prega di, devi, dovete, bisogna, prima, effettuare, effettua, serve, solo,
    soltanto, esclusivamente, devono, obbligo, effettui, va, bisogno, unicamente, utilizzi, usi
FAILED: fallito, errore, fallimento, problema, non riuscita, impossibile, fallite, non riusciti,
    fallisce, non andata a buon fine, non è riuscita, non è stato possibile, insuccesso
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
AUTH: autenticazione, autenticare, autenticato, accesso, autenticarsi, accessi, login, accedere,
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
INSECURE: connessione non sicura, in chiaro, connessione non cifrata, non cifrato, non cifrata, non
    crittografato, non crittografata, non protetto, non protetta, senza cifratura, senza
    crittografia, non sicuro, non sicura, insicura, non criptata
IPADDR: indirizzo ip, tuo ip, ip del mittente, vostro ip, vostro indirizzo ip, indirizzi ip, ip di
    origine, ip del client, suo ip, suo indirizzo ip, ip sorgente, questo ip
CLIENT: rete, sua connessione, computer, macchina, dispositivo, provider, rete esterna, fuori dalla
    rete, host, origine, provenienza, reti
SENDER: mittente, indirizzo mittente, indirizzo del mittente, dominio del mittente, indirizzo di
    origine, dominio mittente, a nome di, per conto di, altro utente, indirizzo di invio, indirizzo
    di provenienza, come mittente, casella mittente, email mittente
RECIPIENT: destinatario, destinatari, indirizzo del destinatario, indirizzo destinatario, casella
    di destinazione, indirizzo di destinazione, destinazione, ricevente
RELAY: inoltro, inoltrare, rilancio, ritrasmissione
SERVER: sistema, server di posta
POLICY: amministratore, criteri, regole, politica, organizzazione, regola, amministrazione,
    azienda, motivi di sicurezza, policy, criterio, direttiva
ALLOWED: consentito, permesso, autorizzato, abilitazione, autorizzazione, può, ammesso, consente,
    consentire, permette, diritto, diritti, privilegio, privilegi, autorizza
ACCEPTED: accettato, accetta
FORBIDDEN: vietato, proibito, limitato, vietiamo, non consentito, non consentita, non può usare,
    non può utilizzare, non può inviare, divieto, restrizione, restrizioni, senza permesso,
    impedito, interdetto, non ammesso, non ammessa, non autorizzato, non autorizzata
DENIED: negato, rifiutato, respinto, accesso negato, ricusato, rifiutiamo, rifiuto, respingiamo,
    declinato
ENABLED: abilitato, attivo, attivato, incluso, incluso nel, acquistato, compreso, attivazione,
    dispone, prevede
DISABLED: disabilitato, disattivato, inattivo, chiuso, cancellato, disattivo, cessata, non pagato,
    non pagata, terminato, in sospeso, insoluto, cessato, eliminato, spento, revoca, dismesso,
    annullato, inutilizzato, non attivo, non attiva, non attivato, non attivata, non abilitato, non
    abilitata, non incluso, non inclusa, non prevede, non prevista, disattivazione, cessazione,
    scaduto il contratto, attesa, in attesa, rimosso, non comprende, è terminato, concluso, giunto
    al termine
LOCKED: bloccato, sospeso, sospensione, compromesso, congelato, blocco, bannato, bloccammo,
    quarantena, in quarantena, abbiamo bloccato, abbiamo sospeso, violato, hackerata, hackerato,
    penalizzato, interrotto per, inibito, bloccheremo, messa in sicurezza
SPAM: sospetto spam, posta indesiderata, invio massivo, invio di spam, posta spazzatura, invii
    massivi
ACTIVITY: attività sospetta, attività insolita, attività anomala, comportamento sospetto, accesso
    sospetto, accessi sospetti, login sospetto, accesso insolito, invio sospetto, traffico
    sospetto, attività fraudolenta, uso improprio, attività sospette, invii sospetti, comportamento
    anomalo, abuso, uso illecito, abusivo
EXPIRED: scaduto, scaduti, obsoleta, troppo semplice, troppo vecchia, non è più valido, non è più
    valida, non più valido, non più valida, scadenza, ha perso validità, validità
CHANGE: cambiare, cambia, modificare, modifica, reimpostare, reimposta, rinnovare, aggiornare,
    rinnovi, rinnova, impostare una nuova, imposti una nuova, scegliere una nuova, cambi,
    sostituire, sostituisca, rinnovata, aggiorni, ne imposti una nuova, scelga una nuova, cambio,
    cambiarla, rinnovarla, modifichi, imposta una nuova, crearne una nuova, aggiornata
VALID: valido, corretto, corrisponde, coincide, stesso, giusto, corrispondono, coincidono, uguale,
    uguali, combacia, combaciano, esatto
INVALID: errato, sbagliato, invalido, non corretto, non corretta, non corrette, diverso, diversa,
    diversi, differente, inesatto, non conforme, erronea, erroneo, sbagliando
KNOWN: trovato, esiste, conosciuto, riconosciuto, registrato, presente, ospitato, esistente,
    individuato, esistono, risulta
UNKNOWN: sconosciuto, inesistente, non esistente, nessun utente, nessuna casella
SUPPORTED: supportato, implementato, gestito, offerto, supporta, previsto
AVAILABLE: disponibile, raggiungibile, risponde, risposta, risposto, accessibile, operativo,
    funzionante
UNAVAILABLE: irraggiungibile, in manutenzione, non risponde, nessuna risposta, fuori servizio,
    guasto, manutenzione, offline, fermo, disservizio, indisponibile
VERIFIED: verificato
LIMIT: limite, limiti, numero massimo, massimo, massima, soglia, crediti, all ora, al giorno, al
    minuto, al mese, per ora, numero di, quota, quantità, tetto, volume, credito, quote, per
    giorno, oggi, frequenza
EXCEEDED: superato, raggiunto, ecceduto, esaurito, superamento, insufficiente, oltre, oltrepassato,
    consumato, ha superato, eccede, sforato, finiti, ha raggiunto
TOOMANY: troppi, troppe, troppo spesso, numero eccessivo, troppo frequenti, eccessivo, ripetuti,
    ripetute, diversi tentativi, numerosi tentativi, troppo frequentemente, troppo velocemente,
    molti tentativi, troppa frequenza, più tentativi, tentativi ripetuti, consecutivi
COUNTED: connessioni, messaggi, tentativi, sessioni, messaggio, richieste, mail, email, volte,
    connessione
TEMPORARY: temporaneo, temporaneamente, più tardi, riprovare, riprova, momentaneamente, riprovare
    più tardi, tra poco, fra poco, attenda, attendere, qualche minuto, al momento, riprovi,
    provvisorio, ritentare, ritenti, provi più tardi, attualmente
INTERNAL: errore interno, errore del server, problema tecnico, errore di sistema, errore
    imprevisto, problema interno, guasto tecnico, impossibile consultare, errore di configurazione,
    errore tecnico, problemi tecnici, impossibile verificare, impossibile interrogare
BUSY: occupato, sovraccarico, sovraccarica, carico eccessivo, congestionato, intasato, troppo
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
FULL: pieno, piena, spazio di archiviazione, spazio disponibile, spazio su disco, spazio disco,
    casella satura
BUT: perché, poiché, ma, a causa
SENDING+COUNTED: invii
CLIENT+PLACE: paese, tuo paese, posizione, estero, dall estero, un altro paese, paesi, nazione,
    regione, fuori dall italia, area geografica, esteri, località
BACKEND: server di autenticazione, base dati, archivio utenti, database utenti, database, server
    ldap, servizio di autenticazione, directory, archivio
ALREADY: già
CANCELLED: annullata, interrotta
SEQUENCE: sequenza
SYNTAX: formato, sintassi, malformato
SWITCHON: attiva, attivare, attivi, abilitare, abiliti
PTR: dns inverso, reverse dns, risoluzione inversa, record inverso, record ptr
DISABLED+UNVERIFIED: non confermato, non confermata
NEWPASSWORD: nuova password
IF: se non
OWNED: appartiene, appartengono, proprietario, intestatario, è sua, è tua, di proprietà, è suo
REVOKED: revocato
UNSUPPORTED: incompatibile, non gestito, non gestita
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
CLIENT+LAN: rete interna, rete aziendale, rete locale, intranet, rete di ateneo, rete universitaria,
    rete italiana, dalla rete italiana
WRONGSECRET: password app errata, password per app errata, password di applicazione errata,
    password applicazione errata, password per app non valida
STOPPED: interrotto, fermato
ACCOUNT+PLAN: piano, tariffa, pacchetto, piano gratuito
SESSION: sessione
CHECK: controlli, verifichi, verificare, controllare, verifica, controlla
"""

ENDINGS = "o a i e ato ata ati ate"
