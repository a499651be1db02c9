// What Java reads in properties and in YAML, as Spring Boot does: see java_values.py, which runs it.

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

public class JavaValues {
    /** Reads a kind and a text in base64 a line; prints words, also in base64: key and value, or class and value. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        String line;
        while ((line = lines.readLine()) != null) {
            String[] words = line.split(" ");
            String text = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
            String told;
            try {
                told = words[0].equals("yaml") ? ofYaml(text) : ofProperties(text);
            } catch (Exception refused) {
                told = "refused";
            }
            System.out.println(told);
        }
    }

    static String ofYaml(String text) {
        Object value = ((Map<?, ?>) new Yaml().load(text)).get("key");
        String name = value == null ? "null" : value.getClass().getSimpleName();
        return coded(name) + " " + coded(String.valueOf(value));
    }

    static String ofProperties(String text) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        StringBuilder told = new StringBuilder();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            told.append(coded(key)).append(" ").append(coded(properties.getProperty(key))).append(" ");
        }
        return told.toString().trim();
    }

    static String coded(String text) {
        // "=" stands for the empty text, so that words stay words.
        return text.isEmpty() ? "=" : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
