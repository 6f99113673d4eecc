package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Entry;
import io.crewsmith.python.tree.PythonValue;
import java.util.Map;

/** Reads embedders: {@code {"provider": …, "config": {…}}}, written out or as a constant of the module. */
final class EmbedderReader {

    private static final Map<String, String> SETTINGS = Map.of(
            "model_name", "model",
            "model", "model",
            "dimensions", "dimensions",
            "output_dimension", "dimensions");

    private final Scope scope;
    private final Gathering gathering;

    EmbedderReader(Scope scope, Gathering gathering) {
        this.scope = scope;
        this.gathering = gathering;
    }

    /** Puts provider, model and dimensions behind the prefix. */
    void read(String prefix, Expression value) {
        if (!(scope.resolve(value) instanceof Expression.DictDisplay dict)) {
            gathering.unread(value, "%s: it is no dict that is written out".formatted(prefix));
            return;
        }
        for (Entry entry : dict.entries()) {
            String name = name(entry);
            if (name.equals("provider")) {
                gathering.literal(prefix + "provider", entry.value());
            } else if (name.equals("config") && entry.value() instanceof Expression.DictDisplay config) {
                config.entries().forEach(setting -> setting(prefix, setting));
            } else {
                gathering.unread(entry, "%s: no parameter says this of an embedder".formatted(prefix));
            }
        }
    }

    private void setting(String prefix, Entry setting) {
        String parameter = SETTINGS.get(name(setting));
        if (parameter == null) {
            gathering.unread(setting, "%s: no parameter says this of an embedder".formatted(prefix));
        } else {
            gathering.literal(prefix + parameter, setting.value());
        }
    }

    private static String name(Entry entry) {
        return entry.key() instanceof Expression.Constant(var at, PythonValue.Str(String name)) ? name : "";
    }
}
