package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste who run things on AWS: answers of old programs, settings of eksctl and kops, events, complaints. */
class OperationsTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{u'BucketName': u'mussel-quay', u'FunctionName': u'settle'}¦{u'BucketName': u'<BUCKET>', u'FunctionName': u'<LAMBDA>'}",
                "{u'Buckets': [{u'Name': u'mussel-quay'}]}¦{u'Buckets': [{u'Name': u'<BUCKET>'}]}",
                "bucket_name = b\"mussel-quay\"¦bucket_name = b\"<BUCKET>\"",
                "create_bucket(Bucket=u'mussel')¦create_bucket(Bucket=u'<BUCKET>')",
                "u'SecretString': u'kx4Npf!EBBA6l2'¦u'SecretString': u'<PASSWORD>'",
                "please make sure your request credentials have permission to GetObject for mussel-artifacts/app/x.zip. S3 Error Code: AccessDenied¦please make sure your request credentials have permission to GetObject for <BUCKET>/app/x.zip. S3 Error Code: AccessDenied",
                "Error: error creating S3 bucket ACL for mussel-raw: AccessControlListNotSupported: x¦Error: error creating S3 bucket ACL for <BUCKET>: AccessControlListNotSupported: x",
                "{\"s3bucket\":\"mussel-quay\"}¦{\"s3bucket\":\"<BUCKET>\"}",
                "s3bucket: mussel-quay^¦s3bucket: <BUCKET>^",
                "the log group /ecs/mussel is empty¦the log group <LOGGROUP> is empty",
                "Log Group called \"/musselcd\" is there¦Log Group called \"<LOGGROUP>\" is there",
                "CloudWatch log group `/ecs/mussel`.¦CloudWatch log group `<LOGGROUP>`.",
                "{\"text\": \"log group \\\"/quay/mussel\\\" is\"}¦{\"text\": \"log group \\\"<LOGGROUP>\\\" is\"}",
                "creating EKS cluster \"mussel7\" in x¦creating EKS cluster \"<CLUSTER>\" in x",
                "deleting EKS cluster 'mussel7'¦deleting EKS cluster '<CLUSTER>'",
                "tags:^  karpenter.sh/discovery: mussel-quay^¦tags:^  karpenter.sh/discovery: <CLUSTER>^",
                "constraints [{map[karpenter.sh/discovery:mussel-quay] }]¦constraints [{map[karpenter.sh/discovery:<CLUSTER>] }]",
                "\"karpenter.sh/discovery\" = \"mussel\"¦\"karpenter.sh/discovery\" = \"<CLUSTER>\"",
                "{\\\"karpenter.sh/discovery\\\":\\\"mussel\\\"}¦{\\\"karpenter.sh/discovery\\\":\\\"<CLUSTER>\\\"}",
                "apiVersion: eksctl.io/v1alpha5^kind: ClusterConfig^^metadata:^  name: mussel^  region: x^¦apiVersion: eksctl.io/v1alpha5^kind: ClusterConfig^^metadata:^  name: <CLUSTER>^  region: x^",
                "{\"kind\": \"ClusterConfig\", \"apiVersion\": \"eksctl.io/v1alpha5\", \"metadata\": {\"name\": \"mussel\"}}¦{\"kind\": \"ClusterConfig\", \"apiVersion\": \"eksctl.io/v1alpha5\", \"metadata\": {\"name\": \"<CLUSTER>\"}}",
                "kops validate cluster --name=mussel.quay.io --wait 5m¦kops validate cluster --name=<CLUSTER> --wait 5m",
                "kops update cluster --name mussel.k8s.local --yes¦kops update cluster --name <CLUSTER> --yes",
                "{\"group\": \"service:mussel-web\", \"x\": 1}¦{\"group\": \"service:<ECS>\", \"x\": 1}",
                "{\"group\":\"family:mussel\"}¦{\"group\":\"family:<ECS>\"}",
                "{\\\"group\\\":\\\"service:mussel-web\\\"}¦{\\\"group\\\":\\\"service:<ECS>\\\"}",
                "    group: service:mussel-web^¦    group: service:<ECS>^",
                "| Alarm name | State |^|---|---|^| mussel-5xx-storm | ALARM |^¦| Alarm name | State |^|---|---|^| <ALARM> | ALARM |^",
                "| Stack name | Status |^| --- | --- |^| mussel-net | CREATE_COMPLETE |¦| Stack name | Status |^| --- | --- |^| <STACK> | CREATE_COMPLETE |",
                "| Role name | Last activity |^| --- | --- |^| MusselReader | 3 days ago |¦| Role name | Last activity |^| --- | --- |^| <ROLE> | 3 days ago |",
                "| Env | Lambda function | SQS queue |^|---|---|---|^| prod | settle-orders | mussel-jobs |¦| Env | Lambda function | SQS queue |^|---|---|---|^| prod | <LAMBDA> | <SQS> |",
                "| Topic | DynamoDB table |^|---|---|^| shipping | mussel-orders |¦| Topic | DynamoDB table |^|---|---|^| shipping | <DDB> |",
                "--query \"Policies[?PolicyName=='mussel-read'].Arn\"¦--query \"Policies[?PolicyName=='<POLICY>'].Arn\"",
                "--query 'Stacks[?StackName==`mussel-net`]'¦--query 'Stacks[?StackName==`<STACK>`]'",
                "jq -r '.Policies[] | select(.PolicyName==\"mussel-read\")'¦jq -r '.Policies[] | select(.PolicyName==\"<POLICY>\")'",
                "if bucket_name == 'mussel-raw':¦if bucket_name == '<BUCKET>':",
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>musselraw</Name><Prefix/>¦<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name><BUCKET></Name><Prefix/>",
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">^  <Name>musselraw</Name>¦<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">^  <Name><BUCKET></Name>",
                "psql admin@mussel.cabc123xyzab.eu-west-1.rds.amazonaws.com:5432¦psql admin@<RDSDNS>.eu-west-1.rds.amazonaws.com:5432",
                "ssh ubuntu@ec2-52-18-91-7.eu-west-1.compute.amazonaws.com¦ssh ubuntu@<HOST>.eu-west-1.compute.amazonaws.com",
                "kind: 'ClusterConfig'^^metadata:^  name: mussel7^¦kind: 'ClusterConfig'^^metadata:^  name: <CLUSTER>^",
                "Creating log group mussel-quay/containerinsights/nodes-v1/application^¦Creating log group <LOGGROUP>^",
                "Log Group mussel-quay/pods not found, Created log stream mussel-quay-7.service^¦Log Group <LOGGROUP> not found, Created log stream <LOGSTREAM>^",
                "checked the permissions of `role/mussel-state`¦checked the permissions of `role/<ROLE>`",
                "* role/MusselAdminRole can escalate¦* role/<ROLE> can escalate",
                "arn:aws:iam::897355541743:oidc-provider/login.mussel-quay.io¦arn:aws:iam::<ACCOUNT>:oidc-provider/<IDP>",
                "\"arn:aws:iam::897355541743:oidc-provider/token.actions.githubusercontent.com\", \"token.actions.githubusercontent.com:sub\": \"repo:x/*\"¦\"arn:aws:iam::<ACCOUNT>:oidc-provider/token.actions.githubusercontent.com\", \"token.actions.githubusercontent.com:sub\": \"repo:x/*\"",
                "arn:aws:securityhub:eu-west-1:897355541743:subscription/cis-aws-foundations-benchmark/v/1.2.0/2.2¦arn:aws:securityhub:eu-west-1:<ACCOUNT>:subscription/cis-aws-foundations-benchmark/v/1.2.0/2.2"
            })
    void holdsNames(String text, String masked) {
        assertEquals(masked.replace('^', '\n'), Texts.masked(text.replace('^', '\n')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u'Version': u'2012-10-17', u'Effect': u'Allow', b'GET'",
                "{u'username': u'', u'bucket': None}",
                "menu'bucket': x",
                "it has no permission to GetObject for long-running tasks",
                "the log group / stream pair, a log group (/tmp) and the log /var/log/messages",
                "log group names begin with /aws/",
                "the EKS cluster \"name\" and an IAM role \"below\"",
                "the ECS service \"2\"",
                "the karpenter.sh/discovery tag is needed; karpenter.sh/discovery: ${CLUSTER_NAME}",
                "karpenter.sh/discovery: \"*\"",
                "kind: ClusterConfiguration^metadata:^  name: x-1",
                "kind: ConfigMap^metadata:^  name: mussel-1",
                "a ClusterConfig has metadata and a name",
                "the kops project, docker run --name web-1",
                "group:service:x",
                "until 2020-05-06 17:20:54.593474242 +0000 UTC m=+932.505523072; next m=+1980.976476835",
                "| Function | Description |^|---|---|^| parse-line | reads |",
                "| Function name | Description |^|---|---|^| parse_line | reads |^| dump | writes |",
                "| Parameter name | Type |^|---|---|^| timeout | int |^| retryCount | int |",
                "| User name | API key | Master password |^|---|---|---|^| ana | in the safe | none yet |",
                "| Task | Owner |^|---|---|^| clean-up | ana |",
                "| Table | Rows |^|---|---|^| order-lines | 12 |",
                "| IAM role | What for |^|---|---|^| none | - |",
                "if role == \"admin\": x, userName == 'admin', name == 'mussel-raw', a.bucketName == b.bucketName",
                "<catalog xmlns=\"http://x.io/doc/2006-03-01/\"><Name>musselraw</Name>",
                "no-reply@sns.amazonaws.com has written",
                "Credential=test/20240126/us-east-1/sqs/aws4_request, SignedHeaders=host",
                "&X-Amz-Credential=1234%2Fus-west-1%2Frds-db%2Faws4_request&X-Amz-Date=20211116T171155Z",
                "role/permission-based access, a role/group-based one, src/role/RoleList and https://x.io/role/admin-7",
                "a log stream per-instance is made; the log group/stream pair",
                "{\"scope\": \"service:mussel-web\"}",
                "services:mussel-web"
            })
    void orNone(String text) {
        assertEquals(text.replace('^', '\n'), Texts.masked(text.replace('^', '\n')));
    }
}
