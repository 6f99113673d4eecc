package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTests {

    @Test
    void theSameKeyOfTheSameUserForTheSameRequestIsTheSameCommand() {
        var first = Caller.of("ann", "key-1", "POST /api/agents");
        var again = Caller.of("ann", "key-1", "POST /api/agents");

        assertThat(again).isEqualTo(first);
        assertThat(again.newId()).isEqualTo(first.newId()).isNotEqualTo(first.commandId());
    }

    @Test
    void aKeyBelongsToItsUserAndItsRequest() {
        assertThat(Caller.of("ann", "key-1", "POST /api/agents").commandId())
                .isNotEqualTo(Caller.of("bob", "key-1", "POST /api/agents").commandId())
                .isNotEqualTo(Caller.of("ann", "key-2", "POST /api/agents").commandId())
                .isNotEqualTo(Caller.of("ann", "key-1", "submit 1").commandId());
    }

    @Test
    void withoutAKeyEveryRequestIsACommandOfItsOwn() {
        assertThat(Caller.of("ann", null, "POST /api/agents")).isNotEqualTo(Caller.of("ann", null, "POST /api/agents"));
    }
}
