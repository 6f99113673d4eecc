package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;

/** Reads who is told of what: {@code …Webhook(address, key)}. */
final class Webhooks {

    private final Scope scope;
    private final Gathering gathering;

    Webhooks(Scope scope, Gathering gathering) {
        this.scope = scope;
        this.gathering = gathering;
    }

    /** Puts the address at the pointer; the key is the module's own. */
    void read(String pointer, String type, Expression value) {
        if (scope.isCall(value, type)
                && value instanceof Expression.Call call
                && call.arguments().size() == 2
                && call.keywords().isEmpty()) {
            gathering.literal(pointer, call.arguments().getFirst());
        } else {
            gathering.unread(value, "%s: only %s(address, key) can be configured".formatted(pointer, type));
        }
    }
}
