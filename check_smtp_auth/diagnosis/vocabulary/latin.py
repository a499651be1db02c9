"""The words of servers in other languages of the Latin script, by their meanings (see
``vocabulary``). Pure.

"suspendu/e/s" is "suspendu", "suspendue" and "suspendus". What is written with accents is also
found without, as many servers write it. Where no real reply was at hand (those are in the
tests), the words are the usual ones of mail programs in these languages.
"""

from __future__ import annotations

from . import further

PORTUGUESE = """\
NOT: não, nao, sem, nunca, nenhum, nenhuma
WILL: será, serão, para evitar
OR: ou
YOUR: sua, seu
REQUIRED: requerid/o/a, necessári/o/a, é necessário, obrigatóri/o/a, exigid/o/a, exige, requer,
    deve, precisa, é preciso, por favor, use, utilize, é necessária, primeiro, antes, faça, efetue
FAILED: falha, falhou, erro, problema, não foi possível
ACCOUNT: conta, contas, usuári/o/a, utilizador, caixa postal, caixa de correio, caixa de e mail,
    caixa de email, conta de e mail, conta de email, cliente, assinatura, plano, caixa, endereço de
    e mail, licença, licenças, período de teste, período de avaliação, contrato, pacote, fatura,
    mensalidade
PASSWORD: senha, palavra passe, senha do usuário
CREDENTIALS: usuário ou senha, usuário e senha, credenciais, usuário e ou senha, login e senha,
    login ou senha, nome de usuário ou senha, e mail ou senha, utilizador ou palavra passe, dados
    de autenticação, dados de acesso, nome de usuário e senha, dados de login, dados incorretos,
    login e ou senha, e mail e senha
AUTH: autenticação, autenticar, autenticad/o/a, autenticado, acesso, entrar, login, logar,
    identificação
SERVICE: serviço, envio, acesso smtp, serviço smtp, serviço de e mail
SENDING: enviar, envio de e mails, envio de mensagens, enviar e mails, enviar e mail, enviar
    mensagens, envio de e mail, envio de email, envio de emails
MECHANISM: mecanismo, método, tipo de autenticação, mecanismo de autenticação, método de
    autenticação
COMMAND: comando
TLS: criptografia, conexão segura, ligação segura, conexão criptografada, cifragem
INSECURE: conexão não segura, conexão insegura, conexão não criptografada, texto puro, texto
    simples
IPADDR: endereço ip, seu ip, ip de origem, seu endereço, este ip
CLIENT: rede, servidor de origem, sua rede, rede interna, rede corporativa
SENDER: remetente, endereço do remetente, endereço de origem, e mail de origem, domínio do
    remetente, endereço de remetente, remetentes, domínio de envio
RECIPIENT: endereço do destinatário, endereço de destino, destinatári/o
RELAY: retransmissão, encaminhamento, relay negado
SERVER: servidor, sistema, servidor de e mail, servidor de correio
POLICY: política, políticas, administrador, administradores, política de segurança
ALLOWED: permitid/o/a/os/as, autorizad/o/a/os/as, permissão, permite, pode, podem
ACCEPTED: aceit/o/a/e, aceitos
FORBIDDEN: proibid/o/a, restrit/o/a, desautorizad/o/a, não autorizad/o/a, não pode usar, não pode
    utilizar, não pode enviar
DENIED: negad/o/a, recusad/o/a, rejeitad/o/a/os, acesso negado
ENABLED: ativad/o/a, habilitad/o/a, ativ/o/a, liberad/o/a, ativar, habilitar, incluído, incluída
DISABLED: desativad/o/a, desabilitad/o/a, inativ/o/a, encerrad/o/a, cancelad/o/a, desligad/o/a,
    inadimplente, desligada, não habilitad/o/a, descontinuad/o/a, terminou, terminad/o/a, acabou,
    em aberto, em atraso, não pag/o/a, plano pago, finalizad/o/a, pendente, pendentes, excluíd/o/a,
    removid/o/a, sem pagamento, débito
LOCKED: bloquead/o/a/os/as, suspens/o/a/os, bloqueio, suspensão, travad/o/a, banid/o/a,
    comprometid/o/a, bloqueamos, suspenso, congelad/o/a, banido, invadida, hackeada
SPAM: suspeita de spam, robô, spammer
ACTIVITY: atividade suspeita, atividade incomum
EXPIRED: expirad/o/a, expirou, vencid/o/a, venceu, prazo expirado, validade
CHANGE: alterar, altere, alterad/a, trocar, troque, trocada, redefinir, redefina, mudar, mude,
    atualizar, atualize, alteração, defina uma nova, definir uma nova, crie uma nova, cadastre uma
    nova, renove, renovar, atualizada
VALID: válid/o/a, corret/o/a, corresponde, confere, igual, mesmo
INVALID: inválid/o/a/os/as, incorret/o/a/os/as, errad/o/a/os, errôneo
KNOWN: encontrad/o/a, existe, cadastrad/o/a, reconhecid/o/a, conhecid/o/a
UNKNOWN: inexistente, desconhecid/o/a
SUPPORTED: suportad/o/a, suporta, implementad/o/a
AVAILABLE: disponível, disponíveis
UNAVAILABLE: indisponível, fora do ar, em manutenção
VERIFIED: verificad/o/a, validad/o/a, confirmad/o/a
LIMIT: limite, limites, cota, número máximo, máximo, máxima, limite de envio, limite diário, taxa,
    créditos
EXCEEDED: excedid/o/a, excedeu, atingid/o/a, atingiu, ultrapassad/o/a, ultrapassou, excede,
    esgotad/o/a, esgotados, insuficiente, insuficientes
TOOMANY: muitas tentativas, muitas conexões, muitos, excesso de, demasiad/os/as, número excessivo,
    tentativas demais, conexões demais, limite de envios excedido, muitas mensagens, muitos erros,
    muitas falhas, muitas autenticações
COUNTED: conexões, mensagens, tentativas, sessões, mensagem
TEMPORARY: temporári/o/a, temporariamente, mais tarde, tente novamente, tente mais tarde, em alguns
    minutos, momentaneamente
INTERNAL: erro interno, falha interna, erro do servidor, erro no servidor
BUSY: ocupado, sobrecarregado, sobrecarga
TIMEOUT: tempo esgotado, tempo limite
APPPASSWORD: senha de app, senha de aplicativo, senha de aplicação, senha do aplicativo, senha do
    app, senha específica, palavra passe de aplicação, senhas de app, código de autorização
SECONDFACTOR: dois fatores, duas etapas, verificação em duas etapas, segundo fator, dois passos
BROWSER: navegador, pelo navegador
LISTED: lista negra, em lista negra, na lista negra, listado em
FULL: cheia, caixa cheia, lotada, sem espaço
TERMS: termos de uso
BUT: porque, pois, mas, devido a
SENDING+COUNTED: envios
RECIPIENT+COUNTED: destinatários
CLIENT+PLACE: país, localização, exterior, do exterior, estrangeiro, fora do país, outro país, fora
    do brasil
BLACKLIST: blacklist
DOMAIN: domínio, domínios
BACKEND: servidor de autenticação, banco de dados, base de dados, servidor ldap
ALREADY: já
CANCELLED: cancelada, interrompida, abortada
SEQUENCE: sequência
SYNTAX: formato, sintaxe, argumento
APIKEY: chave de api, chave api
SWITCHON: libere, habilite, ative
PTR: dns reverso, reverso, registro ptr
NEWPASSWORD: nova senha
"""

