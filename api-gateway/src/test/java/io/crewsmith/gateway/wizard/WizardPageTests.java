package io.crewsmith.gateway.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The page and its policy. */
class WizardPageTests {

    @Test
    void onlyTheImportMapOfThePageMayStandInIt() {
        WizardPage page = WizardPage.of("<script type=\"importmap\">{}</script>");

        // printf '{}' | openssl dgst -sha256 -binary | base64
        assertThat(page.policy())
                .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='")
                .contains("default-src 'none'");
    }

    @Test
    void aPageWithoutAnImportMapIsRefused() {
        assertThatThrownBy(() -> WizardPage.of("<html></html>")).hasMessageContaining("no import map");
    }

    @Test
    void everyFileThatThePageNamesIsThere() {
        List<String> paths = Pattern.compile("\"(/(?:webjars|ui)/[^\"]+[^/\"])\"")
                .matcher(WizardPage.packed().html())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(paths)
                .hasSizeGreaterThan(8)
                .allSatisfy(path -> assertThat(new ClassPathResource("META-INF/resources" + path).exists())
                        .as(path)
                        .isTrue());
    }
}
