package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value that is given a name: as keyword argument, default, dict entry, assignment or through setattr. */
record Setting(Position at, String name, Expression value) {

    static List<Setting> in(ModuleFacts module) {
        return Stream.of(keywords(module), defaults(module), entries(module), assignments(module), setattr(module))
                .flatMap(settings -> settings)
                .toList();
    }

    private static Stream<Setting> keywords(ModuleFacts module) {
        return module.all(Part.Keyword.class)
                .filter(keyword -> keyword.name() != null)
                .map(keyword -> new Setting(keyword.at(), String.valueOf(keyword.name()), keyword.value()));
    }

    private static Stream<Setting> defaults(ModuleFacts module) {
        return module.all(Part.Parameter.class)
                .flatMap(parameter -> Stream.ofNullable(parameter.defaultValue())
                        .map(value -> new Setting(parameter.at(), parameter.name(), value)));
    }

    private static Stream<Setting> entries(ModuleFacts module) {
        return module.all(Part.Entry.class)
                .flatMap(entry -> ModuleFacts.text(entry.key()).stream()
                        .map(name -> new Setting(entry.at(), name, entry.value())));
    }

    private static Stream<Setting> assignments(ModuleFacts module) {
        var plain = module.all(Statement.Assign.class)
                .flatMap(assign -> assign.targets().stream().flatMap(target -> of(target, assign.value())));
        var annotated = module.all(Statement.AnnotatedAssign.class)
                .flatMap(assign -> Stream.ofNullable(assign.value()).flatMap(value -> of(assign.target(), value)));
        return Stream.concat(plain, annotated);
    }

    private static Stream<Setting> of(Expression target, Expression value) {
        return switch (target) {
            case Expression.Name name -> Stream.of(new Setting(name.at(), name.id(), value));
            case Expression.Attribute attribute -> Stream.of(new Setting(attribute.at(), attribute.name(), value));
            case Expression.Subscript subscript ->
                ModuleFacts.text(subscript.index()).stream().map(name -> new Setting(subscript.at(), name, value));
            default -> Stream.empty();
        };
    }

    private static Stream<Setting> setattr(ModuleFacts module) {
        return module.all(Expression.Call.class)
                .filter(call -> module.isBuiltin(call.function(), "setattr")
                        && call.arguments().size() == 3)
                .flatMap(call -> ModuleFacts.text(call.arguments().get(1)).stream()
                        .map(name ->
                                new Setting(call.at(), name, call.arguments().get(2))));
    }

    Optional<String> text() {
        return ModuleFacts.text(value);
    }
}
