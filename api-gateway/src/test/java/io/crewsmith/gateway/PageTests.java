package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    @Test
    void aFullPageSaysWhereTheNextOneBegins() {
        assertThat(Page.of(List.of("a", "b"), 2, item -> item)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
    }

    @Test
    void thePageThatIsNotFullIsTheLast() {
        assertThat(Page.of(List.of("a"), 2, item -> item).nextCursor()).isNull();
        assertThat(Page.of(List.<String>of(), 2, item -> item).nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void aSizeOutOfRangeIsRefused(int size) {
        assertThatThrownBy(() -> Page.size(size)).isInstanceOf(RefusedRequest.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void theBoundsOfTheRangeAreAllowed(int size) {
        assertThat(Page.size(size)).isEqualTo(size);
    }
}