SPANISH = """\
NOT: sin, ningún, ninguna, nunca
IF: si
WILL: será, serán, para evitar
OR: o
YOUR: su, tu
REQUIRED: requerid/o/a, requiere, se requiere, necesari/o/a, obligatori/o/a, debe, es necesario,
    por favor, necesita, se necesita, utilice, use, exige, primero, antes, inicie
FAILED: fallo, falló, fallid/o/a, error, problema, no se pudo, fallida
ACCOUNT: cuenta, cuentas, usuari/o/a, buzón, cliente, dominio, suscripción, casilla, cuenta de
    correo, nombre de usuario, buzón de correo, correo electrónico, licencia, licencias, periodo de
    prueba, período de prueba, contrato, plan, factura, paquete, tarifa
PASSWORD: contraseña, clave, contrasena
CREDENTIALS: credenciales, usuario o contraseña, usuario y contraseña, usuario o clave, usuario y
    clave, nombre de usuario o contraseña, nombre de usuario y contraseña, usuario contraseña,
    datos de autenticación, datos de acceso, usuario y o contraseña, usuario o password, nombre o
    contraseña, clave o usuario
AUTH: autenticación, autentificación, autenticar, autenticad/o/a, autenticarse, inicio de sesión,
    iniciar sesión, acceso, autentificar
SERVICE: servicio, acceso smtp, servicio smtp, servicio de correo
SENDING: enviar, envío, enviar correo, enviar correos, enviar mensajes, envío de correo, envío de
    correos, envío de mensajes
MECHANISM: mecanismo, método, tipo de autenticación, mecanismo de autenticación, método de
    autenticación
COMMAND: comando, orden
TLS: cifrado, conexión segura, encriptación, conexión cifrada, conexión encriptada
INSECURE: conexión no segura, conexión insegura, conexión no cifrada, texto plano, texto claro
IPADDR: dirección ip, su ip, tu ip, esta ip, su dirección
CLIENT: red, equipo, su red, red interna, red corporativa
SENDER: remitente, dirección del remitente, dirección de origen, dominio del remitente, remitentes,
    dirección de remitente, dirección de correo del remitente, correo del remitente
RECIPIENT: dirección del destinatario, dirección de destino, destinatari/o
RELAY: reenvío, retransmisión
SERVER: servidor, sistema, servidor de correo
POLICY: política, políticas, administrador, organización, política de seguridad
ALLOWED: permitid/o/a/os/as, autorizad/o/a/os/as, permiso, permisos, permite, puede, permiten,
    autoriza, tiene permiso
ACCEPTED: aceptad/o/a/os, acepta, aceptar
FORBIDDEN: prohibid/o/a, restringid/o/a, desautorizad/o/a, no puede usar, no puede utilizar, no
    puede enviar
DENIED: denegad/o/a, rechazad/o/a/os, negad/o/a, acceso denegado
ENABLED: habilitad/o/a, activad/o/a, activ/o/a, activar, habilitar, activarlo, incluido, incluida
DISABLED: deshabilitad/o/a, desactivad/o/a, inhabilitad/o/a, inactiv/o/a, cancelad/o/a, cerrad/o/a,
    dad/o de baja, impago, suspendid/o de servicio, deshabilitamos, ha terminado, terminad/o/a,
    finalizad/o/a, finalizó, pendiente de pago, no pagad/o/a, impagad/o/a, pendiente, pendientes,
    eliminad/o/a, de baja, dada de baja, dado de baja, borrad/o/a, ha finalizado, vencida de pago,
    falta de pago
LOCKED: bloquead/o/a/os/as, suspendid/o/a/os/as, bloqueo, suspensión, comprometid/o/a, banead/o/a,
    congelad/a/o, bloqueamos, vetad/o/a, expulsad/o/a, retenid/o/a, hackead/o/a
SPAM: sospecha de spam, robot
ACTIVITY: actividad sospechosa, actividad inusual
EXPIRED: caducad/o/a, expirad/o/a, vencid/o/a, ha expirado, ha caducado, caducó, expiró, venció
CHANGE: cambiar, cambie, cambiarla, restablecer, restablezca, cámbiela, actualice, cambiada,
    modificar, modifique, renueve, renovar, establezca una nueva, defina una nueva, cree una nueva,
    elija una nueva
VALID: válid/o/a/os/as, correct/o/a, coincide, coinciden, mismo, misma
INVALID: inválid/o/a/os/as, incorrect/o/a/os/as, erróne/o/a/os/as, equivocad/o/a
KNOWN: encontrad/o/a, existe, registrad/o/a, reconocid/o/a, conocid/o/a
UNKNOWN: inexistente, desconocid/o/a
SUPPORTED: soportad/o/a, admitid/o/a, compatible, soporta, implementad/o/a, admite
AVAILABLE: disponible, disponibles
UNAVAILABLE: fuera de servicio, en mantenimiento
VERIFIED: verificad/o/a, validad/o/a
LIMIT: límite, límites, cuota, número máximo, máximo, máxima, tasa, créditos, límite de envío, cupo
EXCEEDED: excedid/o/a, superad/o/a, alcanzad/o/a, excede, excedió, sobrepasad/o/a, agotad/o/a,
    rebasad/o/a, supera, agotados, insuficiente, insuficientes, ha excedido
TOOMANY: demasiad/os/as, exceso de, número excesivo, muchos intentos, muchas conexiones
COUNTED: conexiones, mensajes, intentos, sesiones, mensaje, correos
TEMPORARY: temporal, temporalmente, más tarde, inténtelo de nuevo, intente de nuevo, intente más
    tarde, inténtelo más tarde, en unos minutos, transitori/o, momentáneamente
INTERNAL: error interno, fallo interno, error del servidor, error en el servidor
BUSY: ocupado, saturado, sobrecargado
TIMEOUT: tiempo de espera, tiempo agotado
APPPASSWORD: contraseña de aplicación, contraseña de la aplicación, contraseñas de aplicación,
    contraseña específica, contraseña de aplicaciones, código de autorización, clave de aplicación
SECONDFACTOR: dos factores, dos pasos, segundo factor, verificación en dos pasos, doble factor
BROWSER: navegador, navegador web
LISTED: lista negra, en lista negra, en una lista negra, listas negras
FULL: llen/o/a, buzón lleno, sin espacio
BUT: porque, pero, debido a, ya que
SENDING+COUNTED: envíos
RECIPIENT+COUNTED: destinatarios
CLIENT+PLACE: país, su país, ubicación, extranjero, el extranjero, fuera del país, otro país
BACKEND: servidor de autenticación, base de datos, servidor ldap, directorio
ALREADY: ya
CANCELLED: interrumpida, abortada, anulada
SEQUENCE: secuencia
SYNTAX: formato, sintaxis, argumento
APIKEY: clave api, clave de api
SWITCHON: active, habilite
PTR: dns inverso, dns inversa, resolución inversa, registro ptr
NEWPASSWORD: nueva contraseña
"""

