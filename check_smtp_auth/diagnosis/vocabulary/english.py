"""The words of servers in English, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

# A line that goes on in the next one ends in a backslash: joined here, not at run time, which takes
# 0.2 ms at each refusal.
ENGLISH = """\
# How the words hang together.
NOT: not, no, never, cannot, without, unable, non, neither, nor, lack of, lacks, missing, absent,\
 nope, dont, doesnt, didnt, isnt, wasnt, arent, hasnt, havent, wont, couldnt
IF: if, unless, whether, in case, make sure, ensure, check that, check if, check whether, be sure,\
 did you, verify that, in the case
WILL: may not be, will be, would be, may be, might be, could be, can be, to avoid, to prevent, get,\
 gets, will become, to be, before, shall be, may have, might have, could have, will result in, will\
 lead to
OR: or
YOUR: your, you
REQUIRED: required, require, requires, requiered, requiring, needed, need, needs, must, mandatory,\
 demanded, demands, expected, necessary, have to, has to, should, please, only, obligatory,\
 enforced, first, use, wants, pls, accepted only, requirement, before you can, forced, force,\
 compulsory, obliged, kindly, expecting, expects, reqd, enforces, enforce, insists, insist, wanted,\
 awaited from you
FAILED: failed, fail, fails, failure, failures, failing, error, errors, unsuccessful, problem,\
 trouble, fault, broken, crashed, refused to, could not, did not succeed, went wrong, not possible\
 to, not successful, unsuccessfully, not work, not be completed
SUCCESS: succeeded, succeed, successful, success
# Whose trouble it is.
ACCOUNT: account, accounts, user, mailbox, mail box, alias, tenant, subaccount, email account, mail\
 account, sender account, customer, username, login name, userid, profile, mail user, sasl user,\
 identity, company, login account, mailboxes, email user, client account, smtp user, smtp account,\
 username or account, userids, workspace, login id, inbox, reseller, team, project, registration,\
 service account, bot account, mail alias, email alias, login user, account type, account types,\
 type of account, kind of account, principal, client s entry, user entry, account entry, user\
 record, acct, auth user, auth account, authentication user, acc, accnt, usr, usrname, mbox, mbx,\
 usernm, email box, e mail box, post box, postbox, email id, e mail id, mail id, mailid, emailid,\
 projects, teams, workspaces, tenants, customers, profiles, aliases, identities, usernames,\
 companies, trial account, trial accounts, free account, free accounts, netid, net id, account\
 name, uid, uids, loginid, cust id, member, members, student, students, employee, subscriber,\
 subscribers, patron, policyholder, purchaser, buyer, merchant, vendor, end user, enduser,\
 participant, holder, account holder, mailbox owner, mailbox user, client id, customer id, customer\
 number, customer no, contract number, login identity, the box, your box, mail enabled group,\
 distribution group, distribution list, security group, type of user, types of user, kind of user,\
 user type
PASSWORD: password, passwd, passphrase, pass phrase, pwd, passcode, passwords, pass word, authtok,\
 pw, psw, pswd, passwrd, parole, parol, watchword, code word, codeword, pass key, magic word,\
 secret word, key word, keyword you sent, passcodes, passphrases
CREDENTIALS: credentials, authentication identity, credential, username or password, user name or\
 password, user or password, login or password, login or pass, username and password, user name and\
 password, username password, user pass, user password, user passwd, userid or password, username\
 or passwd, password or username, login password, authentication credentials, authentication data,\
 login credentials, user credentials, login data, authorization grant, login details, login\
 information, email or password, password or user name, username or pass, account or password,\
 userid password, secret, login credential, username or email, user name password, logon details,\
 login info, log in details, sign in details, account details, authentication details, login\
 combination, user or pass, username and or password, username passwd, user id or password, userid\
 and password, account name or password, user and password, email and password, email address or\
 password, email address and password, email or pass, login name or password, login or pw, auth\
 data, authentication information, auth credentials, smtp credentials, authcid, username or app\
 password, username or application password, user or app password, email or app password, username\
 and app password, app password you used, app password provided, app password entered, app password\
 supplied, password or app password, bridge password, user name or app password, username or token,\
 username or api key, username and or pass, relay credentials, user and or password, login and or\
 password, auth token or password, challenge response, these details, those details, details you\
 entered, details you gave, details you provided, cred, creds
APIKEY: smtp tokens, server tokens, api tokens, api token, api key, apikey, api keys, smtp token,\
 server token, auth token, authentication token, smtp key, api secret, security token, message\
 stream token, smtp password, personal access token, application token, app token, password token,\
 smtp api key, smtp secret, api credentials, api password, access key, secret key, license key,\
 application key, sending key, smtp api token, smtp access key, smtp user key, relay key, project\
 key, tenant key, service key, api credential, client key, app key
TOKEN: assertion, bearer assertion, token, access token, oauth token, oauth2 token, jwt, tokens,\
 bearer, oauth access token, json web token, web token, jsonwebtokenerror, id token, refresh token,\
 token type
OAUTH: oauth, oauth2, xoauth2, oauthbearer, modern authentication, modern auth, open authorization,\
 oauth authentication, oauth2 authentication, oauth login, modern login, modern sign in,\
 authorization code flow, authorization code grant, device code flow, client credentials flow,\
 token based authentication, token based auth, token based
BASICAUTH: old style logins, old style login, old style sign in, basic auth, basic authentication,\
 legacy authentication, legacy auth, password authentication, password based authentication,\
 password login, password logins, password auth, basic smtp authentication, username password\
 authentication, simple authentication, legacy login, legacy logins, basic smtp auth, username and\
 password authentication, password only authentication, password sign in, password based login,\
 password based logins, password based auth, plain passwords, use sso, use single sign on, via sso,\
 sso required, requires sso, sso only, sso users, sso is enforced, sso enforced, single sign on\
 required, authentication using passwords, authentication using password, authentication with\
 passwords, authentication with a password, authentication by password, login with password, logins\
 with passwords, login with passwords, login with a password, login by password, sign in with\
 password, sign in with google, log in with google, login with google, sign in with microsoft, log\
 in with microsoft, login with microsoft, sign in with apple, signin with google, sign in through\
 google, sign in through microsoft, passwords are not accepted, uses single sign on, uses sso,\
 passwords not accepted, passwords are disabled, passwords are not allowed, passwords no longer\
 accepted, passwords are no longer accepted, passwords are not supported, passwords are not\
 permitted, passwords cannot be used, has single sign on, must use single sign on, must use sso,\
 sign in through your identity, federated user, federated users, federated account, federated\
 accounts, federated domain, password authentication no longer, passwords not supported, passwords\
 not possible, passwords not permitted, passwords not allowed, passwords not enabled, basic login,\
 basic logins, basic smtp login, basic sign in, sign in through your organisation, sign in through\
 your organization, sign in through your company, legacy clients, legacy client, legacy auth\
 protocols, legacy authentication protocols, legacy sign in, legacy smtp auth, login by username\
 and password, password based access, password access, passwords for smtp, modern client, modern\
 clients, modern mail client, modern email client, modern mail program, requires single sign on,\
 require single sign on, authentication with username and password, login with username and\
 password, username and password logins, username and password sign in, user name and password\
 login, username and password login, username and password access, password grant, password grants,\
 simple sign in, simple login, password based, passwordless, google sign in, microsoft sign in,\
 grant type ~ not, unsupported_grant_type, username password login, username password logins,\
 username password sign in, username password access
AUTH: auth, authentication, authenticate, authenticated, authenticating, authorization,\
 authorisation, login, logon, log in, log on, logged in, logging in, sasl, sign in, signin, signing\
 in, smtp auth, smtp authentication, authentification, auth failure, authenticates, log ins, sign\
 on, sign ins, signed in, logged on, login attempt, login request, smtp login, autorization,\
 autentication, authetication, athentication, authenication, auth attempt, auth request, signon,\
 log on attempt, preauthentication, pre authentication, preauth
SERVICE: service, services, smtp, smtp access, smtp relay, smtp auth service, imap, pop3, pop,\
 submission, mail service, email service, smtpclientauthentication, smtp client authentication,\
 protocol, smtp sending, outbound smtp, mail submission, authenticated smtp, authenticated\
 submission, smtp authentication service, sending service, external smtp, imap access, feature,\
 function, functionality, mail clients, email clients, external mail clients, mail programs,\
 external clients, external client, external programs, external program, external apps, external\
 applications, external application, external mail program, mail program, desktop clients, desktop\
 client, mobile clients, mail apps, email apps, email programs, email program, imap clients, smtp\
 clients, remote access, smtp logins, smtp service, mail relay service, smtp gateway, smtp\
 functionality, smtp feature, smtp module, smtp option, smtp capability, mail sending service,\
 client access, legacy protocols, legacy protocol
ACCESS: access, external access, smtp permission, smtp permissions, entrance, logon type, requested\
 logon type
SENDING: to send, sending, send, sends, send mail, send email, send emails, send mails, sending\
 mail, sending email, sending emails, message sending, mail sending, submit, submitting, send\
 messages, sending messages, outgoing messages, send message, outgoing, outbound, outgoing mail,\
 outgoing mails, outgoing email, email outgoing, outbound mail, outbound email, to send mail, to\
 send email, to send emails, to send mails, to send messages, to send any mail, send any mail, send\
 any email, external sending, outgoing message, external mail, external email
MECHANISM: way to authenticate, mechanism, mechanisms, mech, auth mechanism, authentication\
 mechanism, auth method, authentication method, authentication type, auth type, method, type, mode,\
 auth mode, scheme, auth scheme, authentication scheme, authentication mechanisms, sasl mechanism,\
 authentication methods, auth methods, authentication mode, login method, auth types, form of\
 authentication, type of authentication, kind of authentication, way of authenticating, method of\
 authentication, authentication form, authentication protocol, auth protocol, login type, sign in\
 method, sasl method, sasl type, this authentication, type of login, sasl mech, sasl mechanisms,\
 encryption type, enctype, encryption types, enctypes, requested mechanism, kind of verify, kind of\
 verification, kind of login, kind of auth, way of verify, way of verification, way of login, way\
 of logging in, way to log in, way of signing in, method of signing in, function requested,\
 requested function
