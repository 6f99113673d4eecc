package io.crewsmith.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wizard, as people use and abuse it. */
@Timeout(120)
class WizardTests {

    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)>\"'`${alert(2)}{{3*3}}<b>bold</b> \u202Eevil javascript:alert(4)";

    @RegisterExtension
    static final Browsing browsing = new Browsing();

    @Test
    void hostileTextIsShownAsText() {
        Window author = browsing.signedIn("author", "/agents/create");
        Page page = author.page();
        page.fill("[name=role]", "Quoted " + System.nanoTime());
        page.fill("[name=name]", HOSTILE);
        page.fill("[name=goal]", HOSTILE);
        page.fill("[name=backstory]", HOSTILE);
        page.click("[role=tab]:has-text('Templates')");
        for (String template : new String[] {"system_template", "prompt_template", "response_template"}) {
            page.fill("[name=%s]".formatted(template), HOSTILE);
        }
        assertThat(page.locator(".code-preview")).containsText("<img src=x onerror=alert(1)>");
        page.click("button:text('Generate Code')");
        page.waitForURL(Pattern.compile(".*/deployments/[0-9a-f-]{36}"));
        page.click("button:text('Submit for Review')");
        assertThat(page.locator("[data-stage=Committed]")).hasClass("good");

        Window reviewer = browsing.signedIn("reviewer", page.url());
        reviewer.page().fill("[name=comments]", HOSTILE);
        reviewer.page().click("button:text('Reject')");

        assertThat(page.locator("blockquote")).hasText(HOSTILE);
        assertThat(page.locator("main img, main b, main script")).hasCount(0);
        page.click("nav >> text=Agents");
        assertThat(page.locator("agents-page table")).containsText("Quoted");
        assertThat(page.locator("main img, main b, main script")).hasCount(0);
    }

    @Test
    void theServersWordsStandAtTheField() {
        Window author = browsing.signedIn("author", "/agents/create");
        Page page = author.page();
        page.fill("[name=role]", "Careless " + System.nanoTime());
        page.fill("[name=goal]", "Fail");
        page.fill("[name=agent_key]", "Not A Key");
        page.click("[role=tab]:has-text('Model')");
        page.fill("[name=temperature]", "3");
        page.click("button:text('Generate Code')");

        assertThat(page.locator("[name=agent_key]")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[name=agent_key]")).isFocused();
        assertThat(page.locator("[name=agent_key]")).hasAccessibleDescription(Pattern.compile(".*kebab-case.*"));
        assertThat(page.locator("[name=backstory]")).hasAttribute("aria-invalid", "true");
        page.click("[role=tab]:has-text('Model')");
        assertThat(page.locator("[name=temperature]")).hasAccessibleDescription(Pattern.compile(".*from 0 to 2.*"));
    }

    @Test
    void whatWasTypedOutlivesAReload() {
        Window author = browsing.signedIn("author", "/agents/create");
        Page page = author.page();
        page.fill("[name=goal]", "Not to be lost");

        page.reload();

        assertThat(page.locator("[name=goal]")).hasValue("Not to be lost");
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        Window author = browsing.signedIn("author", "/agents/create");
        Page page = author.page();
        page.getByRole(AriaRole.TAB).first().focus();
        page.keyboard().press("ArrowRight");

        assertThat(page.locator("[role=tab]:focus")).hasText("Tools");
        page.keyboard().press("Tab");
        assertThat(page.locator("[type=search]:focus")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        assertThat(page.locator("[name=tools]").first()).isChecked();
        page.getByRole(AriaRole.TAB).nth(1).focus();
        page.keyboard().press("End");
        assertThat(page.getByRole(AriaRole.TAB).last()).isFocused();
        page.keyboard().press("Home");
        assertThat(page.getByRole(AriaRole.TAB).first()).isFocused();
        assertThat(page.getByRole(AriaRole.TABPANEL))
                .hasId(page.getByRole(AriaRole.TAB).first().getAttribute("aria-controls"));
    }
}
