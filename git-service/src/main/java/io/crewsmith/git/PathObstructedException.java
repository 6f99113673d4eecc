package io.crewsmith.git;

/** Where a folder is needed lies a file, or the other way round. */
final class PathObstructedException extends RuntimeException {

    PathObstructedException(String name) {
        super("%s in the repository is in the way: a file where a folder is needed, or a folder where a file is needed."
                .formatted(name));
    }
}
