<?php
// What WP Mail SMTP has of the files that are named on standard input, a line each: every one is
// included by a process of its own, since a constant is set once. Printed is JSON, a line a file;
// texts are in base64.
error_reporting(0);
$files = file('php://stdin', FILE_IGNORE_NEW_LINES);

function is_set($name) {
    return defined($name) && constant($name);
}

function text($name) {
    return base64_encode(is_set($name) ? (string) constant($name) : '');
}

foreach ($files as $file) {
    $child = pcntl_fork();
    if ($child) {
        pcntl_waitpid($child, $status);
        continue;
    }
    ob_start();
    include $file;
    ob_end_clean();
    echo json_encode([
        'on' => defined('WPMS_ON') && WPMS_ON === true,
        'host' => text('WPMS_SMTP_HOST'),
        'port' => is_set('WPMS_SMTP_PORT') ? (int) WPMS_SMTP_PORT : null,
        'user' => text('WPMS_SMTP_USER'),
        'secret' => text('WPMS_SMTP_PASS'),
        'sender' => text('WPMS_MAIL_FROM'),
        'ssl' => defined('WPMS_SSL') ? WPMS_SSL : null,
        'autotls' => defined('WPMS_SMTP_AUTOTLS') ? (bool) WPMS_SMTP_AUTOTLS : true,
    ]), "\n";
    exit;
}
