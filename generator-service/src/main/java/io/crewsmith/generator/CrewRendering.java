package io.crewsmith.generator;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.generator.model.CrewModule;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.templates.RenderingFailed;
import io.crewsmith.generator.templates.TemplatePack;

/** Renders the snapshot of a crew with the pack that it is given. */
final class CrewRendering implements Rendering {

    private final Catalogue catalogue;
    private final CrewSnapshotJson snapshots;

    CrewRendering(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.snapshots = new CrewSnapshotJson(catalogue);
    }

    @Override
    public Generation render(String snapshot, Packs packs) {
        CrewSnapshot crew;
        try {
            crew = snapshots.read(snapshot);
        } catch (IllegalArgumentException e) {
            return new Failed(String.valueOf(e.getMessage()), Cause.CONFIGURATION, null, null, null);
        }
        try {
            return generated(crew, packs.pack(crew.crew().required("template_version")));
        } catch (RenderingFailed e) {
            return e.failed();
        }
    }

    private Generated generated(CrewSnapshot snapshot, TemplatePack pack) throws RenderingFailed {
        CrewModule module = CrewModule.of(snapshot, catalogue);
        var header = Rendering.header(pack.version(), catalogue.target(), snapshots.digest(snapshot));
        var data = CrewData.of(module, snapshot.crew(), header);
        return new Generated(pack.render(module.module().name(), data), pack.version(), module.warnings());
    }
}