FRENCH = """\
NOT: pas, non, sans, aucun, aucune, jamais
IF: si, sauf
WILL: sera, seront, pour éviter, va être
OR: ou
YOUR: votre, vos, vous
REQUIRED: requis, requise, requiert, obligatoire, nécessaire, nécessite, exigé/e, doit, devez,
    veuillez, merci de, faut, utilisez, d abord, préalablement, au préalable
FAILED: échec, échoué/e, erreur, problème, échouée, impossible
ACCOUNT: compte, comptes, utilisateur, boîte, boîte aux lettres, boîte mail, messagerie, abonné,
    client, domaine, abonnement, nom d utilisateur, boite, compte de messagerie, compte mail,
    licence, licences, période d essai, offre, contrat, forfait, facture
PASSWORD: mot de passe, mots de passe, mdp
CREDENTIALS: identifiant, identifiants, identifiant ou mot de passe, identifiants de connexion,
    utilisateur ou mot de passe, login ou mot de passe, code d authentification, identifiant et mot
    de passe, login mot de passe, données d authentification, adresse ou mot de passe, utilisateur
    et mot de passe, email ou mot de passe
AUTH: authentification, authentifier, authentifié/e/s, s authentifier, authentifiez,
    identification, connecter, vous authentifier, ouverture de session
SERVICE: service smtp, accès smtp, accès, service de messagerie
SENDING: envoi, envoyer, envoi de mails, envoi de messages, envoi d e mails, envoyer des mails,
    envoyer des messages, émettre, expédier, émission
MECHANISM: mécanisme, méthode, type d authentification, mécanisme d authentification, méthode d
    authentification, mode d authentification
COMMAND: commande
TLS: chiffrement, connexion sécurisée, chiffrée, connexion chiffrée, cryptage, liaison sécurisée
INSECURE: connexion non sécurisée, connexion non chiffrée, en clair
IPADDR: adresse ip, votre ip, adresse ip source, ip source, votre adresse, cette adresse ip
CLIENT: réseau, hôte, machine, serveur d envoi, votre serveur, votre réseau, poste client, réseau
    interne, réseau local
SENDER: expéditeur, émetteur, adresse d expéditeur, adresse de l expéditeur, adresse expéditeur,
    adresse émettrice, domaine d expédition, adresse d envoi, adresse de l émetteur, domaine de l
    expéditeur, l expéditeur, domaine expéditeur, domaine émetteur
RECIPIENT: destinataire, adresse du destinataire, adresse destinataire
RELAY: relais, relayer, relayage
SERVER: serveur, système, serveur de messagerie
POLICY: politique, règle, règles, stratégie, administrateur, organisation, politique de sécurité
ALLOWED: autorisé/e/s/es, permis, permise, droit, droits, autorisation, habilité/e, permission,
    peut, autorise
ACCEPTED: accepté/e/s, accepte, acceptée
FORBIDDEN: interdit/e/s, restreint/e, proscrit, interdisons, interdites, limité/e
DENIED: accès refusé, refusé/e/s, refuse, rejeté/e/s, rejet, refus, dénié
ENABLED: activé/e/s, actif, active, ouvert/e, activer, autoriser, cocher, incluse, inclus
DISABLED: désactivé/e/s, inactif, inactive, clôturé/e, fermé/e, résilié/e, supprimé/e, impayé,
    terminé/e/s, non payé/e, en attente, impayée, impayées, non activé/e, arrivé/e à échéance
LOCKED: bloqué/e/s/es, verrouillé/e/s, suspendu/e/s, blocage, suspension, compromis, compromise,
    banni/e, gelé/e, mise en quarantaine, gelée, bloque, suspendues, piraté/e, verrouillage
SPAM: suspicion de spam, robot, incident de spam
ACTIVITY: activité suspecte, activité inhabituelle, activité anormale
EXPIRED: expiré/e/s, périmé/e, échu
CHANGE: changer, changez, modifier, modifiez, réinitialiser, réinitialisez, renouveler, renouvelez,
    changé, modifié, définissez un nouveau, créez un nouveau, choisissez un nouveau
VALID: valide, valides, correct/e/s, correspond, correspondent, identique, identiques, même,
    conforme
INVALID: invalide, invalides, incorrect/e/s/es, erroné/e/s/es, mauvais/e, faux, incorrectes
KNOWN: trouvé/e, existe, connu/e, reconnu/e, enregistré/e
UNKNOWN: inconnu/e/s, inexistant/e, introuvable
SUPPORTED: supporté/e, pris en charge, prise en charge, supportée, implémenté/e, géré/e
AVAILABLE: disponible, disponibles, accessible, joignable
UNAVAILABLE: indisponible, injoignable, inaccessible, en maintenance
VERIFIED: vérifié/e, validé/e
LIMIT: limite, limites, quota, plafond, maximum, nombre maximum, nombre maximal, débit
EXCEEDED: dépassé/e/s, atteint/e/s, excédé, dépasse, épuisé/e, dépassement, insuffisant/s
TOOMANY: trop de, trop nombreux, trop nombreuses, trop souvent, trop fréquemment, nombre excessif,
    trop d
COUNTED: connexions, messages, tentatives, sessions, mails, courriels, essais, erreurs
TEMPORARY: temporaire, temporairement, plus tard, réessayer, réessayez, ultérieurement,
    momentanément, veuillez essayer plus tard, provisoirement
INTERNAL: erreur interne, erreur du serveur, problème technique, erreur technique, incident
    technique
BUSY: occupé, surchargé, surcharge, saturé
TIMEOUT: délai dépassé, délai d attente, temps écoulé
APPPASSWORD: mot de passe d application, mot de passe spécifique, mot de passe applicatif, mot de
    passe dédié, mots de passe d application, code d autorisation, mot de passe d applications
SECONDFACTOR: deux facteurs, double authentification, deux étapes, second facteur, authentification
    forte, double facteur, validation en deux étapes
BROWSER: navigateur, navigateur web, via le webmail
LISTED: liste noire, en liste noire, sur liste noire, listes noires, blacklisté/e
FULL: plein/e, pleine, saturée, boîte pleine
BUT: parce que, car, mais, en raison, suite à
SENDING+COUNTED: envois
RECIPIENT+COUNTED: destinataires
CLIENT+PLACE: pays, votre pays, localisation, étranger, l étranger, hors de france, un autre pays
BACKEND: serveur d authentification, base de données, annuaire, serveur ldap, annuaire ldap
ALREADY: déjà
CANCELLED: interrompu/e, annulé/e, abandonné/e
SEQUENCE: séquence
SYNTAX: syntaxe, argument
TOKEN: jeton
APIKEY: clé api
SWITCHON: autorisez, activez
PTR: dns inverse, dns inversé, résolution inverse, enregistrement ptr, reverse dns
DISABLED+UNVERIFIED: non confirmé/e
NEWPASSWORD: nouveau mot de passe
"""

