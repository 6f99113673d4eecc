package io.crewsmith.standalone.demo;

/** The story did not go as it should; the message says where and why. */
final class StoryBroken extends RuntimeException {

    StoryBroken(String message) {
        super(message);
    }

    StoryBroken(String message, Throwable cause) {
        super(message, cause);
    }

    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new StoryBroken(message);
        }
    }
}
