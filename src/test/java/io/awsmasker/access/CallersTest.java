package io.awsmasker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Which of the two headers speaks for a caller: Claude is sent one credential, and never one that was not asked for. */
class CallersTest {
    private final Callers callers = new Callers();

    @Test
    void theHeaderMadeForKeysCounts() {
        assertEquals(
                new Credential("x-api-key", "key"),
                callers.identify("key", null).credential());
        assertEquals(
                new Credential("authorization", "Bearer key"),
                callers.identify(" ", "Bearer key").credential());
        assertEquals(
                new Credential("x-api-key", "key"),
                callers.identify("key", "Bearer other").credential());
        assertNull(callers.identify(null, "").credential());
    }
}
