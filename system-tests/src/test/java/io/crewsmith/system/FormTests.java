package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the form of an agent does with what is typed, saved, and changed by others. */
@Timeout(120)
class FormTests {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private final Api author = Api.as("author");

    @Test
    void thatThereIsNoLimitIsSavedAsItWasLoaded() {
        String agent = author.post(
                        "/api/agents", Agents.agent().putNull("max_tokens").toString())
                .text("/agent_id");
        Page page = browsing.signedIn("author", "/agents/" + agent).page();
        page.fill("[name=goal]", "Say all there is to say.");

        page.click("button:text-is('Save')");

        assertThat(page.locator("form .note")).hasText("Saved as revision 2.");
        assertThat(stored(agent).body().at("/max_tokens").isNull()).isTrue();
        page.click("[role=tab]:has-text('Model')");
        assertThat(page.locator("[name=max_tokens-none]")).isChecked();
        Object visited = page.evaluate("() => history.length");
        page.uncheck("[name=max_tokens-none]");
        page.click("button:text-is('Save')");
        assertThat(page.locator("form .note")).hasText("Saved as revision 3.");
        assertThat(stored(agent).body().at("/max_tokens").asInt()).isEqualTo(4000);
        assertThat(page.evaluate("() => history.length")).isEqualTo(visited);
    }

    @Test
    void whatIsNoNumberOrTooLongStaysAndIsRefused() {
        Page page = browsing.signedIn("author", "/agents/create").page();
        page.fill("[name=role]", "x".repeat(20_000));
        page.click("[role=tab]:has-text('Model')");

        page.fill("[name=temperature]", "1,5");
        page.press("[name=temperature]", "Tab");

        assertThat(page.locator("[name=temperature]"))
                .hasAccessibleDescription(Pattern.compile(".*must be a number.*"));
        assertThat(page.locator("[name=temperature]")).hasValue("1,5");
        assertThat(page.locator("[name=role]")).hasValue("x".repeat(20_000));
        page.fill("[name=temperature]", "1.0");
        assertThat(page.locator("[name=temperature]")).hasValue("1.0");
        page.click("[role=tab]:has-text('Tools')");
        page.click("button:text-is('Add')");
        page.fill("[name=id]", "no id");
        page.press("[name=id]", "Tab");
        assertThat(page.locator("[name=id]")).hasAccessibleDescription(Pattern.compile(".*letters, digits.*"));
    }

    @Test
    void whoeverWasFasterNobodysTextIsLost() {
        var agent = Agents.agent();
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        Page page = browsing.signedIn("author", "/agents/" + id).page();
        page.fill("[name=goal]", "Mine");
        author.send("PUT", "/api/agents/" + id, agent.put("goal", "Theirs").toString(), Map.of());

        page.click("button:text-is('Save')");
        assertThat(page.locator("form .note")).containsText("Changed in the meantime");
        assertThat(page.locator("[name=goal]")).hasValue("Mine");
        page.click("button:text-is('Keep mine')");
        assertThat(page.locator("form .note")).hasText("Saved as revision 3.");
        assertThat(stored(id).text("/goal")).isEqualTo("Mine");

        author.send("PUT", "/api/agents/" + id, agent.toString(), Map.of());
        page.fill("[name=goal]", "Mine again");
        page.click("button:text-is('Save')");
        page.click("button:text-is('Take theirs')");
        assertThat(page.locator("[name=goal]")).hasValue("Theirs");
    }

    @Test
    void anAgentWhoseAnswerWasLostIsCreatedOnce() {
        Page page = browsing.signedIn("author", "/agents/create").page();
        fill(page);
        var lost = new AtomicBoolean();
        page.route("**/api/agents", route -> {
            if (lost.compareAndSet(false, true)) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        page.click("button:text-is('Save')");
        assertThat(page.locator("form .note")).containsText("No answer");
        page.click("button:text-is('Save')");

        assertThat(page.locator("form .note")).hasText("Saved as revision 1.");
        assertThat(page).hasURL(Pattern.compile(".*/agents/[0-9a-f-]{36}"));
    }

    @Test
    void whoLeavesWhileCodeIsGeneratedStaysAway() {
        String id = Agents.saved();
        Page page = browsing.signedIn("author", "/agents/" + id).page();
        var held = new AtomicReference<Route>();
        page.route("**/generate-code", held::set);
        page.waitForRequest("**/generate-code", () -> page.click("button:text-is('Generate Code')"));
        page.click("nav a:text-is('Agents')");
        assertThat(page.locator("h1")).hasText("Agents");

        page.waitForResponse("**/generate-code", () -> held.get().resume());
        page.evaluate("() => fetch('/health').then((answer) => answer.text())");

        assertThat(page).hasURL(Pattern.compile(".*/agents"));
    }

    @Test
    void enterInALineGeneratesNothingAndToolsCanBeSearched() {
        Page page = browsing.signedIn("author", "/agents/create").page();
        fill(page);
        List<String> changes = new ArrayList<>();
        page.onRequest(request -> changes.add(pathOf(request)));

        page.press("[name=role]", "Enter");
        page.evaluate("() => fetch('/health').then((answer) => answer.text())");

        assertThat(changes).doesNotContain("POST /api/agents");
        page.click("[role=tab]:has-text('Tools')");
        page.fill("[type=search]", "serper");
        assertThat(page.locator("[name=tools]")).hasCount(2);
        page.click("button:text-is('Start over')");
        assertThat(page.locator("[name=role]")).hasValue("");
    }

    @Test
    void anAgentIsDeletedAfterAQuestion() {
        String id = Agents.saved();
        Page page = browsing.signedIn("author", "/agents/" + id).page();
        page.click("text=Its deployments");
        assertThat(page.locator("main")).containsText("Nobody has asked for its code yet.");
        page.goBack();

        page.click("button:text-is('Delete')");
        page.click("button:text-is('Delete now')");

        assertThat(page.locator("h1")).hasText("Agents");
        assertThat(stored(id).status()).isEqualTo(404);
    }

    private Api.Answer stored(String agentId) {
        return author.get("/api/agents/" + agentId);
    }

    private static void fill(Page page) {
        page.fill("[name=role]", "Lighthouse Keeper " + System.nanoTime());
        page.fill("[name=goal]", "Keep the light on");
        page.fill("[name=backstory]", "Has seen every storm");
    }

    private static String pathOf(Request request) {
        return request.method() + " " + URI.create(request.url()).getPath();
    }
}
