# Completion for check_smtp_auth. Made by contrib/dev/completion.py from its options.
_check_smtp_auth() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} list=
    COMPREPLY=()
    # Readline takes the "=" of --tls=implicit for a word of its own.
    if [[ $word == "=" ]]; then
        word=
    elif [[ $before == "=" ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $before in
        -H | --host | --hostname) mapfile -t COMPREPLY < <(compgen -A hostname -- "$word"); return ;;
        -p | --port) return ;;
        --source) return ;;
        -F | --helo) mapfile -t COMPREPLY < <(compgen -A hostname -- "$word"); return ;;
        -t | --timeout) return ;;
        -u | -U | --user | --username) return ;;
        -P | --password-file) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --password-env) mapfile -t COMPREPLY < <(compgen -e -- "$word"); return ;;
        --password-command) mapfile -t COMPREPLY < <(compgen -c -- "$word"); return ;;
        --netrc) [[ $word == -* ]] || { compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return; } ;;
        --credential) mapfile -t COMPREPLY < <(compgen -e -- "$word"); return ;;
        --token-file) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --token-command) mapfile -t COMPREPLY < <(compgen -c -- "$word"); return ;;
        --oauth) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --from) return ;;
        --from-keys) return ;;
        -A | --mechanism) list=${word%"${word##*,}"}; mapfile -t COMPREPLY < <(compgen -P "$list" -W 'SCRAM-SHA-512-PLUS SCRAM-SHA-256-PLUS SCRAM-SHA-1-PLUS SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 PLAIN LOGIN CRAM-MD5 NTLM OAUTHBEARER XOAUTH2 EXTERNAL GSSAPI' -- "${word##*,}"); compopt -o nospace; return ;;
        --authzid) return ;;
        --tls) mapfile -t COMPREPLY < <(compgen -W 'starttls implicit none' -- "$word"); return ;;
        --ca-file) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --ca-path) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --client-cert) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --client-key) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --tls-name) mapfile -t COMPREPLY < <(compgen -A hostname -- "$word"); return ;;
        --tls-min) mapfile -t COMPREPLY < <(compgen -W '1.2 1.3' -- "$word"); return ;;
        -f | --mail-from) return ;;
        --rcpt-to) return ;;
        -w | --warning) return ;;
        -c | --critical) return ;;
        --connect-warning) return ;;
        --connect-critical) return ;;
        --auth-warning) return ;;
        --auth-critical) return ;;
        -D | --certificate) return ;;
        --secret-expires) return ;;
        --secret-days) return ;;
        --expect) mapfile -t COMPREPLY < <(compgen -W 'accepted rejected' -- "$word"); return ;;
        --expect-mechanism) mapfile -t COMPREPLY < <(compgen -W 'SCRAM-SHA-512-PLUS SCRAM-SHA-256-PLUS SCRAM-SHA-1-PLUS SCRAM-SHA-512 SCRAM-SHA-256 SCRAM-SHA-1 PLAIN LOGIN CRAM-MD5 NTLM OAUTHBEARER XOAUTH2 EXTERNAL GSSAPI' -- "$word"); return ;;
        --expect-issuer) return ;;
        --expect-fingerprint) return ;;
        --state) return ;;
        --state-dir) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --max-rejections) return ;;
        --max-server-rejections) return ;;
        --hold) return ;;
        --accounts) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --account) return ;;
        --concurrency) return ;;
        --server-connections) return ;;
        --deadline) return ;;
        --authorize) [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'browser device' -- "$word"); return; } ;;
        --output) mapfile -t COMPREPLY < <(compgen -W 'nagios json zabbix checkmk prometheus passive' -- "$word"); return ;;
        --explain) [[ $word == -* ]] || { mapfile -t COMPREPLY < <(compgen -W 'authenticated credentials-rejected account-locked account-disabled client-not-allowed password-expired app-password-required basic-auth-disabled token-rejected token-unavailable server-not-authentic mechanism-unavailable auth-not-offered encryption-required starttls-unavailable starttls-injection tls-failed certificate-untrusted certificate-expired certificate-name-mismatch certificate-expiring sender-rejected recipient-rejected rate-limited temporary-failure server-unavailable dns-failed connection-refused unreachable timeout connection-lost protocol-error secret-expiring basic-auth-retiring slow drifted unguarded unexpectedly-accepted held misconfigured' -- "$word"); return; } ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W '-H --host --hostname -p --port -4 --ipv4 -6 --ipv6 --source -F --helo --proxy-protocol -t --timeout -u -U --user --username -P --password-file --password-env --password-command --netrc --credential --token-file --token-command --oauth --from --from-keys -A --mechanism --authzid --tls --allow-cleartext --ca-file --ca-path --client-cert --client-key --tls-name --tls-min --insecure -f --mail-from --rcpt-to -w --warning -c --critical --connect-warning --connect-critical --auth-warning --auth-critical -D --certificate --secret-expires --secret-days --expect --accept-drift --expect-mechanism --expect-issuer --expect-fingerprint --state --state-dir --max-rejections --max-server-rejections --hold --no-guard --retry-now --accounts --account --list-accounts --concurrency --server-connections --deadline --authorize --output --exit-zero --explain -v --verbose -V --version -h --help' -- "$word")
}
complete -F _check_smtp_auth check_smtp_auth