GERMAN = """\
NOT: nicht, kein, keine, keinen, keiner, ohne, nie, fehlende, fehlendes, fehlender
IF: falls, wenn, sofern, ob
WILL: wird, werden, droht, um zu vermeiden
OR: oder
YOUR: ihr, ihre, ihrem, ihren, dein, deine, sie
REQUIRED: erforderlich, benötigt, notwendig, verlangt, muss, müssen, bitte, nötig, erfordert,
    zwingend, verpflichtend, vorausgesetzt, nur, verwenden, nutzen, erst, zuerst, vorgeschrieben,
    zunächst
FAILED: fehlgeschlagen, fehler, gescheitert, misslungen, erfolglos, fehlschlag, problem, gestört,
    schlug fehl, nicht erfolgreich, störung
ACCOUNT: konto, benutzer, benutzerkonto, postfach, mailbox, nutzer, kunde, benutzername, kennung,
    benutzernamen, e mail konto, mailkonto, domäne, domain, vertrag, tarif, zugang, kontos,
    nutzername, benutzers, emailkonto, account, lizenz, testzeitraum, testphase, rechnung,
    probezeit, paket
PASSWORD: passwort, kennwort, passworts, kennworts, passwörter
CREDENTIALS: zugangsdaten, anmeldedaten, benutzername oder passwort, benutzername oder kennwort,
    benutzername passwort, benutzer oder passwort, benutzername und passwort, login daten,
    logindaten, anmeldeinformationen, passwort oder benutzername, benutzerdaten, e mail adresse
    oder passwort, benutzerkennung oder passwort, benutzer passwort, anmeldename oder passwort
AUTH: authentifizierung, anmeldung, authentisierung, anmelden, angemeldet, authentifizieren,
    authentifiziert, einloggen, authentisieren, anmeldeversuch, smtp authentifizierung, eingeloggt,
    authentifikation
SERVICE: dienst, smtp zugang, smtp dienst, smtp versand, smtp zugriff, postausgang, zugriff
SENDING: versand, versenden, senden, mailversand, versendung, e mail versand, e mails versenden,
    mails zu versenden, mails versenden, emailversand, verschicken, nachrichtenversand
MECHANISM: mechanismus, verfahren, methode, authentifizierungsmethode,
    authentifizierungsmechanismus, authentifizierungsverfahren, anmeldeverfahren,
    authentifizierungstyp, anmeldemethode
COMMAND: befehl, kommando
TLS: verschlüsselung, sichere verbindung, verschlüsselte verbindung, verschlüsselt, gesicherte
    verbindung, verschlüsselten verbindung, verschlüsselte, tls verschlüsselung, ssl
    verschlüsselung
INSECURE: unverschlüsselt, unverschlüsselte, unverschlüsselte verbindung, unsichere verbindung,
    unverschlüsselten, klartext, im klartext, unsicher, unverschlüsselter
IPADDR: ip adresse, ihre ip, ihre ip adresse, absender ip, ip adressen, ihre adresse, dieser ip,
    diese ip, ihrer ip adresse
CLIENT: netz, netzwerk, rechner, ihr server, ihr netz, hostname, absender server, firmennetz,
    firmennetzwerk, internes netz, interne netz, hausnetz, campusnetz
SENDER: absender, absenderadresse, absenderdomain, absenders, absenderadressen, absenderdomäne,
    versandadresse, sendeadresse, adresse des absenders, absende adresse, absender adresse
RECIPIENT: empfänger, empfängeradresse, empfängers, zieladresse, adressat, empfängerpostfach,
    empfänger adresse
RELAY: weiterleitung, weiterleiten, relayen, weitergeleitet
SERVER: mailserver, serverdienst, rechnersystem
POLICY: richtlinie, richtlinien, administrator, sicherheitsrichtlinie, organisation,
    sicherheitsrichtlinien, sicherheitsgründen
ALLOWED: erlaubt, zugelassen, gestattet, berechtigt, berechtigung, zulässig, freigegeben, befugt,
    autorisiert, recht, rechte, darf, dürfen
ACCEPTED: akzeptiert, angenommen
FORBIDDEN: verboten, untersagt, unzulässig, unberechtigt, eingeschränkt, nicht verwenden, nicht
    nutzen, nicht benutzen, nicht versenden, darf nicht, dürfen nicht
DENIED: verweigert, abgelehnt, zurückgewiesen, abgewiesen, zugriff verweigert, ablehnung
ENABLED: aktiviert, freigeschaltet, aktiv, eingeschaltet, aktiviere, aktivieren, enthalten,
    inbegriffen, gebucht, freischalten, einschalten, freigegeben werden, freizuschalten
DISABLED: deaktiviert, abgeschaltet, inaktiv, ausgeschaltet, gekündigt, gelöscht, geschlossen,
    stillgelegt, unbezahlt, nicht freigeschaltet, nicht aktiviert, nicht bezahlt, beendet,
    ausgelaufen, offen, noch nicht aktiviert, nicht enthalten, endete
LOCKED: gesperrt, gesperrte, blockiert, sperre, sperrung, suspendiert, eingefroren, geblockt,
    kompromittiert, gesperrter, gebannt, suspendierung, sperren, sperrte, gehackt
SPAM: spamverdacht, roboter, spamversand
ACTIVITY: ungewöhnliche aktivität, verdächtige aktivität, ungewöhnliche aktivitäten, verdächtige
    aktivitäten
EXPIRED: abgelaufen, abgelaufenes, veraltet, verfallen
CHANGE: ändern, geändert, zurücksetzen, erneuern, wechseln, zurückgesetzt, erneuert, vergeben sie
    ein neues, legen sie ein neues, neues kennwort, neues passwort
VALID: gültig, korrekt, richtig, stimmt, übereinstimmt, stimmen, übereinstimmen, überein, gültiges,
    gültige, gültiger
INVALID: ungültig, ungültige, ungültiges, ungültiger, falsch, falsche, falsches, falscher,
    fehlerhaft, inkorrekt, fehlerhafte, unrichtig, falschen
KNOWN: bekannt, gefunden, existiert, vorhanden, registriert, kennt
UNKNOWN: unbekannt, unbekannter, unbekannte, unbekanntes
SUPPORTED: unterstützt, implementiert, angeboten
UNSUPPORTED: nicht mehr unterstützt
AVAILABLE: verfügbar, erreichbar
UNAVAILABLE: nicht erreichbar, ausser betrieb, überlastet, wartung
VERIFIED: verifiziert, bestätigt, überprüft
LIMIT: limit, grenze, kontingent, quote, maximum, höchstzahl, maximale, maximale anzahl,
    höchstgrenze, versandlimit, guthaben, speicherplatz, maximalen, tageskontingent, stundenlimit,
    tageslimit
EXCEEDED: überschritten, erreicht, ausgeschöpft, erschöpft, aufgebraucht, überschreitet,
    überschreitung, übersteigt
TOOMANY: zu viele, zu häufig, zu oft, zuviele, zu schnell, zu viel, zuviel
COUNTED: verbindungen, nachrichten, versuche, anmeldungen, empfängern, sitzungen, mails, e mails,
    fehlversuche, anmeldeversuche
TEMPORARY: vorübergehend, vorübergehende, vorübergehender, temporär, temporärer, später,
    zeitweilig, derzeit, momentan, zurzeit, später erneut, später noch einmal
INTERNAL: interner fehler, interner serverfehler, serverfehler, systemfehler, technischer fehler,
    technisches problem, technische störung
BUSY: ausgelastet, beschäftigt, heruntergefahren
TIMEOUT: zeitüberschreitung
APPPASSWORD: app passwort, anwendungsspezifisches passwort, anwendungsspezifisches kennwort,
    anwendungspasswort, anwendungsspezifisch, anwendungsspezifische passwörter, app kennwort,
    anwendungsspezifischen passwort, app spezifisches passwort, gerätepasswort, app passwörter
SECONDFACTOR: zwei faktor, zweiter faktor, zwei faktor authentifizierung, zweifaktor, zweiten
    faktor, zwei schritt, zweifaktorauthentifizierung
BROWSER: webbrowser, im browser, per browser
LISTED: auf einer sperrliste, auf der sperrliste, schwarzen liste, auf der blacklist, auf einer
    blacklist, gelistet
BLACKLIST: sperrliste, blackliste
FULL: voll, überfüllt, postfach voll
TERMS: nutzungsbedingungen
BUT: weil, aber, wegen, aufgrund, sondern
CLIENT+PLACE: land, ihr land, ihrem land, standort, ausland, aus dem ausland, region
BACKEND: authentifizierungsserver, anmeldeserver, datenbank, verzeichnisdienst, anmeldedienst,
    authentifizierungsdienst, benutzerdatenbank, ldap server
ALREADY: bereits
CANCELLED: abgebrochen, unterbrochen
SEQUENCE: reihenfolge
SYNTAX: syntax, syntaxfehler
APIKEY: api schlüssel
SWITCHON: schalten sie, aktivieren sie, bitte aktivieren
PTR: reverse dns, rückwärtsauflösung, ptr eintrag, reverse lookup
DISABLED+UNVERIFIED: noch nicht bestätigt, nicht bestätigt
"""

ITALIAN = """\
NOT: non, senza, nessun, nessuna, mai
WILL: sarà, verrà, saranno, per evitare
OR: oppure
YOUR: tuo, tua, suo, sua, vostro
REQUIRED: richiest/o/a, necessari/o/a, obbligatori/o/a, deve, è necessario, richiede, occorre,
    utilizzare, usare, prego, si prega di, devi, dovete, bisogna, prima, effettuare, effettua
FAILED: fallit/o/a, errore, fallimento, problema, non riuscit/a, impossibile
ACCOUNT: utente, casella, casella di posta, cliente, dominio, nome utente, utenza, abbonamento,
    casella postale, licenza, periodo di prova, piano, contratto, tariffa, fattura
PASSWORD: parola chiave
CREDENTIALS: credenziali, nome utente o password, utente o password, username o password, utente e
    password, user o password, username e password, dati di accesso
AUTH: autenticazione, autenticare, autenticat/o/a, accesso, autenticarsi
SERVICE: servizio, servizio smtp, accesso smtp, servizio di posta
SENDING: invio, inviare, spedire, invio di email, invio di mail, invio di messaggi, spedizione,
    invio email, invio messaggi
MECHANISM: meccanismo, metodo, tipo di autenticazione, meccanismo di autenticazione, metodo di
    autenticazione
COMMAND: comando
TLS: crittografia, cifratura, connessione sicura, connessione cifrata, connessione crittografata
INSECURE: connessione non sicura, in chiaro, connessione non cifrata
IPADDR: indirizzo ip, tuo ip, ip del mittente, vostro ip, vostro indirizzo ip
CLIENT: rete, rete interna, rete aziendale
SENDER: mittente, indirizzo mittente, indirizzo del mittente, dominio del mittente, indirizzo di
    origine, dominio mittente
RECIPIENT: destinatari/o, destinatari, indirizzo del destinatario, indirizzo destinatario
RELAY: inoltro
SERVER: sistema, server di posta
POLICY: amministratore, criteri, regole, politica, organizzazione
ALLOWED: consentit/o/a/i, permess/o/a/i, autorizzat/o/a/i, abilitazione, permesso, autorizzazione,
    può
ACCEPTED: accettat/o/a, accetta
FORBIDDEN: vietat/o/a, proibit/o/a, limitat/o/a, vietiamo, non consentit/o/a, non può usare, non
    può utilizzare, non può inviare
DENIED: negat/o/a, rifiutat/o/a/i, respint/o/a, accesso negato
ENABLED: abilitat/o/a, attiv/o/a, attivat/o/a, incluso, incluso nel
DISABLED: disabilitat/o/a, disattivat/o/a, inattiv/o/a, chius/o/a, cancellat/o/a, disattiv/o/a,
    cessat/a, non pagat/o/a, terminat/o/a, in sospeso, insolut/o/a, cessat/o/a, eliminat/o/a
LOCKED: bloccat/o/a/i/e, sospes/o/a, sospensione, compromess/o/a, congelat/o/a, blocco, bannat/o/a,
    bloccammo
SPAM: sospetto spam
ACTIVITY: attività sospetta, attività insolita, attività anomala
EXPIRED: scadut/o/a, scaduti, obsoleta, troppo semplice, troppo vecchia
CHANGE: cambiare, cambia, modificare, modifica, reimpostare, reimposta, rinnovare, aggiornare,
    rinnovi, rinnova, impostare una nuova, imposti una nuova, scegliere una nuova
VALID: valid/o/a/i/e, corrett/o/a, corrisponde, coincide, stesso
INVALID: errat/o/a/i/e, sbagliat/o/a, invalid/o/a, non corrett/o/a/e
KNOWN: trovat/o/a, esiste, conosciut/o/a, riconosciut/o/a, registrat/o/a
UNKNOWN: sconosciut/o/a, inesistente
SUPPORTED: supportat/o/a, implementat/o/a
AVAILABLE: disponibile, raggiungibile
UNAVAILABLE: irraggiungibile, in manutenzione
VERIFIED: verificat/o/a
LIMIT: limite, limiti, numero massimo, massimo, massima, soglia, crediti
EXCEEDED: superat/o/a/i, raggiunt/o/a, eccedut/o, esaurit/o/a/i, superamento, insufficiente
TOOMANY: troppi, troppe, troppo spesso, numero eccessivo, troppo frequenti
COUNTED: connessioni, messaggi, tentativi, sessioni, messaggio
TEMPORARY: temporane/o/a, temporaneamente, più tardi, riprovare, riprova, momentaneamente,
    riprovare più tardi
INTERNAL: errore interno, errore del server, problema tecnico
BUSY: occupato, sovraccarico
TIMEOUT: tempo scaduto
APPPASSWORD: password per le app, password specifica, password per l app, password applicazione,
    password per app, password di applicazione, password delle app, codice di autorizzazione
SECONDFACTOR: due fattori, secondo fattore, due passaggi, verifica in due passaggi, autenticazione
    forte
BROWSER: dal browser, tramite browser
LISTED: lista nera, in lista nera, in blacklist
FULL: pien/o/a, casella piena
BUT: perché, poiché, ma, a causa
SENDING+COUNTED: invii
CLIENT+PLACE: paese, tuo paese, posizione, estero, dall estero, un altro paese
BACKEND: server di autenticazione, base dati, archivio utenti
ALREADY: già
CANCELLED: annullata, interrotta
SEQUENCE: sequenza
SYNTAX: formato, sintassi
SWITCHON: attiva, attivare, attivi, abilitare, abiliti
PTR: dns inverso, reverse dns, risoluzione inversa
DISABLED+UNVERIFIED: non confermat/o/a
NEWPASSWORD: nuova password
"""

