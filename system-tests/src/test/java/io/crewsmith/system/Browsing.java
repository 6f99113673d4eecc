package io.crewsmith.system;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** A Chromium for the tests of a class, and a look at every window after each of them. */
final class Browsing implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final List<Window> windows = new ArrayList<>();
    private @Nullable Chromium chromium;
    private @Nullable TestAbortedException missing;

    BrowserContext person() {
        return requireNonNull(chromium).person();
    }

    Window signedIn(String user, String path) {
        return signedIn(person(), user, path);
    }

    Window signedIn(BrowserContext person, String user, String path) {
        Window window = Window.signedIn(person, user, path);
        windows.add(window);
        return window;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            chromium = Chromium.start();
        } catch (TestAbortedException e) {
            missing = e;
        }
    }

    /** Each test of its own, since only tests are counted as skipped. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (missing != null) {
            throw missing;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Window> looked = List.copyOf(windows);
        windows.clear();
        looked.forEach(Window::hadNoError);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
    }
}
