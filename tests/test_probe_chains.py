"""The chain that was verified: which of it ends first, which of it is wrong, and who fixes it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from fakes.chains import Member, by_sha1, own, pem_file, trusted
from fakes.plugin import Check, Run
from fakes.scripts import ACCEPT, GREET, OFFER, hello, starttls, until_tls
from fakes.server import Server, start_tls
from servers.certificates import hashed_directory

FAR, PAST, FUTURE = 300.5, -2.5, 5.5
ROOT = Member("Example Root")
MAIL_CA = Member("Example Mail CA 7", ROOT)
SERVER_MENDS, HOST_MENDS = "chain file", "This host trusts it"


class Tried:
    """The plugin against a server that shows these certificates, trusting those."""

    def __init__(self, check: Check, directory: Path) -> None:
        """Take a place for the files."""
        self.check = check
        self.directory = directory
        self.said = 0

    def __call__(
        self, shown: Sequence[Member], anchors: Sequence[Member], *options: str, tls: str = ""
    ) -> Run:
        """Run it, by STARTTLS or as ``tls`` says; ``said`` counts the AUTH that came."""
        file = pem_file(self.directory / "shown.pem", *shown)
        ca_file = trusted(self.directory / "trusted.pem", *anchors)
        handshake = start_tls(file, ciphers="DEFAULT:@SECLEVEL=0")
        script = [handshake, *GREET] if tls == "implicit" else [*until_tls(), handshake]
        with Server([*script, *hello(OFFER), *ACCEPT]) as server:
            words = ("--tls", tls) if tls else ()
            run = self.check(server, "--ca-file", ca_file, *words, *options)
        self.said = server.count(b"AUTH")
        return run


@pytest.fixture
def tried(check: Check, tmp_path: Path) -> Tried:
    """The plugin against any chain."""
    return Tried(check, tmp_path)


def chain(
    own_ends: float = FAR, intermediate_ends: float = FAR, root_ends: float = FAR
) -> tuple[Member, Member, Member]:
    """A server's certificate, an intermediate and a root that end in so many days."""
    root = Member("Example Root", ends=root_ends)
    intermediate = Member("Example Mail CA 7", root, ends=intermediate_ends)
    return own(intermediate, own_ends), intermediate, root


# Days for the server's own, intermediate and root; who is named, and the days that are left.
FIRST_TO_END = {
    "own": ((9.5, 20.5, 30.5), "the certificate of CN=localhost", 9),
    "intermediate": ((20.5, 9.5, 30.5), "the intermediate certificate CN=Example Mail CA 7", 9),
    "root": ((20.5, 30.5, 9.5), "the root certificate CN=Example Root", 9),
    "own, today": ((0.4, 20.5, 30.5), "the certificate of CN=localhost", 0),
    "intermediate, today": (
        (2.5, 0.4, 30.5),
        "the intermediate certificate CN=Example Mail CA 7",
        0,
    ),
    "root, tomorrow": ((300.5, 200.5, 1.5), "the root certificate CN=Example Root", 1),
    "all alike": ((9.5, 9.5, 9.5), "the certificate of CN=localhost", 9),
}


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
@pytest.mark.parametrize("case", FIRST_TO_END)
def test_the_first_to_end_is_named(tried: Tried, case: str, tls: str) -> None:
    """Whichever certificate of the chain ends first is told of by name, and its days count."""
    ends, named, days = FIRST_TO_END[case]
    own_one, intermediate, root = chain(*ends)
    run = tried((own_one, intermediate), (root,), "-D", "10,2", tls=tls)
    assert (run.code, tried.said) == (2 if days < 2 else 1, 1)
    assert f"authenticated, but {named} expires in " in run.first
    assert run.perfdata["certificate_days"].text == str(days)


def test_what_is_told_of_it(tried: Tried) -> None:
    """JSON has its days, what it is, its end and fingerprint; the certificate shown stays the
    server's own, which pins are for.
    """
    own_one, intermediate, root = chain(100.5, 20.5)
    account = tried((own_one, intermediate), (root,), "--output", "json").account
    tls = account["tls"]
    assert (account["diagnosis"], tls["certificate"]["days"]) == ("authenticated", 20)
    assert tls["certificate"]["sha256"] == own_one.sha256
    assert tls["first_to_end"]["role"] == "intermediate"
    assert tls["first_to_end"]["subject"] == "CN=Example Mail CA 7"
    assert tls["first_to_end"]["sha256"] == intermediate.sha256
    long = tried((own_one, intermediate), (root,), "-v").long
    assert "First to expire: the intermediate certificate CN=Example Mail CA 7, 20" in long


