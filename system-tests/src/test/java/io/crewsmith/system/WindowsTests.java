package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Windows of one browser, who is signed in there, and what they say when an address or the platform is missing. */
@Timeout(120)
class WindowsTests {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @Test
    void whoSignsOutIsSignedOutInEveryWindowAndLeavesNoText() {
        BrowserContext person = browsing.person();
        Page first = browsing.signedIn(person, "author", "/agents/create").page();
        first.fill("[name=goal]", "Of the author alone");
        Page second = person.newPage();
        second.navigate(address("/agents"));

        second.click("button:text-is('Sign out')");

        assertThat(first.locator("main")).containsText("Another window has signed out.");
        signIn(first, "unknown");
        assertThat(first.locator("[name=token]")).hasAccessibleDescription(Pattern.compile("Nobody has this token.*"));
        signIn(first, RunningPlatform.platform().token("author"));
        assertThat(first.locator("[name=goal]")).hasValue("");
        assertThat(second.locator(".who")).hasText("author");
    }

    @Test
    void aWindowThatShowsAnotherUserActsAsNeither() {
        BrowserContext person = browsing.person();
        Page page = browsing.signedIn(person, "author", "/agents/create").page();
        page.fill("[name=goal]", "Of the author alone");

        person.addCookies(List.of(
                new Cookie("crewsmith_session", RunningPlatform.platform().token("reviewer")).setUrl(address("/"))));
        page.fill("[name=role]", "Somebody");

        assertThat(page.locator("main")).containsText("You are now signed in as reviewer");
        assertThat(page.locator(".who")).hasText("reviewer");
        assertThat(page.locator("[name=goal]")).hasValue("");
    }

    @Test
    void anAddressThatIsNoneSaysSo() {
        Page page = browsing.signedIn("author", "/sign-in").page();
        assertThat(page.locator("h1")).hasText("Agents");

        for (String path : List.of("/nix", "/agents/%ff")) {
            Response answer = page.navigate(address(path));
            assertThat(answer.headerValue("content-type")).startsWith("text/html");
            assertThat(page.locator("h1")).hasText("There is no such page");
        }
        page.navigate(address("/agents/nix"));
        assertThat(page.locator(".note")).containsText("id must be a UUID, but is nix.");
    }

    @Test
    void aPlatformThatIsDownIsSaidAndComesBack() {
        BrowserContext person = browsing.person();
        Page page = browsing.signedIn(person, "author", "/agents").page();
        assertThat(page.locator("h1")).hasText("Agents");
        person.setOffline(true);

        page.click("button:text-is('Sign out')");
        assertThat(page.locator(".note.bad")).containsText("Crewsmith cannot be reached");
        page.click("nav a:text-is('Deployments')");
        assertThat(page.locator(".note.bad")).containsText("The page cannot be loaded");
        person.setOffline(false);
        page.click("button:text-is('Try again')");
        assertThat(page.locator("h1")).hasText("Deployments");
        assertThat(page.locator(".note.bad")).hasCount(0);

        page.route("**/api/session", Route::abort);
        page.reload();
        assertThat(page.locator(".note.bad")).containsText("Crewsmith cannot be reached");
        assertThat(page.locator("[name=token]")).hasCount(0);
        page.unroute("**/api/session");
        page.click("button:text-is('Try again')");
        assertThat(page.locator("h1")).hasText("Deployments");
    }

    @Test
    void aPreviewThatDoesNotComeIsNotBlamedOnTheFields() {
        Page page = browsing.signedIn("author", "/agents/" + Agents.saved()).page();
        assertThat(page.locator(".security-scan-status")).hasText("✅ Passed");
        page.route("**/api/agents/preview", Route::abort);

        page.fill("[name=goal]", "Be seen");

        assertThat(page.locator(".preview")).containsText("Crewsmith cannot be reached");
        assertThat(page.locator(".preview")).not().containsText("accepts all fields");
        page.unroute("**/api/agents/preview");
        assertThat(page.locator(".security-scan-status")).hasText("✅ Passed");
    }

    private static void signIn(Page page, String token) {
        page.fill("[name=token]", token);
        page.click("button:text-is('Sign in')");
    }

    private static String address(String path) {
        return RunningPlatform.platform().addresses().gateway().resolve(path).toString();
    }
}
