package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of the Kong plugin that came before, each once. */
class PredecessorTest {
    @Test
    void takesSeventeenDigitsWholeAndNotTheFirstEight() {
        assertEquals(
                "<EC2> <VPC> <SUBNET>",
                Texts.masked("i-1234567890abcdef0 vpc-1234567890abcdef0 subnet-1234567890abcdef0"));
        assertEquals("<EC2> <VPC>", Texts.masked("i-12345678 vpc-1234abcd"));
        assertEquals(List.of(), Texts.found("i-1234567890abcdef"));
    }

    @Test
    void findsPrivateAddresses() {
        assertEquals("<IPV4PRIV> <IPV4PRIV> <IPV4PRIV>", Texts.masked("10.0.1.2 172.31.9.8 192.168.0.1"));
        assertEquals("<CIDRPRIV>/16", Texts.masked("10.0.0.0/16"));
    }

    @Test
    void doesNotTakeTimesForAddresses() {
        assertEquals(List.of(), Texts.found("2024-01-15T12:34:56Z 2024-01-15 12:34:56.789+00:00 12:34:56:78"));
    }

    @Test
    void doesNotTakeWordsForDatabases() {
        assertEquals(List.of(), Texts.found("feedback on the dashboard, a database and db-migrations"));
    }

    @Test
    void doesNotTakeEpochMillisecondsForAccounts() {
        assertEquals(List.of(), Texts.found("{\"ts\":1712345678901,\"time\": 999999999999}"));
    }

    @Test
    void leavesTheProtocolAlone() {
        assertEquals(
                List.of(),
                Texts.found(
                        "{\"model\":\"claude-haiku-4-5-20251001\",\"role\":\"user\",\"id\":\"msg_01XFDUDYJgAACzvnptvVoYEL\","
                                + "\"tool_use_id\":\"toolu_01A09q90qw90lq917835lq9\",\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\"}"));
    }
}