def test_the_order_of_what_is_sent_does_not_matter(tried: Tried) -> None:
    """Certificates in any order, and some that do not belong to the chain, are the same chain."""
    root = Member("Example Root")
    first = Member("First CA", root, ends=9.5)
    second = Member("Second CA", first)
    stranger = Member("Stranger CA", ends=PAST)
    own_one = own(second)
    for shown in (
        (own_one, second, first),
        (own_one, first, second),
        (own_one, stranger, first, second, root),
    ):
        run = tried(shown, (root,))
        assert run.code == 1
        assert "the intermediate certificate CN=First CA expires in 9 days" in run.first


def test_what_fixes_one_that_ends_soon(tried: Tried) -> None:
    """What the server sends is fixed there, what this host trusts is fixed here."""
    own_one, intermediate, root = chain(FAR, 9.5)
    sent = tried((own_one, intermediate), (root,))
    assert SERVER_MENDS in sent.long and HOST_MENDS not in sent.long
    stored = tried((own_one,), (intermediate, root))
    assert HOST_MENDS in stored.long and SERVER_MENDS not in stored.long
    assert "--ca-file" in stored.long
    both = tried((own_one, intermediate), (intermediate,))
    assert HOST_MENDS in both.long and SERVER_MENDS in both.long
    own_one, intermediate, root = chain(FAR, FAR, 9.5)
    for shown in ((own_one, intermediate), (own_one, intermediate, root)):
        run = tried(shown, (root,))
        assert HOST_MENDS in run.long and SERVER_MENDS not in run.long
    assert root.sha256 in run.long


def test_a_directory_of_authorities(check: Check, tmp_path: Path) -> None:
    """What is trusted by --ca-path is part of the chain too, and fixed there."""
    for ends, said in ((9.5, "expires in 9 days"), (PAST, "expired 2 days ago")):
        own_one, intermediate, root = chain(FAR, FAR, ends)
        file = trusted(tmp_path / "root.pem", root)
        directory = hashed_directory(tmp_path / f"trusted {ends}", file)
        tls = start_tls(pem_file(tmp_path / "shown.pem", own_one, intermediate))
        with Server([*until_tls(), tls, *hello(OFFER), *ACCEPT]) as server:
            run = check(server, "--ca-file", "", "--ca-path", directory)
        assert f"the root certificate CN=Example Root {said}" in run.first
        assert "into the directory of --ca-path" in run.long


# Days for the server's own, intermediate and root; what is said, what is not.
ENDED = {
    "own": ((PAST, FAR, FAR), "it expired 2 days ago (CN=localhost)", "CN=Example"),
    "intermediate": (
        (FAR, PAST, FAR),
        "the intermediate certificate CN=Example Mail CA 7 expired 2 days ago",
        "it expired",
    ),
    "root": (
        (FAR, FAR, PAST),
        "the root certificate CN=Example Root expired 2 days ago",
        "it expired",
    ),
    "own and intermediate": (
        (PAST, -1.5, FAR),
        "it expired 2 days ago, and the intermediate certificate CN=Example Mail CA 7 expired",
        "Example Root",
    ),
}


@pytest.mark.parametrize("tls", ["starttls", "implicit"])
@pytest.mark.parametrize("case", ENDED)
def test_the_one_that_has_ended_is_named(tried: Tried, case: str, tls: str) -> None:
    """An expired certificate is told of by name, be it the server's or one that it depends on."""
    ends, said, unsaid = ENDED[case]
    own_one, intermediate, root = chain(*ends)
    run = tried((own_one, intermediate), (root,), "-D", "10,2", tls=tls)
    assert (run.code, tried.said) == (2, 0)
    assert said in run.first
    assert unsaid not in run.first
    assert run.perfdata["certificate_days"].text == "-3"
    again = tried((own_one, intermediate), (root,), "--output", "json", tls=tls).account
    assert again["diagnosis"] == "certificate-expired"
    fixes = [
        words for words in (SERVER_MENDS, HOST_MENDS, "Renew the certificate") if words in run.long
    ]
    assert (
        fixes
        == {
            "own": ["Renew the certificate"],
            "intermediate": [SERVER_MENDS],
            "root": [HOST_MENDS],
            "own and intermediate": [SERVER_MENDS, "Renew the certificate"],
        }[case]
    )


