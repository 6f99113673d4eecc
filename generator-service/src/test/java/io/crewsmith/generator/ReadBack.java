package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.PythonParser;
import io.crewsmith.reader.proof.Claim;
import io.crewsmith.reader.proof.DecodeProof;
import io.crewsmith.reader.proof.Previews;
import java.util.List;

/** Holds generated files against their configuration, as the validator does. */
public final class ReadBack implements AutoCloseable {

    private static final Catalogue CATALOGUE = Catalogues.crewAi130();

    private final PythonParser parser = new PythonParser();
    private final DecodeProof proof = new DecodeProof(CATALOGUE);
    private final Previews previews = new Previews(CATALOGUE);

    /** All files of this configuration, or of the snapshot of a crew, say it and nothing else. */
    public void assertProven(String configuration, Generated generated) {
        Claim claim = previews.claim(configuration);
        List<String> paths = generated.files().stream().map(SourceFile::path).toList();
        assertThat(proof.files(claim, paths)).isEmpty();
        generated.files().stream().filter(file -> file.path().endsWith(".py")).forEach(file -> {
            assertThat(parser.parse(file.content()))
                    .as(configuration)
                    .isInstanceOfSatisfying(
                            Parsed.class,
                            parsed -> assertThat(proof.examine(claim, file.path(), parsed.tree(), file.content()))
                                    .as("%s of %s", file.path(), configuration)
                                    .isEmpty());
        });
    }

    @Override
    public void close() {
        parser.close();
    }
}
