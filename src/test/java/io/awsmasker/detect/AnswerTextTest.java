package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of services as their documents and tests show them: which keys of AWS hold names, and which words beside them none. */
class AnswerTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"Ec2KeyPair\": \"mussel-7\"}¦{\"Ec2KeyPair\": \"<KEYPAIR>\"}",
                "{\"SelectionName\": \"quay-nightly\"}¦{\"SelectionName\": \"<BACKUP>\"}",
                "{\"UserGroupIds\": [\"quay-readers\"]}¦{\"UserGroupIds\": [\"<RES>\"]}",
                "{\"SecurityConfiguration\": \"quay-emr-sec\"}¦{\"SecurityConfiguration\": \"<RES>\"}",
                "{\"ADDomainJoinUser\": \"gudrun\"}¦{\"ADDomainJoinUser\": \"<IAMUSER>\"}",
                "aws elasticache create-user --user-id quay-reader¦aws elasticache create-user --user-id <DBUSER>",
                "{\"Ec2KeyName\": \"mussel\"}¦{\"Ec2KeyName\": \"<KEYPAIR>\"}",
                "Ec2KeyName: mussel-7¦Ec2KeyName: <KEYPAIR>",
                "{\"OAuthToken\": \"q7Zr2mXv9LpKq7Zr2mXv\"}¦{\"OAuthToken\": \"<APIKEY>\"}",
                "oauth_token: 'q7Zr2mXv9LpKq7Zr2mXv'¦oauth_token: '<APIKEY>'",
                "{\"EndpointIdentifier\": \"quay-source\"}¦{\"EndpointIdentifier\": \"<RES>\"}",
                "aws dms create-endpoint --endpoint-identifier quay-source¦aws dms create-endpoint --endpoint-identifier <RES>",
                "endpoint_id = \"quay-source-tf\"¦endpoint_id = \"<RES>\"",
                "{\"ComputerName\": \"EC2AMAZ-7QUAY2L\"}¦{\"ComputerName\": \"<HOST>\"}",
                "{\"RegistrationCode\": \"wsdub+QUAY7L\"}¦{\"RegistrationCode\": \"<WORKSPACE>\"}",
                "{\\\"guardrailId\\\": \\\"k7qz2mxt9wve\\\"}¦{\\\"guardrailId\\\": \\\"<RES>\\\"}",
                "{\"knowledgeBaseId\": \"QUAY7LANT3\"}¦{\"knowledgeBaseId\": \"<RES>\"}",
                "--knowledge-base-id QUAY7LANT3¦--knowledge-base-id <RES>",
                "{\"AcceleratorName\": \"lantern\"}¦{\"AcceleratorName\": \"<RES>\"}",
                "{\"WebACLId\": \"6c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913\"}¦{\"WebACLId\": \"<RES>\"}",
                "{\"DirectConnectGatewayId\": \"6c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913\"}¦{\"DirectConnectGatewayId\": \"<DX>\"}",
                "{\"ReplicationConfigIdentifier\": \"quay-serverless\"}¦{\"ReplicationConfigIdentifier\": \"<RDS>\"}",
                "{\"InferenceComponentName\": \"lantern-adapter\"}¦{\"InferenceComponentName\": \"<SAGEMAKER>\"}",
                "resource \"aws_cognito_user_pool_client\" \"this\" {↵  name = \"lantern-web\"↵}¦resource \"aws_cognito_user_pool_client\" \"this\" {↵  name = \"<COGNITO>\"↵}",
                "resource \"aws_cloudwatch_event_connection\" \"this\" {↵  name = \"quay-conn\"↵}¦resource \"aws_cloudwatch_event_connection\" \"this\" {↵  name = \"<EVENTRULE>\"↵}",
                "resource \"aws_route53_resolver_rule\" \"this\" {↵  name = \"quay_dns\"↵}¦resource \"aws_route53_resolver_rule\" \"this\" {↵  name = \"<RSLVR>\"↵}",
                "resource \"aws_organizations_organizational_unit\" \"this\" {↵  name = \"harbour\"↵}¦resource \"aws_organizations_organizational_unit\" \"this\" {↵  name = \"<ORGOU>\"↵}"
            })
    void holdsNamesUnderKeysOfServices(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("↵", "\n")).replace("\n", "↵"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"selectionName\": \"all\", \"selectionId\": 4}",
                "{\"userGroupIds\": [\"1\", \"2\"], \"userGroupId\": 17}",
                "{\"SecurityConfiguration\": {\"level\": 1}}",
                "aws elasticache create-user --user-id default",
                "aws redshift-data execute-statement --client-token b855dced-259b-444c-bc7b-d3e8e33f94a1",
                "{\"clientToken\": \"b855dced-259b-444c-bc7b-d3e8e33f94a1\"}",
                "{\"modelName\": \"gpt-4-turbo\"}",
                "{\"agentName\": \"code-reviewer\"}",
                "{\"endpointId\": \"default\"}",
                "{\"originId\": \"local\"}",
                "New-PSSession -ComputerName $server",
                "resource \"aws_ecs_account_setting_default\" \"this\" {↵  name = \"taskLongArnFormat\"↵}",
                "data \"aws_cloudfront_cache_policy\" \"this\" {↵  name = \"Managed-CachingOptimized\"↵}"
            })
    void holdsNoneUnderOthers(String text) {
        assertEquals(text, Texts.masked(text.replace("↵", "\n")).replace("\n", "↵"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "{\"pipeline\": {\"name\": \"quay-deploy\"}}¦{\"pipeline\": {\"name\": \"<PIPELINE>\"}}",
                "{\"TableList\": [{\"Name\": \"tide_orders\", \"Retention\": 0}]}¦{\"TableList\": [{\"Name\": \"<GLUE>\", \"Retention\": 0}]}",
                "{\"ConnectionList\": [{\"Name\": \"quay-jdbc\"}]}¦{\"ConnectionList\": [{\"Name\": \"<GLUE>\"}]}",
                "{\"SecretList\": [{\"Name\": \"tides/db-4\"}]}¦{\"SecretList\": [{\"Name\": \"<SECRETNAME>\"}]}",
                "{\"relationalDatabase\": {\"name\": \"quay-ls-4\"}}¦{\"relationalDatabase\": {\"name\": \"<RDS>\"}}",
                "{\"FileSystems\": [{\"FileSystemId\": \"\", \"Name\": \"lantern\"}]}¦{\"FileSystems\": [{\"FileSystemId\": \"\", \"Name\": \"<FS>\"}]}",
                "{\"UserPool\": {\"Name\": \"quay-pool\", \"Policies\": {\"Name\": \"strict-2\"}}}¦{\"UserPool\": {\"Name\": \"<COGNITO>\", \"Policies\": {\"Name\": \"strict-2\"}}}",
                "{\\\"UserPools\\\": [{\\\"Name\\\": \\\"quay-pool\\\"}]}¦{\\\"UserPools\\\": [{\\\"Name\\\": \\\"<COGNITO>\\\"}]}",
                "{\"ResolverEndpoint\": {\"Name\": \"mussel_out\"}}¦{\"ResolverEndpoint\": {\"Name\": \"<RSLVR>\"}}",
                "{\"OrganizationalUnits\": [{\"Name\": \"Harbour\"}]}¦{\"OrganizationalUnits\": [{\"Name\": \"<ORGOU>\"}]}",
                "{\"ContactFlowSummaryList\": [{\"Name\": \"Harbour\"}]}¦{\"ContactFlowSummaryList\": [{\"Name\": \"<RES>\"}]}",
                "{\"graphqlApi\": {\"name\": \"lantern\"}}¦{\"graphqlApi\": {\"name\": \"<RES>\"}}",
                "{'EventBuses': [{'Name': 'default'}, {'Name': 'quay'}]}¦{'EventBuses': [{'Name': 'default'}, {'Name': '<EVENTRULE>'}]}",
                "{\"artifactStore\": {\"type\": \"S3\", \"location\": \"mussel-artifacts\"}}¦{\"artifactStore\": {\"type\": \"S3\", \"location\": \"<BUCKET>\"}}",
                "{\"location\": \"mussel-in/source.zip\", \"type\": \"S3\"}¦{\"location\": \"<BUCKET>/source.zip\", \"type\": \"S3\"}",
                "Artifacts:↵  Type: S3↵  Location: mussel-out¦Artifacts:↵  Type: S3↵  Location: <BUCKET>",
                "artifacts {↵  type     = \"S3\"↵  location = \"mussel-out\"↵}¦artifacts {↵  type     = \"S3\"↵  location = \"<BUCKET>\"↵}"
            })
    void holdsNamesInObjectsOfServices(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("↵", "\n")).replace("\n", "↵"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pipeline\": {\"name\": \"build\"}}",
                "{\"tables\": [{\"name\": \"tide_orders\"}]}",
                "{\"filesystem\": {\"name\": \"ext4\"}}",
                "{\"distribution\": {\"id\": \"ubuntu\", \"name\": \"Ubuntu\"}}",
                "{\"items\": [{\"name\": \"hey-you\"}]}",
                "{\"type\": \"GITHUB\", \"location\": \"https-quay\"}",
                "{\"location\": \"eu-central-harbour\", \"name\": \"S3\"}",
                "{\"type\": \"S3\"}, {\"location\": \"north-pier\"}",
                "location: north-pier"
            })
    void holdsNoneInOtherObjects(String text) {
        assertEquals(text, Texts.masked(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "https://main.d4c66r3bspbd5.amplifyapp.com/¦https://<SVCDNS>.amplifyapp.com/",
                "a1234567890abcdef.awsglobalaccelerator.com¦<SVCDNS>.awsglobalaccelerator.com",
                "https://quay-7.my.connect.aws/ccp-v2¦https://<SVCDNS>.my.connect.aws/ccp-v2",
                "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-6c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913/api/v1/query¦https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/<RES>/api/v1/query",
                "{\"current\": {\"id\": \"c-6c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913\"}}¦{\"current\": {\"id\": \"<RES>\"}}",
                "<ClusterIdentifier>lantern</ClusterIdentifier>¦<ClusterIdentifier><CLUSTER></ClusterIdentifier>",
                "<MasterUsername>mussel</MasterUsername>¦<MasterUsername><DBUSER></MasterUsername>",
                "<groupName>quay</groupName>¦<groupName><GROUPNAME></groupName>",
                "<<\"Role\">>   => <<\"quay-etl\">>¦<<\"Role\">>   => <<\"<ROLE>\">>",
                "#{<<\"S3Bucket\">> => <<\"mussel-raw\">>}¦#{<<\"S3Bucket\">> => <<\"<BUCKET>\">>}",
                "<<\"Password\">> => <<\"hunTer2x9\">>¦<<\"Password\">> => <<\"<PASSWORD>\">>",
                "cluster_name:↵  description: Name of the cluster↵  type: str↵  sample: lantern¦cluster_name:↵  description: Name of the cluster↵  type: str↵  sample: <CLUSTER>",
                "{\"bucketName\": {\"type\": \"string\", \"example\": \"lantern\"}}¦{\"bucketName\": {\"type\": \"string\", \"example\": \"<BUCKET>\"}}",
                "arn:aws:iam::1111:role/quay-deploy¦arn:aws:iam::1111:role/<ROLE>",
                "arn:aws:iam::123456:role/quay-deploy¦arn:aws:iam::123456:role/<ROLE>",
                "client_id=3quay7lant4mussel9harbour2¦client_id=<COGNITOCLIENT>",
                "{\"aud\": \"3quay7lant4mussel9harbour2\"}¦{\"aud\": \"<COGNITOCLIENT>\"}",
                "--client-id 3quay7lant4mussel9harbour2¦--client-id <COGNITOCLIENT>"
            })
    void holdsNamesHoweverWritten(String text, String masked) {
        assertEquals(masked, Texts.masked(text.replace("↵", "\n")).replace("\n", "↵"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.amplifyapp.com, amplifyapp.com and awsglobalaccelerator.com",
                "abc-6c1e7a52-8f04-4d6b-9b1a-52d0c7e6f913 b-6c1e7a52",
                "<role>admin</role>",
                "<clusterName>two words</clusterName>",
                "<Status>available</Status>",
                "if (a <<\"x\">> b) => c",
                "replicas:↵  type: int↵  sample: 3",
                "role:↵  description: what a person is↵  example: editor",
                "{\"greeting\": {\"type\": \"string\", \"example\": \"hello-you\"}}",
                "arn:aws:iam::example:role/some-role",
                "{\"clientId\": \"lantern-web\"}",
                "{\"client_id\": \"0b5e1c7a52f804d6b9b1a52d0c7e6f91\"}"
            })
    void holdsNoneInOtherForms(String text) {
        assertEquals(text, Texts.masked(text.replace("↵", "\n")).replace("\n", "↵"));
    }
}