MECHNAME: plain, auth plain, auth login, plain authentication, login authentication, plain auth,\
 login auth, cram md5, cram-md5, digest md5, digest-md5, crammd5, ntlm, gssapi, kerberos, scram,\
 scram-sha-1, scram-sha-256, scram-sha-512, scram-sha-1-plus, scram-sha-256-plus, auth cram-md5,\
 external, cram-md5 authentication, auth plain login, apop, auth ntlm, ntlm authentication, auth\
 external, auth gssapi, auth digest-md5, md5, md5 authentication, md5 auth, cram, cram\
 authentication, digest, digest authentication, digest md5 authentication, scram authentication,\
 kerberos authentication, plain login, plain method, external authentication, external mechanism,\
 auth plain or auth login, challenge response login, challenge response logins, challenge response\
 authentication, challenge response mechanism, ntlmv1, ntlmv2
COMMAND: command, verb, keyword, extension, esmtp, smtp command, cmd
BINDING: tls binding, binding, bindings
TLS: tls, ssl, starttls, encryption, encrypted, ssl connection, tls connection, session encryption,\
 starttls command, encrypted connection, secure connection, secure channel, secured connection,\
 cipher, ciphers, security layer, transport security, encrypt, encrypted session, tls session, ssl\
 tls connection, secure connections, smtps, privacy layer, tls mode, transport layer security,\
 secure link, secured channel, secure session, secure transport, confidentiality, be secured
INSECURE: not secure, insecure, insecure connection, unencrypted, unencrypted connection,\
 unencrypted connections, clear text, cleartext, plaintext, plain text, plain text connection,\
 unsecured, non secure, nonsecure, in the clear, clear text passwords, plaintext passwords,\
 plaintext authentication, cleartext authentication, cleartext auth, plaintext auth, plain text\
 authentication, clear text authentication, plain text auth, lack of security, lack of encryption,\
 cleartext passwords, cleartext logins, clear text login, cleartext login, plaintext login,\
 plaintext logins, unsecure, non secure connections, non secure connection, not secure connection,\
 non encrypted, not encrypted connection, unencrypted session, unprotected, unprotected connection,\
 in clear, insecure login, insecure authentication, non tls, secure your connection, encrypt your\
 connection, turn on tls, turn on ssl, switch to tls, switch to ssl, secure the connection, plain\
 connection, plain connections, plain tcp, plain socket, plain session, plain smtp, unencrypted\
 logins, unencrypted login, unencrypted authentication, unencrypted auth, unencrypted channel,\
 unencrypted link, cleartext connection, cleartext connections, plaintext connection, plaintext\
 connections, plaintext session, plaintext sessions, open connection, unsafe connection, insecure\
 channel, insecure link, insecure session, in the open, over the open, open line, open wire,\
 unciphered, naked, bare connection, no privacy, without privacy, only secure logins, only secure\
 connections, secure logins only, secure connections only, not protected, clear passwords, open\
 passwords, clear logins
SECURITY: security level, tls version, protocol version, tls versions, ssl version, tls protocol,\
 ssl protocol, tls 1 0, encryption strength, protocol versions
CERTIFICATE: client certificate, ssl certificate, tls certificate, client cert, valid certificate,\
 client certificates, certificate authentication, your certificate, peer certificate, certificate\
 verification, certificate
IPADDR: ip, ips, ip address, your ip address, your ip, client ip, source ip, sending ip, ipv4,\
 ipv6, sender ip, sender ip address, mail server ip, server ip, client address, remote address,\
 source address, your address, ip block, your ipv4, your ipv6, address range, address ranges,\
 source ip address, client ip address, ipv4 address, ipv6 address, your ips, residential addresses,\
 dynamic addresses, dynamic address, your remote address, client ip addresses, remote ip, remote\
 ip address, peer ip, peer address, connecting ip, connecting ip address, sending ip address,\
 certain ip addresses, listed ip addresses, address you connect from, address you are connecting\
 from, address you re connecting from, ip you connect from, ip you are connecting from, ip you re\
 using, ip you are using, network address, ip addresses, dynamic ip addresses, connecting from an\
 address, connect from an address, connected from an address, external addresses, external ip,\
 external ips, private addresses, public addresses, local addresses, foreign addresses, fixed ip,\
 static ip, fixed address, static address
CLIENT: sender group, this range, your range, ip range, your netblock, host, hosts, network,\
 networks, your network, your server, your mail server, machine, computer, subnet, client, clients,\
 peer, your host, your connection, device, your isp, sending server, sending host, sending mta,\
 source, hostname, your hostname, connecting server, internal hosts, internal host, internal\
 network, internal networks, internal clients, internal client, local network, local networks,\
 local hosts, intranet, external network, external networks, external hosts, remote mta, your\
 provider, your internet provider, isp, hosting provider, datacenter, data center, unknown device,\
 your site, client host, localhost connections, source host, source hosts, source network, source\
 networks, remote host, remote client, connecting host, connecting client, sending system,\
 corporate network, company network, office network, lan, inside the lan, inside the network,\
 campus network, campus, from outside the network, our network, inside our network, our lan, vpn\
 connection, private network, data centre, data center addresses, data centre addresses,\
 datacentre, datacenter addresses, cloud providers, hosting providers, hosting networks, non local\
 address, nonlocal address, non local host, non local hosts, that host, workstation, remote hosts,\
 remote machine, remote system, remote server, connecting machine, connecting system, this host,\
 sending machine, upstream host, your machine, your computer, your computer s, your esp, your mail\
 provider, your email provider, your hosting provider, your hoster, internal users, localhost,\
 devices, computers, machines, workstations, subnets, ranges, peers, registered devices, range,\
 residential connections, residential connection, residential networks, home networks, dynamic\
 connections, station, data centers, data centres, datacenters, datacentres, hosting companies,\
 hosting company, hosters, origin, printers, scanners, copiers, vlan
SENDER: sender, senders, sender address, from address, mail from, envelope from, from header,\
 return path, sending address, your sending address, sender domain, sending domain, sender\
 identity, header from, from field, from email, to send as, send mail as, send email as, sender\
 email, envelope domain, mail from address, from domain, sender email address, from email address,\
 sending email address, header from address, from user, sending as, send as, send from, originator,\
 reverse path, mailfrom, sending domains, sender domains, send from this address, from this\
 address, use this address, envelope from address, envelope address, authorized sender, sending\
 identity, from header address, verified sender, local sender, null sender, sendasdenied,\
 sendasdeniedexception, mapiexceptionsendasdenied, verified domain, sending user, sender s address,\
 different user, another user, other user, someone else, other users, on behalf, behalf of, sender\
 verify, as this user, sender address rejected by, sender s domain, sender s email, sender s email\
 address, domain of sender, domain of the sender, domain of your sender address, domain of sender\
 address, envelope from domain, mail from domain, mail from email, your from address, your from\
 domain, your sender address, your sender domain, your sending domain, sending mailbox, to send\
 with, to send mail as, to send mail from, to send email as, to send email from, to send messages\
 as, to send messages from, send messages as, send messages from, send mail from, send email from,\
 send mails as, send mails from, sending from, sending mail as, sending mail from, sending email\
 from, sending email as, sending on behalf, from other addresses, spoofed, spoofing, spoof, from\
 name, sender alias, use this sender, use this from address, return path address, your from, sender\
 scope, mail sender, to send from, unregistered domain, unregistered domains
RECIPIENT: recipient, recipient address, rcpt, to address, destination, destination address,\
 destination domain, receiver, addressee, recipient mailbox, recipient user, this address, that\
 domain, forward path, recipient domain, rcpt address, recipient email, local recipient,\
 unrouteable address, unroutable address, recipient s mailbox, recipient s address, recipient s\
 domain, addressees, to domain, destination mailbox, destination email, destination user, email\
 recipient, forwarding address, internal addresses, internal recipients
MAILADDRESS: mail address, email address, your email address, emailaddress, address, email\
 addresses, your e mail address, mail addresses, your mail address
RELAY: relay, relaying, relayed, relays, mail relay, relay access, open relay, rcpthosts, mail\
 relaying, relay mail, unable to relay, relay messages, relay email, relay emails, relaying of\
 mail, relay service, mail relays, smtp relaying, forwarding, forwarder, forward, forward no mail,\
 internal relay
HELO: fully qualified hostname, fully qualified host name, fully qualified domain name, fully\
 qualified, helo, ehlo, helo argument, ehlo argument, helo hostname, ehlo hostname, fqdn, helo\
 domain, ehlo domain, hello, introduce yourself, helohost, ehlo host, helo host, full host name,\
 full hostname, complete host name, complete hostname, real host name, real hostname, proper host\
 name, proper hostname
SERVER: server, mail server, mailserver, system, smtp server, mail system, gateway, resources,\
 resource, host system, servers, mail servers, smtp servers, email server, mail host, on this host,\
 on this server, on this system, on this machine, on our server, on our servers, on our system, on\
 this relay, on this gateway, at this host, at this server, at this machine, at this site, by this\
 host, by this server, of this machine, of this host, of this system, of this server
BACKEND: user table, users table, account table, federation server, federation service, adfs,\
 kerberos server, backend, back end, database, ldap, radius, saslauthd, authentication server, auth\
 server, authentication service, auth service, authentication daemon, authentication backend, auth\
 backend, directory, directory server, login server, authentication system, user database, sql,\
 mysql, upstream, authentication provider, auth daemon, authdaemon, authentication servers, domain\
 controller, lookup, authentication socket, auth socket, pam, redis, pipe, child, checkpassword,\
 login process, authentication process, auth process, identity provider, userdb, passdb,\
 authentication module, keystone, service provider, ldap server, sql server, mysql server,\
 postgresql, postgres, auth provider, login service, password database, password server, password\
 backend, account database, user directory, user backend, user store, credential store, credentials\
 database, auth services, authentication infrastructure, authentication gateway, radius server,\
 active directory, idp, single sign on, remote authentication, database server, user lookup,\
 account lookup, directory service, dns server, name service, different backend, different backend\
 server, different server, another server, other server, webhook, auth api, authentication api,\
 rest api, api request, api call, http request, auth hook, authentication hook, kerberos database,\
 key distribution center, kerberos kdc, auth system, auth database, authentication database, login\
 database, login system, credentials store, password store, user db, auth db, user service, account\
 service, replica, master, slave, shard, auth worker, worker, worker process, auth helper, helper,\
 authenticator service, imap server, imap backend, pop3 server, token service, identity service,\
 identity server, keycloak, vault, ldap directory, nss, sssd, winbind, samba, mongodb, memcached,\
 consul, http backend, rpc, php, lua, logon server, logon servers, login servers, pool, connection\
 pool, db, dbms, key value store, cache server, queue server, message broker, sts, ews, endpoint,\
 end point, by the remote server, by the remote host, by remote server, by remote host, imap\
 upstream, smtp upstream, imap server upstream, mail store, mailstore, mailbox server, message\
 store, mail storage, mailbox store, mail database, mailbox database, login machine, login host,\
 auth host, auth machine, login node, auth node
