"""The words of servers in French, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: pas, non, sans, aucun, aucune, jamais, ni, nullement, n est plus, ne sont plus, n a plus, ne
    peut plus, n est pas, ne sont pas, n accepte plus, ne peuvent plus, plus du tout
IF: si, sauf
WILL: sera, seront, pour éviter, va être
OR: ou
YOUR: votre, vos, vous
REQUIRED: requis, requise, requiert, obligatoire, nécessaire, nécessite, exigé, doit, devez,
    veuillez, merci de, faut, utilisez, d abord, préalablement, au préalable, doivent, uniquement,
    seulement, exige, impérativement, merci d, besoin, nécessaires, il faut, passez, seul, seuls,
    seules, indispensable
FAILED: échec, échoué, erreur, problème, échouée, impossible, échecs, échoue, raté, ratée, a
    échoué, n a pas abouti, infructueux, infructueuse, infructueuses, pas possible
ACCOUNT: compte, comptes, utilisateur, boîte, boîte aux lettres, boîte mail, messagerie, abonné,
    client, domaine, abonnement, nom d utilisateur, boite, compte de messagerie, compte mail,
    licence, licences, période d essai, contrat, hébergement, adresse mail, adresse email, adresse
    e mail, adhérent, bal, profil, usager, login, espace
PASSWORD: mot de passe, mots de passe, mdp, mot de passe de messagerie, mot de passe smtp
CREDENTIALS: identifiant, identifiants, identifiant ou mot de passe, identifiants de connexion,
    utilisateur ou mot de passe, login ou mot de passe, code d authentification, identifiant et mot
    de passe, login mot de passe, données d authentification, adresse ou mot de passe, utilisateur
    et mot de passe, email ou mot de passe, nom ou mot de passe, utilisateur mot de passe, couple
    identifiant mot de passe, données de connexion, informations de connexion, login et mot de
    passe, informations d identification
AUTH: authentification, authentifier, authentifié, s authentifier, authentifiez, identification,
    connecter, vous authentifier, ouverture de session, connexion, identifiez, s identifier, se
    connecter, connectez, vous connectez, ouvrir une session, tentative de connexion, vous
    identifier, accès au compte
SERVICE: service smtp, accès smtp, accès, service de messagerie, service, envoi smtp, smtp
    authentifié, logiciels de messagerie, clients de messagerie, clients externes, applications
    externes, applications tierces, fonction, fonctionnalité, accès externe, protocole
SENDING: envoi, envoyer, envoi de mails, envoi de messages, envoi d e mails, envoyer des mails,
    envoyer des messages, émettre, expédier, émission, émettre des mails, courrier sortant,
    messages sortants, expédition, envoie, expédié, envoi massif, routage
MECHANISM: mécanisme, méthode, type d authentification, mécanisme d authentification, méthode d
    authentification, mode d authentification, type d identification, méthode de connexion,
    procédé, mode de connexion
COMMAND: commande
TLS: chiffrement, connexion sécurisée, chiffrée, connexion chiffrée, cryptage, liaison sécurisée,
    canal sécurisé, canal chiffré, chiffrer, connexion protégée, crypter, crypté, lien sécurisé,
    chiffre
INSECURE: connexion non sécurisée, connexion non chiffrée, en clair, sans chiffrement, non chiffré,
    non chiffrée, non sécurisé, non sécurisée, non crypté, non cryptée, non protégé, non protégée
IPADDR: adresse ip, votre ip, adresse ip source, ip source, votre adresse, cette adresse ip,
    adresses ip, ip d origine, ip cliente, votre adresse ip, plage d adresses, plage ip, ips
CLIENT: réseau, hôte, machine, serveur d envoi, votre serveur, votre réseau, poste client, votre
    connexion, ordinateur, fournisseur, réseau externe, appareil, équipement, hors du réseau,
    provenance, origine
SENDER: expéditeur, émetteur, adresse d expéditeur, adresse de l expéditeur, adresse expéditeur,
    adresse émettrice, domaine d expédition, adresse d envoi, adresse de l émetteur, domaine de l
    expéditeur, l expéditeur, domaine expéditeur, domaine émetteur, au nom de, autre utilisateur,
    un autre utilisateur, autre compte, adresse d expédition, en tant qu expéditeur, adresse
    source, adresse from
RECIPIENT: destinataire, adresse du destinataire, adresse destinataire, adresse de destination,
    destination, boîte du destinataire, adresse cible
RELAY: relais, relayer, relayage, retransmission, réacheminement, retransmettre
SERVER: serveur, système, serveur de messagerie
POLICY: politique, règle, règles, stratégie, administrateur, organisation, politique de sécurité,
    administration, charte, consigne, directive, entreprise, raison de sécurité, raisons de
    sécurité
ALLOWED: autorisé, permis, permise, droit, droits, autorisation, habilité, permission, peut,
    autorise, privilège, privilèges, autorisent, admis, admise, droit d
ACCEPTED: accepté, accepte, acceptée
FORBIDDEN: interdit, restreint, proscrit, interdisons, interdites, limité, pas le droit,
    restriction, restrictions, réservé, empêché, non admis, limité à
DENIED: accès refusé, refusée, refusé, refuse, rejeté, rejet, refus, dénié, refusons, rejetons,
    décliné, repoussé, éconduit
ENABLED: activé, actif, active, ouvert, activer, autoriser, cocher, incluse, inclus, souscrit,
    souscrite, activation, allumé, dispose, ouverts
DISABLED: désactivé, inactif, inactive, clôturé, fermé, résilié, supprimé, impayé, terminé, non
    payé, non payée, en attente, impayée, impayées, non activé, non activée, arrivé, arrivée à
    échéance, éteint, éteinte, coupé, radié, révolu, n est plus actif, n est plus active, n est pas
    inclus, non souscrit, non inclus, sans licence, en cours d activation, fermeture, clos, close,
    désactivons, inutilisé, coupure, a pris fin, pris fin, est terminé, sont terminés
LOCKED: bloqué, verrouillé, suspendu, blocage, suspension, compromis, compromise, banni, gelé,
    gelée, mise en quarantaine, bloque, suspendues, piraté, verrouillage, quarantaine, en
    quarantaine, bloquons, avons bloqué, avons suspendu, suspendons, mis en quarantaine, détourné,
    usurpé, pénalisé, condamné, neutralisé, consigné, bridé, confisqué
SPAM: suspicion de spam, robot, incident de spam, pourriel, pourriels, envoi en masse, courrier
    indésirable, envoi de spam, spams, publipostage
ACTIVITY: activité suspecte, activité inhabituelle, activité anormale, comportement suspect, accès
    suspect, connexion suspecte, connexions suspectes, accès inhabituel, connexion inhabituelle,
    envoi suspect, envois suspects, activité frauduleuse, comportement anormal, trafic suspect,
    abus, usage abusif, utilisation abusive
EXPIRED: expiré, périmé, échu, n est plus valable, n est plus valide, plus valide, plus valable,
    arrivé à expiration, est arrivé à expiration, trop ancien, trop vieux, échéance, validité, a
    expiré, obsolète, caduc
CHANGE: changer, changez, modifier, modifiez, réinitialiser, réinitialisez, renouveler, renouvelez,
    changé, modifié, définissez un nouveau, créez un nouveau, choisissez un nouveau, le renouveler,
    le changer, renouvelle, changement, remplacez, choisissez en un nouveau, définissez en un
    nouveau, mettre à jour, mettez à jour, choisir un nouveau, définir un nouveau, remplacer,
    renouvellement
VALID: valide, valides, correct, correspond, correspondent, identique, identiques, même, conforme,
    concordent, concorde, juste, exact, exacte, conviennent, bon, bonne, conformes, correspondant
INVALID: invalide, invalides, incorrect, erroné, erronée, mauvais, faux, incorrectes, différent,
    diffère, inexact, fausse, non conforme, mal saisi, non valable
KNOWN: trouvé, existe, connu, reconnu, enregistré, existant, existante, localisé, hébergé,
    identifié, existent, référencé
UNKNOWN: inconnu, inexistant, introuvable, n existe pas, aucun utilisateur, aucune boîte, il n y a
    pas
SUPPORTED: supporté, pris en charge, prise en charge, supportée, implémenté, géré, gérée, supporte,
    gère, propose, proposé, accepté ici
AVAILABLE: disponible, disponibles, accessible, joignable, répond, répondu, réponse, opérationnel,
    fonctionne, en service
UNAVAILABLE: indisponible, injoignable, inaccessible, en maintenance, ne répond pas, sans réponse,
    en panne, panne, hors service, maintenance, arrêté, hors ligne, pas prêt
VERIFIED: vérifié, validé
LIMIT: limite, limites, quota, plafond, maximum, nombre maximum, nombre maximal, débit, par heure,
    par jour, par minute, par mois, nombre de, nombre d, volume, seuil, solde, crédits, crédit,
    quotas, aujourd hui, fréquence, cadence
EXCEEDED: dépassé, atteint, excédé, dépasse, épuisé, dépassement, insuffisant, dépassant, franchi,
    consommé, au delà, au dessus, excède, avez atteint, avez dépassé, est atteinte, est atteint,
    excédent
TOOMANY: trop de, trop nombreux, trop nombreuses, trop souvent, trop fréquemment, nombre excessif,
    trop d, excessif, excessive, excessives, à répétition, répété, plusieurs échecs, plusieurs
    tentatives, multiples tentatives, nombreuses tentatives, nombreux échecs, trop vite, trop
    rapidement, trop fréquent, trop fréquentes, trop rapprochées, successives
COUNTED: connexions, messages, tentatives, sessions, mails, courriels, essais, erreurs, mail,
    courriel, requêtes, fois
TEMPORARY: temporaire, temporairement, plus tard, réessayer, réessayez, ultérieurement,
    momentanément, veuillez essayer plus tard, provisoirement, dans un instant, dans quelques
    instants, dans quelques minutes, patientez, veuillez patienter, recommencez, pour le moment,
    momentané, provisoire, réessai, essayez plus tard, retentez, pour l instant, actuellement
INTERNAL: erreur interne, erreur du serveur, problème technique, erreur technique, incident
    technique, problème interne, erreur inattendue, erreur système, défaillance, erreur serveur,
    panne interne, impossible d interroger, erreur de configuration, dysfonctionnement, impossible
    de consulter, impossible d accéder, impossible de vérifier
BUSY: occupé, surchargé, surcharge, saturé, engorgé, charge trop élevée, trop chargé, congestion
TIMEOUT: délai dépassé, délai d attente, temps écoulé, connexion impossible, échec de connexion à,
    impossible de joindre, impossible de contacter, délai expiré, dépassement de délai
APPPASSWORD: mot de passe d application, mot de passe spécifique, mot de passe applicatif, mot de
    passe dédié, mots de passe d application, code d autorisation, mot de passe d applications, mot
    de passe pour application, mot de passe pour applications, mot de passe distinct, mot de passe
    séparé, mot de passe propre, mot de passe unique, mot de passe externe, mot de passe logiciel,
    code d accès
SECONDFACTOR: deux facteurs, double authentification, deux étapes, second facteur, authentification
    forte, double facteur, validation en deux étapes, authentification multifacteur, multifacteur,
    double vérification, validation en 2 étapes, code de vérification, authentification à deux, 2
    étapes, 2 facteurs
BROWSER: navigateur, navigateur web, via le webmail, depuis le webmail, sur le site, par le
    webmail, sur le webmail, via le site
LISTED: liste noire, en liste noire, sur liste noire, listes noires, blacklisté, est listé, est
    listée, listé sur, listée sur, listé dans, figure sur, liste de blocage, référencée sur,
    présent, présente sur
FULL: plein, pleine, saturée, espace de stockage, quota de stockage, stockage, espace disque
BUT: parce que, car, mais, en raison, suite à
SENDING+COUNTED: envois
RECIPIENT+COUNTED: destinataires
CLIENT+PLACE: pays, votre pays, localisation, étranger, l étranger, hors de france, un autre pays,
    région, international, hors de l union, pays étranger, lieu, hors union européenne, à l
    étranger
BACKEND: serveur d authentification, base de données, annuaire, serveur ldap, annuaire ldap, base
    des utilisateurs, base utilisateurs, base des comptes, service d authentification, serveur de
    comptes, serveur radius
ALREADY: déjà
CANCELLED: interrompu, annulé, abandonné
SEQUENCE: séquence
SYNTAX: syntaxe, argument, malformé, mal formé, mal formée
TOKEN: jeton
APIKEY: clé api
SWITCHON: autorisez, activez
PTR: dns inverse, dns inversé, résolution inverse, enregistrement ptr, reverse dns, enregistrement
    inverse, dns inverses, inverse, résolution dns inverse
DISABLED+UNVERIFIED: non confirmé, non confirmée
NEWPASSWORD: nouveau mot de passe
OWNED: appartient, appartiennent, propriétaire, est la vôtre, est le vôtre, vous appartient
REVOKED: révoqué
UNSUPPORTED: incompatible, non géré, non gérée, non supporté, non supportée
DURATION: minutes, heures, secondes, minute, heure, jours, semaine
GREYLIST: liste grise, listes grises
BLACKLIST: listes de blocage, réputation, mauvaise réputation, ip dynamique
ALLOWLIST: liste blanche, liste des autorisations, ip autorisées, adresses autorisées, réseaux
    autorisés, liste d autorisation, liste des ip autorisées, réseau autorisé
BASICAUTH: authentification de base, authentification basique, authentification simple,
    authentification par mot de passe
CREATE: créez, créer, générez, générer
UNPAID: paiement, paiements, facture, factures, règlement, non paiement, défaut de paiement, dette,
    facturation, comptabilité, cotisation
CERTIFICATE: certificat, certificat client
RCPTLIMIT+LIMIT+COUNTED: destinataires par message, nombre de destinataires, limite de
    destinataires
RECEIVE: réception, recevoir
TERMS: conditions d utilisation, conditions générales
SECURITY: version de tls, version tls, protocole tls
CLIENT+LAN: réseau interne, réseau local, réseau de l entreprise, intranet, réseau d entreprise,
    réseau de l université
STOPPED: stoppé, interrompu, arrêté, cessé
ACCOUNT+PLAN: offre, forfait, offre gratuite, formule
SESSION: session, votre session
CHECK: vérifiez, vérifier, contrôlez
"""

ENDINGS = "e s es é ée és ées er ez ent aux"
