package io.crewsmith.deployment.model;

import io.crewsmith.deployment.model.Activation.Refuse;
import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One active version an agent or crew, only approved bytes, and never an older decision over a newer one. */
public final class ActivationRules {

    /**
     * Decides about a release.
     *
     * @param current what is active; null where nothing is
     * @param isThere whether there is a module of this path
     */
    public Activation decide(Release release, @Nullable Manifest current, Predicate<String> isThere) {
        String activeRunId = current == null ? null : current.activeRunId();
        Optional<String> obstacle =
                unfit(release).or(() -> foreign(release, current)).or(() -> missing(release, isThere));
        if (obstacle.isPresent()) {
            return new Refuse(obstacle.get(), activeRunId);
        }
        if (current == null) {
            return new Write(Manifest.after(release, null));
        }
        if (current.eventId().equals(release.eventId())) {
            return new Repeat(current);
        }
        return release.mergedAt().isBefore(current.mergedAt())
                ? new Refuse(
                        "A later version of %s is active already."
                                .formatted(release.owner().key()),
                        activeRunId)
                : new Write(Manifest.after(release, current));
    }

    private static Optional<String> unfit(Release release) {
        if (!release.isWellNamed()) {
            return Optional.of("%s is not the module of %s."
                    .formatted(release.module().path(), release.owner().key()));
        }
        for (ReleasedFile file : release.files()) {
            if (!file.isInItsPlace()) {
                return Optional.of("%s is no place for a file of an agent or a crew.".formatted(file.path()));
            }
            if (!file.isAsApproved()) {
                return Optional.of("%s is not what was approved: its digest differs.".formatted(file.path()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> foreign(Release release, @Nullable Manifest current) {
        return current == null || current.ownerId().equals(release.owner().id())
                ? Optional.empty()
                : Optional.of("%s is the module of another one, %s; it is not replaced."
                        .formatted(current.path(), current.ownerId()));
    }

    private static Optional<String> missing(Release release, Predicate<String> isThere) {
        return release.needs().stream()
                .filter(path -> !isThere.test(path))
                .findFirst()
                .map(path -> "%s needs %s, which is not deployed. Deploy that first, then generate this code again."
                        .formatted(release.owner().key(), path));
    }
}
