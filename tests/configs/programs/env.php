<?php
// Reads the texts of a JSON object {dialect, texts} on stdin as phpdotenv or Symfony reads them;
// prints a JSON list of their variables, null for each that is refused.
require '/usr/share/php/Dotenv/autoload.php';
require '/usr/share/php/Symfony/Component/Dotenv/autoload.php';

$asked = json_decode(stream_get_contents(STDIN), true);
$read = [];
foreach ($asked['texts'] as $number => $text) {
    $file = null;
    try {
        if ($asked['dialect'] === 'phpdotenv') {
            $adapter = Dotenv\Repository\Adapter\ArrayAdapter::create()->get();
            $repository = Dotenv\Repository\RepositoryBuilder::createWithNoAdapters()
                ->addAdapter($adapter)->immutable()->make();
            $file = tempnam(sys_get_temp_dir(), 'env');
            file_put_contents($file, $text);
            $values = Dotenv\Dotenv::create($repository, dirname($file), basename($file))->load();
        } else {
            $values = (new Symfony\Component\Dotenv\Dotenv())->parse($text);
        }
        $read[] = (object) $values;
    } catch (Throwable $error) {
        $read[] = null;
    } finally {
        if ($file !== null) {
            unlink($file);
        }
    }
}
echo json_encode($read);