POLISH = """\
NOT: nie, bez, brak
IF: jeśli, jeżeli
WILL: zostanie, będzie, aby uniknąć
OR: lub, albo
YOUR: twoje, twój, twoja, twojego, państwa
REQUIRED: wymagan/e/a/y, wymaga, konieczn/e/a, należy, proszę, musi, musisz, trzeba, potrzebn/e,
    najpierw
FAILED: niepowodzenie, błąd, nieudan/e/a/y, nie powiodło się, nie powiodła się, niepowodzeniem,
    awaria, problem
ACCOUNT: konto, konta, użytkownik, użytkownika, skrzynka, skrzynki, klient, domena, nazwa
    użytkownika, skrzynka pocztowa, usługi, licencja, okres próbny, abonament, umowa, pakiet,
    faktura, faktury
PASSWORD: hasło, hasła
CREDENTIALS: dane logowania, login lub hasło, nazwa użytkownika lub hasło, użytkownik lub hasło,
    nazwy użytkownika lub hasła, login i hasło, loginu lub hasła, danych logowania, dane
    uwierzytelniające
AUTH: uwierzytelnianie, uwierzytelnienie, uwierzytelniania, uwierzytelnienia, autoryzacja,
    autoryzacji, logowanie, logowania, zalogować, zaloguj, autentykacja, zalogowany, zalogowana,
    uwierzytelniony
SERVICE: usługa, dostęp, dostęp smtp, usługa smtp, dostępu
SENDING: wysyłanie, wysyłka, wysyłania, wysyłać, wysyłki, wysłać, nadawania, wysyłania wiadomości,
    wysyłanie wiadomości, wysyłanie poczty
MECHANISM: mechanizm, metoda, mechanizm uwierzytelniania, metoda uwierzytelniania, sposób
    uwierzytelniania
COMMAND: polecenie, komenda
TLS: szyfrowanie, szyfrowania, bezpieczne połączenie, szyfrowane połączenie, połączenie szyfrowane,
    szyfrowanego połączenia
INSECURE: nieszyfrowane, nieszyfrowane połączenie, niezabezpieczone połączenie, otwartym tekstem
IPADDR: adres ip, adresu ip, twój adres ip, twoje ip, adresem ip, twój adres
CLIENT: sieć, sieci, kraj, lokalizacja, hosta
SENDER: nadawca, nadawcy, adres nadawcy, adresu nadawcy, domena nadawcy, nadawcę
RECIPIENT: odbiorca, odbiorcy, adres odbiorcy, adresat, adresata, odbiorcę
RELAY: przekazywanie, przekazywania, relay niedozwolony, relaying niedozwolony
SERVER: serwer, serwera, system, serwer pocztowy
POLICY: polityka, polityką, administrator, administratora, zasady, organizacja, reguły
ALLOWED: dozwolon/e/a/y, uprawnień, uprawnienia, uprawnion/y, zezwala, upoważnion/y, autoryzowan/y,
    wolno
ACCEPTED: akceptowan/y/a/e, zaakceptowan/y/a/e, przyjęt/y/a/e
FORBIDDEN: zabronion/e/a/y, niedozwolon/y/a/e, nieuprawnion/y, zakazan/e, ograniczon/y,
    niedozwolon/e/a/y, zakazan/e/y, nie może, nie możesz, nie masz uprawnień
DENIED: odrzucon/y/a/e, odmowa, odmówiono, odmowa dostępu, brak dostępu, odrzucono
ENABLED: włączon/e/a/y, aktywn/e/a/y, aktywowan/e, uruchomion/a, włączyć, aktywować
DISABLED: wyłączon/e/a/y, nieaktywn/e/a/y, dezaktywowan/e, zamknięt/e, usunięt/e, nieopłacon/e/a,
    niezapłacon/a/e/y, zakończ/ony/yła/ył, rozwiązan/a, skasowan/e
LOCKED: zablokowan/e/a/y, zawieszon/e/a/y, blokada, zablokowano, zawieszenie, wstrzyman/e/a
SPAM: podejrzenie spamu, robotem
ACTIVITY: podejrzana aktywność, nietypowa aktywność
EXPIRED: wygasł/o/a, wygasłe, przeterminowane, straciło ważność
CHANGE: zmienić, zmień, zmiana, zmiany, zresetować, zresetuj, zmienione, ustaw nowe, odnów
VALID: prawidłow/y/a/e, poprawn/y/a/e, zgadza się, zgodny, ważne
INVALID: nieprawidłow/y/a/e/ych, niepoprawn/y/a/e, błędn/y/a/e/ych, złe, zły, nieważn/e, niezgodny
KNOWN: znan/y, istnieje, znaleziono
UNKNOWN: nieznan/y/a/e, nie istnieje, nie znaleziono
SUPPORTED: obsługiwan/y/a/e, wspieran/y/a/e
UNSUPPORTED: nieobsługiwan/y/a/e
AVAILABLE: dostępn/y/a/e
UNAVAILABLE: niedostępn/y/a/e
VERIFIED: zweryfikowan/y/a
LIMIT: limit, limitu, maksymalna liczba, maksymalną liczbę, liczba, limity, limitów, przydział
EXCEEDED: przekroczon/y/a/o/e, przekroczono, przekroczył, przekroczyłeś, osiągnięto, wyczerpan/y,
    przekroczenie, osiągnięt/y
TOOMANY: zbyt wiele, za dużo, zbyt dużo, zbyt wielu, zbyt często, za wiele
COUNTED: połączeń, wiadomości, prób, logowań, odbiorców, sesji, maili
TEMPORARY: tymczasow/o/y/a/e, chwilow/o/y/a, później, spróbuj ponownie, spróbuj później,
    przejściow/y
INTERNAL: błąd wewnętrzny, wewnętrzny błąd, błąd serwera, błąd systemu
BUSY: zajęty, przeciążony, przeciążenie, obciążenie, obciążenie systemu, duże obciążenie
TIMEOUT: przekroczono czas, upłynął limit czasu
APPPASSWORD: hasło aplikacji, hasła aplikacji, hasło do aplikacji, hasło dla aplikacji, hasła do
    aplikacji
SECONDFACTOR: dwuetapowa, dwuskładnikowe, dwuetapowej, dwuskładnikowego, weryfikacja dwuetapowa
BROWSER: przeglądarce, przeglądarki, przeglądarkę
LISTED: czarnej liście, na czarnej liście
BLACKLIST: czarna lista
FULL: pełna, przepełniona, jest pełna
BUT: ponieważ, ale, gdyż, z powodu
CLIENT+PLACE: zagranicy, z zagranicy, kraju, z kraju, lokalizacji, kraj
BACKEND: serwer uwierzytelniania, serwera uwierzytelniania, serwerem uwierzytelniania, baza danych,
    bazy danych, bazą danych
ALREADY: już
CANCELLED: anulowano, przerwano, anulowane, przerwane
SEQUENCE: kolejność
SYNTAX: składnia, składni
ALLOWLIST: liście dozwolonych, lista dozwolonych, białej liście, biała lista
PTR: odwrotny dns, rekord ptr, revdns, rekordu ptr
DISABLED+UNVERIFIED: niepotwierdzon/e/a, nie potwierdzono
NEWPASSWORD: nowe hasło
SWITCHON: włącz, aktywuj
"""

