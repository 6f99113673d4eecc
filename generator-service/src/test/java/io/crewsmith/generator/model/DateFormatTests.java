package io.crewsmith.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link DateFormat}. */
class DateFormatTests {

    @ParameterizedTest
    @CsvSource({
        "YYYY-MM-DD, %Y-%m-%d",
        "YYYYMMDDHHmmss, %Y%m%d%H%M%S",
        "MMmm, %m%M",
        "MMm, %mm",
        "%d %B, %d %B",
        "%YYYY, %YYYY",
        "today, today"
    })
    void eachWordBecomesItsCodeOnce(String format, String strftime) {
        assertThat(DateFormat.strftime(format)).isEqualTo(strftime);
    }
}