POLICY: policy, policies, administrator, admin, configuration, access policy, rules, acl,\
 postmaster, settings, security reasons, access control, terms of service, security rule, company\
 policy, local policy, mail policy, sending policy, server policy, policy restrictions, system\
 administrator, aup, your admin, your administrator, administrators, domain policy, policy server,\
 policy service, organization, organisation, your organization, your organisation, your company
# The troubles.
ALLOWED: right to, smtp right, login right, access right, sending right, allowed, allow, allows,\
 permitted, permit, permits, authorized, authorised, permission, permissions, privilege,\
 privileges, rights, access rights, entitled, granted, grant, eligible, authority, authorize,\
 entitlement, privileged, licenced, eligibility, authorization to, entitlements, role, roles,\
 cleared, whitelisted for, let through, admitted, welcome from, empowered, endorsed, certified,\
 tolerated, qualified, qualifies, qualify, mandated, at liberty, licence to, license to
ACCEPTED: accepted, accept, accepts, welcome, agree, agreed, accepting, takes, take, acceptable,\
 taken
FORBIDDEN: right missing, lacks the right, may not, forbidden, prohibited, disallowed, restricted,\
 disallow, disallows, prohibits, forbids, prevented, restriction, restrictions, violates,\
 violation, prevents, untrusted, not trusted, insufficient privileges, insufficient privilege,\
 insufficient permissions, insufficient permission, insufficient rights, insufficient access,\
 insufficient authorization, insufficient authorisation, insufficient access rights, prohibition,\
 prohibit, disallowing, ineligible, off limits, restrict, restricting, restricts, forbid, not open\
 to, cannot use, can not use, unable to use, not able to use, cannot be used, can not be used, may\
 not be used, must not be used, not be used, private server, private system, private relay, private\
 mail server, personal server, for private use, for internal use, system account, role account,\
 shared mailbox, shared mailboxes, do not have access, does not have access, have no access, has no\
 access, no access to, precluded, precludes, vetoed, veto, impermissible, inadmissible, not\
 admissible, illicit, unlawful, out of bounds, taboo, unaccredited, disqualified, disqualifies,\
 hindered, impeded, obstructed, no right to, without right, not empowered, not your business,\
 closed to, closed for mail programs, closed to mail programs, no longer lets, no longer let,\
 nobody may, no one may, nobody can, no one can, no user may, nobody logs in, no one logs in,\
 nobody gets in
DENIED: denied, go away, deny, denies, refused, refuse, refuses, rejected, reject, rejects,\
 unauthorized, unauthorised, unathorized, unathorised, unautorized, declined, unacceptable, access\
 denied, permission denied, unwelcome, excluded, rejecting, denying, rejection, refusing, do not\
 want, don t like, not like, turned down, turned away, turn away, not bother, get lost, leave me\
 alone, not interested, not talk, go elsewhere, blocked access, denial, denials, unauthorised\
 access, unauthorized access, refusal, not wanted, unwanted, not welcome, will not accept, will not\
 take, won t accept, nonauthorized, non authorized, disapproved, disapproves, rebuffed, repelled,\
 repulsed, repudiated, spurned, disclaimed, knocked back, nonacceptance, not taken, not let in, let\
 you in, let you through, thrown out, shown the door, sent away
ENABLED: part of, included, enabled, activated, active, opened, open, turned on, switched on,\
 licensed, subscribed, activate, approved, provisioned, activation, enabling, unlocked, turn on,\
 switch on, released, release, freed, gone live, commissioned, up and running, set live, booked,\
 ordered, purchased, unblocked, deblocked, unbarred, freed up
DISABLED: stopped offering, stopped providing, stopped supporting, no interactive logon, no\
 interactive login, no interactive sign in, no longer authorised, no longer authorized, no longer\
 permitted, no longer allowed, no longer entitled, disabled, disable, deactivated, inactive,\
 deactivation, closed, unlicensed, deleted, dormant, discontinued, decommissioned, no license, no\
 licence, without a license, no valid license, unpaid, overdue, pending, not open, deactivate, off,\
 unactivated, awaiting, not yet activated, retired, ended, under review, incomplete, missing\
 license, expired account, removed, archived, upgrade, upgrade your, shut down by, unsubscribed,\
 requires a license, temporarily disabled, turned-off, shut down, disabling, deactivating,\
 unactive, non active, nonactive, not active, revoked access, suppressed, paid plan, paid plans,\
 paid account, paid subscription, paying customers, paid users, upgrading, expired plan, expired\
 subscription, lapsed subscription, outstanding payment, payment due, delinquent, nonpayment, taken\
 offline, no longer available, no longer active, no longer enabled, no longer offered, no longer\
 exists, removal, expired license, unapproved, not yet approved, not yet enabled, not provisioned,\
 unprovisioned, receive only, read only, not include, not contain, not cover, no longer a customer,\
 no longer a member, no longer subscribed, no longer on server, come to an end, came to an end,\
 comes to an end, complete your registration, complete registration, complete the registration,\
 finish your registration, complete your profile, complete your account, complete your signup,\
 complete your sign up, complete the setup, finish setting up, not been completed, deprovisioned,\
 de provisioned, offboarded, deregistered, disactivated, desactivated, de activated, de-activated,\
 dis abled, diabled, disbled, dissabled, ceased, signed off, shut off, shutoff, put out of service,\
 wound up, parked, sunset, not in use, not activated yet, not switched on, not turned on, under\
 verification, under validation, in review, under evaluation, awaiting verification, pending\
 verification, being reviewed, being verified, outstanding balance, outstanding invoice,\
 outstanding invoices, balance due, amount due, unpaid balance, in arrears, arrears, non payment,\
 not paid, not been paid, has no active, no active, deletion, marked for deletion, scheduled for\
 deletion, in trash, departed, left the company, has left, resigned, disconnected by owner,\
 mothballed, put to rest, scrapped, phased out, withdrawn from service, in the process of closing,\
 deactived, inactivated, disbanded, defunct, extinct, no more active, no more enabled, no longer\
 valid account, vacated, suppression list, on suppression list, check outstanding, verification\
 outstanding, kyc, may only receive, can only receive, card was declined, card declined, credit\
 card, reopened, please subscribe, subscribe to use, still being set up, being set up, not yet set\
 up, not fully set up, forward only, forwarding only, administratively down, administratively\
 disabled, admin down, disab, disbl, put on stop, on stop, put it to sleep, laid to rest, gone to\
 sleep, sleeping, asleep since, put to sleep, has quit, quit the company, has gone, has departed,\
 kept for archive, archived mailbox, kill switch, has no mailbox, without a mailbox, without\
 mailbox, no mailbox assigned, no mailbox attached, person no longer works, person left, awaits,\
 await, awaited, not booked, not ordered, not subscribed, not purchased, not bought, annulled,\
 annulment, abrogated, axed, dismantled, dismissed, discharged, eliminated, expunged,\
 incapacitated, nullified, rescinded, repealed, recalled, struck off, stripped, unplugged, voided,\
 wound down, written off, quiescent, hibernating, hibernated, in hibernation, nonoperational,\
 vanished, abandoned, deserted, relinquished, resignation, retirement, let go, made redundant, laid\
 off, sold, handed back, given up, returned to the pool, mortgaged, out of contract, cut off,\
 cutoff, discontinuation, decommissioning, closure, shutting it down, not live, not yet live,\
 unreleased, unsubscribed from, unenrolled, unassigned, unallocated, turned in, invalid logon\
 hours, invalid login hours, outside logon hours, outside permitted hours, outside allowed hours,\
 outside working hours, outside office hours, outside business hours, not set up, not finished, not\
 yet finished, unfinished, not complete, not yet complete, not yet completed, not completed, not\
 payed, unpayed, no seat, no seats, inactivity limit, activation email, activation mail, outside\
 your allowed timespan, outside allowed timespan, sleep mode, into sleep mode, incoming only, not a\
 member of, not member of, not in the group, waiting for approval, waits for approval, waiting for\
 activation, waiting for verification, waiting for confirmation, waiting for review, complete sign\
 up, finish sign up, complete the sign up, shadowexpire, accountexpires, login hours, logon hours,\
 abolished, not a customer, a test account, a demo account
LOCKED: fail2ban, locked, lock, lockout, suspended, suspension, suspend, blocked, block, blocks,\
 blocking, banned, ban, frozen, froze, terminated, compromised, hacked, paused, on hold,\
 quarantined, quarantine, sending paused, banished, limited access, abuse, abused, hijacked,\
 freezed, barred out, stolen, lockedout, blacklisted account, sanctioned, flagged, filtered, hold,\
 holds, locking, locks, lockouts, lock down, locked down, freeze, freezing, banning, bans,\
 suspending, suspends, blacklisted user, blacklisted mailbox, blocked user, phished, hacking,\
 stolen credentials, abusing, abuses, misuse, misused, terminate, termination, terminates, excluded\
 user, under investigation, deny listed account, temporary block, penalised, penalized, revoked for\
 abuse, rejected for abuse, barred, shut out, shutout, under a ban, lokced, suspened, suspeneded,\
 blcoked, bloked, susspended, put on ice, shut off for abuse, locked-out, under suspension, barred\
 from, lockdown, seized, confiscated, impounded, isolated, expelled, evicted, ousted, kicked,\
 booted, sealed, disconnected, withheld, temporarily restricted, protected state, protection mode,\
 protected mode, susp, suspd, blkd, lckd, lckout, frozen mode, locked mode, suspended mode, blocked\
 mode, restricted mode, blocked state, locked state, frozen state, suspended state, suspended\
 status, locked status, blocked status, frozen status, jailed, jail, in jail, caged, handcuffed,\
 grounded, paralysed, immobilised, immobilized, neutralised, neutralized, contained, cut off for\
 abuse, arrested, barricaded, padlocked, captured, detained, confined, constrained, curbed,\
 curtailed, clamped, clamped down, interdicted, shackled, seizure, embargoed, ostracised,\
 ostracized, outlawed, proscribed, muzzled, silenced, gagged, muted, restrained, debarred, taken\
 hostage, in lockup, in custody, cordoned off, walled off, fenced off, ring fenced, chained,\
 bolted, blockaded, stopped for abuse, stopped for spam, under arrest, under embargo, off the air,\
 tally, under seal, restricted from sending, blocked from sending, barred from sending, shut until,\
 for abuse, failcounter, fail counter, failure counter, shut after, closed after, failed login\
 counter, counter full, nsaccountlock, on ice
