package io.crewsmith.deployment.model;

import io.crewsmith.deployment.model.Activation.Refuse;
import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import org.jspecify.annotations.Nullable;

/** One active version an agent, only approved bytes, and never an older decision over a newer one. */
public final class ActivationRules {

    /** Decides about a release, given what is active; null where nothing is. */
    public Activation decide(Release release, @Nullable Manifest current) {
        String activeRunId = current == null ? null : current.activeRunId();
        if (!release.isWellNamed()) {
            return new Refuse(
                    "%s is not the module of %s.".formatted(release.module().path(), release.agentKey()), activeRunId);
        }
        for (ReleasedFile file : release.files()) {
            if (!file.isInItsPlace()) {
                return new Refuse("%s is no place for a file of an agent.".formatted(file.path()), activeRunId);
            }
            if (!file.isAsApproved()) {
                return new Refuse(
                        "%s is not what was approved: its digest differs.".formatted(file.path()), activeRunId);
            }
        }
        if (current == null) {
            return new Write(Manifest.after(release, null));
        }
        if (current.eventId().equals(release.eventId())) {
            return new Repeat(current);
        }
        return release.mergedAt().isBefore(current.mergedAt())
                ? new Refuse("A later version of %s is active already.".formatted(release.agentKey()), activeRunId)
                : new Write(Manifest.after(release, current));
    }
}
