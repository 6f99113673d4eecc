package io.crewsmith.github;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.crewsmith.github.GitHubStandIn.Answer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installed app: requests that it signs are given a token, without which nothing else is answered. */
public final class StandInApp {

    private static final String TOKEN = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";
    private static final Duration LONGEST_JWT = Duration.ofMinutes(10);
    private static final String BEARER = "Bearer ";

    private final String id;
    private final long installation;
    private final PublicKey key;
    private final Clock clock;

    /** @param id who signs, {@code iss} of its JWT */
    public StandInApp(String id, long installation, PublicKey key, Clock clock) {
        this.id = id;
        this.installation = installation;
        this.key = key;
        this.clock = clock;
    }

    /** Empty if the request may go on. */
    Optional<Answer> answer(String path, @Nullable String authorization, StandInViews views) {
        if (!path.equals("/app") && !path.startsWith("/app/")) {
            return authorization != null && authorization.endsWith(" " + TOKEN)
                    ? Optional.empty()
                    : Optional.of(new Answer(401, StandInViews.message("Bad credentials")));
        }
        if (!isSigned(authorization)) {
            return Optional.of(new Answer(401, StandInViews.message("A JSON web token could not be decoded")));
        }
        if (path.equals("/app")) {
            return Optional.of(new Answer(200, views.app()));
        }
        String here = "/app/installations/" + installation;
        if (path.equals(here)) {
            return Optional.of(new Answer(200, views.installation(installation)));
        }
        return Optional.of(
                path.equals(here + "/access_tokens")
                        ? new Answer(201, views.token(TOKEN, clock.instant().plus(1, ChronoUnit.HOURS)))
                        : StandInState.notFound());
    }

    private boolean isSigned(@Nullable String authorization) {
        String[] parts = String.valueOf(authorization).replace(BEARER, "").split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            long now = clock.instant().getEpochSecond();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update("%s.%s".formatted(parts[0], parts[1]).getBytes(US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && claims.path("iss").asString("").equals(id)
                    && claims.path("exp").asLong(0) > now
                    && claims.path("exp").asLong(0) <= now + LONGEST_JWT.toSeconds();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
