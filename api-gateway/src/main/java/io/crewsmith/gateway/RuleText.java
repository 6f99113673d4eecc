package io.crewsmith.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A custom rule as somebody sent it. What it says is for the validator to judge; here it is only sent to its address. */
record RuleText(String text) {

    /** Every id of a custom rule begins like this. */
    static final String NAMESPACE = "custom/";

    /** In bytes: what the validator reads at most. */
    private static final int LARGEST = 64 * 1024;

    private static final Pattern ID =
            Pattern.compile("(?m)(?:^|[{,])\\s*[\"']?id[\"']?\\s*:\\s*[\"']?(custom/[a-zA-Z0-9-]{1,80})");

    static RuleText of(byte[] body) {
        if (body.length > LARGEST) {
            throw new RefusedRequest(ProblemType.TOO_LARGE, "A rule has at most %,d bytes.".formatted(LARGEST));
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.indexOf('\0') >= 0) {
                throw RefusedRequest.invalid("", "The rule holds a NUL character.");
            }
            return new RuleText(text);
        } catch (CharacterCodingException e) {
            throw new RefusedRequest(ProblemType.MALFORMED, "The rule is no UTF-8.");
        }
    }

    /** The id that the text seems to give itself; {@value #NAMESPACE} alone where there is none to be seen. */
    String id() {
        Matcher id = ID.matcher(text);
        return Optional.of(id)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse(NAMESPACE);
    }
}
