package io.crewsmith.deployment.model;

import java.util.regex.Pattern;

/**
 * Whose code a release is.
 *
 * @param id id of the agent or crew
 * @param room where its module lives
 * @param key its key, kebab-case
 */
public record Owner(String id, Room room, String key) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** The packages that modules live in. */
    public enum Room {
        AGENTS("agents"),
        CREWS("crews");

        private final String folder;

        Room(String folder) {
            this.folder = folder;
        }

        /** Name of the package in {@code app}. */
        public String folder() {
            return folder;
        }

        /** Path of the module that a key names. */
        public String module(String key) {
            return "app/%s/%s.py".formatted(folder, key.replace('-', '_'));
        }
    }

    /** Path of its module in the deployment folder. */
    public String module() {
        return room.module(key);
    }

    boolean hasKey() {
        return KEY.matcher(key).matches();
    }
}
