<?php
// Writes texts, which come as a JSON list of base64, as PHP itself writes them: into a Nextcloud's
// configuration by var_export, as its lib/private/Config.php does. Printed is a JSON list of files.
$files = [];
foreach (json_decode(fgets(STDIN)) as $text) {
    $config = [
        'mail_smtphost' => 'mail.example.com',
        'mail_smtpauth' => true,
        'mail_smtpname' => strrev(base64_decode($text)),
        'mail_smtppassword' => base64_decode($text),
        'zz' => ['list' => [1, 2.5, null, -7, 'x'], 'more' => (object) ['a' => 1]],
    ];
    $files[] = base64_encode("<?php\n\$CONFIG = " . var_export($config, true) . ";\n");
}
echo json_encode($files);
