<?php
// What Nextcloud has of the directories that are named on standard input, a line each: the files
// are included and merged as its lib/private/Config.php does it, values cast as its Mailer does.
// Printed is a JSON list; texts are in base64.
error_reporting(0);

function config($directory) {
    $cache = [];
    $extra = glob("$directory/*.config.php");
    natsort($extra);
    foreach (array_merge(["$directory/config.php"], $extra) as $file) {
        unset($CONFIG);
        ob_start();
        include $file;
        ob_end_clean();
        if (isset($CONFIG) && is_array($CONFIG)) {
            $cache = array_merge($cache, $CONFIG);
        }
    }
    return $cache;
}

$found = [];
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $directory) {
    $c = config($directory);
    $found[] = [
        'host' => base64_encode((string) $c['mail_smtphost']),
        'port' => (int) ($c['mail_smtpport'] ?? 25),
        'user' => base64_encode((string) $c['mail_smtpname']),
        'secret' => base64_encode((string) $c['mail_smtppassword']),
        'sender' => base64_encode($c['mail_from_address'] . '@' . $c['mail_domain']),
        'implicit' => ($c['mail_smtpsecure'] ?? null) === 'ssl',
    ];
}
echo json_encode($found);
