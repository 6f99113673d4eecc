package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a browser signs in, and what its cookie is good for. */
@Timeout(60)
class SessionTests {

    private final Api nobody = Api.withToken(null);

    @Test
    void aKnownTokenGivesACookieThatNoScriptCanRead() {
        Answer answer = Api.as("reviewer").send("POST", "/api/session", null, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/name")).isEqualTo("reviewer");
        assertThat(answer.text("/roles/0")).isEqualTo("reviewer");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void anUnknownTokenGivesNone() {
        Answer answer = Api.withToken("unknown").send("POST", "/api/session", null, Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theCookieStandsForTheToken() {
        Answer answer = nobody.send("GET", "/api/session", null, Map.of("Cookie", cookie()));

        assertThat(answer.text("/name")).isEqualTo("author");
    }

    @Test
    void whoIsNotSignedInIsToldSoWithoutAProblem() {
        assertThat(nobody.get("/api/session").status()).isEqualTo(204);
    }

    @Test
    void anotherSiteCannotMakeABrowserChangeAnything() {
        String agent = Agents.agent().toString();

        Answer forged = nobody.send("POST", "/api/agents", agent, Map.of("Cookie", cookie()));
        Answer own = nobody.send("POST", "/api/agents", agent, Map.of("Cookie", cookie(), "X-Crewsmith-Page", "1"));

        assertThat(forged.status()).isEqualTo(401);
        assertThat(own.status()).isEqualTo(201);
    }

    @Test
    void aPageThatShowsAnotherUserIsToldWhoIsSignedIn() {
        Map<String, String> own = Map.of("Cookie", cookie(), "X-Crewsmith-Page", "author");
        Map<String, String> other = Map.of("Cookie", cookie(), "X-Crewsmith-Page", "reviewer");

        assertThat(nobody.send("GET", "/api/agents", null, own).status()).isEqualTo(200);
        Answer refused = nobody.send("GET", "/api/agents", null, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/other-user");
        assertThat(refused.text("/detail")).isEqualTo("You are now signed in as author.");
    }

    @Test
    void anAddressThatIsNoPageIsAPageThatSaysSo() {
        Answer page = nobody.send("GET", "/nix", null, Map.of("Accept", "text/html"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(nobody.get("/favicon.ico").header("Location")).isEqualTo("/ui/icon.svg");
        assertThat(nobody.send("GET", "/api/nix", null, Map.of("Accept", "text/html"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/agents/create", "/ui/app.js"})
    void thePagesThemselvesAreOpenToEverybody(String path) {
        assertThat(nobody.send("HEAD", path, null, Map.of()).status()).isEqualTo(200);
        assertThat(nobody.get(path).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheCookie() {
        Answer answer =
                nobody.send("DELETE", "/api/session", null, Map.of("Cookie", cookie(), "X-Crewsmith-Page", "1"));

        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
    }

    private static String cookie() {
        String set =
                Api.as("author").send("POST", "/api/session", null, Map.of()).header("Set-Cookie");
        return set.substring(0, set.indexOf(';'));
    }
}
