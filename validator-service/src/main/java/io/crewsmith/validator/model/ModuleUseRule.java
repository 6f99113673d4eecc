package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Attribute;
import io.crewsmith.python.Node.Name;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A module is only there to take allowed members from it: it is never passed on, and nothing is stored in it. */
final class ModuleUseRule implements Rule {

    @Override
    public Stream<Finding> judge(Program program) {
        Set<Node> owners = Collections.newSetFromMap(new IdentityHashMap<>());
        program.all(Attribute.class).map(Attribute::value).forEach(owners::add);
        Stream<Finding> members = program.all(Attribute.class).flatMap(attribute -> member(program, attribute));
        Stream<Finding> passedOn = program.all(Name.class)
                .filter(name -> !owners.contains(name) && program.path(name).isPresent())
                .map(name -> finding(
                        name,
                        "module-passed-on",
                        Severity.ERROR,
                        "Module '%s' is passed on, where its use is not seen; take the member that is needed"
                                .formatted(name.id())));
        Stream<Finding> changed = program.all(Node.Assign.class)
                .flatMap(assign -> assign.targets().stream())
                .filter(target ->
                        target instanceof Attribute && program.path(target).isPresent())
                .map(target -> finding(
                        target, "module-changed", Severity.CRITICAL, "A module is changed for everybody; remove it"));
        return Stream.of(members, passedOn, changed).flatMap(findings -> findings);
    }

    private static Stream<Finding> member(Program program, Attribute attribute) {
        Optional<String> module = program.path(attribute.value()).filter(Modules::isAllowed);
        return module
                .filter(path -> !Modules.isAllowed(path, attribute.name()))
                .map(path -> finding(
                        attribute,
                        "module-member",
                        Severity.CRITICAL,
                        "'%s.%s' is a way around the import rules; remove it".formatted(path, attribute.name())))
                .stream();
    }

    private static Finding finding(Node at, String rule, Severity severity, String message) {
        return Finding.at(at, rule, severity, Layer.ALLOW_LIST, message);
    }
}