CZECH = """\
NOT: není, nejsou, nebylo, bez, nelze, žádný, žádné, nemáte, nemá
IF: pokud, jestliže
WILL: bude, budou
OR: nebo
YOUR: vaše, váš, vaší, vašeho, vašemu
REQUIRED: vyžadován/o/a, vyžaduje, požadován/o, nutn/é/á/o, musíte, musí, prosím, je třeba,
    nejprve, povinn/é, potřeba, použijte
FAILED: selhal/o/a, chyba, neúspěšn/é/á/ý, selhání, nepodařilo se, nezdařilo se, problém, nezdařilo
ACCOUNT: účet, účtu, uživatel, uživatele, schránka, schránky, zákazník, doména, uživatelské jméno,
    uživatelský účet, e mailová schránka, služby, licence, zkušební doba, tarif, smlouva, faktura,
    předplatné
PASSWORD: heslo, hesla, heslem
CREDENTIALS: přihlašovací údaje, jméno nebo heslo, uživatelské jméno nebo heslo, uživatel nebo
    heslo, uživatelské jméno či heslo, jméno či heslo, údaje
AUTH: ověření, autentizace, autentifikace, ověřování, autentizaci, přihlásit, přihlaste,
    autorizace, autorizaci
SERVICE: služba, přístup, smtp přístup
SENDING: odesílání, odesílat, odeslání, posílat, odeslat, odchozí pošta, rozesílání
MECHANISM: mechanismus, metoda, způsob ověření, ověřovací mechanismus, metoda ověření, autentizační
    mechanismus
COMMAND: příkaz
TLS: šifrování, zabezpečené připojení, šifrované spojení, zabezpečené spojení, šifrované připojení
INSECURE: nešifrované, nezabezpečené, nešifrované spojení, nezabezpečené připojení
IPADDR: ip adresa, ip adresy, vaše ip, vaše ip adresa, ip adrese
CLIENT: síť, sítě, země, klient, počítač
SENDER: odesílatel, odesílatele, adresa odesílatele, odesilatel, odesilatele, adresu odesílatele
RECIPIENT: příjemce, adresa příjemce, adresát, adresáta, příjemcem
RELAY: předávání, přeposílání
SERVER: server, systém, poštovní server, serveru
POLICY: politika, správce, administrátor, pravidla, organizace
ALLOWED: povolen/o/a/ý, oprávnění, oprávněn, dovoleno, práva, povolena
ACCEPTED: přijat/o/a, akceptován
FORBIDDEN: zakázán/o/a, zakázaný, nepovolen/o/ý/á, nedovolen/o, omezen/o, nesmí, nemůže, nemá
    oprávnění
DENIED: odmítnut/o/a/ý, odepřen/o, přístup odepřen, zamítnut/o/a
ENABLED: zapnut/o/a/ý, aktivován/o/a, aktivní, povolit, zapnout, aktivovat
DISABLED: vypnut/o/a/ý, deaktivován/o/a, neaktivní, zrušen/o/a/ý, nezaplacen/o, nezaplacen/a,
    ukončen/o/a
LOCKED: zablokován/o/a, zablokovaný, blokován/o/a, pozastaven/o/a, uzamčen/o/a, uzamčený, zamčen,
    blokovaný, blokace
SPAM: podezření na spam
ACTIVITY: podezřelá aktivita, neobvyklá aktivita
EXPIRED: vypršel/o/a, vypršela platnost, prošlé, expirovalo, platnost vypršela, expiroval
CHANGE: změnit, změňte, změna, obnovit, nastavte nové, zvolte nové, obnovte
VALID: platn/é/ý/á, správn/é/ý/á, odpovídá, shoduje
INVALID: neplatn/é/ý/á/ou, nesprávn/é/ý/á, chybn/é/ý/á, špatn/é/ý/á, neodpovídá
UNKNOWN: neznám/ý/á/é, neexistuje, neexistující, nenalezen
SUPPORTED: podporován/o/a
UNSUPPORTED: nepodporovan/ý/á/é, nepodporován
AVAILABLE: dostupn/ý/á/é
UNAVAILABLE: nedostupn/ý/á/é
LIMIT: limit, limitu, maximální počet, kvóta, počet, kvóty, kapacita
EXCEEDED: překročen/o/a, překročil, dosažen/o, vyčerpán/o, překročení, vyčerpána
TOOMANY: příliš mnoho, příliš často, příliš rychle, moc mnoho
COUNTED: spojení, připojení, zpráv, pokusů, příjemců
TEMPORARY: dočasn/ě/á/é/ý, přechodn/ě, později, zkuste to znovu, zkuste později, momentálně
INTERNAL: interní chyba, vnitřní chyba, chyba serveru, technická chyba
BUSY: zaneprázdněn, přetížen
APPPASSWORD: heslo aplikace, heslo pro aplikaci, heslo pro aplikace, aplikační heslo
SECONDFACTOR: dvoufázové, dvoufaktorové, dvoufázového ověření, druhý faktor
BROWSER: prohlížeči, prohlížeč, prohlížeče
LISTED: na černé listině, na blacklistu, blacklistu
FULL: plná, přeplněna, schránka plná
BUT: protože, ale, kvůli, z důvodu
AUTH+COUNTED: přihlášení
CLIENT+PLACE: zahraničí, ze zahraničí, země, vaší země, poloha, lokalita
BACKEND: ověřovací server, autentizační server, databáze, databází
ALREADY: již, už
CANCELLED: zrušeno, přerušeno
SEQUENCE: pořadí
SWITCHON: aktivujte, zapněte, povolte
PTR: reverzní dns, reverzní záznam, ptr záznam
DISABLED+UNVERIFIED: nepotvrzen/o/a
"""

