package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The page of a deployment: who has decided what, and what can be done now. */
@Timeout(120)
class ReviewPageTests {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @Test
    void aReviewThatBeginsAnewStillShowsWhatWasSaidBefore() {
        String deployment = Agents.inReview();
        Page page = browsing.signedIn("reviewer", "/deployments/" + deployment).page();
        page.click("button:text-is('Request changes')");
        assertThat(page.locator("[name=comments]"))
                .hasAccessibleDescription(Pattern.compile(".*say what must change.*"));
        page.fill("[name=comments]", "Say which ships.");
        page.click("button:text-is('Request changes')");
        assertThat(page.locator("[data-stage=Decided]")).hasClass("bad");
        assertThat(page.locator("blockquote")).hasText("Say which ships.");

        Api.as("author").post("/api/code-deployments/%s/submit".formatted(deployment), "{}");

        assertThat(page.locator("[data-stage=Decided]")).hasClass("open");
        assertThat(page.locator("blockquote")).hasText("Say which ships.");
        page.click("button:text-is('Approve')");
        assertThat(page.locator("[data-stage=Decided]")).hasClass("good");
        assertThat(page.locator("[data-stage=Deployed]")).hasClass("good");
    }

    @Test
    void aReviewerSeesWhatIsMissingAndWhatChangedAndSpeaksAboutLines() {
        ObjectNode agent = Agents.agent();
        Api author = Api.as("author");
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        String generate = "/api/agents/%s/generate-code".formatted(id);
        author.post(generate, "{}");
        author.send(
                "PUT",
                "/api/agents/" + id,
                agent.put("goal", "Size the <b>ports</b>.").toString(),
                Map.of());
        String second = author.post(generate, "{\"create_pr\": true}").text("/deployment_id");
        Page page = browsing.signedIn("reviewer", "/deployments/" + second).page();

        assertThat(page.locator(".missing")).hasText("Missing to merge: 1 approval by somebody other than author.");
        page.click("text=Compare with another version");
        assertThat(page.locator("version-diff")).containsText("Changed: Goal");
        assertThat(page.locator("tr.change").last()).containsText("Size the <b>ports</b>.");
        page.fill("[name=line]", "21");
        page.fill("[name=line-comment]", "Which <i>ports</i>?");
        page.click("line-comments button:text-is('Add')");
        page.click("button:text-is('Request changes')");

        assertThat(page.locator("ul.line-comments")).hasText("Line 21: Which <i>ports</i>?");
    }

    @Test
    void whoDecidesTooLateLearnsWhoWasFaster() {
        String deployment = Agents.inReview();
        Page page = browsing.signedIn("admin", "/deployments").page();
        page.route("**/api/events**", Route::abort);
        page.click("a[href$='%s']".formatted(deployment));
        assertThat(page.locator("button:text-is('Approve')")).isVisible();
        Api.as("reviewer")
                .post(
                        "/api/code-deployments/%s/review".formatted(deployment),
                        "{\"decision\": \"rejected\", \"comments\": \"No source.\"}");

        page.click("button:text-is('Approve')");

        assertThat(page.locator(".act .note")).hasText("reviewer has decided already: rejected.");
        assertThat(page.locator("button:text-is('Approve')")).hasCount(0);
        assertThat(page.locator(".act a")).hasText("Change the agent");
    }

    @Test
    void aScanThatFailedLeadsBackToTheAgent() {
        Page page = shown(run -> {
            run.put("deployment_status", "failed");
            ((ObjectNode) run.path("security_scan")).put("passed", false);
        });

        assertThat(page.locator(".act")).containsText("The security scan did not pass");
        assertThat(page.locator(".act a")).hasText("Change the agent");
    }

    @Test
    void aCrewIsShownByItsKey() {
        Page page = shown(run -> run.put("kind", "crew")
                .put("crew_key", "market-crew")
                .put("crew_id", run.path("agent_id").asString())
                .putNull("agent_id")
                .putNull("agent_key"));

        assertThat(page.locator("h1")).containsText("market-crew");
        assertThat(page.locator("main")).containsText("Versions of this crew");
    }

    /** The page of a deployment whose answer is changed on its way. */
    private static Page shown(Consumer<ObjectNode> change) {
        String deployment = Agents.inReview();
        Page page = browsing.signedIn("admin", "/deployments").page();
        page.route("**/api/code-deployments/" + deployment, route -> {
            var run = (ObjectNode) JsonMapper.shared().readTree(route.fetch().body());
            change.accept(run);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(run.toString()));
        });
        page.click("a[href$='%s']".formatted(deployment));
        return page;
    }
}
