package io.crewsmith.generator.templates;

/** A pack that cannot be used, and what to do about it. */
final class BrokenPack extends RuntimeException {

    /**
     * A problem in one file of a pack.
     *
     * @param line from 1
     */
    BrokenPack(String file, int line, String problem) {
        this("%s, line %d: %s".formatted(file, line, problem));
    }

    BrokenPack(String problem) {
        super(problem);
    }
}
