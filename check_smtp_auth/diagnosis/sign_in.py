"""What helps if a sign-in yielded no refresh token: tables. Pure.

The advice is for the person who has just tried; for all others see ``token_answers``.
"""

from __future__ import annotations

from ..tokens.client import GOOGLE, MICROSOFT
from ..tokens.consent import EXPIRED, NO_REFRESH_TOKEN, OTHER_SCOPE
from .token_answers import BY_CODE, SERVER_ERROR, hints_for_token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..observation import Failure, TokenFacts

BY_BROWSER = "run it again with --authorize=browser"
DECLINED = (
    "The sign-in was declined in the browser, or by a policy. Run it again and accept. If the "
    "page asks for an administrator's approval, get that first (Entra: Enterprise applications, "
    "Permissions; Google: Admin console, API controls)."
)
TOO_LATE = "Run it again, and finish in the browser within the time that it shows."
NOT_TAKEN = (
    "The browser's answer was already used, has expired or is incomplete: run it again. If you "
    "paste the address, paste all of it."
)
CODE_GONE = "The code is no longer valid, or was already used: run it again, and enter the new one."
LATER = "The provider has a problem, or is rate-limiting this client: run it again later."
POLICY = (
    f"A Conditional Access policy forbids it, as many do for device codes: {BY_BROWSER}. If that "
    "is refused too, the sign-in log in Entra names the policy."
)
# Entra's numbers for an answer or a code that it rejects.
GONE = (70000, 70008, 54005, 700005, 9002313)
# Entra's AADSTS numbers; first what holds for a device code only.
DEVICE_CODES = {
    **dict.fromkeys((53003, 53000, 53001, 53002, 530032, 530033, 530034, 530035), POLICY),
    **dict.fromkeys((50097, 50129, 50131), POLICY),
    **dict.fromkeys(GONE, CODE_GONE),
}
CODES = {
    7000218: (
        "The application is not a public client: in Entra, App registrations, Authentication, set "
        "Allow public client flows to Yes, or give its secret in client-secret-file."
    ),
    65004: DECLINED,
    **dict.fromkeys(GONE, NOT_TAKEN),
}
# OAuth's error; first what holds for a device code only.
NOT_BY_DEVICE = (
    f"The provider does not allow the device flow, or not for this client: {BY_BROWSER}, or allow "
    "the device flow for the client."
)
DEVICE_ERRORS = {
    "invalid_scope": f"{NOT_BY_DEVICE} If that is not the cause, the scope is misspelt.",
    "unauthorized_client": NOT_BY_DEVICE,
    "unsupported_grant_type": NOT_BY_DEVICE,
}
ERRORS = {
    "access_denied": DECLINED,
    "authorization_declined": DECLINED,
    EXPIRED: TOO_LATE,
    "code_expired": TOO_LATE,
    "bad_verification_code": TOO_LATE,
}
# Words of Google, which has neither a number nor an error for it.
WORDS = {
    "client_secret is missing": (
        "Google requires the client secret for desktop applications too: give client-secret or "
        "client-secret-file."
    ),
}
# What is missing in an answer, by provider.
MISSING = {
    (
        NO_REFRESH_TOKEN,
        MICROSOFT,
    ): "scope must contain offline_access: add it, or remove scope from the description.",
    (NO_REFRESH_TOKEN, GOOGLE): (
        "Google gives one only at the first consent: remove the application's access at "
        "https://myaccount.google.com/connections, and run it again."
    ),
    (NO_REFRESH_TOKEN, ""): (
        "Usually scope lacks offline_access, or the provider does not allow the client refresh "
        "tokens."
    ),
    (OTHER_SCOPE, MICROSOFT): (
        "The application needs the delegated permission SMTP.Send, and scope must be "
        "https://outlook.office.com/SMTP.Send offline_access: a scope for Graph does not work."
    ),
    (OTHER_SCOPE, GOOGLE): (
        "Run it again and leave the box for Gmail ticked. scope must be https://mail.google.com/; "
        "gmail.send does not work for SMTP."
    ),
    (OTHER_SCOPE, ""): (
        "Run it again and leave each box ticked; compare scope with what the provider requires "
        "for SMTP, and with what the client was granted there."
    ),
}


def help_to_sign_in(failure: Failure, told: TokenFacts, by_device: bool) -> str:
    """Return the advice, "" if there is none; ``by_device`` says that a device code was used."""
    missing = MISSING.get((told.subtype, told.provider))
    if missing:
        return missing
    codes = {**BY_CODE, **CODES, **(DEVICE_CODES if by_device else {})}
    for number in told.codes:
        if number in codes:
            return codes[number]
    for words, hint in WORDS.items():
        if told.words.lower().startswith(words):
            return hint
    if told.limited or told.status >= SERVER_ERROR:
        return LATER
    errors = {**ERRORS, **(DEVICE_ERRORS if by_device else {})}
    if told.error in errors:
        return errors[told.error]
    if told.error == "invalid_grant":  # Entra's words say why, and they are in the first line
        return "" if told.codes else CODE_GONE if by_device else NOT_TAKEN
    return next(iter(hints_for_token(failure, told)), "")
