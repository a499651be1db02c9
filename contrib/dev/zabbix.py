"""Makes contrib/zabbix/template_smtp_auth_external.yaml from the template for many accounts.

python contrib/dev/zabbix.py           write
python contrib/dev/zabbix.py --check   exit 1 where the file is stale

Items, triggers and dashboard are the same; only where the values come from differs: an external
check that all others depend on, in place of the values that zabbix_sender brings.
"""

from __future__ import annotations

import re
import sys
import uuid

from generated import ROOT, write_or_check

SOURCE = "contrib/zabbix/template_smtp_auth_many.yaml"
FILE = "contrib/zabbix/template_smtp_auth_external.yaml"
MANY = "SMTP authentication of many accounts by check_smtp_auth"
EXTERNAL = "SMTP authentication of many accounts by external check"
GROUP = "a571c0d144b14fd4a87a9d9b2aa9fcd6"
MANY_TEXT = (ROOT / SOURCE).read_text("utf-8")
KEY = (
    'check_smtp_auth["--accounts","{$SMTP_AUTH.ACCOUNTS}","--state-dir","{$SMTP_AUTH.STATE_DIR}",'
    '"-t","{$SMTP_AUTH.TIMEOUT}","--deadline","{$SMTP_AUTH.DEADLINE}",'
    '"--output","json","--exit-zero"]'
)


def _between(text: str, start: str, end: str) -> str:
    """A part of a text, from where it starts to where the next one does."""
    rest = text[text.index(start) :]
    return rest[: rest.index(end)]


