package io.crewsmith.validator.model.custom;

import java.util.stream.Stream;

/** One pattern and the kind of place that it looks at. */
sealed interface Wanted {

    /** The pattern as its author wrote it. */
    String text();

    /** Every use in the module that it means. */
    Stream<Use> in(ModuleUses module);

    record Import(NamePattern pattern) implements Wanted {
        @Override
        public String text() {
            return pattern.text();
        }

        @Override
        public Stream<Use> in(ModuleUses module) {
            return module.imports().stream().filter(use -> pattern.imports(use.name()));
        }
    }

    record Call(NamePattern pattern) implements Wanted {
        @Override
        public String text() {
            return pattern.text();
        }

        @Override
        public Stream<Use> in(ModuleUses module) {
            return module.calls().stream().filter(use -> pattern.names(use.name()));
        }
    }

    record Attribute(NamePattern pattern) implements Wanted {
        @Override
        public String text() {
            return pattern.text();
        }

        @Override
        public Stream<Use> in(ModuleUses module) {
            return module.reads().stream().filter(use -> pattern.names(use.name()));
        }
    }

    /** The text that was found is not handed on: it may be the very secret that the rule is to keep out. */
    record Literal(TextPattern pattern) implements Wanted {
        @Override
        public String text() {
            return pattern.pattern().pattern();
        }

        @Override
        public Stream<Use> in(ModuleUses module) {
            return module.literals().stream()
                    .filter(use -> pattern.isIn(use.name()))
                    .map(use -> new Use(use.at(), text()));
        }
    }
}
