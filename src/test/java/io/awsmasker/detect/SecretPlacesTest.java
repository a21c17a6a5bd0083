package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
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

    /** The number of a line, a sign or a time stands in front of each line where a tool shows a file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%6d→",
                "%6d\t",
                "+",
                "%d:",
                "a.yaml:%d:",
                "> ",
                "2024-05-06T10:00:%02d.123Z ",
                "^a1b2c3d (Ahab 2024-05-06 %2d) "
            })
    void theSameBehindAPrefixOfEachLine(String prefix) {
        List<String> lines = List.of(
                "kind: Secret",
                "data:",
                "  salt: VALUE",
                "stringData:",
                "  tls: |",
                "    VALUE",
                "  oil: VALUE",
                "type: Opaque");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format(prefix, i + 7)).append(lines.get(i)).append('\n');
        }
        String all = text.toString();
        assertEquals(all.replace("VALUE", "<PASSWORD>"), Texts.masked(all.replace("VALUE", "sea-farer")));
        String other = all.replace("VALUE", "sea-farer").replace("Secret", "ConfigMap");
        assertEquals(other, Texts.masked(other));
    }

    @Test
    void theSameInADiffThatAddsSomeOfItsLines() {
        assertEquals(
                " kind: Secret\n data:\n   salt: <PASSWORD>\n+  oil: <PASSWORD>\n",
                Texts.masked(" kind: Secret\n data:\n   salt: sea-farer\n+  oil: sea-farers\n"));
    }

    /** Whatever the column at which the lines are wrapped, and whatever of a secret stands on either side of it. */
    @ParameterizedTest
    @CsvSource({"64, LF", "76, LF", "64, CRLF", "76, ESCAPED"})
    void aSecretInBase64ThatIsWrapped(int width, String newline) {
        String separator = newline.equals("LF") ? "\n  " : newline.equals("CRLF") ? "\r\n" : "\\n";
        for (int shift = 0; shift < 57; shift++) {
            String script = "7".repeat(shift) + "\necho start of it\nexport DB_PASSWORD=Sea-Farer-8841-krill\n"
                    + "echo and the end of it\n".repeat(5);
            String run = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
            String wrapped = run.replaceAll("(.{" + width + "})(?=.)", "$1" + Matcher.quoteReplacement(separator));
            assertEquals(
                    "data: <PASSWORD>\nend", Texts.masked("data: " + wrapped + "\nend"), () -> "shift of " + script);
        }
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
                "jdbc:oracle:thin:ahab/VALUE@//db.corp.example:1521/x¦seafarer",
                "sql.Open(\"mysql\", \"ahab:VALUE@tcp(db:3306)/whaling\")¦sea@far:er",
                "DSN=ahab:VALUE@unix(/run/db.sock)/whaling¦seafarer",
                "kubectl create secret generic x --from-literal=salt=VALUE -n a¦seafarer",
                "kubectl create secret generic x --from-literal='salt=VALUE'¦sea farer 9",
                "keytool -list -storepass VALUE -v¦seafarer",
                "ldapsearch -x -D cn=ahab -w VALUE -b dc=x¦seafarer",
                "openssl rsa -in a.pem -passin pass:VALUE -out b¦seafarer",
                "redis-server --requirepass VALUE¦seafarer",
                "db1 ansible_ssh_pass=VALUE¦wh1tewhale",
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
                "jdbc:oracle:thin:@//db.corp.example:1521/x",
                "user:password@tcp(127.0.0.1:3306)/x",
                "fmt.Sprintf(\"%s:%s@tcp(%s:3306)/x\")",
                "kubectl create configmap x --from-literal=colour=seafarer",
                "kubectl create secret generic x --from-literal=salt=$SALT",
                "grep -w seafarer -b x",
                "PASS: TestS3Upload2",
                "{\"pass\": \"optimizer\"}",
                "12 pass, 3 fail; pass: 12345"
            })
    void notWhatOnlyLooksLikeALogin(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JWT_SECRET=%",
                "export SESSION_SECRET=\"%\"",
                "{\"sharedSecret\":\"%\"}",
                "signing-secret: %",
                "spring.security.cookie-secret=%",
                "{\"clientSecret\":\"%\"}",
                "client_secret = \"%\"",
                "DB_PASSWORD_PROD=%",
                "db_password_staging: %",
                "{\"passwordNew\": \"%\", \"a\": 1}",
                "password_old = \"%\"",
                "password: SecretStr = \"%\"",
                "password = SecretStr(\"%\")",
                "db_password: SecretStr = SecretStr('%')",
                "$p = ConvertTo-SecureString \"%\" -AsPlainText -Force",
                "ConvertTo-SecureString -String '%' -AsPlainText -Force",
                "ConvertTo-SecureString % -AsPlainText -Force",
                "Write-SSMParameter -Type SecureString -Value \"%\" -Overwrite $true",
                "Write-SSMParameter -Value '%' -Type \"SecureString\""
            })
    void whatProgramsCallASecretInTheirOwnWay(String text) {
        assertEquals(text.replace("%", "<PASSWORD>"), type(Texts.masked(text.replace("%", "quaylight4x"))));
    }

    private static String type(String masked) {
        return masked.replace("<CLIENTSECRET>", "<PASSWORD>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD_FILE=/run/secrets/db_password",
                "PASSWORD_MIN_LENGTH=12",
                "password_new: required",
                "password_old = \"off\"",
                "session_secret = var.session_secret",
                "jwtSecret: ${JWT_SECRET}",
                "tls_secret = \"quay-tls1\"",
                "imagePullSecret: regcred1",
                "client_secret = \"quay-client-secret\"",
                "webhookSecret: null",
                "$p = ConvertTo-SecureString $plain -AsPlainText -Force",
                "ConvertTo-SecureString -String \"$plain\" -AsPlainText",
                "The ConvertTo-SecureString cmdlet converts; ConvertTo-SecureString requires a string.",
                "ConvertTo-SecureString -AsPlainText quaylight4x; ConvertTo-SecureString (Get-Content x.txt)",
                "ConvertFrom-SecureString \"x\" and ConvertTo-SecureStrings \"quaylight4x\"",
                "Write-SSMParameter -Type String -Value \"quaylight4x\"",
                "Add-Type -Type SecureString\nAdd-Content -Value \"quaylight4x\""
            })
    void notWhatOnlyStandsUnderSuchAWord(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
