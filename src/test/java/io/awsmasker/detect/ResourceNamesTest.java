package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names in what only AWS reads: commands of its CLI, resources of Terraform, templates of CloudFormation. What the catalogue
 * does not know is somebody's there, too, whatever its type.
 */
class ResourceNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "aws --region eu-west-1 sns create-topic --name mussel-quay ~ aws --region eu-west-1 sns create-topic --name <SNS>",
                "aws --profile prod --no-cli-pager --output=json sns create-topic --name mussel ~ aws --profile prod --no-cli-pager --output=json sns create-topic --name <SNS>",
                "aws --debug --region eu-west-1 qldb create-ledger --name mussel ~ aws --debug --region eu-west-1 qldb create-ledger --name <RES>",
                "aws qldb describe-ledger --ledger-name mussel-books ~ aws qldb describe-ledger --ledger-name <RES>",
                "$ aws appflow stop-flow \\⏎  --region eu-west-1 \\⏎  --flow-name=drumlin-to-quay ~ $ aws appflow stop-flow \\⏎  --region eu-west-1 \\⏎  --flow-name=<RES>",
                "aws translate get-terminology --terminology-names 'mussel-words' quay-words --x ~ aws translate get-terminology --terminology-names '<RES>' <RES> --x",
                "aws glue get-schema --schema-name moorings ~ aws glue get-schema --schema-name <RES>",
                "aws iam get-role --role-name Managed-mussels ~ aws iam get-role --role-name <ROLE>",
                "aws iam get-role --role-name TLS-2030-quay ~ aws iam get-role --role-name <ROLE>",
                "aws iam delete-virtual-mfa-device --virtual-mfa-device-name ana-phone ~ aws iam delete-virtual-mfa-device --virtual-mfa-device-name <MFA>",
                "aws ssm get-parameter --name mussel-db-url ~ aws ssm get-parameter --name <RES>",
                "aws ssm get-parameters --names /mussel/db /mussel/cache ~ aws ssm get-parameters --names <SSMPARAM> <SSMPARAM>",
                "[\"aws\", \"sns\", \"create-topic\", \"--name\", \"mussel\"] ~ [\"aws\", \"sns\", \"create-topic\", \"--name\", \"<SNS>\"]",
                "run(['aws', 'qldb', 'create-ledger', '--name', 'mussel-books']) ~ run(['aws', 'qldb', 'create-ledger', '--name', '<RES>'])",
                "aws qldb create-ledger --cli-input-json '{\"Name\": \"mussel\", \"Tags\": [{\"Name\": \"not-this\"}]}' ~ aws qldb create-ledger --cli-input-json '{\"Name\": \"<RES>\", \"Tags\": [{\"Name\": \"not-this\"}]}'",
                "aws glue create-database --database-input Description=x,Name=mussel_books ~ aws glue create-database --database-input Description=x,Name=<GLUE>",
                "aws codepipeline create-pipeline --pipeline name=mussel-release,roleArn=x ~ aws codepipeline create-pipeline --pipeline name=<PIPELINE>,roleArn=x",
                "aws glue create-table --cli-input-json '{\"TableInput\": {\"Name\": \"mussel_books\"}}' ~ aws glue create-table --cli-input-json '{\"TableInput\": {\"Name\": \"<GLUE>\"}}'",
                "aws x y --cli-input-json \"{\\\"LedgerName\\\": \\\"mussel-books\\\"}\" ~ aws x y --cli-input-json \"{\\\"LedgerName\\\": \\\"<RES>\\\"}\"",
                "aws x y --cli-input-json '{\"names\": [\"mussel-a\", \"quay-b\"]}' ~ aws x y --cli-input-json '{\"names\": [\"<RES>\", \"<RES>\"]}'",
                "\"requestParameters\": {\"ledgerName\": \"mussel-books\", \"hostName\": \"mussel-host\"} ~ \"requestParameters\": {\"ledgerName\": \"<RES>\", \"hostName\": \"mussel-host\"}"
            })
    void standBehindOptionsOfTheCli(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run --name mussel-web nginx",
                "[\"docker\", \"run\", \"--name\", \"mussel-web\"]",
                "kubectl create ns --name mussel-web; helm install --name mussel-web --app-name mussel-web",
                "aws sts get-caller-identity && docker run --name mussel-web --app-name mussel-web",
                "aws s3 ls, then docker run --name mussel-web",
                "aws s3 ls\ndocker run --name mussel-web",
                "use aws to do things, and --theme-name dark-blue to see them",
                "In aws there are many ways (--theme-name dark-blue).",
                "aws cognito-idp create-user-pool --schema Name=boat-size,Mutable=true",
                "aws emr add-steps --steps Type=CUSTOM_JAR,Name=load-boats,Jar=x",
                "gst --pipeline name=video-one",
                "laws do it --ledger-name mussel-books",
                "aws x y-z --ledgername mussel-books",
                "velero install --provider aws --name main-loc",
                "docker run -e CLOUD=aws --name web-app nginx",
                "helm install --set provider=aws --namespace kube-system --name external-dns",
                "[\"--provider\", \"aws\", \"--name\", \"x-y\"]",
                "We use aws, docker run --name web-app",
                "aws, kubectl and helm tools: kubectl run --name foo-bar",
                "[\"aws\", \"ecs\", \"run-task\"], [\"docker\", \"run\", \"--name\", \"web-app\"]",
                "\"requestParameters\": {\"agentName\": \"amazon-ssm-agent\", \"pluginName\": \"analysis-icu\"}",
                "aws sqs receive-message --attribute-names All --message-attribute-names mussel-kind",
                "aws ecs execute-command --container-name web-app",
                "aws eks create-addon --addon-name vpc-cni",
                "aws rds create-option-group --engine-name oracle-ee",
                "aws apigateway get-stage --stage-name pre-prod",
                "aws cloudwatch get-metric-statistics --metric-name cpu-load --dimensions Name=Shore,Value=north-east",
                "aws ec2 describe-instances --filters Name=instance-type,Values=very-large Name=tag:Name,Values=mussel-web",
                "aws ec2 create-tags --tags Key=Name,Value=mussel-web",
                "aws ec2 describe-availability-zones --zone-names eu-west-1a",
                "aws account get-region-opt-status --region-name eu-west-1",
                "aws ssm get-document --name AWS-RunShellScript",
                "aws ssm get-document --name AWSEC2-ConfigureSTIG",
                "aws elb set-policies --policy-names ELBSecurityPolicy-TLS-1-2-2017-01",
                "aws transfer update-server --security-policy-name TransferSecurityPolicy-2024-01",
                "--cli-output-json '{\"Name\": \"mussel-books\"}'",
                "{\"mooringName\": \"mussel-books\"}"
            })
    void standNotBehindThoseOfOtherPrograms(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "resource \"aws_qldb_ledger\" \"q\" {⏎  name = \"mussel\"⏎} ~ resource \"aws_qldb_ledger\" \"q\" {⏎  name = \"<RES>\"⏎}",
                "  # aws_qldb_ledger.q will be created⏎  + resource \"aws_qldb_ledger\" \"q\" {⏎      + arn  = (known after apply)⏎      + name = \"mussel-books\"⏎    } ~ # aws_qldb_ledger.q will be created⏎  + resource \"aws_qldb_ledger\" \"q\" {⏎      + arn  = (known after apply)⏎      + name = \"<RES>\"⏎    }",
                "{\"type\": \"aws_qldb_ledger\", \"name\": \"q\", \"values\": {\"name\": \"mussel-books\", \"tags\": {\"name\": \"not-this\"}}} ~ {\"type\": \"aws_qldb_ledger\", \"name\": \"q\", \"values\": {\"name\": \"<RES>\", \"tags\": {\"name\": \"not-this\"}}}",
                "{\"address\": \"aws_qldb_ledger.q\", \"change\": {\"before\": null, \"after\": {\"name\": \"mussel-books\"}}} ~ {\"address\": \"aws_qldb_ledger.q\", \"change\": {\"before\": null, \"after\": {\"name\": \"<RES>\"}}}",
                "data \"aws_cloud9_environment\" \"q\" {⏎  name = \"mussel-desk\"⏎} ~ data \"aws_cloud9_environment\" \"q\" {⏎  name = \"<RES>\"⏎}",
                "resource \"aws_qldb_stream\" \"q\" {⏎  ledger_name = \"mussel-books\"⏎  stage_name  = \"pre-prod\"⏎} ~ resource \"aws_qldb_stream\" \"q\" {⏎  ledger_name = \"<RES>\"⏎  stage_name  = \"pre-prod\"⏎}",
                "resource \"aws_apigatewayv2_api\" \"q\" {⏎  name = \"mussel-api\"⏎} ~ resource \"aws_apigatewayv2_api\" \"q\" {⏎  name = \"<RES>\"⏎}",
                "resource \"aws_ssm_parameter\" \"q\" {⏎  name = \"mussel-db-url\"⏎} ~ resource \"aws_ssm_parameter\" \"q\" {⏎  name = \"<RES>\"⏎}",
                "resource \"aws_ssm_parameter\" \"q\" {⏎  name = \"/mussel/db\"⏎} ~ resource \"aws_ssm_parameter\" \"q\" {⏎  name = \"<SSMPARAM>\"⏎}",
                "resource \"aws_ecs_task_definition\" \"q\" {⏎  container_definitions = jsonencode([{⏎    name = \"side-car\"⏎  }])⏎  family = \"mussel-web\"⏎} ~ resource \"aws_ecs_task_definition\" \"q\" {⏎  container_definitions = jsonencode([{⏎    name = \"side-car\"⏎  }])⏎  family = \"<ECS>\"⏎}"
            })
    void standInResourcesOfTerraform(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"google_sql_database_instance\" \"q\" {\n  name = \"mussel-web\"\n}",
                "resource \"azurerm_resource_group\" \"q\" {\n  name = \"mussel-web\"\n  server_name = \"mussel-web\"\n}",
                "resource \"kubernetes_namespace\" \"q\" {\n  metadata {\n    name = \"mussel-web\"\n  }\n}",
                "resource \"helm_release\" \"q\" {\n  name = \"mussel-web\"\n}",
                "module \"quay\" {\n  name = \"mussel-web\"\n  source = \"../quay\"\n}",
                "variable \"name\" {\n  default = \"mussel-web\"\n}",
                "output \"ledger\" {\n  value = aws_qldb_ledger.q.name\n  name = \"mussel-web\"\n}",
                "resource \"aws_qldb_ledger\" \"q\" {\n  name = var.name\n  tags = {\n    name = \"mussel-web\"\n  }\n  setting {\n    name = \"some-setting\"\n  }\n  dynamic \"other\" {\n    for_each = x\n    content {\n      name = \"some-other\"\n    }\n  }\n}",
                "data \"aws_region\" \"q\" {\n  name = \"eu-west-1\"\n}",
                "data \"aws_availability_zone\" \"q\" {\n  name = \"eu-west-1a\"\n}",
                "data \"aws_cloudfront_cache_policy\" \"q\" {\n  name = \"Managed-CachingOptimized\"\n}",
                "data \"aws_iam_policy\" \"q\" {\n  name = \"AdministratorAccess\"\n}",
                "data \"aws_ami\" \"q\" {\n  filter {\n    name = \"virtualization-type\"\n  }\n}",
                "data \"aws_ec2_managed_prefix_list\" \"q\" {\n  name = \"com.amazonaws.global.cloudfront.origin-facing\"\n}",
                "resource \"aws_ecs_account_setting_default\" \"q\" {\n  name = \"container-insights\"\n}",
                "resource \"aws_guardduty_detector_feature\" \"q\" {\n  name = \"S3_DATA_EVENTS\"\n}",
                "[{\"type\": \"aws_s3_bucket\", \"values\": {\"id\": 7}}, {\"type\": \"kubernetes_service\", \"values\": {\"name\": \"nginx-svc\"}}]",
                "{\"type\": \"aws_guardduty_detector_feature\", \"values\": {\"name\": \"S3_DATA_EVENTS\"}}",
                "resource \"aws_cloudwatch_log_metric_filter\" \"q\" {\n  metric_transformation {\n    name = \"error-count\"\n  }\n}",
                "the aws_qldb_ledger has a name = \"mussel-books\"",
                "\"aws_qldb_ledger\": {\"attributes\": {\"name\": {\"description\": \"some-thing\"}}}"
            })
    void standNotInThoseOfOthers(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "Resources:⏎  Books:⏎    Type: AWS::QLDB::Ledger⏎    DependsOn: Quay⏎    Properties:⏎      Name: mussel-books⏎      PermissionsMode: all-in⏎      Tags:⏎        - Key: Name⏎          Value: mussel-web⏎      Other:⏎        Name: not-this~ Resources:⏎  Books:⏎    Type: AWS::QLDB::Ledger⏎    DependsOn: Quay⏎    Properties:⏎      Name: <RES>⏎      PermissionsMode: all-in⏎      Tags:⏎        - Key: Name⏎          Value: mussel-web⏎      Other:⏎        Name: not-this",
                "  Job:⏎    Type: 'AWS::Glue::Job'⏎    Properties:⏎      Command:⏎        Name: glue-etl⏎      Name: mussel-load ~ Job:⏎    Type: 'AWS::Glue::Job'⏎    Properties:⏎      Command:⏎        Name: glue-etl⏎      Name: <GLUE>",
                "  Rule:⏎    Type: AWS::Events::Rule⏎    Properties:⏎      Name: mussel-tide ~ Rule:⏎    Type: AWS::Events::Rule⏎    Properties:⏎      Name: <EVENTRULE>",
                "  Flow:⏎    Type: AWS::AppFlow::Flow⏎    Properties:⏎      FlowName: !Sub mussel-flow-${AWS::Region} ~ Flow:⏎    Type: AWS::AppFlow::Flow⏎    Properties:⏎      FlowName: !Sub <RES>-${AWS::Region}",
                "  Url:⏎    Type: AWS::SSM::Parameter⏎    Properties:⏎      Name: /mussel/url ~ Url:⏎    Type: AWS::SSM::Parameter⏎    Properties:⏎      Name: <SSMPARAM>",
                "{\"Books\": {\"Type\": \"AWS::QLDB::Ledger\", \"Properties\": {\"Name\": \"mussel-books\", \"Tags\": [{\"Name\": \"not-this\"}]}}} ~ {\"Books\": {\"Type\": \"AWS::QLDB::Ledger\", \"Properties\": {\"Name\": \"<RES>\", \"Tags\": [{\"Name\": \"not-this\"}]}}}",
                "{⏎  \"Type\": \"AWS::AppFlow::Flow\",⏎  \"DependsOn\": \"x\",⏎  \"Properties\": {⏎    \"FlowName\": \"mussel-flow\",⏎    \"MetricName\": \"cpu-load\"⏎  }⏎} ~ {⏎  \"Type\": \"AWS::AppFlow::Flow\",⏎  \"DependsOn\": \"x\",⏎  \"Properties\": {⏎    \"FlowName\": \"<RES>\",⏎    \"MetricName\": \"cpu-load\"⏎  }⏎}",
                "\"{\\\"Type\\\": \\\"AWS::QLDB::Ledger\\\", \\\"Properties\\\": {\\\"Name\\\": \\\"mussel-books\\\"}}\" ~ \"{\\\"Type\\\": \\\"AWS::QLDB::Ledger\\\", \\\"Properties\\\": {\\\"Name\\\": \\\"<RES>\\\"}}\""
            })
    void standInTemplatesOfCloudFormation(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  Www:\n    Type: AWS::Route53::RecordSet\n    Properties:\n      Name: www-mussel\n",
                "  Wait:\n    Type: Custom::Thing\n    Properties:\n      Name: not-this\n",
                "  Books:\n    Type: AWS::QLDB::Ledger\n  Wait:\n      Type: Custom::Thing\n      Properties:\n        Name: not-this\n",
                "  Agg:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n        - Name: side-car\n          Image: quay\n",
                "  Opt:\n    Type: AWS::RDS::OptionGroup\n    Properties:\n      EngineName: oracle-ee\n",
                "{\"Type\": \"Custom::Thing\", \"Properties\": {\"Name\": \"not-this\"}}",
                "  Up:\n    Type: AWS::SNS::Topic\n  Wait:\n    Type: Custom::Thing\n    Properties:\n      Name: not-this\n",
                "  Up:\n    Type: AWS::SNS::Topic\n    Properties:\n      Fifo: true\n  Of:\n    Properties:\n      Name: not-this\n",
                "{\"Up\": {\"Type\": \"AWS::SNS::Topic\"}, \"Wait\": {\"Properties\": {\"Name\": \"not-this\"}, \"Type\": \"Custom::Thing\"}}",
                "{\"Up\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {}}, \"Of\": {\"Properties\": {\"Name\": \"not-this\"}}}",
                "{\"Type\": \"AWS::Route53::RecordSet\", \"Properties\": {\"Name\": \"www-mussel\"}}",
                "{\"type\": \"object\", \"Properties\": {\"Name\": \"not-this\"}}",
                "kind: Deployment\nmetadata:\n  name: mussel-web\nspec:\n  serverName: mussel-web\n",
                "name: mussel-build\non: push\njobs:\n  build-it:\n    name: build-and-test\n    steps:\n      - name: check-out\n        with:\n          artifact-name: mussel-web\n",
                "services:\n  web:\n    container_name: mussel-web\n    hostname: mussel-host\n",
                "{\"name\": \"mussel-web\", \"displayName\": \"mussel-web\", \"version\": \"1.2.3\"}"
            })
    void standNotInOtherDocuments(String text) {
        assertEquals(text, Texts.masked(text));
    }

    private static void assertMasked(String masked, String text) {
        assertEquals(lines(masked), Texts.masked(lines(text)));
    }

    private static String lines(String text) {
        return text.replace("⏎", "\n");
    }
}
