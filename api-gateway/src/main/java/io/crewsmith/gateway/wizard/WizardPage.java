package io.crewsmith.gateway.wizard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The one HTML page, whose modules show all others, and what a browser may do with it.
 *
 * @param html the page
 * @param policy its Content-Security-Policy: own files only, no script in the page but the import map, known by its
 *     digest, and no text that becomes markup except through Lit's templates
 */
public record WizardPage(String html, String policy) {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private static final String POLICY = """
            default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self'; img-src 'self' data:; \
            font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
            require-trusted-types-for 'script'; trusted-types lit-html""";

    static WizardPage packed() {
        try {
            return of(new ClassPathResource("META-INF/resources/ui/index.html").getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The web page is missing in wizard-ui", e);
        }
    }

    static WizardPage of(String html) {
        Matcher map = IMPORT_MAP.matcher(html);
        if (!map.find()) {
            throw new IllegalStateException("The web page has no import map");
        }
        return new WizardPage(html, POLICY.formatted(sha256(map.group(1))));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
