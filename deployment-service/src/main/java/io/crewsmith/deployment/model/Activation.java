package io.crewsmith.deployment.model;

import org.jspecify.annotations.Nullable;

/** What is to be done about a release. */
public sealed interface Activation {

    /** Write it, and this manifest. */
    record Write(Manifest manifest) implements Activation {}

    /** It is active already; writing it again repairs whatever is missing. */
    record Repeat(Manifest manifest) implements Activation {}

    /** Never write it. */
    record Refuse(String reason, @Nullable String activeRunId) implements Activation {}
}
