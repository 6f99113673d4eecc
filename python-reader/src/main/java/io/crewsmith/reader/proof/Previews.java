package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;

/** Makes claims of configurations alone, for code that no event claims anything of. */
public final class Previews {

    private final ConfigurationJson configurations;
    private final CrewSnapshotJson snapshots;

    public Previews(Catalogue catalogue) {
        this.configurations = new ConfigurationJson(catalogue);
        this.snapshots = new CrewSnapshotJson(catalogue);
    }

    /** The claim that the configuration, or the snapshot of a crew, was rendered as it asks to be. */
    public Claim claim(String configuration) {
        if (configurations.read(Kind.AGENT, configuration) instanceof Valid(Configuration agent)) {
            return claim(Kind.AGENT, agent, configuration, configurations.digest(agent));
        }
        try {
            CrewSnapshot snapshot = snapshots.read(configuration);
            return claim(Kind.CREW, snapshot.crew(), configuration, snapshots.digest(snapshot));
        } catch (RuntimeException e) {
            // Neither: a claim that nothing proves.
            return new Claim(Kind.AGENT, "", configuration, "", "", "");
        }
    }

    private static Claim claim(Kind kind, Configuration configuration, String text, String digest) {
        return new Claim(
                kind, configuration.key(kind), text, digest, kind.word(), configuration.required("template_version"));
    }
}
