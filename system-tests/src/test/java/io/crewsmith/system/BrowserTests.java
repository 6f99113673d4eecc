package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ClassPathResource;

/** The pages, as people use them. */
@Timeout(120)
class BrowserTests {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @Test
    void twoPeopleBringAnAgentToItsDeployment() {
        Window author = browsing.signedIn("author", "/agents/create");
        Page page = author.page();
        page.fill("[name=role]", "Harbour Pilot " + System.nanoTime());
        page.fill("[name=goal]", "Bring ships in");
        page.fill("[name=backstory]", "Knows every sandbank");
        page.click("[role=tab]:has-text('Memory')");
        page.check("[name=memory_enabled]");
        assertThat(page.locator(".code-preview")).containsText("class HarbourPilot");
        assertThat(page.locator(".security-scan-status")).hasText("✅ Passed");

        page.click("button:text('Generate Code')");
        page.waitForURL(Pattern.compile(".*/deployments/[0-9a-f-]{36}"));
        page.click("button:text('Submit for Review')");
        assertThat(page.locator(".pr-link")).containsText("agent-code/harbour-pilot");
        assertThat(page.locator("[data-stage=Committed]")).hasClass("good");

        Window reviewer = browsing.signedIn("reviewer", page.url());
        reviewer.page().fill("[name=comments]", "Read it all.");
        reviewer.page().click("button:text('Approve')");

        // The author's window hears of it by itself.
        assertThat(page.locator("[data-stage=Deployed]")).hasClass("good");
        assertThat(page.locator("h1")).containsText("Active");
        assertThat(page.locator("li[data-type=Deployed]")).containsText("chained");
        assertThat(page.locator("blockquote")).hasText("Read it all.");
    }

    @Test
    void aSecondVersionIsRolledBackToTheFirst() {
        String agent = Agents.deployedTwice();
        Window author = browsing.signedIn("operator", "/deployments/" + agent);

        author.page().locator("button:text('Roll back')").first().click();
        author.page().click("button:text('Roll back now')");

        assertThat(author.page().locator("h1")).containsText("Rolled back");
        assertThat(author.page().locator("[data-stage='Rolled back']")).hasClass("good");
    }

    @Test
    void changesCanBeRequestedAndTheAuthorIsLedBack() {
        String deployment = Agents.inReview();
        Window reviewer = browsing.signedIn("reviewer", "/deployments/" + deployment);

        reviewer.page().fill("[name=comments]", "Say which ships.");
        reviewer.page().click("button:text('Request changes')");

        assertThat(reviewer.page().locator("h1")).containsText("Changes requested");
        assertThat(reviewer.page().locator("article.act a")).hasText("Change the agent");
    }

    @Test
    void aLostConnectionLosesNothing() {
        String deployment = Agents.inReview();
        var person = browsing.person();
        Window author = browsing.signedIn(person, "author", "/deployments/" + deployment);
        assertThat(author.page().locator(".live")).hasText("Live");

        person.setOffline(true);
        // What is open stays open when the network goes; only a new request fails. So the page is told to ask anew.
        author.page().evaluate("() => document.querySelector('deployment-page').end()");
        Api.as("reviewer")
                .post("/api/code-deployments/%s/review".formatted(deployment), "{\"decision\": \"approved\"}");
        author.page().evaluate("() => document.querySelector('deployment-page').listen()");
        assertThat(author.page().locator(".live")).hasText("Connecting");
        person.setOffline(false);

        assertThat(author.page().locator("[data-stage=Deployed]")).hasClass("good");
    }

    @Test
    void thePolicyAllowsOwnFilesOnlyAndNoSecretReachesAScript() {
        var person = browsing.person();
        Window author = browsing.signedIn(person, "author", "/agents");
        Response page = author.page().reload();

        assertThat(page.headerValue("content-security-policy"))
                .contains("default-src 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(person.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
        });
        assertThat(author.page()
                        .evaluate(
                                "() => document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain(RunningPlatform.platform().token("author"));
    }

    @Test
    void operatorsSeeTheSameFiguresAsTheApi() {
        Window author = browsing.signedIn("operator", "/operations");

        assertThat(author.page().locator(".figures")).containsText("Scans passed");
        assertThat(author.page().locator("canvas")).hasCount(4);
        assertThat(author.page().locator("dt:text-is('git-service') + dd")).isVisible();
    }

    @Test
    void theLiveViewKnowsEveryTypeOfEvent() throws IOException {
        String source =
                new ClassPathResource("META-INF/resources/ui/live.js").getContentAsString(StandardCharsets.UTF_8);

        assertThat(Topics.trail().stream().map(Topic::records).flatMap(List::stream))
                .allSatisfy(record -> assertThat(source).contains("'%s'".formatted(record.getSimpleName())));
    }
}
