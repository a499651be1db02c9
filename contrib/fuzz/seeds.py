"""What fuzzing begins with: good inputs of each target, and bad ones that once were faults; and
words that are put in anywhere.
"""

from __future__ import annotations

from binascii import a2b_base64

from check_smtp_auth.state import memory, server

HELLO = b"250-mail.example.test\r\n250-SIZE 1000\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n"
SCRAM = b"334 cj1BQUVDQXdRRkJnY0lDUW9MREEwT0R4QVJtb3JlLHM9YzJGc2RBPT0saT00MDk2\r\n"
# For "localhost", self-signed, with an address and an organisation.
CERTIFICATE = a2b_base64(
    b"MIIBzTCCAXOgAwIBAgIUXaSVTB76vH7r1N19lnnd5VTNt5wwCgYIKoZIzj0EAwIwJjEQMA4GA1UECgwHRXhhbXBs"
    b"ZTESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MTEyODExNTUwNVoXDTM2MTEyNTExNTUwNVowJjEQMA4GA1UECgwH"
    b"RXhhbXBsZTESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAElyBckrztfCjpFnr0"
    b"9mQaWRzM7eFIfa+EDTXlmi0O5rSg28nTpTifw58NlHKWcItmDr2dNwB1mZzn80Aur17A7qN/MH0wHQYDVR0OBBYE"
    b"FBvvC4kj7TYYjIcywTfmzhtz+0ZeMB8GA1UdIwQYMBaAFBvvC4kj7TYYjIcywTfmzhtz+0ZeMA8GA1UdEwEB/wQF"
    b"MAMBAf8wKgYDVR0RBCMwIYIJbG9jYWxob3N0hwR/AAABgg4qLmV4YW1wbGUudGVzdDAKBggqhkjOPQQDAgNIADBF"
    b"AiEAkxbbqqsfoQUUdUmfDVGaKK9i1HxmCyqfKkVTxKyikbACICeLiTTUrdHQAfriEvCXxk9w3Zr6Ghs88aiwc+u9"
    b"H+gT"
)
DESCRIPTION = (
    b"[oauth]\nprovider = microsoft365\ngrant = client-credentials\ntenant = example.test\n"
    b"client-id = app\nclient-secret = x\n"
)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "replies": (
        b"220 mail.example.test ESMTP\r\n" + HELLO,
        b"535-5.7.8 Username and Password not accepted\r\n535 5.7.8 x\r\n",
        b'421 4.7.0 Too many connections from 192.0.2.1 (blocked), <a@b>: "no"\n',
        "535 Пароль неверен 密码错误\r\n".encode(),
        b"250\r\n354-\r\n354 \r\n",
    ),
    "conversation": (
        b"s\0"
        + b"\0".join((b"220 hi\r\n", HELLO, b"220 go\r\n", HELLO, b"235 ok\r\n", b"221 x\r\n")),
        b"i\0"
        + b"\0".join((b"220 hi\r\n", HELLO, b"535 5.7.8 no corr3ct/h@rse?\r\n", b"221 x\r\n")),
        b"i\0"
        + b"\0".join((b"220 hi\r\n", b"250-a\r\n250 AUTH SCRAM-SHA-256\r\n", b"334 \r\n", SCRAM)),
        b"i\0"
        + b"\0".join(
            (b"220 hi\r\n", b"250-a\r\n250 AUTH LOGIN\r\n", b"334 VQ==\r\n", b"334 UA==\r\n")
        ),
        b"i\0"
        + b"\0".join(
            (b"220 hi\r\n", b"250-a\r\n250 AUTH CRAM-MD5\r\n", b"334 PDFAYT4=\r\n", b"535 x\r\n")
        ),
    ),
    "certificates": (CERTIFICATE, CERTIFICATE[:200], b"\x30\x80\0\0"),
    "state": (
        memory.dump(memory.Memory(user="a", diagnosis="timeout", since=1.0)),
        server.dump(server.Server()),
        b"rejected\t1.0 2.0\n\tuser=a\tdiagnosis=timeout\tsince=1\n",
        b"1764300000.5-abc-1-x\n",
    ),
    "tokens": (
        b'HTTP/1.1 200 OK\r\nContent-Length: 42\r\n\r\n{"access_token": "abc", "expires_in": 3600}',
        b'HTTP/1.1 400 No\r\n\r\n{"error": "invalid_grant", "error_description": "AADSTS70000: x"}',
        b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n',
        b"HTTP/1.1 100 Continue\r\n\r\n" * 9 + b"HTTP/1.1 200 OK\r\n\r\n{}",
        b'{"access_token": 1, "expires_in": 1e999}',
        b'{"device_code": "d", "user_code": "WDJB-MJHT", "verification_uri": "https://x.test/", '
        b'"expires_in": 900, "interval": 5}',
        b"https://login.example.test/token?x=1",
        b"http://127.0.0.1:40123/?code=4%2F0AX&state=abc",
        b"https://.example/",
        b"https://[::1%25a]:99999/",
    ),
    "descriptions": (
        DESCRIPTION,
        DESCRIPTION + b"a\x0bb = 1\n",
        DESCRIPTION.replace(b"microsoft365", b"google"),
        b"[oauth]\ngrant = refresh-token\ntoken-endpoint = https://.example/\nscope = x\n",
        b'{"type": "service_account", "client_email": "\\ud800", "private_key": "x"}',
        b'{"type": "service_account", "client_email": "a@b", "private_key": "\\ud800"}',
    ),
    "accounts": (
        b"[defaults]\nhost = mail.example.com\nca-file = ca.pem\n[finance]\nuser = a@b\n"
        b"password-file = x\nused-by = ERP, <b>copier\\\nlabels = customer=acme site=s|p\n"
        b"[other]\nuser = c\nhold = 9\n",
        b"[a]\nhost = x\nuser = y\nstate = timeout=OK slow=OK\nwarning = 1:2\n[a]\nb\n"
        b"[]\n[\x0b]\n= 1\n",
        "[größe]\nhost = grün.test\r\nmonitor-host = <x>\nfrom = msmtp\n;x\n#y\n".encode(),
    ),
    "configs": (
        b"msmtp\n\n\0account a\nhost h.test\n"
        b"account --port=25 'pass=corr3ct/h@rse?'\nhost h.test\n",
        b"msmtp\na\n\0defaults\ntls on\nauth on\naccount a\nhost h.test\nuser u\n"
        b"password corr3ct/h@rse?\nfrom a@b\naccount b : a\npasswordeval x\n"
        b"account default : b\n",
        b"postfix\na@b.test\n\0relayhost = [h.test]:587, b:25\nsmtp_sasl_auth_enable = yes\n"
        b"smtp_sasl_password_maps = hash:/m, static:{a:b}, inline:{{x=y}}\n"
        b"smtp_tls_security_level = may\nsmtp_sender_dependent_authentication = yes\n"
        b"recipient_delimiter = +-\n\0u:corr3ct/h@rse?\n\0encrypt x\n",
        b"exim\n\n\0dc_eximconfig_configtype='smarthost'\ndc_smarthost='h.test::587;b'\n\0A = b\n"
        b'\0# x\n*.test:u:corr3ct/h@rse?\n  more\n^b$ : v:w\n"q\\"":x:y\n',
        b"alertmanager\nx\n\0global: {smtp_smarthost: 'h.test:587', smtp_from: 'A <a@b.test>'}\n"
        b"receivers:\n- name: x\n  email_configs:\n  - {to: a, smarthost: 'b:465', "
        b"auth_username: u, auth_password: 'corr3ct/h@rse?'}\n",
        *(
            kind + b"\n\n\0[smtp]\nenabled = true\nhost = h.test:587\nuser = u\npassword = "
            b'"""corr3ct/h@rse?"""\n[mailer]\nENABLED = true\nPROTOCOL = smtps\n'
            b"SMTP_ADDR = h\nUSER = u\nPASSWD = `p`"
            for kind in (b"grafana", b"gitea")
        ),
        b"nextcloud\n\n\0<?php\n$CONFIG = array('mail_smtphost'=>'h','mail_smtpname'=>\"u\",\n"
        b"'mail_smtpauth'=>1,'mail_smtppassword'=>'corr3ct/h@rse?\\'','mail_smtpsecure'=>'ssl');",
        b"wordpress\n\n\0<?php\ndefine('WPMS_ON', true);\ndefine( 'WPMS_SMTP_HOST', 'h' );\n"
        b"define('WPMS_SMTP_USER', 'u');define('WPMS_SMTP_PASS', 'corr3ct/h@rse?');/* x */",
        b"joomla\n\n\0<?php class JConfig { public $mailer = 'smtp'; public $smtpauth = 1;\n"
        b"public $smtphost = 'ssl://h:465;b'; public $smtpuser = 'u'; var $smtppass = 'x';}",
        b"nullmailer\n\n\0# x\nh smtp --port=25 starttls user=u 'pass=corr3ct/h@rse?'\\\nb smtp\n",
        b"ssmtp\nroot\n\0Mailhub=h:25x\nAuthUser=u\nAuthPass=corr3ct/h@rse?#\nUseTLS=YES\n"
        b"\0root:a@b.test:h:26\n",
        b"proxmox\na\n\0smtp: a\n\tserver h\n\tport 25\n\tmode tls\n\tusername u\n"
        b"\0smtp: a\n\tpassword corr3ct/h@rse?\n",
        b'gitlab\n\n\0ActionMailer::Base.smtp_settings = {\n  address: "h",\n  port: 25,\n'
        b'  user_name: "u",\n  password: "corr3ct/h@rse?\\"\\u00e9",\n}\n',
        b"env\n\nhost=H\nuser=U\npassword=P\n\0H=h.test\nexport U='u'\nP=\"corr3ct/h@rse?\" # x\n",
        b'url\n\nurl=M\ndialect=symfony\n\0M="smtp://u%40x:corr3ct@h.test:465?a=b"\n',
        b"ini\n\nhost=a.h\nuser=a.u\npassword=a.p\ndialect=git\n\0[a]\nh = x\n"
        b'\tu = "v" ; y\np=q\\\n',
        b'json\n\nhost=a.0.h\nuser=u\npassword=p\n\0{"a": [{"h": "x"}], "u": "v", "p": "\\ud83d"}',
        b"yaml\n\nhost=a.0.h\nuser=u\npassword=p\n\0a:\n- h: x\nu: &u !!str v\np: [*u, *u]\n",
        *(
            kind + b"\n\n\0MAIL_MAILER=smtp\nMAIL_HOST=h\nMAIL_USERNAME=u\nSMTP_HOST=h\n"
            b"MAIL_PASSWORD='corr3ct/h@rse?'\nSMTP_PASSWORD=\"x${A}\"\nMAILER_DSN=smtp://u:p@h\n"
            for kind in (b"laravel", b"symfony", b"vaultwarden", b"n8n", b"authentik")
        ),
        *(
            kind + b"\n\n\0production:\n  email_delivery: {smtp_settings: {address: h, port: 1}}\n"
            b"spring: {mail: {host: h}}\nenv: {DISCOURSE_SMTP_ADDRESS: h}\n"
            for kind in (b"redmine", b"spring", b"discourse", b"nextcloud-docker")
        ),
        b'mattermost\n\n\0{"EmailSettings": {"SMTPServer": "h", "SMTPUsername": "u", '
        b'"EnableSMTPAuth": true, "SMTPPassword": "corr3ct/h@rse?", "SMTPPort": "25"}}',
    ),
    "netrc": (
        b"machine mail.example.test login a password b\n",
        b'# x\ndefault login "a b" password \\"c\nmacdef x\n y\n\nmachine a login',
    ),
    "arguments": (
        b"-H\nmail.example.test\n-u\na\n-P\n/x\n-w\n1:10\n-c\n@5\n-D\n30,7\n-t\n2.5",
        b"--hold\n" + b"9" * 400,
        b"-w\n" + b"9" * 9_000,
        b"--max-rejections\n" + b"9" * 5_000,
        b"--state\ntimeout=OK\n--expect-fingerprint\n" + b"a" * 64,
        b"--secret-expires\n2027-01-31\n--secret-days\n30\n--source\nfe80::1%x\n-F\n[::1]",
        b"--explain\n535 5.7.8 Error: authentication failed\n-v",
        b"--output=json\n--exit-zero\n-A\nPLAIN,LOGIN\n--tls\nnone\n-f\n<>\n--frob=\xff\xfe",
    ),
    "masks": (
        b"corr3ct/h@rse?\n5.7.8 wrong Y29ycjNjdC9oQHJzZT8= and %63%6F&#99;\\u0063=63+63",
        b"abc\nYWJj a b c\nabc",
        "pässwört\nwrong pässw\nört".encode(),
        b"password\nwrong password\n5.7.8 passw0rd",
        b"corr3ct/h@rse?\n5.7.8 MNXXE4RTMN2C62CAOJZWKPY= V{dYDGh=iwXh3pvWj_"
        b" 0b01100011 143 157 162 .8V]R<C-C=\"]H0')S93\\`",
    ),
    "outcomes": (
        b"one\0two\x005.7.8 Error: authentication failed\0more",
        b'a|b\\n<c>"`$(d)\0${e}\0\xc2\x85\xe2\x80\xa8\xe2\x80\xae\0\x1b[0m\0\xff\xed\xa0\x80',
    ),
}
WORDS = (
    *(b"\r\n", b"\n", b"\0", b" ", b"\t", b"\x0b", b"\x1b", b"\x7f", b"\x85", b"\xc2\x85", b"\xff"),
    *(b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80"),
    *(b"-", b"=", b"%", b"&", b"\\", b"|", b"<", b">", b'"', b"'", b"`", b"$(", b"${", b"[", b"]"),
    *(b"0", b"-1", b"1e999", b"nan", b"inf", b"9" * 30, b"9" * 5_000, b"1_0", b"\xef\xbc\x91"),
    *(b"220 ", b"250-", b"334 ", b"235 ", b"535-", b"535 ", b"421 ", b"5.7.8 ", b"STARTTLS"),
    *(b"AUTH ", b"SCRAM-SHA-256", b"CRAM-MD5", b"corr3ct/h@rse?", b"corr3ct", b"user@example.test"),
    *(b"\x30\x82", b"\x30\x80", b"\x84\xff\xff\xff\xff", b"\x06\x03\x55\x1d\x11", b"\xa3\x00"),
    *(
        b"\\ud800",
        b"\\u0000",
        b"null",
        b"{}",
        b"[" * 300,
        b'"',
        b"https://",
        b"machine ",
        b"default",
    ),
    *(b"--hold\n", b"-w\n", b"-t\n", b"-p\n", b"--output\njson\n", b"--state\n", b"--explain\n"),
)