DUTCH = """\
NOT: niet, geen, zonder, nooit
IF: indien, tenzij, wanneer
WILL: zal, zullen
OR: of
YOUR: uw, jouw, je
REQUIRED: vereist, verplicht, nodig, moet, gelieve, noodzakelijk, eerst, gebruik, alleen
FAILED: mislukt, fout, probleem, faalde, storing, mislukte, niet gelukt
ACCOUNT: gebruiker, gebruikersnaam, postbus, klant, domein, abonnement, gebruikersaccount, e
    mailaccount, emailaccount, mailaccount, licentie, proefperiode, pakket, contract, factuur
PASSWORD: wachtwoord, wachtwoorden
CREDENTIALS: inloggegevens, aanmeldgegevens, gebruikersnaam of wachtwoord, gebruikersnaam en
    wachtwoord, gebruiker of wachtwoord, gebruikersnaam wachtwoord, gegevens
AUTH: authenticatie, verificatie, aanmelding, aanmelden, inloggen, ingelogd, aangemeld, login
    mislukt
SERVICE: dienst, smtp toegang, toegang
SENDING: verzenden, versturen, verzending, e mail versturen, mail versturen, te verzenden
MECHANISM: mechanisme, methode, authenticatiemechanisme, authenticatiemethode, verificatiemethode
COMMAND: opdracht, commando
TLS: versleuteling, encryptie, beveiligde verbinding, versleutelde verbinding, veilige verbinding
INSECURE: onversleuteld, onversleutelde verbinding, onbeveiligde verbinding, niet versleuteld
IPADDR: ip adres, uw ip, uw ip adres, ip adressen, uw adres
CLIENT: netwerk, land, locatie, uw server
SENDER: afzender, afzenderadres, adres van de afzender, verzendadres, afzenderdomein, zender
RECIPIENT: ontvanger, ontvangers, adres van de ontvanger, geadresseerde, ontvangeradres
RELAY: relayen, doorsturen
SERVER: mailserver, systeem
POLICY: beleid, beheerder, organisatie, regels
ALLOWED: toegestaan, toegelaten, gemachtigd, bevoegd, rechten, toestemming, geautoriseerd, mag
ACCEPTED: geaccepteerd, aanvaard
FORBIDDEN: verboden, ongeoorloofd, onbevoegd, beperkt, mag geen, mag niet, mogen niet, mogen geen
DENIED: geweigerd, afgewezen, toegang geweigerd
ENABLED: ingeschakeld, geactiveerd, actief, inschakelen, activeren, staat aan, aan voor
DISABLED: uitgeschakeld, gedeactiveerd, inactief, opgeheven, afgesloten, beëindigd, uitgezet,
    opgezegd, niet betaald, afgelopen, onbetaald, staat uit
LOCKED: geblokkeerd, vergrendeld, opgeschort, geschorst, blokkade, gecompromitteerd
EXPIRED: verlopen, vervallen
CHANGE: wijzigen, wijzig, veranderen, verander, gewijzigd, resetten, vernieuwen, nieuw wachtwoord,
    stel een nieuw, kies een nieuw
VALID: geldig, geldige, correct, juist, overeen, klopt, kloppen, hetzelfde
INVALID: ongeldig, ongeldige, onjuist, onjuiste, verkeerd, verkeerde, foutief, foutieve, foute
KNOWN: bekend, gevonden, bestaat, herkend
UNKNOWN: onbekend, onbekende
SUPPORTED: ondersteund, geïmplementeerd
AVAILABLE: beschikbaar, bereikbaar
UNAVAILABLE: onbeschikbaar, onbereikbaar, onderhoud
LIMIT: limiet, quotum, maximum, maximale, maximum aantal, maximaal aantal, maximale aantal,
    verzendlimiet, daglimiet, verzendquotum
EXCEEDED: overschreden, bereikt, overschrijdt, verbruikt
TOOMANY: te veel, teveel, te vaak, te snel
COUNTED: verbindingen, berichten, pogingen, sessies, aanmeldingen
TEMPORARY: tijdelijk, tijdelijke, later opnieuw, probeer het later, momenteel, op dit moment
INTERNAL: interne fout, interne serverfout, serverfout, technisch probleem, technische fout
BUSY: bezet, overbelast, te druk
APPPASSWORD: app wachtwoord, app specifiek wachtwoord, toepassingswachtwoord, apparaatwachtwoord
SECONDFACTOR: tweestaps, twee factor, tweefactor, tweestapsverificatie, twee staps
BROWSER: webbrowser, in de browser
LISTED: op een zwarte lijst, zwarte lijst
FULL: vol, postbus vol
BUT: omdat, maar, wegens, vanwege
CLIENT+PLACE: buitenland, het buitenland, uit het buitenland, land, uw land, locatie
BACKEND: authenticatieserver, aanmeldserver, databank, gebruikersdatabase
ALREADY: reeds, al
CANCELLED: afgebroken, geannuleerd
SEQUENCE: volgorde
SWITCHON: activeer, schakel
PTR: reverse dns, omgekeerde dns, ptr record
DISABLED+UNVERIFIED: niet bevestigd, nog niet bevestigd
"""

TURKISH = """\
NOT: değil, yok
OR: veya, ya da
REQUIRED: gerekli, zorunlu, gerekiyor, gereklidir, gerekmektedir, lütfen, önce, zorunludur,
    gerekir, gönderin, yapin, yapiniz, gönderiniz, göndermelisiniz
FAILED: başarisiz, hata, başarisiz oldu, hatasi, yapilamadi, sorun
ACCOUNT: hesap, hesabi/niz/n/nizin/na, kullanici, kullanici hesabi, kullanici adi, posta kutusu,
    müşteri, e posta hesabi/niz, kullanicinin, posta kutunuz, aboneliğiniz, lisans, lisansiniz,
    deneme süresi, paket, paketiniz, fatura, faturaniz, sözleşme, üyeliğiniz
PASSWORD: şifre/niz/si/nizi/nizin/nin/yi/ye, parola/niz/si/nizi/nizin/nin
CREDENTIALS: kullanici adi veya şifre, kullanici adi veya parola, kullanici adi ya da şifre, kimlik
    bilgileri, kullanici adi ve şifre, kullanici adi şifre, kullanici adi parola, giriş bilgileri,
    kimlik bilgisi, kimlik bilginiz, hesap bilgileri
AUTH: kimlik doğrulama, kimlik doğrulamasi, oturum açma, giriş, oturum, yetkilendirme, doğrulama,
    kimlik doğrulandi, doğrulandi, giriş yapildi
SERVICE: servis, hizmet, hizmeti, smtp erişimi, servisi, erişim
SENDING: gönderim, gönderme, mail gönderimi, e posta gönderimi, göndermek, gönderimi, mail gönderme
MECHANISM: mekanizma, mekanizmasi, yöntem, yöntemi, kimlik doğrulama yöntemi, kimlik doğrulama
    mekanizmasi, kimlik doğrulama türü
COMMAND: komut
TLS: şifreleme, güvenli bağlanti, şifreli bağlanti
INSECURE: güvensiz bağlanti, şifresiz bağlanti, güvenli olmayan bağlanti
IPADDR: ip adresi, ip adresiniz, ip adresinden, ip adresinizden
CLIENT: ağ, ülke, konum, bilgisayar, sunucunuz
SENDER: gönderen, gönderici, gönderen adresi, gönderici adresi, gönderenin adresi
RECIPIENT: alici, alici adresi, alicinin
RELAY: aktarma, röle, iletme, relay
SERVER: sunucu, sistem, sunucusu
POLICY: politika, yönetici, politikasi, kural
ALLOWED: izin verildi, yetkili, izinli, izin verilen
FORBIDDEN: izin verilmiyor, izni yok, yetkiniz yok, yetkisi yok, yasak, izin verilmedi,
    yasaklanmiş, izniniz yok, izin verilmez, yasaklandi, yetkisiz, izin yok
DENIED: reddedildi, red edildi, engellendi erişim, erişim engellendi, kabul edilmedi
ENABLED: etkin, aktif, etkinleştirilmiş, açik
DISABLED: devre dişi, pasif, kapali, kapatildi, etkin değil, aktif değil, devre dişi birakildi,
    kapatilmiştir, silinmiş, pasif durumda, kapatilmiş, kapali, kapalidir, kapatildi,
    kapatilmiştir, devre dişidir, ödenmemiş, ödenmedi, sona erdi, içermiyor, etkinleştirilmedi,
    henüz etkinleştirilmedi, silindi
LOCKED: kilitlendi, kilitli, askiya alindi, engellendi, bloke, bloke edildi, kilitlenmiştir,
    engellenmiştir, donduruldu, askiya alinmiştir, engellenmiş, askida, bloklandi, bloklanmiştir,
    kilitlenmiş, engelli, durduruldu, askiya alinmiş, askida, yasaklandi, yasakli
EXPIRED: süresi doldu, süresi dolmuş, süresi dolmuştur, süresi bitti, süresi geçmiş
CHANGE: değiştirin, değiştiriniz, değiştirmeniz, sifirlayin, yenileyin, değiştirilmeli
INVALID: hatali, yanliş, geçersiz, geçerli değil, uyuşmuyor, hatalidir, yanliştir, eşleşmiyor
VALID: geçerli, doğru
UNKNOWN: bilinmeyen, bulunamadi, mevcut değil, taninmiyor, bulunmuyor, böyle bir
SUPPORTED: destekleniyor
UNSUPPORTED: desteklenmiyor, desteklenmeyen
UNAVAILABLE: kullanilamiyor, hizmet dişi, kullanim dişi, ulaşilamiyor
LIMIT: limit, sinir, kota, limiti, siniri, kotasi, kotaniz, limitiniz, sinirini, limitini, kotanizi
EXCEEDED: aşildi, doldu, aştiniz, aşilmiştir, aşmiştir, ulaştiniz, dolmuş, aşilmiş, ulaşildi
TOOMANY: çok fazla, çok sik, çok sayida
COUNTED: bağlanti, mesaj, ileti, deneme, e posta, giriş denemesi
TEMPORARY: geçici, geçici olarak, daha sonra, tekrar deneyin, daha sonra tekrar, şu anda, kisa
    süreliğine
INTERNAL: sunucu hatasi, iç hata, dahili hata, sistem hatasi
BUSY: meşgul, yoğun
APPPASSWORD: uygulama şifresi, uygulama parolasi, uygulamaya özel şifre
SECONDFACTOR: iki adimli, iki faktörlü, iki aşamali
BROWSER: tarayici, tarayicidan, tarayicinizdan
LISTED: kara listede, kara liste, kara listeye
FULL: dolu
BUT: çünkü, ama, nedeniyle
CLIENT+PLACE: yurt dişi, yurt dişindan, ülke, ülkeniz, ülkenizden, konum
BACKEND: kimlik doğrulama sunucusu, doğrulama sunucusu, veritabani, veri tabani
ALREADY: zaten
CANCELLED: iptal edildi, kesildi
SEQUENCE: sirasi, sira
SYNTAX: sözdizimi
SWITCHON: etkinleştirin, açin
PTR: ters dns, ptr kaydi
DISABLED+UNVERIFIED: onaylanmadi
NEWPASSWORD: yeni bir şifre, yeni şifre, yeni parola, yeni bir parola
"""

