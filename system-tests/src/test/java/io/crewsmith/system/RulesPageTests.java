package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of custom rules, as an administrator and as an author see it. */
@Timeout(120)
class RulesPageTests {

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final String id = "custom/no-" + word;

    @Test
    void anAdminTriesARuleSavesItAndDeletesItAgain() {
        Page page = browsing.signedIn("admin", "/rules").page();
        page.fill("[name=rule]", rule("x = '" + word + "'"));
        page.click("button:text('Save')");
        assertThat(page.locator("[role=alert]")).containsText("example 1 of no_match is found");

        page.fill("[name=rule]", rule("x = 1"));
        page.click("button:text('Try on past runs')");
        assertThat(page.locator(".trial h2")).containsText("0 of");
        page.click("button:text('Save')");
        assertThat(page.locator("tr:has-text('" + id + "')")).containsText("by admin");

        Page author = browsing.signedIn("author", "/rules").page();
        author.click("button:text('" + id + "')");
        assertThat(author.locator("[name=rule]")).hasValue(rule("x = 1"));
        assertThat(author.locator("button:text('Save')")).hasCount(0);

        page.click("button:text('Delete')");
        assertThat(page.locator("tr:has-text('" + id + "')")).hasCount(0);
    }

    private String rule(String noMatch) {
        return """
                id: %s
                title: A sample
                message: "'{target}' is not ours"
                severity: WARNING
                forbid:
                  literals: [%s]
                examples:
                  match: ["x = '%s'"]
                  no_match: ["%s"]
                """.formatted(id, word, word, noMatch);
    }
}