ACTIVITY: unusual activity, suspicious activity, unusual sending activity, unusual login activity,\
 suspicious login, unusual sign in activity, abnormal activity, fraudulent activity, suspicious\
 sign in, malicious activity, unusual traffic, suspicious behaviour, suspicious behavior, unusual\
 behavior, unusual login, suspicious logins, suspicious sending activity, anomalous activity,\
 suspicious traffic, fraud, fraud detected, fraudulent, fraudulent sign in, fraudulent login, risky\
 sign in, risky login, brute force attack, abusive activity, abusive behaviour, abusive behavior,\
 impossible travel, suspicious sign ins, unusual sign ins, unusual logins, suspicious connections,\
 unusual connections, not look like you, not seem like you, was not you, not recognise this sign,\
 not recognize this sign, unusual number, unusual amount, unusual volume, outbound spam, outgoing\
 spam
SPAM: complaint, robot, bot, spammer, spam, spamming, spams, robots, spammers, spam source,\
 spammers not welcome, bulk mail, spambot, botnet, bots, junk mail, unsolicited mail, unsolicited\
 email, unsolicited bulk, spam sending, spam abuse, complaints, too many complaints, spam\
 complaints, abuse complaints, many complaints, complaint rate, complaint rates, user complaints
EXPIRED: expired or malformed, malformed or expired, expired, outdated, too old, lapsed, expires,\
 is old, too simple, too short, out of date, expiry, expiration, ageing, aging, has passed,\
 validity ended, validity has ended, validity period, stale, exceeds maximum age, maximum age,\
 reached its end, expiring, obsolete password, easy to guess, too simple password, not complex, not\
 strong, end of life, lifetime, older than, too aged, past its lifetime, past its validity, run its\
 course, past its renewal, past its renewal date, past its expiry, past its due date, past its end,\
 aged out, validity, past its, past their, past the use by, use by date, sell by date, run off,\
 exp, expd, exprd, perished, gone stale, out of time, lease is over, went stale, stale dated, no\
 longer fresh, aged, antiquated, archaic, rotten, rotted, elapsed, overage, not current, decayed,\
 outlived, withered, mouldy, past it, worn out, run its time, superseded, had its day, life over,\
 life is over, lifespan
REVOKED: revoked, withdrawn, invalidated, revoke, revokes, revocation, removed access, rotated,\
 taken back, took back, taken away
CHANGE: change, changed, reset, renew, renewed, update, updated, choose a new, set a new, changing,\
 transition, choose another, choose new, set new, set up a new, pick a new, pick another, renewal,\
 resetting, rotate, renewing, create a new, replace, replaced, replacing, choose a new one, set a\
 new one, pick a new one, choose new one, set up a new one, modified, modify, alter, altered,\
 substitute, substituted, refreshed, refresh, flagged for change, flagged for renewal, marked for\
 change
VALID: valid, right, correct, match, matches, matched, matching, proper, same, identical, equal,\
 equals, properly, conform, loving, accurate, fit, validate, corresponds, correspond,\
 corresponding, correctly
INVALID: invalid, incorrect, wrong, bad, mismatch, mismatched, mismatches, illegal, improper,\
 incorrectly, different, differs, differ, erroneous, unmatched, wrongly, weak, unacceptable\
 password, null, empty, blank, false, faulty, inaccurate, not right, in error, mistyped, mistake,\
 misspelled, misspelt, does not fit, unvalid, not ok, not okay, not good, no good, non matching,\
 nonmatching, not the same, no match, mis matched, unmatching, not equal, mismatching, unknown or\
 incorrect, garbled, missing or invalid, not the right, not the correct, not your correct, inval,\
 incorr, mism, nok, typo, mistaken, erroneously, untrue, unsuitable, inappropriate, contradictory,\
 contradicts, diverges, deviates, dissimilar, unlike, spurious, fake, forged, bogus, nonsense,\
 nonsensical, not agree, disagree, disagrees, unsound, falsified, mistyping, misprint, wide of the\
 mark, not as expected, unexpected password, does not tally, not tally, not line up, not add up,\
 not go together, not fit together, not belong together, no good here, void
KNOWN: known, recognized, recognised, found, exist, exists, existing, registered, defined, know,\
 recognize, find, anyone, such, local, present, recognise, recognises, recognizes, located, locate,\
 detected, listed user, identified, finds, resolve, resolves, resolved, resolvable, a customer,\
 hosted, handled, served, serve, serviced, resolving, identify, bound, enrolled, paired, linked,\
 associated, assigned, on file, mapped, listed as, tied, attached, a member
UNKNOWN: unknown, unrecognized, unrecognised, nonexistent, undefined, unregistered, no such,\
 unconfigured, non existent, inexistent, not exist, no record, no records, no account, no user, no\
 users, no mailbox, no one by, nobody, not registered user, unidentified, unresolvable, unhosted,\
 cannot find, can not find, no match for, no entry, no longer here, not local user, unrouteable,\
 unroutable, unreachable user, could not find, client not found, principal unknown, no principal,\
 no encryption key, no public key, no pgp key, entry not present, unset, not set, nobody by, no one\
 named, not found exception, notfoundexception, returned nothing, returned no, no result, no\
 results, no rows, found nothing, nothing found, empty result, unheard of, unnamed, nameless,\
 undiscovered, unestablished, unacknowledged, not established, never heard of, no trace of, no sign\
 of, no knowledge of, not aware of, not in database, not in the database, not in our database, not\
 in ldap, not in directory, not in the directory, not in table, not in the table, not in my\
 database, not in any database, no active account found, no active user found, no active account,\
 not in our register, not in the register, not in our records, not in our list, not in our files,\
 not on file, not on record, hold no, holds no, have no such, has no such, knows no, know no
SUPPORTED: supported, support, supports, implemented, offered, advertised, compatible, implement,\
 understood, handle, handles, offer, offers, advertise, supporting, configured, understand,\
 understands, implements, speak, speaks, understood by, suitable, common
UNSUPPORTED: unsupported, unimplemented, deprecated, obsolete, no longer supported, incompatible,\
 not understood, unadvertised, no support, no longer accepted, not longer supported, no more\
 supported, not supported any longer, not supported any more
AVAILABLE: answer, answering, available, accessible, reachable, ready, responding, possible,\
 respond, responds, responded, replying, reply, replied, online, working, operational, running,\
 functioning, contactable, answered, answers
UNAVAILABLE: not served, unavailable, not accepting, down, offline, unreachable, not ready, out of\
 service, not accept mail, not accept email, not accept messages, not accept connections, not\
 accept any mail, unaccessible, inaccessible, not running, dead, stopped, went away, crash, outage,\
 disruption, unresponsive, no response, not responding, no reply, broken down, hanging, overload\
 condition, reboot, rebooting, out of order, temporarily closed, migrating, being migrated, not\
 reachable, shut down for, going down, temporarily shut down, no smtp service, cannot accept\
 connections, cannot accept any connections, cannot accept more connections, unable to accept\
 connections, cannot accept new connections, not accept new connections, server restarting, service\
 restarting, being restarted, server restart, gone away, has gone away, no answer, hung, stuck,\
 stalled, turned off for maintenance, being upgraded, being updated, being moved, in read only\
 mode, under migration, being repaired, frozen for maintenance, is restarting, starting up, still\
 starting, not yet ready, being rebuilt, resyncing, failing over, failover, asleep, dead or, out to\
 lunch, migration, unavail, impossible, mail not accepted at, mail not accepted by, unavailbl,\
 unreach, not to be reached, collapsed, collapse, fallen over, toppled, interrupted, interruption,\
 unobtainable, knocked out, in pieces, on fire, under repair, unhealthy, not healthy, wedged,\
 jammed, busy migrating, being restored, being recovered, being reindexed, being converted, being\
 reorganised, being reorganized
VERIFIED: verified, verify, validated, confirmed sender, verification, verifies, verifying,\
 authenticated sender, confirm, confirms, approved sender, validated sender, registered sender,\
 whitelisted sender, authenticity
DISABLED+UNVERIFIED: unverified, not verified, not yet verified, unconfirmed, not yet confirmed,\
 verify your address, confirm your address, verify your email, confirm your email, verify your\
 email address, confirm your email address, verify your e mail, confirm your e mail, verify your\
 mail address, confirm your mail address, verify your e mail address, confirm your e mail address,\
 validate your email, validate your email address, validate your address, validate your account,\
 verify your domain, verify the domain, verify a domain, authenticate your domain, confirm your\
 domain, validate your domain
UNVERIFIED: unvalidated, unauthenticated, unconfirmed sender, non verified, nonverified, not been\
 verified, not validated, not yet validated, unvalidated sender, unverifiable, verification\
 pending, never verified, unverifyable, validation outstanding, confirmation outstanding, not\
 proven, unproven, not been proven, not yet proven
# Counting.
LIMIT: at most, token bucket, leaky bucket, limit, limits, quota, quotas, rate, rates, threshold,\
 maximum, max, allowance, credit, credits, balance, frequency, cap, sending limit, sending quota,\
 message limit, allotment, account limit, connection limit, per hour, per day, per minute, per\
 second, number, numbers, count, ceiling, maximums, allotted, message allowance, email limit,\
 emails limit, mail limit, mails limit, sending cap, sending volume, sending rate, message rate,\
 mail rate, login rate, connection rate, per month, per week, each hour, each day, a day, an hour,\
 a minute, a month, speed, sending speed, monthly volume, daily volume, volume, free tier,\
 contingent, message volume, mail volume, email volume, prepaid volume, bundle, burst, the most, no\
 more than, tier, per host, per client, per ip address, per mailbox, per login, this minute, this\
 second, quantity, pack, mail pack
