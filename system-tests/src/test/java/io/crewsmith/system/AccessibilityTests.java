package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe, the checker of the Web Content Accessibility Guidelines (2.1 AA), finds on each page: nothing. */
@Timeout(180)
class AccessibilityTests {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageCanBeUsedByEverybody(ColorScheme colours) {
        String deployment = Agents.inReview();
        try (Chromium chromium = Chromium.start();
                BrowserContext person = chromium.person()) {
            Page page = Window.signedIn(person, "reviewer", "/agents").page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            for (String path : List.of(
                    "/agents",
                    "/agents/create",
                    "/deployments",
                    "/deployments/" + deployment,
                    "/rules",
                    "/operations",
                    "/problems/stale")) {
                page.navigate(RunningPlatform.platform()
                        .addresses()
                        .gateway()
                        .resolve(path)
                        .toString());
                assertThat(page.locator("h1")).isVisible();
                assertThat(violations(page)).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 320})
    void noPageIsWiderThanItsWindow(int width) {
        String deployment = Agents.inReview();
        try (Chromium chromium = Chromium.start();
                BrowserContext person = chromium.person()) {
            Page page = Window.signedIn(person, "admin", "/agents").page();
            page.setViewportSize(width, 800);
            for (String path : List.of(
                    "/agents",
                    "/agents/create",
                    "/deployments",
                    "/deployments/" + deployment,
                    "/rules",
                    "/operations")) {
                page.navigate(RunningPlatform.platform()
                        .addresses()
                        .gateway()
                        .resolve(path)
                        .toString());
                assertThat(page.locator("main table, main canvas, main form").first())
                        .isAttached();
                assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void aNewPageIsSaidByItsTitleAndFocus() {
        try (Chromium chromium = Chromium.start();
                BrowserContext person = chromium.person()) {
            Page page = Window.signedIn(person, "author", "/agents").page();

            page.click("text=Deployments");

            assertThat(page).hasTitle("Deployments · Crewsmith");
            assertThat(page.locator("main")).isFocused();
        }
    }

    private static List<String> violations(Page page) {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze();
        assertThat(results.getPasses()).as("axe looked at the page").isNotEmpty();
        return results.getViolations().stream().map(AccessibilityTests::words).toList();
    }

    private static String words(Rule rule) {
        return rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n  " + node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
