package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, answers and plans of services that few use, whose words nobody can list: what they have in common tells. */
class UncommonServicesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "arn:aws:medialive:eu-west-1:897355541743:channel:7316042¦arn:aws:medialive:eu-west-1:<ACCOUNT>:channel:<RES>",
                "{\"Arn\": \"arn:aws:medialive:eu-west-1:897355541743:inputSecurityGroup:731604\"}¦{\"Arn\": \"arn:aws:medialive:eu-west-1:<ACCOUNT>:inputSecurityGroup:<RES>\"}",
                "arn:aws:medialive:eu-west-1:897355541743:reservation:7316042¦arn:aws:medialive:eu-west-1:<ACCOUNT>:reservation:<RES>"
            })
    void numberTheirThings(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "arn:aws:lambda:eu-west-1:897355541743:function:quay-7:731604¦arn:aws:lambda:eu-west-1:<ACCOUNT>:function:<LAMBDA>:731604",
                "arn:aws:ecs:eu-west-1:897355541743:task-definition/quay-web:14¦arn:aws:ecs:eu-west-1:<ACCOUNT>:task-definition/<ECS>:14",
                "arn:aws:foo:eu-west-1:897355541743:thing/2¦arn:aws:foo:eu-west-1:<ACCOUNT>:thing/2",
                "arn:aws:foo:eu-west-1:897355541743:thing/1.0.12¦arn:aws:foo:eu-west-1:<ACCOUNT>:thing/1.0.12"
            })
    void numberTheirVersionsToo(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "aws quicksight describe-vpc-connection --vpc-connection-id harbour-ledger-link¦aws quicksight describe-vpc-connection --vpc-connection-id <RES>",
                "aws quicksight describe-data-set --data-source-id LanternDataSource¦aws quicksight describe-data-set --data-source-id <RES>",
                "aws quicksight describe-data-set --data-source-id quay-orders¦aws quicksight describe-data-set --data-source-id <RES>",
                "aws rekognition create-collection --collection-id quay-faces¦aws rekognition create-collection --collection-id <RES>",
                "aws gamelift describe-build --build-id \"build-57be6023-cd70-4a13-be62-c55217b68bab\"¦aws gamelift describe-build --build-id \"<RES>\"",
                "aws mq describe-broker --broker-id=quay-mq¦aws mq describe-broker --broker-id=<RES>",
                "aws pinpoint get-app --application-id 8c6205f524390069ab15f405624a1bd0¦aws pinpoint get-app --application-id <RES>",
                "aws snowball describe-job --job-id JID57be6023-cd70-4a13-be62-c55217b68bab¦aws snowball describe-job --job-id <RES>",
                "aws mediapackage delete-origin-endpoint --id drumlin-hls --origin-endpoint-id drumlin-hls¦aws mediapackage delete-origin-endpoint --id <RES> --origin-endpoint-id <RES>",
                "aws medialive start-channel --channel-id 7316042¦aws medialive start-channel --channel-id <RES>",
                "aws servicecatalog describe-record --id rec-quay7lantern2¦aws servicecatalog describe-record --id <RES>",
                "aws dms modify-certificate --certificate-identifier quay-ca¦aws dms modify-certificate --certificate-identifier <RES>",
                "aws apprunner list --usage-limit-ids quay-limit-1 quay-limit-2¦aws apprunner list --usage-limit-ids quay-limit-1 quay-limit-2",
                "aws redshift describe-usage-limits --usage-limit-ids quay-limit-1¦aws redshift describe-usage-limits --usage-limit-ids <RES>"
            })
    void areToldWhichThingByItsId(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws lightsail create-instances --blueprint-id wordpress-6 --bundle-id nano_3_0",
                "aws lightsail create-instances --blueprint-id ubuntu-22-04 --bundle-id medium-2-0",
                "aws bedrock-runtime converse --model-id anthropic.claude-3-haiku-20240307-v1:0",
                "aws lexv2-models build-bot-locale --locale-id en-US",
                "aws polly synthesize-speech --voice-id Joanna-Neural",
                "aws ec2 describe-availability-zones --zone-ids use1-az4",
                "aws rds describe-db-engine-versions --engine-id aurora-mysql",
                "aws logs get-log-record --request-id quay-lantern-7",
                "aws quicksight describe-data-set --data-set-id $DATA_SET_ID",
                "aws quicksight describe-data-set --data-set-id <data-set-id>",
                "aws quicksight describe-data-set --data-set-id DATASET_ID",
                "aws quicksight describe-data-set --data-set-id overview",
                "aws pinpoint get-app --application-id 8c6205f524390069ab15f405624example",
                "gh run view --run-id nightly-build-7",
                "the aws option --vpc-connection-id of describe-vpc-connection takes a text",
                "kubectl get pods --context-id quay-blue"
            })
    void areToldMuchElse(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"trustName\": \"quay-trust\", \"arn\": \"arn:aws:ds:eu-west-1:897355541743:trust/x-1\"}¦{\"trustName\": \"<RES>\", \"arn\": \"arn:aws:ds:eu-west-1:<ACCOUNT>:trust/<DIRECTORY>\"}",
                "{\"RobotArn\": \"arn:aws:robomaker:eu-west-1:897355541743:robot/lantern-bot/17\", \"robotName\": \"lantern-bot\", \"farmName\": \"harbour-farm\"}¦{\"RobotArn\": \"arn:aws:robomaker:eu-west-1:<ACCOUNT>:robot/<RES>/17\", \"robotName\": \"<RES>\", \"farmName\": \"<RES>\"}",
                "{\\\"StageName\\\":\\\"quay-live\\\",\\\"Arn\\\":\\\"arn:aws:ivs:eu-west-1:897355541743:stage/Quay7\\\"}¦{\\\"StageName\\\":\\\"quay-live\\\",\\\"Arn\\\":\\\"arn:aws:ivs:eu-west-1:<ACCOUNT>:stage/<RES>\\\"}",
                "{\"Arn\": \"arn:aws:kendra:eu-west-1:897355541743:index/a1\", \"IndexName\": \"drumlin-docs\", \"Name\": \"drumlin-docs\"}¦{\"Arn\": \"arn:aws:kendra:eu-west-1:<ACCOUNT>:index/<RES>\", \"IndexName\": \"<RES>\", \"Name\": \"<RES>\"}"
            })
    void holdTheirArnBesideTheirName(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"robotName\": \"lantern-bot\", \"speed\": 3}",
                "{\"Arn\": \"arn:aws:foo:eu-west-1::thing/x\", \"themeName\": \"solarized-dark\"}",
                "{\"themeName\": \"solarized-dark\", \"fontName\": \"fira-code\"}"
            })
    void haveNamesOnlyBesideTheirArn(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "aws codeartifact login --tool npm --domain lantern --repository harbour-npm¦aws codeartifact login --tool npm --domain <REPO> --repository <REPO>",
                "aws swf list-open-workflow-executions --domain LanternOrders¦aws swf list-open-workflow-executions --domain <RES>",
                "aws workspaces create-connection-alias --connection-string desk.harbour-quay.org¦aws workspaces create-connection-alias --connection-string <DOMAIN>",
                "{\"MissionProfileName\": \"quay-polar\"}¦{\"MissionProfileName\": \"<RES>\"}",
                "{\\\"recordingConfigurationName\\\":\\\"quay-live-rec\\\"}¦{\\\"recordingConfigurationName\\\":\\\"<RES>\\\"}",
                "matchmaking_configuration_name = \"brawl-eu\"¦matchmaking_configuration_name = \"<RES>\"",
                "ConfigurationProfileName: lantern-flags¦ConfigurationProfileName: <RES>",
                "  + replication_task_id = \"ledger-to-lake\"¦  + replication_task_id = \"<RDS>\"",
                "aws dms describe-replication-tasks --filters Name=replication-task-id,Values=ledger-cdc¦aws dms describe-replication-tasks --filters Name=replication-task-id,Values=<RDS>",
                "{\"jobSummaries\": [{\"id\": \"1\", \"name\": \"quay-import-2\"}]}¦{\"jobSummaries\": [{\"id\": \"1\", \"name\": \"<RES>\"}]}",
                "{\"domainInfos\": [{\"status\": \"REGISTERED\", \"name\": \"LanternOrders\"}]}¦{\"domainInfos\": [{\"status\": \"REGISTERED\", \"name\": \"<RES>\"}]}",
                "{\"workflowType\": {\"name\": \"ship-mussels\", \"version\": \"v1\"}}¦{\"workflowType\": {\"name\": \"<RES>\", \"version\": \"v1\"}}"
            })
    void haveWordsOfTheirOwn(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm publish --domain lantern --repository harbour-npm",
                "certbot certonly --domain quay --repository mussel",
                "aws cloudformation describe-stacks --domain lantern",
                "{\"AccountName\": \"Savings\", \"deploymentName\": \"web\"}",
                "{\"summaries\": {\"name\": \"total\"}, \"workflowType\": \"approval-chain\"}",
                "configuration_profile_name = var.profile",
                "The recordingConfigurationName is what the stage is recorded by."
            })
    void haveWordsThatOthersUse(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "rtmps://a7c2quay91.global-contribute.live-video.net:443/app/¦rtmps://<SVCDNS>.global-contribute.live-video.net:443/app/",
                "https://a7c2quay91.eu-west-1.playback.live-video.net/api¦https://<SVCDNS>.eu-west-1.playback.live-video.net/api",
                "ca.m-quay7.n-lantern3.managedblockchain.eu-west-1.amazonaws.com:30002¦<SVCDNS>.managedblockchain.eu-west-1.amazonaws.com:30002",
                "https://lantern-897355541743.d.codeartifact.eu-west-1.amazonaws.com/npm/quay/¦https://<SVCDNS>.codeartifact.eu-west-1.amazonaws.com/npm/quay/",
                "https://p-7quay2lantern.app.iotsitewise.aws/¦https://<SVCDNS>.app.iotsitewise.aws/",
                "https://g-4k2quay7mz.eu-west-1.neptune-graph.amazonaws.com/¦https://<SVCDNS>.eu-west-1.neptune-graph.amazonaws.com/",
                "https://s-7b1quay2.kinesisvideo.eu-west-1.amazonaws.com/¦https://<SVCDNS>.kinesisvideo.eu-west-1.amazonaws.com/",
                "quay7lantern2mussel.voiceconnector.chime.aws¦<SVCDNS>.voiceconnector.chime.aws"
            })
    void haveHostsOfTheirOwn(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"streamKey\": {\"value\": \"sk_eu-west-1_q7Zr2mXv9LpK_w4TnB8sHy3JcD6fGa1\"}}¦{\"streamKey\": {\"value\": \"<APIKEY>\"}}",
                "rtmp push key sk_us-west-2_q7Zr2mXv9LpKw4TnB8sHy3¦rtmp push key <APIKEY>",
                "snowballEdge unlock-device --unlock-code 7quay-l4nte-rn2mu-ss3l9-0harb¦snowballEdge unlock-device --unlock-code <APIKEY>",
                "{\"UnlockCode\": \"7quay-l4nte-rn2mu-ss3l9-0harb\"}¦{\"UnlockCode\": \"<APIKEY>\"}",
                "aws storagegateway update-chap-credentials --secret-to-authenticate-initiator Tide9harbour77¦aws storagegateway update-chap-credentials --secret-to-authenticate-initiator <PASSWORD>",
                "{\"SecretToAuthenticateTarget\": \"Tide9harbour77\"}¦{\"SecretToAuthenticateTarget\": \"<PASSWORD>\"}",
                "{\"JoinToken\": \"q7Zr2mXv9LpKw4TnB8sHy3JcD6fGa1\"}¦{\"JoinToken\": \"<APIKEY>\"}"
            })
    void haveSecretsOfTheirOwn(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://docs.live-video.net/",
                "https://managedblockchain.eu-west-1.amazonaws.com/networks",
                "sk_us-west-2 is no key",
                "the unlock code: see the label",
                "https://codeartifact.eu-west-1.amazonaws.com/v1/domain"
            })
    void haveHostsAndWordsOfEverybody(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "aws kafka list-configurations --query 'Configurations[?Name==`quay-msk`].Arn'¦aws kafka list-configurations --query 'Configurations[?Name==`<RES>`].Arn'",
                "A=$(aws globalaccelerator list-accelerators --query \"Accelerators[?Name=='harbour-edge'].AcceleratorArn\")¦A=$(aws globalaccelerator list-accelerators --query \"Accelerators[?Name=='<RES>'].AcceleratorArn\")",
                "aws workspaces create-workspaces --workspaces DirectoryId=d-8f2e7856c4,UserName=gudrun,BundleId=wsb-9yc2ci2fa¦aws workspaces create-workspaces --workspaces DirectoryId=<DIRECTORY>,UserName=<IAMUSER>,BundleId=<WORKSPACE>",
                "aws mq create-broker --users Username=lantern,ConsoleAccess=true¦aws mq create-broker --users Username=<IAMUSER>,ConsoleAccess=true"
            })
    void areAskedForThingsByShorthand(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (flow?.name == 'quay-msk') {",
                "jq '.[] | select(.name==`quay-msk`)'",
                "query = \"rows[?name=='quay-msk'].id\"",
                "aws ec2 describe-vpcs --query \"Vpcs[?State=='available'].Name\"",
                "aws ec2 describe-tags --query \"Tags[?Key=='cost-centre'].Value\"",
                "mysql --defaults Username=lantern,Host=quay"
            })
    void areAskedForOtherThingsToo(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "emr-containers:eu-west-1:897355541743:/virtualclusters/quay7x/jobruns/mussel8¦emr-containers:eu-west-1:<ACCOUNT>:/virtualclusters/<EMR>/jobruns/<EMR>",
                "amplify:eu-west-1:897355541743:apps/d2quay7/branches/quay-main/jobs/7¦amplify:eu-west-1:<ACCOUNT>:apps/<RES>/branches/<RES>/jobs/7",
                "appsync:eu-west-1:897355541743:apis/k3quay7/types/Query/fields/getQuay¦appsync:eu-west-1:<ACCOUNT>:apis/<RES>/types/<RES>/fields/<RES>",
                "connect:eu-west-1:897355541743:instance/quay-7/routing-profile/quay-8¦connect:eu-west-1:<ACCOUNT>:instance/<RES>/routing-profile/<RES>",
                "mediapackagev2:eu-west-1:897355541743:channelGroup/quay-g/channel/quay-c/originEndpoint/quay-e¦mediapackagev2:eu-west-1:<ACCOUNT>:channelGroup/<RES>/channel/<RES>/originEndpoint/<RES>",
                "cassandra:eu-west-1:897355541743:/keyspace/quay_ks/table/quay_tb¦cassandra:eu-west-1:<ACCOUNT>:/keyspace/<DDB>/table/<DDB>",
                "swf:eu-west-1:897355541743:/domain/quay-orders¦swf:eu-west-1:<ACCOUNT>:/domain/<RES>",
                "lightsail:eu-west-1:897355541743:Instance/quay-7¦lightsail:eu-west-1:<ACCOUNT>:Instance/<RES>",
                "appconfig:eu-west-1:897355541743:application/3kx1rfd/environment/7qu4y2x/configuration/9lant3r¦appconfig:eu-west-1:<ACCOUNT>:application/<RES>/environment/<RES>/configuration/<RES>",
                "personalize:eu-west-1:897355541743:dataset/quay-shop/INTERACTIONS¦personalize:eu-west-1:<ACCOUNT>:dataset/<RES>/INTERACTIONS",
                "sagemaker:eu-west-1:897355541743:app/d-9quay2/quay-lab/JupyterLab/quay-app¦sagemaker:eu-west-1:<ACCOUNT>:app/<SAGEMAKER>/<SAGEMAKER>/JupyterLab/<SAGEMAKER>"
            })
    void haveKindsInTheMiddleOfTheirArns(String text, String masked) {
        assertEquals("arn:aws:" + masked, Texts.masked("arn:aws:" + text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:lambda:eu-west-1:897355541743:function:jobs",
                "arn:aws:dynamodb:eu-west-1:897355541743:table/domains/index/fields",
                "arn:aws:ecs:eu-west-1:897355541743:service/jobs/campaigns",
                "arn:aws:sqs:eu-west-1:897355541743:branches",
                "arn:aws:foo:eu-west-1:897355541743:thing/domain"
            })
    void doNotKeepWhatIsCalledLikeAKind(String text) {
        assertEquals(0, Texts.masked(text).split("domain|jobs|campaigns|branches|fields", -1).length - 1, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "aws location create-place-index --index-name HarbourGeoIndex --data-source Esri¦aws location create-place-index --index-name <RES> --data-source Esri",
                "aws kendra create-thesaurus --thesaurus-name \"quay7words\"¦aws kendra create-thesaurus --thesaurus-name \"<RES>\"",
                "aws rds describe-x --engine-name AuroraMysql57¦aws rds describe-x --engine-name AuroraMysql57",
                "aws cloudwatch get-metric-statistics --metric-name CPUUtilization¦aws cloudwatch get-metric-statistics --metric-name CPUUtilization",
                "aws location describe --index-name overview¦aws location describe --index-name overview"
            })
    void callThingsInHumps(String text, String masked) {
        assertEquals(masked, Texts.masked(text));
    }
}