EXCEEDED: used all, exceeded, exceeds, exceed, exceeding, reached, over, hit, used up, exhausted,\
 depleted, insufficient, out of, achieved, limited, too high, surpassed, excess, not enough,\
 overrun, excessive, consumed, has no more, zero, too low, violated, above, crossed, reach, run\
 out, ran out, runs out, maxed, maxed-out, overstepped, used it up, too large, fully used,\
 violating, violation of limit, has been met, more than, overused, saturated, nothing left, none\
 left, 0 left, hitting, reaching, to the limit, not sufficient, not suffice, is gone, are gone, all\
 gone, spent, eaten up, drained, gone over, went over, went beyond, beyond, exhaust, has run out,\
 filled, tapped out, topped, peaked, hit your, busted, overdrawn, past its limit, past its quota,\
 past their limit, past the limit, surpassing, outrun, expended, squandered, overspent, overshot,\
 outstripped, swallowed, devoured, blown, blown through, burnt through, burned through, burnt up,\
 exceedance, to the brim, at the limit, at its limit, at your limit, at limit
TOOMANY: too many, too much, too often, too frequent, too frequently, too fast, too quickly,\
 throttled, throttling, throttle, rate limit, ratelimit, rate limited, ratelimited, slow down, out\
 of credit, out of credits, rate limiting, rate limit exceeded, temporarily limited,\
 exceededexception, submissionquotaexceededexception, try after, try less often, frequency limited,\
 over limit, too many times, overlimit, quotaexceeded, excessive number, flood, flooding, too\
 rapid, quota exceed, limit exceed, too many bad, over rate limit, too many failed, too many wrong,\
 too many invalid, too many incorrect, more than allowed, more recipients than, more than the\
 allowed, more messages than, more connections than, more mails than, more emails than, more than\
 permitted, rate exceeded, limit reached, no credits, no credit, no more credits, no quota left, no\
 emails left, no more messages, no messages left, no more emails, not enough credits, not enough\
 credit, repeated failures, repeated failed, repeated login failures, repeated attempts, multiple\
 failed, multiple failures, excess of, rapidly, too soon since, flooded, floods, throttles, rate\
 controlled, rate control, rate restricted, rate restriction, ratelimiting, rate limits exceeded,\
 overuse, overloading, backoff, back off, exceeding rate, submission rate, cooling down, cool down,\
 cooling off, frequency control, frequency exceeded, concurrency limit, too high rate, too fast\
 sending, quota reached, out of quota, quota used up, quota exhausted, tarpitted, tarpit,\
 tarpitting, unexpected volume, repeated auth failures, repeated authentication failures, repeated\
 bad, repeated wrong, repeated invalid, repeated unsuccessful, multiple authentication failures,\
 multiple login failures, multiple unsuccessful, numerous failed, multiple invalid, multiple wrong,\
 many failed, several failed, several unsuccessful, excessive failed, excessive login, excessive\
 failures, many failures, repeated login errors, repeated errors, many bad, many wrong, many\
 invalid, many errors, repeated incorrect, multiple incorrect, many incorrect, several failures,\
 several errors, several wrong, several bad, numerous failures, numerous errors, numerous wrong,\
 numerous bad, numerous attempts, several incorrect, consecutive failures, consecutive failed,\
 excessive number of incorrect, excessive number of invalid, excessive number of wrong, excessive\
 number of bad, excessive number of failed, sent enough, enough for today, enough today, maxtries,\
 all for today, burst limit, max retries, max tries, this many, so many, that many, no more mail,\
 no more mails, cannot send any more, not send any more, can not send more, cannot send more, no\
 remaining, out of emails, out of messages, out of mails, out of sends, no more sends, no sends\
 left, to many, to much, to often, of ~ messages sent, of ~ mails sent, of ~ emails sent, of ~\
 messages used, of ~ emails used, of ~ mails used, faster than, more often than, quicker than, more\
 than your, more than our, more than you, more than the, deluge, inundated, swamped, barrage,\
 bombardment, bombarding, pestering, in quick succession, in rapid succession, one after the other,\
 back to back, auth penalty, login penalty, penalty, not log in more often, not connect more often,\
 not more often than, too more, too many more, excessive attempts, sessions are in use, connections\
 are in use, slots are in use, sessions in use, connections in use, slots in use, any more today
COUNTED: connections, messages, mails, emails, attempts, sessions, requests, times, logons,\
 threads, message, mail, email, connection, session, attempt, request, connect, data, traffic, e\
 mail from, login attempts, unsuccessful attempts, retries, submissions, concurrent, simultaneous,\
 parallel, conn, conns, msgs, msg, sess, reqs, req, mails sent, logins attempts
# Time.
TEMPORARY: temporary, temporarily, transient, later, retry, momentarily, at present, right now, at\
 this time, in a moment, shortly, come back, for now, in a few minutes, after some time,\
 temporaryly, temporarly, for a while, in a while, sometime, some time, after a while, after some\
 minutes, in some minutes, another time, at the moment, in a few moments, a few minutes, in\
 progress, for the moment, try again soon, soon, back soon, in a bit, a little later, some other\
 time, tomorrow, under way, underway
DURATION: minutes, hours, seconds, hour, minute, days, mins, hrs, secs, min, sec, weeks, week, 1h,\
 1 hour, 2h, 6h, 12h, 24h, 48h, 1d, 5m, 10m, 15m, 30m, 60m, 5min, 10min, 15min, 30min, 60min, 60s,\
 300s, 600s, 3600s, half an hour, for a day, for an hour, for one hour, for one day, for a week,\
 for one week, for a few hours, for some hours, in an hour or two, in a quarter
INTERNAL: experienced an error, encountered an error, error while processing, error processing,\
 referral, fell over, hash too short, hashedsecret too short, proxy loop, loop detected, opendir,\
 internal, could not open, cannot open, internal error, generic failure, system error, server\
 error, local error, local problem, technical, system problem, system failure, server failure,\
 unspecified, unknown error, temporary problem, temporary system problem, service failure,\
 temporary error, temporary failure, unexpected error, temporary server error, general failure,\
 general error, unhandled, exception, server configuration, software error, runtime error, fatal\
 error, program error, temporary local problem, local configuration error, subsystem, unable to\
 initialize, internal problem, internal failure, internal fault, unexpected problem, unexpected\
 failure, unknown problem, unknown failure, technical problem, technical error, something went\
 wrong, processing error, software failure, server problem, server issue, service error, io error,\
 i o error, disk error, file error, write error, read error, out of resources, resource problem,\
 insufficient resources, misconfiguration, misconfigured, configuration error, configuration\
 problem, cannot process, unable to process, failed to process, lookup failure, lookup error, sql\
 error, eof, unexpected eof, broken pipe, nil pointer, null pointer, nullpointerexception, object\
 reference, segmentation fault, panic, econnrefused, etimedout, enotfound, econnreset, getaddrinfo,\
 typeerror, keyerror, valueerror, attributeerror, nonetype, cannot read property, cannot read\
 properties, not a function, traceback, nullreferenceexception, insufficient system storage, not\
 enough system storage, query failed, query error, failed query, could not query, failed to query,\
 query failure, cannot retrieve, could not retrieve, unable to retrieve, failed to retrieve, cannot\
 obtain, could not obtain, cannot access, could not load, failed to load, cannot load, cannot read,\
 could not read, failed to read, unable to load, unable to access, bad gateway, gateway error, no\
 such file, permission problem, not initialized, not initialised, configuration file, config file,\
 library, uninitialized, could not chdir, cannot chdir, chdir, unable to chdir, on our side, on our\
 end, our fault, something broke, something is broken, servfail, cannot look up, could not look up,\
 unable to look up, failed to look up, lookup failed, hiccup, hiccups, glitch, difficulties, went\
 haywire, bug, stack trace, assertion failed, core dumped, signal 11, segfault, out of disk,\
 corrupted database, deadlock, lock wait, unexpected condition, unexpected auth error, unexpected\
 authentication error, unexpected login error, unexpected exception, unknown exception, execution\
 error, execution failed, script error, script failed, unexpected status, unexpected result,\
 unexpected reply, unexpected response from, protocol failure, transport error, network error,\
 socket error, ssl error, tls error, unable to determine, could not determine, cannot determine,\
 could not be determined, malfunction, malfunctioning, something is wrong, something wrong, having\
 issues, having problems, having trouble, technical issues, unexpectedly, config error, config\
 problem, cannot write, could not write, unable to write, failed to write, cannot create, could not\
 create, failed to create, unable to create, cannot allocate, out of file descriptors, not\
 configured correctly, badly configured, wrongly configured, wrong configuration, bad\
 configuration, corrupted, an error occurred, error occurred, error has occurred, an error has\
 occurred, could not be opened, cannot be opened, could not be read, could not be loaded, cannot be\
 read, cannot be loaded, size limit exceeded, time limit exceeded, admin limit exceeded, module is\
 unknown, critical error, immediate abort, disk image, no such table, no such column, readonly\
 database, read only database, trust relationship, hash could not be identified, relation ~,\
 insufficient credentials to access, lock busy, integrity checking, has no attribute, object has no\
 attribute, execution time, maximum execution time, nil value, a nil value, input output error,\
 read only file system, noauth, misconf, no space left on device, stale file handle, looking for\
 beginning, cannot unmarshal, unmarshal, undefined method, failed to expand, cannot make remove,\
 could not make remove, problem with our, problems with our, problem on our, issues with our,\
 trouble with our, could not decide, cannot decide, unable to decide, division by zero, divide by\
 zero, index out of range, list index, stack overflow, unexpected token, undefined variable,\
 undefined index, undefined property, uncaught, unhandled rejection, could not initialise, could\
 not initialize, cannot initialise, cannot initialize, failed to initialise, failed to initialize,\
 unable to initialise, something failed, something has failed