MASTER = f"""\
        - uuid: 0f7c1f6b5a0e4a7c9d6f2b1f1b0f6a51
          name: 'SMTP AUTH: Get results'
          type: EXTERNAL
          key: '{KEY}'
          delay: '{{$SMTP_AUTH.INTERVAL}}'
          history: '0'
          trends: '0'
          value_type: TEXT
          description: |
            What the plugin answers of all accounts, for the other items. If it is not supported, its info tells
            why: "Timeout while executing a shell script" means that Timeout in zabbix_server.conf (or
            zabbix_proxy.conf) is not at least four seconds above {{$SMTP_AUTH.DEADLINE}}.
          tags:
            - tag: component
              value: raw
"""
NO_RESULTS = f"""\
            - uuid: fe399f935eab4c89a52f0f9e8e8afc84
              expression: 'nodata(/{MANY}/smtp_auth.error,{{$SMTP_AUTH.NODATA}})=1'
              name: 'SMTP AUTH: No results'
              event_name: 'SMTP AUTH: No results for {{$SMTP_AUTH.NODATA}}: the external check does not run, or does not end in time'
              priority: AVERAGE
              description: |
                Nothing new is known of any account; those that had a problem still have it.
                To do: Look at the info of the item "SMTP AUTH: Get results" (Configuration, Hosts, Items).
                "Timeout while executing a shell script": Zabbix ended the plugin; set Timeout in zabbix_server.conf (zabbix_proxy.conf on a proxy) at least four seconds above {{$SMTP_AUTH.DEADLINE}}.
                "No such file or directory", "Permission denied": the plugin is not in the directory ExternalScripts, or the user zabbix may not run it.
                No info: nothing polls the host; is it enabled, and does the proxy run?
              tags:
                - tag: scope
                  value: availability
        - uuid: '8e78e7aa35694d458b8e16a81a6b839b'
"""
# What is in one template, and what in the other.
CHANGES = (
    (
        """\
        are checked by one run of check_smtp_auth from a timer, which sends what it finds:

            check_smtp_auth --accounts FILE --output zabbix | zabbix_sender -z SERVER -s HOST -i -

        HOST is the host with this template. Accounts with a monitor-host go to that host, which needs the
        template too. One account that fails is one problem, named after it; what all accounts on a
        server have in common is one problem of the server.
""",
        """\
        are checked by one external check, check_smtp_auth --accounts, on the server or proxy that monitors
        the host. It has to end within Timeout of zabbix_server.conf or zabbix_proxy.conf, 30 seconds at
        most in Zabbix 6.0: that is enough for some hundreds of accounts. One account that fails is one
        problem, named after it; what all accounts on a server have in common is one problem of the server.
""",
    ),
    ("      items:\n", "      items:\n" + MASTER),
    (
        """\
          type: TRAP
          key: smtp_auth.error
          delay: '0'
          history: '7d'
          trends: '0'
          value_type: TEXT
          description: 'What the plugin says in place of results, where its options or files are wrong.'
""",
        f"""\
          type: DEPENDENT
          key: smtp_auth.error
          delay: '0'
          history: '7d'
          trends: '0'
          value_type: TEXT
          description: 'What the plugin says in place of results, where its options or files are wrong; else empty.'
          preprocessing:
            - type: JAVASCRIPT
              parameters:
                - |-
                  // Nothing where there are results; else what came in their place.
                  try {{
                    var run = JSON.parse(value);
                    return run.accounts.length ? "" : run.summary;
                  }} catch (error) {{
                    return "no results in JSON: " + value.replace(/\\s+/g, " ").slice(0, 1000);
                  }}
          master_item:
            key: '{KEY}'
""",
    ),
    (
        f"expression: 'nodata(/{MANY}/smtp_auth.error,{{$SMTP_AUTH.NODATA}})=0'\n              name:",
        f"expression: 'length(last(/{MANY}/smtp_auth.error))>0'\n              name:",
    ),
    (
        "Run the command of the timer by hand, as its user. The problem ends {$SMTP_AUTH.NODATA} "
        "after the last failure.",
        "Run it by hand as the user zabbix, with the macros of the host: README.md beside the template tells how.",
    ),
    # The trigger for a run that does not come belongs to the item that it reads.
    (_between(MANY_TEXT, "          triggers:\n            - uuid: fe399f", "      discovery_rules:\n"), ""),
    ("        - uuid: '8e78e7aa35694d458b8e16a81a6b839b'\n", NO_RESULTS),
    (
        """\
          type: TRAP
          key: smtp_auth.discovery
          delay: '0'
          lifetime: '{$SMTP_AUTH.LIFETIME}'
          description: 'Sent with each run.""",
        """\
          type: DEPENDENT
          key: smtp_auth.discovery
          delay: '0'
          lifetime: '{$SMTP_AUTH.LIFETIME}'
          description: 'From each run.""",
    ),
    (
        """\
              type: TRAP
              key: 'smtp_auth.result["{#NAME}"]'
              delay: '0'
              history: '1h'
              trends: '0'
              value_type: TEXT
              description: 'What the plugin says of the account ({#USER} at {#SERVER}), for the other items.'
""",
        f"""\
              type: DEPENDENT
              key: 'smtp_auth.result["{{#NAME}}"]'
              delay: '0'
              history: '1h'
              trends: '0'
              value_type: TEXT
              description: 'What the plugin says of the account ({{#USER}} at {{#SERVER}}), for the other items.'
              preprocessing:
                - type: JSONPATH
                  parameters:
                    - '$.accounts[?(@.name == "{{#NAME}}")].first()'
                  error_handler: DISCARD_VALUE
              master_item:
                key: '{KEY}'
""",
    ),
    (
        """\
          preprocessing:
            - type: JAVASCRIPT
              parameters:
                - |-
                  // A row for each account, with up to four of its labels as tags; then one for each server.
                  var rows = JSON.parse(value), servers = {}, found = [];
""",
        f"""\
          master_item:
            key: '{KEY}'
          preprocessing:
            - type: JSONPATH
              parameters:
                - '$.accounts'
              error_handler: DISCARD_VALUE
            - type: NOT_MATCHES_REGEX
              parameters:
                - '^\\[\\]$'
              error_handler: DISCARD_VALUE
            - type: JAVASCRIPT
              parameters:
                - |-
                  // A row for each account, with up to four of its labels as tags; then one for each server.
                  var servers = {{}}, found = [];
                  var rows = JSON.parse(value).map(function (account) {{
                    var row = {{
                      "{{#NAME}}": account.name,
                      "{{#HOST}}": account.host,
                      "{{#PORT}}": String(account.port),
                      "{{#USER}}": account.user,
                      "{{#USED_BY}}": account.used_by
                    }};
                    Object.keys(account.labels).forEach(function (label) {{
                      row["{{#LABEL." + label.toUpperCase() + "}}"] = account.labels[label];
                    }});
                    return row;
                  }});
""",
    ),
    (
        "      macros:\n",
        """\
      macros:
        - macro: '{$SMTP_AUTH.ACCOUNTS}'
          value: /etc/smtp/accounts.ini
          description: 'The accounts file, or a directory of such files.'
        - macro: '{$SMTP_AUTH.DEADLINE}'
          value: '26'
          description: 'Seconds after which the run ends; what was not reached then comes first the next time. At least four seconds below Timeout in zabbix_server.conf, or zabbix_proxy.conf on a proxy.'
""",
    ),
    (
        "        - macro: '{$SMTP_AUTH.LIFETIME}'\n",
        """\
        - macro: '{$SMTP_AUTH.INTERVAL}'
          value: '5m'
          description: 'How often to check all accounts.'
        - macro: '{$SMTP_AUTH.LIFETIME}'
""",
    ),
    (
        "above three times the interval of the runs.'\n",
        """\
above three times the interval.'
        - macro: '{$SMTP_AUTH.STATE_DIR}'
          value: /var/lib/check_smtp_auth
          description: 'Where the plugin remembers; a directory of the user zabbix.'
        - macro: '{$SMTP_AUTH.TIMEOUT}'
          value: '10'
          description: 'Seconds for each account, from its first packet.'
""",
    ),
)


def external(text: str) -> str:
    """The template for an external check, from the text of the one for values that are sent."""
    for before, after in CHANGES:
        if text.count(before) != 1:
            raise SystemExit(f"{SOURCE} has {text.count(before)} times, and not once:\n{before}")
        text = text.replace(before, after)
    named = text.replace(MANY, EXTERNAL)
    return re.sub(r"uuid: '?([0-9a-f]{32})'?", _another, named)


def _another(found: re.Match[str]) -> str:
    """An identity of the part's own, the same each time; the group is the one that is there."""
    old = found[1]
    if old == GROUP:
        return found[0]
    digest = uuid.uuid5(uuid.UUID(old), EXTERNAL)
    return f"uuid: '{uuid.UUID(bytes=digest.bytes, version=4).hex}'"


if __name__ == "__main__":
    sys.exit(write_or_check({FILE: external(MANY_TEXT)}))