def test_one_that_has_ended_in_this_hosts_store(tried: Tried) -> None:
    """Where the server sends the new one, and this host trusts the old, it is fixed here."""
    root = Member("Example Root")
    old = Member("Example Mail CA", root, ends=PAST)
    new = Member("Example Mail CA", root, twin=old)
    own_one = own(new)
    run = tried((own_one, new), (root, old))
    assert "the intermediate certificate CN=Example Mail CA expired 2 days ago" in run.first
    assert HOST_MENDS in run.long and SERVER_MENDS not in run.long
    assert old.sha256 in run.long
    assert tried((own_one, old), (root, new)).code == 0
    assert tried((own_one, old, new), (root,)).code == 0


def test_a_cross_signed_root(tried: Tried) -> None:
    """A root that has ended beside a valid path does no harm, and is not counted; where it is
    the only path it is named.
    """
    old = Member("Old Root", ends=-5.5)
    new = Member("New Root")
    crossed = Member("New Root", old, twin=new, ends=50.5)
    intermediate = Member("Mail CA", new)
    shown = (own(intermediate, 200.5), intermediate, crossed)
    for anchors in ((new,), (old, new), (new, old)):
        run = tried(shown, anchors)
        assert run.code == 0
        assert run.perfdata["certificate_days"].text == "200"
    run = tried(shown, (old,))
    assert run.code == 2
    assert "the root certificate CN=Old Root expired 5 days ago" in run.first


def test_not_yet_valid(tried: Tried) -> None:
    """A certificate from the future is told of by name, and this host's clock is a suspect."""
    root = Member("Example Root")
    intermediate = Member("Mail CA", root, begins=FUTURE)
    run = tried((own(intermediate), intermediate), (root,))
    assert "the intermediate certificate CN=Mail CA is not valid before 20" in run.first
    assert "If the dates look right, check this host's clock." in run.long
    run = tried((own(root, begins=FUTURE),), (root,), "--output", "json")
    assert run.account["diagnosis"] == "certificate-expired"
    assert "it is not valid before 20" in run.account["summary"]
    assert "clock" in run.account["advice"]


@pytest.mark.parametrize("names", [("mail.other.test",), ("192.0.2.9",), ("*.localhost",), ()])
def test_expired_and_for_another_name(tried: Tried, names: tuple[str, ...]) -> None:
    """Both are told, and nothing that is not so."""
    root = Member("Example Root")
    run = tried((own(root, PAST, names=names),), (root,))
    told = names[0] if names else "no host name (subjectAltName)"
    assert f"it is for {told}, not for localhost, and it expired 2 days ago" in run.first
    assert "valid" not in run.first
    account = tried((own(root, PAST, names=names),), (root,), "--output", "json").account
    assert (account["diagnosis"], account["also"]) == (
        "certificate-name-mismatch",
        ["certificate-expired"],
    )


@pytest.mark.parametrize(
    ("names", "name", "told", "advice"),
    [
        ((), "localhost", "it is for no host name (subjectAltName)", "names in subjectAltName"),
        ((), "127.0.0.1", "it is for no host name (subjectAltName)", "names in subjectAltName"),
        (("DNS:::1",), "::1", "it has ::1 as a host name (DNS), not as an address", "(IP in"),
        (("x.test", "DNS:192.0.2.1"), "192.0.2.1", "it has 192.0.2.1 as a host name", "--tls-name"),
    ],
)
def test_a_certificate_without_a_name_of_the_right_kind(
    tried: Tried, names: tuple[str, ...], name: str, told: str, advice: str
) -> None:
    """It is told what the certificate lacks, and to have it reissued with that: no other name
    would do.
    """
    root = Member("Example Root")
    run = tried((own(root, names=names),), (root,), "--tls-name", name)
    assert told in run.first
    assert "Have it reissued with" in run.long and advice in run.long
    assert "a name from the certificate as the host" not in run.long


