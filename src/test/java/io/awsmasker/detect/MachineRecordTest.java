package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines write and answer: names beside the ARN of the same thing, results of queries, accounts that are blackened. */
class MachineRecordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"arn\":\"arn:aws:synthetics:eu-west-1:481516234290:canary:7b1e\",\"name\":\"lantern-canary\"}¦{\"arn\":\"arn:aws:synthetics:eu-west-1:<ACCOUNT>:canary:<RES>\",\"name\":\"<RES>\"}",
                "{\"Name\": \"lantern-canary\", \"State\": \"RUNNING\", \"Arn\": \"arn:aws:medialive:eu-west-1:481516234290:channel:7b1e\"}¦{\"Name\": \"<RES>\", \"State\": \"RUNNING\", \"Arn\": \"arn:aws:medialive:eu-west-1:<ACCOUNT>:channel:<RES>\"}",
                "{'name': 'lantern-canary', 'tags': {'a': 'b'}, 'ARN': 'arn:aws:ivs:eu-west-1:481516234290:channel/7b1e'}¦{'name': '<RES>', 'tags': {'a': 'b'}, 'ARN': 'arn:aws:ivs:eu-west-1:<ACCOUNT>:channel/<RES>'}",
                "{\\\"name\\\":\\\"lantern-canary\\\",\\\"arn\\\":\\\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\\\"}¦{\\\"name\\\":\\\"<RES>\\\",\\\"arn\\\":\\\"arn:aws:ivs:eu-west-1:<ACCOUNT>:channel/<RES>\\\"}",
                "{\"resourceShareArn\": \"arn:aws:ram:eu-west-1:481516234290:resource-share/7b1e\", \"name\": \"lantern-share\"}¦{\"resourceShareArn\": \"arn:aws:ram:eu-west-1:<ACCOUNT>:resource-share/<RES>\", \"name\": \"<RES>\"}",
                "{\"name\": \"quay-guard\", \"guardrail_arn\": \"arn:aws:bedrock:eu-west-1:481516234290:guardrail/7b1e\"}¦{\"name\": \"<RES>\", \"guardrail_arn\": \"arn:aws:bedrock:eu-west-1:<ACCOUNT>:guardrail/<RES>\"}",
                "[{\"Id\":\"481516234290\",\"Arn\":\"arn:aws:organizations::712967571683:account/o-g3o85wai3g/481516234290\",\"Name\":\"quay-sandbox\"}]¦[{\"Id\":\"<ACCOUNT>\",\"Arn\":\"arn:aws:organizations::<ACCOUNT>:account/<ORG>/<ACCOUNT>\",\"Name\":\"<RES>\"}]"
            })
    void nameWhatAnArnBesideSaysToBeAResource(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"lantern-canary\",\"arn\":\"arn:aws:ssm:eu-west-1::document/AWS-RunPatchBaseline\"}",
                "{\"name\":\"lantern-canary\",\"arn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}",
                "{\"name\":\"lantern-canary\",\"arn\":\"not-an-arn\"}",
                "{\"name\":\"lantern-canary\",\"learn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}",
                "{\"name\":\"lantern-canary\",\"status\":\"ACTIVE\"}"
            })
    void nameNothingBesideOtherArns(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"check-buckets\",\"roleArn\":\"arn:aws:iam::481516234290:role/QuayAudit\"}",
                "{\"name\":\"check-buckets\",\"resource_arn\":\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\"}",
                "{\"name\":\"check-buckets\",\"of\":{\"arn\":\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\"}}",
                "[{\"name\":\"check-buckets\"},{\"arn\":\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\"}]",
                "{\"arn\":\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\",\"steps\":[{\"name\":\"check-buckets\"}]}",
                "{\"arn\":\"arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\",\"name\":\"main\",\"id\":\"check-buckets\"}",
                "name: check-buckets\narn: arn:aws:ivs:eu-west-1:481516234290:channel/7b1e\n"
            })
    void nameNothingBesideAnotherThingsArn(String text) {
        assertEquals(
                text,
                Texts.masked(text)
                        .replace("<ACCOUNT>", "481516234290")
                        .replace("<ROLE>", "QuayAudit")
                        .replace("<RES>", "7b1e"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "arn:aws:lambda:eu-west-1:ACCOUNT_ID:function:lantern-fn¦arn:aws:lambda:eu-west-1:ACCOUNT_ID:function:<LAMBDA>",
                "\"arn:aws:ecs:eu-west-1:ACCOUNT:cluster/quay-cluster-1\"¦\"arn:aws:ecs:eu-west-1:ACCOUNT:cluster/<CLUSTER>\"",
                "arn:aws:iam::REDACTED:role/LanternDeploy¦arn:aws:iam::REDACTED:role/<ROLE>",
                "arn:aws:wafv2:eu-west-1:EXAMPLE12345:regional/webacl/LanternAcl/7b1e¦arn:aws:wafv2:eu-west-1:EXAMPLE12345:regional/webacl/<RES>/<RES>",
                "https://sqs.eu-west-1.amazonaws.com/.../quay-jobs-dlq¦https://sqs.eu-west-1.amazonaws.com/.../<SQS>",
                "https://sqs.eu-west-1.amazonaws.com/123/quay-jobs¦https://sqs.eu-west-1.amazonaws.com/123/<SQS>",
                "https://sqs.eu-west-1.amazonaws.com/xxxxxxxxx/quay-jobs.fifo¦https://sqs.eu-west-1.amazonaws.com/xxxxxxxxx/<SQS>",
                "https://sqs.eu-west-1.amazonaws.com/4815****/quay-jobs¦https://sqs.eu-west-1.amazonaws.com/4815****/quay-jobs",
                "--role arn:aws:iam::AWS_ACCOUNT_ID:role/quay-exec-3¦--role arn:aws:iam::AWS_ACCOUNT_ID:role/<ROLE>"
            })
    void nameWhatFollowsABlackenedAccount(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::ACCOUNT_ID:role/admin",
                "arn:aws:iam::ACCOUNT:role/ROLE_NAME",
                "arn:aws:lambda:REGION:ACCOUNT_ID:function:FUNCTION_NAME",
                "arn:aws:lambda:eu-west-1:ACCOUNT_ID:function:my-function",
                "arn:aws:iam::YOUR_ACCOUNT_ID:role/your-role-name",
                "arn:aws:sqs:us-east-1:ACCOUNT:example-queue",
                "arn:aws:mobiletargeting:eu-west-1:AIDAQUAYEXAMPLE:apps/7b1e9c04example",
                "arn:aws:iam::account:role/role-name-with-path",
                "arn:aws:iam::acct:user/some-user"
            })
    void nameNothingInATemplateOfAnArn(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "[{\"field\":\"bucketName\",\"value\":\"quay-assets\"}]¦[{\"field\":\"bucketName\",\"value\":\"<BUCKET>\"}]",
                "[{\"field\": \"userIdentity.userName\", \"value\": \"mussel.brun\"}]¦[{\"field\": \"userIdentity.userName\", \"value\": \"<IAMUSER>\"}]",
                "{\"field\":\"@logStream\",\"value\":\"ecs/quay-api/0a1b2c3d4e5f60718293a4b5c6d7e8f9\"}¦{\"field\":\"@logStream\",\"value\":\"<LOGSTREAM>\"}",
                "{\"field\":\"@log\",\"value\":\"481516234290:/ecs/quay-api\"}¦{\"field\":\"@log\",\"value\":\"<ACCOUNT>:<LOGGROUP>\"}",
                "\"@log\": \"481516234290:/quay/api-prod\"¦\"@log\": \"<ACCOUNT>:<LOGGROUP>\"",
                "x,481516234290:/quay/api-prod¦x,<ACCOUNT>:<LOGGROUP>"
            })
    void nameWhatResultsOfQueriesSay(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"title\",\"value\":\"quay-assets\"}",
                "{\"field\":\"@message\",\"value\":\"sent 3 well-known items\"}",
                "{\"field\":\"@duration\",\"value\":\"12.5\"}",
                "{\"field\": \"status\", \"operator\": \"eq\", \"value\": \"in-progress\"}",
                "1:/usr/local/bin",
                "http://quay.example:481516/ecs/quay-api"
            })
    void nameNoOtherFields(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Username\": \"HIDDEN_DUE_TO_SECURITY_REASONS\"",
                "\"userName\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"",
                "\\\"userName\\\":\\\"HIDDEN_DUE_TO_SECURITY_REASONS\\\"",
                "User \\\"eks:k8s-metrics\\\"",
                "\"username\":\"eks:node-manager\"",
                "username: eks:addon-manager",
                "https://sqs.eu-west-1.amazonaws.com/?Action=ListQueues",
                "https://sqs.eu-west-1.amazonaws.com/doc/index",
                "arn:aws:securityhub:eu-west-1::security-control/EC2.18",
                "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
                "data.aws_iam_policy_document.trust: Read complete after 0s [id=2851119427]",
                "data.aws_iam_policy_document.trust[0]: Read complete after 0s [id=285111942]",
                "module.a.data.aws_iam_policy_document.b: Refreshing state... [id=1119427]"
            })
    void leaveWhatAwsSaysToEverybody(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "arn:aws:securityhub:eu-west-1:481516234290:security-control/EC2.18/finding/3c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913¦arn:aws:securityhub:eu-west-1:<ACCOUNT>:security-control/EC2.18/finding/<RES>",
                "arn:aws:securityhub:eu-west-1:481516234290:control/aws-foundational-security-best-practices/v/1.0.0/ELBv2.1¦arn:aws:securityhub:eu-west-1:<ACCOUNT>:control/aws-foundational-security-best-practices/v/1.0.0/ELBv2.1",
                "arn:aws:securityhub:eu-west-1:481516234290:action/custom/Quay.1¦arn:aws:securityhub:eu-west-1:<ACCOUNT>:action/custom/<RES>",
                "data.aws_caller_identity.me: Read complete after 0s [id=481516234290]¦data.aws_caller_identity.me: Read complete after 0s [id=<ACCOUNT>]"
            })
    void keepTheCustomersPart(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "2024-05-06 07:08:09 UTC:10.0.3.17(51234):quay_app@quay_orders:[8741]:ERROR:  x¦2024-05-06 07:08:09 UTC:<IPV4PRIV>(51234):<DBUSER>@<DBNAME>:[8741]:ERROR:  x",
                "2024-05-06 07:08:09 UTC:ip-10-0-3-17.eu-west-1.compute.internal(5123):drumlin@harbour:[87]:LOG:  x¦2024-05-06 07:08:09 UTC:<HOST>.eu-west-1.compute.internal(5123):<DBUSER>@<DBNAME>:[87]:LOG:  x",
                "{\"message\":\"UTC:10.0.3.17(51234):quay-ro@quay_dw:[8741]:FATAL: x\"}¦{\"message\":\"UTC:<IPV4PRIV>(51234):<DBUSER>@<DBNAME>:[8741]:FATAL: x\"}"
            })
    void nameTheUsersInLogsOfPostgres(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-06 07:08:09 UTC::@:[4711]:LOG:  checkpoint starting: time",
                "2024-05-06 07:08:09 UTC:[local]:rdsadmin@rdsadmin:[4711]:LOG:  x",
                "localhost(5123):rdsadmin@rdsadmin:[4711]:LOG:  x",
                "localhost(5123):postgres@postgres:[4711]:LOG:  x",
                "localhost(5123):[unknown]@[unknown]:[4711]:LOG:  x",
                "f(x):drumlin@harbour:[a]",
                "drumlin@harbour:[8741]",
                "git@harbour:[1]/x"
            })
    void nameNobodyElseInThem(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "| `QUAY_S3_BUCKET` | where exports go | quay-exports-1 |¦| `QUAY_S3_BUCKET` | where exports go | <BUCKET> |",
                "| `ECS_CLUSTER` | The cluster | `quay-prod` | yes |¦| `ECS_CLUSTER` | The cluster | `<CLUSTER>` | yes |",
                "| S3_BUCKET | mussel-data | the bucket |¦| S3_BUCKET | <BUCKET> | the bucket |"
            })
    void nameWhatVariablesHoldInTables(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| `S3_BUCKET` | where exports go | required |",
                "| S3_BUCKET | Name of the bucket, well-known | none |",
                "| S3_BUCKET | the bucket | my-bucket |",
                "| S3_BUCKET | the bucket | your-bucket-name |",
                "| QUAY_MODE | read-only | the mode |",
                "| bucket | read-only | the mode |",
                "| S3_BUCKET_SIZE | read-only | 3 |"
            })
    void nameNothingElseInTables(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "failed to write to bucket [mussel-backups] base_path [prod]¦failed to write to bucket [<BUCKET>] base_path [prod]",
                "WARN S3 bucket [mussel-backups], retrying¦WARN S3 bucket [<BUCKET>], retrying",
                "reading from DynamoDB table [mussel-locks]¦reading from DynamoDB table [<DDB>]",
                "assuming IAM role [MusselRole-1]¦assuming IAM role [<ROLE>]"
            })
    void nameWhatBracketsSetOff(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the function [foo-bar] of the page",
                "our bucket [how-to](https://quay.example)",
                "see the bucket [how-to][1]",
                "the bucket [i-th] of a histogram[x-y]",
                "table [x]",
                "each key [a-z]+ and role [0-9]"
            })
    void nameNothingInOtherBrackets(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "DB_DATABASE=quay_prod¦DB_DATABASE=<DBNAME>",
                "MYSQL_DATABASE: quay_prod¦MYSQL_DATABASE: <DBNAME>",
                "PGDATABASE=quay_prod¦PGDATABASE=<DBNAME>",
                "POSTGRES_DATABASE=\"quay_prod\"¦POSTGRES_DATABASE=\"<DBNAME>\"",
                "\"ses:configuration-set\":[\"quay-config\"]¦\"ses:configuration-set\":[\"<SES>\"]",
                "\"groupDisplayName\": \"QuayAdmins\"¦\"groupDisplayName\": \"<IAMGROUP>\"",
                "\"requestParameters\":{\"service\":\"quay-web\",\"cluster\":\"quay-c\"}¦\"requestParameters\":{\"service\":\"<RES>\",\"cluster\":\"<CLUSTER>\"}",
                "\"requestParameters\": {\"rule\": \"quay-nightly\", \"force\": true}¦\"requestParameters\": {\"rule\": \"<RES>\", \"force\": true}",
                "\"requestParameters\": {\"domain\": \"quay-dom\", \"repository\": \"quay-npm\"}¦\"requestParameters\": {\"domain\": \"<RES>\", \"repository\": \"<RES>\"}",
                "\"jobDefinition\": \"quay-def\", \"jobQueue\": \"quay-queue\"¦\"jobDefinition\": \"<BATCH>\", \"jobQueue\": \"<BATCH>\""
            })
    void nameWhatKeysSay(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_DATABASE=postgres",
                "MYSQL_DATABASE: ${MYSQL_DATABASE}",
                "\"service\": \"front-desk\"",
                "service: front-desk",
                "rule = \"no-unused-vars\"",
                "\"repository\": \"front-desk\"",
                "\"requestParameters\":{\"service\":\"ec2\",\"domain\":\"standard\"}"
            })
    void nameNothingUnderOtherKeys(String text) {
        assertEquals(text, Texts.masked(text));
    }
}