TIMEOUT: timeout, timed out, time out, connection lost, lost connection, connection refused,\
 connection reset, cannot connect, unable to connect, failed to connect, connection failed,\
 connection error, cannot reach, could not contact, cannot contact, unable to contact, not respond,\
 unable to reach, inactivity, idle, unable to open, connect failed, connection closed, not connect,\
 not reach, host unreachable, network unreachable, interfaces down, no route to host, network is\
 unreachable, host is down, time limit, timeouts, time outs, timing out, no response from, could\
 not connect, could not be contacted, could not reach, cannot be reached, could not be reached,\
 unable to talk, cannot talk, not be reached, not be contacted, lost contact, connection problem,\
 connection problems, failed to reach, failed to contact, connect error, deadline, deadline\
 exceeded, took too long, takes too long, ran out of time, time exceeded, too slow, no such host,\
 name resolution, in name resolution, error connecting, problem connecting, trouble connecting,\
 failure connecting, problems connecting, errors connecting, error contacting, problem contacting,\
 kdc not reachable, kdc unreachable, no kdc, kdc not available, cannot locate kdc, server not\
 found, no server found, lost the connection, lost its connection, lost our connection, lost\
 connections, connection was lost, cannot find kdc, find kdc, socket hang up, remote end closed,\
 connection aborted, closed connection without, connection has been closed, ssl connection has been\
 closed, eai_again, nxdomain, waiting for an open connection, name or service not known, name or\
 service, no listener, connection is already closed, bad connection, link failure, a task was\
 canceled, task was cancelled, context canceled, handshake failed, no route to
BUSY: too many open files, open files, file descriptors, create a pipe, create pipe, unable to\
 fork, cannot fork, fork failed, busy, load, system load, overload, queue full, resources\
 exhausted, out of memory, shutting down, system resources, too much load, too high load,\
 congested, congestion, overwhelmed, loaded, queue is full, queues full, load too high, no\
 resources, no memory, insufficient memory, insufficient system resources, system is loaded, at\
 capacity, shutdown, connection slots, too many clients, too many clients already
GREYLIST: greylisted, graylisted, greylisting, graylisting, greylist, graylist, postgrey, grey\
 listed, gray listed, grey listing, gray list, grey list, tempfailed, please come back
# What decides alone, or nearly.
APPPASSWORD: application specific password, app specific password, app password, app passwords,\
 application password, application passwords, authorization code, authorisation code, app specific\
 passwords, less secure app, less secure apps, auth code, device password, external password,\
 application specific passwords, auth005, client password, third party password, password for\
 external applications, device specific password, program password, generated password, mail client\
 password, client authorization password, special password, separate password, client specific\
 password, app specific, application specific, password for mail clients, password for email\
 clients, password for applications, password for apps, password for external clients, password for\
 this app, third party clients, third party client, third party apps, third party applications,\
 third party app, dedicated password, unique password, specific password, device passwords, smtp\
 authorization code, smtp specific password, service specific password, mail specific password,\
 application passcode, app passcode, app specific passcode, authorized code, auth codes, authorized\
 password, authorization password, password app, third party login, third party mail clients,\
 passwords for apps, main password, regular password, primary password, normal password, parol\
 prilozheniya, their own password, its own password, own password for, password of its own, client\
 specific passwords, application key required, mail password, separate passwords, dedicated\
 passwords, access code, access codes, authorize code, authorise code, authorization key,\
 authorisation key, parole for external application, password for external application, for\
 external application, individual password, individual passwords, own password for every, password\
 for every, password for each, password per app, password per application, password per device,\
 individual app password, dedicated code, dedicated key, dedicated application password, individual\
 key, password of application, password of the application, password of app, mail client passwords,\
 email client passwords, client passwords, external passwords, external mail client password,\
 external mail client passwords, not the account password, not your account password, not the web\
 password, not your web password, not your login password, not the normal password, not your normal\
 password, mail program password, mail program passwords, email program password, email program\
 passwords, app pw, app pwd, app pass, app passwd, app pws, smtp only password, smtp only\
 passwords, mail only password, password only for smtp
SECONDFACTOR: token code, security question, security questions, phishing resistant, multi factor,\
 multifactor, two factor, second factor, 2 step, 2-step, two step, 2fa, mfa, 2-factor, 2 factor,\
 otp, one time password, 2-step verification, two step verification, multi factor authentication,\
 strong authentication, two factor authentication, second authentication, one time code, one time\
 passcode, verification code, totp, secondary authentication, additional verification, extra\
 verification, double authentication, authenticator app, 2 steps, two steps, two factors, double\
 verification, two factor auth, 2sv, tfa, twofactor, on your phone, push notification, approve the\
 sign in, authentication app, approve this login, approve the login, approve this sign in, approve\
 the request, confirm this login, confirm the login, on your device, your mobile phone, security\
 key, second step, additional factor, extra factor, another factor, further factor, hardware key,\
 hardware token, second login step, login code, confirmation code, passkey, passkeys, u2f,\
 webauthn, fido, fido2, sms code, pin code, step up authentication, interactive login, interactive\
 sign in, interactive authentication, interactive logon, interactively, interactive, second\
 verification, one time pin, one time token, two step login, additional authentication,\
 authenticator, additional security verification, security code, google authenticator, secondary\
 verification, phone app, digit code, 6 digit, six digit, sent by sms, by sms, text message, code\
 sent, confirm login, approve login, confirm sign in, 2nd factor, 2nd step, verification step, code\
 by email, phone app denied, duo, duo push, duo approval, duo security, duo authentication, okta\
 verify, authy, second device, trusted device, phone call, phone sign in, push approval, push was\
 denied, push denied, push request, double factor, dual factor, multiple factor, multiple factors,\
 two stage, multi step, multistep, dual authentication, phone verification, verification by phone,\
 verify your phone, confirm your phone, complete the sign in, complete sign in, finish signing in,\
 finish the sign in, continue in your browser, complete the login, complete your sign in, step up,\
 securid, enter a passcode, enter passcode, enter your passcode, interaction_required,\
 authorization_pending, second proof, second code, push message, push login, code generator,\
 confirm the sign in, login confirmation, sign in confirmation, additional confirmation
BROWSER: webbrowser, your browser, web login, use the web, web interface, via the web, on the web,\
 web sign in, webmail, through the web, browser, via web, use web, on our website, on our web site,\
 on the website, via our website, via the website, through our website, through the website, web\
 client, web mail, web ui, web portal, web console, web page, login online, log in online, sign in\
 online, login on the web, web application, captcha, verify it s you, verify that it s you, confirm\
 it s you, confirm it was you, confirm that it s you, verify you are human, prove you are human,\
 are a human, that you are human, verify your identity online, you re human, human verification,\
 human check, prove that you are human, at the website, at our website, at our web site, at the\
 web site, to the website, to our website, to the web site, in the website, security check, self\
 service portal, self service, to the portal, on the portal, in the portal, via the portal, use\
 the app, use our app
SECURITYDEFAULTS: security defaults
CRITERIA: ip based, based on your ip, based on ip, based on the ip, meet the criteria, conditional\
 access, conditional access policy, geo blocking, geoblocking, geo blocked, geo restriction,\
 conditional access rules, access criteria, sign in risk, compliant device, geo policy, geo fence,\
 geofencing, geoip policy, geo block, geo ip block, geofence, geo restricted, geo restrictions,\
 country block, country restriction, ip restriction, ip restrictions, ip policy, ip filter, ip\
 filtering, ip blocking, ip block list, ip whitelist, ip allow list, unrecognised device,\
 unrecognized device, new device, unknown location, new location, unfamiliar location, unusual\
 location, untrusted device, unfamiliar device, unknown country, unusual country, untrusted\
 location, unrecognized location, unrecognised location, new country, different country, device is\
 not compliant, meet criteria, anonymous proxy, anonymous proxies, anonymizer, anonymiser, tor exit\
 node, tor exit, exit node, login area, login place, strange place, strange location, unusual\
 place, unfamiliar place, remote place, different place, different city, another city, new city,\
 new place, another place, another location, unknown place
LISTED: reported for, blacklisted, blocklisted, block listed, black listed, listed at, listed in,\
 listed on, listed by, in blacklist, in our blacklist, on blacklist, on our blacklist, on our\
 blocklist, in our blocklist, on a blacklist, on the blacklist, in the blacklist, on a blocklist,\
 blocked using, denylisted, rejected by rbl, is listed, denylist, banned list, deny list, on a\
 block list, on the block list, on our black list, on a black list, in a black list, in our black\
 list, in black list, in the black list, on the black list, blacklist hit, appears on, in the rbl,\
 in dnsbl, on dnsbl, on rbl, on spamhaus, on an rbl, on a dnsbl, in a dnsbl, on a blackhole list,\
 block listing, blocklisting, dnsbl listed, rbl listed, listing, denylist hit, in the blocklist, in\
 a blocklist, on block list, blocked list, deny listed, ban list, reject list, on our block list,\
 in our block list, on your block list, penalty box, in the penalty box, sin bin, penalty list,\
 naughty list, in the sin bin, on a blocked network, on a banned network, from a blocked network,\
 from a banned network, from a blocked country, from a banned country, from a blocked range, on a\
 watch list, on our watch list, on the watch list
BLACKLIST: sender score, blacklist, blocklist, block list, black list, spamhaus, spamcop, rbl,\
 dnsbl, barracuda, sorbs, uceprotect, blackhole, blacklists, blocklists, dnsrbl, reputation, bad\
 reputation, abuseat, ivmsip, invaluement, senderbase, threat, dynamic, dialup, dial up,\
 residential, pbl, dul, generic ptr, dnsbls, block lists, spam list, spammer list, senderscore, ip\
 reputation, host reputation, network reputation, trust score, generic rdns, generic hostname,\
 dialups, cable modem, home connection, home connections, spam sources, spam support, generic, sbl,\
 xbl, zen, dnswl, spamrats, psbl, backscatterer, truncate, mailspike, poor reputation, low\
 reputation
