package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How short a password may be, as README says under what the gateway does not protect. */
class ShortSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ledger:[q]@db.internal/x",
                "redis://:[xyz]@cache",
                "https://ledger:[q7Z]@git.quay.net/x",
                "PGPASSWORD=[xyzw]",
                "DB_PASSWORD=[q7Z9]",
                "--master-user-password [abcd]",
                "docker login -u quay -p [q7Z9]",
                "{\"password\": \"[q7Z9]\"}",
                "password = \"[abcd]\"",
                "password: [q7Z9wt]",
                "db.password=[q7Z9wt]",
                "password: \"[q7Z9]\" and q7Z9 elsewhere",
                "postgres://postgres:[postgres]@db/x and postgres elsewhere",
                "password: \"[q7Z9wt]\" and [q7Z9wt] elsewhere"
            })
    void isRedactedInItsPlace(String text) {
        assertEquals(
                text.replaceAll("\\[[^]]*]", "<PASSWORD>"),
                Texts.masked(text.replace("[", "").replace("]", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PGPASSWORD=xyz",
                "DB_PASSWORD=q7Z",
                "--master-user-password abc",
                "{\"password\": \"q7Z\"}",
                "password = \"abc\"",
                "docker login -u quay -p q7Z",
                "mysql -u root -pq7Z",
                "jdbc:mysql://db/x?user=ledger&password=q7Z",
                "password: q7Z9w",
                "MYSQL_PASSWORD: q7Z9w",
                "password=q7Z9w",
                "db.password=q7Z9w"
            })
    void staysWhereItIsShorter(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"authKey\": \"[q7f34quay9x]\"}",
                "{\\\"authToken\\\": \\\"[q7Z9wt2mXv]\\\"}",
                "api_key = \"[q7Z9wt2mXv]\"",
                "API_KEY='[4q7Z9wt2mX]'",
                "client.setApiKey(\"[q7Z9wt2mXv4L]\")",
                "--auth-token [q7Z9wt2mXv4L]",
            })
    void aKeyOfAProgramIsRedactedFromTenSignsOnThatOnlyChanceMixes(String text) {
        assertEquals(
                text.replaceAll("\\[[^]]*]", "<APIKEY>"),
                Texts.masked(text.replace("[", "").replace("]", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiKey\": \"q7Z9wt2m\"}",
                "{\"token\": \"ERC20\", \"auth\": \"oauth2token\", \"salt\": \"sha256sum64\"}",
                "{\"secret\": \"lantern2024db\"}",
                "{\"encryptionKey\": \"aes256gcm128\"}",
                "{\"token\": \"v1.28.4k3s1x\"}",
                "apiKey: q7Z9wt2mXv",
                "token = quay1web2dev3",
            })
    void aShorterOneOrOneOfWordsStays(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
