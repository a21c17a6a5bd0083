package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as people paste them: output of tools with its colours, ports behind points, hyphens that a word processor made. */
class EverydayTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "14:02:11.1 IP 10.31.7.104.51034 > 52.18.203.86.443: Flags [S] ~ 14:02:11.1 IP <IPV4PRIV>.51034 > <IPV4>.443: Flags [S]",
                "tcp4 0 0 10.31.7.104.22 10.31.7.105.51000 ESTABLISHED ~ tcp4 0 0 <IPV4PRIV>.22 <IPV4PRIV>.51000 ESTABLISHED",
                "Connection refused: db-host/52.18.203.86:5432 ~ Connection refused: db-host/<IPV4>:5432",
                "cat < /dev/tcp/52.18.203.86/443 ~ cat < /dev/tcp/<IPV4>/443",
                "host nat-52.18.203.86-prod is down ~ host nat-<IPV4>-prod is down",
                "https://login.corp.example/?email=anna.meier%40acme-corp.com ~ https://login.corp.example/?email=<EMAIL>%40<EMAIL>",
                "DB_HOST: MTAuMzEuNy4xMDQ= ~ DB_HOST: <ENCODED>",
                "x: ODk3MzU1NTQxNzQz ~ x: <ENCODED>",
                "the id i\u20110abc1234def567890 is ~ the id <EC2>\u2011<EC2> is",
                "the id i-0abc\u200b1234def567890 is ~ the id <EC2>\u200b<EC2> is",
                "the id i%2D0abc1234def567890 is ~ the id <EC2>%2D<EC2> is",
                "the id i%25252d0abc1234def567890 is ~ the id <EC2>%25252d<EC2> is",
                "_i-0abc1234def567890_ is ~ <EC2> is",
                "web_i-0abc1234def567890 ~ <EC2>",
                "nvme1n1  0 disk  vol0a1b2c3d4e5f60718 ~ nvme1n1  0 disk  <VOL>",
                "by-id/nvme-Amazon_Elastic_Block_Store_vol0a1b2c3d4e5f60718-part1 ~ by-id/nvme-<VOL>-part1",
                "kubernetes.io/cluster/lantern-quay: owned ~ kubernetes.io/cluster/<CLUSTER>: owned",
                "k8s.io/cluster-autoscaler/lantern-quay ~ k8s.io/cluster-autoscaler/<CLUSTER>",
                "role_name = \"deployer\" ~ role_name = \"<ROLE>\"",
                "\"Role\": \"deployer\" ~ \"Role\": \"<ROLE>\"",
                "{\"RoleName\": \"deployer\"} ~ {\"RoleName\": \"<ROLE>\"}",
                "quay-db7 quay-db7.cabc12def3gh.eu-west-1.rds.amazonaws.com ~ <RDS> <RDSDNS>.eu-west-1.rds.amazonaws.com",
                "tags: functionname:quay-a1 tablename:harbour-quay ~ tags: functionname:<LAMBDA> tablename:<DDB>",
                "897355541743_elasticloadbalancing_eu-west-1_app.quay-alb.50dc6c495c0c9188_20240501T1010Z_x.log.gz ~ "
                        + "<ACCOUNT>-west-1_app.<ELB>.50dc6c495c0c9188_20240501T1010Z_x.log.gz",
                "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/harbour-ops ~ "
                        + "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/<REPO>",
                "FATAL:  database \"harbour_x\" does not exist ~ FATAL:  database \"<DBNAME>\" does not exist",
                "FATAL:  password authentication failed for user \"ahab\" ~ "
                        + "FATAL:  password authentication failed for user \"<IAMUSER>\"",
                "call +14325550199 10.0.0.12 or ~ call <PHONE> <IPV4PRIV> or",
                "call +14325550199 2600:1f18:e0e2:cbf0::999a ~ call <PHONE> <IPV6>",
                "call +14325550199 2024-01-15 or ~ call <PHONE> 2024-01-15 or",
                "call +49 1512 3456 789 or +91 98765 43210 ~ call <PHONE> or <PHONE>",
                "aws iam --user-name gudrun-5:fd00:ec2 ~ aws iam --user-name <IAMUSER>:fd00:ec2",
                "dump_10.31.7.104.sql ~ <IPV4PRIV>.sql",
                "10.66.4.21_8080.log ~ <IPV4PRIV>.log",
                "10.66.4.21_access.log ~ <IPV4PRIV>.log",
                "52.18.203.86_access.log ~ <IPV4>.log",
                "key_AKIAYQ7ZK4M2XNBT5LWQ.csv ~ <AKID>.csv",
                "AKIAYQ7ZK4M2XNBT5LWQ_old.csv ~ <AKID>.csv",
                "IP:fd00:ec2:85bb::1c4a ~ IP:<IPV6>",
                "account 8973-5554-1743 and 8973-5554-1744 ~ account <ACCOUNT> and <ACCOUNT>",
                "{\"account\": 897355541743.0} ~ {\"account\": <ACCOUNT>.0}",
                "897355541743.0,eu-west-1 ~ <ACCOUNT>.0,eu-west-1",
                "id 8.97355541743e+11 ~ id <ACCOUNT>",
                "id 8.97355541743E11, and ~ id <ACCOUNT>, and",
                "DB_PASS=hunter22XyZ ~ DB_PASS=<PASSWORD>",
                "pw: hunter22XyZ ~ pw: <PASSWORD>",
                "Passwort: hunter22XyZ ~ Passwort: <PASSWORD>",
                "my bucket is acme-billing-7, see ~ my bucket is <BUCKET>, see",
                "aws s3 ls acme-billing-7 --recursive ~ aws s3 ls <BUCKET> --recursive",
            })
    void isMasked(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "¤[01;31m¤[K897355541743¤[m¤[K~¤[01;31m¤[K<ACCOUNT>¤[m¤[K",
                "¤[01;31m¤[Ki-0abc1234def567890¤[m¤[K~¤[01;31m¤[K<EC2>¤[m¤[K",
                "¤[2K52.18.203.86 done~¤[2K<IPV4> done",
                "¤(Bi-0abc1234def567890~¤(B<EC2>",
                "¤[38:5:12mi-0abc1234def567890~¤[38:5:12m<EC2>",
                "[32mi-0abc1234def567890[0m~[32m<EC2>[0m",
                "^[[32mi-0abc1234def567890^[[0m~^[[32m<EC2>^[[0m",
                "\\u001b[K897355541743\\u001b[m~\\u001b[K<ACCOUNT>\\u001b[m",
                "DB_PASSWORD=¤[33mhunter22XyZ¤[0m~DB_PASSWORD=¤[33m<PASSWORD>¤[0m",
                "  ¤[32m+¤[0m ¤[0m¤[1m¤[0mpassword¤[0m¤[0m = \"hunter22XyZ\"~  ¤[32m+¤[0m ¤[0m¤[1m¤[0mpassword¤[0m¤[0m = \"<PASSWORD>\"",
                "¤[34;1m\"BucketName\"¤[0m¤[1;39m:¤[0m ¤[0;32m\"acme-billing-7\"¤[0m~¤[34;1m\"BucketName\"¤[0m¤[1;39m:¤[0m ¤[0;32m\"<BUCKET>\"¤[0m",
            })
    void isMaskedInColours(String text, String masked) {
        assertEquals(masked.replace('¤', '\u001b'), Texts.masked(text.replace('¤', '\u001b')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36",
                "openssl-1.2.3.4-beta",
                "wrote orders.csv 2024-05-06 with 1200 lines",
                "csv: 418 rows",
                "build with csc 4155",
                "libfoo_1.2.3.4.so",
                "libfoo_10.2.30.4_amd64.deb",
                "libfoo_1.2.3.4_x.so",
                "version 10.0.3.1_b",
                "X_AKIAABCDEFGHIJKLMNOP",
                "x_AKIA46EZ6H5JU",
                "SNMP 1.3.6.1.4.1.311",
                "Windows 10.0.19041.1.256",
                "the years 1998-2004-2011",
                "the role is read-only and the table is write-heavy",
                "MTIzNDU2Nzg5MDEy0",
                "compass: north-9",
                "on average 897355541743.25 bytes",
                "wrote 897355541743 bytes in 897355541743 ns",
                "{\"maximum\": 999999999999, \"minimum\": 100000000000, \"limit\": 137438953472}",
                "used 100000000000 of 200000000000 tokens",
                "{\"name\": \"string\", \"role\": \"admin\", \"roles\": [\"editor\", \"owner\"]}",
                "role: 'moderator'",
                "k8s.io/cluster-autoscaler/enabled: true",
                "bucket:harbour table:x-1y user:first-last? cluster::a-b std::bucket::",
                "vol0 vol12345 volume0c0ffee0c0ffee666 evol0a1b2c3d4e5f60718",
                "a version 897355541743.0.1",
                "a distance of 8.973555e+11 m, or 8.97355541743e+12",
                "100%25 of 2020\u20132024"
            })
    void isNoIdentifier(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
