package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** A person's browser window on the running platform, signed in, that notices every error of the page. */
final class Window {

    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private Window(Page page) {
        this.page = page;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // A refused request is said by the browser too; the page shows it, and that is looked at there.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            errors.add("A script of somebody opened a dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    static Window signedIn(BrowserContext person, String user, String path) {
        var window = new Window(person.newPage());
        var platform = RunningPlatform.platform();
        window.page.navigate(platform.addresses().gateway().resolve(path).toString());
        window.page.fill("[name=token]", platform.token(user));
        window.page.waitForResponse(
                answer -> answer.url().endsWith("/api/session")
                        && answer.request().method().equals("POST"),
                () -> window.page.click("button:text('Sign in')"));
        return window;
    }

    Page page() {
        return page;
    }

    /** That neither a script failed nor the page's policy was broken. */
    void hadNoError() {
        assertThat(errors).isEmpty();
    }
}