VIETNAMESE = """\
NOT: không, chưa, chẳng
OR: hoặc
YOUR: của bạn
REQUIRED: yêu cầu, cần, phải, vui lòng, bắt buộc, hãy, trước tiên
FAILED: thất bại, lỗi, không thành công
ACCOUNT: tài khoản, người dùng, hộp thư, tên đăng nhập, tên người dùng
PASSWORD: mật khẩu
CREDENTIALS: thông tin đăng nhập, thông tin xác thực, tài khoản hoặc mật khẩu
AUTH: xác thực, đăng nhập, chứng thực
SERVICE: dịch vụ
SENDING: gửi thư, gửi email, gửi mail, gửi
MECHANISM: cơ chế, phương thức, cơ chế xác thực, phương thức xác thực
COMMAND: lệnh
TLS: mã hóa, mã hoá, kết nối an toàn
IPADDR: địa chỉ ip
CLIENT: mạng, máy khách
SENDER: người gửi, địa chỉ gửi, địa chỉ người gửi
RECIPIENT: người nhận, địa chỉ nhận, địa chỉ người nhận
RELAY: chuyển tiếp
SERVER: máy chủ, hệ thống
POLICY: chính sách, quản trị viên
ALLOWED: được phép, cho phép, quyền
FORBIDDEN: bị cấm, cấm
DENIED: từ chối, bị từ chối
ENABLED: kích hoạt, được kích hoạt, bật
DISABLED: vô hiệu hóa, vô hiệu hoá, ngừng hoạt động, bị tắt
LOCKED: bị khóa, bị khoá, khóa, bị chặn, tạm khóa, bị đình chỉ, chặn
EXPIRED: hết hạn
CHANGE: đổi, thay đổi, đặt lại
VALID: đúng, hợp lệ, chính xác, khớp
INVALID: sai
KNOWN: tồn tại, tìm thấy
SUPPORTED: hỗ trợ, được hỗ trợ
AVAILABLE: khả dụng, sẵn sàng
LIMIT: giới hạn, hạn mức, hạn ngạch
EXCEEDED: vượt quá, vượt, đạt
TOOMANY: quá nhiều, quá thường xuyên
COUNTED: kết nối, tin nhắn, thư, lần thử
TEMPORARY: tạm thời, thử lại sau, vào lúc khác
INTERNAL: lỗi hệ thống, lỗi máy chủ, lỗi nội bộ
BUSY: bận, quá tải
APPPASSWORD: mật khẩu ứng dụng
SECONDFACTOR: xác thực hai bước, hai yếu tố
BROWSER: trình duyệt
LISTED: danh sách đen
FULL: đầy
BUT: vì, nhưng
ALREADY: đã
BACKEND: cơ sở dữ liệu, máy chủ xác thực
"""

LANGUAGES = {
    "portuguese": PORTUGUESE,
    "spanish": SPANISH,
    "french": FRENCH,
    "german": GERMAN,
    "italian": ITALIAN,
    "polish": POLISH,
    "czech": CZECH,
    "dutch": DUTCH,
    "turkish": TURKISH,
    "vietnamese": VIETNAMESE,
    **further.LANGUAGES,
}

# Plural, whose, and case, one behind the other.
TURKISH_ENDINGS = " ".join(
    [
        f"{many}{whose}{case}"
        for many in ("", "lar", "ler")
        for whose in ("", *"i u ü si su sü niz nuz nüz iniz unuz ünüz im um üm".split())
        for case in (
            *("", "a", "e", "i", "u", "ü", "ya", "ye", "yi", "yu", "yü", "na", "ne", "ni", "nu"),
            *("nü", "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "ndan"),
            *("nden", "in", "un", "ün", "nin", "nun", "nün", "la", "le", "yla", "yle", "dir"),
            *("dur", "dür", "tir", "tur", "tür"),
        )
    ]
)

# What words end in, so that one form of a word stands for all ("senha" for "senhas").
ENDINGS = {
    "portuguese": "o a os as e es s ão ões am em ou ado ada ados adas",
    "spanish": "o a os as e es s ón ones an en ó ado ada ados adas",
    "french": "e s es é ée és ées er ez ent aux",
    "german": "e en er es em n s nen te ten tes ter tem",
    "italian": "o a i e ato ata ati ate",
    "polish": (
        "a e y i o u ę ą ów om em ie ami ach ego emu ej ym ich ych im imi ymi iem owi ła ło ły li"
        " owe owa owy owych owego owej"
    ),
    "czech": (
        "a e y i o u ě í é á ý ou em ům ech ách ami emi mi ho ího ímu ého ému ých ým ém ích ovi"
        " la lo ly li"
    ),
    "dutch": "e en s n t",
    "turkish": TURKISH_ENDINGS,
    **further.ENDINGS,
}

# Words that tell the language where it is written without its accents.
BARE = {
    "portuguese": (
        " necessari obrigatori possivel usuari autenticacao identificacao ligacao destinatario"
        " indisponivel manutencao conexoes localizacao usuario"
    ),
    "spanish": (" electronico buzon contrasena"),
    "french": (
        " necessaire necessite prealablement echec echoue probleme donnees emettre expedier"
        " emission mecanisme methode securisee reseau desactive cloture resilie gelee perime"
        " depasse epuise frequemment reessayer ulterieurement momentanement etranger"
    ),
    "german": (
        " benotigt notig zunachst gestort storung verschlusselung verschlusselten empfanger"
        " unzulassig eingeschrankt durfen zuruckgewiesen gekundigt geloscht gultig ubereinstimmt"
        " ungultig uberlastet uberschritten ausgeschopft erschopft uberschreitet ubersteigt"
        " haufig vorubergehend temporarer spater geaend aendern ungueltig empfaenger ueberschr"
        " verschluessel unverschluessel benoetigt voruebergeh spaeter unterstuetzt geloescht"
        " gekuendigt bestaetigt zulaessig zurueckge haeufig gueltig"
    ),
    "polish": (
        " uzytkownik uslugi haslo uwierzytelniajace wysylanie wyslac wiadomosci polaczenie"
        " mozesz odmowiono dostepu wylaczon nieoplacon waznosc prawidlow nieprawidlow bledn"
        " niedostepn przekroczyles osiagnieto czesto pozniej sprobuj przejsciow"
    ),
    "czech": (
        " vyzadovan vyzaduje pozadovan musite treba potreba pouzijte neuspesn nepodarilo"
        " nezdarilo uzivatel schranka zakaznik domena jmeno sluzby prihlasovaci udaje overeni"
        " overovani posilat rozesilani zpusob sifrovani zabezpecene pripojeni pocitac prijemce"
        " predavani preposilani zakazany nemuze opravneni odmitnut odepren pristup zamitnut"
        " zrusen uzamcen zamcen vyprsel spravn odpovida nespravn spatn neodpovida neexistujici"
        " prekrocen dosazen vycerpan prilis casto docasn prechodn pozdeji momentalne prihlaseni"
    ),
    "dutch": (" beeindigd"),
    "turkish": (
        " lutfen gonderin basarisiz musteri aboneliginiz sifre dogrulama yontem guvenli baglanti"
        " erisim degil kapatilmistir disidir kilitlenmistir engellenmistir alinmistir"
        " bloklanmistir suresi dolmustur gecmis gecersiz uyusmuyor yanlistir eslesmiyor boyle"
        " ulasilamiyor asildi astiniz asmistir ulastiniz gecici disindan ulkeniz"
    ),
    **further.BARE,
}
