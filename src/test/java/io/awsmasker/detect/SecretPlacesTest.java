package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the tools of the field write a secret although no key stands directly in front of it. */
class SecretPlacesTest {
    @Test
    void everyLineOfABlockOfYaml() {
        assertEquals("""
                db:
                  password: |
                    <PASSWORD>
                    <PASSWORD>
                  user: ledger
                other: plain Words9 stay
                """, Texts.masked("""
                        db:
                          password: |
                            correct horse battery
                            st4ple!
                          user: ledger
                        other: plain Words9 stay
                        """));
        assertEquals("- password: >-\n    <PASSWORD>", Texts.masked("- password: >-\n    hunter2hunter2"));
        assertEquals("password: |2+\r\n  <PASSWORD>\r\n", Texts.masked("password: |2+\r\n  hunter2 hunter2\r\n"));
    }

    /** What people choose as the password of a trial is the name of half of what they talk about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "postgres://postgres:postgres@db:5432/app, image postgres:16 ~ postgres://postgres:<PASSWORD>@db:5432/app, image postgres:16",
                "password: \"checkout-service\" of checkout-service ~ password: \"<PASSWORD>\" of checkout-service",
                "password: \"hunter2\" or hunter2 ~ password: \"<PASSWORD>\" or <PASSWORD>",
                "password: \"kiwi9\" or kiwi9 ~ password: \"<PASSWORD>\" or kiwi9"
            })
    void aSecretThatIsAPlainWordIsNotLookedForElsewhere(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Password:** %",
                "- **Password**: %",
                "* *Password*: %",
                "| Field | Value |\n|---|---|\n| Password | % |\n",
                "| Setting | Value |\n|:--|:--|\n| **Password** | `%` |\n",
                "| User | Password |\n|---|---|\n| x | `%` |\n",
                "  + password                                = \"%\"",
                "\"password\"                              : \"%\""
            })
    void whatDocumentsAndPlansPutAroundAKeyHidesItNot(String text) {
        assertEquals(text.replace("%", "<PASSWORD>"), Texts.masked(text.replace("%", "fZ8kQ2vLx9Tn")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a**b: **c** x",
                "x = a*b:**kwargs",
                "| Field | Type |\n|---|---|\n| password | string |\n",
                "**Note:** done"
            })
    void notWhatOnlyLooksLikeMarkdown(String text) {
        assertEquals(text, Texts.masked(text));
    }

    /** A text is cut off where a log or a tool limits it: the last letters of a secret are as secret as the first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\": \"aws_vpcmain9é",
                "\\\"password\\\":\\\"aws_vpcmain9é",
                "\\\\\\\"password\\\\\\\":\\\\\\\"aws_vpcmain9!!!"
            })
    void allOfASecretWhoseQuoteIsCutOff(String text) {
        assertTrue(Texts.masked(text).endsWith("\"<PASSWORD>"), () -> Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Server=db1;Database=orders;User Id=ledger;Password=swordfish; ~ Password=<PASSWORD>;",
                "Password=swordfish;Server=db1;Database=orders ~ Password=<PASSWORD>;Server",
                "User Id = ledger; Password = swordfish; Pooling=true ~ Password = <PASSWORD>; Pooling",
                "jdbc:mysql://db1/orders?user=ledger&password=swordfish&ssl=true ~ password=<PASSWORD>&ssl",
                "host=db1 dbname=orders user=ledger password=swordfish ~ password=<PASSWORD>"
            })
    void aPasswordAmongTheMembersOfAConnectionStringIsOneWhateverTheWord(String text, String masked) {
        assertTrue(Texts.masked(text).contains(masked), Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect(host=h, user=u, password=passphrase)",
                "x=1;password=secretive;y=2",
                "user=ledger password=incorrect for session 7",
                "if (user=name) { password=letmein; }"
            })
    void aPasswordOfAProgramOrALogIsAVariable(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @Test
    void theValuesOfASecretOfKubernetes() {
        assertEquals("""
                apiVersion: v1
                data:
                  ledger.properties: <PASSWORD>
                  DSN: <PASSWORD>
                kind: Secret
                metadata:
                  name: billing
                stringData:
                  admin: "<PASSWORD>"
                  tls: |
                    <PASSWORD>
                type: Opaque
                ---
                kind: ConfigMap
                data:
                  colour: YmxhY2s9MQ==
                """, Texts.masked("""
                        apiVersion: v1
                        data:
                          ledger.properties: dXJsPXg7cHc9MQ==
                          DSN: cG9zdGdyZXM=
                        kind: Secret
                        metadata:
                          name: billing
                        stringData:
                          admin: "tr0ub4dor&3"
                          tls: |
                            c2VydmVyIGtleQ==
                        type: Opaque
                        ---
                        kind: ConfigMap
                        data:
                          colour: YmxhY2s9MQ==
                        """));
        assertEquals(
                "items:\n- apiVersion: v1\n  data:\n    DSN: <PASSWORD>\n  kind: Secret\n- data:\n    x: YWJjZDEyMzQ=\n  kind: ConfigMap\n",
                Texts.masked(
                        "items:\n- apiVersion: v1\n  data:\n    DSN: cG9zdGdyZXM=\n  kind: Secret\n- data:\n    x: YWJjZDEyMzQ=\n  kind: ConfigMap\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiVersion\": \"v1\", \"data\": {\"DSN\": \"VALUE\"}, \"kind\": \"Secret\", \"metadata\": {\"name\": \"x\"}}",
                "{\"kind\":\"Secret\",\"stringData\":{\"DSN\":\"VALUE\"},\"type\":\"Opaque\"}",
                "{\"items\": [{\"data\": {\"DSN\": \"VALUE\"}, \"metadata\": {\"labels\": {\"a\": \"b\"}}, \"kind\": \"Secret\"}]}"
            })
    void theSameInJson(String text) {
        assertEquals(text.replace("VALUE", "<PASSWORD>"), Texts.masked(text.replace("VALUE", "cG9zdGdyZXM=")));
        String other = text.replace("VALUE", "cG9zdGdyZXM=").replace("Secret", "ConfigMap");
        assertEquals(other, Texts.masked(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "variable \"db_password\" {\\n  type = string\\n  default = \"VALUE\"\\n}¦hunter2hunter¦PASSWORD",
                "variable \"bucket_name\" {\\n  default = \"VALUE\"\\n}¦acme-raw¦BUCKET",
                "{\"db_password\": {\"sensitive\": true, \"type\": \"string\", \"value\": \"VALUE\"}}¦hunter2hunter¦PASSWORD",
                "{\"bucket_name\": {\"sensitive\": false, \"type\": \"string\", \"value\": \"VALUE\"}}¦acme-raw¦BUCKET",
                "{\"Item\": {\"password\": {\"S\": \"VALUE\"}}}¦hunter2hunter¦PASSWORD",
                "{\"Parameters\": {\"BucketName\": {\"Type\": \"String\", \"Default\": \"VALUE\"}}}¦acme-raw¦BUCKET",
                "Set-Cookie: sid=VALUE; Path=/; Max-Age=86400000¦9f2b7c1dZe4a5b6c¦COOKIE",
                "Cookie: theme=dark; sid=VALUE¦9f2b7c1dZe4a5b6c¦COOKIE",
                "{\"headers\": {\"Cookie\": \"theme=dark; sid=VALUE\"}}¦9f2b7c1dZe4a5b6c¦COOKIE",
                "{\"headers\": {\"set-cookie\": [\"sid=VALUE; Secure\"]}}¦9f2b7c1dZe4a5b6c¦COOKIE"
            })
    void whatOneLevelDeeperStands(String text, String value, String type) {
        String lines = text.replace("\\n", "\n");
        assertEquals(lines.replace("VALUE", "<" + type + ">"), Texts.masked(lines.replace("VALUE", value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\": {\"name\": \"rotation\", \"id\": \"policy-7\"}}",
                "{\"Tags\": [{\"Key\": \"env\", \"Value\": \"prod-7\"}]}",
                "{\"password\": {\"default\": \"none\"}}",
                "variable \"region\" {\n  default = \"eu-west-1\"\n}",
                "the cookie is set; theme=dark; Path=/",
                "kind: Secret\nmetadata:\n  name: x\n",
                "password: |\n\nnext: line-9\n"
            })
    void notWhatOnlyStandsBeside(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "db.corp.example:5432:*:ahab:VALUE¦gr4mpusKrill",
                "localhost:5432:whaling:ahab:VALUE\\n¦seafarers",
                "*:5439:*:*:VALUE\\r\\n¦krill!",
                "echo 'db.corp.example:5432:whaling:ahab:VALUE' > ~/.pgpass¦seafarers",
                "machine git.example login ahab password VALUE¦seafarer",
                "machine git.example\\n  login ahab\\n  password VALUE\\n¦seafarer",
                "sqlplus ahab/VALUE@whaling¦seafarer",
                "sqlplus -s ahab/VALUE@//db.corp.example:1521/x¦Wh1teWhale",
                "mail.pass=VALUE¦wh1tewhale",
                "pass: VALUE¦s3afarer",
                "PASS=VALUE¦wh1teWhale!",
                "export ANSIBLE_VAULT_PASS=VALUE¦wh1tewhale"
            })
    void whatHasAPlaceInALine(String text, String value) {
        String lines = text.replace("\\n", "\n").replace("\\r", "\r");
        assertEquals(lines.replace("VALUE", "<PASSWORD>"), Texts.masked(lines.replace("VALUE", value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sshd:x:7474:74:Privilege:/var/empty:/sbin/nologin",
                "a.java:5432:12:error: no such",
                "10:5432:20:30:4000 x",
                "see user/password@database",
                "sqlplus user/password@database",
                "npm install lib/core@latest",
                "PASS: TestS3Upload2",
                "{\"pass\": \"optimizer\"}",
                "12 pass, 3 fail; pass: 12345"
            })
    void notWhatOnlyLooksLikeALogin(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
