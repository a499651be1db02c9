<?php
// Reads the DSNs of a JSON list on stdin as Symfony's Mailer does; prints a JSON list of host,
// port, user, password, whether TLS comes first, and whether the certificate is verified; null for
// each that is refused.
foreach (['Mailer', 'Mime', 'EventDispatcher'] as $part) {
    require_once "/usr/share/php/Symfony/Component/$part/autoload.php";
}
$read = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $dsn) {
    try {
        $transport = Symfony\Component\Mailer\Transport::fromDsn($dsn);
        $stream = $transport->getStream();
        $options = $stream->getStreamOptions();
        $read[] = [
            $stream->getHost(), $stream->getPort(), $transport->getUsername(),
            base64_encode($transport->getPassword()), $stream->isTLS(),
            $options['ssl']['verify_peer'] ?? true,
        ];
    } catch (Throwable $error) {
        $read[] = null;
    }
}
echo json_encode($read, JSON_INVALID_UTF8_SUBSTITUTE);
