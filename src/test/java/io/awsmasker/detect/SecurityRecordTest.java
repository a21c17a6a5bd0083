package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What services and tools of security and operations write: events of services, audits, firewalls, boot scripts, queries. */
class SecurityRecordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "service mussel-web has reached a steady state.¦service <ECS> has reached a steady state.",
                "service mussel-web was unable to place a task because¦service <ECS> was unable to place a task because",
                "service mussel-web has started 2 tasks: task x¦service <ECS> has started 2 tasks: task x",
                "service mussel-web is unable to consistently start tasks¦service <ECS> is unable to consistently start tasks",
                "service mussel-web has begun draining connections on 1 tasks.¦service <ECS> has begun draining connections on 1 tasks.",
                "(service harbour) has reached a steady state.¦(service <ECS>) has reached a steady state.",
                "\"(service harbour) has stopped 1 running tasks: (task x).\"¦\"(service <ECS>) has stopped 1 running tasks: (task x).\"",
                "(service harbour_web) registered 1 targets in¦(service <ECS>) registered 1 targets in",
                "(service harbour) (instance i-0abc12345678901de) (port 80) is unhealthy¦(service <ECS>) (instance <EC2>) (port 80) is unhealthy",
                "(service harbour, taskSet ecs-svc/42) has begun draining¦(service <ECS>, taskSet ecs-svc/42) has begun draining"
            })
    void nameServicesOfEcs(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The service self-test has started to fail",
                "the service front-desk was closed",
                "our service well-known has stopped working",
                "(service layer) has been refactored",
                "(service worker) was unable to cache",
                "the service rate-limiter was unable to keep up",
                "service load-shedder has stopped 3 jobs",
                "our service desk-bot registered 5 users",
                "(service mesh) is unhealthy at times",
                "a thin (service layer), which has tests",
                "(service) has reached its limits",
                "[mussel-web] was unable to place"
            })
    void nameNoOtherServices(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
                "\"Name\": \"/aws/service/eks/optimized-ami/1.30/amazon-linux-2/recommended/image_id\"",
                "parameter: /aws/service/ecs/optimized-ami/amazon-linux-2/recommended",
                "parameter_name = \"/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id\"",
                "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2}}",
                "`/aws/service/global-infrastructure/regions/eu-west-1/services`",
                "aws ssm get-parameter --name /aws/service/bottlerocket/aws-k8s-1.30/x86_64/latest/image_id"
            })
    void leaveTheParametersThatAwsPublishes(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "/aws/services/mussel-web¦<LOGGROUP>",
                "log group /aws/service-logs/mussel-web¦log group <LOGGROUP>",
                "{\"terminatingRuleId\":\"mussel-block-bots\",\"terminatingRuleType\":\"REGULAR\"}¦{\"terminatingRuleId\":\"<RES>\",\"terminatingRuleType\":\"REGULAR\"}",
                "{\\\"terminatingRuleId\\\": \\\"BlockScrapers\\\"}¦{\\\"terminatingRuleId\\\": \\\"<RES>\\\"}",
                "{\"ruleId\":\"mussel-count-bots\",\"action\":\"COUNT\"}¦{\"ruleId\":\"<RES>\",\"action\":\"COUNT\"}",
                "{\\\"ruleId\\\":\\\"count-Bots\\\",\\\"action\\\":\\\"BLOCK\\\"}¦{\\\"ruleId\\\":\\\"<RES>\\\",\\\"action\\\":\\\"BLOCK\\\"}",
                "\"ruleId\": \"mussel-captcha\", \"action\": \"CAPTCHA\"¦\"ruleId\": \"<RES>\", \"action\": \"CAPTCHA\""
            })
    void nameRulesOfFirewalls(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"terminatingRuleId\":\"Default_Action\",\"action\":\"ALLOW\"}",
                "{\"terminatingRuleId\":\"AWS-AWSManagedRulesCommonRuleSet\"}",
                "{\"ruleId\":\"no-unused-vars\",\"severity\":2}",
                "{\"ruleId\": \"no-eval\", \"level\": \"error\", \"action\": \"fix\"}",
                "{\"ruleId\":\"SizeRestrictions_BODY\",\"action\":\"BLOCK\"}",
                "{\"ruleId\":\"CrossSiteScripting_QUERYARGUMENTS\",\"action\":\"COUNT\"}",
                "ruleId: no-unused-vars"
            })
    void nameNoRulesOfOthers(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "i-0abc12345678901de (mussel-web)¦<EC2> (<EC2>)",
                "sg-0abc12345678901de (mussel-web-7) allows¦<SG> (<SG>) allows",
                "- `vpc-0abc12345678901de` (mussel-prod)¦- `<VPC>` (<VPC>)",
                "Account 897355541743 (mussel-prod)¦Account <ACCOUNT> (<RES>)",
                "897355541743 (\"mussel-prod\")¦<ACCOUNT> (\"<RES>\")",
                "instance mussel-web-7 (i-0abc12345678901de)¦instance <RES> (<EC2>)",
                "* mussel-node-blue (i-0abc12345678901de)¦* <EC2> (<EC2>)",
                "\"mussel-web-7 (sg-0abc12345678901de)\"¦\"<SG> (<SG>)\"",
                "lantern7-large (i-0abc12345678901de)¦<EC2> (<EC2>)",
                "x86-quay-7 (i-0abc12345678901de)¦<EC2> (<EC2>)",
                "lantern-sg (sg-0abc12345678901de)¦<SG> (<SG>)",
                "quay-vpc (vpc-0abc12345678901de)¦<VPC> (<VPC>)"
            })
    void nameWhatAnIdBelongsTo(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "i-0abc12345678901de (on-demand)¦<EC2> (on-demand)",
                "i-0abc12345678901de (eu-west-1a)¦<EC2> (eu-west-1a)",
                "i-0abc12345678901de (shutting-down)¦<EC2> (shutting-down)",
                "i-0abc12345678901de (pending-reboot)¦<EC2> (pending-reboot)",
                "i-0abc12345678901de (t3.large)¦<EC2> (t3.large)",
                "i-0abc12345678901de (read-only)¦<EC2> (read-only)",
                "ami-0abc12345678901de (amazon-linux-2)¦<AMI> (amazon-linux-2)",
                "subnet-0abc12345678901de (us-east-1)¦<SUBNET> (us-east-1)",
                "vpc-0abc12345678901de (in-use) and¦<VPC> (in-use) and",
                "897355541743 (us-gov-west-1)¦<ACCOUNT> (us-gov-west-1)",
                "897355541743 (pay-as-you-go)¦<ACCOUNT> (pay-as-you-go)",
                "the bastion-host (i-0abc12345678901de)¦the bastion-host (<EC2>)",
                "is read-only (i-0abc12345678901de)¦is read-only (<EC2>)",
                "in eu-west-1 (vpc-0abc12345678901de)¦in eu-west-1 (<VPC>)",
                "t3.large (i-0abc12345678901de)¦t3.large (<EC2>)",
                "i-0abc12345678901de (x86-64)¦<EC2> (x86-64)",
                "a last-msg (sg-0abc12345678901de)¦a last-msg (<SG>)",
                "a left-right (sg-0abc12345678901de)¦a left-right (<SG>)",
                "on 2024-05-06 (i-0abc12345678901de)¦on 2024-05-06 (<EC2>)",
                "out-of-the-box (sg-0abc12345678901de)¦out-of-the-box (<SG>)"
            })
    void nameNoStatesBesideIds(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "2 existing nodegroup(s) (mussel-a,mussel-b) will be excluded¦2 existing nodegroup(s) (<NODEGROUP>,<NODEGROUP>) will be excluded",
                "1 nodegroup(s) (mussel) was included¦1 nodegroup(s) (<NODEGROUP>) was included",
                "/etc/eks/bootstrap.sh mussel --kubelet-extra-args¦/etc/eks/bootstrap.sh <CLUSTER> --kubelet-extra-args",
                "/etc/eks/bootstrap.sh mussel  --b64-cluster-ca x¦/etc/eks/bootstrap.sh <CLUSTER>  --b64-cluster-ca x",
                "/etc/eks/bootstrap.sh 'mussel-prod' \\¦/etc/eks/bootstrap.sh '<CLUSTER>' \\",
                "json_extract_scalar(requestparameters, '$.roleName') = 'mussel-deploy'¦json_extract_scalar(requestparameters, '$.roleName') = '<ROLE>'",
                "JSON_EXTRACT(x, '$.bucketName')='mussel'¦JSON_EXTRACT(x, '$.bucketName')='<BUCKET>'"
            })
    void nameInScriptsLogsAndQueries(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"logStream\":\"2024/05/06/[$LATEST]0abc123412ab34cd56ef1234567890ab\",\"day\":\"2024/05/06\"}¦{\"logStream\":\"2024/05/06/[$LATEST]<LOGSTREAM>\",\"day\":\"2024/05/06\"}",
                "AWS_LAMBDA_LOG_STREAM_NAME=2024/05/06/[7]0abc123412ab34cd56ef1234567890ab on 2024/05/06¦AWS_LAMBDA_LOG_STREAM_NAME=2024/05/06/[7]<LOGSTREAM> on 2024/05/06",
                "SessionId: gudrun-0abc12345678901de¦SessionId: <SESSION>",
                "[gudrun.quay-0abc12345678901de] closed¦[<SESSION>] closed",
                "\"sessionId\":\"ana@quay.io-0abc12345678901de\"¦\"sessionId\":\"<SESSION>\"",
                "in account mussel-prod (897355541743)¦in account <RES> (<ACCOUNT>)",
                "| contains: 'assumed-role/LanternDeploy'¦| contains: 'assumed-role/<ROLE>'",
                "*:assumed-role/lantern-deploy/*¦*:assumed-role/<ROLE>/*",
                "aws.s3.bucket.name: \"mussel-x\"¦aws.s3.bucket.name: \"<BUCKET>\"",
                "{\"kubernetes.cluster.name\":\"mussel-x\"}¦{\"kubernetes.cluster.name\":\"<CLUSTER>\"}",
                "\"awsAccountName\":\"mussel-prod\"¦\"awsAccountName\":\"<RES>\"",
                "{\"ElastiCache:FailoverComplete\":\"mussel-001\"}¦{\"ElastiCache:FailoverComplete\":\"<ELASTICACHE>\"}",
                "{\\\"ElastiCache:CacheNodeReplaceComplete\\\":\\\"mussel\\\"}¦{\\\"ElastiCache:CacheNodeReplaceComplete\\\":\\\"<ELASTICACHE>\\\"}",
                "{\"OwnerId\":\"9f1c7e20b64d8a35f0e19b27c3d5a4861b7e9f02c4d6835a7e10f2b94c6d8e31\"}¦{\"OwnerId\":\"<CANONICALID>\"}",
                "resource \"aws_macie2_classification_job\" \"this\" {name = \"mussel-people\"}¦resource \"aws_macie2_classification_job\" \"this\" {name = \"<GUARDDUTY>\"}",
                "the change set mussel-cs-9 failed¦the change set <STACK> failed"
            })
    void nameInEventsAndAlerts(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logStream: 2024/05/06",
                "commit fix-0abc1234567890 and x-01234567890123456",
                "build-0abc12345678901def",
                "the assumed-role/session pair",
                "assumed-role/*",
                "arn:aws:sts::account:assumed-role/role-name/role-session-name",
                "assumed-role/${RoleName}",
                "user.name = \"gudrun\"",
                "self.table.name = name",
                "module.bucket.name",
                "the file.name: read-only",
                "accountName: checking-plus",
                "user.name: \"code-reviewer\"",
                "\"OwnerId\": \"self\"",
                "the change set shows a replacement",
                "a change-set is made"
            })
    void nameNothingElseInThem(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 file(s) (mussel-a,mussel-b) will be excluded",
                "/etc/eks/bootstrap.sh ${ClusterName} --x",
                "/etc/eks/bootstrap.sh $CLUSTER_NAME",
                "/etc/eks/bootstrap.sh --help",
                "/etc/eks/bootstrap.sh is missing: no such file",
                "./bootstrap.sh mussel --fast",
                "assertThat(json, '$.size') = 'large'",
                "awscli 2.15.30.1",
                "aws-cli 2.13.0.1 on linux",
                "Chrome 120.0.6.0 and Firefox 1.2.3.4",
                "amazon-ssm-agent 3.3.131.0",
                "SSM agent 3.3.131.0 is running",
                "nginx 1.21.6.1, OpenJDK 17.0.9.11",
                "cvv 181-4325-99",
                "cvc: 123-4567"
            })
    void leaveVersionsAndNumbers(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "host 52.18.3.86¦host <IPV4>",
                "agent 52.18.3.86 connected¦agent <IPV4> connected",
                "nginx 52.18.3.86¦nginx <IPV4>",
                "resolver 8.8.8.8¦resolver <IPV4>",
                "cvv 181, then¦cvv <CVV>, then",
                "cvv 181 - paid¦cvv <CVV> - paid"
            })
    void findAddressesAndNumbersAllTheSame(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }
}