def test_everything_at_once(tried: Tried) -> None:
    """Of an unknown authority or with a short key, for another name, expired: all is told."""
    facts = {"names": ["mail.other.test"]}
    from_nobody = own(Member("Nobody's CA"), PAST, **facts)
    short = own(ROOT, PAST, **facts, key=1024)
    for own_one, words in (
        (from_nobody, "it is from CN=Nobody's CA, which the server does not send and this host"),
        (short, "it has an RSA key of 1024 bits, which is too short"),
    ):
        account = tried((own_one,), (ROOT,), "--output", "json").account
        assert account["diagnosis"] == "certificate-untrusted"
        assert set(account["also"]) == {"certificate-expired", "certificate-name-mismatch"}
        summary = account["summary"]
        assert words in summary
        assert "it is for mail.other.test, not for localhost, and it expired 2 days ago" in summary


def no_ca(root: Member) -> tuple[Member, ...]:
    """A chain in which one that is no authority has issued."""
    between = Member("Some Server", root, is_authority=False)
    return own(between), between


def too_long(root: Member) -> tuple[Member, ...]:
    """A chain with one authority more than an upper one allows."""
    first = Member("First CA", root, path_length=0)
    second = Member("Second CA", first)
    return own(second), second, first


def below(root: Member, **facts: object) -> tuple[Member, ...]:
    """A chain with an intermediate that has something of its own."""
    between = Member("Mail CA", root, **facts)  # type: ignore[arg-type]
    return own(between), between


# What is shown, what the first line says, what is to be done.
WEAK = {
    "RSA 1024": (
        (own(ROOT, key=1024),),
        "it has an RSA key of 1024 bits, which is too short",
        "with a new key",
    ),
    "RSA 1536 above": (
        below(ROOT, key=1536),
        "the intermediate certificate CN=Mail CA has an RSA key of 1536 bits",
        SERVER_MENDS,
    ),
    "for clients": (
        (own(ROOT, uses=["client"]),),
        "it is not meant for TLS servers",
        "serverAuth",
    ),
    "for any purpose": (
        (own(ROOT, uses=["any", "client"]),),
        "it is not meant for TLS servers (extended key usage)",
        "serverAuth",
    ),
    "for any purpose above": (
        below(ROOT, uses=["any"]),
        "the intermediate certificate CN=Mail CA is not meant for TLS servers",
        SERVER_MENDS,
    ),
    "for clients above": (
        below(ROOT, uses=["client"]),
        "the intermediate certificate CN=Mail CA is not meant for TLS servers",
        SERVER_MENDS,
    ),
    "key for signing authorities": (
        (own(ROOT, key_use="key_cert_sign"),),
        "it is not meant for TLS servers (key usage)",
        "digitalSignature",
    ),
    "key for documents": (
        (own(ROOT, key_use="content_commitment"),),
        "it is not meant for TLS servers (key usage)",
        "digitalSignature",
    ),
    "strange extension": (
        (own(ROOT, strange="1.3.6.1.4.1.99999.1.2"),),
        "it has a critical extension that is not supported (1.3.6.1.4.1.99999.1.2)",
        "without that extension",
    ),
    "strange extension above": (
        below(ROOT, strange="2.999.3"),
        "the intermediate certificate CN=Mail CA has a critical extension that is not supported "
        "(2.999.3)",
        "without that extension",
    ),
    "no CA": (
        no_ca(ROOT),
        "the intermediate certificate CN=Some Server is not a CA certificate",
        "CA:TRUE",
    ),
    "too long": (too_long(ROOT), "CN=First CA allows 0 authorities below it, not 1", "pathlen"),
    "without the intermediate": (
        (own(Member("Mail CA", ROOT)),),
        "it is from CN=Mail CA, which the server does not send and this host does not trust",
        "the whole chain",
    ),
    "root that nobody knows": (
        (own(Member("Other Root")),),
        "CN=Other Root, which the server does not send",
        "--ca-file",
    ),
    "self-signed": ((own(None),), "it is self-signed", "--ca-file"),
}


