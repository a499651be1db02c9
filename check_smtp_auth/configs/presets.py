"""Programs whose configuration a generic reader can read: one row each. Pure."""

from __future__ import annotations

from ..record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..accounts import TLSMode


class Mode(Record):
    """If ``key`` has ``value`` (in lower case; "" for not set), TLS starts as ``tls`` says.

    ``offered_only`` says that the program goes on in clear text if STARTTLS is not offered.
    """

    key: str
    value: str
    tls: TLSMode
    offered_only: bool = False


class Preset(Record):
    """Which keys a program's configuration has.

    ``module`` is the generic reader, ``keys`` are as in ``--from-keys``. The first of ``modes``
    that applies counts. ``off`` are keys with the values that switch off mail or the login,
    ``unverified`` those that switch off the verification of certificates; ``port`` is the program's
    default. ``unless_clear`` is a key that is on by default, except without TLS. ``environment`` is
    a file beside the configuration whose variables override it, and how their names begin.
    """

    module: str
    keys: Mapping[str, str]
    modes: tuple[Mode, ...] = ()
    off: tuple[tuple[str, str], ...] = ()
    port: int | None = None
    unverified: tuple[tuple[str, str], ...] = ()
    unless_clear: str = ""
    environment: tuple[str, str] | None = None


# By the kind's name; for generic kinds, --from-keys is made into a Preset.
PRESETS: dict[str, Preset] = {
    "mattermost": Preset(
        "as_json",
        {
            "host": "EmailSettings.SMTPServer",
            "port": "EmailSettings.SMTPPort",
            "user": "EmailSettings.SMTPUsername",
            "password": "EmailSettings.SMTPPassword",
            "from": "EmailSettings.FeedbackEmail",
        },
        modes=(
            Mode("EmailSettings.ConnectionSecurity", "starttls", "starttls"),
            Mode("EmailSettings.ConnectionSecurity", "tls", "implicit"),
            Mode("EmailSettings.ConnectionSecurity", "", "none"),
            Mode("EmailSettings.ConnectionSecurity", "plain", "none"),  # before release 5
        ),
        off=(("EmailSettings.EnableSMTPAuth", "false"),),
        port=10025,
        unverified=(("EmailSettings.SkipServerCertificateVerification", "true"),),
        unless_clear="EmailSettings.EnableSMTPAuth",
        environment=("mattermost.env", "MM_"),
    ),
    "redmine": Preset(
        "rails",
        {
            "host": "smtp_settings.address",
            "port": "smtp_settings.port",
            "user": "smtp_settings.user_name",
            "password": "smtp_settings.password",
            "hello": "smtp_settings.domain",
            "ca": "smtp_settings.ca_file",
        },
        modes=(
            Mode("smtp_settings.ssl", "true", "implicit"),
            Mode("smtp_settings.tls", "true", "implicit"),
            Mode("smtp_settings.enable_starttls", "true", "starttls"),
            Mode("smtp_settings.enable_starttls", "always", "starttls"),
            Mode("smtp_settings.enable_starttls", "auto", "starttls", True),
            Mode("smtp_settings.enable_starttls_auto", "true", "starttls", True),
            Mode("smtp_settings.enable_starttls_auto", "false", "none"),
            Mode("smtp_settings.enable_starttls", "false", "none"),
            Mode("smtp_settings.enable_starttls", "", "starttls", True),
        ),
        off=(("smtp_settings.authentication", "none"),),
        port=25,
        unverified=(("smtp_settings.openssl_verify_mode", "none"),),
    ),
    "discourse": Preset(
        "rails",
        {
            "host": "env.DISCOURSE_SMTP_ADDRESS",
            "port": "env.DISCOURSE_SMTP_PORT",
            "user": "env.DISCOURSE_SMTP_USER_NAME",
            "password": "env.DISCOURSE_SMTP_PASSWORD",
            "from": "env.DISCOURSE_NOTIFICATION_EMAIL",
            "hello": "env.DISCOURSE_SMTP_DOMAIN",
        },
        modes=(
            Mode("env.DISCOURSE_SMTP_FORCE_TLS", "true", "implicit"),
            Mode("env.DISCOURSE_SMTP_ENABLE_START_TLS", "false", "none"),
            Mode("env.DISCOURSE_SMTP_ENABLE_START_TLS", "", "starttls", True),
            Mode("env.DISCOURSE_SMTP_ENABLE_START_TLS", "true", "starttls", True),
        ),
        off=(("env.DISCOURSE_SMTP_AUTHENTICATION", "none"),),
        port=25,
        unverified=(("env.DISCOURSE_SMTP_OPENSSL_VERIFY_MODE", "none"),),
    ),
    "spring": Preset(
        "spring",
        {
            "host": "spring.mail.host",
            "port": "spring.mail.port",
            "user": "spring.mail.username",
            "password": "spring.mail.password",
            "from": "spring.mail.properties.mail.smtp.from",
        },
        modes=(
            Mode("spring.mail.ssl.enabled", "true", "implicit"),
            Mode("spring.mail.protocol", "smtps", "implicit"),
            Mode("spring.mail.properties.mail.smtp.ssl.enable", "true", "implicit"),
            Mode(
                "spring.mail.properties.mail.smtp.socketFactory.class",
                "javax.net.ssl.sslsocketfactory",
                "implicit",
            ),
            Mode("spring.mail.properties.mail.smtp.starttls.required", "true", "starttls"),
            Mode("spring.mail.properties.mail.smtp.starttls.enable", "true", "starttls", True),
            Mode("spring.mail.properties.mail.smtp.starttls.enable", "", "none"),
            Mode("spring.mail.properties.mail.smtp.starttls.enable", "false", "none"),
        ),
        port=25,
        unverified=(("spring.mail.properties.mail.smtp.ssl.trust", "*"),),
    ),
}
