package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Faults of the Kong plugin that came before, each once. */
class PredecessorTest {
    @Test
    void takesSeventeenDigitsWholeAndNotTheFirstEight() {
        assertEquals(
                "<EC2> <VPC> <SUBNET>",
                Texts.masked("i-1234567890abcdef0 vpc-1234567890abcdef0 subnet-1234567890abcdef0"));
        assertEquals("<EC2> <VPC>", Texts.masked("i-12345678 vpc-1234abcd"));
        assertEquals("i-1234567890abcdef is one digit short", Texts.masked("i-1234567890abcdef is one digit short"));
    }

    @Test
    void findsPrivateAddresses() {
        assertEquals("<IPV4PRIV> <IPV4PRIV> <IPV4PRIV>", Texts.masked("10.0.1.2 172.31.9.8 192.168.0.1"));
        assertEquals("<CIDRPRIV>/16", Texts.masked("10.0.0.0/16"));
    }

    @Test
    void doesNotTakeTimesForAddresses() {
        assertEquals(
                "2024-01-15T12:34:56Z 2024-01-15 12:34:56.789+00:00 12:34:56:78 from <IPV6>",
                Texts.masked("2024-01-15T12:34:56Z 2024-01-15 12:34:56.789+00:00 12:34:56:78 from 2600:1f18:e0e2::9a"));
    }

    @Test
    void doesNotTakeWordsForDatabases() {
        assertEquals(
                "feedback on the dashboard, a database and db-migrations of the database <DBNAME>",
                Texts.masked("feedback on the dashboard, a database and db-migrations of the database orders-db-7"));
    }

    @Test
    void doesNotTakeEpochMillisecondsForAccounts() {
        assertEquals(
                "{\"ts\":1712345678901,\"time\": 999999999999,\"account\":<ACCOUNT>}",
                Texts.masked("{\"ts\":1712345678901,\"time\": 999999999999,\"account\":123456789012}"));
    }

    @Test
    void leavesTheProtocolAlone() {
        String protocol =
                "{\"model\":\"claude-haiku-4-5-20251001\",\"role\":\"user\",\"id\":\"msg_01XFDUDYJgAACzvnptvVoYEL\","
                        + "\"tool_use_id\":\"toolu_01A09q90qw90lq917835lq9\",\"request_id\":\"req_011CSHoEeqs5C35K2UUqR7Fy\",\"text\":\"";
        assertEquals(protocol + "<EC2>\"}", Texts.masked(protocol + "i-1234567890abcdef0\"}"));
    }
}
