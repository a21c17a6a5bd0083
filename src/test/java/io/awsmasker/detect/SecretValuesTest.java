package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Cases;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the value of a password may be made of, and what only stands for one. */
class SecretValuesTest {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final String MARKS = "!@#$%&*()-_=+[]{}<>:?;,|^~";

    private static final Pattern MEMBER = Pattern.compile("[,;&|][A-Za-z]{3,}[=:]|<[a-z]+[>/]");

    @ParameterizedTest
    @ValueSource(strings = {"$", "*", "<", "[", "{", "(", "%", "@", "!", "&", ">", "|", "#", "?", "-", "~"})
    void mayBeginWithAnyMarkInQuotes(String mark) {
        String secret = mark + "fZ8kQ2vLx9Tn";
        assertEquals("{\"password\":\"<PASSWORD>\"}", Texts.masked("{\"password\":\"" + secret + "\"}"));
        assertEquals(
                "{\\\"password\\\":\\\"<PASSWORD>\\\"}", Texts.masked("{\\\"password\\\":\\\"" + secret + "\\\"}"));
        assertEquals("password = \"<PASSWORD>\"", Texts.masked("password = \"" + secret + "\""));
        if (!"[>".contains(mark)) { // a list and an arrow
            assertEquals("DB_PASSWORD=<PASSWORD>\n", Texts.masked("DB_PASSWORD=" + secret + "\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"&", ";", ",", "<", ">", "{", "}", "|", "$", "(", ")", "[", "]", "*", "%", "@", "!", "k(Q)"})
    void mayHoldAnyMarkWithoutQuotes(String mark) {
        String secret = "fZ8k" + mark + "Q2vLx9Tn";
        assertEquals("  password: <PASSWORD>\n", Texts.masked("  password: " + secret + "\n"));
        assertEquals("DB_PASSWORD=<PASSWORD>\nX=1", Texts.masked("DB_PASSWORD=" + secret + "\nX=1"));
        assertEquals("--password <PASSWORD> --x", Texts.masked("--password " + secret + " --x"));
        assertEquals("<password><PASSWORD></password>", Texts.masked("<password>" + secret + "</password>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$fZ8k$Q2vLx9Tn", "$fZ8k:Q2v@Lx9Tn", "%f!Z8kQ2vLx9Tn", "%f-Z8kQ2vLx9Tn"})
    void isNoTemplateForItsFirstMarks(String secret) {
        assertEquals("\"password\": \"<PASSWORD>\"", Texts.masked("\"password\": \"" + secret + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=\"VALUE\"",
                "\"password\": \"VALUE\"",
                "\"{\\\"password\\\": \\\"VALUE\\\"}\"",
                "password: VALUE\n",
                "--password 'VALUE'"
            })
    void mayBeAPhrase(String text) {
        for (String phrase : List.of("lantern harbour mussel", "quay otter velvet compass drum", "my dog has fleas")) {
            assertEquals(text.replace("VALUE", "<PASSWORD>"), Texts.masked(text.replace("VALUE", phrase)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirmPassword: Confirm your password",
                "\"password\": \"must have at least 8 characters\"",
                "\"password\": \"enter a password here\"",
                "'password' => 'required|string|min:8'",
                "'password' => 'nullable|confirmed'"
            })
    void isNoLabelAndNoRule(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @Test
    void mayBeMadeUpByAGenerator() {
        Cases.run(2_000, random -> {
            String secret = generated(random);
            for (String place :
                    List.of("{\"password\": \"%\"}", "password = \"%\"", "- password: '%'", "DB_PASSWORD=%\n")) {
                assertEquals(place.replace("%", "<PASSWORD>"), Texts.masked(place.replace("%", secret)), secret);
            }
        });
    }

    /**
     * Twenty characters of which the first is a letter, so that none is a placeholder by chance; and without what reads like
     * the next member of a list, which ends a value that no quotes enclose.
     */
    private static String generated(Random random) {
        String secret = letters(random);
        return MEMBER.matcher(secret).find() ? generated(random) : secret;
    }

    private static String letters(Random random) {
        StringBuilder secret = new StringBuilder().append(one(random, LETTERS)).append(one(random, DIGITS));
        while (secret.length() < 19) {
            secret.append(one(random, LETTERS + LETTERS + DIGITS + MARKS));
        }
        return secret.append(one(random, LETTERS)).toString();
    }

    private static char one(Random random, String alphabet) {
        return alphabet.charAt(random.nextInt(alphabet.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\": \"${DB_PASSWORD1}\"",
                "\"password\": \"$DB_PASSWORD1\"",
                "\"password\": \"$(get-pw-1)\"",
                "\"password\": \"$env:PW1\"",
                "\"password\": \"<your-password-1>\"",
                "\"password\": \"{{ vault_pw1 }}\"",
                "\"password\": \"{pw1}\"",
                "\"password\": \"%(pw1)s\"",
                "\"password\": \"%s\"",
                "\"password\": \"%DB_PASSWORD1%\"",
                "\"password\": \"[REDACTED-1]\"",
                "\"password\": \"********\"",
                "\"password\": \"@Value\"",
                "password: !Ref DbPassword1",
                "password: *anchor1",
                "password: &anchor1",
                "password: hash2(x),",
                "password: encodeBase64(pwd)",
                "password: Optional<Base64>",
                "password: os.environ['PW1'],",
                "password: Map<String,Object1> = x",
                "password=$(aws ssm get1)",
                "password: users[1],",
                "password: {first: 1, second: 2}",
                "DB_PASSWORD=${PW1}\n",
                "DB_PASSWORD=$PW1\n",
                "DB_PASSWORD=<pw1>\n",
                "PASSWORD=$(cat /run/pw1)\n",
                "PASSWORD=`openssl rand -base64 32`\n",
                "auth = AWS4Auth(access_key, secret_key, region1)",
                "auth=HTTPBasicAuth(user2, password2)",
                "password: '%s:%s1'",
                "\"password\": \"{0}-{1}x\"",
                "\"password\": \"$user1:$pass1\"",
                "\"password\": \"@string/password_hint1\"",
                "\"password\": \"<password> for user2\"",
                "\"password\": \"(optional) 8 chars\"",
                "\"password\": \"[hidden] x2\"",
                "\"password\": \"op://vault2/db/password\"",
                "where password = :password2",
                "IDENTIFIED BY '${DB_PASSWORD}'",
                "\"password\": \"#{password2}\"",
                "\"password\": \"__DB_PASSWORD2__\"",
                "token: redux-persist-root-v2",
                "the password sha256-hashed is 64 letters",
            })
    void isNotWhatOnlyStandsForOne(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=fZ8kQ2vL&user=u1~password=<PASSWORD>&user=u1",
                "connect(password=fZ8kQ2vL,host=h1)~connect(password=<PASSWORD>,host=h1)",
                "{password: fZ8kQ2vL, x: 1}~{password: <PASSWORD>, x: 1}",
                "(--password fZ8kQ2vL)~(--password <PASSWORD>)",
                "--password fZ8kQ2vL; ls~--password <PASSWORD>; ls",
                "<b>password: fZ8kQ2vL</b>~<b>password: <PASSWORD></b>",
                "password: fZ8kQ2vL<br>next~password: <PASSWORD><br>next",
                "| password: fZ8kQ2vL|~| password: <PASSWORD>|",
                "Server=h1;User ID=sa;Password=Ab1zQ,Cd2)Ef3;Encrypt=True~Server=h1;User ID=sa;Password=<PASSWORD>;Encrypt=True",
                "jdbc:sqlserver://h1;user=u1;password=fZ8kQ2|Lx9<Tn;x=1~jdbc:sqlserver://h1;user=u1;password=<PASSWORD>;x=1",
                "?user=u1&password=fZ8kQ2;L)x9Tn&ssl=1~?user=u1&password=<PASSWORD>&ssl=1",
                "{host: h1, password: fZ8kQ2vLx$9Tn}~{host: h1, password: <PASSWORD>}",
                "password: fz8k$q2vlx9tn~password: <PASSWORD>",
                "SECRET_KEY: q7zr2mxv9lpkw4tnb8(shy3jcd6fga1ue~SECRET_KEY: <SECRETKEY>",
            })
    void endsWhereItsPlaceEnds(String both) {
        int middle = both.indexOf('~');
        assertEquals(both.substring(middle + 1), Texts.masked(both.substring(0, middle)));
    }
}