@pytest.mark.parametrize("case", WEAK)
def test_openssls_reason_in_plain_words(tried: Tried, case: str) -> None:
    """What is wrong with a chain is said in plain words, with what fixes it; no AUTH is sent."""
    shown, said, fix = WEAK[case]
    run = tried(shown, (ROOT,))
    assert (run.code, tried.said) == (2, 0)
    assert said in run.first
    assert fix in run.long
    account = tried(shown, (ROOT,), "--output", "json").account
    assert (account["diagnosis"], account["also"]) == ("certificate-untrusted", [])


def test_the_first_to_end_behind_many_others(tried: Tried) -> None:
    """One that ends soon is named, however many certificates that nobody needs are sent before."""
    others = [Member(f"Other {number}") for number in range(50)]
    soon = Member("Soon CA", ROOT, ends=5.5)
    run = tried((own(soon), *others, soon), (ROOT,))
    assert run.code == 1
    assert "the intermediate certificate CN=Soon CA expires in 5 days" in run.first


def test_a_chain_longer_than_openssl_builds(tried: Tried) -> None:
    """More authorities than OpenSSL follows are told as that, not as one that is not trusted."""
    above, authorities = ROOT, [ROOT]
    for number in range(105):
        above = Member(f"CA {number}", above)
        authorities.insert(0, above)
    run = tried((own(above), *authorities), (ROOT,))
    assert "it has more than 100 authorities above it" in run.first
    assert "--ca-file" not in run.long


@pytest.mark.parametrize("marked", [("-addreject", "serverAuth"), ("-addtrust", "clientAuth")])
def test_an_authority_that_this_host_rejects(
    check: Check, tmp_path: Path, marked: tuple[str, str]
) -> None:
    """An authority that the store has, but not for TLS servers, is not told as missing there."""
    plain, store = trusted(tmp_path / "plain.pem", ROOT), tmp_path / "store.pem"
    command = ("openssl", "x509", "-in", plain, *marked, "-trustout", "-out", store)
    subprocess.run(command, check=True)
    shown = pem_file(tmp_path / "shown.pem", own(ROOT))
    with Server(starttls(shown, ACCEPT)) as server:
        run = check(server, "--ca-file", store)
        assert server.count(b"AUTH") == 0
    assert "is marked on this host as not trusted for servers" in run.first
    assert "TRUSTED CERTIFICATE" in run.long


def test_a_signature_that_can_be_forged(tried: Tried) -> None:
    """A chain with a SHA-1 signature in it is told by that, of whichever certificate it is."""
    own_one, intermediate = own(MAIL_CA), Member("Old CA", ROOT)
    forged = by_sha1(own_one, MAIL_CA)
    run = tried((forged, MAIL_CA), (ROOT,))
    assert run.code == 2
    assert "it is signed with SHA-1, which can be forged" in run.first
    assert "SHA-256 or better" in run.long
    forged = by_sha1(intermediate, ROOT)
    run = tried((own(intermediate), forged), (ROOT,))
    assert "the intermediate certificate CN=Old CA is signed with SHA-1" in run.first
    assert SERVER_MENDS in run.long
    root = by_sha1(ROOT, ROOT)
    assert tried((own(MAIL_CA), MAIL_CA), (root,)).code == 0
    run = tried((own(MAIL_CA, PAST), MAIL_CA), (root,))
    assert "it expired 2 days ago" in run.first
    assert "SHA-1" not in run.first


def test_a_root_that_is_sent_and_not_trusted(tried: Tried) -> None:
    """A root that the server sends, and nobody here trusts, is named."""
    root = Member("Their Root")
    run = tried((own(root), root), (ROOT,))
    assert "the root certificate CN=Their Root is not trusted on this host" in run.first
    assert "--ca-file" in run.long


def test_a_self_signed_certificate_that_is_trusted(tried: Tried) -> None:
    """It is OK by --ca-file; when it ends, the new one has to be put there too."""
    own_one = own(None)
    assert tried((own_one,), (own_one,)).code == 0
    own_one = own(None, PAST)
    run = tried((own_one,), (own_one,))
    assert "it expired 2 days ago (CN=localhost)" in run.first
    assert "Also put the new one into the file of --ca-file" in run.long


