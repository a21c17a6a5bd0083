package io.awsmasker.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which headers leave, and what none of those that do may hold. */
class HeaderPolicyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anthropic-version | 2023-06-01                                     | true
            anthropic-version | 314159265358                                   | false
            Anthropic-Version | 52.18.203.86                                   | false
            anthropic-beta    | files-api-2025-04-14, output-128k-2025-02-19   | true
            anthropic-beta    | x-314159265358                                 | false
            anthropic-beta    | a@example.com                                  | false
            user-agent        | claude-cli/2.1.0 (external, cli)               | true
            cookie            | a=b                                            | false
            x-forwarded-for   | a                                              | false
            """)
    void passes(String name, String value, boolean expected) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(name, value);
        assertEquals(expected, HeaderPolicy.request(headers).size() == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-app: 314159265358                                              | true
            x-app: a-314159265358                                            | true
            x-app: 52.18.203.86                                              | true
            x-app: %33%31%34%31%35%39%32%36%35%33%35%38                      | true
            x-app: 52%2e18%2e203%2e86                                        | true
            x-app: canary%40example-corp.com                                 | true
            /v1/files?limit=%25333141592653%2535%38                          | true
            x-client-request-id: 5d1c4f3e-9a2b-4c1e-8f7d-123456789012        | false
            traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 | false
            user-agent: Mozilla/5.0 Chrome/131.0.678.86 Java/17.0.9          | false
            x-stainless-retry-count: 1732200000000                           | false
            /v1/files?limit=20&after_id=file_011CNha8iCJcU1wXNR6q4V8w        | false
            """)
    void holdsABareIdentifier(String text, boolean expected) {
        assertEquals(expected, BareIdentifier.in(PercentDecoding.all(text)), PercentDecoding.all(text));
    }
}
