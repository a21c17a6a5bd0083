package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What developers work with all day and no account holds, and beside each what looks like it and is a name. */
class OrdinaryTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'queue': ",
                "const roles = ['admin', 'editor', 'viewer', 'read-only'];",
                "\"roles\": [\"reader\", \"writer\", \"site-admin\"], \"role\": \"editor\"",
                "roles:^  - editor^  - read-only^  - super-user^",
                "role: { type: string, enum: [read-only, power-user] }",
                "const role = 'read-only'; // a read-only file",
                "<option role=\"end-user\">x</option>",
                "rbac:^  role: cluster-admin^",
                "UPDATE users SET role = 'super-admin' WHERE id = 7;",
                "  readonly bucket: s3.IBucket;^  readonly deploymentBucket: cdk.aws_s3.Bucket;",
                "def f(bucket: s3.Bucket, name): pass",
                "d = {'sqs_queue': q_url, \"user\": usr_obj, \"role\": the_role}",
                "{ \"streamName\": stream_of(x), \"functionName\": fn_7, \"x\": 1 }",
                "task-definition: task-definition.json",
                "aws ecs register-task-definition --task-definition task-def.json",
                "policyName: bucket-policy.yaml",
                "<table class=\"table table-hover table-striped\">",
                "<div class=\"mb-3 stack stack-vertical\"><div class=\"cluster cluster-lg\">",
                "name = \"/aws/lambda/${var.function_name}\"^logGroupName: `/aws/lambda/${props.functionName}`",
                "LogGroupName: !Sub /aws/lambda/${FunctionName}^log_group_name = f\"/aws/apigateway/{name}\"",
                "aws logs tail \"/aws/lambda/$FUNCTION\" --log-group-name /aws/lambda/$FUNCTION",
                "\"logGroup\": {\"type\": \"string\", \"pattern\": \"^/aws/lambda/[a-z]+$\"}",
                "function Get-QuayConfig([String] $Dir) {",
                "function Get-QuayConfig^{^",
                "function start-quay {^  echo^}",
                "stream: Short-circuit buffer pushes when flowing",
                "cluster: re-use the port of a worker",
                "* table: re-add the column",
                "- function: auto-generated names",
                "Wants=modprobe@loop.service and redis-server@main.service or dbus@x.socket",
                "User=systemd-network^USER www-data",
                "/home/<user>/install-sh: No such file",
                "* Bump Standards-Version to 3.7.2.0, no changes",
                "Changes in 1.2.2.3 (27 May 2005)",
                "Bump opencv-python from 4.8.0.74 to 4.10.0.82",
                "v8: upgrade v8 to 3.20.14.1",
                "introduced in 4.3.0.38 to build it",
                "{\"bom-ref\": \"pkg:pypi/quay_cv@5.0.0.93?file_name=x\", \"version\": \"5.0.0.93\"}",
                "main.c:12:5: error: implicit declaration of function 'do_work' [-Werror]",
                "ld: error: main.o: in function `do_work': undefined reference",
                "ERROR: Incorrect usage of function 'check_quay'.",
                "Error: function `parse_args` takes 2 arguments",
                "sqlite3.OperationalError: no such table: user_sessions",
                "ERROR 1146 (42S02): Table 'quay.user_sessions' doesn't exist",
                "ERROR:  table \"order_items\" already exists",
                "error: Table \"order_items\" does not exist",
                "name:                 quay-logs^version:              1.0.3.1^",
                "git log^Git 1.6.4.5",
                "export const ROLES = ['read-only', 'team-lead', 'content-editor'] as const;",
                "RoleReadOnly Role = \"read-only\"^the user role read-only, the role `read-only`",
                "log_group = \"/aws/rds/cluster/${var.cluster}/postgresql\"",
                "    actionpack (7.1.3.2)^      rails (= 7.1.3.2)^",
                "## 4.2.0.1 (2023-11-02)^^### [4.2.0.0]^",
                "In this repository `lantern-web` we keep the library; clone the repository lantern-web first.",
            })
    void staysAsItIs(String text) {
        assertEquals(lines(text), Texts.masked(lines(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "const roles = ['lantern-deploy', 'quay-admin', 'mussel7'];¦const roles = ['<ROLE>', '<ROLE>', '<ROLE>'];",
                "role: lantern-admin^¦role: <ROLE>^",
                "\"Role\": \"LanternDeploy\"¦\"Role\": \"<ROLE>\"",
                "--role-name read-only¦--role-name <ROLE>",
                "bucket: lantern.logs.v2,¦bucket: <BUCKET>,",
                "bucket: s3-lantern-logs;¦bucket: <BUCKET>;",
                "{'sqs_queue': 'q_url', \"user\": \"gudrun_b\"}¦{'sqs_queue': '<SQS>', \"user\": \"<IAMUSER>\"}",
                "QueueName: quay_jobs¦QueueName: <SQS>",
                "\"QueueName\": quay-jobs¦\"QueueName\": <SQS>",
                "task-definition: quay-web:14¦task-definition: <ECS>:14",
                "the table table-7c is full¦the table <DDB> is full",
                "the DynamoDB table table-orders is full¦the DynamoDB table <DDB> is full",
                "the cluster harbour-quay is full¦the cluster <CLUSTER> is full",
                "name: `/aws/lambda/harbour-${stage}`¦name: `<LOGGROUP>-${stage}`",
                "LogGroupName: !Sub /harbour/web/${Stage}¦LogGroupName: !Sub <LOGGROUP>/${Stage}",
                "the function harbour-ingest (arm64) failed¦the function <LAMBDA> (arm64) failed",
                "queue: quay-jobs has 12 messages¦queue: <SQS> has 12 messages",
                "cluster: harbour-quay is not ready¦cluster: <CLUSTER> is not ready",
                "mail gudrun@service.quay.io¦mail <EMAIL>",
                "User=gudrun-b^¦User=<IAMUSER>^",
                "moved from 3.8.21.9 to 3.8.21.10¦moved from <IPV4> to <IPV4>",
                "update the record to 52.18.203.86¦update the record to <IPV4>",
                "ssh quay@3.8.21.9¦ssh quay@<IPV4>",
                "Error: function 'harbour-ingest' not found¦Error: function '<LAMBDA>' not found",
                "error: Function 'HarbourIngest' failed¦error: Function '<LAMBDA>' failed",
                "Error: Requested resource not found: Table: mussels not found¦Error: Requested resource not found: Table: <DDB> not found",
                "Error: Table 'harbour-mussels' not found¦Error: Table '<DDB>' not found",
                "Error: Table already exists: mussels_raw¦Error: Table already exists: <DDB>",
                "Error: Table 'harbour-mussels' already exists¦Error: Table '<DDB>' already exists",
                "ResourceInUseException: table 'mussels_raw' is not active¦ResourceInUseException: table '<DDB>' is not active",
                "address:              3.8.21.9^¦address:              <IPV4>^",
                "{\"RoleName\": \"read-only\"}¦{\"RoleName\": \"<ROLE>\"}",
                "arn:aws:iam::897355541743:role/read-only¦arn:aws:iam::<ACCOUNT>:role/<ROLE>",
                "log_group = \"/aws/rds/cluster/harbour-7/error\"¦log_group = \"<LOGGROUP>\"",
                "2  quay (3.8.21.9)  12.1 ms¦2  quay (<IPV4>)  12.1 ms",
                "# 3.8.21.9 is old¦# <IPV4> is old",
                "push to the ECR repository lantern-web¦push to the ECR repository <ECR>",
                "push to the repository lantern-web7¦push to the repository <ECR>",
            })
    void isFound(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    /** A word of every trade is masked where it names something, and nowhere else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "TABLE_NAME = \"orders\"^for order in orders:^    orders.remove(order)¦TABLE_NAME = \"<DDB>\"^for order in orders:^    orders.remove(order)",
                "create_bucket(Bucket='photos'); photos = [p for p in x.photos]¦create_bucket(Bucket='<BUCKET>'); photos = [p for p in x.photos]",
                "\"functionName\": \"resize\", image.resize()¦\"functionName\": \"<LAMBDA>\", image.resize()",
                "https://s3.amazonaws.com/github/a.png and https://github.com/x¦https://s3.amazonaws.com/<BUCKET>/a.png and https://github.com/x",
                "TableName: 'mussels'; all mussels¦TableName: '<DDB>'; all <DDB>",
                "s3://orders-quay/ and orders-quay¦s3://<BUCKET>/ and <BUCKET>",
            })
    void isNotLookedForElsewhere(String text, String masked) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    private static String lines(String text) {
        return text.replace('^', '\n');
    }
}