ALLOWLIST: whitelist, whitelisted, allowlist, allowlisted, white list, allow list, safe list,\
 safelist, white listed, allow listed, access list, trusted ip, trusted ips, trusted network,\
 trusted networks, authorized ips, authorized ip, allowed ips, whitelisting, allowed ip,\
 mynetworks, trusted, untrusted network, allow lists, white lists, access lists, approved list,\
 list of permitted, trusted hosts, trusted host, trusted clients, trusted client, authorized hosts,\
 authorized networks, authorized network, authorised ip, authorised ips, authorised networks,\
 permitted ips, permitted networks, approved ips, approved ip, allowed networks, allowed network,\
 allowed hosts, allowed clients, allowed addresses, allowed countries, whitelists, known networks,\
 known network, registered ip, registered ips, permitted ranges, allowed ranges, permitted range,\
 allowed range, permitted addresses, permitted ip, permitted hosts, permitted clients, authorized\
 list, authorised list, access control list, access control lists, entry for host, entry for\
 client, entry for your host, entry for this host, relay acl, in acl, in the acl, client acl, ip\
 acl, network acl, relay access list, allow nets, allow net, allowed nets, registered host,\
 registered hosts, relay list, relay lists, relay table, relay map, access map, access table, host\
 list, host table, client list, listed hosts, listed host, listed ips, listed addresses, listed\
 networks, listed servers
PTR: resolved ip, resolvable ip, resolvable address, resolvable host, reverse dns, rdns, ptr,\
 reverse lookup, reverse hostname, cannot find your hostname, find your hostname, cannot find your\
 reverse hostname, find your reverse hostname, fcrdns, ip name lookup, dns ptr resource record, no\
 reverse, dns reverse, reverse name, reverse resolution, reverse address, resolve your address,\
 resolve your hostname, resolve your ip, resolve your host, forward dns, resolve your ip address,\
 unresolvable host name, no rdns, reverse dns lookup, reverse entry, reverse mapping, reverse\
 lookups, reverse record, reverse ip, reverse ip lookup, forward confirmed, rdns lookup, hostname\
 lookup, matching forward, no dns name, dns resolution of your, no fcrdns, not have a hostname, no\
 hostname, without hostname
# Not proper SMTP.
BASE64: base64, base 64, b64, base64 data, base64 encoding, base64 decode, base64 decoding, decode\
 base64, base64 error
SYNTAX: syntax, syntax error, decode, decoded, decoding, protocol error, bad protocol, parse,\
 parameters, parameter, argument, arguments, initial data not expected, initial data, initial\
 response, response limit, challenge, auth string, invalid string, too long, auth input, unexpected\
 response, auth parameter, data format, invalid response, invalid challenge, client response,\
 continuation, improperly, auth data format, sasl message, another step, parsing, parse error,\
 unparseable, undecodable, garbage, corrupt, unexpected input, unexpected data, number of\
 arguments, encoding, illegal character, illegal characters, command sequence, malformed auth,\
 cannot understand, unable to decode, unable to parse, format error, formatted, bad format, wrong\
 format, badly formed, bad syntax, wrong syntax, invalid syntax, syntactically, invalid encoding,\
 bad encoding, wrong encoding, encoded incorrectly, not encoded, bad characters, invalid\
 characters, invalid character, forbidden character, trailing data, extra data, too many arguments,\
 wrong number, missing argument, missing parameter, argument required, too short response, expected\
 base64, sasl error, sasl protocol, malformed auth plain, bad auth string, authentication response,\
 auth response
SYNCHRONIZATION: synchronization, synchronisation, protocol synchronization, pipelining, improper\
 pipelining, too soon, hello first, ehlo first, helo first, before greeting, improper command\
 pipelining, out of sequence, helo before, early talker, pregreeting, without waiting, wait for my\
 reply, wait for the reply, wait for reply, wait for greeting, wait for the greeting, wait for my\
 greeting, protocol violation, smtp protocol violation, before banner, before the banner, before\
 the greeting, early data, premature, improper use, improper smtp, crlf, bare lf, bare cr, line\
 ending, line endings, bad input, newline, talked before, talk before, spoke before, speak before,\
 before the server, before our greeting, before our banner, waiting for the greeting, waiting for\
 greeting, sent before, data before, early talk, early talking, talking too early, not following,\
 smtp protocol error, protocol breach, violation of protocol, protocol violations, violated the\
 protocol, rfc violation, violates rfc, violation of rfc, not rfc compliant, rfc compliance, bare\
 linefeed, lone lf, unauthorized pipelining, must wait, helo required, ehlo required, no ehlo helo,\
 no helo ehlo, no ehlo yet, no helo yet, pipeline, pipelined, improperly pipelined
# How Postfix introduces its reasons; of a temporary code they say nothing.
SENDERFRAME: sender address rejected, sender rejected, sender address refused, sender address\
 denied, sender refused
RECIPIENTFRAME: recipient address rejected, recipient address refused, recipient address denied
CLIENTFRAME: client host rejected, client host refused, client host denied
HELOFRAME: helo command rejected
FULL: full, mailbox full, mailbox is full, out of storage, storage, disk space, out of disk space,\
 disk quota, mailbox quota, mailbox over quota, over its quota, over his quota, mailbox is over\
 quota, storage quota, storage limit, no space left, no disk space, out of space, filled up, quota\
 full, disc space, mailbox size, mailbox limit, overflows, overflowing, overflowed, overfull,\
 bursting, brimming, crammed
RECEIVE: receiving, receive, inbound
TERMS: eula, terms, agreement, terms of use, user agreement, accept the terms, terms of service\
 agreement, licence agreement, license agreement, service agreement, privacy policy, conditions of\
 use, user licence, new conditions, new terms, our conditions, terms and conditions, our terms,\
 privacy terms, privacy statement
SWITCHON+ENABLED: enable
MECHNAME+OAUTH: xoauth2 authentication, auth xoauth2, auth oauthbearer
AUTH+COUNTED: logins
AUTH+COMMAND: auth command
COMMAND+COUNTED: commands
RECIPIENT+COUNTED: recipients
INVALID+SYNTAX: malformed
BUSY+UNAVAILABLE: overloaded
DISABLED+CANCELLED: cancelled, canceled
CANCELLED: aborted
NOAUTHENTICATOR: authenticator not configured, authenticator is not configured, no authenticator,\
 no authenticators, authenticator missing
UNSUPPORTED+EXPIRED: too weak
OWNED: owned, belong, belongs, own, owns, owner, one of your, among your, in your list, your own,\
 owned by you
DOMAIN: domain, domains
TOOMANY+FULL: over quota, overquota
BUT: because, since, but, due to, while, although, however, as you, as the, so that, until, owing\
 to, on account of, as it, even though
SPF: spf, dmarc, dkim, sender policy framework, spf policy, dmarc policy, domain alignment
CLIENT+PLACE: abroad, countries, country, location, your country, your location, region, geo,\
 geoip, geolocation, vpn, tor, proxy, foreign network, your region, proxies, open proxy, foreign\
 ip, outside, overseas, foreign countries, foreign country, outside the country, outside of the\
 country, foreign location, foreign locations, other country, other countries, another country,\
 regions, continent, foreign login, foreign logins, foreign connections, foreign access, oversea,\
 off campus, off site, off network, off premises
ALREADY: already, twice, duplicate, second time, once per session, one authentication
ACCESS+FROM: access from, connection from, connections from, connecting from, connect from
AUTH+FROM: login from, logins from, authentication from, log in from, sign in from, smtp\
 authentication from, smtp auth from, smtp login from, smtp logins from, sasl login from, sign ins\
 from, signing in from, logging in from, logon from, logons from, authenticate from, authenticating\
 from, login attempt from, login attempts from, sign in attempt from, attempt from
DENIED+FROM: access denied from, denied from, refused from, rejected from, connection refused from
WRONGSECRET: password error, passwd error, app password was refused, app password refused, app\
 password was rejected, app password was not accepted, app password not accepted, app password is\
 not valid, app password denied, invalid app password, wrong app password, incorrect app password,\
 bad app password, invalid application password, wrong application password, incorrect application\
 password, invalid application specific password, invalid app specific password, incorrect app\
 specific password, app password invalid, app password incorrect, app password wrong, app password\
 is invalid, app password is incorrect, app password is wrong, app password was incorrect, app\
 password not recognized, app password does not match, app password mismatch, app password\
 rejected, app password revoked, app password has been revoked, app password expired, unknown app\
 password, app password not found, key not found, key revoked, key expired, unknown key, invalid\
 key, wrong key, bad key, key invalid, key not valid, signature mismatch, invalid signature, bad\
 signature, wrong signature, signature invalid, signature does not match, hmac mismatch, invalid\
 hmac, bad hmac, hmac verification failed, signature verification failed, wrong digest, digest\
 mismatch, wrong pass, bad pass, invalid pass, incorrect pass, pass mismatch, pass incorrect, pass\
 wrong, pass invalid, pass not, access reject, said no, says no, empty passwords, blank passwords,\
 no such key, no key with
WILL+WARNING: has been unlocked, was unlocked, have been unlocked, has been lifted, was lifted, has\
 been restored, was restored, has been released, was released, was reactivated, will block, will\
 lock, will suspend, will ban, will disable, may block, may lock, may suspend, accounts are locked,\
 accounts are blocked, accounts are suspended, accounts get locked, accounts get blocked, accounts\
 are disabled, users are locked, users are blocked, ip addresses are blocked, ip addresses are\
 banned, gets blocked after, gets locked after, is locked automatically, is blocked automatically,\
 failures lock, failures block, failures suspend, failures will, failures may, failures can,\
 failures cause, failures result, failures lead, attempts lock, attempts block, attempts suspend,\
 attempts will, attempts may, attempts can, attempts cause, attempts result, attempts lead,\
 repeated failures lock, repeated failures block, repeated failures suspend, repeated failures\
 will, repeated failures may, repeated failures can, repeated failures cause, repeated failures\
 result, repeated failures lead, repeated attempts lock, repeated attempts block, repeated attempts\
 suspend, repeated attempts will, repeated attempts may, repeated attempts can, repeated attempts\
 cause, repeated attempts result, repeated attempts lead, after ~ more, after ~ further, locks\
 after, blocks after, suspends after, will then be, before it is locked, before it gets locked,\
 before lockout, leads to a ban, leads to a block, lead to a ban, lead to a block, results in a\
 ban, results in a block, abuse leads to, abuse will, leads to blocking, leads to suspension, after\
 the third, after the fifth, after the tenth, after the next, after the last, further attempts get,\
 more attempts get, further failures get, attempts get your, failures get your, has been\
 reactivated, expired passwords can, locked accounts can, blocked accounts can, disabled accounts\
 can, suspended accounts can
