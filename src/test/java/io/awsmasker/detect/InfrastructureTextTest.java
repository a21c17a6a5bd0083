package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What describes an infrastructure: Terraform, Packer, CloudFormation, Kubernetes and the commands that apply it. */
class InfrastructureTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource \"aws_dynamodb_table\" \"quay\" {\n  attribute {\n    name = \"MooringId\"\n    type = \"S\"\n  }\n}",
                "  + resource \"aws_dynamodb_table\" \"quay\" {\n      + attribute {\n          + name = \"MooringId\"\n        }\n    }",
                "resource \"aws_s3_bucket\" \"quay\" {\n  lifecycle_rule {\n    id = \"expire-after-30-days\"\n  }\n}",
                "resource \"aws_db_parameter_group\" \"quay\" {\n  parameter {\n    name  = \"log_connections\"\n    value = \"on-error\"\n  }\n}",
                "resource \"aws_codepipeline\" \"quay\" {\n  stage {\n    name = \"Deploy-Quay\"\n    action {\n      name = \"fetch-code\"\n    }\n  }\n}",
                "resource \"aws_autoscaling_group\" \"quay\" {\n\ttag {\n\t\tkey = \"Stage\"\n\t\tvalue = \"pre-prod\"\n\t}\n}",
                "\"subnet_id\": \"{{user `subnet_id`}}\"",
                "\"profile\": \"{{ user `build_profile` }}\"",
                "user: \"1000:1000\"",
                "user: 1001",
                "ssh_username = \"ubuntu\"",
                "variable \"ssh_username\" {\n  default = \"ubuntu\"\n}",
                "remote_user: centos",
                "Parameters:\n  Stage:\n    Type: String\n    Default: pre-prod",
                "properties:\n  role:\n    type: string\n    default: viewer-2",
                "properties:\n  user:\n    type: string\n    default: \"nobody-else\"",
                "clusterName:\n  type: string\n  description: the-name-of-it\n",
                "paths:\n  bucket:\n    get:\n      default: not-found\n",
                "the state has module.store.aws_s3_bucket.raw in-it",
                "* aws_s3_bucket.a: Error creating S3 bucket: BucketAlreadyExists: The requested bucket name is not available",
                "deleting the queue: QueueDoesNotExist: there is none",
                "code=Code(bucket=lambda_code_bucket, key=1)",
                "new Site(this, 'x', { bucket: artifactBucket, queue: deadLetterQueue })",
                "put(table=orders_table)",
                "The important target group: well-known people",
                "Log group: the one of it",
                "service: web-api\nimage: node",
                "service: web-api\nprovider:\n  name: google",
                "service: web-api\nprovider:\n  name: aws-like",
                "bucket_policy:\n  name: read-only\n",
                "   aws_s3_bucket.lamps some-thing",
                " = aws_s3_bucket.lamps",
                "to = aws_s3_bucket.lamps",
                "remoteRef: origin-main",
                "cacheKey:\n  key: some-key-of-it",
                "extract:\n  columns: some-of-them",
                "{\"extract\": {\"from\": \"some-where\"}}",
                "{\"objectName\": \"report-2024.csv\", \"objectType\": \"file\"}",
                "kind: Deployment\nmetadata:\n  name: quay-web",
                "font: {\"family\": \"sans-serif\"}",
                "font-family: ui-monospace",
                "resource \"aws_db_parameter_group\" \"q\" {\n  family = \"aurora-postgresql14\"\n}",
                "\"family\": \"docdb5-0\", \"profileName\": \"video-transcode-hd\"",
                "cargo build --profile release-lto",
                "aws s3 ls --profile prod",
                "export AWS_PROFILE='aws-user'",
                "[profile dev-user]",
                "[profile default]\nregion = eu-west-1",
                "ECS_CLUSTER: the one of 2024 # see there",
                "- aws_s3_bucket.a\n- aws_s3_bucket.b\n\n--plan aws_s3_bucket.c",
                "moved {\n  from = aws_s3_bucket.a\n  to = aws_s3_bucket.b\n}\nid = \"something-else\""
            })
    void staysReadable(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "resource \"aws_iam_role\" \"q\" {\\n  inline_policy {\\n    name = \"quay-read\"\\n  }\\n  name = \"quay-role\"\\n} ~ resource \"aws_iam_role\" \"q\" {\\n  inline_policy {\\n    name = \"<POLICY>\"\\n  }\\n  name = \"<ROLE>\"\\n}",
                "resource \"aws_launch_template\" \"q\" {\\n  iam_instance_profile {\\n    name = \"quay-profile\"\\n  }\\n} ~ resource \"aws_launch_template\" \"q\" {\\n  iam_instance_profile {\\n    name = \"<INSTPROF>\"\\n  }\\n}",
                "resource \"aws_dynamodb_table\" \"q\" {\\n  attribute {\\n    name = \"MooringId\"\\n  }\\n  name = \"quay-moorings\"\\n} ~ resource \"aws_dynamodb_table\" \"q\" {\\n  attribute {\\n    name = \"MooringId\"\\n  }\\n  name = \"<DDB>\"\\n}",
                "level=info bucket=lantern_logs_bucket, key=x ~ level=info bucket=<BUCKET>, key=x",
                "role=DeployRole, host=a ~ role=<ROLE>, host=a",
                "the user `lantern-ci` signs in ~ the user `<IAMUSER>` signs in",
                "user: \"lantern-7\" ~ user: \"<IAMUSER>\""
            })
    void keepsItsNamesHidden(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Parameters:\\n  BucketName:\\n    Type: String\\n    Default: quay-lamps ~ Parameters:\\n  BucketName:\\n    Type: String\\n    Default: <BUCKET>",
                "Parameters:\\n  TableName:\\n    Default: Moorings\\n    Description: where boats lie\\n    Type: String ~ Parameters:\\n  TableName:\\n    Default: <DDB>\\n    Description: where boats lie\\n    Type: String",
                "Parameters:\\n  Bucket:\\n    Default: \"quay-lamps\"\\n    Type: String\\n ~ Parameters:\\n  Bucket:\\n    Default: \"<BUCKET>\"\\n    Type: String\\n",
                "\"Parameters\": {\"RoleName\": {\"Type\": \"String\", \"Default\": \"QuayDeployer\"}} ~ \"Parameters\": {\"RoleName\": {\"Type\": \"String\", \"Default\": \"<ROLE>\"}}",
                "inputs:\\n  ecr_repository:\\n    description: where it goes\\n    required: true\\n    default: quay/web\\n ~ inputs:\\n  ecr_repository:\\n    description: where it goes\\n    required: true\\n    default: <ECR>\\n",
                "Parameters:\\n  BucketName:\\n    Type: String\\n    Default: quay-lamps\\n  Stage:\\n    Default: pre-prod\\n ~ Parameters:\\n  BucketName:\\n    Type: String\\n    Default: <BUCKET>\\n  Stage:\\n    Default: pre-prod\\n"
            })
    void holdsNamesAsDefaultsOfItsParameters(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "terraform import -lock=false module.store.aws_s3_bucket.raw quay-lamps ~ terraform import -lock=false module.store.aws_s3_bucket.raw <BUCKET>",
                "echo \"terraform import --allow-missing-config aws_lb.front quay-front\" ~ echo \"terraform import --allow-missing-config aws_lb.front <ELB>\"",
                "terraform import -var-file=prod.tfvars \"module.db.aws_dynamodb_table.main\" \"quay-moorings\" ~ terraform import -var-file=prod.tfvars \"module.db.aws_dynamodb_table.main\" \"<DDB>\"",
                "tofu import \"aws_iam_role.deploy\" quay-deploy ~ tofu import \"aws_iam_role.deploy\" <ROLE>",
                "terragrunt import 'aws_iam_role.deploy[\"a\"]' quay-deploy ~ terragrunt import 'aws_iam_role.deploy[\"a\"]' <ROLE>",
                "import {\\n  to = aws_s3_bucket.lamps\\n  id = \"quay-lamps\"\\n} ~ import {\\n  to = aws_s3_bucket.lamps\\n  id = \"<BUCKET>\"\\n}",
                "import {\\n  id = \"quay-lamps\"\\n  to = aws_s3_bucket.lamps\\n} ~ import {\\n  id = \"<BUCKET>\"\\n  to = aws_s3_bucket.lamps\\n}",
                "import {\\n    to       = module.iam.aws_iam_role.deploy\\n    id       = \"quay-deploy\"\\n} ~ import {\\n    to       = module.iam.aws_iam_role.deploy\\n    id       = \"<ROLE>\"\\n}"
            })
    void takesUpWhatExists(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "apiVersion: external-secrets.io/v1\\nkind: ExternalSecret\\nspec:\\n  data:\\n  - remoteRef:\\n      key: quay-web/db\\n      property: password\\n    secretKey: password ~ apiVersion: external-secrets.io/v1\\nkind: ExternalSecret\\nspec:\\n  data:\\n  - remoteRef:\\n      key: <SECRETNAME>\\n      property: password\\n    secretKey: password",
                "  data:\\n    - secretKey: DB_HOST\\n      remoteRef:\\n        conversionStrategy: Default\\n        key: quay-db\\n        property: host ~ data:\\n    - secretKey: DB_HOST\\n      remoteRef:\\n        conversionStrategy: Default\\n        key: <SECRETNAME>\\n        property: host",
                "spec:\\n  dataFrom:\\n  - extract:\\n      key: \"prod/quay\" ~ spec:\\n  dataFrom:\\n  - extract:\\n      key: \"<SECRETNAME>\"",
                "{\"secretKey\": \"A\", \"remoteRef\": {\"key\": \"quay/db\", \"property\": \"a\"}} ~ {\"secretKey\": \"A\", \"remoteRef\": {\"key\": \"<SECRETNAME>\", \"property\": \"a\"}}",
                "kind: SecretProviderClass\\nspec:\\n  parameters:\\n    objects: |\\n      - objectName: \"quay-db\"\\n        objectType: \"secretsmanager\"\\n      - objectName: /quay/lamp\\n        objectType: ssmparameter ~ kind: SecretProviderClass\\nspec:\\n  parameters:\\n    objects: |\\n      - objectName: \"<SECRETNAME>\"\\n        objectType: \"secretsmanager\"\\n      - objectName: <SSMPARAM>\\n        objectType: ssmparameter",
                "\"objects\": [{\"objectName\": \"quay-db\", \"objectType\": \"secretsmanager\"}] ~ \"objects\": [{\"objectName\": \"<SECRETNAME>\", \"objectType\": \"secretsmanager\"}]",
                "apiVersion: eksctl.io/v1alpha5\\nkind: ClusterConfig\\n\\nmetadata:\\n  name: harbour\\n  region: eu-west-1 ~ apiVersion: eksctl.io/v1alpha5\\nkind: ClusterConfig\\n\\nmetadata:\\n  name: <CLUSTER>\\n  region: eu-west-1",
                "{\"kind\": \"ClusterConfig\", \"apiVersion\": \"eksctl.io/v1alpha5\", \"metadata\": {\"name\": \"quay-blue\", \"region\": \"eu-west-1\"}} ~ {\"kind\": \"ClusterConfig\", \"apiVersion\": \"eksctl.io/v1alpha5\", \"metadata\": {\"name\": \"<CLUSTER>\", \"region\": \"eu-west-1\"}}",
                "kind: ClusterConfig\\nmetadata:\\n  region: eu-west-1\\n  name: \"harbour\" ~ kind: ClusterConfig\\nmetadata:\\n  region: eu-west-1\\n  name: \"<CLUSTER>\"",
                "fargateProfiles:\\n  - name: fp-quay\\n    selectors:\\n      - namespace: web ~ fargateProfiles:\\n  - name: <NODEGROUP>\\n    selectors:\\n      - namespace: web",
                "    ssh:\\n      allow: true\\n      publicKeyName: quaykey ~ ssh:\\n      allow: true\\n      publicKeyName: <KEYPAIR>",
                "tags:\\n    karpenter.sh/discovery: quay-blue ~ tags:\\n    karpenter.sh/discovery: <CLUSTER>",
                "\"karpenter.sh/discovery\" = \"quay-blue\" ~ \"karpenter.sh/discovery\" = \"<CLUSTER>\""
            })
    void saysInKubernetesWhatAnObjectIsCalled(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "env:\\n  ECR_REPOSITORY: lantern # the name of it\\n  ECS_CLUSTER: harbour   # set this ~ env:\\n  ECR_REPOSITORY: <ECR> # the name of it\\n  ECS_CLUSTER: <CLUSTER>   # set this",
                "{\"family\": \"quay-web\", \"networkMode\": \"awsvpc\"} ~ {\"family\": \"<ECS>\", \"networkMode\": \"awsvpc\"}",
                "resource \"aws_ecs_task_definition\" \"q\" {\\n  family = \"quay-web\"\\n} ~ resource \"aws_ecs_task_definition\" \"q\" {\\n  family = \"<ECS>\"\\n}",
                "aws s3 ls --profile quay-prod ~ aws s3 ls --profile <RES>",
                "[profile quay-prod]\\nsource_profile = quay-main\\nregion = eu-west-1 ~ [profile <RES>]\\nsource_profile = <RES>\\nregion = eu-west-1",
                "[sso-session quay-dev]\\n[profile x]\\nsso_session = quay-dev ~ [sso-session <RES>]\\n[profile x]\\nsso_session = <RES>",
                "export AWS_PROFILE=quay-prod ~ export AWS_PROFILE=<RES>",
                "AWS_DEFAULT_PROFILE=quay-prod terraform plan ~ AWS_DEFAULT_PROFILE=<RES> terraform plan",
                "env:\\n  - name: S3_BUCKET\\n    value: quay-lamps\\n  - name: LAMP_MODE\\n    value: very-bright\\n  - name: TABLE_NAME\\n    value: quay-moorings ~ env:\\n  - name: S3_BUCKET\\n    value: <BUCKET>\\n  - name: LAMP_MODE\\n    value: very-bright\\n  - name: TABLE_NAME\\n    value: <DDB>",
                "ParameterKey=InBucket,ParameterValue=quaylamps ParameterKey=InKey,ParameterValue=code-2.zip ParameterKey=OutBucket,ParameterValue=quaynets ~ ParameterKey=InBucket,ParameterValue=<BUCKET> ParameterKey=InKey,ParameterValue=code-2.zip ParameterKey=OutBucket,ParameterValue=<BUCKET>"
            })
    void namesItInSettings(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "- CloudWatch log group: `/ecs/quay-app` ~ - CloudWatch log group: `<LOGGROUP>`",
                "Log group: /quay/web ~ Log group: <LOGGROUP>",
                "**State machine**: quay-flow ~ **State machine**: <SFN>",
                "* Target group: quay-tg ~ * Target group: <ELB>",
                "* Load Balancer: `quay-alb` ~ * Load Balancer: `<ELB>`",
                "Task definition: quay-task ~ Task definition: <ECS>",
                "Node group: quay-nodes ~ Node group: <NODEGROUP>",
                "Security group: quay-web ~ Security group: <GROUPNAME>",
                "service: quay-web-api\\nframeworkVersion: \"3\"\\nprovider:\\n  name: aws\\n  runtime: nodejs18.x ~ service: <STACK>\\nframeworkVersion: \"3\"\\nprovider:\\n  name: aws\\n  runtime: nodejs18.x",
                "service:\\n  name: quay-web-api\\nprovider:\\n  stage: dev\\n  name: aws ~ service:\\n  name: <STACK>\\nprovider:\\n  stage: dev\\n  name: aws",
                "const x: AWS = {\\n  service: 'quay-web-api',\\n  provider: {\\n    name: 'aws', ~ const x: AWS = {\\n  service: '<STACK>',\\n  provider: {\\n    name: 'aws',",
                "security_group: quay-web # change it ~ security_group: <GROUPNAME> # change it",
                "- iam_role:\\n    name: quay-loader\\n    state: present ~ - iam_role:\\n    name: <ROLE>\\n    state: present",
                "- amazon.aws.s3_bucket:\\n    state: present\\n    name: quay-lamps ~ - amazon.aws.s3_bucket:\\n    state: present\\n    name: <BUCKET>",
                "- community.aws.dynamodb_table:\\n    name: moorings\\n ~ - community.aws.dynamodb_table:\\n    name: <DDB>\\n"
            })
    void isNamedInNotesAndPlaybooks(String text, String masked) {
        assertMasked(masked, text);
    }

    private static void assertMasked(String masked, String text) {
        assertEquals(masked, Texts.masked(text.replace("\\n", "\n")).replace("\n", "\\n"));
    }
}
