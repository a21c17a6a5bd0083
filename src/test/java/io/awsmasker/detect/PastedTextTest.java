package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste from their programs, shells and pages, and what they paste that has nothing to do with AWS. */
class PastedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "(Get-S3Object -BucketName quay-backups-eu -KeyPrefix $p).Count ~ (Get-S3Object -BucketName <BUCKET> -KeyPrefix $p).Count",
                "Copy-S3Object -BucketName lanterns -Key a.zip ~ Copy-S3Object -BucketName <BUCKET> -Key a.zip",
                "Invoke-LMFunction -FunctionName \"SettleQuay\" ~ Invoke-LMFunction -FunctionName \"<LAMBDA>\"",
                "New-IAMRole -RoleName 'QuayReader' ~ New-IAMRole -RoleName '<ROLE>'",
                "New-EC2Instance -KeyName quay-laptop -MinCount 1 ~ New-EC2Instance -KeyName <KEYPAIR> -MinCount 1",
                "Get-S3Bucket -ProfileName quay-prod-eu -Region x ~ Get-S3Bucket -ProfileName <RES> -Region x",
                "{\"c\": \"Get-S3Object -BucketName \\\"quay-drop\\\"\"} ~ {\"c\": \"Get-S3Object -BucketName \\\"<BUCKET>\\\"\"}",
                "boto3.Session(profile_name='quayside-Ops') ~ boto3.Session(profile_name='<RES>')",
                "Session(\\n    profile_name=\"mussel-sandbox-eu\") ~ Session(\\n    profile_name=\"<RES>\")",
                "const TABLE_NAME: &str = \"mussel-audit\"; ~ const TABLE_NAME: &str = \"<DDB>\";",
                "static QUEUE_NAME: &'static str = \"mussel-audit\"; ~ static QUEUE_NAME: &'static str = \"<SQS>\";",
                "private val bucketName: String = \"quay-mussels\" ~ private val bucketName: String = \"<BUCKET>\"",
                "const tableName: string = 'mussel_orders'; ~ const tableName: string = '<DDB>';",
                "const tableName string = \"mussel-audit\" ~ const tableName string = \"<DDB>\"",
                "bucket_name: str = \"mussel-drop\" ~ bucket_name: str = \"<BUCKET>\"",
                "bucket_name: Optional[str] = \"mussel-drop\" ~ bucket_name: Optional[str] = \"<BUCKET>\"",
                "new GetObjectRequest(\"quaydrop\", \"a.war\") ~ new GetObjectRequest(\"<BUCKET>\", \"a.war\")",
                "new PutObjectRequest(\"quay-drop\", id, file) ~ new PutObjectRequest(\"<BUCKET>\", id, file)",
                "s3Client.doesObjectExist(\"quay-drop\", key) ~ s3Client.doesObjectExist(\"<BUCKET>\", key)",
                "new DescribeTableRequest(\"MusselOrders\") ~ new DescribeTableRequest(\"<DDB>\")",
                "use the IAM role named quay_execution_role. ~ use the IAM role named <ROLE>.",
                "the IAM role named `QuayDeployer` with ~ the IAM role named `<ROLE>` with",
                "locate the IAM role named **QuayDeployer**. ~ locate the IAM role named **<ROLE>**.",
                "an IAM user called \"marta.quay\" exists ~ an IAM user called \"<IAMUSER>\" exists",
                "IAM Role: Use the IAM role named quay_exec. ~ IAM Role: Use the IAM role named <ROLE>.",
                "a Lambda function named `SettleQuay` runs ~ a Lambda function named `<LAMBDA>` runs",
                "an SQS queue called `MusselJobs` gets ~ an SQS queue called `<SQS>` gets",
                "AWS::S3::Bucket | Drop (Drop8390) quay-drop already exists ~ AWS::S3::Bucket | Drop (Drop8390) <BUCKET> already exists",
                "CREATE_FAILED | AWS::SQS::Queue | Jobs (Jobs12AB) mussel-jobs already exists ~ CREATE_FAILED | AWS::SQS::Queue | Jobs (Jobs12AB) <RES> already exists",
                "Reason: quay-drop-20190811-host-dev already exists ~ Reason: <RES> already exists",
                "aws logs tail /ecs/musselpack --follow ~ aws logs tail <LOGGROUP> --follow",
                "a DynamoDB table named \"mussels-with-pearls\" and ~ a DynamoDB table named \"<DDB>\" and",
                "$bucket = New-S3Bucket -BucketName 'mussels' ~ $bucket = New-S3Bucket -BucketName '<BUCKET>'",
                "https://sqs.eu-west-1.amazonaws.com/ACCOUNT/mussel-jobs ~ https://sqs.eu-west-1.amazonaws.com/ACCOUNT/<SQS>",
                "aws rds x --db-snapshot-identifier rds:quay-2024-07-02 ~ aws rds x --db-snapshot-identifier rds:<RDSSNAP>",
                "new QuayDb(\\n    \"jdbc:mysql://db/quay\",\\n    \"quay\",\\n    \"G76u3GLk\") ~ new QuayDb(\\n    \"jdbc:mysql://db/quay\",\\n    \"quay\",\\n    \"<PASSWORD>\")",
                "open(\"jdbc:mysql://db/quay\", \"quay\", \"G76u3GLk\") ~ open(\"jdbc:mysql://db/quay\", \"quay\", \"<PASSWORD>\")",
                "app.config[\"MYSQL_DB\"] = \"musselweb\" ~ app.config[\"MYSQL_DB\"] = \"<DBNAME>\"",
                "layer_version_name='MusselLayer' ~ layer_version_name='<LAMBDA>'",
                "die S3-Bucket `mussel-drop` ist ~ die S3-Bucket `<BUCKET>` ist",
                "see 8.8.8.8 and http://3.3.3.3/x // no ~ see <IPV4> and http://<IPV4>/x // no",
                "aws.lambda_.Function(\\n    \"quay-settle\",\\n    handler=\"x\") ~ aws.lambda_.Function(\\n    \"<LAMBDA>\",\\n    handler=\"x\")",
                "ECS_SERVICE_API=quay-api\\nS3_BUCKET_UPLOADS: quay-files ~ ECS_SERVICE_API=<ECS>\\nS3_BUCKET_UPLOADS: <BUCKET>",
                "DYNAMODB_TABLE_USERS='quay-users' SQS_QUEUE_ORDERS=\"quay-jobs\" ~ DYNAMODB_TABLE_USERS='<DDB>' SQS_QUEUE_ORDERS=\"<SQS>\"",
                "psycopg2.connect(host=h, database='quay_orders', port=1) ~ psycopg2.connect(host=h, database='<DBNAME>', port=1)",
                "not authorized to perform: lambda:GetFunction on resource: mussel-fn ~ not authorized to perform: lambda:GetFunction on resource: <RES>",
                "perform: secretsmanager:GetSecretValue on resource: /quay/db because ~ perform: secretsmanager:GetSecretValue on resource: <RES> because",
                "new aws.sqs.Queue(\"musselJobs\", {\\n  tags: t,\\n  name: \"MusselJobs\",\\n}) ~ new aws.sqs.Queue(\"<SQS>\", {\\n  tags: t,\\n  name: \"<SQS>\",\\n})",
                "new aws.lambda.Function(\"settle\", {\\n    name: 'settle-mussels'}) ~ new aws.lambda.Function(\"<LAMBDA>\", {\\n    name: '<LAMBDA>'})"
            })
    void holdsNames(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    /** What says of small numbers that they are a version says nothing of these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip.addr == 52.123.44.5 and tcp",
                "if remote != 34.201.7.9 then",
                "down since 54.201.7.9 was replaced",
                "agent 54.2.1.3 is unreachable",
                "nginx 54.23.11.5 returned 502",
                "54.220.11.5 release the lock",
                "GET /api/hosts/52.18.3.86 and /Hosts/52.18.3.86, https://harbour.example/52.18.3.86/json on node/52.18.3.8",
                "Release 52.18.3.86 back to the pool; IP version: 52.18.3.86",
                "the group 224.0.1.17 and 239.20.30.40"
            })
    void holdsAddresses(String text) {
        assertEquals(text.replaceAll("\\d+(\\.\\d+){3}", "<IPV4>"), Texts.masked(text));
    }

    /** Cards on lines of their own are no table of figures. */
    @Test
    void holdsCardsOnLines() {
        assertEquals("<CARD>\n<CARD>", Texts.masked("4111 1111 1111 1111\n4012 8888 8888 1881"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-S3Object -BucketName $Bucket -Prefix $folder",
                "Get-Item -Path C:\\x -Filter *.txt -Force -ErrorAction Stop",
                "gcc -Wall -Os -DTABLE_NAME -Iinclude -Lfoo main.c",
                "Set-Something -UserName UserName -BucketName BucketName",
                "boto3.Session(profile_name=profile) and profile_name = 'high-performance'",
                "const TITLE: &str = \"harbour-guide\"; name: string = 'a-b'",
                "tableName: string = this.table; const s: string = \"bucket-1\"",
                "the table, string = \"x-1\"; table string = y",
                "an IAM role named in the file; IAM role called by; the IAM role named ${NAME}Role",
                "a Lambda function named `lambda_handler` and the function named `parseLine`",
                "the queue called `first`, a table named `users`, a role called `Admin`",
                "the file.txt already exists; table users already exists",
                "<version>4.7.3.4</version>",
                "<maven-harbour-plugin-version>4.7.3.4</maven-harbour-plugin-version>",
                "<version.plugin.harbour>4.8.3.1</version.plugin.harbour>",
                "&lt;version&gt;",
                "__version__ = \"3.5.0.1\"",
                "Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36 nginx/1.2.3.4 Version/17.4.1.2",
                "main-0a1b2c3d4e5f6a7b8.js, req-0a1b2c3d4e5f6a7b8, sha-0a1b2c3d4e5f6a7b8",
                "Mussel 1.8.1.1 Release Notes",
                "broken since 1.6.5.2, see sections `3.1.3.6`_ and releases 3.2.2.1",
                "$Revision: 1.5.3.4 $ and $Id: quay.c,v 1.10.2.3 2005/11/04",
                "C99 §6.3.1.8, RFC 2616 and step 12.1.1.3 of the list",
                "SUBJECT_ALT_NAME = '2.5.29.17'; COMMON_NAME = \"2.5.4.3\"",
                "<path d=\"m4 12.6.2.98.57 1.5 2.83-2.12 3.51.98.32 2.03.5 3.11.5 3.5 0\"/>",
                "// 22.2.1.5  Template class codecvt^   /* 6.1.2.1  Class-Specific */^/// 21.1.3.1 x",
                "From linux-2.6.8.1/include/asm and mussel:amd64 (1.2.5.1-2, automatic)",
                "(Frozen_CallSignaturePEP451, Source_CallSignaturePEP451) and Py_InitModule4TraceRefs",
                "__bucket = _M_ht->_M_bkt_num(old)",
                "cookie = list(jar)[0]",
                "\"profileName\": \"harbour-transcode-hd\", profile_name: high-lantern-1",
                "the rest api named 'orders-blue'",
                "/// class codecvt_byname [22.2.1.6]. and C++11 27.7.2.6 or C99 6.7.5.3 par",
                "from subclause 7.3.5.1. ObjectIdentifier(\"1.3.101.112\") and Specifier(\"== 1.2.3.0\") ~= 1.2.3.0",
                "224.0.0.1 and 224.0.0.251:5353",
                "lambda: a-i) and --add-opens java.util.stream=ALL-UNNAMED",
                "override val tableName: String = \"users\"; val tableName: String = \"BenchmarkResult\"",
                "let bucket: HashMap<String, Vec<u8>> = HashMap::new();",
                "Re-queue already-processed nodes; transition-timing-function backface-visibility; this function brute-force tests",
                "const uint32_t MinTpiHashBuckets = 0x1000; f(username=admin_user)",
                "https://sqs.eu-west-1.amazonaws.com/ACCOUNT/queue; https://sqs.eu-west-1.amazonaws.com/doc",
                "connect(\"jdbc:mysql://db/quay\", properties)",
                "S3_BUCKET_REGION=eu-west-1^S3_BUCKET_ACL=public-read^SQS_QUEUE_TYPE=high-volume^ECS_SERVICE_MODE=blue-green",
                "MAX_TABLE_ROWS=10-20^PRINT_QUEUE_X=a^TABLE_X=a-b-c^X_Y_Z=quay-lantern-9",
                "find(database='orders-1'); connect(database='orders'); database = 'a_b'",
                "new Queue(^  \"mussel-jobs\"); print(^    \"the mussel-jobs\")",
                "on the resource: the-thing; on resource: users",
                "5211 5212 5213 5214 5215 5216 5217 5218",
                "62B0 5272 5274 5275 5269 52DE",
                "\"role\": \"roles/viewer\", --role roles/storage.admin, \"role\": \"roles/run.invoker\"",
                "xmlns='http://doc.s3.amazonaws.com/2006-03-01'",
                "pip install --user mussel-tools; pip3 install --user mussels",
                "systemctl --user restart mussel-pulse",
                "sudo --user postgres psql",
                "the call stack (CVE-2026-9358 / CWE-674)",
                "'cluster_name': 'clusterName', 'resource_names': 'resourceNames'",
                "var users = [{'id': 1, 'name': 'Bob'}, {'id': 2, 'name': 'Ted'}];",
                "users = ['Remi', 'Carlos', 'Hendrik']",
                "(GoogleHarbourAdminV1ListFieldsResponse) The response, 'K8sIoHarbourmachineryPkgApisMetaV1ObjMeta'",
                "mussel/__init__.py,sha256=1x5M1nEYjcgwEbLt0dXwz2ukjr18DiCzC0sraQqJ-Ww,5715",
                "=?iso-2022-jp?b?GyRCMnE8VCROPjVHJyRyQlQkQyRGJCQkXiQ5GyhC?=",
                "YebS2z3PyKnJm9zbWETXbzivf3jTo60adbocwTZ8jx5tYebS2z3PyKnJm9zbWETXbzi^HMN1Rq41Bab2XD0h7lbwyYIiLXpUq3DDfSJlgnCW^-----END CERTIFICATE-----",
                "LogGroup mussel: The specified log group already exists: provider=aws@6.56.1"
            })
    void isHarmless(String text) {
        assertEquals(text.replace("^", "\n"), Texts.masked(text.replace("^", "\n")));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
