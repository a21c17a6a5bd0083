package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys of secrets are called, and what stands under such keys without being one. */
class SecretNamesTest {
    private static final String RANDOM = "q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1Ue";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SESSION_SECRET=VALUE",
                "SECRET_TOKEN=VALUE",
                "API_SECRET: VALUE",
                "APP_KEY=base64:VALUE",
                "PSK=VALUE",
                "KEYSTORE_PASS=VALUE",
                "trustStorePass: VALUE",
                "\"cookie_secret\": \"VALUE\"",
                "{\\\"hmacKey\\\":\\\"VALUE\\\"}",
                "MASTER_KEY=VALUE",
                "AUTH_KEY=VALUE",
                "ADMIN_PW=VALUE",
                "LDAP_BIND_PW=VALUE",
                "PRIVATE_KEY=VALUE",
                "PrivateKey = VALUE=",
                "DATADOG_APP_KEY=VALUE",
                "REDIS_AUTH=VALUE",
                "BASIC_AUTH=quay:VALUE",
                "SALT=VALUE",
                "PEPPER=VALUE",
                "credential: VALUE",
                "license_key: VALUE"
            })
    void ofASecret(String text) {
        String masked = Texts.masked(text.replace("VALUE", RANDOM));
        assertEquals(-1, masked.indexOf(RANDOM), masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: VALUE",
                "sort_key: VALUE",
                "partition_key=VALUE",
                "\"HashKey\": \"VALUE\"",
                "next_token: VALUE",
                "\"NextToken\": \"VALUE\"",
                "aws s3api list-objects-v2 --starting-token VALUE",
                "cache_key: VALUE",
                "foreign_key: VALUE",
                "primary_key: VALUE",
                "public_key: VALUE",
                "PublicKey = VALUE=",
                "max_tokens: 4096",
                "existingSecret: VALUE",
                "\"KmsMasterKey\": \"VALUE\"",
                "imagePullSecrets: [\"VALUE\"]",
                "salt: true",
                "salt: sodium-chloride",
                "credentials: include",
                "\"appKey\": \"shop\"",
                "bypass: VALUE"
            })
    void ofNoSecret(String text) {
        String plain = text.replace("VALUE", RANDOM);
        assertEquals(plain, Texts.masked(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PWD=/srv/checkout",
                "PWD=/srv/checkout HOME=/root",
                "PWD=/Users/ana/Projects/shop2",
                "\"pwd\": \"/builds/x\"",
                "{\\\"auth\\\": \\\"/api/v2/auth/login\\\"}",
                "passwd: files systemd",
                "passwd:         files systemd\nshadow: files",
                "password: user2.password",
                "password = user2.password",
                "password: config.db2.password,",
                "private_key = tls_private_key.main2.private_key_pem",
                "private_key: /etc/ssl/private/host-2024.pem",
                "ssh_private_key: ~/.ssh/id_ed25519_prod1",
                "master_key = aws_kms_key.rds2_main_v14.arn",
                "private_key = ed25519.Ed25519PrivateKey",
                "val token: Oauth2AccessTokenResponse",
                "auth: ghcr.io/lantern/auth:v1.2.3"
            })
    void whereASecretLiesIsNone(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"password\": \"VALUE in Foo9\"=/letme",
                "password: VALUE in 9=/letme",
                "password: VALUE=hunter2.letmein",
                "password: VALUE=Sommer2024.Pass",
                "PWD=VALUE=/Lantern8Quay",
                "passwd: VALUE=correct horse battery",
                "secret: VALUE=/ab/cd+3JcD6fGa1UeLpKw4Tn",
                "token: VALUE=q7zr.mXv9LpKw4TnB8sH",
                "token: VALUE=Q7zrmxvlpkwtnbshyjcd"
            })
    void butWhatOnlyBeginsLikeThatIsOne(String text) {
        int value = text.lastIndexOf('=') + 1;
        String secret = text.substring(value);
        String masked = Texts.masked(text.substring(0, value - 1).replace("VALUE", secret));
        assertEquals(-1, masked.indexOf(secret), masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/checkout", "/api/v2/auth/login"})
    void aPathIsNoneUnderTheKeyOfAPassage(String path) {
        assertEquals(List.of(), Texts.found(path, "auth"));
        assertEquals(List.of(), Texts.found(path, "pwd"));
    }
}
