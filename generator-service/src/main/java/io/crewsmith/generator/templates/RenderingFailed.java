package io.crewsmith.generator.templates;

import io.crewsmith.generator.model.Generation.Failed;

/** A template that could not be rendered. */
public final class RenderingFailed extends Exception {

    private final transient Failed failed;

    RenderingFailed(Failed failed) {
        super(failed.reason());
        this.failed = failed;
    }

    /** What became of the generation. */
    public Failed failed() {
        return failed;
    }
}