RCPTLIMIT+LIMIT: recipient limit, recipients limit, recipients per message, maximum recipients, max\
 recipients, number of recipients, recipient count, limit of recipients, recipients per mail,\
 recipients per email, maximum of recipients, maximum number of recipients, maximum recipient\
 count, recipient quota, recipients quota, quota of recipients
SENDER+ACTAS: act as, impersonate, impersonating, impersonation
CREDENTIALS+ACTAS: proxy for, authorization identity, authzid, proxy authentication, proxy\
 authorization, authorization for different user, authorization for another user, assume other\
 role, authorize as, login as another user, authorization as another user, authorise as, assume\
 another identity, assume other identity, log in as another, proxy user, authenticate as somebody\
 else, authenticate as someone else, log in as somebody else, log in as someone else
SEQUENCE: sequence, wrong order, bad order
# What is said besides, so that nothing in it is found.
ASIDE: may need a vpn, unauthorized access is prohibited, unauthorised access is prohibited,\
 session closed, your ip was logged, your ip has been logged, your ip is logged, your address was\
 logged, will be reported, has been logged, was logged, has been recorded, was recorded, via tls,\
 via ssl, caps lock, unauthorized use is prohibited, unauthorized use, unauthorised use,\
 unauthorized access to this, unauthorised access to this, paid attention, pay attention, paying\
 attention, mail from you, mails from you, email from you, emails from you, nothing is wrong with,\
 nothing wrong with, informed by sms, notified by sms, informed by text message, was informed, was\
 notified, was informed by sms, was notified by sms, email to you, mail to you, maintenance is\
 planned, maintenance is scheduled, no licence is needed, no license is needed, maintenance is\
 announced, have sent you, have just sent you, just sent you, have sent to you
TOKENERROR: invalid_grant, unauthorized_client, invalid_scope, insufficient_scope, expired_token,\
 invalidauthenticationtoken, compacttoken, invalid_token, aud claim, iss claim, exp claim, audience\
 claim, issuer claim, missing claim, wrong audience, invalid audience, audience mismatch, wrong\
 issuer, invalid issuer, claims, claim, refresh required, consent withdrawn, consent was withdrawn,\
 consent required, user consent, no consent, consent missing, admin consent, consent_required,\
 introspection, token introspection, jwks, jwk, kid, scp, scp claim, roles claim, signing key,\
 pkce, nbf, signature has expired, not enough segments, number of segments, ticket not yet valid,\
 invalid_request, login_required, crypto rsa, audience, unexpected audience, unexpected issuer,\
 expected issuer, signature expired
KNOWN+ENABLED: set up
UNAVAILABLE+MAINTENANCE: backup is running, backup in progress, housekeeping, backup window, during\
 backup, during the backup, maintenance, maintenance work, under maintenance, maintenance mode,\
 closed for maintenance, scheduled maintenance, maintenance window, read only mode, while we\
 upgrade, while we move, while we migrate, while we repair, while we work on, while we are\
 upgrading, while we are moving, during the upgrade, during the move, during the migration, during\
 an upgrade, safe mode, recovery mode, emergency mode, degraded mode, standby mode, single user\
 mode, in maintenance, restored from backup, read only state, are moving mailboxes, are migrating,\
 are upgrading, are restoring, being installed, update is running, update in progress
ENABLED+VERIFIED: confirmed
NEWPASSWORD: reset link, password reset link, new password required, new password needed, need a\
 new password, set a new password, choose a new password, set it anew, set again, set it again, set\
 one again, set anew, renew it, change it, reset it, choose a fresh, weak passwords, simple\
 passwords, short passwords, permanent password, set your own password, set your own, set a\
 password first, pwdmaxage, pwdlastset, shadowmax, newer password
CREATE: generate, create
UNPAID: in debt
SESSION: login session, smtp session
CHECK: recheck, double check
STOPPED: brought to a halt, come to a halt, put a stop, put an end
PLAN: free plan, basic plan
CLIENT+LAN: the office, company vpn, corporate vpn
BLACKLIST+IPADDR: dynamic ip, dynamic ips, consumer ip, residential ip, residential ips
BUT+UNTIL: until ~, until tomorrow, until midnight, until next, until monday, until noon, till ~,\
 till tomorrow, again at ~, again on ~, again after ~, not before ~
LIMIT+DURATION: in an hour, in one hour, in half an hour, in a day, in one day, in two hours, in a\
 week
PLAN+ACCOUNT: subscription, plan, package, contract, trial, license, licence, membership, plans,\
 packages, licenses, licences, contracts, subscriptions, trials, mailbox plan, mail plan, email\
 plan, hosting plan, hosting package, tariff, memberships, mailbox license, mailbox licence, mail\
 license, mail licence, email license, service plan, entitlement plan, paid tier
MONEY: money, fee, fees, debit, direct debit, mandate, wallet, deposit, charge, charges, charged,\
 price, pricing, bought, recharge, recharged, top up, topup, refund, refunded, chargeback, dunning\
 level, instalment, instalments, cheque, bank, checkout, grace period, grace, overdraft, tax,\
 reactivation, reinstatement, reinstate, reinstated, reactivate, reactivated, freemium, funding,\
 invoicing, sepa, paypal, accounts receivable, receivables, collections, lapse, lapses, add a card,\
 payment method, billed, bills, contract end, contract ended, contract over, remittance, owe, owes,\
 owed, owing, cash, coupon, voucher, premium due, premiums, royalties, payable, payer, paymaster,\
 treasury, settle, settled, settlement, insolvent, insolvency, bankrupt, bankruptcy, ledger\
 balance, dues
GONE: reassigned, leaver, leavers, retiree, retirees, alumni, graduated, graduation, former\
 employee, ex employee, deceased, tombstone, tombstoned, orphaned, purged, erased, wiped,\
 destroyed, dissolved, liquidated, merged, relocated, moved to another, end of service, receive\
 only mailbox, goodbye, farewell, checkbox, ticked, unticked, attribute, group membership, class of\
 service, add on, addon, capability, capabilities, resource mailbox, resource mailboxes, guests,\
 room mailbox, http only, api only, for http, for the api, only the api, inbound only, opted out,\
 opt in, entitle, entitles, enrol, enroll, onboarding, onboarded, provisioning, go live, waiting\
 list, sandboxed, evaluation, leave of absence, sabbatical, parental leave, not in service, in the\
 bin, recycle bin, not write, pro edition, no longer works, no longer employed, no longer with us,\
 no longer part of, as an archive, archive, on leave, on vacation, former staff, contractor ended,\
 contractors
PHONE: mobile, smartphone, handset, approved on, approve it, acknowledge, fingerprint, face id,\
 biometric, biometrics, smart card, smartcard, yubikey, rsa token, soft token, softtoken, duo\
 mobile, factor, factors, challenge question, captcha code, recovery email, recovery phone, mobile\
 app, your phone
PACE: try count, quick, quicker, faster, fast, slower, hurry, patience, wait, pause, delay,\
 delayed, hammering, hammer, spree, pace, rapid, flurry, storm, busy signal, seats, slots, slot,\
 concurrent users, parallel users, at a time, at once, per connection, this month, this week, this\
 hour, today s, monthly, weekly, hourly, daily, cooldown, next reset, resets at, rolling window,\
 per user, per account, tries per, tries in, tries within
SAFETY: look into, looking into, security incident, breach, breached, leak, leaked, leaks,\
 phishing, phish, malware, virus, infected, infection, investigation, investigated, investigating,\
 protect, protected, protection, suspicious, suspicion, suspect, suspected, intruder, intrusion,\
 unusual, anomalous, anomaly, anomalies, fraud team, forensic, forensics, legal hold, court order,\
 sanctions, embargo, safety, takeover, taken over, stolen password, credential stuffing, dark web,\
 abuse desk, abuse team, abuse department, soc, csirt, cert team, risk, risky, risk score, theft,\
 stealing, swindle, scam, scams, impostor, imposter, distrust, mistrust, dubious, hazardous,\
 dangerous, tampering, tampered, impersonated, botnet member, hacker, hackers, intruders, cyber\
 attack, cyberattack, attacked, attacker, attackers, attack
DATED: initial, first use, first login, first sign in, one time, older, age, days old, months old,\
 months ago, end date, date, dated, half a year, yearly, annual, annually, quarterly, expire, since\
 2020
MACHINERY: cluster, node, nodes, leader, election, quorum, replication, replicas, replicate, sync,\
 syncing, synchronization in progress, index, indexing, reindexing, re indexed, storage backend,\
 disk, raid, nfs, mount, socket, sockets, thread, thread pool, daemon, kernel, memory, swap, heap,\
 cpu, hardware, power, cable, switch over, switchover, data store, datastore, cache, caching,\
 broker, queue, queues, engineers, engineer, engineering, our team, technicians, repair, repairs,\
 fixing, fix it, scheduled work, scheduled, planned work, upgrade in progress, booting, boot,\
 startup, starting, warming up, warm up, loading, bad day, incident in progress, degraded,\
 degradation, partial outage, status page, channel broke, eagain, eintr, epipe, enomem, emfile,\
 enospc, oom
TLS+SECURITY: tls ~, ssl ~
PACE+COUNTED: free mails, free emails, free messages
NEWPASSWORD+PASSWORD: default password, initial password, temporary password, first password, start\
 password, starter password, provisional password, preset password
# What only advises, supposes or explains; here at the end, since few replies say so.
HINT: recommend, consider using, more about, more on, information about, information on, read\
 about, tip, hint, note that we, please note that we, perhaps, maybe, possibly, probably, help\
 with, for help with, help on, faq, see also, by the way, reminder, good to know, remember to, when\
 you, when using, those who, when, should you, should your, should the, thank you, thanks, possible\
 reasons, possible causes, several causes, common causes, several reasons, common reasons, various\
 reasons, possible reason, possible cause, this can have, reasons can be, reasons may be
HINT+ACCOUNT: accounts that, accounts which, users that, users who, customers that, customers who,\
 users with, accounts with, customers with, for accounts, for users, for customers, users of,\
 accounts protected
"""
