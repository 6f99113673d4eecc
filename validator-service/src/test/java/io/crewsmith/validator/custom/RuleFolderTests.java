package io.crewsmith.validator.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.validator.model.custom.CustomRule;
import io.crewsmith.validator.model.custom.FixedRules;
import io.crewsmith.validator.model.custom.RuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderTests {

    private final RuleLoader loader = new RuleLoader();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        loader.close();
    }

    @Test
    void everyYamlFileIsARuleAndTheVersionNamesTheirTexts() throws IOException {
        write("b.yml", Wishes.rule("custom/b", "bbb"));
        write("a.yaml", Wishes.rule("custom/a", "aaa"));
        write("README.md", "no rule");

        FixedRules rules = read();

        assertThat(rules.rules()).extracting(CustomRule::id).containsExactly("custom/a", "custom/b");
        assertThat(rules.version()).matches("[0-9a-f]{8}").isEqualTo(read().version());
        write("a.yaml", Wishes.rule("custom/a", "aab"));
        assertThat(read().version()).isNotEqualTo(rules.version());
    }

    @Test
    void withoutAFolderThereAreNoRules() {
        assertThat(new RuleFolder(loader).read(null)).isEqualTo(FixedRules.NONE);
        assertThat(read()).isEqualTo(FixedRules.NONE);
    }

    @Test
    void aBrokenFileRefusesTheStartWithItsLineAndWhatToDo() throws IOException {
        write("a.yaml", Wishes.rule("custom/a", "aaa").replace("ERROR", "BAD"));

        assertThatThrownBy(this::read)
                .hasMessage("%s, line 4: this must be one of CRITICAL, ERROR, WARNING, INFO. "
                                .formatted(folder.resolve("a.yaml"))
                        + "Correct the rule or take the file out of the folder.");
    }

    @Test
    void aFileThatIsNoTextRefusesTheStart() throws IOException {
        Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(this::read).hasMessageContaining("a.yaml cannot be read as UTF-8");
    }

    @Test
    void oneIdInTwoFilesRefusesTheStart() throws IOException {
        write("a.yaml", Wishes.rule("custom/a", "aaa"));
        write("b.yaml", Wishes.rule("custom/a", "bbb"));

        assertThatThrownBy(this::read)
                .hasMessageContaining("a.yaml")
                .hasMessageContaining("b.yaml both hold the rule custom/a: keep one of them");
    }

    @Test
    void aFolderThatIsNotThereRefusesTheStart() {
        assertThatThrownBy(() -> new RuleFolder(loader).read(folder.resolve("none")))
                .hasMessageContaining("crewsmith.validator.rules must be a folder of rules")
                .hasMessageContaining("correct the setting");
    }

    private FixedRules read() {
        return new RuleFolder(loader).read(folder);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