def test_insecure(tried: Tried) -> None:
    """With --insecure nothing is verified, and the chain that the server sends still ends."""
    own_one, intermediate, root = chain(FAR, PAST)
    run = tried((own_one, intermediate), (root,), "--insecure", "--output", "json")
    assert tried.said == 1
    assert (run.code, run.account["diagnosis"]) == (2, "certificate-expiring")
    assert (
        "intermediate certificate CN=Example Mail CA 7 expired 2 days ago" in run.account["summary"]
    )
    assert SERVER_MENDS in run.account["advice"] and HOST_MENDS not in run.account["advice"]
    stranger = Member("Stranger CA", ends=PAST)
    own_one, intermediate, _ = chain()
    assert tried((own_one, intermediate, stranger), (root,), "--insecure").code == 0


def test_a_key_of_the_right_length_is_not_too_short(tried: Tried) -> None:
    """RSA of 2048 bits is as it should be."""
    one = own(ROOT, key=2048)
    assert isinstance(one.key, rsa.RSAPrivateKey)
    assert tried((one,), (ROOT,)).code == 0


def test_authorities_of_one_name(tried: Tried) -> None:
    """An authority that was made anew under its old name is told as that, wherever the wrong one
    of both is.
    """
    old, new = Member("Example Root"), Member("Example Root")
    run = tried((own(new),), (old,))
    said = "it is from CN=Example Root, but not from the certificate of that name that"
    assert f"{said} this host trusts" in run.first
    assert "--ca-file" in run.long
    wrong, right = Member("Mail CA", ROOT), Member("Mail CA", ROOT)
    run = tried((own(right), wrong), (ROOT,))
    assert (
        "CN=Mail CA, but not from the certificate of that name that the server sends" in run.first
    )
    assert "chain file" in run.long
    nameless = own(new, key_ids=False)
    run = tried((nameless,), (old,), "--output", "json")
    assert run.account["diagnosis"] == "certificate-untrusted"
    assert "not signed with the key of its issuer" in run.account["summary"]


def test_an_authority_that_may_not_sign(tried: Tried) -> None:
    """An intermediate whose key usage is not for signing is told as that."""
    between = Member("Mail CA", ROOT, may_sign=False)
    run = tried((own(between), between), (ROOT,))
    assert run.code == 2
    assert "the intermediate certificate CN=Mail CA is not a CA certificate" in run.first
    assert "keyCertSign" in run.long


def test_an_authority_for_other_names(tried: Tried) -> None:
    """A name for which an authority may not issue is told as that."""
    between = Member("Mail CA", ROOT, permitted=["example.test"])
    run = tried((own(between), between), (ROOT,))
    assert run.code == 2
    assert "it has a name that an authority above it may not issue certificates for" in run.first


@pytest.mark.parametrize("name", ["*", "*.test", "m*.example.test", "*.*.test", "localhost.", "*."])
def test_a_name_that_no_host_can_have(tried: Tried, name: str) -> None:
    """Where no name of a certificate can ever fit, nobody is told to use one of them."""
    root = Member("Example Root")
    run = tried((own(root, names=[name]),), (root,))
    assert (run.code, tried.said) == (2, 0)
    assert f"it is for {name}, not for localhost" in run.first
    assert "Have it reissued" in run.long
    assert "Use a name from the certificate" not in run.long
    run = tried((own(root, names=[name, "*.example.test"]),), (root,))
    assert "Use a name from the certificate" in run.long


def test_it_is_the_one_that_was_named_last(tried: Tried) -> None:
    """What is wrong with the server's own certificate is not said of an intermediate."""
    between = Member("Mail CA", ROOT)
    run = tried((own(between, ends=-3), between), (Member("Another"),))
    assert "does not trust, and the server's own expired 3 days ago (CN=localhost)" in run.first


@pytest.mark.parametrize("host", ["mail.local", "mail.xn--p1ai", "MAIL.test"])
def test_a_star_below_a_top_level_domain_does_not_count(tried: Tried, host: str) -> None:
    """A certificate for all names of a top-level domain is for none, and that is said."""
    star = f"*.{host.rpartition('.')[2]}"
    root = Member("Example Root")
    run = tried((own(root, names=[star]),), (root,), "--tls-name", host)
    assert (run.code, tried.said) == (2, 0)
    told = f"it is for {star}, not for {host} (directly below a top-level domain, * does not count)"
    assert told in run.first
