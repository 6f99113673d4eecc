package io.crewsmith.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/** A real Chromium: the one on the PATH, else the one that Playwright fetches for itself. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String SKIPPED =
            "SKIPPED: the pages were not tried in a browser; install Chromium (Debian: apt-get install chromium)";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Optional<Path> installed = onPath();
        Playwright playwright = driver(installed.isPresent());
        try {
            var options = new LaunchOptions().setArgs(QUIETLY);
            installed.ifPresent(options::setExecutablePath);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            playwright.close();
            throw skipped(e);
        }
    }

    /** Making it fetches a browser unless told otherwise, which fails without a network. */
    private static Playwright driver(boolean installed) {
        try {
            return Playwright.create(new Playwright.CreateOptions()
                    .setEnv(installed ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        } catch (RuntimeException e) {
            throw skipped(e);
        }
    }

    private static TestAbortedException skipped(RuntimeException cause) {
        System.err.println(SKIPPED);
        return new TestAbortedException(SKIPPED, cause);
    }

    private static Optional<Path> onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser window of somebody who has signed in nowhere yet. */
    BrowserContext person() {
        return browser.newContext();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
