package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What engineers paste who operate AWS by hand: commands of several programs below each other, what SAM, Ansible and Terraform
 * print, workflows. Each line of a table is a text, with {@code ⏎} for a line's end, and what becomes of it.
 */
class OperatorPasteTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws events put-rule --name <EVENTRULE>⏎az group create --name rg-quay-x",
                "aws sns create-topic --name <SNS>⏎```⏎## Azure⏎⏎```bash⏎az pricing create --name VirtualMachines",
                "$ aws sns create-topic --name <SNS>⏎$ gcloud compute instances create --name vm-quay",
                "aws sns create-topic --name <SNS>⏎  docker run --name mussel-web nginx",
                "aws sns create-topic --name <SNS>\r⏎kubectl create deploy --name mussel-web",
            })
    void ofOtherProgramsStayBelowACommandOfAws(String masked) {
        assertMasked(masked, masked.replace("<EVENTRULE>", "quay-rule").replace("<SNS>", "quay-rule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws events put-rule \\⏎  --name <EVENTRULE>",
                "aws events put-rule --event-pattern '{⏎  \"source\": [\"aws.s3\"]⏎}' --name <EVENTRULE>",
                "aws events put-rule `⏎  --state ENABLED `⏎  --name <EVENTRULE>",
                "aws events \\⏎  put-rule --name <EVENTRULE>",
                "ls⏎aws events put-rule --name <EVENTRULE>",
            })
    void goOnInTheNextLine(String masked) {
        assertMasked(masked, masked.replace("<EVENTRULE>", "quay-rule"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "aws appconfig start-deployment --application-id 4tv7ahz ~ aws appconfig start-deployment --application-id <RES>",
                "aws appconfig get-deployment --environment-id 2b7xk1p --deployment-number 12 ~ aws appconfig get-deployment --environment-id <RES> --deployment-number 12",
                "aws appconfig start-deployment \\⏎ --deployment-strategy-id qpz9v3m --configuration-profile-id '8fk2wn1' ~ aws appconfig start-deployment \\⏎ --deployment-strategy-id <RES> --configuration-profile-id '<RES>'",
                "aws emr-serverless start-job-run --application-id 00f1r2a3b4c5d6e7 ~ aws emr-serverless start-job-run --application-id <RES>",
                "aws datazone get-asset --domain-identifier dzd_53ielnpxktdilj ~ aws datazone get-asset --domain-identifier <RES>",
                "aws redshift-data execute-statement --database quay_dw --sql x ~ aws redshift-data execute-statement --database <DBNAME> --sql x",
                "aws rds-data execute-statement --database \"quay_core\" ~ aws rds-data execute-statement --database \"<DBNAME>\"",
                "aws redshift-data describe-table --database dev --table quay_boats ~ aws redshift-data describe-table --database dev --table quay_boats",
                "myapp run --application-id 4tv7ahz --database quay_dw ~ myapp run --application-id 4tv7ahz --database quay_dw",
            })
    void standBehindOptionsOfAService(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "aws_s3_bucket.b: Refreshing state... (ID: lantern-quay) ~ aws_s3_bucket.b: Refreshing state... (ID: <BUCKET>)",
                "aws_iam_role.r: Destroying... (ID: quay) ~ aws_iam_role.r: Destroying... (ID: <ROLE>)",
                "module.x.aws_sns_topic.t: Creation complete after 2s (ID: arn:aws:sns:eu-west-1:340454287556:quay-news) ~ module.x.aws_sns_topic.t: Creation complete after 2s (ID: arn:aws:sns:eu-west-1:<ACCOUNT>:<SNS>)",
                "google_storage_bucket.b: Refreshing state... (ID: lantern-quay) ~ google_storage_bucket.b: Refreshing state... (ID: lantern-quay)",
                "Request failed (ID: lantern-quay) ~ Request failed (ID: lantern-quay)",
                "aws_s3_bucket.b: still waits⏎⏎Build (ID: lantern-quay) ~ aws_s3_bucket.b: still waits⏎⏎Build (ID: lantern-quay)",
                "* Error import KeyPair: InvalidKeyPair.Duplicate: The keypair 'quay-kp' already exists. ~ * Error import KeyPair: InvalidKeyPair.Duplicate: The keypair '<KEYPAIR>' already exists.",
                "Error: Error creating Security Group: InvalidGroup.Duplicate: The security group 'quay-web' already exists ~ Error: Error creating Security Group: InvalidGroup.Duplicate: The security group '<GROUPNAME>' already exists",
                "Error: creating RDS DB Instance (restore from snapshot) (quay-db): InvalidParameterCombination: x ~ Error: creating RDS DB Instance (restore from snapshot) (<RDS>): InvalidParameterCombination: x",
                "Error: creating RDS DB Instance (read replica) (quay-db): x ~ Error: creating RDS DB Instance (read replica) (<RDS>): x",
            })
    void standInWhatTerraformPrints(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "quay-stack | 1:53:15 PM | CREATE_FAILED        | AWS::Logs::LogGroup         | AppLogGroup (AppLogGroup7D8CD952) ~ <STACK> | 1:53:15 PM | CREATE_FAILED        | AWS::Logs::LogGroup         | AppLogGroup (AppLogGroup7D8CD952)",
                "  QuayTestStack | 19:10:32 | CREATE_FAILED        | AWS::SQS::Queue  | Q ~   <STACK> | 19:10:32 | CREATE_FAILED        | AWS::SQS::Queue  | Q",
                "QuayPr25-eu-west-1 | 1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q ~ <STACK> | 1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q",
                "1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q ~ 1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q",
                " 3/20 | 1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q ~  3/20 | 1:53:15 PM | CREATE_FAILED | AWS::SQS::Queue | Q",
                "14:57:52 | CREATE_FAILED        | AWS::S3::Bucket             | data3FA6AB3F⏎quay-uploads-x already exists ~ 14:57:52 | CREATE_FAILED        | AWS::S3::Bucket             | data3FA6AB3F⏎<BUCKET> already exists",
                "14:57:52 | CREATE_FAILED | AWS::SQS::Queue | q3FA6AB3F⏎⏎The file quay-x already exists ~ 14:57:52 | CREATE_FAILED | AWS::SQS::Queue | q3FA6AB3F⏎⏎The file quay-x already exists",
            })
    void standInWhatTheCdkPrints(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "Key                 QuayBucketName⏎Description         the bucket⏎Value               quay-uploads ~ Key                 QuayBucketName⏎Description         the bucket⏎Value               <BUCKET>",
                "Key                 DbHostParameterName        ⏎Description         host; see⏎docs/deploy.md⏎Value               /quay/db/host          ⏎ ~ Key                 DbHostParameterName        ⏎Description         host; see⏎docs/deploy.md⏎Value               <SSMPARAM>          ⏎",
                "Key                 FunctionName⏎Value               harbour-fn⏎Key                 Note⏎Value               drumlin-fn ~ Key                 FunctionName⏎Value               <LAMBDA>⏎Key                 Note⏎Value               drumlin-fn",
                "Key                 QuayBucketName⏎Description         -⏎⏎Rate                1⏎⏎Count⏎Other               quay-uploads ~ Key                 QuayBucketName⏎Description         -⏎⏎Rate                1⏎⏎Count⏎Other               quay-uploads",
                "Key words are bucket name⏎Value quay-uploads ~ Key words are bucket name⏎Value quay-uploads",
            })
    void standInTheOutputsThatSamPrints(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "- name: Open the door⏎  amazon.aws.ec2_security_group:⏎    name: quay-web⏎    description: Web for all ~ - name: Open the door⏎  amazon.aws.ec2_security_group:⏎    name: <GROUPNAME>⏎    description: Web for all",
                "- name: x⏎  ec2_group:⏎    name: quay-web ~ - name: x⏎  ec2_group:⏎    name: <GROUPNAME>",
                "  amazon.aws.ec2_key:⏎    name: quay-deploy⏎    state: present ~   amazon.aws.ec2_key:⏎    name: <KEYPAIR>⏎    state: present",
                "  amazon.aws.ec2_vpc_net:⏎    name: \"quay-net\" ~   amazon.aws.ec2_vpc_net:⏎    name: \"<VPC>\"",
                "  amazon.aws.ec2_instance:⏎    name: \"quay-web-01\"⏎    tags:⏎      Name: Web of all ~   amazon.aws.ec2_instance:⏎    name: \"<RES>\"⏎    tags:⏎      Name: Web of all",
                "  amazon.aws.elb_application_lb:⏎    name: quay-alb ~   amazon.aws.elb_application_lb:⏎    name: <ELB>",
                "  amazon.aws.autoscaling_group:⏎    name: quay-asg ~   amazon.aws.autoscaling_group:⏎    name: <ASG>",
                "  ansible.builtin.user:⏎    name: quay-web ~   ansible.builtin.user:⏎    name: quay-web",
                "  google.cloud.gcp_compute_instance:⏎    name: quay-web ~   google.cloud.gcp_compute_instance:⏎    name: quay-web",
                "- name: ec2_instance in words⏎  debug:⏎    name: quay-web ~ - name: ec2_instance in words⏎  debug:⏎    name: quay-web",
            })
    void standUnderModulesOfAnsible(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "- uses: aws-actions/amazon-ecs-deploy-task-definition@v1⏎  with:⏎    task-definition: task-definition.json⏎    service: quay-web⏎    cluster: quay-prod ~ - uses: aws-actions/amazon-ecs-deploy-task-definition@v1⏎  with:⏎    task-definition: task-definition.json⏎    service: <ECS>⏎    cluster: <CLUSTER>",
                "- uses: aws-actions/amazon-ecs-deploy-task-definition@v2⏎  with:⏎    task-definition: deploy/.aws/taskdef.json # or made on the way⏎    service: 'quay-web' ~ - uses: aws-actions/amazon-ecs-deploy-task-definition@v2⏎  with:⏎    task-definition: deploy/.aws/taskdef.json # or made on the way⏎    service: '<ECS>'",
                "aws ecs register-task-definition --task-definition ./quay.yaml ~ aws ecs register-task-definition --task-definition ./quay.yaml",
                "aws ecs run-task --task-definition quay-web:7 ~ aws ecs run-task --task-definition <ECS>:7",
                "- community.aws.ecs_service_info:⏎    cluster: quay-prod⏎    service: quay-web ~ - community.aws.ecs_service_info:⏎    cluster: <CLUSTER>⏎    service: <ECS>",
                "aws batch submit-job --job-definition quay-def --job-queue x ~ aws batch submit-job --job-definition <BATCH> --job-queue x",
                "services:⏎  web:⏎    service: quay-web ~ services:⏎  web:⏎    service: quay-web",
                "metadata:⏎  labels:⏎    service: checkout-api ~ metadata:⏎  labels:⏎    service: checkout-api",
            })
    void standInWorkflows(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "New-CFNStack -Stackname \"QUAY-Keeper\" -Region x ~ New-CFNStack -Stackname \"<STACK>\" -Region x",
                "Get-S3Object -Bucketname quay-files -Key x ~ Get-S3Object -Bucketname <BUCKET> -Key x",
                "find . -username quay-ana ~ find . -username quay-ana",
                "java -rolename quay-app Main ~ java -rolename quay-app Main",
                "cmd -stackname x-y ~ cmd -stackname x-y",
            })
    void standBehindOptionsOfPowerShellWithOneCapital(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "CLUSTER=\"${CLUSTER:-quay-prod}\" ~ CLUSTER=\"${CLUSTER:-<CLUSTER>}\"",
                "CLUSTER_NAME=\"${1:-quay-prod}\" ~ CLUSTER_NAME=\"${1:-<CLUSTER>}\"",
                "FUNCTION_NAME=${LAMBDA:-quay-fn} ~ FUNCTION_NAME=${LAMBDA:-<LAMBDA>}",
                "      - BUCKET=${DATA:=quay-files} ~       - BUCKET=${DATA:=<BUCKET>}",
                "COLOUR=\"${1:-dark-blue}\" ~ COLOUR=\"${1:-dark-blue}\"",
                "CLUSTER_NAME=\"${1:-main}\" ~ CLUSTER_NAME=\"${1:-main}\"",
                "colour: ${colour:dark-blue} ~ colour: ${colour:dark-blue}",
                "CLUSTER_NAME=\"${1:+quay-prod}\" ~ CLUSTER_NAME=\"${1:+quay-prod}\"",
                "for bucket in quay-logs \"quay-data\"; do aws s3 rb s3://$bucket; done ~ for bucket in <BUCKET> \"<BUCKET>\"; do aws s3 rb s3://$bucket; done",
                "  for fn in quay-fn-a quay-fn-b⏎  do⏎    aws lambda get-function --function-name \"${fn}\" ~   for fn in <LAMBDA> <LAMBDA>⏎  do⏎    aws lambda get-function --function-name \"${fn}\"",
                "for t in quay-a quay-b; do aws dynamodb delete-table --table-name=$t; done ~ for t in <DDB> <DDB>; do aws dynamodb delete-table --table-name=$t; done",
                "for x in quay-a; do aws s3 ls s3://\"$x\"; aws s3 rb \"s3://${x}\"; done ~ for x in <BUCKET>; do aws s3 ls s3://\"$x\"; aws s3 rb \"s3://${x}\"; done",
                "for i in one-a two-b; do echo $i --table-name $j; done ~ for i in one-a two-b; do echo $i --table-name $j; done",
                "for bucket in list(my-x): print ~ for bucket in list(my-x): print",
                "for fn in quay-a quay-b; do echo $fns --function-name x; done ~ for fn in quay-a quay-b; do echo $fns --function-name x; done",
                "for table in tables logs; do echo $table; done ~ for table in tables logs; do echo $table; done",
            })
    void standWhereScriptsOfTheShellSetThem(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "$UserPassword = ConvertTo-SecureString $UserData.password -AsPlainText ~ $UserPassword = ConvertTo-SecureString $UserData.password -AsPlainText",
                "$pw = ConvertTo-SecureString \"Sw0rdFish!\" -AsPlainText -Force ~ $pw = ConvertTo-SecureString \"<PASSWORD>\" -AsPlainText -Force",
                "$DbPassword = Read-Host -AsSecureString ~ $DbPassword = Read-Host -AsSecureString",
                "$AdminPassword = Get-Content pw.txt ~ $AdminPassword = Get-Content pw.txt",
                "password: Mussel-Harbour7 ~ password: <PASSWORD>",
                "password: Get-2Mussels ~ password: <PASSWORD>",
                "$Password = \"Get-Mussels\" ~ $Password = \"<PASSWORD>\"",
                "aws ssm put-parameter --name \"/quay/KEY\" --value \"sk-...\" --type SecureString ~ aws ssm put-parameter --name \"<SSMPARAM>\" --value \"sk-...\" --type SecureString",
                "aws ssm put-parameter --name \"/quay/KEY\" --value \"Muss3lHarb0ur...\" --type SecureString ~ aws ssm put-parameter --name \"<SSMPARAM>\" --value \"<PASSWORD>\" --type SecureString",
            })
    void areSecretsOnlyWhereOneStands(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "arn:aws:apigateway:eu-west-1::/restapis/3jng8xwirl/stages/prod ~ arn:aws:apigateway:eu-west-1::/restapis/<APIGW>/stages/prod",
                "arn:aws:apigateway:eu-west-1::/restapis/3jng8xwirl/stages/quay ~ arn:aws:apigateway:eu-west-1::/restapis/<APIGW>/stages/<APIGW>",
                "arn:aws:events:eu-west-1:340454287556:event-bus/default ~ arn:aws:events:eu-west-1:<ACCOUNT>:event-bus/default",
                "arn:aws:events:eu-west-1:340454287556:event-bus/quay ~ arn:aws:events:eu-west-1:<ACCOUNT>:event-bus/<EVENTRULE>",
                "arn:aws:athena:eu-west-1:340454287556:workgroup/primary ~ arn:aws:athena:eu-west-1:<ACCOUNT>:workgroup/primary",
                "arn:aws:iam::340454287556:role/prod ~ arn:aws:iam::<ACCOUNT>:role/<ROLE>",
                "arn:aws:sqs:eu-west-1:340454287556:default ~ arn:aws:sqs:eu-west-1:<ACCOUNT>:<SQS>",
            })
    void areNotWhatEveryAccountHas(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "arn:aws:sns:$REGION:$(aws sts get-caller-identity --query Account --output text):quay-news ~ arn:aws:sns:$REGION:$(aws sts get-caller-identity --query Account --output text):<SNS>",
                "arn:aws:iam::$(account_id):role/quay-role ~ arn:aws:iam::$(account_id):role/<ROLE>",
                "arn:aws:lambda:$(aws configure get region):$(id):function:quay-fn ~ arn:aws:lambda:$(aws configure get region):$(id):function:<LAMBDA>",
                "arn:aws:iam::$(what follows: role/quay-role ~ arn:aws:iam::$(what follows: role/quay-role",
                "Name=TargetGroup,Value=targetgroup/Quay4TG/f1379070d8a9b811 ~ Name=TargetGroup,Value=targetgroup/<ELB>/<ELB>",
                "\"TargetGroup\": \"targetgroup/quay-tg/f1379070d8a9b811\" ~ \"TargetGroup\": \"targetgroup/<ELB>/<ELB>\"",
                "mytargetgroup/quay-tg/f1379070d8a9b811 ~ mytargetgroup/quay-tg/f1379070d8a9b811",
                "targetgroup/quay-tg/notes.txt ~ targetgroup/quay-tg/notes.txt",
                "CLOUDTRAIL_NAME=\"quay-trail\" ~ CLOUDTRAIL_NAME=\"<TRAIL>\"",
                "aws ec2 describe-security-groups --filters Name=group-name,Values=quay-web ~ aws ec2 describe-security-groups --filters Name=group-name,Values=<GROUPNAME>",
                "aws ec2 describe-instances --filters \"Name=key-name,Values=quay-key\" ~ aws ec2 describe-instances --filters \"Name=key-name,Values=<KEYPAIR>\"",
                "{\"Name\": \"group-name\", \"Values\": [\"quay-web\", \"quay-app\"]} ~ {\"Name\": \"group-name\", \"Values\": [\"<GROUPNAME>\", \"<GROUPNAME>\"]}",
                "aws ec2 describe-instances --filters \"Name=instance-state-name,Values=running\" ~ aws ec2 describe-instances --filters \"Name=instance-state-name,Values=running\"",
                "{\"name\": \"role\", \"values\": [\"admin\", \"user\"]} ~ {\"name\": \"role\", \"values\": [\"admin\", \"user\"]}",
                "{\"name\": \"environment-name\", \"values\": [\"quay-web\"]} ~ {\"name\": \"environment-name\", \"values\": [\"quay-web\"]}",
                "{\"name\": \"colour\", \"values\": [\"dark-blue\"]} ~ {\"name\": \"colour\", \"values\": [\"dark-blue\"]}",
            })
    void standInArgumentsOfCommands(String text, String masked) {
        assertMasked(masked, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "Starting session with SessionId: ana.quay-vvdysulqx3ho5k7m2bw4qezgna ~ Starting session with SessionId: <SESSION>",
                "Exiting session with sessionId: ana@quay.example-vvdysulqx3ho5k7m2bw4qezgna. ~ Exiting session with sessionId: <SESSION>.",
                "{\"SessionId\": \"ecs-execute-command-vvdysulqx3ho5k7m2bw4qezgna\"} ~ {\"SessionId\": \"<SESSION>\"}",
                "aws ssm terminate-session --session-id ana-vvdysulqx3ho5k7m2bw4qezgna ~ aws ssm terminate-session --session-id <SESSION>",
                "image: quay-vvdysulqx3ho5k7m2bw4qezgna ~ image: quay-vvdysulqx3ho5k7m2bw4qezgna",
                "SessionId: ana-vvdysulqx3ho5k7m2bw4qezgnab ~ SessionId: ana-vvdysulqx3ho5k7m2bw4qezgnab",
                "https://sqs.$AWS_REGION.amazonaws.com/$AWS_ACCOUNT_ID/quay-jobs ~ https://sqs.$AWS_REGION.amazonaws.com/$AWS_ACCOUNT_ID/<SQS>",
                "$ACCOUNT.dkr.ecr.$REGION.amazonaws.com/quay-web:latest ~ $ACCOUNT.dkr.ecr.$REGION.amazonaws.com/<ECR>:latest",
                "https://quay-files.s3.$AWS_REGION.amazonaws.com/x ~ https://<BUCKET>.s3.$AWS_REGION.amazonaws.com/x",
                "https://$BUCKET.s3.$AWS_REGION.amazonaws.com/x ~ https://$BUCKET.s3.$AWS_REGION.amazonaws.com/x",
                "https://$API_ID.execute-api.$REGION.amazonaws.com/prod ~ https://$API_ID.execute-api.$REGION.amazonaws.com/prod",
                "https://$API.execute-api.$REGION.amazonaws.com/prod ~ https://$API.execute-api.$REGION.amazonaws.com/prod",
                "https://lambda.$REGION.amazonaws.com ~ https://lambda.$REGION.amazonaws.com",
            })
    void standInSessionsAndHostsWithVariables(String text, String masked) {
        assertMasked(masked, text);
    }

    private static void assertMasked(String masked, String text) {
        assertEquals(masked.replace('⏎', '\n'), Texts.masked(text.replace('⏎', '\n')));
    }
}
