package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in programs that use an SDK or describe infrastructure, in environments and in plain lines of YAML. */
class ProgramTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "Bucket: aws.String(\"egret\"),¦Bucket: aws.String(\"<BUCKET>\"),",
                "TableName: ptr(\"egrets\")¦TableName: ptr(\"<DDB>\")",
                "FunctionName: pulumi.String(\"stint\"),¦FunctionName: pulumi.String(\"<LAMBDA>\"),",
                "dynamodb.Table('finches').scan()¦dynamodb.Table('<DDB>').scan()",
                "boto3.resource(\"dynamodb\").Table(\"finches\")¦boto3.resource(\"dynamodb\").Table(\"<DDB>\")",
                "s3.Object('oriole', 'a/b.txt')¦s3.Object('<BUCKET>', 'a/b.txt')",
                "client.doesBucketExistV2(\"oriole\")¦client.doesBucketExistV2(\"<BUCKET>\")",
                "s3.Bucket.fromBucketName(this, 'Logs', 'dipper');¦s3.Bucket.fromBucketName(this, 'Logs', '<BUCKET>');",
                "Table.fromTableName(this,^  \"T\",^  \"dippers\")¦Table.fromTableName(this,^  \"T\",^  \"<DDB>\")",
                "Secret.fromSecretNameV2(this, 'S', 'dipper/db')¦Secret.fromSecretNameV2(this, 'S', '<SECRETNAME>')",
                "Bucket.from_bucket_name(self, \"Logs\", \"dipper\")¦Bucket.from_bucket_name(self, \"Logs\", \"<BUCKET>\")",
                "resource \"aws_backup_vault\" \"v\" {^  name = \"eyrie\"^}¦resource \"aws_backup_vault\" \"v\" {^  name = \"<VAULT>\"^}",
                "terraform import aws_iam_role.deploy beetles¦terraform import aws_iam_role.deploy <ROLE>",
                "terraform import 'aws_s3_bucket.x[\"a\"]' cricket¦terraform import 'aws_s3_bucket.x[\"a\"]' <BUCKET>",
                "DB_INSTANCE=puma^TABLE_NAME=jaguars¦DB_INSTANCE=<RDS>^TABLE_NAME=<DDB>",
                "docker run -e CLUSTER=bobcat -e SQS_QUEUE=prey app¦docker run -e CLUSTER=<CLUSTER> -e SQS_QUEUE=<SQS> app",
                "REDIS_HOST=cache.lynx.corp^PGHOST=db1¦REDIS_HOST=<HOST>^PGHOST=<HOST>",
                "Functions:^- CodeSize: 12^  FunctionName: knot^¦Functions:^- CodeSize: 12^  FunctionName: <LAMBDA>^",
                "Buckets:^- CreationDate: '2023-05-11'^  Name: godwit^- CreationDate: x^  Name: godwit-2^Prefix: null¦Buckets:^- CreationDate: '2023-05-11'^  Name: <BUCKET>^- CreationDate: x^  Name: <BUCKET>^Prefix: null",
                "Owner:^  DisplayName: ops^  ID: 9f1c7e20b64d8a35f0e19b27c3d5a4861b7e9f02c4d6835a7e10f2b94c6d8e37¦Owner:^  DisplayName: ops^  ID: <CANONICALID>",
                "Stack name                   : cicada-api¦Stack name                   : <STACK>",
                "Settings::BUCKET_NAME = \"wren\"¦Settings::BUCKET_NAME = \"<BUCKET>\"",
                "aws scheduler create-schedule --name low-tide¦aws scheduler create-schedule --name <EVENTRULE>",
                "aws amp create-workspace --name reefs¦aws amp create-workspace --name <RES>",
                "{\"pipelines\":[{\"name\":\"cd-main\"}]}¦{\"pipelines\":[{\"name\":\"<PIPELINE>\"}]}",
                "{\"meshName\":\"net\",\"budgetName\":\"krill\"}¦{\"meshName\":\"<RES>\",\"budgetName\":\"<RES>\"}",
                "psql 'host=x dbname=whaling user=a'¦psql 'host=x dbname=<DBNAME> user=a'",
                "server wheel.eu-west-1.eksctl.io¦server <CLUSTER>.eu-west-1.eksctl.io",
                "Function name: cicada-7¦Function name: <LAMBDA>",
                "remote ::ffff:10.31.7.104 and [::ffff:52.18.91.7]:443¦remote ::ffff:<IPV4PRIV> and [::ffff:<IPV4>]:443",
                "\"clientIP\": \"::ffff:10.31.7.104\"¦\"clientIP\": \"::ffff:<IPV4PRIV>\"",
                "64:ff9b::10.31.7.104¦64:ff9b::<IPV4PRIV>"
            })
    void holdsNames(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bucket: getenv(\"bucket-name\")",
                "db.table(\"users-1\").where(\"id\", 1)",
                "public Table(String name) { this.name = name; }",
                "ui.Table(\"Column-1\", \"Row\")",
                "list.Object('x-1')",
                "Buffer.fromString(this, 'Id-1', 'x-2')",
                "TABLE_NAME=os.environ[\"X\"]",
                "DB_HOST=localhost^DB_HOST=127.0.0.1^DB_HOST=$HOST^REDIS_HOST=redis^MYSQL_HOST=mysql",
                "USER=gudrun^ROLE=worker^CLUSTER=$1",
                "tableName: tableName^bucketName: string^functionName: str",
                "bucketName: harbour, then more",
                "the tableName: orders are kept",
                "Buckets:^- CreationDate: x^Other:^  Name: godwit-2",
                "Buckets:^  Type: x^  Properties:^    Rules:^      - Name: expire-7",
                "\"AWS::RDS::DBInstance\": \"8f0bcd290f8bb807\"",
                "{\"documentName\": \"AWS-RunShellScript\"}",
                "aws ecr get-login-password | docker login^docker run --name web-1",
                "aws s3 ls && docker run --name web-1",
                "remote ::ffff:127.0.0.1, \"clientIP\":\"::ffff:127.0.0.1\"",
                "kubectl get nodes -l alpha.eksctl.io/nodegroup-name=x",
                "<application name=\"gnome-shell\" executable=\"x-1\">"
            })
    void isNotFullOfNames(String text) {
        assertEquals(lines(text), Texts.masked(lines(text)));
    }

    private static String lines(String text) {
        return text.replace('^', '\n');
    }
}
