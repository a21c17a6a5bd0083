package io.awsmasker.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearHostTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.1.2.3, true",
        "172.31.0.1, true",
        "192.168.0.9, true",
        "169.254.1.1, true",
        "172.32.0.1, false",
        "203.0.113.7, false",
        "[::1], true",
        "[fd00::7], true",
        "[2001:db8::7], false",
        "localhost, true",
        "claude, true",
        "claude.team.svc.cluster.local, true",
        "claude.internal, true",
        "api.anthropic.com, false"
    })
    void isToldByTheAddressOrTheName(String host, boolean near) {
        assertEquals(near, NearHost.is(host));
    }
}
