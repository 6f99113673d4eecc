package io.crewsmith.git;

import static org.eclipse.jgit.lib.ConfigConstants.CONFIG_CORE_SECTION;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/**
 * Whether what is written is on the disk before anybody hears of it. JGit takes both keys from the configuration
 * alone. The ordinary Git, since 2.36, warns of the one for objects wherever it stands in a file: so that one is kept
 * in memory, and set again after somebody changed the file.
 */
final class Durability {

    private static final String OBJECTS = "fsyncObjectFiles";
    private static final String REFERENCES = "fsyncRefFiles";

    private Durability() {}

    /** To be saved. */
    static void write(Config config, boolean sync) {
        config.unset(CONFIG_CORE_SECTION, null, OBJECTS);
        config.setBoolean(CONFIG_CORE_SECTION, null, REFERENCES, sync);
    }

    static ObjectInserter inserter(Repository git) {
        Config config = git.getConfig();
        boolean sync = config.getBoolean(CONFIG_CORE_SECTION, REFERENCES, true);
        if (config.getBoolean(CONFIG_CORE_SECTION, OBJECTS, false) != sync) {
            config.setBoolean(CONFIG_CORE_SECTION, null, OBJECTS, sync);
        }
        return git.newObjectInserter();
    }
}
